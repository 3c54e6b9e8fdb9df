/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-supervisor.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib-unix.h>

#include "jg-kiosk-harden.h"
#include "jg-kiosk-link.h"
#include "kiosk/jg-kiosk-counters.h"
#include "kiosk/jg-kiosk-lock.h"
#include "kiosk/jg-kiosk-queue.h"

/* A session that ends sooner than this after its start does not work at all: the next one waits. */
#define TOO_SOON (2 * G_USEC_PER_SEC)
#define PAUSE_MS 3000

/* After so many of them in a row the display is gone, or the machine is not set up: whoever started the kiosk
 * is told, and starts display and kiosk anew. */
#define MAX_FALLS 10

/* No line of a kiosk of ours is longer. */
#define MAX_LINE 1024

typedef struct
{
  JgKioskConfig *config;
  char **arguments; /* of every session */
  char **environment;
  char *program;
  JgKioskCounters counters;
  char *counters_path;
  JgKioskLock lock;
  GMainLoop *loop;
  int link; /* to the session, or -1 */
  guint link_source;
  guint start_source;
  GPid session;     /* 0 when there is none */
  gint64 started;   /* monotonic µs */
  GString *pending; /* what came without its end of line */
  int status;
  guint n_falls; /* in a row, each too soon */
  gboolean ending;
  int clearing; /* atomic: whether a thread takes back what waits at the printer */
} Supervisor;

static void start_session (Supervisor *self);

static void
close_link (Supervisor *self)
{
  g_clear_handle_id (&self->link_source, g_source_remove);
  if (self->link >= 0)
    close (self->link);
  self->link = -1;
  /* It may hold a passphrase that was cut short. */
  memset (self->pending->str, 0, self->pending->allocated_len);
  g_string_truncate (self->pending, 0);
}

static void
end (Supervisor *self)
{
  self->ending = TRUE;
  if (self->session != 0)
    kill (self->session, SIGKILL);
  else
    g_main_loop_quit (self->loop);
}

static void
count (Supervisor *self, const char *nick)
{
  g_autoptr (GError) error = NULL;
  JgKioskCounter counter;

  if (!jg_kiosk_counter_from_nick (nick, &counter))
    return;
  self->counters.values[counter]++;
  if (!jg_kiosk_counters_save (&self->counters, self->counters_path, &error))
    g_printerr ("jobguide-kiosk: %s\n", error->message);
}

static void
answer (Supervisor *self, const char *word, guint seconds)
{
  g_autofree char *line = g_strdup_printf ("%s %u\n", word, seconds);

  if (send (self->link, line, strlen (line), MSG_NOSIGNAL) < 0)
    g_debug ("The session does not listen: %s", g_strerror (errno));
}

static void
try_to_leave (Supervisor *self, const char *passphrase)
{
  guint wait;

  switch (jg_kiosk_lock_try (&self->lock, passphrase, g_get_monotonic_time (), &wait))
    {
    case JG_KIOSK_LOCK_OPEN:
      end (self);
      break;
    case JG_KIOSK_LOCK_WAIT:
      answer (self, "wait", wait);
      break;
    case JG_KIOSK_LOCK_WRONG:
    default:
      answer (self, "wrong", wait);
      break;
    }
}

static void
obey (Supervisor *self, const char *line)
{
  if (g_str_has_prefix (line, "count "))
    count (self, line + strlen ("count "));
  else if (g_str_has_prefix (line, "leave "))
    try_to_leave (self, line + strlen ("leave "));
}

static gboolean
link_cb (int fd, GIOCondition condition, gpointer user_data)
{
  Supervisor *self = user_data;
  char buffer[256];
  ssize_t length = recv (fd, buffer, sizeof buffer, MSG_DONTWAIT);
  char *newline;

  if (length < 0 && (errno == EAGAIN || errno == EINTR))
    return G_SOURCE_CONTINUE;
  if (length <= 0 || self->pending->len + (gsize) length > MAX_LINE)
    {
      self->link_source = 0;
      close_link (self);
      return G_SOURCE_REMOVE;
    }
  g_string_append_len (self->pending, buffer, length);
  memset (buffer, 0, sizeof buffer);
  while ((newline = memchr (self->pending->str, '\n', self->pending->len)) != NULL)
    {
      *newline = '\0';
      obey (self, self->pending->str);
      memset (self->pending->str, 0, (gsize) (newline - self->pending->str));
      g_string_erase (self->pending, 0, newline - self->pending->str + 1);
    }
  return G_SOURCE_CONTINUE;
}

static gpointer
clear_in_thread (gpointer user_data)
{
  Supervisor *self = user_data;

  jg_kiosk_queue_clear (self->config->printer);
  g_atomic_int_set (&self->clearing, FALSE);
  return NULL;
}

/* A print service may take long to answer, or never do so; the kiosk goes on meanwhile. */
static void
clear_queue (Supervisor *self)
{
  if (*self->config->printer == '\0' ||
      !g_atomic_int_compare_and_exchange (&self->clearing, FALSE, TRUE))
    return;
  g_thread_unref (g_thread_new ("clear-queue", clear_in_thread, self));
}

static gboolean
start_cb (gpointer user_data)
{
  Supervisor *self = user_data;

  self->start_source = 0;
  start_session (self);
  clear_queue (self);
  return G_SOURCE_REMOVE;
}

/* Whether it ended by itself, fell or was killed: the next person gets a fresh one. */
static void
session_ended_cb (GPid pid, int wait_status, gpointer user_data)
{
  Supervisor *self = user_data;
  gboolean soon = g_get_monotonic_time () - self->started < TOO_SOON;
  gboolean well = WIFEXITED (wait_status) && WEXITSTATUS (wait_status) == 0;

  close_link (self);
  g_spawn_close_pid (pid);
  self->session = 0;
  if (self->ending)
    {
      g_main_loop_quit (self->loop);
      return;
    }
  self->n_falls = soon && !well ? self->n_falls + 1 : 0;
  if (self->n_falls >= MAX_FALLS)
    {
      g_printerr ("jobguide-kiosk: no session can be started\n");
      self->status = 1;
      g_main_loop_quit (self->loop);
      return;
    }
  if (!well)
    g_printerr ("jobguide-kiosk: the session fell (%d) and is started again\n", wait_status);
  self->start_source = g_timeout_add (soon && !well ? PAUSE_MS : 0, start_cb, self);
}

static void
start_session (Supervisor *self)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int pair[2];
  int target = JG_KIOSK_LINK_FD;

  g_ptr_array_add (argv, self->program);
  g_ptr_array_add (argv, (gpointer) "--session");
  for (gsize i = 0; self->arguments[i] != NULL; i++)
    g_ptr_array_add (argv, self->arguments[i]);
  g_ptr_array_add (argv, NULL);

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
    g_error ("socketpair: %s", g_strerror (errno));
  self->started = g_get_monotonic_time ();
  if (!g_spawn_async_with_pipes_and_fds (
          NULL, (const char *const *) argv->pdata, (const char *const *) self->environment,
          G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, -1, -1, -1, &pair[1], &target, 1, &self->session,
          NULL, NULL, NULL, &error))
    {
      g_printerr ("jobguide-kiosk: %s\n", error->message);
      close (pair[0]);
      close (pair[1]);
      self->session = 0;
      self->status = 1;
      g_main_loop_quit (self->loop);
      return;
    }
  close (pair[1]);
  self->link = pair[0];
  self->link_source = g_unix_fd_add (self->link, G_IO_IN | G_IO_HUP, link_cb, self);
  g_child_watch_add (self->session, session_ended_cb, self);
}

static gboolean
stop_cb (gpointer user_data)
{
  end (user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * jg_kiosk_supervise:
 * @config: what the administrator set
 * @arguments: (array zero-terminated=1): arguments for every session
 *
 * Shows the kiosk until the passphrase is given or the session of the machine ends. Each person gets a
 * process of their own; when it has ended, in whatever way, the next one starts. This process has no
 * window, keeps the counters, and alone knows the hash of the passphrase and how often it was tried.
 *
 * Returns: the exit status
 */
int
jg_kiosk_supervise (JgKioskConfig *config, char **arguments)
{
  Supervisor self = { .config = config, .arguments = arguments, .link = -1 };
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *text = NULL;
  guint signals[3];

  g_return_val_if_fail (config != NULL, 1);
  g_return_val_if_fail (arguments != NULL, 1);

  jg_kiosk_harden_process ();
  text = jg_kiosk_config_to_text (config);
  self.program = g_file_read_link ("/proc/self/exe", NULL);
  if (self.program == NULL)
    return 1;
  self.environment = g_environ_setenv (jg_kiosk_harden_environment (environment),
                                       JG_KIOSK_LINK_CONFIG, text, TRUE);
  self.lock.hash = config->passphrase;
  self.counters_path = jg_kiosk_counters_dup_path ();
  jg_kiosk_counters_load (&self.counters, self.counters_path);
  self.pending = g_string_sized_new (MAX_LINE + 1);
  self.loop = g_main_loop_new (NULL, FALSE);
  signals[0] = g_unix_signal_add (SIGTERM, stop_cb, &self);
  signals[1] = g_unix_signal_add (SIGINT, stop_cb, &self);
  signals[2] = g_unix_signal_add (SIGHUP, stop_cb, &self);

  start_session (&self);
  if (self.status == 0)
    g_main_loop_run (self.loop);

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_source_remove (signals[i]);
  g_clear_handle_id (&self.start_source, g_source_remove);
  close_link (&self);
  g_string_free (self.pending, TRUE);
  g_main_loop_unref (self.loop);
  g_strfreev (self.environment);
  g_free (self.program);
  g_free (self.counters_path);
  return self.status;
}
