/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-related.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-related.h"
#include "jg-task-label.h"

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const JgTextSpan *x = a;
  const JgTextSpan *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* Where the shared words stand in one of the two sentences. */
static GArray *
collect_spans (const JgTaskPair *pair, gboolean other)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (JgTextSpan));

  for (guint i = 0; i < pair->shared->len; i++)
    {
      const JgSharedWords *shared = g_ptr_array_index (pair->shared, i);
      const GArray *more = other ? shared->other_spans : shared->spans;

      g_array_append_vals (spans, more->data, more->len);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

static char *
dup_words (const JgTaskPair *pair)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) text = NULL;
  const char *everyday = NULL;

  for (guint i = 0; i < pair->shared->len; i++)
    {
      const JgSharedWords *shared = g_ptr_array_index (pair->shared, i);

      if (shared->everyday)
        everyday = shared->words;
      else
        g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "", shared->words);
    }
  text = g_string_new (NULL);
  g_string_printf (text, _ ("Words in common: %s"), words->str);
  if (everyday != NULL)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("people say “%s” for both"), everyday);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_pair (GtkBox *card, const JgRelated *related, const JgTaskPair *pair)
{
  g_autoptr (GArray) spans = collect_spans (pair, FALSE);
  g_autoptr (GArray) other_spans = collect_spans (pair, TRUE);
  g_autofree char *words = dup_words (pair);
  g_autofree char *here = g_strdup_printf (_ ("Task %u of this occupation"), pair->task);
  g_autofree char *there =
      g_strdup_printf (_ ("%s, task %u"), related->occupation->name, pair->other_task);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *other = jg_task_label_new (pair->other_task, pair->other_text, other_spans, there);

  gtk_widget_add_css_class (box, "pair");
  gtk_widget_add_css_class (other, "quoted");
  gtk_box_append (GTK_BOX (box), jg_task_label_new (pair->task, pair->text, spans, here));
  gtk_box_append (GTK_BOX (box), other);
  gtk_box_append (GTK_BOX (box), jg_ui_label (words, "remark"));
  gtk_box_append (card, box);
}

static void
add_entry (GtkBox *box, const JgRelated *related)
{
  GtkWidget *card = jg_ui_card (box);
  g_autofree char *code = jg_ui_dup_code (related->occupation->code, related->occupation->edition);
  g_autofree char *name = g_strdup_printf ("%s · %s", related->occupation->name, code);
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u task alike", "%u tasks alike", related->pairs->len), related->pairs->len);
  GtkWidget *link =
      jg_ui_link (name, "win.show-occupation", g_variant_new_string (related->occupation->id));

  gtk_widget_add_css_class (link, "heading");
  gtk_box_append (GTK_BOX (card), link);
  gtk_box_append (GTK_BOX (card), jg_ui_label (count, "remark"));
  for (guint i = 0; i < related->pairs->len; i++)
    add_pair (GTK_BOX (card), related, g_ptr_array_index (related->pairs, i));
}

/**
 * jg_occupation_add_related:
 * @box: where to append
 * @session: what the pages share
 * @occupation: an occupation
 *
 * Adds the occupations with tasks alike, sentence against sentence with the words they share marked; says so when there
 * are none.
 */
void
jg_occupation_add_related (GtkBox *box, JgSession *session, JgOccupation *occupation)
{
  g_autoptr (GPtrArray) related = NULL;
  GtkWidget *section;

  if (occupation->tasks->len == 0)
    return;
  related = jg_related_list (jg_session_get_catalogue (session), occupation->id);
  section =
      jg_ui_section (box, _ ("Related occupations"),
                     _ ("JobGuide compared the tasks sentence by sentence; the notices do not "
                        "say so. Those with more tasks alike come first."));
  for (guint i = 0; i < related->len; i++)
    add_entry (GTK_BOX (section), g_ptr_array_index (related, i));
  if (related->len == 0)
    gtk_box_append (GTK_BOX (section),
                    jg_ui_label (_ ("No other occupation has tasks like these."), "remark"));
}
