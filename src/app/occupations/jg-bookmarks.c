/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-bookmarks.h"

#define PINNED "pinned-occupations"
#define RECENT "recent-occupations"
#define MAX_PINNED 30
#define MAX_RECENT 8

/* Takes @id out of a list and, if wanted, puts it first; the last ones go when there are too many. */
static void
move (GSettings *settings, const char *key, const char *id, gboolean first, guint max)
{
  g_auto (GStrv) old = g_settings_get_strv (settings, key);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (first)
    g_ptr_array_add (ids, (gpointer) id);
  for (gsize i = 0; old[i] != NULL && ids->len < max; i++)
    if (!g_str_equal (old[i], id))
      g_ptr_array_add (ids, old[i]);
  g_ptr_array_add (ids, NULL);
  g_settings_set_strv (settings, key, (const char *const *) ids->pdata);
}

/**
 * jg_bookmarks_is_pinned:
 * @settings: the settings
 * @occupation: id
 *
 * Tells whether an occupation is pinned.
 *
 * Returns: %TRUE when it is
 */
gboolean
jg_bookmarks_is_pinned (GSettings *settings, const char *occupation)
{
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings) && occupation != NULL, FALSE);

  ids = g_settings_get_strv (settings, PINNED);
  return g_strv_contains ((const char *const *) ids, occupation);
}

/**
 * jg_bookmarks_set_pinned:
 * @settings: the settings
 * @occupation: id
 * @pinned: on or off
 *
 * Pins an occupation, the newest first, or takes the pin out.
 */
void
jg_bookmarks_set_pinned (GSettings *settings, const char *occupation, gboolean pinned)
{
  g_return_if_fail (G_IS_SETTINGS (settings) && occupation != NULL);

  move (settings, PINNED, occupation, pinned, MAX_PINNED);
}

/**
 * jg_bookmarks_list_pinned:
 * @settings: the settings
 *
 * Lists the pinned occupations, the newest first.
 *
 * Returns: (transfer full): ids; some may be of another catalogue
 */
char **
jg_bookmarks_list_pinned (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  return g_settings_get_strv (settings, PINNED);
}

/**
 * jg_bookmarks_note_shown:
 * @settings: the settings
 * @occupation: id
 *
 * Notes that an occupation was shown in full.
 */
void
jg_bookmarks_note_shown (GSettings *settings, const char *occupation)
{
  g_return_if_fail (G_IS_SETTINGS (settings) && occupation != NULL);

  move (settings, RECENT, occupation, TRUE, MAX_RECENT);
}

/**
 * jg_bookmarks_list_recent:
 * @settings: the settings
 *
 * Lists the occupations shown lately, the last first.
 *
 * Returns: (transfer full): ids; some may be of another catalogue
 */
char **
jg_bookmarks_list_recent (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  return g_settings_get_strv (settings, RECENT);
}

/**
 * jg_bookmarks_forget_recent:
 * @settings: the settings
 *
 * Forgets which occupations were shown.
 */
void
jg_bookmarks_forget_recent (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_reset (settings, RECENT);
}

/**
 * jg_bookmarks_unpin_all:
 * @settings: the settings
 *
 * Takes every pin out.
 */
void
jg_bookmarks_unpin_all (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_reset (settings, PINNED);
}
