/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-local-form.h"

#include <glib/gi18n.h>

#include "../jg-places.h"
#include "../jg-ui.h"
#include "../jg-wrap-layout.h"
#include "catalogue/jg-local-pack.h"
#include "jg-text-forbidden.h"

/**
 * jg_local_choice_new:
 * @name: what is chosen, for a screen reader
 * @nicks: (array zero-terminated=1): as the pack format has them
 * @label: what each is called
 * @data: (nullable): what @label needs
 *
 * Makes a drop-down over nicks; the first is chosen.
 *
 * Returns: (transfer floating): a #GtkDropDown
 */
GtkWidget *
jg_local_choice_new (const char *name,
                     const char *const *nicks,
                     JgLocalLabelFunc label,
                     gpointer data)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *choice;

  g_return_val_if_fail (name != NULL && nicks != NULL && label != NULL, NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    gtk_string_list_append (labels, label (nicks[i], data));
  choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  g_object_set_data_full (G_OBJECT (choice), "nicks", g_strdupv ((char **) nicks),
                          (GDestroyNotify) g_strfreev);
  jg_ui_name_drop_down (choice, name);
  return choice;
}

/**
 * jg_local_choice_get:
 * @choice: of jg_local_choice_new()
 *
 * Returns: (transfer none): the chosen nick; "" where there is none to choose
 */
const char *
jg_local_choice_get (GtkWidget *choice)
{
  char **nicks = g_object_get_data (G_OBJECT (choice), "nicks");
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

  return selected < g_strv_length (nicks) ? nicks[selected] : "";
}

/**
 * jg_local_choice_set:
 * @choice: of jg_local_choice_new()
 * @nick: (nullable): a nick; one that is none of them changes nothing
 *
 * Chooses.
 */
void
jg_local_choice_set (GtkWidget *choice, const char *nick)
{
  char **nicks = g_object_get_data (G_OBJECT (choice), "nicks");

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
}

/**
 * jg_local_flow_new:
 *
 * Returns: (transfer floating): a box that goes on in the next row where its children do not fit
 */
GtkWidget *
jg_local_flow_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (box, jg_wrap_layout_new ());
  return box;
}

/**
 * jg_local_entry_new:
 * @placeholder: (nullable): an example
 *
 * Returns: (transfer floating): an entry
 */
GtkWidget *
jg_local_entry_new (const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  if (placeholder != NULL)
    g_object_set (entry, "placeholder-text", placeholder, NULL);
  return entry;
}

/**
 * jg_local_entry_dup_text:
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): what is in it, tidy; %NULL when that is nothing
 */
char *
jg_local_entry_dup_text (GtkWidget *entry)
{
  return jg_text_dup_tidy (gtk_editable_get_text (GTK_EDITABLE (entry)), 0);
}

/**
 * jg_local_entry_set_text:
 * @entry: an entry
 * @text: (nullable): what to put into it
 */
void
jg_local_entry_set_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

typedef struct
{
  GPtrArray *codes; /* (element-type utf8) of the list */
  GtkWidget *choice;
  GtkWidget *other; /* code and name of a place that is not in the list */
  GtkWidget *code;
  GtkWidget *name;
} Region;

static void
region_free (gpointer data)
{
  Region *region = data;

  g_ptr_array_unref (region->codes);
  g_free (region);
}

static void
region_changed_cb (Region *region)
{
  gtk_widget_set_visible (region->other, gtk_drop_down_get_selected (
                                             GTK_DROP_DOWN (region->choice)) == region->codes->len);
}

/**
 * jg_local_region_new:
 *
 * Makes a field for the region of a document: of the list, or any other by its code and name.
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
jg_local_region_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkStringList *names = gtk_string_list_new (NULL);
  Region *region = g_new0 (Region, 1);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  region->codes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (region->codes, g_strdup ("000000"));
  gtk_string_list_append (names, "全国");
  jg_places_load (region->codes, places);
  for (guint i = 0; i < places->len; i++)
    gtk_string_list_append (names, g_ptr_array_index (places, i));
  gtk_string_list_append (names, _ ("Another place: enter its code…"));
  region->choice = gtk_drop_down_new (
      G_LIST_MODEL (names), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (region->choice), TRUE);
  jg_ui_name_drop_down (region->choice, _ ("Region"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (region->choice), region->codes->len);
  gtk_box_append (GTK_BOX (box), region->choice);
  region->other = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  region->code = jg_local_entry_new (_ ("Six digits"));
  gtk_entry_set_max_length (GTK_ENTRY (region->code), 6);
  gtk_editable_set_width_chars (GTK_EDITABLE (region->code), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (region->code), 8);
  jg_ui_set_name (region->code, _ ("Code of the region"));
  region->name = jg_local_entry_new (_ ("Its name"));
  gtk_editable_set_width_chars (GTK_EDITABLE (region->name), 6);
  jg_ui_set_name (region->name, _ ("Name of the region"));
  gtk_widget_set_hexpand (region->name, TRUE);
  gtk_box_append (GTK_BOX (region->other), region->code);
  gtk_box_append (GTK_BOX (region->other), region->name);
  gtk_box_append (GTK_BOX (box), region->other);
  g_object_set_data_full (G_OBJECT (box), "region", region, region_free);
  g_signal_connect_swapped (region->choice, "notify::selected", G_CALLBACK (region_changed_cb),
                            region);
  return box;
}

/**
 * jg_local_region_get:
 * @field: of jg_local_region_new()
 * @code: (out) (transfer full) (nullable): code of GB/T 2260, as written
 * @name: (out) (transfer full) (nullable): name of the region
 */
void
jg_local_region_get (GtkWidget *field, char **code, char **name)
{
  Region *region = g_object_get_data (G_OBJECT (field), "region");
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (region->choice));

  if (selected < region->codes->len)
    {
      GtkStringObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (region->choice));

      *code = g_strdup (g_ptr_array_index (region->codes, selected));
      *name = g_strdup (gtk_string_object_get_string (item));
      return;
    }
  *code = jg_local_entry_dup_text (region->code);
  *name = jg_local_entry_dup_text (region->name);
}

/**
 * jg_local_region_set:
 * @field: of jg_local_region_new()
 * @code: (nullable): code of GB/T 2260
 * @name: (nullable): name of the region
 */
void
jg_local_region_set (GtkWidget *field, const char *code, const char *name)
{
  Region *region = g_object_get_data (G_OBJECT (field), "region");
  guint index = region->codes->len;

  if (code != NULL)
    g_ptr_array_find_with_equal_func (region->codes, code, g_str_equal, &index);
  if (index > region->codes->len)
    index = region->codes->len;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (region->choice), index);
  jg_local_entry_set_text (region->code, code);
  jg_local_entry_set_text (region->name, name);
  region_changed_cb (region);
}

/**
 * jg_local_fields_new:
 * @parent: top of the form, where what concerns no field is said
 *
 * Begins a form whose fields can say what is wrong with them.
 *
 * Returns: (transfer full): the fields by name
 */
GHashTable *
jg_local_fields_new (GtkBox *parent)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *label = jg_ui_label ("", "error");

  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (parent, label);
  g_hash_table_insert (fields, g_strdup (""), label);
  return fields;
}

/**
 * jg_local_fields_add:
 * @fields: of jg_local_fields_new()
 * @parent: box to append to
 * @field: as the pack format calls it
 * @title: what is asked for
 * @hint: (nullable): how to write it
 * @control: (transfer floating): where it is entered
 *
 * Adds a field with its visible label.
 */
void
jg_local_fields_add (GHashTable *fields,
                     GtkBox *parent,
                     const char *field,
                     const char *title,
                     const char *hint,
                     GtkWidget *control)
{
  GtkWidget *box = jg_ui_field (parent, title, control);
  GtkWidget *label = jg_ui_label ("", "error");

  if (hint != NULL)
    {
      GtkWidget *remark = jg_ui_label (hint, "caption");

      gtk_widget_add_css_class (remark, "remark");
      gtk_box_append (GTK_BOX (box), remark);
    }
  gtk_widget_set_visible (label, FALSE);
  /* Above the control, so that it is in sight when that takes the focus. */
  gtk_box_insert_child_after (GTK_BOX (box), label, gtk_widget_get_first_child (box));
  g_object_set_data (G_OBJECT (label), "control", control);
  g_hash_table_insert (fields, g_strdup (field), label);
}

static void
say (GtkWidget *label, const char *message)
{
  const char *before = gtk_label_get_text (GTK_LABEL (label));
  g_autofree char *text =
      *before != '\0' ? g_strconcat (before, "\n", message, NULL) : g_strdup (message);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, TRUE);
}

/**
 * jg_local_fields_show:
 * @fields: of jg_local_fields_new()
 * @problems: (nullable) (element-type JgLocalProblem): what is wrong; %NULL when nothing is
 *
 * Says each problem at its field, and puts the cursor into the first.
 */
void
jg_local_fields_show (GHashTable *fields, GPtrArray *problems)
{
  GHashTableIter iter;
  gpointer label;
  GtkWidget *first = NULL;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, NULL, &label))
    {
      gtk_label_set_text (GTK_LABEL (label), "");
      gtk_widget_set_visible (label, FALSE);
    }
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const JgLocalProblem *problem = g_ptr_array_index (problems, i);
      GtkWidget *at = g_hash_table_lookup (fields, problem->field);

      if (at == NULL)
        at = g_hash_table_lookup (fields, "");
      say (at, problem->message);
      if (first == NULL)
        first = g_object_get_data (G_OBJECT (at), "control");
    }
  if (first != NULL && !gtk_widget_grab_focus (first))
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
}
