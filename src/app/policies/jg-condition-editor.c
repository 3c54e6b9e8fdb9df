/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition-editor.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-condition-choices.h"
#include "jg-condition-editor-private.h"

#define MAX_CHOICES 8
#define MAX_DEPTH 4 /* groups within groups; no notice seen goes deeper than 3 */

struct _JgConditionEditor
{
  AdwBin parent_instance;

  GPtrArray *facts;
  GPtrArray *choices;
  JgCondition *root; /* always a group */
  GtkBox *box;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (JgConditionEditor, jg_condition_editor, ADW_TYPE_BIN)

static guint changed_signal;

static void
jg_condition_editor_dispose (GObject *object)
{
  JgConditionEditor *self = JG_CONDITION_EDITOR (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);

  G_OBJECT_CLASS (jg_condition_editor_parent_class)->dispose (object);
}

static void
jg_condition_editor_finalize (GObject *object)
{
  JgConditionEditor *self = JG_CONDITION_EDITOR (object);

  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->root, jg_condition_free);

  G_OBJECT_CLASS (jg_condition_editor_parent_class)->finalize (object);
}

static void
jg_condition_editor_class_init (JgConditionEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_condition_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = jg_condition_editor_finalize;

  changed_signal = g_signal_new ("changed", JG_TYPE_CONDITION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static JgCondition *
new_group (JgConditionKind kind)
{
  JgCondition *group = g_new0 (JgCondition, 1);

  group->kind = kind;
  group->children = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_condition_free);
  return group;
}

static void
jg_condition_editor_init (JgConditionEditor *self)
{
  self->root = new_group (JG_CONDITION_ALL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
tell (gpointer data)
{
  g_signal_emit (data, changed_signal, 0);
}

static void show_group (JgConditionEditor *self, GtkBox *box, JgCondition *group, guint depth);

static gboolean
rebuild_cb (gpointer data)
{
  JgConditionEditor *self = JG_CONDITION_EDITOR (data);

  self->idle_id = 0;
  jg_ui_clear (self->box);
  show_group (self, self->box, self->root, 0);
  return G_SOURCE_REMOVE;
}

/* A control that changes the tree is itself made anew, so that it has to be left first. */
static void
rebuild (JgConditionEditor *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (rebuild_cb, self);
  tell (self);
}

static void
how_changed_cb (JgConditionEditor *self, GParamSpec *pspec, GtkDropDown *how)
{
  JgCondition *group = g_object_get_data (G_OBJECT (how), "group");
  const guint selected = gtk_drop_down_get_selected (how);

  group->kind = selected == 0 ? JG_CONDITION_ALL : JG_CONDITION_ANY;
  group->open = selected == 2;
  tell (self);
}

static void
remove_cb (JgConditionEditor *self, GtkWidget *button)
{
  JgCondition *group = g_object_get_data (G_OBJECT (button), "group");

  g_ptr_array_remove (group->children, g_object_get_data (G_OBJECT (button), "child"));
  rebuild (self);
}

static void
add_group_cb (JgConditionEditor *self, GtkWidget *button)
{
  JgCondition *group = g_object_get_data (G_OBJECT (button), "group");

  g_ptr_array_add (group->children, new_group (group->kind == JG_CONDITION_ALL ? JG_CONDITION_ANY
                                                                               : JG_CONDITION_ALL));
  rebuild (self);
}

static void
choice_cb (JgConditionEditor *self, GtkWidget *button)
{
  JgCondition *group = g_object_get_data (G_OBJECT (button), "group");
  const JgConditionChoice *choice = g_object_get_data (G_OBJECT (button), "choice");

  g_ptr_array_add (group->children, jg_condition_copy (choice->condition));
  rebuild (self);
}

static void
search_cb (JgConditionEditor *self, GtkWidget *entry)
{
  JgCondition *group = g_object_get_data (G_OBJECT (entry), "group");
  GtkBox *list = g_object_get_data (G_OBJECT (entry), "list");
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GPtrArray) found = jg_condition_choices_find (self->choices, query, MAX_CHOICES);

  jg_ui_clear (list);
  for (guint i = 0; i < found->len; i++)
    {
      const JgConditionChoice *choice = g_ptr_array_index (found, i);
      GtkWidget *button = jg_ui_link (choice->label, NULL, NULL);
      g_autofree char *name = g_strdup_printf (_ ("Add the condition “%s”"), choice->label);

      jg_ui_set_name (button, name);
      g_object_set_data (G_OBJECT (button), "group", group);
      g_object_set_data (G_OBJECT (button), "choice", (gpointer) choice);
      g_signal_connect_object (button, "clicked", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (list, button);
    }
  if (found->len == 0)
    gtk_box_append (list, jg_ui_label (_ ("No fact of the vocabulary has these words. Try another "
                                          "word, or “only the authority can say”."),
                                       "remark"));
}

static void
show_adder (JgConditionEditor *self, GtkBox *box, JgCondition *group, guint depth)
{
  GtkWidget *expander = gtk_expander_new (_ ("Add a Condition"));
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set (entry, "placeholder-text", _ ("Words: unemployed, graduate, age…"), "search-delay",
                0, NULL);
  jg_ui_set_name (entry, _ ("Words of the condition"));
  g_object_set_data (G_OBJECT (entry), "group", group);
  g_object_set_data (G_OBJECT (entry), "list", list);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (inside), entry);
  gtk_box_append (GTK_BOX (inside), list);
  if (depth < MAX_DEPTH)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Add a Group"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      jg_ui_set_name (button, _ ("Add a Group"));
      g_object_set_data (G_OBJECT (button), "group", group);
      g_signal_connect_object (button, "clicked", G_CALLBACK (add_group_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (inside), button);
    }
  jg_ui_set_name (expander, _ ("Add a Condition"));
  gtk_expander_set_child (GTK_EXPANDER (expander), inside);
  /* An empty tree shows at once how one begins. */
  gtk_expander_set_expanded (GTK_EXPANDER (expander), group->children->len == 0);
  gtk_box_append (box, expander);
  search_cb (self, entry);
}

static void
negate_cb (JgConditionEditor *self, GtkCheckButton *check)
{
  JgCondition *group = g_object_get_data (G_OBJECT (check), "group");
  JgCondition *child = g_object_get_data (G_OBJECT (check), "child");
  guint index;

  if (!g_ptr_array_find (group->children, child, &index))
    return;
  if (child->kind == JG_CONDITION_NOT)
    {
      JgCondition *inner = g_ptr_array_steal_index (child->children, 0);

      g_ptr_array_remove_index (group->children, index);
      g_ptr_array_insert (group->children, (int) index, inner);
    }
  else
    {
      JgCondition *negation = new_group (JG_CONDITION_NOT);

      g_ptr_array_add (negation->children, g_ptr_array_steal_index (group->children, index));
      g_ptr_array_insert (group->children, (int) index, negation);
    }
  rebuild (self);
}

static void
show_child (JgConditionEditor *self,
            GtkBox *box,
            JgCondition *group,
            JgCondition *child,
            guint depth)
{
  const gboolean negated = child->kind == JG_CONDITION_NOT;
  JgCondition *inner = negated ? g_ptr_array_index (child->children, 0) : child;
  const gboolean is_group = inner->kind == JG_CONDITION_ALL || inner->kind == JG_CONDITION_ANY;
  GtkWidget *card = jg_ui_card (box);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label (_ ("not"));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = is_group || inner->kind == JG_CONDITION_NOT
                               ? g_strdup (_ ("Group"))
                               : jg_condition_choices_dup_label (self->facts, inner);
  g_autofree char *no = g_strdup_printf (_ ("Not: %s"), label);
  g_autofree char *remove = g_strdup_printf (_ ("Remove the condition “%s”"), label);
  GtkWidget *title = jg_ui_label (label, NULL);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), negated);
  jg_ui_set_name (check, no);
  g_object_set_data (G_OBJECT (check), "group", group);
  g_object_set_data (G_OBJECT (check), "child", child);
  g_signal_connect_object (check, "toggled", G_CALLBACK (negate_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), check);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, remove);
  jg_ui_set_name (button, remove);
  g_object_set_data (G_OBJECT (button), "group", group);
  g_object_set_data (G_OBJECT (button), "child", child);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (card), head);
  if (is_group)
    show_group (self, GTK_BOX (card), inner, depth + 1);
  else if (inner->kind != JG_CONDITION_NOT)
    gtk_box_append (GTK_BOX (card), jg_condition_leaf_new (inner, self->facts, tell, self));
}

static void
show_group (JgConditionEditor *self, GtkBox *box, JgCondition *group, guint depth)
{
  const char *const hows[] = { _ ("All of these"), _ ("One of these"),
                               _ ("One of these, and the text’s list goes on (等)"), NULL };
  GtkWidget *how = gtk_drop_down_new_from_strings (hows);

  jg_ui_name_drop_down (how, _ ("How the conditions are joined"));
  gtk_widget_set_halign (how, GTK_ALIGN_START);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (how), group->kind == JG_CONDITION_ALL ? 0
                                                   : group->open                   ? 2
                                                                                   : 1);
  g_object_set_data (G_OBJECT (how), "group", group);
  g_signal_connect_object (how, "notify::selected", G_CALLBACK (how_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, how);
  if (depth == 0 && group->children->len == 0)
    gtk_box_append (box,
                    jg_ui_label (_ ("No condition yet: then everybody meets them."), "remark"));
  for (guint i = 0; i < group->children->len; i++)
    show_child (self, box, group, g_ptr_array_index (group->children, i), depth);
  show_adder (self, box, group, depth);
}

/**
 * jg_condition_editor_new:
 * @facts: (element-type JgFact): the vocabulary
 *
 * Makes an editor without conditions.
 *
 * Returns: (transfer floating): the editor
 */
GtkWidget *
jg_condition_editor_new (GPtrArray *facts)
{
  JgConditionEditor *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (JG_TYPE_CONDITION_EDITOR, NULL);
  self->facts = g_ptr_array_ref (facts);
  self->choices = jg_condition_choices_new (facts);
  rebuild_cb (self);
  return GTK_WIDGET (self);
}

/**
 * jg_condition_editor_set_condition:
 * @self: an editor
 * @condition: (nullable): a tree; %NULL for no conditions
 *
 * Shows a tree.
 */
void
jg_condition_editor_set_condition (JgConditionEditor *self, const JgCondition *condition)
{
  g_return_if_fail (JG_IS_CONDITION_EDITOR (self));

  /* What stands in the box points into the tree. */
  jg_ui_clear (self->box);
  jg_condition_free (self->root);
  if (condition != NULL &&
      (condition->kind == JG_CONDITION_ALL || condition->kind == JG_CONDITION_ANY))
    self->root = jg_condition_copy (condition);
  else
    {
      self->root = new_group (JG_CONDITION_ALL);
      if (condition != NULL)
        g_ptr_array_add (self->root->children, jg_condition_copy (condition));
    }
  rebuild (self);
}

/* Groups that hold nothing are left out. */
static JgCondition *
dup_filled (const JgCondition *condition)
{
  JgCondition *copy = jg_condition_copy (condition);

  if (copy->children == NULL)
    return copy;
  for (guint i = copy->children->len; i > 0; i--)
    {
      JgCondition *filled = dup_filled (g_ptr_array_index (copy->children, i - 1));

      g_ptr_array_remove_index (copy->children, i - 1);
      if (filled != NULL)
        g_ptr_array_insert (copy->children, (int) i - 1, filled);
    }
  if (copy->children->len == 0)
    g_clear_pointer (&copy, jg_condition_free);
  return copy;
}

/**
 * jg_condition_editor_dup_condition:
 * @self: an editor
 *
 * Gets the tree as it stands, complete or not.
 *
 * Returns: (transfer full) (nullable): the tree; %NULL without conditions
 */
JgCondition *
jg_condition_editor_dup_condition (JgConditionEditor *self)
{
  JgCondition *condition;

  g_return_val_if_fail (JG_IS_CONDITION_EDITOR (self), NULL);

  condition = dup_filled (self->root);
  if (condition != NULL && condition->children->len == 1 && !condition->open &&
      condition->text == NULL && condition->quote == NULL)
    {
      JgCondition *only = g_ptr_array_steal_index (condition->children, 0);

      jg_condition_free (condition);
      return only;
    }
  return condition;
}
