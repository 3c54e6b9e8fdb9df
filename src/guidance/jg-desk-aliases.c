/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The everyday words of a desk, and the searches without a result that they may come from. */

#include "jg-desk-private.h"

#include "catalogue/jg-json-reader.h"

/* jg_desk_list_aliases:
 *
 * Returns: (transfer full) (element-type JgDeskAlias): the office's everyday words, as they were added */
GPtrArray *
jg_desk_list_aliases (JgDesk *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_desk_alias_unref);

  g_return_val_if_fail (JG_IS_DESK (self), list);

  for (guint i = 0; i < self->content->aliases->len; i++)
    g_ptr_array_add (list, jg_desk_alias_ref (g_ptr_array_index (self->content->aliases, i)));
  return list;
}

static gboolean
find_alias (JgDeskContent *content, const char *text, const char *occupation, guint *index)
{
  for (guint i = 0; i < content->aliases->len; i++)
    {
      const JgDeskAlias *alias = g_ptr_array_index (content->aliases, i);

      if (g_str_equal (alias->text, text) && g_str_equal (alias->occupation, occupation))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_missed (JgDeskContent *content, const char *text, guint *index)
{
  for (guint i = 0; i < content->missed->len; i++)
    if (g_str_equal (((JgDeskMissed *) g_ptr_array_index (content->missed, i))->text, text))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static void
drop_missed (JgDeskContent *content, const char *query)
{
  g_autofree char *text = jg_desk_missed_dup_text (query);
  guint index;

  if (text != NULL && find_missed (content, text, &index))
    g_ptr_array_remove_index (content->missed, index);
}

static gboolean
apply_add_alias (JgDesk *self, JgDeskContent *content, gpointer data, GError **error)
{
  JgDeskAlias *alias = data;
  guint index;

  if (find_alias (content, alias->text, alias->occupation, &index))
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID,
                   "没有保存：“%s”已经是这个职业的日常说法。", alias->text);
      return FALSE;
    }
  if (content->aliases->len == JG_DESK_MAX_ALIASES)
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID,
                   "没有保存：已有 %d 个日常说法，请先删去旧的。", JG_DESK_MAX_ALIASES);
      return FALSE;
    }
  g_ptr_array_add (content->aliases, jg_desk_alias_ref (alias));
  drop_missed (content, alias->text);
  return TRUE;
}

/* jg_desk_add_alias:
 * @text: an everyday word, at most 20 characters
 * @occupation: id of the occupation it means
 * @date: day, month or year
 * @by: name of whoever adds it
 *
 * Keeps an everyday word, and takes it off the searches without a result; it is on the disk when
 * this returns.
 *
 * Returns: (transfer full) (nullable): the word as kept, or %NULL with JG_DESK_ERROR_INVALID or
 *   JG_DESK_ERROR_WRITE, or as jg_desk_load() when the file was found changed and bad */
JgDeskAlias *
jg_desk_add_alias (JgDesk *self,
                   const char *text,
                   const char *occupation,
                   const char *date,
                   const char *by,
                   GError **error)
{
  g_autoptr (JgDeskAlias) alias = NULL;
  g_autofree char *word = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (JG_IS_DESK (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  word = jg_text_dup_tidy (text, 0);
  name = jg_text_dup_tidy (by, 0);
  if (!jg_desk_words_check ("日常说法", word, JG_DESK_ALIAS_MAX_TEXT, error) ||
      !jg_desk_words_check_date (date, error) ||
      !jg_desk_words_check ("添加人姓名", name, JG_DESK_MAX_NAME, error))
    return NULL;
  if (!jg_json_is_id (occupation))
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID,
                   "没有保存：“%s”不是职业的内部编号。", occupation != NULL ? occupation : "");
      return NULL;
    }
  g_strdelimit (word, "\n", ' ');
  alias = jg_desk_alias_new (word, occupation, date, name);
  if (!jg_desk_change (self, apply_add_alias, alias, error))
    return NULL;
  return g_steal_pointer (&alias);
}

static gboolean
apply_remove_alias (JgDesk *self, JgDeskContent *content, gpointer data, GError **error)
{
  JgDeskAlias *alias = data;
  guint index;

  if (!find_alias (content, alias->text, alias->occupation, &index))
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_GONE, "这个日常说法已不在了。");
      return FALSE;
    }
  g_ptr_array_remove_index (content->aliases, index);
  return TRUE;
}

/* jg_desk_remove_alias:
 * @alias: a word; whoever keeps it can add it again
 *
 * Returns: whether it is gone from the disk; otherwise JG_DESK_ERROR_GONE or JG_DESK_ERROR_WRITE, or as
 *   jg_desk_load() when the file was found changed and bad */
gboolean
jg_desk_remove_alias (JgDesk *self, JgDeskAlias *alias, GError **error)
{
  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (alias != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return jg_desk_change (self, apply_remove_alias, alias, error);
}

static int
compare_missed (gconstpointer left, gconstpointer right)
{
  const JgDeskMissed *a = *(JgDeskMissed *const *) left;
  const JgDeskMissed *b = *(JgDeskMissed *const *) right;

  if (a->count != b->count)
    return a->count > b->count ? -1 : 1;
  return g_strcmp0 (b->last, a->last) != 0 ? g_strcmp0 (b->last, a->last)
                                           : g_strcmp0 (a->text, b->text);
}

/* jg_desk_list_missed:
 *
 * Returns: (transfer full) (element-type JgDeskMissed): searches without a result, most frequent first */
GPtrArray *
jg_desk_list_missed (JgDesk *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_desk_missed_unref);

  g_return_val_if_fail (JG_IS_DESK (self), list);

  for (guint i = 0; i < self->content->missed->len; i++)
    g_ptr_array_add (list, jg_desk_missed_ref (g_ptr_array_index (self->content->missed, i)));
  g_ptr_array_sort (list, compare_missed);
  return list;
}

/* Makes room for one: what was asked least, of these the longest ago. */
static void
drop_least (JgDeskContent *content)
{
  guint least = 0;

  for (guint i = 1; i < content->missed->len; i++)
    if (compare_missed (&content->missed->pdata[i], &content->missed->pdata[least]) > 0)
      least = i;
  g_ptr_array_remove_index (content->missed, least);
}

static gboolean
apply_put_missed (JgDesk *self, JgDeskContent *content, gpointer data, GError **error)
{
  JgDeskMissed *missed = data;
  guint count = missed->count;
  guint index;

  if (find_missed (content, missed->text, &index))
    {
      const JgDeskMissed *known = g_ptr_array_index (content->missed, index);

      count = MIN (known->count + count, JG_DESK_MAX_COUNT);
      g_ptr_array_remove_index (content->missed, index);
    }
  else if (content->missed->len == JG_DESK_MAX_MISSED)
    drop_least (content);
  g_ptr_array_add (content->missed, jg_desk_missed_new (missed->text, count, missed->last));
  return TRUE;
}

/* jg_desk_count_missed:
 * @query: what was searched for and is not in the catalogue
 * @date: the day, YYYY-MM-DD
 *
 * Counts a search without a result, if jg_desk_missed_dup_text() lets it be kept. The five hundred most frequent
 * are kept.
 *
 * Returns: whether it was counted; %FALSE without an error when it must not be kept, otherwise with
 *   JG_DESK_ERROR_WRITE, or as jg_desk_load() when the file was found changed and bad */
gboolean
jg_desk_count_missed (JgDesk *self, const char *query, const char *date, GError **error)
{
  g_autoptr (JgDeskMissed) missed = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  text = jg_desk_missed_dup_text (query);
  if (text == NULL)
    return FALSE;
  if (!jg_desk_words_check_date (date, error))
    return FALSE;
  missed = jg_desk_missed_new (text, 1, date);
  return jg_desk_change (self, apply_put_missed, missed, error);
}

/* jg_desk_restore_missed:
 * @missed: a search that was forgotten
 *
 * Returns: whether it is kept again, as jg_desk_count_missed() */
gboolean
jg_desk_restore_missed (JgDesk *self, JgDeskMissed *missed, GError **error)
{
  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (missed != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return jg_desk_change (self, apply_put_missed, missed, error);
}

static gboolean
apply_forget_missed (JgDesk *self, JgDeskContent *content, gpointer data, GError **error)
{
  const char *text = data;
  guint index;

  if (text == NULL)
    g_ptr_array_set_size (content->missed, 0);
  else if (find_missed (content, text, &index))
    g_ptr_array_remove_index (content->missed, index);
  return TRUE;
}

/* jg_desk_forget_missed:
 * @text: (nullable): the words, or %NULL for all of them
 *
 * Returns: whether it is gone from the disk, as jg_desk_remove_alias() */
gboolean
jg_desk_forget_missed (JgDesk *self, const char *text, GError **error)
{
  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return jg_desk_change (self, apply_forget_missed, (gpointer) text, error);
}
