/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-filter.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../jg-wrap-layout.h"

typedef enum
{
  FIELD_MAJOR,
  FIELD_VERIFIED,
  FIELD_DEFINITION,
  FIELD_MEASURES,
  FIELD_CANCELLED,
  N_FIELDS,
} Field;

struct _JgOccupationFilter
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *button;
  GtkBox *form; /* filled when it is first opened */
  GtkBox *chips;
  GPtrArray *majors; /* (element-type utf8): codes of the choices after the first */
  GtkWidget *controls[N_FIELDS];
  JgOccupationTerms terms;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgOccupationFilter, jg_occupation_filter, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

static const char *
get_check_name (int field)
{
  static const char *const names[N_FIELDS] = {
    [FIELD_DEFINITION] = N_ ("Only with a printed definition"),
    [FIELD_MEASURES] = N_ ("Only with linked measures"),
    [FIELD_CANCELLED] = N_ ("Without cancelled ones"),
  };

  return gettext (names[field]);
}

static guint
get_choice (JgOccupationFilter *self, Field field)
{
  return self->controls[field] != NULL
             ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->controls[field]))
             : 0;
}

static gboolean
is_checked (JgOccupationFilter *self, int field)
{
  return self->controls[field] != NULL &&
         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->controls[field]));
}

static const char *
get_choice_name (JgOccupationFilter *self, Field field)
{
  return gtk_string_object_get_string (
      gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->controls[field])));
}

static void
clear_field (JgOccupationFilter *self, int field)
{
  if (self->controls[field] == NULL)
    return;
  if (field == FIELD_MAJOR || field == FIELD_VERIFIED)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->controls[field]), 0);
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->controls[field]), FALSE);
}

static void
chip_clicked_cb (JgOccupationFilter *self, GtkWidget *chip)
{
  clear_field (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "field")));
  gtk_widget_grab_focus (self->button);
}

static void
clear_all_cb (JgOccupationFilter *self)
{
  jg_occupation_filter_clear (self);
  gtk_widget_grab_focus (self->button);
}

static void
add_chip (JgOccupationFilter *self, int field, const char *text)
{
  GtkWidget *chip = jg_ui_chip (text);

  g_object_set_data (G_OBJECT (chip), "field", GINT_TO_POINTER (field));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->chips, chip);
}

static guint
update_chips (JgOccupationFilter *self)
{
  guint n = 0;

  jg_ui_clear (self->chips);
  for (int field = FIELD_MAJOR; field <= FIELD_VERIFIED; field++)
    if (get_choice (self, (Field) field) > 0)
      {
        add_chip (self, field, get_choice_name (self, (Field) field));
        n++;
      }
  for (int field = FIELD_DEFINITION; field < N_FIELDS; field++)
    if (is_checked (self, field))
      {
        add_chip (self, field, get_check_name (field));
        n++;
      }
  if (n > 1)
    {
      GtkWidget *all = gtk_button_new_with_label (_ ("Clear All Filters"));

      gtk_widget_add_css_class (all, "flat");
      g_signal_connect_object (all, "clicked", G_CALLBACK (clear_all_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->chips, all);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  return n;
}

static void
changed_cb (JgOccupationFilter *self)
{
  g_autofree char *name = NULL;
  guint major, n;

  if (self->updating)
    return;
  major = get_choice (self, FIELD_MAJOR);
  self->terms.major = major > 0 ? g_ptr_array_index (self->majors, major - 1) : NULL;
  self->terms.verified = (JgVerified) get_choice (self, FIELD_VERIFIED);
  self->terms.with_definition = is_checked (self, FIELD_DEFINITION);
  self->terms.with_measures = is_checked (self, FIELD_MEASURES);
  self->terms.without_cancelled = is_checked (self, FIELD_CANCELLED);
  n = update_chips (self);
  /* Translators: the number of filters that are on */
  name = n > 0 ? g_strdup_printf (_ ("Filter (%u)"), n) : g_strdup (_ ("Filter"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), name);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_majors (JgOccupationFilter *self)
{
  g_autoptr (GPtrArray) classes =
      jg_catalogue_list_classes (jg_session_get_catalogue (self->session), "2020", NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("filter", "All"));
  for (guint i = 0; i < classes->len; i++)
    {
      const JgOccupationClass *class = g_ptr_array_index (classes, i);
      g_autofree char *name = g_strdup_printf ("%s %s", class->code, class->name);

      gtk_string_list_append (names, name);
      g_ptr_array_add (self->majors, g_strdup (class->code));
    }
  self->controls[FIELD_MAJOR] = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->controls[FIELD_MAJOR]), G_LIST_MODEL (names));
  jg_ui_field (self->form, _ ("Major class"), self->controls[FIELD_MAJOR]);
}

/* Filled before the popover takes the keyboard. */
static void
fill_cb (GtkMenuButton *button, gpointer data)
{
  JgOccupationFilter *self = JG_OCCUPATION_FILTER (data);
  const char *verified[] = { C_ ("filter", "All"), _ ("Only official ones"),
                             _ ("Only those to be verified"), NULL };

  if (self->controls[FIELD_MAJOR] != NULL)
    return;
  self->updating = TRUE;
  add_majors (self);
  self->controls[FIELD_VERIFIED] = gtk_drop_down_new_from_strings (verified);
  jg_ui_field (self->form, _ ("Source"), self->controls[FIELD_VERIFIED]);
  for (int field = FIELD_MAJOR; field <= FIELD_VERIFIED; field++)
    g_signal_connect_object (self->controls[field], "notify::selected", G_CALLBACK (changed_cb),
                             self, G_CONNECT_SWAPPED);
  for (int field = FIELD_DEFINITION; field < N_FIELDS; field++)
    {
      self->controls[field] = gtk_check_button_new_with_label (get_check_name (field));
      g_signal_connect_object (self->controls[field], "toggled", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->form, self->controls[field]);
    }
  self->updating = FALSE;
}

static void
jg_occupation_filter_dispose (GObject *object)
{
  JgOccupationFilter *self = JG_OCCUPATION_FILTER (object);

  if (self->button != NULL)
    gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), NULL, NULL, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->button);
  g_clear_pointer (&self->majors, g_ptr_array_unref);

  G_OBJECT_CLASS (jg_occupation_filter_parent_class)->dispose (object);
}

static void
jg_occupation_filter_class_init (JgOccupationFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_occupation_filter_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JG_TYPE_OCCUPATION_FILTER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_occupation_filter_init (JgOccupationFilter *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->majors = g_ptr_array_new_with_free_func (g_free);
  self->form = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (self->form), "padded");
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->form));
  self->button = g_object_ref_sink (gtk_menu_button_new ());
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Filter"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), fill_cb, self, NULL);

  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->chips), jg_wrap_layout_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->chips));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * jg_occupation_filter_new:
 * @session: what the pages share
 *
 * Makes a filter that lets everything through.
 *
 * Returns: (transfer floating): the filter
 */
GtkWidget *
jg_occupation_filter_new (JgSession *session)
{
  JgOccupationFilter *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_OCCUPATION_FILTER, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * jg_occupation_filter_get_button:
 * @self: a filter
 *
 * Gets the button through which filters are set, to be put beside the search.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
jg_occupation_filter_get_button (JgOccupationFilter *self)
{
  g_return_val_if_fail (JG_IS_OCCUPATION_FILTER (self), NULL);

  return self->button;
}

/**
 * jg_occupation_filter_get_terms:
 * @self: a filter
 *
 * Gets which occupations pass.
 *
 * Returns: (transfer none): the terms, without a class; they change with the filter
 */
const JgOccupationTerms *
jg_occupation_filter_get_terms (JgOccupationFilter *self)
{
  g_return_val_if_fail (JG_IS_OCCUPATION_FILTER (self), NULL);

  return &self->terms;
}

/**
 * jg_occupation_filter_is_on:
 * @self: a filter
 *
 * Tells whether anything is kept out.
 *
 * Returns: %TRUE when a filter is set
 */
gboolean
jg_occupation_filter_is_on (JgOccupationFilter *self)
{
  g_return_val_if_fail (JG_IS_OCCUPATION_FILTER (self), FALSE);

  return !jg_occupation_terms_are_any (&self->terms);
}

/**
 * jg_occupation_filter_clear:
 * @self: a filter
 *
 * Clears every filter at once.
 */
void
jg_occupation_filter_clear (JgOccupationFilter *self)
{
  g_return_if_fail (JG_IS_OCCUPATION_FILTER (self));

  if (!jg_occupation_filter_is_on (self))
    return;
  self->updating = TRUE;
  for (int field = 0; field < N_FIELDS; field++)
    clear_field (self, field);
  self->updating = FALSE;
  changed_cb (self);
}
