/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper-fixture.h"

/* The catalogue of the build tree, opened once. */
JgCatalogue *
paper_fixture_catalogue (void)
{
  static JgCatalogue *catalogue;

  if (catalogue == NULL)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
      g_autoptr (GError) error = NULL;

      catalogue = jg_catalogue_open (path, &error);
      g_assert_no_error (error);
    }
  return catalogue;
}

char **
paper_fixture_list_samples (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "data", "samples", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_strv_builder_add (builder, path);
      }
  return g_strv_builder_end (builder);
}

char *
paper_fixture_strip_space (const char *text)
{
  GString *string = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (string, g_utf8_get_char (p));
  return g_string_free (string, FALSE);
}

char *
paper_fixture_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

JgProfile *
paper_fixture_profile (const char *json)
{
  g_autoptr (GError) error = NULL;
  JgProfile *profile = jg_profile_new_from_data (json, -1, "profile", &error);

  g_assert_no_error (error);
  return profile;
}

JgPlan *
paper_fixture_plan (JgProfile *profile, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  JgPlan *plan = jg_plan_new (paper_fixture_catalogue (), profile, as_of, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}
