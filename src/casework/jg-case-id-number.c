/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-id-number.h"

#include <string.h>

#include "jg-case-office.h"
#include "jg-case-store-private.h"

#define DIGITS 17

/* jg_case_id_number_fold:
 * @text: as somebody types it, in any width
 *
 * Reads a 公民身份号码 and its check symbol (GB 11643, ISO 7064 MOD 11-2).
 *
 * Returns: (transfer full) (nullable): its 18 symbols; %NULL when it is none, or one typed wrongly. Wipe it */
char *
jg_case_id_number_fold (const char *text)
{
  static const char checks[] = "10X98765432";
  char number[DIGITS + 2] = { 0 };
  guint weight = 1;
  guint sum = 0;
  guint n = 0;
  char date[11];

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
      if (c == 'x')
        c = 'X';
      if (n > DIGITS || !((c >= '0' && c <= '9') || (c == 'X' && n == DIGITS)))
        return NULL;
      number[n++] = (char) c;
    }
  if (n != DIGITS + 1)
    return NULL;
  for (guint i = DIGITS; i > 0; i--)
    {
      weight = weight * 2 % 11;
      sum += weight * (guint) (number[i - 1] - '0');
    }
  g_snprintf (date, sizeof date, "%.4s-%.2s-%.2s", number + 6, number + 10, number + 12);
  if (checks[sum % 11] != number[DIGITS] || !jg_case_is_date (date))
    return NULL;
  return g_strdup (number);
}

/* jg_case_id_number_mask:
 * @number: 18 symbols
 *
 * Returns: (transfer full): the first and the last of them, and stars: the others tell region, birth and sex */
char *
jg_case_id_number_mask (const char *number)
{
  char *masked = NULL;

  g_return_val_if_fail (number != NULL && strlen (number) == DIGITS + 1, NULL);

  masked = g_strnfill (DIGITS + 1, '*');
  masked[0] = number[0];
  masked[DIGITS] = number[DIGITS];
  return masked;
}

static gboolean
check_allowed (JgCaseStore *self, GError **error)
{
  g_autofree char *purpose = NULL;

  if (!jg_case_store_check_unlocked (self, error))
    return FALSE;
  purpose = jg_case_store_dup_setting (self, JG_CASE_SETTING_ID_NUMBER);
  if (*purpose != '\0')
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
               "本机构没有开启身份证号登记。确有必要时，由机构写明用途后开启。");
  return FALSE;
}

static gboolean
check_case (JgCaseStore *self, gint64 id, GError **error)
{
  if (g_hash_table_contains (self->summaries, &id))
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "没有这份服务档案，可能已被删除。");
  return FALSE;
}

/* jg_case_store_set_id_number:
 * @number: (nullable): the number, or %NULL to delete the one that is kept
 *
 * Keeps the ID number of a case, sealed on its own.
 *
 * Returns: whether it was done; otherwise JG_CASE_ERROR: INVALID when it is wrong or the office keeps none, NOT_FOUND,
 *   LOCKED or an error of writing */
gboolean
jg_case_store_set_id_number (JgCaseStore *self, gint64 id, const char *number, GError **error)
{
  const JgCaseAddress address = { JG_CASE_PLACE_ID_NUMBER, id, 0 };
  g_autoptr (GBytes) sealed = NULL;
  char *folded = NULL;
  gboolean done;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!(number != NULL ? check_allowed (self, error)
                       : jg_case_store_check_unlocked (self, error)) ||
      !check_case (self, id, error))
    return FALSE;
  if (number != NULL)
    {
      folded = jg_case_id_number_fold (number);
      if (folded == NULL)
        {
          g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                       "身份证号不对：应为 18 位，最后一位是校验码。请对照证件再输一遍。");
          return FALSE;
        }
      sealed = jg_case_key_seal (self->key, &address, folded, DIGITS + 1, JG_CASE_BLOCK_SMALL);
      jg_case_wipe_free (folded, DIGITS + 1);
    }
  if (!jg_case_store_begin (self, error))
    return FALSE;
  done = sealed != NULL
             ? jg_case_row_write (self->db, "id_number", id, sealed, error)
             : jg_case_store_delete_row (self, "DELETE FROM id_number WHERE id = ?", id, error);
  return jg_case_store_end (self,
                            done && jg_case_store_log (self, JG_CASE_ACT_ID_NUMBER, id, 0, error),
                            number == NULL, error);
}

static char *
open_number (JgCaseStore *self, sqlite3_stmt *stmt)
{
  const JgCaseAddress address = { JG_CASE_PLACE_ID_NUMBER, sqlite3_column_int64 (stmt, 0), 0 };
  const gsize length = (gsize) sqlite3_column_bytes (stmt, 1);
  gsize n = 0;
  guint8 *plain = jg_case_key_open (self->key, &address, sqlite3_column_blob (stmt, 1), length,
                                    JG_CASE_BLOCK_SMALL, &n);

  if (plain != NULL && n == DIGITS + 1)
    return (char *) plain;
  jg_case_wipe_free (plain, plain != NULL ? length : 0);
  return NULL;
}

static char *
read_number (JgCaseStore *self, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  char *number = NULL;
  int rc;

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  stmt = jg_case_db_prepare (self->db, "SELECT id, sealed FROM id_number WHERE id = ?", error);
  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, id);
  rc = sqlite3_step (stmt);
  if (rc == SQLITE_DONE)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "没有登记身份证号。");
      return NULL;
    }
  if (rc != SQLITE_ROW)
    {
      jg_case_db_fail (self->db, error);
      return NULL;
    }
  number = open_number (self, stmt);
  if (number == NULL)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD,
                 "登记的身份证号已损坏或被人改动过，没有显示。");
  return number;
}

/* jg_case_store_dup_masked_id_number:
 *
 * Returns: (transfer full): the number as it may stand on the screen; %NULL with JG_CASE_ERROR: NOT_FOUND when there
 *   is none, RECORD, LOCKED or an error of reading */
char *
jg_case_store_dup_masked_id_number (JgCaseStore *self, gint64 id, GError **error)
{
  char *number = NULL;
  char *masked = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  number = read_number (self, id, error);
  if (number != NULL)
    masked = jg_case_id_number_mask (number);
  jg_case_wipe_free (number, number != NULL ? DIGITS + 1 : 0);
  return masked;
}

/* jg_case_store_show_id_number:
 *
 * Opens the whole number, and writes down who looked at it; when that cannot be written it is not shown.
 *
 * Returns: (transfer full): the number; wipe it. %NULL as jg_case_store_dup_masked_id_number(), or with an error of
 *   writing */
char *
jg_case_store_show_id_number (JgCaseStore *self, gint64 id, GError **error)
{
  char *number = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  number = read_number (self, id, error);
  if (number != NULL && !jg_case_store_note (self, JG_CASE_ACT_SHOW_ID_NUMBER, id, error))
    {
      jg_case_wipe_free (number, DIGITS + 1);
      return NULL;
    }
  return number;
}

/* jg_case_store_find_id_number:
 * @number: in any width
 *
 * Looks for the case of somebody who comes again.
 *
 * Returns: a case with that ID number, 0 when there is none; 0 with JG_CASE_ERROR: INVALID when it is no number,
 *   LOCKED or an error of reading */
gint64
jg_case_store_find_id_number (JgCaseStore *self, const char *number, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  char *folded = NULL;
  gint64 found = 0;
  int rc = SQLITE_DONE;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), 0);

  if (!check_allowed (self, error))
    return 0;
  folded = jg_case_id_number_fold (number);
  if (folded == NULL)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID, "身份证号不对：应为 18 位。");
      return 0;
    }
  stmt = jg_case_db_prepare (self->db, "SELECT id, sealed FROM id_number", error);
  while (stmt != NULL && found == 0 && (rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      char *other = open_number (self, stmt);

      if (other != NULL && strcmp (other, folded) == 0)
        found = sqlite3_column_int64 (stmt, 0);
      jg_case_wipe_free (other, other != NULL ? DIGITS + 1 : 0);
    }
  if (rc != SQLITE_DONE && rc != SQLITE_ROW)
    jg_case_db_fail (self->db, error);
  jg_case_wipe_free (folded, DIGITS + 1);
  return found;
}
