/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving what can be saved of a damaged store. The damaged file is read, never written; a new one is filled with the
 * rows whose seal is unbroken, and only when it is on the disk does it take the place of the other, which is set
 * aside. */

#include "jg-case-rescue.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "guidance/jg-record.h"
#include "jg-case-backup.h"
#include "jg-case-carve.h"
#include "jg-case-db-private.h"
#include "jg-case-keys-private.h"
#include "jg-case-rescue-private.h"

/* jg_case_rescue_free:
 * @self: (transfer full): what came of it */
void
jg_case_rescue_free (JgCaseRescue *self)
{
  g_array_unref (self->lost);
  g_free (self->set_aside);
  g_free (self);
}

/* What is found with the key: every row whose seal is unbroken, still sealed. */
typedef struct
{
  const JgCaseKey *key;
  gint64 now;
  char *today;                                   /* YYYY-MM-DD */
  char *retain_until;                            /* for cases that do not say it any more */
  GHashTable *rows[JG_CASE_PLACE_ID_NUMBER + 1]; /* by place: id → GPtrArray of Row */
} Finds;

typedef struct
{
  gint64 id;
  gint64 revision;
  GBytes *sealed;
  GBytes *second; /* the link of a line, the tag of a counsellor; else NULL */
} Row;

static void
row_free (Row *self)
{
  g_clear_pointer (&self->sealed, g_bytes_unref);
  g_clear_pointer (&self->second, g_bytes_unref);
  g_free (self);
}

static void
finds_init (Finds *self, const JgCaseKey *key, JgCaseStore *store)
{
  self->today = jg_case_store_dup_today (store);
  self->key = key;
  self->now = jg_case_store_now (store);
  self->retain_until = jg_case_store_dup_retain_until (store, self->today);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    self->rows[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
}

static void
finds_clear (Finds *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_hash_table_unref (self->rows[i]);
  g_free (self->today);
  g_free (self->retain_until);
}

static gsize
block_of (JgCasePlace place)
{
  if (place == JG_CASE_PLACE_SUMMARY || place == JG_CASE_PLACE_FIGURES)
    return JG_CASE_BLOCK_SUMMARY;
  return place == JG_CASE_PLACE_CONTENT || place == JG_CASE_PLACE_DRAFT ? JG_CASE_BLOCK_CONTENT
                                                                        : JG_CASE_BLOCK_SMALL;
}

/* The row of a revision; of rows without one, the first that was found, which is the last committed. */
static Row *
find_row (const Finds *self, JgCasePlace place, gint64 id, gint64 revision)
{
  GPtrArray *rows = g_hash_table_lookup (self->rows[place], &id);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (((Row *) g_ptr_array_index (rows, i))->revision == revision)
      return g_ptr_array_index (rows, i);
  return NULL;
}

/* Keeps a row if it opens at that place. */
static gboolean
keep_if_whole (Finds *self,
               JgCasePlace place,
               gint64 id,
               gint64 revision,
               const JgCaseColumn *sealed,
               const JgCaseColumn *second)
{
  const JgCaseAddress address = { place, id, revision };
  gsize length = 0;
  guint8 *plain = jg_case_key_open (self->key, &address, sealed->bytes, sealed->length,
                                    block_of (place), &length);
  GPtrArray *rows = NULL;
  Row *row = NULL;

  if (plain == NULL)
    return FALSE;
  jg_case_wipe_free (plain, sealed->length);
  if (find_row (self, place, id, revision) != NULL)
    return TRUE;
  row = g_new0 (Row, 1);
  row->id = id;
  row->revision = revision;
  row->sealed = g_bytes_new (sealed->bytes, sealed->length);
  if (second != NULL)
    row->second = g_bytes_new (second->bytes, second->length);
  rows = g_hash_table_lookup (self->rows[place], &id);
  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
      g_hash_table_insert (self->rows[place], g_memdup2 (&id, sizeof id), rows);
    }
  g_ptr_array_add (rows, row);
  return TRUE;
}

static void
find_rows (const JgCaseCarved *row, gpointer data)
{
  static const JgCasePlace with_revision[] = { JG_CASE_PLACE_SUMMARY, JG_CASE_PLACE_CONTENT,
                                               JG_CASE_PLACE_FIGURES };
  static const JgCasePlace without[] = { JG_CASE_PLACE_DRAFT,   JG_CASE_PLACE_TOMBSTONE,
                                         JG_CASE_PLACE_HEAD,    JG_CASE_PLACE_NOTICE,
                                         JG_CASE_PLACE_SETTING, JG_CASE_PLACE_ID_NUMBER };
  Finds *self = data;
  const JgCaseColumn *columns = row->columns;
  gboolean kept = FALSE;

  if (row->n_columns == 3 && columns[1].is_number && !columns[2].is_number)
    for (guint i = 0; i < G_N_ELEMENTS (with_revision) && !kept; i++)
      kept = keep_if_whole (self, with_revision[i], row->id, columns[1].number, &columns[2], NULL);
  else if (row->n_columns == 2 && !columns[1].is_number)
    for (guint i = 0; i < G_N_ELEMENTS (without) && !kept; i++)
      kept = keep_if_whole (self, without[i], row->id, 0, &columns[1], NULL);
  else if (row->n_columns == 3 && !columns[1].is_number && !columns[2].is_number)
    kept = (columns[2].length == JG_CASE_LINK_BYTES &&
            keep_if_whole (self, JG_CASE_PLACE_AUDIT, row->id, 0, &columns[1], &columns[2])) ||
           (columns[1].length == JG_CASE_TAG_BYTES &&
            keep_if_whole (self, JG_CASE_PLACE_COUNSELLOR, row->id, 0, &columns[2], &columns[1]));
}

static gboolean
insert (JgCaseDb *db, const char *sql, const Row *row, gboolean with_revision, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, row->id);
  jg_case_db_bind_bytes (stmt, 2, row->sealed);
  if (with_revision)
    sqlite3_bind_int64 (stmt, 3, row->revision);
  else if (row->second != NULL)
    jg_case_db_bind_bytes (stmt, 3, row->second);
  return jg_case_db_step_done (db, stmt, error);
}

/* Writes all rows of a place, one of each id. */
static gboolean
write_place (Finds *self, JgCaseDb *db, JgCasePlace place, const char *sql, GError **error)
{
  GHashTableIter iter;
  gpointer rows;

  g_hash_table_iter_init (&iter, self->rows[place]);
  while (g_hash_table_iter_next (&iter, NULL, &rows))
    if (!insert (db, sql, g_ptr_array_index ((GPtrArray *) rows, 0), FALSE, error))
      return FALSE;
  return TRUE;
}

static gint64
id_of_tombstone (const Finds *self, const Row *row)
{
  const JgCaseAddress address = { JG_CASE_PLACE_TOMBSTONE, row->id, 0 };
  gsize length = 0;
  guint8 *plain = jg_case_key_open (self->key, &address, g_bytes_get_data (row->sealed, NULL),
                                    g_bytes_get_size (row->sealed), JG_CASE_BLOCK_SMALL, &length);
  gint64 id = 0;

  if (plain != NULL && length >= sizeof id)
    memcpy (&id, plain, sizeof id);
  jg_case_wipe_free (plain, plain != NULL ? g_bytes_get_size (row->sealed) : 0);
  return GINT64_FROM_LE (id);
}

/* The cases that were deleted: an old page may still have them. */
static GHashTable *
list_deleted (const Finds *self)
{
  GHashTable *deleted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer rows;

  g_hash_table_iter_init (&iter, self->rows[JG_CASE_PLACE_TOMBSTONE]);
  while (g_hash_table_iter_next (&iter, NULL, &rows))
    {
      const gint64 id = id_of_tombstone (self, g_ptr_array_index ((GPtrArray *) rows, 0));

      g_hash_table_add (deleted, g_memdup2 (&id, sizeof id));
    }
  return deleted;
}

static Row *
newest_row (const Finds *self, JgCasePlace place, gint64 id, gint64 up_to)
{
  GPtrArray *rows = g_hash_table_lookup (self->rows[place], &id);
  Row *newest = NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows, i);

      if (row->revision <= up_to && (newest == NULL || row->revision > newest->revision))
        newest = row;
    }
  return newest;
}

static JgRecord *
open_record (const Finds *self, const Row *content)
{
  const JgCaseAddress address = { JG_CASE_PLACE_CONTENT, content->id, content->revision };
  const gsize n = g_bytes_get_size (content->sealed);
  gsize length = 0;
  guint8 *plain = jg_case_key_open (self->key, &address, g_bytes_get_data (content->sealed, NULL),
                                    n, JG_CASE_BLOCK_CONTENT, &length);
  JgRecord *record =
      jg_record_new_from_data ((const char *) plain, (gssize) length, "record", self->today, NULL);

  jg_case_wipe_free (plain, n);
  return record;
}

/* What the list shows of a case of which only the content is left, or an older summary: the content has the rest, and
 * the next saving puts it in order. */
static GBytes *
seal_summary (const Finds *self, const Row *content, const Row *older)
{
  const JgCaseAddress address = { JG_CASE_PLACE_SUMMARY, content->id, content->revision };
  JgCaseSummary bare = { .id = content->id,
                         .created = self->now,
                         .changed = self->now,
                         .status = JG_CASE_OPEN,
                         .alias = "（从损坏的文件抢救）",
                         .retain_until = self->retain_until };
  g_autoptr (JgRecord) record = NULL;
  g_autoptr (GByteArray) packed = NULL;
  GBytes *sealed = NULL;

  if (older != NULL)
    {
      const JgCaseAddress old_address = { JG_CASE_PLACE_SUMMARY, older->id, older->revision };
      const gsize n = g_bytes_get_size (older->sealed);
      gsize length = 0;
      guint8 *plain =
          jg_case_key_open (self->key, &old_address, g_bytes_get_data (older->sealed, NULL), n,
                            JG_CASE_BLOCK_SUMMARY, &length);

      sealed = jg_case_key_seal (self->key, &address, plain, length, JG_CASE_BLOCK_SUMMARY);
      jg_case_wipe_free (plain, n);
      return sealed;
    }
  record = open_record (self, content);
  if (record != NULL && jg_profile_get_alias (jg_record_get_profile (record)) != NULL)
    bare.alias = jg_profile_get_alias (jg_record_get_profile (record));
  if (record != NULL)
    bare.follow_up = jg_record_get_follow_up (record);
  packed = jg_case_summary_pack (&bare);
  return jg_case_key_seal (self->key, &address, packed->data, packed->len, JG_CASE_BLOCK_SUMMARY);
}

/* Writes a case as its content was last. */
static gboolean
write_case (Finds *self, JgCaseDb *db, gint64 id, GError **error)
{
  const Row *content = newest_row (self, JG_CASE_PLACE_CONTENT, id, G_MAXINT64);
  const Row *same = find_row (self, JG_CASE_PLACE_SUMMARY, id, content->revision);
  const Row *figures = newest_row (self, JG_CASE_PLACE_FIGURES, id, content->revision);
  g_autoptr (GBytes) sealed =
      same != NULL
          ? g_bytes_ref (same->sealed)
          : seal_summary (self, content, newest_row (self, JG_CASE_PLACE_SUMMARY, id, G_MAXINT64));
  const Row summary = { id, content->revision, sealed, NULL };

  return insert (db, "INSERT INTO summary (id, sealed, revision) VALUES (?, ?, ?)", &summary, TRUE,
                 error) &&
         insert (db, "INSERT INTO content (id, sealed, revision) VALUES (?, ?, ?)", content, TRUE,
                 error) &&
         (figures == NULL ||
          insert (db, "INSERT INTO figures (id, sealed, revision) VALUES (?, ?, ?)", figures, TRUE,
                  error));
}

static gboolean
write_cases (Finds *self, JgCaseDb *db, guint *n, GError **error)
{
  g_autoptr (GHashTable) deleted = list_deleted (self);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->rows[JG_CASE_PLACE_CONTENT]);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (deleted, id))
      {
        if (!write_case (self, db, *(gint64 *) id, error))
          return FALSE;
        (*n)++;
      }
  return TRUE;
}

static gboolean
write_slots (JgCaseStore *self, JgCaseDb *db, GPtrArray *slots, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (db, "INSERT INTO store VALUES (1, ?)", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_blob (stmt, 1, self->uid, sizeof self->uid, SQLITE_TRANSIENT);
  if (!jg_case_db_step_done (db, stmt, error))
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    if (!jg_case_slot_insert (db, g_ptr_array_index (slots, i), error))
      return FALSE;
  return TRUE;
}

/* Fills a new file beside the damaged one. */
static gboolean
fill (JgCaseStore *self, Finds *finds, GPtrArray *slots, const char *path, guint *n, GError **error)
{
  g_autoptr (JgCaseDb) db = jg_case_db_create_unlocked (path, error);

  return db != NULL && write_slots (self, db, slots, error) && write_cases (finds, db, n, error) &&
         write_place (finds, db, JG_CASE_PLACE_COUNSELLOR,
                      "INSERT INTO counsellor (id, name, tag) VALUES (?, ?, ?)", error) &&
         write_place (finds, db, JG_CASE_PLACE_AUDIT,
                      "INSERT INTO audit (id, sealed, link) VALUES (?, ?, ?)", error) &&
         write_place (finds, db, JG_CASE_PLACE_DRAFT, "INSERT INTO draft VALUES (?, ?)", error) &&
         write_place (finds, db, JG_CASE_PLACE_TOMBSTONE, "INSERT INTO tombstone VALUES (?, ?)",
                      error) &&
         write_place (finds, db, JG_CASE_PLACE_HEAD, "INSERT INTO head VALUES (?, ?)", error) &&
         write_place (finds, db, JG_CASE_PLACE_NOTICE, "INSERT INTO notice VALUES (?, ?)", error) &&
         write_place (finds, db, JG_CASE_PLACE_SETTING, "INSERT INTO setting VALUES (?, ?)",
                      error) &&
         write_place (finds, db, JG_CASE_PLACE_ID_NUMBER, "INSERT INTO id_number VALUES (?, ?)",
                      error) &&
         jg_case_db_exec (db, "DELETE FROM id_number WHERE id NOT IN (SELECT id FROM summary)",
                          error) &&
         jg_case_db_commit (db, error) && jg_case_db_forget (db, error);
}

/* Moves the file and its journal into a folder of their own. */
static char *
move_aside (JgCaseStore *self, const JgCaseFolder *place, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *base = g_path_get_basename (place->path);
  g_autofree char *folder = jg_case_damaged_folder (place->name, jg_case_store_now (self), error);

  if (folder == NULL)
    return NULL;
  /* The file first: a journal that stays behind alone is told from a store that is not there yet. */
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (place->path, suffixes[i], NULL);
      g_autofree char *name = g_strconcat (base, suffixes[i], NULL);
      g_autofree char *to = g_build_filename (folder, name, NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          jg_case_folder_fail (from, errno, error);
          return NULL;
        }
    }
  jg_case_folder_sync (place->name);
  return g_steal_pointer (&folder);
}

/* jg_case_store_set_aside:
 * @self: a store that is not open
 *
 * Moves a file that does not open out of the way; nothing of it is changed. It goes when backups of that age go.
 *
 * Returns: (transfer full): the folder where it is now; %NULL with JG_CASE_ERROR_BUSY or an error of writing */
char *
jg_case_store_set_aside (JgCaseStore *self, GError **error)
{
  JgCaseFolder place;
  char *folder = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);
  g_return_val_if_fail (self->db == NULL, NULL);

  if (jg_case_folder_take (&place, self->path, error))
    folder = move_aside (self, &place, error);
  jg_case_folder_clear (&place);
  return folder;
}

/* Reads everything that opens with the key into a new file, which takes the place of the damaged one. */
static gboolean
replace (JgCaseStore *self,
         JgCaseCarver *carver,
         const JgCaseFolder *place,
         const guint8 *data,
         GPtrArray *slots,
         JgCaseRescue *rescue,
         GError **error)
{
  g_autofree char *fresh = g_strconcat (place->path, ".rescue", NULL);
  g_autoptr (JgCaseKey) key = jg_case_key_new (self->uid, data, error);
  Finds finds;
  gboolean done;

  if (key == NULL || !jg_case_folder_sweep (fresh, error))
    return FALSE;
  finds_init (&finds, key, self);
  jg_case_carver_run (carver, find_rows, &finds);
  done = fill (self, &finds, slots, fresh, &rescue->n_saved, error);
  finds_clear (&finds);
  if (!done)
    {
      jg_case_folder_sweep (fresh, NULL);
      return FALSE;
    }
  rescue->set_aside = move_aside (self, place, error);
  if (rescue->set_aside == NULL)
    return FALSE;
  if (g_rename (fresh, place->path) != 0)
    return jg_case_folder_fail (place->path, errno, error);
  jg_case_folder_sync (place->name);
  return TRUE;
}

/* jg_case_store_rescue:
 * @self: a store that does not open because it is damaged
 * @name: (nullable): the counsellor; needed when the passphrase alone does not say
 * @secret: the passphrase, or what stands on the recovery sheet
 * @is_recovery: which of the two it is
 *
 * Saves row by row what can be read, sets the damaged file aside, and unlocks the store. Which cases there were besides
 * is known as far as the audit trail is whole; the backups may have them.
 *
 * Returns: (transfer full): what came of it; %NULL with JG_CASE_ERROR: PASSPHRASE, INVALID, BUSY, NOT_FOUND, DAMAGED when
 *   not even the key is left, or an error of writing; then the damaged file is where it was */
JgCaseRescue *
jg_case_store_rescue (JgCaseStore *self,
                      const char *name,
                      const char *secret,
                      gboolean is_recovery,
                      GError **error)
{
  g_autoptr (JgCaseRescue) rescue = g_new0 (JgCaseRescue, 1);
  g_autoptr (JgCaseCarver) carver = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  guint8 *data = NULL;
  JgCaseFolder place;
  gint64 counsellor = 0;
  gboolean done = FALSE;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);
  g_return_val_if_fail (self->db == NULL, NULL);
  g_return_val_if_fail (secret != NULL, NULL);

  rescue->lost = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!jg_case_seal_init (error))
    return NULL;
  data = jg_case_seal_new_guarded (JG_CASE_KEY_BYTES, error);
  if (data == NULL)
    return NULL;
  if (jg_case_folder_take (&place, self->path, error))
    carver = jg_case_carver_new (place.path, error);
  done = carver != NULL &&
         jg_case_rescue_open_doors (self, carver, name, secret, is_recovery, data, &counsellor,
                                    &slots, error) &&
         replace (self, carver, &place, data, slots, rescue, error);
  jg_case_folder_clear (&place);
  done = done && jg_case_store_open (self, error) &&
         jg_case_store_begin_session (self, data, counsellor, error);
  jg_case_seal_free_guarded (data);
  if (!done)
    return NULL;
  jg_case_store_log_later (self, JG_CASE_ACT_RESCUE, 0, rescue->n_saved);
  rescue->whole = jg_case_store_list_lost (self, rescue->lost);
  return g_steal_pointer (&rescue);
}
