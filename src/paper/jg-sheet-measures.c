/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-private.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/jg-provenance.h"

#define RESERVATION "以经办机构审核为准"

/* ①, ②, …; the block of circled numbers ends at 20. */
static void
append_circled (GString *string, guint number)
{
  if (number >= 1 && number <= 20)
    g_string_append_unichar (string, 0x245f + number);
  else
    g_string_append_printf (string, "(%u)", number);
}

/* The 1-based place of @text in @list; it is added when it is new. */
static guint
number_of (GPtrArray *list, const char *text)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (list, text, g_str_equal, &index))
    {
      g_ptr_array_add (list, (gpointer) text);
      index = list->len - 1;
    }
  return index + 1;
}

/* Says a number once for all measures of an entry. */
static gboolean
is_new (GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return FALSE;
  g_array_append_val (numbers, number);
  return TRUE;
}

static void
collect_questions (JgComposer *self, GPtrArray *entry, GPtrArray *questions, GString *marks)
{
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < entry->len; k++)
    {
      JgVerdict *verdict = g_ptr_array_index (entry, k);

      for (guint i = 0; i < jg_verdict_get_ask (verdict)->len; i++)
        {
          const char *question = jg_plan_get_question (
              self->plan, g_ptr_array_index (jg_verdict_get_ask (verdict), i));
          guint number = number_of (questions, question);

          if (is_new (said, number))
            append_circled (marks, number);
        }
    }
}

/* The dates stand beside each measure and the reservation in the heading: neither is said again. */
static void
collect_notes (GPtrArray *entry, const char *dates, GPtrArray *notes, GString *marks)
{
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < entry->len; k++)
    {
      JgVerdict *verdict = g_ptr_array_index (entry, k);

      for (guint i = 0; i < jg_verdict_get_caveats (verdict)->len; i++)
        {
          const char *caveat = g_ptr_array_index (jg_verdict_get_caveats (verdict), i);
          guint number;

          if (g_strcmp0 (caveat, dates) == 0 || strstr (caveat, RESERVATION) != NULL)
            continue;
          number = number_of (notes, caveat);
          if (is_new (said, number))
            g_string_append_printf (marks, "%s%u", marks->len > 0 ? "、" : "", number);
        }
    }
}

static char *
dup_measure_citation (JgComposer *self, JgMeasure *measure)
{
  return jg_plan_dup_citation (self->plan, measure->document, measure->clause);
}

static double
add_name (JgComposer *self, JgBlock *block, GPtrArray *entry, guint number)
{
  JgVerdict *verdict = g_ptr_array_index (entry, 0);
  JgMeasure *measure = verdict->measure;
  g_autoptr (JgRich) name = jg_rich_new (self->fonts);
  g_autoptr (JgRich) offer = jg_rich_new (self->fonts);
  g_autofree char *citation = dup_measure_citation (self, measure);
  gboolean likely = verdict->offer == JG_OFFER_LIKELY;
  double pad = 5 * self->scale;
  double width, height;
  PangoLayout *layout;
  int layout_width, layout_height;
  const char *mark = jg_provenance_get_mark (measure->provenance);

  jg_rich_add (offer, likely ? JG_VOICE_STRONG : JG_VOICE_BODY, jg_offer_label (verdict->offer));
  layout = jg_rich_layout (offer, -1);
  pango_layout_get_size (layout, &layout_width, &layout_height);
  width = (double) layout_width / PANGO_SCALE;
  height = (double) layout_height / PANGO_SCALE;
  jg_rich_printf (name, JG_VOICE_STRONG, "%u. ", number);
  for (guint i = 0; i < entry->len; i++)
    jg_rich_printf (name, JG_VOICE_STRONG, "%s%s", i > 0 ? "；" : "",
                    ((JgVerdict *) g_ptr_array_index (entry, i))->measure->name);
  if (g_strcmp0 (measure->region_code, "000000") != 0)
    jg_rich_printf (name, JG_VOICE_META, "（%s）", measure->region_name);
  if (g_strcmp0 (measure->provenance, "official") != 0)
    jg_rich_printf (name, JG_VOICE_META, "　%s", mark != NULL ? mark : "待核");
  jg_rich_add (name, JG_VOICE_META, "　");
  jg_rich_add_unbroken (name, JG_VOICE_META, citation);
  height =
      MAX (height, jg_composer_add_rich (self, block, name, 0, 0, JG_SHEET_BODY - width - 4 * pad));
  jg_block_add_text (block, layout, "P", JG_PART_PLAIN, JG_SHEET_BODY - width - pad, 0);
  jg_block_add_frame (block, JG_SHEET_BODY - width - 2 * pad, 1.2 * self->scale, width + 2 * pad,
                      (double) layout_height / PANGO_SCALE - 2 * self->scale);
  return height + 1 * self->scale;
}

static gboolean
belong_together (JgVerdict *a, JgVerdict *b)
{
  return a->offer == b->offer && a->validity == b->validity &&
         g_strcmp0 (a->measure->document, b->measure->document) == 0 &&
         g_strcmp0 (a->measure->clause, b->measure->clause) == 0 &&
         g_strcmp0 (a->measure->quote, b->measure->quote) == 0 &&
         g_strcmp0 (a->measure->amount, b->measure->amount) == 0 &&
         g_strcmp0 (a->measure->validity_basis, b->measure->validity_basis) == 0 &&
         g_strcmp0 (a->measure->valid_to, b->measure->valid_to) == 0;
}

/* One sentence often grants several things; where they are also offered alike they make one entry,
 * and the sentence is printed once. */
static GPtrArray *
group_measures (JgPlan *plan)
{
  GPtrArray *measures = jg_plan_get_measures (plan);
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < measures->len; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (measures, i);
      GPtrArray *entry = NULL;

      for (guint k = 0; k < entries->len && entry == NULL; k++)
        if (belong_together (g_ptr_array_index ((GPtrArray *) entries->pdata[k], 0), verdict))
          entry = entries->pdata[k];
      if (entry == NULL)
        {
          entry = g_ptr_array_new ();
          g_ptr_array_add (entries, entry);
        }
      g_ptr_array_add (entry, verdict);
    }
  return entries;
}

static gboolean
is_ticked (JgPlan *plan, GPtrArray *entry)
{
  for (guint i = 0; i < entry->len; i++)
    if (jg_plan_is_ticked (plan, ((JgVerdict *) g_ptr_array_index (entry, i))->measure->id))
      return TRUE;
  return FALSE;
}

/* jg_sheet_list_entries:
 * @max: the most entries; what the counsellor ticked is printed in any case
 * @n_left: (out): measures for which there is no room
 *
 * Returns: (transfer full) (element-type GPtrArray of JgVerdict): the entries to print, in order */
GPtrArray *
jg_sheet_list_entries (JgPlan *plan, guint max, guint *n_left)
{
  GPtrArray *entries = group_measures (plan);
  guint n_ticked = 0;
  guint n_chosen = 0;

  *n_left = 0;
  for (guint i = 0; i < entries->len; i++)
    n_ticked += is_ticked (plan, g_ptr_array_index (entries, i));
  for (guint i = 0; i < entries->len;)
    {
      GPtrArray *entry = g_ptr_array_index (entries, i);

      if (is_ticked (plan, entry) || n_ticked + n_chosen++ < max)
        {
          i++;
          continue;
        }
      *n_left += entry->len;
      g_ptr_array_remove_index (entries, i);
    }
  return entries;
}

static double
add_words (JgComposer *self, JgBlock *block, JgMeasure *measure, double y)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  if (self->detail->apart)
    return y;
  jg_rich_add (rich, JG_VOICE_QUOTE, measure->quote);
  if (measure->reading != NULL)
    jg_rich_printf (rich, JG_VOICE_META, "　转换修正：%s", measure->reading);
  return y + jg_composer_add_quote (self, block, rich, 0, y, JG_SHEET_BODY);
}

/* Only what is over can be ticked although a condition fails. */
static void
add_failed (JgRich *rich, JgVerdict *verdict)
{
  guint n = 0;

  for (guint i = 0; i < jg_verdict_get_reasons (verdict)->len; i++)
    {
      JgReason *reason = g_ptr_array_index (jg_verdict_get_reasons (verdict), i);

      if (verdict->conditions != JG_STATE_FAILED || reason->state != JG_STATE_FAILED)
        continue;
      jg_rich_add (rich, JG_VOICE_META, n++ == 0 ? "　按回答不符合 " : "、");
      jg_rich_add (rich, JG_VOICE_BODY, reason->condition);
    }
}

static double
add_terms (JgComposer *self,
           JgBlock *block,
           JgVerdict *verdict,
           const char *dates,
           const char *questions,
           const char *notes,
           double y)
{
  JgMeasure *measure = verdict->measure;
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  jg_rich_add (rich, JG_VOICE_META, "给谁 ");
  for (guint i = 0; measure->beneficiaries != NULL && measure->beneficiaries[i] != NULL; i++)
    {
      jg_rich_add (rich, JG_VOICE_BODY, i > 0 ? "、" : "");
      jg_rich_add (rich, JG_VOICE_BODY, jg_measure_beneficiary_label (measure->beneficiaries[i]));
    }
  jg_rich_add (rich, JG_VOICE_META, "　金额 ");
  if (measure->amount != NULL)
    jg_rich_add (rich, JG_VOICE_QUOTE, measure->amount);
  else
    jg_rich_add (rich, JG_VOICE_BODY, "文中未写金额");
  if (dates != NULL)
    {
      jg_rich_add (rich, JG_VOICE_META, "　期限 ");
      jg_rich_add (rich, JG_VOICE_BODY, dates);
    }
  add_failed (rich, verdict);
  if (*questions != '\0')
    {
      jg_rich_add (rich, JG_VOICE_META, "　先问清 ");
      jg_rich_add (rich, JG_VOICE_BODY, questions);
    }
  if (*notes != '\0')
    {
      g_autofree char *marks = g_strconcat ("注 ", notes, NULL);

      jg_rich_add (rich, JG_VOICE_META, "　");
      jg_rich_add_unbroken (rich, JG_VOICE_META, marks);
    }
  return y + jg_composer_add_rich (self, block, rich, 8 * self->scale, y,
                                   JG_SHEET_BODY - 8 * self->scale);
}

static void
compose_questions (JgComposer *self, GPtrArray *questions)
{
  JgBlock *block;
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  if (questions->len == 0)
    return;
  block = jg_composer_add_block (self, 3);
  jg_rich_add (rich, JG_VOICE_STRONG, "先问清");
  for (guint i = 0; i < questions->len; i++)
    {
      g_autoptr (GString) mark = g_string_new ("　");

      append_circled (mark, i + 1);
      jg_rich_add (rich, JG_VOICE_BODY, mark->str);
      jg_rich_printf (rich, JG_VOICE_BODY, " %s", (const char *) g_ptr_array_index (questions, i));
    }
  jg_composer_add_rich (self, block, rich, 0, 0, JG_SHEET_BODY);
}

static void
compose_notes (JgComposer *self, GPtrArray *notes)
{
  JgBlock *block;
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  if (notes->len == 0)
    return;
  block = jg_composer_add_block (self, 3);
  for (guint i = 0; i < notes->len; i++)
    jg_rich_printf (rich, JG_VOICE_META, "%s注 %u　%s", i > 0 ? "　" : "", i + 1,
                    (const char *) g_ptr_array_index (notes, i));
  jg_composer_add_rich (self, block, rich, 0, 0, JG_SHEET_BODY);
}

/* jg_sheet_compose_notes_apart:
 *
 * Writes the notes on the measures that the sheet refers to, where the sheet has no room for them. */
void
jg_sheet_compose_notes_apart (JgComposer *self)
{
  guint n_left = 0;
  g_autoptr (GPtrArray) entries =
      jg_sheet_list_entries (self->plan, self->detail->measures, &n_left);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (!self->detail->notes_apart)
    return;
  for (guint i = 0; i < entries->len; i++)
    {
      GPtrArray *entry = g_ptr_array_index (entries, i);
      g_autofree char *dates =
          jg_verdict_dup_dates_text (g_ptr_array_index (entry, 0), jg_plan_get_as_of (self->plan));
      g_autoptr (GString) marks = g_string_new (NULL);

      collect_notes (entry, dates, notes, marks);
    }
  compose_notes (self, notes);
}

static void
compose_employers (JgComposer *self)
{
  GPtrArray *employers = jg_plan_get_employer_measures (self->plan);
  guint n_shown = MIN (employers->len, self->detail->employers);
  JgBlock *block;
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  if (n_shown == 0)
    return;
  jg_rich_add (rich, JG_VOICE_STRONG, "可向用人单位出示");
  jg_rich_add (rich, JG_VOICE_META, "（钱给用人单位，不给个人）　");
  for (guint i = 0; i < n_shown; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (employers, i);
      g_autofree char *citation = dup_measure_citation (self, verdict->measure);

      jg_rich_add (rich, JG_VOICE_BODY, verdict->measure->employer_line);
      jg_rich_add_unbroken (rich, JG_VOICE_META, citation);
      jg_rich_add (rich, JG_VOICE_META, i + 1 < n_shown ? "；" : "。");
    }
  block = jg_composer_add_block (self, 3);
  jg_composer_add_rich (self, block, rich, 0, 0, JG_SHEET_BODY);
}

static gboolean
has_place (JgProfile *profile)
{
  for (int place = 0; place < JG_N_PLACES; place++)
    if (jg_profile_get_place (profile, (JgPlace) place) != NULL)
      return TRUE;
  return FALSE;
}

/* “资料截至2020年10月” from 2020-10. */
static void
add_data_date (JgComposer *self, JgRich *rich)
{
  const char *date = jg_catalogue_get_data_date (jg_plan_get_catalogue (self->plan));
  g_auto (GStrv) parts = g_strsplit (date != NULL ? date : "", "-", 3);

  if (g_strv_length (parts) < 2)
    return;
  jg_rich_printf (rich, JG_VOICE_BODY, "资料截至%s年%d月；", parts[0], atoi (parts[1]));
}

static void
compose_rest (JgComposer *self, GPtrArray *entries, guint n_more)
{
  JgBlock *block;
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  jg_sheet_add_way (self, entries, rich);
  if (n_more > 0)
    jg_rich_printf (rich, JG_VOICE_BODY,
                    "另有 %u 项可能符合或需核实，没有印在本单上，见窗口的“政策”页。", n_more);
  if (has_place (jg_plan_get_profile (self->plan)) && !jg_plan_has_local_documents (self->plan))
    {
      add_data_date (self, rich);
      jg_rich_add (rich, JG_VOICE_BODY, "未收录当地文件。");
    }
  if (jg_rich_is_empty (rich))
    return;
  block = jg_composer_add_block (self, 3);
  jg_composer_add_rich (self, block, rich, 0, 0, JG_SHEET_BODY);
}

static void
compose_none (JgComposer *self)
{
  JgEligibility *check = jg_plan_get_eligibility (self->plan);
  JgBlock *block = jg_composer_add_block (self, 0);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  jg_rich_add (rich, JG_VOICE_BODY, "按现有回答，本机所收文件中没有可以列出的政策。");
  for (guint i = 0; i < MIN (check->questions->len, 3); i++)
    jg_rich_printf (rich, JG_VOICE_BODY, "%s%s", i == 0 ? "可以再问：" : "",
                    ((JgQuestion *) g_ptr_array_index (check->questions, i))->question);
  jg_composer_add_rich (self, block, rich, 0, 0, JG_SHEET_BODY);
}

static void
compose_entry (JgComposer *self,
               GPtrArray *entry,
               guint number,
               GPtrArray *questions,
               GPtrArray *notes)
{
  JgVerdict *verdict = g_ptr_array_index (entry, 0);
  JgBlock *block = jg_composer_add_block (self, number == 1 ? 0 : 4);
  g_autofree char *dates = jg_verdict_dup_dates_text (verdict, jg_plan_get_as_of (self->plan));
  g_autoptr (GString) asked = g_string_new (NULL);
  g_autoptr (GString) noted = g_string_new (NULL);
  double y = add_name (self, block, entry, number);

  /* What is over needs no answers. */
  if (verdict->offer != JG_OFFER_ENDED)
    collect_questions (self, entry, questions, asked);
  collect_notes (entry, dates, notes, noted);
  y = add_words (self, block, verdict->measure, y);
  y = add_terms (self, block, verdict, dates, asked->str, noted->str, y);
  jg_sheet_add_own_words (self, block, entry, y);
}

/* jg_sheet_compose_measures:
 *
 * Writes section 6, 可能适用的政策: each measure with verdict, the words of the document, amount,
 * dates and what is to be asked, and apart from these what the office says itself; caveats as
 * numbered notes; then the lines for an employer and the way to the office. */
void
jg_sheet_compose_measures (JgComposer *self)
{
  guint n_left = 0;
  g_autoptr (GPtrArray) entries =
      jg_sheet_list_entries (self->plan, self->detail->measures, &n_left);
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  jg_composer_add_section (
      self, "6 可能适用的政策",
      self->detail->notes_apart ? "按文中印出的条件初步判断，" RESERVATION "；原文和注见附页。"
      : self->detail->apart ? "按文中印出的条件初步判断，" RESERVATION "；原文见附页。"
                            : "按文中印出的条件初步判断，" RESERVATION "。");
  if (entries->len == 0)
    compose_none (self);
  for (guint i = 0; i < entries->len; i++)
    compose_entry (self, g_ptr_array_index (entries, i), i + 1, questions, notes);
  compose_questions (self, questions);
  if (!self->detail->notes_apart)
    compose_notes (self, notes);
  compose_employers (self);
  compose_rest (self, entries, jg_plan_get_n_more (self->plan) + n_left);
}
