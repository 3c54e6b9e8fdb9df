/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "catalogue/jg-provenance.h"
#include "guidance/jg-occupation-words.h"
#include "guidance/jg-training-gap.h"
#include "jg-sheet-private.h"

/* Width of what the jobseeker said, beside the sentences of the notice. */
#define SAID_WIDTH 0.27

static void
add_codes (JgRich *rich, JgOccupation *occupation)
{
  const char *mark = jg_provenance_get_mark (occupation->provenance);

  if (occupation->code == NULL)
    {
      g_autofree char *words = jg_occupation_words_dup_code (NULL, NULL, occupation->provenance);

      jg_rich_printf (rich, JG_VOICE_META, "　%s", words);
      return;
    }
  jg_rich_printf (rich, JG_VOICE_META, "　%s（%s版%s%s", occupation->code, occupation->edition,
                  mark != NULL ? "，" : "", mark != NULL ? mark : "");
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      JgOccupationCode *code = g_ptr_array_index (occupation->codes, i);

      if (g_strcmp0 (code->edition, occupation->edition) == 0 || code->code == NULL)
        continue;
      if (g_strcmp0 (code->code, occupation->code) == 0)
        jg_rich_printf (rich, JG_VOICE_META, "，%s版同，待核", code->edition);
      else
        jg_rich_printf (rich, JG_VOICE_META, "，%s版 %s 待核", code->edition, code->code);
    }
  jg_rich_add (rich, JG_VOICE_META, "）");
}

/* The citation under which the entry was printed; for one that was only touched, the first. */
static char *
dup_source (JgComposer *self, JgOccupation *occupation)
{
  JgCitation *source;

  if (occupation->sources->len == 0)
    return NULL;
  source = g_ptr_array_index (occupation->sources, 0);
  return jg_plan_dup_citation (self->plan, source->document, source->clause);
}

static double
add_head (JgComposer *self, JgBlock *block, JgOccupation *occupation, guint number)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  g_autofree char *source = dup_source (self, occupation);
  g_autoptr (GString) work_types = g_string_new (NULL);

  jg_rich_printf (rich, JG_VOICE_STRONG, "%u. %s", number, occupation->name);
  for (guint i = 0; occupation->marks != NULL && occupation->marks[i] != NULL; i++)
    jg_rich_printf (rich, JG_VOICE_STRONG, " %s", occupation->marks[i]);
  add_codes (rich, occupation);
  if (g_strcmp0 (occupation->status, "cancelled") == 0)
    jg_rich_add (rich, JG_VOICE_BODY, "　该职业已被公告取消，请换用新职业。");
  if (source != NULL)
    {
      g_autofree char *cited = g_strconcat ("原文 ", source, NULL);

      jg_rich_add (rich, JG_VOICE_META, "　");
      jg_rich_add_unbroken (rich, JG_VOICE_META, cited);
    }
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      if (g_strcmp0 (work_type->status, "listed") != 0 &&
          g_strcmp0 (work_type->status, "added") != 0)
        continue;
      g_string_append (work_types, work_types->len == 0 ? "工种：" : "、");
      g_string_append (work_types, work_type->name);
    }
  if (work_types->len > 0)
    {
      jg_rich_add (rich, JG_VOICE_META, "　");
      jg_rich_add_unbroken (rich, JG_VOICE_META, work_types->str);
    }
  return jg_composer_add_rich (self, block, rich, 0, 0, JG_SHEET_BODY);
}

static gboolean
same_sentence (const JgMatchReason *a, const JgMatchReason *b)
{
  return a->task == b->task && g_strcmp0 (a->via, b->via) == 0 && g_strcmp0 (a->text, b->text) == 0;
}

/* Short words are not broken over two lines of the narrow column. */
static void
add_words (JgRich *rich, const char *words)
{
  g_autofree char *quoted = g_strdup_printf ("“%s”", words);

  if (g_utf8_strlen (words, -1) <= 6)
    jg_rich_add_unbroken (rich, JG_VOICE_BODY, quoted);
  else
    jg_rich_add (rich, JG_VOICE_BODY, quoted);
}

static void
add_said (JgRich *rich, GPtrArray *reasons, guint index)
{
  const JgMatchReason *reason = g_ptr_array_index (reasons, index);

  jg_rich_add (rich, JG_VOICE_META, "您说 ");
  add_words (rich, reason->from);
  for (guint i = index + 1; i < reasons->len; i++)
    {
      const JgMatchReason *other = g_ptr_array_index (reasons, i);
      gboolean repeated = FALSE;

      for (guint k = index; k < i && !repeated; k++)
        repeated =
            g_strcmp0 (((JgMatchReason *) g_ptr_array_index (reasons, k))->from, other->from) == 0;
      if (!repeated && same_sentence (reason, other))
        {
          jg_rich_add (rich, JG_VOICE_BODY, " ");
          add_words (rich, other->from);
        }
    }
}

/* An alias is our word for the occupation, never the notice's: it gets no bar. */
static double
add_sentence (JgComposer *self,
              JgBlock *block,
              const JgMatchReason *reason,
              guint n_open,
              double x,
              double y)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  double width = JG_SHEET_BODY - x;

  if (g_strcmp0 (reason->via, "alias") == 0)
    {
      jg_rich_printf (rich, JG_VOICE_BODY, "“%s”是人们对这个职业的平常叫法。", reason->text);
      return jg_composer_add_rich (self, block, rich, x + 8 * self->scale, y,
                                   width - 8 * self->scale);
    }
  if (reason->task > 0)
    jg_rich_printf (rich, JG_VOICE_META, "任务 %d　", reason->task);
  else if (g_strcmp0 (reason->via, "definition") == 0)
    jg_rich_add (rich, JG_VOICE_META, "定义　");
  else if (g_strcmp0 (reason->via, "work-type") == 0)
    jg_rich_add (rich, JG_VOICE_META, "工种　");
  else
    jg_rich_add (rich, JG_VOICE_META, "名称　");
  jg_rich_add (rich, JG_VOICE_QUOTE, reason->text);
  if (n_open > 0)
    jg_rich_printf (rich, JG_VOICE_META, "（还可以学 %u 项）", n_open);
  return jg_composer_add_quote (self, block, rich, x, y, width);
}

static int
reason_rank (const JgMatchReason *reason)
{
  if (reason->task > 0)
    return 0;
  return g_strcmp0 (reason->via, "alias") == 0 ? 2 : 1;
}

/* What the counsellor said of a task, if anything. */
static JgTaskState
get_said_state (JgComposer *self, const JgMatch *match, int task)
{
  if (task <= 0)
    return JG_TASK_UNSET;
  return jg_record_get_task (jg_plan_get_record (self->plan), match->occupation->id, (guint) task);
}

/* The counsellor may know better than the words: then they are no reason. */
static gboolean
is_overruled (JgComposer *self, const JgMatch *match, int task)
{
  const JgTaskState state = get_said_state (self, match, task);

  return state == JG_TASK_LEARN || state == JG_TASK_NOT_SHOWN;
}

static gboolean
is_open (const JgMatch *match, guint task)
{
  for (guint i = 0; i < match->open_tasks->len; i++)
    if (g_array_index (match->open_tasks, guint, i) == task)
      return TRUE;
  return FALSE;
}

/* The tasks that the person cannot do yet, as far as anybody said: those in @state, or in any with JG_TASK_UNSET. */
static GArray *
list_open_tasks (JgComposer *self, const JgMatch *match, JgTaskState state)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (JgTrainingGap) gap = jg_training_gap_new (jg_plan_get_catalogue (self->plan), match,
                                                       jg_plan_get_record (self->plan), NULL);

  for (guint i = 0; i < gap->tasks->len; i++)
    {
      const JgTaskView *view = g_ptr_array_index (gap->tasks, i);
      const JgTaskState said = get_said_state (self, match, (int) view->task);

      if (said == JG_TASK_CAN || (said == JG_TASK_UNSET && !is_open (match, view->task)))
        continue;
      if (state == JG_TASK_UNSET || view->state == state)
        g_array_append_val (tasks, view->task);
    }
  return g_steal_pointer (&tasks);
}

static gboolean
has_said_states (JgComposer *self, const JgMatch *match)
{
  for (guint task = 1; task <= match->occupation->tasks->len; task++)
    if (get_said_state (self, match, (int) task) != JG_TASK_UNSET)
      return TRUE;
  return FALSE;
}

/* Tasks first, then other words of the notice, then everyday names; the matcher's order within. The questionnaire only
 * helps to talk and is not printed. */
static GPtrArray *
order_reasons (GPtrArray *reasons)
{
  GPtrArray *ordered = g_ptr_array_new ();

  for (int rank = 0; rank < 3; rank++)
    for (guint i = 0; i < reasons->len; i++)
      if (g_strcmp0 (((JgMatchReason *) reasons->pdata[i])->via, "answer") != 0 &&
          reason_rank (g_ptr_array_index (reasons, i)) == rank)
        g_ptr_array_add (ordered, g_ptr_array_index (reasons, i));
  return ordered;
}

/* What the counsellor found the person can do, though nothing they said shows it. */
static double
add_confirmed (JgComposer *self, JgBlock *block, const JgMatch *match, double y, guint *shown)
{
  const double said = SAID_WIDTH * JG_SHEET_BODY;

  for (guint task = 1; task <= match->occupation->tasks->len; task++)
    {
      g_autoptr (JgRich) words = jg_rich_new (self->fonts);
      g_autoptr (JgRich) sentence = jg_rich_new (self->fonts);
      double left, right;

      if (get_said_state (self, match, (int) task) != JG_TASK_CAN || !is_open (match, task))
        continue;
      jg_rich_add (words, JG_VOICE_META, "指导员确认已会");
      left = jg_composer_add_rich (self, block, words, 0, y, said - 8 * self->scale);
      jg_rich_printf (sentence, JG_VOICE_META, "任务 %u　", task);
      jg_rich_add (sentence, JG_VOICE_QUOTE,
                   g_ptr_array_index (match->occupation->tasks, task - 1));
      right = jg_composer_add_quote (self, block, sentence, said, y, JG_SHEET_BODY - said);
      y += MAX (left, right) + 1 * self->scale;
      (*shown)++;
    }
  return y;
}

static void
add_reasons (JgComposer *self, JgBlock *block, JgMatch *match, double y)
{
  g_autoptr (GPtrArray) reasons = order_reasons (match->reasons);
  g_autoptr (GArray) open = list_open_tasks (self, match, JG_TASK_UNSET);
  double said = SAID_WIDTH * JG_SHEET_BODY;
  guint shown = 0;

  for (guint i = 0; i < reasons->len && shown < self->detail->reasons; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (reasons, i);
      g_autoptr (JgRich) words = jg_rich_new (self->fonts);
      gboolean repeated = FALSE;
      double left, right;

      for (guint k = 0; k < i && !repeated; k++)
        repeated = same_sentence (g_ptr_array_index (reasons, k), reason);
      if (repeated || is_overruled (self, match, reason->task))
        continue;
      add_said (words, reasons, i);
      left = jg_composer_add_rich (self, block, words, 0, y, said - 8 * self->scale);
      shown++;
      right = add_sentence (self, block, reason,
                            self->detail->open_tasks == 0 && !has_said_states (self, match) &&
                                    shown == self->detail->reasons
                                ? open->len
                                : 0,
                            said, y);
      y += MAX (left, right) + 1 * self->scale;
    }
  add_confirmed (self, block, match, y, &shown);
  if (shown == 0)
    {
      g_autoptr (JgRich) words = jg_rich_new (self->fonts);

      jg_rich_add (words, JG_VOICE_META, "理由　");
      jg_rich_add (words, JG_VOICE_BODY,
                   "由指导员选定；本人的话与印出的任务没有对上，请当面说明。");
      jg_composer_add_rich (self, block, words, 0, y, JG_SHEET_BODY);
    }
}

/* In a block of its own, which may go to the next page. */
static void
add_tasks (JgComposer *self, const JgMatch *match, const GArray *tasks, const char *heading)
{
  const guint n_shown = MIN (tasks->len, self->detail->open_tasks);
  g_autoptr (JgRich) label = NULL;
  g_autoptr (JgRich) rich = NULL;
  const double indent = 48 * self->scale;
  JgBlock *block;

  /* Then their number stands behind the reasons. */
  if (n_shown == 0)
    return;
  label = jg_rich_new (self->fonts);
  rich = jg_rich_new (self->fonts);
  jg_rich_add (label, JG_VOICE_META, heading);
  block = jg_composer_add_block (self, 0);
  jg_composer_add_rich (self, block, label, 0, 0, indent);
  for (guint i = 0; i < n_shown; i++)
    {
      guint task = g_array_index (tasks, guint, i);

      jg_rich_printf (rich, JG_VOICE_META, "%s任务 %u　", i > 0 ? "　" : "", task);
      jg_rich_add (rich, JG_VOICE_QUOTE, g_ptr_array_index (match->occupation->tasks, task - 1));
    }
  if (tasks->len > n_shown)
    jg_rich_printf (rich, JG_VOICE_META, "（另有 %u 项）", tasks->len - n_shown);
  jg_composer_add_quote (self, block, rich, indent, 0, JG_SHEET_BODY - indent);
}

/* Where there is no room for sentences, the numbers still tell what the counsellor said. */
static void
add_task_numbers (JgComposer *self, const JgMatch *match, const JgTaskState *states, gsize n_states)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JgRich) rich = NULL;

  for (gsize i = 0; i < n_states; i++)
    {
      g_autoptr (GArray) tasks = list_open_tasks (self, match, states[i]);

      for (guint k = 0; k < tasks->len; k++)
        {
          if (k > 0)
            g_string_append (text, "、");
          else
            g_string_append_printf (text, "%s%s 任务 ", text->len > 0 ? "；" : "",
                                    jg_task_state_label (states[i]));
          g_string_append_printf (text, "%u", g_array_index (tasks, guint, k));
        }
    }
  if (text->len == 0)
    return;
  rich = jg_rich_new (self->fonts);
  jg_rich_add (rich, JG_VOICE_META, text->str);
  jg_composer_add_rich (self, jg_composer_add_block (self, 0), rich, 0, 0, JG_SHEET_BODY);
}

/* Where the counsellor went through the tasks, what can be learnt stands apart from what nobody spoke of. */
static void
add_open_tasks (JgComposer *self, const JgMatch *match)
{
  const JgTaskState states[] = { JG_TASK_LEARN, JG_TASK_NOT_SHOWN };

  if (match->occupation->tasks->len == 0)
    {
      g_autoptr (JgRich) label = jg_rich_new (self->fonts);
      JgBlock *block = jg_composer_add_block (self, 0);

      jg_rich_add (label, JG_VOICE_BODY, "所收文件没有印出这个职业的定义和任务，无法逐项对照。");
      jg_composer_add_rich (self, block, label, 0, 0, JG_SHEET_BODY);
    }
  else if (!has_said_states (self, match))
    {
      g_autoptr (GArray) tasks = list_open_tasks (self, match, JG_TASK_UNSET);

      add_tasks (self, match, tasks, "还可以学");
    }
  else if (self->detail->open_tasks == 0)
    add_task_numbers (self, match, states, G_N_ELEMENTS (states));
  else
    for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
      {
        g_autoptr (GArray) tasks = list_open_tasks (self, match, states[i]);

        add_tasks (self, match, tasks, jg_task_state_label (states[i]));
      }
}

/* jg_sheet_compose_occupations:
 *
 * Writes section 4, 建议职业: each occupation with its codes, the jobseeker's words against the
 * sentences of the notice, and the tasks still open. */
void
jg_sheet_compose_occupations (JgComposer *self)
{
  GPtrArray *matches = jg_plan_get_matches (self->plan);

  jg_composer_add_section (
      self, "4 建议职业",
      matches->len > 0 ? "左边是本人的话，右边是公布的工作任务原文，没有印全的见窗口的“职业”页。"
                       : NULL);
  if (matches->len == 0)
    {
      JgBlock *block = jg_composer_add_block (self, 0);
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

      gboolean absent = jg_plan_get_not_in_catalogue (self->plan);

      jg_rich_add (rich, JG_VOICE_STRONG, absent ? "目录未收录。" : "还没有比对。");
      jg_rich_add (rich, JG_VOICE_BODY,
                   absent
                       ? "本机所收职业中，没有与本人的话对得上的。这也是结果：不勉强推荐，请指导员"
                         "另查职业分类大典。"
                       : "本人还没有说可以对照的话，请补充会做的事、做过的工作或想做的工作。");
      jg_composer_add_rich (self, block, rich, 0, 0, JG_SHEET_BODY);
      return;
    }
  for (guint i = 0; i < matches->len; i++)
    {
      JgMatch *match = g_ptr_array_index (matches, i);
      JgBlock *block = jg_composer_add_block (self, i == 0 ? 0 : 4);
      double y = add_head (self, block, match->occupation, i + 1);

      /* Where there is no room for more, the last ones have just their name and place. */
      if (i >= self->detail->occupations)
        continue;
      add_reasons (self, block, match, y + 1 * self->scale);
      add_open_tasks (self, match);
    }
}
