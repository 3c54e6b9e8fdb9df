/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-run.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <adwaita.h>

#include "jg-kiosk-harden.h"
#include "jg-kiosk-link.h"
#include "jg-kiosk-start.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"

/* Of the toolkit’s own schema. */
#define INSPECTOR_SCHEMA "org.gtk.gtk4.Settings.Debug"
#define INSPECTOR_KEY "enable-inspector-keybinding"

static JgKioskConfig *
take_config (void)
{
  const char *text = g_getenv (JG_KIOSK_LINK_CONFIG);
  g_autoptr (GError) error = NULL;
  JgKioskConfig *config = jg_kiosk_config_new_from_text (text != NULL ? text : "@a{sv} {}", &error);

  g_unsetenv (JG_KIOSK_LINK_CONFIG);
  if (config == NULL)
    fprintf (stderr, "jobguide-kiosk: %s\n", error->message);
  return config;
}

/* GTK 4.8 opens its inspector on Ctrl+Shift+D and Ctrl+Shift+I unless it is told not to; these settings are
 * in memory only. The window refuses as well. */
static void
close_inspector (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, INSPECTOR_SCHEMA, TRUE) : NULL;
  g_autoptr (GSettings) settings = NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, INSPECTOR_KEY))
    return;
  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_set_boolean (settings, INSPECTOR_KEY, FALSE);
}

/* Whatever was copied by somebody before is gone too. */
static void
clear_clipboards (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  gdk_clipboard_set_content (gdk_display_get_clipboard (display), NULL);
  gdk_clipboard_set_content (gdk_display_get_primary_clipboard (display), NULL);
}

static GtkWidget *
make_first_page (JgKioskSession *session)
{
  return session != NULL ? jg_kiosk_start_new (session) : jg_kiosk_start_new_closed ();
}

/**
 * jg_kiosk_run:
 * @arguments: what the program was started with
 *
 * Shows the kiosk to one person, in a process of its own that ends with them. There is no #GApplication:
 * it would offer its actions on the session bus, even one that is not unique.
 *
 * Returns: the exit status
 */
int
jg_kiosk_run (const JgKioskArguments *arguments)
{
  g_autoptr (JgKioskConfig) config = NULL;
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgKioskSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GMainLoop) loop = NULL;
  GtkWindow *window;

  g_return_val_if_fail (arguments != NULL, 1);

  jg_kiosk_harden_process ();
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  fcntl (JG_KIOSK_LINK_FD, F_SETFD, FD_CLOEXEC);
  g_set_prgname ("jobguide-kiosk");
  config = take_config ();
  if (config == NULL)
    return 1;
  adw_init ();
  close_inspector ();
  jg_kiosk_ui_load_styles ();
  clear_clipboards ();
  g_set_application_name ("职业指南");

  catalogue = arguments->catalogue != NULL ? jg_catalogue_open (arguments->catalogue, &error)
                                           : jg_catalogue_open_default (&error);
  if (catalogue == NULL)
    fprintf (stderr, "jobguide-kiosk: %s\n", error->message);
  else
    session = jg_kiosk_session_new (catalogue, config, arguments->as_of, JG_KIOSK_LINK_FD);

  loop = g_main_loop_new (NULL, FALSE);
  window = GTK_WINDOW (jg_kiosk_window_new (session, config->idle, config->countdown));
  g_signal_connect_swapped (window, "ended", G_CALLBACK (g_main_loop_quit), loop);
  jg_kiosk_window_push (JG_KIOSK_WINDOW (window), make_first_page (session));
  gtk_window_present (window);
  g_main_loop_run (loop);
  clear_clipboards ();
  gdk_display_flush (gdk_display_get_default ());
  /* Nothing is to be put away: the process is what is thrown away. */
  _exit (0);
}
