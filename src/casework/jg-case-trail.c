/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The audit trail as it lies in the file: sealed lines, each linked to the one before by a keyed hash, and
 * the head that says where it ends. */

#include "jg-case-trail-private.h"

#include <string.h>

#define BLOCK 64
#define LINE_BYTES (5 * 8)
#define HEAD_BYTES (8 + JG_CASE_LINK_BYTES + 8 + 8)

static guint8 *
put (guint8 *p, guint64 value)
{
  value = GUINT64_TO_LE (value);
  memcpy (p, &value, 8);
  return p + 8;
}

static const guint8 *
get (const guint8 *p, gint64 *value)
{
  guint64 bits;

  memcpy (&bits, p, 8);
  *value = (gint64) GUINT64_FROM_LE (bits);
  return p + 8;
}

/* jg_case_row_write:
 * @table: a table of id and sealed
 *
 * Writes a row, in the place of the one with the same id.
 *
 * Returns: whether it was done; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_row_write (JgCaseDb *db, const char *table, gint64 id, GBytes *sealed, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (id, sealed) VALUES (?1, ?2) "
                                          "ON CONFLICT (id) DO UPDATE SET sealed = ?2",
                                          table);
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  jg_case_db_bind_bytes (stmt, 2, sealed);
  return jg_case_db_step_done (db, stmt, error);
}

/* jg_case_trail_append:
 * @head: (inout): where the trail ends; changed as far as memory goes
 *
 * Writes one more line, inside a transaction.
 *
 * Returns: whether it was done; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_trail_append (JgCaseDb *db,
                      const JgCaseKey *key,
                      JgCaseHead *head,
                      const JgCaseLine *line,
                      GError **error)
{
  const JgCaseAddress address = { JG_CASE_PLACE_AUDIT, head->number + 1, 0 };
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (db, "INSERT INTO audit VALUES (?, ?, ?)", error);
  g_autoptr (GBytes) sealed = NULL;
  guint8 plain[LINE_BYTES];
  guint8 *p = plain;

  if (stmt == NULL)
    return FALSE;
  p = put (p, (guint64) line->time);
  p = put (p, (guint64) line->counsellor);
  p = put (p, (guint64) line->act);
  p = put (p, (guint64) line->id);
  put (p, (guint64) line->detail);
  sealed = jg_case_key_seal (key, &address, plain, sizeof plain, BLOCK);
  jg_case_key_link (key, head->number > 0 ? head->link : NULL, address.id,
                    g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), head->link);
  head->number++;
  sqlite3_bind_int64 (stmt, 1, address.id);
  jg_case_db_bind_bytes (stmt, 2, sealed);
  sqlite3_bind_blob (stmt, 3, head->link, sizeof head->link, SQLITE_TRANSIENT);
  return jg_case_db_step_done (db, stmt, error);
}

/* jg_case_trail_open_line:
 *
 * Returns: whether the sealed line is one of that number */
gboolean
jg_case_trail_open_line (const JgCaseKey *key,
                         gint64 number,
                         const void *sealed,
                         gsize length,
                         JgCaseLine *line)
{
  const JgCaseAddress address = { JG_CASE_PLACE_AUDIT, number, 0 };
  gsize n = 0;
  guint8 *plain = jg_case_key_open (key, &address, sealed, length, BLOCK, &n);
  const guint8 *p = plain;

  if (plain != NULL && n == LINE_BYTES)
    {
      p = get (p, &line->time);
      p = get (p, &line->counsellor);
      p = get (p, &line->act);
      p = get (p, &line->id);
      get (p, &line->detail);
    }
  jg_case_wipe_free (plain, plain != NULL ? length : 0);
  return plain != NULL && n == LINE_BYTES;
}

/* jg_case_trail_write_head:
 *
 * Returns: whether the head was written, inside a transaction; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_trail_write_head (JgCaseDb *db,
                          const JgCaseKey *key,
                          const JgCaseHead *head,
                          GError **error)
{
  const JgCaseAddress address = { JG_CASE_PLACE_HEAD, 1, 0 };
  g_autoptr (GBytes) sealed = NULL;
  guint8 plain[HEAD_BYTES];
  guint8 *p = plain;

  p = put (p, (guint64) head->number);
  memcpy (p, head->link, JG_CASE_LINK_BYTES);
  p = put (p + JG_CASE_LINK_BYTES, (guint64) head->n_cases);
  put (p, head->cases);
  sealed = jg_case_key_seal (key, &address, plain, sizeof plain, BLOCK);
  return jg_case_row_write (db, "head", 1, sealed, error);
}

/* jg_case_trail_read_head:
 * @head: (out): what the head says
 *
 * Returns: whether there is one */
JgCaseHeadState
jg_case_trail_read_head (JgCaseDb *db, const JgCaseKey *key, JgCaseHead *head, GError **error)
{
  const JgCaseAddress address = { JG_CASE_PLACE_HEAD, 1, 0 };
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (db, "SELECT sealed FROM head WHERE id = 1", error);
  gsize length = 0;
  gsize n = 0;
  guint8 *plain = NULL;
  const guint8 *p = NULL;
  gint64 cases = 0;
  int rc;

  if (stmt == NULL)
    return JG_CASE_HEAD_UNREAD;
  rc = sqlite3_step (stmt);
  if (rc == SQLITE_DONE)
    return JG_CASE_HEAD_NONE;
  if (rc != SQLITE_ROW)
    {
      jg_case_db_fail (db, error);
      return JG_CASE_HEAD_UNREAD;
    }
  length = (gsize) sqlite3_column_bytes (stmt, 0);
  plain = jg_case_key_open (key, &address, sqlite3_column_blob (stmt, 0), length, BLOCK, &n);
  if (plain == NULL || n != HEAD_BYTES)
    {
      jg_case_wipe_free (plain, plain != NULL ? length : 0);
      return JG_CASE_HEAD_DAMAGED;
    }
  p = get (plain, &head->number);
  memcpy (head->link, p, JG_CASE_LINK_BYTES);
  p = get (p + JG_CASE_LINK_BYTES, &head->n_cases);
  get (p, &cases);
  head->cases = (guint64) cases;
  jg_case_wipe_free (plain, length);
  return JG_CASE_HEAD_THERE;
}
