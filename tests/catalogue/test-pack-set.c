/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "jg-catalogue.h"
#include "jg-pack-set.h"

static char *
source_path (const char *name)
{
  return g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), name, NULL);
}

static void
add_shipped (JgPackSet *set)
{
  g_autofree char *sources = source_path ("data/sources");
  g_autofree char *packs = source_path ("data/packs");
  g_autoptr (GDir) dir = g_dir_open (packs, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  jg_pack_set_add_sources (set, sources);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (packs, name, NULL);

      if (g_str_has_suffix (name, ".json"))
        jg_pack_set_add_file (set, path);
    }
}

static JgPackSet *
load_shipped (void)
{
  JgPackSet *set = jg_pack_set_new ();
  GPtrArray *errors = jg_pack_set_get_errors (set);

  add_shipped (set);
  if (!jg_pack_set_check (set))
    g_error ("%s", (const char *) g_ptr_array_index (errors, 0));
  return set;
}

/* A local pack that is right; each row of the table below spoils it in one place. */
static const char *const good_pack =
    "{\"schema\": \"jobguide-pack/1\", \"id\": \"local\", \"version\": \"1\", \"title\": "
    "\"本地\",\n"
    " \"date\": \"2026-01-01\", \"provenance\": \"local\",\n"
    " \"sources\": [{\"title\": \"a\", \"licence\": \"b\", \"credit\": \"c\"}],\n"
    " \"facts\": [{\"key\": \"f.yes\", \"type\": \"boolean\", \"question\": \"是吗？\", \"group\": "
    "\"身份\"},\n"
    "  {\"key\": \"f.day\", \"type\": \"date\", \"question\": \"哪天？\", \"group\": \"身份\"}],\n"
    " \"occupations\": [{\"id\": \"occ.x\", \"name\": \"试验员\", \"code\": \"4-01-01-01\", "
    "\"edition\": \"2020\",\n"
    "  \"origin\": \"existing\", \"marks\": [], \"definition\": null, \"tasks\": [], "
    "\"work_types\": []}],\n"
    " \"documents\": [{\"key\": \"doc\", \"text\": \"某市通知\\n一、对参加培训的人给予补贴。\", "
    "\"title\": \"某市通知\",\n"
    "  \"number\": null, \"issuers\": [], \"date\": \"2026-01-01\", \"region\": {\"code\": "
    "\"330100\", \"name\": \"杭州\"},\n"
    "  \"kind\": \"normative\", \"clauses\": [{\"clause\": \"一\", \"line\": 2, \"line_to\": "
    "2}]}],\n"
    " \"measures\": [{\"id\": \"m.1\", \"name\": \"培训补贴\", \"kind\": \"training\", \"tier\": "
    "\"A\", \"force\": \"grants\",\n"
    "  \"beneficiary\": [\"individual\"], \"region\": {\"code\": \"330100\", \"name\": \"杭州\", "
    "\"anchor\": null},\n"
    "  \"document\": \"doc\", \"clause\": \"一\", \"line\": 2, \"line_to\": 2, \"quote\": "
    "\"给予补贴。\", \"reading\": null,\n"
    "  \"conditions\": {\"fact\": \"f.yes\"}, \"worker\": null, \"employer_line\": null, "
    "\"amount\": null,\n"
    "  \"validity\": {\"basis\": \"none\", \"from\": null, \"to\": null, \"quote\": null, "
    "\"line\": null}, \"family\": null,\n"
    "  \"occupations\": {\"basis\": \"all\"}, \"caveats\": [], \"note\": null}],\n"
    " \"aliases\": [{\"occupation\": \"occ.x\", \"text\": \"试试\", \"kind\": \"spoken\", "
    "\"source\": \"s\", \"grade\": \"a\"}],\n"
    " \"synonyms\": [{\"text\": \"试\", \"means\": [\"试验\"], \"source\": \"s\"}],\n"
    " \"elsewhere\": [{\"text\": \"试衣\", \"source\": \"s\"}]}\n";

static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *place; /* JSON pointer that the complaint names */
} spoiled[] = {
  { "unknown-document", "\"document\": \"doc\"", "\"document\": \"dox\"", "/measures/0/document" },
  { "unknown-clause", "\"document\": \"doc\", \"clause\": \"一\"",
    "\"document\": \"doc\", \"clause\": \"二\"", "/measures/0/clause" },
  { "line-outside", "\"line\": 2, \"line_to\": 2, \"quote\"",
    "\"line\": 3, \"line_to\": 3, \"quote\"", "/measures/0/line" },
  { "line-backwards", "\"line\": 2, \"line_to\": 2, \"quote\"",
    "\"line\": 2, \"line_to\": 1, \"quote\"", "/measures/0/line_to" },
  { "quote-not-in-text", "给予补贴。\", \"reading", "给予津贴。\", \"reading",
    "/measures/0/quote" },
  { "amount-not-in-text", "\"amount\": null", "\"amount\": \"1500元\"", "/measures/0/amount" },
  { "unknown-fact", "{\"fact\": \"f.yes\"}", "{\"fact\": \"f.no\"}", "/measures/0/conditions" },
  { "fact-of-wrong-type", "{\"fact\": \"f.yes\"}", "{\"fact\": \"f.day\"}",
    "/measures/0/conditions" },
  { "two-operators", "{\"fact\": \"f.yes\"}", "{\"fact\": \"f.yes\", \"sex\": \"male\"}",
    "/measures/0/conditions" },
  { "no-operator", "{\"fact\": \"f.yes\"}", "{}", "/measures/0/conditions" },
  { "never-met", "{\"fact\": \"f.yes\"}",
    "{\"all\": [{\"fact\": \"f.yes\"}, {\"not\": {\"fact\": \"f.yes\"}}]}",
    "/measures/0/conditions" },
  { "never-met-by-age", "{\"fact\": \"f.yes\"}",
    "{\"all\": [{\"age\": {\"at_least\": 60}}, {\"age\": {\"less_than\": 50}}]}",
    "/measures/0/conditions" },
  { "never-failed", "{\"fact\": \"f.yes\"}",
    "{\"any\": [{\"sex\": \"male\"}, {\"not\": {\"sex\": \"male\"}}]}", "/measures/0/conditions" },
  { "unknown-occupation", "\"occupation\": \"occ.x\"", "\"occupation\": \"occ.y\"",
    "/aliases/0/occupation" },
  { "unknown-key", "\"title\": \"本地\"", "\"title\": \"本地\", \"colour\": \"red\"", "/colour" },
  { "missing-key", "\"name\": \"培训补贴\", ", "", "/measures/0/name" },
  { "wrong-type", "\"line\": 2, \"line_to\": 2, \"quote\"",
    "\"line\": \"2\", \"line_to\": 2, \"quote\"", "/measures/0/line" },
  { "bad-schema", "jobguide-pack/1", "jobguide-pack/2", "/schema" },
  { "bad-id", "\"id\": \"local\"", "\"id\": \"../x\"", "/id" },
  { "bad-date", "\"date\": \"2026-01-01\", \"provenance\"",
    "\"date\": \"2026-02-30\", \"provenance\"", "/date" },
  { "bad-code", "4-01-01-01", "9-01-01-01", "/occupations/0/code" },
  { "bad-enum", "\"force\": \"grants\"", "\"force\": \"gives\"", "/measures/0/force" },
  { "bad-region", "\"code\": \"330100\", \"name\": \"杭州\", \"anchor\"",
    "\"code\": \"杭州\", \"name\": \"杭州\", \"anchor\"", "/measures/0/region/code" },
  { "no-source", "[{\"title\": \"a\", \"licence\": \"b\", \"credit\": \"c\"}]", "[]", "/sources" },
  { "date-without-words", "\"from\": null", "\"from\": \"2026-01-01\"",
    "/measures/0/validity/quote" },
  { "twice-the-same-key", "\"version\": \"1\"", "\"version\": \"1\", \"version\": \"2\"",
    "/version" },
  { "control-character", "某市通知\\n", "某市通知\\u0007", "/documents/0/text" },
  { "bidi-character", "培训补贴", "培训\\u202e补贴", "/measures/0/name" },
  { "trailing-comma", "\"source\": \"s\"}]}", "\"source\": \"s\"}],}", "" },
  { "comment", "\"version\": \"1\"", "/* x */ \"version\": \"1\"", "" },
  { "big-number", "\"line\": 2, \"line_to\": 2, \"quote\"",
    "\"line\": 99999999999999999999, \"line_to\": 2, \"quote\"", "/measures/0/line" },
  { "clause-twice", "{\"clause\": \"一\", \"line\": 2, \"line_to\": 2}",
    "{\"clause\": \"一\", \"line\": 1, \"line_to\": 1}, {\"clause\": \"一\", \"line\": 2, "
    "\"line_to\": 2}",
    "/documents/0/clauses/1/clause" },
  { "empty-means", "[\"试验\"]", "[]", "/synonyms/0" },
  { "elsewhere-twice", "{\"text\": \"试衣\", \"source\": \"s\"}",
    "{\"text\": \"试衣\", \"source\": \"s\"}, {\"text\": \"试衣\", \"source\": \"s\"}",
    "/elsewhere/1" },
  { "elsewhere-without-source", "{\"text\": \"试衣\", \"source\": \"s\"}", "{\"text\": \"试衣\"}",
    "/elsewhere/0/source" },
  { "implied-by-nothing", "\"group\": \"身份\"},\n",
    "\"group\": \"身份\", \"implied_by\": [\"f.no\"]},\n", "/facts/0/implied_by" },
  { "implied-by-itself", "\"group\": \"身份\"},\n",
    "\"group\": \"身份\", \"implied_by\": [\"f.yes\"]},\n", "/facts/0/implied_by" },
  { "implied-by-a-date", "\"group\": \"身份\"},\n",
    "\"group\": \"身份\", \"implied_by\": [\"f.day\"]},\n", "/facts/0/implied_by" },
  /* A status that is granted follows from nothing; nor does one, by a detour, from what it must never follow from. */
  { "granted-and-implied", "{\"key\": \"f.day\"",
    "{\"key\": \"f.a\", \"type\": \"boolean\", \"question\": \"是吗？\", \"group\": \"身份\", "
    "\"granted_by\": "
    "\"民政部门\", \"implied_by\": [\"f.yes\"]}, {\"key\": \"f.day\"",
    "/facts/1/implied_by" },
  { "implied-by-a-detour", "{\"key\": \"f.day\"",
    "{\"key\": \"f.a\", \"type\": \"boolean\", \"question\": \"是吗？\", \"group\": \"身份\", "
    "\"implied_by\": "
    "[\"f.b\"], \"never_from\": [\"f.yes\"]}, {\"key\": \"f.b\", \"type\": \"boolean\", "
    "\"question\": \"是吗？\", "
    "\"group\": \"身份\", \"implied_by\": [\"f.yes\"]}, {\"key\": \"f.day\"",
    "/facts/1/implied_by" },
  { "fact-key-twice", "\"f.day\", \"type\": \"date\"", "\"f.yes\", \"type\": \"date\"",
    "/facts/1" },
};

static char *
write_pack (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static char *
replace_once (const char *text, const char *from, const char *to)
{
  const char *found = strstr (text, from);

  g_assert_nonnull (found);
  return g_strdup_printf ("%.*s%s%s", (int) (found - text), text, to, found + strlen (from));
}

static void
test_good_pack (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  g_autofree char *path = write_pack (folder, "good.json", good_pack);
  g_autofree char *out = g_build_filename (folder, "out.db", NULL);
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgMeasure) measure = NULL;
  g_autoptr (GError) error = NULL;

  jg_pack_set_add_file (set, path);
  g_assert_true (jg_pack_set_check (set));
  g_assert_true (jg_pack_set_write (set, out, &error));
  g_assert_no_error (error);
  catalogue = jg_catalogue_open (out, &error);
  g_assert_no_error (error);
  measure = jg_catalogue_get_measure (catalogue, "m.1");
  g_assert_cmpstr (measure->quote, ==, "给予补贴。");
  g_assert_cmpstr (measure->provenance, ==, "local");
  g_remove (out);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_spoiled_pack (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  g_autofree char *content = replace_once (good_pack, spoiled[i].from, spoiled[i].to);
  g_autofree char *path = write_pack (folder, "bad.json", content);
  g_autofree char *place = g_strdup_printf (" %s：", spoiled[i].place);
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  GPtrArray *errors = jg_pack_set_get_errors (set);
  gboolean named = FALSE;

  jg_pack_set_add_file (set, path);
  g_assert_false (jg_pack_set_check (set));
  g_assert_cmpuint (errors->len, >, 0);
  g_assert_cmpuint (errors->len, <=, JG_PACK_MAX_ERRORS);
  for (guint k = 0; k < errors->len; k++)
    {
      const char *error = g_ptr_array_index (errors, k);

      g_assert_true (g_str_has_prefix (error, "bad.json"));
      named = named || *spoiled[i].place == '\0' || strstr (error, place) != NULL;
    }
  if (!named)
    g_error ("no complaint names %s, but: %s", spoiled[i].place,
             (const char *) g_ptr_array_index (errors, 0));
  g_remove (path);
  g_rmdir (folder);
}

static void
test_many_errors_in_one_go (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (JgPackSet) set = jg_pack_set_new ();

  g_string_append (content, "{\"schema\": \"jobguide-pack/1\", \"id\": \"x\", \"version\": \"1\", "
                            "\"title\": \"t\", \"date\": \"2026-01-01\","
                            " \"provenance\": \"local\", \"sources\": [{\"title\": \"a\", "
                            "\"licence\": \"b\", \"credit\": \"c\"}], \"classes\": [");
  for (guint i = 0; i < 80; i++)
    g_string_append_printf (content, "%s{\"code\": \"%u\", \"level\": \"huge\", \"name\": \"\"}",
                            i > 0 ? "," : "", i);
  g_string_append (content, "]}");
  path = write_pack (folder, "many.json", content->str);
  jg_pack_set_add_file (set, path);
  g_assert_false (jg_pack_set_check (set));
  g_assert_cmpuint (jg_pack_set_get_errors (set)->len, ==, JG_PACK_MAX_ERRORS);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_same_input_same_bytes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  char *contents[2] = { NULL, NULL };
  gsize lengths[2] = { 0, 0 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JgPackSet) set = load_shipped ();
      g_autofree char *out = g_build_filename (folder, "out.db", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (jg_pack_set_write (set, out, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (out, &contents[i], &lengths[i], NULL));
      g_remove (out);
    }
  g_assert_cmpmem (contents[0], lengths[0], contents[1], lengths[1]);
  g_free (contents[0]);
  g_free (contents[1]);
  g_rmdir (folder);
}

static void
test_failed_write_leaves_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  g_autofree char *target = g_build_filename (folder, "taken", NULL);
  g_autofree char *inside = g_build_filename (target, "file", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "such", "out.db", NULL);
  g_autoptr (JgPackSet) set = load_shipped ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  /* A folder that is not empty stands where the file should go: the rename must fail. */
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "x", 1, NULL));
  g_assert_false (jg_pack_set_write (set, target, &error));
  g_assert_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (jg_pack_set_write (set, missing, &error));
  g_assert_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE);

  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "taken");
  g_assert_null (g_dir_read_name (dir));
  g_remove (inside);
  g_rmdir (target);
  g_rmdir (folder);
}

static void
test_onto (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  g_autofree char *base = g_build_filename (folder, "base.db", NULL);
  g_autofree char *out = g_build_filename (folder, "out.db", NULL);
  g_autofree char *content =
      replace_once (good_pack, "\"occupation\": \"occ.x\"", "\"occupation\": \"occ.fangyiyuan\"");
  g_autofree char *path = write_pack (folder, "local.json", content);
  g_autofree char *claim =
      replace_once (good_pack, "\"provenance\": \"local\"", "\"provenance\": \"official\"");
  g_autofree char *claiming = write_pack (folder, "claim.json", claim);
  g_autoptr (JgPackSet) shipped = load_shipped ();
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (JgPackSet) refused = jg_pack_set_new ();
  g_autoptr (JgPackSet) alone = jg_pack_set_new ();
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgOccupation) occupation = NULL;
  g_autoptr (JgMeasure) measure = NULL;

  g_assert_true (jg_pack_set_write (shipped, base, NULL));
  jg_pack_set_add_file (alone, path);
  g_assert_false (jg_pack_set_check (alone));

  jg_pack_set_add_catalogue (set, base);
  jg_pack_set_add_file (set, path);
  g_assert_true (jg_pack_set_check (set));
  g_assert_true (jg_pack_set_write (set, out, NULL));
  catalogue = jg_catalogue_open (out, NULL);
  occupation = jg_catalogue_find_occupation (catalogue, "防疫员", NULL, NULL);
  g_assert_cmpstr (occupation->code, ==, "4-14-04-01");
  g_assert_cmpstr (occupation->provenance, ==, "official");
  measure = jg_catalogue_get_measure (catalogue, "m.1");
  g_assert_cmpstr (measure->provenance, ==, "local");

  jg_pack_set_add_catalogue (refused, base);
  jg_pack_set_add_file (refused, claiming);
  g_assert_false (jg_pack_set_check (refused));

  g_remove (base);
  g_remove (out);
  g_remove (path);
  g_remove (claiming);
  g_rmdir (folder);
}

/* A list that knows an occupation by name, and another that knows its code too. */
#define LIST_HEAD(id)                                                                                \
  "{\"schema\": \"jobguide-pack/1\", \"id\": \"" id "\", \"version\": \"1\", \"title\": \"名单\"," \
  "\"date\": \"2022\", \"provenance\": \"secondary\","                                               \
  "\"sources\": [{\"title\": \"a\", \"licence\": \"b\", \"credit\": \"c\"}], \"occupations\": ["
#define LISTED(id, name, code, note)                                                               \
  "{\"id\": \"" id "\", \"name\": \"" name "\", " code ", \"origin\": \"existing\","               \
  "\"definition\": null, \"tasks\": [], \"note\": \"" note "\"}"
#define CODE_2022(code) "\"code\": \"" code "\", \"edition\": \"2022\""
#define NO_CODE "\"code\": null, \"edition\": null"

static JgPackSet *
check_onto_shipped (const char *first, const char *second, gboolean good)
{
  g_autofree char *catalogue =
      g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  const char *const contents[] = { first, second };
  g_autoptr (JgPackSet) set = jg_pack_set_new ();

  jg_pack_set_add_catalogue (set, catalogue);
  for (guint i = 0; i < 2; i++)
    if (contents[i] != NULL)
      {
        g_autofree char *name = g_strdup_printf ("list-%u.json", i);
        g_autofree char *path = write_pack (folder, name, contents[i]);

        jg_pack_set_add_file (set, path);
        g_remove (path);
      }
  g_rmdir (folder);
  if (jg_pack_set_check (set) != good)
    g_error ("%s", good ? (char *) g_ptr_array_index (jg_pack_set_get_errors (set), 0) : first);
  return g_steal_pointer (&set);
}

static const JgOccupation *
find_replayed (JgPackSet *set, const char *id, guint *n)
{
  GPtrArray *occupations = jg_pack_set_get_occupations (set);
  const JgOccupation *found = NULL;

  *n = 0;
  for (guint i = 0; i < occupations->len; i++)
    {
      const JgOccupation *occupation = g_ptr_array_index (occupations, i);

      if (g_str_equal (occupation->id, id))
        {
          found = occupation;
          (*n)++;
        }
    }
  return found;
}

/* Two lists that know of the same occupation make one of it, whichever is read first. */
static void
test_lists_join (void)
{
  static const char *const batch =
      LIST_HEAD ("batch") LISTED ("occ.x", "试验员", NO_CODE, "第一批") "]}";
  static const char *const list =
      LIST_HEAD ("list") LISTED ("occ.x", "试验员", CODE_2022 ("4-01-01-99"), "名单不一致") "]}";

  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (JgPackSet) set =
          check_onto_shipped (turn == 0 ? batch : list, turn == 0 ? list : batch, TRUE);
      guint n;
      const JgOccupation *occupation = find_replayed (set, "occ.x", &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (occupation->code, ==, "4-01-01-99");
      g_assert_cmpstr (occupation->edition, ==, "2022");
      g_assert_cmpstr (occupation->provenance, ==, "secondary");
      g_assert_cmpstr (occupation->note, ==, "第一批\n名单不一致");
      g_assert_cmpuint (jg_pack_set_get_occupations (set)->len, ==, 45);
    }
}

static void
assert_doubled (const char *first, const char *second, const char *complaint)
{
  g_autoptr (JgPackSet) set = check_onto_shipped (first, second, FALSE);
  const char *said = g_ptr_array_index (jg_pack_set_get_errors (set), 0);

  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, complaint));
}

static void
test_lists_do_not_double (void)
{
  /* 网约配送员 has this code in the 2022 edition. */
  assert_doubled (LIST_HEAD ("list")
                      LISTED ("occ.x", "网约配送员", CODE_2022 ("4-10-08-01"), "x") "]}",
                  NULL, "4-10-08-01");
  /* What is official is not said again. */
  assert_doubled (LIST_HEAD ("list") LISTED ("occ.wangyue-peisongyuan", "网约配送员",
                                             CODE_2022 ("4-10-08-01"), "x") "]}",
                  NULL, "occ.wangyue-peisongyuan");
  assert_doubled (
      LIST_HEAD ("list") LISTED ("occ.x", "试验员", CODE_2022 ("4-01-01-99"), "x") "]}",
      LIST_HEAD ("other") LISTED ("occ.x", "化验员", CODE_2022 ("4-01-01-99"), "x") "]}", "化验员");
  assert_doubled (
      LIST_HEAD ("list") LISTED ("occ.x", "试验员", CODE_2022 ("4-01-01-99"), "x") "]}",
      LIST_HEAD ("other") LISTED ("occ.x", "试验员", CODE_2022 ("4-01-01-98"), "x") "]}", "occ.x");
  assert_doubled (LIST_HEAD ("list") LISTED ("occ.x", "试验员", NO_CODE,
                                             "x") "," LISTED ("occ.x", "试验员", NO_CODE, "x") "]}",
                  NULL, "occ.x");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-set/good", test_good_pack);
  for (guint i = 0; i < G_N_ELEMENTS (spoiled); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pack-set/spoiled/%s", spoiled[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_spoiled_pack);
    }
  g_test_add_func ("/pack-set/many-errors-in-one-go", test_many_errors_in_one_go);
  g_test_add_func ("/pack-set/same-input-same-bytes", test_same_input_same_bytes);
  g_test_add_func ("/pack-set/failed-write-leaves-nothing", test_failed_write_leaves_nothing);
  g_test_add_func ("/pack-set/onto", test_onto);
  g_test_add_func ("/pack-set/lists-join", test_lists_join);
  g_test_add_func ("/pack-set/lists-do-not-double", test_lists_do_not_double);
  return g_test_run ();
}
