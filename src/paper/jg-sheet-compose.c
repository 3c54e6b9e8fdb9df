/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-private.h"

#include <string.h>

/* Characters of a label that stands in place of a question. */
#define SHORT_LABEL 10

/* Points, in ordinary print: half a millimetre for a module, which a telephone and a hand scanner read. */
#define QR_SIDE 54

/* jg_sheet_add_beside:
 * @label: number and name
 *
 * Writes a short section: label on the left, words on the right, cut into blocks when they are long. */
void
jg_sheet_add_beside (JgComposer *self, const char *label, JgRich *rich)
{
  double top = 3 * self->scale;
  double width = JG_SHEET_BODY - self->indent;
  g_autoptr (GPtrArray) parts = jg_rich_layout_parts (rich, width, PART_LINES);
  g_autoptr (JgRich) heading = jg_rich_new (self->fonts);
  JgBlock *block = jg_composer_add_block (self, 4);

  block->section = TRUE;
  jg_block_add_rule (block, 0, 0, JG_SHEET_BODY, FALSE);
  jg_rich_add (heading, JG_VOICE_HEADING, label);
  jg_block_add_text (block, jg_rich_layout (heading, self->indent), "H2", JG_PART_PLAIN, 0, top);
  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        block = jg_composer_add_block (self, 0);
      jg_block_add_text (block, g_object_ref (g_ptr_array_index (parts, i)), "P", JG_PART_PLAIN,
                         self->indent, i == 0 ? top + 0.7 * self->scale : 0);
      if (i + 1 < parts->len)
        block->height -= jg_rich_get_overhang (g_ptr_array_index (parts, i));
    }
}

/* A label with a value, or with a line to write on. */
static void
add_cell (JgComposer *self,
          JgBlock *block,
          const char *label,
          const char *value,
          double x,
          double y,
          double width)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  PangoLayout *layout;
  int used;

  jg_rich_printf (rich, JG_VOICE_META, "%s　", label);
  if (value != NULL)
    jg_rich_add (rich, JG_VOICE_BODY, value);
  layout = jg_rich_layout (rich, width);
  pango_layout_get_size (layout, &used, NULL);
  jg_block_add_text (block, layout, "P", JG_PART_PLAIN, x, y);
  if (value == NULL)
    {
      double start = x + (double) used / PANGO_SCALE;

      jg_block_add_rule (block, start, y + 12.5 * self->scale, x + width - start, TRUE);
    }
}

static void
add_practice (JgComposer *self, JgBlock *block, double y)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  PangoLayout *layout;
  int height;

  jg_rich_add (rich, JG_VOICE_STRONG, "演示日期");
  jg_rich_printf (rich, JG_VOICE_BODY,
                  "　本单按 %s 判断，不是制单当天，只供演示和练习，不作办事依据。",
                  jg_plan_get_as_of (self->plan));
  layout = jg_rich_layout (rich, JG_SHEET_BODY - 12 * self->scale);
  pango_layout_get_size (layout, NULL, &height);
  jg_block_add_text (block, layout, "P", JG_PART_PLAIN, 6 * self->scale, y + 2 * self->scale);
  jg_block_add_frame (block, 0, y, JG_SHEET_BODY, (double) height / PANGO_SCALE + 4 * self->scale);
}

/* The number and the codes, by which the desk finds the case again; nothing of the person. */
static char *
dup_qr_text (JgPlan *plan)
{
  GPtrArray *matches = jg_plan_get_matches (plan);
  GString *text = g_string_new ("JG ");

  g_string_append (text, jg_plan_get_number (plan));
  for (guint i = 0; i < matches->len; i++)
    {
      const JgOccupation *occupation = ((JgMatch *) g_ptr_array_index (matches, i))->occupation;

      if (occupation->code != NULL)
        g_string_append_printf (text, " %s:%s", occupation->edition, occupation->code);
    }
  return g_string_free (text, FALSE);
}

/* Returns the room it takes from the right. Its own quiet zone is the distance to what stands beside it. */
static double
add_qr (JgComposer *self, JgBlock *block)
{
  g_autofree char *text = dup_qr_text (self->plan);
  JgQr *qr = jg_qr_new (text);
  double side = QR_SIDE * (1 + (self->scale - 1) / 2);

  if (qr == NULL)
    return 0;
  jg_block_add_qr (block, qr, JG_SHEET_BODY - side + 4, -6, side);
  return side - 2;
}

static void
compose_head (JgComposer *self)
{
  const JgOffice *office = jg_plan_get_office (self->plan);
  JgRecord *record = jg_plan_get_record (self->plan);
  const char *desk = jg_record_get_text (record, JG_RECORD_DESK);
  const char *counsellor = jg_record_get_text (record, JG_RECORD_COUNSELLOR);
  JgBlock *block = jg_composer_add_block (self, 0);
  g_autoptr (JgRich) title = jg_rich_new (self->fonts);
  g_autoptr (JgRich) number = jg_rich_new (self->fonts);
  g_autoptr (JgRich) data = jg_rich_new (self->fonts);
  g_autofree char *note = jg_plan_dup_data_note (self->plan);
  const char *date_label = jg_plan_is_practice (self->plan) ? "演示日期" : "日期";
  double gap = 12 * self->scale;
  double body = JG_SHEET_BODY - add_qr (self, block);
  double width = body + gap;
  double y;
  PangoLayout *layout;

  if (counsellor == NULL)
    counsellor = office->counsellor;
  jg_rich_add (title, JG_VOICE_TITLE, "职业指导单");
  y = jg_block_add_text (block, jg_rich_layout (title, -1), "H1", JG_PART_PLAIN, 0, 0);
  jg_rich_add (number, JG_VOICE_META, "编号　");
  jg_rich_add (number, JG_VOICE_BODY, jg_plan_get_number (self->plan));
  layout = jg_rich_layout (number, body);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  jg_block_add_text (block, layout, "P", JG_PART_PLAIN, 0, y - 17 * self->scale);
  y += 2 * self->scale;
  jg_block_add_rule (block, 0, y, body, TRUE);
  y += 5 * self->scale;

  /* Large print takes two rows, so that there is room to write. */
  if (self->scale > 1)
    {
      add_cell (self, block, "机构", office->office, 0, y, 0.6 * width - gap);
      add_cell (self, block, "窗口", desk, 0.6 * width, y, 0.4 * width - gap);
      y = block->height + 4 * self->scale;
      add_cell (self, block, "指导员", counsellor, 0, y, 0.5 * width - gap);
      add_cell (self, block, date_label, jg_plan_get_as_of (self->plan), 0.5 * width, y,
                0.5 * width - gap);
    }
  else
    {
      add_cell (self, block, "机构", office->office, 0, y, 0.35 * width - gap);
      add_cell (self, block, "窗口", desk, 0.35 * width, y, 0.21 * width - gap);
      add_cell (self, block, "指导员", counsellor, 0.56 * width, y, 0.21 * width - gap);
      add_cell (self, block, date_label, jg_plan_get_as_of (self->plan), 0.77 * width, y,
                0.23 * width - gap);
    }
  y = block->height + 3 * self->scale;
  jg_rich_printf (data, JG_VOICE_META, "%s，之后的没有收录；本单按 %s 判断。", note,
                  jg_plan_get_as_of (self->plan));
  jg_composer_add_rich (self, block, data, 0, y, JG_SHEET_BODY);
  if (jg_plan_is_practice (self->plan))
    add_practice (self, block, block->height + 5 * self->scale);
}

static void
add_separated (JgRich *rich, const char *text)
{
  if (!jg_rich_is_empty (rich))
    jg_rich_add (rich, JG_VOICE_META, " · ");
  jg_rich_add (rich, JG_VOICE_BODY, text);
}

static void
add_age (JgComposer *self, JgRich *rich)
{
  JgProfile *profile = jg_plan_get_profile (self->plan);
  g_autofree char *text = NULL;
  int from, to;

  if (!jg_profile_get_age_at (profile, jg_plan_get_as_of (self->plan), &from, &to))
    return;
  text = from == to ? g_strdup_printf ("%d 岁", from) : g_strdup_printf ("%d–%d 岁", from, to);
  add_separated (rich, text);
}

static const char *
find_option (JgFact *fact, const char *value)
{
  for (guint i = 0;
       fact->option_values != NULL && fact->option_names != NULL && fact->option_values[i] != NULL;
       i++)
    if (g_strcmp0 (fact->option_values[i], value) == 0)
      return fact->option_names[i];
  return value;
}

static char *
dup_answer (const JgFactValue *value, JgFact *fact)
{
  switch (value->state)
    {
    case JG_FACT_UNKNOWN:
      return g_strdup ("不清楚");

    case JG_FACT_BOOLEAN:
      return g_strdup (value->boolean ? "是" : "否");

    case JG_FACT_NUMBER:
      return g_strdup_printf ("%g%s", value->number,
                              fact != NULL && fact->unit != NULL ? fact->unit : "");

    case JG_FACT_STRING:
      return g_strdup (fact != NULL ? find_option (fact, value->string) : value->string);

    case JG_FACT_ABSENT:
    default:
      return g_strdup ("未问");
    }
}

/* What the measures call a fact that is true, e.g. 农民工: shorter than its question. */
static const char *
find_short_label (JgComposer *self, const char *key)
{
  GPtrArray *verdicts = jg_plan_get_eligibility (self->plan)->verdicts;
  const char *shortest = NULL;

  for (guint i = 0; i < verdicts->len; i++)
    {
      GPtrArray *reasons = jg_verdict_get_reasons (g_ptr_array_index (verdicts, i));

      for (guint k = 0; k < reasons->len; k++)
        {
          const JgReason *reason = g_ptr_array_index (reasons, k);

          if (reason->state == JG_STATE_MET && g_strcmp0 (reason->fact, key) == 0 &&
              g_utf8_strlen (reason->condition, -1) <= SHORT_LABEL &&
              (shortest == NULL || strlen (reason->condition) < strlen (shortest)))
            shortest = reason->condition;
        }
    }
  return shortest;
}

static void
compose_person (JgComposer *self)
{
  JgProfile *profile = jg_plan_get_profile (self->plan);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  g_autoptr (GPtrArray) facts = jg_profile_list_facts (profile);
  const char *sex = jg_profile_get_sex (profile);
  const char *alias = jg_profile_get_alias (profile);
  guint listed = 0;
  guint denied = 0;

  add_separated (rich, alias != NULL ? alias : "（未留称呼）");
  if (sex != NULL)
    add_separated (rich, g_strcmp0 (sex, "female") == 0 ? "女" : "男");
  add_age (self, rich);
  if (jg_profile_get_education (profile) != NULL)
    add_separated (rich, jg_education_label (jg_profile_get_education (profile)));
  for (int place = 0; place < JG_N_PLACES; place++)
    {
      const char *code = jg_profile_get_place (profile, (JgPlace) place);
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;

      if (code == NULL)
        continue;
      name = jg_plan_dup_place_name (self->plan, code);
      text = g_strdup_printf ("%s %s", jg_place_label ((JgPlace) place), name);
      add_separated (rich, text);
    }
  for (guint i = 0; i < facts->len; i++)
    {
      const char *key = g_ptr_array_index (facts, i);
      const JgFactValue *value = jg_profile_get_fact (profile, key);
      JgFact *fact = jg_plan_get_fact (self->plan, key);
      g_autofree char *answer = dup_answer (value, fact);
      const char *label;

      if (value->state == JG_FACT_BOOLEAN && !value->boolean)
        {
          denied++;
          continue;
        }
      jg_rich_add (rich, JG_VOICE_META, listed++ == 0 ? "\n" : "　");
      label = value->state == JG_FACT_BOOLEAN ? find_short_label (self, key) : NULL;
      if (label != NULL)
        {
          jg_rich_add (rich, JG_VOICE_BODY, label);
          continue;
        }
      jg_rich_add (rich, JG_VOICE_META, jg_plan_get_question (self->plan, key));
      jg_rich_printf (rich, JG_VOICE_BODY, " %s", answer);
    }
  if (denied > 0)
    jg_rich_printf (rich, JG_VOICE_META, listed > 0 ? "　另有 %u 问答“否”。" : "\n有 %u 问答“否”。",
                    denied);
  jg_sheet_add_beside (self, "1 来访者", rich);
}

static void
compose_wish (JgComposer *self)
{
  JgProfile *profile = jg_plan_get_profile (self->plan);
  const char *const *wants = jg_profile_get_wants (profile);
  const char *concern = jg_record_get_text (jg_plan_get_record (self->plan), JG_RECORD_CONCERN);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  if (jg_profile_get_wish (profile) != NULL)
    {
      jg_rich_add (rich, JG_VOICE_META, "本人原话　");
      jg_rich_printf (rich, JG_VOICE_BODY, "“%s”", jg_profile_get_wish (profile));
    }
  else
    {
      jg_rich_add (rich, JG_VOICE_META, "本人没有说。");
    }
  for (guint i = 0; wants != NULL && wants[i] != NULL; i++)
    {
      jg_rich_add (rich, JG_VOICE_META, i == 0 ? "　　想要　" : "、");
      jg_rich_add (rich, JG_VOICE_BODY, jg_wants_label (wants[i]));
    }
  if (concern != NULL)
    {
      jg_rich_add (rich, JG_VOICE_META, "\n主要顾虑　");
      jg_rich_printf (rich, JG_VOICE_BODY, "“%s”", concern);
    }
  jg_sheet_add_beside (self, "2 求职意向", rich);
}

static void
compose_abilities (JgComposer *self)
{
  JgProfile *profile = jg_plan_get_profile (self->plan);
  const char *const *skills = jg_profile_get_skills (profile);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  for (guint i = 0; skills != NULL && skills[i] != NULL; i++)
    {
      jg_rich_add (rich, i == 0 ? JG_VOICE_META : JG_VOICE_BODY, i == 0 ? "会做　" : "、");
      jg_rich_add (rich, JG_VOICE_BODY, skills[i]);
    }
  if (jg_profile_get_experience (profile) != NULL)
    {
      jg_rich_add (rich, JG_VOICE_META, jg_rich_is_empty (rich) ? "经历　" : "　　经历　");
      jg_rich_add (rich, JG_VOICE_BODY, jg_profile_get_experience (profile));
    }
  if (jg_rich_is_empty (rich))
    jg_rich_add (rich, JG_VOICE_META, "本人没有说。");
  jg_sheet_add_beside (self, "3 现有能力", rich);
}

static gboolean
is_training (JgVerdict *verdict)
{
  static const char *const kinds[] = { "training", "living-allowance", "skill-upgrade", NULL };

  return verdict->offer != JG_OFFER_ENDED && verdict->measure->kind != NULL &&
         g_strv_contains (kinds, verdict->measure->kind);
}

static void
compose_training (JgComposer *self)
{
  guint n_left;
  g_autoptr (GPtrArray) entries =
      jg_sheet_list_entries (self->plan, self->detail->measures, &n_left);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    if (is_training (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (entries, i), 0)))
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? "、" : "", i + 1);
  jg_rich_add (rich, JG_VOICE_BODY, "本机尚无课程目录，不能推荐具体的班。");
  if (numbers->len > 0)
    jg_rich_printf (rich, JG_VOICE_BODY, "与培训有关的政策见第 6 部分第 %s 项。", numbers->str);
  else
    jg_rich_add (rich, JG_VOICE_BODY, "按现有回答，第 6 部分没有列出培训方面的政策。");
  jg_sheet_add_beside (self, "5 培训建议", rich);
}

static JgBlock *
compose_foot (JgComposer *self)
{
  const JgOffice *office = jg_plan_get_office (self->plan);
  JgBlock *block = jg_block_new (6 * self->scale);
  g_autoptr (JgRich) words = jg_rich_new (self->fonts);
  double third = JG_SHEET_BODY / 3;
  double gap = 14 * self->scale;
  double y = 4 * self->scale;

  jg_block_add_rule (block, 0, 0, JG_SHEET_BODY, TRUE);
  jg_rich_add (words, JG_VOICE_STRONG, "本单是初步判断，能不能享受以经办机构审核为准。");
  jg_rich_add (words, JG_VOICE_META,
               "左边有竖线的是文件原文，一字未改；备注是指导员自己的话。咨询、投诉 12333。");
  if (office->phone != NULL)
    jg_rich_printf (words, JG_VOICE_META, "本机构 %s。", office->phone);
  if (office->address != NULL)
    jg_rich_printf (words, JG_VOICE_META, "地址：%s。", office->address);
  y += jg_composer_add_rich (self, block, words, 0, y, JG_SHEET_BODY) + 7 * self->scale;
  add_cell (self, block, "来访者签字", NULL, 0, y, third - gap);
  add_cell (self, block, "指导员签字", NULL, third, y, third - gap);
  add_cell (self, block, "日期", NULL, 2 * third, y, third);
  return block;
}

/* jg_sheet_compose:
 * @detail: how much to say
 * @foot: (out) (transfer full): the block for the bottom of the last page
 *
 * Writes what a guidance sheet says as blocks from top to bottom, not yet on pages.
 *
 * Returns: (transfer full) (element-type JgBlock): the blocks */
GPtrArray *
jg_sheet_compose (JgPlan *plan, JgFonts *fonts, const JgSheetDetail *detail, JgBlock **foot)
{
  JgComposer self = {
    .plan = plan,
    .fonts = fonts,
    .detail = detail,
    .scale = jg_fonts_get_scale (fonts),
    .body = JG_SHEET_BODY,
    .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free),
  };

  self.indent = 72 * self.scale;
  compose_head (&self);
  compose_person (&self);
  compose_wish (&self);
  compose_abilities (&self);
  jg_sheet_compose_occupations (&self);
  compose_training (&self);
  jg_sheet_compose_measures (&self);
  jg_sheet_compose_plan (&self);
  *foot = compose_foot (&self);
  return self.blocks;
}
