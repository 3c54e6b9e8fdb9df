/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-match-clause.h"
#include "jg-match-index.h"

G_BEGIN_DECLS

typedef struct
{
  guint position;
  JgMatch *match;
  GHashTable *words; /* (element-type utf8 gint): strength of each word of the notices that hit */
  GHashTable *said;  /* (element-type utf8 utf8): the first words of the person for each of them */
  GHashTable *again; /* (element-type utf8): those that other words of the person hit again */
  gboolean wish_names; /* before all whom the wish does not name */
  gboolean named;      /* by anything the person says */
  gboolean wished;     /* the wish says what a reviewed word or a long one says */
  gboolean asked;      /* the wish says more than a word that many share */
  gboolean refused;    /* the person does not want it */
  int strength;        /* sum over the words, once all are known */
} JgMatchCandidate;

typedef struct
{
  const JgMatchIndex *index;
  GPtrArray *candidates; /* (element-type JgMatchCandidate), NULL where nothing hit; by position */
  GHashTable *words;     /* of jg_match_words_new() */
  GHashTable *
      refused; /* (element-type utf8): words of the notices that the person does not want to hear of */
  GPtrArray *refusals; /* (element-type JgMatchRefusal) */
  gboolean wish_is_specific;
  gboolean wish_names;
} JgMatcher;

JgMatchCandidate *jg_matcher_get_candidate (JgMatcher *self, guint position);
void jg_matcher_add_reason (JgMatcher *self,
                            const JgMatchClause *clause,
                            guint position,
                            int task,
                            const char *text,
                            const char *via,
                            const char *through,
                            const char *said,
                            int strength);
void jg_match_candidate_count_word (JgMatchCandidate *self,
                                    const char *word,
                                    const char *said,
                                    int strength,
                                    gboolean wish);
void jg_match_reason_free (JgMatchReason *self);
void jg_match_refusal_free (JgMatchRefusal *self);
void jg_match_candidate_free (JgMatchCandidate *self);

G_END_DECLS
