/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-form.h"

#include "../jg-ui.h"

/**
 * jg_form_new:
 * @bin: a step
 * @title: its heading
 * @note: (nullable): a remark under it
 *
 * Fills @bin with a scrolled column under a heading.
 *
 * Returns: (transfer none): the column
 */
GtkBox *
jg_form_new (AdwBin *bin, const char *title, const char *note)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "detail");
  gtk_box_append (GTK_BOX (box), jg_ui_label (title, "title-2"));
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), jg_ui_label (note, "remark"));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_bin_set_child (bin, jg_ui_scroller (clamp, title));
  return GTK_BOX (box);
}
