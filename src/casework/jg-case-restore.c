/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing back cases from a backup. The store itself stays: what is brought back is written into it, so that
 * nothing that was saved, deleted or written down since is lost. */

#include <string.h>

#include "jg-case-backup.h"
#include "jg-case-figures-private.h"
#include "jg-case-folder.h"
#include "jg-case-store-private.h"

/* jg_case_preview_free:
 * @self: (transfer full): a preview */
void
jg_case_preview_free (JgCasePreview *self)
{
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->changed);
  g_free (self);
}

static JgCaseDb *
open_backup (JgCaseStore *self, const char *path, GError **error)
{
  g_autoptr (JgCaseDb) copy = NULL;
  guint8 uid[JG_CASE_UID_BYTES];

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  copy = jg_case_db_open_copy (path, TRUE, error);
  if (copy == NULL || !jg_case_db_read_uid (copy, uid, error))
    return NULL;
  if (memcmp (uid, self->uid, sizeof uid) != 0)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_FOREIGN,
                   "这份备份属于另一个服务档案库，不能恢复到这里。");
      return NULL;
    }
  return g_steal_pointer (&copy);
}

/* Sorts one case of the backup in. */
static gboolean
sort_in (JgCaseStore *self, JgCasePreview *preview, sqlite3_stmt *stmt, GError **error)
{
  const gint64 id = sqlite3_column_int64 (stmt, 0);
  const gint64 revision = sqlite3_column_int64 (stmt, 1);
  g_autoptr (JgCaseSummary) summary = jg_case_store_open_summary (
      self, id, revision, sqlite3_column_blob (stmt, 2), (gsize) sqlite3_column_bytes (stmt, 2));
  gint64 now = 0;

  if (!jg_case_store_read_revision (self, id, &now, error))
    return FALSE;
  if (g_hash_table_contains (self->deleted, &id))
    preview->n_deleted++;
  else if (summary == NULL)
    preview->n_damaged++;
  else if (now == 0 || !g_hash_table_contains (self->summaries, &id))
    g_ptr_array_add (preview->missing, g_steal_pointer (&summary));
  else if (now != revision)
    g_ptr_array_add (preview->changed, g_steal_pointer (&summary));
  else
    preview->n_same++;
  return TRUE;
}

static JgCasePreview *
preview_copy (JgCaseStore *self, JgCaseDb *copy, GError **error)
{
  g_autoptr (JgCasePreview) preview = g_new0 (JgCasePreview, 1);
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (copy, "SELECT id, revision, sealed FROM summary ORDER BY id", error);
  int rc;

  preview->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_case_summary_unref);
  preview->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_case_summary_unref);
  if (stmt == NULL)
    return NULL;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    if (!sort_in (self, preview, stmt, error))
      return NULL;
  if (rc != SQLITE_DONE)
    {
      jg_case_db_fail (copy, error);
      return NULL;
    }
  return g_steal_pointer (&preview);
}

/* jg_case_store_preview:
 * @path: a backup
 *
 * Tells what a backup would bring back. Nothing is changed.
 *
 * Returns: (transfer full): the preview; %NULL with JG_CASE_ERROR: LOCKED, NOT_FOUND, FOREIGN, NEWER or DAMAGED */
JgCasePreview *
jg_case_store_preview (JgCaseStore *self, const char *path, GError **error)
{
  g_autoptr (JgCaseDb) copy = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  copy = open_backup (self, path, error);
  return copy != NULL ? preview_copy (self, copy, error) : NULL;
}

/* The content of a case in the backup; NULL when it does not open. */
static GBytes *
read_content (JgCaseStore *self, JgCaseDb *copy, gint64 id)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (copy, "SELECT revision, sealed FROM content WHERE id = ?", NULL);
  JgCaseAddress address = { JG_CASE_PLACE_CONTENT, id, 0 };
  gsize sealed = 0;
  gsize length = 0;
  guint8 *plain = NULL;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, id);
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return NULL;
  address.revision = sqlite3_column_int64 (stmt, 0);
  sealed = (gsize) sqlite3_column_bytes (stmt, 1);
  plain = jg_case_key_open (self->key, &address, sqlite3_column_blob (stmt, 1), sealed,
                            JG_CASE_BLOCK_CONTENT, &length);
  return plain != NULL ? jg_case_wiping_bytes (plain, sealed, length) : NULL;
}

/* A backup of the first version has no figures and no ID numbers. */
static gboolean
has_extras (JgCaseDb *copy)
{
  gint64 version = 0;

  return jg_case_db_get_int (copy, "PRAGMA user_version", &version, NULL) && version >= 2;
}

static gboolean
copy_extras (JgCaseStore *self, JgCaseDb *copy, gint64 id, gint64 revision, GError **error)
{
  g_autoptr (JgCaseKeptFigures) figures = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *purpose = jg_case_store_dup_setting (self, JG_CASE_SETTING_ID_NUMBER);

  if (!has_extras (copy))
    return TRUE;
  figures = jg_case_store_read_figures (self, copy, id, error);
  if (figures == NULL || !jg_case_store_write_figures (self, id, revision, figures, error))
    return FALSE;
  stmt = jg_case_db_prepare (copy, "SELECT sealed FROM id_number WHERE id = ?", error);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  if (*purpose != '\0' && sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_autoptr (GBytes) sealed =
          g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));

      return jg_case_row_write (self->db, "id_number", id, sealed, error);
    }
  return TRUE;
}

static gboolean
is_chosen (const gint64 *ids, guint n_ids, gint64 id)
{
  for (guint i = 0; i < n_ids; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/* Writes one case of the backup into the store, inside jg_case_store_begin(). */
static JgCaseSummary *
restore_one (JgCaseStore *self, JgCaseDb *copy, const JgCaseSummary *summary, GError **error)
{
  g_autoptr (GBytes) content = read_content (self, copy, summary->id);
  g_autoptr (JgCaseSummary) kept = NULL;
  gint64 revision = 0;
  gint64 id = summary->id;

  if (content == NULL)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD,
                   "备份中“%s”的内容已损坏，没有恢复任何档案。", summary->alias);
      return NULL;
    }
  if (!jg_case_store_has_row (self, id))
    {
      self->working.n_cases++;
      self->working.cases ^= (guint64) id;
    }
  kept = jg_case_store_write_case (self, summary, content, NULL, JG_CASE_ACT_RESTORE, error);
  if (kept == NULL || !jg_case_store_read_revision (self, id, &revision, error) ||
      !copy_extras (self, copy, id, revision, error))
    return NULL;
  return g_steal_pointer (&kept);
}

static gboolean
restore_list (JgCaseStore *self,
              JgCaseDb *copy,
              GPtrArray *list,
              const gint64 *ids,
              guint n_ids,
              GPtrArray *kept,
              GError **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      const JgCaseSummary *summary = g_ptr_array_index (list, i);
      JgCaseSummary *written = NULL;

      if (ids != NULL && !is_chosen (ids, n_ids, summary->id))
        continue;
      written = restore_one (self, copy, summary, error);
      if (written == NULL)
        return FALSE;
      g_ptr_array_add (kept, written);
    }
  return TRUE;
}

/* jg_case_store_restore:
 * @path: a backup
 * @ids: (nullable) (array length=n_ids): the cases to bring back, missing or changed ones; %NULL for all that are
 *   missing
 *
 * Brings cases back, all of them or none. Those that were deleted since stay deleted, and what the store holds besides
 * is not touched.
 *
 * Returns: how many were brought back; -1 with the errors of jg_case_store_preview(), RECORD, or an error of writing */
int
jg_case_store_restore (JgCaseStore *self,
                       const char *path,
                       const gint64 *ids,
                       guint n_ids,
                       GError **error)
{
  g_autoptr (JgCaseDb) copy = NULL;
  g_autoptr (JgCasePreview) preview = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  gboolean done;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), -1);
  g_return_val_if_fail (path != NULL, -1);

  copy = open_backup (self, path, error);
  if (copy != NULL)
    preview = preview_copy (self, copy, error);
  if (preview == NULL || !jg_case_store_begin (self, error))
    return -1;
  done = restore_list (self, copy, preview->missing, ids, n_ids, kept, error) &&
         (ids == NULL || restore_list (self, copy, preview->changed, ids, n_ids, kept, error));
  if (!jg_case_store_end (self, done, FALSE, error))
    {
      g_ptr_array_set_free_func (kept, (GDestroyNotify) jg_case_summary_unref);
      return -1;
    }
  for (guint i = 0; i < kept->len; i++)
    jg_case_store_keep_summary (self, g_ptr_array_index (kept, i));
  jg_case_store_emit_changed (self);
  return (int) kept->len;
}

/* jg_case_store_restore_file:
 * @self: a store that is not open, and of which there is no file
 * @path: a backup
 *
 * Puts a backup in the place of a store that is gone. It opens with the passphrases of its day; what was deleted since
 * is deleted again when it is unlocked.
 *
 * Returns: whether it is there; otherwise JG_CASE_ERROR: EXISTS, BUSY, NOT_FOUND, FOREIGN, NEWER, DAMAGED or an error of
 *   writing */
gboolean
jg_case_store_restore_file (JgCaseStore *self, const char *path, GError **error)
{
  g_autoptr (JgCaseDb) copy = NULL;
  JgCaseFolder folder;
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  gboolean done = FALSE;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (self->db == NULL, FALSE);

  if (!jg_case_folder_take (&folder, self->path, error))
    {
      jg_case_folder_clear (&folder);
      return FALSE;
    }
  if (g_file_test (self->path, G_FILE_TEST_EXISTS) || g_file_test (wal, G_FILE_TEST_EXISTS))
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_EXISTS,
                 "这里已经有服务档案。请打开它再从备份恢复；打不开时先把它移到一旁。");
  else
    {
      copy = jg_case_db_open_copy (path, TRUE, error);
      done = copy != NULL && jg_case_db_copy (copy, folder.path, NULL, error);
    }
  jg_case_folder_clear (&folder);
  return done;
}
