/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-text.h"

#include <string.h>

#include "../guidance/jg-occupation-words.h"
#include "catalogue/jg-provenance.h"

#define REMIND "请到窗口核实。"
#define CUT "（后面还有，没有放下）\n"

/* Adds a line if it still fits with what must stand at the end; official words are never cut inside. */
static gboolean
add_line (GString *text, const char *line, gsize max_bytes)
{
  if (text->len + strlen (line) + 1 + strlen (CUT) + strlen (REMIND) > max_bytes)
    return FALSE;
  g_string_append (text, line);
  g_string_append_c (text, '\n');
  return TRUE;
}

static char *
end (GString *text, gboolean whole)
{
  if (!whole)
    g_string_append (text, CUT);
  g_string_append (text, REMIND);
  return g_string_free (text, FALSE);
}

/**
 * jg_kiosk_text_occupation:
 * @catalogue: the catalogue
 * @occupation: an occupation
 * @max_bytes: the longest it may be
 *
 * Writes what an occupation is: name, code with its edition, definition and tasks as printed, and where
 * they stand. Whole sentences only; when some do not fit, the text says so.
 *
 * Returns: (transfer full): the text
 */
char *
jg_kiosk_text_occupation (JgCatalogue *catalogue, JgOccupation *occupation, gsize max_bytes)
{
  GString *text = g_string_new (NULL);
  g_autofree char *code = NULL;
  g_autofree char *source = NULL;
  gboolean whole = TRUE;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  code =
      jg_occupation_words_dup_code (occupation->code, occupation->edition, occupation->provenance);
  source = jg_occupation_words_dup_source (catalogue, occupation);
  whole = add_line (text, occupation->name, max_bytes) && add_line (text, code, max_bytes);
  if (source != NULL)
    whole = whole && add_line (text, source, max_bytes);
  if (occupation->definition != NULL)
    whole = whole && add_line (text, occupation->definition, max_bytes);
  for (guint i = 0; whole && i < occupation->tasks->len; i++)
    {
      g_autofree char *line = g_strdup_printf (
          "%u. %s", i + 1, (const char *) g_ptr_array_index (occupation->tasks, i));

      whole = add_line (text, line, max_bytes);
    }
  return end (text, whole);
}

/**
 * jg_kiosk_text_measure:
 * @catalogue: the catalogue
 * @measure: a measure
 * @max_bytes: the longest it may be
 *
 * Writes what a measure is: its name and region, where it stands, and the words of the text.
 *
 * Returns: (transfer full): the text
 */
char *
jg_kiosk_text_measure (JgCatalogue *catalogue, const JgMeasure *measure, gsize max_bytes)
{
  GString *text = g_string_new (NULL);
  g_autoptr (JgDocument) document = NULL;
  g_autofree char *name = NULL;
  g_autofree char *citation = NULL;
  const char *mark;
  gboolean whole;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  mark = jg_provenance_get_mark (measure->provenance);

  document = jg_catalogue_get_document (catalogue, measure->document);
  citation = document != NULL ? jg_document_dup_citation (document, measure->clause)
                              : g_strdup (measure->document);
  name = g_strdup_printf ("%s（%s%s%s）", measure->name, measure->region_name,
                          mark != NULL ? "，" : "", mark != NULL ? mark : "");
  whole = add_line (text, name, max_bytes) && add_line (text, citation, max_bytes) &&
          add_line (text, measure->quote, max_bytes);
  return end (text, whole);
}
