/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was agreed: 行动计划, 回访, and what the counsellor adds. */

#include "jg-sheet-private.h"

#include "../guidance/jg-plan-suggest.h"

#define CELL_PAD 3

static const double columns[] = { 0, 0.68, 0.83, 1 };

static void
add_cell (JgComposer *self, JgBlock *block, int column, JgRich *rich)
{
  double pad = CELL_PAD * self->scale;
  double x = columns[column] * JG_SHEET_BODY;
  double width = (columns[column + 1] - columns[column]) * JG_SHEET_BODY - 2 * pad;

  jg_block_add_text (block, jg_rich_layout (rich, width), NULL, JG_PART_CELL,
                     column == 0 ? x : x + pad, pad * 0.6);
}

static JgBlock *
begin_row (JgComposer *self)
{
  JgBlock *block = jg_composer_add_block (self, 0);

  block->row = TRUE;
  return block;
}

static void
end_row (JgComposer *self, JgBlock *block, double height)
{
  block->height = MAX (block->height + CELL_PAD * 0.6 * self->scale, height);
  jg_block_add_rule (block, 0, block->height - 0.5, JG_SHEET_BODY, FALSE);
}

/* Where its measure stands on this sheet, or else in its document. */
static void
add_source (JgComposer *self, JgRich *rich, const char *id)
{
  guint n_left = 0;
  g_autoptr (GPtrArray) entries =
      jg_sheet_list_entries (self->plan, self->detail->measures, &n_left);
  g_autoptr (JgMeasure) measure = NULL;
  g_autofree char *citation = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      GPtrArray *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; k < entry->len; k++)
        if (g_strcmp0 (((JgVerdict *) g_ptr_array_index (entry, k))->measure->id, id) == 0)
          {
            jg_rich_printf (rich, JG_VOICE_META,
                            self->detail->notes_apart ? "（第 %u 项）" : "（第 6 部分第 %u 项）",
                            i + 1);
            return;
          }
    }
  measure = jg_catalogue_get_measure (jg_plan_get_catalogue (self->plan), id);
  if (measure == NULL)
    return;
  citation = jg_plan_dup_citation (self->plan, measure->document, measure->clause);
  jg_rich_printf (rich, JG_VOICE_META, "（%s）", citation);
}

/* What no text says is said once. */
static void
add_way (JgRich *rich, const JgPlanStep *step)
{
  const char *where = step->fields[JG_PLAN_STEP_WHERE];
  const char *bring = step->fields[JG_PLAN_STEP_BRING];

  if (where == NULL && bring == NULL)
    return;
  jg_rich_add (rich, JG_VOICE_META, "\n");
  if (where != NULL && g_strcmp0 (where, bring) == 0)
    {
      jg_rich_printf (rich, JG_VOICE_META, "去哪里、带什么　%s", where);
      return;
    }
  if (where != NULL)
    {
      jg_rich_add (rich, JG_VOICE_META, "去哪里　");
      jg_rich_add (rich, JG_VOICE_BODY, where);
    }
  if (bring != NULL)
    {
      jg_rich_add (rich, JG_VOICE_META, where != NULL ? "　带什么　" : "带什么　");
      jg_rich_add (rich, JG_VOICE_BODY, bring);
    }
}

static void
add_step (JgComposer *self, const JgPlanStep *step)
{
  JgBlock *block = begin_row (self);
  g_autoptr (JgRich) what = jg_rich_new (self->fonts);

  jg_rich_add (what, JG_VOICE_BODY, step->done ? "■ " : "□ ");
  jg_rich_add (what, JG_VOICE_BODY, step->fields[JG_PLAN_STEP_WHAT]);
  if (step->done)
    jg_rich_add (what, JG_VOICE_META, "（已完成）");
  if (step->measure != NULL)
    add_source (self, what, step->measure);
  add_way (what, step);
  add_cell (self, block, 0, what);
  for (int column = 1; column < 3; column++)
    {
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
      const char *words = step->fields[column == 1 ? JG_PLAN_STEP_WHO : JG_PLAN_STEP_WHEN];

      jg_rich_add (rich, JG_VOICE_BODY, words != NULL ? words : "");
      add_cell (self, block, column, rich);
    }
  end_row (self, block, 17 * self->scale);
}

/* The heading of the section is the first cell of the header row. */
static void
add_header_row (JgComposer *self)
{
  static const char *const names[] = { "7 行动计划", "负责人", "期限" };
  JgBlock *block = jg_composer_add_block (self, 4);
  double top = 3 * self->scale;

  block->row = TRUE;
  block->section = TRUE;
  block->keep = TRUE;
  jg_block_add_rule (block, 0, 0, JG_SHEET_BODY, FALSE);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

      jg_rich_add (rich, i == 0 ? JG_VOICE_HEADING : JG_VOICE_META, names[i]);
      jg_block_add_text (block, jg_rich_layout (rich, -1), i == 0 ? "H2" : NULL,
                         JG_PART_HEADER_CELL,
                         columns[i] * JG_SHEET_BODY + (i == 0 ? 0 : CELL_PAD * self->scale),
                         i == 0 ? top : top + 1.5 * self->scale);
    }
  block->height += 1.5 * self->scale;
  jg_block_add_rule (block, 0, block->height - 0.5, JG_SHEET_BODY, FALSE);
}

static void
compose_actions (JgComposer *self)
{
  GPtrArray *steps = jg_plan_get_steps (self->plan);
  /* What was agreed at the desk leaves less to be written by hand. */
  guint n_empty = jg_record_get_steps (jg_plan_get_record (self->plan))->len > 1
                      ? MIN (self->detail->rows, 1)
                      : self->detail->rows;

  add_header_row (self);
  for (guint i = 0; i < steps->len; i++)
    add_step (self, g_ptr_array_index (steps, i));
  for (guint i = 0; i < n_empty; i++)
    {
      JgBlock *block = begin_row (self);

      for (int column = 0; column < 3; column++)
        {
          g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

          jg_rich_add (rich, JG_VOICE_BODY, "");
          add_cell (self, block, column, rich);
        }
      end_row (self, block, 19 * self->scale);
    }
}

static void
compose_follow_up (JgComposer *self)
{
  const char *follow_up = jg_plan_get_follow_up (self->plan);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  if (follow_up != NULL)
    jg_rich_add (rich, JG_VOICE_BODY, follow_up);
  else
    jg_rich_add (rich, JG_VOICE_BODY,
                 "日期　　　　年　　　月　　　日　　　方式　□ 电话　□ 到窗口　□ 其他");
  jg_sheet_add_beside (self, "8 回访", rich);
}

/* Never in the voice of a document, and never with its bar. */
static void
compose_remarks (JgComposer *self)
{
  const char *remarks = jg_record_get_text (jg_plan_get_record (self->plan), JG_RECORD_REMARKS);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  if (remarks == NULL)
    return;
  jg_rich_add (rich, JG_VOICE_BODY, remarks);
  jg_rich_add (rich, JG_VOICE_META, "　（指导员的话，不是文件原文）");
  jg_sheet_add_beside (self, "9 备注", rich);
}

/* jg_sheet_compose_plan:
 *
 * Writes sections 7 to 9: the steps with who, when, where and what to bring; when to ask again; the remarks. */
void
jg_sheet_compose_plan (JgComposer *self)
{
  compose_actions (self);
  compose_follow_up (self);
  compose_remarks (self);
}
