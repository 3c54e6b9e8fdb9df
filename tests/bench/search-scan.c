/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plain scan that the search is measured against and held against: no index, every text looked
 * at in the order of an answer, as fast as the machine compares 16-bit units. */

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "jg-search-private.h"
#include "jg-text.h"
#include "search-bench.h"

/* Units that may be read behind the last. */
#define SLACK 32

typedef struct
{
  guint entry;
  guint field;
  gsize start; /* units in the pool */
  gsize length;
} Text;

typedef struct
{
  GArray *texts; /* (element-type Text) */
  GArray *units; /* (element-type gunichar2) */
} Pool;

struct _Plain
{
  Pool words;   /* names, aliases, definitions, tasks */
  Pool letters; /* codes, initials and syllables, for queries in ASCII */
  gsize utf8_bytes;
  guint n_entries;
};

static void
pool_add (Pool *self, guint entry, guint field, const char *norm)
{
  glong length;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (norm, -1, NULL, &length, NULL);
  Text text = { entry, field, self->units->len, (gsize) length };
  gunichar2 end = 0;

  g_array_append_vals (self->units, units, (guint) length);
  g_array_append_val (self->units, end);
  g_array_append_val (self->texts, text);
}

static char *
dup_initials (const char *pinyin)
{
  GString *initials = g_string_new (NULL);

  for (const char *p = pinyin; *p != '\0'; p += strcspn (p, " "), p += *p == ' ')
    g_string_append_c (initials, *p);
  return g_string_free (initials, FALSE);
}

static char *
dup_syllables (const char *pinyin)
{
  char *joined = g_strdup (pinyin);
  char *to = joined;

  for (const char *p = pinyin; *p != '\0'; p++)
    if (*p != ' ')
      *to++ = *p;
  *to = '\0';
  return joined;
}

/* plain_read:
 * @db: what jg_search_write() made
 *
 * Returns: (transfer full): all texts in memory */
Plain *
plain_read (sqlite3 *db)
{
  static const guint
      fields[JG_N_TIERS] = { [JG_TIER_ALIAS] = 1, [JG_TIER_DEFINITION] = 2, [JG_TIER_TASK] = 3 };
  Plain *self = g_new0 (Plain, 1);
  const gunichar2 slack[SLACK] = { 0 };
  sqlite3_stmt *stmt;

  self->words.texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->words.units = g_array_new (FALSE, FALSE, sizeof (gunichar2));
  self->letters.texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->letters.units = g_array_new (FALSE, FALSE, sizeof (gunichar2));

  sqlite3_prepare_v2 (db, "SELECT entry, tier, text, pinyin FROM search_field ORDER BY id", -1,
                      &stmt, NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      guint entry = (guint) sqlite3_column_int (stmt, 0);
      guint tier = (guint) sqlite3_column_int (stmt, 1);
      g_autofree char *norm =
          jg_text_normalize_compact ((const char *) sqlite3_column_text (stmt, 2));
      const char *pinyin = (const char *) sqlite3_column_text (stmt, 3);

      self->n_entries = MAX (self->n_entries, entry + 1);
      if (tier < JG_TIER_NAME)
        {
          pool_add (&self->letters, entry, 0, norm);
          continue;
        }
      pool_add (&self->words, entry, fields[tier], norm);
      self->utf8_bytes += strlen (norm);
      if (pinyin != NULL)
        {
          g_autofree char *initials = dup_initials (pinyin);
          g_autofree char *syllables = dup_syllables (pinyin);

          pool_add (&self->letters, entry, 1, initials);
          pool_add (&self->letters, entry, 1, syllables);
        }
    }
  sqlite3_finalize (stmt);
  g_array_append_vals (self->words.units, slack, SLACK);
  g_array_append_vals (self->letters.units, slack, SLACK);
  return self;
}

/* plain_free: */
void
plain_free (Plain *self)
{
  g_array_unref (self->words.texts);
  g_array_unref (self->words.units);
  g_array_unref (self->letters.texts);
  g_array_unref (self->letters.units);
  g_free (self);
}

/* plain_utf8_bytes:
 *
 * Returns: the size of the normalised names, aliases, definitions and tasks as UTF-8 */
gsize
plain_utf8_bytes (const Plain *self)
{
  return self->utf8_bytes;
}

/* plain_n_entries: */
guint
plain_n_entries (const Plain *self)
{
  return self->n_entries;
}

/* The next place from @at on where the first unit of a query stands, and the last at its distance. */
typedef gsize (*FindUnits) (const gunichar2 *pool,
                            gsize at,
                            gsize end,
                            gunichar2 first,
                            gunichar2 last,
                            gsize distance);

static gsize
find_one_by_one (const gunichar2 *pool,
                 gsize at,
                 gsize end,
                 gunichar2 first,
                 gunichar2 last,
                 gsize distance)
{
  while (at < end && !(pool[at] == first && pool[at + distance] == last))
    at++;
  return at;
}

#if defined(__x86_64__)
__attribute__ ((target ("avx2,bmi"))) static gsize
find_sixteen (const gunichar2 *pool,
              gsize at,
              gsize end,
              gunichar2 first,
              gunichar2 last,
              gsize distance)
{
  const __m256i firsts = _mm256_set1_epi16 ((short) first);
  const __m256i lasts = _mm256_set1_epi16 ((short) last);

  for (; at < end; at += 16)
    {
      __m256i here = _mm256_loadu_si256 ((const __m256i *) (const void *) (pool + at));
      __m256i there = _mm256_loadu_si256 ((const __m256i *) (const void *) (pool + at + distance));
      unsigned mask = (unsigned) _mm256_movemask_epi8 (
          _mm256_and_si256 (_mm256_cmpeq_epi16 (here, firsts), _mm256_cmpeq_epi16 (there, lasts)));

      if (mask != 0)
        return MIN (at + (gsize) __builtin_ctz (mask) / 2, end);
    }
  return end;
}
#endif

static FindUnits
get_find_units (void)
{
#if defined(__x86_64__)
  if (__builtin_cpu_supports ("avx2"))
    return find_sixteen;
#endif
  return find_one_by_one;
}

/* plain_how:
 *
 * Returns: how units are compared on this machine */
const char *
plain_how (void)
{
  return get_find_units () == find_one_by_one ? "one unit at a time" : "AVX2, 16 units at a time";
}

/* plain_scan:
 * @best: (out): the best field of each entry that holds the query, else 0xff
 * @limit: entries wanted
 *
 * Returns: the number of entries found */
guint
plain_scan (const Plain *self, const char *query, guint8 *best, guint limit)
{
  FindUnits find_units = get_find_units ();
  const Pool *pool = g_str_is_ascii (query) ? &self->letters : &self->words;
  glong n;
  g_autofree gunichar2 *query_units = g_utf8_to_utf16 (query, -1, NULL, &n, NULL);
  const gunichar2 *units = (const gunichar2 *) (void *) pool->units->data;
  const Text *texts = (const Text *) (void *) pool->texts->data;
  gsize end = pool->units->len - SLACK;
  gsize distance = (gsize) n - 1;
  guint text = 0;
  guint found = 0;

  memset (best, 0xff, self->n_entries);
  if (n < 1 || n >= SLACK / 2)
    return 0;
  for (gsize at = find_units (units, 0, end, query_units[0], query_units[distance], distance);
       at < end && found < limit;
       at = find_units (units, at + 1, end, query_units[0], query_units[distance], distance))
    {
      guint step = 1;

      if (n > 2 && memcmp (units + at, query_units, (gsize) n * sizeof *units) != 0)
        continue;
      /* Gallop to the text that holds the place. */
      while (text + step < pool->texts->len && texts[text + step].start <= at)
        {
          text += step;
          step *= 2;
        }
      for (; step > 0; step /= 2)
        while (text + step < pool->texts->len && texts[text + step].start <= at)
          text += step;

      if (best[texts[text].entry] == 0xff)
        {
          best[texts[text].entry] = (guint8) texts[text].field;
          found++;
        }
      at = texts[text].start + texts[text].length;
    }
  return found;
}

/* plain_run: an #Engine; @data is a Plain. */
void
plain_run (gpointer data, const char *query)
{
  const Plain *self = data;
  g_autofree guint8 *best = g_malloc (self->n_entries);

  plain_scan (self, query, best, FIRST);
}
