/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-plan-row.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

struct _JgPlanRow
{
  AdwBin parent_instance;

  JgSession *session;
  guint index;
  GtkWidget *what;
};

G_DEFINE_FINAL_TYPE (JgPlanRow, jg_plan_row, ADW_TYPE_BIN)

enum
{
  SIGNAL_REMOVE,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

static const char *const placeholders[JG_N_PLAN_STEP_FIELDS] = {
  [JG_PLAN_STEP_WHAT] = N_ ("What will be done"), [JG_PLAN_STEP_WHO] = N_ ("Who does it"),
  [JG_PLAN_STEP_WHEN] = N_ ("By when"),           [JG_PLAN_STEP_WHERE] = N_ ("Where"),
  [JG_PLAN_STEP_BRING] = N_ ("What to bring"),
};

static JgPlanStep *
get_step (JgPlanRow *self)
{
  GPtrArray *steps = jg_record_get_steps (jg_session_get_record (self->session));

  return self->index < steps->len ? g_ptr_array_index (steps, self->index) : NULL;
}

static void
changed_cb (JgPlanRow *self, GtkEditable *entry)
{
  JgPlanStepField field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "field"));

  if (get_step (self) != NULL)
    jg_record_set_step (jg_session_get_record (self->session), self->index, field,
                        gtk_editable_get_text (entry));
}

static void
toggled_cb (JgPlanRow *self, GtkCheckButton *check)
{
  if (get_step (self) != NULL)
    jg_record_set_step_done (jg_session_get_record (self->session), self->index,
                             gtk_check_button_get_active (check));
}

static void
remove_cb (JgPlanRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, self->index);
}

static GtkWidget *
new_entry (JgPlanRow *self, JgPlanStepField field)
{
  const char *placeholder = _ (placeholders[field]);
  const char *value = get_step (self)->fields[field];
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *name = g_strdup_printf (_ ("Step %u: %s"), self->index + 1, placeholder);

  g_object_set (entry, "placeholder-text", placeholder, NULL);
  gtk_entry_set_max_length (GTK_ENTRY (entry), (int) jg_plan_step_field_max (field));
  jg_ui_fill_entry (entry, value);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data (G_OBJECT (entry), "field", GUINT_TO_POINTER (field));
  jg_ui_set_name (entry, name);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* The placeholder is gone once something stands there, so the field has a label too. */
static GtkWidget *
new_field (JgPlanRow *self, JgPlanStepField field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ (placeholders[field]));

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "remark");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_entry (self, field));
  return box;
}

static GtkWidget *
new_line (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (line), second);
  return line;
}

static GtkWidget *
new_foot (JgPlanRow *self)
{
  GtkWidget *done = gtk_check_button_new_with_label (_ ("Done"));
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *done_name = g_strdup_printf (_ ("Step %u is done"), self->index + 1);
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove step %u"), self->index + 1);
  const char *measure = get_step (self)->measure;
  GtkWidget *line;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (done), get_step (self)->done);
  jg_ui_set_name (done, done_name);
  g_signal_connect_object (done, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, remove_name);
  jg_ui_set_name (remove, remove_name);
  gtk_widget_set_hexpand (remove, TRUE);
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  line = new_line (done, remove);
  if (measure != NULL)
    {
      JgVerdict *verdict = jg_session_find_verdict (self->session, measure);

      if (verdict != NULL)
        gtk_box_insert_child_after (
            GTK_BOX (line),
            jg_ui_link (_ ("Its measure"), "win.show-measure", g_variant_new_string (measure)),
            done);
    }
  return line;
}

static gboolean
jg_plan_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JG_PLAN_ROW (widget)->what);
}

static void
jg_plan_row_dispose (GObject *object)
{
  g_clear_object (&JG_PLAN_ROW (object)->session);

  G_OBJECT_CLASS (jg_plan_row_parent_class)->dispose (object);
}

static void
jg_plan_row_class_init (JgPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_plan_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = jg_plan_row_grab_focus;

  /* The step is to go: its place is the argument. */
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", JG_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
jg_plan_row_init (JgPlanRow *self)
{
}

/**
 * jg_plan_row_new:
 * @session: what the pages share
 * @index: which step of the record, from 0; it exists
 *
 * Makes the entries for one step.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
jg_plan_row_new (JgSession *session, guint index)
{
  JgPlanRow *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_PLAN_ROW, NULL);
  self->session = g_object_ref (session);
  self->index = index;
  for (guint field = 0; field < JG_N_PLAN_STEP_FIELDS; field++)
    gtk_box_append (GTK_BOX (box), new_field (self, field));
  self->what = gtk_widget_get_last_child (gtk_widget_get_first_child (box));
  gtk_box_append (GTK_BOX (box), new_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
