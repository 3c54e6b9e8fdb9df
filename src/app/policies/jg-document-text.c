/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-document-text.h"

typedef struct
{
  gunichar c;
  int offset; /* in the buffer, in characters */
} Printed;

typedef struct
{
  guint line;
  guint first; /* index of its first printed character */
  int offset;
  char *clause;
} Start;

struct _JgDocumentText
{
  GArray *printed; /* of Printed, white space left out */
  GArray *starts;  /* of Start, one a paragraph */
};

static void
clear_start (gpointer data)
{
  g_free (((Start *) data)->clause);
}

static void
index_paragraph (JgDocumentText *self, const JgParagraph *paragraph, int offset)
{
  Start start = { paragraph->line, self->printed->len, offset, g_strdup (paragraph->clause) };

  g_array_append_val (self->starts, start);
  for (const char *p = paragraph->text; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      Printed printed = { g_utf8_get_char (p), offset };

      if (!g_unichar_isspace (printed.c))
        g_array_append_val (self->printed, printed);
    }
}

/**
 * jg_document_text_new:
 * @buffer: an empty buffer
 * @document: a document with its paragraphs
 * @clause_tag: tag of @buffer for the labels of clauses
 *
 * Puts a document into a buffer: paragraphs as printed, those that a page break had split joined
 * again, and the label of each clause on a line of its own before it.
 *
 * Returns: (transfer full): the index of the text
 */
JgDocumentText *
jg_document_text_new (GtkTextBuffer *buffer, const JgDocument *document, GtkTextTag *clause_tag)
{
  JgDocumentText *self;
  const char *clause = NULL;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  self = g_new0 (JgDocumentText, 1);
  self->printed = g_array_new (FALSE, FALSE, sizeof (Printed));
  self->starts = g_array_new (FALSE, FALSE, sizeof (Start));
  g_array_set_clear_func (self->starts, clear_start);

  for (guint i = 0; i < document->paragraphs->len; i++)
    {
      const JgParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);
      gboolean begins = g_strcmp0 (paragraph->clause, clause) != 0;
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      if (i > 0 && !paragraph->joined)
        gtk_text_buffer_insert (buffer, &end, "\n", 1);
      if (begins && paragraph->clause != NULL && !paragraph->joined)
        {
          gtk_text_buffer_insert_with_tags (buffer, &end, paragraph->clause, -1, clause_tag, NULL);
          gtk_text_buffer_insert (buffer, &end, "\n", 1);
        }
      clause = paragraph->clause;
      index_paragraph (self, paragraph, gtk_text_iter_get_offset (&end));
      gtk_text_buffer_insert (buffer, &end, paragraph->text, -1);
    }
  return self;
}

/**
 * jg_document_text_free:
 * @self: an index
 *
 * Frees the index; the buffer stays.
 */
void
jg_document_text_free (JgDocumentText *self)
{
  g_array_unref (self->printed);
  g_array_unref (self->starts);
  g_free (self);
}

static guint
get_index_of_line (JgDocumentText *self, guint line)
{
  for (guint i = 0; i < self->starts->len; i++)
    {
      const Start *start = &g_array_index (self->starts, Start, i);

      if (start->line >= line)
        return start->first;
    }
  return self->printed->len;
}

static gboolean
find_between (JgDocumentText *self,
              const gunichar *wanted,
              gsize n,
              guint from,
              guint to,
              guint *found)
{
  const Printed *printed = (const Printed *) (gpointer) self->printed->data;

  for (guint i = from; i + n <= to; i++)
    {
      gsize k = 0;

      while (k < n && printed[i + k].c == wanted[k])
        k++;
      if (k == n)
        {
          *found = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * jg_document_text_find:
 * @self: an index
 * @quote: printed words
 * @line: line they stand in, or 0
 * @line_to: last line they may begin in, or 0 for any
 * @start: (out): offset of the first character in the buffer
 * @end: (out): offset after the last
 *
 * Finds a quote. All white space is left out of the comparison on both sides. Without @line_to a
 * quote that is not at or after @line is looked for in the whole text.
 *
 * Returns: %FALSE when it is not there
 */
gboolean
jg_document_text_find (JgDocumentText *self,
                       const char *quote,
                       guint line,
                       guint line_to,
                       int *start,
                       int *end)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gunichar));
  guint from, to, found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (quote != NULL, FALSE);

  for (const char *p = quote; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_array_append_val (wanted, c);
    }
  if (wanted->len == 0)
    return FALSE;
  from = line > 0 ? get_index_of_line (self, line) : 0;
  to = line_to > 0 ? get_index_of_line (self, line_to + 1) : self->printed->len;
  if (!find_between (self, (gunichar *) (gpointer) wanted->data, wanted->len, from, to, &found) &&
      (line_to > 0 || !find_between (self, (gunichar *) (gpointer) wanted->data, wanted->len, 0,
                                     self->printed->len, &found)))
    return FALSE;
  *start = g_array_index (self->printed, Printed, found).offset;
  *end = g_array_index (self->printed, Printed, found + wanted->len - 1).offset + 1;
  return TRUE;
}

/**
 * jg_document_text_find_line:
 * @self: an index
 * @line: a line
 * @start: (out): offset of the paragraph in the buffer
 *
 * Finds the paragraph of a line.
 *
 * Returns: %FALSE when it is not there
 */
gboolean
jg_document_text_find_line (JgDocumentText *self, guint line, int *start)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->starts->len; i++)
    if (g_array_index (self->starts, Start, i).line >= line)
      {
        *start = g_array_index (self->starts, Start, i).offset;
        return TRUE;
      }
  return FALSE;
}

/**
 * jg_document_text_get_clause:
 * @self: an index
 * @offset: offset in the buffer as it was filled
 *
 * Gets the clause a place of the text belongs to.
 *
 * Returns: (transfer none) (nullable): its label, or %NULL before the first
 */
const char *
jg_document_text_get_clause (JgDocumentText *self, int offset)
{
  const char *clause = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->starts->len; i++)
    {
      const Start *start = &g_array_index (self->starts, Start, i);

      if (start->offset > offset)
        break;
      clause = start->clause;
    }
  return clause;
}
