/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-preview.h"

#include <glib/gi18n.h>

#include "../jg-line-list.h"
#include "../jg-ui.h"

struct _JgCoursePreview
{
  AdwWindow parent_instance;

  JgCourseImport *import;
  JgCourseAgreedFunc agreed; /* NULL once it was called */
  gpointer data;
};

G_DEFINE_FINAL_TYPE (JgCoursePreview, jg_course_preview, ADW_TYPE_WINDOW)

static void
answer (JgCoursePreview *self, gboolean yes)
{
  JgCourseAgreedFunc agreed = self->agreed;

  self->agreed = NULL;
  if (agreed != NULL)
    agreed (yes ? self->import : NULL, self->data);
}

static void
import_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  answer (JG_COURSE_PREVIEW (widget), TRUE);
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
jg_course_preview_close_request (GtkWindow *window)
{
  answer (JG_COURSE_PREVIEW (window), FALSE);
  return GTK_WINDOW_CLASS (jg_course_preview_parent_class)->close_request (window);
}

static const char *
get_news (JgCourseNews news)
{
  switch (news)
    {
    case JG_COURSE_NEW:
      return C_ ("course", "new");
    case JG_COURSE_CHANGED:
      return C_ ("course", "changed");
    case JG_COURSE_SAME:
    default:
      return C_ ("course", "the same");
    }
}

static JgLine *
make_row (const JgCourseRow *row)
{
  const char *occupation = jg_course_get (row->course, JG_COURSE_OCCUPATION);
  g_autofree char *hours = jg_course_hours_dup (jg_course_get_hours (row->course, JG_COURSE_HOURS));
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->row > 0)
    g_string_append_printf (text, _ ("Row %u · "), row->row);
  g_string_append_printf (text, _ ("%s · hours: %s · modules: %u"),
                          occupation != NULL ? occupation : _ ("no occupation"),
                          hours != NULL ? hours : _ ("not written"), row->course->modules->len);
  for (guint i = 0; i < row->changes->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (row->changes, i));
  return jg_line_new (JG_LINE_ITEM, NULL, jg_course_get (row->course, JG_COURSE_NAME), text->str,
                      get_news (row->news));
}

static GPtrArray *
make_lines (const JgCourseImport *import, const char *name)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < import->problems->len; i++)
    {
      g_autofree char *words =
          jg_course_problem_dup_words (g_ptr_array_index (import->problems, i), name);

      g_ptr_array_add (lines, jg_line_new (JG_LINE_ITEM, NULL, words, NULL, NULL));
    }
  for (guint i = 0; import->problems->len == 0 && i < import->rows->len; i++)
    g_ptr_array_add (lines, make_row (g_ptr_array_index (import->rows, i)));
  return lines;
}

static char *
dup_summary (const JgCourseImport *import)
{
  const guint n = import->problems->len + import->n_more_problems;

  if (n > 0)
    return g_strdup_printf (ngettext ("%u place has to be corrected in the file first. Nothing is "
                                      "imported.",
                                      "%u places have to be corrected in the file first. Nothing "
                                      "is imported.",
                                      n),
                            n);
  return g_strdup_printf (_ ("New: %u. Changed: %u. The same as here: %u."),
                          jg_course_import_count (import, JG_COURSE_NEW),
                          jg_course_import_count (import, JG_COURSE_CHANGED),
                          jg_course_import_count (import, JG_COURSE_SAME));
}

static void
jg_course_preview_finalize (GObject *object)
{
  JgCoursePreview *self = JG_COURSE_PREVIEW (object);

  answer (self, FALSE);
  jg_course_import_free (self->import);

  G_OBJECT_CLASS (jg_course_preview_parent_class)->finalize (object);
}

static void
jg_course_preview_class_init (JgCoursePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jg_course_preview_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = jg_course_preview_close_request;
  gtk_widget_class_install_action (widget_class, "preview.import", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jg_course_preview_init (JgCoursePreview *self)
{
}

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  jg_ui_set_name (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
build (JgCoursePreview *self)
{
  const JgCourseImport *import = self->import;
  const gboolean good = import->problems->len == 0;
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *list = jg_line_list_new (good ? _ ("What the file brings") : _ ("What is wrong"));
  GtkWidget *cancel = new_button (_ ("Cancel"), "window.close");
  GtkWidget *agree = new_button (_ ("Import"), "preview.import");
  g_autofree char *summary = dup_summary (import);
  /* Where the file lies is known to whoever chose it. */
  g_autofree char *name = g_path_get_basename (import->name);
  g_autoptr (GPtrArray) lines = make_lines (import, name);

  gtk_widget_add_css_class (agree, "suggested-action");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.import",
                                 good && import->rows->len > 0);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), agree);
  gtk_box_append (box, bar);
  gtk_widget_add_css_class (GTK_WIDGET (head), "padded");
  gtk_box_append (head, jg_ui_label (name, "heading"));
  gtk_box_append (head, jg_ui_label (summary, good ? NULL : "error"));
  for (guint i = 0; i < import->notes->len; i++)
    gtk_box_append (head, jg_ui_label (g_ptr_array_index (import->notes, i), "remark"));
  gtk_box_append (box, GTK_WIDGET (head));
  jg_line_list_set_lines (JG_LINE_LIST (list), lines);
  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (box, list);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (box));
  gtk_window_set_focus (GTK_WINDOW (self), good ? agree : cancel);
}

/**
 * jg_course_preview_ask:
 * @parent: the window it concerns
 * @import: (transfer full): what was looked at
 * @agreed: called once: with @import when somebody agrees, else with %NULL
 * @data: for @agreed
 *
 * Shows what an import would bring and asks whether to do it. What has a wrong cell can only be closed.
 */
void
jg_course_preview_ask (GtkWindow *parent,
                       JgCourseImport *import,
                       JgCourseAgreedFunc agreed,
                       gpointer data)
{
  JgCoursePreview *self;

  g_return_if_fail (import != NULL && agreed != NULL);

  self = g_object_new (JG_TYPE_COURSE_PREVIEW, "title", _ ("Import Courses"), "modal", TRUE,
                       "transient-for", parent, "default-width", 680, "default-height", 640,
                       "width-request", 340, NULL);
  self->import = import;
  self->agreed = agreed;
  self->data = data;
  build (self);
  gtk_window_present (GTK_WINDOW (self));
}
