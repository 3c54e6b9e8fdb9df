/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an administrator needs of a kiosk: kiosk hash, kiosk counters. */

#include <string.h>

#include "casework/jg-case-seal.h"
#include "jg-ctl-case.h"
#include "kiosk/jg-kiosk-counters.h"
#include "kiosk/jg-kiosk-lock.h"

/* What the letters of the kiosk and a keyboard can both write. */
static gboolean
can_be_entered (const char *secret)
{
  for (const char *p = secret; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;
  return TRUE;
}

static int
print_hash (JgCtl *ctl)
{
  char *secret = jg_ctl_case_read_secret (ctl, "退出自助机的口令（至少 8 个字母或数字）：");
  char *again = NULL;
  g_autofree char *hash = NULL;

  if (secret == NULL)
    return JG_EXIT_NOTHING;
  again = ctl->passphrase_fd == NULL ? jg_ctl_case_read_secret (ctl, "再输入一遍：")
                                     : g_strdup (secret);
  if (again == NULL || strcmp (secret, again) != 0)
    jg_ctl_fail ("两遍口令不一样");
  else if (strlen (secret) < JG_KIOSK_LOCK_MIN_LENGTH || strlen (secret) > JG_KIOSK_LOCK_MAX_LENGTH)
    jg_ctl_fail ("口令要有 %d 到 %d 个字母或数字", JG_KIOSK_LOCK_MIN_LENGTH,
                 JG_KIOSK_LOCK_MAX_LENGTH);
  else if (!can_be_entered (secret))
    jg_ctl_fail ("口令只能用键盘上的字母、数字和符号，不能有空格和汉字");
  else if ((hash = jg_kiosk_lock_hash (secret)) == NULL)
    jg_ctl_fail ("内存不够，算不出口令的散列值");
  jg_case_wipe_free (secret, strlen (secret));
  jg_case_wipe_free (again, again != NULL ? strlen (again) : 0);
  if (hash == NULL)
    return JG_EXIT_NOTHING;
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "hash", hash);
      jg_ctl_end (builder);
    }
  else
    g_print ("%s\n", hash);
  return JG_EXIT_DONE;
}

static int
print_counters (JgCtl *ctl)
{
  g_autofree char *path = jg_kiosk_counters_dup_path ();
  JgKioskCounters counters;
  static const char *const labels[] = { "查询", "没有结果的查询", "打印" };

  G_STATIC_ASSERT (G_N_ELEMENTS (labels) == JG_KIOSK_N_COUNTERS);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return jg_ctl_fail ("这位用户的自助机还没有计数：%s", path);
  jg_kiosk_counters_load (&counters, path);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      for (guint i = 0; i < JG_KIOSK_N_COUNTERS; i++)
        jg_ctl_case_put_int (builder, jg_kiosk_counter_nick ((JgKioskCounter) i),
                             (gint64) counters.values[i]);
      jg_ctl_end (builder);
    }
  else
    for (guint i = 0; i < JG_KIOSK_N_COUNTERS; i++)
      g_print ("%s　%" G_GUINT64_FORMAT "\n", labels[i], counters.values[i]);
  return JG_EXIT_DONE;
}

/* jg_ctl_kiosk:
 *
 * kiosk hash | kiosk counters
 *
 * Returns: the exit status */
int
jg_ctl_kiosk (JgCtl *ctl, char **arguments)
{
  if (g_strv_length (arguments) == 1 && g_str_equal (arguments[0], "hash"))
    return print_hash (ctl);
  if (g_strv_length (arguments) == 1 && g_str_equal (arguments[0], "counters"))
    return print_counters (ctl);
  return jg_ctl_usage ("用法：jobguidectl kiosk hash|counters [--passphrase-fd N]");
}
