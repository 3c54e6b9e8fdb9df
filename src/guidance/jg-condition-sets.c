/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one answer stands in several places of a tree, sets of answers are tried in order of size (docs/conditions.md). */

#include "jg-condition-sets.h"

/* How many times a tree is evaluated before the count that treats the places as independent is taken instead. */
#define MAX_TRIALS 4096
#define MAX_COMBINATIONS 256
#define MAX_KEYS 24
#define MAX_LEAVES 16
#define MAX_OPTIONS 32

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
  const JgConditionProgram *program;
  JgTableCheck *check;
  JgState linked;
  KeyOptions *keys;
  guint n_keys;
  guint chosen; /* bits of keys */
  guint found;
  guint trials;
} Search;

static gboolean
has_key (const GArray *keys, guint key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint, i) == key)
      return TRUE;
  return FALSE;
}

/**
 * jg_keys_add:
 * @keys: (element-type guint): numbers of keys
 * @key: one more
 *
 * Adds a key unless it is there.
 *
 * Returns: whether it was added
 */
gboolean
jg_keys_add (GArray *keys, guint key)
{
  g_return_val_if_fail (keys != NULL, FALSE);

  if (has_key (keys, key))
    return FALSE;
  g_array_append_val (keys, key);
  return TRUE;
}

static JgState
evaluate (const Search *self)
{
  return jg_condition_program_evaluate (self->program, self->check, self->linked, NULL);
}

/* Gives an answer; what the leaves were is kept for taking it back. Only “yes” to a fact that holds another and “no” to
 * that one meet on a leaf, and they cannot both be true. Returns whether the answer can be true beside the others. */
static gboolean
answer_key (const Search *self, const KeyOptions *key, guint option, guint8 *kept)
{
  gboolean possible = TRUE;

  for (guint i = 0; i < key->n_leaves; i++)
    {
      JgLeafCheck *leaf = &self->check->leaves[key->leaves[i]];
      const guint8 state = (option >> (2 * i)) & 3;

      kept[i] = leaf->state;
      if (state == JG_STATE_UNKNOWN)
        continue;
      possible = possible && (leaf->state == JG_STATE_UNKNOWN || leaf->state == state);
      leaf->state = state;
    }
  return possible;
}

static void
take_back (const Search *self, const KeyOptions *key, const guint8 *kept)
{
  for (guint i = 0; i < key->n_leaves; i++)
    self->check->leaves[key->leaves[i]].state = kept[i];
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
add_leaf (Search *self, guint key, guint leaf)
{
  for (guint i = 0; i < self->n_keys; i++)
    {
      KeyOptions *options = &self->keys[i];

      if (options->key != key)
        continue;
      for (guint k = 0; k < options->n_leaves; k++)
        if (options->leaves[k] == leaf)
          return TRUE;
      if (options->n_leaves == MAX_LEAVES)
        return FALSE;
      options->leaves[options->n_leaves++] = leaf;
    }
  return TRUE;
}

static gboolean
find_options (const Search *self, KeyOptions *key)
{
  const JgKeyAnswers *answers = &self->check->keys[key->key];
  guint columns[MAX_LEAVES] = { 0 };

  for (guint i = 0; i < key->n_leaves; i++)
    while (answers->leaves[columns[i]] != key->leaves[i])
      columns[i]++;
  for (guint a = 0; a < answers->n_answers; a++)
    {
      const guint8 *row = answers->states + (gsize) a * answers->n_leaves;
      gboolean matters = FALSE;
      guint option = 0;

      for (guint i = 0; i < key->n_leaves; i++)
        {
          option |= (guint) row[columns[i]] << (2 * i);
          matters = matters || row[columns[i]] != JG_STATE_UNKNOWN;
        }
      if (matters && !add_option (key, option))
        return FALSE;
    }
  return TRUE;
}

/* Returns FALSE when there is more than is worth trying. */
static gboolean
search_init (Search *self, const GArray *keys)
{
  self->n_keys = keys->len;
  self->keys = g_new (KeyOptions, keys->len);
  for (guint i = 0; i < keys->len; i++)
    {
      self->keys[i].key = g_array_index (keys, guint, i);
      self->keys[i].n_leaves = self->keys[i].n_options = 0;
    }
  for (guint i = 0; i < self->program->n_nodes; i++)
    {
      const guint leaf = self->program->nodes[i].leaf;
      const guint *holders;
      guint n_holders;

      if (leaf == JG_NO_LEAF)
        continue;
      if (self->check->leaves[leaf].reach != 0 &&
          !add_leaf (self, self->check->leaves[leaf].key, leaf))
        return FALSE;
      if (!self->check->leaves[leaf].implied)
        continue;
      holders = jg_condition_table_get_holders (self->program->table, leaf, &n_holders);
      for (guint k = 0; k < n_holders; k++)
        if (!add_leaf (self, holders[k], leaf))
          return FALSE;
    }
  for (guint i = 0; i < self->n_keys; i++)
    if (!find_options (self, &self->keys[i]))
      return FALSE;
  return TRUE;
}

/* Tries all sets of left more answers from the key at from on. */
static void
try_sets (Search *self, guint from, guint left)
{
  guint8 kept[MAX_LEAVES];

  if (left == 0)
    {
      self->trials++;
      if (evaluate (self) != JG_STATE_UNKNOWN)
        self->found |= self->chosen;
      return;
    }
  for (guint i = from; i + left <= self->n_keys && self->trials < MAX_TRIALS; i++)
    {
      self->chosen |= 1u << i;
      for (guint a = 0; a < self->keys[i].n_options; a++)
        {
          if (answer_key (self, &self->keys[i], self->keys[i].options[a], kept))
            try_sets (self, i + 1, left - 1);
          take_back (self, &self->keys[i], kept);
        }
      self->chosen &= ~(1u << i);
    }
}

/* With all others answered or not, in every way: does this answer ever settle what was open? */
static gboolean
try_others (const Search *self, guint at, const KeyOptions *key)
{
  const KeyOptions *other = at < self->n_keys ? &self->keys[at] : key;
  guint8 kept[MAX_LEAVES];
  gboolean turns = FALSE;

  if (at == self->n_keys && evaluate (self) != JG_STATE_UNKNOWN)
    return FALSE;
  if (at < self->n_keys)
    {
      if (try_others (self, at + 1, key))
        return TRUE;
      if (other == key)
        return FALSE;
    }
  for (guint a = 0; a < other->n_options && !turns; a++)
    {
      if (answer_key (self, other, other->options[a], kept))
        turns = at == self->n_keys ? evaluate (self) != JG_STATE_UNKNOWN
                                   : try_others (self, at + 1, key);
      take_back (self, other, kept);
    }
  return turns;
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

/**
 * jg_deciding_try:
 * @result: with the keys that can be asked, and in ask those that seem to matter; filled
 * @program: a program whose state is unknown
 * @check: the states of the leaves; changed while the answers are tried, and the same again afterwards
 * @linked: whether the occupation in question is a link of the measure
 *
 * Finds the smallest sets of answers by trying them, where one answer stands in several places. Answers
 * that cannot be true together, of which one holds what the other denies, are no set.
 *
 * Returns: %FALSE when that would take too long; @result is then unchanged
 */
gboolean
jg_deciding_try (JgDeciding *result,
                 const JgConditionProgram *program,
                 JgTableCheck *check,
                 JgState linked)
{
  Search self = { program, check, linked, NULL, 0, 0, 0, 0 };
  const GArray *keys = result->keys;
  gboolean done = keys->len <= MAX_KEYS && search_init (&self, keys);
  guint size = 0;

  for (guint n = 1; done && n <= keys->len && self.found == 0; n++)
    {
      try_sets (&self, 0, n);
      done = self.trials < MAX_TRIALS;
      size = self.found != 0 ? n : 0;
    }
  if (done)
    {
      result->size = size;
      for (guint i = 0; i < self.n_keys; i++)
        if (self.found & (1u << i))
          jg_keys_add (result->first, self.keys[i].key);
      prune_ask (&self, result);
    }
  g_free (self.keys);
  return done;
}
