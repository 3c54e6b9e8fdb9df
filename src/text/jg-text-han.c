/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-text-han.h"

#include "jg-text-han-table.h"

static const JgHanRare *
find_rare (gunichar c)
{
  guint low = 0;
  guint high = jg_n_han_rare;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (jg_han_rare[middle].character < c)
        low = middle + 1;
      else
        high = middle;
    }
  return low < jg_n_han_rare && jg_han_rare[low].character == c ? &jg_han_rare[low] : NULL;
}

/* Simplifies one Han character (ICU Traditional-Simplified, but for the characters that simplified text
 * uses too); any other comes back as it is. */
gunichar
jg_text_han_simplify (gunichar c)
{
  const JgHanRare *rare;

  if (c >= JG_HAN_BLOCK_FIRST && c <= JG_HAN_BLOCK_LAST)
    return jg_han_block[c - JG_HAN_BLOCK_FIRST].simple;
  rare = find_rare (c);
  return rare != NULL ? rare->simple : c;
}

/* Reads one Han character (ICU Han-Latin). Returns (transfer none) (nullable) the syllable with its tone
 * mark, or NULL when ICU knows none. */
const char *
jg_text_han_to_latin (gunichar c)
{
  const JgHanRare *rare;

  if (c >= JG_HAN_BLOCK_FIRST && c <= JG_HAN_BLOCK_LAST)
    return jg_han_readings[jg_han_block[c - JG_HAN_BLOCK_FIRST].reading];
  rare = find_rare (c);
  return jg_han_readings[rare != NULL ? rare->reading : 0];
}
