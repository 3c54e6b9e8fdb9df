/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-check.h"

#include <string.h>

#include "catalogue/jg-search.h"
#include "guidance/jg-occupation-words.h"
#include "jg-course-funding.h"

/* What an application for a course and its plan ask for. */
static const JgCourseField wanted[] = {
  JG_COURSE_PROVIDER,    JG_COURSE_AUDIENCE, JG_COURSE_LEVEL,     JG_COURSE_HOURS,
  JG_COURSE_TEACHERS,    JG_COURSE_PLACE,    JG_COURSE_EQUIPMENT, JG_COURSE_ASSESSMENT,
  JG_COURSE_CERTIFICATE, JG_COURSE_FEE,      JG_COURSE_START,     JG_COURSE_CAPACITY,
  JG_COURSE_CONTACT,
};

/**
 * jg_course_warning_free:
 * @self: (nullable) (transfer full): a warning
 *
 * Frees a warning.
 */
void
jg_course_warning_free (JgCourseWarning *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

G_GNUC_PRINTF (4, 5)
static void
warn (GPtrArray *warnings, const char *kind, JgCourseField field, const char *format, ...)
{
  JgCourseWarning *warning = g_new0 (JgCourseWarning, 1);
  va_list args;

  warning->kind = kind;
  warning->field = field;
  va_start (args, format);
  warning->text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (warnings, warning);
}

static void
check_missing (GPtrArray *warnings, const JgCourse *course)
{
  const char *state = jg_course_get (course, JG_COURSE_STATE);

  if (g_strcmp0 (state, "stopped") == 0)
    return;
  if (jg_course_get (course, JG_COURSE_OCCUPATION) == NULL &&
      jg_course_get (course, JG_COURSE_WORK_TYPE) == NULL)
    warn (warnings, "missing", JG_COURSE_OCCUPATION, "没有写对应职业或工种");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] == JG_COURSE_HOURS ? jg_course_get_hours (course, JG_COURSE_HOURS) < 0
                                     : jg_course_get (course, wanted[i]) == NULL)
      warn (warnings, "missing", wanted[i], "没有写%s", jg_course_field_label (wanted[i]));
  if (course->modules->len == 0)
    warn (warnings, "missing", JG_N_COURSE_FIELDS, "没有写模块");
}

static void
read_day (const char *text, GDate *day)
{
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) atoi (text + 8), (GDateMonth) atoi (text + 5),
                  (GDateYear) atoi (text));
}

static void
check_confirmed (GPtrArray *warnings, const JgCourse *course, const char *as_of)
{
  const char *confirmed = jg_course_get (course, JG_COURSE_CONFIRMED);
  GDate day, now;

  if (confirmed == NULL)
    {
      warn (warnings, "unconfirmed", JG_COURSE_CONFIRMED,
            "没有核实过；请核对全部内容后写上核实日期");
      return;
    }
  read_day (confirmed, &day);
  read_day (as_of, &now);
  if (g_date_compare (&day, &now) > 0)
    {
      warn (warnings, "unconfirmed", JG_COURSE_CONFIRMED, "核实日期 %s 在 %s 之后；请改正",
            confirmed, as_of);
      return;
    }
  g_date_add_years (&day, 1);
  if (g_date_compare (&day, &now) < 0)
    warn (warnings, "unconfirmed", JG_COURSE_CONFIRMED, "上次核实是 %s，到 %s 已过一年；请重新核实",
          confirmed, as_of);
}

static void
check_dates (GPtrArray *warnings, const JgCourse *course, const char *as_of)
{
  const char *end = jg_course_get (course, JG_COURSE_END);

  if (end != NULL && strcmp (end, as_of) < 0 &&
      g_strcmp0 (jg_course_get (course, JG_COURSE_STATE), "open") == 0)
    warn (warnings, "dates", JG_COURSE_END, "结课日期 %s 已过，状态还是在开", end);
}

static void
check_hours (GPtrArray *warnings, const JgCourse *course)
{
  const int sum = jg_course_sum_modules (course);
  const int hours = jg_course_get_hours (course, JG_COURSE_HOURS);
  g_autofree char *sum_words = jg_course_hours_dup (sum);
  g_autofree char *hours_words = jg_course_hours_dup (hours);

  for (guint i = 0; i < course->modules->len; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (course->modules, i);
      int divided = 0;

      if (module->hours == JG_COURSE_NO_HOURS)
        warn (warnings, "hours", JG_N_COURSE_FIELDS, "模块“%s”没有写课时", module->name);
      for (guint k = 0; k < module->links->len; k++)
        divided += MAX (((JgCourseLink *) g_ptr_array_index (module->links, k))->hours, 0);
      if (module->hours != JG_COURSE_NO_HOURS && divided > module->hours)
        warn (warnings, "hours", JG_N_COURSE_FIELDS,
              "模块“%s”分给各任务的课时（%g）多于模块课时（%g）", module->name, divided / 2.0,
              module->hours / 2.0);
    }
  if (sum >= 0 && hours >= 0 && sum != hours)
    warn (warnings, "hours", JG_COURSE_HOURS, "各模块课时加起来是 %s，总课时是 %s", sum_words,
          hours_words);
}

static void
check_measures (GPtrArray *warnings,
                JgCatalogue *catalogue,
                const JgCourse *course,
                const char *as_of)
{
  const char *ids = jg_course_get (course, JG_COURSE_MEASURES);
  g_auto (GStrv) list = g_strsplit (ids != NULL ? ids : "", " ", -1);
  g_autoptr (GPtrArray) known = NULL;

  if (ids == NULL)
    return;
  known = jg_course_funding_check (catalogue, course, as_of);
  for (guint i = 0; i < known->len; i++)
    {
      const JgCourseFunding *funding = g_ptr_array_index (known, i);
      g_autofree char *citation = NULL;

      if (funding->validity == JG_VALIDITY_OPEN || funding->validity == JG_VALIDITY_UNSTATED)
        continue;
      citation = jg_occupation_words_dup_citation (catalogue, funding->measure->document,
                                                   funding->measure->clause);
      warn (warnings, "measure", JG_COURSE_MEASURES, "%s（%s，%s）：%s", funding->measure->name,
            funding->measure->id, citation, funding->dates);
    }
  for (guint i = 0; list[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < known->len && !found; k++)
        found =
            g_str_equal (((JgCourseFunding *) g_ptr_array_index (known, k))->measure->id, list[i]);
      if (!found)
        warn (warnings, "measure", JG_COURSE_MEASURES, "目录里没有政策“%s”", list[i]);
    }
}

/* No occupation: the nearest ones are named, none is taken. */
static void
warn_unknown (GPtrArray *warnings, JgCatalogue *catalogue, const JgCourse *course)
{
  const char *written = jg_course_get (course, JG_COURSE_OCCUPATION);
  g_autoptr (JgSearch) search = jg_search_new (catalogue);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (written == NULL)
    written = jg_course_get (course, JG_COURSE_WORK_TYPE);
  if (written == NULL)
    written = jg_course_get (course, JG_COURSE_NAME);
  hits = jg_search_query (search, written, 3);
  for (guint i = 0; i < hits->len; i++)
    {
      const JgSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *code = jg_occupation_words_dup_code (
          hit->occupation->code, hit->occupation->edition, hit->occupation->provenance);

      g_string_append_printf (names, "%s%s %s", i > 0 ? "、" : "；是不是 ", code,
                              hit->occupation->name);
    }
  warn (warnings, "occupation", JG_COURSE_OCCUPATION, "目录里没有职业或工种“%s”%s%s", written,
        names->str, names->len > 0 ? "？" : "");
}

static const JgOccupationCode *
find_code (const JgOccupation *occupation, const char *code, const char *edition)
{
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      const JgOccupationCode *entry = g_ptr_array_index (occupation->codes, i);

      if (g_strcmp0 (entry->edition, edition) == 0 &&
          (code == NULL || g_strcmp0 (entry->code, code) == 0))
        return entry;
    }
  return NULL;
}

static char *
dup_changes (JgCatalogue *catalogue, const JgOccupation *occupation, const char *const *kinds)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < occupation->changes->len; i++)
    {
      const JgChange *change = g_ptr_array_index (occupation->changes, i);
      g_autofree char *citation = NULL;

      if (!g_strv_contains (kinds, change->kind))
        continue;
      citation = jg_occupation_words_dup_citation (catalogue, change->document, change->clause);
      g_string_append_printf (words, "；%s：%s", citation, change->summary);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
check_code (GPtrArray *warnings,
            JgCatalogue *catalogue,
            const JgCourse *course,
            const JgOccupation *occupation)
{
  static const char *const recodes[] = { "recode", NULL };
  const char *code = jg_course_get (course, JG_COURSE_CODE);
  const char *edition = jg_course_get (course, JG_COURSE_EDITION);
  const JgOccupationCode *entry;
  const JgOccupationCode *newer;
  g_autoptr (GPtrArray) also = NULL;
  g_autoptr (JgOccupation) other = NULL;

  edition = edition != NULL ? edition : "2020";
  newer = find_code (occupation, NULL, "2022");
  if (g_str_equal (edition, "2020") && newer != NULL && newer->code != NULL &&
      g_strcmp0 (newer->relation, "recoded") == 0)
    {
      g_autofree char *words =
          jg_occupation_words_dup_code (newer->code, newer->edition, newer->provenance);

      warn (warnings, "recoded", JG_COURSE_CODE,
            "“%s”的编码在新版大典中是 %s；填表前请核对用哪一版", occupation->name, words);
    }
  if (code == NULL)
    return;
  entry = find_code (occupation, code, edition);
  if (entry != NULL && g_strcmp0 (entry->status, "former") == 0)
    {
      g_autofree char *changes = dup_changes (catalogue, occupation, recodes);

      warn (warnings, "recoded", JG_COURSE_CODE, "编码 %s（%s版）已更改，现为 %s%s", code, edition,
            occupation->code != NULL ? occupation->code : "不详", changes);
    }
  other = jg_catalogue_find_occupation (catalogue, code, edition, &also);
  if (entry == NULL)
    warn (warnings, "occupation", JG_COURSE_CODE, "编码 %s（%s版）不是“%s”的编码%s%s", code,
          edition, occupation->name, other != NULL ? "，是" : "；目录里没有这个编码",
          other != NULL ? other->name : "");
  for (guint i = 0; jg_course_get (course, JG_COURSE_EDITION) == NULL && i < also->len; i++)
    {
      const JgOccupationCode *meaning = g_ptr_array_index (also, i);

      warn (warnings, "occupation", JG_COURSE_EDITION,
            "编码 %s 没有写版本，按 2020版读；在%s版中它是“%s”", code, meaning->edition,
            meaning->name);
    }
}

static void
check_occupation (GPtrArray *warnings, JgCatalogue *catalogue, JgCourse *course)
{
  static const char *const cancels[] = { "occupation-cancel", NULL };
  static const char *const renames[] = { "rename", NULL };
  g_autoptr (JgCourseCoverage) coverage = jg_course_coverage_new (catalogue, course);
  const char *written = jg_course_get (course, JG_COURSE_OCCUPATION);
  const JgOccupation *occupation;
  g_autofree char *code = NULL;

  if (coverage == NULL)
    {
      warn_unknown (warnings, catalogue, course);
      return;
    }
  occupation = coverage->occupation;
  code =
      jg_occupation_words_dup_code (occupation->code, occupation->edition, occupation->provenance);
  if (coverage->basis == JG_COURSE_BY_TITLE)
    warn (warnings, "occupation", JG_COURSE_OCCUPATION,
          "没有写对应职业；按课程名称看是 %s %s，请核对", code, occupation->name);
  else if (coverage->basis == JG_COURSE_BY_ALIAS)
    warn (warnings, "occupation", JG_COURSE_OCCUPATION, "“%s”是日常说法；公布的名称是 %s %s",
          written, code, occupation->name);
  else if (coverage->basis == JG_COURSE_BY_CODE && written != NULL)
    warn (warnings, "occupation", JG_COURSE_OCCUPATION, "目录里没有职业“%s”；按编码看是 %s %s",
          written, code, occupation->name);
  if (g_strcmp0 (occupation->status, "cancelled") == 0)
    {
      g_autofree char *changes = dup_changes (catalogue, occupation, cancels);

      warn (warnings, "recoded", JG_COURSE_OCCUPATION, "“%s”已取消%s", occupation->name, changes);
    }
  else if (written != NULL &&
           g_strv_contains ((const char *const *) occupation->former_names, written))
    {
      g_autofree char *changes = dup_changes (catalogue, occupation, renames);

      warn (warnings, "recoded", JG_COURSE_OCCUPATION, "“%s”已更名为“%s”%s", written,
            occupation->name, changes);
    }
  check_code (warnings, catalogue, course, occupation);
  for (guint i = 0; i < coverage->gone->len; i++)
    warn (warnings, "tasks", JG_N_COURSE_FIELDS, "“%s”公布的任务里没有这一句：%s", occupation->name,
          (const char *) g_ptr_array_index (coverage->gone, i));
}

/**
 * jg_course_check:
 * @catalogue: a catalogue
 * @course: a course
 * @as_of: the day to judge dates by, YYYY-MM-DD
 *
 * Looks for what a trainer should see to: fields that are missing, an occupation that was recoded, renamed or cancelled, a
 * code that is another's, a measure past its stated dates, hours that do not add up, sentences of tasks that are gone, and
 * a course that was not confirmed for a year.
 *
 * Returns: (transfer full) (element-type JgCourseWarning): the warnings
 */
GPtrArray *
jg_course_check (JgCatalogue *catalogue, JgCourse *course, const char *as_of)
{
  GPtrArray *warnings;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (course != NULL && as_of != NULL, NULL);

  warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_warning_free);
  check_occupation (warnings, catalogue, course);
  check_measures (warnings, catalogue, course, as_of);
  check_dates (warnings, course, as_of);
  check_hours (warnings, course);
  check_confirmed (warnings, course, as_of);
  check_missing (warnings, course);
  return warnings;
}
