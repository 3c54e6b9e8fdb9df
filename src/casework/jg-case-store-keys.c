/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who can open the store. Every counsellor has a passphrase of their own that wraps the same key; the
 * recovery key wraps it too. */

#include "jg-case-keys-private.h"

#include <string.h>

#include "jg-case-code.h"
#include "text/jg-text.h"

#define MAX_NAME 40

static gboolean
is_one_letter (const char *text)
{
  const gunichar first = g_utf8_get_char (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) != first)
      return FALSE;
  return TRUE;
}

/* jg_case_passphrase_check:
 * @passphrase: what somebody chose
 * @name: (nullable): who
 *
 * Returns: whether it will do; otherwise JG_CASE_ERROR_INVALID, which says what to choose */
gboolean
jg_case_passphrase_check (const char *passphrase, const char *name, GError **error)
{
  const char *problem = NULL;

  g_return_val_if_fail (passphrase != NULL, FALSE);

  if (!g_utf8_validate (passphrase, -1, NULL) ||
      g_utf8_strlen (passphrase, -1) < JG_CASE_MIN_PASSPHRASE)
    problem = "口令太短：至少 8 个字。可以用几个不相关的词连成一句。";
  else if (is_one_letter (passphrase) || (name != NULL && strstr (passphrase, name) != NULL))
    problem = "口令太容易猜：不要只用一个字符，也不要含自己的姓名。";
  if (problem != NULL)
    g_set_error_literal (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID, problem);
  return problem == NULL;
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *folded = name != NULL && g_utf8_validate (name, -1, NULL)
                                ? jg_text_normalize_compact (name)
                                : g_strdup ("");

  if (*folded != '\0' && g_utf8_strlen (name, -1) <= MAX_NAME)
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID, "请写职业指导员的姓名，最多 %d 个字。",
               MAX_NAME);
  return FALSE;
}

static void
make_tag (JgCaseStore *self, const char *name, guint8 *tag)
{
  g_autofree char *folded = jg_text_normalize_compact (name);

  jg_case_seal_tag (self->uid, folded, tag);
}

/* jg_case_store_is_tag_of:
 * @tag: (nullable): of a counsellor
 *
 * Returns: whether the tag is that of a name */
gboolean
jg_case_store_is_tag_of (JgCaseStore *self, GBytes *tag, const char *name)
{
  guint8 own[JG_CASE_TAG_BYTES];

  if (tag == NULL || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  make_tag (self, name, own);
  return g_bytes_get_size (tag) == sizeof own &&
         memcmp (g_bytes_get_data (tag, NULL), own, sizeof own) == 0;
}

/* jg_case_store_find_counsellor:
 *
 * Returns: the number of a counsellor by name, 0 when there is none */
gint64
jg_case_store_find_counsellor (JgCaseStore *self, const char *name)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (self->db, "SELECT id FROM counsellor WHERE tag = ?", NULL);
  guint8 tag[JG_CASE_TAG_BYTES];

  if (stmt == NULL || !g_utf8_validate (name, -1, NULL))
    return 0;
  make_tag (self, name, tag);
  sqlite3_bind_blob (stmt, 1, tag, sizeof tag, SQLITE_TRANSIENT);
  return sqlite3_step (stmt) == SQLITE_ROW ? sqlite3_column_int64 (stmt, 0) : 0;
}

static JgCaseSlot *
read_slot (sqlite3_stmt *stmt)
{
  JgCaseSlot *slot = NULL;

  if (sqlite3_column_bytes (stmt, 3) != JG_CASE_SALT_BYTES)
    return NULL;
  slot = g_new0 (JgCaseSlot, 1);
  slot->id = sqlite3_column_int64 (stmt, 0);
  slot->counsellor = sqlite3_column_int64 (stmt, 1);
  slot->kind = (JgCaseSlotKind) sqlite3_column_int (stmt, 2);
  memcpy (slot->salt, sqlite3_column_blob (stmt, 3), JG_CASE_SALT_BYTES);
  slot->operations = sqlite3_column_int64 (stmt, 4);
  slot->memory = sqlite3_column_int64 (stmt, 5);
  slot->wrapped =
      g_bytes_new (sqlite3_column_blob (stmt, 6), (gsize) sqlite3_column_bytes (stmt, 6));
  return slot;
}

/* jg_case_store_read_slots:
 * @counsellor: whose, or -1 for everybody's
 *
 * Returns: (transfer full) (element-type JgCaseSlot): the slots of one kind */
GPtrArray *
jg_case_store_read_slots (JgCaseStore *self, JgCaseSlotKind kind, gint64 counsellor)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (
      self->db,
      "SELECT id, counsellor, kind, salt, operations, memory, wrapped FROM slot "
      "WHERE kind = ?1 AND (?2 < 0 OR counsellor = ?2) ORDER BY id",
      NULL);
  GPtrArray *slots = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_case_slot_free);

  if (stmt == NULL)
    return slots;
  sqlite3_bind_int (stmt, 1, kind);
  sqlite3_bind_int64 (stmt, 2, counsellor);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgCaseSlot *slot = read_slot (stmt);

      if (slot != NULL)
        g_ptr_array_add (slots, slot);
    }
  return slots;
}

/* jg_case_slot_insert:
 *
 * Writes a slot, inside a transaction.
 *
 * Returns: whether it was done; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_slot_insert (JgCaseDb *db, const JgCaseSlot *slot, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (db, "INSERT INTO slot VALUES (?, ?, ?, ?, ?, ?, ?)", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, slot->id);
  sqlite3_bind_int64 (stmt, 2, slot->counsellor);
  sqlite3_bind_int (stmt, 3, slot->kind);
  sqlite3_bind_blob (stmt, 4, slot->salt, sizeof slot->salt, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (stmt, 5, slot->operations);
  sqlite3_bind_int64 (stmt, 6, slot->memory);
  jg_case_db_bind_bytes (stmt, 7, slot->wrapped);
  return jg_case_db_step_done (db, stmt, error);
}

/* jg_case_store_replace_slot:
 * @counsellor: whose, 0 for the recovery key
 * @secret: what is to open it
 *
 * Puts a slot in the place of all others of its kind and counsellor, inside jg_case_store_begin(). The number of a slot is
 * sealed in it, so that it is taken before the slot is made.
 *
 * Returns: whether it was done; otherwise JG_CASE_ERROR_MEMORY or an error of writing */
gboolean
jg_case_store_replace_slot (JgCaseStore *self,
                            JgCaseSlotKind kind,
                            gint64 counsellor,
                            const void *secret,
                            gsize length,
                            GError **error)
{
  g_autoptr (JgCaseSlot) slot = NULL;
  g_autoptr (sqlite3_stmt) drop =
      jg_case_db_prepare (self->db, "DELETE FROM slot WHERE kind = ? AND counsellor = ?", error);
  g_autoptr (sqlite3_stmt) insert = NULL;
  gint64 id = 0;

  if (!jg_case_db_get_int (self->db,
                           "SELECT 1 + coalesce((SELECT seq FROM sqlite_sequence "
                           "WHERE name = 'slot'), 0)",
                           &id, error))
    return FALSE;
  slot = jg_case_slot_new (id, counsellor, kind, secret, length, self->key, error);
  if (slot == NULL || drop == NULL)
    return FALSE;
  sqlite3_bind_int (drop, 1, kind);
  sqlite3_bind_int64 (drop, 2, counsellor);
  if (!jg_case_db_step_done (self->db, drop, error))
    return FALSE;
  return jg_case_slot_insert (self->db, slot, error);
}

static gboolean
replace_passphrase (JgCaseStore *self, gint64 counsellor, const char *passphrase, GError **error)
{
  char *folded = jg_case_slot_fold (passphrase);
  gboolean done = jg_case_store_replace_slot (self, JG_CASE_SLOT_PASSPHRASE, counsellor, folded,
                                              strlen (folded), error);

  jg_case_wipe_free (folded, strlen (folded));
  return done;
}

static char *
replace_recovery (JgCaseStore *self, GError **error)
{
  guint8 secret[JG_CASE_RECOVERY_BYTES];
  char *text = NULL;

  jg_case_seal_random (secret, sizeof secret);
  if (jg_case_store_replace_slot (self, JG_CASE_SLOT_RECOVERY, 0, secret, sizeof secret, error))
    text = jg_case_code_from_recovery (secret);
  jg_case_wipe (secret, sizeof secret);
  return text;
}

/* Writes a counsellor's name, unless it is there. Returns the number, or 0. Inside a transaction. */
static gint64
ensure_counsellor (JgCaseStore *self, const char *name, GError **error)
{
  gint64 id = jg_case_store_find_counsellor (self, name);
  JgCaseAddress address = { JG_CASE_PLACE_COUNSELLOR, 0, 0 };
  g_autoptr (sqlite3_stmt) insert = NULL;
  g_autoptr (GBytes) sealed = NULL;
  guint8 tag[JG_CASE_TAG_BYTES];

  if (id != 0)
    return id;
  if (!jg_case_db_get_int (self->db, "SELECT coalesce(max(id), 0) + 1 FROM counsellor", &id, error))
    return 0;
  insert = jg_case_db_prepare (self->db, "INSERT INTO counsellor VALUES (?, ?, ?)", error);
  if (insert == NULL)
    return 0;
  address.id = id;
  sealed = jg_case_key_seal (self->key, &address, name, strlen (name), JG_CASE_BLOCK_SMALL);
  make_tag (self, name, tag);
  sqlite3_bind_int64 (insert, 1, id);
  sqlite3_bind_blob (insert, 2, tag, sizeof tag, SQLITE_TRANSIENT);
  jg_case_db_bind_bytes (insert, 3, sealed);
  return jg_case_db_step_done (self->db, insert, error) ? id : 0;
}

/* jg_case_store_dup_name:
 *
 * Returns: (transfer full): the name of a counsellor, from the unlocked store */
char *
jg_case_store_dup_name (JgCaseStore *self, gint64 counsellor)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  JgCaseAddress address = { JG_CASE_PLACE_COUNSELLOR, counsellor, 0 };
  guint8 *name = NULL;
  gsize length = 0;

  if (counsellor == 0)
    return g_strdup ("恢复密钥");
  stmt = jg_case_db_prepare (self->db, "SELECT name FROM counsellor WHERE id = ?", NULL);
  if (stmt != NULL)
    {
      sqlite3_bind_int64 (stmt, 1, counsellor);
      if (sqlite3_step (stmt) == SQLITE_ROW)
        name =
            jg_case_key_open (self->key, &address, sqlite3_column_blob (stmt, 0),
                              (gsize) sqlite3_column_bytes (stmt, 0), JG_CASE_BLOCK_SMALL, &length);
    }
  return name != NULL ? (char *) name : g_strdup ("（姓名无法读出）");
}

static gboolean
write_first_rows (JgCaseStore *self, const char *name, const char *passphrase, GError **error)
{
  g_autoptr (sqlite3_stmt) insert =
      jg_case_db_prepare (self->db, "INSERT INTO store VALUES (1, ?)", error);

  if (insert == NULL)
    return FALSE;
  sqlite3_bind_blob (insert, 1, self->uid, sizeof self->uid, SQLITE_TRANSIENT);
  if (!jg_case_db_step_done (self->db, insert, error))
    return FALSE;
  self->counsellor = ensure_counsellor (self, name, error);
  memset (&self->working, 0, sizeof self->working);
  return self->counsellor != 0 && replace_passphrase (self, self->counsellor, passphrase, error) &&
         jg_case_store_log (self, JG_CASE_ACT_BEGIN, 0, 0, error) &&
         jg_case_store_ensure_notice (self, error) &&
         jg_case_trail_write_head (self->db, self->key, &self->working, error);
}

/* jg_case_store_create:
 * @name: the first counsellor
 * @passphrase: of that counsellor
 * @recovery: (out) (transfer full): the recovery key, to be printed once for the head of the office and
 *   kept nowhere; wipe it
 *
 * Makes a store where there is none, and unlocks it.
 *
 * Returns: whether it is there; otherwise JG_CASE_ERROR: INVALID, EXISTS, BUSY, READ_ONLY, FULL, WRITE or
 *   MEMORY, and there is none */
gboolean
jg_case_store_create (JgCaseStore *self,
                      const char *name,
                      const char *passphrase,
                      char **recovery,
                      GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (self->db == NULL, FALSE);
  g_return_val_if_fail (recovery != NULL, FALSE);

  if (!check_name (name, error) || !jg_case_passphrase_check (passphrase, name, error) ||
      !jg_case_seal_init (error) || !jg_case_store_check_nothing_lost (self, error))
    return FALSE;
  self->db = jg_case_db_create (self->path, error);
  if (self->db == NULL)
    return FALSE;
  jg_case_seal_random (self->uid, sizeof self->uid);
  self->key = jg_case_key_new (self->uid, NULL, error);
  if (self->key == NULL || !write_first_rows (self, name, passphrase, error) ||
      (text = replace_recovery (self, error)) == NULL || !jg_case_db_commit (self->db, error))
    {
      g_clear_pointer (&self->key, jg_case_key_free);
      g_clear_pointer (&self->db, jg_case_db_close);
      return FALSE;
    }
  self->head = self->working;
  self->pending = g_array_new (FALSE, FALSE, sizeof (JgCaseLine));
  self->counsellor_name = g_strdup (name);
  *recovery = g_steal_pointer (&text);
  jg_case_store_load_summaries (self, NULL);
  jg_case_store_set_state (self, JG_CASE_STORE_UNLOCKED);
  return TRUE;
}

/* jg_case_store_unlock_with_recovery:
 * @recovery: what stands on the recovery sheet
 *
 * Unlocks the store without a passphrase; afterwards jg_case_store_reset_passphrase() gives a counsellor a
 * new one.
 *
 * Returns: whether it is unlocked; otherwise JG_CASE_ERROR_INVALID when it was copied wrongly, PASSPHRASE
 *   when it is of another store or was replaced, or an error of reading */
gboolean
jg_case_store_unlock_with_recovery (JgCaseStore *self, const char *recovery, GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  guint8 secret[JG_CASE_RECOVERY_BYTES];
  guint8 *data = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (self->state == JG_CASE_STORE_LOCKED, FALSE);

  if (!jg_case_code_to_recovery (recovery, secret, error))
    return FALSE;
  data = jg_case_seal_new_guarded (JG_CASE_KEY_BYTES, error);
  slots = jg_case_store_read_slots (self, JG_CASE_SLOT_RECOVERY, 0);
  for (guint i = 0; data != NULL && i < slots->len && !found; i++)
    found = jg_case_slot_open (g_ptr_array_index (slots, i), self->uid, secret, sizeof secret, data,
                               NULL);
  jg_case_wipe (secret, sizeof secret);
  if (data != NULL && !found)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE,
                 "恢复密钥没有抄错，但不是这份服务档案的，或已换过新的恢复单。");
  found = found && jg_case_store_begin_session (self, data, 0, error);
  jg_case_seal_free_guarded (data);
  return found;
}

/* jg_case_store_change_passphrase:
 *
 * Gives whoever unlocked the store a new passphrase. Cases are not sealed anew: only the wrapping of their
 * key changes. Backups made before open with the passphrase of their day.
 *
 * Returns: whether it was changed; otherwise JG_CASE_ERROR_PASSPHRASE, INVALID or an error of writing */
gboolean
jg_case_store_change_passphrase (JgCaseStore *self,
                                 const char *old_passphrase,
                                 const char *passphrase,
                                 GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!jg_case_store_check_unlocked (self, error))
    return FALSE;
  if (self->counsellor == 0)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                   "现在是用恢复密钥打开的，请先为一位职业指导员设定新口令。");
      return FALSE;
    }
  if (!jg_case_passphrase_check (passphrase, self->counsellor_name, error) ||
      !jg_case_store_check_passphrase (self, old_passphrase, error) ||
      !jg_case_store_begin (self, error))
    return FALSE;
  return jg_case_store_end (
      self,
      replace_passphrase (self, self->counsellor, passphrase, error) &&
          jg_case_store_log (self, JG_CASE_ACT_PASSPHRASE, 0, self->counsellor, error),
      TRUE, error);
}

static gboolean
set_passphrase_of (JgCaseStore *self,
                   const char *name,
                   const char *passphrase,
                   JgCaseAct act,
                   GError **error)
{
  gint64 id;

  if (!check_name (name, error) || !jg_case_passphrase_check (passphrase, name, error) ||
      !jg_case_store_begin (self, error))
    return FALSE;
  id = ensure_counsellor (self, name, error);
  return jg_case_store_end (self,
                            id != 0 && replace_passphrase (self, id, passphrase, error) &&
                                jg_case_store_log (self, act, 0, id, error),
                            TRUE, error);
}

/* jg_case_store_reset_passphrase:
 * @name: a counsellor, known or new
 *
 * Gives a counsellor a passphrase, after jg_case_store_unlock_with_recovery().
 *
 * Returns: whether it was done; otherwise JG_CASE_ERROR_INVALID or an error of writing */
gboolean
jg_case_store_reset_passphrase (JgCaseStore *self,
                                const char *name,
                                const char *passphrase,
                                GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!jg_case_store_check_unlocked (self, error))
    return FALSE;
  if (self->counsellor != 0)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                   "为别人重设口令要用恢复单上的恢复密钥打开。");
      return FALSE;
    }
  return set_passphrase_of (self, name, passphrase, JG_CASE_ACT_PASSPHRASE, error);
}

/* jg_case_store_add_counsellor:
 * @name: a new counsellor, or one who was removed
 *
 * Lets another counsellor open the store.
 *
 * Returns: whether it was done; otherwise JG_CASE_ERROR_EXISTS, INVALID or an error of writing */
gboolean
jg_case_store_add_counsellor (JgCaseStore *self,
                              const char *name,
                              const char *passphrase,
                              GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  gint64 id;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!jg_case_store_check_unlocked (self, error) || !check_name (name, error))
    return FALSE;
  id = jg_case_store_find_counsellor (self, name);
  slots = jg_case_store_read_slots (self, JG_CASE_SLOT_PASSPHRASE, id);
  if (id != 0 && slots->len > 0)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_EXISTS, "已经有职业指导员“%s”。", name);
      return FALSE;
    }
  return set_passphrase_of (self, name, passphrase, JG_CASE_ACT_ADD_COUNSELLOR, error);
}

/* jg_case_store_remove_counsellor:
 *
 * Lets a counsellor no longer open the store. The name stays, for the cases and the audit trail. Whoever
 * took a copy of the store before can still open that copy.
 *
 * Returns: whether it was done; otherwise JG_CASE_ERROR_NOT_FOUND, INVALID for the last one, or an error of
 *   writing */
gboolean
jg_case_store_remove_counsellor (JgCaseStore *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 id;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!jg_case_store_check_unlocked (self, error))
    return FALSE;
  id = jg_case_store_find_counsellor (self, name);
  slots = jg_case_store_read_slots (self, JG_CASE_SLOT_PASSPHRASE, -1);
  if (id == 0)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "没有职业指导员“%s”。", name);
      return FALSE;
    }
  if (slots->len == 1 && ((JgCaseSlot *) g_ptr_array_index (slots, 0))->counsellor == id)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                   "“%s”是唯一能打开服务档案的人，不能移除。请先添加另一位。", name);
      return FALSE;
    }
  if (!jg_case_store_begin (self, error))
    return FALSE;
  stmt = jg_case_db_prepare (self->db, "DELETE FROM slot WHERE counsellor = ?", error);
  if (stmt != NULL)
    sqlite3_bind_int64 (stmt, 1, id);
  return jg_case_store_end (
      self,
      jg_case_db_step_done (self->db, stmt, error) &&
          jg_case_store_log (self, JG_CASE_ACT_REMOVE_COUNSELLOR, 0, id, error),
      TRUE, error);
}

/* jg_case_store_renew_recovery:
 * @recovery: (out) (transfer full): the new recovery key; wipe it
 *
 * Makes a new recovery key; the old sheet opens nothing any more, but backups made before.
 *
 * Returns: whether it was done; otherwise an error of writing */
gboolean
jg_case_store_renew_recovery (JgCaseStore *self, char **recovery, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (recovery != NULL, FALSE);

  if (!jg_case_store_check_unlocked (self, error) || !jg_case_store_begin (self, error))
    return FALSE;
  text = replace_recovery (self, error);
  if (!jg_case_store_end (
          self, text != NULL && jg_case_store_log (self, JG_CASE_ACT_RECOVERY, 0, 0, error), TRUE,
          error))
    return FALSE;
  *recovery = g_steal_pointer (&text);
  return TRUE;
}

/* jg_case_store_get_counsellor:
 *
 * Returns: (transfer none) (nullable): who unlocked the store */
const char *
jg_case_store_get_counsellor (JgCaseStore *self)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  return self->counsellor_name;
}

/* jg_case_store_list_counsellors:
 *
 * Returns: (transfer full): the names of those who can open the store; empty while it is locked */
char **
jg_case_store_list_counsellors (JgCaseStore *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (self->key != NULL)
    stmt = jg_case_db_prepare (self->db,
                               "SELECT DISTINCT counsellor FROM slot WHERE counsellor <> 0 "
                               "ORDER BY counsellor",
                               NULL);
  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_autofree char *name = jg_case_store_dup_name (self, sqlite3_column_int64 (stmt, 0));

      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}
