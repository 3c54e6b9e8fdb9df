/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-interests.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-questionnaire.h"

struct _JgInterests
{
  AdwBin parent_instance;

  JgSession *session;
  GPtrArray *choices; /* (element-type GtkDropDown): one a question, in their order */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgInterests, jg_interests, ADW_TYPE_BIN)

static void
chosen_cb (JgInterests *self, GParamSpec *pspec, GtkDropDown *choice)
{
  const JgInterestQuestion *question = g_object_get_data (G_OBJECT (choice), "question");
  guint selected = gtk_drop_down_get_selected (choice);
  const char *answer = NULL;

  if (self->updating)
    return;
  if (selected > 0 && selected <= question->options->len)
    answer = ((JgQuestionOption *) g_ptr_array_index (question->options, selected - 1))->key;
  jg_record_set_answer (jg_session_get_record (self->session), question->key, answer);
}

static void
update (JgInterests *self)
{
  JgRecord *record = jg_session_get_record (self->session);

  self->updating = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkDropDown *choice = g_ptr_array_index (self->choices, i);
      const JgInterestQuestion *question = g_object_get_data (G_OBJECT (choice), "question");
      const char *answer = jg_record_get_answer (record, question->key);
      guint selected = 0;

      for (guint k = 0; answer != NULL && k < question->options->len; k++)
        if (g_str_equal (((JgQuestionOption *) g_ptr_array_index (question->options, k))->key,
                         answer))
          selected = k + 1;
      gtk_drop_down_set_selected (choice, selected);
    }
  self->updating = FALSE;
}

static void
add_question (JgInterests *self, GtkBox *box, const JgInterestQuestion *question)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (words, _ ("Not asked"));
  for (guint i = 0; i < question->options->len; i++)
    gtk_string_list_append (words,
                            ((JgQuestionOption *) g_ptr_array_index (question->options, i))->label);
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  g_object_set_data (G_OBJECT (choice), "question", (gpointer) question);
  jg_ui_field (box, question->question, choice);
  jg_ui_name_drop_down (choice, question->question);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, choice);
}

static void
jg_interests_dispose (GObject *object)
{
  JgInterests *self = JG_INTERESTS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (jg_interests_parent_class)->dispose (object);
}

static void
jg_interests_class_init (JgInterestsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_interests_dispose;
}

static void
jg_interests_init (JgInterests *self)
{
  self->choices = g_ptr_array_new ();
}

/**
 * jg_interests_new:
 * @session: what the pages share
 *
 * Makes the questionnaire, folded up.
 *
 * Returns: (transfer floating): the questionnaire
 */
GtkWidget *
jg_interests_new (JgSession *session)
{
  JgInterests *self;
  const JgQuestionnaire *questionnaire = jg_questionnaire_get ();
  g_autofree char *title = NULL;
  GtkWidget *expander;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_INTERESTS, NULL);
  self->session = g_object_ref (session);
  title = g_strdup_printf (_ ("%s (optional, for orientation only)"), questionnaire->title);
  expander = gtk_expander_new (title);
  jg_ui_set_name (expander, title);
  gtk_box_append (GTK_BOX (box), jg_ui_label (questionnaire->note, "remark"));
  for (guint i = 0; i < questionnaire->questions->len; i++)
    add_question (self, GTK_BOX (box), g_ptr_array_index (questionnaire->questions, i));
  gtk_widget_add_css_class (box, "padded");
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  adw_bin_set_child (ADW_BIN (self), expander);
  update (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "replaced", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
