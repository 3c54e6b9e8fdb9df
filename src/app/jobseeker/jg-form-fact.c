/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-form.h"

/* One question: yes, no or not known for a boolean fact; an entry or a choice, and not known, for
 * the others. No button down means that it was not asked. */
typedef struct
{
  JgSession *session;
  char *key;
  char *type;
  char **option_values;
  GtkWidget *yes; /* boolean */
  GtkWidget *no;  /* boolean */
  GtkWidget *unknown;
  GtkWidget *entry;  /* date, number */
  GtkWidget *choice; /* code */
  GtkWidget *wrong;  /* why the entry is not taken */
  gboolean updating;
} FactField;

static void
fact_field_free (gpointer data)
{
  FactField *field = data;

  g_object_unref (field->session);
  g_free (field->key);
  g_free (field->type);
  g_strfreev (field->option_values);
  g_free (field);
}

static void
set_active (GtkWidget *toggle, gboolean active)
{
  if (toggle != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), active);
}

static void
set_wrong (FactField *field, const char *text)
{
  if (field->wrong == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (field->wrong), text != NULL ? text : "");
  gtk_widget_set_visible (field->wrong, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (field->entry, "error");
  else
    gtk_widget_remove_css_class (field->entry, "error");
}

static void
show_value (FactField *field)
{
  const JgFactValue *value =
      jg_profile_get_fact (jg_session_get_profile (field->session), field->key);

  field->updating = TRUE;
  set_active (field->yes, value->state == JG_FACT_BOOLEAN && value->boolean);
  set_active (field->no, value->state == JG_FACT_BOOLEAN && !value->boolean);
  set_active (field->unknown, value->state == JG_FACT_UNKNOWN);
  if (field->entry != NULL)
    {
      g_autofree char *text = NULL;

      if (value->state == JG_FACT_NUMBER)
        text = g_strdup_printf ("%.15g", value->number);
      else if (value->state == JG_FACT_STRING)
        text = g_strdup (value->string);
      /* While one types, the entry holds what is not a value yet: leave it alone. */
      if (text != NULL || value->state == JG_FACT_UNKNOWN ||
          !gtk_widget_has_css_class (field->entry, "error"))
        {
          if (g_strcmp0 (text != NULL ? text : "",
                         gtk_editable_get_text (GTK_EDITABLE (field->entry))) != 0)
            jg_ui_fill_entry (field->entry, text);
          set_wrong (field, NULL);
        }
    }
  if (field->choice != NULL)
    {
      guint selected = 0;

      for (guint i = 0; value->state == JG_FACT_STRING && field->option_values[i] != NULL; i++)
        if (g_str_equal (field->option_values[i], value->string))
          selected = i + 1;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (field->choice), selected);
    }
  field->updating = FALSE;
}

static FactField *
get_field (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), "field");
}

static void
session_changed_cb (GtkWidget *box)
{
  show_value (get_field (box));
}

static void
session_replaced_cb (GtkWidget *box)
{
  FactField *field = get_field (box);

  set_wrong (field, NULL);
  show_value (field);
}

static void
answer_toggled_cb (GtkWidget *box, GtkToggleButton *button)
{
  FactField *field = get_field (box);
  JgProfile *profile = jg_session_get_profile (field->session);

  if (field->updating)
    return;
  if (!gtk_toggle_button_get_active (button))
    jg_profile_set_fact_absent (profile, field->key);
  else if (GTK_WIDGET (button) == field->unknown)
    jg_profile_set_fact_unknown (profile, field->key);
  else
    jg_profile_set_fact_boolean (profile, field->key, GTK_WIDGET (button) == field->yes);
  jg_session_touch (field->session);
}

static void
entry_changed_cb (GtkWidget *box)
{
  FactField *field = get_field (box);
  JgProfile *profile = jg_session_get_profile (field->session);
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->entry))));
  const char *wrong = NULL;

  if (field->updating)
    return;
  if (*text == '\0')
    jg_profile_set_fact_absent (profile, field->key);
  else if (g_str_equal (field->type, "number"))
    {
      char *end;
      double number = g_ascii_strtod (text, &end);

      if (*end == '\0' && number >= 0)
        jg_profile_set_fact_number (profile, field->key, number);
      else
        wrong = _ ("Write a number, for example 12.");
    }
  else if (jg_profile_birth_is_valid (text))
    jg_profile_set_fact_string (profile, field->key, text);
  else
    wrong = _ ("Write a date as YYYY-MM-DD, or YYYY-MM.");
  if (wrong != NULL)
    jg_profile_set_fact_absent (profile, field->key);
  set_wrong (field, wrong);
  jg_session_touch (field->session);
}

static void
choice_changed_cb (GtkWidget *box)
{
  FactField *field = get_field (box);
  JgProfile *profile = jg_session_get_profile (field->session);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (field->choice));

  if (field->updating)
    return;
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    jg_profile_set_fact_absent (profile, field->key);
  else
    jg_profile_set_fact_string (profile, field->key, field->option_values[selected - 1]);
  jg_session_touch (field->session);
}

static GtkWidget *
add_toggle (GtkWidget *box, GtkBox *row, const char *label, const char *question)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s %s", label, question);

  jg_ui_set_name (toggle, name);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (answer_toggled_cb), box,
                           G_CONNECT_SWAPPED);
  gtk_box_append (row, toggle);
  return toggle;
}

static void
add_entry (GtkWidget *box, FactField *field, GtkBox *row, const JgFact *fact)
{
  field->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (field->entry, TRUE);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (field->entry), 14);
  if (g_str_equal (fact->type, "number"))
    gtk_entry_set_input_purpose (GTK_ENTRY (field->entry), GTK_INPUT_PURPOSE_NUMBER);
  else
    g_object_set (field->entry, "placeholder-text", _ ("YYYY-MM-DD"), NULL);
  jg_ui_set_name (field->entry, fact->question);
  gtk_box_append (row, field->entry);
  if (fact->unit != NULL && g_str_equal (fact->type, "number"))
    gtk_box_append (row, gtk_label_new (fact->unit));
  g_signal_connect_object (field->entry, "changed", G_CALLBACK (entry_changed_cb), box,
                           G_CONNECT_SWAPPED);
}

static void
add_choice (GtkWidget *box, FactField *field, GtkBox *row, const JgFact *fact)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Not asked"));
  for (gsize i = 0; fact->option_names != NULL && fact->option_names[i] != NULL; i++)
    gtk_string_list_append (names, fact->option_names[i]);
  field->choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  gtk_widget_set_hexpand (field->choice, TRUE);
  jg_ui_name_drop_down (field->choice, fact->question);
  gtk_box_append (row, field->choice);
  g_signal_connect_object (field->choice, "notify::selected", G_CALLBACK (choice_changed_cb), box,
                           G_CONNECT_SWAPPED);
}

/**
 * jg_form_fact_new:
 * @session: what the pages share
 * @fact: a fact of the vocabulary
 *
 * Makes a question with the means to answer it.
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
jg_form_fact_new (JgSession *session, const JgFact *fact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  FactField *field = g_new0 (FactField, 1);
  gboolean is_boolean = g_str_equal (fact->type, "boolean");

  field->session = g_object_ref (session);
  field->key = g_strdup (fact->key);
  field->type = g_strdup (fact->type);
  field->option_values =
      fact->option_values != NULL ? g_strdupv (fact->option_values) : g_new0 (char *, 1);
  g_object_set_data_full (G_OBJECT (box), "field", field, fact_field_free);

  gtk_box_append (GTK_BOX (box), jg_ui_label (fact->question, NULL));
  if (fact->granted_by != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Granted by: %s"), fact->granted_by);
      GtkWidget *label = jg_ui_label (text, "caption");

      gtk_widget_add_css_class (label, "remark");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (fact->hint != NULL)
    {
      GtkWidget *label = jg_ui_label (fact->hint, "caption");

      gtk_widget_add_css_class (label, "remark");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (is_boolean)
    {
      field->yes = add_toggle (box, GTK_BOX (row), C_ ("answer", "Yes"), fact->question);
      field->no = add_toggle (box, GTK_BOX (row), C_ ("answer", "No"), fact->question);
    }
  else if (g_str_equal (fact->type, "code"))
    add_choice (box, field, GTK_BOX (row), fact);
  else
    add_entry (box, field, GTK_BOX (row), fact);
  field->unknown = add_toggle (box, GTK_BOX (row), C_ ("answer", "Not known"), fact->question);
  gtk_box_append (GTK_BOX (box), row);
  if (field->entry != NULL)
    {
      field->wrong = jg_ui_label ("", "error");
      gtk_widget_set_visible (field->wrong, FALSE);
      gtk_box_append (GTK_BOX (box), field->wrong);
    }
  gtk_widget_add_css_class (box, "question");
  show_value (field);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), box,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "replaced", G_CALLBACK (session_replaced_cb), box,
                           G_CONNECT_SWAPPED);
  return box;
}
