/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding the reasons: what jg-match.c ranks. */

#include "jg-match-hits.h"

#include <string.h>

#include "jg-match-span.h"
#include "text/jg-text.h"

#define STRENGTH_NAME 12
#define STRENGTH_NAME_WORD 2 /* each further word of a name that is only hinted at */
#define STRENGTH_SYNONYM 4
#define STRENGTH_OWN_WORD 4 /* stands in this occupation only */
#define STRENGTH_WISH 6 /* says what is looked for, or is wished for in the words of the notice */
#define STRENGTH_WORD 2

/* Two characters may be a thing of many trades (幼儿), more are hardly said by chance (健康档案). */
#define LONG_WORD 3

/* A word that stands in more than one in five of the described occupations tells them apart no more. */
#define MAX_SPREAD_SHARE 5

/* How many words of an occupation's name the clause has beside those that an alias already says. */
static int
count_name_words (const JgMatchText *clause, const JgMatchText *name, const JgMatchText *alias)
{
  guint start = 0;
  int n = 0;

  for (guint end = 1; end <= name->length; end++)
    {
      g_autofree char *piece = NULL;
      g_autoptr (JgMatchText) word = NULL;

      if (!name->borders[end])
        continue;
      if (end - start >= 2)
        {
          piece = jg_match_text_dup_range (name, start, end);
          word = jg_match_text_new (piece);
        }
      if (word != NULL && !jg_match_text_contains (alias, word) &&
          jg_match_text_contains (clause, word))
        n++;
      start = end;
    }
  return n;
}

/* Where work stands in a clause that is in no occupation of the catalogue (elsewhere.json): what only stands inside it,
 * or lies across its border, is not meant. */
static GArray *
find_elsewhere (JgMatcher *matcher, const JgMatchClause *clause)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (JgMatchSpan));

  for (guint i = 0; i < matcher->index->elsewhere->len; i++)
    {
      JgMatchText *word = g_ptr_array_index (matcher->index->elsewhere, i);

      jg_match_spans_add (spans, clause->text, word, word);
    }
  return spans;
}

/* A word that an alias gives to one occupation while it is part of the official name of others (区块链) names them
 * all: which is meant, the tasks decide. */
static void
match_names_around (JgMatcher *matcher, const JgMatchClause *clause, const JgMatchName *alias)
{
  for (guint i = 0; i < matcher->index->names->len; i++)
    {
      const JgMatchName *name = g_ptr_array_index (matcher->index->names, i);

      if (name->occupation == alias->occupation || !g_str_equal (name->via, "name") ||
          !jg_match_text_contains (name->text, alias->text))
        continue;
      jg_matcher_add_reason (matcher, clause, name->occupation, 0, name->printed, name->via,
                             alias->printed, alias->printed,
                             STRENGTH_NAME + STRENGTH_NAME_WORD * count_name_words (clause->text,
                                                                                    name->text,
                                                                                    alias->text));
      jg_matcher_get_candidate (matcher, name->occupation)->wish_names = TRUE;
    }
}

/* Of an occupation whose definition and tasks are not printed an alias says no more than it says: others, whose tasks
 * the person knows, may stand before it. */
static gboolean
is_described (const JgOccupation *occupation)
{
  return occupation->definition != NULL || occupation->tasks->len > 0;
}

static gboolean
means_occupation (JgMatcher *matcher, const JgMatchSynonym *synonym, guint occupation)
{
  for (guint i = 0; i < matcher->index->sentences->len; i++)
    {
      const JgMatchSentence *sentence = g_ptr_array_index (matcher->index->sentences, i);

      for (guint k = 0; sentence->occupation == occupation && k < synonym->means->len; k++)
        if (jg_match_text_contains (sentence->text, g_ptr_array_index (synonym->means, k)))
          return TRUE;
    }
  return FALSE;
}

/* No alias counts inside longer words that mean something else: 刮大白 is no 大白, 看病跑腿 no 跑腿. */
static gboolean
is_meant_otherwise (JgMatcher *matcher, const JgMatchClause *clause, const JgMatchSpan *span)
{
  const JgMatchName *alias = span->item;

  for (guint i = 0; i < matcher->index->synonyms->len; i++)
    {
      JgMatchSynonym *synonym = g_ptr_array_index (matcher->index->synonyms, i);
      g_autoptr (GArray) spans = NULL;

      if ((synonym->wish != JG_SYNONYM_OTHER_JOB && synonym->wish != JG_SYNONYM_SOUGHT) ||
          synonym->rest != NULL || synonym->text->length <= span->end - span->start ||
          !jg_match_text_contains (synonym->text, alias->text) ||
          means_occupation (matcher, synonym, alias->occupation))
        continue;
      spans = g_array_new (FALSE, FALSE, sizeof (JgMatchSpan));
      jg_match_spans_add (spans, clause->text, synonym->text, synonym);
      if (jg_match_spans_cover (spans, span))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_exact (const JgMatchName *name)
{
  return name->text->original != NULL && g_str_equal (name->text->original, name->printed);
}

/* 数据标注, 数据标注员 and 数据标注师 are one name when 数据标注 was said. */
static gboolean
is_said_better (const GArray *spans, guint index)
{
  const JgMatchSpan *span = &g_array_index (spans, JgMatchSpan, index);
  const JgMatchName *name = span->item;

  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchSpan *other = &g_array_index (spans, JgMatchSpan, i);
      const JgMatchName *other_name = other->item;

      if (i == index || other->start != span->start || other->end != span->end ||
          other_name->occupation != name->occupation)
        continue;
      if (is_exact (other_name) != is_exact (name) ? is_exact (other_name) : i < index)
        return TRUE;
    }
  return FALSE;
}

/* A short alias with a longer name of another occupation right behind it says only how that is done: 跑腿送标本. */
static gboolean
leads_to_other_name (const GArray *spans, const JgMatchSpan *span)
{
  const JgMatchName *name = span->item;

  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchSpan *other = &g_array_index (spans, JgMatchSpan, i);

      if (other->start == span->end && other->end - other->start > span->end - span->start &&
          ((const JgMatchName *) other->item)->occupation != name->occupation)
        return TRUE;
    }
  return FALSE;
}

/* Returns the spans of the official names, which are not read word by word: (element-type JgMatchSpan). */
static GArray *
match_names (JgMatcher *matcher, const JgMatchClause *clause, const GArray *elsewhere)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (JgMatchSpan));
  g_autoptr (GArray) official = g_array_new (FALSE, FALSE, sizeof (JgMatchSpan));
  gboolean wish = g_str_equal (clause->field, "wish");

  for (guint i = 0; i < matcher->index->names->len; i++)
    {
      JgMatchName *name = g_ptr_array_index (matcher->index->names, i);

      jg_match_spans_add (spans, clause->text, name->text, name);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      JgMatchSpan span = g_array_index (spans, JgMatchSpan, i);
      const JgMatchName *name = span.item;
      JgMatchCandidate *candidate = jg_matcher_get_candidate (matcher, name->occupation);
      gboolean alias = g_str_equal (name->via, "alias");

      if (jg_match_spans_cover (spans, &span) || jg_match_spans_cross (elsewhere, &span) ||
          is_said_better (spans, i) || (alias && is_meant_otherwise (matcher, clause, &span)))
        continue;
      if (alias && leads_to_other_name (spans, &span))
        {
          /* Its synonyms are covered with it. */
          span.end++;
          g_array_append_val (official, span);
          continue;
        }
      if (!alias)
        g_array_append_val (official, span);
      /* What somebody was and does not want to be any more says nothing for it. */
      if (candidate->refused && !wish)
        continue;
      jg_matcher_add_reason (matcher, clause, name->occupation, 0, name->printed, name->via,
                             name->printed, name->printed, STRENGTH_NAME);
      candidate->named = TRUE;
      if (!wish)
        continue;
      matcher->wish_names = TRUE;
      candidate->asked = TRUE;
      if (!alias || is_described (candidate->match->occupation))
        candidate->wish_names = TRUE;
      if (alias)
        match_names_around (matcher, clause, name);
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
         const char *said,
         Holds holds,
         const char *via,
         int strength)
{
  JgMatchCandidate *candidate = jg_matcher_get_candidate (matcher, sentence->occupation);
  gboolean wish = g_str_equal (clause->field, "wish");

  if (!wish && g_hash_table_contains (matcher->refused, word->original))
    return;
  /* A wish that names the occupation needs no sentence, and shows nothing that the person can do. */
  if (wish && candidate->wish_names)
    return;
  jg_match_candidate_count_word (candidate, word->original, said, strength, wish);
  if (wish && (g_str_equal (via, "synonym") || word->length >= LONG_WORD))
    candidate->wished = TRUE;
  if (wish && strength >= STRENGTH_SYNONYM)
    candidate->asked = TRUE;
  if (sentence->task > 0 && is_told_by_definition (matcher, clause, sentence, word, holds))
    return;
  jg_matcher_add_reason (matcher, clause, sentence->occupation, sentence->task, sentence->printed,
                         sentence->task > 0 ? via : "definition", word->original, said, strength);
}

static void
match_meaning (JgMatcher *matcher,
               const JgMatchClause *clause,
               const JgMatchSynonym *synonym,
               const JgMatchText *meaning)
{
  for (guint i = 0; i < matcher->index->sentences->len; i++)
    {
      const JgMatchSentence *sentence = g_ptr_array_index (matcher->index->sentences, i);

      if (jg_match_text_contains (sentence->text, meaning))
        add_hit (matcher, clause, sentence, meaning, synonym->text->original,
                 jg_match_text_contains, "synonym",
                 synonym->wish == JG_SYNONYM_SOUGHT && g_str_equal (clause->field, "wish")
                     ? STRENGTH_WISH
                     : STRENGTH_SYNONYM);
    }
}

/* What follows from it says nothing more for the occupations of the catalogue: the person does not want to hear of it,
 * or wants to go on as a teacher elsewhere. */
static void
refuse_meanings (JgMatcher *matcher, const JgMatchSynonym *synonym)
{
  for (guint i = 0; i < synonym->means->len; i++)
    g_hash_table_add (matcher->refused,
                      ((JgMatchText *) g_ptr_array_index (synonym->means, i))->original);
}

static void
match_synonyms (JgMatcher *matcher,
                const JgMatchClause *clause,
                const GArray *official,
                const GArray *elsewhere)
{
  const JgMatchSynonym *last = NULL; /* the spans of one stand together */
  const gboolean wish = g_str_equal (clause->field, "wish");
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (JgMatchSpan));

  for (guint i = 0; i < matcher->index->synonyms->len; i++)
    {
      JgMatchSynonym *synonym = g_ptr_array_index (matcher->index->synonyms, i);

      if (synonym->rest != NULL)
        jg_match_spans_add_gapped (spans, clause->text, synonym);
      else
        jg_match_spans_add (spans, clause->text, synonym->text, synonym);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchSpan *span = &g_array_index (spans, JgMatchSpan, i);
      const JgMatchSynonym *synonym = span->item;

      if (jg_match_spans_cover (spans, span) || jg_match_spans_cover (official, span) ||
          jg_match_spans_end (elsewhere, span))
        continue;
      if (synonym == last)
        continue;
      last = synonym;
      if (wish && synonym->wish == JG_SYNONYM_ABILITY)
        continue;
      if (wish && synonym->wish == JG_SYNONYM_OTHER_JOB)
        refuse_meanings (matcher, synonym);
      else
        for (guint j = 0; j < synonym->means->len; j++)
          match_meaning (matcher, clause, synonym, g_ptr_array_index (synonym->means, j));
    }
}

static gboolean
is_rare (JgMatcher *matcher, const char *word)
{
  g_autoptr (JgMatchText) text = jg_match_text_new (word);
  guint most = MAX (1, matcher->index->n_described / MAX_SPREAD_SHARE);

  return jg_match_index_spread (matcher->index, text) <= most;
}

/* Characters that say nothing beside another one that is no word of the dictionary either. */
static gboolean
is_light (gunichar c)
{
  static const char light[] = "的了和与及或在是有为对等个不人来去上下中里到给把被让从向将又也都还很"
                              "太会能可要想做干搞好大小多少新老这那其并各两一二三四五六七八九十";

  return g_utf8_strchr (light, -1, c) != NULL;
}

/* Two characters that the dictionary takes for two words (标 注) may be one. */
static gboolean
may_be_compound (const JgMatchText *text, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (is_light (text->chars[i]))
      return FALSE;
  return end - start == 2;
}

/* Two words of one character each with a third behind them are likely part of a longer word that the dictionary does
 * not have: there is no 网约 in 网约车. */
static gboolean
is_cut_off (const JgMatchText *text, guint start, guint end)
{
  return end - start == 2 && text->borders[start + 1] && end < text->length &&
         text->borders[end + 1] && jg_text_is_han (text->chars[end]) &&
         !is_light (text->chars[end]);
}

static gboolean
is_telling (JgMatcher *matcher, const JgMatchText *text, guint start, guint end)
{
  g_autofree char *word = jg_match_text_dup_range (text, start, end);

  return !jg_match_word_is_general (word) && is_rare (matcher, word);
}

/* Has the range a word that is neither general nor everywhere? */
static gboolean
judge_range (JgMatcher *matcher, const JgMatchText *text, guint start, guint end)
{
  guint from = start;

  for (guint to = start + 1; to <= end; to++)
    {
      if (to < end && !text->borders[to])
        continue;
      if (to - from >= 2 && is_telling (matcher, text, from, to))
        return TRUE;
      from = to;
    }
  return may_be_compound (text, start, end) && is_telling (matcher, text, start, end);
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

static int
weigh_word (const Word *word, gboolean wish)
{
  if (!word->own)
    return STRENGTH_WORD;
  return wish && word->text->length >= LONG_WORD ? STRENGTH_WISH : STRENGTH_OWN_WORD;
}

static void
match_sentence (JgMatcher *matcher,
                const JgMatchClause *clause,
                const GArray *elsewhere,
                const JgMatchSentence *sentence)
{
  const JgMatchText *text = clause->text;
  const gboolean wish = g_str_equal (clause->field, "wish");
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i + 2 <= text->length;)
    {
      guint length = jg_match_text_find_common (text, i, sentence->text);
      const Word *word = length >= 2 ? get_word (matcher, text, i, i + length) : NULL;

      const JgMatchSpan span = { i, i + length, NULL };

      i += MAX (length, 1);
      if (word == NULL || word->text == NULL || g_ptr_array_find (seen, word, NULL) ||
          is_cut_off (text, span.start, span.end) || jg_match_spans_cross (elsewhere, &span))
        continue;
      g_ptr_array_add (seen, (gpointer) word);
      add_hit (matcher, clause, sentence, word->text, word->text->original, jg_match_text_holds,
               "task", weigh_word (word, wish));
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
 * jg_matcher_add_refusal:
 * @clause: a clause of the profile
 *
 * Takes note of what the person does not want: the occupations that are named, and the words of the notices that are
 * meant. To be called for all clauses before any is added.
 */
void
jg_matcher_add_refusal (JgMatcher *self, const JgMatchClause *clause)
{
  g_return_if_fail (self != NULL && clause != NULL);

  if (clause->refused == NULL)
    return;
  for (guint i = 0; i < self->index->names->len; i++)
    {
      const JgMatchName *name = g_ptr_array_index (self->index->names, i);
      JgMatchRefusal *refusal;

      if (!jg_match_text_holds (clause->refused, name->text) ||
          jg_matcher_get_candidate (self, name->occupation)->refused)
        continue;
      jg_matcher_get_candidate (self, name->occupation)->refused = TRUE;
      refusal = g_new0 (JgMatchRefusal, 1);
      refusal->occupation = jg_occupation_ref (self->index->occupations->pdata[name->occupation]);
      refusal->from = g_strdup (clause->words);
      g_ptr_array_add (self->refusals, refusal);
    }
  for (guint i = 0; i < self->index->synonyms->len; i++)
    {
      const JgMatchSynonym *synonym = g_ptr_array_index (self->index->synonyms, i);

      if (synonym->rest == NULL && jg_match_text_holds (clause->refused, synonym->text))
        refuse_meanings (self, synonym);
    }
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
  g_autoptr (GArray) elsewhere = NULL;
  g_autoptr (GArray) official = NULL;

  g_return_if_fail (self != NULL && clause != NULL);

  elsewhere = find_elsewhere (self, clause);
  official = match_names (self, clause, elsewhere);
  match_synonyms (self, clause, official, elsewhere);
  for (guint i = 0; i < self->index->sentences->len; i++)
    match_sentence (self, clause, elsewhere, g_ptr_array_index (self->index->sentences, i));
  if (g_str_equal (clause->field, "wish") && jg_match_clause_is_specific (clause))
    self->wish_is_specific = TRUE;
}
