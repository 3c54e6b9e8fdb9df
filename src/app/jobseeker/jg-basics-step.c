/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-basics-step.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-form.h"

struct _JgBasicsStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *alias;
  GtkWidget *male;
  GtkWidget *female;
  GtkWidget *birth;
  GtkWidget *age;
  GtkWidget *wrong;
  GtkWidget *education;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgBasicsStep, jg_basics_step, ADW_TYPE_BIN)

static void
show_values (JgBasicsStep *self)
{
  JgProfile *profile = jg_session_get_profile (self->session);
  const char *alias = jg_profile_get_alias (profile);
  const char *sex = jg_profile_get_sex (profile);
  const char *birth = jg_profile_get_birth (profile);
  const char *education = jg_profile_get_education (profile);
  int age = jg_profile_get_age (profile);
  g_autofree char *age_text = age >= 0 ? g_strdup_printf ("%d", age) : g_strdup ("");

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->alias), alias != NULL ? alias : "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->male), g_strcmp0 (sex, "male") == 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->female), g_strcmp0 (sex, "female") == 0);
  gtk_editable_set_text (GTK_EDITABLE (self->birth), birth != NULL ? birth : "");
  gtk_editable_set_text (GTK_EDITABLE (self->age), age_text);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->education),
                              education != NULL ? (guint) jg_education_rank (education) + 1 : 0);
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_widget_remove_css_class (self->birth, "error");
  gtk_widget_remove_css_class (self->age, "error");
  self->updating = FALSE;
}

static void
alias_changed_cb (JgBasicsStep *self)
{
  if (self->updating)
    return;
  jg_profile_set_alias (jg_session_get_profile (self->session),
                        gtk_editable_get_text (GTK_EDITABLE (self->alias)));
  jg_session_touch (self->session);
}

static void
sex_toggled_cb (JgBasicsStep *self, GtkToggleButton *button)
{
  gboolean is_male = GTK_WIDGET (button) == self->male;
  gboolean active = gtk_toggle_button_get_active (button);

  if (self->updating)
    return;
  self->updating = TRUE;
  if (active)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (is_male ? self->female : self->male), FALSE);
  self->updating = FALSE;
  jg_profile_set_sex (jg_session_get_profile (self->session), !active   ? NULL
                                                              : is_male ? "male"
                                                                        : "female");
  jg_session_touch (self->session);
}

static void
set_wrong (JgBasicsStep *self, GtkWidget *entry, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->wrong), text != NULL ? text : "");
  gtk_widget_set_visible (self->wrong, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

static void
clear_other (JgBasicsStep *self, GtkWidget *other)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (other), "");
  gtk_widget_remove_css_class (other, "error");
  self->updating = FALSE;
}

static void
birth_changed_cb (JgBasicsStep *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->birth));
  JgProfile *profile = jg_session_get_profile (self->session);
  gboolean good = *text == '\0' || jg_profile_birth_is_valid (text);

  if (self->updating)
    return;
  jg_profile_set_birth (profile, good && *text != '\0' ? text : NULL);
  if (good && *text != '\0')
    clear_other (self, self->age);
  set_wrong (self, self->birth,
             good ? NULL : _ ("Write the birth month as YYYY-MM, for example 1991-03."));
  jg_session_touch (self->session);
}

static void
age_changed_cb (JgBasicsStep *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->age));
  JgProfile *profile = jg_session_get_profile (self->session);
  char *end;
  guint64 age = g_ascii_strtoull (text, &end, 10);
  gboolean good = *text == '\0' || (*end == '\0' && g_ascii_isdigit (*text) && age <= 120);

  if (self->updating)
    return;
  jg_profile_set_age (profile, good && *text != '\0' ? (int) age : -1);
  if (good && *text != '\0')
    clear_other (self, self->birth);
  set_wrong (self, self->age, good ? NULL : _ ("Write the age in full years, for example 35."));
  jg_session_touch (self->session);
}

static void
education_changed_cb (JgBasicsStep *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->education));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  jg_profile_set_education (jg_session_get_profile (self->session),
                            selected == 0 ? NULL : jg_education_nicks ()[selected - 1]);
  jg_session_touch (self->session);
}

static GtkWidget *
new_entry (JgBasicsStep *self, GCallback changed, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  g_object_set (entry, "placeholder-text", placeholder, NULL);
  g_signal_connect_object (entry, "changed", changed, self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
new_sex (JgBasicsStep *self, GtkBox *row, const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  g_signal_connect_object (toggle, "toggled", G_CALLBACK (sex_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (row, toggle);
  return toggle;
}

static void
add_person (JgBasicsStep *self, GtkBox *form)
{
  GtkWidget *card = jg_ui_card (form);
  GtkWidget *sex = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *levels = gtk_string_list_new (NULL);
  const char *const *nicks = jg_education_nicks ();

  self->alias = new_entry (self, G_CALLBACK (alias_changed_cb), _ ("Need not be the real name"));
  jg_ui_field (GTK_BOX (card), _ ("What to call the person"), self->alias);
  jg_ui_field (GTK_BOX (card), _ ("Sex"), sex);
  self->male = new_sex (self, GTK_BOX (sex), C_ ("sex", "Male"));
  self->female = new_sex (self, GTK_BOX (sex), C_ ("sex", "Female"));
  self->birth = new_entry (self, G_CALLBACK (birth_changed_cb), _ ("YYYY-MM"));
  jg_ui_field (GTK_BOX (card), _ ("Month of birth"), self->birth);
  self->age = new_entry (self, G_CALLBACK (age_changed_cb), _ ("In place of the month of birth"));
  gtk_entry_set_input_purpose (GTK_ENTRY (self->age), GTK_INPUT_PURPOSE_DIGITS);
  jg_ui_field (GTK_BOX (card), _ ("Or age"), self->age);
  self->wrong = jg_ui_label ("", "error");
  gtk_box_append (GTK_BOX (card), self->wrong);

  gtk_string_list_append (levels, C_ ("education", "Not given"));
  for (gsize i = 0; nicks[i] != NULL; i++)
    gtk_string_list_append (levels, jg_education_label (nicks[i]));
  self->education = gtk_drop_down_new (G_LIST_MODEL (levels), NULL);
  g_signal_connect_object (self->education, "notify::selected", G_CALLBACK (education_changed_cb),
                           self, G_CONNECT_SWAPPED);
  jg_ui_field (GTK_BOX (card), _ ("Education"), self->education);
}

static void
add_places (JgBasicsStep *self, GtkBox *form)
{
  GtkWidget *section = jg_ui_section (form, _ ("Places"), _ ("Many measures are local."));
  GtkWidget *card = jg_ui_card (GTK_BOX (section));

  for (int place = 0; place < JG_N_PLACES; place++)
    gtk_box_append (GTK_BOX (card), jg_form_place_new (self->session, (JgPlace) place));
}

static void
add_facts (JgBasicsStep *self, GtkBox *form)
{
  g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (jg_session_get_catalogue (self->session));
  GtkWidget *section = jg_ui_section (
      form, _ ("Situation"),
      _ ("Ask only what helps. What is not answered stays open and is never taken for a no."));
  const char *group = NULL;
  GtkWidget *column = NULL;

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (facts, i);

      if (group == NULL || g_strcmp0 (group, fact->group) != 0)
        {
          GtkWidget *expander = gtk_expander_new (fact->group);

          column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
          gtk_widget_add_css_class (column, "card");
          gtk_widget_add_css_class (column, "padded");
          gtk_widget_set_margin_top (column, 6);
          gtk_expander_set_child (GTK_EXPANDER (expander), column);
          gtk_expander_set_expanded (GTK_EXPANDER (expander), group == NULL);
          jg_ui_set_name (expander, fact->group);
          gtk_box_append (GTK_BOX (section), expander);
          group = fact->group;
        }
      gtk_box_append (GTK_BOX (column), jg_form_fact_new (self->session, fact));
    }
}

static void
jg_basics_step_dispose (GObject *object)
{
  g_clear_object (&JG_BASICS_STEP (object)->session);

  G_OBJECT_CLASS (jg_basics_step_parent_class)->dispose (object);
}

static void
jg_basics_step_class_init (JgBasicsStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_basics_step_dispose;
}

static void
jg_basics_step_init (JgBasicsStep *self)
{
}

/**
 * jg_basics_step_new:
 * @session: what the pages share
 *
 * Makes the step.
 *
 * Returns: (transfer floating): the step
 */
GtkWidget *
jg_basics_step_new (JgSession *session)
{
  JgBasicsStep *self;
  GtkBox *form;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_BASICS_STEP, NULL);
  self->session = g_object_ref (session);
  form = jg_form_new (ADW_BIN (self), C_ ("step", "About the Person"),
                      _ ("Everything is optional. The measures ask for what they need."));
  add_person (self, form);
  add_places (self, form);
  add_facts (self, form);
  show_values (self);
  g_signal_connect_object (session, "replaced", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
