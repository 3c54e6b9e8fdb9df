/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-catalogue-private.h"

#include <string.h>

#define DOCUMENT_COLUMNS                                                                           \
  "key, title, number, issuers, date, region_code, region_name, kind, provenance, commencement, "  \
  "commencement_quote, "                                                                           \
  "ending, ending_quote, first_line, last_line"

static JgDocument *
document_from_row (sqlite3_stmt *stmt)
{
  JgDocument *document = jg_document_new ();

  document->key = jg_column_dup_text (stmt, 0);
  document->title = jg_column_dup_text (stmt, 1);
  document->number = jg_column_dup_text (stmt, 2);
  document->issuers = jg_column_dup_list (stmt, 3);
  document->date = jg_column_dup_text (stmt, 4);
  document->region_code = jg_column_dup_text (stmt, 5);
  document->region_name = jg_column_dup_text (stmt, 6);
  document->kind = jg_column_dup_text (stmt, 7);
  document->provenance = jg_column_dup_text (stmt, 8);
  document->commencement = jg_column_dup_text (stmt, 9);
  document->commencement_quote = jg_column_dup_text (stmt, 10);
  document->end = jg_column_dup_text (stmt, 11);
  document->end_quote = jg_column_dup_text (stmt, 12);
  document->first_line = (guint) sqlite3_column_int (stmt, 13);
  document->last_line = (guint) sqlite3_column_int (stmt, 14);
  return document;
}

/* jg_catalogue_list_documents:
 *
 * Lists the documents in the order of the compilation, without their text.
 *
 * Returns: (transfer full) (element-type JgDocument): the documents */
GPtrArray *
jg_catalogue_list_documents (JgCatalogue *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_document_unref);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), result);

  stmt = jg_catalogue_prepare (self, "SELECT " DOCUMENT_COLUMNS " FROM document ORDER BY position");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (result, document_from_row (stmt));
  return result;
}

static void
load_relations (JgCatalogue *self, JgDocument *document)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_catalogue_prepare (self, "SELECT kind, target, number, quote, line FROM relation"
                                  " WHERE document = ? ORDER BY position");

  sqlite3_bind_text (stmt, 1, document->key, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgRelation *relation = g_new0 (JgRelation, 1);

      relation->kind = jg_column_dup_text (stmt, 0);
      relation->document = jg_column_dup_text (stmt, 1);
      relation->number = jg_column_dup_text (stmt, 2);
      relation->quote = jg_column_dup_text (stmt, 3);
      relation->line = (guint) sqlite3_column_int (stmt, 4);
      g_ptr_array_add (document->relations, relation);
    }
}

static void
load_paragraphs (JgCatalogue *self, JgDocument *document)
{
  g_autoptr (sqlite3_stmt) stmt = jg_catalogue_prepare (
      self, "SELECT line, clause, text, joined FROM paragraph WHERE document = ? ORDER BY line");

  sqlite3_bind_text (stmt, 1, document->key, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgParagraph *paragraph = g_new0 (JgParagraph, 1);

      paragraph->line = (guint) sqlite3_column_int (stmt, 0);
      paragraph->clause = jg_column_dup_text (stmt, 1);
      paragraph->text = jg_column_dup_text (stmt, 2);
      paragraph->joined = sqlite3_column_int (stmt, 3) != 0;
      g_ptr_array_add (document->paragraphs, paragraph);
    }
}

static void
load_repairs (JgCatalogue *self, JgDocument *document)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_catalogue_prepare (self, "SELECT kind, line, line_to, before, after, reason FROM repair"
                                  " WHERE document = ? ORDER BY position");

  sqlite3_bind_text (stmt, 1, document->key, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgRepair *repair = g_new0 (JgRepair, 1);

      repair->kind = jg_column_dup_text (stmt, 0);
      repair->line = (guint) sqlite3_column_int (stmt, 1);
      repair->line_to = (guint) sqlite3_column_int (stmt, 2);
      repair->before = jg_column_dup_text (stmt, 3);
      repair->after = jg_column_dup_text (stmt, 4);
      repair->reason = jg_column_dup_text (stmt, 5);
      g_ptr_array_add (document->repairs, repair);
    }
}

/* Numbers are typed with any brackets and any spacing: only letters and digits are compared. */
static char *
fold_number (const char *number)
{
  g_autofree char *compat = g_utf8_normalize (number, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *result = g_string_new (NULL);

  for (const char *p = compat; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

/* jg_catalogue_get_document:
 * @key_or_number: key, 文号 (any brackets and spacing) or full title
 *
 * Loads a document with its text, clause by clause.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL when none has that key or number */
JgDocument *
jg_catalogue_get_document (JgCatalogue *self, const char *key_or_number)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && key_or_number != NULL, NULL);

  documents = jg_catalogue_list_documents (self);
  wanted = fold_number (key_or_number);
  for (guint i = 0; i < documents->len; i++)
    {
      JgDocument *document = g_ptr_array_index (documents, i);
      g_autofree char *number = document->number != NULL ? fold_number (document->number) : NULL;
      g_autofree char *title = fold_number (document->title);

      if (strcmp (document->key, key_or_number) != 0 && g_strcmp0 (number, wanted) != 0 &&
          strcmp (title, wanted) != 0)
        continue;
      load_relations (self, document);
      load_paragraphs (self, document);
      load_repairs (self, document);
      return jg_document_ref (document);
    }
  return NULL;
}
