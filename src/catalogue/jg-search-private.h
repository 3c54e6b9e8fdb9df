/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "jg-search.h"

G_BEGIN_DECLS

/* The catalogue's search_field table in memory, and what its files find in it. */

typedef struct
{
  JgOccupationSummary *summary;  /* owned */
  char **successors;             /* occupation ids; empty for a current one */
  glong name_length;             /* characters */
} JgSearchEntry;

typedef struct
{
  guint entry;                   /* index of a JgSearchEntry */
  JgSearchField field;
  const char *edition;           /* of a code, else NULL */
  const char *text;
  const char *norm;
  const char *pinyin;            /* or NULL */
  glong length;                  /* characters of norm */
} JgSearchRow;

typedef struct
{
  char *text;                    /* normalised */
  char **means;                  /* normalised */
} JgSearchSynonym;

/* The steps of the ladder; a smaller one is better. The whole query is looked for first, then its
 * words, then names and aliases inside it, and only when all that found nothing, what is near. */
typedef enum
{
  JG_RANK_CODE,
  JG_RANK_FORMER_CODE,
  JG_RANK_OTHER_EDITION,
  JG_RANK_CODE_PREFIX,
  JG_RANK_FORMER_CODE_PREFIX,
  JG_RANK_OTHER_EDITION_PREFIX,
  JG_RANK_NAME,
  JG_RANK_FORMER_NAME,
  JG_RANK_WORK_TYPE,
  JG_RANK_ALIAS,
  JG_RANK_NAME_PREFIX,
  JG_RANK_FORMER_NAME_PREFIX,
  JG_RANK_NAME_INSIDE,
  JG_RANK_FORMER_NAME_INSIDE,
  JG_RANK_WORK_TYPE_PREFIX,
  JG_RANK_ALIAS_PREFIX,
  JG_RANK_WORK_TYPE_INSIDE,
  JG_RANK_ALIAS_INSIDE,
  JG_RANK_PINYIN,
  JG_RANK_DEFINITION,
  JG_RANK_TASK,
  JG_RANK_WORDS,
  JG_RANK_CONTAINED,
  JG_RANK_NEAR,
  JG_RANK_SYNONYM,
  JG_RANK_NONE,
} JgSearchRank;

/* The best hit of one occupation so far; rank JG_RANK_NONE for none. */
typedef struct
{
  JgSearchRank rank;
  guint weight;                  /* orders hits of one rank; a smaller one is better */
  JgSearchField field;
  const JgSearchRow *row;
  gboolean in_norm;              /* start and end count bytes of row->norm, not of row->text */
  int start;                     /* -1 when it cannot be marked */
  int end;
} JgSearchFound;

typedef struct
{
  GPtrArray *entries;            /* (element-type JgSearchEntry) */
  GHashTable *entries_by_id;     /* id → index */
  GArray *rows;                  /* (element-type JgSearchRow) */
  GArray *synonyms;              /* (element-type JgSearchSynonym) */
  GStringChunk *strings;
} JgSearchIndex;

JgSearch       *jg_search_new_from_db       (sqlite3             *db);

JgSearchIndex  *jg_search_index_new         (sqlite3             *db);
void            jg_search_index_free        (JgSearchIndex       *self);

JgSearchFound  *jg_search_found_new         (const JgSearchIndex *index);
void            jg_search_found_offer       (JgSearchFound       *found,
                                             const JgSearchRow   *row,
                                             JgSearchRank         rank,
                                             guint                weight,
                                             int                  norm_start,
                                             int                  norm_end);

const char     *jg_search_find_word         (const char          *text,
                                             const char          *word);
gboolean        jg_search_find_whole        (const JgSearchIndex *index,
                                             const char          *query,
                                             JgSearchFound       *found);
gboolean        jg_search_find_words        (const JgSearchIndex *index,
                                             char               **words,
                                             JgSearchFound       *found);
gboolean        jg_search_find_contained    (const JgSearchIndex *index,
                                             const char          *query,
                                             JgSearchFound       *found);
gboolean        jg_search_find_near         (const JgSearchIndex *index,
                                             const char          *query,
                                             JgSearchFound       *found);
gboolean        jg_search_find_synonyms     (const JgSearchIndex *index,
                                             const char          *query,
                                             JgSearchFound       *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgSearchIndex, jg_search_index_free)

G_END_DECLS
