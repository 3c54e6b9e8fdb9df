/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <unicode/ustring.h>

/* jg_search_open_words:
 *
 * Opens ICU's word breaks for Chinese (Unicode Standard Annex 29 with the dictionary).
 *
 * Returns: (transfer full) (nullable): for ubrk_close(); %NULL, with a warning, where ICU has none */
UBreakIterator *
jg_search_open_words (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);

  if (U_SUCCESS (status))
    return words;
  g_warning ("ICU has no word breaks for Chinese: %s", u_errorName (status));
  return NULL;
}

/* jg_search_find_borders:
 * @words: (nullable): word breaks; without them only the ends are borders
 * @norm: a normalised text
 * @n_characters: of it
 *
 * Returns: (transfer full) (array length=n_characters+1): whether a word border stands before each
 *   character, and at the end; free with g_free() */
gboolean *
jg_search_find_borders (UBreakIterator *words, const char *norm, glong n_characters)
{
  gboolean *borders = g_new0 (gboolean, n_characters + 1);
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (norm, -1, NULL, NULL, NULL);
  UErrorCode status = U_ZERO_ERROR;
  glong character = 0;
  glong unit = 0;

  borders[0] = borders[n_characters] = TRUE;
  if (words == NULL)
    return borders;
  ubrk_setText (words, (const UChar *) utf16, -1, &status);
  if (U_FAILURE (status))
    return borders;
  for (int32_t at = ubrk_first (words); at != UBRK_DONE; at = ubrk_next (words))
    {
      for (; unit < at && character < n_characters; character++)
        unit += (utf16[unit] & 0xfc00) == 0xd800 ? 2 : 1;
      borders[character] = TRUE;
    }
  return borders;
}
