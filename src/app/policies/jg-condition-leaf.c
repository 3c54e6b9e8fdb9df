/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The controls of one condition: bounds, values, places. Each writes into the condition as it is changed. */

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "../jg-ui.h"
#include "guidance/jg-profile.h"
#include "jg-condition-choices.h"
#include "jg-condition-editor-private.h"
#include "jg-local-form.h"

typedef struct
{
  JgCondition
      *condition; /* belongs to the editor, which makes these controls anew with every other tree */
  JgConditionChangedFunc changed;
  gpointer data;
  GtkWidget *how;
  GtkWidget *value;
  GtkWidget *unit;
} Leaf;

static const char *const units[] = { "days", "months", "years", NULL };

static void
tell (Leaf *leaf)
{
  leaf->changed (leaf->data);
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
read_number (GtkWidget *entry, double *value)
{
  const char *text = get_text (entry);
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  if (*text == '\0' || end == text || *end != '\0' || !isfinite (*value) || *value < 0 ||
      *value > 1e6)
    return FALSE;
  return TRUE;
}

static void
mark (GtkWidget *entry, gboolean good)
{
  if (good)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
}

static GtkWidget *
new_entry (const char *name, const char *text, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  g_object_set (entry, "placeholder-text", placeholder, NULL);
  jg_ui_set_name (entry, name);
  return entry;
}

static char *
dup_number (gboolean has, double value)
{
  return has ? g_strdup_printf ("%g", value) : g_strdup ("");
}

static void
clear_comparison (JgCondition *condition)
{
  condition->has_at_least = condition->has_at_most = FALSE;
  condition->has_more_than = condition->has_less_than = FALSE;
  g_clear_pointer (&condition->values, g_strfreev);
  g_clear_pointer (&condition->unit, g_free);
}

static void
set_bound (JgCondition *condition, guint which, gboolean has, double value)
{
  gboolean *const flags[] = { &condition->has_at_least, &condition->has_at_most,
                              &condition->has_more_than, &condition->has_less_than };
  double *const values[] = { &condition->at_least, &condition->at_most, &condition->more_than,
                             &condition->less_than };

  *flags[which] = has;
  *values[which] = value;
}

/* Which bound is set, and its value; the first where there are several. */
static guint
get_bound (const JgCondition *condition, gboolean *has, double *value)
{
  const gboolean flags[] = { condition->has_at_least, condition->has_at_most,
                             condition->has_more_than, condition->has_less_than };
  const double values[] = { condition->at_least, condition->at_most, condition->more_than,
                            condition->less_than };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i])
      {
        *has = TRUE;
        *value = values[i];
        return i;
      }
  *has = FALSE;
  return 0;
}

static void
number_changed_cb (Leaf *leaf)
{
  double value;
  const gboolean good = read_number (leaf->value, &value);

  clear_comparison (leaf->condition);
  leaf->condition->comparison = JG_COMPARE_NUMBER;
  set_bound (leaf->condition, gtk_drop_down_get_selected (GTK_DROP_DOWN (leaf->how)), good, value);
  mark (leaf->value, good);
  tell (leaf);
}

/* Dates: the first four are spans of time, then a day on either side, then this year. */
static void
date_changed_cb (Leaf *leaf)
{
  JgCondition *condition = leaf->condition;
  const guint how = gtk_drop_down_get_selected (GTK_DROP_DOWN (leaf->how));
  gboolean good = TRUE;
  double value = 0;

  clear_comparison (condition);
  if (how < 4)
    {
      condition->comparison = JG_COMPARE_ELAPSED;
      condition->unit = g_strdup (units[gtk_drop_down_get_selected (GTK_DROP_DOWN (leaf->unit))]);
      good = read_number (leaf->value, &value);
      set_bound (condition, how, good, value);
    }
  else if (how < 6)
    {
      condition->comparison = how == 4 ? JG_COMPARE_ON_OR_AFTER : JG_COMPARE_ON_OR_BEFORE;
      good = jg_json_is_date (get_text (leaf->value));
      condition->values = g_strsplit (get_text (leaf->value), "\n", -1);
    }
  else
    condition->comparison = JG_COMPARE_SAME_YEAR;
  gtk_widget_set_visible (leaf->unit, how < 4);
  gtk_widget_set_visible (leaf->value, how < 6);
  g_object_set (leaf->value, "placeholder-text", how < 4 ? _ ("Number") : "2026-01-01", NULL);
  mark (leaf->value, good);
  tell (leaf);
}

static void
age_changed_cb (Leaf *leaf)
{
  JgCondition *condition = leaf->condition;
  double least = 0, most = 0;
  const gboolean has_least = read_number (leaf->how, &least);
  const gboolean has_most = read_number (leaf->value, &most);

  clear_comparison (condition);
  set_bound (condition, 0, has_least, least);
  set_bound (condition, 1, has_most, most);
  mark (leaf->how, has_least || *get_text (leaf->how) == '\0');
  mark (leaf->value, has_most || *get_text (leaf->value) == '\0');
  tell (leaf);
}

static void
choice_changed_cb (Leaf *leaf)
{
  g_strfreev (leaf->condition->values);
  leaf->condition->values = g_strsplit (jg_local_choice_get (leaf->value), "\n", -1);
  tell (leaf);
}

static void
option_changed_cb (Leaf *leaf)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (leaf->value); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (child), "nick"));
  g_strfreev (leaf->condition->values);
  leaf->condition->values = g_strv_builder_end (builder);
  tell (leaf);
}

static void
place_changed_cb (Leaf *leaf)
{
  const char *text = get_text (leaf->value);
  g_auto (GStrv) codes = g_regex_split_simple ("[\\s,，、]+", text, 0, 0);
  gboolean good = *text != '\0';

  for (guint i = 0; codes[i] != NULL; i++)
    good = good && jg_place_code_is_valid (codes[i]);
  g_strfreev (leaf->condition->values);
  leaf->condition->values = g_steal_pointer (&codes);
  mark (leaf->value, good);
  tell (leaf);
}

static void
ask_changed_cb (Leaf *leaf)
{
  g_free (leaf->condition->key);
  leaf->condition->key = jg_text_dup_tidy (get_text (leaf->value), 0);
  mark (leaf->value, leaf->condition->key != NULL);
  tell (leaf);
}

static void
add_number (GtkBox *box, Leaf *leaf, const char *name, const char *unit)
{
  const char *const hows[] = { _ ("at least"), _ ("at most"), _ ("more than"), _ ("less than"),
                               NULL };
  gboolean has;
  double value = 0;
  const guint how = get_bound (leaf->condition, &has, &value);
  g_autofree char *text = dup_number (has, value);

  leaf->how = gtk_drop_down_new_from_strings (hows);
  jg_ui_name_drop_down (leaf->how, name);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (leaf->how), how);
  leaf->value = new_entry (name, text, _ ("Number"));
  mark (leaf->value, has);
  gtk_box_append (box, leaf->how);
  gtk_box_append (box, leaf->value);
  if (unit != NULL)
    gtk_box_append (box, jg_ui_label (unit, NULL));
  g_signal_connect_swapped (leaf->how, "notify::selected", G_CALLBACK (number_changed_cb), leaf);
  g_signal_connect_swapped (leaf->value, "changed", G_CALLBACK (number_changed_cb), leaf);
}

static void
add_date (GtkBox *box, Leaf *leaf, const char *name)
{
  const char *const hows[] = { _ ("at least this long ago"),
                               _ ("at most this long ago"),
                               _ ("more than this long ago"),
                               _ ("less than this long ago"),
                               _ ("on this day or after it"),
                               _ ("on this day or before it"),
                               _ ("this year"),
                               NULL };
  const char *const unit_names[] = { _ ("days"), _ ("months"), _ ("years"), NULL };
  const JgCondition *condition = leaf->condition;
  gboolean has = FALSE;
  double value = 0;
  guint how = get_bound (condition, &has, &value);
  g_autofree char *text = dup_number (has, value);

  if (condition->comparison == JG_COMPARE_ON_OR_AFTER ||
      condition->comparison == JG_COMPARE_ON_OR_BEFORE)
    {
      how = condition->comparison == JG_COMPARE_ON_OR_AFTER ? 4 : 5;
      g_free (text);
      text = g_strdup (condition->values[0]);
      has = TRUE;
    }
  else if (condition->comparison == JG_COMPARE_SAME_YEAR)
    how = 6;
  leaf->how = gtk_drop_down_new_from_strings (hows);
  jg_ui_name_drop_down (leaf->how, name);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (leaf->how), how);
  leaf->value = new_entry (name, text, how < 4 ? _ ("Number") : "2026-01-01");
  leaf->unit = gtk_drop_down_new_from_strings (unit_names);
  jg_ui_name_drop_down (leaf->unit, _ ("Unit"));
  for (guint i = 0; units[i] != NULL; i++)
    if (g_strcmp0 (units[i], condition->unit) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (leaf->unit), i);
  mark (leaf->value, has || how == 6);
  gtk_widget_set_visible (leaf->value, how < 6);
  gtk_widget_set_visible (leaf->unit, how < 4);
  gtk_box_append (box, leaf->how);
  gtk_box_append (box, leaf->value);
  gtk_box_append (box, leaf->unit);
  g_signal_connect_swapped (leaf->how, "notify::selected", G_CALLBACK (date_changed_cb), leaf);
  g_signal_connect_swapped (leaf->unit, "notify::selected", G_CALLBACK (date_changed_cb), leaf);
  g_signal_connect_swapped (leaf->value, "changed", G_CALLBACK (date_changed_cb), leaf);
}

static void
add_age (GtkBox *box, Leaf *leaf)
{
  const JgCondition *condition = leaf->condition;
  g_autofree char *least = dup_number (condition->has_at_least, condition->at_least);
  g_autofree char *most = dup_number (condition->has_at_most, condition->at_most);

  leaf->how = new_entry (_ ("Youngest age"), least, _ ("from"));
  leaf->value = new_entry (_ ("Oldest age"), most, _ ("to"));
  gtk_box_append (box, leaf->how);
  gtk_box_append (box, jg_ui_label ("—", NULL));
  gtk_box_append (box, leaf->value);
  gtk_box_append (box, jg_ui_label (_ ("full years"), NULL));
  g_signal_connect_swapped (leaf->how, "changed", G_CALLBACK (age_changed_cb), leaf);
  g_signal_connect_swapped (leaf->value, "changed", G_CALLBACK (age_changed_cb), leaf);
}

static void
add_options (GtkBox *box, Leaf *leaf, const JgFact *fact)
{
  leaf->value = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; fact->option_values[i] != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (fact->option_names[i]);

      g_object_set_data (G_OBJECT (check), "nick", fact->option_values[i]);
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (check),
          leaf->condition->values != NULL &&
              g_strv_contains ((const char *const *) leaf->condition->values,
                               fact->option_values[i]));
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (option_changed_cb), leaf);
      gtk_box_append (GTK_BOX (leaf->value), check);
    }
  gtk_box_append (box, leaf->value);
}

static void
add_choice (GtkBox *box,
            Leaf *leaf,
            const char *name,
            const char *const *nicks,
            JgLocalLabelFunc label)
{
  leaf->value = jg_local_choice_new (name, nicks, label, NULL);
  jg_local_choice_set (leaf->value,
                       leaf->condition->values != NULL ? leaf->condition->values[0] : NULL);
  gtk_box_append (box, leaf->value);
  g_signal_connect_swapped (leaf->value, "notify::selected", G_CALLBACK (choice_changed_cb), leaf);
}

static void
add_place (GtkBox *box, Leaf *leaf, const char *name)
{
  g_autofree char *text =
      leaf->condition->values != NULL ? g_strjoinv (" ", leaf->condition->values) : NULL;

  leaf->value = new_entry (name, text, _ ("Codes of six digits"));
  gtk_widget_set_hexpand (leaf->value, TRUE);
  mark (leaf->value, text != NULL && *text != '\0');
  gtk_box_append (box, leaf->value);
  g_signal_connect_swapped (leaf->value, "changed", G_CALLBACK (place_changed_cb), leaf);
}

static void
add_ask (GtkBox *box, Leaf *leaf)
{
  leaf->value = new_entry (_ ("What to ask the authority"), leaf->condition->key,
                           _ ("What to ask the authority"));
  gtk_widget_set_hexpand (leaf->value, TRUE);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (leaf->value), -1);
  mark (leaf->value, leaf->condition->key != NULL);
  gtk_box_append (box, leaf->value);
  g_signal_connect_swapped (leaf->value, "changed", G_CALLBACK (ask_changed_cb), leaf);
}

static const char *
sex_label (const char *sex, gpointer data)
{
  return g_strcmp0 (sex, "female") == 0 ? _ ("Female") : _ ("Male");
}

static const char *
education_label (const char *education, gpointer data)
{
  return jg_education_label (education);
}

/**
 * jg_condition_leaf_new:
 * @condition: a condition that is no group; must outlive the controls
 * @facts: (element-type JgFact): the vocabulary
 * @changed: called after each change
 *
 * Makes the controls of a condition. Those that only ask yes or no have none.
 *
 * Returns: (transfer floating): a box
 */
GtkWidget *
jg_condition_leaf_new (JgCondition *condition,
                       GPtrArray *facts,
                       JgConditionChangedFunc changed,
                       gpointer data)
{
  static const char *const sexes[] = { "female", "male", NULL };
  GtkWidget *box = jg_local_flow_new ();
  Leaf *leaf = g_new0 (Leaf, 1);
  g_autofree char *name = jg_condition_choices_dup_label (facts, condition);
  const JgFact *fact;

  leaf->condition = condition;
  leaf->changed = changed;
  leaf->data = data;
  g_object_set_data_full (G_OBJECT (box), "leaf", leaf, g_free);
  switch (condition->kind)
    {
    case JG_CONDITION_FACT:
      fact = jg_condition_choices_find_fact (facts, condition->key);
      if (fact == NULL)
        break;
      if (g_str_equal (fact->type, "number"))
        add_number (GTK_BOX (box), leaf, name, fact->unit);
      else if (g_str_equal (fact->type, "date"))
        add_date (GTK_BOX (box), leaf, name);
      else if (g_str_equal (fact->type, "code"))
        add_options (GTK_BOX (box), leaf, fact);
      break;
    case JG_CONDITION_AGE:
      add_age (GTK_BOX (box), leaf);
      break;
    case JG_CONDITION_SEX:
      add_choice (GTK_BOX (box), leaf, name, sexes, sex_label);
      break;
    case JG_CONDITION_EDUCATION:
      if (condition->comparison != JG_COMPARE_IS)
        add_choice (GTK_BOX (box), leaf, name, jg_education_nicks (), education_label);
      break;
    case JG_CONDITION_PLACE:
      add_place (GTK_BOX (box), leaf, name);
      break;
    case JG_CONDITION_ASK:
      add_ask (GTK_BOX (box), leaf);
      break;
    case JG_CONDITION_ALL:
    case JG_CONDITION_ANY:
    case JG_CONDITION_NOT:
    case JG_CONDITION_WANTS:
    case JG_CONDITION_OCCUPATION:
    default:
      break;
    }
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  return box;
}
