/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-quote.h"

typedef struct
{
  gunichar c;
  guint position; /* in characters */
  guint line;
} Letter;

/* The text without white space, since page breaks and the spacing of numbers are the only liberties a quote may take. */
static GArray *
list_letters (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  guint position = 0;
  guint line = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), position++)
    {
      Letter letter = { g_utf8_get_char (p), position, line };

      if (letter.c == '\n')
        line++;
      else if (!g_unichar_isspace (letter.c))
        g_array_append_val (letters, letter);
    }
  return letters;
}

static gboolean
stands_at (GArray *text, guint at, GArray *quote)
{
  for (guint i = 0; i < quote->len; i++)
    if (g_array_index (text, Letter, at + i).c != g_array_index (quote, Letter, i).c)
      return FALSE;
  return TRUE;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 /* 。 */ || c == 0xff1b /* ； */ || c == 0xff01 /* ！ */ ||
         c == 0xff1f /* ？ */ || c == 0xff1a /* ： */ || c == ';';
}

/* Closing marks belong to the sentence that they stand behind. */
static gboolean
closes (gunichar c)
{
  return c == 0x201d /* ” */ || c == 0x300d /* 」 */;
}

static gboolean
is_numeral (gunichar c)
{
  return g_unichar_isdigit (c) || g_utf8_strchr ("一二三四五六七八九十百", -1, c) != NULL;
}

/* Behind the number that the line of @first begins with (三、, （四）, 1., 第五条), or @first where there is none. */
static guint
skip_number (GArray *text, guint first)
{
  const gunichar opening = g_array_index (text, Letter, first).c;
  const gboolean marked = opening == 0xff08 || opening == '(' || opening == 0x7b2c /* 第 */;
  guint i = marked ? first + 1 : first;
  const guint numerals = i;

  while (i < text->len && is_numeral (g_array_index (text, Letter, i).c))
    i++;
  if (i == numerals || i == text->len ||
      g_utf8_strchr (marked ? "）)条" : "、.．", -1, g_array_index (text, Letter, i).c) == NULL)
    return first;
  return i + 1;
}

/* Whether a sentence begins at @at: at a line's beginning, behind the end of one, or behind the number of a clause. */
static gboolean
begins_at (GArray *text, guint at)
{
  const Letter *here = &g_array_index (text, Letter, at);
  const Letter *before = at > 0 ? &g_array_index (text, Letter, at - 1) : NULL;
  guint first = at;

  if (before == NULL || before->line != here->line || ends_sentence (before->c) ||
      closes (before->c))
    return TRUE;
  while (first > 0 && at - first < 12 && g_array_index (text, Letter, first - 1).line == here->line)
    first--;
  return (first == 0 || g_array_index (text, Letter, first - 1).line != here->line) &&
         skip_number (text, first) == at;
}

static gboolean
ends_at (GArray *text, guint last)
{
  const Letter *here = &g_array_index (text, Letter, last);
  const Letter *after = last + 1 < text->len ? &g_array_index (text, Letter, last + 1) : NULL;

  return ends_sentence (here->c) || closes (here->c) || after == NULL || after->line != here->line;
}

static gboolean
find (GArray *text, GArray *quote, gboolean whole, guint *at)
{
  for (guint i = 0; quote->len > 0 && i + quote->len <= text->len; i++)
    if (stands_at (text, i, quote) &&
        (!whole || (begins_at (text, i) && ends_at (text, i + quote->len - 1))))
      {
        *at = i;
        return TRUE;
      }
  return FALSE;
}

/* jg_quote_find:
 * @text: text of a document
 * @quote: words
 * @line: (out): the line they begin in
 * @line_to: (out): the line they end in
 *
 * Finds words as the checker of packs does, white space aside: first where they are whole sentences.
 *
 * Returns: whether they stand in the text */
gboolean
jg_quote_find (const char *text, const char *quote, guint *line, guint *line_to)
{
  g_autoptr (GArray) letters = NULL;
  g_autoptr (GArray) words = NULL;
  guint at;

  g_return_val_if_fail (text != NULL && quote != NULL, FALSE);
  g_return_val_if_fail (line != NULL && line_to != NULL, FALSE);

  letters = list_letters (text);
  words = list_letters (quote);
  if (!find (letters, words, TRUE, &at) && !find (letters, words, FALSE, &at))
    return FALSE;
  *line = g_array_index (letters, Letter, at).line;
  *line_to = g_array_index (letters, Letter, at + words->len - 1).line;
  return TRUE;
}

/* jg_quote_is_sentence:
 *
 * Tells whether words are one sentence of the text or several, from beginning to end. What ； and ： divide are
 * sentences, and the number of a clause may be left out.
 *
 * Returns: whether they are */
gboolean
jg_quote_is_sentence (const char *text, const char *quote)
{
  g_autoptr (GArray) letters = NULL;
  g_autoptr (GArray) words = NULL;
  guint at;

  g_return_val_if_fail (text != NULL && quote != NULL, FALSE);

  letters = list_letters (text);
  words = list_letters (quote);
  return find (letters, words, TRUE, &at);
}

/* jg_quote_find_sentence:
 * @from: where somebody began to select
 * @to: where they ended; may be @from
 * @start: (out): where the sentence begins
 * @end: (out): behind its last character
 *
 * Widens a selection to whole sentences.
 *
 * Returns: %FALSE where there is no text */
gboolean
jg_quote_find_sentence (const char *text, guint from, guint to, guint *start, guint *end)
{
  g_autoptr (GArray) letters = NULL;
  guint first = G_MAXUINT;
  guint last = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  letters = list_letters (text);
  if (letters->len == 0)
    return FALSE;
  for (guint i = 0; i < letters->len; i++)
    {
      const guint position = g_array_index (letters, Letter, i).position;

      if (first == G_MAXUINT && position >= from)
        first = i;
      if (position < MAX (to, from + 1))
        last = i;
    }
  if (first == G_MAXUINT)
    first = letters->len - 1;
  last = MAX (last, first);
  while (first > 0 && !begins_at (letters, first))
    first--;
  while (last + 1 < letters->len &&
         (!ends_at (letters, last) || closes (g_array_index (letters, Letter, last + 1).c)))
    last++;
  *start = g_array_index (letters, Letter, first).position;
  *end = g_array_index (letters, Letter, last).position + 1;
  return TRUE;
}
