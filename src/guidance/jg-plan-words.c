/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-plan-words.h"

#include <string.h>

#include "jg-eligibility.h"
#include "jg-region.h"

struct _JgPlanWords
{
  GPtrArray *documents;  /* (element-type JgDocument), without paragraphs */
  GPtrArray *facts;      /* (element-type JgFact) */
  GHashTable *questions; /* key → question, of what the checks ask beyond the facts */
};

/* jg_plan_words_new:
 * @checks: (element-type JgEligibility): whose questions are known too
 *
 * Returns: (transfer full): the words of a catalogue */
JgPlanWords *
jg_plan_words_new (JgCatalogue *catalogue, GPtrArray *checks)
{
  JgPlanWords *self = g_new0 (JgPlanWords, 1);

  self->documents = jg_catalogue_list_documents (catalogue);
  self->facts = jg_catalogue_list_facts (catalogue);
  self->questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < checks->len; i++)
    {
      JgEligibility *check = g_ptr_array_index (checks, i);

      for (guint k = 0; k < check->questions->len; k++)
        {
          JgQuestion *question = g_ptr_array_index (check->questions, k);

          g_hash_table_insert (self->questions, g_strdup (question->fact),
                               g_strdup (question->question));
        }
    }
  return self;
}

/* jg_plan_words_free:
 * @self: (transfer full): words */
void
jg_plan_words_free (JgPlanWords *self)
{
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->facts);
  g_hash_table_unref (self->questions);
  g_free (self);
}

/* jg_plan_words_get_fact:
 *
 * Returns: (transfer none) (nullable): the fact of that key */
JgFact *
jg_plan_words_get_fact (JgPlanWords *self, const char *key)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      JgFact *fact = g_ptr_array_index (self->facts, i);

      if (g_strcmp0 (fact->key, key) == 0)
        return fact;
    }
  return NULL;
}

/* jg_plan_words_get_question:
 *
 * Returns: (transfer none): the question for a fact, or @key itself where none is known */
const char *
jg_plan_words_get_question (JgPlanWords *self, const char *key)
{
  JgFact *fact = jg_plan_words_get_fact (self, key);
  const char *question = fact != NULL ? fact->question : g_hash_table_lookup (self->questions, key);

  if (question == NULL)
    question = jg_question_field_text (key);

  return question != NULL ? question : key;
}

/* jg_plan_words_dup_citation:
 * @clause: (nullable): label of a clause
 *
 * Returns: (transfer full): number and clause, or title and date where the document has no number;
 *   @document itself when it is not in the catalogue */
char *
jg_plan_words_dup_citation (JgPlanWords *self, const char *document, const char *clause)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      JgDocument *found = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (found->key, document) == 0)
        return jg_document_dup_citation (found, clause);
    }
  return clause != NULL ? g_strdup_printf ("%s，%s", document, clause) : g_strdup (document);
}

/* jg_plan_words_dup_place_name:
 * @code: a code of GB/T 2260
 *
 * Returns: (transfer full): the province, with the place where a document of the catalogue names it
 *   and else with the code in brackets; @code itself when it lies in no province */
char *
jg_plan_words_dup_place_name (JgPlanWords *self, const char *code)
{
  const char *province = jg_region_get_province (code);
  const char *place = NULL;

  for (guint i = 0; i < self->documents->len; i++)
    {
      JgDocument *document = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (document->region_code, code) == 0)
        place = document->region_name;
    }
  if (province == NULL)
    return g_strdup (place != NULL ? place : code);
  if (place == NULL && strlen (code) == 6 && !g_str_has_suffix (code, "0000"))
    return g_strdup_printf ("%s（%s）", province, code);
  if (place == NULL || g_str_has_prefix (place, province))
    return g_strdup (place != NULL ? place : province);
  return g_strconcat (province, place, NULL);
}

/* jg_plan_words_has_local:
 *
 * Returns: whether a document of a place below the country reaches one of the jobseeker's places */
gboolean
jg_plan_words_has_local (JgPlanWords *self, JgProfile *profile)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const char *code = ((JgDocument *) g_ptr_array_index (self->documents, i))->region_code;
      gsize length = code != NULL ? strlen (code) : 0;

      while (length >= 2 && strncmp (code + length - 2, "00", 2) == 0)
        length -= 2;
      for (int place = 0; length > 0 && place < JG_N_PLACES; place++)
        {
          const char *here = jg_profile_get_place (profile, (JgPlace) place);

          if (here != NULL && strncmp (here, code, length) == 0)
            return TRUE;
        }
    }
  return FALSE;
}
