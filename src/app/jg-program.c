/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-program.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

#include "jg-config.h"

/* The build folder this program runs from, or NULL when it is installed. */
static char *
find_build_root (void)
{
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = NULL;
  g_autofree char *root = NULL;
  g_autofree char *mark = NULL;

  if (exe == NULL)
    return NULL;
  dir = g_path_get_dirname (exe);
  if (!g_str_has_suffix (dir, "/src/app"))
    return NULL;
  root = g_strndup (dir, strlen (dir) - strlen ("/src/app"));
  mark = g_build_filename (root, "meson-private", NULL);
  return g_file_test (mark, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&root) : NULL;
}

static gboolean
asks_for_chinese (void)
{
  static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return g_str_has_prefix (value, "zh");
    }
  return FALSE;
}

/* A desk may ask for zh_CN.UTF-8 without that locale having been generated. Then setlocale() fails
 * and gettext would answer in English; with C.UTF-8 and LANGUAGE it finds the Chinese texts. */
static void
prepare_locale (const char *build_root)
{
  g_autofree char *localedir = NULL;
  const char *messages;

  if (setlocale (LC_ALL, "") == NULL && asks_for_chinese ())
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      g_setenv ("LANGUAGE", "zh_CN", TRUE);
      setlocale (LC_ALL, "");
    }
  messages = setlocale (LC_MESSAGES, NULL);
  if (asks_for_chinese () &&
      (messages == NULL || g_str_equal (messages, "C") || g_str_equal (messages, "POSIX")))
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      g_setenv ("LANGUAGE", "zh_CN", TRUE);
      setlocale (LC_ALL, "");
    }

  localedir = build_root != NULL ? g_build_filename (build_root, "po", NULL) : g_strdup (LOCALEDIR);
  bindtextdomain (GETTEXT_PACKAGE, localedir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
use_build_schemas (const char *build_root)
{
  g_autofree char *dir = g_build_filename (build_root, "data", NULL);
  g_autofree char *compiled = g_build_filename (dir, "gschemas.compiled", NULL);

  if (g_file_test (compiled, G_FILE_TEST_EXISTS))
    g_setenv ("GSETTINGS_SCHEMA_DIR", dir, FALSE);
}

static gboolean
has_render_device (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

/* GDK starts OpenGL even when nothing will use it; in software that is a third of the start-up
 * and half of the memory. Where there is no render device, or cairo is asked for, leave it off. */
static void
avoid_software_gl (void)
{
  const char *renderer = g_getenv ("GSK_RENDERER");
  const char *debug = g_getenv ("GDK_DEBUG");
  gboolean off = renderer != NULL ? g_str_equal (renderer, "cairo") : !has_render_device ();

  if (off)
    {
      g_autofree char *value =
          debug != NULL ? g_strconcat (debug, ",gl-disable", NULL) : g_strdup ("gl-disable");

      g_setenv ("GDK_DEBUG", value, TRUE);
      g_setenv ("GSK_RENDERER", "cairo", FALSE);
    }
}

/**
 * jg_program_prepare:
 *
 * Does what must be done before the toolkit starts: the language, and where the program is started from
 * the build folder the schemas of that folder, and no OpenGL in software.
 */
void
jg_program_prepare (void)
{
  g_autofree char *build_root = find_build_root ();

  prepare_locale (build_root);
  if (build_root != NULL)
    use_build_schemas (build_root);
  avoid_software_gl ();
}
