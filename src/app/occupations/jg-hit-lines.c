/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-hit-lines.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "catalogue/jg-provenance.h"

/* Characters before a hit in a long text. */
#define LEAD_CHARS 12

/* Cuts a long text so that the hit stands near its beginning; moves the range along. */
static char *
dup_excerpt (const char *text, int *start, int *end)
{
  const char *from;
  glong before;
  int length = *end - *start;

  if (*start <= 0)
    return g_strdup (text);
  before = g_utf8_pointer_to_offset (text, text + *start);
  if (before <= LEAD_CHARS + 6)
    return g_strdup (text);
  from = g_utf8_offset_to_pointer (text, before - LEAD_CHARS);
  *start = (int) (text + *start - from) + (int) strlen ("…");
  *end = *start + length;
  return g_strconcat ("…", from, NULL);
}

/* A subtitle of several parts, one of which may be marked. */
typedef struct
{
  GString *text;
  int start;
  int end;
} Subtitle;

static void
subtitle_add (Subtitle *self, const char *part)
{
  g_string_append (self->text, part);
}

static void
subtitle_add_marked (Subtitle *self, const char *text, int start, int end)
{
  g_autofree char *excerpt = dup_excerpt (text, &start, &end);

  if (start >= 0)
    {
      self->start = (int) self->text->len + start;
      self->end = (int) self->text->len + end;
    }
  subtitle_add (self, excerpt);
}

static void
add_field (Subtitle *subtitle, const JgSearchHit *hit)
{
  if (hit->near)
    {
      subtitle_add (subtitle, C_ ("search", "similar"));
      subtitle_add (subtitle, " · ");
    }
  subtitle_add (subtitle, jg_search_field_label (hit->field));
  subtitle_add (subtitle, "：");
  subtitle_add_marked (subtitle, hit->text, hit->hit_start, hit->hit_end);
  if (hit->edition != NULL)
    {
      g_autofree char *edition = g_strdup_printf (_ (" (%s edition)"), hit->edition);

      subtitle_add (subtitle, edition);
    }
  if (jg_provenance_is_local (hit->provenance))
    {
      subtitle_add (subtitle, " · ");
      subtitle_add (subtitle, jg_ui_provenance_note (hit->provenance));
    }
}

/* The name is not said twice: what hit is marked in the title. */
static void
add_name (Subtitle *subtitle, const JgSearchHit *hit)
{
  if (hit->near)
    {
      subtitle_add (subtitle, C_ ("search", "similar"));
      subtitle_add (subtitle, " · ");
    }
  subtitle_add (subtitle, jg_search_field_label (hit->field));
  if (hit->occupation->definition != NULL)
    {
      subtitle_add (subtitle, " · ");
      subtitle_add (subtitle, hit->occupation->definition);
    }
}

/**
 * jg_hit_line_new:
 * @hit: an occupation found
 *
 * Makes the line of an occupation. An alias is never its title.
 *
 * Returns: (transfer full): the line
 */
JgLine *
jg_hit_line_new (const JgSearchHit *hit)
{
  const JgOccupationSummary *summary = hit->occupation;
  gboolean in_title = hit->field == JG_SEARCH_NAME && strcmp (hit->text, summary->name) == 0;
  gboolean cancelled = g_strcmp0 (summary->status, "cancelled") == 0;
  const char *note =
      cancelled ? C_ ("occupation", "cancelled") : jg_ui_provenance_note (summary->provenance);
  g_autofree char *code = jg_ui_dup_code (summary->code, summary->edition);
  g_autofree char *badge = note != NULL ? g_strdup_printf ("%s · %s", code, note) : g_strdup (code);
  Subtitle subtitle = { g_string_new (NULL), -1, -1 };
  JgLine *line;

  if (in_title)
    add_name (&subtitle, hit);
  else
    add_field (&subtitle, hit);
  line = jg_line_new (JG_LINE_ITEM, summary->id, summary->name, subtitle.text->str, badge);
  jg_line_set_check (line, _ ("In the comparison"), _ ("Compare (Ctrl+D)"));
  g_string_free (subtitle.text, TRUE);
  if (in_title)
    jg_line_mark_title (line, hit->hit_start, hit->hit_end);
  else
    jg_line_mark_subtitle (line, subtitle.start, subtitle.end);
  return line;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff1b || c == ';' || c == 0xff01 || c == 0xff1f; /* 。；！？ */
}

/* The sentence of a paragraph that a hit is in. */
static char *
dup_sentence (const char *text, int start, int end)
{
  const char *from = text + MAX (start, 0);
  const char *to = text + MAX (end, 0);

  while (from > text && !ends_sentence (g_utf8_get_char (g_utf8_prev_char (from))))
    from = g_utf8_prev_char (from);
  while (*to != '\0' && !ends_sentence (g_utf8_get_char (to)))
    to = g_utf8_next_char (to);
  if (*to != '\0')
    to = g_utf8_next_char (to);
  return g_strstrip (g_strndup (from, (gsize) (to - from)));
}

static const char *
get_text_label (const JgSearchText *text)
{
  if (text->clause != NULL)
    return text->clause;
  if (text->kind == JG_SEARCH_DOCUMENTS && text->line == 0)
    return C_ ("document", "Number");
  return C_ ("document", "Text");
}

/**
 * jg_hit_line_new_for_text:
 * @text: a document or measure found
 *
 * Makes the line of a document or measure; opening it shows it at the sentence that hit.
 *
 * Returns: (transfer full): the line
 */
JgLine *
jg_hit_line_new_for_text (const JgSearchText *text)
{
  gboolean measure = text->kind == JG_SEARCH_MEASURES;
  Subtitle subtitle = { g_string_new (NULL), -1, -1 };
  JgLine *line;

  if (text->in_title)
    subtitle_add (&subtitle, measure ? C_ ("measure", "Name") : C_ ("document", "Title"));
  else
    {
      subtitle_add (&subtitle, get_text_label (text));
      subtitle_add (&subtitle, "：");
      subtitle_add_marked (&subtitle, text->text, text->hit_start, text->hit_end);
    }
  line = jg_line_new (JG_LINE_ITEM, NULL, text->title, subtitle.text->str, text->number);
  g_string_free (subtitle.text, TRUE);
  if (text->in_title)
    jg_line_mark_title (line, text->hit_start, text->hit_end);
  else
    jg_line_mark_subtitle (line, subtitle.start, subtitle.end);

  if (measure)
    jg_line_set_action (line, "win.show-measure", g_variant_new_string (text->key));
  else
    {
      g_autofree char *sentence = text->line > 0 && text->hit_start >= 0
                                      ? dup_sentence (text->text, text->hit_start, text->hit_end)
                                      : g_strdup ("");

      jg_line_set_action (line, "win.show-document",
                          g_variant_new ("(sus)", text->key, (guint32) text->line, sentence));
    }
  return line;
}
