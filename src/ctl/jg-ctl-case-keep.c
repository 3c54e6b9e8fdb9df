/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping cases: case create, backup, restore, verify, rescue, stats. */

#include <stdio.h>
#include <string.h>

#include "casework/jg-case-audit.h"
#include "casework/jg-case-backup.h"
#include "casework/jg-case-code.h"
#include "casework/jg-case-office.h"
#include "casework/jg-case-rescue.h"
#include "casework/jg-case-seal.h"
#include "casework/jg-case-statistics.h"
#include "jg-ctl-case.h"

/* jg_ctl_case_create:
 *
 * case create --counsellor 姓名
 *
 * Returns: 0, or 1 when no store was made */
int
jg_ctl_case_create (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  g_autoptr (GError) error = NULL;
  char *secret = NULL;
  char *again = NULL;
  char *recovery = NULL;
  gboolean done = FALSE;

  if (ctl->counsellor == NULL || arguments[0] != NULL || ctl->recovery)
    return jg_ctl_usage ("用法：jobguidectl case create --counsellor 姓名");
  secret = jg_ctl_case_read_secret (ctl, "新口令（至少 8 个字）：");
  if (secret == NULL)
    return JG_EXIT_NOTHING;
  /* What nobody sees while typing is typed twice; a program does not mistype. */
  again = ctl->passphrase_fd == NULL ? jg_ctl_case_read_secret (ctl, "再输入一遍：")
                                     : g_strdup (secret);
  if (again == NULL || strcmp (secret, again) != 0)
    jg_ctl_fail ("两遍口令不一样，没有建立服务档案");
  else if (!jg_case_store_create (store, ctl->counsellor, secret, &recovery, &error))
    jg_ctl_fail ("%s", error->message);
  else
    done = TRUE;
  jg_case_wipe_free (secret, strlen (secret));
  jg_case_wipe_free (again, again != NULL ? strlen (again) : 0);
  if (!done)
    return JG_EXIT_NOTHING;
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);
      g_autofree char *mark = jg_case_store_dup_mark (store);

      jg_ctl_put (builder, "store", jg_case_store_get_path (store));
      jg_ctl_put (builder, "mark", mark);
      jg_ctl_put (builder, "recovery_key", recovery);
      jg_ctl_end (builder);
    }
  else
    g_print ("已建立服务档案：%s\n恢复密钥（只显示这一次，请抄下交机构负责人锁好）：\n%s\n",
             jg_case_store_get_path (store), recovery);
  jg_case_wipe_free (recovery, strlen (recovery));
  return JG_EXIT_DONE;
}

static void
print_backups (GPtrArray *backups)
{
  for (guint i = 0; i < backups->len; i++)
    {
      const JgCaseBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *made = jg_ctl_case_day (backup->made);
      g_autofree char *expires = jg_ctl_case_day (backup->expires);

      if (backup->problem != NULL)
        g_print ("%s　%s　%s\n", made, backup->path, backup->problem);
      else
        g_print ("%s　%s　%" G_GINT64_FORMAT " 份　%s 过期\n", made, backup->path, backup->n_cases,
                 expires);
    }
}

/* jg_ctl_case_backup:
 *
 * case backup
 *
 * Returns: 0, or 1 when no backup was made */
int
jg_ctl_case_backup (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  guint n_expired = 0;

  if (arguments[0] != NULL)
    return jg_ctl_usage ("用法：jobguidectl case backup");
  path = jg_case_store_back_up (store, &n_expired, &error);
  if (path == NULL)
    return jg_ctl_fail ("%s", error->message);
  if (jg_case_store_get_clock_state (store) != JG_CASE_CLOCK_GOOD)
    g_printerr ("jobguidectl：电脑的日期与上次使用时相差太大，旧备份没有清理；请先核对日期\n");
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "backup", path);
      jg_ctl_case_put_int (builder, "cases", jg_case_store_get_n_cases (store));
      jg_ctl_case_put_int (builder, "expired", n_expired);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  backups = jg_case_store_list_backups (store);
  print_backups (backups);
  return JG_EXIT_DONE;
}

static void
put_summaries (JsonBuilder *builder, const char *key, GPtrArray *summaries)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < summaries->len; i++)
    jg_ctl_case_put_summary (builder, g_ptr_array_index (summaries, i));
  json_builder_end_array (builder);
}

static void
print_summaries (const char *title, GPtrArray *summaries)
{
  for (guint i = 0; i < summaries->len; i++)
    {
      const JgCaseSummary *summary = g_ptr_array_index (summaries, i);
      g_autofree char *number = jg_case_code_from_id (summary->id);
      g_autofree char *changed = jg_ctl_case_day (summary->changed);

      g_print ("%s　%s　%s　%s\n", title, number, changed, summary->alias);
    }
}

static int
preview (JgCtl *ctl, JgCaseStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCasePreview) found = jg_case_store_preview (store, path, &error);

  if (found == NULL)
    return jg_ctl_fail ("%s", error->message);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      put_summaries (builder, "missing", found->missing);
      put_summaries (builder, "changed", found->changed);
      jg_ctl_case_put_int (builder, "same", found->n_same);
      jg_ctl_case_put_int (builder, "deleted", found->n_deleted);
      jg_ctl_case_put_int (builder, "damaged", found->n_damaged);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  print_summaries ("会恢复", found->missing);
  print_summaries ("后来改过（写了编号才恢复旧的）", found->changed);
  g_print ("另有 %u 份相同，%u 份后来删除了（不恢复），%u 份在备份中已损坏\n", found->n_same,
           found->n_deleted, found->n_damaged);
  return JG_EXIT_DONE;
}

static int
bring_back (JgCtl *ctl, JgCaseStore *store, const char *path, char **numbers)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  int n;

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      const gint64 id = jg_ctl_case_read_number (numbers[i]);

      if (id == 0)
        return JG_EXIT_NOTHING;
      g_array_append_val (ids, id);
    }
  n = jg_case_store_restore (store, path, ids->len > 0 ? (gint64 *) (gpointer) ids->data : NULL,
                             ids->len, &error);
  if (n < 0)
    return jg_ctl_fail ("%s", error->message);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_case_put_int (builder, "restored", n);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  g_print ("恢复了 %d 份档案\n", n);
  return JG_EXIT_DONE;
}

/* jg_ctl_case_restore:
 *
 * case restore 备份 [编号…] [--preview]
 *
 * Returns: 0, or 1 when nothing was brought back */
int
jg_ctl_case_restore (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  g_autoptr (GError) error = NULL;
  gboolean gone = FALSE;

  if (arguments[0] == NULL)
    return jg_ctl_usage ("case restore 后面应写备份文件");
  if (!jg_case_store_open (store, &error))
    {
      if (!g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_MISSING))
        return jg_ctl_fail ("%s", error->message);
      g_clear_error (&error);
      gone = TRUE;
    }
  gone = gone || jg_case_store_get_state (store) == JG_CASE_STORE_ABSENT;
  if (gone)
    {
      if (ctl->preview || arguments[1] != NULL)
        return jg_ctl_fail ("这里没有服务档案，只能整份恢复：jobguidectl case restore 备份");
      if (!jg_case_store_restore_file (store, arguments[0], &error) ||
          !jg_case_store_open (store, &error))
        return jg_ctl_fail ("%s", error->message);
    }
  if (!jg_ctl_case_unlock (ctl, store))
    return JG_EXIT_NOTHING;
  if (gone)
    {
      if (ctl->json)
        {
          JsonBuilder *builder = jg_ctl_begin (ctl);

          jg_ctl_case_put_int (builder, "restored", jg_case_store_get_n_cases (store));
          jg_ctl_end (builder);
        }
      else
        g_print ("恢复了整份服务档案，共 %u 份\n", jg_case_store_get_n_cases (store));
      return JG_EXIT_DONE;
    }
  return ctl->preview ? preview (ctl, store, arguments[0])
                      : bring_back (ctl, store, arguments[0], arguments + 1);
}

/* jg_ctl_case_verify:
 *
 * case verify
 *
 * Returns: 0, or 1 when something is wrong */
int
jg_ctl_case_verify (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseVerdict) verdict = NULL;

  if (arguments[0] != NULL)
    return jg_ctl_usage ("用法：jobguidectl case verify");
  verdict = jg_case_store_verify (store, &error);
  if (verdict == NULL)
    return jg_ctl_fail ("%s", error->message);
  for (guint i = 0; i < verdict->problems->len; i++)
    g_printerr ("jobguidectl：%s\n", (const char *) g_ptr_array_index (verdict->problems, i));
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_case_put_int (builder, "cases", verdict->n_cases);
      jg_ctl_case_put_int (builder, "entries", verdict->n_entries);
      jg_ctl_put (builder, "mark", verdict->mark);
      json_builder_set_member_name (builder, "problems");
      json_builder_begin_array (builder);
      for (guint i = 0; i < verdict->problems->len; i++)
        json_builder_add_string_value (builder, g_ptr_array_index (verdict->problems, i));
      json_builder_end_array (builder);
      jg_ctl_end (builder);
    }
  else
    g_print ("%u 份档案完好；审计记录 %" G_GINT64_FORMAT
             " 条，末尾校验码 %s（记下它，以后可以对照）\n",
             verdict->n_cases, verdict->n_entries, verdict->mark);
  return verdict->problems->len == 0 ? JG_EXIT_DONE : JG_EXIT_NOTHING;
}

/* jg_ctl_case_rescue:
 *
 * case rescue
 *
 * Returns: 0, or 1 when nothing was done */
int
jg_ctl_case_rescue (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseRescue) rescue = NULL;
  char *secret = NULL;

  if (arguments[0] != NULL)
    return jg_ctl_usage ("用法：jobguidectl case rescue");
  if (jg_case_store_open (store, &error))
    return jg_ctl_fail ("这份服务档案没有损坏，或还没有建立，不用抢救");
  if (!g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED))
    return jg_ctl_fail ("%s", error->message);
  g_clear_error (&error);
  secret = jg_ctl_case_read_secret (ctl, ctl->recovery ? "恢复密钥：" : "口令：");
  if (secret == NULL)
    return JG_EXIT_NOTHING;
  rescue = jg_case_store_rescue (store, ctl->counsellor, secret, ctl->recovery, &error);
  jg_case_wipe_free (secret, strlen (secret));
  if (rescue == NULL)
    return jg_ctl_fail ("%s", error->message);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_case_put_int (builder, "saved", rescue->n_saved);
      json_builder_set_member_name (builder, "lost");
      json_builder_begin_array (builder);
      for (guint i = 0; i < rescue->lost->len; i++)
        {
          g_autofree char *number = jg_case_code_from_id (g_array_index (rescue->lost, gint64, i));

          json_builder_add_string_value (builder, number);
        }
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "whole");
      json_builder_add_boolean_value (builder, rescue->whole);
      jg_ctl_put (builder, "set_aside", rescue->set_aside);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  g_print ("救回 %u 份档案；已知有 %u 份没有救回%s。\n损坏的文件原样放在 %s。\n"
           "没有救回的可以从备份恢复：jobguidectl case restore 备份\n",
           rescue->n_saved, rescue->lost->len,
           rescue->whole ? "" : "，审计记录也有缺，可能还有别的", rescue->set_aside);
  return JG_EXIT_DONE;
}

static void
put_counts (JsonBuilder *builder, const char *key, GPtrArray *counts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < counts->len; i++)
    {
      const JgCaseCount *count = g_ptr_array_index (counts, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "key", count->key);
      jg_ctl_put (builder, "label", count->label);
      jg_ctl_case_put_int (builder, "count", count->n);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_statistics (JsonBuilder *builder, const JgCaseStatistics *statistics)
{
  jg_ctl_put (builder, "from", statistics->from);
  jg_ctl_put (builder, "to", statistics->to);
  jg_ctl_case_put_int (builder, "sessions", statistics->n_sessions);
  jg_ctl_case_put_int (builder, "cases", statistics->n_cases);
  jg_ctl_case_put_int (builder, "new", statistics->n_new);
  jg_ctl_case_put_int (builder, "follow_ups_due", statistics->n_due);
  jg_ctl_case_put_int (builder, "follow_ups_kept", statistics->n_kept);
  jg_ctl_case_put_int (builder, "contacts", statistics->n_contacts);
  put_counts (builder, "months", statistics->months);
  put_counts (builder, "occupations", statistics->occupations);
  put_counts (builder, "groups", statistics->groups);
  put_counts (builder, "measures", statistics->measures);
}

/* Words for keys, as far as there is a catalogue; without one the keys stand for themselves. */
static void
label (JgCtl *ctl, JgCaseStatistics *statistics)
{
  g_autoptr (JgCatalogue) catalogue = jg_ctl_open_catalogue (ctl);

  if (catalogue != NULL)
    jg_case_statistics_label_all (statistics, catalogue);
}

/* jg_ctl_case_stats:
 *
 * case stats --from 日期 --to 日期 [--output 文件.csv]
 *
 * Returns: 0, or 1 when the dates are wrong or the file cannot be written */
int
jg_ctl_case_stats (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStatistics) statistics = NULL;
  g_autofree char *csv = NULL;

  if (arguments[0] != NULL || ctl->from == NULL || ctl->to == NULL)
    return jg_ctl_usage ("用法：jobguidectl case stats --from 日期 --to 日期 [--output 文件.csv]");
  statistics = jg_case_store_count (store, ctl->from, ctl->to, &error);
  if (statistics == NULL)
    return jg_ctl_fail ("%s", error->message);
  label (ctl, statistics);
  if (!jg_case_store_note (store, JG_CASE_ACT_STATISTICS, 0, &error))
    return jg_ctl_fail ("%s", error->message);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      put_statistics (builder, statistics);
      jg_ctl_end (builder);
      if (ctl->output == NULL)
        return JG_EXIT_DONE;
    }
  csv = jg_case_statistics_to_csv (statistics);
  if (!jg_ctl_case_write (ctl, csv, strlen (csv), &error))
    return jg_ctl_fail ("%s", error->message);
  return JG_EXIT_DONE;
}
