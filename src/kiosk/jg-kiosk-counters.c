/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-counters.h"

#include <string.h>

static const char *const nicks[] = { "searches", "empty-searches", "prints" };

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == JG_KIOSK_N_COUNTERS);

/**
 * jg_kiosk_counter_nick:
 * @counter: what is counted
 *
 * Returns: (transfer none): its word in the file
 */
const char *
jg_kiosk_counter_nick (JgKioskCounter counter)
{
  g_return_val_if_fail (counter < JG_KIOSK_N_COUNTERS, NULL);

  return nicks[counter];
}

/**
 * jg_kiosk_counter_from_nick:
 * @nick: a word of the file
 * @counter: (out): what it counts
 *
 * Returns: %FALSE when it counts nothing
 */
gboolean
jg_kiosk_counter_from_nick (const char *nick, JgKioskCounter *counter)
{
  g_return_val_if_fail (nick != NULL && counter != NULL, FALSE);

  for (guint i = 0; i < JG_KIOSK_N_COUNTERS; i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *counter = (JgKioskCounter) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * jg_kiosk_counters_dup_path:
 *
 * Returns: (transfer full) (type filename): where the counters of this user are kept
 */
char *
jg_kiosk_counters_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "jobguide", "kiosk-counters", NULL);
}

/**
 * jg_kiosk_counters_load:
 * @self: (out caller-allocates): the counters
 * @path: (type filename): their file
 *
 * Reads lines of a word and a number. What is not there, or is no number, counts from 0.
 */
void
jg_kiosk_counters_load (JgKioskCounters *self, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (self != NULL && path != NULL);

  memset (self, 0, sizeof *self);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", 16);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *space = strchr (lines[i], ' ');
      JgKioskCounter counter;
      guint64 value;

      if (space == NULL)
        continue;
      *space = '\0';
      if (jg_kiosk_counter_from_nick (lines[i], &counter) &&
          g_ascii_string_to_unsigned (space + 1, 10, 0, G_MAXINT64, &value, NULL))
        self->values[counter] = value;
    }
}

/**
 * jg_kiosk_counters_save:
 * @self: the counters
 * @path: (type filename): their file; its folder is made
 * @error: return location for a #GFileError
 *
 * Writes the counters whole, or leaves the file as it was.
 *
 * Returns: %FALSE with @error
 */
gboolean
jg_kiosk_counters_save (const JgKioskCounters *self, const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folder = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  for (guint i = 0; i < JG_KIOSK_N_COUNTERS; i++)
    g_string_append_printf (text, "%s %" G_GUINT64_FORMAT "\n", nicks[i], self->values[i]);
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, text->str, (gssize) text->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}
