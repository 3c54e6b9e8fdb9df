/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-picker.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "courses/jg-course-occupation.h"

#define MAX_CHOICES 6

/* What the picker writes; they are chosen together. */
static const JgCourseField written[] = { JG_COURSE_OCCUPATION, JG_COURSE_CODE, JG_COURSE_EDITION,
                                         JG_COURSE_WORK_TYPE };

struct _JgCoursePicker
{
  AdwBin parent_instance;

  GtkLabel *chosen;
  GtkLabel *note;
  GtkWidget *clear;
  GtkWidget *entry;
  GtkBox *choices;
  GtkWidget *work_box;
  GtkDropDown *work_type;

  JgSession *session;
  JgCourse *course; /* of which @written counts; NULL before one is shown */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgCoursePicker, jg_course_picker, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
describe (const char *name, const char *code, const char *edition)
{
  g_autofree char *text = jg_ui_dup_code (code, edition);

  return g_strdup_printf ("%s %s", name, text);
}

/* The work types of the occupation, and the one that is written should it be another. */
static void
fill_work_types (JgCoursePicker *self, const JgOccupation *occupation)
{
  const char *now = jg_course_get (self->course, JG_COURSE_WORK_TYPE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("no particular work type"));
  for (guint i = 0; occupation != NULL && i < occupation->work_types->len; i++)
    {
      const JgWorkType *type = g_ptr_array_index (occupation->work_types, i);

      gtk_string_list_append (names, type->name);
      if (g_strcmp0 (type->name, now) == 0)
        selected = i + 1;
    }
  if (now != NULL && selected == 0)
    {
      selected = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, now);
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->work_type, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->work_type, selected);
  jg_ui_name_drop_down (GTK_WIDGET (self->work_type), jg_course_field_label (JG_COURSE_WORK_TYPE));
  gtk_widget_set_visible (self->work_box, g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
  self->updating = FALSE;
}

static char *
dup_note (const JgCourse *course, const JgOccupation *occupation, JgCourseBasis basis)
{
  const char *name = jg_course_get (course, JG_COURSE_OCCUPATION);

  if (occupation == NULL)
    return g_strdup (name != NULL ? _ ("The catalogue does not know it. Find the occupation below.")
                                  : _ ("Find the occupation below."));
  if (basis == JG_COURSE_BY_TITLE)
    return g_strdup (
        _ ("Read from the name of the course. Look whether it is right, then choose it below."));
  if (name != NULL && g_strcmp0 (name, occupation->name) != 0)
    return g_strdup_printf (_ ("Written is “%s”."), name);
  return NULL;
}

static void
update (JgCoursePicker *self)
{
  JgCourseBasis basis = JG_COURSE_BY_NAME;
  g_autoptr (JgOccupation) occupation =
      jg_course_find_occupation (jg_session_get_catalogue (self->session), self->course, &basis);
  const char *name = jg_course_get (self->course, JG_COURSE_OCCUPATION);
  g_autofree char *text = NULL;
  g_autofree char *note = dup_note (self->course, occupation, basis);

  if (occupation != NULL)
    text = describe (occupation->name, occupation->code, occupation->edition);
  else
    text = g_strdup (name != NULL ? name : _ ("not chosen yet"));
  gtk_label_set_text (self->chosen, text);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_widget_set_visible (self->clear, name != NULL);
  fill_work_types (self, occupation);
}

static void
set (JgCoursePicker *self, JgCourseField field, const char *value)
{
  g_autoptr (GError) error = NULL;

  /* What the catalogue has may be more than a course can say, such as an edition that codes are not read by. */
  if (!jg_course_set (self->course, field, value, &error))
    jg_course_set (self->course, field, NULL, NULL);
}

static void
choose (JgCoursePicker *self, const JgOccupation *occupation, const char *work_type)
{
  set (self, JG_COURSE_OCCUPATION, occupation != NULL ? occupation->name : NULL);
  set (self, JG_COURSE_CODE, occupation != NULL ? occupation->code : NULL);
  set (self, JG_COURSE_EDITION,
       jg_course_get (self->course, JG_COURSE_CODE) != NULL ? occupation->edition : NULL);
  set (self, JG_COURSE_WORK_TYPE, work_type);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update (self);
  g_signal_emit (self, signals[EDITED], 0, "occupation");
}

static void
choice_cb (JgCoursePicker *self, GtkWidget *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "occupation");
  g_autofree char *type = g_strdup (g_object_get_data (G_OBJECT (button), "work-type"));
  g_autoptr (JgOccupation) occupation =
      jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), id);

  if (occupation != NULL)
    choose (self, occupation, type);
  gtk_widget_grab_focus (self->entry);
}

static void
clear_cb (JgCoursePicker *self)
{
  choose (self, NULL, NULL);
  gtk_widget_grab_focus (self->entry);
}

static void
work_type_cb (JgCoursePicker *self)
{
  const guint selected = gtk_drop_down_get_selected (self->work_type);

  if (self->updating || self->course == NULL)
    return;
  set (self, JG_COURSE_WORK_TYPE,
       selected > 0
           ? gtk_string_object_get_string (gtk_drop_down_get_selected_item (self->work_type))
           : NULL);
  g_signal_emit (self, signals[EDITED], 0, "work_type");
}

static void
add_choice (JgCoursePicker *self, const JgSearchHit *hit)
{
  const JgOccupationSummary *occupation = hit->occupation;
  const gboolean by_type = hit->field == JG_SEARCH_WORK_TYPE;
  g_autofree char *name = describe (occupation->name, occupation->code, occupation->edition);
  g_autofree char *text =
      by_type ? g_strdup_printf (_ ("%s, a work type of %s"), hit->text, name) : g_strdup (name);
  GtkWidget *button = jg_ui_link (text, NULL, NULL);

  g_object_set_data_full (G_OBJECT (button), "occupation", g_strdup (occupation->id), g_free);
  if (by_type)
    g_object_set_data_full (G_OBJECT (button), "work-type", g_strdup (hit->text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->choices, button);
}

static void
entry_changed_cb (JgCoursePicker *self)
{
  g_autofree char *query =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GPtrArray) hits = NULL;

  jg_ui_clear (self->choices);
  if (*query == '\0')
    return;
  hits = jg_search_query (jg_session_get_search (self->session), query, MAX_CHOICES);
  for (guint i = 0; i < hits->len; i++)
    add_choice (self, g_ptr_array_index (hits, i));
  if (hits->len == 0)
    gtk_box_append (self->choices, jg_ui_label (_ ("No such occupation."), "remark"));
}

/* Enter takes the first. */
static void
entry_activate_cb (JgCoursePicker *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->choices));

  if (GTK_IS_BUTTON (first))
    choice_cb (self, first);
}

static void
jg_course_picker_dispose (GObject *object)
{
  JgCoursePicker *self = JG_COURSE_PICKER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->course, jg_course_unref);

  G_OBJECT_CLASS (jg_course_picker_parent_class)->dispose (object);
}

static void
jg_course_picker_class_init (JgCoursePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_course_picker_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jg_course_picker_init (JgCoursePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box),
                  jg_ui_label (jg_course_field_label (JG_COURSE_OCCUPATION), "caption-heading"));
  self->chosen = GTK_LABEL (jg_ui_label ("", NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->chosen), TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->chosen));
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->clear, _ ("Take the occupation out"));
  jg_ui_set_name (self->clear, _ ("Take the occupation out"));
  gtk_box_append (GTK_BOX (row), self->clear);
  gtk_box_append (GTK_BOX (box), row);
  self->note = GTK_LABEL (jg_ui_label ("", "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "remark");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Name, work type or everyday word"),
                "search-delay", 0, NULL);
  jg_ui_set_name (self->entry, _ ("Find the occupation of the course"));
  gtk_box_append (GTK_BOX (box), self->entry);
  self->choices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choices));
  self->work_type = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->work_box = jg_ui_field (GTK_BOX (box), jg_course_field_label (JG_COURSE_WORK_TYPE),
                                GTK_WIDGET (self->work_type));
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->work_type, "notify::selected", G_CALLBACK (work_type_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jg_course_picker_new:
 * @session: what the pages share
 *
 * Makes the picker, of no course yet.
 *
 * Returns: (transfer floating): the picker
 */
GtkWidget *
jg_course_picker_new (JgSession *session)
{
  JgCoursePicker *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_COURSE_PICKER, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * jg_course_picker_show:
 * @self: a picker
 * @course: a course
 *
 * Shows what a course is of.
 */
void
jg_course_picker_show (JgCoursePicker *self, JgCourse *course)
{
  g_return_if_fail (JG_IS_COURSE_PICKER (self));
  g_return_if_fail (course != NULL);

  g_clear_pointer (&self->course, jg_course_unref);
  self->course = jg_course_copy (course);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update (self);
}

/**
 * jg_course_picker_read:
 * @self: a picker
 * @course: a course that may be changed
 *
 * Writes what is chosen into a course.
 */
void
jg_course_picker_read (JgCoursePicker *self, JgCourse *course)
{
  g_return_if_fail (JG_IS_COURSE_PICKER (self));
  g_return_if_fail (course != NULL);

  for (guint i = 0; self->course != NULL && i < G_N_ELEMENTS (written); i++)
    jg_course_set (course, written[i], jg_course_get (self->course, written[i]), NULL);
}
