/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "../jg-program.h"
#include "jg-config.h"
#include "jg-kiosk-run.h"
#include "jg-kiosk-supervisor.h"

static int
use_wrongly (const char *argument)
{
  fprintf (stderr,
           "jobguide --kiosk：不认识“%s”；用法：jobguide --kiosk [--catalogue 文件] [--as-of "
           "YYYY-MM-DD]\n",
           argument);
  return 2;
}

/* What the window takes, the kiosk takes too, and nothing more. */
static gboolean
read_arguments (int argc, char *argv[], JgKioskArguments *arguments, const char **stray)
{
  for (int i = 1; i < argc; i++)
    {
      const char **value = NULL;

      *stray = argv[i];
      if (g_str_equal (argv[i], "--kiosk"))
        continue;
      if (g_str_equal (argv[i], "--session"))
        {
          arguments->session = TRUE;
          continue;
        }
      if (g_str_has_prefix (argv[i], "--catalogue"))
        value = &arguments->catalogue;
      else if (g_str_has_prefix (argv[i], "--as-of"))
        value = &arguments->as_of;
      if (value == NULL)
        return FALSE;
      *value = strchr (argv[i], '=');
      if (*value != NULL)
        (*value)++;
      else if (i + 1 < argc)
        *value = argv[++i];
      else
        return FALSE;
    }
  if (arguments->as_of != NULL &&
      !g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", arguments->as_of, 0, 0))
    {
      *stray = arguments->as_of;
      return FALSE;
    }
  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (JgKioskConfig) config = NULL;
  JgKioskArguments arguments = { FALSE };
  const char *stray = NULL;

  if (!read_arguments (argc, argv, &arguments, &stray))
    return use_wrongly (stray);
  jg_program_prepare ();
  if (arguments.session)
    return jg_kiosk_run (&arguments);
  settings = g_settings_new (APPLICATION_ID ".kiosk");
  config = jg_kiosk_config_new (settings);
  return jg_kiosk_supervise (config, argv + 1);
}
