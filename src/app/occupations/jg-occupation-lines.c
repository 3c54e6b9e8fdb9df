/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-lines.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

/* More than these are not grouped but listed by code, a page at a time. */
#define MAX_GROUPED 2000
#define PAGE 40

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

/**
 * jg_occupation_line_new:
 * @summary: an occupation
 *
 * Makes the line of an occupation that was not searched for.
 *
 * Returns: (transfer full): the line
 */
JgLine *
jg_occupation_line_new (const JgOccupationSummary *summary)
{
  g_autofree char *code = jg_ui_dup_code (summary->code, summary->edition);
  /* The codes of another edition are all from a list. */
  gboolean at_home = g_strcmp0 (summary->edition, HOME_EDITION) == 0;
  const char *note =
      jg_ui_provenance_note (at_home || summary->code == NULL ? summary->provenance : "secondary");
  g_autofree char *subtitle =
      note != NULL ? g_strdup_printf ("%s · %s", code, note) : g_strdup (code);
  gboolean cancelled = g_strcmp0 (summary->status, "cancelled") == 0;
  JgLine *line;

  line = jg_line_new (JG_LINE_ITEM, summary->id, summary->name, subtitle,
                      cancelled ? C_ ("occupation", "cancelled") : NULL);
  jg_line_set_check (line, _ ("In the comparison"), _ ("Compare (Ctrl+D)"));
  return line;
}

static void
add_classes (GPtrArray *lines,
             JgCatalogue *catalogue,
             const char *edition,
             const char *class_code,
             const JgOccupationTerms *filter)
{
  g_autoptr (GPtrArray) classes = jg_catalogue_list_classes (catalogue, edition, class_code);
  g_autofree char *heading = NULL;

  if (!jg_occupation_terms_are_any (filter))
    jg_catalogue_count_classes (catalogue, classes, filter);
  if (classes->len == 0)
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

/* What is below a class: id of its line, edition and code; NULL for everything. */
static void
set_place (JgOccupationTerms *terms, char **parts)
{
  terms->edition = parts != NULL ? parts[0] : NULL;
  terms->class_code = parts != NULL ? parts[1] : NULL;
}

/**
 * jg_occupation_lines_has_class:
 * @catalogue: the catalogue
 * @class: id of the line of a class, edition and code
 *
 * Tells whether there is anything in a class.
 *
 * Returns: %FALSE when the catalogue does not know it
 */
gboolean
jg_occupation_lines_has_class (JgCatalogue *catalogue, const char *class)
{
  g_auto (GStrv) parts = g_strsplit (class, ":", 2);
  JgOccupationTerms terms = { 0 };

  set_place (&terms, parts);
  return jg_catalogue_count_occupations (catalogue, &terms) > 0;
}

/* At the top stands what the notices speak of, and what has no class; the many of a list are found in
 * its classes, and by a filter. */
static gboolean
is_listed_here (const JgOccupationSummary *summary, const JgOccupationTerms *terms)
{
  return terms->class_code != NULL || summary->code == NULL ||
         get_group (summary) != GROUP_LISTED || !jg_occupation_terms_are_any (terms);
}

static void
add_groups (GPtrArray *lines, GPtrArray *found, const JgOccupationTerms *terms)
{
  for (int group = 0; group < N_GROUPS; group++)
    {
      guint heading = lines->len;
      guint n = 0;

      for (guint i = 0; i < found->len; i++)
        {
          JgOccupationSummary *summary = g_ptr_array_index (found, i);

          if (get_group (summary) != (Group) group || !is_listed_here (summary, terms))
            continue;
          g_ptr_array_add (lines, jg_occupation_line_new (summary));
          n++;
        }
      if (n > 0)
        {
          g_autofree char *title = dup_group_title ((Group) group, n);

          g_ptr_array_insert (lines, (int) heading,
                              jg_line_new (JG_LINE_HEADING, NULL, title, NULL, NULL));
        }
    }
}

/**
 * jg_occupation_lines_for_class:
 * @catalogue: the catalogue
 * @class: (nullable): id of the line of a class to look into, edition and code; %NULL for everything
 * @filter: which occupations; its edition and class are not looked at
 * @lines: (element-type JgLine): a list
 * @n_occupations: (out): how many occupations are in it
 *
 * Lists the classes under a class and the occupations in it, grouped by what the notices print. At
 * the top, every edition has its own classes. Of very many occupations only the first come, by code.
 *
 * Returns: how many of the occupations are listed; jg_occupation_lines_next() goes on from there
 */
guint
jg_occupation_lines_for_class (JgCatalogue *catalogue,
                               const char *class,
                               const JgOccupationTerms *filter,
                               GPtrArray *lines,
                               guint *n_occupations)
{
  g_auto (GStrv) parts = class != NULL ? g_strsplit (class, ":", 2) : NULL;
  g_autoptr (GPtrArray) found = NULL;
  JgOccupationTerms terms = *filter;

  set_place (&terms, parts);
  if (parts != NULL)
    add_classes (lines, catalogue, parts[0], parts[1], filter);
  else
    {
      g_auto (GStrv) editions = jg_catalogue_list_editions (catalogue);

      for (guint i = 0; editions != NULL && editions[i] != NULL; i++)
        add_classes (lines, catalogue, editions[i], NULL, filter);
    }

  *n_occupations = jg_catalogue_count_occupations (catalogue, &terms);
  if (*n_occupations > MAX_GROUPED)
    {
      g_ptr_array_add (lines,
                       jg_line_new (JG_LINE_HEADING, NULL, _ ("Occupations by code"), NULL, NULL));
      return jg_occupation_lines_next (catalogue, class, filter, 0, lines);
    }
  found = jg_catalogue_page_occupations (catalogue, &terms, 0, 0);
  add_groups (lines, found, &terms);
  return *n_occupations;
}

/**
 * jg_occupation_lines_next:
 * @catalogue: the catalogue
 * @class: (nullable): as for jg_occupation_lines_for_class()
 * @filter: likewise
 * @offset: how many occupations are listed already
 * @lines: (element-type JgLine): a list
 *
 * Lists the next page of very many occupations.
 *
 * Returns: how many were added
 */
guint
jg_occupation_lines_next (JgCatalogue *catalogue,
                          const char *class,
                          const JgOccupationTerms *filter,
                          guint offset,
                          GPtrArray *lines)
{
  g_auto (GStrv) parts = class != NULL ? g_strsplit (class, ":", 2) : NULL;
  g_autoptr (GPtrArray) found = NULL;
  JgOccupationTerms terms = *filter;

  set_place (&terms, parts);
  found = jg_catalogue_page_occupations (catalogue, &terms, offset, PAGE);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (lines, jg_occupation_line_new (g_ptr_array_index (found, i)));
  return found->len;
}
