/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-queue.h"

#include <cups/cups.h>

/* A print service that does not answer by then is not there, in milliseconds. */
#define PATIENCE 3000

/* What a printer says of itself while it cannot go on without somebody, by what its reasons begin with; and
 * whatever it calls an error. */
static const char *const troubles[] = {
  "media-jam", "door-open", "cover-open", "toner-empty", "marker-supply-empty",
  "offline",   "shutdown",  "paused",     "stopped",     "moving-to-paused"
};

static JgKioskQueueState
read_reason (const char *reason)
{
  if (g_str_has_suffix (reason, "-warning") || g_str_has_suffix (reason, "-report"))
    return JG_KIOSK_QUEUE_BUSY;
  if (g_str_has_prefix (reason, "media-empty") || g_str_has_prefix (reason, "media-needed"))
    return JG_KIOSK_QUEUE_NO_PAPER;
  if (g_str_has_suffix (reason, "-error"))
    return JG_KIOSK_QUEUE_STUCK;
  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (g_str_has_prefix (reason, troubles[i]))
      return JG_KIOSK_QUEUE_STUCK;
  return JG_KIOSK_QUEUE_BUSY;
}

/* How the printer is, not looking at what was sent. */
static JgKioskQueueState
read_printer (http_t *http, const char *printer)
{
  cups_dest_t *dest = cupsGetNamedDest (http, printer, NULL);
  JgKioskQueueState state = JG_KIOSK_QUEUE_BUSY;
  const char *number, *words;
  g_auto (GStrv) reasons = NULL;

  if (dest == NULL)
    return JG_KIOSK_QUEUE_SILENT;
  number = cupsGetOption ("printer-state", dest->num_options, dest->options);
  if (number != NULL && g_ascii_strtoll (number, NULL, 10) == IPP_PSTATE_STOPPED)
    state = JG_KIOSK_QUEUE_STUCK;
  words = cupsGetOption ("printer-state-reasons", dest->num_options, dest->options);
  reasons = g_strsplit (words != NULL ? words : "", ",", -1);
  for (gsize i = 0; reasons[i] != NULL; i++)
    {
      JgKioskQueueState read = read_reason (reasons[i]);

      /* That there is no paper says more than that it has stopped. */
      if (read == JG_KIOSK_QUEUE_NO_PAPER || state == JG_KIOSK_QUEUE_BUSY)
        state = read;
      if (state == JG_KIOSK_QUEUE_NO_PAPER)
        break;
    }
  cupsFreeDests (1, dest);
  return state;
}

static int
give_up_cb (http_t *http, void *user_data)
{
  return 0;
}

static http_t *
open_service (void)
{
  http_t *http = httpConnect2 (cupsServer (), ippPort (), NULL, AF_UNSPEC, cupsEncryption (), 1,
                               PATIENCE, NULL);

  if (http != NULL)
    httpSetTimeout (http, PATIENCE / 1000.0, give_up_cb, NULL);
  return http;
}

static gboolean
is_ours (const cups_job_t *job)
{
  return g_strcmp0 (job->title, JG_KIOSK_QUEUE_TITLE) == 0;
}

static gboolean
send_document (http_t *http, const char *printer, int job, GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  return cupsStartDocument (http, printer, job, JG_KIOSK_QUEUE_TITLE, CUPS_FORMAT_PDF, 1) ==
             HTTP_STATUS_CONTINUE &&
         cupsWriteRequestData (http, data, length) == HTTP_STATUS_CONTINUE &&
         cupsFinishDocument (http, printer) < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

/**
 * jg_kiosk_queue_send:
 * @printer: name of a printer
 * @pdf: what is to be printed, a PDF
 *
 * Sends something to be printed once on A4. Blocks until the print service has it, or for some seconds.
 *
 * Returns: %JG_KIOSK_QUEUE_BUSY when the print service has it, otherwise %JG_KIOSK_QUEUE_REFUSED or
 *   %JG_KIOSK_QUEUE_SILENT
 */
JgKioskQueueState
jg_kiosk_queue_send (const char *printer, GBytes *pdf)
{
  JgKioskQueueState state = JG_KIOSK_QUEUE_BUSY;
  cups_option_t *options = NULL;
  int n_options, job;
  http_t *http;

  g_return_val_if_fail (printer != NULL && pdf != NULL, JG_KIOSK_QUEUE_REFUSED);

  http = open_service ();
  if (http == NULL)
    return JG_KIOSK_QUEUE_SILENT;
  n_options = cupsAddOption ("media", "A4", 0, &options);
  job = cupsCreateJob (http, printer, JG_KIOSK_QUEUE_TITLE, n_options, options);
  if (job == 0)
    state = cupsLastError () == IPP_STATUS_ERROR_NOT_FOUND ? JG_KIOSK_QUEUE_SILENT
                                                           : JG_KIOSK_QUEUE_REFUSED;
  else if (!send_document (http, printer, job, pdf))
    {
      cupsCancelJob2 (http, printer, job, 0);
      state = JG_KIOSK_QUEUE_REFUSED;
    }
  cupsFreeOptions (n_options, options);
  httpClose (http);
  return state;
}

/**
 * jg_kiosk_queue_look:
 * @printer: name of a printer
 *
 * Asks the print service what has become of what was sent to the printer. Blocks until it has answered, or for
 * some seconds.
 *
 * Returns: what it says
 */
JgKioskQueueState
jg_kiosk_queue_look (const char *printer)
{
  http_t *http;
  cups_job_t *jobs = NULL;
  JgKioskQueueState state;
  guint n_ours = 0;
  int n_jobs;

  g_return_val_if_fail (printer != NULL, JG_KIOSK_QUEUE_SILENT);

  http = open_service ();
  if (http == NULL)
    return JG_KIOSK_QUEUE_SILENT;
  n_jobs = cupsGetJobs2 (http, &jobs, printer, 1, CUPS_WHICHJOBS_ACTIVE);
  for (int i = 0; i < n_jobs; i++)
    n_ours += is_ours (&jobs[i]) ? 1 : 0;
  cupsFreeJobs (n_jobs, jobs);
  if (n_jobs < 0)
    state = JG_KIOSK_QUEUE_SILENT;
  else
    state = n_ours == 0 ? JG_KIOSK_QUEUE_EMPTY : read_printer (http, printer);
  httpClose (http);
  return state;
}

/**
 * jg_kiosk_queue_clear:
 * @printer: name of a printer
 *
 * Takes back what was sent to a printer that waits for paper, or for somebody, so that the next person does not
 * find it there. What a printer that works has begun is left to come out: its owner stands before it. Blocks
 * until the print service has answered, or for some seconds.
 *
 * Returns: how many jobs were taken back
 */
guint
jg_kiosk_queue_clear (const char *printer)
{
  http_t *http;
  cups_job_t *jobs = NULL;
  JgKioskQueueState state;
  guint n_taken = 0;
  int n_jobs;

  g_return_val_if_fail (printer != NULL, 0);

  http = open_service ();
  if (http == NULL)
    return 0;
  state = read_printer (http, printer);
  n_jobs = state == JG_KIOSK_QUEUE_NO_PAPER || state == JG_KIOSK_QUEUE_STUCK
               ? cupsGetJobs2 (http, &jobs, printer, 1, CUPS_WHICHJOBS_ACTIVE)
               : 0;
  for (int i = 0; i < n_jobs; i++)
    if (is_ours (&jobs[i]) &&
        cupsCancelJob2 (http, printer, jobs[i].id, 0) < IPP_STATUS_REDIRECTION_OTHER_SITE)
      n_taken++;
  cupsFreeJobs (n_jobs, jobs);
  httpClose (http);
  return n_taken;
}
