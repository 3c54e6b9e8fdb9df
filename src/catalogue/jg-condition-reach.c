/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition-reach.h"

#include <string.h>

/* Whether a condition says anything: one that no answers meet, or none fail, is a slip of the pen.
 *
 * Each thing the tree asks about becomes a variable with a few values that stand for all others:
 * around every bound a value just below, on and just above it, every option named and one not named.
 * The tree is two-valued for such an assignment, so trying all of them is exact. An open list and
 * something only an authority can say may go either way. */

#define MAX_ASSIGNMENTS 200000

typedef struct
{
  char *key;        /* what is asked about: kind and fact */
  GArray *values;   /* (element-type double) of numbers, ages, elapsed time */
  GPtrArray *words; /* (element-type utf8) of codes, dates, places; NULL for numbers */
  guint chosen;
} Variable;

typedef struct
{
  GPtrArray *variables; /* (element-type Variable) */
} Analysis;

static void
variable_free (Variable *self)
{
  g_free (self->key);
  g_array_unref (self->values);
  g_ptr_array_unref (self->words);
  g_free (self);
}

static char *
variable_key (const JgCondition *node)
{
  /* Time since a date and the date itself are kept apart: mixing them on one fact would need a
   * calendar, and no measure does. Degrees of education are kept apart too; that can only make a
   * contradiction go unnoticed, never invent one. */
  g_autofree char *degrees = node->kind == JG_CONDITION_EDUCATION && node->values != NULL
                                 ? g_strjoinv (",", node->values)
                                 : NULL;

  return g_strdup_printf (
      "%d %d %s %s %s %d", node->kind, node->kind == JG_CONDITION_FACT ? (int) node->comparison : 0,
      node->key != NULL ? node->key : "", node->unit != NULL ? node->unit : "",
      degrees != NULL ? degrees : "", node->kind == JG_CONDITION_EDUCATION && node->has_at_least);
}

static Variable *
get_variable (Analysis *self, const char *key)
{
  Variable *variable = NULL;

  for (guint i = 0; i < self->variables->len; i++)
    {
      variable = g_ptr_array_index (self->variables, i);
      if (strcmp (variable->key, key) == 0)
        return variable;
    }
  variable = g_new0 (Variable, 1);
  variable->key = g_strdup (key);
  variable->values = g_array_new (FALSE, FALSE, sizeof (double));
  variable->words = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->variables, variable);
  return variable;
}

static void
add_value (Variable *variable, double value)
{
  for (guint i = 0; i < variable->values->len; i++)
    if (ABS (g_array_index (variable->values, double, i) - value) < 1e-9)
      return;
  g_array_append_val (variable->values, value);
}

static void
add_bound (Variable *variable, gboolean has, double bound)
{
  if (!has)
    return;
  add_value (variable, bound - 1);
  add_value (variable, bound);
  add_value (variable, bound + 1);
}

static void
add_word (Variable *variable, const char *word)
{
  if (!g_ptr_array_find_with_equal_func (variable->words, word, g_str_equal, NULL))
    g_ptr_array_add (variable->words, g_strdup (word));
}

static gboolean
is_numeric (const JgCondition *node)
{
  return node->kind == JG_CONDITION_AGE ||
         (node->kind == JG_CONDITION_FACT &&
          (node->comparison == JG_COMPARE_NUMBER || node->comparison == JG_COMPARE_ELAPSED));
}

static void
collect (Analysis *self, const JgCondition *node)
{
  g_autofree char *key = NULL;
  Variable *variable = NULL;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    collect (self, g_ptr_array_index (node->children, i));
  if (node->children != NULL)
    {
      if (node->open)
        {
          g_autofree char *open = g_strdup_printf ("open %p", (gconstpointer) node);

          variable = get_variable (self, open);
          add_value (variable, 0);
          add_value (variable, 1);
        }
      return;
    }

  key = variable_key (node);
  variable = get_variable (self, key);
  if (is_numeric (node))
    {
      add_bound (variable, node->has_at_least, node->at_least);
      add_bound (variable, node->has_at_most, node->at_most);
      add_bound (variable, node->has_more_than, node->more_than);
      add_bound (variable, node->has_less_than, node->less_than);
    }
  else if (node->values != NULL && node->kind != JG_CONDITION_EDUCATION)
    {
      for (guint i = 0; node->values[i] != NULL; i++)
        add_word (variable, node->values[i]);
      add_word (variable, "?");
    }
  else
    {
      add_value (variable, 0);
      add_value (variable, 1);
    }
}

static gboolean
within_bounds (const JgCondition *node, double value)
{
  return (!node->has_at_least || value >= node->at_least) &&
         (!node->has_at_most || value <= node->at_most) &&
         (!node->has_more_than || value > node->more_than) &&
         (!node->has_less_than || value < node->less_than);
}

static gboolean
word_fits (const JgCondition *node, const char *word)
{
  if (node->kind == JG_CONDITION_FACT && node->comparison == JG_COMPARE_ON_OR_AFTER)
    return strcmp (word, "?") != 0 && strcmp (word, node->values[0]) >= 0;
  if (node->kind == JG_CONDITION_FACT && node->comparison == JG_COMPARE_ON_OR_BEFORE)
    return strcmp (word, "?") != 0 && strcmp (word, node->values[0]) <= 0;
  for (guint i = 0; node->values[i] != NULL; i++)
    {
      gsize length = strlen (node->values[i]);

      while (node->kind == JG_CONDITION_PLACE && length > 2 &&
             strncmp (node->values[i] + length - 2, "00", 2) == 0)
        length -= 2;
      if (strncmp (word, node->values[i], length) == 0 &&
          (node->kind == JG_CONDITION_PLACE || strcmp (word, node->values[i]) == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds (Analysis *self, const JgCondition *node)
{
  g_autofree char *key = NULL;
  Variable *variable = NULL;

  switch (node->kind)
    {
    case JG_CONDITION_ALL:
      for (guint i = 0; i < node->children->len; i++)
        if (!holds (self, g_ptr_array_index (node->children, i)))
          return FALSE;
      return TRUE;
    case JG_CONDITION_ANY:
      for (guint i = 0; i < node->children->len; i++)
        if (holds (self, g_ptr_array_index (node->children, i)))
          return TRUE;
      if (!node->open)
        return FALSE;
      key = g_strdup_printf ("open %p", (gconstpointer) node);
      variable = get_variable (self, key);
      return g_array_index (variable->values, double, variable->chosen) > 0;
    case JG_CONDITION_NOT:
      return !holds (self, g_ptr_array_index (node->children, 0));
    case JG_CONDITION_FACT:
    case JG_CONDITION_AGE:
    case JG_CONDITION_SEX:
    case JG_CONDITION_EDUCATION:
    case JG_CONDITION_PLACE:
    case JG_CONDITION_WANTS:
    case JG_CONDITION_OCCUPATION:
    case JG_CONDITION_ASK:
      break;
    default:
      g_assert_not_reached ();
    }

  key = variable_key (node);
  variable = get_variable (self, key);
  if (variable->words->len > 0)
    return word_fits (node, g_ptr_array_index (variable->words, variable->chosen));
  if (is_numeric (node))
    return within_bounds (node, g_array_index (variable->values, double, variable->chosen));
  return g_array_index (variable->values, double, variable->chosen) > 0;
}

static guint
n_choices (const Variable *variable)
{
  return variable->words->len > 0 ? variable->words->len : MAX (variable->values->len, 1);
}

/* Steps to the next assignment; FALSE after the last. */
static gboolean
next_assignment (Analysis *self)
{
  for (guint i = 0; i < self->variables->len; i++)
    {
      Variable *variable = g_ptr_array_index (self->variables, i);

      if (++variable->chosen < n_choices (variable))
        return TRUE;
      variable->chosen = 0;
    }
  return FALSE;
}

/* jg_condition_get_reach:
 *
 * Tells whether a condition can be both met and failed. A tree with more than 200,000 combinations
 * of answers is not searched to the end and is taken to be all right.
 *
 * Returns: %JG_CONDITION_NEVER_MET or %JG_CONDITION_NEVER_FAILED for one that says nothing */
JgConditionReach
jg_condition_get_reach (const JgCondition *self)
{
  g_autoptr (GPtrArray) variables = g_ptr_array_new_with_free_func ((GDestroyNotify) variable_free);
  Analysis analysis = { .variables = variables };
  gboolean met = FALSE;
  gboolean failed = FALSE;
  guint n = 0;

  g_return_val_if_fail (self != NULL, JG_CONDITION_CAN_BE_EITHER);

  collect (&analysis, self);
  do
    {
      if (holds (&analysis, self))
        met = TRUE;
      else
        failed = TRUE;
      if (met && failed)
        return JG_CONDITION_CAN_BE_EITHER;
    }
  while (++n < MAX_ASSIGNMENTS && next_assignment (&analysis));

  if (n >= MAX_ASSIGNMENTS)
    return JG_CONDITION_CAN_BE_EITHER;
  return met ? JG_CONDITION_NEVER_FAILED : JG_CONDITION_NEVER_MET;
}
