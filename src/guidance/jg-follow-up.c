/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-follow-up.h"

#include <string.h>

#define DOCUMENT "国发〔2019〕28号"
#define MARK "每月至少进行"
#define FULL_STOP "。"

/* jg_follow_up_propose:
 * @day: YYYY-MM-DD
 *
 * Proposes when to ask again: a month on, or the last day of that month where it is shorter.
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD; %NULL when @day is no day */
char *
jg_follow_up_propose (const char *day)
{
  g_autoptr (GDate) date = g_date_new ();
  char text[16];

  g_return_val_if_fail (day != NULL, NULL);

  g_date_set_parse (date, day);
  if (!g_date_valid (date) || strlen (day) != 10)
    return NULL;
  g_date_add_months (date, 1);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  return g_strdup (text);
}

/* The whole sentence around a place, as printed. */
static char *
dup_sentence (const char *text, const char *place)
{
  const char *start = text;
  const char *end = strstr (place, FULL_STOP);

  for (const char *p = text; (p = strstr (p, FULL_STOP)) != NULL && p < place;)
    start = p += strlen (FULL_STOP);
  return g_strndup (start,
                    end != NULL ? (gsize) (end - start) + strlen (FULL_STOP) : strlen (start));
}

/* jg_follow_up_find_basis:
 *
 * Finds in the document itself why the follow-up is proposed a month on: 国发〔2019〕28号，六（十九）.
 *
 * Returns: (transfer full) (nullable): the sentence and where it stands; %NULL when the catalogue has not the document, or the
 *   document not the sentence */
JgFollowUpBasis *
jg_follow_up_find_basis (JgCatalogue *catalogue)
{
  g_autoptr (JgDocument) document = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);

  document = jg_catalogue_get_document (catalogue, DOCUMENT);
  for (guint i = 0; document != NULL && i < document->paragraphs->len; i++)
    {
      const JgParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);
      const char *place = strstr (paragraph->text, MARK);
      JgFollowUpBasis *basis;

      if (place == NULL)
        continue;
      basis = g_new0 (JgFollowUpBasis, 1);
      basis->document = g_strdup (document->key);
      basis->clause = g_strdup (paragraph->clause);
      basis->line = paragraph->line;
      basis->quote = dup_sentence (paragraph->text, place);
      return basis;
    }
  return NULL;
}

/* jg_follow_up_basis_free:
 * @self: (transfer full): a sentence */
void
jg_follow_up_basis_free (JgFollowUpBasis *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->document);
  g_free (self->clause);
  g_free (self->quote);
  g_free (self);
}
