/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition.h"

#include <math.h>
#include <string.h>

#include "jg-catalogue.h"

/* The gate lets a file be 16 deep; a tree handed over from elsewhere is not allowed more. */
#define MAX_DEPTH 16
#define MAX_CHILDREN 100
#define MAX_AGE 150
#define PLACE_CODE_LENGTH 6

static const char *const operators[] = {
  "all",       "any",   "not",   "fact",       "age", "sex",
  "education", "place", "wants", "occupation", "ask", NULL,
};

static const char *const sex_values[] = { "male", "female", NULL };

static const char *const education_values[] = {
  "none",      "primary",  "junior-secondary", "senior-secondary", "secondary-vocational",
  "associate", "bachelor", "master",           "doctorate",        NULL,
};

static const char *const place_values[] = {
  "household", "residence", "work", "insured", "training", "school", "business", NULL,
};

static const char *const wants_values[] = {
  "training", "start-business", "flexible-work", "part-time", "employment", "loan", NULL,
};

static const char *const occupation_values[] = { "linked", NULL };
static const char *const unit_values[] = { "months", "years", "days", NULL };

static JgCondition *
parse_node (JgJsonReader *reader, JsonNode *node, const char *pointer, guint depth);

static char **
make_strv (const char *string)
{
  char **strv = g_new0 (char *, 2);

  strv[0] = g_strdup (string);
  return strv;
}

static void
parse_child (JgCondition *self,
             JgJsonReader *reader,
             JsonNode *node,
             const char *pointer,
             guint depth)
{
  JgCondition *child = parse_node (reader, node, pointer, depth + 1);

  if (child != NULL)
    g_ptr_array_add (self->children, child);
}

static void
parse_list (JgCondition *self,
            JgJsonReader *reader,
            JsonObject *object,
            const char *pointer,
            const char *key,
            guint depth)
{
  JsonArray *array =
      jg_json_get_array (reader, object, pointer, key, JG_JSON_REQUIRED, MAX_CHILDREN);
  g_autofree char *where = jg_json_pointer (pointer, key);
  guint length;

  if (array == NULL)
    return;

  length = json_array_get_length (array);
  if (length == 0)
    jg_json_reader_report (reader, where, NULL, "是空的；应至少有一个条件");
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *place = jg_json_pointer_index (where, i);

      parse_child (self, reader, json_array_get_element (array, i), place, depth);
    }
}

/* Reads whichever of the four bounds are there. */
static gboolean
parse_bounds (JgCondition *self,
              JgJsonReader *reader,
              JsonObject *object,
              const char *pointer,
              gboolean whole,
              double max)
{
  struct
  {
    const char *key;
    gboolean *has;
    double *value;
  } bounds[] = {
    { "at_least", &self->has_at_least, &self->at_least },
    { "at_most", &self->has_at_most, &self->at_most },
    { "more_than", &self->has_more_than, &self->more_than },
    { "less_than", &self->has_less_than, &self->less_than },
  };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      double value = 0;

      if (!json_object_has_member (object, bounds[i].key))
        continue;
      any = TRUE;
      if (!jg_json_get_number (reader, object, pointer, bounds[i].key, JG_JSON_REQUIRED, &value))
        continue;
      if (!isfinite (value) || value < 0 || value > max || (whole && value != floor (value)))
        {
          jg_json_reader_report (reader, pointer, bounds[i].key,
                                 "数字不合适；应为 0 到 %.0f 之间的%s", max,
                                 whole ? "整数" : "数字");
          continue;
        }
      *bounds[i].has = TRUE;
      *bounds[i].value = value;
    }

  if ((self->has_at_least && self->has_more_than) || (self->has_at_most && self->has_less_than))
    jg_json_reader_report (
        reader, pointer, NULL,
        "同一方向写了两个界限；at_least 与 more_than、at_most 与 less_than 应各只写一个");

  return any;
}

static void
parse_fact (JgCondition *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const allowed[] = {
    "fact",      "is",          "at_least",     "at_most",   "more_than", "less_than", "unit",
    "inclusive", "on_or_after", "on_or_before", "same_year", "text",      "quote",     NULL
  };
  guint n_comparisons = 0;

  jg_json_check_keys (reader, object, pointer, allowed);
  self->key = g_strdup (jg_json_get_id (reader, object, pointer, "fact", JG_JSON_REQUIRED));
  self->comparison = JG_COMPARE_TRUE;

  if (json_object_has_member (object, "is"))
    {
      n_comparisons++;
      self->comparison = JG_COMPARE_IS;
      self->values =
          jg_json_get_string_array (reader, object, pointer, "is", JG_JSON_REQUIRED, NULL);
      if (self->values != NULL && self->values[0] == NULL)
        jg_json_reader_report (reader, pointer, "is", "是空的；应至少有一个值");
    }
  if (json_object_has_member (object, "on_or_after"))
    {
      n_comparisons++;
      self->comparison = JG_COMPARE_ON_OR_AFTER;
      g_clear_pointer (&self->values, g_strfreev);
      self->values =
          make_strv (jg_json_get_date (reader, object, pointer, "on_or_after", JG_JSON_REQUIRED));
    }
  if (json_object_has_member (object, "on_or_before"))
    {
      n_comparisons++;
      self->comparison = JG_COMPARE_ON_OR_BEFORE;
      g_clear_pointer (&self->values, g_strfreev);
      self->values =
          make_strv (jg_json_get_date (reader, object, pointer, "on_or_before", JG_JSON_REQUIRED));
    }
  if (json_object_has_member (object, "same_year"))
    {
      gboolean same_year = FALSE;

      n_comparisons++;
      self->comparison = JG_COMPARE_SAME_YEAR;
      if (jg_json_get_boolean (reader, object, pointer, "same_year", JG_JSON_REQUIRED,
                               &same_year) &&
          !same_year)
        jg_json_reader_report (reader, pointer, "same_year", "写了 false；应为 true，或删去这个键");
    }

  if (json_object_has_member (object, "unit"))
    self->unit = g_strdup (
        jg_json_get_enum (reader, object, pointer, "unit", JG_JSON_REQUIRED, unit_values));
  if (parse_bounds (self, reader, object, pointer, self->unit != NULL, 1e12))
    {
      n_comparisons++;
      self->comparison = self->unit != NULL ? JG_COMPARE_ELAPSED : JG_COMPARE_NUMBER;
    }
  else if (self->unit != NULL)
    jg_json_reader_report (reader, pointer, "unit",
                           "没有界限；应同时写 at_least、at_most、more_than 或 less_than");
  if (json_object_has_member (object, "inclusive"))
    {
      if (jg_json_get_boolean (reader, object, pointer, "inclusive", JG_JSON_REQUIRED,
                               &self->inclusive) &&
          !self->inclusive)
        jg_json_reader_report (reader, pointer, "inclusive", "写了 false；应为 true，或删去这个键");
      if (!self->has_at_least && !self->has_at_most)
        jg_json_reader_report (reader, pointer, "inclusive",
                               "没有可以包含的界限；应同时写 at_least 或 at_most");
    }

  if (n_comparisons > 1)
    jg_json_reader_report (reader, pointer, NULL,
                           "写了 %u 种比较；一个 fact 节点应只有一种，几种并用请放进 all",
                           n_comparisons);
}

static void
parse_age (JgCondition *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const allowed[] = { "at_least", "at_most", "more_than", "less_than", NULL };
  JsonObject *age = jg_json_get_object (reader, object, pointer, "age", JG_JSON_REQUIRED);
  g_autofree char *where = jg_json_pointer (pointer, "age");

  if (age == NULL)
    return;

  self->comparison = JG_COMPARE_NUMBER;
  jg_json_check_keys (reader, age, where, allowed);
  if (!parse_bounds (self, reader, age, where, TRUE, MAX_AGE))
    jg_json_reader_report (reader, where, NULL, "没有界限；应写 at_least 或 at_most（周岁）");
}

static void
parse_education (JgCondition *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const allowed[] = { "at_least", "is", NULL };
  JsonObject *education =
      jg_json_get_object (reader, object, pointer, "education", JG_JSON_REQUIRED);
  g_autofree char *where = jg_json_pointer (pointer, "education");

  if (education == NULL)
    return;

  jg_json_check_keys (reader, education, where, allowed);
  if (json_object_has_member (education, "at_least") == json_object_has_member (education, "is"))
    jg_json_reader_report (reader, where, NULL, "应写 at_least 或 is，二者只写一个");
  else if (json_object_has_member (education, "is"))
    {
      self->comparison = JG_COMPARE_IS;
      self->values = jg_json_get_string_array (reader, education, where, "is", JG_JSON_REQUIRED,
                                               education_values);
      if (self->values != NULL && self->values[0] == NULL)
        jg_json_reader_report (reader, where, "is", "是空的；应至少有一个文化程度");
    }
  else
    {
      self->comparison = JG_COMPARE_NUMBER;
      self->has_at_least = TRUE;
      self->values = make_strv (jg_json_get_enum (reader, education, where, "at_least",
                                                  JG_JSON_REQUIRED, education_values));
    }
}

static void
parse_place (JgCondition *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  self->comparison = JG_COMPARE_IS;
  self->key = g_strdup (
      jg_json_get_enum (reader, object, pointer, "place", JG_JSON_REQUIRED, place_values));
  self->values = jg_json_get_string_array (reader, object, pointer, "in", JG_JSON_REQUIRED, NULL);
  if (self->values != NULL && self->values[0] == NULL)
    jg_json_reader_report (reader, pointer, "in", "是空的；应至少有一个六位区划代码");
  for (guint i = 0; self->values != NULL && self->values[i] != NULL; i++)
    if (strlen (self->values[i]) != PLACE_CODE_LENGTH ||
        strspn (self->values[i], "0123456789") != PLACE_CODE_LENGTH)
      jg_json_reader_report (reader, pointer, "in",
                             "有不是六位数字的代码；应为 GB/T 2260 代码，如 440000");
}

static void
parse_value (JgCondition *self,
             JgJsonReader *reader,
             JsonObject *object,
             const char *pointer,
             const char *key,
             const char *const *allowed)
{
  const char *value = jg_json_get_enum (reader, object, pointer, key, JG_JSON_REQUIRED, allowed);

  if (self->kind == JG_CONDITION_WANTS)
    self->key = g_strdup (value);
  else
    self->values = make_strv (value);
}

/* Which operator the object has; exactly one is allowed. */
static int
find_operator (JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  int found = -1;
  guint n_found = 0;

  for (int i = 0; operators[i] != NULL; i++)
    if (json_object_has_member (object, operators[i]))
      {
        found = i;
        n_found++;
      }

  if (n_found == 1)
    return found;

  jg_json_reader_report (reader, pointer, NULL,
                         "有 %u 个运算；一个条件应恰好有 all、any、not、fact、age、sex、education、"
                         "place、wants、occupation、ask 之一",
                         n_found);
  return -1;
}

static void
parse_operator (JgCondition *self,
                JgJsonReader *reader,
                JsonObject *object,
                const char *pointer,
                guint depth)
{
  const char *const plain[] = { operators[self->kind], "text", "quote", NULL };
  static const char *const any_keys[] = { "any", "open", "text", "quote", NULL };
  static const char *const place_keys[] = { "place", "in", "text", "quote", NULL };

  switch (self->kind)
    {
    case JG_CONDITION_ALL:
    case JG_CONDITION_ANY:
      self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_condition_free);
      jg_json_check_keys (reader, object, pointer,
                          self->kind == JG_CONDITION_ANY ? any_keys : plain);
      if (self->kind == JG_CONDITION_ANY)
        jg_json_get_boolean (reader, object, pointer, "open", JG_JSON_OPTIONAL, &self->open);
      parse_list (self, reader, object, pointer, operators[self->kind], depth);
      break;

    case JG_CONDITION_NOT:
      {
        g_autofree char *where = jg_json_pointer (pointer, "not");

        self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_condition_free);
        jg_json_check_keys (reader, object, pointer, plain);
        parse_child (self, reader, json_object_get_member (object, "not"), where, depth);
      }
      break;

    case JG_CONDITION_FACT:
      parse_fact (self, reader, object, pointer);
      break;

    case JG_CONDITION_AGE:
      jg_json_check_keys (reader, object, pointer, plain);
      parse_age (self, reader, object, pointer);
      break;

    case JG_CONDITION_SEX:
      jg_json_check_keys (reader, object, pointer, plain);
      self->comparison = JG_COMPARE_IS;
      parse_value (self, reader, object, pointer, "sex", sex_values);
      break;

    case JG_CONDITION_EDUCATION:
      jg_json_check_keys (reader, object, pointer, plain);
      parse_education (self, reader, object, pointer);
      break;

    case JG_CONDITION_PLACE:
      jg_json_check_keys (reader, object, pointer, place_keys);
      parse_place (self, reader, object, pointer);
      break;

    case JG_CONDITION_WANTS:
      jg_json_check_keys (reader, object, pointer, plain);
      parse_value (self, reader, object, pointer, "wants", wants_values);
      break;

    case JG_CONDITION_OCCUPATION:
      jg_json_check_keys (reader, object, pointer, plain);
      parse_value (self, reader, object, pointer, "occupation", occupation_values);
      break;

    case JG_CONDITION_ASK:
      jg_json_check_keys (reader, object, pointer, plain);
      self->key =
          g_strdup (jg_json_get_string (reader, object, pointer, "ask", JG_JSON_REQUIRED, 0));
      break;

    default:
      g_assert_not_reached ();
    }
}

static JgCondition *
parse_node (JgJsonReader *reader, JsonNode *node, const char *pointer, guint depth)
{
  JgCondition *self;
  JsonObject *object;
  int kind;

  if (depth > MAX_DEPTH)
    {
      jg_json_reader_report (reader, pointer, NULL, "条件套得太深；应不超过 %d 层", MAX_DEPTH);
      return NULL;
    }
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      jg_json_reader_report (reader, pointer, NULL, "不是条件；应为一个对象 { }");
      return NULL;
    }

  object = json_node_get_object (node);
  kind = find_operator (reader, object, pointer);
  if (kind < 0)
    return NULL;

  self = g_new0 (JgCondition, 1);
  self->kind = (JgConditionKind) kind;
  parse_operator (self, reader, object, pointer, depth);
  self->text = g_strdup (jg_json_get_string (reader, object, pointer, "text", JG_JSON_OPTIONAL, 0));
  self->quote =
      g_strdup (jg_json_get_string (reader, object, pointer, "quote", JG_JSON_OPTIONAL, 0));
  return self;
}

/**
 * jg_condition_parse:
 * @reader: takes the errors; each names the pointer of the part that is wrong
 * @node: (nullable): the JSON of a condition tree
 * @pointer: JSON pointer of @node in its file, "" for a root
 *
 * Reads a condition tree of docs/pack-format.md and checks it strictly: one operator per node,
 * no unknown key, every value of its type and vocabulary. Keys of facts are not resolved here.
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL when anything was wrong
 */
JgCondition *
jg_condition_parse (JgJsonReader *reader, JsonNode *node, const char *pointer)
{
  g_autoptr (JgCondition) self = NULL;
  guint before;

  g_return_val_if_fail (reader != NULL, NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  before = reader->n_errors;
  self = parse_node (reader, node, pointer, 1);
  /* A reader that is full reports nothing more, so what it holds then cannot be trusted. */
  if (reader->n_errors != before || reader->n_errors >= reader->max_errors)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * jg_condition_new_from_json:
 * @node: the JSON of a condition tree
 * @error: return location for an error
 *
 * Reads a condition tree by itself, as jg_condition_parse() does. The message of the error has one
 * line per fault with the JSON pointer inside @node and what is expected there.
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL with JG_CATALOGUE_ERROR_DAMAGED of
 *   JG_CATALOGUE_ERROR
 */
JgCondition *
jg_condition_new_from_json (JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JgCondition) self = NULL;
  JgJsonReader reader;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  jg_json_reader_init (&reader, "条件", errors);
  self = jg_condition_parse (&reader, node, "");
  if (self == NULL)
    {
      g_autofree char *message = NULL;

      g_ptr_array_add (errors, NULL);
      message = g_strjoinv ("\n", (char **) errors->pdata);
      g_set_error_literal (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_DAMAGED, message);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * jg_condition_free:
 * @self: (transfer full): a condition
 *
 * Frees a condition and everything below it.
 */
void
jg_condition_free (JgCondition *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->key);
  g_strfreev (self->values);
  g_free (self->unit);
  g_free (self->text);
  g_free (self->quote);
  g_free (self);
}

static void
list_asked_facts (const JgCondition *self, gboolean asked, GPtrArray *keys)
{
  if (self->kind == JG_CONDITION_FACT && asked)
    g_ptr_array_add (keys, self->key);
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    list_asked_facts (g_ptr_array_index (self->children, i),
                      self->kind == JG_CONDITION_NOT ? !asked : asked, keys);
}

/**
 * jg_condition_list_asked_facts:
 * @self: (nullable): a condition tree, or %NULL for none
 *
 * Lists the facts that a tree asks for, in the order they are written; a key may come more than
 * once. Those that it shuts out (“未建立劳动关系”) are not among them.
 *
 * Returns: (transfer container) (element-type utf8): keys that belong to the tree
 */
GPtrArray *
jg_condition_list_asked_facts (const JgCondition *self)
{
  GPtrArray *keys = g_ptr_array_new ();

  if (self != NULL)
    list_asked_facts (self, TRUE, keys);
  return keys;
}
