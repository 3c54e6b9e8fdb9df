/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition-choices.h"

#include <glib/gi18n.h>
#include <string.h>

#include "guidance/jg-profile.h"

static void
choice_free (gpointer data)
{
  JgConditionChoice *choice = data;

  g_free (choice->label);
  g_free (choice->words);
  jg_condition_free (choice->condition);
  g_free (choice);
}

static JgCondition *
new_condition (JgConditionKind kind, const char *key, const char *value)
{
  JgCondition *condition = g_new0 (JgCondition, 1);

  condition->kind = kind;
  condition->key = g_strdup (key);
  if (value != NULL)
    condition->values = g_strsplit (value, "\n", -1);
  return condition;
}

static JgCondition *
new_fact (const JgFact *fact)
{
  JgCondition *condition = new_condition (JG_CONDITION_FACT, fact->key, NULL);

  if (g_str_equal (fact->type, "code"))
    {
      condition->comparison = JG_COMPARE_IS;
      condition->values = g_new0 (char *, 1);
    }
  else if (g_str_equal (fact->type, "number"))
    condition->comparison = JG_COMPARE_NUMBER;
  else if (g_str_equal (fact->type, "date"))
    {
      condition->comparison = JG_COMPARE_ELAPSED;
      condition->unit = g_strdup ("months");
    }
  return condition;
}

static void
add (GPtrArray *choices, const char *label, const char *words, gboolean common, JgCondition *made)
{
  JgConditionChoice *choice = g_new0 (JgConditionChoice, 1);

  choice->label = g_strdup (label);
  choice->words = g_strconcat (label, " ", words, NULL);
  choice->common = common;
  choice->condition = made;
  g_ptr_array_add (choices, choice);
}

static void
add_fields (GPtrArray *choices)
{
  const char *const *places = jg_place_nicks ();
  const char *const *wants = jg_wants_nicks ();
  JgCondition *age = new_condition (JG_CONDITION_AGE, NULL, NULL);
  JgCondition *education = new_condition (JG_CONDITION_EDUCATION, NULL, "associate");

  age->comparison = JG_COMPARE_NUMBER;
  education->comparison = JG_COMPARE_NUMBER;
  education->has_at_least = TRUE;
  add (choices, _ ("Age"), "年龄 周岁", TRUE, age);
  add (choices, _ ("Sex"), "性别 男 女 妇女", TRUE,
       new_condition (JG_CONDITION_SEX, NULL, "female"));
  add (choices, _ ("Education"), "文化程度 学历 大专 本科 高中", TRUE, education);
  for (int i = 0; places[i] != NULL; i++)
    {
      JgCondition *place = new_condition (JG_CONDITION_PLACE, places[i], "");

      place->comparison = JG_COMPARE_IS;
      add (choices, jg_place_label ((JgPlace) i), "地点 地区 本市 本区", i < 3, place);
    }
  for (int i = 0; wants[i] != NULL; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Wants: %s"), jg_wants_label (wants[i]));

      add (choices, label, "意愿 愿意 参加", FALSE,
           new_condition (JG_CONDITION_WANTS, wants[i], NULL));
    }
  add (choices, _ ("The occupation is one of those listed below"), "职业 工种 目录", FALSE,
       new_condition (JG_CONDITION_OCCUPATION, NULL, "linked"));
  add (choices, _ ("Only the authority can say"), "经办机构 认定 审核 询问", TRUE,
       new_condition (JG_CONDITION_ASK, NULL, NULL));
}

/**
 * jg_condition_choices_new:
 * @facts: (element-type JgFact): the vocabulary
 *
 * Lists what can be asked about, each with a condition that is still to be filled in.
 *
 * Returns: (transfer full) (element-type JgConditionChoice): the choices
 */
GPtrArray *
jg_condition_choices_new (GPtrArray *facts)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  g_return_val_if_fail (facts != NULL, choices);

  add_fields (choices);
  for (guint i = 0; i < facts->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *people = g_strjoinv (" ", fact->people);
      g_autofree char *words = g_strjoin (" ", fact->group, people, fact->key,
                                          fact->hint != NULL ? fact->hint : "", NULL);

      add (choices, fact->question, words, FALSE, new_fact (fact));
    }
  return choices;
}

/* All words of the query, in any order. */
static gboolean
has_words (const JgConditionChoice *choice, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (choice->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * jg_condition_choices_find:
 * @choices: (element-type JgConditionChoice): of jg_condition_choices_new()
 * @query: words; "" for the common ones
 * @max: how many at most
 *
 * Returns: (transfer container) (element-type JgConditionChoice): those that fit, in order
 */
GPtrArray *
jg_condition_choices_find (GPtrArray *choices, const char *query, guint max)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (choices != NULL && query != NULL, found);

  words = g_strsplit (query, " ", -1);
  for (guint i = 0; i < choices->len && found->len < max; i++)
    {
      JgConditionChoice *choice = g_ptr_array_index (choices, i);

      if (*query == '\0' ? choice->common : has_words (choice, words))
        g_ptr_array_add (found, choice);
    }
  return found;
}

/**
 * jg_condition_choices_find_fact:
 * @facts: (element-type JgFact): the vocabulary
 * @key: key of a fact
 *
 * Returns: (transfer none) (nullable): the fact
 */
const JgFact *
jg_condition_choices_find_fact (GPtrArray *facts, const char *key)
{
  g_return_val_if_fail (facts != NULL, NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (facts, i);

      if (g_strcmp0 (fact->key, key) == 0)
        return fact;
    }
  return NULL;
}

/**
 * jg_condition_choices_dup_label:
 * @facts: (element-type JgFact): the vocabulary
 * @condition: a condition that is no group
 *
 * Tells what a condition asks about.
 *
 * Returns: (transfer full): the words
 */
char *
jg_condition_choices_dup_label (GPtrArray *facts, const JgCondition *condition)
{
  const JgFact *fact;

  g_return_val_if_fail (facts != NULL && condition != NULL, NULL);

  switch (condition->kind)
    {
    case JG_CONDITION_FACT:
      fact = jg_condition_choices_find_fact (facts, condition->key);
      return g_strdup (fact != NULL ? fact->question : condition->key);
    case JG_CONDITION_AGE:
      return g_strdup (_ ("Age"));
    case JG_CONDITION_SEX:
      return g_strdup (_ ("Sex"));
    case JG_CONDITION_EDUCATION:
      return g_strdup (_ ("Education"));
    case JG_CONDITION_PLACE:
      for (int i = 0; i < JG_N_PLACES; i++)
        if (g_strcmp0 (jg_place_nick ((JgPlace) i), condition->key) == 0)
          return g_strdup (jg_place_label ((JgPlace) i));
      return g_strdup (condition->key);
    case JG_CONDITION_WANTS:
      return g_strdup_printf (_ ("Wants: %s"), jg_wants_label (condition->key));
    case JG_CONDITION_OCCUPATION:
      return g_strdup (_ ("The occupation is one of those listed below"));
    case JG_CONDITION_ASK:
      return g_strdup (_ ("Only the authority can say"));
    case JG_CONDITION_ALL:
    case JG_CONDITION_ANY:
    case JG_CONDITION_NOT:
    default:
      g_return_val_if_reached (NULL);
    }
}
