/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-items.h"

#include <string.h>

static void
work_type_free (JgPackWorkType *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

static void
parse_work_types (JgPackOccupation *self,
                  JgJsonReader *reader,
                  JsonObject *object,
                  const char *pointer)
{
  static const char *const keys[] = { "id", "name", "stated", "line", NULL };
  static const char *const stated[] = { "listed", "existing", NULL };
  g_autofree char *list = jg_json_pointer (pointer, "work_types");
  JsonArray *work_types =
      jg_json_get_array (reader, object, pointer, "work_types", JG_JSON_OPTIONAL, 200);

  for (guint i = 0; work_types != NULL && i < json_array_get_length (work_types); i++)
    {
      g_autofree char *place = jg_json_pointer_index (list, i);
      JsonObject *item = jg_json_array_object (reader, work_types, list, i);
      JgPackWorkType *work_type = NULL;

      if (item == NULL)
        continue;
      work_type = g_new0 (JgPackWorkType, 1);
      g_ptr_array_add (self->work_types, work_type);
      jg_json_check_keys (reader, item, place, keys);
      work_type->id = g_strdup (jg_json_get_id (reader, item, place, "id", JG_JSON_REQUIRED));
      work_type->name = g_strdup (
          jg_json_get_string (reader, item, place, "name", JG_JSON_REQUIRED | JG_JSON_NAME, 100));
      work_type->listed =
          g_strcmp0 (jg_json_get_enum (reader, item, place, "stated", JG_JSON_REQUIRED, stated),
                     "listed") == 0;
      jg_pack_get_lines (reader, item, place, &work_type->line, NULL);
    }
}

static void
parse_source (JgPackOccupation *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "document", "clause", "line", "line_to", "quote", NULL };
  g_autofree char *place = jg_json_pointer (pointer, "source");
  JsonObject *source = jg_json_get_object (reader, object, pointer, "source", JG_JSON_NULLABLE);

  if (source == NULL)
    return;
  jg_json_check_keys (reader, source, place, keys);
  self->source = g_new0 (JgCitation, 1);
  self->source->document =
      g_strdup (jg_json_get_id (reader, source, place, "document", JG_JSON_REQUIRED));
  self->source->clause =
      g_strdup (jg_json_get_string (reader, source, place, "clause", JG_JSON_REQUIRED, 40));
  self->source->quote =
      g_strdup (jg_json_get_string (reader, source, place, "quote", JG_JSON_REQUIRED, 4000));
  jg_pack_get_lines (reader, source, place, &self->source->line, &self->source->line_to);
}

static void
parse_occupation (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "id",         "name",   "code",       "edition",
                                      "origin",     "marks",  "definition", "tasks",
                                      "work_types", "source", "note",       NULL };
  static const char *const editions[] = { "2020", "2022", NULL };
  static const char *const origins[] = { "new", "promoted", "existing", NULL };
  static const char *const marks[] = { "L", "S", NULL };
  JgPackOccupation *row = g_new0 (JgPackOccupation, 1);
  g_auto (GStrv) tasks = NULL;

  g_ptr_array_add (self->occupations, row);
  row->tasks = g_ptr_array_new_with_free_func (g_free);
  row->work_types = g_ptr_array_new_with_free_func ((GDestroyNotify) work_type_free);
  row->pointer = jg_pack_place (reader, pointer);
  jg_json_check_keys (reader, object, pointer, keys);
  row->id = g_strdup (jg_json_get_id (reader, object, pointer, "id", JG_JSON_REQUIRED));
  row->name = g_strdup (
      jg_json_get_string (reader, object, pointer, "name", JG_JSON_REQUIRED | JG_JSON_NAME, 100));
  row->code = g_strdup (
      jg_json_get_code (reader, object, pointer, "code", JG_JSON_REQUIRED | JG_JSON_NULLABLE, 4));
  row->edition = g_strdup (jg_json_get_enum (reader, object, pointer, "edition",
                                             JG_JSON_REQUIRED | JG_JSON_NULLABLE, editions));
  if (reader->n_errors == 0 && (row->code == NULL) != (row->edition == NULL))
    jg_json_reader_report (reader, pointer, "edition",
                           "编码和版本应同有同无；编码为 null 时版本也应为 null");
  row->origin =
      g_strdup (jg_json_get_enum (reader, object, pointer, "origin", JG_JSON_REQUIRED, origins));
  row->marks = jg_json_get_string_array (reader, object, pointer, "marks", JG_JSON_OPTIONAL, marks);
  if (row->marks == NULL)
    row->marks = g_new0 (char *, 1);
  row->definition = g_strdup (jg_json_get_string (reader, object, pointer, "definition",
                                                  JG_JSON_REQUIRED | JG_JSON_NULLABLE, 4000));
  tasks = jg_json_get_string_array (reader, object, pointer, "tasks", JG_JSON_REQUIRED, NULL);
  for (guint i = 0; tasks != NULL && tasks[i] != NULL; i++)
    g_ptr_array_add (row->tasks, g_strdup (tasks[i]));
  parse_work_types (row, reader, object, pointer);
  parse_source (row, reader, object, pointer);
  row->note =
      g_strdup (jg_json_get_string (reader, object, pointer, "note", JG_JSON_NULLABLE, 1000));

  if (row->source == NULL && (row->definition != NULL || row->tasks->len > 0))
    jg_json_reader_report (
        reader, pointer, "source",
        "缺少出处；有定义或任务的职业应写明 document、clause、line、line_to、quote");
}

/* jg_pack_parse_occupations:
 *
 * Reads the list `occupations` into @self. */
void
jg_pack_parse_occupations (JgPack *self, JgJsonReader *reader, JsonObject *root)
{
  JsonArray *array = jg_json_get_array (reader, root, "", "occupations", JG_JSON_OPTIONAL, 200000);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = jg_json_pointer_index ("/occupations", i);
      JsonObject *object = jg_json_array_object (reader, array, "/occupations", i);

      if (object != NULL)
        parse_occupation (self, reader, object, pointer);
    }
}

/* Which further keys each kind of operation has; a key that belongs to another kind is an error. */
static const struct
{
  const char *kind;
  const char *keys[10];
} operation_kinds[] = {
  { "new-occupation", { "id", "document", "clause", "line", "quote", "kind", "occupation", NULL } },
  { "rename",
    { "id", "document", "clause", "line", "quote", "kind", "occupation", "from", "to", NULL } },
  { "recode",
    { "id", "document", "clause", "line", "quote", "kind", "occupation", "from", "to", NULL } },
  { "worktype-add",
    { "id", "document", "clause", "line", "quote", "kind", "occupation", "work_type", NULL } },
  { "worktype-move",
    { "id", "document", "clause", "line", "quote", "kind", "occupation", "to", "work_type",
      NULL } },
  { "worktype-cancel",
    { "id", "document", "clause", "line", "quote", "kind", "occupation", "work_type", NULL } },
  { "worktype-promote",
    { "id", "document", "clause", "line", "quote", "kind", "occupation", "to", "work_type",
      NULL } },
  { "occupation-cancel",
    { "id", "document", "clause", "line", "quote", "kind", "occupation", "successors", NULL } },
};

static void
parse_work_type (JgOperation *operation,
                 JgJsonReader *reader,
                 JsonObject *object,
                 const char *pointer)
{
  static const char *const keys[] = { "id", "name", NULL };
  g_autofree char *place = jg_json_pointer (pointer, "work_type");
  JsonObject *work_type =
      jg_json_get_object (reader, object, pointer, "work_type", JG_JSON_REQUIRED);

  if (work_type == NULL)
    return;
  jg_json_check_keys (reader, work_type, place, keys);
  operation->work_type =
      g_strdup (jg_json_get_id (reader, work_type, place, "id", JG_JSON_REQUIRED));
  operation->work_type_name = g_strdup (
      jg_json_get_string (reader, work_type, place, "name", JG_JSON_REQUIRED | JG_JSON_NAME, 100));
}

static void
parse_operation_arguments (JgOperation *operation,
                           JgJsonReader *reader,
                           JsonObject *object,
                           const char *pointer)
{
  const char *kind = operation->kind;

  if (strcmp (kind, "rename") == 0)
    {
      operation->from = g_strdup (jg_json_get_string (reader, object, pointer, "from",
                                                      JG_JSON_REQUIRED | JG_JSON_NAME, 100));
      operation->to = g_strdup (
          jg_json_get_string (reader, object, pointer, "to", JG_JSON_REQUIRED | JG_JSON_NAME, 100));
    }
  else if (strcmp (kind, "recode") == 0)
    {
      operation->from =
          g_strdup (jg_json_get_code (reader, object, pointer, "from", JG_JSON_REQUIRED, 4));
      operation->to =
          g_strdup (jg_json_get_code (reader, object, pointer, "to", JG_JSON_REQUIRED, 4));
    }
  else if (strcmp (kind, "occupation-cancel") == 0)
    operation->successors =
        jg_json_get_string_array (reader, object, pointer, "successors", JG_JSON_REQUIRED, NULL);
  else if (strcmp (kind, "new-occupation") != 0)
    {
      parse_work_type (operation, reader, object, pointer);
      if (strcmp (kind, "worktype-move") == 0 || strcmp (kind, "worktype-promote") == 0)
        operation->to = g_strdup (jg_json_get_id (reader, object, pointer, "to", JG_JSON_REQUIRED));
    }
}

static void
parse_operation (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  const char *kinds[G_N_ELEMENTS (operation_kinds) + 1] = { NULL };
  JgOperation *operation = NULL;
  const char *kind = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (operation_kinds); i++)
    kinds[i] = operation_kinds[i].kind;
  kind = jg_json_get_enum (reader, object, pointer, "kind", JG_JSON_REQUIRED, kinds);
  if (kind == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (operation_kinds); i++)
    if (strcmp (kind, operation_kinds[i].kind) == 0)
      jg_json_check_keys (reader, object, pointer, operation_kinds[i].keys);

  operation = g_new0 (JgOperation, 1);
  g_ptr_array_add (self->operations, operation);
  operation->pointer = jg_pack_place (reader, pointer);
  operation->kind = g_strdup (kind);
  operation->id = g_strdup (jg_json_get_id (reader, object, pointer, "id", JG_JSON_REQUIRED));
  operation->document =
      g_strdup (jg_json_get_id (reader, object, pointer, "document", JG_JSON_REQUIRED));
  operation->clause =
      g_strdup (jg_json_get_string (reader, object, pointer, "clause", JG_JSON_REQUIRED, 40));
  operation->quote =
      g_strdup (jg_json_get_string (reader, object, pointer, "quote", JG_JSON_REQUIRED, 4000));
  operation->occupation =
      g_strdup (jg_json_get_id (reader, object, pointer, "occupation", JG_JSON_REQUIRED));
  jg_pack_get_lines (reader, object, pointer, &operation->line, NULL);
  parse_operation_arguments (operation, reader, object, pointer);
}

/* jg_pack_parse_operations:
 *
 * Reads the list `operations` into @self. */
void
jg_pack_parse_operations (JgPack *self, JgJsonReader *reader, JsonObject *root)
{
  JsonArray *array = jg_json_get_array (reader, root, "", "operations", JG_JSON_OPTIONAL, 200000);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = jg_json_pointer_index ("/operations", i);
      JsonObject *object = jg_json_array_object (reader, array, "/operations", i);

      if (object != NULL)
        parse_operation (self, reader, object, pointer);
    }
}
