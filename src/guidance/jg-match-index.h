/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"
#include "jg-match-text.h"
#include "jg-match.h"

G_BEGIN_DECLS

/* A sentence of an occupation: its definition (task 0) or one of its tasks (from 1). */
typedef struct
{
  guint occupation; /* index */
  int task;
  const char *printed; /* borrowed */
  JgMatchText *text;
} JgMatchSentence;

/* A name people may say: the occupation's, a former one, a work type's, or an alias. */
typedef struct
{
  guint occupation; /* index */
  const char *via;  /* name, work-type, alias */
  JgMatchText *text;
  char *printed; /* the whole name; text may leave out its last character (师, 员, 工) */
} JgMatchName;

typedef struct
{
  JgMatchText *text; /* the jobseeker's words */
  JgMatchText *rest; /* what follows after a gap, or NULL */
  GPtrArray *means;  /* (element-type JgMatchText): words of the notices */
  JgSynonymWish wish;
} JgMatchSynonym;

/* What matching needs of a catalogue, prepared once. */
typedef struct
{
  GPtrArray *occupations; /* (element-type JgOccupation) */
  GHashTable *positions;  /* id → its place among them */
  GPtrArray *sentences;   /* (element-type JgMatchSentence) */
  GPtrArray *names;       /* (element-type JgMatchName) */
  GPtrArray *synonyms;    /* (element-type JgMatchSynonym) */
  GPtrArray *elsewhere;   /* (element-type JgMatchText): work that is not in the catalogue */
  guint n_described;      /* occupations with sentences */
} JgMatchIndex;

JgMatchIndex *jg_match_index_new (GPtrArray *occupations, GPtrArray *aliases, GPtrArray *synonyms);
void jg_match_index_add_elsewhere (JgMatchIndex *self, const char *const *words);
JgMatchIndex *jg_match_index_get (JgCatalogue *catalogue);
void jg_match_index_free (JgMatchIndex *self);
gboolean jg_match_index_find (const JgMatchIndex *self, const char *id, guint *position);
guint jg_match_index_spread (const JgMatchIndex *self, const JgMatchText *word);

JgMatchResult *
jg_match_profile_with_index (const JgMatchIndex *index, JgProfile *profile, guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgMatchIndex, jg_match_index_free)

G_END_DECLS
