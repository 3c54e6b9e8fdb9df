/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo: the whole content is small, so a step is a copy of it. */

#include "jg-record-private.h"

#include <string.h>

#include "jg-text-wipe.h"

static const char *const word_keys[] = { "alias", "experience", "wish" };

static const char *
get_word (JgProfile *profile, guint index)
{
  switch (index)
    {
    case 0:
      return jg_profile_get_alias (profile);
    case 1:
      return jg_profile_get_experience (profile);
    default:
      return jg_profile_get_wish (profile);
    }
}

/* The profile without its free words; they are set again. */
static char *
dup_rest (JgProfile *profile)
{
  g_autofree char *data = jg_profile_to_data (profile);
  g_autoptr (JgProfile) copy = jg_profile_new_from_data (data, -1, "profile", NULL);

  if (copy == NULL)
    return g_steal_pointer (&data);
  jg_profile_set_alias (copy, NULL);
  jg_profile_set_experience (copy, NULL);
  jg_profile_set_wish (copy, NULL);
  return jg_profile_to_data (copy);
}

/* Remembers the profile, and tells what was typed into when one of its free words is all that changed. */
static const char *
look_at_profile (JgRecord *self)
{
  JgProfile *profile = self->content->profile;
  g_autofree char *rest = dup_rest (profile);
  const char *typed = NULL;
  guint n = g_strcmp0 (rest, self->rest) != 0 ? 2 : 0;

  jg_text_wipe_free (self->rest);
  self->rest = g_steal_pointer (&rest);
  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    {
      if (g_strcmp0 (get_word (profile, i), self->words[i]) == 0)
        continue;
      typed = word_keys[i];
      n++;
      jg_text_wipe_free (self->words[i]);
      self->words[i] = g_strdup (get_word (profile, i));
    }
  return n == 1 ? typed : NULL;
}

static void
stamp (JgRecord *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_free (self->content->changed);
  self->content->changed = g_date_time_format (now, "%Y-%m-%d");
}

/* jg_record_commit:
 * @group: (nullable): static words for what is being typed into, or %NULL for a change of its own
 *
 * Takes note of what was changed in the content: a step of undo, the day, the signal.
 *
 * Returns: whether anything is other than before */
gboolean
jg_record_commit (JgRecord *self, const char *group)
{
  g_autofree char *data = jg_record_content_to_data (self->content, FALSE);
  const char *typed;

  if (g_strcmp0 (data, self->snapshot) == 0)
    return FALSE;
  typed = look_at_profile (self);
  if (typed != NULL)
    group = typed;
  group = g_intern_string (group);
  if (self->snapshot == NULL)
    {
      self->snapshot = g_steal_pointer (&data);
      return FALSE;
    }
  if (group == NULL || group != self->group)
    {
      g_queue_push_tail (&self->undo, g_steal_pointer (&self->snapshot));
      if (self->undo.length > JG_RECORD_MAX_UNDO)
        jg_text_wipe_free (g_queue_pop_head (&self->undo));
    }
  g_queue_clear_full (&self->redo, (GDestroyNotify) jg_text_wipe_free);
  jg_text_wipe_free (self->snapshot);
  self->snapshot = g_steal_pointer (&data);
  self->group = group;
  stamp (self);
  g_signal_emit_by_name (self, "changed");
  return TRUE;
}

/* jg_record_touch:
 *
 * Says that the profile was changed from outside.
 *
 * Returns: whether it is other than before; then “changed” was emitted */
gboolean
jg_record_touch (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  return jg_record_commit (self, NULL);
}

/* jg_record_end_edit:
 *
 * Says that an entry was left: typing into it again is another step of undo. */
void
jg_record_end_edit (JgRecord *self)
{
  g_return_if_fail (JG_IS_RECORD (self));

  self->group = NULL;
}

static gboolean
go (JgRecord *self, GQueue *from, GQueue *to)
{
  char *data = g_queue_peek_tail (from);
  g_autoptr (GError) error = NULL;
  JgRecordContent *content;

  if (data == NULL)
    return FALSE;
  content = jg_record_content_parse ("record", data, strlen (data), &error);
  if (content == NULL)
    {
      g_critical ("What was written cannot be read: %s", error->message);
      return FALSE;
    }
  g_queue_pop_tail (from);
  g_queue_push_tail (to, g_steal_pointer (&self->snapshot));
  jg_record_content_free (self->content);
  self->content = content;
  self->snapshot = data;
  self->group = NULL;
  look_at_profile (self);
  stamp (self);
  g_signal_emit_by_name (self, "replaced");
  g_signal_emit_by_name (self, "changed");
  return TRUE;
}

/* jg_record_can_undo:
 *
 * Returns: whether there is a change to take back */
gboolean
jg_record_can_undo (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  return self->undo.length > 0;
}

/* jg_record_undo:
 *
 * Takes the last change back, of the last JG_RECORD_MAX_UNDO. What was got from the record before is gone, the profile
 * too.
 *
 * Returns: %FALSE when there is none */
gboolean
jg_record_undo (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  return go (self, &self->undo, &self->redo);
}

/* jg_record_can_redo:
 *
 * Returns: whether a change was taken back and nothing was changed since */
gboolean
jg_record_can_redo (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  return self->redo.length > 0;
}

/* jg_record_redo:
 *
 * Makes the change again that was taken back last.
 *
 * Returns: %FALSE when there is none */
gboolean
jg_record_redo (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  return go (self, &self->redo, &self->undo);
}
