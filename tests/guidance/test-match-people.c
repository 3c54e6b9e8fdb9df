/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People of every group, invented before anybody looked at the words of the synonyms, matched to the real catalogue
 * (docs/matching.md tells how they fared at first). A person has what is wanted, first; what would be absurd among the
 * first three; or, with "none", a wish that the catalogue does not hold. */

#include <json-glib/json-glib.h>

#include "jg-match.h"

#define FIRST_THREE 3

static JgCatalogue *catalogue;
static JsonParser *parser;

static JgProfile *
make_profile (JsonObject *person)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) node = json_node_copy (json_object_get_member (person, "profile"));
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  JgProfile *profile;

  json_object_set_string_member (json_node_get_object (node), "schema", "jobguide-profile/1");
  json_generator_set_root (generator, node);
  data = json_generator_to_data (generator, NULL);
  profile =
      jg_profile_new_from_data (data, -1, json_object_get_string_member (person, "id"), &error);
  g_assert_no_error (error);
  return profile;
}

static guint
find_code (const JgMatchResult *result, const char *code)
{
  for (guint i = 0; i < result->matches->len; i++)
    if (g_strcmp0 (((JgMatch *) result->matches->pdata[i])->occupation->code, code) == 0)
      return i + 1;
  return G_MAXUINT;
}

static guint
find_best (const JgMatchResult *result, JsonArray *codes)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < json_array_get_length (codes); i++)
    best = MIN (best, find_code (result, json_array_get_string_element (codes, i)));
  return best;
}

static void
test_person (gconstpointer data)
{
  JsonObject *person = (JsonObject *) data;
  g_autoptr (JgProfile) profile = make_profile (person);
  g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);

  for (guint i = 0; i < result->matches->len; i++)
    g_test_message ("%u. %s", i + 1, ((JgMatch *) result->matches->pdata[i])->occupation->name);
  if (json_object_has_member (person, "none"))
    {
      g_assert_true (result->not_in_catalogue);
      g_assert_cmpuint (result->matches->len, ==, 0);
    }
  else if (json_object_has_member (person, "silent"))
    {
      g_assert_cmpuint (result->matches->len, ==, 0);
    }
  else
    {
      guint place = find_best (result, json_object_get_array_member (person, "wanted"));

      g_assert_cmpuint (place, <=, FIRST_THREE);
    }
  if (json_object_has_member (person, "absurd"))
    g_assert_cmpuint (find_best (result, json_object_get_array_member (person, "absurd")), >,
                      FIRST_THREE);
}

/* For at least nine in ten the wanted one comes first. */
static void
test_first (void)
{
  JsonArray *people = json_node_get_array (json_parser_get_root (parser));
  guint n_wanted = 0, n_first = 0;

  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonObject *person = json_array_get_object_element (people, i);
      g_autoptr (JgProfile) profile = NULL;
      g_autoptr (JgMatchResult) result = NULL;

      if (!json_object_has_member (person, "wanted"))
        continue;
      profile = make_profile (person);
      result = jg_match_profile (catalogue, profile, 1);
      n_wanted++;
      n_first += find_best (result, json_object_get_array_member (person, "wanted")) == 1;
    }
  g_test_message ("%u of %u first", n_first, n_wanted);
  g_assert_cmpuint (n_wanted, >, 100);
  g_assert_cmpuint (n_first * 10, >=, n_wanted * 9);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "tests", "guidance",
                                            "people.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonArray *people;
  int status;

  g_test_init (&argc, &argv, NULL);

  catalogue = jg_catalogue_open_default (&error);
  g_assert_no_error (error);
  parser = json_parser_new ();
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  people = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      JsonObject *person = json_array_get_object_element (people, i);
      g_autofree char *name =
          g_strconcat ("/match/people/", json_object_get_string_member (person, "id"), NULL);

      g_test_add_data_func (name, person, test_person);
    }
  g_test_add_func ("/match/people-first", test_first);
  status = g_test_run ();
  g_object_unref (parser);
  g_object_unref (catalogue);
  return status;
}
