/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-step.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-form.h"
#include "jg-live.h"
#include "jg-sheet-preview.h"

struct _JgSheetStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkBox *steps;
  GtkWidget *follow_up;
  GtkWidget *way;
  GtkWidget *large;
  GtkWidget *status;
  GtkWidget *preview;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgSheetStep, jg_sheet_step, ADW_TYPE_BIN)

static void
step_changed_cb (JgSheetStep *self, GtkEditable *entry)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "step"));
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "field"));

  if (!self->updating)
    jg_record_set_step (jg_session_get_record (self->session), index, field,
                        gtk_editable_get_text (entry));
}

static void update_steps (JgSheetStep *self);

static void
remove_step_cb (JgSheetStep *self, GtkButton *button)
{
  jg_record_remove_step (jg_session_get_record (self->session),
                         GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step")));
  update_steps (self);
}

static GtkWidget *
new_part (JgSheetStep *self, guint index, JgPlanStepField field, const char *placeholder)
{
  GPtrArray *steps = jg_record_get_steps (jg_session_get_record (self->session));
  const char *value = ((JgPlanStep *) g_ptr_array_index (steps, index))->fields[field];
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *name = g_strdup_printf (_ ("Step %u: %s"), index + 1, placeholder);

  g_object_set (entry, "placeholder-text", placeholder, NULL);
  gtk_entry_set_max_length (GTK_ENTRY (entry), (int) jg_plan_step_field_max (field));
  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_hexpand (entry, TRUE);
  g_object_set_data (G_OBJECT (entry), "step", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (entry), "field", GUINT_TO_POINTER (field));
  jg_ui_set_name (entry, name);
  g_signal_connect_object (entry, "changed", G_CALLBACK (step_changed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
add_step_row (JgSheetStep *self, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove step %u"), index + 1);

  gtk_box_append (GTK_BOX (box),
                  new_part (self, index, JG_PLAN_STEP_WHAT, _ ("What will be done")));
  gtk_box_append (GTK_BOX (row), new_part (self, index, JG_PLAN_STEP_WHO, _ ("Who does it")));
  gtk_box_append (GTK_BOX (row), new_part (self, index, JG_PLAN_STEP_WHEN, _ ("By when")));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, name);
  jg_ui_set_name (remove, name);
  g_object_set_data (G_OBJECT (remove), "step", GUINT_TO_POINTER (index));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_step_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (self->steps, box);
}

static void
update_steps (JgSheetStep *self)
{
  GPtrArray *steps = jg_record_get_steps (jg_session_get_record (self->session));

  jg_ui_clear (self->steps);
  for (guint i = 0; i < steps->len; i++)
    add_step_row (self, i);
}

static void
add_step_cb (JgSheetStep *self)
{
  JgRecord *record = jg_session_get_record (self->session);
  GtkWidget *row;

  if (!jg_record_add_step (record, NULL))
    return;
  add_step_row (self, jg_record_get_steps (record)->len - 1);
  row = gtk_widget_get_last_child (GTK_WIDGET (self->steps));
  gtk_widget_grab_focus (gtk_widget_get_first_child (row));
}

static void
follow_up_changed_cb (JgSheetStep *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->follow_up));
  JgRecord *record = jg_session_get_record (self->session);

  if (self->updating)
    return;
  /* A day that is still being typed is none. */
  if (jg_record_set_follow_up (record, *text != '\0' ? text : NULL))
    {
      gtk_widget_remove_css_class (self->follow_up, "error");
      return;
    }
  gtk_widget_add_css_class (self->follow_up, "error");
  jg_record_set_follow_up (record, NULL);
}

static void
way_changed_cb (JgSheetStep *self)
{
  if (!self->updating)
    jg_record_set_text (jg_session_get_record (self->session), JG_RECORD_FOLLOW_UP_WAY,
                        gtk_editable_get_text (GTK_EDITABLE (self->way)));
}

static void
large_changed_cb (JgSheetStep *self)
{
  if (!self->updating)
    jg_record_set_large_print (jg_session_get_record (self->session),
                               gtk_switch_get_active (GTK_SWITCH (self->large)));
}

static void
show_values (JgSheetStep *self)
{
  JgRecord *record = jg_session_get_record (self->session);
  const char *follow_up = jg_record_get_follow_up (record);
  const char *way = jg_record_get_text (record, JG_RECORD_FOLLOW_UP_WAY);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->follow_up), follow_up != NULL ? follow_up : "");
  gtk_widget_remove_css_class (self->follow_up, "error");
  gtk_editable_set_text (GTK_EDITABLE (self->way), way != NULL ? way : "");
  gtk_switch_set_active (GTK_SWITCH (self->large), jg_record_get_large_print (record));
  update_steps (self);
  self->updating = FALSE;
}

static void
update (GtkWidget *widget)
{
  JgSheetStep *self = JG_SHEET_STEP (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPlan) plan = jg_session_build_plan (self->session, &error);
  g_autoptr (JgPaper) sheet = NULL;
  g_autofree char *text = NULL;

  if (plan == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->status), error->message);
      jg_sheet_preview_set_sheet (JG_SHEET_PREVIEW (self->preview), NULL);
      return;
    }
  sheet = jg_sheet_new (plan, jg_record_get_large_print (jg_session_get_record (self->session)));
  if (jg_paper_get_missing_glyphs (sheet) > 0)
    text = g_strdup (_ ("Some characters have no font. Install the package fonts-noto-cjk."));
  else
    text = g_strdup_printf (ngettext ("%u page", "%u pages", jg_paper_get_n_pages (sheet)),
                            jg_paper_get_n_pages (sheet));
  gtk_label_set_text (GTK_LABEL (self->status), text);
  jg_sheet_preview_set_sheet (JG_SHEET_PREVIEW (self->preview), sheet);
}

static void
settings_changed_cb (JgSheetStep *self)
{
  jg_session_touch (self->session);
}

static GtkWidget *
new_action_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_plan (JgSheetStep *self, GtkBox *form)
{
  GtkWidget *section = jg_ui_section (form, _ ("Action plan"), NULL);
  GtkWidget *card = jg_ui_card (GTK_BOX (section));
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a Step"));

  self->steps = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->steps));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_step_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), add);
  self->follow_up = gtk_entry_new ();
  g_object_set (self->follow_up, "placeholder-text", _ ("YYYY-MM-DD"), NULL);
  g_signal_connect_object (self->follow_up, "changed", G_CALLBACK (follow_up_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jg_ui_field (GTK_BOX (card), _ ("Day of the follow-up"), self->follow_up);
  self->way = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->way), JG_RECORD_MAX_WAY);
  g_object_set (self->way, "placeholder-text", _ ("For example by phone"), NULL);
  g_signal_connect_object (self->way, "changed", G_CALLBACK (way_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jg_ui_field (GTK_BOX (card), _ ("Way of the follow-up"), self->way);
}

static void
add_buttons (JgSheetStep *self, GtkBox *form)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *print = new_action_button (_ ("Print…"), "win.print");
  GtkWidget *label = jg_ui_label (_ ("Large print"), NULL);

  gtk_widget_add_css_class (print, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), print);
  gtk_box_append (GTK_BOX (buttons), new_action_button (_ ("Save as PDF…"), "win.save-pdf"));
  gtk_box_append (form, buttons);
  self->large = gtk_switch_new ();
  gtk_widget_set_valign (self->large, GTK_ALIGN_CENTER);
  jg_ui_set_name (self->large, _ ("Large print"));
  g_signal_connect_object (self->large, "notify::active", G_CALLBACK (large_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->large);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (form, row);
}

static void
jg_sheet_step_dispose (GObject *object)
{
  g_clear_object (&JG_SHEET_STEP (object)->session);

  G_OBJECT_CLASS (jg_sheet_step_parent_class)->dispose (object);
}

static void
jg_sheet_step_class_init (JgSheetStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_sheet_step_dispose;
}

static void
jg_sheet_step_init (JgSheetStep *self)
{
}

/**
 * jg_sheet_step_new:
 * @session: what the pages share
 *
 * Makes the step.
 *
 * Returns: (transfer floating): the step
 */
GtkWidget *
jg_sheet_step_new (JgSession *session)
{
  JgSheetStep *self;
  GtkBox *form;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_SHEET_STEP, NULL);
  self->session = g_object_ref (session);
  form = jg_form_new (ADW_BIN (self), C_ ("step", "Guidance Sheet"), NULL);
  add_buttons (self, form);
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "wrap", TRUE, "xalign", 0.0, NULL);
  add_plan (self, form);
  gtk_box_append (form, self->status);
  self->preview = jg_sheet_preview_new ();
  jg_ui_set_name (self->preview, _ ("The sheet as it will be printed"));
  gtk_box_append (form, self->preview);
  show_values (self);
  g_signal_connect_object (session, "replaced", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jg_session_get_settings (session), "changed",
                           G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  jg_live_attach (GTK_WIDGET (self), session, update);
  return GTK_WIDGET (self);
}
