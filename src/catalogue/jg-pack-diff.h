/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  JG_PACK_NEW,
  JG_PACK_CHANGED,
  JG_PACK_RECODED, /* an occupation has another code */
  JG_PACK_ENDED,   /* a measure has an end in the text that has passed */
  JG_PACK_REMOVED,
} JgPackNews;

/* What one pack says other than another. */
typedef struct
{
  JgPackNews news;
  const char *
      list; /* documents, facts, classes, occupations, operations, codes, measures, aliases, synonyms, elsewhere */
  char *id; /* by which it is known in its list */
  char *name;  /* for people */
  char *words; /* what is another than before, or NULL */
} JgPackDifference;

GPtrArray *jg_pack_diff (const char *old_name,
                         GBytes *old_bytes,
                         const char *new_name,
                         GBytes *new_bytes,
                         const char *as_of,
                         GPtrArray *errors);
void jg_pack_difference_free (JgPackDifference *self);
const char *jg_pack_news_nick (JgPackNews news);
const char *jg_pack_news_label (JgPackNews news);
const char *jg_pack_list_label (const char *list);

G_END_DECLS
