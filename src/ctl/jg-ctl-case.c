/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* “case”: the store of cases from the command line. A passphrase comes from a terminal or a file descriptor, never from
 * the command line or the environment, where other programs could read it. */

#include "jg-ctl-case.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "casework/jg-case-code.h"
#include "casework/jg-case-seal.h"

#define MAX_SECRET 4096

/* What has to be done with the store before the verb. */
typedef enum
{
  NOTHING,
  OPEN,
  UNLOCK,
} Wanted;

typedef struct
{
  const char *name;
  JgCtlCaseFunc run;
  Wanted wanted;
  const char *options;
  const char *usage;
} Verb;

static const Verb verbs[] = {
  { "create", jg_ctl_case_create, NOTHING, "counsellor", "case create --counsellor 姓名" },
  { "list", jg_ctl_case_list, UNLOCK, "counsellor due expired from to",
    "case list [词语…] [--due] [--expired] [--from 日期] [--to 日期]" },
  { "show", jg_ctl_case_show, UNLOCK, "counsellor", "case show 编号" },
  { "export", jg_ctl_case_export, UNLOCK, "counsellor output",
    "case export 编号 [--output 文件.json]" },
  { "delete", jg_ctl_case_delete, UNLOCK, "counsellor yes", "case delete 编号 [--yes]" },
  { "audit", jg_ctl_case_audit, UNLOCK, "counsellor", "case audit [编号]" },
  { "backup", jg_ctl_case_backup, UNLOCK, "counsellor", "case backup" },
  { "restore", jg_ctl_case_restore, NOTHING, "counsellor preview",
    "case restore 备份 [编号…] [--preview]" },
  { "stats", jg_ctl_case_stats, UNLOCK, "counsellor from to output",
    "case stats --from 日期 --to 日期 [--output 文件.csv]" },
  { "verify", jg_ctl_case_verify, UNLOCK, "counsellor", "case verify" },
  { "rescue", jg_ctl_case_rescue, NOTHING, "counsellor", "case rescue" },
};

/* jg_ctl_case_group:
 *
 * Returns: (transfer full): the options that only “case” has */
GOptionGroup *
jg_ctl_case_group (JgCtl *ctl)
{
  const GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &ctl->store, "用这个服务档案库", "文件" },
    { "counsellor", 0, 0, G_OPTION_ARG_STRING, &ctl->counsellor, "职业指导员", "姓名" },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_STRING, &ctl->passphrase_fd,
      "从这个文件描述符读口令，不在终端上问", "N" },
    { "recovery", 0, 0, G_OPTION_ARG_NONE, &ctl->recovery, "读的是恢复密钥，不是口令", NULL },
    { "due", 0, 0, G_OPTION_ARG_NONE, &ctl->due, "只列该回访的", NULL },
    { "expired", 0, 0, G_OPTION_ARG_NONE, &ctl->expired, "只列保存期已到的", NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &ctl->yes, "不再问一遍", NULL },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &ctl->preview, "只看会恢复什么", NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &ctl->from, "第一天", "YYYY-MM-DD" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &ctl->to, "最后一天", "YYYY-MM-DD" },
    { NULL },
  };
  GOptionGroup *group = g_option_group_new ("case", "case 的选项：", "case 的选项", NULL, NULL);

  g_option_group_add_entries (group, entries);
  return group;
}

/* jg_ctl_case_find_stray:
 * @known: names with blanks between them
 *
 * Returns: (transfer none) (nullable): an option of “case” that was given and is not known */
const char *
jg_ctl_case_find_stray (const JgCtl *ctl, const char *known)
{
  const struct
  {
    const char *name;
    gboolean given;
  } options[] = {
    { "store", ctl->store != NULL },
    { "passphrase-fd", ctl->passphrase_fd != NULL },
    { "recovery", ctl->recovery },
    { "counsellor", ctl->counsellor != NULL },
    { "due", ctl->due },
    { "expired", ctl->expired },
    { "yes", ctl->yes },
    { "preview", ctl->preview },
    { "from", ctl->from != NULL },
    { "to", ctl->to != NULL },
    { "output", ctl->output != NULL },
  };
  g_auto (GStrv) names = g_strsplit (known, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && !g_strv_contains ((const char *const *) names, options[i].name))
      return options[i].name;
  return NULL;
}

/* jg_ctl_case_clear:
 *
 * Frees what jg_ctl_case_group() set. */
void
jg_ctl_case_clear (JgCtl *ctl)
{
  g_free (ctl->store);
  g_free (ctl->counsellor);
  g_free (ctl->passphrase_fd);
  g_free (ctl->from);
  g_free (ctl->to);
}

/* Reads a line without echo; -1 when there is no terminal. */
static gssize
read_from_terminal (const char *prompt, char *line, gsize size)
{
  struct termios quiet;
  struct termios before;
  gssize n;
  int fd = open ("/dev/tty", O_RDWR | O_CLOEXEC);

  if (fd < 0 || tcgetattr (fd, &before) != 0)
    {
      if (fd >= 0)
        close (fd);
      return -1;
    }
  quiet = before;
  quiet.c_lflag &= ~(tcflag_t) (ECHO | ECHONL);
  tcsetattr (fd, TCSAFLUSH, &quiet);
  n = write (fd, prompt, strlen (prompt)) < 0 ? -1 : read (fd, line, size - 1);
  tcsetattr (fd, TCSAFLUSH, &before);
  if (write (fd, "\n", 1) < 0)
    g_debug ("The terminal is gone");
  close (fd);
  return n;
}

/* Reads up to a line feed or the end. */
static gssize
read_from_fd (int fd, char *line, gsize size)
{
  gsize n = 0;

  while (n < size - 1)
    {
      gssize got = read (fd, line + n, 1);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0 || line[n] == '\n')
        break;
      n++;
    }
  return (gssize) n;
}

/* jg_ctl_case_read_secret:
 * @prompt: what to ask on the terminal
 *
 * Reads a passphrase or a recovery key. What goes wrong is said on standard error.
 *
 * Returns: (transfer full) (nullable): it; wipe it */
char *
jg_ctl_case_read_secret (JgCtl *ctl, const char *prompt)
{
  guint64 fd = 0;
  char line[MAX_SECRET] = { 0 };
  char *secret = NULL;
  gssize n;

  if (ctl->passphrase_fd != NULL)
    {
      if (!g_ascii_string_to_unsigned (ctl->passphrase_fd, 10, 0, G_MAXINT, &fd, NULL))
        {
          jg_ctl_usage ("--passphrase-fd 应为文件描述符的号码，如 3");
          return NULL;
        }
      n = read_from_fd ((int) fd, line, sizeof line);
      if (n < 0)
        jg_ctl_fail ("从文件描述符 %d 读不到口令：%s", (int) fd, g_strerror (errno));
    }
  else
    {
      n = read_from_terminal (prompt, line, sizeof line);
      if (n < 0)
        jg_ctl_fail ("这里没有终端可以问口令；请用 --passphrase-fd");
    }
  if (n >= 0)
    secret = g_strchomp (g_strndup (line, (gsize) n));
  jg_case_wipe (line, sizeof line);
  return secret;
}

/* jg_ctl_case_ask:
 * @question: what to ask on the terminal
 * @expected: what to type so that it is done
 *
 * Returns: whether somebody typed it */
gboolean
jg_ctl_case_ask (const char *question, const char *expected)
{
  char line[200] = { 0 };
  gssize n;
  int fd = open ("/dev/tty", O_RDWR | O_CLOEXEC);

  if (fd < 0)
    return FALSE;
  n = write (fd, question, strlen (question)) < 0 ? -1 : read (fd, line, sizeof line - 1);
  close (fd);
  return n > 0 && strcmp (g_strstrip (line), expected) == 0;
}

/* jg_ctl_case_read_number:
 *
 * Returns: the id of a case by its number; 0 when it is none, which is said on standard error */
gint64
jg_ctl_case_read_number (const char *text)
{
  const gint64 id = jg_case_code_to_id (text);

  if (id == 0)
    jg_ctl_fail ("“%s”不是档案编号，或抄错了一位；编号像 7K2Q-9MXC", text);
  return id;
}

/* jg_ctl_case_write:
 *
 * Writes to the file of --output, readable by its owner only, or to standard output.
 *
 * Returns: whether it was written */
gboolean
jg_ctl_case_write (JgCtl *ctl, const void *data, gsize length, GError **error)
{
  if (ctl->output != NULL)
    return g_file_set_contents_full (ctl->output, data, (gssize) length,
                                     G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "写不出去：%s",
               g_strerror (errno));
  return FALSE;
}

/* jg_ctl_case_day:
 * @time: seconds since 1970, UTC
 *
 * Returns: (transfer full): the day and minute here */
char *
jg_ctl_case_day (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("?");
}

/* jg_ctl_case_put_int:
 *
 * Writes one member that is a number. */
void
jg_ctl_case_put_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

/* jg_ctl_case_put_summary:
 *
 * Writes a case as a list shows it, as an object. */
void
jg_ctl_case_put_summary (JsonBuilder *builder, const JgCaseSummary *summary)
{
  g_autofree char *number = jg_case_code_from_id (summary->id);
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (summary->changed);
  g_autofree char *time = changed != NULL ? g_date_time_format_iso8601 (changed) : NULL;

  json_builder_begin_object (builder);
  jg_ctl_put (builder, "number", number);
  jg_ctl_put (builder, "alias", or_null (summary->alias));
  jg_ctl_put (builder, "status", summary->status == JG_CASE_CLOSED ? "closed" : "open");
  jg_ctl_put (builder, "changed", time);
  jg_ctl_put (builder, "counsellor", or_null (summary->counsellor));
  jg_ctl_put (builder, "follow_up", or_null (summary->follow_up));
  jg_ctl_put (builder, "retain_until", or_null (summary->retain_until));
  jg_ctl_put_list (builder, "occupations", (char **) summary->occupation_names);
  json_builder_end_object (builder);
}

static gboolean
open_store (JgCaseStore *store)
{
  g_autoptr (GError) error = NULL;

  if (!jg_case_store_open (store, &error))
    {
      jg_ctl_fail ("%s", error->message);
      return FALSE;
    }
  if (jg_case_store_get_state (store) == JG_CASE_STORE_ABSENT)
    {
      jg_ctl_fail ("“%s”还没有服务档案；用 jobguidectl case create 建立",
                   jg_case_store_get_path (store));
      return FALSE;
    }
  return TRUE;
}

static void
say_what_is_wrong (JgCaseStore *store)
{
  const GArray *damaged = jg_case_store_get_damaged (store);

  if (damaged->len > 0)
    g_printerr ("jobguidectl：有 %u 份档案已损坏或被人改动过，没有列出；见 case verify\n",
                damaged->len);
  if (jg_case_store_get_n_missing (store) > 0)
    g_printerr ("jobguidectl：有 %u 份档案没有经过删除就不见了；见 case verify\n",
                jg_case_store_get_n_missing (store));
}

/* jg_ctl_case_unlock:
 *
 * Asks for the passphrase and unlocks the store. What goes wrong is said on standard error.
 *
 * Returns: whether it is unlocked */
gboolean
jg_ctl_case_unlock (JgCtl *ctl, JgCaseStore *store)
{
  g_autoptr (GError) error = NULL;
  char *secret = NULL;
  gboolean done;

  if (!ctl->recovery && ctl->counsellor == NULL && jg_case_store_needs_name (store))
    {
      jg_ctl_usage ("这份服务档案由几位职业指导员共用，请用 --counsellor 写姓名");
      return FALSE;
    }
  secret = jg_ctl_case_read_secret (ctl, ctl->recovery ? "恢复密钥：" : "口令：");
  if (secret == NULL)
    return FALSE;
  done = ctl->recovery ? jg_case_store_unlock_with_recovery (store, secret, &error)
                       : jg_case_store_unlock (store, ctl->counsellor, secret, &error);
  jg_case_wipe_free (secret, strlen (secret));
  if (!done)
    jg_ctl_fail ("%s", error->message);
  else
    say_what_is_wrong (store);
  return done;
}

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

static char *
list_verbs (void)
{
  GString *names = g_string_new (verbs[0].name);

  for (guint i = 1; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (names, "、%s", verbs[i].name);
  return g_string_free (names, FALSE);
}

/* jg_ctl_case:
 *
 * case create|list|show|export|delete|audit|backup|restore|stats|verify|rescue
 *
 * Returns: 0, 1 when nothing came of it, 2 when the command line is wrong */
int
jg_ctl_case (JgCtl *ctl, char **arguments)
{
  const Verb *verb = find_verb (arguments[0]);
  g_autofree char *path = NULL;
  g_autofree char *known = NULL;
  g_autoptr (JgCaseStore) store = NULL;
  const char *stray = NULL;

  if (verb == NULL)
    {
      g_autofree char *names = list_verbs ();

      return jg_ctl_usage ("case 后面应写 %s 之一", names);
    }
  known = g_strconcat ("store passphrase-fd recovery ", verb->options, NULL);
  stray = jg_ctl_case_find_stray (ctl, known);
  if (stray != NULL)
    return jg_ctl_usage ("case %s 没有选项 --%s；用法：jobguidectl %s", verb->name, stray,
                         verb->usage);
  jg_case_harden_process ();
  path = ctl->store != NULL ? g_strdup (ctl->store) : jg_case_store_dup_default_path ();
  store = jg_case_store_new (path);
  if (verb->wanted != NOTHING && !open_store (store))
    return JG_EXIT_NOTHING;
  if (verb->wanted == UNLOCK && !jg_ctl_case_unlock (ctl, store))
    return JG_EXIT_NOTHING;
  return verb->run (ctl, store, arguments + 1);
}
