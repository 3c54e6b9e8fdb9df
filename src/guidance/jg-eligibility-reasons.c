/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A verdict in words: why, what must be said beside it, and what to ask. Made when it is looked at: of ten thousand
 * verdicts few are. */

#include "jg-eligibility-private.h"

#include <string.h>

static const char *
get_place_label (const char *key)
{
  for (guint i = 0; i < JG_N_PLACES; i++)
    if (g_str_equal (jg_place_nick ((JgPlace) i), key + strlen ("place:")))
      return jg_place_label ((JgPlace) i);
  g_return_val_if_reached (key);
}

/* Is the person where the document reaches? The region stands before the tree of the text. */
static void
add_region_reason (JgPreparedMeasure *self,
                   const guint8 *states,
                   const JgTableCheck *check,
                   GPtrArray *reasons)
{
  const JgNode *nodes = self->program->nodes;
  const gboolean several = nodes[1].kind == JG_CONDITION_ANY;
  const JgState state = (JgState) states[1];
  JgReason **made = &self->region[state];
  const char *key = NULL;

  /* Named is the place that made it so. */
  for (guint i = several ? 2 : 1; i < nodes[1].end && key == NULL; i++)
    if (states[i] == state)
      key = jg_condition_table_get_key (self->program->table, check->leaves[nodes[i].leaf].key);
  if (*made == NULL || g_strcmp0 ((*made)->fact, key) != 0)
    {
      g_autoptr (GString) label = g_string_new_len (NULL, 0);

      g_string_printf (label, "适用地区：%s（", self->measure->region_name);
      if (!several)
        g_string_append_printf (label, "看%s）", get_place_label (key));
      else
        {
          for (guint i = 2; i < nodes[1].end; i++)
            g_string_append_printf (label, "%s%s", i > 2 ? "、" : "",
                                    get_place_label (jg_condition_table_get_key (
                                        self->program->table, check->leaves[nodes[i].leaf].key)));
          g_string_append (label, "之一）");
        }
      g_clear_pointer (made, jg_reason_free);
      *made = jg_reason_new (label->str, state, key, self->measure->clause, NULL);
    }
  g_ptr_array_add (reasons, jg_reason_ref (*made));
}

static void
add_caveat (GPtrArray *caveats, GRefString *caveat)
{
  g_ptr_array_add (caveats, g_ref_string_acquire (caveat));
}

/* What an offer always says; made once. */
typedef enum
{
  SAYING_BACKGROUND,
  SAYING_LIKELY,
  SAYING_LOCAL,
  SAYING_DOUBT,
  N_SAYINGS
} Saying;

static void
say (GPtrArray *caveats, Saying saying)
{
  static const char *const texts[N_SAYINGS] = {
    [SAYING_BACKGROUND] = "文中为研究、鼓励事项，不能申领。",
    [SAYING_LIKELY] = "可能符合，以经办机构审核为准。",
    [SAYING_LOCAL] = "文中由地方决定是否实行：请先问当地人力资源社会保障部门是否实行。",
    [SAYING_DOUBT] = "请先问经办机构：本项现在是否还受理。",
  };
  static GRefString *strings[N_SAYINGS];

  if (strings[saying] == NULL)
    strings[saying] = g_ref_string_new_intern (texts[saying]);
  add_caveat (caveats, strings[saying]);
}

static void
add_offer_caveats (GPtrArray *caveats,
                   const JgVerdict *verdict,
                   const JgPreparedMeasure *prepared,
                   guint32 day)
{
  switch (verdict->offer)
    {
    case JG_OFFER_BACKGROUND:
      say (caveats, SAYING_BACKGROUND);
      break;
    case JG_OFFER_LIKELY:
      say (caveats, SAYING_LIKELY);
      break;
    case JG_OFFER_NO:
      if (!prepared->individual && verdict->conditions != JG_STATE_FAILED &&
          prepared->employer_line != NULL)
        add_caveat (caveats, prepared->employer_line);
      break;
    case JG_OFFER_ASK:
      if (prepared->local_option)
        say (caveats, SAYING_LOCAL);
      if (jg_term_is_in_doubt (&prepared->term, verdict->validity, day))
        say (caveats, SAYING_DOUBT);
      break;
    case JG_OFFER_FUTURE:
    case JG_OFFER_ENDED:
    default:
      break;
    }
}

/* Many people are judged on one day, so what the day makes of the dates is kept. */
static GRefString *
get_dates (JgPreparedMeasure *self, const JgEligibilityRun *run, const JgVerdict *verdict)
{
  const guint32 day = g_date_get_julian (&run->day);
  g_autofree char *text = NULL;

  if (self->day == day)
    return self->dates;
  text = jg_verdict_dup_dates_text (verdict, run->as_of);
  g_clear_pointer (&self->dates, g_ref_string_release);
  self->dates = g_ref_string_new (text);
  self->day = day;
  return self->dates;
}

static guint8 *
dup_states (const JgPreparedMeasure *self, const JgEligibilityRun *run)
{
  guint8 *states = g_malloc (self->program->n_nodes);

  jg_condition_program_evaluate (self->program, run->check,
                                 jg_measure_check_linked (self->measure, run->occupation), states);
  return states;
}

/**
 * jg_prepared_measure_list_reasons:
 * @self: a prepared measure
 * @run: the person and the day
 * @verdict: its verdict
 *
 * Lists one reason for each condition that bears on a verdict.
 *
 * Returns: (transfer full) (element-type JgReason): the reasons, in the order of the text
 */
GPtrArray *
jg_prepared_measure_list_reasons (JgPreparedMeasure *self,
                                  const JgEligibilityRun *run,
                                  const JgVerdict *verdict)
{
  GPtrArray *reasons = g_ptr_array_new_full (4, (GDestroyNotify) jg_reason_free);
  g_autofree guint8 *states = NULL;

  g_return_val_if_fail (self != NULL && run != NULL && verdict != NULL, reasons);

  states = dup_states (self, run);
  if (self->whose != NULL)
    g_ptr_array_add (reasons, jg_reason_ref (self->whose));
  if (self->has_region)
    add_region_reason (self, states, run->check, reasons);
  jg_reasons_add (&self->reasons, states, run->check, reasons);
  return reasons;
}

static void
check_line_free (gpointer data)
{
  JgCheckLine *self = data;

  jg_reason_free (self->reason);
  g_free (self);
}

static void
add_check_line (GPtrArray *lines, guint depth, gboolean one_of, JgReason *reason)
{
  JgCheckLine *line = g_new (JgCheckLine, 1);

  line->depth = depth;
  line->one_of = one_of;
  line->reason = reason;
  g_ptr_array_add (lines, line);
}

/* What is shut out stands in one line: below it the same words would bear the opposite sign. */
static JgReason *
make_not_reason (const JgPreparedMeasure *self, const JgCondition *node, JgState state)
{
  const JgCondition *child = g_ptr_array_index (node->children, 0);
  g_autofree char *label = jg_condition_dup_label (node->text != NULL ? node : child);
  g_autofree char *text =
      node->text != NULL ? g_strdup (label) : g_strdup_printf ("不属于：%s", label);

  return jg_reason_new (text, state, NULL, self->measure->clause,
                        node->quote != NULL ? node->quote : child->quote);
}

static void
add_check_lines (const JgPreparedMeasure *self,
                 const guint8 *states,
                 guint at,
                 guint depth,
                 GPtrArray *lines)
{
  const JgNode *nodes = self->program->nodes;
  const JgCondition *condition = nodes[at].condition;
  const JgState state = (JgState) states[at];

  if (nodes[at].kind == JG_CONDITION_NOT)
    {
      add_check_line (lines, depth, FALSE, make_not_reason (self, condition, state));
      return;
    }
  /* Conditions that all must hold need no line above them at the top. */
  if (nodes[at].kind != JG_CONDITION_ALL || condition->text != NULL || depth > 0)
    {
      g_autofree char *label = jg_condition_dup_label (condition);

      add_check_line (lines, depth, nodes[at].kind == JG_CONDITION_ANY,
                      jg_reason_new (label, state, NULL, self->measure->clause, condition->quote));
      depth++;
    }
  for (guint i = at + 1; i < nodes[at].end; i = nodes[i].end)
    add_check_lines (self, states, i, depth, lines);
  if (nodes[at].open)
    add_check_line (lines, depth, FALSE, jg_reason_new_open (self->measure->clause, NULL));
}

/**
 * jg_prepared_measure_list_checks:
 * @self: a prepared measure
 * @run: the person and the day
 *
 * Lists every condition with its state, also those that do not bear on the verdict.
 *
 * Returns: (transfer full) (element-type JgCheckLine): the lines, in the order of the text
 */
GPtrArray *
jg_prepared_measure_list_checks (JgPreparedMeasure *self, const JgEligibilityRun *run)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (check_line_free);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_reason_free);
  g_autofree guint8 *states = NULL;
  guint tree;

  g_return_val_if_fail (self != NULL && run != NULL, lines);

  states = dup_states (self, run);
  if (self->whose != NULL)
    g_ptr_array_add (reasons, jg_reason_ref (self->whose));
  if (self->has_region)
    add_region_reason (self, states, run->check, reasons);
  for (guint i = 0; i < reasons->len; i++)
    add_check_line (lines, 0, FALSE, jg_reason_ref (g_ptr_array_index (reasons, i)));
  tree = jg_condition_program_get_tree (self->program);
  if (tree < self->program->n_nodes)
    add_check_lines (self, states, tree, 0, lines);
  return lines;
}

/**
 * jg_prepared_measure_list_caveats:
 * @self: a prepared measure
 * @run: the person and the day
 * @verdict: its verdict
 *
 * Lists what must be said beside a verdict.
 *
 * Returns: (transfer full) (element-type GRefString): the caveats
 */
GPtrArray *
jg_prepared_measure_list_caveats (JgPreparedMeasure *self,
                                  const JgEligibilityRun *run,
                                  const JgVerdict *verdict)
{
  GPtrArray *caveats = g_ptr_array_new_full (4, (GDestroyNotify) g_ref_string_release);

  g_return_val_if_fail (self != NULL && run != NULL && verdict != NULL, caveats);

  add_offer_caveats (caveats, verdict, self, g_date_get_julian (&run->day));
  if (self->shared != NULL)
    add_caveat (caveats, self->shared);
  add_caveat (caveats, get_dates (self, run, verdict));
  for (guint i = 0; i < self->caveats->len; i++)
    add_caveat (caveats, g_ptr_array_index (self->caveats, i));
  jg_reasons_add_notes (&self->reasons, run->check, caveats);
  return caveats;
}
