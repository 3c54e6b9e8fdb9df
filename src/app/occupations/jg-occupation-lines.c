/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-lines.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../jg-line.h"
#include "../jg-ui.h"

#define MAX_HITS 50
#define LEAD_CHARS 12

/* A code without another edition is of this one, which the notices amend. */
#define HOME_EDITION "2020"

typedef enum
{
  GROUP_PRINTED,  /* with the definition of the notice */
  GROUP_ADJUSTED, /* touched by the notices, no definition printed */
  GROUP_CANCELLED,
  GROUP_LISTED, /* known by name from a list that was not compared with print */
  N_GROUPS,
} Group;

static Group
get_group (const JgOccupationSummary *summary)
{
  if (g_strcmp0 (summary->status, "cancelled") == 0)
    return GROUP_CANCELLED;
  if (g_strcmp0 (summary->provenance, "secondary") == 0 && summary->definition == NULL)
    return GROUP_LISTED;
  return summary->definition != NULL ? GROUP_PRINTED : GROUP_ADJUSTED;
}

static char *
dup_group_title (Group group, guint n)
{
  switch (group)
    {
    case GROUP_PRINTED:
      return g_strdup_printf (_ ("New occupations, with definition and tasks (%u)"), n);
    case GROUP_ADJUSTED:
      return g_strdup_printf (_ ("Adjusted by the notices, no definition printed (%u)"), n);
    case GROUP_CANCELLED:
      return g_strdup_printf (_ ("Cancelled (%u)"), n);
    case GROUP_LISTED:
      return g_strdup_printf (_ ("From a list, by name only, to be verified (%u)"), n);
    case N_GROUPS:
    default:
      g_assert_not_reached ();
    }
}

static JgLine *
new_occupation_line (const JgOccupationSummary *summary)
{
  g_autofree char *code = jg_ui_dup_code (summary->code, summary->edition);
  /* The codes of another edition are all from a list. */
  gboolean at_home = g_strcmp0 (summary->edition, HOME_EDITION) == 0;
  const char *note =
      jg_ui_provenance_note (at_home || summary->code == NULL ? summary->provenance : "secondary");
  g_autofree char *subtitle =
      note != NULL ? g_strdup_printf ("%s · %s", code, note) : g_strdup (code);
  gboolean cancelled = g_strcmp0 (summary->status, "cancelled") == 0;

  return jg_line_new (JG_LINE_ITEM, summary->id, summary->name, subtitle,
                      cancelled ? C_ ("occupation", "cancelled") : NULL);
}

static void
add_classes (GPtrArray *lines, JgCatalogue *catalogue, const char *edition, const char *class_code)
{
  g_autoptr (GPtrArray) classes = jg_catalogue_list_classes (catalogue, edition, class_code);
  g_autofree char *heading = NULL;

  if (classes == NULL || classes->len == 0)
    return;
  if (class_code != NULL)
    heading = g_strdup (_ ("Classes within"));
  else if (g_str_equal (edition, HOME_EDITION))
    heading = g_strdup (_ ("Browse by class"));
  else
    heading = g_strdup_printf (_ ("Browse by class of the %s edition, to be verified"), edition);
  g_ptr_array_add (lines, jg_line_new (JG_LINE_HEADING, NULL, heading, NULL, NULL));
  for (guint i = 0; i < classes->len; i++)
    {
      JgOccupationClass *item = g_ptr_array_index (classes, i);
      const char *note = jg_ui_provenance_note (item->provenance);
      g_autofree char *subtitle = NULL;
      g_autofree char *count = NULL;

      if (item->n_occupations == 0)
        continue;
      if (note != NULL && g_str_equal (edition, HOME_EDITION))
        subtitle = g_strdup_printf (_ ("Class name %s"), note);
      else if (note != NULL)
        subtitle = g_strdup_printf (_ ("%s edition, %s"), edition, note);
      count = g_strdup_printf ("%u ›", item->n_occupations);
      {
        g_autofree char *title = g_strdup_printf ("%s %s", item->code, item->name);
        g_autofree char *id = g_strdup_printf ("%s:%s", edition, item->code);

        g_ptr_array_add (lines, jg_line_new (JG_LINE_CLASS, id, title, subtitle, count));
      }
    }
}

/* Everything the notices speak of, and what has no class; the many of a list are found in its classes. */
static GPtrArray *
list_at_top (JgCatalogue *catalogue, guint *n_occupations)
{
  GPtrArray *found = jg_catalogue_list_occupations (catalogue, NULL, NULL);

  *n_occupations = found->len;
  for (guint i = found->len; i > 0; i--)
    {
      const JgOccupationSummary *summary = g_ptr_array_index (found, i - 1);

      if (get_group (summary) == GROUP_LISTED && summary->code != NULL)
        g_ptr_array_remove_index (found, i - 1);
    }
  return found;
}

/**
 * jg_occupation_lines_for_class:
 * @catalogue: the catalogue
 * @class: (nullable): id of the line of a class to look into, edition and code; %NULL for everything
 * @n_occupations: (out): how many occupations are in it
 *
 * Lists the classes under a class and the occupations in it, grouped by what the notices print. At
 * the top, every edition has its own classes.
 *
 * Returns: (transfer full) (element-type JgLine): the lines
 */
GPtrArray *
jg_occupation_lines_for_class (JgCatalogue *catalogue, const char *class, guint *n_occupations)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = NULL;

  if (class == NULL)
    {
      g_auto (GStrv) editions = jg_catalogue_list_editions (catalogue);

      for (guint i = 0; editions != NULL && editions[i] != NULL; i++)
        add_classes (lines, catalogue, editions[i], NULL);
      found = list_at_top (catalogue, n_occupations);
    }
  else
    {
      g_auto (GStrv) parts = g_strsplit (class, ":", 2);

      add_classes (lines, catalogue, parts[0], parts[1]);
      found = jg_catalogue_list_occupations (catalogue, parts[0], parts[1]);
      *n_occupations = found->len;
    }

  for (int group = 0; group < N_GROUPS; group++)
    {
      guint heading = lines->len;
      guint n = 0;

      for (guint i = 0; i < found->len; i++)
        {
          JgOccupationSummary *summary = g_ptr_array_index (found, i);

          if (get_group (summary) != (Group) group)
            continue;
          g_ptr_array_add (lines, new_occupation_line (summary));
          n++;
        }
      if (n > 0)
        {
          g_autofree char *title = dup_group_title ((Group) group, n);

          g_ptr_array_insert (lines, (int) heading,
                              jg_line_new (JG_LINE_HEADING, NULL, title, NULL, NULL));
        }
    }
  return g_steal_pointer (&lines);
}

/* Cuts a long text so that the hit stands near its beginning. */
static char *
dup_excerpt (const JgSearchHit *hit, int *start, int *end)
{
  const char *from;
  glong before;

  *start = hit->hit_start;
  *end = hit->hit_end;
  if (hit->hit_start <= 0)
    return g_strdup (hit->text);
  before = g_utf8_pointer_to_offset (hit->text, hit->text + hit->hit_start);
  if (before <= LEAD_CHARS + 6)
    return g_strdup (hit->text);
  from = g_utf8_offset_to_pointer (hit->text, before - LEAD_CHARS);
  *start = (int) (hit->text + hit->hit_start - from) + (int) strlen ("…");
  *end = *start + (hit->hit_end - hit->hit_start);
  return g_strconcat ("…", from, NULL);
}

static JgLine *
new_hit_line (const JgSearchHit *hit)
{
  const JgOccupationSummary *summary = hit->occupation;
  gboolean in_title = hit->field == JG_SEARCH_NAME;
  gboolean cancelled = g_strcmp0 (summary->status, "cancelled") == 0;
  g_autofree char *code = jg_ui_dup_code (summary->code, summary->edition);
  const char *note =
      cancelled ? C_ ("occupation", "cancelled") : jg_ui_provenance_note (summary->provenance);
  g_autofree char *badge = note != NULL ? g_strdup_printf ("%s · %s", code, note) : g_strdup (code);
  g_autofree char *subtitle = NULL;
  JgLine *line;
  int start = -1, end = -1;

  if (in_title)
    subtitle = g_strdup (summary->definition);
  else
    {
      g_autofree char *excerpt = dup_excerpt (hit, &start, &end);
      const char *label = jg_search_field_label (hit->field);

      subtitle = hit->edition != NULL
                     ? g_strdup_printf (_ ("%s：%s (%s edition)"), label, excerpt, hit->edition)
                     : g_strdup_printf ("%s：%s", label, excerpt);
      if (start >= 0)
        {
          int shift = (int) (strlen (label) + strlen ("："));

          start += shift;
          end += shift;
        }
    }
  line = jg_line_new (JG_LINE_ITEM, summary->id, summary->name, subtitle, badge);
  if (in_title)
    jg_line_mark_title (line, hit->hit_start, hit->hit_end);
  else
    jg_line_mark_subtitle (line, start, end);
  return line;
}

/**
 * jg_occupation_lines_for_query:
 * @search: the search
 * @query: what was typed
 * @n_exact: (out): how many lines answer the query
 * @n_near: (out): how many are only near it
 *
 * Lists what a query finds, near ones under a heading of their own.
 *
 * Returns: (transfer full) (element-type JgLine): the lines
 */
GPtrArray *
jg_occupation_lines_for_query (JgSearch *search, const char *query, guint *n_exact, guint *n_near)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) hits = jg_search_query (search, query, MAX_HITS);

  *n_exact = *n_near = 0;
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      JgSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->near && (*n_near)++ == 0)
        g_ptr_array_add (lines,
                         jg_line_new (JG_LINE_HEADING, NULL, _ ("Similar results"), NULL, NULL));
      if (!hit->near)
        (*n_exact)++;
      g_ptr_array_add (lines, new_hit_line (hit));
    }
  return g_steal_pointer (&lines);
}
