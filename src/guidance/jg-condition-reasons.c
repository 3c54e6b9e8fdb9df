/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Conditions in words: labels, reasons, and the notes that stand beside a result. */

#include "jg-condition-reasons.h"

#include "jg-kleene.h"

/**
 * jg_reason_new:
 * @condition: label in words
 * @state: its state
 * @fact: (nullable): fact key or field of the profile
 * @clause: (nullable): clause of the measure
 * @quote: (nullable): words of the text
 *
 * Makes a reason with one reference; the strings are copied.
 *
 * Returns: (transfer full): the reason
 */
JgReason *
jg_reason_new (const char *condition,
               JgState state,
               const char *fact,
               const char *clause,
               const char *quote)
{
  JgReason *self = g_atomic_rc_box_new0 (JgReason);

  self->condition = g_strdup (condition);
  self->state = state;
  self->fact = g_strdup (fact);
  self->clause = g_strdup (clause);
  self->quote = g_strdup (quote);
  return self;
}

/**
 * jg_reason_new_open:
 * @clause: (nullable): clause of the measure
 * @quote: (nullable): words of the text
 *
 * Makes the reason that a list goes on where the text breaks off (“等”).
 *
 * Returns: (transfer full): the reason
 */
JgReason *
jg_reason_new_open (const char *clause, const char *quote)
{
  return jg_reason_new ("其他情形：文中的名单没有列尽（“等”）", JG_STATE_UNKNOWN, NULL, clause,
                        quote);
}

/**
 * jg_reason_ref:
 * @self: a reason
 *
 * Takes a reference more. Most reasons are the same for everybody and are shared.
 *
 * Returns: (transfer full): @self
 */
JgReason *
jg_reason_ref (JgReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
reason_clear (gpointer data)
{
  JgReason *self = data;

  g_free (self->condition);
  g_free (self->fact);
  g_free (self->clause);
  g_free (self->quote);
}

/**
 * jg_reason_free:
 * @self: (transfer full): a reason
 *
 * Gives one reference back.
 */
void
jg_reason_free (JgReason *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, reason_clear);
}

static void
append_bounds (GString *string, const JgCondition *condition, const char *unit)
{
  if (condition->has_at_least)
    g_string_append_printf (string, "%g%s以上", condition->at_least, unit);
  if (condition->has_more_than)
    g_string_append_printf (string, "超过%g%s", condition->more_than, unit);
  if (string->len > 0 && (condition->has_at_most || condition->has_less_than))
    g_string_append (string, "、");
  if (condition->has_at_most)
    g_string_append_printf (string, "%g%s以下", condition->at_most, unit);
  if (condition->has_less_than)
    g_string_append_printf (string, "不足%g%s", condition->less_than, unit);
}

static char *
dup_age_label (const JgCondition *condition)
{
  g_autoptr (GString) string = g_string_new (NULL);

  append_bounds (string, condition, "周岁");
  g_string_prepend (string, "年龄");
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
dup_education_label (const JgCondition *condition)
{
  g_autoptr (GString) string = g_string_new ("文化程度");

  for (guint i = 0; condition->values[i] != NULL; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? "或" : "",
                            jg_education_label (condition->values[i]));
  if (condition->comparison != JG_COMPARE_IS)
    g_string_append (string, "以上");
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * jg_condition_dup_label:
 * @condition: a condition
 *
 * Words a condition for the checked list: its own label, else the words of the text, else what it
 * compares.
 *
 * Returns: (transfer full): the label in Chinese
 */
char *
jg_condition_dup_label (const JgCondition *condition)
{
  g_return_val_if_fail (condition != NULL, NULL);

  if (condition->text != NULL)
    return g_strdup (condition->text);
  if (condition->quote != NULL)
    return g_strdup (condition->quote);

  switch (condition->kind)
    {
    case JG_CONDITION_AGE:
      return dup_age_label (condition);
    case JG_CONDITION_SEX:
      return g_strdup (g_str_equal (condition->values[0], "female") ? "女性" : "男性");
    case JG_CONDITION_EDUCATION:
      return dup_education_label (condition);
    case JG_CONDITION_PLACE:
      for (guint i = 0; i < JG_N_PLACES; i++)
        if (g_str_equal (jg_place_nick ((JgPlace) i), condition->key))
          return g_strdup_printf ("%s在规定地区", jg_place_label ((JgPlace) i));
      return g_strdup (condition->key);
    case JG_CONDITION_WANTS:
      return g_strdup_printf ("愿意%s", jg_wants_label (condition->key));
    case JG_CONDITION_OCCUPATION:
      return g_strdup ("所问职业在文中所列范围内");
    case JG_CONDITION_ALL:
      return g_strdup ("同时具备各项条件");
    case JG_CONDITION_ANY:
      return g_strdup ("具备其中一项条件");
    case JG_CONDITION_NOT:
      return g_strdup ("不属于文中排除的情形");
    case JG_CONDITION_FACT:
    case JG_CONDITION_ASK:
    default:
      return g_strdup (condition->key);
    }
}

/**
 * jg_reasons_init:
 * @self: to be filled
 * @program: a program; must outlive @self
 * @clause: (nullable): the clause its reasons name; must outlive @self
 *
 * Prepares the reasons of a program.
 */
void
jg_reasons_init (JgReasons *self, const JgConditionProgram *program, const char *clause)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (program != NULL);

  self->program = program;
  self->clause = clause;
  self->made = g_new0 (JgReason *, (gsize) program->n_nodes * JG_REASONS_PER_NODE);
}

/**
 * jg_reasons_clear:
 * @self: reasons
 *
 * Gives back what they hold.
 */
void
jg_reasons_clear (JgReasons *self)
{
  g_return_if_fail (self != NULL);

  for (gsize i = 0; i < (gsize) self->program->n_nodes * JG_REASONS_PER_NODE; i++)
    g_clear_pointer (&self->made[i], jg_reason_free);
  g_clear_pointer (&self->made, g_free);
}

typedef struct
{
  JgReasons *reasons;
  const JgNode *nodes;
  const guint8 *states;
  const JgTableCheck *check;
  GPtrArray *list;
} Walk;

/* The first leaf below that has the given state (as seen through negations), for its key. */
static const char *
find_deciding_key (const Walk *self, guint at, JgState state)
{
  const JgNode *node = &self->nodes[at];

  if (node->end == at + 1)
    {
      const guint key = node->leaf != JG_NO_LEAF && self->states[at] == state
                            ? self->check->leaves[node->leaf].key
                            : JG_NO_KEY;

      return key != JG_NO_KEY ? jg_condition_table_get_key (self->reasons->program->table, key)
                              : NULL;
    }

  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    {
      const char *key = find_deciding_key (
          self, i, node->kind == JG_CONDITION_NOT ? jg_state_not (state) : state);

      if (key != NULL)
        return key;
    }
  return NULL;
}

static void
add_reason (const Walk *self, guint at)
{
  const JgNode *node = &self->nodes[at];
  const JgState state = (JgState) self->states[at];
  const char *key = find_deciding_key (self, at, state);
  JgReason **made = &self->reasons->made[(gsize) at * JG_REASONS_PER_NODE + state];

  if (*made == NULL || g_strcmp0 ((*made)->fact, key) != 0)
    {
      g_autofree char *label = jg_condition_dup_label (node->condition);

      g_clear_pointer (made, jg_reason_free);
      *made = jg_reason_new (label, state, key, self->reasons->clause, node->condition->quote);
    }
  g_ptr_array_add (self->list, jg_reason_ref (*made));
}

static void
add_open_reason (const Walk *self, guint at)
{
  JgReason **made = &self->reasons->made[(gsize) at * JG_REASONS_PER_NODE + JG_REASON_OPEN];

  if (*made == NULL)
    *made = jg_reason_new_open (self->reasons->clause, self->nodes[at].condition->quote);
  g_ptr_array_add (self->list, jg_reason_ref (*made));
}

static void add_reasons (const Walk *self, guint at);

/* Of an alternative that the person meets in part, what fails: 毕业已满两年 and not 不是高校毕业生. */
static void
add_near_misses (const Walk *self, guint at)
{
  for (guint i = at + 1; i < self->nodes[at].end; i = self->nodes[i].end)
    {
      gboolean met_in_part = FALSE;

      if (self->nodes[i].kind != JG_CONDITION_ALL)
        continue;
      for (guint k = i + 1; k < self->nodes[i].end; k = self->nodes[k].end)
        met_in_part = met_in_part || self->states[k] == JG_STATE_MET;
      for (guint k = i + 1; met_in_part && k < self->nodes[i].end; k = self->nodes[k].end)
        if (self->states[k] == JG_STATE_FAILED)
          add_reasons (self, k);
    }
}

/* Of alternatives, only those that make the result matter: the met ones of a met list, the ones not
 * failed of an unknown one, all of a failed one. */
static void
add_any_reasons (const Walk *self, guint at)
{
  const JgNode *node = &self->nodes[at];
  const guint8 state = self->states[at];
  guint n_live = 0;

  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    n_live += self->states[i] >= state;

  /* A labelled list stays one line unless it is met, or hangs on a single alternative. */
  if (state != JG_STATE_MET && node->condition->text != NULL && (n_live != 1 || node->open))
    {
      add_reason (self, at);
      if (state == JG_STATE_FAILED)
        add_near_misses (self, at);
      return;
    }

  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    if (self->states[i] >= state)
      add_reasons (self, i);
  if (node->open && state != JG_STATE_MET)
    add_open_reason (self, at);
}

static void
add_reasons (const Walk *self, guint at)
{
  const JgNode *node = &self->nodes[at];

  if (node->kind == JG_CONDITION_ALL)
    for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
      add_reasons (self, i);
  else if (node->kind == JG_CONDITION_ANY)
    add_any_reasons (self, at);
  else
    add_reason (self, at);
}

/**
 * jg_reasons_add:
 * @self: reasons
 * @states: (array): the state of each node of the program
 * @check: the states of the leaves
 * @list: (element-type JgReason): the reasons are added
 *
 * Adds one reason for each condition of the text that bears on the result, in the order of the text.
 */
void
jg_reasons_add (JgReasons *self, const guint8 *states, const JgTableCheck *check, GPtrArray *list)
{
  Walk walk = { self, NULL, states, check, list };
  guint tree;

  g_return_if_fail (self != NULL && states != NULL && check != NULL && list != NULL);

  tree = jg_condition_program_get_tree (self->program);
  walk.nodes = self->program->nodes;
  if (tree < self->program->n_nodes)
    add_reasons (&walk, tree);
}

/**
 * jg_condition_find_note:
 * @condition: a condition without children
 * @context: against what it is checked
 * @state: its state
 *
 * Finds what must be said beside the result: that a number, an age or a term stands exactly on a
 * bound, or that a date lies after the as-of date and counts as absent.
 *
 * Returns: the note
 */
JgNote
jg_condition_find_note (const JgCondition *condition,
                        const JgConditionContext *context,
                        JgState state)
{
  const JgFactValue *value;
  GDate first, last;
  int min, max;

  g_return_val_if_fail (condition != NULL, JG_NOTE_NONE);
  g_return_val_if_fail (context != NULL, JG_NOTE_NONE);

  if (condition->kind == JG_CONDITION_AGE)
    return state == JG_STATE_UNKNOWN &&
                   jg_profile_get_age_at (context->profile, context->as_of, &min, &max) &&
                   min == max
               ? JG_NOTE_AGE_AT_BOUND
               : JG_NOTE_NONE;
  if (condition->kind != JG_CONDITION_FACT)
    return JG_NOTE_NONE;

  value = jg_condition_context_get_fact (context, condition->key);
  if (value->state == JG_FACT_STRING && condition->comparison != JG_COMPARE_IS &&
      jg_date_is_late (value->string, &context->day))
    return JG_NOTE_LATE_DATE;
  /* What is said in full and still settles nothing stands on a bound. */
  if (state != JG_STATE_UNKNOWN)
    return JG_NOTE_NONE;
  if (value->state == JG_FACT_NUMBER && condition->comparison == JG_COMPARE_NUMBER)
    return JG_NOTE_NUMBER_AT_BOUND;
  if (value->state == JG_FACT_STRING && condition->comparison == JG_COMPARE_ELAPSED &&
      jg_profile_read_date (value->string, &first, &last) && g_date_compare (&first, &last) == 0)
    return JG_NOTE_DATE_AT_BOUND;
  return JG_NOTE_NONE;
}

/**
 * jg_condition_dup_note:
 * @condition: a condition without children
 * @context: the person and the day
 * @note: what is to be said of them
 *
 * Words a note; before it the condition is named.
 *
 * Returns: (transfer full): the words
 */
char *
jg_condition_dup_note (const JgCondition *condition, const JgConditionContext *context, JgNote note)
{
  int min, max;

  switch (note)
    {
    case JG_NOTE_AGE_AT_BOUND:
      if (!jg_profile_get_age_at (context->profile, context->as_of, &min, &max))
        g_return_val_if_reached (NULL);
      return g_strdup_printf ("年龄正好%d周岁，是否包含，文中未写明，须向经办机构确认。", min);
    case JG_NOTE_LATE_DATE:
      return g_strdup_printf ("所填日期 %s 晚于判断日期 %s，按未填处理。",
                              jg_profile_get_fact (context->profile, condition->key)->string,
                              context->as_of);
    case JG_NOTE_NUMBER_AT_BOUND:
      return g_strdup ("所填数字正好在界限上，须向经办机构确认。");
    case JG_NOTE_DATE_AT_BOUND:
      return g_strdup_printf ("到 %s 正好满期，当天是否算在内，须向经办机构确认。", context->as_of);
    case JG_NOTE_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * jg_reasons_add_notes:
 * @self: reasons
 * @check: the states of the leaves
 * @notes: (element-type GRefString): the notes are added, each once
 *
 * Adds what must be said beside the result.
 */
void
jg_reasons_add_notes (JgReasons *self, const JgTableCheck *check, GPtrArray *notes)
{
  g_return_if_fail (self != NULL && check != NULL && notes != NULL);

  for (guint i = 0; check->notes != NULL && i < self->program->n_nodes; i++)
    {
      const JgNode *node = &self->program->nodes[i];
      const char *note = node->leaf != JG_NO_LEAF ? check->notes[node->leaf] : NULL;

      if (note != NULL && node->condition != NULL)
        {
          g_autofree char *label = jg_condition_dup_label (node->condition);
          g_autofree char *text = g_strdup_printf ("“%s”：%s", label, note);

          jg_string_set_add (notes, text);
        }
    }
}
