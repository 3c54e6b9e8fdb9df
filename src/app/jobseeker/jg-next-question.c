/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-next-question.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-answer.h"
#include "jg-form.h"

struct _JgNextQuestion
{
  AdwBin parent_instance;

  JgSession *session;
  GtkBox *card;
  GtkBox *body;
  GtkWidget *first;  /* the first answer, for the keyboard */
  GtkWidget *entry;  /* for a date or a number */
  GtkWidget *wrong;  /* why the entry is not taken */
  GtkWidget *remark; /* how many measures hang on it */
  GtkWidget *stop;
  GtkWidget *back;
  char *key;        /* the question on screen */
  char *last;       /* the one answered before */
  JgProfile *whose; /* whose answers they are */
  gboolean stopped;
};

G_DEFINE_FINAL_TYPE (JgNextQuestion, jg_next_question, ADW_TYPE_BIN)

static void
give (JgNextQuestion *self, JgAnswer answer, const char *text)
{
  g_autofree char *key = g_strdup (self->key);

  if (!jg_answer_give (self->session, key, answer, text))
    {
      gtk_widget_set_visible (self->wrong, TRUE);
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_grab_focus (self->entry);
      return;
    }
  g_free (self->last);
  self->last = g_steal_pointer (&key);
}

static void
answer_clicked_cb (JgNextQuestion *self, GtkWidget *button)
{
  give (self, (JgAnswer) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer")),
        g_object_get_data (G_OBJECT (button), "text"));
}

static void
entry_answered_cb (JgNextQuestion *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  give (self, JG_ANSWER_TEXT, text);
}

static void
entry_changed_cb (JgNextQuestion *self)
{
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_widget_remove_css_class (self->entry, "error");
}

static void
back_cb (JgNextQuestion *self)
{
  g_autofree char *last = g_steal_pointer (&self->last);

  if (last != NULL)
    jg_answer_give (self->session, last, JG_ANSWER_NONE, NULL);
}

static void
show_stopped (JgNextQuestion *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->body), !self->stopped);
  gtk_widget_set_visible (self->remark, !self->stopped);
  gtk_button_set_label (GTK_BUTTON (self->stop),
                        self->stopped ? _ ("Go On Asking") : _ ("Stop Asking"));
  gtk_widget_set_visible (self->back, !self->stopped && self->last != NULL);
}

static void
stop_cb (JgNextQuestion *self)
{
  self->stopped = !self->stopped;
  show_stopped (self);
}

static GtkWidget *
add_answer (JgNextQuestion *self,
            GtkBox *row,
            const JgQuestion *question,
            const char *label,
            JgAnswer answer,
            const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s %s", label, question->question);

  jg_ui_set_name (button, name);
  gtk_widget_add_css_class (button, "answer");
  g_object_set_data (G_OBJECT (button), "answer", GINT_TO_POINTER (answer));
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (answer_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (row, button);
  if (self->first == NULL)
    self->first = button;
  return button;
}

static void
add_entry (JgNextQuestion *self,
           GtkBox *row,
           const JgQuestion *question,
           const char *placeholder,
           const char *unit,
           const char *wrong)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take"));
  g_autofree char *name = g_strdup_printf ("%s %s", _ ("Take"), question->question);

  self->entry = gtk_entry_new ();
  g_object_set (self->entry, "placeholder-text", placeholder, "hexpand", TRUE, "width-chars", 9,
                "max-width-chars", 14, NULL);
  jg_ui_set_name (self->entry, question->question);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (row, self->entry);
  if (unit != NULL)
    gtk_box_append (row, gtk_label_new (unit));
  jg_ui_set_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (entry_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (row, button);
  self->wrong = jg_ui_label (wrong, "error");
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_box_append (self->body, self->wrong);
  self->first = self->entry;
}

static void
add_hint (JgNextQuestion *self, const char *text)
{
  GtkWidget *label = jg_ui_label (text, "caption");

  gtk_widget_add_css_class (label, "remark");
  gtk_box_append (self->body, label);
}

/* Longer answers stand one below the other. */
static void
add_options (JgNextQuestion *self,
             GtkBox *row,
             const JgQuestion *question,
             const char *const *values,
             const char *const *labels)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (row), GTK_ORIENTATION_VERTICAL);
  for (gsize i = 0; values[i] != NULL; i++)
    add_answer (self, row, question, labels != NULL ? labels[i] : jg_education_label (values[i]),
                JG_ANSWER_TEXT, values[i]);
}

static void
add_fact (JgNextQuestion *self, GtkBox *row, const JgQuestion *question, const JgFact *fact)
{
  if (fact->granted_by != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Granted by: %s"), fact->granted_by);

      add_hint (self, text);
    }
  if (fact->hint != NULL)
    add_hint (self, fact->hint);
  if (g_str_equal (fact->type, "code") && fact->option_values != NULL)
    add_options (self, row, question, (const char *const *) fact->option_values,
                 (const char *const *) fact->option_names);
  else if (g_str_equal (fact->type, "number"))
    add_entry (self, row, question, "", fact->unit, _ ("Write a number, for example 12."));
  else
    add_entry (self, row, question, _ ("YYYY-MM-DD"), NULL,
               _ ("Write a date as YYYY-MM-DD, or YYYY-MM."));
}

static void
add_place (JgNextQuestion *self, const JgQuestion *question)
{
  for (int place = 0; place < JG_N_PLACES; place++)
    if (g_str_equal (question->fact + strlen ("place:"), jg_place_nick ((JgPlace) place)))
      gtk_box_append (self->body, jg_form_place_new (self->session, (JgPlace) place));
}

static void
build (JgNextQuestion *self, const JgQuestion *question, const JgFact *fact)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = jg_ui_label (question->question, "title-4");

  self->first = self->entry = self->wrong = NULL;
  jg_ui_clear (self->body);
  gtk_box_append (self->body, words);
  if (g_str_has_prefix (question->fact, "place:"))
    add_place (self, question);
  else if (g_str_equal (question->fact, "sex"))
    {
      add_answer (self, GTK_BOX (row), question, C_ ("sex", "Male"), JG_ANSWER_TEXT, "male");
      add_answer (self, GTK_BOX (row), question, C_ ("sex", "Female"), JG_ANSWER_TEXT, "female");
    }
  else if (g_str_equal (question->fact, "education"))
    add_options (self, GTK_BOX (row), question, jg_education_nicks (), NULL);
  else if (g_str_equal (question->fact, "age"))
    add_entry (self, GTK_BOX (row), question, _ ("35, or 1991-03"), NULL,
               _ ("Write the age in full years, or the month of birth as YYYY-MM."));
  else if (fact != NULL && !g_str_equal (fact->type, "boolean"))
    add_fact (self, GTK_BOX (row), question, fact);
  else
    {
      if (fact != NULL && fact->granted_by != NULL)
        {
          g_autofree char *text = g_strdup_printf (_ ("Granted by: %s"), fact->granted_by);

          add_hint (self, text);
        }
      if (fact != NULL && fact->hint != NULL)
        add_hint (self, fact->hint);
      add_answer (self, GTK_BOX (row), question, C_ ("answer", "Yes"), JG_ANSWER_YES, NULL);
      add_answer (self, GTK_BOX (row), question, C_ ("answer", "No"), JG_ANSWER_NO, NULL);
    }
  add_answer (self, GTK_BOX (row), question, C_ ("answer", "Not known"), JG_ANSWER_UNKNOWN, NULL);
  gtk_box_append (self->body, row);
}

static const JgFact *
find_fact (GPtrArray *facts, const char *key)
{
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    if (g_str_equal (((JgFact *) g_ptr_array_index (facts, i))->key, key))
      return g_ptr_array_index (facts, i);
  return NULL;
}

/**
 * jg_next_question_update:
 * @self: a question
 * @eligibility: the measures as decided now
 *
 * Asks what decides most now. Built anew only when another question comes up; the keyboard stays
 * among the answers.
 */
void
jg_next_question_update (JgNextQuestion *self, JgEligibility *eligibility)
{
  const JgQuestion *question;
  g_autofree char *hangs = NULL;
  g_autofree char *left = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (JG_IS_NEXT_QUESTION (self));
  g_return_if_fail (eligibility != NULL);

  if (self->whose != jg_session_get_profile (self->session))
    {
      g_set_object (&self->whose, jg_session_get_profile (self->session));
      g_clear_pointer (&self->last, g_free);
      self->stopped = FALSE;
    }
  if (eligibility->questions->len == 0)
    {
      g_clear_pointer (&self->key, g_free);
      jg_ui_clear (self->body);
      self->stopped = FALSE;
      show_stopped (self);
      gtk_widget_set_visible (self->stop, FALSE);
      gtk_label_set_text (GTK_LABEL (self->remark), _ ("No answer would decide anything more."));
      return;
    }
  question = g_ptr_array_index (eligibility->questions, 0);
  if (g_strcmp0 (question->fact, self->key) != 0)
    {
      g_autoptr (GPtrArray) facts =
          jg_catalogue_list_facts (jg_session_get_catalogue (self->session));
      GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
      GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
      gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->card));

      g_free (self->key);
      self->key = g_strdup (question->fact);
      build (self, question, find_fact (facts, question->fact));
      if (had_focus && self->first != NULL && !self->stopped)
        gtk_widget_grab_focus (self->first);
    }
  hangs = g_strdup_printf (
      ngettext ("%u measure hangs on it", "%u measures hang on it", question->decides),
      question->decides);
  left = g_strdup_printf (ngettext ("%u question could still decide something",
                                    "%u questions could still decide something",
                                    eligibility->questions->len),
                          eligibility->questions->len);
  text = g_strdup_printf ("%s · %s", hangs, left);
  gtk_label_set_text (GTK_LABEL (self->remark), text);
  gtk_widget_set_visible (self->stop, TRUE);
  show_stopped (self);
}

static void
jg_next_question_dispose (GObject *object)
{
  JgNextQuestion *self = JG_NEXT_QUESTION (object);

  g_clear_object (&self->session);
  g_clear_object (&self->whose);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->last, g_free);

  G_OBJECT_CLASS (jg_next_question_parent_class)->dispose (object);
}

static void
jg_next_question_class_init (JgNextQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_next_question_dispose;
}

static void
jg_next_question_init (JgNextQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->card = GTK_BOX (jg_ui_card (GTK_BOX (box)));
  gtk_box_append (self->card, jg_ui_label (_ ("Ask this next"), "heading"));
  self->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (self->card, GTK_WIDGET (self->body));
  self->remark = jg_ui_label ("", "caption");
  gtk_widget_add_css_class (self->remark, "remark");
  gtk_box_append (self->card, self->remark);
  self->stop = gtk_button_new_with_label (_ ("Stop Asking"));
  gtk_widget_add_css_class (self->stop, "flat");
  g_signal_connect_object (self->stop, "clicked", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  self->back = gtk_button_new_with_label (_ ("Take the Last Answer Back"));
  gtk_widget_add_css_class (self->back, "flat");
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->stop);
  gtk_box_append (GTK_BOX (row), self->back);
  gtk_box_append (self->card, row);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jg_next_question_new:
 * @session: what the pages share
 *
 * Makes the card; jg_next_question_update() fills it.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
jg_next_question_new (JgSession *session)
{
  JgNextQuestion *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_NEXT_QUESTION, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
