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
#define MAX_KEYS 24
#define MAX_LEAVES 16
#define MAX_OPTIONS 32

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
} Finder;

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
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
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
  g_array_unref (self->keys);
  g_array_unref (self->counts);
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

/* What can be answered to one key, as far as this program can tell answers apart: the states of its leaves, two bits
 * each. */
typedef struct
{
  guint key;
  guint n_leaves;
  guint leaves[MAX_LEAVES];
  guint n_options;
  guint options[MAX_OPTIONS];
} KeyOptions;

typedef struct
{
  Finder *finder;
  KeyOptions *keys;
  guint n_keys;
  guint chosen; /* bits of keys */
  guint found;
  guint trials;
} Search;

static JgState
evaluate (const Finder *self)
{
  return jg_condition_program_evaluate (self->program, self->check, self->linked, NULL);
}

static void
answer_key (const Finder *self, const KeyOptions *key, guint option)
{
  for (guint i = 0; i < key->n_leaves; i++)
    self->check->leaves[key->leaves[i]].state = (key->options[option] >> (2 * i)) & 3;
}

/* The leaves that hang on it were unknown. */
static void
forget_key (const Finder *self, const KeyOptions *key)
{
  for (guint i = 0; i < key->n_leaves; i++)
    self->check->leaves[key->leaves[i]].state = JG_STATE_UNKNOWN;
}

static gboolean
add_option (KeyOptions *key, guint option)
{
  for (guint i = 0; i < key->n_options; i++)
    if (key->options[i] == option)
      return TRUE;
  if (key->n_options == MAX_OPTIONS)
    return FALSE;
  key->options[key->n_options++] = option;
  return TRUE;
}

static gboolean
add_leaf (KeyOptions *key, guint leaf)
{
  for (guint i = 0; i < key->n_leaves; i++)
    if (key->leaves[i] == leaf)
      return TRUE;
  if (key->n_leaves == MAX_LEAVES)
    return FALSE;
  key->leaves[key->n_leaves++] = leaf;
  return TRUE;
}

static gboolean
find_options (const Finder *self, KeyOptions *key)
{
  const JgKeyAnswers *answers = &self->check->keys[key->key];
  guint columns[MAX_LEAVES] = { 0 };

  if (key->n_leaves == 1)
    {
      const guint8 reach = self->check->leaves[key->leaves[0]].reach;

      for (guint state = JG_STATE_FAILED; state <= JG_STATE_MET; state += JG_STATE_MET)
        if (reach & (1 << state))
          key->options[key->n_options++] = state;
      return TRUE;
    }

  for (guint i = 0; i < key->n_leaves; i++)
    while (answers->leaves[columns[i]] != key->leaves[i])
      columns[i]++;
  for (guint a = 0; a < answers->n_answers; a++)
    {
      const guint8 *row = answers->states + (gsize) a * answers->n_leaves;
      guint option = 0;

      for (guint i = 0; i < key->n_leaves; i++)
        option |= (guint) row[columns[i]] << (2 * i);
      if (!add_option (key, option))
        return FALSE;
    }
  return TRUE;
}

/* Returns FALSE when there is more than is worth trying. */
static gboolean
search_init (Search *self, Finder *finder, const GArray *keys)
{
  self->finder = finder;
  self->n_keys = keys->len;
  self->keys = g_new (KeyOptions, keys->len);
  for (guint i = 0; i < keys->len; i++)
    {
      self->keys[i].key = g_array_index (keys, guint, i);
      self->keys[i].n_leaves = self->keys[i].n_options = 0;
    }
  for (guint i = 0; i < finder->n_nodes; i++)
    {
      const guint leaf = finder->nodes[i].leaf;

      if (leaf == JG_NO_LEAF || finder->check->leaves[leaf].reach == 0)
        continue;
      for (guint k = 0; k < self->n_keys; k++)
        if (self->keys[k].key == finder->check->leaves[leaf].key &&
            !add_leaf (&self->keys[k], leaf))
          return FALSE;
    }
  for (guint i = 0; i < self->n_keys; i++)
    if (!find_options (finder, &self->keys[i]))
      return FALSE;
  return TRUE;
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
      self->chosen |= 1u << i;
      for (guint a = 0; a < self->keys[i].n_options; a++)
        {
          answer_key (self->finder, &self->keys[i], a);
          try_sets (self, i + 1, left - 1);
        }
      forget_key (self->finder, &self->keys[i]);
      self->chosen &= ~(1u << i);
    }
}

/* With all others answered or not, in every way: does this answer ever settle what was open? */
static gboolean
try_others (const Search *self, guint at, const KeyOptions *key)
{
  gboolean turns = FALSE;

  if (at == self->n_keys)
    {
      if (evaluate (self->finder) != JG_STATE_UNKNOWN)
        return FALSE;
      for (guint a = 0; a < key->n_options && !turns; a++)
        {
          answer_key (self->finder, key, a);
          turns = evaluate (self->finder) != JG_STATE_UNKNOWN;
        }
      forget_key (self->finder, key);
      return turns;
    }
  if (try_others (self, at + 1, key))
    return TRUE;
  if (&self->keys[at] == key)
    return FALSE;
  for (guint a = 0; a < self->keys[at].n_options && !turns; a++)
    {
      answer_key (self->finder, &self->keys[at], a);
      turns = try_others (self, at + 1, key);
    }
  forget_key (self->finder, &self->keys[at]);
  return turns;
}

static gboolean
has_key (const GArray *keys, guint key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint, i) == key)
      return TRUE;
  return FALSE;
}

/* Drops keys that only seemed to matter because their places were taken as independent. */
static void
prune_ask (const Search *self, JgDeciding *result)
{
  guint combinations = 1;

  for (guint i = 0; i < self->n_keys && combinations <= MAX_COMBINATIONS; i++)
    combinations *= self->keys[i].n_options + 1;
  if (combinations > MAX_COMBINATIONS)
    return;
  for (guint i = 0; i < self->n_keys; i++)
    for (guint j = result->ask->len; j-- > 0;)
      if (g_array_index (result->ask, guint, j) == self->keys[i].key &&
          !has_key (result->first, self->keys[i].key) && !try_others (self, 0, &self->keys[i]))
        g_array_remove_index (result->ask, j);
}

/* One answer in several places: the places are not independent, so sets of answers are tried in order of size.
 * Returns FALSE when that would take too long. */
static gboolean
search_sets (Finder *finder, const GArray *keys)
{
  Search self = { 0 };
  gboolean done = keys->len <= MAX_KEYS && search_init (&self, finder, keys);

  for (guint size = 1; done && size <= keys->len && self.found == 0; size++)
    {
      try_sets (&self, 0, size);
      done = self.trials < MAX_TRIALS;
      finder->result->size = self.found != 0 ? size : 0;
    }
  if (done)
    {
      for (guint i = 0; i < self.n_keys; i++)
        if (self.found & (1u << i))
          add_key (finder->result->first, self.keys[i].key);
      prune_ask (&self, finder->result);
    }
  g_free (self.keys);
  return done;
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
  const guint n = program->n_nodes;
  guint *counts;
  Finder finder = { program, program->nodes, n, check, linked, self, NULL, NULL, NULL, NULL };
  guint size;

  g_return_if_fail (self != NULL);

  self->size = 0;
  g_array_set_size (self->first, 0);
  g_array_set_size (self->ask, 0);

  g_array_set_size (self->keys, 0);
  g_array_set_size (self->counts, 3 * n);
  counts = (guint *) (gpointer) self->counts->data;
  finder.met = counts;
  finder.fail = counts + n;
  finder.min = (guint8 *) (counts + 2 * (gsize) n);
  finder.max = finder.min + n;
  count (&finder, 0);
  mark_turning (&finder, 0, JG_STATE_FAILED, JG_STATE_MET);

  if (collect_keys (&finder, self->keys) && search_sets (&finder, self->keys))
    return;
  self->size = 0;

  size = MIN (finder.met[0], finder.fail[0]);
  if (size == 0 || size >= NEVER)
    return;
  self->size = size;
  if (finder.met[0] == size)
    mark_smallest (&finder, 0, JG_STATE_MET);
  if (finder.fail[0] == size)
    mark_smallest (&finder, 0, JG_STATE_FAILED);
}
