/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-words.h"

#include "catalogue/jg-provenance.h"

static const char *
get_code_remark (const JgOccupationCode *code)
{
  if (g_strcmp0 (code->status, "former") == 0)
    return "，已更改";
  if (g_strcmp0 (code->status, "cancelled") == 0)
    return "，已取消";
  return "";
}

static gboolean
is_official (const char *provenance)
{
  return g_strcmp0 (provenance, "official") == 0;
}

/**
 * jg_occupation_words_dup_name:
 * @occupation: an occupation
 *
 * Writes the name with its marks, and whether the notices cancelled it.
 *
 * Returns: (transfer full): the words
 */
char *
jg_occupation_words_dup_name (const JgOccupation *occupation)
{
  GString *words;

  g_return_val_if_fail (occupation != NULL, NULL);

  words = g_string_new (occupation->name);
  for (guint i = 0; occupation->marks != NULL && occupation->marks[i] != NULL; i++)
    g_string_append_printf (words, " %s", occupation->marks[i]);
  if (g_strcmp0 (occupation->status, "cancelled") == 0)
    g_string_append (words, "（已取消）");
  return g_string_free (words, FALSE);
}

/**
 * jg_occupation_words_dup_code:
 * @code: (nullable): an occupation's code, or %NULL where none is known
 * @edition: (nullable): edition of the code
 * @provenance: provenance of the code, or of the occupation
 *
 * Writes a code as people read it: never without its edition, with 待核 where it was not compared with print, and with who signed
 * it where an office's pack says it.
 *
 * Returns: (transfer full): the words
 */
char *
jg_occupation_words_dup_code (const char *code, const char *edition, const char *provenance)
{
  const char *mark = jg_provenance_get_mark (provenance);

  if (code == NULL)
    return mark != NULL ? g_strdup_printf ("编码不详（%s）", mark) : g_strdup ("编码不详");
  return g_strdup_printf ("%s（%s版%s%s）", code, edition, mark != NULL ? "，" : "",
                          mark != NULL ? mark : "");
}

/**
 * jg_occupation_words_dup_codes:
 * @occupation: an occupation
 *
 * Writes all codes, each with its edition.
 *
 * Returns: (transfer full): the words
 */
char *
jg_occupation_words_dup_codes (const JgOccupation *occupation)
{
  GString *words;

  g_return_val_if_fail (occupation != NULL, NULL);

  if (occupation->codes->len == 0)
    return jg_occupation_words_dup_code (occupation->code, occupation->edition,
                                         occupation->provenance);
  words = g_string_new (NULL);
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      const JgOccupationCode *code = g_ptr_array_index (occupation->codes, i);
      const char *mark = jg_provenance_get_mark (code->provenance);

      if (words->len > 0)
        g_string_append (words, "；");
      g_string_append_printf (words, "%s（%s版%s", code->code != NULL ? code->code : "无编码",
                              code->edition, get_code_remark (code));
      if (!is_official (code->provenance))
        g_string_append_printf (words, "，%s", mark != NULL ? mark : "待核");
      g_string_append (words, "）");
      if (code->name != NULL && g_strcmp0 (code->name, occupation->name) != 0)
        g_string_append (words, code->name);
    }
  return g_string_free (words, FALSE);
}

/**
 * jg_occupation_words_dup_classes:
 * @occupation: an occupation
 *
 * Writes the path of classes, with the mark of names that are not official.
 *
 * Returns: (transfer full): the words; empty when there are no classes
 */
char *
jg_occupation_words_dup_classes (const JgOccupation *occupation)
{
  GString *words;
  gboolean verified = TRUE;

  g_return_val_if_fail (occupation != NULL, NULL);

  words = g_string_new (NULL);
  for (guint i = 0; i < occupation->classes->len; i++)
    {
      const JgOccupationClass *class = g_ptr_array_index (occupation->classes, i);

      g_string_append_printf (words, "%s%s %s", i > 0 ? " › " : "", class->code, class->name);
      verified = verified && is_official (class->provenance);
    }
  if (!verified && g_strcmp0 (occupation->edition, "2020") != 0)
    g_string_append_printf (words, "（%s版类别，待核）", occupation->edition);
  else if (!verified)
    g_string_append (words, "（类别名称待核）");
  return g_string_free (words, FALSE);
}

/**
 * jg_occupation_words_get_work_type_remark:
 * @status: status of a work type
 *
 * Says in brackets what became of a work type.
 *
 * Returns: (transfer none): the words; empty for one that is just listed
 */
const char *
jg_occupation_words_get_work_type_remark (const char *status)
{
  if (g_strcmp0 (status, "added") == 0)
    return "（增设）";
  if (g_strcmp0 (status, "moved") == 0)
    return "（已调出）";
  if (g_strcmp0 (status, "cancelled") == 0)
    return "（已取消）";
  if (g_strcmp0 (status, "promoted") == 0)
    return "（已上升为职业）";
  return "";
}

/**
 * jg_occupation_words_dup_work_types:
 * @occupation: an occupation
 *
 * Writes the work types with what became of them.
 *
 * Returns: (transfer full): the words; empty when there are none
 */
char *
jg_occupation_words_dup_work_types (const JgOccupation *occupation)
{
  GString *words;

  g_return_val_if_fail (occupation != NULL, NULL);

  words = g_string_new (NULL);
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      const JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      g_string_append_printf (words, "%s%s%s", i > 0 ? "、" : "", work_type->name,
                              jg_occupation_words_get_work_type_remark (work_type->status));
    }
  return g_string_free (words, FALSE);
}

/**
 * jg_occupation_words_count_measures:
 * @occupation: an occupation
 * @n_any: (out) (optional): measures that hold for any occupation
 *
 * Counts the measures whose text points at the occupation.
 *
 * Returns: their number
 */
guint
jg_occupation_words_count_measures (const JgOccupation *occupation, guint *n_any)
{
  guint n = 0;

  g_return_val_if_fail (occupation != NULL, 0);

  for (guint i = 0; i < occupation->measures->len; i++)
    if (g_strcmp0 (((JgMeasureLink *) g_ptr_array_index (occupation->measures, i))->basis, "all") !=
        0)
      n++;
  if (n_any != NULL)
    *n_any = occupation->measures->len - n;
  return n;
}

/**
 * jg_occupation_words_dup_measures:
 * @occupation: an occupation
 *
 * Says how many measures point at the occupation.
 *
 * Returns: (transfer full): the words
 */
char *
jg_occupation_words_dup_measures (const JgOccupation *occupation)
{
  guint n, n_any;

  g_return_val_if_fail (occupation != NULL, NULL);

  n = jg_occupation_words_count_measures (occupation, &n_any);
  if (n_any == 0)
    return g_strdup_printf ("文中点到本职业的 %u 项", n);
  return g_strdup_printf ("文中点到本职业的 %u 项，另有 %u 项不限职业", n, n_any);
}

/**
 * jg_occupation_words_get_no_definition:
 * @occupation: an occupation without definition
 *
 * Says why there is no definition.
 *
 * Returns: (transfer none): a sentence
 */
const char *
jg_occupation_words_get_no_definition (const JgOccupation *occupation)
{
  g_return_val_if_fail (occupation != NULL, NULL);

  return g_strcmp0 (occupation->provenance, "secondary") == 0
             ? "没有定义和任务；只从未与大典核对的名单取了名称和编码。"
             : "所收通知没有印出这个职业的定义和任务。";
}

/**
 * jg_occupation_words_dup_citation:
 * @catalogue: a catalogue
 * @document: key of a document
 * @clause: (nullable): label of a clause
 *
 * Writes how a place of a document is cited (jg_document_dup_citation()).
 *
 * Returns: (transfer full): the citation; @document itself when it is not in the catalogue
 */
char *
jg_occupation_words_dup_citation (JgCatalogue *catalogue, const char *document, const char *clause)
{
  g_autoptr (JgDocument) found = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  found = jg_catalogue_get_document (catalogue, document);
  return found != NULL ? jg_document_dup_citation (found, clause) : g_strdup (document);
}

/**
 * jg_occupation_words_dup_source:
 * @catalogue: a catalogue
 * @occupation: an occupation
 *
 * Writes where the entry is printed; of one that was only touched, the first place.
 *
 * Returns: (transfer full) (nullable): the citation, or %NULL for an entry of no document
 */
char *
jg_occupation_words_dup_source (JgCatalogue *catalogue, const JgOccupation *occupation)
{
  const JgCitation *source;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  if (occupation->sources->len == 0)
    return NULL;
  source = g_ptr_array_index (occupation->sources, 0);
  return jg_occupation_words_dup_citation (catalogue, source->document, source->clause);
}

/**
 * jg_occupation_words_dup_data_date:
 * @catalogue: a catalogue
 *
 * Says up to which date documents are in the catalogue, and which edition of the data it is.
 *
 * Returns: (transfer full): the words
 */
char *
jg_occupation_words_dup_data_date (JgCatalogue *catalogue)
{
  const char *date, *version;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);

  date = jg_catalogue_get_data_date (catalogue);
  version = jg_catalogue_get_edition_date (catalogue);
  return g_strdup_printf ("资料截至 %s，之后的没有收录；数据版本 %s",
                          date != NULL ? date : "（未写）", version != NULL ? version : "（未写）");
}
