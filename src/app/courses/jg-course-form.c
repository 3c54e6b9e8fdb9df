/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-form.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "courses/jg-course-cell.h"
#include "jg-course-picker.h"

/* Texts that may be longer are written in several lines. */
#define LONG_TEXT 500

typedef enum
{
  GROUP_COURSE,
  GROUP_HOURS,
  GROUP_HOW,
  GROUP_WHEN,
  N_GROUPS,
} Group;

/* In the order of the form. The occupation has its picker, the day of confirmation and the measures their own places. */
static const struct
{
  JgCourseField field;
  Group group;
  const char *example;
} places[] = {
  { JG_COURSE_NAME, GROUP_COURSE, NULL },
  { JG_COURSE_STATE, GROUP_COURSE, NULL },
  { JG_COURSE_PROVIDER, GROUP_COURSE, NULL },
  { JG_COURSE_AUDIENCE, GROUP_COURSE, NULL },
  { JG_COURSE_LEVEL, GROUP_COURSE, "初级工、五级、岗前培训" },
  { JG_COURSE_MODE, GROUP_HOURS, NULL },
  { JG_COURSE_HOURS, GROUP_HOURS, "40" },
  { JG_COURSE_THEORY, GROUP_HOURS, "16" },
  { JG_COURSE_PRACTICE, GROUP_HOURS, "24" },
  { JG_COURSE_TEACHERS, GROUP_HOW, NULL },
  { JG_COURSE_PLACE, GROUP_HOW, NULL },
  { JG_COURSE_EQUIPMENT, GROUP_HOW, NULL },
  { JG_COURSE_ASSESSMENT, GROUP_HOW, NULL },
  { JG_COURSE_CERTIFICATE, GROUP_HOW, NULL },
  { JG_COURSE_FEE, GROUP_HOW, NULL },
  { JG_COURSE_START, GROUP_WHEN, "2026-03-05" },
  { JG_COURSE_END, GROUP_WHEN, "2026-03-20" },
  { JG_COURSE_CAPACITY, GROUP_WHEN, "30" },
  { JG_COURSE_SCHEDULE, GROUP_WHEN, NULL },
  { JG_COURSE_CONTACT, GROUP_WHEN, NULL },
  { JG_COURSE_NOTE, GROUP_WHEN, NULL },
};

typedef struct
{
  GtkWidget *control;    /* NULL: not in this form */
  GtkTextBuffer *buffer; /* of several lines, or NULL */
  GtkLabel *error;
} Field;

struct _JgCourseForm
{
  AdwBin parent_instance;

  Field fields[JG_N_COURSE_FIELDS];
  JgCoursePicker *picker;
  GtkBox *middle;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgCourseForm, jg_course_form, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_choice (JgCourseField field)
{
  return jg_course_field_kind (field) == JG_COURSE_KIND_CHOICE;
}

/* A course always has a state; other choices may be left open, and have a first line for that. */
static guint
get_offset (JgCourseField field)
{
  return field == JG_COURSE_STATE ? 0 : 1;
}

static char *
dup_text (const Field *field)
{
  char *text = NULL;

  if (field->buffer != NULL)
    g_object_get (field->buffer, "text", &text, NULL);
  else
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->control)));
  return text;
}

static void
edited_cb (JgCourseForm *self, GObject *object)
{
  if (!self->updating)
    g_signal_emit (self, signals[EDITED], 0, g_object_get_data (object, "nick"));
}

static void
selected_cb (JgCourseForm *self, GParamSpec *pspec, GObject *object)
{
  edited_cb (self, object);
}

static void
picked_cb (JgCourseForm *self, const char *key)
{
  if (!self->updating)
    g_signal_emit (self, signals[EDITED], 0, key);
}

static void
say (Field *field, const char *message)
{
  gtk_label_set_text (field->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (field->error), message != NULL);
}

static GtkWidget *
new_choice (JgCourseField field)
{
  const char *const *choices = jg_course_field_choices (field);
  GtkStringList *labels = gtk_string_list_new (NULL);

  if (get_offset (field) > 0)
    gtk_string_list_append (labels, _ ("not written"));
  for (guint i = 0; choices[i] != NULL; i++)
    gtk_string_list_append (labels, jg_course_field_choice_label (field, choices[i]));
  return gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
}

static void
watch (JgCourseForm *self, JgCourseField number, const char *example)
{
  Field *field = &self->fields[number];
  GObject *source = field->buffer != NULL ? G_OBJECT (field->buffer) : G_OBJECT (field->control);

  g_object_set_data (source, "nick", (gpointer) jg_course_field_nick (number));
  if (is_choice (number))
    {
      g_signal_connect_object (source, "notify::selected", G_CALLBACK (selected_cb), self,
                               G_CONNECT_SWAPPED);
      return;
    }
  g_signal_connect_object (source, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  if (example != NULL)
    g_object_set (field->control, "placeholder-text", example, NULL);
}

static void
add_field (JgCourseForm *self, GtkBox *parent, JgCourseField number, const char *example)
{
  Field *field = &self->fields[number];
  const char *title = jg_course_field_label (number);
  GtkWidget *box;

  if (is_choice (number))
    field->control = new_choice (number);
  else if (jg_course_field_max (number) >= LONG_TEXT)
    field->control = jg_ui_words (title, 2, &field->buffer);
  else
    field->control = gtk_entry_new ();
  if (field->buffer != NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      gtk_box_append (GTK_BOX (box), jg_ui_label (title, "caption-heading"));
      gtk_box_append (GTK_BOX (box), field->control);
      gtk_box_append (parent, box);
    }
  else
    box = jg_ui_field (parent, title, field->control);
  field->error = GTK_LABEL (jg_ui_label ("", "error"));
  gtk_widget_set_visible (GTK_WIDGET (field->error), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (field->error));
  watch (self, number, example);
}

/* Numbers and days stand side by side where there is room. */
static gboolean
is_short (JgCourseField field)
{
  const JgCourseKind kind = jg_course_field_kind (field);

  return kind == JG_COURSE_KIND_HOURS || kind == JG_COURSE_KIND_DATE ||
         kind == JG_COURSE_KIND_NUMBER;
}

static void
add_group (JgCourseForm *self, GtkBox *parent, Group group, const char *title)
{
  GtkBox *card = GTK_BOX (jg_ui_card (GTK_BOX (jg_ui_section (parent, title, NULL))));
  GtkWidget *flow = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const JgCourseField field = places[i].field;

      if (places[i].group != group)
        continue;
      if (is_short (field) && flow == NULL)
        flow = jg_ui_flow (card);
      add_field (self, is_short (field) ? GTK_BOX (flow) : card, field, places[i].example);
      if (is_short (field))
        {
          gtk_editable_set_width_chars (GTK_EDITABLE (self->fields[field].control), 12);
          gtk_editable_set_max_width_chars (GTK_EDITABLE (self->fields[field].control), 12);
          gtk_label_set_max_width_chars (self->fields[field].error, 16);
        }
      if (field == JG_COURSE_AUDIENCE)
        gtk_box_append (card, GTK_WIDGET (self->picker));
    }
}

static void
jg_course_form_class_init (JgCourseFormClass *klass)
{
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jg_course_form_init (JgCourseForm *self)
{
}

/**
 * jg_course_form_new:
 * @session: what the pages share
 *
 * Makes the form, of no course yet.
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
jg_course_form_new (JgSession *session)
{
  JgCourseForm *self;
  GtkBox *box;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_COURSE_FORM, NULL);
  box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->picker = JG_COURSE_PICKER (jg_course_picker_new (session));
  g_signal_connect_object (self->picker, "edited", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  add_group (self, box, GROUP_COURSE, _ ("The Course"));
  add_group (self, box, GROUP_HOURS, _ ("Hours"));
  self->middle = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (box, GTK_WIDGET (self->middle));
  add_group (self, box, GROUP_HOW, _ ("How It Is Taught"));
  add_group (self, box, GROUP_WHEN, _ ("When and for Whom to Ask"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  return GTK_WIDGET (self);
}

/**
 * jg_course_form_get_middle:
 * @self: a form
 *
 * Returns: (transfer none): the place behind the hours, for the modules
 */
GtkBox *
jg_course_form_get_middle (JgCourseForm *self)
{
  g_return_val_if_fail (JG_IS_COURSE_FORM (self), NULL);

  return self->middle;
}

static void
show_value (JgCourseForm *self, JgCourseField number, const char *value)
{
  Field *field = &self->fields[number];
  const char *const *choices = jg_course_field_choices (number);
  guint selected = 0;

  if (field->control == NULL)
    return;
  say (field, NULL);
  if (field->buffer != NULL)
    gtk_text_buffer_set_text (field->buffer, value != NULL ? value : "", -1);
  else if (choices == NULL)
    jg_ui_fill_entry (field->control, value);
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    if (g_strcmp0 (choices[i], value) == 0)
      selected = i + get_offset (number);
  if (choices != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (field->control), selected);
}

/**
 * jg_course_form_show:
 * @self: a form
 * @course: a course
 *
 * Fills the form.
 */
void
jg_course_form_show (JgCourseForm *self, JgCourse *course)
{
  g_return_if_fail (JG_IS_COURSE_FORM (self));
  g_return_if_fail (course != NULL);

  self->updating = TRUE;
  for (guint i = 0; i < JG_N_COURSE_FIELDS; i++)
    show_value (self, i, jg_course_get (course, i));
  jg_course_picker_show (self->picker, course);
  self->updating = FALSE;
}

/* FALSE: the value before stays. */
static gboolean
read_value (JgCourseForm *self, JgCourseField number, JgCourse *course)
{
  Field *field = &self->fields[number];
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  if (is_choice (number))
    {
      const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (field->control));
      const guint offset = get_offset (number);

      return jg_course_set (
          course, number,
          selected >= offset ? jg_course_field_choices (number)[selected - offset] : NULL, NULL);
    }
  text = dup_text (field);
  value = jg_course_cell_read (number, text, &error);
  if (error == NULL && value == NULL && number == JG_COURSE_NAME)
    error = g_error_new (JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "没有写%s",
                         jg_course_field_label (number));
  say (field, error != NULL ? error->message : NULL);
  return error == NULL && jg_course_set (course, number, value, NULL);
}

/**
 * jg_course_form_read:
 * @self: a form
 * @course: a course that may be changed
 *
 * Writes into a course what stands in the form. What cannot be kept is said at its field, and the course has the value of
 * before there.
 *
 * Returns: whether all of it can be kept
 */
gboolean
jg_course_form_read (JgCourseForm *self, JgCourse *course)
{
  g_autoptr (GError) error = NULL;
  JgCourseField field;
  gboolean good = TRUE;

  g_return_val_if_fail (JG_IS_COURSE_FORM (self), FALSE);
  g_return_val_if_fail (course != NULL, FALSE);

  jg_course_picker_read (self->picker, course);
  for (guint i = 0; i < JG_N_COURSE_FIELDS; i++)
    if (self->fields[i].control != NULL && !read_value (self, i, course))
      good = FALSE;
  if (good && !jg_course_check_whole (course, &field, &error))
    {
      if (self->fields[field].control != NULL)
        say (&self->fields[field], error->message);
      good = FALSE;
    }
  return good;
}

/**
 * jg_course_form_focus_name:
 * @self: a form
 *
 * Puts the cursor to the name, to be written over.
 */
void
jg_course_form_focus_name (JgCourseForm *self)
{
  g_return_if_fail (JG_IS_COURSE_FORM (self));

  gtk_widget_grab_focus (self->fields[JG_COURSE_NAME].control);
  gtk_editable_select_region (GTK_EDITABLE (self->fields[JG_COURSE_NAME].control), 0, -1);
}
