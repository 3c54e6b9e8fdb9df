/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-figures-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-ui.h"
#include "casework/jg-case-audit.h"
#include "casework/jg-case-statistics.h"
#include "jg-case-export-file.h"

/* Lines of one list; the table that is exported has all of them. */
#define MAX_LINES 15

enum
{
  PERIOD_THIS_MONTH,
  PERIOD_LAST_MONTH,
  PERIOD_THIS_YEAR,
  PERIOD_LAST_YEAR,
  PERIOD_OTHER,
};

struct _JgCaseFiguresDialog
{
  JgCaseDialog parent_instance;

  GtkWidget *period;
  GtkWidget *from;
  GtkWidget *to;
  GtkBox *table;

  JgCaseStatistics *statistics; /* NULL while the period is none */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgCaseFiguresDialog, jg_case_figures_dialog, JG_TYPE_CASE_DIALOG)

/* A line with its bar: the words, how often, and how much of the most frequent one that is. */
static void
add_line (GtkGrid *grid, int row, const char *words, guint n, guint most)
{
  GtkWidget *label = jg_ui_label (words, NULL);
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *figure = jg_ui_label (number, "numeric");
  GtkWidget *bar = gtk_progress_bar_new ();
  g_autofree char *name = g_strdup_printf ("%s：%u", words, n);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), most > 0 ? (double) n / most : 0);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 100, -1);
  jg_ui_set_name (bar, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  gtk_grid_attach (grid, figure, 2, row, 1, 1);
}

static GtkGrid *
add_grid (JgCaseFiguresDialog *self, const char *title)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "padded");
  gtk_box_append (self->table, jg_ui_label (title, "heading"));
  gtk_box_append (self->table, grid);
  return GTK_GRID (grid);
}

static void
add_counts (JgCaseFiguresDialog *self, const char *title, GPtrArray *counts)
{
  GtkGrid *grid;
  guint most = 0;

  if (counts->len == 0)
    return;
  grid = add_grid (self, title);
  for (guint i = 0; i < counts->len; i++)
    most = MAX (most, ((JgCaseCount *) g_ptr_array_index (counts, i))->n);
  for (guint i = 0; i < MIN (counts->len, MAX_LINES); i++)
    {
      const JgCaseCount *count = g_ptr_array_index (counts, i);

      add_line (grid, (int) i, count->label != NULL ? count->label : count->key, count->n, most);
    }
  if (counts->len > MAX_LINES)
    gtk_box_append (self->table,
                    jg_ui_label (_ ("The table that is exported has all lines."), "remark"));
}

static void
show (JgCaseFiguresDialog *self)
{
  const JgCaseStatistics *figures = self->statistics;
  GtkGrid *grid = add_grid (self, _ ("In the Period"));
  const guint most =
      MAX (MAX (figures->n_sessions, figures->n_contacts), MAX (figures->n_cases, figures->n_due));

  add_line (grid, 0, _ ("Sessions"), figures->n_sessions, most);
  add_line (grid, 1, _ ("People"), figures->n_cases, most);
  add_line (grid, 2, _ ("People who came for the first time"), figures->n_new, most);
  add_line (grid, 3, _ ("Contacts since"), figures->n_contacts, most);
  add_line (grid, 4, _ ("Follow-ups agreed"), figures->n_due, most);
  add_line (grid, 5, _ ("Follow-ups kept within a week"), figures->n_kept, most);
  add_counts (self, _ ("Sessions by Month"), figures->months);
  add_counts (self, _ ("Occupations Advised"), figures->occupations);
  add_counts (self, _ ("Groups of People"), figures->groups);
  add_counts (self, _ ("Measures Offered"), figures->measures);
}

static void
update (JgCaseFiguresDialog *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  JgCaseDesk *desk = jg_case_dialog_get_desk (dialog);
  g_autoptr (GError) error = NULL;

  if (self->updating || desk == NULL)
    return;
  jg_ui_clear (self->table);
  g_clear_pointer (&self->statistics, jg_case_statistics_free);
  self->statistics = jg_case_store_count (jg_case_dialog_get_store (dialog),
                                          gtk_editable_get_text (GTK_EDITABLE (self->from)),
                                          gtk_editable_get_text (GTK_EDITABLE (self->to)), &error);
  jg_case_dialog_set_ready (dialog, self->statistics != NULL);
  jg_case_dialog_set_error (dialog, error != NULL ? error->message : NULL);
  if (self->statistics == NULL)
    return;
  jg_case_statistics_label_all (self->statistics,
                                jg_session_get_catalogue (jg_case_desk_get_session (desk)));
  show (self);
}

static void
edited_cb (JgCaseFiguresDialog *self)
{
  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->period), PERIOD_OTHER);
  self->updating = FALSE;
  update (self);
}

static void
set_day (GtkWidget *entry, GDate *date)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
period_cb (JgCaseFiguresDialog *self)
{
  const guint period = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->period));
  const gboolean year = period == PERIOD_THIS_YEAR || period == PERIOD_LAST_YEAR;
  g_autoptr (GDate) first = g_date_new ();
  g_autoptr (GDate) last = g_date_new ();

  if (self->updating || period == PERIOD_OTHER)
    return;
  g_date_set_time_t (first, (time_t) (g_get_real_time () / G_USEC_PER_SEC));
  g_date_set_day (first, 1);
  if (year)
    g_date_set_month (first, G_DATE_JANUARY);
  if (period == PERIOD_LAST_MONTH)
    g_date_subtract_months (first, 1);
  if (period == PERIOD_LAST_YEAR)
    g_date_subtract_years (first, 1);
  *last = *first;
  g_date_add_months (last, year ? 12 : 1);
  g_date_subtract_days (last, 1);
  self->updating = TRUE;
  set_day (self->from, first);
  set_day (self->to, last);
  self->updating = FALSE;
  update (self);
}

static void
jg_case_figures_dialog_confirm (JgCaseDialog *dialog)
{
  JgCaseFiguresDialog *self = JG_CASE_FIGURES_DIALOG (dialog);
  g_autofree char *csv = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;

  if (self->statistics == NULL)
    return;
  /* What leaves the house is written down. */
  if (!jg_case_store_note (jg_case_dialog_get_store (dialog), JG_CASE_ACT_STATISTICS, 0, &error))
    {
      jg_case_dialog_set_error (dialog, error->message);
      return;
    }
  csv = jg_case_statistics_to_csv (self->statistics);
  name = g_strdup_printf ("statistics-%s-%s.csv", self->statistics->from, self->statistics->to);
  content = g_bytes_new (csv, strlen (csv));
  jg_case_export_file_save (GTK_WINDOW (self), _ ("Export the Table"), name, content);
}

static void
jg_case_figures_dialog_finalize (GObject *object)
{
  g_clear_pointer (&JG_CASE_FIGURES_DIALOG (object)->statistics, jg_case_statistics_free);

  G_OBJECT_CLASS (jg_case_figures_dialog_parent_class)->finalize (object);
}

static void
jg_case_figures_dialog_class_init (JgCaseFiguresDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_case_figures_dialog_finalize;
  JG_CASE_DIALOG_CLASS (klass)->confirm = jg_case_figures_dialog_confirm;
}

static void
jg_case_figures_dialog_init (JgCaseFiguresDialog *self)
{
}

static GtkWidget *
add_day (JgCaseFiguresDialog *self, const char *title)
{
  GtkWidget *entry = jg_case_dialog_add_entry (JG_CASE_DIALOG (self), title, NULL, FALSE);

  g_signal_connect_object (entry, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/**
 * jg_case_figures_dialog_new:
 * @near: a widget of the window it belongs to
 * @desk: a desk whose store is unlocked
 *
 * Makes the dialog with the figures of this year.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_case_figures_dialog_new (GtkWidget *near, JgCaseDesk *desk)
{
  const char *const periods[] = { _ ("This month"), _ ("Last month"), _ ("This year"),
                                  _ ("Last year"),  _ ("Other"),      NULL };
  JgCaseFiguresDialog *self;
  JgCaseDialog *dialog;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_FIGURES_DIALOG, "default-height", 720, NULL);
  dialog = JG_CASE_DIALOG (self);
  jg_case_dialog_set_up (dialog, near, desk, _ ("Statistics"), _ ("Export CSV…"));
  jg_case_dialog_close_on_lock (dialog);
  self->period = gtk_drop_down_new_from_strings (periods);
  jg_ui_field (jg_case_dialog_get_content (dialog), _ ("Period"), self->period);
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (period_cb), self,
                           G_CONNECT_SWAPPED);
  self->from = add_day (self, _ ("First day (YYYY-MM-DD)"));
  self->to = add_day (self, _ ("Last day (YYYY-MM-DD)"));
  self->table = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_box_append (jg_case_dialog_get_content (dialog), GTK_WIDGET (self->table));
  jg_case_dialog_add_text (dialog,
                           _ ("Nobody’s name is counted. Cases that were deleted are not in "
                              "it."));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->period), PERIOD_THIS_YEAR);
  return GTK_WIDGET (self);
}
