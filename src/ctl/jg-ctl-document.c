/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "catalogue/jg-provenance.h"
#include "jg-ctl.h"

static void
put_paragraphs (JsonBuilder *builder, const JgDocument *document)
{
  const char *clause = "";

  json_builder_set_member_name (builder, "clauses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < document->paragraphs->len; i++)
    {
      const JgParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);

      if (i == 0 || g_strcmp0 (clause, paragraph->clause) != 0)
        {
          if (i > 0)
            {
              json_builder_end_array (builder);
              json_builder_end_object (builder);
            }
          json_builder_begin_object (builder);
          jg_ctl_put (builder, "clause", paragraph->clause);
          json_builder_set_member_name (builder, "lines");
          json_builder_begin_array (builder);
          clause = paragraph->clause;
        }
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, paragraph->line);
      jg_ctl_put (builder, "text", paragraph->text);
      json_builder_set_member_name (builder, "joined");
      json_builder_add_boolean_value (builder, paragraph->joined);
      json_builder_end_object (builder);
    }
  if (document->paragraphs->len > 0)
    {
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_term (JsonBuilder *builder, const char *key, const char *date, const char *quote)
{
  json_builder_set_member_name (builder, key);
  if (quote == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "date", date);
  jg_ctl_put (builder, "quote", quote);
  json_builder_end_object (builder);
}

static void
put_document (JgCtl *ctl, const JgDocument *document)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);

  jg_ctl_put (builder, "key", document->key);
  jg_ctl_put (builder, "title", document->title);
  jg_ctl_put (builder, "number", document->number);
  jg_ctl_put_list (builder, "issuers", document->issuers);
  jg_ctl_put (builder, "date", document->date);
  json_builder_set_member_name (builder, "region");
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "code", document->region_code);
  jg_ctl_put (builder, "name", document->region_name);
  json_builder_end_object (builder);
  jg_ctl_put (builder, "kind", document->kind);
  jg_ctl_put_provenance (builder, document->provenance);
  put_term (builder, "commencement", document->commencement, document->commencement_quote);
  put_term (builder, "end", document->end, document->end_quote);
  json_builder_set_member_name (builder, "relations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < document->relations->len; i++)
    {
      const JgRelation *relation = g_ptr_array_index (document->relations, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "kind", relation->kind);
      jg_ctl_put (builder, "document", relation->document);
      jg_ctl_put (builder, "number", relation->number);
      jg_ctl_put (builder, "quote", relation->quote);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  put_paragraphs (builder, document);
  json_builder_set_member_name (builder, "repairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < document->repairs->len; i++)
    {
      const JgRepair *repair = g_ptr_array_index (document->repairs, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "class", repair->kind);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, repair->line);
      json_builder_set_member_name (builder, "line_to");
      json_builder_add_int_value (builder, repair->line_to);
      jg_ctl_put (builder, "before", repair->before);
      jg_ctl_put (builder, "after", repair->after);
      jg_ctl_put (builder, "reason", repair->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  jg_ctl_end (builder);
}

static void
print_document (const JgDocument *document)
{
  g_autofree char *issuers = g_strjoinv ("、", document->issuers);
  g_autofree char *title = jg_ctl_dup_marked (document->title, document->provenance);
  const char *clause = NULL;

  g_print ("%s\n文号：%s\n发文机关：%s\n日期：%s\n地区：%s\n", title,
           document->number != NULL ? document->number : "文中无文号",
           *issuers != '\0' ? issuers : "文中未署",
           document->date != NULL ? document->date : "文中未写", document->region_name);
  if (document->end_quote != NULL)
    g_print ("期限：%s\n", document->end_quote);
  else if (document->commencement_quote != NULL)
    g_print ("施行：%s（未写截止日期）\n", document->commencement_quote);
  for (guint i = 0; i < document->paragraphs->len; i++)
    {
      const JgParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);

      if (paragraph->clause != NULL && g_strcmp0 (paragraph->clause, clause) != 0)
        g_print ("\n［%s］\n", paragraph->clause);
      else if (!paragraph->joined)
        g_print ("\n");
      clause = paragraph->clause;
      g_print ("%s\n", paragraph->text);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const JgMeasure *x = *(const JgMeasure *const *) a;
  const JgMeasure *y = *(const JgMeasure *const *) b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return g_strcmp0 (x->id, y->id);
}

/* The measures of a document, in the order of the text. */
static GPtrArray *
list_measures (JgCatalogue *catalogue, const JgDocument *document)
{
  g_autoptr (GPtrArray) all = jg_catalogue_list_measures (catalogue);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);

  for (guint i = 0; i < all->len; i++)
    {
      JgMeasure *measure = g_ptr_array_index (all, i);

      if (g_strcmp0 (measure->document, document->key) == 0)
        g_ptr_array_add (list, jg_measure_ref (measure));
    }
  g_ptr_array_sort (list, compare_lines);
  return list;
}

static void
put_measures (JgCtl *ctl, const JgDocument *document, GPtrArray *measures)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);
  const char *clause = NULL;

  jg_ctl_put (builder, "key", document->key);
  jg_ctl_put (builder, "title", document->title);
  jg_ctl_put (builder, "number", document->number);
  jg_ctl_put_provenance (builder, document->provenance);
  json_builder_set_member_name (builder, "clauses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);

      if (i == 0 || g_strcmp0 (clause, measure->clause) != 0)
        {
          if (i > 0)
            {
              json_builder_end_array (builder);
              json_builder_end_object (builder);
            }
          clause = measure->clause;
          json_builder_begin_object (builder);
          jg_ctl_put (builder, "clause", clause);
          json_builder_set_member_name (builder, "measures");
          json_builder_begin_array (builder);
        }
      json_builder_begin_object (builder);
      jg_ctl_put (builder, "id", measure->id);
      jg_ctl_put (builder, "name", measure->name);
      jg_ctl_put (builder, "kind", measure->kind);
      jg_ctl_put (builder, "tier", measure->tier);
      jg_ctl_put (builder, "force", measure->force);
      jg_ctl_put_list (builder, "beneficiary", measure->beneficiaries);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, measure->line);
      jg_ctl_put (builder, "quote", measure->quote);
      jg_ctl_put (builder, "family", measure->family);
      jg_ctl_put_provenance (builder, measure->provenance);
      json_builder_end_object (builder);
    }
  if (measures->len > 0)
    {
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  jg_ctl_end (builder);
}

static void
print_measures (const JgDocument *document, GPtrArray *measures)
{
  g_autofree char *title = jg_ctl_dup_marked (document->title, document->provenance);
  const char *clause = NULL;
  const char *mark;

  g_print ("%s\n文号：%s\n", title, document->number != NULL ? document->number : "文中无文号");
  if (measures->len == 0)
    g_print ("\n没有从这个文件中读出政策措施。\n");
  for (guint i = 0; i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);

      mark = jg_provenance_get_mark (measure->provenance);
      if (i == 0 || g_strcmp0 (clause, measure->clause) != 0)
        g_print ("\n［%s］\n", measure->clause);
      clause = measure->clause;
      g_print ("%s　%s（%s%s%s）\n    %s\n", measure->id, measure->name,
               jg_measure_kind_label (measure->kind), mark != NULL ? "，" : "",
               mark != NULL ? mark : "", measure->quote);
    }
}

/* jg_ctl_document:
 *
 * document KEY-OR-NUMBER [--measures]
 *
 * Returns: 0, or 1 when there is no such document */
int
jg_ctl_document (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgDocument) document = NULL;
  g_autofree char *wanted = NULL;

  if (arguments[0] == NULL)
    return jg_ctl_usage ("document 后面应写文件的 key 或文号");
  wanted = g_strjoinv (" ", arguments);
  if (!g_utf8_validate (wanted, -1, NULL))
    return jg_ctl_usage ("文号不是 UTF-8 文本");
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  document = jg_catalogue_get_document (catalogue, wanted);
  if (document == NULL)
    return jg_ctl_fail ("目录里没有文件“%s”；文号须带年份，如 国发〔2019〕28号", wanted);
  if (ctl->list_measures)
    {
      g_autoptr (GPtrArray) measures = list_measures (catalogue, document);

      if (ctl->json)
        put_measures (ctl, document, measures);
      else
        print_measures (document, measures);
      return JG_EXIT_DONE;
    }
  if (ctl->json)
    put_document (ctl, document);
  else
    print_document (document);
  return JG_EXIT_DONE;
}
