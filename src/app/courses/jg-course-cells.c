/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-cells.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../occupations/jg-task-label.h"
#include "courses/jg-course-cell.h"

#define CELL_WIDTH 140

typedef struct
{
  GtkWidget *check;
  GtkWidget *hours;
  gboolean pending; /* written at, and not kept yet */
  gboolean good;    /* what was written at last can be kept */
} Cell;

typedef struct
{
  GtkLabel *none; /* that no module has hours for it */
  GtkLabel *error;
} Row;

struct _JgCourseCells
{
  AdwBin parent_instance;

  GtkBox *box;
  char *occupation; /* id of the one whose tasks are shown, or NULL */
  GPtrArray *names; /* (element-type utf8): of the modules as shown */
  GPtrArray *tasks; /* (element-type utf8): sentences */
  GArray *cells;    /* (element-type Cell): task by task */
  GArray *rows;     /* (element-type Row) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgCourseCells, jg_course_cells, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Cell *
get_cell (JgCourseCells *self, guint module, guint task)
{
  return &g_array_index (self->cells, Cell, task * self->names->len + module);
}

static void
note_edit (JgCourseCells *self, guint index)
{
  g_autofree char *key = g_strdup_printf ("cell %u", index);

  g_array_index (self->cells, Cell, index).pending = TRUE;
  g_array_index (self->cells, Cell, index).good = FALSE;
  g_signal_emit (self, signals[EDITED], 0, key);
}

static guint
get_index (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index"));
}

/* Hours make the module teach the task; no longer teaching it takes the hours away. */
static void
hours_changed_cb (JgCourseCells *self, GtkWidget *entry)
{
  Cell *cell;

  if (self->updating)
    return;
  cell = &g_array_index (self->cells, Cell, get_index (entry));
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    {
      self->updating = TRUE;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (cell->check), TRUE);
      self->updating = FALSE;
    }
  note_edit (self, get_index (entry));
}

static void
toggled_cb (JgCourseCells *self, GtkWidget *check)
{
  Cell *cell;

  if (self->updating)
    return;
  cell = &g_array_index (self->cells, Cell, get_index (check));
  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
    {
      self->updating = TRUE;
      jg_ui_fill_entry (cell->hours, NULL);
      self->updating = FALSE;
    }
  note_edit (self, get_index (check));
}

static GtkWidget *
new_cell (JgCourseCells *self, const JgCourseModule *module, guint number, guint task)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (module->name);
  g_autofree char *check_name =
      g_strdup_printf (_ ("Module %u, %s, teaches task %u"), number + 1, module->name, task + 1);
  g_autofree char *hours_name =
      g_strdup_printf (_ ("Hours of module %u for task %u"), number + 1, task + 1);
  Cell cell = { 0 };

  cell.check = gtk_check_button_new ();
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, module->name);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (cell.check), label);
  jg_ui_set_name (cell.check, check_name);
  cell.hours = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (cell.hours), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell.hours), 8);
  jg_ui_set_name (cell.hours, hours_name);
  gtk_widget_set_size_request (box, CELL_WIDTH, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_set_data (G_OBJECT (cell.check), "index", GUINT_TO_POINTER (self->cells->len));
  g_object_set_data (G_OBJECT (cell.hours), "index", GUINT_TO_POINTER (self->cells->len));
  gtk_box_append (GTK_BOX (box), cell.check);
  gtk_box_append (GTK_BOX (box), cell.hours);
  g_signal_connect_object (cell.check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell.hours, "changed", G_CALLBACK (hours_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_array_append_val (self->cells, cell);
  return box;
}

static void
add_row (JgCourseCells *self, const JgCourseCoverage *coverage, guint task)
{
  const char *text = g_ptr_array_index (coverage->occupation->tasks, task);
  g_autofree char *spoken = g_strdup_printf (_ ("Task %u"), task + 1);
  GtkBox *card = GTK_BOX (jg_ui_card (self->box));
  GtkWidget *flow;
  Row row;

  g_ptr_array_add (self->tasks, g_strdup (text));
  gtk_box_append (card, jg_task_label_new (task + 1, text, NULL, spoken));
  row.none = GTK_LABEL (jg_ui_label (_ ("no hours"), "warning"));
  gtk_box_append (card, GTK_WIDGET (row.none));
  flow = jg_ui_flow (card);
  for (guint i = 0; i < coverage->n_modules; i++)
    gtk_box_append (GTK_BOX (flow),
                    new_cell (self, g_ptr_array_index (coverage->course->modules, i), i, task));
  row.error = GTK_LABEL (jg_ui_label ("", "error"));
  gtk_widget_set_visible (GTK_WIDGET (row.error), FALSE);
  gtk_box_append (card, GTK_WIDGET (row.error));
  g_array_append_val (self->rows, row);
}

static gboolean
is_built_for (JgCourseCells *self, const JgCourseCoverage *coverage)
{
  if (g_strcmp0 (self->occupation, coverage->occupation->id) != 0 ||
      self->tasks->len != coverage->n_tasks || self->names->len != coverage->n_modules)
    return FALSE;
  for (guint i = 0; i < coverage->n_modules; i++)
    if (!g_str_equal (g_ptr_array_index (self->names, i),
                      ((JgCourseModule *) g_ptr_array_index (coverage->course->modules, i))->name))
      return FALSE;
  return TRUE;
}

static void
clear (JgCourseCells *self)
{
  jg_ui_clear (self->box);
  g_clear_pointer (&self->occupation, g_free);
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->tasks, 0);
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->rows, 0);
}

static void
build (JgCourseCells *self, const JgCourseCoverage *coverage)
{
  GtkWidget *heading;

  clear (self);
  self->occupation = g_strdup (coverage->occupation->id);
  for (guint i = 0; i < coverage->n_modules; i++)
    g_ptr_array_add (
        self->names,
        g_strdup (((JgCourseModule *) g_ptr_array_index (coverage->course->modules, i))->name));
  if (coverage->n_tasks == 0)
    return;
  heading = jg_ui_section (
      self->box, _ ("Modules and Published Tasks"),
      _ ("Tick the modules that teach a task. Hours may be written; what a module has left goes in "
         "equal parts to its ticked tasks without hours."));
  gtk_widget_set_margin_top (heading, 6);
  for (guint task = 0; task < coverage->n_tasks; task++)
    add_row (self, coverage, task);
}

static void
show_cell (Cell *cell, const JgCourseCell *value, const JgCourseModule *module, const char *task)
{
  const JgCourseLink *link = jg_course_module_find_link (module, task);
  g_autofree char *hours = link != NULL ? jg_course_hours_dup (link->hours) : NULL;
  g_autofree char *hint = NULL;

  if (value->shared && value->hours > 0)
    hint = g_strdup_printf (_ ("%.1f, an equal part"), value->hours);
  else if (value->refused)
    hint = g_strdup (_ ("refused"));
  g_object_set (cell->hours, "placeholder-text", hint != NULL ? hint : "", NULL);
  if (cell->pending)
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (cell->check), value->accepted);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (cell->hours)), hours != NULL ? hours : "") !=
      0)
    jg_ui_fill_entry (cell->hours, hours);
}

static void
jg_course_cells_finalize (GObject *object)
{
  JgCourseCells *self = JG_COURSE_CELLS (object);

  g_free (self->occupation);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->tasks);
  g_array_unref (self->cells);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (jg_course_cells_parent_class)->finalize (object);
}

static void
jg_course_cells_class_init (JgCourseCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_course_cells_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jg_course_cells_init (JgCourseCells *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->tasks = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * jg_course_cells_new:
 *
 * Makes the cells, of no course yet.
 *
 * Returns: (transfer floating): the cells
 */
GtkWidget *
jg_course_cells_new (void)
{
  return g_object_new (JG_TYPE_COURSE_CELLS, NULL);
}

/**
 * jg_course_cells_show:
 * @self: the cells
 * @coverage: (nullable): what to show; %NULL: nothing
 *
 * Shows a coverage. Widgets stay where they are as long as modules and tasks are the same, so that the keyboard does too.
 */
void
jg_course_cells_show (JgCourseCells *self, const JgCourseCoverage *coverage)
{
  g_return_if_fail (JG_IS_COURSE_CELLS (self));

  self->updating = TRUE;
  if (coverage == NULL)
    clear (self);
  else if (!is_built_for (self, coverage))
    build (self, coverage);
  for (guint task = 0; coverage != NULL && task < coverage->n_tasks; task++)
    {
      gtk_widget_set_visible (GTK_WIDGET (g_array_index (self->rows, Row, task).none),
                              !(coverage->task_hours[task] > 0));
      for (guint i = 0; i < coverage->n_modules; i++)
        show_cell (get_cell (self, i, task), jg_course_coverage_get_cell (coverage, i, task),
                   g_ptr_array_index (coverage->course->modules, i),
                   g_ptr_array_index (self->tasks, task));
    }
  self->updating = FALSE;
}

/* FALSE: what is written cannot be kept. */
static gboolean
read_cell (Cell *cell, JgCourseModule *module, const char *task, GError **error)
{
  g_autofree char *text = jg_course_cell_tidy (gtk_editable_get_text (GTK_EDITABLE (cell->hours)));
  const JgCourseLink *link = jg_course_module_find_link (module, task);
  int halves = JG_COURSE_NO_HOURS;

  if (text != NULL)
    {
      halves = jg_course_cell_read_hours (text, error);
      if (halves == JG_COURSE_NO_HOURS)
        return FALSE;
    }
  cell->good = TRUE;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (cell->check)))
    jg_course_module_decide (module, task, TRUE, halves);
  else if (link != NULL && link->accepted)
    jg_course_module_forget (module, task);
  return TRUE;
}

/**
 * jg_course_cells_read:
 * @self: the cells
 * @course: a course that may be changed, with the modules that were shown
 *
 * Writes into a course the cells that were written at. What cannot be kept is said below its task.
 *
 * Returns: whether all of it can be kept
 */
gboolean
jg_course_cells_read (JgCourseCells *self, JgCourse *course)
{
  gboolean good = TRUE;

  g_return_val_if_fail (JG_IS_COURSE_CELLS (self), FALSE);
  g_return_val_if_fail (course != NULL, FALSE);

  for (guint task = 0; task < self->tasks->len; task++)
    {
      GtkLabel *label = g_array_index (self->rows, Row, task).error;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < MIN (self->names->len, course->modules->len); i++)
        if (get_cell (self, i, task)->pending && error == NULL)
          read_cell (get_cell (self, i, task), g_ptr_array_index (course->modules, i),
                     g_ptr_array_index (self->tasks, task), &error);
      gtk_label_set_text (label, error != NULL ? error->message : "");
      gtk_widget_set_visible (GTK_WIDGET (label), error != NULL);
      good = good && error == NULL;
    }
  return good;
}

/**
 * jg_course_cells_settle:
 * @self: the cells
 *
 * What jg_course_cells_read() wrote is kept: from now on the cells follow the course again.
 */
void
jg_course_cells_settle (JgCourseCells *self)
{
  g_return_if_fail (JG_IS_COURSE_CELLS (self));

  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, Cell, i).good)
      g_array_index (self->cells, Cell, i).pending = FALSE;
}

/**
 * jg_course_cells_forget:
 * @self: the cells
 *
 * Whatever was written at a cell and is not kept yet does not count any more.
 */
void
jg_course_cells_forget (JgCourseCells *self)
{
  g_return_if_fail (JG_IS_COURSE_CELLS (self));

  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, Cell, i).pending = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (GTK_WIDGET (g_array_index (self->rows, Row, i).error), FALSE);
}
