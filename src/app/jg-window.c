/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-window-private.h"

#include <glib/gi18n.h>

#include "jg-config.h"
#include "jg-page.h"

G_DEFINE_FINAL_TYPE (JgWindow, jg_window, ADW_TYPE_APPLICATION_WINDOW)

static void
watch_page (JgWindow *self, AdwBin *bin, GtkWidget *page, AdwLeaflet *leaflet)
{
  adw_bin_set_child (bin, page);
  g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (jg_window_update_back), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (leaflet, "notify::visible-child", G_CALLBACK (jg_window_update_back),
                           self, G_CONNECT_SWAPPED);
}

/* Pages are made when they are first shown: the first frame pays for one of them only. */

/**
 * jg_window_get_occupations:
 * @self: a window
 *
 * Gets the page of occupations, making it if need be.
 *
 * Returns: (transfer none): the page
 */
JgOccupationsPage *
jg_window_get_occupations (JgWindow *self)
{
  if (adw_bin_get_child (self->occupations_bin) == NULL)
    {
      JgOccupationsPage *page = jg_occupations_page_new (self->session);

      watch_page (self, self->occupations_bin, GTK_WIDGET (page),
                  jg_occupations_page_get_leaflet (page));
    }
  return JG_OCCUPATIONS_PAGE (adw_bin_get_child (self->occupations_bin));
}

/**
 * jg_window_get_jobseeker:
 * @self: a window
 *
 * Gets the page of the jobseeker, making it if need be.
 *
 * Returns: (transfer none): the page
 */
JgJobseekerPage *
jg_window_get_jobseeker (JgWindow *self)
{
  if (adw_bin_get_child (self->jobseeker_bin) == NULL)
    {
      JgJobseekerPage *page = jg_jobseeker_page_new (self->session);

      jg_jobseeker_page_set_desk (page, self->desk);
      watch_page (self, self->jobseeker_bin, GTK_WIDGET (page),
                  jg_jobseeker_page_get_leaflet (page));
    }
  return JG_JOBSEEKER_PAGE (adw_bin_get_child (self->jobseeker_bin));
}

/**
 * jg_window_get_policies:
 * @self: a window
 *
 * Gets the page of policies, making it if need be.
 *
 * Returns: (transfer none): the page
 */
JgPoliciesPage *
jg_window_get_policies (JgWindow *self)
{
  if (adw_bin_get_child (self->policies_bin) == NULL)
    {
      JgPoliciesPage *page = jg_policies_page_new (self->session);

      watch_page (self, self->policies_bin, GTK_WIDGET (page), jg_policies_page_get_leaflet (page));
    }
  return JG_POLICIES_PAGE (adw_bin_get_child (self->policies_bin));
}

/**
 * jg_window_get_courses:
 * @self: a window
 *
 * Gets the page of courses, making it if need be.
 *
 * Returns: (transfer none): the page
 */
JgCoursesPage *
jg_window_get_courses (JgWindow *self)
{
  if (adw_bin_get_child (self->courses_bin) == NULL)
    {
      JgCoursesPage *page = jg_courses_page_new (self->session);

      watch_page (self, self->courses_bin, GTK_WIDGET (page), jg_courses_page_get_leaflet (page));
      g_signal_connect_object (page, "steps-changed", G_CALLBACK (jg_window_update_undo), self,
                               G_CONNECT_SWAPPED);
    }
  return JG_COURSES_PAGE (adw_bin_get_child (self->courses_bin));
}

/**
 * jg_window_find_courses:
 * @self: a window
 *
 * Gets the page of courses while it is the one that is shown.
 *
 * Returns: (transfer none) (nullable): the page
 */
JgCoursesPage *
jg_window_find_courses (JgWindow *self)
{
  GtkWidget *page = adw_bin_get_child (self->courses_bin);

  if (adw_view_stack_get_visible_child (self->stack) != GTK_WIDGET (self->courses_bin))
    return NULL;
  return page != NULL ? JG_COURSES_PAGE (page) : NULL;
}

static JgPage *
get_current_page (JgWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->stack);
  GtkWidget *page = ADW_IS_BIN (bin) ? adw_bin_get_child (ADW_BIN (bin)) : NULL;

  return JG_IS_PAGE (page) ? JG_PAGE (page) : NULL;
}

/**
 * jg_window_update_back:
 * @self: a window
 *
 * Shows the Back button when there is something to go back to.
 */
void
jg_window_update_back (JgWindow *self)
{
  JgPage *page = get_current_page (self);

  gtk_widget_set_visible (self->back_button,
                          self->history->len > 0 || (page != NULL && jg_page_can_go_back (page)));
}

static void
visible_child_cb (JgWindow *self)
{
  const char *name;

  g_assert (JG_IS_WINDOW (self));

  if (self->session == NULL)
    return;
  name = adw_view_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (name, "occupations") == 0)
    jg_window_get_occupations (self);
  else if (g_strcmp0 (name, "jobseeker") == 0)
    jg_window_get_jobseeker (self);
  else if (g_strcmp0 (name, "policies") == 0)
    jg_window_get_policies (self);
  else if (g_strcmp0 (name, "courses") == 0)
    jg_window_get_courses (self);
  jg_window_update_back (self);
  jg_window_update_undo (self);
}

/* Typing on where one typed before is another change once the entry was left. */
static void
focus_changed_cb (JgWindow *self)
{
  JgCoursesPage *courses;

  if (self->session == NULL)
    return;
  jg_record_end_edit (jg_session_get_record (self->session));
  courses = jg_window_find_courses (self);
  if (courses != NULL)
    jg_courses_page_end_edit (courses);
}

/**
 * jg_window_update_undo:
 * @self: a window with a session
 *
 * Turns on what can be undone and redone: the courses while they are shown, else what is entered about the jobseeker.
 */
void
jg_window_update_undo (JgWindow *self)
{
  JgRecord *record = jg_session_get_record (self->session);
  JgCoursesPage *courses = jg_window_find_courses (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 courses != NULL ? jg_courses_page_can_undo (courses)
                                                 : jg_record_can_undo (record));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 courses != NULL ? jg_courses_page_can_redo (courses)
                                                 : jg_record_can_redo (record));
}

static void
as_of_changed_cb (JgWindow *self)
{
  gboolean practice;

  g_assert (JG_IS_WINDOW (self));

  practice = jg_session_is_practice (self->session);
  if (practice)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("Practice date: everything is judged as of %s, not today."),
                           jg_session_get_as_of (self->session));

      gtk_label_set_text (self->practice_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->practice_bar), practice);
  gtk_info_bar_set_revealed (self->practice_bar, practice);
}

static void
catalogue_changed_cb (JgWindow *self, JgPacks *packs)
{
  g_assert (JG_IS_WINDOW (self));

  jg_session_set_catalogue (self->session, jg_packs_get_catalogue (packs));
}

/* The office's everyday words are a pack of their own on top of the others. */
static void
desk_changed_cb (JgPacks *packs, JgDesk *desk)
{
  g_autofree char *words = jg_desk_dup_pack (desk, jg_packs_get_base (packs));

  jg_packs_set_own (packs, JG_DESK_PACK_ID, _ ("Words of This Office"), words);
}

static gboolean
start_packs_cb (gpointer data)
{
  JgWindow *self = JG_WINDOW (data);
  JgDesk *desk = jg_session_get_desk (self->session);

  desk_changed_cb (self->packs, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self->packs,
                           G_CONNECT_SWAPPED);
  jg_packs_start (self->packs);
  return G_SOURCE_REMOVE;
}

static void
watch_packs (JgWindow *self, JgPacks *packs)
{
  if (packs == NULL)
    return;
  jg_packs_bar_set_packs (self->packs_bar, packs);
  g_signal_connect_object (packs, "catalogue-changed", G_CALLBACK (catalogue_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* What has to be built is no matter of the first frame. */
  self->packs = g_object_ref (packs);
  g_idle_add_full (G_PRIORITY_LOW, start_packs_cb, g_object_ref (self), g_object_unref);
}

static void
restore_state (JgWindow *self, GSettings *settings)
{
  g_autofree char *page = g_settings_get_string (settings, "last-page");

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (adw_view_stack_get_child_by_name (self->stack, page) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);
}

static void
close_now (JgWindow *self, gpointer data)
{
  self->left = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
jg_window_close_request (GtkWindow *window)
{
  JgWindow *self = JG_WINDOW (window);
  GtkApplication *app = gtk_window_get_application (window);

  if (self->session != NULL && adw_bin_get_child (self->courses_bin) != NULL &&
      !jg_courses_page_may_close (JG_COURSES_PAGE (adw_bin_get_child (self->courses_bin))))
    return TRUE;
  if (self->desk != NULL && !self->left)
    {
      jg_window_leave_session (self, FALSE, close_now, NULL, NULL);
      return TRUE;
    }
  if (JG_IS_APPLICATION (app) && self->session != NULL)
    {
      GSettings *settings = jg_application_get_settings (JG_APPLICATION (app));
      int width, height;

      gtk_window_get_default_size (window, &width, &height);
      if (width > 0 && height > 0)
        {
          g_settings_set_int (settings, "window-width", width);
          g_settings_set_int (settings, "window-height", height);
        }
      g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
      g_settings_set_string (settings, "last-page",
                             adw_view_stack_get_visible_child_name (self->stack));
    }
  return GTK_WINDOW_CLASS (jg_window_parent_class)->close_request (window);
}

static void
jg_window_dispose (GObject *object)
{
  JgWindow *self = JG_WINDOW (object);

  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->packs);
  g_clear_object (&self->lock_watch);
  if (self->desk != NULL)
    {
      /* It saves what it has to, which nobody need be shown. */
      g_signal_handlers_disconnect_by_data (self->desk, self);
      g_object_run_dispose (G_OBJECT (self->desk));
    }
  g_clear_object (&self->desk);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jg_window_parent_class)->dispose (object);
}

static void
jg_window_class_init (JgWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jg_window_close_request;

  g_type_ensure (JG_TYPE_PACKS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JgWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, sheet_button);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, practice_bar);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, practice_label);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, packs_bar);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, case_button);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, case_bar);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, case_label);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, case_help);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, case_close);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, occupations_bin);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, jobseeker_bin);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, policies_bin);
  gtk_widget_class_bind_template_child (widget_class, JgWindow, courses_bin);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_cb);
  jg_window_install_actions (widget_class);
  jg_window_install_case_actions (widget_class);
}

static void
jg_window_init (JgWindow *self)
{
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->practice_bar), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->case_bar), FALSE);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
}

static void
show_no_catalogue (JgWindow *self, const GError *error)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *quit = gtk_button_new_with_label (_ ("Quit"));
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  static const char *const off[] = { "win.new-session",   "win.undo-new-session",
                                     "win.open-profile",  "win.print",
                                     "win.save-pdf",      "win.preferences",
                                     "win.about",         "win.search",
                                     "win.back",          "win.page",
                                     "win.step",          "win.today",
                                     "win.show-document", "win.show-measure",
                                     "win.choose",        "win.show-occupation",
                                     "win.compare-with",  "win.compare-this",
                                     "win.compare",       "win.search-for",
                                     "win.office-words",  "win.local-packs",
                                     "win.undo",          "win.redo" };

  for (gsize i = 0; i < G_N_ELEMENTS (off); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), off[i], FALSE);
  jg_window_turn_off_cases (self);

  text = g_strdup_printf (_ ("%s\n\nInstall JobGuide again, or start it with --catalogue and the "
                             "path of a catalogue that works."),
                          error != NULL ? error->message : "");
  escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("The catalogue cannot be opened"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_set_halign (quit, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (quit, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (quit), "app.quit");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), quit);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);
}

/**
 * jg_window_new:
 * @application: the application
 * @session: (nullable): what the pages share, or %NULL when the catalogue could not be opened
 * @error: (nullable): why not
 *
 * Makes the window. Without a session it says what is wrong and what to do.
 *
 * Returns: (transfer none): the window
 */
JgWindow *
jg_window_new (JgApplication *application, JgSession *session, const GError *error)
{
  JgWindow *self;

  g_return_val_if_fail (JG_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (session == NULL || JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_WINDOW, "application", application, NULL);
  g_set_object (&self->session, session);
  /* Before a page is made, for that tells whether what is entered is kept. */
  if (session != NULL)
    jg_window_start_cases (self);
  restore_state (self, jg_application_get_settings (application));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-new-session", FALSE);
  if (session == NULL)
    {
      show_no_catalogue (self, error);
      return self;
    }
  g_signal_connect_object (session, "as-of-changed", G_CALLBACK (as_of_changed_cb), self,
                           G_CONNECT_SWAPPED);
  as_of_changed_cb (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (jg_window_update_undo), self,
                           G_CONNECT_SWAPPED);
  jg_window_update_undo (self);
  watch_packs (self, jg_application_get_packs (application));
  visible_child_cb (self);
  /* One types at once. */
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "occupations") == 0)
    jg_page_focus_search (JG_PAGE (jg_window_get_occupations (self)));
  return self;
}

/**
 * jg_window_show_toast:
 * @self: a window
 * @text: plain text
 *
 * Shows a short remark that needs no answer.
 */
void
jg_window_show_toast (JgWindow *self, const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (JG_IS_WINDOW (self));

  escaped = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/**
 * jg_window_offer_undo:
 * @self: a window
 * @text: plain text
 *
 * Says what was done, with a button that undoes it.
 */
void
jg_window_offer_undo (JgWindow *self, const char *text)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (JG_IS_WINDOW (self));

  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, 15);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
