/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "jg-about.h"
#include "jg-page.h"
#include "jg-preferences.h"
#include "jg-ui.h"
#include "jg-window-private.h"
#include "occupations/jg-occupation-output.h"
#include "occupations/jg-office-words.h"
#include "policies/jg-local-window.h"

/* Where one is, so that Back can return: page, then the detail shown there. */
static GVariant *
where_am_i (JgWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->stack);
  GVariant *detail = NULL;

  if (g_str_equal (page, "occupations"))
    detail = jg_occupations_page_dup_place (jg_window_get_occupations (self));
  else if (g_str_equal (page, "policies"))
    detail = jg_policies_page_dup_place (jg_window_get_policies (self));
  else if (g_str_equal (page, "courses") && jg_courses_page_get_id (jg_window_get_courses (self)))
    detail = g_variant_new_string (jg_courses_page_get_id (jg_window_get_courses (self)));
  return g_variant_ref_sink (g_variant_new ("(smv)", page, detail));
}

static void
remember (JgWindow *self)
{
  g_ptr_array_add (self->history, where_am_i (self));
  if (self->history->len > 50)
    g_ptr_array_remove_index (self->history, 0);
}

static void
show_page (JgWindow *self, const char *name)
{
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), name) == 0)
    return;
  adw_view_stack_set_visible_child_name (self->stack, name);
  /* The keyboard goes where the eye goes. */
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_occupation_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  remember (self);
  show_page (self, "occupations");
  jg_occupations_page_show (jg_window_get_occupations (self),
                            g_variant_get_string (parameter, NULL));
  jg_window_update_back (self);
}

static void
show_measure_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  remember (self);
  show_page (self, "policies");
  jg_policies_page_show_measure (jg_window_get_policies (self),
                                 g_variant_get_string (parameter, NULL));
  jg_window_update_back (self);
}

static void
show_document_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  const char *key, *quote;
  guint32 line;

  g_variant_get (parameter, "(&su&s)", &key, &line, &quote);
  remember (self);
  show_page (self, "policies");
  jg_policies_page_show_document (jg_window_get_policies (self), key, line,
                                  *quote != '\0' ? quote : NULL);
  jg_window_update_back (self);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  GtkWidget *bin = adw_view_stack_get_visible_child (self->stack);
  GtkWidget *page = adw_bin_get_child (ADW_BIN (bin));

  if (self->history->len > 0)
    {
      g_autoptr (GVariant) place = g_ptr_array_steal_index (self->history, self->history->len - 1);
      g_autoptr (GVariant) detail = NULL;
      const char *name;

      g_variant_get (place, "(&smv)", &name, &detail);
      show_page (self, name);
      if (g_str_equal (name, "occupations"))
        jg_occupations_page_restore_place (jg_window_get_occupations (self), detail);
      else if (g_str_equal (name, "policies"))
        jg_policies_page_restore_place (jg_window_get_policies (self), detail);
      else if (g_str_equal (name, "courses") && detail != NULL)
        jg_courses_page_show (jg_window_get_courses (self), g_variant_get_string (detail, NULL));
    }
  else if (JG_IS_PAGE (page))
    jg_page_go_back (JG_PAGE (page));
  jg_window_update_back (self);
}

static void
page_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_page (JG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
step_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  show_page (self, "jobseeker");
  jg_jobseeker_page_show_step (jg_window_get_jobseeker (self),
                               (JgStep) CLAMP (g_variant_get_int32 (parameter), 0, JG_N_STEPS - 1));
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "jobseeker") == 0)
    show_page (self, "occupations");
  jg_page_focus_search (
      JG_PAGE (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->stack)))));
}

static void
search_for_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  show_page (self, "occupations");
  jg_occupations_page_search (jg_window_get_occupations (self),
                              g_variant_get_string (parameter, NULL));
}

static void
choose_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  gboolean chosen = !jg_session_is_chosen (self->session, id);

  if (!jg_session_choose (self->session, id, chosen))
    {
      jg_window_show_toast (self,
                            _ ("The sheet already holds three occupations. Take one off first."));
      return;
    }
  jg_window_show_toast (self, chosen ? _ ("Added to the guidance sheet")
                                     : _ ("Taken off the guidance sheet"));
}

static void
compare_with_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autofree char *text = NULL;

  /* The bar below says what is in it. */
  if (jg_session_set_compared (self->session, id, !jg_session_is_compared (self->session, id)))
    return;
  text = g_strdup_printf (_ ("The comparison already holds %d occupations. Take one out first."),
                          JG_COMPARE_MAX);
  jg_window_show_toast (self, text);
}

/* The occupation of the row or of the detail that is at hand. */
static void
compare_this_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  const char *id = NULL;

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "occupations") == 0)
    id = jg_occupations_page_get_at_hand (jg_window_get_occupations (self));
  if (id != NULL)
    gtk_widget_activate_action (widget, "win.compare-with", "s", id);
}

static void
compare_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  remember (self);
  show_page (self, "occupations");
  jg_occupations_page_show_compare (jg_window_get_occupations (self));
  jg_window_update_back (self);
}

static void
compare_close_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  jg_occupations_page_close_compare (jg_window_get_occupations (self));
  jg_window_update_back (self);
}

static void
compare_move_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *id;
  int by;

  g_variant_get (parameter, "(&si)", &id, &by);
  jg_session_move_compared (JG_WINDOW (widget)->session, id, by);
}

static void
compare_clear_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_session_clear_compared (JG_WINDOW (widget)->session);
}

static void
print_occupation_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_occupation_output_print (widget, JG_WINDOW (widget)->session,
                              g_variant_get_string (parameter, NULL));
}

static void
save_occupation_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_occupation_output_save_pdf (widget, JG_WINDOW (widget)->session,
                                 g_variant_get_string (parameter, NULL));
}

static void
print_compare_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_occupation_output_print_compare (widget, JG_WINDOW (widget)->session);
}

static void
save_compare_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_occupation_output_save_compare (widget, JG_WINDOW (widget)->session);
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  jg_window_show_toast (JG_WINDOW (widget), _ ("Copied with its source"));
}

/* Once something is entered about the next person, the former one's data are gone for good. */
static void
session_changed_cb (JgWindow *self)
{
  if (jg_session_is_empty (self->session))
    return;
  g_signal_handlers_disconnect_by_func (self->session, session_changed_cb, self);
  jg_session_forget_previous (self->session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-new-session", FALSE);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
}

static void
undo_new_session_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  g_signal_handlers_disconnect_by_func (self->session, session_changed_cb, self);
  jg_session_undo_reset (self->session);
  gtk_widget_action_set_enabled (widget, "win.undo-new-session", FALSE);
}

static void
toast_dismissed_cb (JgWindow *self, AdwToast *toast)
{
  if (toast != self->undo_toast)
    return;
  g_clear_object (&self->undo_toast);
}

static void
offer_undo (JgWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo-new-session");
  adw_toast_set_timeout (toast, 15);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_set_object (&self->undo_toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-new-session", TRUE);
  adw_toast_overlay_add_toast (self->toasts, toast);
  g_signal_handlers_disconnect_by_func (self->session, session_changed_cb, self);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
begin_session (JgWindow *self, gpointer data)
{
  gboolean had_data = !jg_session_is_empty (self->session);
  gboolean kept = jg_case_desk_get_case (self->desk) != 0;

  show_page (self, "jobseeker");
  jg_jobseeker_page_show_step (jg_window_get_jobseeker (self), JG_STEP_BASICS);
  if (!had_data)
    return;
  jg_session_reset (self->session);
  offer_undo (self, kept ? _ ("The case is saved")
                         : _ ("Everything about the former jobseeker was cleared"));
}

static void
new_session_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_window_leave_session (JG_WINDOW (widget), TRUE, begin_session, NULL, NULL);
}

static void
begin_profile (JgWindow *self, gpointer data)
{
  gboolean had_data = !jg_session_is_empty (self->session);

  jg_session_set_profile (self->session, JG_PROFILE (data));
  show_page (self, "jobseeker");
  jg_jobseeker_page_show_step (jg_window_get_jobseeker (self), JG_STEP_BASICS);
  if (had_data)
    offer_undo (self, _ ("The former jobseeker’s data were replaced"));
}

static void
profile_chosen_cb (JgWindow *self, int response, GtkNativeDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (JgProfile) profile = NULL;

      if (path == NULL)
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("Only files on this computer can be opened."));
      else
        profile = jg_profile_new_from_file (path, &error);
      if (profile == NULL)
        jg_ui_show_error (GTK_WIDGET (self), _ ("The profile was not opened"), error->message);
      else
        jg_window_leave_session (self, TRUE, begin_profile, g_steal_pointer (&profile),
                                 g_object_unref);
    }
  g_object_unref (dialog);
}

/* Only what the entry with the focus cannot take back itself gets here. */
static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  JgCoursesPage *courses = jg_window_find_courses (self);

  if (courses != NULL)
    jg_courses_page_undo (courses);
  else if (!jg_record_undo (jg_session_get_record (self->session)))
    gtk_widget_error_bell (widget);
}

static void
redo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  JgCoursesPage *courses = jg_window_find_courses (self);

  if (courses != NULL)
    jg_courses_page_redo (courses);
  else if (!jg_record_redo (jg_session_get_record (self->session)))
    gtk_widget_error_bell (widget);
}

static void
open_profile_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Open Profile"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), _ ("Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Profiles"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* Released in the callback. */
  g_signal_connect_object (dialog, "response", G_CALLBACK (profile_chosen_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  show_page (self, "jobseeker");
  jg_window_note_print (self);
  jg_jobseeker_page_print (jg_window_get_jobseeker (self));
}

static void
save_pdf_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  show_page (self, "jobseeker");
  jg_window_note_print (self);
  jg_jobseeker_page_save_pdf (jg_window_get_jobseeker (self));
}

static void
preferences_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  JgPacks *packs =
      jg_application_get_packs (JG_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  GtkWidget *dialog = jg_preferences_new (self->session, packs, self->desk);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
office_words_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  const char *occupation = g_variant_get_string (parameter, NULL);
  GtkWidget *dialog = jg_office_words_new (self->session, *occupation != '\0' ? occupation : NULL);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
local_packs_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  JgPacks *packs =
      jg_application_get_packs (JG_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  GtkWidget *dialog = jg_local_window_new (self->session, packs);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
about_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  jg_about_show (GTK_WINDOW (self), jg_session_get_catalogue (self->session));
}

static void
show_help_overlay_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);
  GtkShortcutsWindow *overlay = gtk_application_window_get_help_overlay (window);

  if (overlay == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource ("/com/example/JobGuide/ui/help-overlay.ui");

      overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
      gtk_application_window_set_help_overlay (window, overlay);
    }
  gtk_window_present (GTK_WINDOW (overlay));
}

static void
today_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_session_set_as_of (JG_WINDOW (widget)->session, NULL);
}

/**
 * jg_window_install_actions:
 * @widget_class: class of the window
 *
 * Installs everything the menu, the accelerators and the pages' buttons can ask of the window.
 */
void
jg_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.show-occupation", "s", show_occupation_cb },
    { "win.show-measure", "s", show_measure_cb },
    { "win.show-document", "(sus)", show_document_cb },
    { "win.back", NULL, back_cb },
    { "win.page", "s", page_cb },
    { "win.step", "i", step_cb },
    { "win.search", NULL, search_cb },
    { "win.search-for", "s", search_for_cb },
    { "win.choose", "s", choose_cb },
    { "win.compare-with", "s", compare_with_cb },
    { "win.compare-this", NULL, compare_this_cb },
    { "win.compare", NULL, compare_cb },
    { "win.compare-close", NULL, compare_close_cb },
    { "win.compare-move", "(si)", compare_move_cb },
    { "win.compare-clear", NULL, compare_clear_cb },
    { "win.print-occupation", "s", print_occupation_cb },
    { "win.save-occupation", "s", save_occupation_cb },
    { "win.print-compare", NULL, print_compare_cb },
    { "win.save-compare", NULL, save_compare_cb },
    { "win.copy", "s", copy_cb },
    { "win.new-session", NULL, new_session_cb },
    { "win.undo-new-session", NULL, undo_new_session_cb },
    { "win.undo", NULL, undo_cb },
    { "win.redo", NULL, redo_cb },
    { "win.open-profile", NULL, open_profile_cb },
    { "win.print", NULL, print_cb },
    { "win.save-pdf", NULL, save_pdf_cb },
    { "win.preferences", NULL, preferences_cb },
    { "win.office-words", "s", office_words_cb },
    { "win.local-packs", NULL, local_packs_cb },
    { "win.about", NULL, about_cb },
    { "win.today", NULL, today_cb },
    { "win.show-help-overlay", NULL, show_help_overlay_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  /* Not as accelerators of the application: those would come before the entry with the focus. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}
