/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

/* Takes the next piece of the list from a statement that has just been bound. */
static gboolean
take_piece (JgSearchCursor *self, sqlite3_stmt *stmt)
{
  gboolean taken = FALSE;

  if (sqlite3_step (stmt) == SQLITE_ROW)
    {
      const void *bytes = sqlite3_column_blob (stmt, 1);

      self->first = (guint) sqlite3_column_int64 (stmt, 0);
      self->row = self->first;
      self->at = 0;
      self->length = (guint16) MIN (sqlite3_column_bytes (stmt, 1), JG_GRAM_PIECE);
      if (self->length > 0)
        memcpy (self->data, bytes, self->length);
      self->index->n_pieces++;
      taken = self->length > 0;
    }
  sqlite3_reset (stmt);
  return taken;
}

/* Reads the row at which the cursor stands. The first of a piece is written as a difference of 0. A
 * damaged list ends early. */
static gboolean
read_row (JgSearchCursor *self)
{
  guint64 value = 0;

  for (guint shift = 0; self->at < self->length && shift < 64; shift += 7)
    {
      guint8 byte = self->data[self->at++];

      value |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        {
          self->row += (guint) (value >> JG_GRAM_FLAG_BITS);
          self->flags = (guint) value & ((1u << JG_GRAM_FLAG_BITS) - 1);
          return TRUE;
        }
    }
  return FALSE;
}

static void
end (JgSearchCursor *self)
{
  self->at = self->length = 0;
  self->row = G_MAXUINT;
}

/* jg_search_cursor_open:
 * @index: must outlive the cursor
 * @gram: key of a gram
 *
 * Stands at the first row that holds the gram. The list is read piece by piece as it is needed. */
void
jg_search_cursor_open (JgSearchCursor *self, JgSearchIndex *index, gint64 gram)
{
  self->index = index;
  self->gram = gram;
  self->row = self->flags = 0;
  sqlite3_bind_int64 (index->next_piece, 1, gram);
  sqlite3_bind_int64 (index->next_piece, 2, -1);
  if (!take_piece (self, index->next_piece) || !read_row (self))
    end (self);
}

/* jg_search_cursor_next:
 *
 * Goes to the next row; G_MAXUINT is behind the last. */
void
jg_search_cursor_next (JgSearchCursor *self)
{
  if (self->at < self->length)
    {
      if (!read_row (self))
        end (self);
      return;
    }
  /* Only the last piece has room left. */
  if (self->length <= JG_GRAM_PIECE - JG_GRAM_MOST_BYTES)
    {
      end (self);
      return;
    }
  sqlite3_bind_int64 (self->index->next_piece, 1, self->gram);
  sqlite3_bind_int64 (self->index->next_piece, 2, self->first);
  if (!take_piece (self, self->index->next_piece) || !read_row (self))
    end (self);
}

/* jg_search_cursor_seek:
 *
 * Goes to the first row from @row on, past the pieces between. */
void
jg_search_cursor_seek (JgSearchCursor *self, guint row)
{
  while (self->row < row && self->at < self->length)
    if (!read_row (self))
      end (self);
  if (self->row >= row)
    return;

  if (self->length > JG_GRAM_PIECE - JG_GRAM_MOST_BYTES)
    {
      guint first = self->first;

      sqlite3_bind_int64 (self->index->seek_piece, 1, self->gram);
      sqlite3_bind_int64 (self->index->seek_piece, 2, row);
      sqlite3_bind_int64 (self->index->seek_piece, 3, first);
      if (take_piece (self, self->index->seek_piece))
        {
          if (!read_row (self))
            end (self);
          while (self->row < row && self->at < self->length)
            if (!read_row (self))
              end (self);
          if (self->row >= row)
            return;
        }
    }
  jg_search_cursor_next (self);
}

/* jg_search_cursors_meet:
 * @before: a row
 *
 * Moves all cursors to the first row, from where they stand, that each of them has.
 *
 * Returns: whether there is one before @before */
gboolean
jg_search_cursors_meet (JgSearchCursor *cursors, guint n_cursors, guint before)
{
  guint row = cursors[0].row;

  for (guint i = 0; i < n_cursors;)
    {
      if (cursors[i].row < row)
        jg_search_cursor_seek (&cursors[i], row);
      if (cursors[i].row >= before)
        return FALSE;
      if (cursors[i].row > row)
        {
          row = cursors[i].row;
          i = 0;
        }
      else
        i++;
    }
  return TRUE;
}
