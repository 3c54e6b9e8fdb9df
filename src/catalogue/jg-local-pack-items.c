/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is put into an office's pack and taken out of it. */

#include "jg-local-pack-private.h"

#include <string.h>

#include "jg-pack-write.h"
#include "jg-quote.h"

/**
 * jg_local_pack_dup_new_id:
 * @self: a pack
 *
 * Draws an id for a document or a measure: it begins with the id of the pack, so that it is nobody else's, and
 * the id of something that was deleted does not come again.
 *
 * Returns: (transfer full): the id
 */
char *
jg_local_pack_dup_new_id (JgLocalPack *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  return g_strdup_printf ("%s.%06x", self->id, g_random_int () & 0xffffff);
}

/**
 * jg_local_pack_find_document:
 * @self: a pack
 * @key: key of a document
 *
 * Returns: (transfer none) (nullable): the document, until the next change
 */
const JgPackDocument *
jg_local_pack_find_document (JgLocalPack *self, const char *key)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  for (guint i = 0; i < self->pack->documents->len; i++)
    {
      const JgPackDocument *row = g_ptr_array_index (self->pack->documents, i);

      if (g_strcmp0 (row->document->key, key) == 0)
        return row;
    }
  return NULL;
}

/**
 * jg_local_pack_find_measure:
 * @self: a pack
 * @id: id of a measure
 *
 * Returns: (transfer none) (nullable): the measure, until the next change
 */
const JgPackMeasure *
jg_local_pack_find_measure (JgLocalPack *self, const char *id)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  for (guint i = 0; i < self->pack->measures->len; i++)
    {
      const JgPackMeasure *row = g_ptr_array_index (self->pack->measures, i);

      if (g_strcmp0 (row->measure->id, id) == 0)
        return row;
    }
  return NULL;
}

static JgPack *
read_again (JgLocalPack *self)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = jg_local_pack_write_root (json_node_get_object (self->root));

  return jg_pack_parse (self->id, bytes, errors);
}

/**
 * jg_local_pack_dup_document:
 * @self: a pack
 * @key: key of a document
 *
 * Makes a copy to be changed and given to jg_local_pack_set_document().
 *
 * Returns: (transfer full) (nullable): the copy; %NULL when there is no such document
 */
JgPackDocument *
jg_local_pack_dup_document (JgLocalPack *self, const char *key)
{
  g_autoptr (JgPack) pack = NULL;

  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  pack = read_again (self);
  for (guint i = 0; i < pack->documents->len; i++)
    {
      const JgPackDocument *row = g_ptr_array_index (pack->documents, i);

      if (g_strcmp0 (row->document->key, key) == 0)
        return g_ptr_array_steal_index (pack->documents, i);
    }
  return NULL;
}

/**
 * jg_local_pack_dup_measure:
 * @self: a pack
 * @id: id of a measure
 *
 * Makes a copy to be changed and given to jg_local_pack_set_measure().
 *
 * Returns: (transfer full) (nullable): the copy; %NULL when there is no such measure
 */
JgMeasure *
jg_local_pack_dup_measure (JgLocalPack *self, const char *id)
{
  g_autoptr (JgPack) pack = NULL;

  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  pack = read_again (self);
  for (guint i = 0; i < pack->measures->len; i++)
    {
      const JgPackMeasure *row = g_ptr_array_index (pack->measures, i);

      if (g_strcmp0 (row->measure->id, id) == 0)
        return jg_measure_ref (row->measure);
    }
  return NULL;
}

static JsonArray *
list_items (JgLocalPack *self, const char *list)
{
  JsonObject *root = json_node_get_object (self->root);

  return json_object_has_member (root, list) ? json_object_get_array_member (root, list) : NULL;
}

static guint
count_items (JgLocalPack *self, const char *list)
{
  JsonArray *items = list_items (self, list);

  return items != NULL ? json_array_get_length (items) : 0;
}

/* Takes @item in place of the one at @index, or behind the last; members that @item does not speak of stay. */
static JsonArray *
replace_item (JgLocalPack *self, const char *list, guint index, JsonObject *item)
{
  JsonArray *old = list_items (self, list);
  JsonArray *items = json_array_new ();
  const guint n = count_items (self, list);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *before = json_array_get_object_element (old, i);

      if (i != index)
        {
          json_array_add_element (items, json_node_copy (json_array_get_element (old, i)));
          continue;
        }
      if (item != NULL)
        {
          g_autoptr (GList) keys = json_object_get_members (before);

          for (GList *l = keys; l != NULL; l = l->next)
            if (!json_object_has_member (item, l->data))
              json_object_set_member (item, l->data,
                                      json_node_copy (json_object_get_member (before, l->data)));
          json_array_add_object_element (items, json_object_ref (item));
        }
    }
  if (index >= n && item != NULL)
    json_array_add_object_element (items, json_object_ref (item));
  return items;
}

static guint
find_index (JgLocalPack *self, const char *list, const char *member, const char *value)
{
  JsonArray *items = list_items (self, list);
  const guint n = count_items (self, list);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (json_object_get_string_member (json_array_get_object_element (items, i), member),
                   value) == 0)
      return i;
  return n;
}

static gboolean
is_own (JgLocalPack *self, const char *id)
{
  return id != NULL && g_str_has_prefix (id, self->id) && id[strlen (self->id)] == '.';
}

/* The lines and the clause of a quote, which the text alone decides. */
static gboolean
place_quote (const JgPackDocument *document,
             const char *quote,
             guint *line,
             guint *line_to,
             const char **clause)
{
  if (document->text == NULL || quote == NULL ||
      !jg_quote_find (document->text, quote, line, line_to))
    return FALSE;
  *clause = jg_pack_document_clause_at (document, *line);
  return TRUE;
}

/* Measures follow their sentences to where these stand now. */
static JsonArray *
move_measures (JgLocalPack *self, const JgPackDocument *document, GPtrArray *problems)
{
  JsonArray *items = list_items (self, "measures");
  JsonArray *moved = json_array_new ();

  for (guint i = 0; i < self->pack->measures->len; i++)
    {
      const JgPackMeasure *row = g_ptr_array_index (self->pack->measures, i);
      const JgMeasure *measure = row->measure;
      JsonObject *item;
      JsonObject *validity;
      const char *clause = NULL;
      guint line, line_to;

      if (g_strcmp0 (measure->document, document->document->key) != 0)
        {
          json_array_add_element (moved, json_node_copy (json_array_get_element (items, i)));
          continue;
        }
      item = jg_measure_to_json (measure);
      if (row->note != NULL)
        json_object_set_string_member (item, "note", row->note);
      json_array_add_object_element (moved, item);
      if (!place_quote (document, measure->quote, &line, &line_to, &clause))
        {
          jg_local_problems_add (
              problems, "text",
              "措施“%s”引用的句子不在改过的正文里；请保留这一句，或先改、先删这项措施：%s",
              measure->name, measure->quote);
          continue;
        }
      if (clause == NULL)
        jg_local_problems_add (problems, "clauses",
                               "措施“%s”引用的第 %u 行不属于任何条款；请为这一行加上条款",
                               measure->name, line);
      else
        json_object_set_string_member (item, "clause", clause);
      json_object_set_int_member (item, "line", line);
      json_object_set_int_member (item, "line_to", line_to);
      validity = json_object_get_object_member (item, "validity");
      if (measure->validity_quote == NULL)
        continue;
      if (jg_quote_find (document->text, measure->validity_quote, &line, &line_to))
        json_object_set_int_member (validity, "line", line);
      else
        jg_local_problems_add (
            problems, "text",
            "措施“%s”的期限引用的句子不在改过的正文里；请保留这一句，或先改这项措施：%s",
            measure->name, measure->validity_quote);
    }
  return moved;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
check_document_words (const JgPackDocument *document, GPtrArray *problems)
{
  if (is_empty (document->document->title))
    jg_local_problems_add (problems, "title", "没有标题；请照文件写全称");
  if (is_empty (document->text))
    jg_local_problems_add (problems, "text", "没有正文；请粘贴正文，或打开文本文件");
  if (is_empty (document->document->region_code))
    jg_local_problems_add (problems, "region", "没有适用地区；请选择省、市或区县");
  if (document->clauses->len == 0)
    jg_local_problems_add (problems, "clauses", "没有条款；请点“自动识别条款”，或至少加一条");
}

/**
 * jg_local_pack_set_document:
 * @self: a pack
 * @document: a document with its text inline and a key of jg_local_pack_dup_new_id(); one of the same key is replaced
 *
 * Keeps a document. The measures made from it follow their sentences.
 *
 * Returns: (transfer full) (nullable) (element-type JgLocalProblem): why nothing was kept; %NULL when it was
 */
GPtrArray *
jg_local_pack_set_document (JgLocalPack *self, const JgPackDocument *document)
{
  g_autoptr (GPtrArray) problems = jg_local_problems_new ();
  g_autoptr (JsonObject) item = NULL;
  g_autofree char *place = NULL;
  JsonObject *root;
  JsonArray *measures;
  guint index;

  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);
  g_return_val_if_fail (document != NULL && document->file == NULL, NULL);

  check_document_words (document, problems);
  if (!is_own (self, document->document->key))
    jg_local_problems_add (problems, "key", "“%s”不是本机构的文件，不能改写；只能另立一份",
                           document->document->key);
  if (problems->len > 0)
    return g_steal_pointer (&problems);
  measures = move_measures (self, document, problems);
  if (problems->len > 0)
    {
      json_array_unref (measures);
      return g_steal_pointer (&problems);
    }
  index = find_index (self, "documents", "key", document->document->key);
  item = jg_pack_document_to_json (document);
  root = jg_local_pack_copy_root (self, "documents");
  json_object_set_array_member (root, "documents", replace_item (self, "documents", index, item));
  json_object_set_array_member (root, "measures", measures);
  place = g_strdup_printf ("/documents/%u", index);
  return jg_local_pack_commit (self, root, place);
}

/* A measure's quote, its dates and their places in the document. */
static void
place_measure (JgMeasure *measure, const JgPackDocument *document, GPtrArray *problems)
{
  const char *clause = NULL;
  guint line_to;

  if (!place_quote (document, measure->quote, &measure->line, &measure->line_to, &clause))
    jg_local_problems_add (problems, "quote", "这句话不在文件正文里；请在正文里选中原句");
  else if (!jg_quote_is_sentence (document->text, measure->quote))
    jg_local_problems_add (problems, "quote", "不是完整的句子；请选到句号或分号为止");
  else if (clause == NULL)
    jg_local_problems_add (problems, "quote", "第 %u 行不属于任何条款；请先在文件里给它加上条款",
                           measure->line);
  else
    {
      g_free (measure->clause);
      measure->clause = g_strdup (clause);
    }
  measure->validity_line = 0;
  if (measure->validity_quote != NULL &&
      !jg_quote_find (document->text, measure->validity_quote, &measure->validity_line, &line_to))
    jg_local_problems_add (problems, "validity", "期限的原句不在文件正文里；请在正文里选中原句");
}

/**
 * jg_local_pack_set_measure:
 * @self: a pack
 * @measure: a measure with an id of jg_local_pack_dup_new_id(); one of the same id is replaced. Where its quotes stand is
 *   found in the document and written into it.
 *
 * Keeps a measure.
 *
 * Returns: (transfer full) (nullable) (element-type JgLocalProblem): why nothing was kept; %NULL when it was
 */
GPtrArray *
jg_local_pack_set_measure (JgLocalPack *self, JgMeasure *measure)
{
  g_autoptr (GPtrArray) problems = jg_local_problems_new ();
  g_autoptr (JsonObject) item = NULL;
  g_autofree char *place = NULL;
  const JgPackDocument *document;
  JsonObject *root;
  guint index;

  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  if (!is_own (self, measure->id))
    jg_local_problems_add (problems, "id", "“%s”不是本机构的措施，不能改写；只能另立一项",
                           measure->id);
  if (is_empty (measure->name))
    jg_local_problems_add (problems, "name", "没有名称；请写一个简短的名称");
  if (measure->beneficiaries == NULL || measure->beneficiaries[0] == NULL)
    jg_local_problems_add (problems, "beneficiary", "没有补贴对象；请至少选一类");
  document = jg_local_pack_find_document (self, measure->document);
  if (document == NULL)
    jg_local_problems_add (problems, "document", "没有选文件；请先录入文件，再从中选句子");
  else if (is_empty (measure->quote))
    jg_local_problems_add (problems, "quote", "没有原句；请在正文里选中写明这项措施的句子");
  else
    place_measure (measure, document, problems);
  if (problems->len > 0)
    return g_steal_pointer (&problems);

  index = find_index (self, "measures", "id", measure->id);
  item = jg_measure_to_json (measure);
  root = jg_local_pack_copy_root (self, "measures");
  json_object_set_array_member (root, "measures", replace_item (self, "measures", index, item));
  place = g_strdup_printf ("/measures/%u", index);
  return jg_local_pack_commit (self, root, place);
}

static guint
find_alias (JgLocalPack *self, const char *occupation, const char *text)
{
  for (guint i = 0; i < self->pack->aliases->len; i++)
    {
      const JgPackAlias *row = g_ptr_array_index (self->pack->aliases, i);

      if (g_strcmp0 (row->alias->occupation, occupation) == 0 &&
          g_strcmp0 (row->alias->text, text) == 0)
        return i;
    }
  return self->pack->aliases->len;
}

/**
 * jg_local_pack_set_alias:
 * @self: a pack
 * @alias: an everyday word for an occupation
 *
 * Keeps a word.
 *
 * Returns: (transfer full) (nullable) (element-type JgLocalProblem): why nothing was kept; %NULL when it was
 */
GPtrArray *
jg_local_pack_set_alias (JgLocalPack *self, const JgAlias *alias)
{
  g_autoptr (JsonObject) item = NULL;
  g_autofree char *place = NULL;
  JsonObject *root;
  guint index;

  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);
  g_return_val_if_fail (alias != NULL, NULL);

  index = find_alias (self, alias->occupation, alias->text);
  item = jg_alias_to_json (alias, "b");
  root = jg_local_pack_copy_root (self, "aliases");
  json_object_set_array_member (root, "aliases", replace_item (self, "aliases", index, item));
  place = g_strdup_printf ("/aliases/%u", index);
  return jg_local_pack_commit (self, root, place);
}

/**
 * jg_local_pack_set_office:
 * @self: a pack
 * @name: what the office is called
 *
 * Names the office, so that others know whose pack it is.
 *
 * Returns: (transfer full) (nullable) (element-type JgLocalProblem): why nothing was kept; %NULL when it was
 */
GPtrArray *
jg_local_pack_set_office (JgLocalPack *self, const char *name)
{
  g_autoptr (GPtrArray) problems = jg_local_problems_new ();
  g_autofree char *title = NULL;
  JsonObject *root;
  JsonArray *sources;
  JsonObject *source;

  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  if (is_empty (name))
    {
      jg_local_problems_add (problems, "title", "没有写机构名称");
      return g_steal_pointer (&problems);
    }
  title = g_strdup_printf ("%s的文件与措施", name);
  root = jg_local_pack_copy_root (self, "sources");
  sources = json_array_new ();
  source = json_object_new ();
  json_object_set_string_member (source, "title", "本机构录入的文件");
  json_object_set_string_member (source, "licence", "本机构自用");
  json_object_set_string_member (source, "credit", name);
  json_array_add_object_element (sources, source);
  json_object_set_array_member (root, "sources", sources);
  json_object_set_string_member (root, "title", title);
  return jg_local_pack_commit (self, root, NULL);
}

/* Taking something away can make nothing wrong that was right, so that only the disk may refuse it. */
static gboolean
remove_item (JgLocalPack *self, const char *list, guint index, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  JsonObject *root;

  if (index >= count_items (self, list))
    {
      g_set_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_GONE, "没有删除：已经不在了。");
      return FALSE;
    }
  root = jg_local_pack_copy_root (self, list);
  json_object_set_array_member (root, list, replace_item (self, list, index, NULL));
  problems = jg_local_pack_commit (self, root, NULL);
  if (problems == NULL)
    return TRUE;
  g_set_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_WRITE, "%s",
               ((const JgLocalProblem *) g_ptr_array_index (problems, 0))->message);
  return FALSE;
}

/**
 * jg_local_pack_remove_document:
 * @self: a pack
 * @key: key of a document
 *
 * Removes a document that no measure rests on; jg_local_pack_undo() brings it back.
 *
 * Returns: whether that was done; otherwise a #JgLocalPackError
 */
gboolean
jg_local_pack_remove_document (JgLocalPack *self, const char *key, GError **error)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), FALSE);

  for (guint i = 0; i < self->pack->measures->len; i++)
    {
      const JgPackMeasure *row = g_ptr_array_index (self->pack->measures, i);

      if (g_strcmp0 (row->measure->document, key) == 0)
        {
          g_set_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_IN_USE,
                       "没有删除：措施“%s”引用了这份文件。请先删除这项措施。", row->measure->name);
          return FALSE;
        }
    }
  return remove_item (self, "documents", find_index (self, "documents", "key", key), error);
}

/**
 * jg_local_pack_remove_measure:
 * @self: a pack
 * @id: id of a measure
 *
 * Removes a measure; jg_local_pack_undo() brings it back.
 *
 * Returns: whether that was done; otherwise a #JgLocalPackError
 */
gboolean
jg_local_pack_remove_measure (JgLocalPack *self, const char *id, GError **error)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), FALSE);

  return remove_item (self, "measures", find_index (self, "measures", "id", id), error);
}

/**
 * jg_local_pack_remove_alias:
 * @self: a pack
 * @occupation: id of the occupation
 * @text: the word
 *
 * Removes a word; jg_local_pack_undo() brings it back.
 *
 * Returns: whether that was done; otherwise a #JgLocalPackError
 */
gboolean
jg_local_pack_remove_alias (JgLocalPack *self,
                            const char *occupation,
                            const char *text,
                            GError **error)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), FALSE);

  return remove_item (self, "aliases", find_alias (self, occupation, text), error);
}
