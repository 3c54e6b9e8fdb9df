/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of deleted cases, kept twice: in the store, and sealed beside its backups. When the store is lost and
 * a backup takes its place, what was deleted since the backup is deleted again. */

#include <string.h>

#include "jg-case-backup.h"
#include "jg-case-store-private.h"

#define MAGIC "JGCD1\n"
#define MAGIC_BYTES 6
#define MAX_BYTES (64 * 1024 * 1024)

static const JgCaseAddress list_address = { JG_CASE_PLACE_DELETED, 1, 0 };

static char *
list_path (JgCaseStore *self)
{
  g_autofree char *folder = jg_case_store_dup_backup_folder (self);
  g_autoptr (GString) name = g_string_new (JG_CASE_COPY_PREFIX);

  for (guint i = 0; i < sizeof self->uid; i++)
    g_string_append_printf (name, "%02x", self->uid[i]);
  g_string_append (name, ".deleted");
  return g_build_filename (folder, name->str, NULL);
}

/* jg_case_store_write_deleted:
 *
 * Writes the list beside the backups, if there are any. It is no error when that cannot be done now: the store has the
 * numbers too. */
void
jg_case_store_write_deleted (JgCaseStore *self)
{
  g_autofree char *path = list_path (self);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer key;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  g_hash_table_iter_init (&iter, self->deleted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const gint64 id = GINT64_TO_LE (*(gint64 *) key);

      g_byte_array_append (plain, (const guint8 *) &id, sizeof id);
    }
  sealed =
      jg_case_key_seal (self->key, &list_address, plain->data, plain->len, JG_CASE_BLOCK_CONTENT);
  g_byte_array_append (file, (const guint8 *) MAGIC, MAGIC_BYTES);
  g_byte_array_append (file, g_bytes_get_data (sealed, NULL), (guint) g_bytes_get_size (sealed));
  if (!g_file_set_contents_full (path, (const char *) file->data, (gssize) file->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &error))
    g_debug ("The list of deleted cases could not be written: %s", error->message);
}

/* Reads the list beside the backups. */
static GArray *
read_list (JgCaseStore *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *path = list_path (self);
  g_autofree char *file = NULL;
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  guint8 *plain = NULL;
  gsize length = 0;
  gsize n = 0;

  if (mapped == NULL || g_mapped_file_get_length (mapped) > MAX_BYTES ||
      g_mapped_file_get_length (mapped) < MAGIC_BYTES ||
      memcmp (g_mapped_file_get_contents (mapped), MAGIC, MAGIC_BYTES) != 0)
    return ids;
  length = g_mapped_file_get_length (mapped) - MAGIC_BYTES;
  plain =
      jg_case_key_open (self->key, &list_address, g_mapped_file_get_contents (mapped) + MAGIC_BYTES,
                        length, JG_CASE_BLOCK_CONTENT, &n);
  for (gsize at = 0; plain != NULL && at + sizeof (gint64) <= n; at += sizeof (gint64))
    {
      gint64 id;

      memcpy (&id, plain + at, sizeof id);
      id = GINT64_FROM_LE (id);
      g_array_append_val (ids, id);
    }
  jg_case_wipe_free (plain, plain != NULL ? length : 0);
  return ids;
}

/* jg_case_store_apply_deleted:
 *
 * Deletes again what the list beside the backups says was deleted; in a store that was never lost there is nothing to
 * do.
 *
 * Returns: whether it was done; otherwise an error of writing */
gboolean
jg_case_store_apply_deleted (JgCaseStore *self, GError **error)
{
  g_autoptr (GArray) ids = read_list (self);
  gboolean known = TRUE;
  gboolean done = TRUE;

  for (guint i = 0; i < ids->len && known; i++)
    known = g_hash_table_contains (self->deleted, &g_array_index (ids, gint64, i));
  if (known)
    return TRUE;
  if (!jg_case_store_begin (self, error))
    return FALSE;
  for (guint i = 0; i < ids->len && done; i++)
    if (!g_hash_table_contains (self->deleted, &g_array_index (ids, gint64, i)))
      done = jg_case_store_delete_rows (self, g_array_index (ids, gint64, i), error);
  if (!jg_case_store_end (self, done, TRUE, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    jg_case_store_drop_summary (self, g_array_index (ids, gint64, i));
  return TRUE;
}
