/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding the reasons: what jg-match.c ranks. */

#include "jg-match-hits.h"

#include <string.h>

#define STRENGTH_NAME 12
#define STRENGTH_SYNONYM 4
#define STRENGTH_OWN_WORD 4 /* stands in this occupation only */
#define STRENGTH_WORD 2

/* A word that stands in more than one in five of the described occupations tells them apart no more. */
#define MAX_SPREAD_SHARE 5

typedef struct
{
  guint start;
  guint end;
  gpointer item;
} Span;

/**
 * jg_match_reason_free:
 * @self: (nullable) (transfer full): a reason
 *
 * Frees a reason.
 */
void
jg_match_reason_free (JgMatchReason *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->field);
  g_free (self->text);
  g_free (self->via);
  g_free (self->through);
  g_free (self);
}

/**
 * jg_match_free:
 * @self: (nullable) (transfer full): a match
 *
 * Frees a match.
 */
void
jg_match_free (JgMatch *self)
{
  if (self == NULL)
    return;
  jg_occupation_unref (self->occupation);
  g_ptr_array_unref (self->reasons);
  g_array_unref (self->open_tasks);
  g_free (self);
}

/**
 * jg_match_candidate_free:
 * @self: (nullable) (transfer full): a candidate
 *
 * Frees a candidate with its match, unless that was taken.
 */
void
jg_match_candidate_free (JgMatchCandidate *self)
{
  if (self == NULL)
    return;
  jg_match_free (self->match);
  g_hash_table_unref (self->words);
  g_free (self);
}

static JgMatchCandidate *
get_candidate (JgMatcher *matcher, guint position)
{
  JgMatchCandidate *candidate = g_ptr_array_index (matcher->candidates, position);

  if (candidate != NULL)
    return candidate;
  candidate = g_new0 (JgMatchCandidate, 1);
  candidate->position = position;
  candidate->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  candidate->match = g_new0 (JgMatch, 1);
  candidate->match->occupation =
      jg_occupation_ref (g_ptr_array_index (matcher->index->occupations, position));
  candidate->match->reasons =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_reason_free);
  candidate->match->open_tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  matcher->candidates->pdata[position] = candidate;
  return candidate;
}

static void
count_word (JgMatchCandidate *candidate, const char *word, int strength)
{
  if (GPOINTER_TO_INT (g_hash_table_lookup (candidate->words, word)) < strength)
    g_hash_table_replace (candidate->words, g_strdup (word), GINT_TO_POINTER (strength));
}

/* One reason for one clause and one sentence: the longest word tells most. */
static void
add_reason (JgMatcher *matcher,
            const JgMatchClause *clause,
            guint position,
            int task,
            const char *text,
            const char *via,
            const char *through,
            int strength)
{
  JgMatchCandidate *candidate = get_candidate (matcher, position);
  gboolean wish = g_str_equal (clause->field, "wish");
  JgMatchReason *reason;

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
is_covered (const GArray *spans, const Span *span)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *other = &g_array_index (spans, Span, i);

      if (other->start <= span->start && other->end >= span->end &&
          other->end - other->start > span->end - span->start)
        return TRUE;
    }
  return FALSE;
}

/* Returns the spans of the official names, which are not read word by word: (element-type Span). */
static GArray *
match_names (JgMatcher *matcher, const JgMatchClause *clause)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray) official = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < matcher->index->names->len; i++)
    {
      JgMatchName *name = g_ptr_array_index (matcher->index->names, i);

      add_spans (spans, clause->text, name->text, name);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchName *name = g_array_index (spans, Span, i).item;

      if (is_covered (spans, &g_array_index (spans, Span, i)))
        continue;
      if (!g_str_equal (name->via, "alias"))
        g_array_append_val (official, g_array_index (spans, Span, i));
      add_reason (matcher, clause, name->occupation, 0, name->text->original, name->via,
                  name->text->original, STRENGTH_NAME);
      if (g_str_equal (clause->field, "wish"))
        get_candidate (matcher, name->occupation)->wish_names = matcher->wish_names = TRUE;
    }
  return g_steal_pointer (&official);
}

typedef gboolean (*Holds) (const JgMatchText *text, const JgMatchText *word);

/* A hit says nothing of the single task when the definition holds the word too and either the
 * person only wishes for it, or it is what most of the tasks are about (无人机 of 无人机装调检修工):
 * then the definition is the reason, and the tasks stay open. */
static gboolean
is_told_by_definition (JgMatcher *matcher,
                       const JgMatchClause *clause,
                       const JgMatchSentence *hit,
                       const JgMatchText *word,
                       Holds holds)
{
  const JgOccupation *occupation = g_ptr_array_index (matcher->index->occupations, hit->occupation);
  gboolean defines = FALSE;
  guint n_tasks = 0;

  for (guint i = 0; i < matcher->index->sentences->len; i++)
    {
      const JgMatchSentence *sentence = g_ptr_array_index (matcher->index->sentences, i);

      if (sentence->occupation != hit->occupation || !holds (sentence->text, word))
        continue;
      if (sentence->task == 0)
        defines = TRUE;
      else
        n_tasks++;
    }
  return defines && (g_str_equal (clause->field, "wish") ||
                     (n_tasks >= 3 && n_tasks * 2 > occupation->tasks->len));
}

static void
add_hit (JgMatcher *matcher,
         const JgMatchClause *clause,
         const JgMatchSentence *sentence,
         const JgMatchText *word,
         Holds holds,
         const char *via,
         int strength)
{
  JgMatchCandidate *candidate = get_candidate (matcher, sentence->occupation);
  gboolean wish = g_str_equal (clause->field, "wish");

  /* A wish that names the occupation needs no sentence, and shows nothing that the person can do. */
  if (wish && candidate->wish_names)
    return;
  count_word (candidate, word->original, wish ? strength * 3 / 2 : strength);
  if (sentence->task > 0 && is_told_by_definition (matcher, clause, sentence, word, holds))
    return;
  add_reason (matcher, clause, sentence->occupation, sentence->task, sentence->printed,
              sentence->task > 0 ? via : "definition", word->original, strength);
}

static void
match_meaning (JgMatcher *matcher, const JgMatchClause *clause, const JgMatchText *meaning)
{
  for (guint i = 0; i < matcher->index->sentences->len; i++)
    {
      const JgMatchSentence *sentence = g_ptr_array_index (matcher->index->sentences, i);

      if (jg_match_text_contains (sentence->text, meaning))
        add_hit (matcher, clause, sentence, meaning, jg_match_text_contains, "synonym",
                 STRENGTH_SYNONYM);
    }
}

static void
match_synonyms (JgMatcher *matcher, const JgMatchClause *clause, const GArray *official)
{
  const JgMatchSynonym *last = NULL; /* the spans of one stand together */
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < matcher->index->synonyms->len; i++)
    {
      JgMatchSynonym *synonym = g_ptr_array_index (matcher->index->synonyms, i);

      add_spans (spans, clause->text, synonym->text, synonym);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      const JgMatchSynonym *synonym = span->item;

      if (is_covered (spans, span) || is_covered (official, span))
        continue;
      if (synonym == last)
        continue;
      last = synonym;
      for (guint j = 0; j < synonym->means->len; j++)
        match_meaning (matcher, clause, g_ptr_array_index (synonym->means, j));
    }
}

static gboolean
is_rare (JgMatcher *matcher, const char *word)
{
  g_autoptr (JgMatchText) text = jg_match_text_new (word);
  guint most = MAX (1, matcher->index->n_described / MAX_SPREAD_SHARE);

  return jg_match_index_spread (matcher->index, text) <= most;
}

/* Has the range a word that is neither general nor everywhere? */
static gboolean
judge_range (JgMatcher *matcher, const JgMatchText *text, guint start, guint end)
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

typedef struct
{
  JgMatchText *text; /* NULL for a word that is not informative */
  gboolean own;      /* stands in one occupation only */
} Word;

static void
word_free (gpointer data)
{
  Word *word = data;

  jg_match_text_free (word->text);
  g_free (word);
}

/* The word of a range, judged once; its text is NULL when it says nothing. */
static const Word *
get_word (JgMatcher *matcher, const JgMatchText *text, guint start, guint end)
{
  g_autofree char *range = jg_match_text_dup_range (text, start, end);
  Word *word = g_hash_table_lookup (matcher->words, range);

  if (word != NULL)
    return word;
  word = g_new0 (Word, 1);
  if (judge_range (matcher, text, start, end))
    {
      word->text = jg_match_text_new (range);
      word->own = jg_match_index_spread (matcher->index, word->text) == 1;
    }
  g_hash_table_insert (matcher->words, g_steal_pointer (&range), word);
  return word;
}

static void
match_sentence (JgMatcher *matcher, const JgMatchClause *clause, const JgMatchSentence *sentence)
{
  const JgMatchText *text = clause->text;
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i + 2 <= text->length;)
    {
      guint length = jg_match_text_find_common (text, i, sentence->text);
      const Word *word = length >= 2 ? get_word (matcher, text, i, i + length) : NULL;

      i += MAX (length, 1);
      if (word == NULL || word->text == NULL || g_ptr_array_find (seen, word, NULL))
        continue;
      g_ptr_array_add (seen, (gpointer) word);
      add_hit (matcher, clause, sentence, word->text, jg_match_text_holds, "task",
               word->own ? STRENGTH_OWN_WORD : STRENGTH_WORD);
    }
}

/**
 * jg_match_words_new:
 *
 * Makes the table of the words that a matcher has judged.
 *
 * Returns: (transfer full): an empty table
 */
GHashTable *
jg_match_words_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free);
}

/**
 * jg_matcher_add_clause:
 * @clause: a clause of the profile; the wish comes first
 *
 * Holds a clause against all names and sentences and keeps every hit as a reason.
 */
void
jg_matcher_add_clause (JgMatcher *self, const JgMatchClause *clause)
{
  g_autoptr (GArray) official = NULL;

  g_return_if_fail (self != NULL && clause != NULL);

  official = match_names (self, clause);
  match_synonyms (self, clause, official);
  for (guint i = 0; i < self->index->sentences->len; i++)
    match_sentence (self, clause, g_ptr_array_index (self->index->sentences, i));
  if (g_str_equal (clause->field, "wish") && jg_match_clause_is_specific (clause))
    self->wish_is_specific = TRUE;
}
