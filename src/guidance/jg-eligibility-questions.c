/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What to ask next. */

#include "jg-eligibility-private.h"

#include <string.h>

typedef struct
{
  const char *key;
  const char *text;
} Field;

/* Of a fact the vocabulary knows the question; these ask for the profile's own fields. */
static const Field fields[] = {
  { "age", "您是哪年哪月哪日出生的？" },
  { "sex", "您的性别是男还是女？" },
  { "education", "您上学上到哪一级，例如小学、初中、高中、中专、大专、本科？" },
  { "place:household", "您的户口在哪个省、哪个市？" },
  { "place:residence", "您平时住在哪个省、哪个市？" },
  { "place:work", "您在哪个省、哪个市上班或者干活？" },
  { "place:insured", "您的社会保险在哪个省、哪个市缴纳？" },
  { "place:training", "您打算在哪个省、哪个市参加培训？" },
  { "place:school", "您毕业的学校在哪个省、哪个市？" },
  { "place:business", "您的店或者企业在哪个省、哪个市登记？" },
  { "wants:training", "您愿意参加培训吗？" },
  { "wants:start-business", "您打算自己创业吗？" },
  { "wants:flexible-work", "您愿意灵活就业，没有固定单位，自己干活或接活吗？" },
  { "wants:part-time", "您愿意做钟点工、小时工这类非全日制工作吗？" },
  { "wants:employment", "您想到单位上班吗？" },
  { "wants:loan", "您需要贷款吗？" },
};

/**
 * jg_question_field_text:
 * @key: the key of a question
 *
 * Words the question for a field of the profile.
 *
 * Returns: (transfer none) (nullable): the question, or %NULL when @key is no field
 */
const char *
jg_question_field_text (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].key, key))
      return fields[i].text;
  return NULL;
}

static const char *
get_kind (const char *key)
{
  if (jg_question_field_text (key) == NULL)
    return "fact";
  if (g_str_has_prefix (key, "place:"))
    return "place";
  if (g_str_has_prefix (key, "wants:"))
    return "wants";
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].key, key))
      return fields[i].key;
  g_return_val_if_reached ("fact");
}

/**
 * jg_question_free:
 * @self: (transfer full): a question
 *
 * Frees a question.
 */
void
jg_question_free (JgQuestion *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->fact);
  g_free (self->question);
  g_free (self);
}

static int
compare_questions (gconstpointer a, gconstpointer b)
{
  const JgQuestion *x = *(const JgQuestion *const *) a;
  const JgQuestion *y = *(const JgQuestion *const *) b;

  if (x->smallest != y->smallest)
    return x->smallest < y->smallest ? -1 : 1;
  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->decides != y->decides)
    return x->decides > y->decides ? -1 : 1;
  return strcmp (x->fact, y->fact);
}

/**
 * jg_questions_rank:
 * @table: the table of the keys
 * @facts: (element-type utf8 JgFact): the vocabulary by key
 * @stakes: (array): what hangs on each key of the table
 *
 * Makes the questions, the one to ask first at the head. A key of no known fact is not asked.
 *
 * Returns: (transfer full) (element-type JgQuestion): the questions
 */
GPtrArray *
jg_questions_rank (JgConditionTable *table, GHashTable *facts, const JgStake *stakes)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_question_free);

  g_return_val_if_fail (table != NULL && facts != NULL && stakes != NULL, questions);

  for (guint i = 0; i < jg_condition_table_get_n_keys (table); i++)
    {
      const char *key = jg_condition_table_get_key (table, i);
      const JgFact *fact = g_hash_table_lookup (facts, key);
      const char *text = fact != NULL ? fact->question : jg_question_field_text (key);
      JgQuestion *question;

      if (stakes[i].smallest == 0 || text == NULL)
        continue;
      question = g_new0 (JgQuestion, 1);
      question->fact = g_strdup (key);
      question->kind = fact != NULL ? "fact" : get_kind (key);
      question->question = g_strdup (text);
      question->decides = stakes[i].decides;
      question->smallest = stakes[i].smallest;
      question->weight = stakes[i].weight;
      g_ptr_array_add (questions, question);
    }
  g_ptr_array_sort (questions, compare_questions);
  return questions;
}
