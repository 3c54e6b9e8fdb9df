/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The floor that the window's start-up is measured against.
 *
 * usage: adw-floor            an empty Adw window with a header bar
 *        adw-floor ROWS.tsv   and a search entry and a plain list: name, code, definition per line */

#include <adwaita.h>

#include <string.h>

static char *rows_path;

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *code = gtk_label_new (NULL);
  GtkWidget *definition = gtk_label_new (NULL);

  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (code, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (definition), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (definition), 0.0);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), code);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), definition);
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkStringObject *line = gtk_list_item_get_item (item);
  g_auto (GStrv) fields = g_strsplit (gtk_string_object_get_string (line), "\t", 3);
  GtkWidget *head = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_first_child (head);

  g_assert (g_strv_length (fields) == 3);
  gtk_label_set_text (GTK_LABEL (name), fields[0]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), fields[1]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (head)), fields[2]);
}

static GtkWidget *
build_list (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSelectionModel *selection;

  if (!g_file_get_contents (rows_path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  selection = GTK_SELECTION_MODEL (
      gtk_single_selection_new (G_LIST_MODEL (gtk_string_list_new ((const char *const *) lines))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_list_view_new (selection, factory));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
on_activate (GtkApplication *application, gpointer user_data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_box_append (GTK_BOX (box), header);
  if (rows_path != NULL)
    {
      GtkWidget *entry = gtk_search_entry_new ();

      adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), entry);
      gtk_box_append (GTK_BOX (box), build_list ());
      gtk_widget_grab_focus (entry);
    }
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  rows_path = argc > 1 ? argv[1] : NULL;
  application = adw_application_new ("com.example.JobGuide.Floor", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
