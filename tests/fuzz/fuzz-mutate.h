/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Changes bytes as somebody, or a broken disk, might; the same each time for the same @rand. */
static inline void
fuzz_mutate (GRand *rand, GByteArray *bytes)
{
  static const char *const pieces[] = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    ":",
    "null",
    "tru",
    "\\u0000",
    "\\ud800",
    "1e9",
    "00",
    "-",
    ".",
    "/*",
    "//",
    "'",
    "\n",
    "\t",
    "\xef\xbb\xbf",
    "\xe2\x80\xae",
    "\xff",
    "\xc0",
    "\xf4\x90",
    "999999999999999999",
    "[[[[[[[[[[[[[[[[[[",
    "{\"a\":1,\"a\":1}",
  };
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) bytes->len) : 0;
  guint wanted = (guint) g_rand_int_range (rand, 1, 40);
  guint n = MIN (bytes->len - at, wanted);
  guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
  g_autofree guint8 *tail = NULL;
  guint n_tail;

  if (bytes->len == 0)
    return;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      bytes->data[at] = byte;
      break;
    case 1:
      bytes->data[at] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 3:
      g_byte_array_set_size (bytes, at);
      break;
    case 4:
      n_tail = bytes->len - at;
      tail = g_memdup2 (bytes->data + at, n_tail);
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *) piece, (guint) strlen (piece));
      g_byte_array_append (bytes, tail, n_tail);
      break;
    default:
      n_tail = bytes->len - at;
      tail = g_memdup2 (bytes->data + at, n_tail);
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, tail, n);
      g_byte_array_append (bytes, tail, n_tail);
      break;
    }
}

G_END_DECLS
