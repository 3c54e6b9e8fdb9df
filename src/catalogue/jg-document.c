/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-document.h"

#include "jg-provenance.h"

G_DEFINE_BOXED_TYPE (JgDocument, jg_document, jg_document_ref, jg_document_unref)

/* jg_document_new:
 *
 * Makes an empty document for a loader to fill.
 *
 * Returns: (transfer full): a document with one reference. */
JgDocument *
jg_document_new (void)
{
  JgDocument *self = g_atomic_rc_box_new0 (JgDocument);

  self->relations = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_relation_free);
  self->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_paragraph_free);
  self->repairs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_repair_free);
  return self;
}

/* jg_document_ref:
 *
 * Returns: (transfer full): @self with one reference more. */
JgDocument *
jg_document_ref (JgDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_document (JgDocument *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->number);
  g_strfreev (self->issuers);
  g_free (self->date);
  g_free (self->region_code);
  g_free (self->region_name);
  g_free (self->kind);
  g_free (self->provenance);
  g_free (self->commencement);
  g_free (self->commencement_quote);
  g_free (self->end);
  g_free (self->end_quote);
  g_ptr_array_unref (self->relations);
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->repairs);
}

/* jg_document_unref:
 * @self: (transfer full): a document
 *
 * Gives one reference back. */
void
jg_document_unref (JgDocument *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_document);
}

/* jg_paragraph_free:
 * @self: (transfer full): a paragraph */
void
jg_paragraph_free (JgParagraph *self)
{
  g_free (self->clause);
  g_free (self->text);
  g_free (self);
}

/* jg_relation_free:
 * @self: (transfer full): a relation */
void
jg_relation_free (JgRelation *self)
{
  g_free (self->kind);
  g_free (self->document);
  g_free (self->number);
  g_free (self->quote);
  g_free (self);
}

/* jg_repair_free:
 * @self: (transfer full): a repair */
void
jg_repair_free (JgRepair *self)
{
  g_free (self->kind);
  g_free (self->before);
  g_free (self->after);
  g_free (self->reason);
  g_free (self);
}

/* jg_document_dup_citation:
 * @clause: (nullable): a clause label
 *
 * Writes how a sentence of the document is cited: the number with the clause, e.g.
 * “国办发〔2020〕27号，四（八）”, or title and date where the text prints no number.
 *
 * Returns: (transfer full): the citation */
char *
jg_document_dup_citation (const JgDocument *self, const char *clause)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->number != NULL)
    name = g_strdup (self->number);
  else if (self->date != NULL)
    name = g_strdup_printf ("《%s》（%s，文中无文号）", self->title, self->date);
  else
    name = g_strdup_printf ("《%s》（文中无文号和日期）", self->title);

  if (clause == NULL)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s，%s", name, clause);
}

/**
 * jg_document_dup_prevailing:
 * @self: an office's document
 * @relation: what it says of prevailing over another
 *
 * Writes what stands beside the other document and what is read from it. It says whose sentence that is, and decides nothing.
 *
 * Returns: (transfer full): the words
 */
char *
jg_document_dup_prevailing (const JgDocument *self, const JgRelation *relation)
{
  const char *mark = jg_provenance_get_mark (self->provenance);

  return g_strdup_printf (
      "另有文件《%s》（%s，%s%s%s）写明它优先于本文件%s%s%s。本文件的原句没有改动；适用哪一份，"
      "须向经办机构确认。",
      self->title, self->number != NULL ? self->number : "文中无文号",
      self->date != NULL ? self->date : "文中无日期", mark != NULL ? "，" : "",
      mark != NULL ? mark : "", relation->quote != NULL ? "：“" : "",
      relation->quote != NULL ? relation->quote : "", relation->quote != NULL ? "”" : "");
}
