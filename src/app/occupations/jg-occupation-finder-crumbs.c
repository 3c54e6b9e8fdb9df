/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-occupation-finder-private.h"

static void
crumb_clicked_cb (JgOccupationFinder *self, GtkButton *button)
{
  guint depth = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "depth"));

  if (self->results != NULL)
    self->scope = SCOPE_ALL;
  else
    g_ptr_array_set_size (self->path, (int) depth);
  jg_occupation_finder_update_list (self);
  jg_line_list_focus (self->list);
}

static void
add_crumb (JgOccupationFinder *self, const char *text, guint depth)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crumb");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_set_data (G_OBJECT (button), "depth", GUINT_TO_POINTER (depth));
  g_signal_connect_object (button, "clicked", G_CALLBACK (crumb_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->crumbs, button);
}

/* Where one is: not a button, as it leads nowhere. */
static void
add_last_crumb (JgOccupationFinder *self, const char *text)
{
  gtk_box_append (self->crumbs, gtk_label_new ("›"));
  gtk_box_append (self->crumbs, jg_ui_label (text, "heading"));
}

/* jg_occupation_finder_update_crumbs:
 *
 * Says where one is: the classes gone into, or the part of the results. */
void
jg_occupation_finder_update_crumbs (JgOccupationFinder *self)
{
  gboolean shown = self->results != NULL ? self->scope != SCOPE_ALL : self->path->len > 0;

  jg_ui_clear (self->crumbs);
  gtk_widget_set_visible (GTK_WIDGET (self->crumbs), shown);
  if (!shown)
    return;
  if (self->results != NULL)
    {
      add_crumb (self, _ ("All results"), 0);
      add_last_crumb (self, self->scope == SCOPE_MEASURES ? _ ("Measures") : _ ("Documents"));
      return;
    }
  add_crumb (self, _ ("All"), 0);
  for (guint i = 0; i < self->path->len; i++)
    {
      char **step = g_ptr_array_index (self->path, i);

      if (i + 1 == self->path->len)
        {
          add_last_crumb (self, step[1]);
          break;
        }
      gtk_box_append (self->crumbs, gtk_label_new ("›"));
      add_crumb (self, step[1], i + 1);
    }
}
