/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding the key of a damaged store: its slots, and the names it may have. */

#include <string.h>

#include "jg-case-backup.h"
#include "jg-case-carve.h"
#include "jg-case-code.h"
#include "jg-case-keys-private.h"
#include "jg-case-rescue-private.h"

/* What is found before there is a key. */
typedef struct
{
  GPtrArray *slots;  /* (element-type JgCaseSlot) */
  GPtrArray *stores; /* (element-type GBytes): what may be the name of the store */
  GHashTable *tags;  /* (element-type gint64 GBytes): counsellor → tag */
} Doors;

static void
doors_clear (Doors *self)
{
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->stores, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_hash_table_unref);
}

static gboolean
is_blob (const JgCaseColumn *column, gsize length)
{
  return !column->is_number && column->length == length;
}

static void
find_doors (const JgCaseCarved *row, gpointer data)
{
  Doors *self = data;
  const JgCaseColumn *columns = row->columns;

  if (row->n_columns == 2 && is_blob (&columns[1], JG_CASE_UID_BYTES) && row->id == 1)
    {
      g_ptr_array_add (self->stores, g_bytes_new (columns[1].bytes, columns[1].length));
    }
  else if (row->n_columns == 3 && is_blob (&columns[1], JG_CASE_TAG_BYTES) && !columns[2].is_number)
    {
      if (!g_hash_table_contains (self->tags, &row->id))
        g_hash_table_insert (self->tags, g_memdup2 (&row->id, sizeof row->id),
                             g_bytes_new (columns[1].bytes, columns[1].length));
    }
  else if (row->n_columns == 7 && is_blob (&columns[3], JG_CASE_SALT_BYTES) &&
           columns[1].is_number && columns[2].is_number && columns[4].is_number &&
           columns[5].is_number && !columns[6].is_number)
    {
      JgCaseSlot *slot = g_new0 (JgCaseSlot, 1);

      slot->id = row->id;
      slot->counsellor = columns[1].number;
      slot->kind = (JgCaseSlotKind) columns[2].number;
      memcpy (slot->salt, columns[3].bytes, JG_CASE_SALT_BYTES);
      slot->operations = columns[4].number;
      slot->memory = columns[5].number;
      slot->wrapped = g_bytes_new (columns[6].bytes, columns[6].length);
      for (guint i = 0; i < self->slots->len; i++)
        {
          const JgCaseSlot *other = g_ptr_array_index (self->slots, i);

          if (other->id == slot->id && g_bytes_equal (other->wrapped, slot->wrapped))
            {
              jg_case_slot_free (slot);
              return;
            }
        }
      g_ptr_array_add (self->slots, slot);
    }
}

/* Keys that are gone from the damaged file may be in a backup. */
static void
find_doors_in_backups (JgCaseStore *self, Doors *doors)
{
  g_autoptr (GPtrArray) backups = jg_case_store_list_backups (self);

  for (guint i = 0; i < backups->len; i++)
    {
      const JgCaseBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (JgCaseCarver) carver = jg_case_carver_new (backup->path, NULL);

      if (carver != NULL)
        jg_case_carver_run (carver, find_doors, doors);
    }
}

/* Tries a secret on every slot for every name the store may have. */
static gboolean
open_doors (JgCaseStore *self,
            const Doors *doors,
            const char *name,
            const void *secret,
            gsize length,
            gboolean is_recovery,
            guint8 *key,
            gint64 *opened)
{
  const JgCaseSlotKind kind = is_recovery ? JG_CASE_SLOT_RECOVERY : JG_CASE_SLOT_PASSPHRASE;

  for (guint i = 0; i < doors->stores->len; i++)
    {
      memcpy (self->uid, g_bytes_get_data (g_ptr_array_index (doors->stores, i), NULL),
              sizeof self->uid);
      for (guint j = 0; j < doors->slots->len; j++)
        {
          const JgCaseSlot *slot = g_ptr_array_index (doors->slots, j);

          if (slot->kind == kind &&
              (name == NULL || is_recovery ||
               jg_case_store_is_tag_of (self, g_hash_table_lookup (doors->tags, &slot->counsellor),
                                        name)) &&
              jg_case_slot_open (slot, self->uid, secret, length, key, NULL))
            {
              *opened = slot->id;
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* The slots that a rescued store is to have. Of several of the same person and kind only the newest: an old page may
 * have one that was replaced. From a backup only the one that was opened: it may have people who were removed since. */
static GPtrArray *
choose_slots (GPtrArray *slots, gint64 opened, gboolean from_backup)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_case_slot_free);

  for (guint i = 0; i < slots->len; i++)
    {
      const JgCaseSlot *slot = g_ptr_array_index (slots, i);
      gboolean wanted = !from_backup || slot->id == opened;

      for (guint j = 0; j < slots->len && wanted; j++)
        {
          const JgCaseSlot *other = g_ptr_array_index (slots, j);

          wanted = other->kind != slot->kind || other->counsellor != slot->counsellor ||
                   other->id <= slot->id;
        }
      wanted = wanted || slot->id == opened;
      for (guint j = 0; j < chosen->len && wanted; j++)
        wanted = ((JgCaseSlot *) g_ptr_array_index (chosen, j))->id != slot->id;
      if (wanted)
        g_ptr_array_add (chosen, jg_case_slot_copy (slot));
    }
  return chosen;
}

static gint64
counsellor_of (GPtrArray *slots, gint64 id)
{
  for (guint i = 0; i < slots->len; i++)
    if (((JgCaseSlot *) g_ptr_array_index (slots, i))->id == id)
      return ((JgCaseSlot *) g_ptr_array_index (slots, i))->counsellor;
  return 0;
}

static gboolean
fold_secret (const char *secret,
             gboolean is_recovery,
             guint8 **bytes,
             gsize *length,
             GError **error)
{
  if (is_recovery)
    {
      *length = JG_CASE_RECOVERY_BYTES;
      *bytes = g_malloc (*length);
      if (jg_case_code_to_recovery (secret, *bytes, error))
        return TRUE;
      g_clear_pointer (bytes, g_free);
      return FALSE;
    }
  *bytes = (guint8 *) jg_case_slot_fold (secret);
  *length = strlen ((char *) *bytes);
  return TRUE;
}

/* jg_case_rescue_open_doors:
 * @carver: the damaged file
 * @name: (nullable): the counsellor; may be left out
 * @secret: the passphrase, or what stands on the recovery sheet
 * @key: (out): JG_CASE_KEY_BYTES of guarded memory
 * @counsellor: (out): whose it is
 * @slots: (out) (transfer full) (element-type JgCaseSlot): those that the rescued store is to have
 *
 * Looks for the key of the store in the damaged file, and if need be in its backups. Sets the name of the store.
 *
 * Returns: whether the secret opened one; otherwise JG_CASE_ERROR: PASSPHRASE, INVALID, or DAMAGED when there is nothing
 *   left to try it on */
gboolean
jg_case_rescue_open_doors (JgCaseStore *self,
                           JgCaseCarver *carver,
                           const char *name,
                           const char *secret,
                           gboolean is_recovery,
                           guint8 *key,
                           gint64 *counsellor,
                           GPtrArray **slots,
                           GError **error)
{
  Doors doors = { NULL, NULL, NULL };
  guint8 *bytes = NULL;
  gsize length = 0;
  gint64 opened = 0;
  gboolean from_backup = FALSE;
  gboolean done = FALSE;

  if (!fold_secret (secret, is_recovery, &bytes, &length, error))
    return FALSE;
  doors.slots = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_case_slot_free);
  doors.stores = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  doors.tags =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_bytes_unref);
  jg_case_carver_run (carver, find_doors, &doors);
  done = open_doors (self, &doors, name, bytes, length, is_recovery, key, &opened);
  if (!done)
    {
      from_backup = TRUE;
      find_doors_in_backups (self, &doors);
      done = open_doors (self, &doors, name, bytes, length, is_recovery, key, &opened);
    }
  jg_case_wipe_free (bytes, length);
  if (!done && (doors.stores->len == 0 || doors.slots->len == 0))
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED,
                 "损坏的文件里找不到密钥，备份里也没有。请用别处的备份恢复。");
  else if (!done)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE,
                 is_recovery ? "恢复密钥没有抄错，但不是这份服务档案的，或已换过新的恢复单。"
                             : "口令或姓名不对，没有开始抢救。");
  else
    {
      *slots = choose_slots (doors.slots, opened, from_backup);
      *counsellor = counsellor_of (doors.slots, opened);
    }
  doors_clear (&doors);
  return done;
}
