/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-measure-office.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

struct _JgMeasureOffice
{
  AdwBin parent_instance;

  JgSession *session;
  char *measure;
  JgDeskNote *removed; /* until something else is done */
  GtkBox *notes;
  GtkBox *guide;
  GtkWidget *note_form;
  GtkWidget *note_text;
  GtkWidget *note_date;
  GtkWidget *note_by;
  GtkWidget *guide_form;
  GtkWidget *fields[JG_N_DESK_FIELDS];
  GtkWidget *guide_date;
  GtkWidget *guide_by;
};

G_DEFINE_FINAL_TYPE (JgMeasureOffice, jg_measure_office, ADW_TYPE_BIN)

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
complain (JgMeasureOffice *self, const GError *error)
{
  jg_ui_show_error (GTK_WIDGET (self), _ ("This Was Not Kept"), error->message);
}

static void
remove_note_cb (JgMeasureOffice *self, GtkWidget *button)
{
  JgDeskNote *note = g_object_get_data (G_OBJECT (button), "note");
  g_autoptr (JgDeskNote) kept = jg_desk_note_ref (note);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->removed, jg_desk_note_unref);
  self->removed = jg_desk_note_ref (kept);
  if (!jg_desk_remove_note (jg_session_get_desk (self->session), kept, &error))
    {
      g_clear_pointer (&self->removed, jg_desk_note_unref);
      complain (self, error);
    }
}

static void
undo_cb (JgMeasureOffice *self)
{
  g_autoptr (JgDeskNote) note = g_steal_pointer (&self->removed);
  g_autoptr (GError) error = NULL;

  if (note != NULL && !jg_desk_restore_note (jg_session_get_desk (self->session), note, &error))
    complain (self, error);
}

static void
show_notes (JgMeasureOffice *self)
{
  g_autoptr (GPtrArray) notes =
      jg_desk_list_notes (jg_session_get_desk (self->session), self->measure);

  jg_ui_clear (self->notes);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      JgDeskNote *note = g_ptr_array_index (notes, i);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));
      g_autofree char *text = g_strdup_printf ("%s %s（%s）", note->date, note->text, note->by);
      g_autofree char *name = g_strdup_printf (_ ("Remove the note “%s”"), text);
      GtkWidget *label = jg_ui_verbatim (text);

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (row), label);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      jg_ui_set_name (button, name);
      g_object_set_data_full (G_OBJECT (button), "note", jg_desk_note_ref (note),
                              (GDestroyNotify) jg_desk_note_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_note_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), button);
      gtk_box_append (self->notes, row);
    }
  if (self->removed != NULL)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *undo = gtk_button_new_with_label (_ ("Undo"));

      gtk_box_append (GTK_BOX (row), jg_ui_label (_ ("The note is removed."), NULL));
      g_signal_connect_object (undo, "clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), undo);
      gtk_box_append (self->notes, row);
    }
}

static void
show_guide (JgMeasureOffice *self)
{
  JgDesk *desk = jg_session_get_desk (self->session);
  JgDeskGuide *guide = jg_desk_find_guide (desk, self->measure);
  g_autofree char *confirmed = NULL;

  jg_ui_clear (self->guide);
  if (guide == NULL)
    {
      gtk_box_append (
          self->guide,
          jg_ui_label (_ ("Nothing is written down; the sheet says to ring 12333."), "remark"));
      return;
    }
  for (int f = 0; f < JG_N_DESK_FIELDS; f++)
    if (guide->fields[f] != NULL)
      {
        g_autofree char *text =
            g_strdup_printf ("%s：%s", jg_desk_field_label ((JgDeskField) f), guide->fields[f]);

        gtk_box_append (self->guide, jg_ui_verbatim (text));
      }
  confirmed = g_strdup_printf (_ ("Confirmed by %s, %s"), guide->by, guide->date);
  gtk_box_append (self->guide, jg_ui_label (confirmed, "remark"));
  if (guide->measure == NULL)
    gtk_box_append (self->guide,
                    jg_ui_label (_ ("Written for all measures of this office."), "remark"));
}

static void
desk_changed_cb (JgMeasureOffice *self)
{
  show_notes (self);
  show_guide (self);
}

static void
add_note_cb (JgMeasureOffice *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDeskNote) note = NULL;

  g_clear_pointer (&self->removed, jg_desk_note_unref);
  note = jg_desk_add_note (jg_session_get_desk (self->session), self->measure,
                           get_text (self->note_date), get_text (self->note_text),
                           get_text (self->note_by), &error);
  if (note == NULL)
    {
      complain (self, error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->note_text), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->note_form), FALSE);
}

static char *
dup_field (JgMeasureOffice *self, int field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (self->fields[field]))
    return g_strdup (get_text (self->fields[field]));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->fields[field]));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* An emptied guide is removed. */
static void
save_guide_cb (JgMeasureOffice *self)
{
  JgDesk *desk = jg_session_get_desk (self->session);
  g_autoptr (JgDeskGuide) guide =
      jg_desk_guide_new (self->measure, get_text (self->guide_date), get_text (self->guide_by));
  JgDeskGuide *own = jg_desk_get_guide (desk, self->measure);
  g_autoptr (GError) error = NULL;
  gboolean any = FALSE, good;

  for (int f = 0; f < JG_N_DESK_FIELDS; f++)
    {
      g_autofree char *text = g_strstrip (dup_field (self, f));

      if (*text == '\0')
        continue;
      any = TRUE;
      jg_desk_guide_set_field (guide, (JgDeskField) f, text);
    }
  if (!any && own != NULL)
    good = jg_desk_remove_guide (desk, self->measure, &error);
  else
    good = jg_desk_set_guide (desk, guide, &error);
  if (!good)
    complain (self, error);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->guide_form), FALSE);
}

static GtkWidget *
add_entry (GtkWidget *form, const char *title, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  jg_ui_field (GTK_BOX (form), title, entry);
  return entry;
}

static GtkWidget *
new_form (JgMeasureOffice *self, GtkBox *parent, const char *title, GtkWidget **form)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (title);

  *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (*form, "padded");
  gtk_widget_set_halign (toggle, GTK_ALIGN_START);
  g_object_bind_property (toggle, "active", *form, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (parent, toggle);
  gtk_box_append (parent, *form);
  return toggle;
}

static void
add_save (JgMeasureOffice *self, GtkWidget *form, const char *label, GCallback save)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, jg_desk_is_writable (jg_session_get_desk (self->session)));
  g_signal_connect_object (button, "clicked", save, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (form), button);
}

static void
add_note_form (JgMeasureOffice *self, GtkBox *parent)
{
  g_autofree char *counsellor =
      g_settings_get_string (jg_session_get_settings (self->session), "counsellor");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  GtkWidget *form;

  self->note_form = new_form (self, parent, _ ("Add a Note"), &form);
  self->note_text = add_entry (form, _ ("Note"), NULL);
  self->note_date = add_entry (form, _ ("Date of the note"), today);
  self->note_by = add_entry (form, _ ("Name of who says so"), counsellor);
  add_save (self, form, _ ("Keep the Note"), G_CALLBACK (add_note_cb));
}

static void
add_materials (JgMeasureOffice *self, GtkWidget *form, const char *label, const char *text)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (view, -1, 72);
  gtk_widget_add_css_class (view, "card");
  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  jg_ui_field (GTK_BOX (form), label, view);
  self->fields[JG_DESK_FIELD_MATERIALS] = view;
}

static void
add_guide_form (JgMeasureOffice *self, GtkBox *parent)
{
  g_autofree char *counsellor =
      g_settings_get_string (jg_session_get_settings (self->session), "counsellor");
  JgDeskGuide *own = jg_desk_get_guide (jg_session_get_desk (self->session), self->measure);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  GtkWidget *form;

  self->guide_form = new_form (self, parent, _ ("Edit the Guide"), &form);
  for (int f = 0; f < JG_N_DESK_FIELDS; f++)
    {
      const char *label = jg_desk_field_label ((JgDeskField) f);
      const char *text = own != NULL ? own->fields[f] : NULL;

      if (f == JG_DESK_FIELD_MATERIALS)
        add_materials (self, form, label, text);
      else
        self->fields[f] = add_entry (form, label, text);
    }
  self->guide_date = add_entry (form, _ ("Date of the confirmation"), today);
  self->guide_by =
      add_entry (form, _ ("Name of who confirmed it"), own != NULL ? own->by : counsellor);
  add_save (self, form, _ ("Keep the Guide"), G_CALLBACK (save_guide_cb));
}

static void
jg_measure_office_dispose (GObject *object)
{
  JgMeasureOffice *self = JG_MEASURE_OFFICE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->removed, jg_desk_note_unref);

  G_OBJECT_CLASS (jg_measure_office_parent_class)->dispose (object);
}

static void
jg_measure_office_class_init (JgMeasureOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_measure_office_dispose;
}

static void
jg_measure_office_init (JgMeasureOffice *self)
{
}

/**
 * jg_measure_office_new:
 * @session: what the pages share
 * @measure: id of a measure
 *
 * Makes the office's part of a measure.
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
jg_measure_office_new (JgSession *session, const char *measure)
{
  JgMeasureOffice *self;
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkWidget *section, *card;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  self = g_object_new (JG_TYPE_MEASURE_OFFICE, NULL);
  self->session = g_object_ref (session);
  self->measure = g_strdup (measure);
  section = jg_ui_section (box, _ ("From this office"),
                           _ ("Written by the office itself; not words of the text."));
  if (jg_session_get_desk_trouble (session) != NULL)
    gtk_box_append (GTK_BOX (section),
                    jg_ui_label (jg_session_get_desk_trouble (session), "error"));
  card = jg_ui_card (GTK_BOX (section));
  gtk_box_append (GTK_BOX (card), jg_ui_label (_ ("Notes"), "caption-heading"));
  self->notes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->notes));
  add_note_form (self, GTK_BOX (card));
  gtk_box_append (GTK_BOX (card), jg_ui_label (_ ("Where to go"), "caption-heading"));
  self->guide = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->guide));
  add_guide_form (self, GTK_BOX (card));
  desk_changed_cb (self);
  g_signal_connect_object (jg_session_get_desk (session), "changed", G_CALLBACK (desk_changed_cb),
                           self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  return GTK_WIDGET (self);
}
