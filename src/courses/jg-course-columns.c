/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a trainer's table is what. Providers name the same thing differently; the words are theirs. */

#include "jg-course-columns.h"

#include <string.h>

#include "text/jg-text.h"

/* Titles and remarks may stand above the headers. */
#define MAX_HEADER_ROW 20

typedef struct
{
  guint column;
  const char *words; /* besides the label; one blank between two */
} Synonyms;

static const char range_words[] =
    "起止日期 起止时间 培训起止日期 培训起止时间 开课起止日期 开班起止日期 培训日期";

static const char *const module_labels[] = { "模块名称", "模块课时", "模块内容", "对应任务",
                                             "不对应任务" };

static const Synonyms synonyms[] = {
  { JG_COURSE_ID, "课程代码 课程id" },
  { JG_COURSE_NAME, "课程 课程名 培训课程 培训课程名称 培训项目 培训项目名称 项目名称 培训班名称 "
                    "班级名称 班次名称 课程(项目)名称" },
  { JG_COURSE_STATE, "课程状态 开课状态 开班状态" },
  { JG_COURSE_CONFIRMED, "最近核实 最近核实日期 核实时间 确认日期 最近确认 核对日期 更新日期" },
  { JG_COURSE_PROVIDER, "机构 机构名称 培训机构名称 培训学校 培训单位 承训机构 承训单位 办学机构 "
                        "开班机构 开课机构 主办单位 承办单位" },
  { JG_COURSE_AUDIENCE, "对象 招生对象 学员对象 培训人群 适合人群 面向人群 面向对象" },
  { JG_COURSE_OCCUPATION, "职业 职业名称 培训职业 培训职业名称 对应职业名称 职业(工种) "
                          "职业(工种)名称 职业工种 对应职业(工种)" },
  { JG_COURSE_CODE, "职业代码 职业编号 国家职业编码 职业分类编码 对应职业编码" },
  { JG_COURSE_EDITION, "版本 大典版本 职业大典版本 编码年版" },
  { JG_COURSE_WORK_TYPE, "工种名称 培训工种 对应工种" },
  { JG_COURSE_LEVEL, "级别 技能等级 培训等级 培训级别 职业等级 职业技能等级 课程等级" },
  { JG_COURSE_MODE, "培训方式 教学方式 授课形式 培训形式 教学形式 线上线下 线上/线下" },
  { JG_COURSE_HOURS,
    "总学时 总课时数 总学时数 课程课时 课程学时 培训课时 培训学时 课时合计 学时合计 合计课时 "
    "合计学时 课时总数" },
  { JG_COURSE_THEORY, "理论 理论学时 理论课 理论教学课时 理论教学学时" },
  { JG_COURSE_PRACTICE, "实操 实操学时 实训 实训课时 实训学时 实践课时 实践学时 操作课时 操作学时 "
                        "技能课时 技能学时 实际操作课时 实操实训课时" },
  { JG_COURSE_TEACHERS,
    "教师 老师 讲师 授课教师 授课老师 任课教师 任课老师 教师姓名 讲师姓名 培训师 师资信息 "
    "师资配备 师资力量" },
  { JG_COURSE_PLACE, "地点 场所 培训地点 培训场地 培训场所 上课地点 授课地点 教学地点 教学场地 "
                     "开课地点 开班地点" },
  { JG_COURSE_EQUIPMENT, "教学设备 实训设备 培训设备 设施设备 设备设施 器材 教学设施" },
  { JG_COURSE_ASSESSMENT, "考核 考核形式 考核办法 考试方式 考试形式 评价方式" },
  { JG_COURSE_CERTIFICATE, "证书名称 证书类型 颁发证书 发放证书 取得证书 可获证书 结业证书" },
  { JG_COURSE_FEE, "收费标准 费用 培训费 培训费用 学费 价格 收费金额" },
  { JG_COURSE_START, "开课时间 开课期 开班日期 开班时间 开始日期 开始时间 起始日期 培训开始日期" },
  { JG_COURSE_END, "结课时间 结班日期 结束日期 结束时间 结业日期 截止日期 培训结束日期" },
  { JG_COURSE_SCHEDULE, "上课安排 时间安排 授课时间 培训时间" },
  { JG_COURSE_CAPACITY,
    "人数 名额 班额 每班人数 班级人数 计划人数 招生人数 招收人数 开班人数 培训人数 班级容量" },
  { JG_COURSE_CONTACT, "联系 联系电话 联系人 联系人及电话 联系人电话 联系人/电话 联系人/联系电话 "
                       "电话 咨询电话 报名电话 手机" },
  { JG_COURSE_MEASURES, "政策编号 补贴政策编号 依据政策" },
  { JG_COURSE_NOTE, "说明 其他 其它" },
  { JG_COLUMN_MODULE, "模块 培训模块 课程模块 教学模块 教学单元 单元 单元名称 科目 课目 章节 "
                      "教学项目" },
  { JG_COLUMN_MODULE_HOURS, "模块课时数 模块学时数 模块学时 单元课时 单元学时 章节课时" },
  { JG_COLUMN_MODULE_CONTENT, "内容 培训内容 教学内容 课程内容 主要内容 单元内容 章节内容" },
  { JG_COLUMN_TASKS, "任务 工作任务 主要工作任务 对应工作任务" },
};

/**
 * jg_course_column_label:
 * @column: a field, or one of the columns after them
 *
 * Names a column as JobGuide writes it.
 *
 * Returns: (transfer none): its header
 */
const char *
jg_course_column_label (guint column)
{
  g_return_val_if_fail (column < JG_N_COURSE_COLUMNS, NULL);

  return column < JG_N_COURSE_FIELDS ? jg_course_field_label (column)
                                     : module_labels[column - JG_N_COURSE_FIELDS];
}

/* A header without width, white space, asterisk and colon. */
static char *
fold_header (const char *text)
{
  g_autofree char *normal = jg_text_normalize_compact (text);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p++)
    if (strchr ("*:", *p) == NULL)
      g_string_append_c (folded, *p);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
is_one_of_words (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static gboolean
find_column (const char *folded, guint *column)
{
  for (*column = 0; *column < JG_N_COURSE_COLUMNS; (*column)++)
    if (g_str_equal (jg_course_column_label (*column), folded))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (is_one_of_words (synonyms[i].words, folded))
      {
        *column = synonyms[i].column;
        return TRUE;
      }
  return FALSE;
}

/* Reads a header as it stands, and then without a unit or a remark in brackets: 收费（元）. */
static gboolean
read_header (const char *text, guint *column, gboolean *plain_hours)
{
  g_autofree char *folded = fold_header (text);
  char *bracket;

  *plain_hours = FALSE;
  if (find_column (folded, column))
    return TRUE;
  bracket = strchr (folded, '(');
  if (bracket != NULL && bracket > folded)
    {
      *bracket = '\0';
      if (find_column (folded, column))
        return TRUE;
    }
  /* Of the course or of the module: the other columns tell. */
  *plain_hours = is_one_of_words ("课时 学时 课时数 学时数", folded);
  return FALSE;
}

static gboolean
is_range (const char *text)
{
  g_autofree char *folded = fold_header (text);

  char *bracket = strchr (folded, '(');

  if (bracket != NULL && bracket > folded)
    *bracket = '\0';
  return is_one_of_words (range_words, folded);
}

static guint
count_headers (const JgTable *table, guint row, gboolean *named)
{
  const GPtrArray *cells = g_ptr_array_index (table->rows, row);
  guint n = 0;

  *named = FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      gboolean hours;
      guint column;
      const gboolean known = read_header (g_ptr_array_index (cells, i), &column, &hours);

      n += known || hours;
      *named = *named || (known && column == JG_COURSE_NAME);
    }
  return n;
}

static gboolean
put_place (JgCourseColumns *self, const JgTable *table, guint column, guint place, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (self->places[column] == JG_NO_COLUMN)
    self->places[column] = place;
  else if (column == JG_COURSE_CONTACT && self->contact_too == JG_NO_COLUMN)
    self->contact_too = place;
  else
    {
      first = jg_table_dup_column_name (self->places[column]);
      second = jg_table_dup_column_name (place);
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED,
                   "%s 第 %u 行：%s 列“%s”和 %s 列“%s”都是“%s”；请只留一列", table->name,
                   self->row + 1, first, jg_table_get (table, self->row, self->places[column]),
                   second, jg_table_get (table, self->row, place), jg_course_column_label (column));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_headers (JgCourseColumns *self, const JgTable *table, GError **error)
{
  const GPtrArray *cells = g_ptr_array_index (table->rows, self->row);
  guint hours_place = JG_NO_COLUMN;

  for (guint i = 0; i < cells->len; i++)
    {
      const char *text = g_ptr_array_index (cells, i);
      gboolean hours;
      guint column;

      if (read_header (text, &column, &hours))
        {
          if (!put_place (self, table, column, i, error))
            return FALSE;
        }
      else if (hours && hours_place == JG_NO_COLUMN)
        hours_place = i;
      else if (self->range == JG_NO_COLUMN && is_range (text))
        self->range = i;
      else if (*text != '\0')
        g_ptr_array_add (self->ignored, g_strdup (text));
    }
  if (hours_place != JG_NO_COLUMN)
    return put_place (self, table,
                      self->places[JG_COLUMN_MODULE] != JG_NO_COLUMN &&
                              self->places[JG_COLUMN_MODULE_HOURS] == JG_NO_COLUMN
                          ? JG_COLUMN_MODULE_HOURS
                          : JG_COURSE_HOURS,
                      hours_place, error);
  return TRUE;
}

/**
 * jg_course_columns_find:
 * @table: a table
 * @error: return location
 *
 * Finds the row of headers and what each column is.
 *
 * Returns: (transfer full) (nullable): the columns, or %NULL with JG_COURSE_ERROR_DAMAGED
 */
JgCourseColumns *
jg_course_columns_find (const JgTable *table, GError **error)
{
  g_autoptr (JgCourseColumns) self = NULL;
  guint best = 0;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (JgCourseColumns, 1);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->contact_too = JG_NO_COLUMN;
  self->range = JG_NO_COLUMN;
  for (guint i = 0; i < JG_N_COURSE_COLUMNS; i++)
    self->places[i] = JG_NO_COLUMN;
  for (guint row = 0; row < MIN (table->rows->len, MAX_HEADER_ROW); row++)
    {
      gboolean named;
      const guint n = count_headers (table, row, &named);

      /* 课程 alone may stand in any sentence. */
      if (named && n >= 2 && n > best)
        {
          best = n;
          self->row = row;
        }
    }
  if (best == 0)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED,
                   "%s：前 %d 行里没有表头；应有一行写“课程名称”和别的列名，如“培训机构”“总课时”",
                   table->name, MAX_HEADER_ROW);
      return NULL;
    }
  if (!read_headers (self, table, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * jg_course_columns_free:
 * @self: (nullable) (transfer full): columns
 *
 * Frees columns.
 */
void
jg_course_columns_free (JgCourseColumns *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ignored);
  g_free (self);
}
