/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-about.h"

#include <glib/gi18n.h>

#include "jg-config.h"

static void
append_source (GString *text, const JgPackInfo *pack, gsize i)
{
  g_string_append_printf (text, "%s\n", pack->source_titles[i]);
  if (pack->source_licences != NULL && pack->source_licences[i] != NULL)
    g_string_append_printf (text, _ ("Licence: %s\n"), pack->source_licences[i]);
  if (pack->source_credits != NULL && pack->source_credits[i] != NULL &&
      *pack->source_credits[i] != '\0')
    g_string_append_printf (text, _ ("Credit: %s\n"), pack->source_credits[i]);
}

/**
 * jg_about_show:
 * @parent: the window
 * @catalogue: (nullable): the catalogue whose sources are named
 *
 * Shows the About window with the licence and credit of every pack of data and its date.
 */
void
jg_about_show (GtkWindow *parent, JgCatalogue *catalogue)
{
  g_autoptr (GPtrArray) packs = catalogue != NULL ? jg_catalogue_list_packs (catalogue) : NULL;
  g_autoptr (GString) debug = g_string_new (NULL);
  g_autofree char *comments = NULL;
  AdwAboutWindow *about;

  g_string_append_printf (debug, "JobGuide %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\n",
                          PACKAGE_VERSION, gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
  if (catalogue != NULL)
    comments = g_strdup_printf (
        _ ("From everyday words to an occupation, the measures that may fit, and a guidance sheet "
           "on which every claim carries its sentence.\n\nData as of %s."),
        jg_catalogue_get_data_date (catalogue));

  about = ADW_ABOUT_WINDOW (
      g_object_new (ADW_TYPE_ABOUT_WINDOW, "application-name", _ ("JobGuide"), "application-icon",
                    APPLICATION_ID, "version", PACKAGE_VERSION, "developer-name",
                    _ ("The JobGuide authors"), "copyright", "© 2026 The JobGuide authors",
                    "license-type", GTK_LICENSE_GPL_3_0, "comments", comments, NULL));
  for (guint i = 0; packs != NULL && i < packs->len; i++)
    {
      const JgPackInfo *pack = g_ptr_array_index (packs, i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *escaped = NULL;
      g_autofree char *title = NULL;

      g_string_append_printf (text, _ ("Version %s, %s\n"), pack->version, pack->date);
      for (gsize k = 0; pack->source_titles != NULL && pack->source_titles[k] != NULL; k++)
        append_source (text, pack, k);
      escaped = g_markup_escape_text (text->str, -1);
      title = g_markup_escape_text (pack->title, -1);
      adw_about_window_add_legal_section (about, title, NULL, GTK_LICENSE_CUSTOM, escaped);
      g_string_append_printf (debug, "%s %s %s\n", pack->id, pack->version, pack->sha256);
    }
  adw_about_window_set_debug_info (about, debug->str);
  adw_about_window_set_debug_info_filename (about, "jobguide.txt");
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}
