/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-ask.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-match.h"
#include "jg-kiosk-parts.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"

#define MAX_MATCHES 3
#define MAX_REASONS 3

static gboolean
is_sentence (const JgMatchReason *reason)
{
  return reason->task > 0 || g_strcmp0 (reason->via, "definition") == 0;
}

/* A sentence of the notice says more than a name that is the same word. */
static void
add_reasons (GtkBox *body, const JgMatch *match)
{
  const char *last = NULL;
  guint n_shown = 0;

  for (int names = 0; names <= 1 && n_shown == 0; names++)
    for (guint i = 0; i < match->reasons->len && n_shown < MAX_REASONS; i++)
      {
        const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);
        g_autofree char *said = g_strdup_printf (_ ("You said: %s"), reason->from);
        g_autofree char *printed = reason->task > 0
                                       ? g_strdup_printf ("%d. %s", reason->task, reason->text)
                                       : g_strdup (reason->text);

        if (!names && !is_sentence (reason))
          continue;
        if (g_strcmp0 (last, reason->from) != 0)
          jg_kiosk_ui_text (body, said, NULL);
        last = reason->from;
        jg_kiosk_ui_text (body, printed, "quote");
        n_shown++;
      }
}

static GtkWidget *
make_results (JgKioskSession *session)
{
  JgKioskQuiz *quiz = jg_kiosk_session_get_quiz (session);
  g_autoptr (JgMatchResult) result = NULL;
  GtkBox *body;
  GtkWidget *page = jg_kiosk_ui_page (_ ("This may suit you"), &body);

  jg_kiosk_quiz_fill (quiz, jg_kiosk_session_get_profile (session));
  result = jg_match_profile (jg_kiosk_session_get_catalogue (session),
                             jg_kiosk_session_get_profile (session), MAX_MATCHES);
  if (result->matches->len == 0)
    jg_kiosk_ui_text (body,
                      jg_kiosk_quiz_count_words (quiz) == 0
                          ? _ ("You have not chosen anything yet. Go back and choose.")
                          : _ ("No occupation here fits. Ask at the counter."),
                      NULL);
  for (guint i = 0; i < result->matches->len; i++)
    {
      const JgMatch *match = g_ptr_array_index (result->matches, i);
      g_autofree char *code = jg_ui_dup_code (match->occupation->code, match->occupation->edition);

      jg_kiosk_parts_occupation (body, session, match->occupation->id, match->occupation->name,
                                 code);
      add_reasons (body, match);
    }
  jg_kiosk_parts_remind (body, session);
  return page;
}

static GtkWidget *make_question (JgKioskSession *session, guint number);

static void
chosen_cb (GtkToggleButton *toggle)
{
  JgKioskAnswer *answer = g_object_get_data (G_OBJECT (toggle), "answer");

  answer->chosen = gtk_toggle_button_get_active (toggle);
  jg_kiosk_ui_show_chosen (GTK_WIDGET (toggle), answer->chosen);
}

static void
next_cb (JgKioskSession *session, GtkWidget *button)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));

  jg_kiosk_go (button, make_question (session, number));
}

static void
results_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, make_results (session));
}

static GtkWidget *
make_question (JgKioskSession *session, guint number)
{
  JgKioskQuiz *quiz = jg_kiosk_session_get_quiz (session);
  const JgKioskQuestion *question = g_ptr_array_index (quiz->questions, number);
  g_autofree char *progress =
      g_strdup_printf (_ ("Question %u of %u"), number + 1, quiz->questions->len);
  GtkWidget *page, *tiles, *button;
  GtkBox *body;

  page = jg_kiosk_ui_page (question->text, &body);
  jg_kiosk_ui_text (body, progress, NULL);
  jg_kiosk_ui_text (body, _ ("You may choose several."), NULL);
  tiles = jg_kiosk_ui_wrap (body);
  for (guint i = 0; i < question->answers->len; i++)
    {
      JgKioskAnswer *answer = g_ptr_array_index (question->answers, i);
      GtkWidget *toggle = jg_kiosk_ui_toggle (answer->label, answer->chosen);

      /* The answers live as long as the process. */
      g_object_set_data (G_OBJECT (toggle), "answer", answer);
      g_signal_connect (toggle, "toggled", G_CALLBACK (chosen_cb), NULL);
      gtk_box_append (GTK_BOX (tiles), toggle);
    }
  if (number + 1 < quiz->questions->len)
    {
      button = jg_kiosk_ui_button (_ ("Next Question"), "choice");
      g_object_set_data (G_OBJECT (button), "number", GUINT_TO_POINTER (number + 1));
      jg_kiosk_ui_on_click (button, G_CALLBACK (next_cb), session);
      gtk_box_append (body, button);
    }
  button = jg_kiosk_ui_button (_ ("See the Result"), "choice");
  jg_kiosk_ui_on_click (button, G_CALLBACK (results_cb), session);
  gtk_box_append (body, button);
  return page;
}

/**
 * jg_kiosk_ask_new:
 * @session: the session of one person
 *
 * Makes the first question of what the person can do. The result can be seen after each.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_ask_new (JgKioskSession *session)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);

  return make_question (session, 0);
}
