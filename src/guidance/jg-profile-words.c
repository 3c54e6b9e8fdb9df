/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a profile: its vocabularies, and the dates and ages that can be. */

#include "jg-profile.h"

#include <string.h>

static const char *const place_nicks[JG_N_PLACES + 1] = {
  [JG_PLACE_HOUSEHOLD] = "household", [JG_PLACE_RESIDENCE] = "residence",
  [JG_PLACE_WORK] = "work",           [JG_PLACE_INSURED] = "insured",
  [JG_PLACE_TRAINING] = "training",   [JG_PLACE_SCHOOL] = "school",
  [JG_PLACE_BUSINESS] = "business",   NULL,
};

static const char *const place_labels[JG_N_PLACES] = {
  [JG_PLACE_HOUSEHOLD] = "户籍地",
  [JG_PLACE_RESIDENCE] = "常住地",
  [JG_PLACE_WORK] = "就业地",
  [JG_PLACE_INSURED] = "参保地",
  [JG_PLACE_TRAINING] = "培训地",
  [JG_PLACE_SCHOOL] = "毕业院校所在地",
  [JG_PLACE_BUSINESS] = "经营（注册）地",
};

/* In rising order: the position is the rank. */
static const char *const education_nicks[] = {
  "none",      "primary",  "junior-secondary", "senior-secondary", "secondary-vocational",
  "associate", "bachelor", "master",           "doctorate",        NULL,
};

static const char *const education_labels[] = {
  "未上过学", "小学",     "初中",       "普通高中",   "中等职业教育（中专、职高、技校）",
  "大学专科", "大学本科", "硕士研究生", "博士研究生",
};

static const char *const wants_nicks[] = {
  "training", "start-business", "flexible-work", "part-time", "employment", "loan", NULL,
};

static const char *const wants_labels[] = {
  "参加培训", "自主创业", "灵活就业", "非全日制工作", "单位就业", "创业贷款",
};

/* The provincial level of GB/T 2260: the first two digits that exist. */
static const char *const provinces[] = {
  "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
  "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52",
  "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", NULL,
};

static int
find_nick (const char *const *nicks, const char *nick)
{
  for (int i = 0; nick != NULL && nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], nick))
      return i;
  return -1;
}

/* Reads count digits at text; -1 when one of them is none. */
static int
read_digits (const char *text, guint count)
{
  int value = 0;

  for (guint i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/**
 * jg_profile_read_date:
 * @text: (nullable): YYYY-MM-DD, YYYY-MM or YYYY
 * @first: (out caller-allocates): the first day that is meant
 * @last: (out caller-allocates): the last day that is meant
 *
 * Reads a date that may leave out the day or the month. Years from 1900 to 2199 are meant; others are slips.
 *
 * Returns: %FALSE when the text is no such date or the day does not exist
 */
gboolean
jg_profile_read_date (const char *text, GDate *first, GDate *last)
{
  gsize length = text != NULL ? strlen (text) : 0;
  int year, month = 1, day = 1;

  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  year = read_digits (text, 4);
  if (length >= 7)
    month = text[4] == '-' ? read_digits (text + 5, 2) : -1;
  if (length == 10)
    day = text[7] == '-' ? read_digits (text + 8, 2) : -1;
  if (year < 1900 || year > 2199 || month < 1 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (first, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *last = *first;
  if (length == 4)
    g_date_set_dmy (last, 31, G_DATE_DECEMBER, (GDateYear) year);
  else if (length == 7)
    g_date_set_day (last, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return TRUE;
}

static int
full_years (const GDate *from, const GDate *to)
{
  int years = g_date_get_year (to) - g_date_get_year (from);

  if (g_date_get_month (to) < g_date_get_month (from) ||
      (g_date_get_month (to) == g_date_get_month (from) &&
       g_date_get_day (to) < g_date_get_day (from)))
    years--;
  return years;
}

/**
 * jg_profile_get_age_at:
 * @as_of: a day, YYYY-MM-DD
 * @age_min: (out): the least age possible on that day, in full years; -1 when unknown
 * @age_max: (out): the greatest age possible on that day
 *
 * Works out the age on a day. A birth without a day or a month leaves a range; a stated age holds as it stands, because
 * it was stated for the as-of date.
 *
 * Returns: %FALSE when the profile does not say, or the person would not be born yet
 */
gboolean
jg_profile_get_age_at (JgProfile *self, const char *as_of, int *age_min, int *age_max)
{
  GDate first, last, day, day_to;

  g_return_val_if_fail (JG_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (age_min != NULL && age_max != NULL, FALSE);

  *age_min = *age_max = jg_profile_get_age (self);
  if (*age_min >= 0)
    return TRUE;
  if (as_of == NULL || strlen (as_of) != 10 || !jg_profile_read_date (as_of, &day, &day_to) ||
      !jg_profile_read_date (jg_profile_get_birth (self), &first, &last) ||
      g_date_compare (&first, &day) > 0)
    return FALSE;

  *age_max = full_years (&first, &day);
  *age_min = g_date_compare (&last, &day) > 0 ? 0 : full_years (&last, &day);
  return TRUE;
}

/**
 * jg_profile_birth_is_valid:
 * @birth: (nullable): YYYY-MM-DD, YYYY-MM or YYYY
 *
 * Tells whether a date of birth can be that of a living person at some as-of date.
 *
 * Returns: %TRUE when it can be
 */
gboolean
jg_profile_birth_is_valid (const char *birth)
{
  GDate first, last;

  return jg_profile_read_date (birth, &first, &last);
}

/**
 * jg_place_code_is_valid:
 * @code: (nullable): a code
 *
 * Tells whether a code has the form of GB/T 2260: six digits that begin with one of its provinces. The six digits are
 * not looked up, because counties come and go.
 *
 * Returns: %TRUE when it has
 */
gboolean
jg_place_code_is_valid (const char *code)
{
  char province[3] = { 0 };

  if (code == NULL || strlen (code) != 6 || read_digits (code, 6) < 0)
    return FALSE;
  memcpy (province, code, 2);
  return g_strv_contains (provinces, province);
}

/**
 * jg_wants_nicks:
 *
 * Lists what a jobseeker may want to take up.
 *
 * Returns: (transfer none) (array zero-terminated=1): the nicks
 */
const char *const *
jg_wants_nicks (void)
{
  return wants_nicks;
}

/**
 * jg_education_nicks:
 *
 * Lists the levels of education, lowest first.
 *
 * Returns: (transfer none) (array zero-terminated=1): the nicks
 */
const char *const *
jg_education_nicks (void)
{
  return education_nicks;
}

/**
 * jg_place_nicks:
 *
 * Lists the places of a profile in the order of #JgPlace.
 *
 * Returns: (transfer none) (array zero-terminated=1): the nicks
 */
const char *const *
jg_place_nicks (void)
{
  return place_nicks;
}

/**
 * jg_place_nick:
 *
 * Names a place as it is written in profiles and packs.
 *
 * Returns: (transfer none): e.g. household
 */
const char *
jg_place_nick (JgPlace place)
{
  g_return_val_if_fail ((guint) place < JG_N_PLACES, NULL);

  return place_nicks[place];
}

/**
 * jg_place_label:
 *
 * Names a place for people.
 *
 * Returns: (transfer none): e.g. 户籍地
 */
const char *
jg_place_label (JgPlace place)
{
  g_return_val_if_fail ((guint) place < JG_N_PLACES, NULL);

  return place_labels[place];
}

/**
 * jg_education_label:
 * @education: (nullable): a nick
 *
 * Names a level of education for people.
 *
 * Returns: (transfer none) (nullable): e.g. 大学专科; %NULL when it is not one
 */
const char *
jg_education_label (const char *education)
{
  int i = find_nick (education_nicks, education);

  return i >= 0 ? education_labels[i] : NULL;
}

/**
 * jg_education_rank:
 * @education: (nullable): a nick
 *
 * Ranks a level of education in the order of GB/T 4658, lowest first.
 *
 * Returns: the rank from 0, or -1 when it is not one
 */
int
jg_education_rank (const char *education)
{
  return find_nick (education_nicks, education);
}

/**
 * jg_wants_label:
 * @wants: (nullable): a nick
 *
 * Names something a jobseeker may want to take up.
 *
 * Returns: (transfer none) (nullable): e.g. 参加培训; %NULL when it is not one
 */
const char *
jg_wants_label (const char *wants)
{
  int i = find_nick (wants_nicks, wants);

  return i >= 0 ? wants_labels[i] : NULL;
}
