/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The document's text, from which sentences are taken, and the occupations that they name. */

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "catalogue/jg-quote.h"
#include "jg-local-form.h"
#include "jg-local-measure-private.h"

#define TEXT_HEIGHT 200
#define MAX_FOUND 5

static const char *
get_text (JgLocalMeasure *self)
{
  const JgPackDocument *document =
      jg_local_pack_find_document (self->pack, jg_local_choice_get (self->document));

  return document != NULL ? document->text : "";
}

/* What is selected, as whole sentences or to the letter; NULL where nothing is. */
static char *
dup_selection (JgLocalMeasure *self, gboolean whole)
{
  const char *text = get_text (self);
  GtkTextIter start, end;
  guint from, to;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end) && !whole)
    return NULL;
  from = (guint) gtk_text_iter_get_offset (&start);
  to = (guint) gtk_text_iter_get_offset (&end);
  if (whole && !jg_quote_find_sentence (text, from, to, &from, &to))
    return NULL;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) to);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  return g_utf8_substring (text, from, to);
}

static void
quote_cb (JgLocalMeasure *self)
{
  char *quote = dup_selection (self, TRUE);

  if (quote == NULL)
    return;
  g_free (self->measure->quote);
  self->measure->quote = quote;
  gtk_label_set_text (self->quote, quote);
  jg_local_measure_touch (self);
}

static void
amount_cb (JgLocalMeasure *self)
{
  g_autofree char *words = dup_selection (self, FALSE);

  if (words != NULL)
    jg_local_entry_set_text (self->amount, words);
}

static void
validity_cb (JgLocalMeasure *self)
{
  char *quote = dup_selection (self, TRUE);

  if (quote == NULL)
    return;
  g_free (self->measure->validity_quote);
  self->measure->validity_quote = quote;
  gtk_label_set_text (self->validity, quote);
  if (g_str_equal (jg_local_choice_get (self->basis), "none"))
    jg_local_choice_set (self->basis, "document-term");
  jg_local_measure_touch (self);
}

static void
add_button (GtkBox *box, const char *label, GCallback callback, JgLocalMeasure *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  jg_ui_set_name (button, label);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

/* jg_local_measure_make_text:
 *
 * Returns: (transfer floating): the text of the chosen document, and what can be done with a selection */
GtkWidget *
jg_local_measure_make_text (JgLocalMeasure *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *buttons = jg_local_flow_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  g_object_set (self->view, "left-margin", 9, "right-margin", 9, "top-margin", 9, "bottom-margin",
                9, NULL);
  jg_ui_set_name (self->view, _ ("Text of the document"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  jg_ui_set_name (scroller, _ ("Text of the document"));
  gtk_box_append (GTK_BOX (box), scroller);
  add_button (GTK_BOX (buttons), _ ("Selection Is the Sentence"), G_CALLBACK (quote_cb), self);
  add_button (GTK_BOX (buttons), _ ("Selection Is the Amount"), G_CALLBACK (amount_cb), self);
  add_button (GTK_BOX (buttons), _ ("Selection States the Dates"), G_CALLBACK (validity_cb), self);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/* jg_local_measure_show_text:
 *
 * Shows the text of the document that is chosen. */
void
jg_local_measure_show_text (JgLocalMeasure *self)
{
  gtk_text_buffer_set_text (self->buffer, get_text (self), -1);
}

static void
words_changed_cb (JgLocalMeasure *self, GtkWidget *entry)
{
  JgOccupationLink *link = g_object_get_data (G_OBJECT (entry), "link");

  g_free (link->words);
  link->words = jg_local_entry_dup_text (entry);
  g_free (link->basis);
  link->basis = g_strdup (link->words != NULL ? "explicit" : "natural");
  jg_local_measure_touch (self);
}

static void
remove_link_cb (JgLocalMeasure *self, GtkWidget *button)
{
  g_ptr_array_remove (self->measure->occupations, g_object_get_data (G_OBJECT (button), "link"));
  jg_local_measure_show_links (self);
  jg_local_measure_touch (self);
}

static void
add_link_cb (JgLocalMeasure *self, GtkWidget *button)
{
  JgOccupationLink *link = g_new0 (JgOccupationLink, 1);

  link->occupation = g_strdup (g_object_get_data (G_OBJECT (button), "occupation"));
  link->basis = g_strdup ("natural");
  g_ptr_array_add (self->measure->occupations, link);
  jg_ui_clear (self->found);
  jg_local_measure_show_links (self);
  jg_local_measure_touch (self);
}

static void
find_links_cb (JgLocalMeasure *self, GtkWidget *entry)
{
  g_autofree char *query = jg_local_entry_dup_text (entry);
  g_autoptr (GPtrArray) hits = NULL;

  jg_ui_clear (self->found);
  if (query == NULL)
    return;
  hits = jg_search_query (jg_session_get_search (self->session), query, MAX_FOUND);
  for (guint i = 0; i < hits->len; i++)
    {
      const JgSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *name = g_strdup_printf (_ ("Link %s"), hit->occupation->name);
      GtkWidget *button;

      /* The pack stands on the shipped catalogue alone. */
      if (!g_str_equal (hit->occupation->provenance, "official"))
        continue;
      button = jg_ui_link (name, NULL, NULL);
      g_object_set_data_full (G_OBJECT (button), "occupation", g_strdup (hit->occupation->id),
                              g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (add_link_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->found, button);
    }
}

/* jg_local_measure_make_links:
 *
 * Returns: (transfer floating): the occupations of the measure and a search for more */
GtkWidget *
jg_local_measure_make_links (JgLocalMeasure *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();

  self->links = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->found = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_object_set (entry, "placeholder-text", _ ("Find an occupation"), "search-delay", 0, NULL);
  jg_ui_set_name (entry, _ ("Find an occupation to link"));
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (find_links_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->links));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->found));
  return box;
}

/* jg_local_measure_show_links:
 *
 * Shows the occupations that are linked. */
void
jg_local_measure_show_links (JgLocalMeasure *self)
{
  jg_ui_clear (self->links);
  for (guint i = 0; i < self->measure->occupations->len; i++)
    {
      JgOccupationLink *link = g_ptr_array_index (self->measure->occupations, i);
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), link->occupation);
      const char *name = occupation != NULL ? occupation->name : link->occupation;
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *entry = jg_local_entry_new (_ ("Words of the sentence that name it"));
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *words = g_strdup_printf (_ ("Words of the sentence that name %s"), name);
      g_autofree char *remove = g_strdup_printf (_ ("Remove the link to %s"), name);

      jg_local_entry_set_text (entry, link->words);
      jg_ui_set_name (entry, words);
      gtk_widget_set_hexpand (entry, TRUE);
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, remove);
      jg_ui_set_name (button, remove);
      g_object_set_data (G_OBJECT (entry), "link", link);
      g_object_set_data (G_OBJECT (button), "link", link);
      g_signal_connect_object (entry, "changed", G_CALLBACK (words_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_link_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), jg_ui_label (name, NULL));
      gtk_box_append (GTK_BOX (row), entry);
      gtk_box_append (GTK_BOX (row), button);
      gtk_box_append (self->links, row);
    }
}
