/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-desk-alias.h"

#include "jg-desk-private.h"
#include "jg-text.h"

G_DEFINE_BOXED_TYPE (JgDeskAlias, jg_desk_alias, jg_desk_alias_ref, jg_desk_alias_unref)
G_DEFINE_BOXED_TYPE (JgDeskMissed, jg_desk_missed, jg_desk_missed_ref, jg_desk_missed_unref)

/* jg_desk_alias_new:
 * @text: the word
 * @occupation: id of the occupation
 * @date: day, month or year
 * @by: name of whoever added it
 *
 * Returns: (transfer full): a word; nothing is checked, jg_desk_add_alias() does that */
JgDeskAlias *
jg_desk_alias_new (const char *text, const char *occupation, const char *date, const char *by)
{
  JgDeskAlias *self = g_rc_box_new0 (JgDeskAlias);

  self->text = g_strdup (text);
  self->occupation = g_strdup (occupation);
  self->date = g_strdup (date);
  self->by = g_strdup (by);
  return self;
}

/* jg_desk_alias_ref:
 *
 * Returns: (transfer full): the same word */
JgDeskAlias *
jg_desk_alias_ref (JgDeskAlias *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
alias_clear (JgDeskAlias *self)
{
  g_free (self->text);
  g_free (self->occupation);
  g_free (self->date);
  g_free (self->by);
}

/* jg_desk_alias_unref:
 * @self: (transfer full): a word */
void
jg_desk_alias_unref (JgDeskAlias *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, (GDestroyNotify) alias_clear);
}

/* jg_desk_missed_new:
 * @text: the words, as of jg_desk_missed_dup_text()
 * @count: how often
 * @last: day of the last time
 *
 * Returns: (transfer full): a search without a result; nothing is checked */
JgDeskMissed *
jg_desk_missed_new (const char *text, guint count, const char *last)
{
  JgDeskMissed *self = g_rc_box_new0 (JgDeskMissed);

  self->text = g_strdup (text);
  self->count = count;
  self->last = g_strdup (last);
  return self;
}

/* jg_desk_missed_ref:
 *
 * Returns: (transfer full): the same search */
JgDeskMissed *
jg_desk_missed_ref (JgDeskMissed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
missed_clear (JgDeskMissed *self)
{
  g_free (self->text);
  g_free (self->last);
}

/* jg_desk_missed_unref:
 * @self: (transfer full): a search */
void
jg_desk_missed_unref (JgDeskMissed *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, (GDestroyNotify) missed_clear);
}

/* jg_desk_missed_dup_text:
 * @query: (nullable): what somebody searched for
 *
 * Folds a query to what may be counted: at most 12 characters, and nothing with a digit, so that no
 * number of a person, a telephone or a house is ever kept. Line feeds become spaces.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when they must not be kept */
char *
jg_desk_missed_dup_text (const char *query)
{
  g_autofree char *tidy = jg_text_dup_tidy (query, 0);
  g_autofree char *text = tidy != NULL ? jg_text_normalize (tidy) : NULL;
  glong length;

  if (text == NULL)
    return NULL;
  g_strdelimit (text, "\n", ' ');
  g_strstrip (text);
  length = g_utf8_strlen (text, -1);
  if (length < 2 || length > JG_DESK_MISSED_MAX_TEXT)
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

      if (type == G_UNICODE_DECIMAL_NUMBER || type == G_UNICODE_LETTER_NUMBER ||
          type == G_UNICODE_OTHER_NUMBER)
        return NULL;
    }
  return g_steal_pointer (&text);
}
