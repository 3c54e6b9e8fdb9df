/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one answer stands in several places of a tree, its places are not independent. All ways to give such answers
 * are gone through, and for each the others are counted (docs/conditions.md). */

#include "jg-condition-sets.h"

#include "jg-kleene.h"

#define MAX_WAYS 4096
#define MAX_KEYS 16
#define MAX_LEAVES 16
#define MAX_OPTIONS 32
#define BIT(state) (1u << (state))

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

/* What a leaf was before anything was tried. */
typedef struct
{
  guint leaf;
  JgLeafCheck check;
} Kept;

typedef struct
{
  JgDeciding *result;
  const JgConditionProgram *program;
  JgTableCheck *check;
  JgState linked;
  KeyOptions keys[MAX_KEYS + 1]; /* that stand in several places */
  guint n_keys;
  guint given[MAX_KEYS]; /* the option that is tried, or n_options for none */
  guint n_given;
  guint best; /* size of the smallest sets so far */
  GArray *kept;
} Search;

/* What a node is without an answer and with it, for one way to give the others: an answer only settles what was
 * unknown, so there are five pairs. */
typedef enum
{
  PAIR_FAILED,
  PAIR_UNKNOWN,
  PAIR_MET,
  PAIR_TURNS_FAILED,
  PAIR_TURNS_MET,
  N_PAIRS
} Pair;

static const JgState pair_before[N_PAIRS] = {
  JG_STATE_FAILED, JG_STATE_UNKNOWN, JG_STATE_MET, JG_STATE_UNKNOWN, JG_STATE_UNKNOWN,
};
static const JgState pair_after[N_PAIRS] = {
  JG_STATE_FAILED, JG_STATE_UNKNOWN, JG_STATE_MET, JG_STATE_FAILED, JG_STATE_MET,
};

static Pair
make_pair (JgState before, JgState after)
{
  if (before == after)
    return before == JG_STATE_FAILED    ? PAIR_FAILED
           : before == JG_STATE_UNKNOWN ? PAIR_UNKNOWN
                                        : PAIR_MET;
  return after == JG_STATE_FAILED ? PAIR_TURNS_FAILED : PAIR_TURNS_MET;
}

static guint
not_pairs (guint pairs)
{
  return (pairs & BIT (PAIR_UNKNOWN)) | (pairs & BIT (PAIR_FAILED) ? BIT (PAIR_MET) : 0) |
         (pairs & BIT (PAIR_MET) ? BIT (PAIR_FAILED) : 0) |
         (pairs & BIT (PAIR_TURNS_FAILED) ? BIT (PAIR_TURNS_MET) : 0) |
         (pairs & BIT (PAIR_TURNS_MET) ? BIT (PAIR_TURNS_FAILED) : 0);
}

static guint8
make_joined (guint a, guint b, gboolean all)
{
  guint joined = 0;

  for (guint i = 0; i < N_PAIRS; i++)
    for (guint k = 0; k < N_PAIRS; k++)
      if (a & BIT (i) && b & BIT (k))
        joined |= BIT (all ? make_pair (jg_state_and (pair_before[i], pair_before[k]),
                                        jg_state_and (pair_after[i], pair_after[k]))
                           : make_pair (jg_state_or (pair_before[i], pair_before[k]),
                                        jg_state_or (pair_after[i], pair_after[k])));
  return (guint8) joined;
}

/* Nodes side by side share no answer that is not given, so each pair of one meets each of the other. */
static guint
join_pairs (guint a, guint b, gboolean all)
{
  static guint8 joined[2][1 << N_PAIRS][1 << N_PAIRS];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < 1 << N_PAIRS; i++)
        for (guint k = 0; k < 1 << N_PAIRS; k++)
          for (guint kind = 0; kind < 2; kind++)
            joined[kind][i][k] = make_joined (i, k, kind == 1);
      g_once_init_leave (&made, 1);
    }
  return joined[all ? 1 : 0][a][b];
}

/* What a leaf can be, for some answers that are not given: as it is, or settled by its own answer or by one that
 * holds it. None of these can deny what the answer in question holds. */
static guint
get_leaf_pairs (const Search *self, const KeyOptions *key, guint option, guint leaf)
{
  const JgLeafCheck *check = &self->check->leaves[leaf];
  const JgState before = (JgState) check->state;
  JgState after = before;
  guint pairs;

  for (guint i = 0; i < key->n_leaves; i++)
    if (key->leaves[i] == leaf && ((option >> (2 * i)) & 3) != JG_STATE_UNKNOWN)
      after = (JgState) ((option >> (2 * i)) & 3);
  pairs = BIT (make_pair (before, after));
  if (before != JG_STATE_UNKNOWN)
    return pairs;
  if ((check->reach & BIT (JG_STATE_MET) || check->implied) && after != JG_STATE_FAILED)
    pairs |= BIT (PAIR_MET);
  if (check->reach & BIT (JG_STATE_FAILED) && after != JG_STATE_MET)
    pairs |= BIT (PAIR_FAILED);
  return pairs;
}

static guint
find_pairs (const Search *self, const KeyOptions *key, guint option, guint at)
{
  const JgNode *node = &self->program->nodes[at];
  const gboolean all = node->kind == JG_CONDITION_ALL;
  guint pairs;

  if (node->kind == JG_CONDITION_NOT)
    return not_pairs (find_pairs (self, key, option, at + 1));
  if (node->kind == JG_CONDITION_OCCUPATION)
    return BIT (make_pair (self->linked, self->linked));
  if (node->leaf != JG_NO_LEAF)
    return get_leaf_pairs (self, key, option, node->leaf);
  if (!all && node->kind != JG_CONDITION_ANY)
    return BIT (PAIR_UNKNOWN);

  pairs = BIT (all ? PAIR_MET : node->open ? PAIR_UNKNOWN : PAIR_FAILED);
  for (guint i = at + 1; i < node->end; i = self->program->nodes[i].end)
    pairs = join_pairs (pairs, find_pairs (self, key, option, i), all);
  return pairs;
}

/* --- giving answers --------------------------------------------------------------------------------------------- */

/* Gives an answer; what the leaves were is kept for taking it back. Only “yes” to a fact that holds another and “no” to
 * that one meet on a leaf, and they cannot both be true. Returns whether the answer can be true beside the others. */
static gboolean
give_answer (const Search *self, const KeyOptions *key, guint option, guint8 *kept)
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

/* With these answers given: how few of the others decide, and which of them matter. */
static void
look (Search *self)
{
  JgDeciding *result = self->result;
  const JgDecidingCount count =
      jg_deciding_count (result, self->program, self->check, self->linked);
  const guint size = self->n_given + count.size;

  if (count.size == JG_NEVER)
    return;
  if (size < self->best)
    {
      self->best = size;
      jg_key_set_clear (&result->first);
    }
  for (guint i = 0; size == self->best && i < self->n_keys; i++)
    if (self->given[i] < self->keys[i].n_options)
      jg_key_set_add (&result->first, self->keys[i].key);
  if (count.size > 0)
    jg_deciding_mark (result, self->program, self->check, size == self->best ? count.targets : 0);
}

/* Do the answers to keys in several places that are not given ever settle what was open? */
static void
look_at_keys (Search *self)
{
  guint8 kept[MAX_LEAVES];

  for (guint i = 0; i < self->n_keys; i++)
    for (guint k = 0; self->given[i] == self->keys[i].n_options && k < self->keys[i].n_options &&
                      !jg_key_set_has (&self->result->ask, self->keys[i].key);
         k++)
      {
        const KeyOptions *key = &self->keys[i];
        const gboolean possible = give_answer (self, key, key->options[k], kept);

        take_back (self, key, kept);
        if (possible && find_pairs (self, key, key->options[k], 0) &
                            (BIT (PAIR_TURNS_FAILED) | BIT (PAIR_TURNS_MET)))
          jg_key_set_add (&self->result->ask, key->key);
      }
}

/* Goes through all ways to give the answers from the key at on. */
static void
try_ways (Search *self, guint at, void (*each) (Search *search))
{
  const KeyOptions *key = &self->keys[at];
  guint8 kept[MAX_LEAVES];

  if (at == self->n_keys)
    {
      each (self);
      return;
    }
  self->given[at] = key->n_options;
  try_ways (self, at + 1, each);
  self->n_given++;
  for (guint i = 0; i < key->n_options; i++)
    {
      self->given[at] = i;
      if (give_answer (self, key, key->options[i], kept))
        try_ways (self, at + 1, each);
      take_back (self, key, kept);
    }
  self->n_given--;
}

/* A key of a smallest set cannot be left out of that; the other repeated ones are looked at. */
static void
try_all (Search *self)
{
  JgDeciding *result = self->result;
  gboolean done = TRUE;

  try_ways (self, 0, look);
  for (guint i = 0; i < self->n_keys; i++)
    {
      if (jg_key_set_has (&result->first, self->keys[i].key))
        jg_key_set_add (&result->ask, self->keys[i].key);
      else
        done = FALSE;
    }
  if (!done)
    try_ways (self, 0, look_at_keys);

  /* In the text's order again. */
  jg_key_set_clear (&result->repeated);
  for (guint i = 0; i < result->ask.n; i++)
    jg_key_set_add (&result->repeated, result->ask.keys[i]);
  jg_key_set_clear (&result->ask);
  for (guint i = 0; i < result->keys.n; i++)
    if (jg_key_set_has (&result->repeated, result->keys.keys[i]))
      jg_key_set_add (&result->ask, result->keys.keys[i]);
}

/* --- what can be answered --------------------------------------------------------------------------------------- */

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

/* One more place of a key. Returns FALSE when there are more than is worth trying. */
static gboolean
add_place (Search *self, guint key, guint leaf)
{
  KeyOptions *options = NULL;

  for (guint i = 0; i < self->n_keys && options == NULL; i++)
    if (self->keys[i].key == key)
      options = &self->keys[i];
  if (options == NULL)
    return TRUE;
  for (guint i = 0; i < options->n_leaves; i++)
    if (options->leaves[i] == leaf)
      return TRUE;
  if (options->n_leaves == MAX_LEAVES)
    return FALSE;
  options->leaves[options->n_leaves++] = leaf;
  return TRUE;
}

static gboolean
add_places (Search *self, guint leaf)
{
  const JgLeafCheck *check = &self->check->leaves[leaf];
  const guint *holders;
  guint n_holders;

  if (check->reach != 0 && !add_place (self, check->key, leaf))
    return FALSE;
  if (!check->implied)
    return TRUE;
  holders = jg_condition_table_get_holders (self->program->table, leaf, &n_holders);
  for (guint i = 0; i < n_holders; i++)
    if (self->check->keys[holders[i]].holds && !add_place (self, holders[i], leaf))
      return FALSE;
  return TRUE;
}

/* Returns FALSE when there is more than is worth trying. */
static gboolean
search_init (Search *self)
{
  const JgKeySet *repeated = &self->result->repeated;
  guint ways = 1;

  if (repeated->n > MAX_KEYS)
    return FALSE;
  self->n_keys = repeated->n;
  for (guint i = 0; i < self->n_keys; i++)
    {
      self->keys[i].key = repeated->keys[i];
      self->keys[i].n_leaves = self->keys[i].n_options = 0;
    }
  for (guint i = 0; i < self->program->n_nodes; i++)
    if (self->program->nodes[i].leaf != JG_NO_LEAF &&
        !add_places (self, self->program->nodes[i].leaf))
      return FALSE;
  for (guint i = 0; i < self->n_keys; i++)
    {
      if (!find_options (self, &self->keys[i]))
        return FALSE;
      ways *= self->keys[i].n_options + 1;
      if (ways > MAX_WAYS)
        return FALSE;
    }
  return TRUE;
}

/* What is tried is not counted: the leaves of repeated keys hang on them no longer. */
static void
hide_repeated (Search *self)
{
  for (guint i = 0; i < self->n_keys; i++)
    self->check->keys[self->keys[i].key].hidden = TRUE;
  for (guint i = 0; i < self->n_keys; i++)
    for (guint k = 0; k < self->keys[i].n_leaves; k++)
      {
        const guint at = self->keys[i].leaves[k];
        JgLeafCheck *leaf = &self->check->leaves[at];
        const Kept kept = { at, *leaf };
        const guint *holders;
        guint n_holders;

        g_array_append_val (self->kept, kept);
        if (leaf->reach != 0 && self->check->keys[leaf->key].hidden)
          leaf->reach = 0;
        holders = jg_condition_table_get_holders (self->program->table, at, &n_holders);
        leaf->implied = FALSE;
        for (guint h = 0; h < n_holders; h++)
          leaf->implied = leaf->implied || (self->check->keys[holders[h]].holds &&
                                            !self->check->keys[holders[h]].hidden);
      }
}

static void
show_repeated (Search *self)
{
  for (guint i = self->kept->len; i-- > 0;)
    {
      const Kept *kept = &g_array_index (self->kept, Kept, i);

      self->check->leaves[kept->leaf] = kept->check;
    }
  for (guint i = 0; i < self->n_keys; i++)
    self->check->keys[self->keys[i].key].hidden = FALSE;
}

/**
 * jg_deciding_find_repeated:
 * @self: with the keys that stand in several places; filled anew
 * @program: a program whose state is unknown
 * @check: the states of the leaves; changed while the answers are tried, and the same again afterwards
 * @linked: whether the occupation in question is a link of the measure
 *
 * Finds the smallest sets of answers, and all answers that could take part in deciding, where some keys
 * stand in several places. Answers that cannot be true together, of which one holds what the other
 * denies, are no set.
 *
 * Returns: %FALSE when that would take too long; @self is then unchanged
 */
gboolean
jg_deciding_find_repeated (JgDeciding *self,
                           const JgConditionProgram *program,
                           JgTableCheck *check,
                           JgState linked)
{
  Search search;

  search.result = self;
  search.program = program;
  search.check = check;
  search.linked = linked;
  search.n_given = 0;
  search.best = JG_NEVER;
  if (!search_init (&search))
    return FALSE;

  search.kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  hide_repeated (&search);
  try_all (&search);
  show_repeated (&search);
  g_array_unref (search.kept);
  self->size = search.best < JG_NEVER ? search.best : 0;
  self->exact = TRUE;
  return TRUE;
}
