/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "jg-bookmarks.h"
#include "jg-occupation-finder-private.h"
#include "jg-occupation-lines.h"

static void
add_action (GPtrArray *lines, const char *title, const char *action, GVariant *target)
{
  JgLine *line = jg_line_new (JG_LINE_ACTION, NULL, title, NULL, NULL);

  jg_line_set_action (line, action, target);
  g_ptr_array_add (lines, line);
}

/* The occupations of a list of ids that the catalogue has and the filters let through. */
static void
add_kept (JgOccupationFinder *self,
          GPtrArray *lines,
          char **ids,
          const char *title,
          const char *clear,
          const char *clear_action)
{
  guint before = lines->len;

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (JgOccupationSummary) summary =
          jg_catalogue_get_summary (jg_session_get_catalogue (self->session), ids[i]);

      if (summary == NULL ||
          !jg_catalogue_accepts_occupation (jg_session_get_catalogue (self->session),
                                            jg_occupation_filter_get_terms (self->filter), ids[i]))
        continue;
      if (lines->len == before)
        g_ptr_array_add (lines, jg_line_new (JG_LINE_HEADING, NULL, title, NULL, NULL));
      g_ptr_array_add (lines, jg_occupation_line_new (summary));
    }
  if (lines->len > before)
    add_action (lines, clear, clear_action, NULL);
}

static void
add_bookmarks (JgOccupationFinder *self, GPtrArray *lines)
{
  GSettings *settings = jg_session_get_settings (self->session);
  g_auto (GStrv) pinned = jg_bookmarks_list_pinned (settings);
  g_auto (GStrv) recent = jg_bookmarks_list_recent (settings);

  add_kept (self, lines, pinned, _ ("Pinned occupations"), _ ("Take out every pin"),
            "finder.unpin-all");
  add_kept (self, lines, recent, _ ("Shown lately"), _ ("Forget what was shown"),
            "finder.forget-recent");
}

/* What to do where the filters let nothing through. */
static void
add_filter_hint (GPtrArray *lines)
{
  g_ptr_array_add (lines, jg_line_new (JG_LINE_HEADING, NULL,
                                       _ ("No occupation here passes the filters"), NULL, NULL));
  add_action (lines, _ ("Clear all filters"), "finder.clear-filters", NULL);
}

/* Every emptied query comes back to the top: its lines are kept. */
static void
list_top (JgOccupationFinder *self, GPtrArray *lines)
{
  if (self->top == NULL)
    {
      self->top = g_ptr_array_new_with_free_func (g_object_unref);
      self->n_listed_at_top = jg_occupation_lines_for_class (
          jg_session_get_catalogue (self->session), NULL,
          jg_occupation_filter_get_terms (self->filter), self->top, &self->n_at_top);
    }
  g_ptr_array_extend (lines, self->top, (GCopyFunc) g_object_ref, NULL);
  self->n_listed = self->n_listed_at_top;
  self->n_below = self->n_at_top;
}

static void
list_class (JgOccupationFinder *self, GPtrArray *lines)
{
  g_autofree char *status = NULL;

  if (self->path->len == 0)
    add_bookmarks (self, lines);
  if (self->path->len == 0 && !jg_occupation_filter_is_on (self->filter))
    list_top (self, lines);
  else
    self->n_listed = jg_occupation_lines_for_class (
        jg_session_get_catalogue (self->session), jg_occupation_finder_get_class (self),
        jg_occupation_filter_get_terms (self->filter), lines, &self->n_below);
  if (self->n_below == 0)
    add_filter_hint (lines);
  status =
      g_strdup_printf (ngettext ("%u occupation", "%u occupations", self->n_below), self->n_below);
  gtk_label_set_text (self->status, status);
}

static void
set_section_button (GtkWidget *button, const char *name, guint n)
{
  g_autofree char *text = g_strdup_printf ("%s %u ›", name, n);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_visible (button, n > 0);
}

static void
update_sections (JgOccupationFinder *self)
{
  gboolean shown = self->results != NULL && self->scope == SCOPE_ALL;
  guint n_measures = 0, n_documents = 0;

  if (shown)
    {
      n_measures = jg_occupation_results_count_texts (self->results, JG_SEARCH_MEASURES);
      n_documents = jg_occupation_results_count_texts (self->results, JG_SEARCH_DOCUMENTS);
    }
  if (n_measures > 0)
    set_section_button (self->measures_button, _ ("Measures"), n_measures);
  if (n_documents > 0)
    set_section_button (self->documents_button, _ ("Documents"), n_documents);
  gtk_widget_set_visible (self->measures_button, n_measures > 0);
  gtk_widget_set_visible (self->documents_button, n_documents > 0);
}

/* What to do when nothing was found at all. */
static void
add_nothing_hint (JgOccupationFinder *self, GPtrArray *lines)
{
  if (jg_occupation_results_has_exact (self->results))
    {
      add_filter_hint (lines);
      return;
    }
  g_ptr_array_add (lines,
                   jg_line_new (JG_LINE_HEADING, NULL,
                                _ ("Try a shorter word, or how the work is called every day."),
                                NULL, NULL));
  add_action (lines, _ ("Browse by class"), "finder.clear-search", NULL);
  if (jg_occupation_filter_is_on (self->filter))
    add_action (lines, _ ("Clear all filters"), "finder.clear-filters", NULL);
}

static void
list_results (JgOccupationFinder *self, GPtrArray *lines, const char *query)
{
  g_autofree char *status = NULL;

  if (self->scope != SCOPE_ALL)
    {
      jg_occupation_results_add_all_texts (
          self->results, self->scope == SCOPE_MEASURES ? JG_SEARCH_MEASURES : JG_SEARCH_DOCUMENTS,
          lines);
      status =
          self->scope == SCOPE_MEASURES
              ? g_strdup_printf (ngettext ("%u measure", "%u measures", lines->len), lines->len)
              : g_strdup_printf (ngettext ("%u document", "%u documents", lines->len), lines->len);
    }
  else
    {
      gboolean more = jg_occupation_results_add_lines (self->results, lines);

      jg_missed_watch_see (self->missed, query, jg_occupation_results_has_exact (self->results));
      status = jg_occupation_results_dup_status (self->results);
      if (lines->len == 0)
        add_nothing_hint (self, lines);
      self->sections_added = !more;
      if (!more)
        jg_occupation_results_add_texts (self->results, lines);
    }
  gtk_label_set_text (self->status, status);
}

/* jg_occupation_finder_mark_compared:
 *
 * Ticks the lines of the occupations that are in the comparison. */
void
jg_occupation_finder_mark_compared (JgOccupationFinder *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      JgLine *line = g_ptr_array_index (lines, i);

      if (jg_line_get_check (line) != NULL)
        jg_line_set_checked (line, jg_session_is_compared (self->session, jg_line_get_id (line)));
    }
}

/* jg_occupation_finder_update_list:
 *
 * Lists the results of the query or, without one, the class. */
void
jg_occupation_finder_update_list (JgOccupationFinder *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *query = g_strstrip (g_strdup (text));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->results, jg_occupation_results_free);
  if (*query != '\0')
    {
      self->results = jg_occupation_results_new (self->session, query,
                                                 jg_occupation_filter_get_terms (self->filter));
      list_results (self, lines, query);
    }
  else
    {
      jg_missed_watch_see (self->missed, query, TRUE);
      self->scope = SCOPE_ALL;
      list_class (self, lines);
    }
  jg_occupation_finder_mark_compared (self, lines);
  jg_line_list_set_lines (self->list, lines);
  jg_occupation_finder_update_crumbs (self);
  update_sections (self);
}

/* jg_occupation_finder_add_more:
 *
 * Makes the list longer, if there is more. */
void
jg_occupation_finder_add_more (JgOccupationFinder *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->results == NULL)
    {
      if (self->n_listed >= self->n_below)
        return;
      self->n_listed += jg_occupation_lines_next (
          jg_session_get_catalogue (self->session), jg_occupation_finder_get_class (self),
          jg_occupation_filter_get_terms (self->filter), self->n_listed, lines);
    }
  else if (self->scope == SCOPE_ALL && !self->sections_added)
    {
      g_autofree char *status = NULL;

      self->sections_added = !jg_occupation_results_add_lines (self->results, lines);
      if (self->sections_added)
        jg_occupation_results_add_texts (self->results, lines);
      status = jg_occupation_results_dup_status (self->results);
      gtk_label_set_text (self->status, status);
    }
  if (lines->len > 0)
    {
      jg_occupation_finder_mark_compared (self, lines);
      jg_line_list_append_lines (self->list, lines);
    }
}
