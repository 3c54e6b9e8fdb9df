/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Long work at the command line: how far it has come, and Ctrl+C that leaves nothing half-written. */

#include "jg-ctl-progress.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void
interrupt (int number)
{
  interrupted = TRUE;
}

/* The second one ends the program as ever. */
static void catch (int number)
{
  struct sigaction action;

  memset (&action, 0, sizeof action);
  action.sa_handler = interrupt;
  action.sa_flags = (int) SA_RESETHAND;
  sigaction (number, &action, NULL);
}

static void
progress_cb (double fraction, gpointer data)
{
  JgCtlProgress *self = data;

  if (interrupted)
    g_cancellable_cancel (self->cancellable);
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
  self->cancellable = g_cancellable_new ();
  self->in_place = isatty (STDERR_FILENO);
  self->shown = wanted || self->in_place;
  self->begun = FALSE;
  interrupted = FALSE;
  catch (SIGINT);
  catch (SIGTERM);
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
  const gboolean stopped = g_cancellable_is_cancelled (self->cancellable);

  if (self->begun && self->in_place)
    g_printerr ("\r    \r");
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
  g_clear_object (&self->cancellable);
  if (stopped)
    g_printerr ("jobguidectl：已停止，没有写入任何文件\n");
  return stopped;
}
