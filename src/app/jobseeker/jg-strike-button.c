/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-strike-button.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

struct _JgStrikeButton
{
  AdwBin parent_instance;

  JgSession *session;
  char *occupation;
  GtkWidget *button;
  GtkWidget *entry;
  GtkWidget *strike;
  char *reason; /* what is being struck out for */
  guint idle;
};

G_DEFINE_FINAL_TYPE (JgStrikeButton, jg_strike_button, ADW_TYPE_BIN)

/* The card goes with the occupation, so the popover is closed before. */
static gboolean
strike_cb (gpointer data)
{
  JgStrikeButton *self = data;
  g_autoptr (JgSession) session = g_object_ref (self->session);
  g_autofree char *occupation = g_strdup (self->occupation);
  g_autofree char *reason = g_steal_pointer (&self->reason);

  self->idle = 0;
  jg_session_choose (session, occupation, FALSE);
  jg_record_strike (jg_session_get_record (session), occupation, reason);
  return G_SOURCE_REMOVE;
}

static void
strike (JgStrikeButton *self, const char *reason)
{
  g_autofree char *tidy = g_strstrip (g_strdup (reason));

  if (*tidy == '\0' || self->idle != 0)
    return;
  g_free (self->reason);
  self->reason = g_steal_pointer (&tidy);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  self->idle = g_idle_add (strike_cb, self);
}

static void
typed_cb (JgStrikeButton *self)
{
  strike (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
changed_cb (JgStrikeButton *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_widget_set_sensitive (self->strike, *text != '\0');
}

static void
common_clicked_cb (JgStrikeButton *self, GtkButton *button)
{
  strike (self, gtk_button_get_label (button));
}

static GtkWidget *
new_popover (JgStrikeButton *self)
{
  static const char *const common[] = { N_ ("The person does not want it"),
                                        N_ ("Health does not allow it"),
                                        N_ ("Too far or at the wrong hours"),
                                        N_ ("No such jobs here") };
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (gettext (common[i]));

      g_signal_connect_object (button, "clicked", G_CALLBACK (common_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), JG_RECORD_MAX_REASON);
  g_object_set (self->entry, "placeholder-text", _ ("Another reason"), NULL);
  jg_ui_set_name (self->entry, _ ("Another reason"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->strike = gtk_button_new_with_label (_ ("Strike Out"));
  gtk_widget_set_sensitive (self->strike, FALSE);
  g_signal_connect_object (self->strike, "clicked", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->strike);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
jg_strike_button_dispose (GObject *object)
{
  JgStrikeButton *self = JG_STRIKE_BUTTON (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->occupation, g_free);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (jg_strike_button_parent_class)->dispose (object);
}

static void
jg_strike_button_class_init (JgStrikeButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_strike_button_dispose;
}

static void
jg_strike_button_init (JgStrikeButton *self)
{
}

/**
 * jg_strike_button_new:
 * @session: what the pages share
 * @occupation: the occupation
 *
 * Makes the button.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
jg_strike_button_new (JgSession *session, const JgOccupation *occupation)
{
  JgStrikeButton *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  self = g_object_new (JG_TYPE_STRIKE_BUTTON, NULL);
  self->session = g_object_ref (session);
  self->occupation = g_strdup (occupation->id);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Strike Out…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), new_popover (self));
  name = g_strdup_printf (_ ("Strike out %s"), occupation->name);
  /* The focus stands on what is inside the menu button. */
  jg_ui_set_name (gtk_widget_get_first_child (self->button), name);
  adw_bin_set_child (ADW_BIN (self), self->button);
  return GTK_WIDGET (self);
}
