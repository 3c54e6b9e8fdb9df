/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-questionnaire.h"

#include <string.h>

#include "catalogue/jg-json-reader.h"
#include "jg-guidance-resources.h"

#define SCHEMA "jobguide-questionnaire/1"
#define MAX_QUESTIONS 20
#define MAX_OPTIONS 8
#define MAX_WEIGHTS 1000
#define MAX_TEXT 200

static void
option_free (JgQuestionOption *self)
{
  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

static void
question_free (JgInterestQuestion *self)
{
  g_free (self->key);
  g_free (self->question);
  g_ptr_array_unref (self->options);
  g_free (self);
}

static void
weight_free (JgInterestWeight *self)
{
  g_free (self->question);
  g_free (self->option);
  g_free (self->occupation);
  g_free (self->words);
  g_free (self->reason);
  g_free (self);
}

/**
 * jg_questionnaire_free:
 * @self: (nullable) (transfer full): a questionnaire
 *
 * Frees a questionnaire.
 */
void
jg_questionnaire_free (JgQuestionnaire *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->note);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->weights);
  g_free (self);
}

static void
read_option (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  static const char *const keys[] = { "key", "label", NULL };
  JgQuestionOption *option = g_new0 (JgQuestionOption, 1);

  jg_json_check_keys (reader, object, pointer, keys);
  option->key = g_strdup (jg_json_get_id (reader, object, pointer, "key", JG_JSON_REQUIRED));
  option->label =
      g_strdup (jg_json_get_string (reader, object, pointer, "label", JG_JSON_REQUIRED, MAX_TEXT));
  g_ptr_array_add (data, option);
}

static void
read_question (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  static const char *const keys[] = { "key", "question", "options", NULL };
  JgInterestQuestion *question = g_new0 (JgInterestQuestion, 1);

  jg_json_check_keys (reader, object, pointer, keys);
  question->key = g_strdup (jg_json_get_id (reader, object, pointer, "key", JG_JSON_REQUIRED));
  question->question = g_strdup (
      jg_json_get_string (reader, object, pointer, "question", JG_JSON_REQUIRED, MAX_TEXT));
  question->options = g_ptr_array_new_with_free_func ((GDestroyNotify) option_free);
  jg_json_read_objects (reader, object, pointer, "options", MAX_OPTIONS, read_option,
                        question->options);
  g_ptr_array_add (data, question);
}

static void
read_weight (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  static const char *const keys[] = { "question", "option", "occupation", "weight",
                                      "words",    "reason", NULL };
  JgQuestionnaire *self = data;
  JgInterestWeight *weight = g_new0 (JgInterestWeight, 1);
  gint64 number = 0;

  jg_json_check_keys (reader, object, pointer, keys);
  weight->question =
      g_strdup (jg_json_get_id (reader, object, pointer, "question", JG_JSON_REQUIRED));
  weight->option = g_strdup (jg_json_get_id (reader, object, pointer, "option", JG_JSON_REQUIRED));
  weight->occupation =
      g_strdup (jg_json_get_id (reader, object, pointer, "occupation", JG_JSON_REQUIRED));
  weight->words =
      g_strdup (jg_json_get_string (reader, object, pointer, "words", JG_JSON_REQUIRED, MAX_TEXT));
  weight->reason =
      g_strdup (jg_json_get_string (reader, object, pointer, "reason", JG_JSON_REQUIRED, MAX_TEXT));
  jg_json_get_int (reader, object, pointer, "weight", JG_JSON_REQUIRED, 1,
                   JG_QUESTIONNAIRE_MAX_BONUS, &number);
  weight->weight = (int) number;
  g_ptr_array_add (self->weights, weight);
  if (weight->question != NULL && weight->option != NULL &&
      jg_questionnaire_find_label (self, weight->question, weight->option) == NULL)
    jg_json_reader_report (reader, pointer, "option", "没有这个回答；应为 questions 里的一个");
}

/**
 * jg_questionnaire_new_from_data:
 * @data: a jobguide-questionnaire/1
 * @length: its bytes, or -1 for a string
 * @errors: (element-type utf8): where to put what is wrong
 *
 * Reads a questionnaire.
 *
 * Returns: (transfer full) (nullable): the questionnaire; %NULL when anything is wrong
 */
JgQuestionnaire *
jg_questionnaire_new_from_data (const char *data, gssize length, GPtrArray *errors)
{
  static const char *const keys[] = { "schema",     "version",   "title",   "note",
                                      "provenance", "questions", "weights", NULL };
  static const char *const provenances[] = { "editorial", NULL };
  static const char *const schemas[] = { SCHEMA, NULL };
  g_autoptr (JgQuestionnaire) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  JgJsonReader reader;
  JsonObject *object;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (errors != NULL, NULL);

  root = jg_json_reader_parse ("questionnaire.json", data,
                               length < 0 ? strlen (data) : (gsize) length, NULL, errors);
  if (root == NULL)
    return NULL;
  jg_json_reader_init (&reader, "questionnaire.json", errors);
  object = json_node_get_object (root);
  jg_json_check_keys (&reader, object, "", keys);
  jg_json_get_enum (&reader, object, "", "schema", JG_JSON_REQUIRED, schemas);
  jg_json_get_enum (&reader, object, "", "provenance", JG_JSON_REQUIRED, provenances);
  jg_json_get_string (&reader, object, "", "version", JG_JSON_REQUIRED, MAX_TEXT);
  self = g_new0 (JgQuestionnaire, 1);
  self->title =
      g_strdup (jg_json_get_string (&reader, object, "", "title", JG_JSON_REQUIRED, MAX_TEXT));
  self->note =
      g_strdup (jg_json_get_string (&reader, object, "", "note", JG_JSON_REQUIRED, MAX_TEXT));
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) question_free);
  self->weights = g_ptr_array_new_with_free_func ((GDestroyNotify) weight_free);
  jg_json_read_objects (&reader, object, "", "questions", MAX_QUESTIONS, read_question,
                        self->questions);
  jg_json_read_objects (&reader, object, "", "weights", MAX_WEIGHTS, read_weight, self);
  return errors->len > 0 ? NULL : g_steal_pointer (&self);
}

/**
 * jg_questionnaire_get:
 *
 * Gets the questionnaire that comes with the program; read once.
 *
 * Returns: (transfer none): the questionnaire
 */
const JgQuestionnaire *
jg_questionnaire_get (void)
{
  static gsize once;
  static JgQuestionnaire *self;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (
          jg_guidance_get_resource (), "/com/example/JobGuide/guidance/questionnaire.json",
          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (bytes != NULL);
      self = jg_questionnaire_new_from_data (g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes), errors);
      if (self == NULL)
        g_error ("%s", (const char *) g_ptr_array_index (errors, 0));
      g_once_init_leave (&once, 1);
    }
  return self;
}

/**
 * jg_questionnaire_find_label:
 * @question: key of a question
 * @option: key of an answer
 *
 * Finds the words of an answer.
 *
 * Returns: (transfer none) (nullable): the words; %NULL where there is no such answer
 */
const char *
jg_questionnaire_find_label (const JgQuestionnaire *self, const char *question, const char *option)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (question != NULL && option != NULL, NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      const JgInterestQuestion *one = g_ptr_array_index (self->questions, i);

      for (guint k = 0; g_strcmp0 (one->key, question) == 0 && k < one->options->len; k++)
        {
          const JgQuestionOption *answer = g_ptr_array_index (one->options, k);

          if (g_strcmp0 (answer->key, option) == 0)
            return answer->label;
        }
    }
  return NULL;
}
