/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the audit trail, and holding it against the cases. */

#include "jg-case-audit.h"

#include <string.h>

#include "jg-case-code.h"
#include "jg-case-store-private.h"

/* jg_case_act_label:
 *
 * Returns: (transfer none): what was done, in words */
const char *
jg_case_act_label (JgCaseAct act)
{
  static const char *const labels[] = {
    [JG_CASE_ACT_BEGIN] = "开始记录",
    [JG_CASE_ACT_UNLOCK] = "打开服务档案库",
    [JG_CASE_ACT_OPEN] = "查看档案",
    [JG_CASE_ACT_ADD] = "新建档案",
    [JG_CASE_ACT_CHANGE] = "修改档案",
    [JG_CASE_ACT_DELETE] = "删除档案",
    [JG_CASE_ACT_PRINT] = "打印指导单",
    [JG_CASE_ACT_EXPORT] = "导出本人资料",
    [JG_CASE_ACT_PASSPHRASE] = "更换口令",
    [JG_CASE_ACT_ADD_COUNSELLOR] = "添加职业指导员",
    [JG_CASE_ACT_REMOVE_COUNSELLOR] = "移除职业指导员",
    [JG_CASE_ACT_RECOVERY] = "更换恢复密钥",
    [JG_CASE_ACT_NOTICE] = "更换告知书",
    [JG_CASE_ACT_SETTING] = "更改设置",
    [JG_CASE_ACT_ID_NUMBER] = "登记或清除身份证号",
    [JG_CASE_ACT_SHOW_ID_NUMBER] = "显示身份证号",
    [JG_CASE_ACT_BACKUP] = "备份",
    [JG_CASE_ACT_RESTORE] = "从备份恢复档案",
    [JG_CASE_ACT_RESCUE] = "从损坏的文件抢救",
    [JG_CASE_ACT_KEYRING] = "开启或关闭随桌面登录解锁",
    [JG_CASE_ACT_CLOCK] = "核对电脑日期",
    [JG_CASE_ACT_STATISTICS] = "导出统计",
  };

  return (guint) act < G_N_ELEMENTS (labels) && labels[act] != NULL ? labels[act] : "其他操作";
}

/* jg_case_entry_free:
 * @self: (transfer full): a line */
void
jg_case_entry_free (JgCaseEntry *self)
{
  g_free (self->name);
  g_free (self);
}

/* jg_case_verdict_free:
 * @self: (transfer full): a verdict */
void
jg_case_verdict_free (JgCaseVerdict *self)
{
  g_free (self->mark);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* jg_case_store_list_entries:
 * @id: the case, or 0 for all
 * @before: the number of the line to go on from, or 0 for the last
 * @max: lines at most
 *
 * Lists who did what.
 *
 * Returns: (transfer full) (element-type JgCaseEntry): lines, newest first; those that do not open are left out.
 *   %NULL with JG_CASE_ERROR_LOCKED or an error of reading */
GPtrArray *
jg_case_store_list_entries (JgCaseStore *self, gint64 id, gint64 before, guint max, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_case_entry_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int rc = SQLITE_DONE;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  stmt = jg_case_db_prepare (self->db,
                             "SELECT id, sealed FROM audit WHERE ?1 = 0 OR id < ?1 "
                             "ORDER BY id DESC",
                             error);
  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, before);
  while (entries->len < max && (rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      gint64 number = sqlite3_column_int64 (stmt, 0);
      JgCaseEntry *entry = NULL;
      JgCaseLine line;

      if (!jg_case_trail_open_line (self->key, number, sqlite3_column_blob (stmt, 1),
                                    (gsize) sqlite3_column_bytes (stmt, 1), &line) ||
          (id != 0 && line.id != id))
        continue;
      entry = g_new0 (JgCaseEntry, 1);
      entry->number = number;
      entry->time = line.time;
      entry->counsellor = line.counsellor;
      entry->name = jg_case_store_dup_name (self, line.counsellor);
      entry->act = (JgCaseAct) line.act;
      entry->id = line.id;
      entry->detail = line.detail;
      g_ptr_array_add (entries, entry);
    }
  if (rc != SQLITE_DONE && rc != SQLITE_ROW)
    {
      jg_case_db_fail (self->db, error);
      return NULL;
    }
  return g_steal_pointer (&entries);
}

/* What the trail says of the cases, and what was found wrong. */
typedef struct
{
  JgCaseStore *store;
  JgCaseVerdict *verdict;
  GHashTable
      *revisions; /* (element-type gint64 gint64): case → last revision; 0 when it was deleted */
  gboolean complete; /* every line from the making of the store was read */
} Check;

static void
add_problem (Check *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->verdict->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
follow_line (Check *self, const JgCaseLine *line)
{
  gint64 revision = line->detail;

  if (line->act == JG_CASE_ACT_DELETE)
    revision = 0;
  else if (line->act != JG_CASE_ACT_ADD && line->act != JG_CASE_ACT_CHANGE &&
           line->act != JG_CASE_ACT_RESTORE)
    return;
  g_hash_table_replace (self->revisions, g_memdup2 (&line->id, sizeof line->id),
                        g_memdup2 (&revision, sizeof revision));
}

static void
check_line (Check *self, sqlite3_stmt *stmt, gint64 expected, guint8 *link)
{
  const gint64 number = sqlite3_column_int64 (stmt, 0);
  const guint8 *sealed = sqlite3_column_blob (stmt, 1);
  const gsize length = (gsize) sqlite3_column_bytes (stmt, 1);
  const guint8 *stored = sqlite3_column_blob (stmt, 2);
  guint8 own[JG_CASE_LINK_BYTES];
  JgCaseLine line;

  if (number != expected)
    add_problem (self, "审计记录缺第 %" G_GINT64_FORMAT " 至 %" G_GINT64_FORMAT " 条。", expected,
                 number - 1);
  jg_case_key_link (self->store->key, number > 1 ? link : NULL, number, sealed, length, own);
  if (sqlite3_column_bytes (stmt, 2) == JG_CASE_LINK_BYTES)
    memcpy (link, stored, JG_CASE_LINK_BYTES);
  else
    memset (link, 0, JG_CASE_LINK_BYTES);
  if (number == expected && memcmp (own, link, JG_CASE_LINK_BYTES) != 0)
    add_problem (self, "审计记录第 %" G_GINT64_FORMAT " 条与前一条接不上，可能被人改动过。",
                 number);
  if (!jg_case_trail_open_line (self->store->key, number, sealed, length, &line))
    {
      add_problem (self, "审计记录第 %" G_GINT64_FORMAT " 条已损坏。", number);
      self->complete = FALSE;
      return;
    }
  self->complete = self->complete && number == expected;
  if (line.act == JG_CASE_ACT_BEGIN && number > 1)
    add_problem (self,
                 "审计记录在第 %" G_GINT64_FORMAT " 条之前中断过：打开时少了 %" G_GINT64_FORMAT
                 " 份档案，或记录的末尾被改动。",
                 number, line.detail);
  follow_line (self, &line);
}

static gboolean
check_trail (Check *self, GError **error)
{
  JgCaseStore *store = self->store;
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (store->db, "SELECT id, sealed, link FROM audit ORDER BY id", error);
  guint8 link[JG_CASE_LINK_BYTES] = { 0 };
  guint64 mark = 0;
  gint64 number = 0;
  int rc;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      check_line (self, stmt, number + 1, link);
      number = sqlite3_column_int64 (stmt, 0);
      self->verdict->n_entries++;
    }
  if (rc != SQLITE_DONE)
    return jg_case_db_fail (store->db, error);
  if (number != store->head.number || memcmp (link, store->head.link, sizeof link) != 0)
    {
      add_problem (self, "审计记录的末尾被改动：应到第 %" G_GINT64_FORMAT " 条。",
                   store->head.number);
      self->complete = FALSE;
    }
  for (guint i = 0; i < 5; i++)
    mark = mark << 8 | link[i];
  self->verdict->mark = jg_case_code_from_id ((gint64) MAX (mark >> 5, 1));
  return TRUE;
}

static void
check_case (Check *self, gint64 id, gint64 revision)
{
  g_autofree char *number = jg_case_code_from_id (CLAMP (id, 1, JG_CASE_MAX_ID));
  g_autoptr (GBytes) content = NULL;
  const gint64 *said = g_hash_table_lookup (self->revisions, &id);

  if (g_hash_table_contains (self->store->summaries, &id))
    content = jg_case_store_read_content (self->store, id, NULL);
  if (content == NULL)
    add_problem (self, "档案 %s 已损坏或被人改动过。", number);
  else if (self->complete && said != NULL && *said == 0)
    add_problem (self, "档案 %s 已经删除，却又出现了。", number);
  else if (self->complete && said != NULL && *said != revision)
    add_problem (self,
                 "档案 %s 被换成了旧的内容（第 %" G_GINT64_FORMAT " 次，应为第 "
                 "%" G_GINT64_FORMAT " 次）。",
                 number, revision, *said);
  else
    self->verdict->n_cases++;
  if (said != NULL)
    g_hash_table_remove (self->revisions, &id);
}

static gboolean
check_cases (Check *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (self->store->db, "SELECT id, revision FROM summary ORDER BY id", error);
  GHashTableIter iter;
  gpointer id, revision;
  int rc;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    check_case (self, sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1));
  if (rc != SQLITE_DONE)
    return jg_case_db_fail (self->store->db, error);
  g_hash_table_iter_init (&iter, self->revisions);
  while (g_hash_table_iter_next (&iter, &id, &revision))
    if (*(gint64 *) revision != 0)
      {
        g_autofree char *number = jg_case_code_from_id (CLAMP (*(gint64 *) id, 1, JG_CASE_MAX_ID));

        add_problem (self, "档案 %s 没有经过删除就不见了。", number);
      }
  return TRUE;
}

static Check *
check_new (JgCaseStore *store)
{
  Check *self = g_new0 (Check, 1);

  self->store = store;
  self->complete = TRUE;
  self->revisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->verdict = g_new0 (JgCaseVerdict, 1);
  self->verdict->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
check_free (Check *self)
{
  g_hash_table_unref (self->revisions);
  g_clear_pointer (&self->verdict, jg_case_verdict_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Check, check_free)

/* jg_case_store_list_lost:
 * @lost: (element-type gint64): gets the cases that there were by the audit trail, and that are not there
 *
 * Returns: whether the trail is whole, so that there can be no others */
gboolean
jg_case_store_list_lost (JgCaseStore *self, GArray *lost)
{
  g_autoptr (Check) check = check_new (self);
  GHashTableIter iter;
  gpointer id, revision;

  if (!check_trail (check, NULL))
    return FALSE;
  g_hash_table_iter_init (&iter, check->revisions);
  while (g_hash_table_iter_next (&iter, &id, &revision))
    if (*(gint64 *) revision != 0 && !g_hash_table_contains (self->summaries, id))
      g_array_append_val (lost, *(gint64 *) id);
  return check->complete;
}

/* jg_case_store_verify:
 *
 * Reads the whole audit trail and opens every case: whether each line fits the one before, none is missing,
 * every case is as it was last saved, and none is gone or back without anybody having done so.
 *
 * Returns: (transfer full): what was found, or %NULL with JG_CASE_ERROR_LOCKED or an error of reading */
JgCaseVerdict *
jg_case_store_verify (JgCaseStore *self, GError **error)
{
  g_autoptr (Check) check = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  check = check_new (self);
  if (!check_trail (check, error) || !check_cases (check, error))
    return NULL;
  return g_steal_pointer (&check->verdict);
}
