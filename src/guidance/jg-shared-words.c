/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What two printed sentences have in common.
 *
 * Runs of characters that stand in both are cut into words at the borders of the matcher's texts. A word tells something
 * when it belongs neither to the language at large nor to that of tasks in general, and stands in few occupations; the
 * fewer, the more it tells. An everyday word that means something in both sentences (the reviewed synonyms) helps a word
 * that is shared literally, and never makes two sentences alike by itself: 保姆 means several things that are not alike. */

#include "jg-shared-words.h"

#include <string.h>

#include "jg-match-clause.h"
#include "text/jg-text.h"

#define STRENGTH_OWN_WORD 4 /* stands in two occupations only */
#define STRENGTH_WORD 2
#define STRENGTH_EVERYDAY 2

/* A word that stands in more than one in five of the described occupations tells them apart no more. */
#define MAX_SPREAD_SHARE 5

/* How the tasks of any trade are put: which words of the notices these are was decided one by one. */
static const char *const task_words[] = { "上报", "中的", "互联网", "依据", "优化", "体系", "保养",
                                          "共享", "其他", "内部",   "出具", "制作", "包括", "协同",
                                          "发现", "因素", "场景",   "存在", "定位", "应急", "开展",
                                          "恢复", "控制", "效果",   "整理", "普及", "有关", "构建",
                                          "检修", "监控", "社群",   "策略", "管控", "结果", "维修",
                                          "订单", "设施", "评价",   "调整", "运作", "运动", "运行",
                                          "部署", "配置", "需求",   "验证", "疾病", "预防", NULL };

/* Characters that join words, and are none. */
static const char joining[] =
    "的和与及或并等中内外上下前后时对将在为以由向从到至其该各所于按使做可有是被把了着过地得"
    "不无";

/* Characters that make another word of the one before them: 无人 of 无人机 is not that of 无人接收. */
static const char forming[] =
    "机式图化性型员师器仪率度力者物品链商车站网线卡单费工剂室厂店证法学界家级类";

typedef struct
{
  const JgMatchSynonym *synonym;
  guint meaning; /* index */
} Meant;

struct _JgSharedWordsFinder
{
  const JgMatchIndex *index;
  GHashTable *spreads;             /* word → spread, 0 for a word that tells nothing */
  const JgMatchSentence *sentence; /* the one of @meant */
  GArray *meant;                   /* (element-type Meant): what everyday words mean in it */
  guint *first_tasks; /* for each occupation the place of its first task among the sentences */
  guint *n_tasks;     /* for each occupation */
};

/**
 * jg_shared_words_free:
 * @self: (nullable) (transfer full): shared words
 *
 * Frees shared words.
 */
void
jg_shared_words_free (JgSharedWords *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_array_unref (self->spans);
  g_array_unref (self->other_spans);
  g_free (self);
}

/**
 * jg_shared_words_swap:
 * @self: shared words
 *
 * Looks at shared words from the other sentence.
 *
 * Returns: (transfer full): the same words, the sentences exchanged
 */
JgSharedWords *
jg_shared_words_swap (const JgSharedWords *self)
{
  JgSharedWords *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = g_new0 (JgSharedWords, 1);
  other->words = g_strdup (self->words);
  other->everyday = self->everyday;
  other->spread = self->spread;
  other->spans = g_array_ref (self->other_spans);
  other->other_spans = g_array_ref (self->spans);
  return other;
}

/**
 * jg_shared_words_get_strength:
 * @self: shared words
 *
 * Tells how much the words say: those of two occupations only more than others.
 *
 * Returns: the strength, only to be compared and added up
 */
int
jg_shared_words_get_strength (const JgSharedWords *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->everyday)
    return STRENGTH_EVERYDAY;
  /* A long word is seldom used for two things: 供应链. */
  if (self->spread <= 2 || (self->spread == 3 && g_utf8_strlen (self->words, -1) >= 3))
    return STRENGTH_OWN_WORD;
  return STRENGTH_WORD;
}

/**
 * jg_shared_words_finder_new:
 * @index: (transfer none): the sentences; must outlive the finder
 *
 * Makes a finder for the sentences of an index.
 *
 * Returns: (transfer full): the finder; free with jg_shared_words_finder_free()
 */
JgSharedWordsFinder *
jg_shared_words_finder_new (const JgMatchIndex *index)
{
  JgSharedWordsFinder *self;

  g_return_val_if_fail (index != NULL, NULL);

  self = g_new0 (JgSharedWordsFinder, 1);
  self->index = index;
  self->spreads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->meant = g_array_new (FALSE, FALSE, sizeof (Meant));
  self->first_tasks = g_new0 (guint, index->occupations->len + 1);
  self->n_tasks = g_new0 (guint, index->occupations->len + 1);
  /* The sentences of one occupation stand together, its definition before its tasks. */
  for (guint i = 0; i < index->sentences->len; i++)
    {
      const JgMatchSentence *sentence = g_ptr_array_index (index->sentences, i);

      if (sentence->task == 0)
        continue;
      if (self->n_tasks[sentence->occupation]++ == 0)
        self->first_tasks[sentence->occupation] = i;
    }
  return self;
}

/**
 * jg_shared_words_finder_free:
 * @self: (nullable) (transfer full): a finder
 *
 * Frees a finder.
 */
void
jg_shared_words_finder_free (JgSharedWordsFinder *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->spreads);
  g_array_unref (self->meant);
  g_free (self->first_tasks);
  g_free (self->n_tasks);
  g_free (self);
}

/**
 * jg_shared_words_finder_get_tasks:
 * @self: a finder
 * @occupation: place of an occupation in its index
 * @n_tasks: (out): how many tasks it has
 *
 * Gets the tasks of an occupation.
 *
 * Returns: (transfer none) (array length=n_tasks): the sentences; not to be read when there are none
 */
const JgMatchSentence *const *
jg_shared_words_finder_get_tasks (JgSharedWordsFinder *self, guint occupation, guint *n_tasks)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (occupation < self->index->occupations->len, NULL);
  g_return_val_if_fail (n_tasks != NULL, NULL);

  *n_tasks = self->n_tasks[occupation];
  return (const JgMatchSentence *const *) self->index->sentences->pdata +
         self->first_tasks[occupation];
}

static gboolean
is_one_of (const char *characters, gunichar c)
{
  return g_utf8_strchr (characters, -1, c) != NULL;
}

/* Whether a range between two borders says nothing of a trade. */
static gboolean
is_empty_word (const JgMatchText *text, guint start, guint end)
{
  g_autofree char *word = NULL;

  if (end - start == 1)
    return is_one_of (joining, text->chars[start]);
  word = jg_match_text_dup_range (text, start, end);
  return jg_match_word_is_general (word) || g_strv_contains (task_words, word);
}

static guint
get_spread (JgSharedWordsFinder *self, const char *word)
{
  gpointer known;
  g_autoptr (JgMatchText) text = NULL;
  guint spread;

  if (g_hash_table_lookup_extended (self->spreads, word, NULL, &known))
    return GPOINTER_TO_UINT (known);
  text = jg_match_text_new (word);
  spread = jg_match_index_spread (self->index, text);
  if (spread > MAX (2, self->index->n_described / MAX_SPREAD_SHARE))
    spread = 0;
  g_hash_table_insert (self->spreads, g_strdup (word), GUINT_TO_POINTER (spread));
  return spread;
}

/* The bytes of characters of a text in the printed sentence. */
static JgTextSpan
find_span (const JgMatchText *text, guint start, guint end)
{
  g_autofree char *normal = jg_text_normalize_compact (text->original);
  gsize from = (gsize) (g_utf8_offset_to_pointer (normal, start) - normal);
  gsize to = (gsize) (g_utf8_offset_to_pointer (normal, end) - normal);
  int original_start, original_end;
  JgTextSpan span;

  jg_text_find_origin (text->original, normal, from, to, &original_start, &original_end);
  span.start = (guint) original_start;
  span.end = (guint) original_end;
  return span;
}

static gboolean
goes_on (const JgMatchText *text, guint end)
{
  return end < text->length && (end + 1 == text->length || text->borders[end + 1]) &&
         is_one_of (forming, text->chars[end]);
}

/* Every place where a range of one text stands in another as the same word. */
static GArray *
find_places (const JgMatchText *text, const gunichar *word, guint length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (JgTextSpan));

  for (guint i = 0; i + length <= text->length; i++)
    if (text->borders[i] && text->borders[i + length] && !goes_on (text, i + length) &&
        memcmp (text->chars + i, word, length * sizeof (gunichar)) == 0)
      {
        JgTextSpan span = find_span (text, i, i + length);

        g_array_append_val (spans, span);
      }
  return spans;
}

static gboolean
is_known (GPtrArray *shared, const char *words)
{
  for (guint i = 0; i < shared->len; i++)
    if (g_str_equal (((JgSharedWords *) g_ptr_array_index (shared, i))->words, words))
      return TRUE;
  return FALSE;
}

static void
add_word (JgSharedWordsFinder *self,
          GPtrArray *shared,
          const JgMatchText *text,
          guint start,
          guint end,
          const JgMatchText *other)
{
  g_autofree char *word = jg_match_text_dup_range (text, start, end);
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) other_spans = NULL;
  guint spread;
  JgSharedWords *entry;

  if (is_known (shared, word) || is_empty_word (text, start, end))
    return;
  spread = get_spread (self, word);
  if (spread == 0)
    return;
  spans = find_places (text, text->chars + start, end - start);
  other_spans = find_places (other, text->chars + start, end - start);
  if (spans->len == 0 || other_spans->len == 0)
    return;
  entry = g_new0 (JgSharedWords, 1);
  entry->words = g_steal_pointer (&word);
  entry->spread = spread;
  entry->spans = g_steal_pointer (&spans);
  entry->other_spans = g_steal_pointer (&other_spans);
  g_ptr_array_add (shared, entry);
}

/* Cuts a run that stands in both texts into words and keeps those that tell something. What the dictionary does not know
 * (调, 试) is one word as far as it goes. */
static void
add_words_of_run (JgSharedWordsFinder *self,
                  GPtrArray *shared,
                  const JgMatchText *text,
                  guint start,
                  guint end,
                  const JgMatchText *other)
{
  guint word = start;
  guint from = start;

  for (guint to = start + 1; to <= end; to++)
    {
      if (to < end && !text->borders[to])
        continue;
      if (is_empty_word (text, from, to))
        {
          if (from - word >= 2)
            add_word (self, shared, text, word, from, other);
          word = to;
        }
      from = to;
    }
  if (end - word >= 2)
    add_word (self, shared, text, word, end, other);
}

static void
collect_meant (JgSharedWordsFinder *self, const JgMatchSentence *sentence)
{
  if (self->sentence == sentence)
    return;
  self->sentence = sentence;
  g_array_set_size (self->meant, 0);
  for (guint i = 0; i < self->index->synonyms->len; i++)
    {
      const JgMatchSynonym *synonym = g_ptr_array_index (self->index->synonyms, i);

      for (guint k = 0; synonym->means->len >= 2 && k < synonym->means->len; k++)
        if (jg_match_text_contains (sentence->text, g_ptr_array_index (synonym->means, k)))
          {
            Meant meant = { synonym, k };

            g_array_append_val (self->meant, meant);
          }
    }
}

static GArray *
find_meaning (const JgMatchText *text, const JgMatchText *meaning)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (JgTextSpan));

  for (guint i = 0; i + meaning->length <= text->length; i++)
    if (memcmp (text->chars + i, meaning->chars, meaning->length * sizeof (gunichar)) == 0)
      {
        JgTextSpan span = find_span (text, i, i + meaning->length);

        g_array_append_val (spans, span);
        break;
      }
  return spans;
}

/* One everyday word is enough of a hint. */
static void
add_everyday (JgSharedWordsFinder *self,
              GPtrArray *shared,
              const JgMatchSentence *sentence,
              const JgMatchSentence *other)
{
  collect_meant (self, sentence);
  for (guint i = 0; i < self->meant->len; i++)
    {
      const Meant *meant = &g_array_index (self->meant, Meant, i);
      const JgMatchText *meaning = g_ptr_array_index (meant->synonym->means, meant->meaning);

      for (guint k = 0; k < meant->synonym->means->len; k++)
        {
          const JgMatchText *other_meaning = g_ptr_array_index (meant->synonym->means, k);
          JgSharedWords *entry;

          if (k == meant->meaning || jg_match_text_contains (sentence->text, other_meaning) ||
              jg_match_text_contains (other->text, meaning) ||
              !jg_match_text_contains (other->text, other_meaning))
            continue;
          entry = g_new0 (JgSharedWords, 1);
          entry->words = g_strdup (meant->synonym->text->original);
          entry->everyday = TRUE;
          entry->spans = find_meaning (sentence->text, meaning);
          entry->other_spans = find_meaning (other->text, other_meaning);
          g_ptr_array_add (shared, entry);
          return;
        }
    }
}

/**
 * jg_shared_words_find:
 * @self: a finder
 * @sentence: a sentence of its index
 * @other: another
 * @strength: (out): how much the words say together; %JG_SHARED_WORDS_ALIKE and more make the sentences alike
 * @common: (out): characters of all words in common, also of those that tell nothing; decides between equals
 *
 * Finds the words two sentences have in common.
 *
 * Returns: (transfer full) (element-type JgSharedWords): the words in the order of @sentence; maybe none
 */
GPtrArray *
jg_shared_words_find (JgSharedWordsFinder *self,
                      const JgMatchSentence *sentence,
                      const JgMatchSentence *other,
                      int *strength,
                      guint *common)
{
  GPtrArray *shared;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sentence != NULL && other != NULL, NULL);
  g_return_val_if_fail (strength != NULL && common != NULL, NULL);

  shared = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_shared_words_free);
  *strength = 0;
  *common = 0;
  for (guint i = 0; i + 2 <= sentence->text->length;)
    {
      guint length = jg_match_text_find_common (sentence->text, i, other->text);

      if (length > 0)
        add_words_of_run (self, shared, sentence->text, i, i + length, other->text);
      *common += length;
      i += MAX (length, 1);
    }
  if (shared->len > 0)
    add_everyday (self, shared, sentence, other);
  for (guint i = 0; i < shared->len; i++)
    *strength += jg_shared_words_get_strength (g_ptr_array_index (shared, i));
  return shared;
}
