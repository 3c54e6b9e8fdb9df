/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* gen-han-table OUT.c: asks ICU once, when JobGuide is built, what every Chinese character is in
 * simplified script and how it is read. Opening ICU's transliterators takes 32 ms (Traditional-
 * Simplified) and 150 ms (Han-Latin), and several megabytes: no query may wait for that. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucnv.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Nearly all characters of any text; the others stand in a list. */
#define FIRST_OF_BLOCK 0x3400
#define LAST_OF_BLOCK 0x9fff

#define MAX_READINGS 4000
#define MAX_READING 32

/* Characters that GB 2312 has for the sake of names and books and that are traditional forms in
 * any query. The others of GB 2312 that ICU would change, 俱 吒 姊 箝 苎 著 藉 跤 阪, are used in
 * simplified text. */
static const UChar32 traditional_in_gb2312[] = {
  0x4e7e, 0x5925, 0x5f8c, 0x5fb5, 0x647a, 0x65bc, 0x83f8, 0x9ebd, /* 乾夥後徵摺於菸麽 */
};

static char readings[MAX_READINGS][MAX_READING];
static int n_readings;

static void
fail (const char *what, UErrorCode status)
{
  fprintf (stderr, "gen-han-table: %s: %s\n", what, u_errorName (status));
  exit (1);
}

static UTransliterator *
open_transliterator (const char *id)
{
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator;
  UChar name[32];

  u_uastrcpy (name, id);
  transliterator = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    fail (id, status);
  return transliterator;
}

/* Sets *same when the character is left as it is. Returns the length in units. */
static int32_t
transliterate (UTransliterator *transliterator,
               UChar32 c,
               UChar *buffer,
               int32_t capacity,
               UBool *same)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar32 first;
  int32_t length = 0;
  int32_t limit;
  int32_t i = 0;

  U16_APPEND_UNSAFE (buffer, length, c);
  limit = length;
  utrans_transUChars (transliterator, buffer, &length, capacity, 0, &limit, &status);
  if (U_FAILURE (status))
    return 0;
  U16_NEXT (buffer, i, length, first);
  *same = first == c && i == length;
  return length;
}

/* A character of GB 2312, the set of simplified Chinese, is no traditional one. */
static USet *
open_simplified (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open ("GB2312", &status);
  USet *set = uset_openEmpty ();

  ucnv_getUnicodeSet (converter, set, UCNV_ROUNDTRIP_SET, &status);
  if (U_FAILURE (status))
    fail ("GB2312", status);
  ucnv_close (converter);
  for (size_t i = 0; i < sizeof traditional_in_gb2312 / sizeof *traditional_in_gb2312; i++)
    uset_remove (set, traditional_in_gb2312[i]);
  return set;
}

static UChar32
simplify (UTransliterator *simplifier, const USet *simplified, UChar32 c)
{
  UChar buffer[8];
  UChar32 first;
  UBool same = 0;
  int32_t i = 0;
  int32_t length;

  if (uset_contains (simplified, c))
    return c;
  length = transliterate (simplifier, c, buffer, 8, &same);
  if (length == 0)
    return c;
  U16_NEXT (buffer, i, length, first);
  return i == length && !U_IS_SURROGATE (first) ? first : c;
}

/* The number of a character's reading; 0 is none. */
static int
read_character (UTransliterator *latinizer, UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[MAX_READING];
  char utf8[MAX_READING];
  UBool same = 0;
  int32_t length = transliterate (latinizer, c, buffer, MAX_READING, &same);

  u_strToUTF8 (utf8, sizeof utf8, NULL, buffer, length, &status);
  if (U_FAILURE (status) || length == 0 || same)
    return 0;
  for (int i = 1; i < n_readings; i++)
    if (strcmp (readings[i], utf8) == 0)
      return i;
  if (n_readings == MAX_READINGS)
    fail ("more readings than there is room for", U_BUFFER_OVERFLOW_ERROR);
  strcpy (readings[n_readings], utf8);
  return n_readings++;
}

int
main (int argc, char *argv[])
{
  UTransliterator *simplifier = open_transliterator ("Traditional-Simplified");
  UTransliterator *latinizer = open_transliterator ("Han-Latin");
  USet *simplified = open_simplified ();
  FILE *out = argc == 2 ? fopen (argv[1], "w") : NULL;

  if (out == NULL)
    {
      fprintf (stderr, "Usage: gen-han-table OUT.c\n");
      return 2;
    }
  n_readings = 1;

  fprintf (out,
           "/* Made by gen-han-table out of ICU's data. */\n\n#include \"jg-text-han-table.h\"\n"
           "\nconst JgHan jg_han_block[] = {\n");
  for (UChar32 c = FIRST_OF_BLOCK; c <= LAST_OF_BLOCK; c++)
    {
      UChar32 simple = simplify (simplifier, simplified, c);

      /* What became a rarer character is left as it is. */
      fprintf (out, "{0x%x,%d},%s", (unsigned) (simple <= 0xffff ? simple : c),
               read_character (latinizer, c), c % 16 == 15 ? "\n" : "");
    }

  fprintf (out, "};\n\nconst JgHanRare jg_han_rare[] = {\n");
  for (UChar32 c = 0x2e80; c <= 0x323af; c++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar32 simple = c;
      int reading = 0;

      if ((c < FIRST_OF_BLOCK || c > LAST_OF_BLOCK) && !U_IS_SURROGATE (c) &&
          uscript_getScript (c, &status) == USCRIPT_HAN)
        {
          simple = simplify (simplifier, simplified, c);
          reading = read_character (latinizer, c);
        }
      if (simple != c || reading != 0)
        fprintf (out, "{0x%x,0x%x,%d},\n", (unsigned) c, (unsigned) simple, reading);
    }

  fprintf (out,
           "{0x110000,0x110000,0}};\n\nconst guint jg_n_han_rare = G_N_ELEMENTS (jg_han_rare);\n"
           "\nconst char *const jg_han_readings[] = {\nNULL,\n");
  for (int i = 1; i < n_readings; i++)
    fprintf (out, "\"%s\",\n", readings[i]);
  fprintf (out, "};\n");

  utrans_close (simplifier);
  utrans_close (latinizer);
  uset_close (simplified);
  if (ferror (out) || fclose (out) != 0)
    {
      perror (argv[1]);
      return 1;
    }
  return 0;
}
