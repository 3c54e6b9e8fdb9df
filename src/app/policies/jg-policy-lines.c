/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-policy-lines.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../jg-line.h"
#include "../jg-ui.h"

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

/* Every word of the query stands somewhere in the texts. */
static gboolean
matches (char **words, const char *const *texts)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *folded = NULL;

  if (words == NULL || words[0] == NULL)
    return TRUE;
  for (gsize i = 0; texts[i] != NULL; i++)
    g_string_append_printf (all, "%s\n", texts[i]);
  folded = fold (all->str);
  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static char **
split_query (const char *query)
{
  g_autofree char *folded = query != NULL ? fold (query) : g_strdup ("");

  return g_strsplit_set (folded, " \t\n", -1);
}

static char *
dup_measure_source (const JgMeasure *measure)
{
  return g_strdup_printf ("%s · %s",
                          measure->document_number != NULL ? measure->document_number
                                                           : measure->document_title,
                          measure->clause != NULL ? measure->clause : "");
}

/**
 * jg_policy_lines_for_measures:
 * @session: what the pages share
 * @query: (nullable): words to look for
 * @n_found: (out): how many measures have them
 *
 * Lists the measures, grouped by kind.
 *
 * Returns: (transfer full) (element-type JgLine): the lines
 */
GPtrArray *
jg_policy_lines_for_measures (JgSession *session, const char *query, guint *n_found)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (jg_session_get_catalogue (session));
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_auto (GStrv) words = split_query (query);

  *n_found = 0;
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      JgMeasure *measure = g_ptr_array_index (measures, i);

      if (!g_ptr_array_find_with_equal_func (kinds, measure->kind, g_str_equal, NULL))
        g_ptr_array_add (kinds, measure->kind);
    }
  for (guint k = 0; k < kinds->len; k++)
    {
      const char *kind = g_ptr_array_index (kinds, k);
      guint heading = lines->len;
      guint n = 0;

      for (guint i = 0; i < measures->len; i++)
        {
          JgMeasure *measure = g_ptr_array_index (measures, i);
          const char *texts[] = {
            measure->name,           measure->quote, measure->id, measure->region_name,
            measure->document_title, NULL,           NULL
          };
          g_autofree char *source = NULL;

          texts[5] = measure->document_number;
          if (!g_str_equal (measure->kind, kind) || !matches (words, texts))
            continue;
          source = dup_measure_source (measure);
          g_ptr_array_add (lines, jg_line_new (JG_LINE_ITEM, measure->id, measure->name, source,
                                               measure->region_name));
          n++;
        }
      if (n > 0)
        {
          g_autofree char *title = g_strdup_printf ("%s（%u）", jg_measure_kind_label (kind), n);

          g_ptr_array_insert (lines, (int) heading,
                              jg_line_new (JG_LINE_HEADING, NULL, title, NULL, NULL));
        }
      *n_found += n;
    }
  return g_steal_pointer (&lines);
}

/**
 * jg_document_kind_label:
 * @kind: kind of a document
 *
 * Gets the words for a kind of document.
 *
 * Returns: (transfer none): the words
 */
const char *
jg_document_kind_label (const char *kind)
{
  if (g_strcmp0 (kind, "normative") == 0)
    return C_ ("document", "Policy documents");
  if (g_strcmp0 (kind, "occupation-notice") == 0)
    return C_ ("document", "Notices on occupations");
  if (g_strcmp0 (kind, "interpretation") == 0)
    return C_ ("document", "Explanations (the rule itself binds)");
  if (g_strcmp0 (kind, "duplicate") == 0)
    return C_ ("document", "Second copies");
  if (g_strcmp0 (kind, "front-matter") == 0)
    return C_ ("document", "Front matter of the compilation");
  return kind;
}

/**
 * jg_policy_lines_for_documents:
 * @session: what the pages share
 * @query: (nullable): words to look for in title, number, issuers and region
 * @n_found: (out): how many documents have them
 *
 * Lists the documents, grouped by kind.
 *
 * Returns: (transfer full) (element-type JgLine): the lines
 */
GPtrArray *
jg_policy_lines_for_documents (JgSession *session, const char *query, guint *n_found)
{
  static const char *const kinds[] = { "occupation-notice", "normative", "interpretation",
                                       "duplicate", "front-matter" };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) documents =
      jg_catalogue_list_documents (jg_session_get_catalogue (session));
  g_auto (GStrv) words = split_query (query);

  *n_found = 0;
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint heading = lines->len;
      guint n = 0;

      for (guint i = 0; documents != NULL && i < documents->len; i++)
        {
          JgDocument *document = g_ptr_array_index (documents, i);
          const char *number =
              document->number != NULL ? document->number : _ ("no number in the text");
          g_autofree char *issuers =
              document->issuers != NULL ? g_strjoinv (" ", document->issuers) : g_strdup ("");
          const char *texts[] = { document->title, number, document->region_name, issuers, NULL };
          g_autofree char *subtitle = NULL;

          if (g_strcmp0 (document->kind, kinds[k]) != 0 || !matches (words, texts))
            continue;
          subtitle = document->date != NULL ? g_strdup_printf ("%s · %s", number, document->date)
                                            : g_strdup (number);
          g_ptr_array_add (lines, jg_line_new (JG_LINE_ITEM, document->key, document->title,
                                               subtitle, document->region_name));
          n++;
        }
      if (n > 0)
        {
          g_autofree char *title =
              g_strdup_printf ("%s（%u）", jg_document_kind_label (kinds[k]), n);

          g_ptr_array_insert (lines, (int) heading,
                              jg_line_new (JG_LINE_HEADING, NULL, title, NULL, NULL));
        }
      *n_found += n;
    }
  return g_steal_pointer (&lines);
}
