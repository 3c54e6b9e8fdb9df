/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>
#include <unicode/ubrk.h>

#include "jg-search.h"

G_BEGIN_DECLS

/* What can be found lies in the tables search_entry, search_field and search_gram, which
 * jg_search_write() makes when a catalogue is built (docs/search.md). A row is one text; rows are
 * numbered tier by tier and, within a tier, in the order in which their entries are answered. A list
 * of rows in order of number is therefore already in the order of the answer. */

typedef enum
{
  JG_TIER_CODE,
  JG_TIER_FORMER_CODE,
  JG_TIER_OTHER_CODE, /* of another edition */
  JG_TIER_NAME,
  JG_TIER_FORMER_NAME,
  JG_TIER_WORK_TYPE,
  JG_TIER_ALIAS,
  JG_TIER_DEFINITION,
  JG_TIER_TASK,
  JG_N_TIERS,
} JgSearchTier;

/* Written before the norm of a code of JG_TIER_OTHER_CODE that belongs to what is not confirmed. */
#define JG_SEARCH_CODE_BEHIND "~"

/* How a query lies in a text; a smaller one is better. */
typedef enum
{
  JG_PLACE_WHOLE,
  JG_PLACE_BEGINNING, /* of a title */
  JG_PLACE_WORDS,     /* from one word border to another */
  JG_PLACE_ACROSS,    /* across a word border: 护工 in 维护工业 */
  JG_PLACE_NONE,
} JgSearchPlace;

/* What a list of rows says of the occurrences of a gram in a row. */
enum
{
  JG_GRAM_BEGINS = 1 << 0,      /* one stands at the beginning of the text */
  JG_GRAM_WHOLE_WORDS = 1 << 1, /* one has a word border on both sides */
  JG_GRAM_BORDER_BEFORE = 1 << 2,
  JG_GRAM_BORDER_BEHIND = 1 << 3,
  JG_GRAM_FLAG_BITS = 4,
};

/* A list of rows is cut into pieces, so that a reader can pass over those between two rows and none
 * takes more than a part of a page of the database. */
#define JG_GRAM_PIECE 960
#define JG_GRAM_MOST_BYTES 6 /* of one row */

typedef struct
{
  JgOccupationSummary *summary;
  char **successors; /* occupation ids; empty for a current one */
} JgSearchEntry;

/* Of a sentence so many characters are looked at. */
#define JG_SEARCH_SENTENCE 100

#define JG_SEARCH_MIN_TITLE 2

/* And when it is compared with titles by its characters, so many. */
#define JG_SEARCH_SHARING 40

/* Characters that hold sentences together and say nothing of the work. */
#define JG_SEARCH_STOP_CHARACTERS                                                                                                                 \
  "我你他她它的了想在是有个能会干活做给到里用一不就也都还很这那人们吗呢吧啊找份要去来把和跟让被上" \
  "下"

/* One text; the strings lie behind it in the same piece of memory. */
typedef struct
{
  guint id;
  guint entry;
  JgSearchTier tier;
  const char *text;
  const char *norm;
  const char *pinyin;    /* or NULL */
  const guint8 *borders; /* bit n: a word border before character n of norm */
  guint n_borders;       /* bytes of it */
} JgSearchRow;

typedef struct
{
  char *text;   /* normalised */
  char **means; /* normalised */
} JgSearchSynonym;

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *get_row;
  sqlite3_stmt *get_entry;
  sqlite3_stmt *get_number;
  sqlite3_stmt *get_alias;
  sqlite3_stmt *next_piece;
  sqlite3_stmt *seek_piece;
  sqlite3_stmt *find_title;
  sqlite3_stmt *find_code;
  sqlite3_stmt *begin;
  sqlite3_stmt *commit;
  GHashTable *rows;       /* id → JgSearchRow, those lately used */
  GHashTable *entries;    /* number → JgSearchEntry, those lately used */
  GHashTable *syllables;  /* set of those that any title is read with */
  GHashTable *beginnings; /* set of what they begin with */
  GArray *synonyms;       /* (element-type JgSearchSynonym) */
  char **elsewhere;       /* normalised names of work that is not in the catalogue */
  UBreakIterator *words;  /* opened when first needed */
  guint first_row[JG_N_TIERS + 1];
  guint n_entries;
  guint n_pieces; /* of lists read since the index was opened; what a query costs */
  guint n_rows;   /* likewise */
} JgSearchIndex;

/* The rows that hold a gram, in order. */
typedef struct
{
  JgSearchIndex *index;
  gint64 gram;
  guint first; /* row of the piece */
  guint row;   /* G_MAXUINT at the end */
  guint flags;
  guint16 at;
  guint16 length;
  guint8 data[JG_GRAM_PIECE];
} JgSearchCursor;

/* One occupation found. */
typedef struct
{
  guint entry;
  guint rank; /* tier and place; orders the answers to several words */
  JgSearchField field;
  JgSearchRow *row; /* owned */
  gboolean in_norm; /* start and end count bytes of norm, not of text */
  int start;        /* -1 when it cannot be marked */
  int end;
  gboolean weak; /* not enough to say that the catalogue has what was asked for */
  gboolean near;
} JgSearchFound;

/* The answer as it grows: in order, each occupation once. */
typedef struct
{
  GArray *found; /* (element-type JgSearchFound) */
  guint8 *seen;  /* bit for each entry */
  guint limit;   /* G_MAXUINT for none */
} JgSearchAnswer;

JgSearch *jg_search_new_from_db (sqlite3 *db);
sqlite3 *jg_search_get_db (JgSearch *self);
JgSearchIndex *jg_search_get_index (JgSearch *self);
char *jg_search_dup_norm (const char *query);
gboolean jg_search_write (sqlite3 *db);
gint64 jg_search_gram_of_text (gunichar first, gunichar second);
gint64 jg_search_gram_of_sounds (const char *first,
                                 gsize first_length,
                                 const char *second,
                                 gsize second_length);
gint64 jg_search_gram_of_letters (char first, char second);

JgSearchIndex *jg_search_index_new (sqlite3 *db);
void jg_search_index_free (JgSearchIndex *self);
JgSearchRow *jg_search_index_get_row (JgSearchIndex *self, guint id);
JgSearchEntry *jg_search_index_get_entry (JgSearchIndex *self, guint number);
const char *
jg_search_index_get_alias_provenance (JgSearchIndex *self, guint entry, const char *text);
gboolean jg_search_index_get_number (JgSearchIndex *self, const char *occupation, guint *number);
GArray *jg_search_index_find_title (JgSearchIndex *self, const char *norm);
void jg_search_index_trim (JgSearchIndex *self);
gboolean jg_search_index_begin (JgSearchIndex *self);
void jg_search_index_commit (JgSearchIndex *self);
void jg_search_index_forget (JgSearchIndex *self);
void jg_search_row_unref (JgSearchRow *self);
void jg_search_entry_unref (JgSearchEntry *self);

UBreakIterator *jg_search_open_words (void);
gboolean *jg_search_find_borders (UBreakIterator *words, const char *norm, glong n_characters);

void jg_search_cursor_open (JgSearchCursor *self, JgSearchIndex *index, gint64 gram);
void jg_search_cursor_next (JgSearchCursor *self);
void jg_search_cursor_seek (JgSearchCursor *self, guint row);
gboolean jg_search_cursors_meet (JgSearchCursor *cursors, guint n_cursors, guint before);

JgSearchAnswer *jg_search_answer_new (JgSearchIndex *index, guint limit);
void jg_search_answer_free (JgSearchAnswer *self);
gboolean jg_search_answer_is_full (const JgSearchAnswer *self);
gboolean jg_search_answer_is_sure (const JgSearchAnswer *self);
gboolean jg_search_answer_has (const JgSearchAnswer *self, guint entry);
JgSearchFound *jg_search_answer_add (JgSearchAnswer *self,
                                     JgSearchRow *row,
                                     JgSearchPlace place,
                                     int norm_start,
                                     int norm_end);

const char *jg_search_find_word (const char *text, const char *word);
JgSearchPlace jg_search_locate (const JgSearchRow *row, const char *query, int *start, int *end);
void jg_search_find_text (JgSearchIndex *index,
                          const char *norm,
                          JgSearchTier from,
                          JgSearchTier to,
                          JgSearchAnswer *answer);
void jg_search_find_pinyin (JgSearchIndex *index, const char *letters, JgSearchAnswer *answer);
GArray *jg_search_count_rows (JgSearchIndex *index,
                              JgSearchCursor *cursors,
                              guint n_cursors,
                              guint least,
                              guint most);
GArray *jg_search_find_sharing (JgSearchIndex *index,
                                const gunichar *characters,
                                guint n_characters,
                                guint least,
                                guint most);
void jg_search_find_loose (JgSearchIndex *index, const char *query, JgSearchAnswer *answer);
gboolean jg_search_is_elsewhere (JgSearchIndex *index, const char *query);
void jg_search_find_whole (JgSearchIndex *index, const char *query, JgSearchAnswer *answer);
void jg_search_find_words (JgSearchIndex *index, char **words, JgSearchAnswer *answer);
void jg_search_find_contained (JgSearchIndex *index,
                               const char *query,
                               gboolean near,
                               JgSearchAnswer *answer);
GArray *jg_search_find_slips (JgSearchIndex *index, const char *query, JgSearchAnswer *answer);
void jg_search_find_alike (JgSearchIndex *index, const GArray *nears, JgSearchAnswer *answer);
void jg_search_find_letter_slips (JgSearchIndex *index, const char *query, JgSearchAnswer *answer);
void jg_search_find_synonyms (JgSearchIndex *index, const char *query, JgSearchAnswer *answer);

void jg_search_find_scattered (JgSearchIndex *index, const char *query, JgSearchAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgSearchIndex, jg_search_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgSearchAnswer, jg_search_answer_free)

G_END_DECLS
