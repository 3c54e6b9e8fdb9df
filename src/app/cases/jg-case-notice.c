/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-notice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-paper-output.h"
#include "../jg-ui.h"
#include "paper/jg-letter.h"

static GtkTextView *
get_view (GtkWidget *notice)
{
  return GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (notice)));
}

/**
 * jg_case_notice_new:
 * @text: the notice
 * @editable: whether it may be changed
 *
 * Makes a frame with the notice.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
jg_case_notice_new (const char *text, gboolean editable)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (text != NULL, NULL);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), editable);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  jg_ui_set_name (view, _ ("Notice to jobseekers"));
  jg_ui_set_name (scroller, _ ("Notice to jobseekers"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/**
 * jg_case_notice_dup_text:
 * @notice: what jg_case_notice_new() made
 *
 * Gets the notice as it stands there.
 *
 * Returns: (transfer full): the text, without white space around it
 */
char *
jg_case_notice_dup_text (GtkWidget *notice)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (notice), NULL);

  buffer = gtk_text_view_get_buffer (get_view (notice));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/**
 * jg_case_notice_print:
 * @near: a widget of the window
 * @text: the notice; its first line is the title
 * @version: which version it is
 *
 * Opens the print dialog for a notice that somebody can sign.
 */
void
jg_case_notice_print (GtkWidget *near, const char *text, guint version)
{
  const char *end;
  g_autofree char *title = NULL;
  g_autofree char *foot = NULL;
  g_autoptr (JgPaper) paper = NULL;

  g_return_if_fail (text != NULL);

  end = strchrnul (text, '\n');
  title = g_strndup (text, (gsize) (end - text));
  foot = g_strdup_printf ("告知书第 %u 版。", version);
  {
    const JgLetterPart parts[] = {
      { JG_VOICE_BODY, *end != '\0' ? end + 1 : "" },
      { JG_VOICE_BODY, "\n□ 同意保存　　□ "
                       "不同意保存　　本人（签字）：＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日" },
    };

    paper = jg_letter_new (title, parts, G_N_ELEMENTS (parts), foot);
  }
  jg_paper_output_print (near, paper, _ ("Notice to jobseekers"));
}
