/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-catalogue-private.h"
#include "jg-text.h"

/* The rows of one gram: for each row the difference to the one before, shifted by the flags, as a
 * varint. The last row waits until no further occurrence in it can come. */
typedef struct
{
  GByteArray *list;
  GArray *pieces; /* (element-type Piece) */
  guint written;
  guint row;
  guint flags;
} Gram;

typedef struct
{
  guint first; /* row; written as a difference of 0 */
  guint start; /* bytes of the list */
} Piece;

typedef struct
{
  sqlite3 *db;
  GHashTable *grams;     /* gint64 → Gram */
  GHashTable *syllables; /* set */
  UBreakIterator *words;
} Writer;

static void
gram_free (Gram *self)
{
  g_byte_array_unref (self->list);
  g_array_unref (self->pieces);
  g_free (self);
}

static guint
piece_start (const Gram *self)
{
  return g_array_index (self->pieces, Piece, self->pieces->len - 1).start;
}

static void
gram_flush (Gram *self)
{
  guint64 value;
  guint8 bytes[10];
  guint n = 0;

  if (self->pieces->len == 0 ||
      self->list->len - piece_start (self) > JG_GRAM_PIECE - JG_GRAM_MOST_BYTES)
    {
      Piece piece = { self->row, self->list->len };

      g_array_append_val (self->pieces, piece);
      self->written = self->row;
    }

  value = ((guint64) (self->row - self->written) << JG_GRAM_FLAG_BITS) | self->flags;
  do
    {
      bytes[n] = (guint8) ((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
      value >>= 7;
      n++;
    }
  while (value != 0);
  g_byte_array_append (self->list, bytes, n);
  self->written = self->row;
}

/* That of GLib takes the lower half, which is the second character or syllable alone. */
static guint
hash_gram (gconstpointer key)
{
  const guint64 mixed = *(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (mixed >> 32);
}

static void
add_gram (Writer *self, gint64 key, guint row, guint flags)
{
  Gram *gram = g_hash_table_lookup (self->grams, &key);

  if (gram == NULL)
    {
      gram = g_new0 (Gram, 1);
      gram->list = g_byte_array_new ();
      gram->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
      gram->row = row;
      g_hash_table_insert (self->grams, g_memdup2 (&key, sizeof key), gram);
    }
  else if (gram->row != row)
    {
      gram_flush (gram);
      gram->row = row;
      gram->flags = 0;
    }
  gram->flags |= flags;
}

/* jg_search_gram_of_text:
 * @second: the next character, or 0
 *
 * Returns: the key of a character, or of two that stand side by side */
gint64
jg_search_gram_of_text (gunichar first, gunichar second)
{
  return ((gint64) first << 21) | second;
}

static gint64
hash_sound (const char *sound, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) sound[i]) * 16777619u;
  return length == 0 ? 0 : ((hash ^ (hash >> 30)) & 0x3fffffff) | 1;
}

/* jg_search_gram_of_sounds:
 * @second_length: 0 for one syllable
 *
 * Returns: the key of a syllable, or of two side by side. Other syllables may have the same key: what
 *   is found by it must be looked at */
gint64
jg_search_gram_of_sounds (const char *first,
                          gsize first_length,
                          const char *second,
                          gsize second_length)
{
  return ((gint64) 1 << 62) | (hash_sound (first, first_length) << 30) |
         hash_sound (second, second_length);
}

/* jg_search_gram_of_letters:
 * @second: the first letter of the next syllable, or NUL
 *
 * Returns: the key of the first letter of a syllable, or of two side by side */
gint64
jg_search_gram_of_letters (char first, char second)
{
  return ((gint64) 1 << 61) | ((gint64) (guint8) first << 8) | (guint8) second;
}

static GBytes *
pack_borders (const gboolean *borders, glong n_characters)
{
  gsize n_bytes = (gsize) n_characters / 8 + 1;
  guint8 *bits = g_new0 (guint8, n_bytes);

  for (glong i = 0; i <= n_characters; i++)
    if (borders[i])
      bits[i / 8] |= (guint8) (1 << (i % 8));
  return g_bytes_new_take (bits, n_bytes);
}

static guint
border_flags (gboolean before, gboolean behind, gboolean begins)
{
  return (before ? JG_GRAM_BORDER_BEFORE : 0) | (behind ? JG_GRAM_BORDER_BEHIND : 0) |
         (before && behind ? JG_GRAM_WHOLE_WORDS : 0) | (begins ? JG_GRAM_BEGINS : 0);
}

static GBytes *
add_text (Writer *self, guint row, const char *norm)
{
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (norm, -1, &n);
  g_autofree gboolean *borders = jg_search_find_borders (self->words, norm, n);

  for (glong i = 0; i < n; i++)
    {
      add_gram (self, jg_search_gram_of_text (characters[i], 0), row,
                border_flags (borders[i], borders[i + 1], i == 0));
      if (i + 1 < n)
        add_gram (self, jg_search_gram_of_text (characters[i], characters[i + 1]), row,
                  border_flags (borders[i], borders[i + 2], i == 0));
    }
  return pack_borders (borders, n);
}

static void
add_pinyin (Writer *self, guint row, const char *pinyin)
{
  g_auto (GStrv) syllables = g_strsplit (pinyin, " ", -1);
  guint n = g_strv_length (syllables);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) readings = g_strsplit (syllables[i], "|", -1);
      g_auto (GStrv) next = g_strsplit (i + 1 < n ? syllables[i + 1] : "", "|", -1);

      for (guint r = 0; readings[r] != NULL; r++)
        {
          const char *reading = readings[r];

          if (*reading == '\0')
            continue;
          if (!g_hash_table_contains (self->syllables, reading))
            g_hash_table_add (self->syllables, g_strdup (reading));
          add_gram (self, jg_search_gram_of_sounds (reading, strlen (reading), "", 0), row,
                    border_flags (i == 0, i + 1 == n, i == 0));
          add_gram (self, jg_search_gram_of_letters (*reading, '\0'), row,
                    border_flags (i == 0, i + 1 == n, i == 0));
          for (guint s = 0; next[s] != NULL; s++)
            {
              if (*next[s] == '\0')
                continue;
              add_gram (
                  self,
                  jg_search_gram_of_sounds (reading, strlen (reading), next[s], strlen (next[s])),
                  row, border_flags (i == 0, i + 2 == n, i == 0));
              add_gram (self, jg_search_gram_of_letters (*reading, *next[s]), row,
                        border_flags (i == 0, i + 2 == n, i == 0));
            }
        }
    }
}

/* A work type that was raised to an occupation of its own is found as that occupation. */
#define RAISED_WORK_TYPE                                                                           \
  "(r.field = 4 AND EXISTS (SELECT 1 FROM search_name n WHERE n.name = r.text"                     \
  " AND n.id <> r.occupation))"

#define TIER                                                                                       \
  "CASE WHEN r.field = 0 AND r.position = 2022 THEN 2 WHEN r.field < 2 THEN r.field"               \
  " WHEN r.field < 6 THEN r.field + 1 ELSE r.field - 1 END"

static gboolean
write_rows (Writer *self, guint *first_row)
{
  g_autoptr (sqlite3_stmt) read = NULL;
  g_autoptr (sqlite3_stmt) write = NULL;
  guint id = 0;

  if (sqlite3_prepare_v2 (self->db,
                          "SELECT " TIER ", e.number, r.position, r.text, r.norm, r.pinyin"
                          " FROM search_raw r JOIN search_entry e ON e.occupation = r.occupation"
                          " WHERE NOT " RAISED_WORK_TYPE " ORDER BY 1, 2, 3, 4",
                          -1, &read, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2 (self->db, "INSERT INTO search_field VALUES (?,?,?,?,?,?,?)", -1, &write,
                          NULL) != SQLITE_OK)
    return FALSE;

  while (sqlite3_step (read) == SQLITE_ROW)
    {
      int tier = sqlite3_column_int (read, 0);
      const char *text = (const char *) sqlite3_column_text (read, 3);
      const char *norm = (const char *) sqlite3_column_text (read, 4);
      const char *pinyin = (const char *) sqlite3_column_text (read, 5);
      g_autoptr (GBytes) borders = NULL;

      id++;
      for (int later = tier + 1; later <= JG_N_TIERS; later++)
        first_row[later] = id + 1;
      if (tier >= JG_TIER_NAME)
        borders = add_text (self, id, norm);
      if (pinyin != NULL && *pinyin != '\0')
        add_pinyin (self, id, pinyin);

      sqlite3_bind_int64 (write, 1, id);
      sqlite3_bind_int (write, 2, tier);
      sqlite3_bind_int (write, 3, sqlite3_column_int (read, 1));
      sqlite3_bind_text (write, 4, text, -1, SQLITE_STATIC);
      sqlite3_bind_text (write, 5, tier < JG_TIER_DEFINITION ? norm : NULL, -1, SQLITE_STATIC);
      sqlite3_bind_text (write, 6, pinyin, -1, SQLITE_STATIC);
      if (borders != NULL)
        sqlite3_bind_blob (write, 7, g_bytes_get_data (borders, NULL),
                           (int) g_bytes_get_size (borders), SQLITE_STATIC);
      else
        sqlite3_bind_null (write, 7);
      if (sqlite3_step (write) != SQLITE_DONE)
        return FALSE;
      sqlite3_reset (write);
    }
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  gint64 left = **(const gint64 *const *) a;
  gint64 right = **(const gint64 *const *) b;

  return left < right ? -1 : left > right;
}

static gboolean
write_grams (Writer *self)
{
  guint n;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (self->grams, &n);
  g_autoptr (sqlite3_stmt) write = NULL;

  if (sqlite3_prepare_v2 (self->db, "INSERT INTO search_gram VALUES (?,?,?)", -1, &write, NULL) !=
      SQLITE_OK)
    return FALSE;
  qsort (keys, n, sizeof *keys, compare_keys);
  for (guint i = 0; i < n; i++)
    {
      Gram *gram = g_hash_table_lookup (self->grams, keys[i]);

      gram_flush (gram);
      for (guint p = 0; p < gram->pieces->len; p++)
        {
          const Piece *piece = &g_array_index (gram->pieces, Piece, p);
          guint end = p + 1 < gram->pieces->len ? piece[1].start : gram->list->len;

          sqlite3_bind_int64 (write, 1, *(const gint64 *) keys[i]);
          sqlite3_bind_int64 (write, 2, piece->first);
          sqlite3_bind_blob (write, 3, gram->list->data + piece->start, (int) (end - piece->start),
                             SQLITE_STATIC);
          if (sqlite3_step (write) != SQLITE_DONE)
            return FALSE;
          sqlite3_reset (write);
        }
    }
  return TRUE;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of work that is not in the catalogue, normalised, separated by blanks; what a pack has
 * brought in is in it. Returns (transfer full) (nullable) NULL when SQLite failed. */
static char *
list_elsewhere (sqlite3 *db)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) read = NULL;
  g_autoptr (sqlite3_stmt) find = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT text FROM elsewhere ORDER BY text", -1, &read, NULL) !=
          SQLITE_OK ||
      sqlite3_prepare_v2 (
          db, "SELECT 1 FROM search_field WHERE norm = ? AND tier BETWEEN 3 AND 6 LIMIT 1", -1,
          &find, NULL) != SQLITE_OK)
    return NULL;
  while (sqlite3_step (read) == SQLITE_ROW)
    {
      g_autofree char *norm =
          jg_text_normalize_compact ((const char *) sqlite3_column_text (read, 0));

      sqlite3_bind_text (find, 1, norm, -1, SQLITE_STATIC);
      if (sqlite3_step (find) != SQLITE_ROW)
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", norm);
      sqlite3_reset (find);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
write_meta (Writer *self, const guint *first_row)
{
  guint n;
  g_autofree gpointer *syllables = g_hash_table_get_keys_as_array (self->syllables, &n);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *elsewhere = NULL;
  g_autoptr (sqlite3_stmt) write = NULL;

  qsort (syllables, n, sizeof *syllables, compare_words);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", (const char *) syllables[i]);
  for (int tier = 0; tier <= JG_N_TIERS; tier++)
    g_string_append_printf (rows, "%s%u", tier > 0 ? " " : "", first_row[tier]);

  elsewhere = list_elsewhere (self->db);
  if (elsewhere == NULL ||
      sqlite3_prepare_v2 (self->db,
                          "INSERT INTO search_meta VALUES ('syllables', ?), ('rows', ?),"
                          " ('elsewhere', ?)",
                          -1, &write, NULL) != SQLITE_OK)
    return FALSE;
  sqlite3_bind_text (write, 1, list->str, -1, SQLITE_STATIC);
  sqlite3_bind_text (write, 2, rows->str, -1, SQLITE_STATIC);
  sqlite3_bind_text (write, 3, elsewhere, -1, SQLITE_STATIC);
  return sqlite3_step (write) == SQLITE_DONE;
}

/* jg_search_write:
 * @db: a catalogue being written, with its table occupation and, in search_raw, all texts to be found
 *
 * Makes the tables that the search reads. The same texts give the same bytes. Words are those of
 * ICU's break iterator (Unicode Standard Annex 29 with the dictionary for Chinese).
 *
 * Returns: %FALSE when SQLite failed; sqlite3_errmsg() says why */
gboolean
jg_search_write (sqlite3 *db)
{
  Writer self = { .db = db };
  guint first_row[JG_N_TIERS + 1];
  gboolean ok;

  g_return_val_if_fail (db != NULL, FALSE);

  for (int tier = 0; tier <= JG_N_TIERS; tier++)
    first_row[tier] = 1;
  self.grams = g_hash_table_new_full (hash_gram, g_int64_equal, g_free, (GDestroyNotify) gram_free);
  self.syllables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.words = jg_search_open_words ();

  /* What is not confirmed comes behind what is official, whatever it is called. */
  ok = sqlite3_exec (db,
                     "INSERT INTO search_entry SELECT row_number() OVER (ORDER BY provenance = "
                     "'secondary', length(name), code, id) - 1, id, code, edition, name, status,"
                     " provenance, definition, successors FROM occupation",
                     NULL, NULL, NULL) == SQLITE_OK &&
       sqlite3_exec (
           db,
           "CREATE TEMP TABLE search_name (name, id, PRIMARY KEY (name, id)) WITHOUT ROWID;"
           "INSERT INTO search_name SELECT name, id FROM occupation"
           " WHERE status = 'current'",
           NULL, NULL, NULL) == SQLITE_OK &&
       write_rows (&self, first_row) && write_grams (&self) && write_meta (&self, first_row);

  g_clear_pointer (&self.words, ubrk_close);
  g_hash_table_unref (self.grams);
  g_hash_table_unref (self.syllables);
  return ok;
}
