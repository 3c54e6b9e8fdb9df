/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading rows out of a file that SQLite refuses to open. Every page that looks like a leaf of a table is taken for one,
 * whether anything points to it or not (https://www.sqlite.org/fileformat2.html). What comes out may be nonsense, old,
 * or twice there: the callers know it by its seal. */

#include "jg-case-carve.h"

#include <string.h>

#include "jg-case-error.h"

#define LEAF 0x0d
#define MAX_PAYLOAD (16 * 1024 * 1024)
#define WAL_HEAD 32
#define FRAME_HEAD 24

struct _JgCaseCarver
{
  GMappedFile *file;
  GMappedFile *journal; /* or NULL */
  gsize page_size;
  GHashTable *committed; /* page number → offset of its last committed version in the journal */
  GArray *others;        /* (element-type gsize): offsets of pages in the journal that were not */
};

static guint32
get32 (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

static guint
get16 (const guint8 *p)
{
  return (guint) p[0] << 8 | p[1];
}

static const guint8 *
bytes_of (GMappedFile *file, gsize *length)
{
  *length = file != NULL ? g_mapped_file_get_length (file) : 0;
  return file != NULL ? (const guint8 *) g_mapped_file_get_contents (file) : NULL;
}

static gboolean
is_page_size (gsize size)
{
  return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

static void
find_page_size (JgCaseCarver *self)
{
  gsize length = 0;
  const guint8 *p = bytes_of (self->file, &length);

  self->page_size = length >= 18 ? get16 (p + 16) : 0;
  if (self->page_size == 1)
    self->page_size = 65536;
  if (is_page_size (self->page_size))
    return;
  /* The beginning is gone; the journal knows it too, and stores are made with 4096. */
  p = bytes_of (self->journal, &length);
  self->page_size = length >= WAL_HEAD && is_page_size (get32 (p + 8)) ? get32 (p + 8) : 4096;
}

/* The checksum of a journal, over pairs of 32-bit words in the byte order that its magic number says. */
static void
add_checksum (const guint8 *p, gsize length, gboolean big, guint32 sum[2])
{
  for (gsize i = 0; i + 8 <= length; i += 8)
    {
      guint32 a = get32 (p + i);
      guint32 b = get32 (p + i + 4);

      if (!big)
        {
          a = GUINT32_SWAP_LE_BE (a);
          b = GUINT32_SWAP_LE_BE (b);
        }
      sum[0] += a + sum[1];
      sum[1] += b + sum[0];
    }
}

/* Sorts the pages of the journal into those of committed transactions and the rest. */
static void
read_journal (JgCaseCarver *self)
{
  gsize length = 0;
  const guint8 *p = bytes_of (self->journal, &length);
  const gsize step = FRAME_HEAD + self->page_size;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint32 sum[2] = { 0, 0 };
  gboolean whole = FALSE;
  gboolean big = FALSE;

  if (length < WAL_HEAD)
    return;
  big = get32 (p) == 0x377f0683;
  add_checksum (p, 24, big, sum);
  whole = (big || get32 (p) == 0x377f0682) && sum[0] == get32 (p + 24) && sum[1] == get32 (p + 28);
  for (gsize at = WAL_HEAD; at + step <= length; at += step)
    {
      const gsize page = at + FRAME_HEAD;

      add_checksum (p + at, 8, big, sum);
      add_checksum (p + page, self->page_size, big, sum);
      whole = whole && memcmp (p + at + 8, p + 16, 8) == 0 && sum[0] == get32 (p + at + 16) &&
              sum[1] == get32 (p + at + 20);
      if (!whole)
        {
          g_array_append_val (self->others, page);
          continue;
        }
      g_array_append_val (open, at);
      if (get32 (p + at + 4) == 0)
        continue;
      for (guint i = 0; i < open->len; i++)
        {
          const gsize frame = g_array_index (open, gsize, i);

          g_hash_table_replace (self->committed, GUINT_TO_POINTER (get32 (p + frame)),
                                GSIZE_TO_POINTER (frame + FRAME_HEAD));
        }
      g_array_set_size (open, 0);
    }
  for (guint i = 0; i < open->len; i++)
    {
      const gsize page = g_array_index (open, gsize, i) + FRAME_HEAD;

      g_array_append_val (self->others, page);
    }
}

/* jg_case_carver_new:
 * @path: the damaged file
 *
 * Returns: (transfer full): its pages, or %NULL with JG_CASE_ERROR_NOT_FOUND */
JgCaseCarver *
jg_case_carver_new (const char *path, GError **error)
{
  g_autoptr (JgCaseCarver) self = g_new0 (JgCaseCarver, 1);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);

  self->committed = g_hash_table_new (NULL, NULL);
  self->others = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->file = g_mapped_file_new (path, FALSE, NULL);
  self->journal = g_mapped_file_new (journal, FALSE, NULL);
  if (self->file == NULL)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "读不到“%s”。", shown);
      return NULL;
    }
  find_page_size (self);
  read_journal (self);
  return g_steal_pointer (&self);
}

/* jg_case_carver_free:
 * @self: (transfer full): pages */
void
jg_case_carver_free (JgCaseCarver *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_clear_pointer (&self->journal, g_mapped_file_unref);
  g_hash_table_unref (self->committed);
  g_array_unref (self->others);
  g_free (self);
}

/* A page as it was last committed; NULL when there is none of that number. */
static const guint8 *
find_page (JgCaseCarver *self, guint32 number, gboolean with_journal)
{
  gsize length = 0;
  const guint8 *file = bytes_of (self->file, &length);
  gpointer offset = NULL;

  if (with_journal &&
      g_hash_table_lookup_extended (self->committed, GUINT_TO_POINTER (number), NULL, &offset))
    return bytes_of (self->journal, &length) + GPOINTER_TO_SIZE (offset);
  if (number == 0 || (guint64) number * self->page_size > length)
    return NULL;
  return file + (gsize) (number - 1) * self->page_size;
}

/* Reads a number of 1 to 9 bytes; returns what follows it, or NULL. */
static const guint8 *
read_varint (const guint8 *p, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 9 && p < end; i++, p++)
    {
      if (i == 8)
        {
          *value = *value << 8 | *p;
          return p + 1;
        }
      *value = *value << 7 | (*p & 0x7f);
      if ((*p & 0x80) == 0)
        return p + 1;
    }
  return NULL;
}

static gint64
read_number (const guint8 *p, guint bytes)
{
  guint64 value = bytes > 0 && (p[0] & 0x80) != 0 ? G_MAXUINT64 : 0;

  for (guint i = 0; i < bytes; i++)
    value = value << 8 | p[i];
  return (gint64) value;
}

/* Takes a record apart. Returns FALSE when it is none that a store could have. */
static gboolean
read_record (const guint8 *p, gsize length, JgCaseCarved *row)
{
  static const guint widths[] = { 0, 1, 2, 3, 4, 6, 8 };
  const guint8 *end = p + length;
  const guint8 *types = NULL;
  const guint8 *types_end = NULL;
  const guint8 *body = NULL;
  guint64 head = 0;

  types = read_varint (p, end, &head);
  if (types == NULL || head > length)
    return FALSE;
  types_end = p + head;
  body = types_end;
  row->n_columns = 0;
  while (types < types_end)
    {
      JgCaseColumn *column = &row->columns[row->n_columns];
      guint64 type = 0;

      types = read_varint (types, types_end, &type);
      if (types == NULL || row->n_columns == JG_CASE_CARVED_COLUMNS)
        return FALSE;
      memset (column, 0, sizeof *column);
      if (type <= 6 || type == 8 || type == 9)
        {
          const guint width = type <= 6 ? widths[type] : 0;

          if ((gsize) (end - body) < width)
            return FALSE;
          column->is_number = TRUE;
          column->number = type == 9 ? 1 : type == 8 ? 0 : read_number (body, width);
          body += width;
        }
      else if (type >= 12)
        {
          const guint64 size = (type - 12) / 2;

          if ((guint64) (end - body) < size)
            return FALSE;
          column->bytes = body;
          column->length = (gsize) size;
          body += size;
        }
      else
        {
          return FALSE;
        }
      row->n_columns++;
    }
  return row->n_columns > 0;
}

/* Puts together what a cell and the pages it goes on to hold. */
static gboolean
gather (JgCaseCarver *self,
        const guint8 *local,
        gsize n_local,
        guint32 next,
        gsize total,
        gboolean with_journal,
        GByteArray *payload)
{
  const gsize each = self->page_size - 4;

  g_byte_array_set_size (payload, 0);
  g_byte_array_append (payload, local, (guint) n_local);
  while (payload->len < total)
    {
      const guint8 *page = find_page (self, next, with_journal);

      if (page == NULL)
        return FALSE;
      g_byte_array_append (payload, page + 4, (guint) MIN (each, total - payload->len));
      next = get32 (page);
    }
  return TRUE;
}

static void
carve_cell (JgCaseCarver *self,
            const guint8 *p,
            const guint8 *end,
            gboolean with_journal,
            GByteArray *payload,
            JgCaseCarvedFunc function,
            gpointer data)
{
  const gsize usable = self->page_size;
  const gsize max_local = usable - 35;
  const gsize min_local = (usable - 12) * 32 / 255 - 23;
  guint64 total = 0;
  guint64 id = 0;
  gsize local;
  JgCaseCarved row;

  p = read_varint (p, end, &total);
  if (p != NULL)
    p = read_varint (p, end, &id);
  if (p == NULL || total < 2 || total > MAX_PAYLOAD)
    return;
  row.id = (gint64) id;
  if (total <= max_local)
    {
      if ((guint64) (end - p) >= total && read_record (p, (gsize) total, &row))
        function (&row, data);
      return;
    }
  local = min_local + (gsize) (total - min_local) % (usable - 4);
  if (local > max_local)
    local = min_local;
  if ((gsize) (end - p) >= local + 4 &&
      gather (self, p, local, get32 (p + local), (gsize) total, with_journal, payload) &&
      read_record (payload->data, payload->len, &row))
    function (&row, data);
}

static void
carve_page (JgCaseCarver *self,
            const guint8 *page,
            gboolean first,
            gboolean with_journal,
            GByteArray *payload,
            JgCaseCarvedFunc function,
            gpointer data)
{
  const gsize head = first ? 100 : 0;
  const guint n_cells = get16 (page + head + 3);

  if (page[head] != LEAF)
    return;
  for (guint i = 0; i < n_cells && head + 8 + 2 * (gsize) i + 2 <= self->page_size; i++)
    {
      const gsize at = get16 (page + head + 8 + 2 * i);

      if (at >= head + 8 && at < self->page_size)
        carve_cell (self, page + at, page + self->page_size, with_journal, payload, function, data);
    }
}

/* jg_case_carver_run:
 * @function: gets every row that is found; those of the last committed state come first
 *
 * Reads all rows of a damaged file. The same row may come several times. */
void
jg_case_carver_run (JgCaseCarver *self, JgCaseCarvedFunc function, gpointer data)
{
  g_autoptr (GByteArray) payload = g_byte_array_new ();
  gsize length = 0;
  const guint8 *journal = bytes_of (self->journal, &length);
  guint32 n_pages = 0;
  GHashTableIter iter;
  gpointer key, value;

  bytes_of (self->file, &length);
  n_pages = (guint32) (length / self->page_size);
  g_hash_table_iter_init (&iter, self->committed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    carve_page (self, journal + GPOINTER_TO_SIZE (value), GPOINTER_TO_UINT (key) == 1, TRUE,
                payload, function, data);
  for (guint32 number = 1; number <= n_pages; number++)
    if (!g_hash_table_contains (self->committed, GUINT_TO_POINTER (number)))
      carve_page (self, find_page (self, number, FALSE), number == 1, TRUE, payload, function,
                  data);
  for (guint32 number = 1; number <= n_pages; number++)
    carve_page (self, find_page (self, number, FALSE), number == 1, FALSE, payload, function, data);
  for (guint i = 0; i < self->others->len; i++)
    carve_page (self, journal + g_array_index (self->others, gsize, i), FALSE, TRUE, payload,
                function, data);
}
