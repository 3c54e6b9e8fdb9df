/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-question.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jg-kiosk-pad.h"
#include "jg-kiosk-parts.h"
#include "jg-kiosk-place.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"

#define MAX_FIGURES 6 /* of a number; a date is a year and a month */

/* On the page that asks for it. */
typedef struct
{
  char *key;
  JgAnswer answer;
  char *text;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static void
set_answer (GtkWidget *widget, const char *key, JgAnswer answer, const char *text)
{
  Answer *made = g_new0 (Answer, 1);

  made->key = g_strdup (key);
  made->answer = answer;
  made->text = g_strdup (text);
  g_object_set_data_full (G_OBJECT (widget), "answer", made, answer_free);
}

static void
answer_cb (JgKioskSession *session, GtkWidget *button)
{
  const Answer *answer = g_object_get_data (G_OBJECT (button), "answer");

  jg_kiosk_session_answer (session, answer->key, answer->answer, answer->text);
}

static void
add_answer (GtkWidget *tiles,
            JgKioskSession *session,
            const char *label,
            const char *key,
            JgAnswer answer,
            const char *text)
{
  GtkWidget *button = jg_kiosk_ui_button (label, "tile");

  set_answer (button, key, answer, text);
  jg_kiosk_ui_on_click (button, G_CALLBACK (answer_cb), session);
  gtk_box_append (GTK_BOX (tiles), button);
}

static void
add_ages (GtkWidget *tiles, JgKioskSession *session, const char *key)
{
  g_autoptr (GArray) bands = jg_kiosk_band_list (jg_kiosk_session_get_catalogue (session));

  for (guint i = 0; i < bands->len; i++)
    {
      const JgKioskBand *band = &g_array_index (bands, JgKioskBand, i);
      g_autofree char *age = g_strdup_printf ("%d", band->from);
      g_autofree char *label = jg_kiosk_parts_dup_band (band);

      add_answer (tiles, session, label, key, JG_ANSWER_TEXT, age);
    }
}

static void
take_figures_cb (GtkWidget *pad)
{
  JgKioskSession *session = g_object_get_data (G_OBJECT (pad), "session");
  GtkWidget *wrong = g_object_get_data (G_OBJECT (pad), "wrong");
  const Answer *answer = g_object_get_data (G_OBJECT (pad), "answer");
  const char *text = jg_kiosk_pad_get_text (JG_KIOSK_PAD (pad));
  g_autofree char *date = strlen (text) == 6 ? g_strdup_printf ("%.4s-%s", text, text + 4) : NULL;
  gboolean is_date = g_object_get_data (G_OBJECT (pad), "date") != NULL;

  if (*text != '\0' && (!is_date || date != NULL) &&
      jg_kiosk_session_answer (session, answer->key, JG_ANSWER_TEXT, is_date ? date : text))
    jg_kiosk_return (pad);
  else
    gtk_label_set_text (GTK_LABEL (wrong), _ ("That is no answer. Try again."));
}

static void
figures_cb (JgKioskSession *session, GtkWidget *button)
{
  const Answer *answer = g_object_get_data (G_OBJECT (button), "answer");
  gboolean is_date = g_object_get_data (G_OBJECT (button), "date") != NULL;
  GtkWidget *page, *pad, *take;
  GtkBox *body;

  page = jg_kiosk_ui_page (answer->text, &body);
  if (is_date)
    jg_kiosk_ui_text (body, _ ("Year and month, for example 202006."), NULL);
  pad = jg_kiosk_pad_new (_ ("What you entered"), JG_KIOSK_PAD_FIGURES, MAX_FIGURES);
  set_answer (pad, answer->key, JG_ANSWER_TEXT, NULL);
  g_object_set_data (G_OBJECT (pad), "date", GINT_TO_POINTER (is_date));
  g_object_set_data_full (G_OBJECT (pad), "session", g_object_ref (session), g_object_unref);
  g_signal_connect (pad, "activated", G_CALLBACK (take_figures_cb), NULL);
  jg_kiosk_pad_listen (JG_KIOSK_PAD (pad), page);
  gtk_box_append (body, pad);
  g_object_set_data (G_OBJECT (pad), "wrong", jg_kiosk_ui_text (body, "", NULL));
  take = jg_kiosk_ui_button (_ ("OK"), "choice");
  jg_kiosk_ui_on_click (take, G_CALLBACK (take_figures_cb), pad);
  gtk_box_append (body, take);
  jg_kiosk_go (button, page);
}

static void
place_chosen (JgKioskSession *session, GtkWidget *near, const char *key, const char *code)
{
  jg_kiosk_session_answer_place (session, key, code);
  jg_kiosk_return (near);
}

static void
place_cb (JgKioskSession *session, GtkWidget *button)
{
  const Answer *answer = g_object_get_data (G_OBJECT (button), "answer");

  jg_kiosk_go (button, jg_kiosk_place_new (session, answer->key, answer->text, place_chosen));
}

static const JgFact *
find_fact (GPtrArray *facts, const char *key)
{
  for (guint i = 0; i < facts->len; i++)
    if (g_str_equal (((JgFact *) g_ptr_array_index (facts, i))->key, key))
      return g_ptr_array_index (facts, i);
  return NULL;
}

static void
add_opener (GtkWidget *tiles,
            JgKioskSession *session,
            const JgQuestion *question,
            const char *label,
            gboolean is_date,
            GCallback callback)
{
  GtkWidget *button = jg_kiosk_ui_button (label, "tile");

  set_answer (button, question->fact, JG_ANSWER_TEXT, question->question);
  g_object_set_data (G_OBJECT (button), "date", GINT_TO_POINTER (is_date));
  jg_kiosk_ui_on_click (button, callback, session);
  gtk_box_append (GTK_BOX (tiles), button);
}

static void
add_answers (GtkWidget *tiles, JgKioskSession *session, const JgQuestion *question)
{
  g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (jg_kiosk_session_get_catalogue (session));
  const JgFact *fact = find_fact (facts, question->fact);
  const char *key = question->fact;

  if (g_str_has_prefix (key, "place:"))
    add_opener (tiles, session, question, _ ("Choose a Place"), FALSE, G_CALLBACK (place_cb));
  else if (g_str_equal (key, "sex"))
    {
      add_answer (tiles, session, C_ ("sex", "Male"), key, JG_ANSWER_TEXT, "male");
      add_answer (tiles, session, C_ ("sex", "Female"), key, JG_ANSWER_TEXT, "female");
    }
  else if (g_str_equal (key, "education"))
    for (gsize i = 0; jg_education_nicks ()[i] != NULL; i++)
      add_answer (tiles, session, jg_education_label (jg_education_nicks ()[i]), key,
                  JG_ANSWER_TEXT, jg_education_nicks ()[i]);
  else if (g_str_equal (key, "age"))
    add_ages (tiles, session, key);
  else if (fact != NULL && g_str_equal (fact->type, "code") && fact->option_values != NULL)
    for (gsize i = 0; fact->option_values[i] != NULL; i++)
      add_answer (tiles, session, fact->option_names[i], key, JG_ANSWER_TEXT,
                  fact->option_values[i]);
  else if (fact != NULL && !g_str_equal (fact->type, "boolean"))
    add_opener (tiles, session, question, _ ("Enter Figures"), g_str_equal (fact->type, "date"),
                G_CALLBACK (figures_cb));
  else
    {
      add_answer (tiles, session, C_ ("answer", "Yes"), key, JG_ANSWER_YES, NULL);
      add_answer (tiles, session, C_ ("answer", "No"), key, JG_ANSWER_NO, NULL);
    }
  add_answer (tiles, session, C_ ("answer", "Not known"), key, JG_ANSWER_UNKNOWN, NULL);
}

/**
 * jg_kiosk_question_add:
 * @parent: box to append to
 * @session: the session of one person
 * @question: what decides most
 *
 * Appends the question with its answers.
 */
void
jg_kiosk_question_add (GtkBox *parent, JgKioskSession *session, const JgQuestion *question)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  g_return_if_fail (JG_IS_KIOSK_SESSION (session));
  g_return_if_fail (question != NULL);

  gtk_widget_add_css_class (card, "board");
  jg_kiosk_ui_text (GTK_BOX (card), _ ("One more question"), NULL);
  jg_kiosk_ui_heading (GTK_BOX (card), question->question);
  add_answers (jg_kiosk_ui_wrap (GTK_BOX (card)), session, question);
  gtk_box_append (parent, card);
}
