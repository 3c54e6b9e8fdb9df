/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "catalogue/jg-provenance.h"
#include "catalogue/jg-search.h"
#include "guidance/jg-occupation-words.h"
#include "jg-ctl.h"

#define DEFAULT_LIMIT 20

/* Of documents and of measures. */
#define MAX_TEXTS 10

static void
put_hit (JsonBuilder *builder, const JgSearchHit *hit)
{
  const JgOccupationSummary *occupation = hit->occupation;

  json_builder_begin_object (builder);
  jg_ctl_put (builder, "code", occupation->code);
  jg_ctl_put (builder, "edition", occupation->edition);
  jg_ctl_put (builder, "name", occupation->name);
  jg_ctl_put (builder, "status", occupation->status);
  jg_ctl_put_provenance (builder, occupation->provenance);
  jg_ctl_put (builder, "certainty", hit->near ? "near" : "exact");
  json_builder_set_member_name (builder, "matched");
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "field", jg_search_field_nick (hit->field));
  jg_ctl_put (builder, "text", hit->text);
  if (hit->edition != NULL)
    jg_ctl_put (builder, "edition", hit->edition);
  if (hit->provenance != NULL)
    jg_ctl_put_provenance (builder, hit->provenance);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
print_hit (const JgSearchHit *hit)
{
  const JgOccupationSummary *occupation = hit->occupation;
  g_autofree char *code =
      jg_occupation_words_dup_code (occupation->code, occupation->edition, occupation->provenance);
  const gboolean local = jg_provenance_is_local (hit->provenance);

  g_print ("%s %s%s\n    %s：%s%s%s%s%s%s%s\n", code, occupation->name,
           g_strcmp0 (occupation->status, "cancelled") == 0 ? "（已取消）" : "",
           jg_search_field_label (hit->field), hit->text, hit->edition != NULL ? "（" : "",
           hit->edition != NULL ? hit->edition : "", hit->edition != NULL ? "版）" : "",
           local ? "（" : "", local ? jg_provenance_get_mark (hit->provenance) : "",
           local ? "）" : "");
}

/* Documents and measures stand in lists of their own: they are no answer to the name of a job. */
static void
put_texts (JsonBuilder *builder, const char *member, const GPtrArray *texts)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    {
      const JgSearchText *text = g_ptr_array_index (texts, i);
      gboolean document = text->kind == JG_SEARCH_DOCUMENTS;

      json_builder_begin_object (builder);
      jg_ctl_put (builder, document ? "key" : "id", text->key);
      jg_ctl_put (builder, document ? "title" : "name", text->title);
      jg_ctl_put (builder, "clause", text->clause);
      jg_ctl_put (builder, "text", text->text);
      jg_ctl_put_provenance (builder, text->provenance);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_texts (const char *heading, const GPtrArray *texts)
{
  if (texts->len > 0)
    g_print ("—— %s ——\n", heading);
  for (guint i = 0; i < texts->len; i++)
    {
      const JgSearchText *text = g_ptr_array_index (texts, i);

      g_autofree char *title = jg_ctl_dup_marked (text->title, text->provenance);

      g_print ("%s %s%s%s\n", text->key, title, text->clause != NULL ? " " : "",
               text->clause != NULL ? text->clause : "");
    }
}

/* jg_ctl_search:
 *
 * search QUERY [--limit N]
 *
 * Returns: 0, or 1 when nothing was found exactly */
int
jg_ctl_search (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgSearch) search = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autofree char *query = NULL;
  gboolean exact = FALSE;
  gboolean near_said = FALSE;

  if (arguments[0] == NULL)
    return jg_ctl_usage ("search 后面应写要找的词语");
  query = g_strjoinv (" ", arguments);
  if (!g_utf8_validate (query, -1, NULL))
    return jg_ctl_usage ("要找的词语不是 UTF-8 文本");
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;

  search = jg_search_new (catalogue);
  hits = jg_search_query (search, query, ctl->limit > 0 ? (guint) ctl->limit : DEFAULT_LIMIT);
  documents = jg_search_query_texts (search, query, JG_SEARCH_DOCUMENTS, MAX_TEXTS);
  measures = jg_search_query_texts (search, query, JG_SEARCH_MEASURES, MAX_TEXTS);
  for (guint i = 0; i < hits->len; i++)
    exact = exact || !((const JgSearchHit *) g_ptr_array_index (hits, i))->near;

  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "query", query);
      json_builder_set_member_name (builder, "results");
      json_builder_begin_array (builder);
      for (guint i = 0; i < hits->len; i++)
        put_hit (builder, g_ptr_array_index (hits, i));
      json_builder_end_array (builder);
      put_texts (builder, "documents", documents);
      put_texts (builder, "measures", measures);
      jg_ctl_end (builder);
    }
  for (guint i = 0; !ctl->json && i < hits->len; i++)
    {
      const JgSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->near && !near_said)
        g_print ("—— 近似 ——\n");
      near_said = near_said || hit->near;
      print_hit (hit);
    }
  if (!ctl->json)
    {
      print_texts ("文件", documents);
      print_texts ("政策措施", measures);
    }
  if (!exact)
    return jg_ctl_fail ("目录未收录“%s”%s", query,
                        hits->len > 0 ? "；以上为近似结果"
                        : documents->len + measures->len > 0
                            ? "这一职业；以上是写有这些字的文件和政策措施"
                            : "");
  return JG_EXIT_DONE;
}
