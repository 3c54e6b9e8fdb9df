/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which answers would decide an undecided condition tree (docs/conditions.md). */

#include "jg-condition-program.h"

#include <string.h>

#include "jg-kleene.h"

#define NEVER (G_MAXUINT / 4)
/* How many times a tree in which one answer stands in several places is evaluated before the count that treats the
 * places as independent is taken instead. */
#define MAX_TRIALS 4096
#define MAX_COMBINATIONS 256
#define MAX_KEYS 64

typedef struct
{
  const JgConditionProgram *program;
  const JgNode *nodes;
  guint n_nodes;
  JgTableCheck *check;
  JgState linked;
  JgDeciding *result;
  guint *met;  /* answers needed to meet a node */
  guint *fail; /* answers needed to fail it */
  guint8 *min; /* the worst a node can still become */
  guint8 *max;
  GArray *
      hangs; /* (element-type Hang): the leaves of this program that can be answered; NULL where each key has one */
} Finder;

/* A leaf, and its place among those that hang on its key. */
typedef struct
{
  guint leaf;
  guint key;
  guint column;
} Hang;

/**
 * jg_deciding_new:
 *
 * Makes an empty result, to be filled again and again.
 *
 * Returns: (transfer full): the result
 */
JgDeciding *
jg_deciding_new (void)
{
  JgDeciding *self = g_new0 (JgDeciding, 1);

  self->first = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ask = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * jg_deciding_free:
 * @self: (transfer full): a result
 *
 * Frees a result.
 */
void
jg_deciding_free (JgDeciding *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->first);
  g_array_unref (self->ask);
  g_free (self);
}

static void
add_key (GArray *keys, guint key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint, i) == key)
      return;
  g_array_append_val (keys, key);
}

static void
count_leaf (Finder *self, guint at)
{
  const JgNode *node = &self->nodes[at];
  const JgLeafCheck *leaf = node->leaf != JG_NO_LEAF ? &self->check->leaves[node->leaf] : NULL;
  const JgState state = leaf != NULL                            ? (JgState) leaf->state
                        : node->kind == JG_CONDITION_OCCUPATION ? self->linked
                                                                : JG_STATE_UNKNOWN;
  const guint8 reach = leaf != NULL && state == JG_STATE_UNKNOWN ? leaf->reach : 0;

  self->met[at] = state == JG_STATE_MET ? 0 : reach & (1 << JG_STATE_MET) ? 1 : NEVER;
  self->fail[at] = state == JG_STATE_FAILED ? 0 : reach & (1 << JG_STATE_FAILED) ? 1 : NEVER;
  self->min[at] = (guint8) (reach & (1 << JG_STATE_FAILED) ? JG_STATE_FAILED : state);
  self->max[at] = (guint8) (reach & (1 << JG_STATE_MET) ? JG_STATE_MET : state);
}

/* Bottom up: how few answers meet and fail a node, and how far its state can still go. */
static void
count (Finder *self, guint at)
{
  const JgNode *node = &self->nodes[at];
  const gboolean any = node->kind == JG_CONDITION_ANY;
  guint sum = 0, least = NEVER;

  if (node->kind == JG_CONDITION_NOT)
    {
      count (self, at + 1);
      self->met[at] = self->fail[at + 1];
      self->fail[at] = self->met[at + 1];
      self->min[at] = (guint8) jg_state_not ((JgState) self->max[at + 1]);
      self->max[at] = (guint8) jg_state_not ((JgState) self->min[at + 1]);
      return;
    }
  if (node->kind != JG_CONDITION_ALL && !any)
    {
      count_leaf (self, at);
      return;
    }

  self->min[at] = self->max[at] =
      any ? (node->open ? JG_STATE_UNKNOWN : JG_STATE_FAILED) : JG_STATE_MET;
  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    {
      count (self, i);
      sum = MIN (sum + (any ? self->fail[i] : self->met[i]), NEVER);
      least = MIN (least, any ? self->met[i] : self->fail[i]);
      self->min[at] = any ? MAX (self->min[at], self->min[i]) : MIN (self->min[at], self->min[i]);
      self->max[at] = any ? MAX (self->max[at], self->max[i]) : MIN (self->max[at], self->max[i]);
    }
  self->met[at] = any ? least : sum;
  self->fail[at] = any ? (node->open ? NEVER : sum) : least;
}

/* Top down: the keys of all sets of the smallest size that make the node the target. */
static void
mark_smallest (Finder *self, guint at, JgState target)
{
  const JgNode *node = &self->nodes[at];
  const guint *cost = target == JG_STATE_MET ? self->met : self->fail;
  const gboolean needs_all = (node->kind == JG_CONDITION_ALL) == (target == JG_STATE_MET);

  if (cost[at] == 0 || cost[at] >= NEVER)
    return;
  if (node->kind == JG_CONDITION_NOT)
    mark_smallest (self, at + 1, jg_state_not (target));
  else if (node->kind != JG_CONDITION_ALL && node->kind != JG_CONDITION_ANY)
    add_key (self->result->first, self->check->leaves[node->leaf].key);
  else
    for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
      if (needs_all || cost[i] == cost[at])
        mark_smallest (self, i, target);
}

/* Top down: the leaves on which, for some answers to the others, the whole still turns. Only states between low and
 * high still make a difference further up. */
static void
mark_turning (Finder *self, guint at, JgState low, JgState high)
{
  const JgNode *node = &self->nodes[at];
  const gboolean any = node->kind == JG_CONDITION_ANY;
  guint best = G_MAXUINT, second = G_MAXUINT;

  if (low >= high || self->min[at] == self->max[at])
    return;
  if (node->kind == JG_CONDITION_NOT)
    {
      mark_turning (self, at + 1, jg_state_not (high), jg_state_not (low));
      return;
    }
  if (node->kind != JG_CONDITION_ALL && !any)
    {
      /* Nothing is asked of which every answer leaves the leaf on the same side of what matters. */
      if (MAX (self->min[at], (guint8) low) < MIN (self->max[at], (guint8) high))
        add_key (self->result->ask, self->check->leaves[node->leaf].key);
      return;
    }

  /* What the siblings can do at their kindest: an all lets through at most the least of their best, an any at least
   * the greatest of their worst. */
  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    {
      const guint8 *value = any ? self->min : self->max;

      if (best == G_MAXUINT || (any ? value[i] > value[best] : value[i] < value[best]))
        {
          second = best;
          best = i;
        }
      else if (second == G_MAXUINT || (any ? value[i] > value[second] : value[i] < value[second]))
        second = i;
    }
  if (any && node->open)
    low = jg_state_or (low, JG_STATE_UNKNOWN);
  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    {
      const guint other = i == best ? second : best;
      JgState child_low = low, child_high = high;

      if (other != G_MAXUINT && any)
        child_low = jg_state_or (low, (JgState) self->min[other]);
      else if (other != G_MAXUINT)
        child_high = jg_state_and (high, (JgState) self->max[other]);
      mark_turning (self, i, child_low, child_high);
    }
}

/* Does one answer stand in several places? Collects the keys that can be asked. */
static gboolean
collect_keys (const Finder *self, GArray *keys)
{
  gboolean repeated = FALSE;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const JgNode *node = &self->nodes[i];
      guint before = keys->len;

      if (node->leaf == JG_NO_LEAF || self->check->leaves[node->leaf].reach == 0)
        continue;
      add_key (keys, self->check->leaves[node->leaf].key);
      repeated |= keys->len == before;
    }
  return repeated;
}

typedef struct
{
  Finder *finder;
  const guint *keys;
  guint n_keys;
  guint64 chosen; /* bits of keys */
  guint64 found;
  guint trials;
} Search;

static JgState
evaluate (const Finder *self)
{
  return jg_condition_program_evaluate (self->program, self->check, self->linked, NULL);
}

/* Gives an answer, or takes it back with answer == G_MAXUINT: leaves that hang on it were unknown. */
static void
answer_key (Finder *self, guint key, guint answer)
{
  const JgKeyAnswers *answers = &self->check->keys[key];

  for (guint i = 0; i < self->hangs->len; i++)
    {
      const Hang *hang = &g_array_index (self->hangs, Hang, i);

      if (hang->key == key)
        self->check->leaves[hang->leaf].state =
            answer == G_MAXUINT ? JG_STATE_UNKNOWN
                                : answers->states[answer * answers->n_leaves + hang->column];
    }
}

/* Does another answer before this one do the same to this program? */
static gboolean
is_same_answer (const Finder *self, guint key, guint answer)
{
  const JgKeyAnswers *answers = &self->check->keys[key];

  for (guint before = 0; before < answer; before++)
    {
      gboolean same = TRUE;

      for (guint i = 0; i < self->hangs->len && same; i++)
        {
          const Hang *hang = &g_array_index (self->hangs, Hang, i);

          same = hang->key != key || answers->states[before * answers->n_leaves + hang->column] ==
                                         answers->states[answer * answers->n_leaves + hang->column];
        }
      if (same)
        return TRUE;
    }
  return FALSE;
}

static void
find_hangs (Finder *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      Hang hang = { self->nodes[i].leaf, JG_NO_KEY, 0 };
      const JgKeyAnswers *answers;

      if (hang.leaf == JG_NO_LEAF || self->check->leaves[hang.leaf].reach == 0)
        continue;
      hang.key = self->check->leaves[hang.leaf].key;
      answers = &self->check->keys[hang.key];
      while (answers->leaves[hang.column] != hang.leaf)
        hang.column++;
      g_array_append_val (self->hangs, hang);
    }
}

/* Tries all sets of left more answers from the key at from on. */
static void
try_sets (Search *self, guint from, guint left)
{
  if (left == 0)
    {
      self->trials++;
      if (evaluate (self->finder) != JG_STATE_UNKNOWN)
        self->found |= self->chosen;
      return;
    }
  for (guint i = from; i + left <= self->n_keys && self->trials < MAX_TRIALS; i++)
    {
      self->chosen |= G_GUINT64_CONSTANT (1) << i;
      for (guint a = 0; a < self->finder->check->keys[self->keys[i]].n_answers; a++)
        {
          if (is_same_answer (self->finder, self->keys[i], a))
            continue;
          answer_key (self->finder, self->keys[i], a);
          try_sets (self, i + 1, left - 1);
        }
      answer_key (self->finder, self->keys[i], G_MAXUINT);
      self->chosen &= ~(G_GUINT64_CONSTANT (1) << i);
    }
}

/* With all others answered or not, in every way: does this answer ever settle what was open? */
static gboolean
try_others (Search *self, guint at, guint key)
{
  if (at == self->n_keys)
    {
      gboolean turns = FALSE;

      if (evaluate (self->finder) != JG_STATE_UNKNOWN)
        return FALSE;
      for (guint a = 0; a < self->finder->check->keys[key].n_answers && !turns; a++)
        {
          answer_key (self->finder, key, a);
          turns = evaluate (self->finder) != JG_STATE_UNKNOWN;
        }
      answer_key (self->finder, key, G_MAXUINT);
      return turns;
    }
  if (try_others (self, at + 1, key))
    return TRUE;
  if (self->keys[at] == key)
    return FALSE;
  for (guint a = 0; a < self->finder->check->keys[self->keys[at]].n_answers; a++)
    {
      gboolean turns;

      if (is_same_answer (self->finder, self->keys[at], a))
        continue;
      answer_key (self->finder, self->keys[at], a);
      turns = try_others (self, at + 1, key);
      answer_key (self->finder, self->keys[at], G_MAXUINT);
      if (turns)
        return TRUE;
    }
  return FALSE;
}

/* One answer in several places: the places are not independent, so sets of answers are tried in order of size.
 * Returns FALSE when that would take too long. */
static gboolean
search_smallest (Finder *self, const GArray *keys)
{
  Search search = { self, (const guint *) (gpointer) keys->data, keys->len, 0, 0, 0 };

  if (keys->len > MAX_KEYS)
    return FALSE;
  for (guint size = 1; size <= keys->len && search.found == 0; size++)
    {
      try_sets (&search, 0, size);
      if (search.trials >= MAX_TRIALS)
        return FALSE;
      if (search.found != 0)
        self->result->size = size;
    }
  for (guint i = 0; i < keys->len; i++)
    if (search.found & (G_GUINT64_CONSTANT (1) << i))
      add_key (self->result->first, search.keys[i]);
  return TRUE;
}

/* Drops keys that only seemed to matter because their places were taken as independent. */
static void
prune_ask (Finder *self, const GArray *keys)
{
  Search search = { self, (const guint *) (gpointer) keys->data, keys->len, 0, 0, 0 };
  guint combinations = 1;

  for (guint i = 0; i < keys->len && combinations <= MAX_COMBINATIONS; i++)
    {
      guint n = 1;

      for (guint a = 0; a < self->check->keys[search.keys[i]].n_answers; a++)
        n += !is_same_answer (self, search.keys[i], a);
      combinations *= n;
    }
  if (combinations > MAX_COMBINATIONS)
    return;
  for (guint i = self->result->ask->len; i-- > 0;)
    {
      const guint key = g_array_index (self->result->ask, guint, i);
      gboolean first = FALSE;

      for (guint j = 0; j < self->result->first->len && !first; j++)
        first = g_array_index (self->result->first, guint, j) == key;
      if (!first && !try_others (&search, 0, key))
        g_array_remove_index (self->result->ask, i);
    }
}

/**
 * jg_deciding_find:
 * @self: filled anew
 * @program: a program whose state is unknown
 * @check: the states of the leaves; changed while the answers are tried, and the same again afterwards
 * @linked: whether the occupation in question is a link of the measure
 *
 * Finds the smallest sets of answers that decide a program, and all answers that could take part in
 * deciding it. Exact where no answer stands in two places of the tree, and in small trees; above
 * the limits of docs/conditions.md the places are treated as independent.
 */
void
jg_deciding_find (JgDeciding *self,
                  const JgConditionProgram *program,
                  JgTableCheck *check,
                  JgState linked)
{
  const guint n = program->nodes->len;
  g_autofree guint *counts = NULL;
  g_autoptr (GArray) keys = NULL;
  Finder finder = { program, (const JgNode *) (gpointer) program->nodes->data,
                    n,       check,
                    linked,  self,
                    NULL,    NULL,
                    NULL,    NULL };
  guint size;

  g_return_if_fail (self != NULL);

  self->size = 0;
  g_array_set_size (self->first, 0);
  g_array_set_size (self->ask, 0);

  counts = g_new (guint, 3 * (gsize) n);
  finder.met = counts;
  finder.fail = counts + n;
  finder.min = (guint8 *) (counts + 2 * (gsize) n);
  finder.max = finder.min + n;
  count (&finder, 0);
  mark_turning (&finder, 0, JG_STATE_FAILED, JG_STATE_MET);

  keys = g_array_new (FALSE, FALSE, sizeof (guint));
  if (collect_keys (&finder, keys))
    {
      g_autoptr (GArray) hangs = g_array_new (FALSE, FALSE, sizeof (Hang));

      finder.hangs = hangs;
      find_hangs (&finder);
      if (search_smallest (&finder, keys))
        {
          prune_ask (&finder, keys);
          return;
        }
      g_array_set_size (self->first, 0);
    }

  size = MIN (finder.met[0], finder.fail[0]);
  if (size == 0 || size >= NEVER)
    return;
  self->size = size;
  if (finder.met[0] == size)
    mark_smallest (&finder, 0, JG_STATE_MET);
  if (finder.fail[0] == size)
    mark_smallest (&finder, 0, JG_STATE_FAILED);
}
