/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-keeping-bar.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-case-words.h"

struct _JgKeepingBar
{
  GtkBox parent_instance;

  GtkWidget *label;
  GtkWidget *unlock;
  GtkWidget *keep;
  GtkWidget *decline;

  JgCaseDesk *desk;
};

G_DEFINE_FINAL_TYPE (JgKeepingBar, jg_keeping_bar, GTK_TYPE_BOX)

static void
update_cb (JgKeepingBar *self)
{
  g_autofree char *text = jg_case_words_dup_status (self->desk);
  const JgKeeping keeping = jg_case_desk_get_keeping (self->desk);
  const gboolean locked = jg_case_desk_get_state (self->desk) == JG_CASE_STORE_LOCKED;

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->unlock, locked);
  gtk_widget_set_visible (self->keep, jg_case_words_can_keep (self->desk));
  gtk_button_set_label (GTK_BUTTON (self->keep), jg_case_words_get_keep (self->desk));
  gtk_widget_set_visible (self->decline, keeping == JG_KEEPING_UNSAVED);
}

static GtkWidget *
add_button (JgKeepingBar *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_visible (button, FALSE);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
jg_keeping_bar_dispose (GObject *object)
{
  g_clear_object (&JG_KEEPING_BAR (object)->desk);

  G_OBJECT_CLASS (jg_keeping_bar_parent_class)->dispose (object);
}

static void
jg_keeping_bar_class_init (JgKeepingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_keeping_bar_dispose;
}

static void
jg_keeping_bar_init (JgKeepingBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
  self->label = jg_ui_label (
      _ ("Nothing entered here is saved. It is gone when the window closes."), "remark");
  gtk_widget_add_css_class (self->label, "caption");
  gtk_box_append (GTK_BOX (self), self->label);
  self->unlock = add_button (self, _ ("Unlock the Cases…"), "win.case-unlock");
  self->keep = add_button (self, _ ("Keep as a Case…"), "win.case-keep");
  self->decline = add_button (self, _ ("Do Not Keep"), "win.case-decline");
}

/**
 * jg_keeping_bar_set_desk:
 * @self: the widget
 * @desk: the desk to follow
 *
 * Lets it follow a desk.
 */
void
jg_keeping_bar_set_desk (JgKeepingBar *self, JgCaseDesk *desk)
{
  g_return_if_fail (JG_IS_KEEPING_BAR (self));
  g_return_if_fail (JG_IS_CASE_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
