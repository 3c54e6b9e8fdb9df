/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-match-text.h"

#include <string.h>
#include <unicode/ubrk.h>

#include "text/jg-text.h"

static void
close_words (gpointer words)
{
  ubrk_close (words);
}

/* One iterator a thread: opening one costs more than a sentence. */
static UBreakIterator *
get_words (void)
{
  static GPrivate thread_words = G_PRIVATE_INIT (close_words);
  UBreakIterator *words = g_private_get (&thread_words);
  UErrorCode status = U_ZERO_ERROR;

  if (words == NULL)
    {
      words = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);
      g_private_set (&thread_words, words);
    }
  return words;
}

/* Finds where words may begin and end (ICU's Chinese dictionary). Without it every place is a border. */
static void
find_borders (JgMatchText *self, const char *normal)
{
  g_autofree gunichar2 *utf16 = NULL;
  UBreakIterator *words = get_words ();
  UErrorCode status = U_ZERO_ERROR;
  glong n_units;
  guint unit = 0;

  utf16 = g_utf8_to_utf16 (normal, -1, NULL, &n_units, NULL);
  g_assert (utf16 != NULL);
  if (words != NULL)
    ubrk_setText (words, (const UChar *) utf16, (int32_t) n_units, &status);
  for (guint i = 0; i <= self->length; i++)
    {
      self->borders[i] =
          words == NULL || U_FAILURE (status) || ubrk_isBoundary (words, (int32_t) unit);
      if (i < self->length)
        unit += self->chars[i] > 0xffff ? 2 : 1;
    }
  /* isBoundary() knows nothing of the ends of an empty text. */
  self->borders[0] = self->borders[self->length] = TRUE;
}

/**
 * jg_match_text_new:
 * @text: valid UTF-8
 *
 * Normalises a text (jg_text_normalize_compact()) and finds its word borders (Unicode Standard Annex 29 with ICU's
 * dictionary).
 *
 * Returns: (transfer full): the text; free with jg_match_text_free()
 */
JgMatchText *
jg_match_text_new (const char *text)
{
  JgMatchText *self;
  g_autofree char *normal = NULL;
  glong length;

  g_return_val_if_fail (text != NULL, NULL);

  normal = jg_text_normalize_compact (text);
  self = g_new0 (JgMatchText, 1);
  self->original = g_strdup (text);
  self->chars = g_utf8_to_ucs4_fast (normal, -1, &length);
  self->length = (guint) length;
  self->borders = g_new0 (gboolean, self->length + 1);
  find_borders (self, normal);
  return self;
}

/**
 * jg_match_text_free:
 * @self: (nullable) (transfer full): a text
 *
 * Frees a text.
 */
void
jg_match_text_free (JgMatchText *self)
{
  if (self == NULL)
    return;
  g_free (self->original);
  g_free (self->chars);
  g_free (self->borders);
  g_free (self);
}

/**
 * jg_match_text_drop_aspect:
 *
 * Drops 过, 了 and 着 where they stand as words of their own, so that 送过外卖 holds 送外卖.
 */
void
jg_match_text_drop_aspect (JgMatchText *self)
{
  guint kept = 0;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->length; i++)
    {
      gunichar c = self->chars[i];

      if ((c == 0x8fc7 || c == 0x4e86 || c == 0x7740) && self->borders[i] && self->borders[i + 1] &&
          kept > 0)
        continue;
      self->chars[kept] = c;
      self->borders[kept] = self->borders[i];
      kept++;
    }
  self->borders[kept] = TRUE;
  self->length = kept;
}

/**
 * jg_match_text_blank:
 * @start: first character of a range
 * @end: character behind the range
 *
 * Takes a range out of matching: nothing is found in it or across it.
 */
void
jg_match_text_blank (JgMatchText *self, guint start, guint end)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (start <= end && end <= self->length);

  for (guint i = start; i < end; i++)
    self->chars[i] = 0;
}

/* The dictionary takes 想当月嫂 for 想 当月 嫂: after these a word may begin, whatever it says. */
static gboolean
may_begin_after (gunichar c)
{
  static const gunichar light[] = {
    0x5f53, 0x505a, 0x5e72, 0x60f3, 0x5b66, 0x627e, 0x662f, 0x4e2a
  }; /* 当做干想学找是个 */

  for (guint i = 0; i < G_N_ELEMENTS (light); i++)
    if (c == light[i])
      return TRUE;
  return FALSE;
}

static gboolean
may_begin (const JgMatchText *self, guint at)
{
  return self->borders[at] || may_begin_after (self->chars[at - 1]);
}

/* Whether two characters are one word of the dictionary. */
static gboolean
is_dictionary_word (const gunichar *chars)
{
  UBreakIterator *words = get_words ();
  const UChar pair[] = { (UChar) chars[0], (UChar) chars[1] };
  UErrorCode status = U_ZERO_ERROR;

  if (words == NULL || chars[0] > 0xffff || chars[1] > 0xffff)
    return FALSE;
  ubrk_setText (words, pair, G_N_ELEMENTS (pair), &status);
  return U_SUCCESS (status) && !ubrk_isBoundary (words, 1);
}

/* In 养护工 and 维护工 the last character makes a title of the word before it, and there is no 护工. */
static gboolean
is_end_of_title (const JgMatchText *self, guint start, guint end)
{
  static const gunichar titles[] = { 0x5de5, 0x5458, 0x5e08 }; /* 工员师 */
  gboolean title = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    title = title || self->chars[end - 1] == titles[i];
  return title && start > 0 && end - start == 2 && !may_begin_after (self->chars[start - 1]) &&
         jg_text_is_han (self->chars[start - 1]) && is_dictionary_word (self->chars + start - 1);
}

/**
 * jg_match_text_is_word:
 * @start: first character of a range
 * @end: character behind the range
 *
 * Tells whether a hit may be meant: short ones must keep to word borders at both ends (护工 in 维护工作 does not), three
 * characters at one end, and longer ones are never an accident unless they cut a run of letters or digits. The 护工 of 养护工
 * is none either.
 *
 * Returns: %TRUE when it may
 */
gboolean
jg_match_text_is_word (const JgMatchText *self, guint start, guint end)
{
  guint n_ends;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (start < end && end <= self->length, FALSE);

  if (!self->borders[start] && self->chars[start] < 0x80)
    return FALSE;
  if (!self->borders[end] && self->chars[end - 1] < 0x80)
    return FALSE;
  if (is_end_of_title (self, start, end))
    return FALSE;
  n_ends = (may_begin (self, start) ? 1 : 0) + (self->borders[end] ? 1 : 0);
  if (end - start >= 4)
    return TRUE;
  return end - start == 3 ? n_ends >= 1 : n_ends == 2;
}

/**
 * jg_match_text_find:
 * @needle: what to look for
 * @from: where to begin
 * @start: (out): first character of the hit
 *
 * Finds the next place where @needle stands as a word (jg_match_text_is_word()).
 *
 * Returns: %FALSE when there is none
 */
gboolean
jg_match_text_find (const JgMatchText *self, const JgMatchText *needle, guint from, guint *start)
{
  g_return_val_if_fail (self != NULL && needle != NULL, FALSE);
  g_return_val_if_fail (start != NULL, FALSE);

  if (needle->length == 0)
    return FALSE;
  for (guint i = from; i + needle->length <= self->length; i++)
    if (memcmp (self->chars + i, needle->chars, needle->length * sizeof (gunichar)) == 0 &&
        jg_match_text_is_word (self, i, i + needle->length))
      {
        *start = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * jg_match_text_holds:
 * @needle: what to look for
 *
 * Tells whether @needle stands in a text as a word.
 *
 * Returns: %TRUE when it does
 */
gboolean
jg_match_text_holds (const JgMatchText *self, const JgMatchText *needle)
{
  guint start;

  return jg_match_text_find (self, needle, 0, &start);
}

/**
 * jg_match_text_contains:
 * @part: what to look for
 *
 * Tells whether @part stands anywhere in a text, across word borders too. For words that a reviewer took from the
 * sentence itself.
 *
 * Returns: %TRUE when it does
 */
gboolean
jg_match_text_contains (const JgMatchText *self, const JgMatchText *part)
{
  g_return_val_if_fail (self != NULL && part != NULL, FALSE);

  for (guint i = 0; part->length > 0 && i + part->length <= self->length; i++)
    if (memcmp (self->chars + i, part->chars, part->length * sizeof (gunichar)) == 0)
      return TRUE;
  return FALSE;
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

/**
 * jg_match_text_find_common:
 * @at: a character
 * @other: another text
 *
 * Finds the longest words of two characters or more that begin at @at and stand in @other too. They keep to the borders
 * of both, stricter than jg_match_text_is_word(), because nobody has reviewed them: 工业机 of 工业机器人 is not that of
 * 工业机理.
 *
 * Returns: their length in characters; 0 for none
 */
guint
jg_match_text_find_common (const JgMatchText *self, guint at, const JgMatchText *other)
{
  guint longest = 0;

  g_return_val_if_fail (self != NULL && other != NULL, 0);
  g_return_val_if_fail (at <= self->length, 0);

  if (!self->borders[at])
    return 0;
  for (guint i = 0; i + 2 <= other->length; i++)
    {
      if (!other->borders[i])
        continue;
      for (guint n = common_length (self, at, other, i); n >= 2 && n > longest; n--)
        if (self->borders[at + n] && other->borders[i + n])
          longest = n;
    }
  return longest;
}

/**
 * jg_match_text_dup_range:
 * @start: first character of a range
 * @end: character behind the range
 *
 * Copies a range of the normalised text.
 *
 * Returns: (transfer full): UTF-8
 */
char *
jg_match_text_dup_range (const JgMatchText *self, guint start, guint end)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= self->length, NULL);

  return g_ucs4_to_utf8 (self->chars + start, (glong) (end - start), NULL, NULL, NULL);
}
