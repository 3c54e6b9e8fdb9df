/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-courses-page-private.h"

#include <glib/gi18n.h>

#include "../jg-page.h"
#include "../jg-ui.h"
#include "../jg-window.h"

static void jg_courses_page_page_init (JgPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JgCoursesPage,
                               jg_courses_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (JG_TYPE_PAGE, jg_courses_page_page_init))

enum
{
  STEPS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_state (JgCoursesPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->state);
  const char *const *states = jg_course_field_choices (JG_COURSE_STATE);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? states[selected - 1] : NULL;
}

static const char *
get_occupation (JgCoursesPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->occupation);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION
             ? gtk_string_object_get_string (gtk_drop_down_get_selected_item (self->occupation))
             : NULL;
}

static void
update_list (JgCoursesPage *self)
{
  GPtrArray *courses = jg_course_shelf_get_courses (self->shelf);
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) lines =
      jg_course_lines_make (self->lines, courses, query, get_state (self), get_occupation (self));
  g_autofree char *status = NULL;

  jg_line_list_set_current (self->list, jg_course_view_get_id (self->view));
  jg_line_list_set_lines (self->list, lines);
  if (courses->len == 0)
    status = g_strdup (_ ("No courses yet."));
  else if (lines->len == 0)
    status = g_strdup (_ ("Nothing here passes the words and the filters."));
  else
    status = g_strdup_printf (ngettext ("%u course", "%u courses", lines->len), lines->len);
  gtk_label_set_text (self->status, status);
}

/* Only what a course is of can be filtered by. */
static void
update_occupations (JgCoursesPage *self)
{
  g_autofree char *was = g_strdup (get_occupation (self));
  g_autoptr (GPtrArray) names =
      jg_course_lines_list_occupations (self->lines, jg_course_shelf_get_courses (self->shelf));
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (model, _ ("Every occupation"));
  for (guint i = 0; i < names->len; i++)
    {
      gtk_string_list_append (model, g_ptr_array_index (names, i));
      if (g_strcmp0 (was, g_ptr_array_index (names, i)) == 0)
        selected = i + 1;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->occupation, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->occupation, selected);
  jg_ui_name_drop_down (GTK_WIDGET (self->occupation), _ ("Courses for which occupation"));
  self->updating = FALSE;
}

static void
update_detail (JgCoursesPage *self)
{
  const char *trouble = jg_course_shelf_get_trouble (self->shelf);
  GtkWidget *child = self->empty;

  if (trouble != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (trouble, -1);

      adw_status_page_set_description (ADW_STATUS_PAGE (self->broken), escaped);
      child = self->broken;
    }
  else if (jg_course_shelf_get_courses (self->shelf)->len == 0)
    child = self->none;
  else if (jg_course_view_get_id (self->view) != NULL)
    child = GTK_WIDGET (self->view);
  gtk_stack_set_visible_child (self->stack, child);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "course.new", trouble == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "course.import", trouble == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "course.export", child != self->none);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "course.compare", child != self->none);
}

static void
shelf_changed_cb (JgCoursesPage *self)
{
  update_occupations (self);
  update_list (self);
  update_detail (self);
  g_signal_emit (self, signals[STEPS_CHANGED], 0);
}

static void
filter_changed_cb (JgCoursesPage *self)
{
  g_assert (JG_IS_COURSES_PAGE (self));

  if (self->session != NULL && !self->updating)
    update_list (self);
}

/* Enter opens the first. */
static void
activate_cb (JgCoursesPage *self)
{
  g_assert (JG_IS_COURSES_PAGE (self));

  jg_line_list_open_first (self->list);
}

static void
stop_search_cb (JgCoursesPage *self)
{
  g_assert (JG_IS_COURSES_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/**
 * jg_courses_page_complain:
 * @self: a page
 * @error: why nothing was kept
 *
 * Says why a change was not kept.
 */
void
jg_courses_page_complain (JgCoursesPage *self, const GError *error)
{
  jg_ui_show_error (GTK_WIDGET (self), _ ("This Was Not Kept"), error->message);
}

/**
 * jg_courses_page_offer_undo:
 * @self: a page
 * @text: plain text
 *
 * Says what was done to the courses, with a button that undoes it.
 */
void
jg_courses_page_offer_undo (JgCoursesPage *self, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (JG_IS_WINDOW (root))
    jg_window_offer_undo (JG_WINDOW (root), text);
}

typedef struct
{
  JgCoursesPage *page;
  char *id;
  gboolean close; /* the window */
} Leaving;

static void
leaving_free (gpointer data)
{
  g_free (((Leaving *) data)->id);
  g_free (data);
}

/**
 * jg_courses_page_show_now:
 * @self: a page
 * @id: (nullable): id of a course
 *
 * Shows a course, whatever was written at another one.
 */
void
jg_courses_page_show_now (JgCoursesPage *self, const char *id)
{
  jg_course_view_show (self->view, id);
  jg_course_shelf_end_edit (self->shelf);
  jg_line_list_set_current (self->list, id);
  update_detail (self);
  jg_page_show_detail (JG_PAGE (self));
}

static void
answered_cb (Leaving *leaving, const char *response)
{
  if (!g_str_equal (response, "discard"))
    return;
  jg_courses_page_show_now (leaving->page, leaving->id);
  if (leaving->close)
    gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (leaving->page))));
}

/* What stands at the fields and cannot be kept would be lost. */
static void
ask_to_leave (JgCoursesPage *self, const char *id, gboolean close)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _ ("Leave Without Keeping?"),
                                              _ ("What you wrote here is lost then."));
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->page = self;
  leaving->id = g_strdup (id);
  leaving->close = close;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Go On Writing"),
                                    "discard", _ ("Leave"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_object_set_data_full (G_OBJECT (dialog), "leaving", leaving, leaving_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), leaving);
  jg_ui_present_question (dialog);
}

static void
opened_cb (JgCoursesPage *self, JgLine *line)
{
  g_assert (JG_IS_COURSES_PAGE (self));

  jg_courses_page_show (self, jg_line_get_id (line));
}

/* Another program, such as jobguidectl, may have written the book meanwhile. */
static void
map_cb (JgCoursesPage *self)
{
  if (jg_course_view_flush (self->view))
    jg_course_shelf_refresh (self->shelf);
}

static AdwLeaflet *
jg_courses_page_leaflet (JgPage *page)
{
  return JG_COURSES_PAGE (page)->leaflet;
}

static void
jg_courses_page_focus_search (JgPage *page)
{
  jg_page_go_back (page);
  gtk_widget_grab_focus (JG_COURSES_PAGE (page)->entry);
}

static void
jg_courses_page_page_init (JgPageInterface *iface)
{
  iface->get_leaflet = jg_courses_page_leaflet;
  iface->focus_search = jg_courses_page_focus_search;
}

static void
jg_courses_page_dispose (GObject *object)
{
  JgCoursesPage *self = JG_COURSES_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->shelf);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (jg_courses_page_parent_class)->dispose (object);
}

static void
jg_courses_page_class_init (JgCoursesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_courses_page_dispose;
  signals[STEPS_CHANGED] = g_signal_new ("steps-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-courses-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JgCoursesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JgCoursesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, JgCoursesPage, state);
  gtk_widget_class_bind_template_child (widget_class, JgCoursesPage, occupation);
  gtk_widget_class_bind_template_child (widget_class, JgCoursesPage, status);
  gtk_widget_class_bind_template_child (widget_class, JgCoursesPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, JgCoursesPage, detail_bin);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  jg_courses_page_install_actions (widget_class);
}

static void
fill_states (JgCoursesPage *self)
{
  const char *const *states = jg_course_field_choices (JG_COURSE_STATE);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _ ("Every state"));
  for (guint i = 0; states[i] != NULL; i++)
    gtk_string_list_append (model, jg_course_field_choice_label (JG_COURSE_STATE, states[i]));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (model));
  jg_ui_name_drop_down (GTK_WIDGET (self->state), _ ("Courses in which state"));
}

static void
jg_courses_page_init (JgCoursesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = JG_LINE_LIST (jg_line_list_new (_ ("Courses")));
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
  fill_states (self);
}

static GtkWidget *
new_pill (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  jg_ui_set_name (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_none (void)
{
  GtkWidget *page = jg_ui_status_page (
      "x-office-presentation-symbolic", _ ("No Courses Yet"),
      _ ("Import the table that you have from Excel or WPS, or make one; then see which of the "
         "published tasks it covers and who may pay for it."));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), new_pill (_ ("Import a Table…"), "course.import"));
  gtk_box_append (GTK_BOX (buttons), new_pill (_ ("Make a Course"), "course.new"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (buttons), "suggested-action");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), buttons);
  return page;
}

/**
 * jg_courses_page_new:
 * @session: what the pages share
 *
 * Makes the page, filled with the user's courses.
 *
 * Returns: (transfer floating): the page
 */
JgCoursesPage *
jg_courses_page_new (JgSession *session)
{
  JgCoursesPage *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_COURSES_PAGE, NULL);
  self->session = g_object_ref (session);
  self->shelf = jg_course_shelf_new ();
  self->lines = jg_course_lines_new (session);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->empty = jg_ui_status_page ("x-office-presentation-symbolic", _ ("Choose a course"),
                                   _ ("What it teaches is set against the published tasks here."));
  self->none = new_none ();
  self->broken = jg_ui_status_page ("dialog-error-symbolic", _ ("The Courses Cannot Be Read"), "");
  self->view = JG_COURSE_VIEW (jg_course_view_new (session, self->shelf));
  gtk_stack_add_child (self->stack, self->empty);
  gtk_stack_add_child (self->stack, self->none);
  gtk_stack_add_child (self->stack, self->broken);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->view));
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->stack));
  jg_course_shelf_refresh (self->shelf);
  shelf_changed_cb (self);
  g_signal_connect_object (self->shelf, "changed", G_CALLBACK (shelf_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "catalogue-changed", G_CALLBACK (shelf_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "as-of-changed", G_CALLBACK (shelf_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  return self;
}

/**
 * jg_courses_page_get_leaflet:
 * @self: a page
 *
 * Gets the leaflet of list and detail.
 *
 * Returns: (transfer none): the leaflet
 */
AdwLeaflet *
jg_courses_page_get_leaflet (JgCoursesPage *self)
{
  g_return_val_if_fail (JG_IS_COURSES_PAGE (self), NULL);

  return self->leaflet;
}

/**
 * jg_courses_page_show:
 * @self: a page
 * @id: (nullable): id of a course
 *
 * Shows a course, once what was written at another one is kept or given up.
 */
void
jg_courses_page_show (JgCoursesPage *self, const char *id)
{
  g_return_if_fail (JG_IS_COURSES_PAGE (self));

  if (g_strcmp0 (id, jg_course_view_get_id (self->view)) == 0)
    jg_page_show_detail (JG_PAGE (self));
  else if (jg_course_view_flush (self->view))
    jg_courses_page_show_now (self, id);
  else
    ask_to_leave (self, id, FALSE);
}

/**
 * jg_courses_page_get_id:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): id of the course that is shown
 */
const char *
jg_courses_page_get_id (JgCoursesPage *self)
{
  g_return_val_if_fail (JG_IS_COURSES_PAGE (self), NULL);

  return jg_course_view_get_id (self->view);
}

/**
 * jg_courses_page_add:
 * @self: a page
 *
 * Adds a course that is a draft, to be written at.
 */
void
jg_courses_page_add (JgCoursesPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  JgCourse *course;

  g_return_if_fail (JG_IS_COURSES_PAGE (self));

  if (!jg_course_view_flush (self->view))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  course = jg_course_shelf_add (self->shelf, NULL, &error);
  if (course == NULL)
    {
      jg_courses_page_complain (self, error);
      return;
    }
  id = g_strdup (jg_course_get (course, JG_COURSE_ID));
  jg_courses_page_show_now (self, id);
  jg_course_view_focus_name (self->view);
}

/**
 * jg_courses_page_may_close:
 * @self: a page
 *
 * Keeps at once what was written. What cannot be kept is asked about; the window closes then if it may be lost.
 *
 * Returns: %TRUE when all of it is kept
 */
gboolean
jg_courses_page_may_close (JgCoursesPage *self)
{
  g_return_val_if_fail (JG_IS_COURSES_PAGE (self), TRUE);

  if (jg_course_view_flush (self->view))
    return TRUE;
  ask_to_leave (self, NULL, TRUE);
  return FALSE;
}

/**
 * jg_courses_page_end_edit:
 * @self: a page
 *
 * Whatever is written next is undone by itself.
 */
void
jg_courses_page_end_edit (JgCoursesPage *self)
{
  g_return_if_fail (JG_IS_COURSES_PAGE (self));

  jg_course_view_flush (self->view);
  jg_course_shelf_end_edit (self->shelf);
}

/**
 * jg_courses_page_can_undo:
 * @self: a page
 *
 * Returns: whether a change of the courses can be taken back
 */
gboolean
jg_courses_page_can_undo (JgCoursesPage *self)
{
  g_return_val_if_fail (JG_IS_COURSES_PAGE (self), FALSE);

  return jg_course_shelf_can_undo (self->shelf);
}

/**
 * jg_courses_page_can_redo:
 * @self: a page
 *
 * Returns: whether a change that was taken back can be made again
 */
gboolean
jg_courses_page_can_redo (JgCoursesPage *self)
{
  g_return_val_if_fail (JG_IS_COURSES_PAGE (self), FALSE);

  return jg_course_shelf_can_redo (self->shelf);
}

/**
 * jg_courses_page_undo:
 * @self: a page
 *
 * Takes the last change of the courses back.
 */
void
jg_courses_page_undo (JgCoursesPage *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (JG_IS_COURSES_PAGE (self));

  jg_course_view_flush (self->view);
  if (!jg_course_shelf_undo (self->shelf, &error))
    jg_courses_page_complain (self, error);
}

/**
 * jg_courses_page_redo:
 * @self: a page
 *
 * Makes the change again that was last taken back.
 */
void
jg_courses_page_redo (JgCoursesPage *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (JG_IS_COURSES_PAGE (self));

  jg_course_view_flush (self->view);
  if (!jg_course_shelf_redo (self->shelf, &error))
    jg_courses_page_complain (self, error);
}
