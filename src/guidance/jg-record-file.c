/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and writing jobguide-record/1. A file is hostile until every value of it has been checked. */

#include "jg-profile-private.h"
#include "jg-record-private.h"

#define SCHEMA_STEM "jobguide-record/"
#define SCHEMA SCHEMA_STEM "1"
#define PROFILE_STEM "jobguide-profile/"

static const char *const schemas[] = { SCHEMA, NULL };
static const char *const root_keys[] = {
  "schema",  "number",  "created",   "changed",       "desk",     "counsellor",  "profile",
  "concern", "answers", "chosen",    "tasks",         "struck",   "ticked",      "taken_off",
  "steps",   "remarks", "follow_up", "follow_up_way", "contacts", "large_print", NULL
};
static const char *const task_keys[] = { "occupation", "task", "state", NULL };
static const char *const struck_keys[] = { "occupation", "reason", NULL };
static const char *const step_keys[] = { "what",  "who",     "when", "where",
                                         "bring", "measure", "done", NULL };
static const char *const contact_keys[] = { "date", "way", "note", NULL };

static const char *
read_day (JgJsonReader *reader,
          JsonObject *object,
          const char *pointer,
          const char *key,
          JgJsonFlags flags)
{
  const char *day = jg_json_get_date (reader, object, pointer, key, flags);

  if (day == NULL || jg_record_is_day (day))
    return day;
  jg_json_reader_report (reader, pointer, key, "写了“%s”；应写到日，如 \"2026-11-23\"", day);
  return NULL;
}

static void
read_ids (JgJsonReader *reader, GPtrArray *ids, JsonObject *root, const char *key, guint max)
{
  JsonArray *array = jg_json_get_array (reader, root, "", key, JG_JSON_OPTIONAL, max);
  g_autofree char *list = jg_json_pointer ("", key);

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), max); i++)
    {
      const char *id = jg_json_array_string (reader, array, list, i);
      g_autofree char *pointer = jg_json_pointer_index (list, i);

      if (id == NULL)
        continue;
      if (!jg_json_is_id (id))
        jg_json_reader_report (reader, pointer, NULL,
                               "不是编号；应为小写字母、数字、点和连字符，不超过 64 个字");
      else if (jg_record_list_has (ids, id, NULL))
        jg_json_reader_report (reader, pointer, NULL, "前面已有“%s”；一个编号应只写一次", id);
      else
        jg_record_list_add (ids, id);
    }
}

static void
read_task (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  JgRecordContent *self = data;
  gint64 task = 0;
  const char *occupation, *state;
  guint number = 0;

  jg_json_check_keys (reader, object, pointer, task_keys);
  occupation = jg_json_get_id (reader, object, pointer, "occupation", JG_JSON_REQUIRED);
  jg_json_get_int (reader, object, pointer, "task", JG_JSON_REQUIRED, 1, JG_RECORD_MAX_TASK, &task);
  state =
      jg_json_get_enum (reader, object, pointer, "state", JG_JSON_REQUIRED, jg_task_state_nicks ());
  if (occupation == NULL || task == 0 || state == NULL)
    return;
  while (g_strcmp0 (jg_task_state_nicks ()[number], state) != 0)
    number++;
  if (jg_record_content_find_task (self, occupation, (guint) task) != NULL)
    jg_json_reader_report (reader, pointer, "task", "前面已写了这个职业的这项任务；应只写一次");
  else
    jg_record_content_set_task (self, occupation, (guint) task, (JgTaskState) (number + 1));
}

static void
read_struck (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  JgRecordContent *self = data;
  const char *occupation, *reason;

  jg_json_check_keys (reader, object, pointer, struck_keys);
  occupation = jg_json_get_id (reader, object, pointer, "occupation", JG_JSON_REQUIRED);
  reason = jg_json_get_string (reader, object, pointer, "reason", JG_JSON_REQUIRED,
                               JG_RECORD_MAX_REASON);
  if (occupation == NULL)
    return;
  if (jg_record_content_find_struck (self, occupation) != NULL)
    jg_json_reader_report (reader, pointer, "occupation", "前面已划掉这个职业；应只写一次");
  else if (jg_record_list_has (self->chosen, occupation, NULL))
    jg_json_reader_report (reader, pointer, "occupation",
                           "这个职业又选上又划掉；应从 chosen 或 struck 中删去一处");
  else
    jg_record_content_add_struck (self, occupation, reason);
}

static void
read_step (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  JgRecordContent *self = data;
  g_autoptr (JgPlanStep) step = jg_plan_step_new ();

  jg_json_check_keys (reader, object, pointer, step_keys);
  for (guint field = 0; field < JG_N_PLAN_STEP_FIELDS; field++)
    jg_plan_step_set (step, field,
                      jg_json_get_string (reader, object, pointer, jg_plan_step_field_nick (field),
                                          JG_JSON_OPTIONAL, jg_plan_step_field_max (field)));
  jg_plan_step_set_measure (step, jg_json_get_id (reader, object, pointer, "measure",
                                                  JG_JSON_OPTIONAL | JG_JSON_NULLABLE));
  jg_json_get_boolean (reader, object, pointer, "done", JG_JSON_OPTIONAL, &step->done);
  g_ptr_array_add (self->steps, g_steal_pointer (&step));
}

static void
read_contact (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  JgRecordContent *self = data;
  const char *date, *way, *note;

  jg_json_check_keys (reader, object, pointer, contact_keys);
  date = read_day (reader, object, pointer, "date", JG_JSON_REQUIRED);
  way = jg_json_get_string (reader, object, pointer, "way", JG_JSON_OPTIONAL, JG_RECORD_MAX_WAY);
  note = jg_json_get_string (reader, object, pointer, "note", JG_JSON_OPTIONAL, JG_RECORD_MAX_NOTE);
  jg_record_content_add_contact (self, date, way, note);
}

static void
read_answers (JgJsonReader *reader, JgRecordContent *self, JsonObject *root)
{
  JsonObject *answers = jg_json_get_object (reader, root, "", "answers", JG_JSON_OPTIONAL);
  g_autoptr (GList) members = answers != NULL ? json_object_get_members (answers) : NULL;

  if (answers != NULL && json_object_get_size (answers) > JG_RECORD_MAX_ANSWERS)
    jg_json_reader_report (reader, "", "answers", "写了太多项；应不超过 %d 项",
                           JG_RECORD_MAX_ANSWERS);
  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *question = l->data;
      const char *answer = jg_json_get_id (reader, answers, "/answers", question, JG_JSON_REQUIRED);

      if (!jg_json_is_id (question))
        jg_json_reader_report (reader, "/answers", question, "不是问题的编号");
      else if (answer != NULL)
        g_tree_insert (self->answers, g_strdup (question), g_strdup (answer));
    }
}

static JgRecordContent *
read_root (JgJsonReader *reader, JsonObject *root)
{
  JgRecordContent *self;
  JsonObject *profile;

  jg_json_check_keys (reader, root, "", root_keys);
  jg_json_get_enum (reader, root, "", "schema", JG_JSON_REQUIRED, schemas);
  profile = jg_json_get_object (reader, root, "", "profile", JG_JSON_REQUIRED);
  self = jg_record_content_new (profile != NULL ? jg_profile_read (reader, profile, "/profile")
                                                : jg_profile_new ());
  self->number = g_strdup (jg_json_get_string (reader, root, "", "number", JG_JSON_REQUIRED, 15));
  if (self->number != NULL && !jg_record_is_number (self->number))
    jg_json_reader_report (reader, "", "number",
                           "不是单号；应为日期和六位数字，如 \"20261123-012345\"");
  self->created = g_strdup (read_day (reader, root, "", "created", JG_JSON_REQUIRED));
  self->changed = g_strdup (read_day (reader, root, "", "changed", JG_JSON_REQUIRED));
  for (guint field = 0; field < JG_N_RECORD_TEXTS; field++)
    self->texts[field] =
        g_strdup (jg_json_get_string (reader, root, "", jg_record_text_nicks ()[field],
                                      JG_JSON_OPTIONAL, jg_record_text_max (field)));
  self->follow_up = g_strdup (read_day (reader, root, "", "follow_up", JG_JSON_OPTIONAL));
  jg_json_get_boolean (reader, root, "", "large_print", JG_JSON_OPTIONAL, &self->large_print);
  read_answers (reader, self, root);
  read_ids (reader, self->chosen, root, "chosen", JG_RECORD_MAX_CHOSEN);
  jg_json_read_objects (reader, root, "", "tasks", JG_RECORD_MAX_TASKS, read_task, self);
  jg_json_read_objects (reader, root, "", "struck", JG_RECORD_MAX_STRUCK, read_struck, self);
  read_ids (reader, self->ticked, root, "ticked", JG_RECORD_MAX_MEASURES);
  read_ids (reader, self->taken_off, root, "taken_off", JG_RECORD_MAX_MEASURES);
  for (guint i = 0; i < self->taken_off->len; i++)
    if (jg_record_list_has (self->ticked, g_ptr_array_index (self->taken_off, i), NULL))
      jg_json_reader_report (reader, "", "taken_off", "“%s”又勾选又取下；应只写在一处",
                             (const char *) g_ptr_array_index (self->taken_off, i));
  jg_json_read_objects (reader, root, "", "steps", JG_RECORD_MAX_STEPS, read_step, self);
  jg_json_read_objects (reader, root, "", "contacts", JG_RECORD_MAX_CONTACTS, read_contact, self);
  return self;
}

/* jg_record_content_parse:
 * @name: what to call the data in messages
 *
 * Reads jobguide-record/1, or a jobguide-profile/1 as a record in which nothing else is said; such a one
 * has no number and no days. All of it is checked; nothing is taken from data with one error.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with JG_RECORD_ERROR_NEWER or
 *   JG_RECORD_ERROR_INVALID, whose message has a line for each error found */
JgRecordContent *
jg_record_content_parse (const char *name, const char *data, gsize length, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JgRecordContent) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JgJsonLimits limits = jg_json_limits_default;

  limits.max_size = JG_RECORD_MAX_BYTES;
  root = jg_json_reader_parse (name, data, length, &limits, errors);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObject *object = json_node_get_object (root);
      const char *schema = jg_json_get_schema (object);
      JgJsonReader reader;

      if (jg_json_is_newer (object, SCHEMA_STEM))
        {
          g_set_error (error, JG_RECORD_ERROR, JG_RECORD_ERROR_NEWER,
                       "%s 是更新版本的 JobGuide 写的（%s），这个版本读不了，也不会改动它。"
                       "请升级 JobGuide。",
                       name, schema);
          return NULL;
        }
      jg_json_reader_init (&reader, name, errors);
      self = g_str_has_prefix (schema, PROFILE_STEM)
                 ? jg_record_content_new (jg_profile_read (&reader, object, ""))
                 : read_root (&reader, object);
    }
  else if (errors->len == 0)
    {
      g_ptr_array_add (
          errors, g_strdup_printf ("%s：最外层应为对象，如 {\"schema\": \"%s\"}", name, SCHEMA));
    }
  if (errors->len == 0)
    return g_steal_pointer (&self);

  g_ptr_array_add (errors, NULL);
  text = g_strjoinv ("\n", (char **) errors->pdata);
  g_set_error_literal (error, JG_RECORD_ERROR, JG_RECORD_ERROR_INVALID, text);
  return NULL;
}

static void
put (JsonBuilder *builder, const char *key, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
put_ids (JsonBuilder *builder, const char *key, GPtrArray *ids)
{
  if (ids->len == 0)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (ids, i));
  json_builder_end_array (builder);
}

/* Begins a list that is not empty. */
static gboolean
begin_list (JsonBuilder *builder, const char *key, guint length)
{
  if (length == 0)
    return FALSE;
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  return TRUE;
}

static gboolean
put_answer (gpointer question, gpointer answer, gpointer builder)
{
  put (builder, question, answer);
  return FALSE;
}

static void
put_answers (JsonBuilder *builder, const JgRecordContent *self)
{
  if (g_tree_nnodes (self->answers) == 0)
    return;
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  g_tree_foreach (self->answers, put_answer, builder);
  json_builder_end_object (builder);
}

static void
put_occupations (JsonBuilder *builder, const JgRecordContent *self)
{
  put_ids (builder, "chosen", self->chosen);
  if (begin_list (builder, "tasks", self->tasks->len))
    {
      for (guint i = 0; i < self->tasks->len; i++)
        {
          const JgTaskMark *mark = &g_array_index (self->tasks, JgTaskMark, i);

          json_builder_begin_object (builder);
          put (builder, "occupation", mark->occupation);
          json_builder_set_member_name (builder, "task");
          json_builder_add_int_value (builder, mark->task);
          put (builder, "state", jg_task_state_nick (mark->state));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  if (begin_list (builder, "struck", self->struck->len))
    {
      for (guint i = 0; i < self->struck->len; i++)
        {
          const JgStruck *struck = g_ptr_array_index (self->struck, i);

          json_builder_begin_object (builder);
          put (builder, "occupation", struck->occupation);
          put (builder, "reason", struck->reason);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
}

static void
put_steps (JsonBuilder *builder, const JgRecordContent *self)
{
  if (!begin_list (builder, "steps", self->steps->len))
    return;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const JgPlanStep *step = g_ptr_array_index (self->steps, i);

      json_builder_begin_object (builder);
      for (guint field = 0; field < JG_N_PLAN_STEP_FIELDS; field++)
        put (builder, jg_plan_step_field_nick (field), step->fields[field]);
      put (builder, "measure", step->measure);
      if (step->done)
        {
          json_builder_set_member_name (builder, "done");
          json_builder_add_boolean_value (builder, TRUE);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_contacts (JsonBuilder *builder, const JgRecordContent *self)
{
  if (!begin_list (builder, "contacts", self->contacts->len))
    return;
  for (guint i = 0; i < self->contacts->len; i++)
    {
      const JgContact *contact = g_ptr_array_index (self->contacts, i);

      json_builder_begin_object (builder);
      put (builder, "date", contact->date);
      put (builder, "way", contact->way);
      put (builder, "note", contact->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* jg_record_content_to_data:
 * @with_changed: whether to write the day of the last change
 *
 * Writes jobguide-record/1: the same content always gives the same bytes.
 *
 * Returns: (transfer full): JSON, indented, with a newline at its end */
char *
jg_record_content_to_data (const JgRecordContent *self, gboolean with_changed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  put (builder, "schema", SCHEMA);
  put (builder, "number", self->number);
  put (builder, "created", self->created);
  put (builder, "changed", with_changed ? self->changed : self->created);
  json_builder_set_member_name (builder, "profile");
  jg_profile_build (self->profile, builder);
  for (guint field = 0; field < JG_N_RECORD_TEXTS; field++)
    put (builder, jg_record_text_nicks ()[field], self->texts[field]);
  put (builder, "follow_up", self->follow_up);
  if (self->large_print)
    {
      json_builder_set_member_name (builder, "large_print");
      json_builder_add_boolean_value (builder, TRUE);
    }
  put_answers (builder, self);
  put_occupations (builder, self);
  put_ids (builder, "ticked", self->ticked);
  put_ids (builder, "taken_off", self->taken_off);
  put_steps (builder, self);
  put_contacts (builder, self);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}
