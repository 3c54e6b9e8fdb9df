/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-policy-filter.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

typedef enum
{
  FIELD_KIND,
  FIELD_BENEFICIARY,
  FIELD_REGION,
  FIELD_OCCUPATION,
  N_FIELDS,
} Field;

struct _JgPolicyFilter
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *group;
  GtkWidget *choices[N_FIELDS];
  GPtrArray *ids[N_FIELDS]; /* (element-type utf8): of the choices after the first */
  GtkWidget *dated;
  GtkBox *chips;
  GtkBox *form;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgPolicyFilter, jg_policy_filter, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

static const char *
get_field_name (int field)
{
  static const char *const names[] = { N_ ("Kind"), N_ ("Paid to or meant for"), N_ ("Region"),
                                       N_ ("Occupation") };

  return gettext (names[field]);
}

static const char *
get_value (JgPolicyFilter *self, Field field)
{
  guint selected;

  if (self->choices[field] == NULL)
    return NULL;
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choices[field]));
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_ptr_array_index (self->ids[field], selected - 1);
}

static const char *
get_value_name (JgPolicyFilter *self, int field)
{
  return gtk_string_object_get_string (
      gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->choices[field])));
}

static void
clear_cb (JgPolicyFilter *self, GtkWidget *chip)
{
  int field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "field"));

  if (field < N_FIELDS)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices[field]), 0);
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->dated), FALSE);
}

static void
add_chip (JgPolicyFilter *self, int field, const char *text)
{
  GtkWidget *chip = jg_ui_chip (text);

  g_object_set_data (G_OBJECT (chip), "field", GINT_TO_POINTER (field));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chips, chip);
}

static gboolean
is_dated (JgPolicyFilter *self)
{
  return self->dated != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->dated));
}

static void
changed_cb (JgPolicyFilter *self)
{
  if (self->updating)
    return;
  jg_ui_clear (self->chips);
  for (int field = 0; field < N_FIELDS; field++)
    if (get_value (self, (Field) field) != NULL)
      {
        g_autofree char *text =
            g_strdup_printf ("%s：%s", get_field_name (field), get_value_name (self, field));

        add_chip (self, field, text);
      }
  if (is_dated (self))
    add_chip (self, N_FIELDS, _ ("Only with a stated date"));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), jg_policy_filter_is_on (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_id (GPtrArray *ids, GtkStringList *names, const char *id, const char *name)
{
  if (id == NULL || name == NULL || g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    return;
  g_ptr_array_add (ids, g_strdup (id));
  gtk_string_list_append (names, name);
}

static void
add_occupation (JgPolicyFilter *self, GPtrArray *ids, GtkStringList *names, const char *id)
{
  g_autoptr (JgOccupation) occupation = NULL;

  if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    return;
  occupation = jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), id);
  if (occupation != NULL)
    add_id (ids, names, id, occupation->name);
}

/* The occupations of the sheet come first. */
static void
fill (JgPolicyFilter *self, int field, GPtrArray *measures, GPtrArray *ids, GtkStringList *names)
{
  if (field == FIELD_OCCUPATION)
    for (guint i = 0; i < jg_session_get_n_chosen (self->session); i++)
      add_occupation (self, ids, names, jg_session_get_chosen (self->session, i));
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);

      if (field == FIELD_KIND)
        add_id (ids, names, measure->kind, jg_measure_kind_label (measure->kind));
      else if (field == FIELD_REGION)
        add_id (ids, names, measure->region_code, measure->region_name);
      else if (field == FIELD_BENEFICIARY)
        for (gsize b = 0; measure->beneficiaries != NULL && measure->beneficiaries[b] != NULL; b++)
          add_id (ids, names, measure->beneficiaries[b],
                  jg_measure_beneficiary_label (measure->beneficiaries[b]));
      else
        for (guint o = 0; measure->occupations != NULL && o < measure->occupations->len; o++)
          add_occupation (
              self, ids, names,
              ((JgOccupationLink *) g_ptr_array_index (measure->occupations, o))->occupation);
    }
}

/* Filled each time it is opened, because the occupations of the sheet change. */
static void
opened_cb (JgPolicyFilter *self)
{
  g_autoptr (GPtrArray) measures =
      jg_catalogue_list_measures (jg_session_get_catalogue (self->session));

  self->updating = TRUE;
  for (int field = 0; field < N_FIELDS; field++)
    {
      g_autofree char *was = g_strdup (get_value (self, (Field) field));
      GtkStringList *names = gtk_string_list_new (NULL);
      guint found;

      if (self->choices[field] == NULL)
        {
          self->ids[field] = g_ptr_array_new_with_free_func (g_free);
          self->choices[field] = gtk_drop_down_new (NULL, NULL);
          jg_ui_field (self->form, get_field_name (field), self->choices[field]);
          g_signal_connect_object (self->choices[field], "notify::selected",
                                   G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
        }
      g_ptr_array_set_size (self->ids[field], 0);
      gtk_string_list_append (names, C_ ("filter", "All"));
      fill (self, field, measures, self->ids[field], names);
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->choices[field]), G_LIST_MODEL (names));
      g_object_unref (names);
      if (was != NULL &&
          g_ptr_array_find_with_equal_func (self->ids[field], was, g_str_equal, &found))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices[field]), found + 1);
      jg_ui_name_drop_down (self->choices[field], get_field_name (field));
    }
  if (self->dated == NULL)
    {
      self->dated = gtk_check_button_new_with_label (_ ("Only with a stated date"));
      g_signal_connect_object (self->dated, "toggled", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->form, self->dated);
    }
  self->updating = FALSE;
}

static void
jg_policy_filter_dispose (GObject *object)
{
  JgPolicyFilter *self = JG_POLICY_FILTER (object);

  g_clear_object (&self->session);
  for (int field = 0; field < N_FIELDS; field++)
    g_clear_pointer (&self->ids[field], g_ptr_array_unref);

  G_OBJECT_CLASS (jg_policy_filter_parent_class)->dispose (object);
}

static void
jg_policy_filter_class_init (JgPolicyFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_policy_filter_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JG_TYPE_POLICY_FILTER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_policy_filter_init (JgPolicyFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  const char *groups[] = { _ ("By kind"), _ ("By verdict"), _ ("By document"), NULL };

  self->group = gtk_drop_down_new_from_strings (groups);
  gtk_widget_set_hexpand (self->group, TRUE);
  jg_ui_name_drop_down (self->group, _ ("Group the measures"));
  g_signal_connect_object (self->group, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->group);
  self->form = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->form), "padded");
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->form));
  g_signal_connect_object (popover, "show", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Filter"));
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (box), row);
  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jg_policy_filter_new:
 * @session: what the pages share
 *
 * Makes a filter that lets everything through, grouped by kind.
 *
 * Returns: (transfer floating): the filter
 */
GtkWidget *
jg_policy_filter_new (JgSession *session)
{
  JgPolicyFilter *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_POLICY_FILTER, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * jg_policy_filter_get_group:
 * @self: a filter
 *
 * Gets by what the measures are grouped.
 *
 * Returns: the grouping
 */
JgPolicyGroup
jg_policy_filter_get_group (JgPolicyFilter *self)
{
  g_return_val_if_fail (JG_IS_POLICY_FILTER (self), JG_POLICY_GROUP_KIND);

  return (JgPolicyGroup) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->group));
}

/**
 * jg_policy_filter_is_on:
 * @self: a filter
 *
 * Tells whether anything is kept out.
 *
 * Returns: %TRUE when a filter is set
 */
gboolean
jg_policy_filter_is_on (JgPolicyFilter *self)
{
  g_return_val_if_fail (JG_IS_POLICY_FILTER (self), FALSE);

  for (int field = 0; field < N_FIELDS; field++)
    if (get_value (self, (Field) field) != NULL)
      return TRUE;
  return is_dated (self);
}

/**
 * jg_policy_filter_accepts:
 * @self: a filter
 * @measure: a measure
 *
 * Tells whether a measure is to be listed.
 *
 * Returns: %TRUE when nothing keeps it out
 */
gboolean
jg_policy_filter_accepts (JgPolicyFilter *self, const JgMeasure *measure)
{
  const char *kind, *beneficiary, *region, *occupation;

  g_return_val_if_fail (JG_IS_POLICY_FILTER (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  kind = get_value (self, FIELD_KIND);
  beneficiary = get_value (self, FIELD_BENEFICIARY);
  region = get_value (self, FIELD_REGION);
  occupation = get_value (self, FIELD_OCCUPATION);
  if (kind != NULL && g_strcmp0 (measure->kind, kind) != 0)
    return FALSE;
  if (beneficiary != NULL &&
      (measure->beneficiaries == NULL ||
       !g_strv_contains ((const char *const *) measure->beneficiaries, beneficiary)))
    return FALSE;
  if (region != NULL && g_strcmp0 (measure->region_code, region) != 0)
    return FALSE;
  if (occupation != NULL && jg_measure_check_linked (measure, occupation) == JG_STATE_FAILED)
    return FALSE;
  return !is_dated (self) || measure->valid_from != NULL || measure->valid_to != NULL;
}
