/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-text-pool.h"

#include <string.h>

#include "jg-text.h"

typedef struct
{
  guint owner;
  gsize start; /* in the pool */
} Place;

struct _JgTextPool
{
  GString *norms; /* each closed by a NUL, which no query holds */
  GArray *places; /* (element-type Place) */
  guint n_owners;
};

/* jg_text_pool_new:
 *
 * Returns: (transfer full): an empty pool */
JgTextPool *
jg_text_pool_new (void)
{
  JgTextPool *self = g_new0 (JgTextPool, 1);

  self->norms = g_string_new (NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return self;
}

/* jg_text_pool_free:
 * @self: (transfer full): a pool */
void
jg_text_pool_free (JgTextPool *self)
{
  g_string_free (self->norms, TRUE);
  g_array_unref (self->places);
  g_free (self);
}

/* jg_text_pool_add:
 * @owner: number of what the text belongs to, from 0
 * @text: (nullable): as printed
 *
 * Adds a text behind the others.
 *
 * Returns: its number, one more than that of the text before */
guint
jg_text_pool_add (JgTextPool *self, guint owner, const char *text)
{
  g_autofree char *norm = text != NULL ? jg_text_normalize_compact (text) : NULL;
  Place place = { owner, self->norms->len };

  if (norm != NULL)
    g_string_append (self->norms, norm);
  g_string_append_c (self->norms, '\0');
  g_array_append_val (self->places, place);
  self->n_owners = MAX (self->n_owners, owner + 1);
  return self->places->len - 1;
}

/* The text that a byte of the pool is in, at or behind one that is known to be before it. */
static guint
find_place (const JgTextPool *self, guint from, gsize at)
{
  guint low = from;
  guint high = self->places->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->places, Place, middle).start <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* jg_text_pool_find:
 * @norm: a query in normal form
 *
 * Finds the first text of each owner that holds the query, in the order of adding.
 *
 * Returns: (transfer full) (element-type JgTextPoolHit): the hits; none for an empty query */
GArray *
jg_text_pool_find (const JgTextPool *self, const char *norm)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (JgTextPoolHit));
  g_autofree guint8 *seen = g_malloc0 (self->n_owners + 1);
  gsize length = strlen (norm);
  gsize at = 0;
  guint text = 0;

  while (length > 0 && at < self->norms->len)
    {
      const char *found = memmem (self->norms->str + at, self->norms->len - at, norm, length);
      const Place *place;
      JgTextPoolHit hit;

      if (found == NULL)
        break;
      text = find_place (self, text, (gsize) (found - self->norms->str));
      place = &g_array_index (self->places, Place, text);
      if (!seen[place->owner])
        {
          seen[place->owner] = TRUE;
          hit.owner = place->owner;
          hit.text = text;
          hit.start = (gsize) (found - self->norms->str) - place->start;
          hit.end = hit.start + length;
          g_array_append_val (hits, hit);
        }
      if (text + 1 == self->places->len)
        break;
      at = g_array_index (self->places, Place, text + 1).start;
    }
  return hits;
}
