/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 课程说明, which says what a course is and which published tasks it teaches, and 教学计划表, which is filled in by hand where
 * nothing is planned yet. Sentences of notices stand as printed, with the bar. */

#include "jg-course-paper.h"

#include <string.h>

#include "../courses/jg-course-coverage.h"
#include "../courses/jg-course-funding.h"
#include "../guidance/jg-occupation-words.h"
#include "jg-composer.h"

/* A cell of more lines is cut and goes on in the next row. */
#define PART_LINES 6
#define CELL_GAP 8
#define MAX_COLUMNS 7
#define BAR_GAP 7
#define LABEL_WIDTH 56
#define MAX_FIXED 0.7 /* of the width */

typedef struct
{
  const char *label;
  double width; /* points in ordinary print; 0: what is left */
} Column;

typedef struct
{
  JgRich *rich;
  gboolean quote; /* words of a document, with the bar */
} Cell;

typedef struct
{
  JgComposer base;
  JgCatalogue *catalogue;
  JgCourse *course;
  JgCourseCoverage *coverage; /* or NULL */
} Writer;

static const Column module_columns[] = { { "模块", 130 }, { "课时", 40 }, { "内容", 0 } };
static const Column plan_columns[] = {
  { "序号", 28 },
  { "模块", 100 },
  { "课时", 36 },
  { "内容", 0 },
  { "对应的主要工作任务（原文）", 230 },
  { "日期、教师、场地", 110 },
};

static const Column contents_columns[] = { { "课程", 0 },  { "培训机构", 130 }, { "状态", 36 },
                                           { "课时", 36 }, { "覆盖", 40 },      { "页", 30 } };

/* In large print the columns of a fixed width leave room for the one that has none. */
static double
get_width (Writer *self, const Column *columns, guint n, guint column)
{
  double fixed = 0;
  double scale = self->base.scale;

  for (guint i = 0; i < n; i++)
    fixed += columns[i].width;
  scale = MIN (scale, MAX_FIXED * self->base.body / fixed);
  return columns[column].width > 0 ? columns[column].width * scale
                                   : self->base.body - fixed * scale;
}

static void
add_cell (Writer *self,
          JgBlock *block,
          PangoLayout *layout,
          const Cell *cell,
          gboolean header,
          double x,
          double y)
{
  const double scale = self->base.scale;
  const double height = jg_block_add_text (
      block, g_object_ref (layout), cell->quote ? "BlockQuote" : "P",
      header ? JG_PART_HEADER_CELL : JG_PART_CELL, cell->quote ? x + BAR_GAP * scale : x, y);

  if (cell->quote)
    jg_block_add_bar (block, x, y + 2 * scale, height - 4 * scale);
}

/* Adds a row and frees the texts of its cells. */
static void
add_row (Writer *self, const Column *columns, guint n, Cell *cells, gboolean header)
{
  GPtrArray *parts[MAX_COLUMNS];
  const double scale = self->base.scale;
  guint n_parts = 1;

  g_assert (n <= MAX_COLUMNS);
  for (guint i = 0; i < n; i++)
    {
      const double width = get_width (self, columns, n, i) - CELL_GAP * scale;

      parts[i] = jg_rich_layout_parts (
          cells[i].rich, cells[i].quote ? width - BAR_GAP * scale : width, PART_LINES);
      n_parts = MAX (n_parts, parts[i]->len);
      jg_rich_free (cells[i].rich);
    }
  for (guint part = 0; part < n_parts; part++)
    {
      JgBlock *block = jg_composer_add_block (&self->base, 0);
      const double y = part == 0 ? 2 * scale : 0;
      double x = 0;

      block->row = TRUE;
      block->keep = header;
      if (part == 0)
        jg_block_add_rule (block, 0, 0, self->base.body, FALSE);
      for (guint i = 0; i < n; i++)
        {
          if (part < parts[i]->len)
            add_cell (self, block, g_ptr_array_index (parts[i], part), &cells[i], header, x, y);
          x += get_width (self, columns, n, i);
        }
      if (part + 1 == n_parts)
        block->height += 2 * scale;
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_unref (parts[i]);
}

static void
add_header_row (Writer *self, const Column *columns, guint n)
{
  Cell cells[MAX_COLUMNS] = { { NULL, FALSE } };

  for (guint i = 0; i < n; i++)
    {
      cells[i].rich = jg_rich_new (self->base.fonts);
      jg_rich_add (cells[i].rich, JG_VOICE_META, columns[i].label);
    }
  add_row (self, columns, n, cells, TRUE);
}

static Cell
make_cell (Writer *self, JgVoice voice, const char *words)
{
  JgRich *rich = jg_rich_new (self->base.fonts);

  jg_rich_add (rich, words != NULL ? voice : JG_VOICE_META, words != NULL ? words : "未写");
  return (Cell){ rich, FALSE };
}

static Cell
make_hours_cell (Writer *self, int halves)
{
  g_autofree char *hours = jg_course_hours_dup (halves);

  return make_cell (self, JG_VOICE_BODY, hours);
}

static const char *
get_words (const JgCourse *course, JgCourseField field)
{
  const char *value = jg_course_get (course, field);

  if (value != NULL && jg_course_field_kind (field) == JG_COURSE_KIND_CHOICE)
    return jg_course_field_choice_label (field, value);
  return value;
}

static char *
dup_occupation (Writer *self)
{
  const JgOccupation *occupation;
  g_autofree char *code = NULL;
  const char *work_type = jg_course_get (self->course, JG_COURSE_WORK_TYPE);

  if (self->coverage == NULL)
    return g_strdup (get_words (self->course, JG_COURSE_OCCUPATION));
  occupation = self->coverage->occupation;
  code =
      jg_occupation_words_dup_code (occupation->code, occupation->edition, occupation->provenance);
  return g_strdup_printf ("%s %s%s%s", code, occupation->name, work_type != NULL ? "　工种：" : "",
                          work_type != NULL ? work_type : "");
}

static char *
dup_hours (const JgCourse *course)
{
  g_autofree char *hours = jg_course_hours_dup (jg_course_get_hours (course, JG_COURSE_HOURS));
  const char *theory = jg_course_get (course, JG_COURSE_THEORY);
  const char *practice = jg_course_get (course, JG_COURSE_PRACTICE);

  if (theory == NULL && practice == NULL)
    return g_steal_pointer (&hours);
  return g_strdup_printf ("%s（理论 %s，实操 %s）", hours != NULL ? hours : "未写",
                          theory != NULL ? theory : "未写", practice != NULL ? practice : "未写");
}

static char *
dup_dates (const JgCourse *course)
{
  const char *start = jg_course_get (course, JG_COURSE_START);
  const char *end = jg_course_get (course, JG_COURSE_END);
  const char *schedule = jg_course_get (course, JG_COURSE_SCHEDULE);

  if (start == NULL && end == NULL && schedule == NULL)
    return NULL;
  return g_strdup_printf ("%s 至 %s%s%s", start != NULL ? start : "未写",
                          end != NULL ? end : "未写", schedule != NULL ? "　" : "",
                          schedule != NULL ? schedule : "");
}

/* Words beside their label; a text of many lines goes to the next page whole. */
static void
add_fact (Writer *self,
          JgBlock *block,
          const char *label,
          const char *words,
          double x,
          double width)
{
  const double indent = LABEL_WIDTH * self->base.scale;
  g_autoptr (JgRich) name = jg_rich_new (self->base.fonts);
  g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);

  jg_rich_add (name, JG_VOICE_META, label);
  jg_rich_add (rich, words != NULL ? JG_VOICE_BODY : JG_VOICE_META, words != NULL ? words : "未写");
  jg_composer_add_rich (&self->base, block, name, x, 0, indent);
  jg_composer_add_rich (&self->base, block, rich, x + indent, 0,
                        width - indent - CELL_GAP * self->base.scale);
}

static void
add_field (Writer *self, const char *label, const char *words)
{
  const double indent = LABEL_WIDTH * self->base.scale;
  g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);
  g_autoptr (JgRich) name = jg_rich_new (self->base.fonts);
  g_autoptr (GPtrArray) parts = NULL;

  jg_rich_add (name, JG_VOICE_META, label);
  jg_rich_add (rich, words != NULL ? JG_VOICE_BODY : JG_VOICE_META, words != NULL ? words : "未写");
  parts = jg_rich_layout_parts (rich, self->base.body - indent, PART_LINES);
  for (guint i = 0; i < parts->len; i++)
    {
      JgBlock *block = jg_composer_add_block (&self->base, i == 0 ? 1 : 0);

      if (i == 0)
        jg_composer_add_rich (&self->base, block, name, 0, 0, indent);
      jg_block_add_text (block, g_object_ref (g_ptr_array_index (parts, i)), "P", JG_PART_PLAIN,
                         indent, 0);
    }
}

/* Two short ones beside each other. */
static void
add_pair (Writer *self, JgCourseField left, JgCourseField right)
{
  JgBlock *block = jg_composer_add_block (&self->base, 1);
  const double half = self->base.body / 2;

  add_fact (self, block, jg_course_field_label (left), get_words (self->course, left), 0, half);
  add_fact (self, block, jg_course_field_label (right), get_words (self->course, right), half,
            half);
}

static void
compose_facts (Writer *self)
{
  static const JgCourseField texts[] = { JG_COURSE_AUDIENCE, JG_COURSE_TEACHERS, JG_COURSE_PLACE,
                                         JG_COURSE_EQUIPMENT, JG_COURSE_ASSESSMENT };
  g_autofree char *occupation = dup_occupation (self);
  g_autofree char *hours = dup_hours (self->course);
  g_autofree char *dates = dup_dates (self->course);

  add_field (self, "培训机构", get_words (self->course, JG_COURSE_PROVIDER));
  add_field (self, "对应职业", occupation);
  add_field (self, "课时", hours);
  add_field (self, "开课", dates);
  add_pair (self, JG_COURSE_LEVEL, JG_COURSE_MODE);
  add_pair (self, JG_COURSE_FEE, JG_COURSE_CAPACITY);
  add_pair (self, JG_COURSE_CERTIFICATE, JG_COURSE_CONTACT);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_field (self, jg_course_field_label (texts[i]), get_words (self->course, texts[i]));
  if (jg_course_get (self->course, JG_COURSE_NOTE) != NULL)
    add_field (self, "备注", get_words (self->course, JG_COURSE_NOTE));
}

static void
compose_modules (Writer *self)
{
  GPtrArray *modules = self->course->modules;
  const guint n = G_N_ELEMENTS (module_columns);

  jg_composer_add_section (&self->base, "模块", NULL);
  if (modules->len == 0)
    {
      add_field (self, "模块", NULL);
      return;
    }
  add_header_row (self, module_columns, n);
  for (guint i = 0; i < modules->len; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (modules, i);
      Cell cells[] = { make_cell (self, JG_VOICE_STRONG, module->name),
                       make_hours_cell (self, module->hours),
                       make_cell (self, JG_VOICE_BODY, module->content) };

      add_row (self, module_columns, n, cells, FALSE);
    }
}

static void
compose_coverage (Writer *self)
{
  const JgCourseCoverage *coverage = self->coverage;
  g_autofree char *source = NULL;
  g_autofree char *figures = NULL;

  if (coverage == NULL || coverage->n_tasks == 0)
    return;
  source = jg_occupation_words_dup_source (self->catalogue, coverage->occupation);
  figures =
      g_strdup_printf ("%u 项任务中 %u 项有课时（%.0f%%）；%.1f 课时中 %.1f 课时对应任务",
                       coverage->n_tasks, coverage->n_covered,
                       jg_course_coverage_get_percent (coverage), coverage->hours, coverage->tied);
  jg_composer_add_section (&self->base, "公布的主要工作任务和课时", source);
  add_field (self, "覆盖", figures);
  for (guint i = 0; i < coverage->n_tasks; i++)
    {
      g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);

      jg_rich_printf (rich, JG_VOICE_META, "%u. ", i + 1);
      jg_rich_add (rich, JG_VOICE_QUOTE, g_ptr_array_index (coverage->occupation->tasks, i));
      if (coverage->task_hours[i] > 0)
        jg_rich_printf (rich, JG_VOICE_STRONG, "　%.1f 课时", coverage->task_hours[i]);
      else
        jg_rich_add (rich, JG_VOICE_META, "　没有课时");
      jg_composer_add_words (&self->base, rich, TRUE, 2);
    }
}

static void
compose_measures (Writer *self, const char *as_of)
{
  g_autoptr (GPtrArray) fundings = jg_course_funding_check (self->catalogue, self->course, as_of);

  if (fundings->len == 0)
    return;
  jg_composer_add_section (&self->base, "课程所依据的政策", "能不能享受以经办机构审核为准");
  for (guint i = 0; i < fundings->len; i++)
    {
      const JgCourseFunding *funding = g_ptr_array_index (fundings, i);
      const JgMeasure *measure = funding->measure;
      g_autoptr (JgRich) head = jg_rich_new (self->base.fonts);
      g_autoptr (JgRich) quote = jg_rich_new (self->base.fonts);
      g_autoptr (JgRich) dates = jg_rich_new (self->base.fonts);
      g_autofree char *citation =
          jg_occupation_words_dup_citation (self->catalogue, measure->document, measure->clause);

      jg_rich_add (head, JG_VOICE_STRONG, measure->name);
      for (guint k = 0; measure->beneficiaries[k] != NULL; k++)
        jg_rich_printf (head, JG_VOICE_META, "%s%s", k == 0 ? "　补贴对象：" : "、",
                        jg_measure_beneficiary_label (measure->beneficiaries[k]));
      jg_composer_add_words (&self->base, head, FALSE, i == 0 ? 0 : 3);
      jg_rich_add (quote, JG_VOICE_QUOTE, measure->quote);
      jg_rich_add (quote, JG_VOICE_META, "　");
      jg_rich_add_unbroken (quote, JG_VOICE_META, citation);
      jg_composer_add_words (&self->base, quote, TRUE, 1);
      jg_rich_add (dates, JG_VOICE_META, funding->dates);
      if (strstr (funding->dates, as_of) == NULL)
        jg_rich_printf (dates, JG_VOICE_META, "　按 %s 判断", as_of);
      jg_composer_add_words (&self->base, dates, FALSE, 1);
    }
}

/* What has to be there before a course is laid out. */
static void
set_course (Writer *self, JgCourse *course)
{
  g_clear_pointer (&self->coverage, jg_course_coverage_free);
  self->course = course;
  self->coverage = jg_course_coverage_new (self->catalogue, course);
}

static JgPaper *
begin (Writer *self,
       JgCatalogue *catalogue,
       const char *kind,
       gboolean large_print,
       gboolean landscape)
{
  JgPaper *paper;

  self->catalogue = catalogue;
  self->base.fonts = jg_fonts_new (large_print);
  self->base.scale = jg_fonts_get_scale (self->base.fonts);
  self->base.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free);
  paper = jg_paper_new (kind, self->base.fonts, landscape);
  self->base.body = jg_paper_get_width (paper) - 2 * JG_PAPER_MARGIN;
  return paper;
}

static double
set_blocks (Writer *self, JgPaper *paper)
{
  return jg_paper_set_blocks (
      paper, self->base.blocks,
      jg_composer_make_foot (&self->base, "课程内容由培训机构填写，不是通知所写。"));
}

static JgPaper *
finish (Writer *self, JgPaper *paper, const char *kind)
{
  g_autofree char *title =
      g_strdup_printf ("%s　%s", kind, jg_course_get (self->course, JG_COURSE_NAME));
  const double room = set_blocks (self, paper);

  if (jg_paper_get_n_pages (paper) == 1)
    jg_paper_spread (paper, room);
  jg_paper_finish (paper, title, title, NULL);
  g_clear_pointer (&self->coverage, jg_course_coverage_free);
  return paper;
}

static char *
dup_state (const JgCourse *course)
{
  const char *confirmed = jg_course_get (course, JG_COURSE_CONFIRMED);

  return confirmed != NULL
             ? g_strdup_printf ("状态：%s；培训机构核实日期：%s。",
                                get_words (course, JG_COURSE_STATE), confirmed)
             : g_strdup_printf ("状态：%s；没有核实过。", get_words (course, JG_COURSE_STATE));
}

/* Returns the first block, where the course begins. */
static JgBlock *
compose_course (Writer *self, JgCourse *course, const char *as_of)
{
  const guint first = self->base.blocks->len;
  g_autofree char *state = dup_state (course);

  set_course (self, course);
  jg_composer_add_head (&self->base, jg_course_get (course, JG_COURSE_NAME), "课程说明", state);
  compose_facts (self);
  compose_modules (self);
  compose_coverage (self);
  compose_measures (self, as_of);
  return g_ptr_array_index (self->base.blocks, first);
}

/* jg_course_paper_new:
 * @as_of: the day to judge dates by, YYYY-MM-DD
 * @large_print: whether for large print
 *
 * Lays a course out as 课程说明: what the provider wrote, the modules, the published tasks with their hours, and the measures
 * it counts on with their sentences. What nobody wrote is 未写.
 *
 * Returns: (transfer full): the paper, upright A4 */
JgPaper *
jg_course_paper_new (JgCatalogue *catalogue,
                     JgCourse *course,
                     const char *as_of,
                     gboolean large_print)
{
  Writer self = { 0 };
  JgPaper *paper;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (course != NULL && as_of != NULL, NULL);

  paper = begin (&self, catalogue, "课程说明", large_print, FALSE);
  compose_course (&self, course, as_of);
  return finish (&self, paper, "课程说明");
}

static char *
dup_coverage (Writer *self)
{
  if (self->coverage == NULL || self->coverage->n_tasks == 0)
    return g_strdup ("—");
  return g_strdup_printf ("%u/%u", self->coverage->n_covered, self->coverage->n_tasks);
}

/* @pages: where each course begins, or NULL as long as that is not known; a number takes no other room than none. */
static void
compose_contents (Writer *self, GPtrArray *courses, const guint *pages, const char *as_of)
{
  const guint n = G_N_ELEMENTS (contents_columns);
  g_autofree char *data = g_strdup_printf (
      "%u 门课程；按 %s 判断。覆盖是有课时的任务数和公布的任务数。", courses->len, as_of);

  jg_composer_add_head (&self->base, "课程目录", "目次", data);
  jg_composer_add_block (&self->base, 4);
  add_header_row (self, contents_columns, n);
  for (guint i = 0; i < courses->len; i++)
    {
      g_autofree char *page = g_strdup_printf ("%u", pages != NULL ? pages[i] : 1);
      g_autofree char *coverage = NULL;

      set_course (self, g_ptr_array_index (courses, i));
      coverage = dup_coverage (self);
      {
        Cell cells[] = {
          make_cell (self, JG_VOICE_STRONG, jg_course_get (self->course, JG_COURSE_NAME)),
          make_cell (self, JG_VOICE_BODY, get_words (self->course, JG_COURSE_PROVIDER)),
          make_cell (self, JG_VOICE_BODY, get_words (self->course, JG_COURSE_STATE)),
          make_hours_cell (self, jg_course_get_hours (self->course, JG_COURSE_HOURS)),
          make_cell (self, JG_VOICE_BODY, coverage),
          make_cell (self, JG_VOICE_BODY, page)
        };

        add_row (self, contents_columns, n, cells, FALSE);
      }
    }
}

/* jg_course_paper_new_catalogue:
 * @courses: (element-type JgCourse): at least one course
 * @as_of: the day to judge dates by, YYYY-MM-DD
 * @large_print: whether for large print
 *
 * Lays courses out one after the other as jg_course_paper_new() does, each on a page of its own, behind a table of contents.
 *
 * Returns: (transfer full): the paper, upright A4 */
JgPaper *
jg_course_paper_new_catalogue (JgCatalogue *catalogue,
                               GPtrArray *courses,
                               const char *as_of,
                               gboolean large_print)
{
  Writer self = { 0 };
  g_autofree guint *pages = NULL;
  g_autofree JgBlock **heads = NULL;
  JgPaper *paper;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (courses != NULL && courses->len > 0, NULL);
  g_return_val_if_fail (as_of != NULL, NULL);

  pages = g_new0 (guint, courses->len);
  heads = g_new0 (JgBlock *, courses->len);
  paper = begin (&self, catalogue, "课程目录", large_print, FALSE);
  /* Once to learn the pages, once with them. */
  for (guint round = 0; round < 2; round++)
    {
      if (round > 0)
        self.base.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free);
      compose_contents (&self, courses, round > 0 ? pages : NULL, as_of);
      for (guint i = 0; i < courses->len; i++)
        {
          heads[i] = compose_course (&self, g_ptr_array_index (courses, i), as_of);
          heads[i]->page = TRUE;
        }
      set_blocks (&self, paper);
      for (guint i = 0; i < courses->len; i++)
        pages[i] = jg_paper_find_page (paper, heads[i]);
    }
  jg_paper_finish (paper, "课程目录", "课程目录", NULL);
  g_clear_pointer (&self.coverage, jg_course_coverage_free);
  return paper;
}

static Cell
make_tasks_cell (Writer *self, guint module)
{
  JgRich *rich = jg_rich_new (self->base.fonts);
  gboolean any = FALSE;

  for (guint task = 0; self->coverage != NULL && task < self->coverage->n_tasks; task++)
    {
      const JgCourseCell *cell = jg_course_coverage_get_cell (self->coverage, module, task);

      if (!cell->accepted)
        continue;
      jg_rich_printf (rich, JG_VOICE_META, "%s%u. ", any ? "\n" : "", task + 1);
      jg_rich_add (rich, JG_VOICE_QUOTE,
                   g_ptr_array_index (self->coverage->occupation->tasks, task));
      if (cell->hours > 0)
        jg_rich_printf (rich, JG_VOICE_META, " %.1f 课时%s", cell->hours,
                        cell->shared ? "（均摊）" : "");
      any = TRUE;
    }
  if (!any)
    jg_rich_add (rich, JG_VOICE_META, "没有对应的任务");
  return (Cell){ rich, any };
}

static void
add_sum_row (Writer *self)
{
  const guint n = G_N_ELEMENTS (plan_columns);
  Cell cells[] = { make_cell (self, JG_VOICE_BODY, ""),
                   make_cell (self, JG_VOICE_STRONG, "合计"),
                   make_hours_cell (self, jg_course_sum_modules (self->course)),
                   make_cell (self, JG_VOICE_BODY, ""),
                   make_cell (self, JG_VOICE_BODY, ""),
                   make_cell (self, JG_VOICE_BODY, "") };

  add_row (self, plan_columns, n, cells, FALSE);
}

/* The names of the columns again, for the pages that follow. */
static JgBlock *
make_plan_head (Writer *self)
{
  GPtrArray *blocks = self->base.blocks;
  JgBlock *head;

  self->base.blocks = g_ptr_array_new ();
  add_header_row (self, plan_columns, G_N_ELEMENTS (plan_columns));
  head = g_ptr_array_index (self->base.blocks, 0);
  g_ptr_array_unref (self->base.blocks);
  self->base.blocks = blocks;
  return head;
}

/* jg_course_paper_new_plan:
 * @large_print: whether for large print
 *
 * Lays a course out as 教学计划表: a row for each module with its hours, content and published tasks, and room to write days,
 * teachers and rooms in.
 *
 * Returns: (transfer full): the paper, A4 across */
JgPaper *
jg_course_paper_new_plan (JgCatalogue *catalogue, JgCourse *course, gboolean large_print)
{
  Writer self = { 0 };
  const guint n = G_N_ELEMENTS (plan_columns);
  JgPaper *paper;
  g_autofree char *occupation = NULL;
  g_autofree char *data = NULL;
  const char *provider;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (course != NULL, NULL);

  paper = begin (&self, catalogue, "教学计划表", large_print, TRUE);
  set_course (&self, course);
  occupation = dup_occupation (&self);
  provider = jg_course_get (course, JG_COURSE_PROVIDER);
  data = g_strdup_printf ("培训机构：%s；对应职业：%s。", provider != NULL ? provider : "未写",
                          occupation != NULL ? occupation : "未写");
  jg_composer_add_head (&self.base, jg_course_get (course, JG_COURSE_NAME), "教学计划表", data);
  jg_composer_add_block (&self.base, 4);
  add_header_row (&self, plan_columns, n);
  jg_paper_set_head (paper, make_plan_head (&self));
  for (guint i = 0; i < course->modules->len; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (course->modules, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      Cell cells[] = { make_cell (&self, JG_VOICE_BODY, number),
                       make_cell (&self, JG_VOICE_STRONG, module->name),
                       make_hours_cell (&self, module->hours),
                       make_cell (&self, JG_VOICE_BODY, module->content),
                       make_tasks_cell (&self, i),
                       make_cell (&self, JG_VOICE_BODY, "") };

      add_row (&self, plan_columns, n, cells, FALSE);
    }
  add_sum_row (&self);
  return finish (&self, paper, "教学计划表");
}
