/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-leaf.h"

G_BEGIN_DECLS

#define JG_NO_KEY G_MAXUINT

typedef enum
{
  JG_NOTE_NONE,
  JG_NOTE_AGE_AT_BOUND,
  JG_NOTE_NUMBER_AT_BOUND,
  JG_NOTE_DATE_AT_BOUND,
  JG_NOTE_LATE_DATE,
} JgNote;

/* One distinct leaf against one person. */
typedef struct
{
  guint8 state;   /* JgState */
  guint8 reach;   /* bits 1 << JgState of what an answer can still make of it; 0 when nothing can */
  guint8 implied; /* whether “yes” to a fact that holds it can still meet it */
  guint key;      /* the answer it hangs on, or JG_NO_KEY */
} JgLeafCheck;

/* What answers to one key can make of the leaves that hang on it, its own and those its fact holds: a row of states
 * for each answer that makes a difference. */
typedef struct
{
  guint n_leaves;
  guint *leaves;
  guint n_answers;
  guint8 *states;  /* n_answers rows of n_leaves */
  gboolean holds;  /* “yes” meets leaves of other facts */
  gboolean hidden; /* while its answers are tried one by one */
} JgKeyAnswers;

/* All leaves against one person. */
typedef struct
{
  guint n_leaves;
  guint n_keys;
  JgLeafCheck *leaves;
  JgKeyAnswers *keys;
  char **notes; /* by leaf, what must be said of an answer; or NULL */
} JgTableCheck;

/* The distinct leaves of many condition trees, and the answers they hang on. A few hundred leaves stand behind
 * ten thousand measures, so each is checked once for a person. */
typedef struct _JgConditionTable JgConditionTable;

JgConditionTable *jg_condition_table_new (GPtrArray *facts);
void jg_condition_table_free (JgConditionTable *self);
guint jg_condition_table_add (JgConditionTable *self, const JgCondition *leaf);
guint jg_condition_table_add_region (JgConditionTable *self,
                                     const char *region,
                                     const char *anchor,
                                     gboolean chosen);
guint jg_condition_table_get_n_keys (JgConditionTable *self);
GRefString *jg_condition_table_get_key (JgConditionTable *self, guint key);
const guint *jg_condition_table_get_holders (JgConditionTable *self, guint leaf, guint *n_holders);
GArray *jg_condition_table_list_keys (JgConditionTable *self, guint leaf);
JgTableCheck *jg_condition_table_check (JgConditionTable *self, const JgConditionContext *context);
void jg_table_check_free (JgTableCheck *self);

JgNote jg_condition_find_note (const JgCondition *condition,
                               const JgConditionContext *context,
                               JgState state);
char *jg_condition_dup_note (const JgCondition *condition,
                             const JgConditionContext *context,
                             JgNote note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgConditionTable, jg_condition_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgTableCheck, jg_table_check_free)

G_END_DECLS
