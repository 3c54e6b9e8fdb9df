/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing jobguide-profile/1. */

#include "jg-profile-private.h"

#include <math.h>

#define SCHEMA "jobguide-profile/1"

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
add_strings (JsonBuilder *builder, const char *key, const char *const *values)
{
  if (values[0] == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (gsize i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_places (JsonBuilder *builder, JgProfile *self)
{
  gboolean begun = FALSE;

  for (guint place = 0; place < JG_N_PLACES; place++)
    {
      if (jg_profile_get_place (self, place) == NULL)
        continue;
      if (!begun)
        {
          json_builder_set_member_name (builder, "places");
          json_builder_begin_object (builder);
          begun = TRUE;
        }
      add_string (builder, jg_place_nick (place), jg_profile_get_place (self, place));
    }
  if (begun)
    json_builder_end_object (builder);
}

static void
add_fact_value (JsonBuilder *builder, const JgFactValue *value)
{
  switch (value->state)
    {
    case JG_FACT_BOOLEAN:
      json_builder_add_boolean_value (builder, value->boolean);
      break;
    case JG_FACT_NUMBER:
      /* Whole numbers stay whole: 36, not 36.0. */
      if (fabs (value->number) < 1e15 && value->number == floor (value->number))
        json_builder_add_int_value (builder, (gint64) value->number);
      else
        json_builder_add_double_value (builder, value->number);
      break;
    case JG_FACT_STRING:
      json_builder_add_string_value (builder, value->string);
      break;
    case JG_FACT_UNKNOWN:
      json_builder_add_null_value (builder);
      break;
    case JG_FACT_ABSENT:
    default:
      g_assert_not_reached ();
    }
}

/* jg_profile_build:
 * @builder: where a value is wanted
 *
 * Writes the profile (jobguide-profile/1) as a part of a file. */
void
jg_profile_build (JgProfile *self, JsonBuilder *builder)
{
  g_autoptr (GPtrArray) facts = jg_profile_list_facts (self);

  json_builder_begin_object (builder);
  add_string (builder, "schema", SCHEMA);
  add_string (builder, "alias", jg_profile_get_alias (self));
  add_string (builder, "sex", jg_profile_get_sex (self));
  add_string (builder, "birth", jg_profile_get_birth (self));
  if (jg_profile_get_age (self) >= 0)
    {
      json_builder_set_member_name (builder, "age");
      json_builder_add_int_value (builder, jg_profile_get_age (self));
    }
  add_string (builder, "education", jg_profile_get_education (self));
  add_places (builder, self);

  if (facts->len > 0)
    {
      json_builder_set_member_name (builder, "facts");
      json_builder_begin_object (builder);
      for (guint i = 0; i < facts->len; i++)
        {
          json_builder_set_member_name (builder, facts->pdata[i]);
          add_fact_value (builder, jg_profile_get_fact (self, facts->pdata[i]));
        }
      json_builder_end_object (builder);
    }
  add_strings (builder, "skills", jg_profile_get_skills (self));
  add_string (builder, "experience", jg_profile_get_experience (self));
  add_string (builder, "wish", jg_profile_get_wish (self));
  add_strings (builder, "wants", jg_profile_get_wants (self));
  json_builder_end_object (builder);
}

/**
 * jg_profile_to_data:
 *
 * Writes the profile as jobguide-profile/1: the same answers always give the same bytes.
 *
 * Returns: (transfer full): JSON, indented, with a newline at its end
 */
char *
jg_profile_to_data (JgProfile *self)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  builder = json_builder_new_immutable ();
  jg_profile_build (self, builder);
  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}
