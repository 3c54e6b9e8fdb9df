/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Long work at the command line: how far it has come, and Ctrl+C that leaves nothing half-written. */

#include "jg-ctl-progress.h"

#include <signal.h>
#include <unistd.h>

static void
fill_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
  sigaddset (signals, SIGUSR1); /* ours: the work has ended */
}

/* Waits in a thread of its own, so that no step of the work is too long to be stopped in. */
static gpointer
wait_for_signals (gpointer data)
{
  JgCtlProgress *self = data;
  sigset_t signals;
  int number = 0;

  fill_signals (&signals);
  while (sigwait (&signals, &number) == 0 && number != SIGUSR1)
    g_cancellable_cancel (self->cancellable);
  return NULL;
}

static void
progress_cb (double fraction, gpointer data)
{
  JgCtlProgress *self = data;

  if (!self->shown)
    return;
  g_printerr (self->in_place ? "\r%3d%%" : "%d%%\n", (int) (fraction * 100));
  self->begun = TRUE;
}

/* jg_ctl_progress_begin:
 * @self: (out caller-allocates): progress
 * @set: what is going to be worked on
 * @wanted: whether to tell it even where standard error is no terminal
 *
 * Begins to watch long work, and lets SIGINT and SIGTERM stop it. */
void
jg_ctl_progress_begin (JgCtlProgress *self, JgPackSet *set, gboolean wanted)
{
  sigset_t signals;

  self->cancellable = g_cancellable_new ();
  self->in_place = isatty (STDERR_FILENO);
  self->shown = wanted || self->in_place;
  self->begun = FALSE;
  fill_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, &self->before);
  self->thread = g_thread_new ("signals", wait_for_signals, self);
  jg_pack_set_set_progress (set, self->cancellable, progress_cb, self);
}

/* jg_ctl_progress_end:
 *
 * Ends it.
 *
 * Returns: whether the work was stopped, which is then said */
gboolean
jg_ctl_progress_end (JgCtlProgress *self)
{
  gboolean stopped;

  kill (getpid (), SIGUSR1);
  g_thread_join (self->thread);
  pthread_sigmask (SIG_SETMASK, &self->before, NULL);
  stopped = g_cancellable_is_cancelled (self->cancellable);
  if (self->begun && self->in_place)
    g_printerr ("\r    \r");
  g_clear_object (&self->cancellable);
  if (stopped)
    g_printerr ("jobguidectl：已停止，没有写入任何文件\n");
  return stopped;
}
