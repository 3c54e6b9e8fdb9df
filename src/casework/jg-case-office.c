/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an office decides: how long cases are kept, what people are told, where backups go. */

#include "jg-case-office.h"

#include <string.h>

#include "jg-case-store-private.h"

#define MAX_TEXT 4000 /* characters */

static const struct
{
  const char *otherwise;
  guint min;
  guint max; /* 0 for a text */
} settings[] = {
  [JG_CASE_SETTING_OFFICE] = { "", 0, 0 },
  [JG_CASE_SETTING_CONTACT] = { "", 0, 0 },
  [JG_CASE_SETTING_RETENTION_MONTHS] = { "24", 1, 120 },
  [JG_CASE_SETTING_BACKUP_COUNT] = { "14", 1, 100 },
  [JG_CASE_SETTING_BACKUP_DAYS] = { "30", 1, 365 },
  [JG_CASE_SETTING_BACKUP_FOLDER] = { "", 0, 0 },
  [JG_CASE_SETTING_ID_NUMBER] = { "", 0, 0 },
  [JG_CASE_SETTING_LAST_DAY] = { "0", 0, G_MAXINT },
};

/* Opens the text of a row; NULL when there is none, or it was changed by somebody else. */
static char *
open_row (JgCaseStore *self, JgCasePlace place, const char *table, gint64 id, gsize *length)
{
  const JgCaseAddress address = { place, id, 0 };
  g_autofree char *sql = g_strdup_printf ("SELECT sealed FROM %s WHERE id = ?", table);
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (self->db, sql, NULL);

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, id);
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return NULL;
  return (char *) jg_case_key_open (self->key, &address, sqlite3_column_blob (stmt, 0),
                                    (gsize) sqlite3_column_bytes (stmt, 0), JG_CASE_BLOCK_SMALL,
                                    length);
}

static gboolean
write_row (JgCaseStore *self,
           JgCasePlace place,
           const char *table,
           gint64 id,
           const void *plain,
           gsize length,
           GError **error)
{
  const JgCaseAddress address = { place, id, 0 };
  g_autoptr (GBytes) sealed =
      jg_case_key_seal (self->key, &address, plain, length, JG_CASE_BLOCK_SMALL);

  return jg_case_row_write (self->db, table, id, sealed, error);
}

/* jg_case_store_dup_setting:
 *
 * Returns: (transfer full): what was decided, or what holds until then; the latter while the store is locked */
char *
jg_case_store_dup_setting (JgCaseStore *self, JgCaseSetting setting)
{
  char *value = NULL;
  gsize length = 0;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);
  g_return_val_if_fail (setting >= 1 && setting < G_N_ELEMENTS (settings), NULL);

  if (self->key != NULL)
    value = open_row (self, JG_CASE_PLACE_SETTING, "setting", setting, &length);
  return value != NULL ? value : g_strdup (settings[setting].otherwise);
}

/* jg_case_store_get_number:
 *
 * Returns: a setting that is a number */
guint
jg_case_store_get_number (JgCaseStore *self, JgCaseSetting setting)
{
  g_autofree char *value = jg_case_store_dup_setting (self, setting);

  return value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 0;
}

static gboolean
check_setting (JgCaseSetting setting, const char *value, GError **error)
{
  guint64 number = 0;

  if (settings[setting].max > 0 &&
      !g_ascii_string_to_unsigned (value, 10, settings[setting].min, settings[setting].max, &number,
                                   NULL))
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID, "应为 %u 到 %u 的整数。",
                   settings[setting].min, settings[setting].max);
      return FALSE;
    }
  if (!g_utf8_validate (value, -1, NULL) || g_utf8_strlen (value, -1) > MAX_TEXT)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID, "太长，或不是正确的文字。");
      return FALSE;
    }
  if (setting == JG_CASE_SETTING_BACKUP_FOLDER && *value != '\0' && !g_path_is_absolute (value))
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID, "备份文件夹应写完整的路径。");
      return FALSE;
    }
  return TRUE;
}

/* jg_case_store_write_setting:
 *
 * Writes a setting without saying so in the audit trail, inside jg_case_store_begin(). */
gboolean
jg_case_store_write_setting (JgCaseStore *self,
                             JgCaseSetting setting,
                             const char *value,
                             GError **error)
{
  return write_row (self, JG_CASE_PLACE_SETTING, "setting", setting, value, strlen (value), error);
}

/* jg_case_store_set_setting:
 * @value: numbers in digits
 *
 * Decides something for the store. When ID numbers are no longer to be kept, those that are there are deleted.
 *
 * Returns: whether it was kept; otherwise JG_CASE_ERROR: INVALID, LOCKED or an error of writing */
gboolean
jg_case_store_set_setting (JgCaseStore *self,
                           JgCaseSetting setting,
                           const char *value,
                           GError **error)
{
  gboolean clears = FALSE;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (setting >= 1 && setting < JG_CASE_SETTING_LAST_DAY, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (!jg_case_store_check_unlocked (self, error) || !check_setting (setting, value, error) ||
      !jg_case_store_begin (self, error))
    return FALSE;
  clears = setting == JG_CASE_SETTING_ID_NUMBER && *value == '\0';
  return jg_case_store_end (
      self,
      jg_case_store_write_setting (self, setting, value, error) &&
          (!clears || jg_case_db_exec (self->db, "DELETE FROM id_number", error)) &&
          jg_case_store_log (self, JG_CASE_ACT_SETTING, 0, setting, error),
      clears, error);
}

/* jg_case_store_dup_default_notice:
 *
 * Returns: (transfer full): what a jobseeker is told before anything is kept, made from the settings */
char *
jg_case_store_dup_default_notice (JgCaseStore *self)
{
  g_autofree char *office = jg_case_store_dup_setting (self, JG_CASE_SETTING_OFFICE);
  g_autofree char *contact = jg_case_store_dup_setting (self, JG_CASE_SETTING_CONTACT);

  return g_strdup_printf (
      "个人信息告知书\n"
      "一、由谁处理：%s。%s%s%s\n"
      "二、处理什么：您在职业指导中自己说明的情况，如称呼（可以用代号）、年龄、文化程度、技能和工作"
      "经历、"
      "求职意向、与扶持政策有关的情况，以及指导的结果和回访记录。姓名和联系电话可以不填。\n"
      "三、为了什么：为您做职业指导，核对可能适用的扶持政策，按约定回访。不作其他用途。\n"
      "四、怎样保存：加密保存在本机构的电脑里，本机构的职业指导员凭口令才能查看；查看、打印、修改、"
      "导出和删除都有记录。\n"
      "五、保存多久：自最近一次服务起 %u 个月，到期删除；备份里的副本最迟在删除后 %u "
      "天内过期删除。\n"
      "六、您的权利：可以查阅、复制、更正，可以随时撤回同意、要求删除，请向本机构的职业指导员提出。"
      "\n"
      "七、可以不同意：不同意保存不影响这一次服务，只是这一次说的情况不留存。",
      *office != '\0' ? office : "本机构", *contact != '\0' ? "联系方式：" : "", contact,
      *contact != '\0' ? "。" : "",
      jg_case_store_get_number (self, JG_CASE_SETTING_RETENTION_MONTHS),
      jg_case_store_get_number (self, JG_CASE_SETTING_BACKUP_DAYS));
}

/* jg_case_store_write_notice:
 *
 * Writes a version of the notice, inside jg_case_store_begin(). */
gboolean
jg_case_store_write_notice (JgCaseStore *self, guint version, const char *text, GError **error)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  gint64 now = GINT64_TO_LE (jg_case_store_now (self));

  g_byte_array_append (plain, (const guint8 *) &now, sizeof now);
  g_byte_array_append (plain, (const guint8 *) text, (guint) strlen (text));
  return write_row (self, JG_CASE_PLACE_NOTICE, "notice", version, plain->data, plain->len, error);
}

/* jg_case_store_get_notice_version:
 *
 * Returns: the version that people are told now; 0 while the store is locked */
guint
jg_case_store_get_notice_version (JgCaseStore *self)
{
  gint64 version = 0;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), 0);

  if (self->key != NULL)
    jg_case_db_get_int (self->db, "SELECT coalesce(max(id), 0) FROM notice", &version, NULL);
  return (guint) CLAMP (version, 0, G_MAXINT);
}

/* jg_case_store_dup_notice:
 * @version: or 0 for the one that people are told now
 * @since: (out) (optional): when it was written, seconds since 1970, UTC
 *
 * Returns: (transfer full): a version of the notice, or %NULL with JG_CASE_ERROR: LOCKED, NOT_FOUND, or RECORD when
 *   it is damaged */
char *
jg_case_store_dup_notice (JgCaseStore *self, guint version, gint64 *since, GError **error)
{
  char *plain = NULL;
  gsize length = 0;
  gint64 time;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  if (version == 0)
    version = jg_case_store_get_notice_version (self);
  plain = open_row (self, JG_CASE_PLACE_NOTICE, "notice", version, &length);
  if (plain == NULL || length < sizeof time)
    {
      g_free (plain);
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "没有告知书第 %u 版，或已损坏。",
                   version);
      return NULL;
    }
  memcpy (&time, plain, sizeof time);
  if (since != NULL)
    *since = GINT64_FROM_LE (time);
  memmove (plain, plain + sizeof time, length - sizeof time + 1);
  return plain;
}

/* jg_case_store_set_notice:
 * @text: what people are to be told from now on
 *
 * Adds a version of the notice. Those before stay: people agreed to them.
 *
 * Returns: its version, or that of the present one when it says the same; 0 with JG_CASE_ERROR: INVALID, LOCKED or an
 *   error of writing */
guint
jg_case_store_set_notice (JgCaseStore *self, const char *text, GError **error)
{
  g_autofree char *present = NULL;
  guint version;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  if (!jg_case_store_check_unlocked (self, error))
    return 0;
  if (*text == '\0' || !g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > MAX_TEXT)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                   "告知书是空的、太长或不是正确的文字；最多 %d 个字。", MAX_TEXT);
      return 0;
    }
  version = jg_case_store_get_notice_version (self);
  present = jg_case_store_dup_notice (self, version, NULL, NULL);
  if (g_strcmp0 (present, text) == 0)
    return version;
  version++;
  if (!jg_case_store_begin (self, error))
    return 0;
  return jg_case_store_end (self,
                            jg_case_store_write_notice (self, version, text, error) &&
                                jg_case_store_log (self, JG_CASE_ACT_NOTICE, 0, version, error),
                            FALSE, error)
             ? version
             : 0;
}

/* jg_case_store_dup_retain_until:
 * @day: of the last service, YYYY-MM-DD
 *
 * Returns: (transfer full) (nullable): the last day a case may be kept by the office's rule, YYYY-MM-DD; %NULL when
 *   @day is none */
char *
jg_case_store_dup_retain_until (JgCaseStore *self, const char *day)
{
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (!jg_case_is_date (day))
    return NULL;
  start = g_date_time_new_utc (atoi (day), atoi (day + 5), atoi (day + 8), 0, 0, 0);
  end = g_date_time_add_months (
      start, (int) jg_case_store_get_number (self, JG_CASE_SETTING_RETENTION_MONTHS));
  return g_date_time_format (end, "%Y-%m-%d");
}
