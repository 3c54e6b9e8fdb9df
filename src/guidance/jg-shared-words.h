/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-match-index.h"

G_BEGIN_DECLS

/* Bytes of a printed sentence. */
typedef struct
{
  guint start;
  guint end;
} JgTextSpan;

/* Words that two printed sentences have in common. */
typedef struct
{
  char *words; /* as the notices write them; or the everyday word that means both */
  gboolean
      everyday; /* whether words is such an everyday word and the sentences put it in their own words */
  guint
      spread; /* of words of the notices: occupations in whose sentences they stand; otherwise 0 */
  GArray *spans;       /* (element-type JgTextSpan): where they stand in the first sentence */
  GArray *other_spans; /* (element-type JgTextSpan): where in the second */
} JgSharedWords;

/* Finds the words that sentences of one index share; judges each word once. */
typedef struct _JgSharedWordsFinder JgSharedWordsFinder;

/* From here on two sentences are alike. */
#define JG_SHARED_WORDS_ALIKE 4

JgSharedWordsFinder *jg_shared_words_finder_new (const JgMatchIndex *index);
void jg_shared_words_finder_free (JgSharedWordsFinder *self);
const JgMatchSentence *const *
jg_shared_words_finder_get_tasks (JgSharedWordsFinder *self, guint occupation, guint *n_tasks);
GPtrArray *jg_shared_words_find (JgSharedWordsFinder *self,
                                 const JgMatchSentence *sentence,
                                 const JgMatchSentence *other,
                                 int *strength,
                                 guint *common);
JgSharedWords *jg_shared_words_swap (const JgSharedWords *self);
int jg_shared_words_get_strength (const JgSharedWords *self);
void jg_shared_words_free (JgSharedWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgSharedWordsFinder, jg_shared_words_finder_free)

G_END_DECLS
