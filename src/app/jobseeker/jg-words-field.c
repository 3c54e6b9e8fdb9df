/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-words-field.h"

#include "../jg-ui.h"

typedef struct
{
  JgSession *session; /* borrowed; the widget's handlers end with it */
  JgRecordText field;
  GtkTextBuffer *buffer;
  gboolean updating;
} Words;

static void
words_free (gpointer data)
{
  g_object_unref (((Words *) data)->session);
  g_free (data);
}

static Words *
get_words (GtkWidget *view)
{
  return g_object_get_data (G_OBJECT (view), "words");
}

static void
changed_cb (GtkWidget *view)
{
  Words *words = get_words (view);
  g_autofree char *text = NULL;

  g_object_get (words->buffer, "text", &text, NULL);
  if (!words->updating)
    jg_record_set_text (jg_session_get_record (words->session), words->field, text);
}

static void
show_value (GtkWidget *view)
{
  Words *words = get_words (view);
  const char *text = jg_record_get_text (jg_session_get_record (words->session), words->field);

  words->updating = TRUE;
  gtk_text_buffer_set_text (words->buffer, text != NULL ? text : "", -1);
  words->updating = FALSE;
}

/* What is longer than the record takes is not typed at all, rather than lost later. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter *where,
                const char *text,
                int length,
                gpointer view)
{
  guint max = jg_record_text_max (get_words (view)->field);

  if ((guint) gtk_text_buffer_get_char_count (buffer) + g_utf8_strlen (text, length) > max)
    {
      g_signal_stop_emission_by_name (buffer, "insert-text");
      gtk_widget_error_bell (view);
    }
}

/**
 * jg_words_field_new:
 * @session: what the pages share
 * @field: which words of the record
 * @name: what a screen reader says
 * @lines: how many lines are seen at once
 *
 * Makes an entry of several lines for words of the record. Tab leaves it.
 *
 * Returns: (transfer floating): the entry
 */
GtkWidget *
jg_words_field_new (JgSession *session, JgRecordText field, const char *name, int lines)
{
  GtkTextBuffer *buffer;
  GtkWidget *scroller, *view;
  Words *words;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  scroller = jg_ui_words (name, lines, &buffer);
  view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  words = g_new0 (Words, 1);
  words->session = g_object_ref (session);
  words->field = field;
  words->buffer = buffer;
  g_object_set_data_full (G_OBJECT (view), "words", words, words_free);
  show_value (view);
  g_signal_connect_object (words->buffer, "insert-text", G_CALLBACK (insert_text_cb), view, 0);
  g_signal_connect_object (words->buffer, "changed", G_CALLBACK (changed_cb), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "replaced", G_CALLBACK (show_value), view, G_CONNECT_SWAPPED);
  return scroller;
}
