/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-items.h"

/* jg_pack_place:
 *
 * Returns: (transfer full): file name and JSON pointer, as they begin a complaint */
char *
jg_pack_place (JgJsonReader *reader, const char *pointer)
{
  return g_strdup_printf ("%s %s", reader->name, pointer);
}

/* jg_pack_get_lines:
 * @line: (out): first line, 1-based
 * @line_to: (out) (nullable): last line; read from `line_to`, which must not lie before `line`
 *
 * Reads where a statement stands.
 *
 * Returns: %FALSE when a number is missing or wrong; the problem is in the reader's errors */
gboolean
jg_pack_get_lines (JgJsonReader *reader,
                   JsonObject *object,
                   const char *pointer,
                   guint *line,
                   guint *line_to)
{
  gint64 first = 0;
  gint64 last = 0;

  if (!jg_json_get_int (reader, object, pointer, "line", JG_JSON_REQUIRED, 1, 1000000, &first))
    return FALSE;
  *line = (guint) first;
  if (line_to == NULL)
    return TRUE;
  if (!jg_json_get_int (reader, object, pointer, "line_to", JG_JSON_REQUIRED, 1, 1000000, &last))
    return FALSE;
  if (last < first)
    {
      jg_json_reader_report (reader, pointer, "line_to", "写了 %d，在起始行 %d 之前；应不小于 line",
                             (int) last, (int) first);
      return FALSE;
    }
  *line_to = (guint) last;
  return TRUE;
}

/* Calls @parse for each object of the list @key. */
static void
each (JgPack *self,
      JgJsonReader *reader,
      JsonObject *root,
      const char *key,
      void (*parse) (JgPack *, JgJsonReader *, JsonObject *, const char *))
{
  g_autofree char *list = jg_json_pointer ("", key);
  JsonArray *array = jg_json_get_array (reader, root, "", key, JG_JSON_OPTIONAL, 200000);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = jg_json_pointer_index (list, i);
      JsonObject *object = jg_json_array_object (reader, array, list, i);

      if (object != NULL)
        parse (self, reader, object, pointer);
    }
}

static void
parse_document (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  g_ptr_array_add (self->documents, jg_pack_document_parse (reader, object, pointer, TRUE));
}

static void
parse_options (JgJsonReader *reader, JsonObject *object, const char *pointer, JgFact *fact)
{
  static const char *const keys[] = { "value", "name", NULL };
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *list = jg_json_pointer (pointer, "options");
  gboolean is_code = g_strcmp0 (fact->type, "code") == 0;
  JsonArray *options = jg_json_get_array (reader, object, pointer, "options",
                                          is_code ? JG_JSON_REQUIRED : JG_JSON_OPTIONAL, 200);

  if (options != NULL && !is_code && json_array_get_length (options) > 0)
    jg_json_reader_report (reader, pointer, "options", "只有 type 为 code 的事实才有选项；应删去");

  for (guint i = 0; options != NULL && i < json_array_get_length (options); i++)
    {
      g_autofree char *place = jg_json_pointer_index (list, i);
      JsonObject *option = jg_json_array_object (reader, options, list, i);
      const char *value = NULL;
      const char *name = NULL;

      if (option == NULL)
        continue;
      jg_json_check_keys (reader, option, place, keys);
      value = jg_json_get_id (reader, option, place, "value", JG_JSON_REQUIRED);
      name =
          jg_json_get_string (reader, option, place, "name", JG_JSON_REQUIRED | JG_JSON_NAME, 100);
      if (value != NULL && name != NULL)
        {
          g_strv_builder_add (values, value);
          g_strv_builder_add (names, name);
        }
    }
  fact->option_values = g_strv_builder_end (values);
  fact->option_names = g_strv_builder_end (names);
}

/* Names of groups of people, short enough for a list to choose from. */
static char **
get_people (JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  char **people =
      jg_json_get_string_array (reader, object, pointer, "people", JG_JSON_OPTIONAL, NULL);

  if (people == NULL)
    return g_new0 (char *, 1);
  for (guint i = 0; people[i] != NULL; i++)
    if (*people[i] == '\0' || g_utf8_strlen (people[i], -1) > 20)
      jg_json_reader_report (reader, pointer, "people", "“%s”应为 1 至 20 个字", people[i]);
  return people;
}

static void
parse_fact (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "key",        "type",    "question",   "group",
                                      "unit",       "options", "granted_by", "never_from",
                                      "implied_by", "hint",    "people",     NULL };
  static const char *const types[] = { "boolean", "date", "number", "code", NULL };
  JgPackFact *row = g_new0 (JgPackFact, 1);
  JgFact *fact = g_new0 (JgFact, 1);

  jg_json_check_keys (reader, object, pointer, keys);
  row->pointer = jg_pack_place (reader, pointer);
  row->fact = fact;
  fact->key = g_strdup (jg_json_get_id (reader, object, pointer, "key", JG_JSON_REQUIRED));
  fact->type =
      g_strdup (jg_json_get_enum (reader, object, pointer, "type", JG_JSON_REQUIRED, types));
  fact->question =
      g_strdup (jg_json_get_string (reader, object, pointer, "question", JG_JSON_REQUIRED, 200));
  fact->group =
      g_strdup (jg_json_get_string (reader, object, pointer, "group", JG_JSON_REQUIRED, 40));
  fact->unit =
      g_strdup (jg_json_get_string (reader, object, pointer, "unit", JG_JSON_NULLABLE, 20));
  fact->granted_by =
      g_strdup (jg_json_get_string (reader, object, pointer, "granted_by", JG_JSON_NULLABLE, 200));
  fact->hint =
      g_strdup (jg_json_get_string (reader, object, pointer, "hint", JG_JSON_NULLABLE, 400));
  fact->never_from =
      jg_json_get_string_array (reader, object, pointer, "never_from", JG_JSON_OPTIONAL, NULL);
  if (fact->never_from == NULL)
    fact->never_from = g_new0 (char *, 1);
  fact->implied_by =
      jg_json_get_string_array (reader, object, pointer, "implied_by", JG_JSON_OPTIONAL, NULL);
  if (fact->implied_by == NULL)
    fact->implied_by = g_new0 (char *, 1);
  fact->people = get_people (reader, object, pointer);
  parse_options (reader, object, pointer, fact);
  g_ptr_array_add (self->facts, row);
}

static void
parse_class (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "code", "edition", "level", "name", NULL };
  static const char *const editions[] = { "2020", "2022", NULL };
  static const char *const levels[] = { "major", "middle", "minor", NULL };
  JgPackClass *row = g_new0 (JgPackClass, 1);
  const char *level = NULL;
  const char *edition = NULL;
  guint parts = 0;

  jg_json_check_keys (reader, object, pointer, keys);
  row->pointer = jg_pack_place (reader, pointer);
  row->class = g_new0 (JgOccupationClass, 1);
  level = jg_json_get_enum (reader, object, pointer, "level", JG_JSON_REQUIRED, levels);
  parts = g_strcmp0 (level, "major") == 0 ? 1 : g_strcmp0 (level, "middle") == 0 ? 2 : 3;
  row->class->level = g_strdup (level);
  edition = jg_json_get_enum (reader, object, pointer, "edition", JG_JSON_OPTIONAL, editions);
  row->class->edition = g_strdup (edition != NULL ? edition : editions[0]);
  row->class->code =
      g_strdup (jg_json_get_code (reader, object, pointer, "code", JG_JSON_REQUIRED, parts));
  row->class->name = g_strdup (
      jg_json_get_string (reader, object, pointer, "name", JG_JSON_REQUIRED | JG_JSON_NAME, 100));
  g_ptr_array_add (self->classes, row);
}

static void
parse_code (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "occupation", "edition",   "code", "name", "marks",
                                      "relation",   "now_means", "note", NULL };
  static const char *const editions[] = { "2022", NULL };
  static const char *const relations[] = { "unchanged", "recoded", "renamed", "dissolved", NULL };
  static const char *const marks[] = { "L", "S", NULL };
  JgPackCode *row = g_new0 (JgPackCode, 1);

  jg_json_check_keys (reader, object, pointer, keys);
  row->pointer = jg_pack_place (reader, pointer);
  row->occupation =
      g_strdup (jg_json_get_id (reader, object, pointer, "occupation", JG_JSON_REQUIRED));
  row->edition =
      g_strdup (jg_json_get_enum (reader, object, pointer, "edition", JG_JSON_REQUIRED, editions));
  row->code = g_strdup (
      jg_json_get_code (reader, object, pointer, "code", JG_JSON_REQUIRED | JG_JSON_NULLABLE, 4));
  row->name = g_strdup (jg_json_get_string (
      reader, object, pointer, "name", JG_JSON_REQUIRED | JG_JSON_NULLABLE | JG_JSON_NAME, 100));
  row->marks = jg_json_get_string_array (reader, object, pointer, "marks", JG_JSON_OPTIONAL, marks);
  if (row->marks == NULL)
    row->marks = g_new0 (char *, 1);
  row->relation = g_strdup (
      jg_json_get_enum (reader, object, pointer, "relation", JG_JSON_REQUIRED, relations));
  row->now_means =
      g_strdup (jg_json_get_string (reader, object, pointer, "now_means", JG_JSON_NULLABLE, 100));
  row->note =
      g_strdup (jg_json_get_string (reader, object, pointer, "note", JG_JSON_NULLABLE, 1000));
  g_ptr_array_add (self->codes, row);
}

static void
parse_alias (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "id",     "occupation", "text",   "kind",
                                      "source", "grade",      "reason", NULL };
  static const char *const kinds[] = { "spoken",       "advert",  "trade", "english",
                                       "abbreviation", "variant", NULL };
  static const char *const grades[] = { "a", "b", NULL };
  JgPackAlias *row = g_new0 (JgPackAlias, 1);

  jg_json_check_keys (reader, object, pointer, keys);
  row->pointer = jg_pack_place (reader, pointer);
  row->alias = g_new0 (JgAlias, 1);
  row->alias->occupation =
      g_strdup (jg_json_get_id (reader, object, pointer, "occupation", JG_JSON_REQUIRED));
  row->alias->text = g_strdup (
      jg_json_get_string (reader, object, pointer, "text", JG_JSON_REQUIRED | JG_JSON_NAME, 60));
  row->alias->kind =
      g_strdup (jg_json_get_enum (reader, object, pointer, "kind", JG_JSON_REQUIRED, kinds));
  row->alias->source =
      g_strdup (jg_json_get_string (reader, object, pointer, "source", JG_JSON_REQUIRED, 200));
  row->grade =
      g_strdup (jg_json_get_enum (reader, object, pointer, "grade", JG_JSON_REQUIRED, grades));
  jg_json_get_id (reader, object, pointer, "id", JG_JSON_OPTIONAL);
  jg_json_get_string (reader, object, pointer, "reason", JG_JSON_NULLABLE, 400);
  g_ptr_array_add (self->aliases, row);
}

static void
parse_synonym (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "id", "text", "means", "wish", "source", "reason", NULL };
  /* In the order of JgSynonymWish. */
  static const char *const wishes[] = { "other-job", "ability", "hint", "sought", NULL };
  JgPackSynonym *row = g_new0 (JgPackSynonym, 1);
  const char *wish;

  jg_json_check_keys (reader, object, pointer, keys);
  row->pointer = jg_pack_place (reader, pointer);
  row->synonym = g_new0 (JgSynonym, 1);
  row->synonym->text = g_strdup (
      jg_json_get_string (reader, object, pointer, "text", JG_JSON_REQUIRED | JG_JSON_NAME, 60));
  row->synonym->means =
      jg_json_get_string_array (reader, object, pointer, "means", JG_JSON_REQUIRED, NULL);
  if (row->synonym->means == NULL)
    row->synonym->means = g_new0 (char *, 1);
  wish = jg_json_get_enum (reader, object, pointer, "wish", JG_JSON_OPTIONAL, wishes);
  for (guint i = 0; i < JG_N_SYNONYM_WISHES; i++)
    if (g_strcmp0 (wish != NULL ? wish : "hint", wishes[i]) == 0)
      row->synonym->wish = (JgSynonymWish) i;
  jg_json_get_id (reader, object, pointer, "id", JG_JSON_OPTIONAL);
  jg_json_get_string (reader, object, pointer, "source", JG_JSON_REQUIRED, 200);
  jg_json_get_string (reader, object, pointer, "reason", JG_JSON_NULLABLE, 400);
  g_ptr_array_add (self->synonyms, row);
}

static void
parse_elsewhere (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "id", "text", "source", "reason", NULL };
  JgPackSynonym *row = g_new0 (JgPackSynonym, 1);

  jg_json_check_keys (reader, object, pointer, keys);
  row->pointer = jg_pack_place (reader, pointer);
  row->synonym = g_new0 (JgSynonym, 1);
  row->synonym->text = g_strdup (
      jg_json_get_string (reader, object, pointer, "text", JG_JSON_REQUIRED | JG_JSON_NAME, 60));
  jg_json_get_id (reader, object, pointer, "id", JG_JSON_OPTIONAL);
  jg_json_get_string (reader, object, pointer, "source", JG_JSON_REQUIRED, 200);
  jg_json_get_string (reader, object, pointer, "reason", JG_JSON_NULLABLE, 400);
  g_ptr_array_add (self->elsewhere, row);
}

static void
replace (char **where, const char *provenance)
{
  g_free (*where);
  *where = g_strdup (provenance);
}

/* jg_pack_set_provenance:
 * @provenance: where the pack is from
 *
 * Says of every statement of a pack where it is from. */
void
jg_pack_set_provenance (JgPack *self, const char *provenance)
{
  for (guint i = 0; i < self->documents->len; i++)
    replace (&((JgPackDocument *) g_ptr_array_index (self->documents, i))->document->provenance,
             provenance);
  for (guint i = 0; i < self->classes->len; i++)
    replace (&((JgPackClass *) g_ptr_array_index (self->classes, i))->class->provenance,
             provenance);
  for (guint i = 0; i < self->occupations->len; i++)
    replace (&((JgPackOccupation *) g_ptr_array_index (self->occupations, i))->provenance,
             provenance);
  for (guint i = 0; i < self->codes->len; i++)
    replace (&((JgPackCode *) g_ptr_array_index (self->codes, i))->provenance, provenance);
  for (guint i = 0; i < self->measures->len; i++)
    replace (&((JgPackMeasure *) g_ptr_array_index (self->measures, i))->measure->provenance,
             provenance);
  for (guint i = 0; i < self->aliases->len; i++)
    replace (&((JgPackAlias *) g_ptr_array_index (self->aliases, i))->alias->provenance,
             provenance);
}

/* jg_pack_parse_items:
 *
 * Reads all lists of a pack into @self; problems are added to the reader's errors. */
void
jg_pack_parse_items (JgPack *self, JgJsonReader *reader, JsonObject *root)
{
  each (self, reader, root, "documents", parse_document);
  each (self, reader, root, "facts", parse_fact);
  each (self, reader, root, "classes", parse_class);
  jg_pack_parse_occupations (self, reader, root);
  jg_pack_parse_operations (self, reader, root);
  each (self, reader, root, "codes", parse_code);
  jg_pack_parse_measures (self, reader, root);
  each (self, reader, root, "aliases", parse_alias);
  each (self, reader, root, "synonyms", parse_synonym);
  each (self, reader, root, "elsewhere", parse_elsewhere);
  jg_pack_set_provenance (self, self->info->provenance);
}
