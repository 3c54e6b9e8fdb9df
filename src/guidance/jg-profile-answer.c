/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-profile-answer.h"

#include <string.h>

static gboolean
read_number (const char *text, double max, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return g_ascii_isdigit (*text) && *end == '\0' && *number <= max;
}

static gboolean
set_age (JgProfile *profile, const char *text)
{
  double age;

  if (strchr (text, '.') == NULL && read_number (text, 120, &age))
    {
      jg_profile_set_birth (profile, NULL);
      jg_profile_set_age (profile, (int) age);
      return TRUE;
    }
  if (!jg_profile_birth_is_valid (text))
    return FALSE;
  jg_profile_set_age (profile, -1);
  jg_profile_set_birth (profile, text);
  return TRUE;
}

static gboolean
set_fact_text (JgProfile *profile, JgCatalogue *catalogue, const char *key, const char *text)
{
  g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (catalogue);
  const char *type = NULL;
  double number;

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    if (g_str_equal (((JgFact *) g_ptr_array_index (facts, i))->key, key))
      type = ((JgFact *) g_ptr_array_index (facts, i))->type;
  if (g_strcmp0 (type, "number") == 0)
    {
      if (!read_number (text, 1e9, &number))
        return FALSE;
      jg_profile_set_fact_number (profile, key, number);
      return TRUE;
    }
  if (g_strcmp0 (type, "date") == 0 && !jg_profile_birth_is_valid (text))
    return FALSE;
  jg_profile_set_fact_string (profile, key, text);
  return TRUE;
}

static gboolean
set_text (JgProfile *profile, JgCatalogue *catalogue, const char *key, const char *text)
{
  if (g_str_equal (key, "sex"))
    jg_profile_set_sex (profile, text);
  else if (g_str_equal (key, "education"))
    jg_profile_set_education (profile, text);
  else if (g_str_equal (key, "age"))
    return set_age (profile, text);
  else
    return set_fact_text (profile, catalogue, key, text);
  return TRUE;
}

static void
take_back (JgProfile *profile, const char *key)
{
  jg_profile_set_fact_absent (profile, key);
  if (g_str_equal (key, "sex"))
    jg_profile_set_sex (profile, NULL);
  else if (g_str_equal (key, "education"))
    jg_profile_set_education (profile, NULL);
  else if (g_str_equal (key, "age"))
    {
      jg_profile_set_age (profile, -1);
      jg_profile_set_birth (profile, NULL);
    }
  else if (g_str_has_prefix (key, "wants:"))
    jg_profile_set_wants (profile, key + strlen ("wants:"), FALSE);
  else
    for (int place = 0; place < JG_N_PLACES; place++)
      if (g_str_has_prefix (key, "place:") &&
          g_str_equal (key + strlen ("place:"), jg_place_nick ((JgPlace) place)))
        jg_profile_set_place (profile, (JgPlace) place, NULL);
}

/* jg_profile_answer:
 * @profile: a jobseeker
 * @catalogue: the catalogue whose facts are asked for
 * @key: key of a #JgQuestion
 * @answer: what was said
 * @text: (nullable): the words of %JG_ANSWER_TEXT
 *
 * Puts an answer where it belongs in the profile.
 *
 * Returns: %FALSE when @text is no answer to the question; nothing was changed then */
gboolean
jg_profile_answer (JgProfile *profile,
                   JgCatalogue *catalogue,
                   const char *key,
                   JgAnswer answer,
                   const char *text)
{
  g_return_val_if_fail (JG_IS_PROFILE (profile), FALSE);
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (answer != JG_ANSWER_TEXT || text != NULL, FALSE);

  switch (answer)
    {
    case JG_ANSWER_TEXT:
      return set_text (profile, catalogue, key, text);
    case JG_ANSWER_UNKNOWN:
      jg_profile_set_fact_unknown (profile, key);
      break;
    case JG_ANSWER_YES:
      if (g_str_has_prefix (key, "wants:"))
        jg_profile_set_wants (profile, key + strlen ("wants:"), TRUE);
      else
        jg_profile_set_fact_boolean (profile, key, TRUE);
      break;
    case JG_ANSWER_NO:
      jg_profile_set_fact_boolean (profile, key, FALSE);
      break;
    case JG_ANSWER_NONE:
    default:
      take_back (profile, key);
      break;
    }
  return TRUE;
}
