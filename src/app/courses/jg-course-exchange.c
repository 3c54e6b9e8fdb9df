/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-exchange.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../jg-window.h"
#include "courses/jg-course-export.h"
#include "jg-course-preview.h"

/* One import, from the question for a file until it is done or given up. */
typedef struct
{
  GtkWidget *near;
  JgSession *session;
  JgCourseShelf *shelf;
  JgCourseImportedFunc imported;
  gpointer data;
} Import;

static void
import_free (Import *import)
{
  g_object_unref (import->near);
  g_object_unref (import->session);
  g_object_unref (import->shelf);
  g_free (import);
}

static void
complain (Import *import, const GError *error)
{
  jg_ui_show_error (import->near, _ ("Nothing Was Imported"), error->message);
}

static void
agreed_cb (JgCourseImport *looked_at, gpointer data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;

  if (looked_at == NULL)
    {
      import_free (import);
      return;
    }
  if (jg_course_shelf_import (import->shelf, looked_at, &error))
    import->imported (looked_at, import->data);
  else
    complain (import, error);
  import_free (import);
}

static void
look_at (Import *import, JgCourseImport *looked_at, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (import->near);

  if (looked_at == NULL)
    {
      complain (import, error);
      import_free (import);
      return;
    }
  jg_course_preview_ask (GTK_WINDOW (root), looked_at, agreed_cb, import);
}

/* A table may take a while, for a program of its own reads it; nothing of ours is touched meanwhile. */
static void
read_table (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  JgTable *table = jg_table_new_from_file (path, cancellable, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) jg_table_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
table_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JgTable) table = g_task_propagate_pointer (G_TASK (result), &error);
  JgCourseImport *looked_at = NULL;

  if (table != NULL)
    looked_at = jg_course_import_new (table, jg_session_get_catalogue (import->session),
                                      jg_course_shelf_get_book (import->shelf), &error);
  look_at (import, looked_at, error);
}

static void
read_file (Import *import, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (g_str_has_suffix (path, ".json"))
    {
      JgCourseImport *looked_at =
          jg_course_import_new_from_file (path, jg_session_get_catalogue (import->session),
                                          jg_course_shelf_get_book (import->shelf), NULL, &error);

      look_at (import, looked_at, error);
    }
  else
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, table_read_cb, import);

      g_task_set_task_data (task, g_strdup (path), g_free);
      g_task_run_in_thread (task, read_table);
    }
}

static void
import_chosen_cb (GtkNativeDialog *dialog, int response, Import *import)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    read_file (import, path);
  else
    import_free (import);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
new_chooser (GtkWidget *near, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, GTK_WINDOW (gtk_widget_get_root (near)), action, accept, _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}

/**
 * jg_course_exchange_import:
 * @near: a widget of the window
 * @session: what the pages share
 * @shelf: the courses
 * @imported: called with what was imported, once it is on the disk
 * @data: for @imported
 *
 * Asks for a table or a file of courses, shows what it would bring or what is wrong with which cell, and imports it whole when
 * somebody agrees. Whatever goes wrong is said in a dialog.
 */
void
jg_course_exchange_import (GtkWidget *near,
                           JgSession *session,
                           JgCourseShelf *shelf,
                           JgCourseImportedFunc imported,
                           gpointer data)
{
  static const char *const suffixes[] = { "csv", "txt", "tsv", "xlsx", "json" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog;
  Import *import;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (JG_IS_SESSION (session) && JG_IS_COURSE_SHELF (shelf));

  import = g_new0 (Import, 1);
  import->near = g_object_ref (near);
  import->session = g_object_ref (session);
  import->shelf = g_object_ref (shelf);
  import->imported = imported;
  import->data = data;
  dialog = new_chooser (near, _ ("Import Courses"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"));
  gtk_file_filter_set_name (filter, _ ("Tables and files of courses"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  /* Both released in the callback. */
  g_signal_connect (dialog, "response", G_CALLBACK (import_chosen_cb), import);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
export_chosen_cb (GtkNativeDialog *dialog, int response, GPtrArray *courses)
{
  GtkWidget *near = g_object_get_data (G_OBJECT (dialog), "near");
  GtkRoot *root = gtk_widget_get_root (near);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && !jg_course_export (courses, path, &error))
    jg_ui_show_error (near, _ ("This Was Not Written"), error->message);
  else if (path != NULL && JG_IS_WINDOW (root))
    {
      g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), path);

      jg_window_show_toast (JG_WINDOW (root), text);
    }
  g_object_unref (dialog);
}

/**
 * jg_course_exchange_export:
 * @near: a widget of the window
 * @courses: (element-type JgCourse): at least one course
 *
 * Asks for a place and writes courses there: as XLSX, CSV or JSON, by the ending of the name. Whatever goes wrong is said in a
 * dialog.
 */
void
jg_course_exchange_export (GtkWidget *near, GPtrArray *courses)
{
  static const struct
  {
    const char *suffix;
    const char *name;
  } kinds[] = {
    { "xlsx", N_ ("Excel tables (.xlsx)") },
    { "csv", N_ ("Tables as text (.csv)") },
    { "json", N_ ("Files of courses (.json)") },
  };
  GtkFileChooserNative *dialog;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (courses != NULL && courses->len > 0);

  dialog = new_chooser (near, _ ("Export Courses"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (kinds[i].name));
      gtk_file_filter_add_suffix (filter, kinds[i].suffix);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  name = g_strdup_printf (
      "%s.xlsx", courses->len == 1 ? jg_course_get (g_ptr_array_index (courses, 0), JG_COURSE_NAME)
                                   : _ ("courses"));
  /* A stroke would be read as a folder. */
  g_strdelimit (name, "/\n", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data_full (G_OBJECT (dialog), "near", g_object_ref (near), g_object_unref);
  /* Released in the callback. */
  g_signal_connect_data (dialog, "response", G_CALLBACK (export_chosen_cb),
                         g_ptr_array_ref (courses), (GClosureNotify) g_ptr_array_unref, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
