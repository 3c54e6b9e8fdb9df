/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-policy-filter.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-condition-check.h"

typedef enum
{
  FIELD_KIND,
  FIELD_BENEFICIARY,
  FIELD_PEOPLE,
  FIELD_REGION,
  FIELD_OCCUPATION,
  N_FIELDS,
  FIELD_NAMED, /* what is ticked, not chosen */
  FIELD_DATED,
  FIELD_ALL,
} Field;

/* What a small screen leaves below the button; with large text the choices are more than that. */
#define MAX_HEIGHT 420

struct _JgPolicyFilter
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *group;
  GtkWidget *choices[N_FIELDS];
  GPtrArray *ids[N_FIELDS]; /* (element-type utf8): of the choices after the first */
  GtkWidget *named;
  GtkWidget *dated;
  GtkWidget *button;
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
  static const char *const names[] = { N_ ("Kind"), N_ ("Paid to or meant for"),
                                       N_ ("Group of people"), N_ ("Region"), N_ ("Occupation") };

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

static gboolean
is_ticked (GtkWidget *check)
{
  return check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

/* Links that only follow from the words can be left out where there is an occupation to be linked. */
static gboolean
is_named_only (JgPolicyFilter *self)
{
  return is_ticked (self->named) && get_value (self, FIELD_OCCUPATION) != NULL;
}

static void
clear (JgPolicyFilter *self, Field field)
{
  if (field < N_FIELDS)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices[field]), 0);
  else
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (field == FIELD_NAMED ? self->named : self->dated), FALSE);
}

static void changed_cb (JgPolicyFilter *self);

static void
clear_cb (JgPolicyFilter *self, GtkWidget *chip)
{
  const Field field = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "field"));

  if (field != FIELD_ALL)
    {
      clear (self, field);
      return;
    }
  self->updating = TRUE;
  for (int i = 0; i < FIELD_ALL; i++)
    if (i != N_FIELDS)
      clear (self, (Field) i);
  self->updating = FALSE;
  changed_cb (self);
}

static void
add_chip (JgPolicyFilter *self, Field field, const char *text)
{
  GtkWidget *chip = jg_ui_chip (text);

  if (field == FIELD_ALL)
    {
      gtk_widget_set_tooltip_text (chip, text);
      jg_ui_set_name (chip, text);
    }
  g_object_set_data (G_OBJECT (chip), "field", GINT_TO_POINTER (field));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chips, chip);
}

/* What is on stands below, one click from being off; the button tells how much is on. */
static void
changed_cb (JgPolicyFilter *self)
{
  g_autofree char *label = NULL;
  guint n = 0;

  if (self->updating)
    return;
  jg_ui_clear (self->chips);
  for (int field = 0; field < N_FIELDS; field++)
    if (get_value (self, (Field) field) != NULL)
      {
        g_autofree char *text =
            g_strdup_printf ("%s：%s", get_field_name (field), get_value_name (self, field));

        add_chip (self, (Field) field, text);
        n++;
      }
  if (is_named_only (self))
    {
      add_chip (self, FIELD_NAMED, _ ("Only where the text names the occupation"));
      n++;
    }
  if (is_ticked (self->dated))
    {
      add_chip (self, FIELD_DATED, _ ("Only with a stated date"));
      n++;
    }
  if (n > 1)
    add_chip (self, FIELD_ALL, _ ("Clear all filters"));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), n > 0);
  if (self->named != NULL)
    gtk_widget_set_sensitive (self->named, get_value (self, FIELD_OCCUPATION) != NULL);
  label = n > 0 ? g_strdup_printf (_ ("Filter (%u)"), n) : g_strdup (_ ("Filter"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
names_people (const JgMeasure *measure, const char *people)
{
  return measure->people != NULL && g_strv_contains ((const char *const *) measure->people, people);
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

/* The groups that a measure names, in the order of the vocabulary. */
static void
add_people (JgPolicyFilter *self, GPtrArray *measures, GPtrArray *ids, GtkStringList *names)
{
  g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (jg_session_get_catalogue (self->session));

  for (guint i = 0; i < facts->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (facts, i);

      for (gsize k = 0; fact->people[k] != NULL; k++)
        for (guint m = 0; m < measures->len; m++)
          if (names_people (g_ptr_array_index (measures, m), fact->people[k]))
            {
              add_id (ids, names, fact->people[k], fact->people[k]);
              break;
            }
    }
}

/* The occupations of the sheet come first. */
static void
fill (JgPolicyFilter *self, int field, GPtrArray *measures, GPtrArray *ids, GtkStringList *names)
{
  if (field == FIELD_OCCUPATION)
    for (guint i = 0; i < jg_session_get_n_chosen (self->session); i++)
      add_occupation (self, ids, names, jg_session_get_chosen (self->session, i));
  if (field == FIELD_PEOPLE)
    add_people (self, measures, ids, names);
  for (guint i = 0; i < measures->len; i++)
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
      else if (field == FIELD_OCCUPATION)
        for (guint o = 0; measure->occupations != NULL && o < measure->occupations->len; o++)
          add_occupation (
              self, ids, names,
              ((JgOccupationLink *) g_ptr_array_index (measure->occupations, o))->occupation);
    }
}

static GtkWidget *
add_check (JgPolicyFilter *self, const char *text)
{
  GtkWidget *check = gtk_check_button_new_with_label (text);

  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->form, check);
  return check;
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
      self->named = add_check (self, _ ("Only where the text names the occupation"));
      self->dated = add_check (self, _ ("Only with a stated date"));
      gtk_widget_set_sensitive (self->named, FALSE);
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
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller;
  const char *groups[] = { _ ("By kind"), _ ("By verdict"), _ ("By document"), NULL };

  self->group = gtk_drop_down_new_from_strings (groups);
  gtk_widget_set_hexpand (self->group, TRUE);
  jg_ui_name_drop_down (self->group, _ ("Group the measures"));
  g_signal_connect_object (self->group, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->group);
  self->form = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->form), "padded");
  scroller = jg_ui_scroller (GTK_WIDGET (self->form), _ ("Filter"));
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (popover, "show", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Filter"));
  gtk_box_append (GTK_BOX (row), self->button);
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
  return is_ticked (self->dated);
}

/**
 * jg_policy_filter_has_occupation:
 * @self: a filter
 *
 * Tells whether an occupation is chosen. What is for every occupation is then not listed.
 *
 * Returns: %TRUE when one is
 */
gboolean
jg_policy_filter_has_occupation (JgPolicyFilter *self)
{
  g_return_val_if_fail (JG_IS_POLICY_FILTER (self), FALSE);

  return get_value (self, FIELD_OCCUPATION) != NULL;
}

static gboolean
links_occupation (JgPolicyFilter *self, const JgMeasure *measure, const char *occupation)
{
  for (guint i = 0; measure->occupations != NULL && i < measure->occupations->len; i++)
    {
      const JgOccupationLink *link = g_ptr_array_index (measure->occupations, i);

      if (g_str_equal (link->occupation, occupation))
        return !is_named_only (self) || g_strcmp0 (link->basis, "explicit") == 0;
    }
  return FALSE;
}

/* A province takes in its cities; the whole country stands for itself, or it would keep nothing out. */
static gboolean
lies_in (const char *region, const char *chosen)
{
  return g_strcmp0 (region, chosen) == 0 || (jg_place_check (NULL, chosen) != JG_STATE_MET &&
                                             jg_place_check (region, chosen) == JG_STATE_MET);
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
  const char *kind, *beneficiary, *people, *region, *occupation;

  g_return_val_if_fail (JG_IS_POLICY_FILTER (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  kind = get_value (self, FIELD_KIND);
  beneficiary = get_value (self, FIELD_BENEFICIARY);
  people = get_value (self, FIELD_PEOPLE);
  region = get_value (self, FIELD_REGION);
  occupation = get_value (self, FIELD_OCCUPATION);
  if (kind != NULL && g_strcmp0 (measure->kind, kind) != 0)
    return FALSE;
  if (beneficiary != NULL &&
      (measure->beneficiaries == NULL ||
       !g_strv_contains ((const char *const *) measure->beneficiaries, beneficiary)))
    return FALSE;
  if (people != NULL && !names_people (measure, people))
    return FALSE;
  if (region != NULL && !lies_in (measure->region_code, region))
    return FALSE;
  if (occupation != NULL && !links_occupation (self, measure, occupation))
    return FALSE;
  return !is_ticked (self->dated) || measure->valid_from != NULL || measure->valid_to != NULL;
}
