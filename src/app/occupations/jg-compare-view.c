/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-compare-view.h"

#include <glib/gi18n.h>

#include "../jg-columns.h"
#include "../jg-ui.h"
#include "guidance/jg-occupation-words.h"
#include "jg-occupation-parts.h"
#include "jg-task-label.h"

#define MAX_WIDTH 1800

struct _JgCompareView
{
  AdwBin parent_instance;

  JgSession *session;
  JgCompare *compare; /* what is shown, or NULL */
  GtkBox *head;       /* names that stay in sight */
  GtkWidget *around;  /* the page that is scrolled */
  GtkBox *box;
  GtkWidget *cards; /* names with their buttons, at the top */
  GtkWidget *scroller;
  char *focus; /* name of the button that has to have the keyboard after an update, or NULL */
};

G_DEFINE_FINAL_TYPE (JgCompareView, jg_compare_view, ADW_TYPE_BIN)

typedef GtkWidget *(*MakeCell) (JgCompareView *self, guint column, gconstpointer data);

static JgOccupation *
get_occupation (JgCompareView *self, guint column)
{
  return g_ptr_array_index (self->compare->occupations, column);
}

static void
add_row (JgCompareView *self, GtkBox *box, MakeCell make_cell, gconstpointer data)
{
  GtkWidget *row = jg_columns_new (FALSE);

  for (guint i = 0; i < self->compare->occupations->len; i++)
    jg_columns_append (JG_COLUMNS (row), get_occupation (self, i)->name, make_cell (self, i, data));
  gtk_box_append (box, row);
}

static GtkWidget *
make_codes (JgCompareView *self, guint column, gconstpointer data)
{
  JgOccupation *occupation = get_occupation (self, column);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *code = jg_ui_dup_code (occupation->code, occupation->edition);

  if (occupation->codes->len == 0)
    gtk_box_append (GTK_BOX (cell), jg_ui_verbatim (code));
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      g_autofree char *text =
          jg_occupation_dup_code_text (occupation, g_ptr_array_index (occupation->codes, i));

      gtk_box_append (GTK_BOX (cell), jg_ui_verbatim (text));
    }
  return cell;
}

static GtkWidget *
make_classes (JgCompareView *self, guint column, gconstpointer data)
{
  JgOccupation *occupation = get_occupation (self, column);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *note = NULL;

  if (occupation->classes->len == 0)
    gtk_box_append (GTK_BOX (cell), jg_ui_label (_ ("None"), "remark"));
  for (guint i = 0; i < occupation->classes->len; i++)
    {
      const JgOccupationClass *class = g_ptr_array_index (occupation->classes, i);
      g_autofree char *text = g_strdup_printf ("%s %s", class->code, class->name);

      gtk_box_append (GTK_BOX (cell), jg_ui_label (text, NULL));
      if (note == NULL)
        note = jg_ui_provenance_note (class->provenance);
    }
  if (note != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Class names: %s"), note);

      gtk_box_append (GTK_BOX (cell), jg_ui_label (text, "remark"));
    }
  return cell;
}

static GtkWidget *
make_marks (JgCompareView *self, guint column, gconstpointer data)
{
  JgOccupation *occupation = get_occupation (self, column);
  g_autofree char *words = NULL;

  if (occupation->marks == NULL || occupation->marks[0] == NULL)
    return jg_ui_label (_ ("None"), "remark");
  words = g_strjoinv ("、", occupation->marks);
  return jg_ui_label (words, NULL);
}

static GtkWidget *
make_definition (JgCompareView *self, guint column, gconstpointer data)
{
  JgOccupation *occupation = get_occupation (self, column);
  GtkWidget *label;

  if (occupation->definition == NULL)
    return jg_ui_label (jg_occupation_get_no_definition (occupation), "remark");
  label = jg_ui_verbatim (occupation->definition);
  gtk_widget_add_css_class (label, "quoted");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

/* A task with its number, the mark of one that no other is like, and what the person can do of it. */
static GtkWidget *
make_task (JgCompareView *self, guint column, guint task, const GArray *spans)
{
  JgOccupation *occupation = get_occupation (self, column);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *said = jg_compare_get_said (self->compare, column, task);
  g_autofree char *spoken =
      spans != NULL ? g_strdup_printf (_ ("%s, task %u"), occupation->name, task)
                    : g_strdup_printf (_ ("%s, task %u, only here"), occupation->name, task);

  gtk_widget_set_valign (cell, GTK_ALIGN_START);
  gtk_widget_add_css_class (cell, "quoted");
  if (spans == NULL)
    {
      GtkWidget *tag = jg_ui_label (_ ("Only here"), "caption");

      gtk_widget_add_css_class (tag, "tag");
      gtk_widget_set_halign (tag, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (cell), tag);
    }
  gtk_box_append (
      GTK_BOX (cell),
      jg_task_label_new (task, g_ptr_array_index (occupation->tasks, task - 1), spans, spoken));
  if (said != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("✓ The person said “%s”"), said);

      gtk_box_append (GTK_BOX (cell), jg_ui_label (words, "can-do"));
    }
  return cell;
}

static GtkWidget *
make_alike (JgCompareView *self, guint column, gconstpointer data)
{
  const JgCompareRow *row = data;

  if (row->tasks[column] == 0)
    return jg_ui_label (_ ("Nothing like it"), "remark");
  return make_task (self, column, row->tasks[column], row->spans[column]);
}

static GtkWidget *
make_own (JgCompareView *self, guint column, gconstpointer data)
{
  const GArray *own = self->compare->own[column];
  GtkWidget *cell;

  if (get_occupation (self, column)->tasks->len == 0)
    return jg_ui_label (_ ("No tasks are printed."), "remark");
  if (own->len == 0)
    return jg_ui_label (_ ("None: all tasks have one like them."), "remark");
  cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  for (guint i = 0; i < own->len; i++)
    gtk_box_append (GTK_BOX (cell), make_task (self, column, g_array_index (own, guint, i), NULL));
  return cell;
}

static GtkWidget *
make_work_types (JgCompareView *self, guint column, gconstpointer data)
{
  JgOccupation *occupation = get_occupation (self, column);
  GtkWidget *cell;

  if (occupation->work_types->len == 0)
    return jg_ui_label (_ ("None listed"), "remark");
  cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      g_autofree char *text =
          jg_occupation_dup_work_type_text (g_ptr_array_index (occupation->work_types, i));

      gtk_box_append (GTK_BOX (cell), jg_ui_verbatim (text));
    }
  return cell;
}

static GtkWidget *
make_measures (JgCompareView *self, guint column, gconstpointer data)
{
  guint n_any;
  guint n = jg_occupation_words_count_measures (get_occupation (self, column), &n_any);
  g_autofree char *text = g_strdup_printf (
      _ ("%u point to it in their text, %u more hold for any occupation"), n, n_any);

  return jg_ui_label (text, NULL);
}

static GtkWidget *
make_sources (JgCompareView *self, guint column, gconstpointer data)
{
  JgOccupation *occupation = get_occupation (self, column);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (occupation->sources->len == 0)
    gtk_box_append (GTK_BOX (cell), jg_ui_label (_ ("None"), "remark"));
  for (guint i = 0; i < occupation->sources->len; i++)
    {
      const JgCitation *source = g_ptr_array_index (occupation->sources, i);

      jg_occupation_add_document_link (GTK_BOX (cell), self->session, source->document,
                                       source->clause, source->line, source->quote);
    }
  return cell;
}

static void
add_section (JgCompareView *self, const char *title, const char *note, MakeCell make_cell)
{
  GtkWidget *section = jg_ui_section (self->box, title, note);

  add_row (self, GTK_BOX (section), make_cell, NULL);
}

static gboolean
has_marks (JgCompareView *self)
{
  for (guint i = 0; i < self->compare->occupations->len; i++)
    if (get_occupation (self, i)->marks != NULL && get_occupation (self, i)->marks[0] != NULL)
      return TRUE;
  return FALSE;
}

static void
add_alike (JgCompareView *self)
{
  GPtrArray *rows = self->compare->alike;
  g_autofree char *title = g_strdup_printf (_ ("Tasks that are alike (%u)"), rows->len);
  GtkWidget *section = jg_ui_section (
      self->box, title,
      rows->len > 0
          ? _ ("Sentences side by side are alike; the words they share are bold. JobGuide "
               "compared them, the notices do not say so.")
          : _ ("JobGuide compared every sentence and found none that are alike."));

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_add_css_class (line, "compare-row");
      gtk_box_append (GTK_BOX (section), line);
      add_row (self, GTK_BOX (line), make_alike, g_ptr_array_index (rows, i));
    }
}

static void
add_compare (JgCompareView *self)
{
  GtkWidget *names = jg_columns_new (TRUE);

  for (guint i = 0; i < self->compare->occupations->len; i++)
    {
      GtkWidget *name = jg_ui_label (get_occupation (self, i)->name, "heading");

      gtk_widget_add_css_class (name, "compare-name");
      jg_columns_append (JG_COLUMNS (names), NULL, name);
    }
  gtk_box_append (self->head, names);

  add_section (self, _ ("Definition"), NULL, make_definition);
  add_alike (self);
  add_section (self, _ ("Tasks of one only"),
               _ ("What stands side by side here has nothing in common."), make_own);
  add_section (self, _ ("Work types"), NULL, make_work_types);
  add_section (self, _ ("Codes by edition"), NULL, make_codes);
  add_section (self, _ ("Class"), NULL, make_classes);
  if (has_marks (self))
    add_section (self, _ ("Mark"), NULL, make_marks);
  add_section (self, _ ("Support measures"), NULL, make_measures);
  add_section (self, _ ("Where this stands"), NULL, make_sources);
}

static void
remember_focus_cb (JgCompareView *self, GtkWidget *button)
{
  g_free (self->focus);
  self->focus = g_strdup (g_object_get_data (G_OBJECT (button), "focus"));
}

/* A button that moves or removes a column; the keyboard stays with it although the row is made anew. */
static void
add_button (JgCompareView *self,
            GtkBox *row,
            const char *icon,
            const char *name,
            const char *action,
            GVariant *target,
            const char *focus)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  jg_ui_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "focus", g_strdup (focus), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remember_focus_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (row, button);
  if (self->focus != NULL && g_str_equal (focus, self->focus))
    gtk_widget_grab_focus (button);
}

static void
add_chosen (JgCompareView *self, JgColumns *columns, guint index, guint n)
{
  const char *id = jg_session_get_compared (self->session, index);
  g_autoptr (JgOccupation) occupation =
      jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), id);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *code = NULL;
  g_autofree char *forward = NULL;
  g_autofree char *back = NULL;
  g_autofree char *off = NULL;
  g_autofree char *forward_focus = g_strdup_printf ("forward %s", id);
  g_autofree char *back_focus = g_strdup_printf ("back %s", id);
  const char *note;
  GtkWidget *link;

  if (occupation == NULL)
    return;
  jg_columns_append (columns, NULL, cell);
  note = jg_ui_provenance_note (occupation->provenance);
  code = jg_ui_dup_code (occupation->code, occupation->edition);
  forward = g_strdup_printf (_ ("Move %s forward"), occupation->name);
  back = g_strdup_printf (_ ("Move %s back"), occupation->name);
  off = g_strdup_printf (_ ("Take %s out of the comparison"), occupation->name);
  link = jg_ui_link (occupation->name, "win.show-occupation", g_variant_new_string (id));
  gtk_widget_add_css_class (link, "heading");
  gtk_widget_add_css_class (link, "flush");
  gtk_box_append (GTK_BOX (words), link);
  gtk_box_append (GTK_BOX (words), jg_ui_label (code, "remark"));
  if (note != NULL)
    gtk_box_append (GTK_BOX (words), jg_ui_label (note, "remark"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (cell), words);
  if (index > 0)
    add_button (self, GTK_BOX (cell), "go-previous-symbolic", forward, "win.compare-move",
                g_variant_new ("(si)", id, -1), forward_focus);
  if (index + 1 < n)
    add_button (self, GTK_BOX (cell), "go-next-symbolic", back, "win.compare-move",
                g_variant_new ("(si)", id, 1), back_focus);
  add_button (self, GTK_BOX (cell), "window-close-symbolic", off, "win.compare-with",
              g_variant_new_string (id), "off");
}

static void
add_top (JgCompareView *self)
{
  guint n = jg_session_get_n_compared (self->session);
  g_autofree char *title =
      g_strdup_printf (_ ("Comparison of occupations (%u of %d)"), n, JG_COMPARE_MAX);
  GtkWidget *buttons;

  gtk_box_append (self->box, jg_ui_label (title, "title-2"));
  if (n < JG_COMPARE_MIN)
    gtk_box_append (
        self->box,
        jg_ui_label (_ ("Choose two to four occupations: tick the box in the list, press "
                        "Ctrl+D, or use the button beside an occupation."),
                     NULL));
  self->cards = jg_columns_new (FALSE);
  gtk_box_append (self->box, self->cards);
  for (guint i = 0; i < n; i++)
    add_chosen (self, JG_COLUMNS (self->cards), i, n);
  buttons = jg_ui_flow (self->box);
  jg_ui_add_flow_button (buttons, _ ("Back to the List"), "win.compare-close");
  if (n >= JG_COMPARE_MIN)
    {
      jg_ui_set_name (jg_ui_add_flow_button (buttons, _ ("Print…"), "win.print-compare"),
                      _ ("Print the comparison"));
      jg_ui_set_name (jg_ui_add_flow_button (buttons, _ ("Save as PDF…"), "win.save-compare"),
                      _ ("Save the comparison as PDF"));
    }
}

/* The names come to the upper edge once their cards are scrolled out of sight. */
static void
scrolled_cb (JgCompareView *self, GtkAdjustment *adjustment)
{
  graphene_rect_t area;
  gboolean shown = self->compare != NULL && self->cards != NULL &&
                   gtk_widget_compute_bounds (self->cards, self->around, &area) &&
                   gtk_adjustment_get_value (adjustment) >= area.origin.y + area.size.height;

  gtk_widget_set_visible (GTK_WIDGET (self->head), shown);
}

/**
 * jg_compare_view_refresh:
 * @self: a view
 *
 * Shows the occupations of the session as they are lined up now.
 */
void
jg_compare_view_refresh (JgCompareView *self)
{
  g_autoptr (GError) error = NULL;
  double place;
  GtkAdjustment *adjustment;

  g_return_if_fail (JG_IS_COMPARE_VIEW (self));

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  place = gtk_adjustment_get_value (adjustment);
  g_clear_pointer (&self->compare, jg_compare_free);
  jg_ui_clear (self->head);
  jg_ui_clear (self->box);
  self->cards = NULL;
  add_top (self);
  if (jg_session_get_n_compared (self->session) < JG_COMPARE_MIN)
    return;
  self->compare = jg_session_build_compare (self->session, &error);
  if (self->compare != NULL)
    add_compare (self);
  else
    gtk_box_append (self->box, jg_ui_label (error->message, NULL));
  gtk_adjustment_set_value (adjustment, place);
}

/* What is not seen is made when it is. */
static void
changed_cb (JgCompareView *self)
{
  g_assert (JG_IS_COMPARE_VIEW (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    jg_compare_view_refresh (self);
  g_clear_pointer (&self->focus, g_free);
}

static void
jg_compare_view_map (GtkWidget *widget)
{
  jg_compare_view_refresh (JG_COMPARE_VIEW (widget));
  GTK_WIDGET_CLASS (jg_compare_view_parent_class)->map (widget);
}

static void
jg_compare_view_dispose (GObject *object)
{
  JgCompareView *self = JG_COMPARE_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->compare, jg_compare_free);
  g_clear_pointer (&self->focus, g_free);

  G_OBJECT_CLASS (jg_compare_view_parent_class)->dispose (object);
}

static void
jg_compare_view_class_init (JgCompareViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_compare_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = jg_compare_view_map;
}

/* As wide as there is room for, up to what the eye can follow. */
static GtkWidget *
make_clamp (void)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  return clamp;
}

static void
jg_compare_view_init (JgCompareView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *head_clamp = make_clamp ();
  GtkAdjustment *adjustment;

  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "compare-head");
  gtk_widget_set_visible (GTK_WIDGET (self->head), FALSE);
  adw_clamp_set_child (ADW_CLAMP (head_clamp), GTK_WIDGET (self->head));
  gtk_widget_set_valign (head_clamp, GTK_ALIGN_START);
  /* What is seen twice is read and clicked once. */
  gtk_widget_set_can_target (head_clamp, FALSE);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "detail");
  self->around = make_clamp ();
  adw_clamp_set_child (ADW_CLAMP (self->around), GTK_WIDGET (self->box));
  self->scroller = jg_ui_scroller (self->around, _ ("Occupations side by side"));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), head_clamp);
  adw_bin_set_child (ADW_BIN (self), overlay);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * jg_compare_view_new:
 * @session: what the pages share
 *
 * Makes a view that follows the comparison of the session.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jg_compare_view_new (JgSession *session)
{
  JgCompareView *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_COMPARE_VIEW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "compared-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
