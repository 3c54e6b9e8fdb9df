/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be written of a course: the one table that the file, the tables of offices and the checks go by. */

#include "jg-course-field.h"

#include <string.h>

#include "catalogue/jg-json-reader.h"
#include "text/jg-code.h"
#include "text/jg-text-forbidden.h"

G_DEFINE_QUARK (jg - course - error - quark, jg_course_error)

typedef struct
{
  const char *nick; /* key in the file */
  const char *label;
  JgCourseKind kind;
  guint max; /* characters */
  const char *const *choices;
  const char *const *choice_labels;
} Field;

static const char *const states[] = { "draft", "open", "stopped", NULL };
static const char *const state_labels[] = { "草稿", "在开", "停开", NULL };
static const char *const editions[] = { "2020", "2022", NULL };
static const char *const edition_labels[] = { "2020版", "2022版", NULL };
static const char *const modes[] = { "offline", "online", "mixed", NULL };
static const char *const mode_labels[] = { "线下", "线上", "线上线下结合", NULL };

static const Field fields[JG_N_COURSE_FIELDS] = {
  [JG_COURSE_ID] = { "id", "课程编号", JG_COURSE_KIND_ID, 64 },
  [JG_COURSE_NAME] = { "name", "课程名称", JG_COURSE_KIND_TEXT, 100 },
  [JG_COURSE_STATE] = { "state", "状态", JG_COURSE_KIND_CHOICE, 0, states, state_labels },
  [JG_COURSE_CONFIRMED] = { "confirmed", "核实日期", JG_COURSE_KIND_DATE, 0 },
  [JG_COURSE_PROVIDER] = { "provider", "培训机构", JG_COURSE_KIND_TEXT, 100 },
  [JG_COURSE_AUDIENCE] = { "audience", "培训对象", JG_COURSE_KIND_TEXT, 500 },
  [JG_COURSE_OCCUPATION] = { "occupation", "对应职业", JG_COURSE_KIND_TEXT, 100 },
  [JG_COURSE_CODE] = { "code", "职业编码", JG_COURSE_KIND_CODE, 0 },
  [JG_COURSE_EDITION] = { "edition", "编码版本", JG_COURSE_KIND_CHOICE, 0, editions,
                          edition_labels },
  [JG_COURSE_WORK_TYPE] = { "work_type", "工种", JG_COURSE_KIND_TEXT, 100 },
  [JG_COURSE_LEVEL] = { "level", "等级", JG_COURSE_KIND_TEXT, 50 },
  [JG_COURSE_MODE] = { "mode", "授课方式", JG_COURSE_KIND_CHOICE, 0, modes, mode_labels },
  [JG_COURSE_HOURS] = { "hours", "总课时", JG_COURSE_KIND_HOURS, 0 },
  [JG_COURSE_THEORY] = { "theory", "理论课时", JG_COURSE_KIND_HOURS, 0 },
  [JG_COURSE_PRACTICE] = { "practice", "实操课时", JG_COURSE_KIND_HOURS, 0 },
  [JG_COURSE_TEACHERS] = { "teachers", "师资", JG_COURSE_KIND_TEXT, 2000 },
  [JG_COURSE_PLACE] = { "place", "场地", JG_COURSE_KIND_TEXT, 500 },
  [JG_COURSE_EQUIPMENT] = { "equipment", "设备", JG_COURSE_KIND_TEXT, 2000 },
  [JG_COURSE_ASSESSMENT] = { "assessment", "考核方式", JG_COURSE_KIND_TEXT, 500 },
  [JG_COURSE_CERTIFICATE] = { "certificate", "证书", JG_COURSE_KIND_TEXT, 200 },
  [JG_COURSE_FEE] = { "fee", "收费", JG_COURSE_KIND_TEXT, 200 },
  [JG_COURSE_START] = { "start", "开课日期", JG_COURSE_KIND_DATE, 0 },
  [JG_COURSE_END] = { "end", "结课日期", JG_COURSE_KIND_DATE, 0 },
  [JG_COURSE_SCHEDULE] = { "schedule", "上课时间", JG_COURSE_KIND_TEXT, 500 },
  [JG_COURSE_CAPACITY] = { "capacity", "容量", JG_COURSE_KIND_NUMBER, 0 },
  [JG_COURSE_CONTACT] = { "contact", "联系方式", JG_COURSE_KIND_TEXT, 200 },
  [JG_COURSE_MEASURES] = { "measures", "政策依据", JG_COURSE_KIND_IDS, 0 },
  [JG_COURSE_NOTE] = { "note", "备注", JG_COURSE_KIND_TEXT, 2000 },
};

/**
 * jg_course_field_nick:
 * @field: a field
 *
 * Names a field as the file does.
 *
 * Returns: (transfer none): the key
 */
const char *
jg_course_field_nick (JgCourseField field)
{
  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, NULL);

  return fields[field].nick;
}

/**
 * jg_course_field_label:
 * @field: a field
 *
 * Names a field for people; the header of its column too.
 *
 * Returns: (transfer none): its Chinese name
 */
const char *
jg_course_field_label (JgCourseField field)
{
  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, NULL);

  return fields[field].label;
}

/**
 * jg_course_field_kind:
 * @field: a field
 *
 * Returns: what its values are
 */
JgCourseKind
jg_course_field_kind (JgCourseField field)
{
  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, JG_COURSE_KIND_TEXT);

  return fields[field].kind;
}

/**
 * jg_course_field_max:
 * @field: a field of texts
 *
 * Returns: how many characters a text may have; 0 for other kinds
 */
guint
jg_course_field_max (JgCourseField field)
{
  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, 0);

  return fields[field].max;
}

/**
 * jg_course_field_choices:
 * @field: a field
 *
 * Lists the values of a field of choices as the file writes them.
 *
 * Returns: (transfer none) (nullable): the values; %NULL for other kinds
 */
const char *const *
jg_course_field_choices (JgCourseField field)
{
  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, NULL);

  return fields[field].choices;
}

/**
 * jg_course_field_choice_label:
 * @field: a field of choices
 * @choice: one of them
 *
 * Returns: (transfer none): its Chinese name; @choice itself when it is none
 */
const char *
jg_course_field_choice_label (JgCourseField field, const char *choice)
{
  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, choice);

  for (guint i = 0; fields[field].choices != NULL && fields[field].choices[i] != NULL; i++)
    if (g_strcmp0 (fields[field].choices[i], choice) == 0)
      return fields[field].choice_labels[i];
  return choice;
}

/**
 * jg_course_words_check:
 * @value: words
 * @max: how many characters they may have
 * @error: return location
 *
 * Tells whether words can be kept: those of a field, or of a module.
 *
 * Returns: %TRUE when they can; otherwise %FALSE with JG_COURSE_ERROR_INVALID, which says what is wrong
 */
gboolean
jg_course_words_check (const char *value, guint max, GError **error)
{
  glong n = 0;

  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "不是有效的 UTF-8 文字");
      return FALSE;
    }
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      const gunichar c = g_utf8_get_char (p);
      const char *kind = c != '\n' ? jg_text_get_forbidden (c) : NULL;

      if (kind != NULL)
        {
          g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                       "含有%s U+%04X；请删去这个字符", kind, c);
          return FALSE;
        }
    }
  if (*value == '\0' || g_unichar_isspace (g_utf8_get_char (value)) ||
      g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (value + strlen (value)))))
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "应为前后没有空格的文字；没有内容就不写这一项");
      return FALSE;
    }
  if (n > (glong) max)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "有 %ld 个字；应在 %u 个字以内",
                   n, max);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_choice (const Field *field, const char *value, GError **error)
{
  g_autofree char *all = NULL;

  if (g_strv_contains (field->choices, value))
    return TRUE;
  all = g_strjoinv ("、", (char **) field->choice_labels);
  g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "写了“%s”；应为%s", value, all);
  return FALSE;
}

static gboolean
check_ids (const char *value, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);

  if (g_strv_length (ids) > JG_COURSE_MAX_MEASURES)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "应在 %d 项以内",
                   JG_COURSE_MAX_MEASURES);
      return FALSE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!jg_json_is_id (ids[i]))
        {
          g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                       "写了“%s”；应为政策编号，如 gbf-2020-27.16", ids[i]);
          return FALSE;
        }
      for (guint k = 0; k < i; k++)
        if (g_str_equal (ids[i], ids[k]))
          {
            g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "“%s”写了两次", ids[i]);
            return FALSE;
          }
    }
  return TRUE;
}

static gboolean
is_canonical_number (const char *value, guint max)
{
  guint64 number;

  return g_ascii_string_to_unsigned (value, 10, 1, max, &number, NULL) && value[0] != '0';
}

/**
 * jg_course_field_check:
 * @field: a field
 * @value: a value as it is kept: the nick of a choice, a day as YYYY-MM-DD, hours as jg_course_hours_dup() writes them
 * @error: return location
 *
 * Tells whether a value can be kept.
 *
 * Returns: %TRUE when it can; otherwise %FALSE with JG_COURSE_ERROR_INVALID, which says what is wrong and what to write
 */
gboolean
jg_course_field_check (JgCourseField field, const char *value, GError **error)
{
  const Field *self;
  g_autofree char *hours = NULL;

  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  self = &fields[field];
  switch (self->kind)
    {
    case JG_COURSE_KIND_TEXT:
      return jg_course_words_check (value, self->max, error);
    case JG_COURSE_KIND_CHOICE:
      return check_choice (self, value, error);
    case JG_COURSE_KIND_IDS:
      return check_ids (value, error);
    case JG_COURSE_KIND_ID:
      if (jg_json_is_id (value))
        return TRUE;
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "写了“%s”；应为小写字母、数字、点和连字符组成的编号（64 个字符以内），或者不写",
                   value);
      return FALSE;
    case JG_COURSE_KIND_DATE:
      if (strlen (value) == 10 && jg_json_is_date (value))
        return TRUE;
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "写了“%s”；应为真实存在的日期，如 2026-03-05", value);
      return FALSE;
    case JG_COURSE_KIND_CODE:
      if (jg_code_is_valid (value) && jg_code_get_parts (value) == 4)
        return TRUE;
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "写了“%s”；应为职业编码，如 4-02-07-10", value);
      return FALSE;
    case JG_COURSE_KIND_HOURS:
      hours = jg_course_hours_dup (jg_course_hours_parse (value));
      if (g_strcmp0 (hours, value) == 0)
        return TRUE;
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "写了“%s”；应为课时数，如 40 或 1.5，不超过 %d", value, JG_COURSE_MAX_HOURS);
      return FALSE;
    case JG_COURSE_KIND_NUMBER:
      if (is_canonical_number (value, JG_COURSE_MAX_CAPACITY))
        return TRUE;
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "写了“%s”；应为人数，如 30，不超过 %d", value, JG_COURSE_MAX_CAPACITY);
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

/**
 * jg_course_hours_parse:
 * @text: (nullable): a number of hours: digits, and .5 or .0 behind them at most
 *
 * Reads hours. A course is planned in half hours and whole ones.
 *
 * Returns: half hours; %JG_COURSE_NO_HOURS when @text is no such number or past %JG_COURSE_MAX_HOURS
 */
int
jg_course_hours_parse (const char *text)
{
  gsize digits;
  int hours = 0;
  int half = 0;

  if (text == NULL)
    return JG_COURSE_NO_HOURS;
  digits = strspn (text, "0123456789");
  if (digits == 0 || digits > 5)
    return JG_COURSE_NO_HOURS;
  hours = (int) g_ascii_strtoull (text, NULL, 10);
  if (text[digits] == '.')
    {
      const char *rest = text + digits + 1;
      const gboolean is_half = *rest == '5';
      const gsize zeros = strspn (rest + is_half, "0");

      if ((!is_half && zeros == 0) || rest[is_half + zeros] != '\0')
        return JG_COURSE_NO_HOURS;
      half = is_half;
    }
  else if (text[digits] != '\0')
    return JG_COURSE_NO_HOURS;
  return hours * 2 + half <= JG_COURSE_MAX_HOURS * 2 ? hours * 2 + half : JG_COURSE_NO_HOURS;
}

/**
 * jg_course_hours_dup:
 * @halves: half hours, or %JG_COURSE_NO_HOURS
 *
 * Writes hours.
 *
 * Returns: (transfer full) (nullable): e.g. 40 or 1.5; %NULL for none
 */
char *
jg_course_hours_dup (int halves)
{
  if (halves < 0)
    return NULL;
  return g_strdup_printf ("%d%s", halves / 2, halves % 2 != 0 ? ".5" : "");
}
