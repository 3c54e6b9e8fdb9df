/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-desk-note.h"

G_DEFINE_BOXED_TYPE (JgDeskNote, jg_desk_note, jg_desk_note_ref, jg_desk_note_unref)

/* jg_desk_note_new:
 * @number: its number in the store
 * @measure: id of the measure
 * @date: day, month or year of the confirmation
 * @text: what was confirmed
 * @by: name of whoever confirmed it
 *
 * Returns: (transfer full): a note; nothing is checked, jg_desk_add_note() does that */
JgDeskNote *
jg_desk_note_new (guint number,
                  const char *measure,
                  const char *date,
                  const char *text,
                  const char *by)
{
  JgDeskNote *self = g_rc_box_new0 (JgDeskNote);

  self->number = number;
  self->measure = g_strdup (measure);
  self->date = g_strdup (date);
  self->text = g_strdup (text);
  self->by = g_strdup (by);
  return self;
}

/* jg_desk_note_ref:
 *
 * Returns: (transfer full): the same note */
JgDeskNote *
jg_desk_note_ref (JgDeskNote *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
note_clear (JgDeskNote *self)
{
  g_free (self->measure);
  g_free (self->date);
  g_free (self->text);
  g_free (self->by);
}

/* jg_desk_note_unref:
 * @self: (transfer full): a note */
void
jg_desk_note_unref (JgDeskNote *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, (GDestroyNotify) note_clear);
}

/* jg_desk_note_equal:
 *
 * Returns: whether both say the same under the same number */
gboolean
jg_desk_note_equal (const JgDeskNote *a, const JgDeskNote *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->number == b->number && g_strcmp0 (a->measure, b->measure) == 0 &&
         g_strcmp0 (a->date, b->date) == 0 && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->by, b->by) == 0;
}
