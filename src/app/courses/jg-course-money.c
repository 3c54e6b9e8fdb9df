/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-money.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "courses/jg-course-funding.h"

struct _JgCourseMoney
{
  AdwBin parent_instance;

  GtkBox *box;

  JgSession *session;
  JgCourse *shown;    /* or NULL */
  GHashTable *checks; /* (element-type utf8 GtkCheckButton): by id of the measure */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgCourseMoney, jg_course_money, ADW_TYPE_BIN)

static void
toggled_cb (JgCourseMoney *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "measure");

  if (!self->updating)
    gtk_widget_activate_action (GTK_WIDGET (self), "course.count-on", "(sb)", id,
                                gtk_check_button_get_active (check));
}

static const char *
or_unwritten (const char *words)
{
  return words != NULL ? words : _ ("the text does not say");
}

static void
add_line (GtkBox *card, const char *what, const char *words)
{
  g_autofree char *text = g_strdup_printf ("%s：%s", what, words);

  gtk_box_append (card, jg_ui_label (text, NULL));
}

static void
add_check (JgCourseMoney *self, GtkBox *card, const JgMeasure *measure)
{
  GtkWidget *check = gtk_check_button_new_with_label (_ ("The course counts on it"));
  g_autofree char *name = g_strdup_printf (_ ("The course counts on %s"), measure->name);

  jg_ui_set_name (check, name);
  g_object_set_data_full (G_OBJECT (check), "measure", g_strdup (measure->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->checks, g_strdup (measure->id), check);
  gtk_box_append (card, check);
}

static void
add_funding (JgCourseMoney *self, GtkBox *box, const JgCourseFunding *funding)
{
  const JgMeasure *measure = funding->measure;
  GtkBox *card = GTK_BOX (jg_ui_card (box));
  GtkWidget *link =
      jg_ui_link (measure->name, "win.show-measure", g_variant_new_string (measure->id));
  g_autofree char *whose = jg_measure_dup_beneficiaries (measure);
  g_autofree char *citation =
      jg_session_dup_citation (self->session, measure->document, measure->clause);
  const char *note = jg_ui_provenance_note (measure->provenance);

  gtk_widget_add_css_class (link, "heading");
  gtk_widget_add_css_class (link, "flush");
  gtk_box_append (card, link);
  if (note != NULL)
    gtk_box_append (card, jg_ui_label (note, "remark"));
  add_check (self, card, measure);
  gtk_box_append (card, jg_ui_verbatim (measure->quote));
  gtk_box_append (card, jg_ui_label (citation, "remark"));
  add_line (card, _ ("Paid to"), whose);
  add_line (card, _ ("Region"), measure->region_name);
  add_line (card, _ ("Amount"), or_unwritten (measure->amount));
  add_line (card, _ ("On a list or catalogue"), or_unwritten (funding->list_words));
  add_line (card, _ ("On line or in a room"), or_unwritten (funding->mode_words));
  add_line (card, _ ("Occupation"),
            funding->link_words != NULL ? funding->link_words : _ ("not limited in the text"));
  gtk_box_append (card, jg_ui_label (funding->dates, NULL));
}

static void
build (JgCourseMoney *self, JgCourse *course)
{
  const char *as_of = jg_session_get_as_of (self->session);
  const char *mode = jg_course_get (course, JG_COURSE_MODE);
  g_autoptr (GPtrArray) list =
      jg_course_funding_list (jg_session_get_catalogue (self->session), course, as_of);
  g_autofree char *note = g_strdup_printf (
      _ ("Dates are judged as of %s. Whether one pays is decided by the agency. The course says of "
         "its mode: %s."),
      as_of,
      mode != NULL ? jg_course_field_choice_label (JG_COURSE_MODE, mode) : _ ("not written"));

  jg_ui_clear (self->box);
  g_hash_table_remove_all (self->checks);
  gtk_box_append (self->box, jg_ui_label (note, NULL));
  for (guint i = 0; i < list->len; i++)
    add_funding (self, self->box, g_ptr_array_index (list, i));
  if (list->len == 0)
    gtk_box_append (self->box,
                    jg_ui_label (_ ("No measure that may pay is in the catalogue."), NULL));
}

/* What the list of measures depends on. */
static gboolean
is_built_for (JgCourseMoney *self, const JgCourse *course)
{
  static const JgCourseField fields[] = { JG_COURSE_ID,   JG_COURSE_NAME,    JG_COURSE_OCCUPATION,
                                          JG_COURSE_CODE, JG_COURSE_EDITION, JG_COURSE_WORK_TYPE,
                                          JG_COURSE_MODE };

  if (self->shown == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (jg_course_get (self->shown, fields[i]), jg_course_get (course, fields[i])) != 0)
      return FALSE;
  return TRUE;
}

static void
forget (JgCourseMoney *self)
{
  g_clear_pointer (&self->shown, jg_course_unref);
}

static void
jg_course_money_dispose (GObject *object)
{
  JgCourseMoney *self = JG_COURSE_MONEY (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, jg_course_unref);
  g_clear_pointer (&self->checks, g_hash_table_unref);

  G_OBJECT_CLASS (jg_course_money_parent_class)->dispose (object);
}

static void
jg_course_money_class_init (JgCourseMoneyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_course_money_dispose;
}

static void
jg_course_money_init (JgCourseMoney *self)
{
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * jg_course_money_new:
 * @session: what the pages share
 *
 * Makes the view, of no course yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jg_course_money_new (JgSession *session)
{
  JgCourseMoney *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_COURSE_MONEY, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "catalogue-changed", G_CALLBACK (forget), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "as-of-changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * jg_course_money_show:
 * @self: a view
 * @course: a course
 *
 * Lists the measures that may pay, those that have ended last.
 */
void
jg_course_money_show (JgCourseMoney *self, JgCourse *course)
{
  const char *ids;
  g_auto (GStrv) chosen = NULL;
  GHashTableIter iter;
  gpointer id, check;

  g_return_if_fail (JG_IS_COURSE_MONEY (self));
  g_return_if_fail (course != NULL);

  ids = jg_course_get (course, JG_COURSE_MEASURES);
  chosen = g_strsplit (ids != NULL ? ids : "", " ", -1);
  if (!is_built_for (self, course))
    build (self, course);
  g_clear_pointer (&self->shown, jg_course_unref);
  self->shown = jg_course_ref (course);
  self->updating = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &id, &check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 g_strv_contains ((const char *const *) chosen, id));
  self->updating = FALSE;
}
