/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-harden.h"

#include <sys/prctl.h>
#include <sys/resource.h>

/* Where nothing can be written: below what is no folder, none can be made. */
#define NOWHERE "/dev/null/jobguide-kiosk"

/* What the session needs to reach the display, the screen reader and the printer. Everything else is left
 * behind: GTK_DEBUG, GTK_MODULES, GTK_PATH, GTK_THEME, GTK_IM_MODULE and what later versions may add. */
static const char *const kept[] = {
  "PATH",
  "HOME",
  "USER",
  "TZ",
  "DISPLAY",
  "XAUTHORITY",
  "WAYLAND_DISPLAY",
  "XDG_RUNTIME_DIR",
  "XDG_DATA_DIRS",
  "DBUS_SESSION_BUS_ADDRESS",
  "AT_SPI_BUS_ADDRESS",
  "GDK_BACKEND",
  "GSK_RENDERER",
  "GTK_A11Y",
  "CUPS_SERVER",
  "XCURSOR_SIZE",
  "XCURSOR_THEME",
  "GSETTINGS_SCHEMA_DIR",
  "ASAN_OPTIONS",
  "LSAN_OPTIONS",
  "UBSAN_OPTIONS",
};

/* Set whatever they were before. Input methods learn the words that are typed, so there is none. */
static const char *const set[][2] = {
  { "LC_ALL", "C.UTF-8" },           { "LANGUAGE", "zh_CN" },
  { "GSETTINGS_BACKEND", "memory" }, { "GTK_IM_MODULE", "gtk-im-context-simple" },
  { "GTK_USE_PORTAL", "0" },         { "ADW_DISABLE_PORTAL", "1" },
  { "GIO_USE_VFS", "local" },        { "GVFS_REMOTE_VOLUME_MONITOR_IGNORE", "1" },
  { "XDG_CONFIG_HOME", NOWHERE },    { "XDG_DATA_HOME", NOWHERE },
  { "XDG_CACHE_HOME", NOWHERE },     { "XDG_STATE_HOME", NOWHERE },
};

/**
 * jg_kiosk_harden_process:
 *
 * Sees to it that what is in the memory of this process stays there: no core dumps, and no other process
 * of the user may look inside.
 */
void
jg_kiosk_harden_process (void)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0 || prctl (PR_SET_DUMPABLE, 0) != 0)
    g_error ("Core dumps cannot be switched off");
}

/**
 * jg_kiosk_harden_environment:
 * @environment: (array zero-terminated=1): the environment this process was given
 *
 * Makes the environment of a process that shows the kiosk: only what it is known to need.
 *
 * Returns: (transfer full): the environment
 */
char **
jg_kiosk_harden_environment (char **environment)
{
  char **made = NULL;

  g_return_val_if_fail (environment != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      const char *value = g_environ_getenv (environment, kept[i]);

      if (value != NULL)
        made = g_environ_setenv (made, kept[i], value, TRUE);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (set); i++)
    made = g_environ_setenv (made, set[i][0], set[i][1], TRUE);
  return made;
}
