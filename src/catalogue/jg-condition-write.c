/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition.h"

#include <string.h>

/* The other way: from the tree to the JSON that jg_condition_parse() reads. */

static JsonObject *write_node (const JgCondition *self);

static void
set_number (JsonObject *object, const char *key, gboolean has, double value)
{
  if (!has)
    return;
  if (value == (double) (gint64) value)
    json_object_set_int_member (object, key, (gint64) value);
  else
    json_object_set_double_member (object, key, value);
}

static void
set_bounds (JsonObject *object, const JgCondition *self)
{
  set_number (object, "at_least", self->has_at_least, self->at_least);
  set_number (object, "more_than", self->has_more_than, self->more_than);
  set_number (object, "at_most", self->has_at_most, self->at_most);
  set_number (object, "less_than", self->has_less_than, self->less_than);
}

static void
set_values (JsonObject *object, const char *key, char **values)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (object, key, array);
}

static const char *
first_value (const JgCondition *self)
{
  return self->values != NULL && self->values[0] != NULL ? self->values[0] : "";
}

static void
write_fact (JsonObject *object, const JgCondition *self)
{
  json_object_set_string_member (object, "fact", self->key);
  switch (self->comparison)
    {
    case JG_COMPARE_TRUE:
      break;
    case JG_COMPARE_IS:
      set_values (object, "is", self->values);
      break;
    case JG_COMPARE_NUMBER:
    case JG_COMPARE_ELAPSED:
      set_bounds (object, self);
      if (self->unit != NULL)
        json_object_set_string_member (object, "unit", self->unit);
      if (self->inclusive)
        json_object_set_boolean_member (object, "inclusive", TRUE);
      break;
    case JG_COMPARE_ON_OR_AFTER:
      json_object_set_string_member (object, "on_or_after", first_value (self));
      break;
    case JG_COMPARE_ON_OR_BEFORE:
      json_object_set_string_member (object, "on_or_before", first_value (self));
      break;
    case JG_COMPARE_SAME_YEAR:
      json_object_set_boolean_member (object, "same_year", TRUE);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_children (JsonObject *object, const JgCondition *self, const char *key)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->children->len; i++)
    json_array_add_object_element (array, write_node (g_ptr_array_index (self->children, i)));
  json_object_set_array_member (object, key, array);
  if (self->open)
    json_object_set_boolean_member (object, "open", TRUE);
}

static void
write_education (JsonObject *object, const JgCondition *self)
{
  JsonObject *education = json_object_new ();

  if (self->comparison == JG_COMPARE_IS)
    set_values (education, "is", self->values);
  else
    json_object_set_string_member (education, "at_least", first_value (self));
  json_object_set_object_member (object, "education", education);
}

static JsonObject *
write_node (const JgCondition *self)
{
  JsonObject *object = json_object_new ();
  JsonObject *age = NULL;

  switch (self->kind)
    {
    case JG_CONDITION_ALL:
      write_children (object, self, "all");
      break;
    case JG_CONDITION_ANY:
      write_children (object, self, "any");
      break;
    case JG_CONDITION_NOT:
      json_object_set_object_member (object, "not",
                                     write_node (g_ptr_array_index (self->children, 0)));
      break;
    case JG_CONDITION_FACT:
      write_fact (object, self);
      break;
    case JG_CONDITION_AGE:
      age = json_object_new ();
      set_bounds (age, self);
      json_object_set_object_member (object, "age", age);
      break;
    case JG_CONDITION_SEX:
      json_object_set_string_member (object, "sex", first_value (self));
      break;
    case JG_CONDITION_EDUCATION:
      write_education (object, self);
      break;
    case JG_CONDITION_PLACE:
      json_object_set_string_member (object, "place", self->key);
      set_values (object, "in", self->values);
      break;
    case JG_CONDITION_WANTS:
      json_object_set_string_member (object, "wants", self->key);
      break;
    case JG_CONDITION_OCCUPATION:
      json_object_set_string_member (object, "occupation", "linked");
      break;
    case JG_CONDITION_ASK:
      json_object_set_string_member (object, "ask", self->key);
      break;
    default:
      g_assert_not_reached ();
    }
  if (self->text != NULL)
    json_object_set_string_member (object, "text", self->text);
  if (self->quote != NULL)
    json_object_set_string_member (object, "quote", self->quote);
  return object;
}

/**
 * jg_condition_to_json:
 * @self: a condition tree; a “not” has its one child
 *
 * Writes a tree as jg_condition_parse() reads it. The tree need not be one that passes the checks: what is missing is
 * then missing in the JSON, and found there.
 *
 * Returns: (transfer full): the JSON
 */
JsonNode *
jg_condition_to_json (const JgCondition *self)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, write_node (self));
  return node;
}

/**
 * jg_condition_copy:
 * @self: (nullable): a condition tree
 *
 * Makes a tree that can be changed while @self stays.
 *
 * Returns: (transfer full) (nullable): the copy
 */
JgCondition *
jg_condition_copy (const JgCondition *self)
{
  JgCondition *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (JgCondition, 1);
  *copy = *self;
  copy->key = g_strdup (self->key);
  copy->values = g_strdupv (self->values);
  copy->unit = g_strdup (self->unit);
  copy->text = g_strdup (self->text);
  copy->quote = g_strdup (self->quote);
  if (self->children != NULL)
    {
      copy->children =
          g_ptr_array_new_full (self->children->len, (GDestroyNotify) jg_condition_free);
      for (guint i = 0; i < self->children->len; i++)
        g_ptr_array_add (copy->children, jg_condition_copy (g_ptr_array_index (self->children, i)));
    }
  return copy;
}
