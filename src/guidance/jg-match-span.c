/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where something stands in a clause. */

#include "jg-match-span.h"

/* The most characters between the two parts of a synonym. */
#define MAX_GAP 8

/**
 * jg_match_spans_add:
 * @spans: (element-type JgMatchSpan): where to put them
 * @text: a clause
 * @needle: what to look for
 * @item: what the spans stand for
 *
 * Adds every place where @needle stands in a clause as a word.
 */
void
jg_match_spans_add (GArray *spans,
                    const JgMatchText *text,
                    const JgMatchText *needle,
                    gpointer item)
{
  guint start = 0;

  for (guint from = 0; jg_match_text_find (text, needle, from, &start); from = start + 1)
    {
      JgMatchSpan span = { start, start + needle->length, item };

      g_array_append_val (spans, span);
    }
}

/**
 * jg_match_spans_add_gapped:
 * @spans: (element-type JgMatchSpan): where to put them
 * @text: a clause
 * @synonym: a synonym with a gap
 *
 * Adds every place where the second part follows the first soon enough, and nothing that is taken out stands between.
 */
void
jg_match_spans_add_gapped (GArray *spans, const JgMatchText *text, JgMatchSynonym *synonym)
{
  guint start = 0;
  guint second = 0;

  for (guint from = 0; jg_match_text_find (text, synonym->text, from, &start); from = start + 1)
    {
      guint end = start + synonym->text->length;
      JgMatchSpan span = { start, 0, synonym };

      if (!jg_match_text_find (text, synonym->rest, end, &second) || second - end > MAX_GAP)
        continue;
      while (end < second && text->chars[end] != 0)
        end++;
      span.end = second + synonym->rest->length;
      if (end == second)
        g_array_append_val (spans, span);
    }
}

/**
 * jg_match_spans_cover:
 * @spans: (element-type JgMatchSpan): spans
 * @span: a span
 *
 * Tells whether a longer one covers a span: the longer words win, 电商主播 says nothing of 电商.
 *
 * Returns: %TRUE when one does
 */
gboolean
jg_match_spans_cover (const GArray *spans, const JgMatchSpan *span)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchSpan *other = &g_array_index (spans, JgMatchSpan, i);

      if (other->start <= span->start && other->end >= span->end &&
          other->end - other->start > span->end - span->start)
        return TRUE;
    }
  return FALSE;
}

/**
 * jg_match_spans_cross:
 * @spans: (element-type JgMatchSpan): spans
 * @span: a span
 *
 * Tells whether a span shares a place with another one that it does not hold whole.
 *
 * Returns: %TRUE when it does
 */
gboolean
jg_match_spans_cross (const GArray *spans, const JgMatchSpan *span)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchSpan *other = &g_array_index (spans, JgMatchSpan, i);

      if (span->start < other->end && other->start < span->end &&
          (other->start < span->start || other->end > span->end))
        return TRUE;
    }
  return FALSE;
}

/**
 * jg_match_spans_end:
 * @spans: (element-type JgMatchSpan): spans
 * @span: a span
 *
 * Tells whether a span ends a longer one, or begins in one and ends behind it: the last word says what something is, and in
 * 养护工 it is no 护工, while 养老院 in 养老院护理员 says where.
 *
 * Returns: %TRUE when it does
 */
gboolean
jg_match_spans_end (const GArray *spans, const JgMatchSpan *span)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const JgMatchSpan *other = &g_array_index (spans, JgMatchSpan, i);

      if (other->start < span->start && span->start < other->end && span->end >= other->end)
        return TRUE;
    }
  return FALSE;
}
