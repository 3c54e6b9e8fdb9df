/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-hint.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../occupations/jg-task-label.h"

static void
collect (const JgCourseSuggestion *suggestion, GArray *from, GArray *text, GString *words)
{
  for (guint i = 0; i < suggestion->shared->len; i++)
    {
      const JgSharedWords *shared = g_ptr_array_index (suggestion->shared, i);

      g_array_append_vals (from, shared->spans->data, shared->spans->len);
      g_array_append_vals (text, shared->other_spans->data, shared->other_spans->len);
      g_string_append_printf (words, "%s%s", i > 0 ? "、" : "", shared->words);
    }
}

static void
add_button (GtkWidget *flow,
            const JgCourseSuggestion *suggestion,
            gboolean accept,
            const char *label,
            const char *name)
{
  GtkWidget *button = jg_ui_add_flow_button (flow, label, NULL);

  jg_ui_set_name (button, name);
  gtk_actionable_set_action_target_value (
      GTK_ACTIONABLE (button),
      g_variant_new ("(uub)", suggestion->module, suggestion->task, accept));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "course.decide");
}

/**
 * jg_course_hint_new:
 * @suggestion: a suggestion
 *
 * Makes the card. Its buttons activate "course.decide" (module, task, accepted).
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
jg_course_hint_new (const JgCourseSuggestion *suggestion)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkBox *card = GTK_BOX (jg_ui_card (GTK_BOX (outer)));
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (JgTextSpan));
  g_autoptr (GArray) text = g_array_new (FALSE, FALSE, sizeof (JgTextSpan));
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *module = g_strdup_printf (_ ("Module %u"), suggestion->module + 1);
  g_autofree char *task = g_strdup_printf (_ ("Task %u"), suggestion->task + 1);
  g_autofree char *accept = g_strdup_printf (_ ("Accept: module %u teaches task %u"),
                                             suggestion->module + 1, suggestion->task + 1);
  g_autofree char *refuse = g_strdup_printf (_ ("Refuse: module %u does not teach task %u"),
                                             suggestion->module + 1, suggestion->task + 1);
  g_autofree char *title = g_strdup_printf ("%s → %s", module, task);
  g_autofree char *common = NULL;
  GtkWidget *flow, *sentence, *words_label;

  collect (suggestion, from, text, words);
  sentence = jg_task_label_new (suggestion->task + 1, suggestion->text, text, task);
  common = g_strdup_printf (_ ("Words in common: %s"), words->str);
  gtk_box_append (card, jg_ui_label (title, "caption-heading"));
  gtk_box_append (card, jg_task_label_new (suggestion->module + 1, suggestion->from, from, module));
  gtk_widget_add_css_class (sentence, "quoted");
  gtk_box_append (card, sentence);
  flow = jg_ui_flow (card);
  add_button (flow, suggestion, TRUE, _ ("Accept"), accept);
  add_button (flow, suggestion, FALSE, _ ("Refuse"), refuse);
  words_label = jg_ui_label (common, "remark");
  gtk_widget_set_valign (words_label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (flow), words_label);
  return outer;
}

/**
 * jg_course_hint_focus_first:
 * @parent: what holds cards
 *
 * Puts the keyboard to the first button of the first card.
 *
 * Returns: %FALSE when there is none
 */
gboolean
jg_course_hint_focus_first (GtkWidget *parent)
{
  if (GTK_IS_BUTTON (parent))
    return gtk_widget_grab_focus (parent);
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (jg_course_hint_focus_first (child))
      return TRUE;
  return FALSE;
}
