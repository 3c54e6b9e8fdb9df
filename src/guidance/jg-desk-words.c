/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people write into the office's file, looked at before it gets there. */

#include "jg-desk-private.h"

#include "catalogue/jg-json-reader.h"

/* jg_desk_words_check:
 * @label: what the words are, in Chinese
 * @text: (nullable): tidy words
 * @max: the most characters
 *
 * Returns: whether there are words and not too many; otherwise JG_DESK_ERROR_INVALID */
gboolean
jg_desk_words_check (const char *label, const char *text, guint max, GError **error)
{
  if (text == NULL)
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID, "没有保存：没有写%s。", label);
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > (glong) max)
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID,
                   "没有保存：%s太长，最多 %u 个字，现在有 %ld 个。", label, max,
                   g_utf8_strlen (text, -1));
      return FALSE;
    }
  return TRUE;
}

/* jg_desk_words_check_date:
 * @date: (nullable): a day, month or year
 *
 * Returns: whether it is one; otherwise JG_DESK_ERROR_INVALID */
gboolean
jg_desk_words_check_date (const char *date, GError **error)
{
  if (date != NULL && jg_json_is_date (date))
    return TRUE;
  g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID,
               "没有保存：确认日期“%s”不是日期，请写成 2026-05-12、2026-05 或 2026。",
               date != NULL ? date : "");
  return FALSE;
}

/* jg_desk_words_check_measure:
 * @measure: (nullable): id of a measure
 *
 * Returns: whether it has the form of an id; otherwise JG_DESK_ERROR_INVALID */
gboolean
jg_desk_words_check_measure (const char *measure, GError **error)
{
  if (jg_json_is_id (measure))
    return TRUE;
  g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID, "没有保存：“%s”不是政策的编号。",
               measure != NULL ? measure : "");
  return FALSE;
}
