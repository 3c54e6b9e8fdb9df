/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store writes down about who did what, and the transactions it does so in. */

#include "jg-case-store-private.h"

#include <string.h>

/* jg_case_store_log:
 * @detail: as the act says
 *
 * Writes a line of the audit trail, inside jg_case_store_begin().
 *
 * Returns: whether it was done; otherwise an error of writing */
gboolean
jg_case_store_log (JgCaseStore *self, JgCaseAct act, gint64 id, gint64 detail, GError **error)
{
  const JgCaseLine line = { jg_case_store_now (self), self->counsellor, act, id, detail };

  return jg_case_trail_append (self->db, self->key, &self->working, &line, error);
}

/* jg_case_store_begin:
 *
 * Begins to write; what could not be written down before comes first.
 *
 * Returns: whether it may; otherwise an error of writing */
gboolean
jg_case_store_begin (JgCaseStore *self, GError **error)
{
  if (!jg_case_db_begin (self->db, error))
    return FALSE;
  self->working = self->head;
  for (guint i = 0; i < self->pending->len; i++)
    if (!jg_case_trail_append (self->db, self->key, &self->working,
                               &g_array_index (self->pending, JgCaseLine, i), error))
      {
        jg_case_db_rollback (self->db);
        return FALSE;
      }
  return TRUE;
}

/* jg_case_store_end:
 * @done: whether all since jg_case_store_begin() was done
 * @forget: whether it deleted something that should be in no file any more
 *
 * Commits what was written, or takes it back.
 *
 * Returns: whether it is on the disk */
gboolean
jg_case_store_end (JgCaseStore *self, gboolean done, gboolean forget, GError **error)
{
  if (done && memcmp (&self->working, &self->head, sizeof self->head) != 0)
    done = jg_case_trail_write_head (self->db, self->key, &self->working, error);
  if (!done)
    {
      jg_case_db_rollback (self->db);
      return FALSE;
    }
  if (!jg_case_db_commit (self->db, error))
    return FALSE;
  self->head = self->working;
  g_array_set_size (self->pending, 0);
  self->must_forget = self->must_forget || forget;
  jg_case_store_try_to_forget (self);
  return TRUE;
}

/* jg_case_store_log_later:
 *
 * Writes a line of the audit trail, now if the disk allows it, else with the next thing that is written: on a
 * full disk cases can still be read. */
void
jg_case_store_log_later (JgCaseStore *self, JgCaseAct act, gint64 id, gint64 detail)
{
  const JgCaseLine line = { jg_case_store_now (self), self->counsellor, act, id, detail };
  g_autoptr (GError) error = NULL;

  g_array_append_val (self->pending, line);
  if (!jg_case_store_begin (self, &error) || !jg_case_store_end (self, TRUE, FALSE, &error))
    g_debug ("The audit trail could not be written yet: %s", error->message);
}

/* The cases that are in the file, readable or not. */
static void
count_cases (JgCaseStore *self, JgCaseHead *head)
{
  head->n_cases = self->order->len + self->damaged->len;
  head->cases = 0;
  for (guint i = 0; i < self->order->len; i++)
    head->cases ^= (guint64) ((JgCaseSummary *) g_ptr_array_index (self->order, i))->id;
  for (guint i = 0; i < self->damaged->len; i++)
    head->cases ^= (guint64) g_array_index (self->damaged, gint64, i);
}

/* Whether the last line of the trail is the one the head knows; otherwise goes to the end of what is
 * there. */
static gboolean
find_end (JgCaseStore *self, gboolean *whole, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (self->db, "SELECT id, link FROM audit ORDER BY id DESC LIMIT 1", error);
  gint64 number = 0;
  int rc;

  if (stmt == NULL)
    return FALSE;
  rc = sqlite3_step (stmt);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    return jg_case_db_fail (self->db, error);
  if (rc == SQLITE_ROW)
    number = sqlite3_column_int64 (stmt, 0);
  *whole = number == self->head.number &&
           (number == 0 ||
            (sqlite3_column_bytes (stmt, 1) == JG_CASE_LINK_BYTES &&
             memcmp (sqlite3_column_blob (stmt, 1), self->head.link, JG_CASE_LINK_BYTES) == 0));
  self->head.number = MAX (self->head.number, number);
  return TRUE;
}

/* jg_case_store_ensure_notice:
 *
 * Writes the first version of the notice, where there is none, inside jg_case_store_begin().
 *
 * Returns: whether there is one; otherwise an error of writing */
gboolean
jg_case_store_ensure_notice (JgCaseStore *self, GError **error)
{
  g_autofree char *text = NULL;

  if (jg_case_store_get_notice_version (self) > 0)
    return TRUE;
  text = jg_case_store_dup_default_notice (self);
  return jg_case_store_write_notice (self, 1, text, error);
}

/* jg_case_store_begin_trail:
 *
 * Finds the end of the audit trail of a store that is being unlocked, and begins one where there is none. A
 * trail that was cut off or damaged goes on after a line that says so; jg_case_store_verify() tells where.
 *
 * Returns: whether it can be gone on with; otherwise an error of reading or writing */
gboolean
jg_case_store_begin_trail (JgCaseStore *self, GError **error)
{
  JgCaseHeadState state;
  JgCaseHead now;
  gboolean whole = FALSE;
  gboolean done;

  memset (&self->head, 0, sizeof self->head);
  state = jg_case_trail_read_head (self->db, self->key, &self->head, error);
  if (state == JG_CASE_HEAD_UNREAD || !find_end (self, &whole, error))
    return FALSE;
  now = self->head;
  count_cases (self, &now);
  if (state == JG_CASE_HEAD_THERE && now.cases != self->head.cases)
    self->n_missing = (guint) MAX (self->head.n_cases - now.n_cases, 1);
  if (state == JG_CASE_HEAD_THERE && whole && self->n_missing == 0 &&
      jg_case_store_get_notice_version (self) > 0)
    return TRUE;
  if (!jg_case_store_begin (self, error))
    return FALSE;
  self->working.n_cases = now.n_cases;
  self->working.cases = now.cases;
  done = jg_case_store_log (self, JG_CASE_ACT_BEGIN, 0, self->n_missing, error) &&
         jg_case_store_ensure_notice (self, error);
  return jg_case_store_end (self, done, FALSE, error);
}

/* jg_case_store_get_n_missing:
 *
 * Returns: how many cases were not in the file any more when it was unlocked, though nobody deleted them here */
guint
jg_case_store_get_n_missing (JgCaseStore *self)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), 0);

  return self->n_missing;
}

/* jg_case_store_note:
 * @act: JG_CASE_ACT_PRINT or another that happens outside the store
 * @id: the case, or 0
 *
 * Writes down what was done with a case.
 *
 * Returns: whether it was written; otherwise JG_CASE_ERROR_LOCKED or an error of writing */
gboolean
jg_case_store_note (JgCaseStore *self, JgCaseAct act, gint64 id, GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  return jg_case_store_check_unlocked (self, error) && jg_case_store_begin (self, error) &&
         jg_case_store_end (self, jg_case_store_log (self, act, id, 0, error), FALSE, error);
}
