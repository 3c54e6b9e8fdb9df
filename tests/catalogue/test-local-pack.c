/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "jg-local-pack.h"
#include "jg-local-text.h"
#include "jg-pack-set.h"
#include "jg-pack-write.h"
#include "jg-quote.h"
#include "jg-user-catalogue.h"

#define SENTENCE "对在本区灵活就业并办理就业登记的登记失业人员，给予一次性补贴1000元。"
#define TERM "本通知自2026年4月1日起施行，有效期至2027年3月31日。"

static const char text[] =
    "关于发放灵活就业一次性补贴的通知\n各街道：\n一、对象和标准\n" SENTENCE "\n二、期限\n" TERM;

/* A catalogue with what the tests speak of and no more, since each change is checked against the whole. */
static const char small[] =
    "{'schema': 'jobguide-pack/1', 'id': 'small', 'version': '1', 'title': 'small', 'date': '2020',"
    " 'provenance': 'editorial', 'sources': [{'title': 'a', 'licence': 'b', 'credit': 'c'}],"
    " 'documents': [{'key': 'gbf-2020-27', 'title': '意见', 'number': '国办发〔2020〕27号',"
    "   'issuers': [], 'date': '2020-07-28', 'region': {'code': '000000', 'name': '全国'},"
    "   'kind': 'normative', 'clauses': [{'clause': '一', 'line': 1, 'line_to': 1}],"
    "   'text': '一、支持灵活就业。'}],"
    " 'facts': [{'key': 'registered-unemployed', 'type': 'boolean', 'question': '登记失业了吗？',"
    "   'group': '就业', 'unit': null, 'options': [], 'granted_by': null, 'never_from': [], "
    "'hint': null}],"
    " 'occupations': [{'id': 'occ.rider', 'name': '网约配送员', 'code': '4-02-07-10', 'edition': "
    "'2020',"
    "   'origin': 'existing', 'marks': [], 'definition': null, 'tasks': [], 'work_types': [], "
    "'source': "
    "null}]}";

typedef struct
{
  char *folder;
  JgCatalogue *base;
  JgLocalPack *pack;
} Fixture;

static JgCatalogue *
build_small (const char *folder)
{
  g_autofree char *json = g_strdelimit (g_strdup (small), "'", '"');
  g_autofree char *path = g_build_filename (folder, "small.db", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue;

  jg_pack_set_add_bytes (set, "small.json", bytes, JG_SIGNATURE_NONE);
  if (!jg_pack_set_check (set))
    g_error ("%s", (const char *) g_ptr_array_index (jg_pack_set_get_errors (set), 0));
  g_assert_true (jg_pack_set_write (set, path, &error));
  g_assert_no_error (error);
  catalogue = jg_catalogue_open (path, &error);
  g_assert_no_error (error);
  return catalogue;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *temporary = g_dir_make_tmp ("jobguide-XXXXXX", &error);

  g_assert_no_error (error);
  fixture->folder = g_build_filename (temporary, "own", NULL);
  fixture->base = build_small (temporary);
  fixture->pack = jg_local_pack_new (fixture->base, fixture->folder);
  g_assert_true (jg_local_pack_load (fixture->pack, &error));
  g_assert_no_error (error);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);

  g_clear_object (&fixture->pack);
  g_clear_object (&fixture->base);
  empty_folder (fixture->folder);
  g_rmdir (fixture->folder);
  empty_folder (parent);
  g_rmdir (parent);
  g_free (fixture->folder);
}

static JgPackDocument *
new_document (const char *key)
{
  JgPackDocument *row = g_new0 (JgPackDocument, 1);

  row->document = jg_document_new ();
  row->document->key = g_strdup (key);
  row->document->title = g_strdup ("关于发放灵活就业一次性补贴的通知");
  row->document->number = g_strdup ("西人社〔2026〕5号");
  row->document->issuers = g_strsplit ("西湖区人力资源和社会保障局", "、", -1);
  row->document->date = g_strdup ("2026-03-20");
  row->document->region_code = g_strdup ("330106");
  row->document->region_name = g_strdup ("西湖区");
  row->document->kind = g_strdup ("normative");
  row->text = g_strdup (text);
  row->clauses = jg_local_text_find_clauses (text);
  return row;
}

static JgMeasure *
new_measure (const char *id, const char *document)
{
  JgMeasure *measure = jg_measure_new ();
  g_autoptr (JsonNode) conditions = json_from_string (
      "{\"all\": [{\"fact\": \"registered-unemployed\"}, {\"wants\": \"flexible-work\"}]}", NULL);

  measure->id = g_strdup (id);
  measure->name = g_strdup ("西湖区灵活就业一次性补贴");
  measure->kind = g_strdup ("living-allowance");
  measure->tier = g_strdup ("A");
  measure->force = g_strdup ("grants");
  measure->beneficiaries = g_strsplit ("individual", ",", -1);
  measure->region_code = g_strdup ("330106");
  measure->region_name = g_strdup ("西湖区");
  measure->region_anchor = g_strdup ("residence");
  measure->document = g_strdup (document);
  measure->quote = g_strdup (SENTENCE);
  measure->conditions = jg_condition_new_from_json (conditions, NULL);
  g_assert_nonnull (measure->conditions);
  measure->amount = g_strdup ("1000元");
  measure->validity_basis = g_strdup ("document-term");
  measure->valid_from = g_strdup ("2026-04-01");
  measure->valid_to = g_strdup ("2027-03-31");
  measure->validity_quote = g_strdup (TERM);
  measure->occupation_basis = g_strdup ("all");
  return measure;
}

static char *
join_problems (GPtrArray *problems)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const JgLocalProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (string, "%s%s: %s", i > 0 ? "\n" : "", problem->field,
                              problem->message);
    }
  return g_string_free (string, FALSE);
}

static void
assert_kept (GPtrArray *problems)
{
  g_autoptr (GPtrArray) owned = problems;
  g_autofree char *words = join_problems (owned);

  g_assert_cmpstr (words, ==, "");
  g_assert_null (owned);
}

/* The first problem is of @field and names @words. */
static void
assert_problem (GPtrArray *problems, const char *field, const char *words)
{
  g_autoptr (GPtrArray) owned = problems;
  const JgLocalProblem *problem;

  g_assert_nonnull (owned);
  problem = g_ptr_array_index (owned, 0);
  g_assert_cmpstr (problem->field, ==, field);
  if (strstr (problem->message, words) == NULL)
    g_assert_cmpstr (problem->message, ==, words);
}

static char *
add_document (Fixture *fixture)
{
  char *key = jg_local_pack_dup_new_id (fixture->pack);
  JgPackDocument *document = new_document (key);

  assert_kept (jg_local_pack_set_document (fixture->pack, document));
  jg_pack_document_free (document);
  return key;
}

static char *
add_measure (Fixture *fixture, const char *document)
{
  char *id = jg_local_pack_dup_new_id (fixture->pack);
  g_autoptr (JgMeasure) measure = new_measure (id, document);

  assert_kept (jg_local_pack_set_measure (fixture->pack, measure));
  return id;
}

static void
count_cb (JgLocalPack *pack, guint *n)
{
  ++*n;
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JgLocalPack) again = jg_local_pack_new (fixture->base, fixture->folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *id = NULL;
  const JgPackMeasure *measure;
  const JgPackDocument *document;
  guint changes = 0;

  g_signal_connect (fixture->pack, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_true (jg_local_pack_is_empty (fixture->pack));
  g_assert_null (jg_local_pack_get_bytes (fixture->pack));
  key = add_document (fixture);
  id = add_measure (fixture, key);
  g_assert_cmpuint (changes, ==, 2);

  g_assert_true (jg_local_pack_load (again, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (jg_local_pack_get_id (again), ==, jg_local_pack_get_id (fixture->pack));
  document = jg_local_pack_find_document (again, key);
  g_assert_cmpstr (document->document->number, ==, "西人社〔2026〕5号");
  g_assert_cmpuint (document->clauses->len, ==, 3);
  measure = jg_local_pack_find_measure (again, id);
  g_assert_cmpstr (measure->measure->clause, ==, "一");
  g_assert_cmpuint (measure->measure->line, ==, 4);
  g_assert_cmpuint (measure->measure->validity_line, ==, 6);
  g_assert_cmpstr (measure->measure->provenance, ==, "local");
  g_assert_cmpstr (jg_local_pack_get_content (again)->info->version, ==, "2");
  g_assert_cmpstr (jg_local_pack_get_content (again)->info->provenance, ==, "local");
}

/* Once put onto the catalogue it is found and read like a bundled one. */
static void
test_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_kept_pack_free);
  g_autoptr (JgPackShelf) shelf = jg_pack_shelf_new ();
  g_autoptr (JgUserCatalogue) user = NULL;
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JgMeasure) measure = NULL;
  g_autoptr (JgDocument) document = NULL;
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  g_autofree char *key = add_document (fixture);
  g_autofree char *id = add_measure (fixture, key);

  jg_pack_shelf_add_folder (shelf, fixture->folder);
  g_ptr_array_add (packs, jg_pack_shelf_get (shelf, jg_local_pack_get_id (fixture->pack), &error));
  g_assert_no_error (error);
  user = jg_user_catalogue_new (fixture->base, packs, parent);
  catalogue = jg_user_catalogue_build (user, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  measure = jg_catalogue_get_measure (catalogue, id);
  g_assert_cmpstr (measure->quote, ==, SENTENCE);
  g_assert_cmpstr (measure->provenance, ==, "local");
  g_assert_cmpstr (measure->document_number, ==, "西人社〔2026〕5号");
  document = jg_catalogue_get_document (catalogue, key);
  g_assert_cmpuint (document->paragraphs->len, ==, 6);
}

static void
test_document_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = jg_local_pack_dup_new_id (fixture->pack);
  JgPackDocument *document = new_document (key);

  g_clear_pointer (&document->document->title, g_free);
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "title", "没有标题");
  document->document->title = g_strdup ("通知");
  g_free (document->document->date);
  document->document->date = g_strdup ("2026-02-30");
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "date", "2026-02-30");
  g_free (document->document->date);
  document->document->date = NULL;
  g_free (document->document->region_code);
  document->document->region_code = g_strdup ("33");
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "region", "六位");
  g_free (document->document->region_code);
  document->document->region_code = g_strdup ("330106");
  ((JgClause *) g_ptr_array_index (document->clauses, 1))->line = 1;
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "clauses", "相叠");
  g_ptr_array_set_size (document->clauses, 0);
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "clauses", "没有条款");
  g_assert_null (jg_local_pack_get_bytes (fixture->pack));
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  jg_pack_document_free (document);
}

static void
test_measure_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_document (fixture);
  g_autofree char *id = jg_local_pack_dup_new_id (fixture->pack);
  g_autoptr (JgMeasure) measure = new_measure (id, key);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (jg_local_pack_get_path (fixture->pack), &before, NULL, NULL));
  g_free (measure->quote);
  measure->quote = g_strdup ("给予一次性补贴2000元。");
  assert_problem (jg_local_pack_set_measure (fixture->pack, measure), "quote", "不在文件正文里");
  g_free (measure->quote);
  measure->quote = g_strdup ("给予一次性补贴1000元");
  assert_problem (jg_local_pack_set_measure (fixture->pack, measure), "quote", "不是完整的句子");
  g_free (measure->quote);
  measure->quote = g_strdup (SENTENCE);
  g_free (measure->amount);
  measure->amount = g_strdup ("3000元");
  assert_problem (jg_local_pack_set_measure (fixture->pack, measure), "amount", "3000元");
  g_free (measure->amount);
  measure->amount = NULL;
  g_free (measure->valid_to);
  measure->valid_to = g_strdup ("2025-03-31");
  assert_problem (jg_local_pack_set_measure (fixture->pack, measure), "validity", "早于起始日");
  g_free (measure->valid_to);
  measure->valid_to = g_strdup ("2027-03-31");
  g_free (((JgCondition *) g_ptr_array_index (measure->conditions->children, 0))->key);
  ((JgCondition *) g_ptr_array_index (measure->conditions->children, 0))->key =
      g_strdup ("no-such-fact");
  assert_problem (jg_local_pack_set_measure (fixture->pack, measure), "conditions", "no-such-fact");
  g_free (measure->name);
  measure->name = NULL;
  assert_problem (jg_local_pack_set_measure (fixture->pack, measure), "name", "没有名称");
  g_assert_true (g_file_get_contents (jg_local_pack_get_path (fixture->pack), &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
}

/* What is official stays as it is: nothing local takes its id, and only another document speaks against it. */
static void
test_official (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_document (fixture);
  g_autoptr (JgMeasure) measure = new_measure ("gbf-2020-27.16", key);
  JgPackDocument *document = new_document ("gbf-2020-27");
  JgRelation *relation;

  assert_problem (jg_local_pack_set_measure (fixture->pack, measure), "id", "不能改写");
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "key", "不能改写");
  jg_pack_document_free (document);

  document = jg_local_pack_dup_document (fixture->pack, key);
  relation = g_new0 (JgRelation, 1);
  relation->kind = g_strdup ("prevails-over");
  relation->document = g_strdup ("gbf-2020-27");
  relation->quote = g_strdup (TERM);
  relation->line = 6;
  g_ptr_array_add (document->document->relations, relation);
  assert_kept (jg_local_pack_set_document (fixture->pack, document));
  g_free (relation->document);
  relation->document = g_strdup ("no-such-notice");
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "relations",
                  "no-such-notice");
  jg_pack_document_free (document);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_document (fixture);
  g_autofree char *id = add_measure (fixture, key);
  g_autoptr (GError) error = NULL;

  g_assert_false (jg_local_pack_remove_document (fixture->pack, key, &error));
  g_assert_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, "西湖区灵活就业一次性补贴"));
  g_clear_error (&error);

  g_assert_true (jg_local_pack_remove_measure (fixture->pack, id, &error));
  g_assert_true (jg_local_pack_remove_document (fixture->pack, key, &error));
  g_assert_true (jg_local_pack_is_empty (fixture->pack));
  g_assert_false (jg_local_pack_remove_measure (fixture->pack, id, &error));
  g_assert_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_GONE);
  g_clear_error (&error);

  g_assert_true (jg_local_pack_undo (fixture->pack, &error));
  g_assert_true (jg_local_pack_undo (fixture->pack, &error));
  g_assert_nonnull (jg_local_pack_find_measure (fixture->pack, id));
  g_assert_true (jg_local_pack_redo (fixture->pack, &error));
  g_assert_null (jg_local_pack_find_measure (fixture->pack, id));
  g_assert_nonnull (jg_local_pack_find_document (fixture->pack, key));
  g_assert_true (jg_local_pack_can_redo (fixture->pack));
  g_free (add_measure (fixture, key));
  g_assert_false (jg_local_pack_can_redo (fixture->pack));
  while (jg_local_pack_can_undo (fixture->pack))
    g_assert_true (jg_local_pack_undo (fixture->pack, &error));
  g_assert_false (jg_local_pack_undo (fixture->pack, &error));
  g_assert_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_GONE);
  g_assert_true (jg_local_pack_is_empty (fixture->pack));
}

/* A document is corrected, and what was made from it goes along or says why not. */
static void
test_correct (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_document (fixture);
  g_autofree char *id = add_measure (fixture, key);
  JgPackDocument *document = jg_local_pack_dup_document (fixture->pack, key);

  g_free (document->text);
  document->text = g_strconcat ("西湖区人力资源和社会保障局文件\n", text, NULL);
  g_ptr_array_unref (document->clauses);
  document->clauses = jg_local_text_find_clauses (document->text);
  assert_kept (jg_local_pack_set_document (fixture->pack, document));
  g_assert_cmpuint (jg_local_pack_find_measure (fixture->pack, id)->measure->line, ==, 5);
  g_assert_cmpuint (jg_local_pack_find_measure (fixture->pack, id)->measure->validity_line, ==, 7);

  g_free (document->text);
  document->text = g_strdup ("一、另一句话。");
  g_ptr_array_unref (document->clauses);
  document->clauses = jg_local_text_find_clauses (document->text);
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "text", SENTENCE);
  g_assert_cmpuint (jg_local_pack_find_measure (fixture->pack, id)->measure->line, ==, 5);
  jg_pack_document_free (document);
}

static void
test_alias (Fixture *fixture, gconstpointer data)
{
  JgAlias alias = { (char *) "跑腿小西", (char *) "occ.rider", (char *) "spoken",
                    (char *) "李某，2026-05", NULL };
  g_autoptr (GError) error = NULL;

  assert_kept (jg_local_pack_set_alias (fixture->pack, &alias));
  g_assert_cmpuint (jg_local_pack_get_content (fixture->pack)->aliases->len, ==, 1);
  assert_kept (jg_local_pack_set_office (fixture->pack, "西湖区就业服务中心"));
  g_assert_cmpstr (jg_local_pack_get_content (fixture->pack)->info->title, ==,
                   "西湖区就业服务中心的文件与措施");
  alias.occupation = (char *) "occ.no-such";
  assert_problem (jg_local_pack_set_alias (fixture->pack, &alias), "occupation", "occ.no-such");
  g_assert_true (jg_local_pack_remove_alias (fixture->pack, "occ.rider", "跑腿小西", &error));
  g_assert_no_error (error);
}

/* A file that is no pack, or that somebody else changed, is not written over. */
static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_document (fixture);
  g_autofree char *path = g_strdup (jg_local_pack_get_path (fixture->pack));
  g_autofree char *now = NULL;
  g_autoptr (JgLocalPack) other = jg_local_pack_new (fixture->base, fixture->folder);
  g_autoptr (GError) error = NULL;
  JgPackDocument *document = new_document (key);

  g_assert_true (g_file_set_contents (path, "{\"schema\": 1}", -1, NULL));
  assert_problem (jg_local_pack_set_document (fixture->pack, document), "", "被别的程序改过");
  g_assert_false (jg_local_pack_load (other, &error));
  g_assert_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_DAMAGED);
  g_free (document->document->key);
  document->document->key = jg_local_pack_dup_new_id (other);
  assert_problem (jg_local_pack_set_document (other, document), "", "不会覆盖");
  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, "{\"schema\": 1}");
  jg_pack_document_free (document);
}

static void
test_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_document (fixture);
  g_autofree char *id = jg_local_pack_dup_new_id (fixture->pack);
  g_autoptr (JgMeasure) measure = new_measure (id, key);
  g_autofree char *path = g_strdup (jg_local_pack_get_path (fixture->pack));
  g_autofree char *aside = g_strconcat (fixture->folder, ".aside", NULL);

  /* A file stands where the folder should be. */
  g_assert_cmpint (g_rename (fixture->folder, aside), ==, 0);
  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
  assert_problem (jg_local_pack_set_measure (fixture->pack, measure), "", "无法写入");
  g_assert_null (jg_local_pack_find_measure (fixture->pack, id));
  g_assert_false (jg_local_pack_can_redo (fixture->pack));
  g_remove (fixture->folder);
  g_assert_cmpint (g_rename (aside, fixture->folder), ==, 0);
  assert_kept (jg_local_pack_set_measure (fixture->pack, measure));
}

/* Every measure of the catalogue is written as it was read. */
static void
test_write (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCatalogue) catalogue = jg_catalogue_open_default (&error);
  g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (catalogue);
  guint n = 0;

  for (guint i = 0; i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);
      const JgCondition *const trees[] = { measure->conditions, measure->worker };

      for (guint k = 0; k < G_N_ELEMENTS (trees); k++)
        {
          g_autoptr (JsonNode) node = NULL;
          g_autoptr (JsonNode) again = NULL;
          g_autoptr (JgCondition) tree = NULL;
          g_autoptr (JgCondition) copy = jg_condition_copy (trees[k]);

          if (trees[k] == NULL)
            continue;
          node = jg_condition_to_json (trees[k]);
          tree = jg_condition_new_from_json (node, &error);
          g_assert_no_error (error);
          again = jg_condition_to_json (tree);
          g_assert_true (json_node_equal (node, again));
          g_clear_pointer (&again, json_node_unref);
          again = jg_condition_to_json (copy);
          g_assert_true (json_node_equal (node, again));
          n++;
        }
    }
  g_assert_cmpuint (n, >, 200);
}

static void
test_quote (void)
{
  static const struct
  {
    guint from, to;
    const char *sentence;
  } cases[] = {
    { 2, 2, "甲一。" },         { 0, 1, "一、甲一。" }, { 6, 6, "乙，乙；" },
    { 3, 7, "甲一。乙，乙；" }, { 9, 9, "“丙。”" },     { 30, 40, "丁" },
  };
  const char *const words = "一、甲一。乙，乙；“丙。”\n\n（二）丁";
  guint line, line_to, start, end;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = NULL;

      g_assert_true (jg_quote_find_sentence (words, cases[i].from, cases[i].to, &start, &end));
      sentence = g_utf8_substring (words, start, end);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
  g_assert_false (jg_quote_find_sentence (" \n", 0, 1, &start, &end));
  g_assert_true (jg_quote_is_sentence (words, "甲一。"));
  g_assert_true (jg_quote_is_sentence (words, "甲 一。乙，乙；"));
  g_assert_false (jg_quote_is_sentence (words, "一。"));
  g_assert_false (jg_quote_is_sentence (words, "乙，"));
  g_assert_false (jg_quote_is_sentence (words, ""));
  g_assert_true (jg_quote_find (words, "丁", &line, &line_to));
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (line_to, ==, 3);
  g_assert_false (jg_quote_find (words, "戊", &line, &line_to));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/catalogue/local-pack/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("keep", test_keep);
  ADD ("in-use", test_in_use);
  ADD ("document-problems", test_document_problems);
  ADD ("measure-problems", test_measure_problems);
  ADD ("official", test_official);
  ADD ("remove", test_remove);
  ADD ("correct", test_correct);
  ADD ("alias", test_alias);
  ADD ("foreign", test_foreign);
  ADD ("disk", test_disk);
#undef ADD
  g_test_add_func ("/catalogue/local-pack/write", test_write);
  g_test_add_func ("/catalogue/local-pack/quote", test_quote);
  return g_test_run ();
}
