/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-places.h"

#include <string.h>

/**
 * jg_places_load:
 * @codes: (element-type utf8): where to append six digits of GB/T 2260 each
 * @names: (element-type utf8): where to append the names
 *
 * Reads the list of provinces and cities that ships in the program as lines of code, tab, name.
 */
void
jg_places_load (GPtrArray *codes, GPtrArray *names)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/com/example/JobGuide/places.tsv",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (codes != NULL && names != NULL);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL || *lines[i] == '#')
        continue;
      *tab = '\0';
      g_ptr_array_add (codes, g_strdup (lines[i]));
      g_ptr_array_add (names, g_strdup (tab + 1));
    }
}
