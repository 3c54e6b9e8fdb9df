/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a trainer's table: a row is a course, or one module of it. The rows of the modules stand together; what is
 * written of the course stands in the first one, and may stand in the others again. */

#include "jg-course-rows-private.h"

#include <string.h>

#include "jg-course-cell.h"
#include "jg-course-occupation.h"
#include "text/jg-text-forbidden.h"

typedef struct
{
  JgCourseImport *import;
  const JgTable *table;
  const JgCourseColumns *columns;
  JgCatalogue *catalogue; /* or NULL */
  guint row;              /* being read, from 0 */
  JgCourseRow *current;   /* the course it belongs to */
} Rows;

static const JgCourseField known_by[] = { JG_COURSE_ID, JG_COURSE_NAME, JG_COURSE_PROVIDER,
                                          JG_COURSE_LEVEL, JG_COURSE_START };

/* The text of a cell; one that an office program has marked so that it is no formula, without the mark. */
static const char *
get_cell (const Rows *self, guint column)
{
  const guint place = self->columns->places[column];
  const char *text = place != JG_NO_COLUMN ? jg_table_get (self->table, self->row, place) : "";
  const char *p = text;

  if (self->table->from_sheet || *p != '\'')
    return text;
  while (*p == '\'')
    p++;
  return *p != '\0' && strchr ("=+-@\t\r", *p) != NULL ? text + 1 : text;
}

static gboolean
is_empty (const char *text)
{
  g_autofree char *tidy = jg_course_cell_tidy (text);

  return tidy == NULL;
}

#define REPORT_AT(rows, place, ...)                                                                \
  jg_course_import_add_problem ((rows)->import, (rows)->table, (rows)->columns, (rows)->row,       \
                                place, __VA_ARGS__)
#define REPORT(rows, column, ...) REPORT_AT (rows, (rows)->columns->places[column], __VA_ARGS__)

/* A cell of words; NULL when there are none, or they were reported. */
static char *
read_words (Rows *self, guint column, guint max)
{
  g_autofree char *tidy = jg_course_cell_tidy (get_cell (self, column));
  const glong length = tidy != NULL ? g_utf8_strlen (tidy, -1) : 0;

  for (const char *p = tidy; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const char *kind = c != '\n' ? jg_text_get_forbidden (c) : NULL;

      if (kind != NULL)
        {
          REPORT (self, column, "含有%s U+%04X；请删去这个字符", kind, c);
          return NULL;
        }
    }
  if (length > (glong) max)
    {
      REPORT (self, column, "有 %ld 个字；应在 %u 个字以内", length, max);
      return NULL;
    }
  return g_steal_pointer (&tidy);
}

/* 联系人 and 联系电话 are one field. */
static char *
join_contact (const Rows *self)
{
  const char *first = get_cell (self, JG_COURSE_CONTACT);
  const char *second = self->columns->contact_too != JG_NO_COLUMN
                           ? jg_table_get (self->table, self->row, self->columns->contact_too)
                           : "";

  if (is_empty (second))
    return g_strdup (first);
  return is_empty (first) ? g_strdup (second) : g_strconcat (first, " ", second, NULL);
}

/* A bare number below 收费（元） has its unit there. */
static char *
add_unit (const Rows *self, const char *text)
{
  const char *header =
      jg_table_get (self->table, self->columns->row, self->columns->places[JG_COURSE_FEE]);
  g_autoptr (GRegex) regex =
      g_regex_new ("[(（]\\s*(?:单位[:：]?)?\\s*(元[^)）]*)[)）]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *tidy = jg_course_cell_tidy (text);
  g_autofree char *unit = NULL;

  if (tidy == NULL || strspn (tidy, "0123456789.,") != strlen (tidy) ||
      !g_regex_match (regex, header, 0, &match))
    return g_strdup (text);
  unit = g_match_info_fetch (match, 1);
  return g_strconcat (tidy, unit, NULL);
}

static char *
dup_cell (const Rows *self, JgCourseField field)
{
  if (field == JG_COURSE_CONTACT)
    return join_contact (self);
  if (field == JG_COURSE_FEE && self->columns->places[field] != JG_NO_COLUMN)
    return add_unit (self, get_cell (self, field));
  return g_strdup (get_cell (self, field));
}

/* Reads the cells of the course: into it from its first row; those of the others may only say the same. */
static void
read_fields (Rows *self, gboolean first)
{
  JgCourse *course = self->current->course;

  for (guint field = 0; field < JG_N_COURSE_FIELDS; field++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = dup_cell (self, field);
      g_autofree char *value = jg_course_cell_read (field, text, &error);
      const char *before = course->values[field];

      if (error != NULL)
        REPORT (self, field, "%s", error->message);
      else if (value == NULL)
        continue;
      else if (first)
        jg_course_set (course, field, value, NULL);
      else if (g_strcmp0 (before, value) != 0)
        REPORT (self, field, "与第 %u 行同一门课程所写的（%s）不同；一门课程的各行应相同，或者不写",
                self->current->row, before != NULL ? before : "没有写");
    }
}

/* “3月20日” behind “2026年3月5日 至” is of the same year. */
static char *
add_year (const char *first, const char *second)
{
  if (g_regex_match_simple ("^\\s*[0-9]{1,2}\\s*(月|[-/.])\\s*[0-9]{1,2}\\s*日?\\s*$", second, 0,
                            0))
    return g_strdup_printf ("%.4s%s%s", first, strstr (second, "月") != NULL ? "年" : "-", second);
  return g_strdup (second);
}

static void
set_day (Rows *self, JgCourseField field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *day = jg_course_cell_read (field, text, &error);
  const char *before = jg_course_get (self->current->course, field);

  if (error != NULL)
    REPORT_AT (self, self->columns->range, "%s", error->message);
  else if (day != NULL && before != NULL && !g_str_equal (day, before))
    REPORT_AT (self, self->columns->range, "写了 %s，前面写的%s是 %s", day,
               jg_course_field_label (field), before);
  else if (day != NULL)
    jg_course_set (self->current->course, field, day, NULL);
}

/* First and last day in one cell: 2026/3/5-2026/3/20, 2026年3月5日至3月20日; or one day. */
static void
read_range (Rows *self)
{
  static const char separators[] =
      "^(.*[0-9日])\\s*(?:至|到|~|～|—+|–+|--|-(?=\\s*[0-9]{4}))\\s*(.*)$";
  const char *text = self->columns->range != JG_NO_COLUMN
                         ? jg_table_get (self->table, self->row, self->columns->range)
                         : "";
  g_autofree char *tidy = jg_course_cell_tidy (text);
  g_autoptr (GRegex) regex = g_regex_new (separators, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (tidy == NULL)
    return;
  if (g_regex_match (regex, tidy, 0, &match))
    {
      g_autofree char *first = g_match_info_fetch (match, 1);
      g_autofree char *rest = g_match_info_fetch (match, 2);
      g_autofree char *second = add_year (first, rest);

      set_day (self, JG_COURSE_START, first);
      set_day (self, JG_COURSE_END, second);
    }
  else
    set_day (self, JG_COURSE_START, tidy);
}

static JgOccupation *
get_occupation (Rows *self)
{
  return self->catalogue != NULL
             ? jg_course_find_occupation (self->catalogue, self->current->course, NULL)
             : NULL;
}

/* “1、3” and “任务3” are numbers of tasks. */
static gboolean
read_task_numbers (const char *line, GArray *numbers)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "^(?:(?:任务|第)?\\s*([0-9]{1,3})\\s*(?:项|号|\\.)?\\s*(?:[,，、;；]\\s*|$))+$", 0, 0, NULL);

  if (!g_regex_match (regex, line, 0, NULL))
    return FALSE;
  for (const char *p = line; *p != '\0';)
    if (g_ascii_isdigit (*p))
      {
        char *end = NULL;
        const guint number = (guint) g_ascii_strtoull (p, &end, 10);

        g_array_append_val (numbers, number);
        p = end;
      }
    else
      p++;
  return TRUE;
}

static void
decide (Rows *self, JgCourseModule *module, guint column, const char *task, int hours)
{
  if (jg_course_module_find_link (module, task) != NULL)
    REPORT (self, column, "任务“%.60s”写了两次", task);
  else if (g_utf8_strlen (task, -1) > JG_COURSE_MAX_TASK)
    REPORT (self, column, "任务有 %ld 个字；应在 %d 个字以内", g_utf8_strlen (task, -1),
            JG_COURSE_MAX_TASK);
  else if (module->links->len >= JG_COURSE_MAX_LINKS)
    REPORT (self, column, "一个模块的任务应在 %d 项以内", JG_COURSE_MAX_LINKS);
  else
    jg_course_module_decide (module, task, column == JG_COLUMN_TASKS, hours);
}

static void
decide_numbers (Rows *self, JgCourseModule *module, guint column, GArray *numbers, int hours)
{
  g_autoptr (JgOccupation) occupation = get_occupation (self);

  for (guint i = 0; i < numbers->len; i++)
    {
      const guint number = g_array_index (numbers, guint, i);

      if (occupation == NULL)
        REPORT (self, column, "写了任务序号，但课程没有对应到职业；请写“对应职业”，或写任务原文");
      else if (number == 0 || number > occupation->tasks->len)
        REPORT (self, column, "没有第 %u 项任务；“%s”公布了 %u 项", number, occupation->name,
                occupation->tasks->len);
      else
        decide (self, module, column, g_ptr_array_index (occupation->tasks, number - 1), hours);
      if (occupation == NULL)
        return;
    }
}

static void
read_tasks (Rows *self, JgCourseModule *module, guint column)
{
  g_autofree char *text = read_words (self, column, JG_COURSE_MAX_TASK * JG_COURSE_MAX_LINKS);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *tidy = jg_course_cell_tidy (lines[i]);
      g_autofree char *task = NULL;
      int hours;

      if (tidy == NULL)
        continue;
      task = jg_course_cell_split_hours (tidy, &hours);
      if (read_task_numbers (task, numbers))
        decide_numbers (self, module, column, numbers, hours);
      else
        decide (self, module, column, task, hours);
    }
}

static void
read_module (Rows *self)
{
  g_autofree char *name = read_words (self, JG_COLUMN_MODULE, JG_COURSE_MAX_MODULE_NAME);
  const char *hours = get_cell (self, JG_COLUMN_MODULE_HOURS);
  g_autoptr (GError) error = NULL;
  JgCourseModule *module;

  if (name == NULL)
    {
      for (guint column = JG_COLUMN_MODULE + 1; column < JG_N_COURSE_COLUMNS; column++)
        if (!is_empty (get_cell (self, column)))
          {
            REPORT (self, column, "没有写模块名称");
            return;
          }
      return;
    }
  if (self->current->course->modules->len >= JG_COURSE_MAX_MODULES)
    {
      REPORT (self, JG_COLUMN_MODULE, "一门课程的模块应在 %d 个以内", JG_COURSE_MAX_MODULES);
      return;
    }
  module = jg_course_add_module (self->current->course, name);
  if (!is_empty (hours))
    {
      g_autofree char *tidy = jg_course_cell_tidy (hours);

      module->hours = jg_course_cell_read_hours (tidy, &error);
    }
  if (error != NULL)
    REPORT (self, JG_COLUMN_MODULE_HOURS, "%s", error->message);
  module->content = read_words (self, JG_COLUMN_MODULE_CONTENT, JG_COURSE_MAX_CONTENT);
  read_tasks (self, module, JG_COLUMN_TASKS);
  read_tasks (self, module, JG_COLUMN_REFUSED);
}

/* Whether a row goes on with the course above it. */
static gboolean
goes_on (const Rows *self)
{
  if (self->current == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (known_by); i++)
    {
      g_autofree char *value =
          jg_course_cell_read (known_by[i], get_cell (self, known_by[i]), NULL);

      if (value != NULL && g_strcmp0 (value, self->current->course->values[known_by[i]]) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_blank_row (const Rows *self)
{
  for (guint column = 0; column < JG_N_COURSE_COLUMNS; column++)
    if (!is_empty (get_cell (self, column)))
      return FALSE;
  return TRUE;
}

static gboolean
is_sum (const Rows *self)
{
  static const char *const sums[] = { "合计", "总计", "小计", "共计", NULL };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *tidy = jg_course_cell_tidy (jg_table_get (self->table, self->row, i));

      if (tidy != NULL)
        return g_strv_contains (sums, tidy);
    }
  return FALSE;
}

static void
begin_course (Rows *self)
{
  JgCourseRow *row = g_new0 (JgCourseRow, 1);

  row->course = jg_course_new ();
  row->row = self->row + 1;
  row->changes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->import->rows, row);
  self->current = row;
}

static void
read_row (Rows *self)
{
  const gboolean more = goes_on (self);

  if (!more && is_empty (get_cell (self, JG_COURSE_NAME)))
    {
      REPORT (self, JG_COURSE_NAME, "没有写课程名称");
      return;
    }
  if (more && is_empty (get_cell (self, JG_COLUMN_MODULE)))
    {
      REPORT (self, JG_COURSE_NAME,
              "与第 %u 行是同一门课程，又没有写模块名称；请删去这一行，或写明不同之处",
              self->current->row);
      return;
    }
  if (!more && self->import->rows->len >= JG_COURSE_MAX_COURSES)
    {
      REPORT (self, JG_COURSE_NAME, "课程太多；应在 %d 门以内", JG_COURSE_MAX_COURSES);
      self->row = self->table->rows->len;
      return;
    }
  if (!more)
    begin_course (self);
  read_fields (self, !more);
  read_range (self);
  read_module (self);
}

/* jg_course_rows_read:
 * @columns: those of the table
 * @catalogue: (nullable): where occupations are found by name, for tasks by number
 *
 * Reads the rows below the headers into the import. */
void
jg_course_rows_read (JgCourseImport *self,
                     const JgTable *table,
                     const JgCourseColumns *columns,
                     JgCatalogue *catalogue)
{
  Rows rows = { self, table, columns, catalogue, 0, NULL };

  for (rows.row = columns->row + 1; rows.row < table->rows->len; rows.row++)
    {
      if (is_blank_row (&rows))
        continue;
      if (is_sum (&rows))
        g_ptr_array_add (self->notes, g_strdup_printf ("第 %u 行是合计，没有读", rows.row + 1));
      else
        read_row (&rows);
    }
}
