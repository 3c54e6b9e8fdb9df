/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "casework/jg-case-store.h"
#include "jg-application.h"
#include "jg-config.h"
#include "jg-program.h"

/* The kiosk is a program of its own that cannot reach the cases. An administrator’s setting is as good as
 * the option: on such a machine there is no other window. */
static gboolean
wants_kiosk (int argc, char *argv[])
{
  g_autoptr (GSettings) settings = NULL;

  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--kiosk"))
      return TRUE;
  settings = g_settings_new (APPLICATION_ID);
  return g_settings_get_boolean (settings, "kiosk");
}

/* Only comes back when it fails. */
static int
become_kiosk (char *argv[])
{
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = exe != NULL ? g_path_get_dirname (exe) : NULL;
  g_autofree char *kiosk =
      folder != NULL ? g_build_filename (folder, "jobguide-kiosk", NULL) : NULL;

  if (kiosk != NULL)
    {
      argv[0] = kiosk;
      execv (kiosk, argv);
    }
  fprintf (stderr, _ ("The kiosk program jobguide-kiosk is missing. Install JobGuide again.\n"));
  return 1;
}

int
main (int argc, char *argv[])
{
  g_autoptr (JgApplication) app = NULL;

  jg_program_prepare ();
  if (wants_kiosk (argc, argv))
    return become_kiosk (argv);
  jg_case_harden_process ();
  app = jg_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
