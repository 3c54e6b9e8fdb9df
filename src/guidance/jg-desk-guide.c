/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-desk-guide.h"

G_DEFINE_BOXED_TYPE (JgDeskGuide, jg_desk_guide, jg_desk_guide_ref, jg_desk_guide_unref)

static const struct
{
  const char *nick;
  const char *label;
  guint max;
} field_words[JG_N_DESK_FIELDS] = {
  [JG_DESK_FIELD_COUNTER] = { "counter", "窗口", 100 },
  [JG_DESK_FIELD_ADDRESS] = { "address", "地址", 200 },
  [JG_DESK_FIELD_HOURS] = { "hours", "办公时间", 200 },
  [JG_DESK_FIELD_TELEPHONE] = { "telephone", "电话", 100 },
  [JG_DESK_FIELD_MATERIALS] = { "materials", "材料", 500 },
};

/* jg_desk_guide_new:
 * @measure: (nullable): id of the measure, or %NULL for all that have no guide of their own
 * @date: day, month or year of the confirmation
 * @by: name of whoever confirmed it
 *
 * Returns: (transfer full): a guide that says nothing yet; jg_desk_set_guide() checks it */
JgDeskGuide *
jg_desk_guide_new (const char *measure, const char *date, const char *by)
{
  JgDeskGuide *self = g_rc_box_new0 (JgDeskGuide);

  self->measure = g_strdup (measure);
  self->date = g_strdup (date);
  self->by = g_strdup (by);
  return self;
}

/* jg_desk_guide_set_field:
 * @text: (nullable): what to say there
 *
 * Writes one field of a guide that is not in a store yet. */
void
jg_desk_guide_set_field (JgDeskGuide *self, JgDeskField field, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field < JG_N_DESK_FIELDS);

  g_free (self->fields[field]);
  self->fields[field] = g_strdup (text);
}

/* jg_desk_guide_ref:
 *
 * Returns: (transfer full): the same guide */
JgDeskGuide *
jg_desk_guide_ref (JgDeskGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
guide_clear (JgDeskGuide *self)
{
  g_free (self->measure);
  for (guint i = 0; i < JG_N_DESK_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self->date);
  g_free (self->by);
}

/* jg_desk_guide_unref:
 * @self: (transfer full): a guide */
void
jg_desk_guide_unref (JgDeskGuide *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, (GDestroyNotify) guide_clear);
}

/* jg_desk_field_nick:
 *
 * Returns: (transfer none): the key of the field in jobguide-desk/1 */
const char *
jg_desk_field_nick (JgDeskField field)
{
  g_return_val_if_fail (field < JG_N_DESK_FIELDS, NULL);

  return field_words[field].nick;
}

/* jg_desk_field_label:
 *
 * Returns: (transfer none): the name of the field in Chinese */
const char *
jg_desk_field_label (JgDeskField field)
{
  g_return_val_if_fail (field < JG_N_DESK_FIELDS, NULL);

  return field_words[field].label;
}

/* jg_desk_field_max:
 *
 * Returns: the most characters the field may have */
guint
jg_desk_field_max (JgDeskField field)
{
  g_return_val_if_fail (field < JG_N_DESK_FIELDS, 0);

  return field_words[field].max;
}
