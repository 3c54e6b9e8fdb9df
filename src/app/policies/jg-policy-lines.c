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

/* How local a place of GB/T 2260 is: the country, a province, a city, a district. */
static int
get_depth (const char *region)
{
  int depth = 0;

  for (int i = 0; region != NULL && i < 6 && strlen (region) == 6; i += 2)
    if (region[i] != '0' || region[i + 1] != '0')
      depth = i / 2 + 1;
  return depth;
}

/* The newest and, of one day, the most local first. */
static int
compare_family (gconstpointer a, gconstpointer b)
{
  const JgMeasure *one = *(JgMeasure *const *) a;
  const JgMeasure *other = *(JgMeasure *const *) b;
  int dates = g_strcmp0 (other->document_date, one->document_date);

  if (dates != 0)
    return dates;
  if (get_depth (one->region_code) != get_depth (other->region_code))
    return get_depth (other->region_code) - get_depth (one->region_code);
  return g_strcmp0 (one->id, other->id);
}

/* A family stands together, where its first member in the order of the catalogue stood. */
static GPtrArray *
join_families (GPtrArray *measures)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < measures->len; i++)
    {
      JgMeasure *measure = g_ptr_array_index (measures, i);
      g_autoptr (GPtrArray) family = g_ptr_array_new ();

      if (measure->family == NULL)
        {
          g_ptr_array_add (joined, measure);
          continue;
        }
      if (!g_hash_table_add (seen, measure->family))
        continue;
      for (guint j = i; j < measures->len; j++)
        if (g_strcmp0 (((JgMeasure *) g_ptr_array_index (measures, j))->family, measure->family) ==
            0)
          g_ptr_array_add (family, g_ptr_array_index (measures, j));
      g_ptr_array_sort (family, compare_family);
      g_ptr_array_extend (joined, family, NULL, NULL);
    }
  return g_steal_pointer (&joined);
}

/**
 * jg_policy_list_family:
 * @session: what the pages share
 * @measure: a measure
 *
 * Lists the other measures that are the same benefit in other documents, the newest and most local
 * first.
 *
 * Returns: (transfer full) (element-type JgMeasure): the others
 */
GPtrArray *
jg_policy_list_family (JgSession *session, const JgMeasure *measure)
{
  g_autoptr (GPtrArray) family = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);
  g_autoptr (GPtrArray) measures = NULL;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  if (measure->family == NULL)
    return g_steal_pointer (&family);
  measures = jg_catalogue_list_measures (jg_session_get_catalogue (session));
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      JgMeasure *other = g_ptr_array_index (measures, i);

      if (g_strcmp0 (other->family, measure->family) == 0 && !g_str_equal (other->id, measure->id))
        g_ptr_array_add (family, jg_measure_ref (other));
    }
  g_ptr_array_sort (family, compare_family);
  return g_steal_pointer (&family);
}

/* Key and words of the group a measure is in; NULL: in none that is shown. */
static const char *
get_group (JgSession *session, JgPolicyGroup group, const JgMeasure *measure, const char **label)
{
  JgVerdict *verdict;

  switch (group)
    {
    case JG_POLICY_GROUP_OFFER:
      verdict = jg_session_find_verdict (session, measure->id);
      *label = verdict != NULL ? jg_offer_label (verdict->offer) : NULL;
      return verdict != NULL ? jg_offer_nick (verdict->offer) : NULL;
    case JG_POLICY_GROUP_DOCUMENT:
      *label = measure->document_title;
      return measure->document;
    case JG_POLICY_GROUP_KIND:
    default:
      *label = jg_measure_kind_label (measure->kind);
      return measure->kind;
    }
}

static GPtrArray *
list_found (JgSession *session, JgPolicyFilter *filter, const char *query)
{
  g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (jg_session_get_catalogue (session));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);
  g_auto (GStrv) words = split_query (query);

  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      JgMeasure *measure = g_ptr_array_index (measures, i);
      const char *texts[] = {
        measure->name,           measure->quote, measure->id, measure->region_name,
        measure->document_title, NULL,           NULL
      };

      texts[5] = measure->document_number;
      if (jg_policy_filter_accepts (filter, measure) && matches (words, texts))
        g_ptr_array_add (found, jg_measure_ref (measure));
    }
  return g_steal_pointer (&found);
}

/* Verdicts have an order of their own; kinds and documents keep that of the catalogue. */
static void
add_groups (GPtrArray *keys, JgSession *session, JgPolicyGroup group, GPtrArray *measures)
{
  static const JgOffer offers[] = { JG_OFFER_LIKELY, JG_OFFER_ASK,   JG_OFFER_NO,
                                    JG_OFFER_FUTURE, JG_OFFER_ENDED, JG_OFFER_BACKGROUND };
  const char *label;

  if (group == JG_POLICY_GROUP_OFFER)
    for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
      g_ptr_array_add (keys, (gpointer) jg_offer_nick (offers[i]));
  for (guint i = 0; group != JG_POLICY_GROUP_OFFER && i < measures->len; i++)
    {
      const char *key = get_group (session, group, g_ptr_array_index (measures, i), &label);

      if (key != NULL && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, (gpointer) key);
    }
}

/**
 * jg_policy_lines_for_measures:
 * @session: what the pages share
 * @filter: grouping and filters
 * @query: (nullable): words to look for in names, quotes, places and documents
 * @n_found: (out): how many measures have them
 *
 * Lists the measures in their groups, families together.
 *
 * Returns: (transfer full) (element-type JgLine): the lines
 */
GPtrArray *
jg_policy_lines_for_measures (JgSession *session,
                              JgPolicyFilter *filter,
                              const char *query,
                              guint *n_found)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = list_found (session, filter, query);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  JgPolicyGroup group = jg_policy_filter_get_group (filter);

  *n_found = 0;
  add_groups (keys, session, group, found);
  for (guint k = 0; k < keys->len; k++)
    {
      g_autoptr (GPtrArray) members = g_ptr_array_new ();
      g_autoptr (GPtrArray) joined = NULL;
      g_autofree char *title = NULL;
      const char *words = NULL;

      for (guint i = 0; i < found->len; i++)
        {
          const char *label;
          const char *key = get_group (session, group, g_ptr_array_index (found, i), &label);

          if (g_strcmp0 (key, g_ptr_array_index (keys, k)) != 0)
            continue;
          words = label;
          g_ptr_array_add (members, g_ptr_array_index (found, i));
        }
      if (members->len == 0)
        continue;
      title = g_strdup_printf ("%s（%u）", words, members->len);
      g_ptr_array_add (lines, jg_line_new (JG_LINE_HEADING, NULL, title, NULL, NULL));
      joined = join_families (members);
      for (guint i = 0; i < joined->len; i++)
        {
          JgMeasure *measure = g_ptr_array_index (joined, i);
          g_autofree char *plain = dup_measure_source (measure);
          g_autofree char *source = jg_ui_dup_marked (plain, measure->provenance);

          g_ptr_array_add (lines, jg_line_new (JG_LINE_ITEM, measure->id, measure->name, source,
                                               measure->region_name));
        }
      *n_found += members->len;
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
          g_autofree char *plain = NULL;
          g_autofree char *subtitle = NULL;

          if (g_strcmp0 (document->kind, kinds[k]) != 0 || !matches (words, texts))
            continue;
          plain = document->date != NULL ? g_strdup_printf ("%s · %s", number, document->date)
                                         : g_strdup (number);
          subtitle = jg_ui_dup_marked (plain, document->provenance);
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
