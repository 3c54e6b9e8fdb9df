/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pinyin.h"

#include <string.h>

#include "jg-pinyin-table.h"
#include "jg-text-han.h"
#include "jg-text.h"

/* The states of the matcher are the bits of one word. */
#define MAX_LETTERS 63

#define UNREADABLE "?"

/* Appends letters without their marks; ü becomes v, the way it is typed. */
static void
append_letters (GString *letters, const char *latin)
{
  g_autofree char *decomposed = g_utf8_normalize (latin, -1, G_NORMALIZE_ALL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && letters->len > 0 && letters->str[letters->len - 1] == 'u')
        letters->str[letters->len - 1] = 'v';
      else if (c < 0x80 && g_ascii_isalnum ((char) c))
        g_string_append_c (letters, g_ascii_tolower ((char) c));
    }
}

static void
append_readings (GString *syllables, gunichar c)
{
  const char *reviewed = jg_pinyin_table_lookup (c);
  const char *latin;
  g_autoptr (GString) letters = NULL;

  if (reviewed != NULL)
    {
      g_string_append (syllables, reviewed);
      return;
    }

  latin = jg_text_han_to_latin (c);
  letters = g_string_new (NULL);
  if (latin != NULL)
    append_letters (letters, latin);
  g_string_append (syllables, letters->len > 0 ? letters->str : UNREADABLE);

  /* 绿 is typed lv and lu, 略 lve and lue. */
  if (strchr (letters->str, 'v') != NULL)
    {
      g_strdelimit (letters->str, "v", 'u');
      g_string_append_printf (syllables, "|%s", letters->str);
    }
}

/* Finds the next syllable of a text: a Han character, or a run of other letters and digits. Returns
 * its start and sets *end; NULL behind the last. */
static const char *
next_syllable (const char *text, const char **end)
{
  const char *p = text;

  while (*p != '\0' && !jg_text_is_han (g_utf8_get_char (p)) &&
         !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return NULL;

  *end = g_utf8_next_char (p);
  if (!jg_text_is_han (g_utf8_get_char (p)))
    while (**end != '\0' && !jg_text_is_han (g_utf8_get_char (*end)) &&
           g_unichar_isalnum (g_utf8_get_char (*end)))
      *end = g_utf8_next_char (*end);

  return p;
}

/**
 * jg_pinyin_syllables:
 * @text: a name
 *
 * Reads a name in Hanyu Pinyin without tones, one syllable for each character, separated by blanks.
 * A character of several readings has all of them, separated by "|"; ü is written v, with u as its
 * second reading; a run of Latin letters or digits counts as one syllable; "?" stands for a
 * character that cannot be read. “银行信贷员” gives "yin xing|hang|heng xin dai yuan|yun".
 *
 * Returns: (transfer full): the syllables; "" for a text without letters
 */
char *
jg_pinyin_syllables (const char *text)
{
  GString *syllables;
  const char *end = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  syllables = g_string_new (NULL);
  for (const char *p = next_syllable (text, &end); p != NULL; p = next_syllable (end, &end))
    {
      if (syllables->len > 0)
        g_string_append_c (syllables, ' ');

      if (jg_text_is_han (g_utf8_get_char (p)))
        append_readings (syllables, g_utf8_get_char (p));
      else
        {
          g_autofree char *run = g_strndup (p, end - p);
          gsize before = syllables->len;

          append_letters (syllables, run);
          if (syllables->len == before)
            g_string_append (syllables, UNREADABLE);
        }
    }

  return g_string_free (syllables, FALSE);
}

/**
 * jg_pinyin_fold_query:
 * @query: what somebody types
 *
 * Prepares a query for jg_pinyin_match(): small letters, no tones, ü as v (also when typed "u:"), no
 * blanks, apostrophes or hyphens.
 *
 * Returns: (transfer full) (nullable): the letters, or %NULL when the query holds no letter, is too
 *   long (63), or holds anything that pinyin has not
 */
char *
jg_pinyin_fold_query (const char *query)
{
  g_autoptr (GString) letters = NULL;
  g_autofree char *decomposed = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (query != NULL, NULL);

  letters = g_string_new (NULL);
  decomposed = g_utf8_normalize (query, -1, G_NORMALIZE_ALL);
  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c == 0x0308 || c == ':') && letters->len > 0 && letters->str[letters->len - 1] == 'u')
        letters->str[letters->len - 1] = 'v';
      else if (c < 0x80 && g_ascii_isalnum ((char) c))
        {
          any |= g_ascii_isalpha ((char) c);
          g_string_append_c (letters, g_ascii_tolower ((char) c));
        }
      else if (!g_unichar_ismark (c) && !g_unichar_isspace (c) && c != '\'' && c != 0x2019 &&
               c != '-')
        return NULL;
    }

  if (!any || letters->len > MAX_LETTERS)
    return NULL;
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* Which numbers of letters of a reading a query may write, by kind. */
static gboolean
may_take (JgPinyinKind kind, const char *reading, gsize length, gsize taken, gboolean is_last)
{
  switch (kind)
    {
    case JG_PINYIN_FULL:
      return taken == length || is_last;
    case JG_PINYIN_INITIALS:
      return taken == 1 || (taken == 2 && reading[1] == 'h' && strchr ("zcs", reading[0]) != NULL);
    case JG_PINYIN_MIXED:
    default:
      return TRUE;
    }
}

/* Goes over one syllable: from each number of letters already read to those that can be read behind
 * it. Bit n of a set stands for n letters. *whole tells whether the last letter may end a whole
 * reading. */
static guint64
step (JgPinyinKind kind,
      const char *syllable,
      const char *syllable_end,
      const char *letters,
      gsize n_letters,
      guint64 set,
      gboolean *whole)
{
  guint64 next = 0;

  *whole = FALSE;
  for (const char *reading = syllable; reading < syllable_end;)
    {
      const char *bar = memchr (reading, '|', (gsize) (syllable_end - reading));
      const char *reading_end = bar != NULL ? bar : syllable_end;
      gsize length = (gsize) (reading_end - reading);

      for (gsize at = 0; at < n_letters; at++)
        {
          if (!(set & (G_GUINT64_CONSTANT (1) << at)))
            continue;
          for (gsize taken = 1; taken <= length && at + taken <= n_letters &&
                                letters[at + taken - 1] == reading[taken - 1];
               taken++)
            if (may_take (kind, reading, length, taken, at + taken == n_letters))
              {
                next |= G_GUINT64_CONSTANT (1) << (at + taken);
                if (at + taken == n_letters && taken == length)
                  *whole = TRUE;
              }
        }
      reading = reading_end + (bar != NULL ? 1 : 0);
    }

  return next;
}

/* Matches from one syllable on. Returns the number of syllables used, or 0. */
static guint
match_from (JgPinyinKind kind,
            const char *from,
            const char *letters,
            gsize n_letters,
            gboolean *reaches_end,
            gboolean *whole)
{
  guint64 set = 1;
  guint n = 0;

  for (const char *p = from; *p != '\0' && set != 0;)
    {
      const char *blank = strchrnul (p, ' ');

      set = step (kind, p, blank, letters, n_letters, set, whole);
      n++;
      p = *blank == ' ' ? blank + 1 : blank;
      if (set & (G_GUINT64_CONSTANT (1) << n_letters))
        {
          *reaches_end = *p == '\0';
          return n;
        }
    }

  return 0;
}

/**
 * jg_pinyin_match:
 * @syllables: result of jg_pinyin_syllables()
 * @letters: result of jg_pinyin_fold_query()
 * @match: (out) (optional): the best match; set only when %TRUE is returned
 *
 * Finds letters in a name, each syllable giving at least one: hlwyxs, hulianwang, hulwang, yingx and
 * yxs all hit 互联网营销师. The whole name is better than its beginning, and that better than a place
 * inside; at the same place full spelling is better than initials, and these better than a mixture.
 * Needs no ICU and allocates nothing.
 *
 * Returns: %TRUE when the letters were found
 */
gboolean
jg_pinyin_match (const char *syllables, const char *letters, JgPinyinMatch *match)
{
  gsize n_letters;
  gboolean found = FALSE;
  JgPinyinMatch best = { 0 };
  guint first = 0;

  g_return_val_if_fail (syllables != NULL, FALSE);
  g_return_val_if_fail (letters != NULL, FALSE);

  n_letters = strlen (letters);
  if (n_letters == 0 || n_letters > MAX_LETTERS)
    return FALSE;

  for (const char *p = syllables; *p != '\0'; first++)
    {
      const char *blank = strchrnul (p, ' ');

      for (int kind = JG_PINYIN_FULL; kind <= JG_PINYIN_MIXED; kind++)
        {
          gboolean reaches_end = FALSE;
          gboolean whole = FALSE;
          guint n = match_from ((JgPinyinKind) kind, p, letters, n_letters, &reaches_end, &whole);
          JgPinyinMatch one = { (JgPinyinKind) kind, JG_PINYIN_INSIDE, first, n };

          if (n == 0)
            continue;
          if (first == 0)
            one.place = reaches_end && (whole || kind != JG_PINYIN_FULL) ? JG_PINYIN_WHOLE
                                                                         : JG_PINYIN_BEGINNING;
          if (!found || one.place < best.place || (one.place == best.place && one.kind < best.kind))
            best = one;
          found = TRUE;
        }
      p = *blank == ' ' ? blank + 1 : blank;
    }

  if (found && match != NULL)
    *match = best;
  return found;
}

/**
 * jg_pinyin_locate:
 * @text: the text jg_pinyin_syllables() was given
 * @first: first syllable, from 0
 * @n_syllables: number of syllables, at least 1
 * @start: (out): first byte of them in @text
 * @end: (out): byte behind them
 *
 * Finds the characters that stand for syllables.
 *
 * Returns: %FALSE, and -1 for both places, when @text has no such syllables
 */
gboolean
jg_pinyin_locate (const char *text, guint first, guint n_syllables, int *start, int *end)
{
  const char *syllable_end = NULL;
  guint n = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (n_syllables > 0, FALSE);
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  *start = *end = -1;
  for (const char *p = next_syllable (text, &syllable_end); p != NULL;
       p = next_syllable (syllable_end, &syllable_end), n++)
    {
      if (n == first)
        *start = (int) (p - text);
      if (n == first + n_syllables - 1)
        {
          *end = (int) (syllable_end - text);
          return TRUE;
        }
    }

  *start = -1;
  return FALSE;
}
