/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-work.h"

#include "casework/jg-case-seal.h"

/* Kept apart from what the dialog shows, which may change or go meanwhile. */
typedef struct
{
  JgCaseWorkKind kind;
  char *name;
  char *old_passphrase;
  char *passphrase;
} Keys;

static void
keys_free (gpointer data)
{
  Keys *keys = data;

  g_free (keys->name);
  jg_case_wipe_text (keys->old_passphrase);
  jg_case_wipe_text (keys->passphrase);
  g_free (keys);
}

static gboolean
work (JgCaseStore *store, gpointer data, GError **error)
{
  Keys *keys = data;

  switch (keys->kind)
    {
    case JG_CASE_WORK_RESET:
      return jg_case_store_reset_passphrase (store, keys->name, keys->passphrase, error);
    case JG_CASE_WORK_CHANGE:
      return jg_case_store_change_passphrase (store, keys->old_passphrase, keys->passphrase, error);
    case JG_CASE_WORK_ADD:
    default:
      return jg_case_store_add_counsellor (store, keys->name, keys->passphrase, error);
    }
}

/**
 * jg_case_work_async:
 * @desk: a desk that is not working
 * @kind: what to do
 * @name: (nullable): the counsellor, unless it is oneself
 * @old_passphrase: (nullable): for a change of one’s own
 * @passphrase: the new one
 * @callback: called when it is done; jg_case_desk_work_finish() tells what came of it
 * @user_data: for @callback
 *
 * Does something to the keys of the store in another thread.
 */
void
jg_case_work_async (JgCaseDesk *desk,
                    JgCaseWorkKind kind,
                    const char *name,
                    const char *old_passphrase,
                    const char *passphrase,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Keys *keys;

  g_return_if_fail (JG_IS_CASE_DESK (desk));
  g_return_if_fail (passphrase != NULL);

  keys = g_new0 (Keys, 1);
  *keys = (Keys){ kind, g_strdup (name), g_strdup (old_passphrase), g_strdup (passphrase) };
  jg_case_desk_work_async (desk, work, keys, keys_free, callback, user_data);
}
