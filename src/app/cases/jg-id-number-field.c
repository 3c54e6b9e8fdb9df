/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-id-number-field.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "casework/jg-case-id-number.h"
#include "casework/jg-case-office.h"
#include "casework/jg-case-seal.h"

/* How long the whole number is shown, in seconds. */
#define SHOWN_FOR 20

struct _JgIdNumberField
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *keep;
  GtkWidget *number;
  GtkWidget *show;
  GtkWidget *clear;
  GtkWidget *remark;

  JgCaseDesk *desk;
  gint64 id; /* the case it is about, 0 for none */
  guint hide_id;
};

G_DEFINE_FINAL_TYPE (JgIdNumberField, jg_id_number_field, GTK_TYPE_BOX)

static JgCaseStore *
get_store (JgIdNumberField *self)
{
  return jg_case_desk_get_store (self->desk);
}

static char *
dup_purpose (JgIdNumberField *self)
{
  if (jg_case_desk_is_working (self->desk) ||
      jg_case_desk_get_state (self->desk) != JG_CASE_STORE_UNLOCKED)
    return NULL;
  return jg_case_store_dup_setting (get_store (self), JG_CASE_SETTING_ID_NUMBER);
}

static void
set_remark (JgIdNumberField *self, const char *text, gboolean wrong)
{
  gtk_label_set_text (GTK_LABEL (self->remark), text);
  gtk_widget_set_visible (self->remark, *text != '\0');
  if (wrong)
    gtk_widget_add_css_class (self->remark, "error");
  else
    gtk_widget_remove_css_class (self->remark, "error");
}

static void
update_cb (JgIdNumberField *self)
{
  g_autofree char *purpose = dup_purpose (self);
  const gboolean on = purpose != NULL && *purpose != '\0';
  const gint64 id = on ? jg_case_desk_get_case (self->desk) : 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *masked =
      id != 0 ? jg_case_store_dup_masked_id_number (get_store (self), id, &error) : NULL;
  const gboolean failed =
      error != NULL && !g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_autofree char *use = on ? g_strdup_printf (_ ("Needed for: %s"), purpose) : g_strdup ("");

  gtk_widget_set_visible (GTK_WIDGET (self), on);
  if (id != self->id || masked != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (id != self->id)
    g_clear_handle_id (&self->hide_id, g_source_remove);
  self->id = id;
  /* It stays to be read while something else of the desk changes. */
  if (self->hide_id != 0 && masked != NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->number), masked != NULL ? masked : "");
  gtk_widget_set_visible (self->entry, id != 0 && masked == NULL && !failed);
  gtk_widget_set_visible (self->keep, id != 0 && masked == NULL && !failed);
  gtk_widget_set_visible (self->number, masked != NULL);
  gtk_widget_set_visible (self->show, masked != NULL);
  gtk_widget_set_visible (self->clear, masked != NULL || failed);
  if (failed)
    set_remark (self, error->message, TRUE);
  else if (on && id == 0)
    set_remark (self, _ ("It can be entered when the session is kept as a case."), FALSE);
  else
    set_remark (self, use, FALSE);
}

static void
set_number (JgIdNumberField *self, const char *number)
{
  const gint64 id = jg_case_desk_get_case (self->desk);
  g_autoptr (GError) error = NULL;

  if (id == 0 || jg_case_desk_is_working (self->desk))
    return;
  if (jg_case_store_set_id_number (get_store (self), id, number, &error))
    {
      g_clear_handle_id (&self->hide_id, g_source_remove);
      update_cb (self);
    }
  else
    set_remark (self, error->message, TRUE);
}

static void
keep_cb (JgIdNumberField *self)
{
  set_number (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
clear_cb (JgIdNumberField *self)
{
  set_number (self, NULL);
}

static gboolean
hide_cb (gpointer data)
{
  JgIdNumberField *self = JG_ID_NUMBER_FIELD (data);

  self->hide_id = 0;
  update_cb (self);
  return G_SOURCE_REMOVE;
}

static void
show_cb (JgIdNumberField *self)
{
  const gint64 id = jg_case_desk_get_case (self->desk);
  g_autoptr (GError) error = NULL;
  char *number;

  if (id == 0 || jg_case_desk_is_working (self->desk))
    return;
  number = jg_case_store_show_id_number (get_store (self), id, &error);
  if (number == NULL)
    {
      set_remark (self, error->message, TRUE);
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->number), number);
  jg_case_wipe_text (number);
  gtk_widget_set_visible (self->show, FALSE);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add_seconds (SHOWN_FOR, hide_cb, self);
}

static void
jg_id_number_field_dispose (GObject *object)
{
  JgIdNumberField *self = JG_ID_NUMBER_FIELD (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (jg_id_number_field_parent_class)->dispose (object);
}

static void
jg_id_number_field_class_init (JgIdNumberFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_id_number_field_dispose;
}

static GtkWidget *
add_button (JgIdNumberField *self, GtkWidget *row, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
jg_id_number_field_init (JgIdNumberField *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 40);
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  self->number = jg_ui_label ("", NULL);
  gtk_widget_set_hexpand (self->number, TRUE);
  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->number);
  self->keep = add_button (self, row, _ ("Register"), G_CALLBACK (keep_cb));
  self->show = add_button (self, row, _ ("Show It"), G_CALLBACK (show_cb));
  self->clear = add_button (self, row, _ ("Delete It"), G_CALLBACK (clear_cb));
  jg_ui_field (GTK_BOX (self), _ ("ID number (sealed, never printed or exported)"), row);
  jg_ui_set_name (self->entry, _ ("ID number"));
  self->remark = jg_ui_label ("", "remark");
  gtk_widget_add_css_class (self->remark, "caption");
  gtk_box_append (GTK_BOX (self), self->remark);
}

/**
 * jg_id_number_field_set_desk:
 * @self: the widget
 * @desk: the desk to follow
 *
 * Lets it follow a desk.
 */
void
jg_id_number_field_set_desk (JgIdNumberField *self, JgCaseDesk *desk)
{
  g_return_if_fail (JG_IS_ID_NUMBER_FIELD (self));
  g_return_if_fail (JG_IS_CASE_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
