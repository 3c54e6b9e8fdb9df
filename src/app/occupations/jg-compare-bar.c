/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-compare-bar.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

struct _JgCompareBar
{
  GtkBox parent_instance;

  JgSession *session;
  GtkWidget *label;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (JgCompareBar, jg_compare_bar, GTK_TYPE_BOX)

static void
compared_changed_cb (JgCompareBar *self)
{
  guint n = jg_session_get_n_compared (self->session);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JgOccupation) occupation = jg_catalogue_get_occupation (
          jg_session_get_catalogue (self->session), jg_session_get_compared (self->session, i));

      if (occupation != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", occupation->name);
    }
  /* Translators: how many occupations are compared, how many can be, and which */
  text = g_strdup_printf (_ ("Comparison %u of %d: %s"), n, JG_COMPARE_MAX, names->str);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
jg_compare_bar_dispose (GObject *object)
{
  g_clear_object (&JG_COMPARE_BAR (object)->session);

  G_OBJECT_CLASS (jg_compare_bar_parent_class)->dispose (object);
}

static void
jg_compare_bar_class_init (JgCompareBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_compare_bar_dispose;
}

static void
jg_compare_bar_init (JgCompareBar *self)
{
  GtkWidget *clear = gtk_button_new_from_icon_name ("edit-clear-all-symbolic");

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "compare-bar");
  /* A status, so that a screen reader says how many there are now. */
  self->label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0,
                    "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (self), self->label);
  self->open = gtk_button_new_with_label (_ ("Compare"));
  gtk_widget_set_tooltip_text (self->open, _ ("Show them side by side"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "win.compare");
  gtk_box_append (GTK_BOX (self), self->open);
  gtk_widget_set_tooltip_text (clear, _ ("Empty the comparison"));
  jg_ui_set_name (clear, _ ("Empty the comparison"));
  gtk_widget_add_css_class (clear, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.compare-clear");
  gtk_box_append (GTK_BOX (self), clear);
}

/**
 * jg_compare_bar_new:
 * @session: what the pages share
 *
 * Makes the bar; it is hidden while nothing is chosen.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
jg_compare_bar_new (JgSession *session)
{
  JgCompareBar *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_COMPARE_BAR, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "compared-changed", G_CALLBACK (compared_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "catalogue-changed", G_CALLBACK (compared_changed_cb), self,
                           G_CONNECT_SWAPPED);
  compared_changed_cb (self);
  return GTK_WIDGET (self);
}
