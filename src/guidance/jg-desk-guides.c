/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The guides of a desk. */

#include "jg-desk-private.h"

static int
compare_measures (gconstpointer left, gconstpointer right)
{
  const JgDeskGuide *a = *(JgDeskGuide *const *) left;
  const JgDeskGuide *b = *(JgDeskGuide *const *) right;

  return g_strcmp0 (a->measure, b->measure);
}

/* jg_desk_list_guides:
 *
 * Returns: (transfer full) (element-type JgDeskGuide): the guide for all first, then by measure */
GPtrArray *
jg_desk_list_guides (JgDesk *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_desk_guide_unref);

  g_return_val_if_fail (JG_IS_DESK (self), list);

  for (guint i = 0; i < self->content->guides->len; i++)
    g_ptr_array_add (list, jg_desk_guide_ref (g_ptr_array_index (self->content->guides, i)));
  g_ptr_array_sort (list, compare_measures);
  return list;
}

static gboolean
find_guide_index (JgDeskContent *content, const char *measure, guint *index)
{
  for (guint i = 0; i < content->guides->len; i++)
    if (g_strcmp0 (((JgDeskGuide *) g_ptr_array_index (content->guides, i))->measure, measure) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* jg_desk_get_guide:
 * @measure: (nullable): id of a measure, or %NULL for the guide for all
 *
 * Returns: (transfer none) (nullable): the guide written for just this; yours only until the next
 *   change */
JgDeskGuide *
jg_desk_get_guide (JgDesk *self, const char *measure)
{
  guint index;

  g_return_val_if_fail (JG_IS_DESK (self), NULL);

  if (!find_guide_index (self->content, measure, &index))
    return NULL;
  return g_ptr_array_index (self->content->guides, index);
}

/* jg_desk_find_guide:
 * @measure: id of a measure
 *
 * Returns: (transfer none) (nullable): the guide of the measure, else the one for all; yours only
 *   until the next change */
JgDeskGuide *
jg_desk_find_guide (JgDesk *self, const char *measure)
{
  JgDeskGuide *guide;

  g_return_val_if_fail (JG_IS_DESK (self), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  guide = jg_desk_get_guide (self, measure);
  return guide != NULL ? guide : jg_desk_get_guide (self, NULL);
}

static gboolean
apply_set_guide (JgDesk *self, JgDeskContent *content, gpointer data, GError **error)
{
  JgDeskGuide *guide = data;
  guint index;

  if (find_guide_index (content, guide->measure, &index))
    g_ptr_array_remove_index (content->guides, index);
  else if (content->guides->len == JG_DESK_MAX_GUIDES)
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID,
                   "没有保存：已有 %d 份办事指南，请先删去旧的。", JG_DESK_MAX_GUIDES);
      return FALSE;
    }
  g_ptr_array_add (content->guides, jg_desk_guide_ref (guide));
  return TRUE;
}

/* jg_desk_set_guide:
 * @guide: a guide; it is copied
 *
 * Keeps a guide in place of the one for the same measure; it is on the disk when this returns.
 *
 * Returns: whether it was kept; otherwise JG_DESK_ERROR_INVALID or JG_DESK_ERROR_WRITE, or as
 *   jg_desk_load() when the file was found changed and bad */
gboolean
jg_desk_set_guide (JgDesk *self, JgDeskGuide *guide, GError **error)
{
  g_autoptr (JgDeskGuide) copy = NULL;
  g_autofree char *name = NULL;
  guint n_fields = 0;

  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (guide != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  name = jg_text_dup_tidy (guide->by, 0);
  if ((guide->measure != NULL && !jg_desk_words_check_measure (guide->measure, error)) ||
      !jg_desk_words_check_date (guide->date, error) ||
      !jg_desk_words_check ("确认人姓名", name, JG_DESK_MAX_NAME, error))
    return FALSE;
  copy = jg_desk_guide_new (guide->measure, guide->date, name);
  for (guint field = 0; field < JG_N_DESK_FIELDS; field++)
    {
      g_autofree char *text = jg_text_dup_tidy (guide->fields[field], 0);

      if (text == NULL)
        continue;
      if (!jg_desk_words_check (jg_desk_field_label (field), text, jg_desk_field_max (field),
                                error))
        return FALSE;
      jg_desk_guide_set_field (copy, field, text);
      n_fields++;
    }
  if (n_fields == 0)
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID,
                   "没有保存：办事指南里什么也没写；窗口、地址、办公时间、电话、材料至少写一项。");
      return FALSE;
    }
  return jg_desk_change (self, apply_set_guide, copy, error);
}

static gboolean
apply_remove_guide (JgDesk *self, JgDeskContent *content, gpointer data, GError **error)
{
  guint index;

  if (!find_guide_index (content, data, &index))
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_GONE, "这份办事指南已不在了。");
      return FALSE;
    }
  g_ptr_array_remove_index (content->guides, index);
  return TRUE;
}

/* jg_desk_remove_guide:
 * @measure: (nullable): id of the measure, or %NULL for the guide for all
 *
 * Removes a guide. Whoever keeps a reference can bring it back with jg_desk_set_guide().
 *
 * Returns: whether it is gone from the disk; otherwise as jg_desk_remove_note() */
gboolean
jg_desk_remove_guide (JgDesk *self, const char *measure, GError **error)
{
  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return jg_desk_change (self, apply_remove_guide, (gpointer) measure, error);
}
