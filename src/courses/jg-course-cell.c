/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What people and office programs write in a cell, brought into the form that is kept. */

#include "jg-course-cell.h"

#include <string.h>

#include "text/jg-code.h"
#include "text/jg-text.h"

/* Days that office programs count from 1899-12-30, from 2000 to 2099. */
#define FIRST_SERIAL 36526
#define LAST_SERIAL 73050

typedef struct
{
  JgCourseField field;
  const char *choice;
  const char *words;
} Choice;

static const Choice choices[] = {
  { JG_COURSE_STATE, "open",
    "开课 开班 在开班 在开课 已开课 已开班 招生中 正在招生 在招 正常 启用" },
  { JG_COURSE_STATE, "stopped", "停课 停办 停招 已停开 已停 停用 暂停 已结束 结束" },
  { JG_COURSE_STATE, "draft",
    "拟开 拟开课 拟开班 筹备 筹备中 计划 计划中 未开 未开课 未开班 待开" },
  { JG_COURSE_EDITION, "2020", "2020 2020年版 2015 2015版 2015年版" },
  { JG_COURSE_EDITION, "2022", "2022 2022年版" },
  { JG_COURSE_MODE, "offline", "面授 线下培训 线下授课 线下面授 集中 集中授课 集中培训 课堂" },
  { JG_COURSE_MODE, "online", "网络 在线 网课 直播 线上培训 线上授课 网上 网络培训 远程" },
  { JG_COURSE_MODE, "mixed",
    "混合 混合式 线上线下 线上+线下 线上、线下 线下+线上 线上线下相结合 "
    "线上与线下结合 线上和线下结合" },
};

/**
 * jg_course_cell_tidy:
 * @text: the text of a cell
 *
 * Takes away the space around a text, and the spaces without width that copying leaves.
 *
 * Returns: (transfer full) (nullable): the text; %NULL when nothing is left
 */
char *
jg_course_cell_tidy (const char *text)
{
  const char *start, *end;

  g_return_val_if_fail (text != NULL, NULL);

  start = text;
  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end > start ? g_strndup (start, (gsize) (end - start)) : NULL;
}

static char *
make_day (int year, int month, int day)
{
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static char *
read_serial (guint64 serial)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) serial);
  return make_day (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
}

/* 2026-3-5, 2026/03/05 0:00:00, 2026年3月5日, 2026.3.5, 20260305, 46086 (a day as office programs count them), 5-Mar-2026. */
static char *
read_date (const char *normal)
{
  static const char *const months = "janfebmaraprmayjunjulaugsepoctnovdec";
  g_autoptr (GRegex) parts =
      g_regex_new ("^([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?"
                   "(?:t?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.0+)?)?)?$",
                   0, 0, NULL);
  g_autoptr (GRegex) english =
      g_regex_new ("^([0-9]{1,2})[-/]([a-z]{3})[a-z]*[-/]([0-9]{4})$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GMatchInfo) other = NULL;
  guint64 number;

  if (g_regex_match (parts, normal, 0, &match))
    {
      g_autofree char *year = g_match_info_fetch (match, 1);
      g_autofree char *month = g_match_info_fetch (match, 2);
      g_autofree char *day = g_match_info_fetch (match, 3);

      return make_day (atoi (year), atoi (month), atoi (day));
    }
  if (g_regex_match (english, normal, 0, &other))
    {
      g_autofree char *day = g_match_info_fetch (other, 1);
      g_autofree char *month = g_match_info_fetch (other, 2);
      g_autofree char *year = g_match_info_fetch (other, 3);
      const char *at = strstr (months, month);

      return at != NULL && (at - months) % 3 == 0
                 ? make_day (atoi (year), (int) (at - months) / 3 + 1, atoi (day))
                 : NULL;
    }
  if (g_ascii_string_to_unsigned (normal, 10, 0, 99999999, &number, NULL))
    {
      if (strlen (normal) == 8)
        return make_day ((int) (number / 10000), (int) (number / 100 % 100), (int) (number % 100));
      if (number >= FIRST_SERIAL && number <= LAST_SERIAL)
        return read_serial (number);
    }
  return NULL;
}

static const char *
read_choice (JgCourseField field, const char *normal)
{
  const char *const *all = jg_course_field_choices (field);

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *label =
          jg_text_normalize_compact (jg_course_field_choice_label (field, all[i]));

      if (g_str_equal (label, normal) || g_str_equal (all[i], normal))
        return all[i];
    }
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_auto (GStrv) words = g_strsplit (choices[i].words, " ", -1);

      if (choices[i].field == field && g_strv_contains ((const char *const *) words, normal))
        return choices[i].choice;
    }
  return NULL;
}

/* A number with its unit taken away: 40课时, 30人. */
static char *
drop_unit (const char *normal, const char *const *units)
{
  for (guint i = 0; units[i] != NULL; i++)
    if (g_str_has_suffix (normal, units[i]))
      return g_strndup (normal, strlen (normal) - strlen (units[i]));
  return g_strdup (normal);
}

static char *
read_number (const char *normal)
{
  static const char *const units[] = { "人/班", "人", "名", "个", NULL };
  char *number = drop_unit (normal, units);

  /* 30.0 is how some programs write a whole number. */
  if (g_str_has_suffix (number, ".0"))
    number[strlen (number) - 2] = '\0';
  return number;
}

static char *
read_ids (const char *text)
{
  g_auto (GStrv) ids = g_strsplit_set (text, " ,;\n\t", -1);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", ids[i]);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
separate_ids (const char *text)
{
  g_autofree char *comma = g_strdup (text);
  g_autoptr (GString) string = g_string_new (comma);

  g_string_replace (string, "，", ",", 0);
  g_string_replace (string, "、", ",", 0);
  g_string_replace (string, "；", ",", 0);
  return read_ids (string->str);
}

/**
 * jg_course_cell_read_hours:
 * @text: a cell: 40, 40.0, 1.5课时, ４０学时
 * @error: return location
 *
 * Reads hours.
 *
 * Returns: half hours, or %JG_COURSE_NO_HOURS with JG_COURSE_ERROR_INVALID
 */
int
jg_course_cell_read_hours (const char *text, GError **error)
{
  static const char *const units[] = { "个课时", "个学时", "课时", "学时", "节", "h", NULL };
  g_autofree char *normal = jg_text_normalize_compact (text);
  g_autofree char *number = drop_unit (normal, units);
  const int halves = jg_course_hours_parse (number);

  if (halves == JG_COURSE_NO_HOURS)
    g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                 "写了“%s”；应为课时数，如 40 或 1.5，不超过 %d", text, JG_COURSE_MAX_HOURS);
  return halves;
}

static char *
read_value (JgCourseField field, const char *tidy, GError **error)
{
  g_autofree char *normal = jg_text_normalize_compact (tidy);
  char *value = NULL;

  switch (jg_course_field_kind (field))
    {
    case JG_COURSE_KIND_TEXT:
      return g_strdup (tidy);
    case JG_COURSE_KIND_ID:
      return g_strdup (tidy);
    case JG_COURSE_KIND_CHOICE:
      value = g_strdup (read_choice (field, normal));
      break;
    case JG_COURSE_KIND_DATE:
      value = read_date (normal);
      if (value == NULL)
        g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                     "写了“%s”；应为真实存在、年份四位的日期，如 2026-03-05 或 2026年3月5日", tidy);
      return value;
    case JG_COURSE_KIND_CODE:
      value = jg_code_parse (tidy);
      break;
    case JG_COURSE_KIND_HOURS:
      return jg_course_hours_dup (jg_course_cell_read_hours (tidy, error));
    case JG_COURSE_KIND_NUMBER:
      value = read_number (normal);
      break;
    case JG_COURSE_KIND_IDS:
      value = separate_ids (tidy);
      break;
    default:
      g_assert_not_reached ();
    }
  /* What cannot be read is for the check to refuse. */
  return value != NULL ? value : g_strdup (tidy);
}

/**
 * jg_course_cell_read:
 * @field: the field of the column
 * @text: the text of a cell
 * @error: return location
 *
 * Brings what stands in a cell into the form that is kept: days as Excel and WPS write them, numbers with their unit, states
 * and modes in other words, codes in any width.
 *
 * Returns: (transfer full) (nullable): a value that jg_course_field_check() lets pass; %NULL for an empty cell, or with
 *   JG_COURSE_ERROR_INVALID
 */
char *
jg_course_cell_read (JgCourseField field, const char *text, GError **error)
{
  g_autofree char *tidy = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  tidy = jg_course_cell_tidy (text);
  if (tidy == NULL)
    return NULL;
  value = read_value (field, tidy, &local);
  if (local != NULL || !jg_course_field_check (field, value, &local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&value);
}

/**
 * jg_course_cell_split_hours:
 * @line: a sentence, maybe with hours behind it: 〔1.5课时〕
 * @halves: (out): half hours, or %JG_COURSE_NO_HOURS
 *
 * Splits the hours off a task.
 *
 * Returns: (transfer full): the sentence
 */
char *
jg_course_cell_split_hours (const char *line, int *halves)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^(.*\\S)\\s*[〔\\[（(]\\s*([0-9.]+)\\s*(?:课时|学时)\\s*[〕\\]）)]$",
                   G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_return_val_if_fail (line != NULL && halves != NULL, NULL);

  *halves = JG_COURSE_NO_HOURS;
  if (g_regex_match (regex, line, 0, &match))
    {
      g_autofree char *number = g_match_info_fetch (match, 2);

      *halves = jg_course_hours_parse (number);
      if (*halves != JG_COURSE_NO_HOURS)
        return g_match_info_fetch (match, 1);
    }
  return g_strdup (line);
}
