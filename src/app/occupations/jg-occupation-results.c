/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-results.h"

#include <glib/gi18n.h>

#include "jg-hit-lines.h"

/* Occupations of a page. */
#define PAGE 40
/* With filters, no more hits than these are looked at. */
#define MAX_LOOKED_AT 5000
/* Documents and measures shown beside the occupations. */
#define FIRST_TEXTS 3

struct _JgOccupationResults
{
  JgSession *session;
  char *query;
  JgOccupationTerms terms;
  gboolean filtered;
  guint n_looked_at;
  guint n_exact;
  guint n_near;
  guint n_kept_out; /* exact ones that the filters keep out */
  gboolean exhausted;
  gboolean cut; /* there are more hits than are looked at */
};

/**
 * jg_occupation_results_new:
 * @session: what the pages share
 * @query: what was typed, without blanks around it
 * @terms: the filters; what they point to must outlive the results
 *
 * Prepares the results of a query.
 *
 * Returns: (transfer full): the results
 */
JgOccupationResults *
jg_occupation_results_new (JgSession *session, const char *query, const JgOccupationTerms *terms)
{
  JgOccupationResults *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (query != NULL && terms != NULL, NULL);

  self = g_new0 (JgOccupationResults, 1);
  self->session = session;
  self->query = g_strdup (query);
  self->terms = *terms;
  self->filtered = !jg_occupation_terms_are_any (terms);
  return self;
}

/**
 * jg_occupation_results_free:
 * @self: (transfer full): results
 *
 * Frees the results.
 */
void
jg_occupation_results_free (JgOccupationResults *self)
{
  g_free (self->query);
  g_free (self);
}

static void
add_heading (GPtrArray *lines, const char *title)
{
  g_ptr_array_add (lines, jg_line_new (JG_LINE_HEADING, NULL, title, NULL, NULL));
}

static gboolean
accepts (JgOccupationResults *self, const JgSearchHit *hit)
{
  return !self->filtered ||
         jg_catalogue_accepts_occupation (jg_session_get_catalogue (self->session), &self->terms,
                                          hit->occupation->id);
}

/**
 * jg_occupation_results_add_lines:
 * @self: results
 * @lines: (element-type JgLine): a list
 *
 * Adds the next page of occupations to @lines, near ones under a heading of their own.
 *
 * Returns: %FALSE when there are no more after these
 */
gboolean
jg_occupation_results_add_lines (JgOccupationResults *self, GPtrArray *lines)
{
  JgSearch *search = jg_session_get_search (self->session);
  guint added = 0;

  g_return_val_if_fail (self != NULL && lines != NULL, FALSE);

  while (added < PAGE && !self->exhausted)
    {
      guint limit = self->n_looked_at + (self->filtered ? PAGE * 5 : PAGE);
      /* One more tells whether there are more. */
      g_autoptr (GPtrArray) hits = jg_search_query (search, self->query, limit + 1);
      guint i = self->n_looked_at;

      for (; i < hits->len && i < limit && added < PAGE; i++)
        {
          const JgSearchHit *hit = g_ptr_array_index (hits, i);

          if (!accepts (self, hit))
            {
              self->n_kept_out += !hit->near;
              continue;
            }
          if (hit->near && self->n_near == 0)
            add_heading (lines, _ ("Similar results"));
          if (hit->near)
            self->n_near++;
          else
            self->n_exact++;
          g_ptr_array_add (lines, jg_hit_line_new (hit));
          added++;
        }
      self->n_looked_at = i;
      self->cut = self->filtered && i >= MAX_LOOKED_AT && i < hits->len;
      self->exhausted = self->cut || i >= hits->len;
    }
  return !self->exhausted;
}

static JgLine *
new_see_all (JgSearchTextKind kind, guint n)
{
  gboolean measure = kind == JG_SEARCH_MEASURES;
  g_autofree char *title =
      measure ? g_strdup_printf (ngettext ("See the %u measure", "See all %u measures", n), n)
              : g_strdup_printf (ngettext ("See the %u document", "See all %u documents", n), n);
  JgLine *line = jg_line_new (JG_LINE_ACTION, NULL, title, NULL, NULL);

  jg_line_set_action (line, "finder.see",
                      g_variant_new_string (measure ? "measures" : "documents"));
  return line;
}

static void
add_some_texts (JgOccupationResults *self, JgSearchTextKind kind, guint limit, GPtrArray *lines)
{
  g_autoptr (GPtrArray) texts =
      jg_search_query_texts (jg_session_get_search (self->session), self->query, kind, limit);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (lines, jg_hit_line_new_for_text (g_ptr_array_index (texts, i)));
}

/**
 * jg_occupation_results_add_texts:
 * @self: results
 * @lines: (element-type JgLine): a list
 *
 * Adds the first measures and documents that have the words, in sections of their own.
 */
void
jg_occupation_results_add_texts (JgOccupationResults *self, GPtrArray *lines)
{
  static const JgSearchTextKind kinds[] = { JG_SEARCH_MEASURES, JG_SEARCH_DOCUMENTS };

  g_return_if_fail (self != NULL && lines != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = jg_occupation_results_count_texts (self, kinds[i]);
      g_autofree char *title = NULL;

      if (n == 0)
        continue;
      title =
          g_strdup_printf (kinds[i] == JG_SEARCH_MEASURES ? _ ("Measures that speak of it (%u)")
                                                          : _ ("Documents that speak of it (%u)"),
                           n);
      add_heading (lines, title);
      add_some_texts (self, kinds[i], FIRST_TEXTS, lines);
      if (n > FIRST_TEXTS)
        g_ptr_array_add (lines, new_see_all (kinds[i], n));
    }
}

/**
 * jg_occupation_results_add_all_texts:
 * @self: results
 * @kind: documents or measures
 * @lines: (element-type JgLine): a list
 *
 * Adds all documents or measures that have the words.
 */
void
jg_occupation_results_add_all_texts (JgOccupationResults *self,
                                     JgSearchTextKind kind,
                                     GPtrArray *lines)
{
  g_return_if_fail (self != NULL && lines != NULL);

  add_some_texts (self, kind, 0, lines);
}

/**
 * jg_occupation_results_count_texts:
 * @self: results
 * @kind: documents or measures
 *
 * Counts the documents or measures that have the words.
 *
 * Returns: their number
 */
guint
jg_occupation_results_count_texts (JgOccupationResults *self, JgSearchTextKind kind)
{
  g_return_val_if_fail (self != NULL, 0);

  return jg_search_count_texts (jg_session_get_search (self->session), self->query, kind);
}

/**
 * jg_occupation_results_has_exact:
 * @self: results
 *
 * Tells whether the catalogue has what was asked for, whatever the filters keep out.
 *
 * Returns: %FALSE when what was found is at best similar
 */
gboolean
jg_occupation_results_has_exact (JgOccupationResults *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_exact + self->n_kept_out > 0;
}

/**
 * jg_occupation_results_dup_status:
 * @self: results of which the first page is taken
 *
 * Says how much was found.
 *
 * Returns: (transfer full): a sentence
 */
char *
jg_occupation_results_dup_status (JgOccupationResults *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->cut)
    return g_strdup_printf (_ ("%u results among the first %u hits; the others were not looked at"),
                            self->n_exact, self->n_looked_at);
  if (self->n_exact > 0 && !self->exhausted)
    return g_strdup_printf (_ ("More than %u results"), self->n_exact);
  if (self->n_exact > 0)
    return g_strdup_printf (ngettext ("%u result", "%u results", self->n_exact), self->n_exact);
  if (self->n_kept_out > 0)
    return g_strdup (_ ("The filters keep out everything that was found."));
  if (self->n_near > 0)
    return g_strdup_printf (_ ("“%s” is not in the catalogue. What follows is only similar."),
                            self->query);
  return g_strdup_printf (_ ("“%s” is not in the catalogue."), self->query);
}
