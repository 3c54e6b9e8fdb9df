/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-basics-step.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "../cases/jg-id-number-field.h"
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
  GtkWidget *id_number;
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
  jg_ui_fill_entry (self->alias, alias);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->male), g_strcmp0 (sex, "male") == 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->female), g_strcmp0 (sex, "female") == 0);
  jg_ui_fill_entry (self->birth, birth);
  jg_ui_fill_entry (self->age, age_text);
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
  self->id_number = g_object_new (JG_TYPE_ID_NUMBER_FIELD, NULL);
  gtk_box_append (GTK_BOX (card), self->id_number);
}

static void
add_places (JgBasicsStep *self, GtkBox *form)
{
  GtkWidget *section = jg_ui_section (form, _ ("Places"), _ ("Many measures are local."));
  GtkWidget *card = jg_ui_card (GTK_BOX (section));

  for (int place = 0; place < JG_N_PLACES; place++)
    gtk_box_append (GTK_BOX (card), jg_form_place_new (self->session, (JgPlace) place));
}

/* The questions of one group: those answered stand there, the others come on demand. */
typedef struct
{
  JgSession *session;
  char *name;
  GtkLabel *title;
  GtkBox *column;
  GtkButton *more;
  gboolean open;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_object_unref (group->session);
  g_free (group->name);
  g_free (group);
}

static void
show_group (GtkWidget *box)
{
  Group *group = g_object_get_data (G_OBJECT (box), "group");
  JgProfile *profile = jg_session_get_profile (group->session);
  guint n = 0, answered = 0;
  g_autofree char *title = NULL;
  g_autofree char *more = NULL;
  g_autofree char *name = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (group->column)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *key = g_object_get_data (G_OBJECT (child), "key");
      gboolean has = jg_profile_get_fact (profile, key)->state != JG_FACT_ABSENT;

      n++;
      answered += has ? 1 : 0;
      /* What the keyboard is in stays, even while the answer is being changed. */
      gtk_widget_set_visible (child, group->open || has || gtk_widget_get_focus_child (child));
    }
  title = g_strdup_printf (_ ("%s: %u of %u answered"), group->name, answered, n);
  gtk_label_set_text (group->title, title);
  gtk_widget_set_visible (GTK_WIDGET (group->column), group->open || answered > 0);
  if (group->open)
    more = g_strdup (_ ("Show Only the Answered"));
  else
    more = g_strdup_printf (
        ngettext ("Show %u More Question", "Show %u More Questions", n - answered), n - answered);
  name = g_strdup_printf ("%s：%s", group->name, more);
  gtk_button_set_label (group->more, more);
  jg_ui_set_name (GTK_WIDGET (group->more), name);
  gtk_widget_set_visible (GTK_WIDGET (group->more), group->open || answered < n);
}

static void
more_cb (GtkWidget *box)
{
  Group *group = g_object_get_data (G_OBJECT (box), "group");

  group->open = !group->open;
  show_group (box);
}

static GtkWidget *
new_group (JgSession *session, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkBox *card = GTK_BOX (jg_ui_card (GTK_BOX (box)));
  Group *group = g_new0 (Group, 1);

  group->session = g_object_ref (session);
  group->name = g_strdup (name);
  group->title = GTK_LABEL (jg_ui_label (name, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (group->title), TRUE);
  group->more = GTK_BUTTON (gtk_button_new_with_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (group->more), "flat");
  gtk_widget_set_valign (GTK_WIDGET (group->more), GTK_ALIGN_CENTER);
  group->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  g_object_set_data_full (G_OBJECT (box), "group", group, group_free);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (group->title));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (group->more));
  gtk_box_append (card, row);
  gtk_box_append (card, GTK_WIDGET (group->column));
  g_signal_connect_object (group->more, "clicked", G_CALLBACK (more_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_group), box, G_CONNECT_SWAPPED);
  return box;
}

static void
add_facts (JgBasicsStep *self, GtkBox *form)
{
  g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (jg_session_get_catalogue (self->session));
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *section = jg_ui_section (
      form, _ ("Situation"),
      _ ("Ask only what helps. What is not answered stays open and is never taken for a no."));
  GHashTableIter iter;
  gpointer box;

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (facts, i);
      GtkWidget *group = g_hash_table_lookup (groups, fact->group);
      GtkWidget *field = jg_form_fact_new (self->session, fact);

      if (group == NULL)
        {
          group = new_group (self->session, fact->group);
          g_hash_table_insert (groups, fact->group, group);
          gtk_box_append (GTK_BOX (section), group);
        }
      g_object_set_data_full (G_OBJECT (field), "key", g_strdup (fact->key), g_free);
      gtk_box_append (((Group *) g_object_get_data (G_OBJECT (group), "group"))->column, field);
    }
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &box))
    show_group (box);
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

/**
 * jg_basics_step_set_desk:
 * @self: the step
 * @desk: the store of cases at this desk
 *
 * Lets the step ask for the ID number, where the office keeps such numbers.
 */
void
jg_basics_step_set_desk (JgBasicsStep *self, JgCaseDesk *desk)
{
  g_return_if_fail (JG_IS_BASICS_STEP (self));

  jg_id_number_field_set_desk (JG_ID_NUMBER_FIELD (self->id_number), desk);
}
