/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-step.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../jg-wrap-layout.h"
#include "jg-form.h"
#include "jg-live.h"
#include "jg-sheet-output.h"
#include "jg-sheet-preview.h"

struct _JgSheetStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *large;
  GtkWidget *status;
  GtkWidget *preview;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgSheetStep, jg_sheet_step, ADW_TYPE_BIN)

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
  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->large),
                         jg_record_get_large_print (jg_session_get_record (self->session)));
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
  sheet = jg_sheet_new (plan, jg_sheet_output_get_flags (self->session));
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
add_switch (GtkBox *form, GtkWidget *control, const char *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  jg_ui_set_name (control, name);
  gtk_box_append (GTK_BOX (row), control);
  gtk_box_append (GTK_BOX (row), jg_ui_label (name, NULL));
  gtk_box_append (form, row);
}

static void
save_json_cb (JgSheetStep *self)
{
  jg_sheet_output_save_json (GTK_WIDGET (self), self->session);
}

static void
add_buttons (JgSheetStep *self, GtkBox *form)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *print = new_action_button (_ ("Print…"), "win.print");
  GtkWidget *other = gtk_button_new_with_label (_ ("For Another System…"));
  GtkWidget *clauses = gtk_switch_new ();

  gtk_widget_add_css_class (print, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), print);
  gtk_box_append (GTK_BOX (buttons), new_action_button (_ ("Save as PDF…"), "win.save-pdf"));
  g_signal_connect_object (other, "clicked", G_CALLBACK (save_json_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), other);
  gtk_widget_set_layout_manager (buttons, jg_wrap_layout_new ());
  gtk_box_append (form, buttons);
  self->large = gtk_switch_new ();
  g_signal_connect_object (self->large, "notify::active", G_CALLBACK (large_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_switch (form, self->large, _ ("Large print"));
  g_settings_bind (jg_session_get_settings (self->session), "sheet-clauses", clauses, "active",
                   G_SETTINGS_BIND_DEFAULT);
  add_switch (form, clauses, _ ("Whole clauses on a second page"));
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
