/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-table.h"

G_BEGIN_DECLS

/* A condition tree laid out in a row: a node stands before its children, and end is the first one after them. */
typedef struct
{
  const JgCondition *condition; /* or NULL where the node is made here */
  guint8 kind;                  /* JgConditionKind */
  guint8 open;
  guint leaf; /* JG_NO_LEAF for what no answer decides */
  guint end;
} JgNode;

#define JG_NO_LEAF G_MAXUINT

typedef struct
{
  JgConditionTable *table;
  gboolean may_repeat; /* an answer may stand in several places */
  guint n_nodes;
  JgNode nodes[];
} JgConditionProgram;

/* Numbers of keys, each once, in the order in which they came. */
typedef struct
{
  guint n;
  guint *keys;
  guint *marks; /* by key: the mark of the set it was last put into */
  guint mark;
} JgKeySet;

/* The answers that would decide a program, and all whose answer could. */
typedef struct
{
  guint size;     /* of a smallest set of answers that decides it; 0 when none does */
  gboolean exact; /* else there were more ways to answer than are gone through */
  JgKeySet first; /* keys that belong to one of that size */
  JgKeySet ask; /* keys that belong to any that no answer can be left out of, in the text's order */

  JgKeySet keys; /* room to work in */
  JgKeySet repeated;
  GArray *counts;
} JgDeciding;

static inline void
jg_key_set_clear (JgKeySet *self)
{
  self->n = 0;
  self->mark++;
}

static inline gboolean
jg_key_set_has (const JgKeySet *self, guint key)
{
  return self->marks[key] == self->mark;
}

/* Returns whether the key was not there. */
static inline gboolean
jg_key_set_add (JgKeySet *self, guint key)
{
  if (jg_key_set_has (self, key))
    return FALSE;
  self->marks[key] = self->mark;
  self->keys[self->n++] = key;
  return TRUE;
}

JgConditionProgram *jg_condition_program_new (JgConditionTable *table,
                                              const JgCondition *condition,
                                              const char *region,
                                              const char *anchors);
void jg_condition_program_free (JgConditionProgram *self);
JgState jg_condition_program_evaluate (const JgConditionProgram *self,
                                       const JgTableCheck *check,
                                       JgState linked,
                                       guint8 *states);
guint jg_condition_program_get_tree (const JgConditionProgram *self);

JgDeciding *jg_deciding_new (JgConditionTable *table);
void jg_deciding_free (JgDeciding *self);
void jg_deciding_find (JgDeciding *self,
                       const JgConditionProgram *program,
                       JgTableCheck *check,
                       JgState linked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgConditionProgram, jg_condition_program_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgDeciding, jg_deciding_free)

G_END_DECLS
