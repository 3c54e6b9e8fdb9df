/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-occupation.h"

#include <string.h>

#include "guidance/jg-match-index.h"
#include "text/jg-code.h"
#include "text/jg-text.h"

static JgOccupation *
find_by_name (JgCatalogue *catalogue, const char *name)
{
  g_autofree char *code = jg_code_parse (name);

  /* What looks like a code would be read as one. */
  if (name == NULL || code != NULL)
    return NULL;
  return jg_catalogue_find_occupation (catalogue, name, NULL, NULL);
}

static JgOccupation *
find_by_alias (JgCatalogue *catalogue, const char *name)
{
  g_autoptr (GPtrArray) aliases = NULL;
  g_autofree char *normal = NULL;
  const char *id = NULL;

  if (name == NULL)
    return NULL;
  aliases = jg_catalogue_list_aliases (catalogue);
  normal = jg_text_normalize_compact (name);
  for (guint i = 0; i < aliases->len; i++)
    {
      const JgAlias *alias = g_ptr_array_index (aliases, i);
      g_autofree char *text = jg_text_normalize_compact (alias->text);

      if (!g_str_equal (text, normal))
        continue;
      /* A word for two occupations is none for one. */
      if (id != NULL && !g_str_equal (id, alias->occupation))
        return NULL;
      id = alias->occupation;
    }
  return id != NULL ? jg_catalogue_get_occupation (catalogue, id) : NULL;
}

/* The longest name of an occupation or work type inside the title of the course. */
static JgOccupation *
find_by_title (JgCatalogue *catalogue, const char *title)
{
  const JgMatchIndex *index = jg_match_index_get (catalogue);
  g_autofree char *normal = title != NULL ? jg_text_normalize_compact (title) : NULL;
  const JgMatchName *best = NULL;
  gboolean open = FALSE;

  for (guint i = 0; normal != NULL && i < index->names->len; i++)
    {
      const JgMatchName *name = g_ptr_array_index (index->names, i);
      g_autofree char *text = NULL;

      if (strcmp (name->via, "alias") == 0 ||
          (best != NULL && name->text->length < best->text->length))
        continue;
      text = jg_match_text_dup_range (name->text, 0, name->text->length);
      if (strstr (normal, text) == NULL)
        continue;
      open = best != NULL && name->text->length == best->text->length &&
             name->occupation != best->occupation;
      best = name;
    }
  if (best == NULL || open)
    return NULL;
  return jg_occupation_ref (g_ptr_array_index (index->occupations, best->occupation));
}

/**
 * jg_course_find_occupation:
 * @catalogue: a catalogue
 * @course: a course
 * @basis: (out) (optional): which of its words led there
 *
 * Finds the occupation of a course. The name that the trainer wrote leads, then the code, then the work type; where nothing
 * of this is written, a name inside that of the course. Nobody has to type a code.
 *
 * Returns: (transfer full) (nullable): the occupation; %NULL when nothing written leads to one
 */
JgOccupation *
jg_course_find_occupation (JgCatalogue *catalogue, const JgCourse *course, JgCourseBasis *basis)
{
  JgOccupation *found;
  JgCourseBasis unused;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (course != NULL, NULL);

  if (basis == NULL)
    basis = &unused;
  *basis = JG_COURSE_BY_NAME;
  found = find_by_name (catalogue, jg_course_get (course, JG_COURSE_OCCUPATION));
  if (found != NULL)
    return found;
  *basis = JG_COURSE_BY_ALIAS;
  found = find_by_alias (catalogue, jg_course_get (course, JG_COURSE_OCCUPATION));
  if (found != NULL)
    return found;
  *basis = JG_COURSE_BY_CODE;
  if (jg_course_get (course, JG_COURSE_CODE) != NULL)
    found = jg_catalogue_find_occupation (catalogue, jg_course_get (course, JG_COURSE_CODE),
                                          jg_course_get (course, JG_COURSE_EDITION), NULL);
  if (found != NULL)
    return found;
  *basis = JG_COURSE_BY_WORK_TYPE;
  found = find_by_name (catalogue, jg_course_get (course, JG_COURSE_WORK_TYPE));
  if (found != NULL)
    return found;
  *basis = JG_COURSE_BY_TITLE;
  if (jg_course_get (course, JG_COURSE_OCCUPATION) == NULL)
    found = find_by_title (catalogue, jg_course_get (course, JG_COURSE_NAME));
  return found;
}
