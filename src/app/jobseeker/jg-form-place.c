/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "../jg-places.h"
#include "../jg-ui.h"
#include "jg-form.h"

/* A place: chosen from a list of provinces and cities, or written as six digits of GB/T 2260. */
typedef struct
{
  JgSession *session;
  JgPlace place;
  GPtrArray *codes; /* (element-type utf8) of the list, after “not given” */
  GtkWidget *choice;
  GtkWidget *entry;
  gboolean updating;
} PlaceField;

static void
place_field_free (gpointer data)
{
  PlaceField *field = data;

  g_object_unref (field->session);
  g_ptr_array_unref (field->codes);
  g_free (field);
}

static PlaceField *
get_field (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), "field");
}

static void
show_value (PlaceField *field)
{
  const char *code = jg_profile_get_place (jg_session_get_profile (field->session), field->place);
  guint index;

  field->updating = TRUE;
  if (code == NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (field->choice), 0);
  else if (g_ptr_array_find_with_equal_func (field->codes, code, g_str_equal, &index))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (field->choice), index + 1);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (field->choice), field->codes->len + 1);
  gtk_widget_set_visible (field->entry, gtk_drop_down_get_selected (GTK_DROP_DOWN (
                                            field->choice)) == field->codes->len + 1);
  if (code != NULL)
    jg_ui_fill_entry (field->entry, code);
  gtk_widget_remove_css_class (field->entry, "error");
  field->updating = FALSE;
}

/* The same place may be entered in another form. While one writes a code here, leave it alone. */
static void
changed_cb (GtkWidget *box)
{
  PlaceField *field = get_field (box);

  if (!gtk_widget_get_visible (field->entry))
    show_value (field);
}

static void
replaced_cb (GtkWidget *box)
{
  show_value (get_field (box));
}

static void
choice_changed_cb (GtkWidget *box)
{
  PlaceField *field = get_field (box);
  JgProfile *profile = jg_session_get_profile (field->session);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (field->choice));

  if (field->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_set_visible (field->entry, selected == field->codes->len + 1);
  if (selected == field->codes->len + 1)
    {
      gtk_widget_grab_focus (field->entry);
      return;
    }
  jg_profile_set_place (profile, field->place,
                        selected == 0 ? NULL : g_ptr_array_index (field->codes, selected - 1));
  jg_session_touch (field->session);
}

static void
code_changed_cb (GtkWidget *box)
{
  PlaceField *field = get_field (box);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field->entry));

  if (field->updating)
    return;
  if (*text == '\0' || jg_place_code_is_valid (text))
    {
      gtk_widget_remove_css_class (field->entry, "error");
      jg_profile_set_place (jg_session_get_profile (field->session), field->place,
                            *text != '\0' ? text : NULL);
    }
  else
    {
      gtk_widget_add_css_class (field->entry, "error");
      jg_profile_set_place (jg_session_get_profile (field->session), field->place, NULL);
    }
  jg_session_touch (field->session);
}

/**
 * jg_form_place_new:
 * @session: what the pages share
 * @place: which place
 *
 * Makes a labelled field for a place.
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
jg_form_place_new (JgSession *session, JgPlace place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  PlaceField *field = g_new0 (PlaceField, 1);
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *code_name = NULL;

  field->session = g_object_ref (session);
  field->place = place;
  field->codes = g_ptr_array_new_with_free_func (g_free);
  g_object_set_data_full (G_OBJECT (box), "field", field, place_field_free);

  gtk_string_list_append (names, C_ ("place", "Not given"));
  jg_places_load (field->codes, listed);
  for (guint i = 0; i < listed->len; i++)
    gtk_string_list_append (names, g_ptr_array_index (listed, i));
  gtk_string_list_append (names, _ ("Another place: enter its code…"));
  field->choice = gtk_drop_down_new (
      G_LIST_MODEL (names), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (field->choice), TRUE);
  jg_ui_field (GTK_BOX (box), jg_place_label (place), field->choice);

  field->entry = gtk_entry_new ();
  code_name = g_strdup_printf (_ ("Code of %s"), jg_place_label (place));
  jg_ui_set_name (field->entry, code_name);
  g_object_set (field->entry, "placeholder-text", _ ("Six digits"), "max-length", 6, NULL);
  gtk_entry_set_input_purpose (GTK_ENTRY (field->entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_box_append (GTK_BOX (box), field->entry);

  show_value (field);
  g_signal_connect_object (field->choice, "notify::selected", G_CALLBACK (choice_changed_cb), box,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (field->entry, "changed", G_CALLBACK (code_changed_cb), box,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "replaced", G_CALLBACK (replaced_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), box, G_CONNECT_SWAPPED);
  return box;
}
