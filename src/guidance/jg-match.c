/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Matching a jobseeker to occupations, task by task.
 *
 * Each clause of the wish, the skills and the experience is held against
 *   - the names people may say: occupation, former name, work type, alias;
 *   - the sentences of the notices, through the reviewed synonyms;
 *   - the same sentences directly: words that the clause and the sentence share, when they are informative: not of the
 *     language at large, and standing in few occupations only.
 * Every hit is a reason that is shown. The order is explained by the reasons alone: first the occupations that the wish
 * names; then by the sum of the strengths below, in which one word of the notices counts once however many sentences it
 * stands in; then by the number of tasks hit; then by the order of the catalogue. No figure of it is shown to anybody. */

#include "jg-match.h"

#include <string.h>

#include "jg-match-clause.h"
#include "jg-match-index.h"
#include "text/jg-text.h"

#define STRENGTH_NAME 12
#define STRENGTH_SYNONYM 4
#define STRENGTH_LONG_WORD 4 /* three characters or more in common */
#define STRENGTH_WORD 2

/* Less is an accident. A wish for something in particular that no occupation answers asks for more: the person wants
 * another job than ours, and one task in common does not change that. */
#define LEAST_STRENGTH 4
#define LEAST_STRENGTH_AGAINST_WISH 8

/* A word that stands in more than one in five of the described occupations tells them apart no more. */
#define MAX_SPREAD_SHARE 5

typedef struct
{
  guint position;
  JgMatch *match;
  GHashTable *words; /* (element-type utf8 gint): strength of each word of the notices that hit */
  gboolean wish_names;
} Candidate;

typedef struct
{
  const JgMatchIndex *index;
  GPtrArray *candidates;   /* (element-type Candidate), NULL where nothing hit; by position */
  GHashTable *informative; /* (element-type utf8 gboolean): words already judged */
  gboolean wish_is_specific;
  gboolean wish_hits;
} Matcher;

typedef struct
{
  guint start;
  guint end;
  gpointer item;
} Span;

static void
reason_free (gpointer data)
{
  JgMatchReason *reason = data;

  g_free (reason->from);
  g_free (reason->field);
  g_free (reason->text);
  g_free (reason->via);
  g_free (reason->through);
  g_free (reason);
}

static void
match_free (gpointer data)
{
  JgMatch *match = data;

  jg_occupation_unref (match->occupation);
  g_ptr_array_unref (match->reasons);
  g_array_unref (match->open_tasks);
  g_free (match);
}

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  if (candidate == NULL)
    return;
  if (candidate->match != NULL)
    match_free (candidate->match);
  g_hash_table_unref (candidate->words);
  g_free (candidate);
}

static Candidate *
get_candidate (Matcher *matcher, guint position)
{
  Candidate *candidate = g_ptr_array_index (matcher->candidates, position);

  if (candidate != NULL)
    return candidate;
  candidate = g_new0 (Candidate, 1);
  candidate->position = position;
  candidate->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  candidate->match = g_new0 (JgMatch, 1);
  candidate->match->occupation =
      jg_occupation_ref (g_ptr_array_index (matcher->index->occupations, position));
  candidate->match->reasons = g_ptr_array_new_with_free_func (reason_free);
  candidate->match->open_tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  matcher->candidates->pdata[position] = candidate;
  return candidate;
}

static void
count_word (Candidate *candidate, const char *word, int strength)
{
  if (GPOINTER_TO_INT (g_hash_table_lookup (candidate->words, word)) < strength)
    g_hash_table_replace (candidate->words, g_strdup (word), GINT_TO_POINTER (strength));
}

/* One reason for one clause and one sentence: the longest word tells most. */
static void
add_reason (Matcher *matcher,
            const JgMatchClause *clause,
            guint position,
            int task,
            const char *text,
            const char *via,
            const char *through,
            int strength)
{
  Candidate *candidate = get_candidate (matcher, position);
  gboolean wish = g_str_equal (clause->field, "wish");
  JgMatchReason *reason;

  matcher->wish_hits |= wish;
  count_word (candidate, through, wish ? strength * 3 / 2 : strength);
  for (guint i = 0; i < candidate->match->reasons->len; i++)
    {
      reason = g_ptr_array_index (candidate->match->reasons, i);
      if (reason->task != task || !g_str_equal (reason->text, text) ||
          !g_str_equal (reason->from, clause->words) || !g_str_equal (reason->field, clause->field))
        continue;
      if (strlen (through) > strlen (reason->through))
        {
          g_free (reason->through);
          reason->through = g_strdup (through);
          g_free (reason->via);
          reason->via = g_strdup (via);
        }
      return;
    }

  reason = g_new0 (JgMatchReason, 1);
  reason->from = g_strdup (clause->words);
  reason->field = g_strdup (clause->field);
  reason->task = task;
  reason->text = g_strdup (text);
  reason->via = g_strdup (via);
  reason->through = g_strdup (through);
  g_ptr_array_add (candidate->match->reasons, reason);
}

static void
add_spans (GArray *spans, const JgMatchText *text, const JgMatchText *needle, gpointer item)
{
  guint start = 0;

  for (guint from = 0; jg_match_text_find (text, needle, from, &start); from = start + 1)
    {
      Span span = { start, start + needle->length, item };

      g_array_append_val (spans, span);
    }
}

/* The longer words win: 电商主播 says nothing of 电商. */
static gboolean
is_covered (const GArray *spans, guint at)
{
  const Span *span = &g_array_index (spans, Span, at);

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *other = &g_array_index (spans, Span, i);

      if (other->start <= span->start && other->end >= span->end &&
          other->end - other->start > span->end - span->start)
        return TRUE;
    }
  return FALSE;
}

static void
match_names (Matcher *matcher, const JgMatchClause *clause)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < matcher->index->names->len; i++)
    {
      JgMatchName *name = g_ptr_array_index (matcher->index->names, i);

      add_spans (spans, clause->text, name->text, name);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchName *name = g_array_index (spans, Span, i).item;

      if (is_covered (spans, i))
        continue;
      add_reason (matcher, clause, name->occupation, 0, name->text->original, name->via,
                  name->text->original, STRENGTH_NAME);
      if (g_str_equal (clause->field, "wish"))
        get_candidate (matcher, name->occupation)->wish_names = TRUE;
    }
}

static void
match_meaning (Matcher *matcher, const JgMatchClause *clause, const JgMatchText *meaning)
{
  for (guint i = 0; i < matcher->index->sentences->len; i++)
    {
      const JgMatchSentence *sentence = g_ptr_array_index (matcher->index->sentences, i);

      if (jg_match_text_contains (sentence->text, meaning))
        add_reason (matcher, clause, sentence->occupation, sentence->task, sentence->printed,
                    sentence->task > 0 ? "synonym" : "definition", meaning->original,
                    STRENGTH_SYNONYM);
    }
}

static void
match_synonyms (Matcher *matcher, const JgMatchClause *clause)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < matcher->index->synonyms->len; i++)
    {
      JgMatchSynonym *synonym = g_ptr_array_index (matcher->index->synonyms, i);

      add_spans (spans, clause->text, synonym->text, synonym);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchSynonym *synonym = g_array_index (spans, Span, i).item;

      if (is_covered (spans, i))
        continue;
      for (guint j = 0; j < synonym->means->len; j++)
        match_meaning (matcher, clause, g_ptr_array_index (synonym->means, j));
    }
}

static gboolean
is_rare (Matcher *matcher, const char *word)
{
  g_autoptr (JgMatchText) text = jg_match_text_new (word);
  guint most = MAX (1, matcher->index->n_described / MAX_SPREAD_SHARE);

  return jg_match_index_spread (matcher->index, text) <= most;
}

/* Has the range a word that is neither general nor everywhere? */
static gboolean
judge_range (Matcher *matcher, const JgMatchText *text, guint start, guint end)
{
  guint from = start;

  for (guint to = start + 1; to <= end; to++)
    {
      g_autofree char *word = NULL;

      if (to < end && !text->borders[to])
        continue;
      if (to - from >= 2)
        word = jg_match_text_dup_range (text, from, to);
      from = to;
      if (word != NULL && !jg_match_word_is_general (word) && is_rare (matcher, word))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_informative (Matcher *matcher,
                const JgMatchText *text,
                guint start,
                guint end,
                const char *range)
{
  gpointer known;

  if (g_hash_table_lookup_extended (matcher->informative, range, NULL, &known))
    return GPOINTER_TO_INT (known);
  known = GINT_TO_POINTER (judge_range (matcher, text, start, end));
  g_hash_table_insert (matcher->informative, g_strdup (range), known);
  return GPOINTER_TO_INT (known);
}

static guint
common_length (const JgMatchText *a, guint i, const JgMatchText *b, guint j)
{
  guint n = 0;

  while (i + n < a->length && j + n < b->length && a->chars[i + n] == b->chars[j + n] &&
         jg_text_is_han (a->chars[i + n]))
    n++;
  return n;
}

/* The longest words in common, each beginning where no longer one covers it. */
static void
match_sentence (Matcher *matcher, const JgMatchClause *clause, const JgMatchSentence *sentence)
{
  for (guint i = 0; i + 2 <= clause->text->length;)
    {
      guint length = 0;

      for (guint j = 0; j + 2 <= sentence->text->length; j++)
        {
          guint n = common_length (clause->text, i, sentence->text, j);

          for (; n >= 2 && n > length; n--)
            if (jg_match_text_is_word (clause->text, i, i + n) &&
                jg_match_text_is_word (sentence->text, j, j + n))
              length = n;
        }
      if (length >= 2)
        {
          g_autofree char *word = jg_match_text_dup_range (clause->text, i, i + length);

          if (is_informative (matcher, clause->text, i, i + length, word))
            add_reason (matcher, clause, sentence->occupation, sentence->task, sentence->printed,
                        sentence->task > 0 ? "task" : "definition", word,
                        length >= 3 ? STRENGTH_LONG_WORD : STRENGTH_WORD);
        }
      i += MAX (length, 1);
    }
}

static void
match_clause (Matcher *matcher, const JgMatchClause *clause)
{
  match_names (matcher, clause);
  match_synonyms (matcher, clause);
  for (guint i = 0; i < matcher->index->sentences->len; i++)
    match_sentence (matcher, clause, g_ptr_array_index (matcher->index->sentences, i));
  if (g_str_equal (clause->field, "wish") && jg_match_clause_is_specific (clause))
    matcher->wish_is_specific = TRUE;
}

static int
get_strength (const Candidate *candidate)
{
  GHashTableIter iter;
  gpointer strength;
  int sum = 0;

  g_hash_table_iter_init (&iter, candidate->words);
  while (g_hash_table_iter_next (&iter, NULL, &strength))
    sum += GPOINTER_TO_INT (strength);
  return sum;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = *(const Candidate *const *) a;
  const Candidate *y = *(const Candidate *const *) b;
  int by_strength = get_strength (y) - get_strength (x);

  if (x->wish_names != y->wish_names)
    return x->wish_names ? -1 : 1;
  if (by_strength != 0)
    return by_strength;
  if (x->match->open_tasks->len != y->match->open_tasks->len)
    return x->match->open_tasks->len < y->match->open_tasks->len ? -1 : 1;
  return x->position < y->position ? -1 : 1;
}

/* Names first, then the tasks in their order, the definition last. */
static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const JgMatchReason *x = *(const JgMatchReason *const *) a;
  const JgMatchReason *y = *(const JgMatchReason *const *) b;
  gboolean x_defines = g_str_equal (x->via, "definition");
  gboolean y_defines = g_str_equal (y->via, "definition");
  int by_words;

  if (x_defines != y_defines)
    return x_defines ? 1 : -1;
  if (x->task != y->task)
    return x->task < y->task ? -1 : 1;
  by_words = strcmp (x->from, y->from);
  return by_words != 0 ? by_words : strcmp (x->through, y->through);
}

static gboolean
is_told_by_task (const JgMatch *match, const JgMatchReason *definition)
{
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      if (reason->task > 0 && g_str_equal (reason->from, definition->from))
        return TRUE;
    }
  return FALSE;
}

/* A definition repeats its tasks: it is a reason only for words that no task answers. */
static void
finish_match (JgMatch *match)
{
  for (guint i = match->reasons->len; i > 0; i--)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i - 1);

      if (g_str_equal (reason->via, "definition") && is_told_by_task (match, reason))
        g_ptr_array_remove_index (match->reasons, i - 1);
    }
  g_ptr_array_sort (match->reasons, compare_reasons);

  for (guint task = 1; task <= match->occupation->tasks->len; task++)
    {
      gboolean open = TRUE;

      for (guint i = 0; i < match->reasons->len; i++)
        open =
            open && ((JgMatchReason *) g_ptr_array_index (match->reasons, i))->task != (int) task;
      if (open)
        g_array_append_val (match->open_tasks, task);
    }
}

static JgMatchResult *
rank (Matcher *matcher, guint limit)
{
  JgMatchResult *result = g_new0 (JgMatchResult, 1);
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  int least = matcher->wish_is_specific && !matcher->wish_hits ? LEAST_STRENGTH_AGAINST_WISH
                                                               : LEAST_STRENGTH;

  for (guint i = 0; i < matcher->candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (matcher->candidates, i);

      if (candidate == NULL || get_strength (candidate) < least)
        continue;
      finish_match (candidate->match);
      g_ptr_array_add (ranked, candidate);
    }
  g_ptr_array_sort (ranked, compare_candidates);

  result->not_in_catalogue = ranked->len == 0;
  result->matches = g_ptr_array_new_with_free_func (match_free);
  for (guint i = 0; i < ranked->len && (limit == 0 || i < limit); i++)
    {
      Candidate *candidate = g_ptr_array_index (ranked, i);

      g_ptr_array_add (result->matches, g_steal_pointer (&candidate->match));
    }
  return result;
}

/**
 * jg_match_profile_with_index:
 * @index: what matching needs of a catalogue
 * @profile: a profile
 * @limit: the most matches to return; 0 for all
 *
 * Does what jg_match_profile() does, for tests and for sets of occupations that are no catalogue.
 *
 * Returns: (transfer full): the result; free with jg_match_result_free()
 */
JgMatchResult *
jg_match_profile_with_index (const JgMatchIndex *index, JgProfile *profile, guint limit)
{
  Matcher matcher = { .index = index };
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GPtrArray) clauses = NULL;
  g_autoptr (GHashTable) informative =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (index != NULL, NULL);
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);

  g_ptr_array_set_size (candidates, (int) index->occupations->len);
  matcher.candidates = candidates;
  matcher.informative = informative;
  clauses = jg_match_clauses_of_profile (profile);
  for (guint i = 0; i < clauses->len; i++)
    match_clause (&matcher, g_ptr_array_index (clauses, i));
  return rank (&matcher, limit);
}

/**
 * jg_match_profile:
 * @catalogue: a catalogue
 * @profile: a profile
 * @limit: the most matches to return; 0 for all
 *
 * Matches what a jobseeker wishes, can do and has done to the occupations of a catalogue. Every match has its reasons,
 * each a pair of the profile's words and a printed sentence or name, and the tasks that no reason names.
 *
 * Returns: (transfer full): the matches, best first, and whether there was none at all; free with
 *   jg_match_result_free()
 */
JgMatchResult *
jg_match_profile (JgCatalogue *catalogue, JgProfile *profile, guint limit)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);

  return jg_match_profile_with_index (jg_match_index_get (catalogue), profile, limit);
}

/**
 * jg_match_result_free:
 * @self: (nullable) (transfer full): a result
 *
 * Frees a result.
 */
void
jg_match_result_free (JgMatchResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->matches);
  g_free (self);
}
