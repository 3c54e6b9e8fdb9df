/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-quiz.h"

static void
answer_free (gpointer data)
{
  JgKioskAnswer *self = data;

  g_free (self->label);
  g_strfreev (self->words);
  g_free (self);
}

static void
question_free (gpointer data)
{
  JgKioskQuestion *self = data;

  g_free (self->field);
  g_free (self->text);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static void
add_question (JgKioskQuiz *self, char **parts)
{
  JgKioskQuestion *question = g_new0 (JgKioskQuestion, 1);

  question->field = g_strdup (parts[1]);
  question->text = g_strdup (parts[2]);
  question->answers = g_ptr_array_new_with_free_func (answer_free);
  g_ptr_array_add (self->questions, question);
}

static void
add_answer (JgKioskQuiz *self, char **parts)
{
  JgKioskQuestion *question = g_ptr_array_index (self->questions, self->questions->len - 1);
  JgKioskAnswer *answer = g_new0 (JgKioskAnswer, 1);

  answer->label = g_strdup (parts[1]);
  answer->words = g_strsplit (parts[2], "、", -1);
  g_ptr_array_add (question->answers, answer);
}

/**
 * jg_kiosk_quiz_new:
 * @text: lines of three columns with tabs between them, as ui/kiosk-quiz.tsv says
 * @length: bytes of @text; -1 when it ends in a zero
 *
 * Reads the questions.
 *
 * Returns: (transfer full): the questions, nothing answered
 */
JgKioskQuiz *
jg_kiosk_quiz_new (const char *text, gssize length)
{
  JgKioskQuiz *self = g_new0 (JgKioskQuiz, 1);
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  self->questions = g_ptr_array_new_with_free_func (question_free);
  g_return_val_if_fail (text != NULL, self);

  copy = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  lines = g_strsplit (copy, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (parts) != 3)
        continue;
      if (g_str_equal (parts[0], "?"))
        add_question (self, parts);
      else if (g_str_equal (parts[0], "=") && self->questions->len > 0)
        add_answer (self, parts);
    }
  return self;
}

/**
 * jg_kiosk_quiz_free:
 * @self: the questions
 *
 * Frees them.
 */
void
jg_kiosk_quiz_free (JgKioskQuiz *self)
{
  g_ptr_array_unref (self->questions);
  g_free (self);
}

/* Appends the words of what was answered for one field. */
static void
collect (const JgKioskQuiz *self, const char *field, GPtrArray *words)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const JgKioskQuestion *question = g_ptr_array_index (self->questions, i);

      if (field != NULL && !g_str_equal (question->field, field))
        continue;
      for (guint j = 0; j < question->answers->len; j++)
        {
          const JgKioskAnswer *answer = g_ptr_array_index (question->answers, j);

          for (gsize k = 0; answer->chosen && answer->words[k] != NULL; k++)
            if (*answer->words[k] != '\0' &&
                !g_ptr_array_find_with_equal_func (words, answer->words[k], g_str_equal, NULL))
              g_ptr_array_add (words, answer->words[k]);
        }
    }
}

/**
 * jg_kiosk_quiz_count_words:
 * @self: the questions
 *
 * Returns: how many words for the matcher the answers give
 */
guint
jg_kiosk_quiz_count_words (const JgKioskQuiz *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, 0);

  collect (self, NULL, words);
  return words->len;
}

/**
 * jg_kiosk_quiz_fill:
 * @self: the questions
 * @profile: a jobseeker
 *
 * Puts what was answered into the profile, in place of what was there.
 */
void
jg_kiosk_quiz_fill (const JgKioskQuiz *self, JgProfile *profile)
{
  g_autoptr (GPtrArray) skills = g_ptr_array_new ();
  g_autoptr (GPtrArray) experience = g_ptr_array_new ();
  g_autofree char *sentence = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (JG_IS_PROFILE (profile));

  collect (self, "skills", skills);
  collect (self, "experience", experience);
  g_ptr_array_add (skills, NULL);
  g_ptr_array_add (experience, NULL);
  sentence = g_strjoinv ("，", (char **) experience->pdata);
  jg_profile_set_skills (profile, (const char *const *) skills->pdata);
  jg_profile_set_experience (profile, *sentence != '\0' ? sentence : NULL);
}
