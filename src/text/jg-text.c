/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-text.h"

#include <string.h>

#include "jg-text-han.h"

typedef enum
{
  SPACE_ONE, /* a run becomes one blank; none at the ends */
  SPACE_NONE,
} SpaceMode;

/**
 * jg_text_is_han:
 * @c: a character
 *
 * Tells whether a character is a Chinese one, 〇 included.
 *
 * Returns: %TRUE for a Han character
 */
gboolean
jg_text_is_han (gunichar c)
{
  if (c < 0x2e80)
    return FALSE;
  if (c >= 0x4e00 && c <= 0x9fff)
    return TRUE;
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN && g_unichar_isalnum (c);
}

/**
 * jg_text_has_han:
 * @text: a text
 *
 * Tells whether a text holds a Chinese character.
 *
 * Returns: %TRUE when it does
 */
gboolean
jg_text_has_han (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (jg_text_is_han (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The dashes people and input methods write for a hyphen; NFKC leaves most of them alone. */
static gboolean
is_dash (gunichar c)
{
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 || c == 0x2500 || c == 0x2501 ||
         c == 0x30fc || c == 0xfe31 || c == 0xfe32 || c == 0xfe58 || c == 0xfe63 || c == 0xff0d ||
         c == 0xff70;
}

/* Numbers of documents are printed with 〔2020〕, and written with what the keyboard has. */
static char
fold_bracket (gunichar c)
{
  switch (c)
    {
    case '[':
    case 0x3010: /* 【 */
    case 0x3014: /* 〔 */
    case 0xff3b:
      return '(';
    case ']':
    case 0x3011:
    case 0x3015:
    case 0xff3d:
      return ')';
    default:
      return '\0';
    }
}

static void
append_folded (GString *folded, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  g_autofree char *composed = NULL;
  g_autofree char *cased = NULL;

  if (fold_bracket (c) != '\0')
    {
      g_string_append_c (folded, fold_bracket (c));
      return;
    }
  if (c < 0x80)
    {
      g_string_append_c (folded, g_ascii_tolower ((char) c));
      return;
    }
  if (is_dash (c))
    {
      g_string_append_c (folded, '-');
      return;
    }
  if (c >= 0x4e00 && c <= 0x9fff)
    {
      g_string_append_unichar (folded, jg_text_han_simplify (c));
      return;
    }
  /* What stands in every sentence, without asking for its properties. */
  if (c == 0x3001 || c == 0x3002)
    {
      g_string_append_unichar (folded, c);
      return;
    }
  if (c >= 0xff01 && c <= 0xff5e)
    {
      g_string_append_c (folded, g_ascii_tolower ((char) (c - 0xff00 + 0x20)));
      return;
    }

  composed = g_utf8_normalize (p, g_utf8_next_char (p) - p, G_NORMALIZE_ALL_COMPOSE);
  if (composed == NULL)
    return;
  cased = g_utf8_casefold (composed, -1);
  for (const char *q = cased; *q != '\0'; q = g_utf8_next_char (q))
    {
      gunichar d = g_utf8_get_char (q);

      if (is_dash (d))
        g_string_append_c (folded, '-');
      else
        g_string_append_unichar (folded, jg_text_is_han (d) ? jg_text_han_simplify (d) : d);
    }
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000;
}

/* Zero-width and directional characters: invisible, so no part of what was meant. */
static gboolean
is_invisible (gunichar c)
{
  return c >= 0x80 && g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Most of any text: a letter, digit or sign of ASCII, a Chinese character, or one of the signs that
 * stand in every sentence. Puts it behind what is folded, where there is room for it. Returns the
 * number of bytes read; 0 for anything else. */
static gsize
append_common (GString *folded, const guchar *p)
{
  char *to = folded->str + folded->len;
  gunichar c;

  if (*p < 0x80)
    {
      if (*p <= ' ' || *p == '[' || *p == ']')
        return 0;
      *to = g_ascii_tolower ((char) *p);
      folded->len++;
      return 1;
    }
  if (*p < 0xe3 || *p > 0xef)
    return 0;

  c = ((gunichar) (p[0] & 0x0f) << 12) | ((gunichar) (p[1] & 0x3f) << 6) | (p[2] & 0x3f);
  if (c >= 0xff01 && c <= 0xff5e && c != 0xff0d && c != 0xff3b && c != 0xff3d)
    {
      *to = g_ascii_tolower ((char) (c - 0xff00 + 0x20));
      folded->len++;
      return 3;
    }
  if (c >= 0x4e00 && c <= 0x9fff)
    {
      gunichar simple = jg_text_han_simplify (c);

      if (simple == c)
        memcpy (to, p, 3);
      else
        g_unichar_to_utf8 (simple, to);
    }
  else if (c == 0x3001 || c == 0x3002)
    memcpy (to, p, 3);
  else
    return 0;
  folded->len += 3;
  return 3;
}

/* One code point at a time: whole-string NFKC composes across characters, and the places of the
 * original could no longer be told. */
static char *
normalize (const char *text, SpaceMode mode)
{
  GString *folded = g_string_sized_new (strlen (text) + 8);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c;
      gsize length = 0;

      if (!space && folded->len + 4 < folded->allocated_len)
        length = append_common (folded, (const guchar *) p);
      p += length;
      if (length > 0)
        continue;

      c = g_utf8_get_char (p);
      if (is_space (c))
        space = TRUE;
      else if (!is_invisible (c))
        {
          if (space && mode == SPACE_ONE && folded->len > 0)
            g_string_append_c (folded, ' ');
          space = FALSE;
          append_folded (folded, p);
        }
      p = g_utf8_next_char (p);
    }

  folded->str[folded->len] = '\0';
  return g_string_free (folded, FALSE);
}

/**
 * jg_text_normalize:
 * @text: valid UTF-8
 *
 * Folds everything in which two writings of the same words may differ, one character at a time:
 * compatibility forms and width (NFKC, Unicode Standard Annex 15), case, dashes (to "-"), square
 * brackets (to round ones), traditional characters (to simplified ones), invisible characters
 * (dropped) and white space (a run becomes one blank, none at the ends).
 *
 * Returns: (transfer full): the normalised text
 */
char *
jg_text_normalize (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return normalize (text, SPACE_ONE);
}

/**
 * jg_text_normalize_compact:
 * @text: valid UTF-8
 *
 * Does what jg_text_normalize() does and removes all white space.
 *
 * Returns: (transfer full): the normalised text
 */
char *
jg_text_normalize_compact (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return normalize (text, SPACE_NONE);
}

/**
 * jg_text_find_origin:
 * @text: valid UTF-8
 * @norm: what jg_text_normalize_compact() made of it
 * @start: first byte of a range of @norm
 * @end: byte behind the range
 * @original_start: (out): first byte of the same words in @text; -1 when there are none
 * @original_end: (out): byte behind them; -1 when there are none
 *
 * Finds a hit in the text as printed; both ends are borders of characters there. Looks at @text no
 * further than the hit.
 *
 * Returns: %FALSE for an empty range, or when @norm is not made of @text
 */
gboolean
jg_text_find_origin (const char *text,
                     const char *norm,
                     gsize start,
                     gsize end,
                     int *original_start,
                     int *original_end)
{
  g_autoptr (GString) folded = NULL;
  gsize at = 0;
  int first = -1;

  g_return_val_if_fail (text != NULL && norm != NULL, FALSE);
  g_return_val_if_fail (original_start != NULL && original_end != NULL, FALSE);

  *original_start = *original_end = -1;
  if (start >= end)
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      /* Most characters stand for themselves, and no white space stands in @norm. */
      if (strncmp (norm + at, p, length) != 0)
        {
          gunichar c = g_utf8_get_char (p);

          if (is_space (c) || is_invisible (c))
            continue;
          if (folded == NULL)
            folded = g_string_new (NULL);
          g_string_truncate (folded, 0);
          append_folded (folded, p);
          if (strncmp (norm + at, folded->str, folded->len) != 0)
            return FALSE;
          length = folded->len;
        }
      if (first < 0 && start < at + length)
        first = (int) (p - text);
      at += length;
      if (end <= at)
        {
          *original_start = first;
          *original_end = (int) (g_utf8_next_char (p) - text);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * jg_text_tokenize:
 * @text: valid UTF-8
 *
 * Normalises a text and cuts it into its units: each Chinese character is one, and each run of
 * other letters and digits. Everything else separates.
 *
 * Returns: (transfer full): the units, %NULL-terminated; free with g_strfreev()
 */
char **
jg_text_tokenize (const char *text)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autofree char *normal = NULL;
  const char *run = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  builder = g_strv_builder_new ();
  normal = jg_text_normalize (text);
  for (const char *p = normal;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean han = c != 0 && jg_text_is_han (c);
      gboolean word = c != 0 && !han && g_unichar_isalnum (c);

      if (run != NULL && !word)
        {
          g_autofree char *token = g_strndup (run, p - run);

          g_strv_builder_add (builder, token);
          run = NULL;
        }
      if (word && run == NULL)
        run = p;
      if (han)
        {
          g_autofree char *token = g_strndup (p, g_utf8_next_char (p) - p);

          g_strv_builder_add (builder, token);
        }
      if (c == 0)
        break;
    }

  return g_strv_builder_end (builder);
}

/**
 * jg_text_dice:
 * @a: a normalised text
 * @b: another
 *
 * Measures how alike two texts are: twice the pairs of neighbouring characters they share, over the
 * pairs of both (Dice 1945). Texts of one character are alike only when equal.
 *
 * Returns: 0 (nothing shared) to 1
 */
double
jg_text_dice (const char *a, const char *b)
{
  g_autofree gunichar *left = NULL;
  g_autofree gunichar *right = NULL;
  g_autofree gboolean *used = NULL;
  glong n, m;
  guint shared = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (strcmp (a, b) == 0)
    return 1;

  left = g_utf8_to_ucs4_fast (a, -1, &n);
  right = g_utf8_to_ucs4_fast (b, -1, &m);
  if (n < 2 || m < 2)
    return 0;

  used = g_new0 (gboolean, m);
  for (glong i = 0; i + 1 < n; i++)
    for (glong j = 0; j + 1 < m; j++)
      if (!used[j] && left[i] == right[j] && left[i + 1] == right[j + 1])
        {
          used[j] = TRUE;
          shared++;
          break;
        }

  return 2.0 * shared / (double) (n - 1 + m - 1);
}

/**
 * jg_text_distance:
 * @a: a normalised text
 * @b: another
 * @max: the largest distance of interest
 *
 * Counts the characters that must be put in, left out, changed, or swapped with their neighbour to
 * turn one text into the other (Damerau 1964, restricted).
 *
 * Returns: the distance, or @max + 1 when it is larger than @max
 */
guint
jg_text_distance (const char *a, const char *b, guint max)
{
  g_autofree gunichar *left = NULL;
  g_autofree gunichar *right = NULL;
  g_autofree guint *rows = NULL;
  guint *before, *above, *row;
  glong n, m;

  g_return_val_if_fail (a != NULL && b != NULL, max + 1);

  left = g_utf8_to_ucs4_fast (a, -1, &n);
  right = g_utf8_to_ucs4_fast (b, -1, &m);
  if ((n > m ? n - m : m - n) > (glong) max)
    return max + 1;

  rows = g_new0 (guint, 3 * (m + 1));
  before = rows;
  above = rows + m + 1;
  row = rows + 2 * (m + 1);
  for (glong j = 0; j <= m; j++)
    above[j] = (guint) j;

  for (glong i = 1; i <= n; i++)
    {
      guint least = (guint) i;
      guint *spare;

      row[0] = (guint) i;
      for (glong j = 1; j <= m; j++)
        {
          row[j] =
              MIN (above[j - 1] + (left[i - 1] != right[j - 1]), MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > max)
        return max + 1;

      spare = before;
      before = above;
      above = row;
      row = spare;
    }

  return MIN (above[m], max + 1);
}
