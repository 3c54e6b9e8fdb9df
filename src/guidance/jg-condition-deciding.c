/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which answers would decide an undecided condition tree (docs/conditions.md). Nodes stand before their children, so
 * one pass backwards counts from the leaves up and one pass forwards marks from the root down. */

#include "jg-condition-sets.h"
#include "jg-kleene.h"

#define BIT(state) (1u << (state))

typedef struct
{
  guint met;  /* answers needed to meet a node */
  guint fail; /* answers needed to fail it */
  guint8 min; /* the worst it can still become */
  guint8 max; /* the best */
  guint8
      first; /* what its children let through at their kindest: the one that lets through least */
  guint8 second;
  guint8 low; /* only states between low and high still make a difference further up */
  guint8 high;
  guint8 targets; /* bits of the states it takes in a smallest set */
} Count;

typedef struct
{
  const JgNode *nodes;
  guint n_nodes;
  JgConditionTable *table;
  const JgTableCheck *check;
  JgDeciding *result;
  Count *counts;
} Counter;

static void
key_set_init (JgKeySet *self, guint n_keys)
{
  self->n = 0;
  self->keys = g_new (guint, MAX (n_keys, 1));
  self->marks = g_new0 (guint, MAX (n_keys, 1));
  self->mark = 1;
}

/**
 * jg_deciding_new:
 * @table: the table of all keys there are
 *
 * Makes an empty result, to be filled again and again for programs of a table.
 *
 * Returns: (transfer full): the result
 */
JgDeciding *
jg_deciding_new (JgConditionTable *table)
{
  JgDeciding *self = g_new0 (JgDeciding, 1);
  JgKeySet *sets[] = { &self->first, &self->ask, &self->keys, &self->repeated };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    key_set_init (sets[i], jg_condition_table_get_n_keys (table));
  self->counts = g_array_new (FALSE, FALSE, sizeof (Count));
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
  JgKeySet *sets[] = { &self->first, &self->ask, &self->keys, &self->repeated };

  g_return_if_fail (self != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_free (sets[i]->keys);
      g_free (sets[i]->marks);
    }
  g_array_unref (self->counts);
  g_free (self);
}

static void
count_leaf (Counter *self, guint at, JgState linked)
{
  const JgNode *node = &self->nodes[at];
  const JgLeafCheck *leaf = node->leaf != JG_NO_LEAF ? &self->check->leaves[node->leaf] : NULL;
  const JgState state = leaf != NULL                            ? (JgState) leaf->state
                        : node->kind == JG_CONDITION_OCCUPATION ? linked
                                                                : JG_STATE_UNKNOWN;
  const guint8 reach = leaf == NULL || state != JG_STATE_UNKNOWN
                           ? 0
                           : leaf->reach | (leaf->implied ? BIT (JG_STATE_MET) : 0);
  Count *count = &self->counts[at];

  count->met = state == JG_STATE_MET ? 0 : reach & BIT (JG_STATE_MET) ? 1 : JG_NEVER;
  count->fail = state == JG_STATE_FAILED ? 0 : reach & BIT (JG_STATE_FAILED) ? 1 : JG_NEVER;
  count->min = (guint8) (reach & BIT (JG_STATE_FAILED) ? JG_STATE_FAILED : state);
  count->max = (guint8) (reach & BIT (JG_STATE_MET) ? JG_STATE_MET : state);
}

/* How few answers meet and fail all of some nodes, and how far they can still go. */
static void
count_all (Counter *self, guint at)
{
  const JgNode *node = &self->nodes[at];
  Count count = { 0, JG_NEVER, JG_STATE_MET, JG_STATE_MET, JG_STATE_MET, JG_STATE_MET, 0, 0, 0 };

  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    {
      const Count *child = &self->counts[i];

      count.met = MIN (count.met + child->met, JG_NEVER);
      count.fail = MIN (count.fail, child->fail);
      count.min = MIN (count.min, child->min);
      count.second = MIN (count.second, MAX (count.first, child->max));
      count.first = MIN (count.first, child->max);
    }
  count.max = count.first;
  self->counts[at] = count;
}

/* The same of any; of an open one there is always one more that nobody knows. */
static void
count_any (Counter *self, guint at)
{
  const JgNode *node = &self->nodes[at];
  const guint8 least = node->open ? JG_STATE_UNKNOWN : JG_STATE_FAILED;
  Count count = { JG_NEVER, node->open ? JG_NEVER : 0, least, least, least, least, 0, 0, 0 };

  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    {
      const Count *child = &self->counts[i];

      count.met = MIN (count.met, child->met);
      count.fail = MIN (count.fail + child->fail, JG_NEVER);
      count.max = MAX (count.max, child->max);
      count.second = MAX (count.second, MIN (count.first, child->min));
      count.first = MAX (count.first, child->min);
    }
  count.min = count.first;
  self->counts[at] = count;
}

static void
count_nodes (Counter *self, JgState linked)
{
  for (guint i = self->n_nodes; i-- > 0;)
    {
      Count *count = &self->counts[i];

      switch ((JgConditionKind) self->nodes[i].kind)
        {
        case JG_CONDITION_ALL:
          count_all (self, i);
          break;

        case JG_CONDITION_ANY:
          count_any (self, i);
          break;

        case JG_CONDITION_NOT:
          count->met = count[1].fail;
          count->fail = count[1].met;
          count->min = (guint8) jg_state_not ((JgState) count[1].max);
          count->max = (guint8) jg_state_not ((JgState) count[1].min);
          break;

        case JG_CONDITION_FACT:
        case JG_CONDITION_AGE:
        case JG_CONDITION_SEX:
        case JG_CONDITION_EDUCATION:
        case JG_CONDITION_PLACE:
        case JG_CONDITION_WANTS:
        case JG_CONDITION_OCCUPATION:
        case JG_CONDITION_ASK:
        default:
          count_leaf (self, i, linked);
          break;
        }
    }
}

/* Adds the keys whose answers can bring a leaf to one of some states. */
static void
add_keys (Counter *self, JgKeySet *keys, guint leaf, gboolean own, gboolean held)
{
  const JgLeafCheck *check = &self->check->leaves[leaf];
  const guint *holders;
  guint n_holders;

  if (own)
    jg_key_set_add (keys, check->key);
  if (!held || !check->implied)
    return;
  holders = jg_condition_table_get_holders (self->table, leaf, &n_holders);
  for (guint i = 0; i < n_holders; i++)
    if (self->check->keys[holders[i]].holds && !self->check->keys[holders[i]].hidden)
      jg_key_set_add (keys, holders[i]);
}

/* Whether one of the states that an answer can make of a leaf still makes a difference: nothing is asked of which
 * every answer leaves the leaf on the same side of what matters. */
static gboolean
turns (const Count *count, guint8 reach)
{
  const guint8 min = reach & BIT (JG_STATE_FAILED) ? JG_STATE_FAILED : JG_STATE_UNKNOWN;
  const guint8 max = reach & BIT (JG_STATE_MET) ? JG_STATE_MET : JG_STATE_UNKNOWN;

  return MAX (min, count->low) < MIN (max, count->high);
}

static void
mark_leaf (Counter *self, guint at)
{
  const Count *count = &self->counts[at];
  const guint leaf = self->nodes[at].leaf;
  guint8 reach;

  if (leaf == JG_NO_LEAF)
    return;
  reach = self->check->leaves[leaf].reach;
  if (count->targets != 0)
    add_keys (self, &self->result->first, leaf, (reach & count->targets) != 0,
              (count->targets & BIT (JG_STATE_MET)) != 0);
  add_keys (self, &self->result->ask, leaf, turns (count, reach),
            turns (count, BIT (JG_STATE_MET)));
}

/* The states of targets that a node takes with as few answers as cost says, none and never left out. */
static guint8
keep_targets (const Count *count, guint8 targets, guint met, guint fail)
{
  guint8 kept = 0;

  if (targets & BIT (JG_STATE_MET) && count->met > 0 && count->met < JG_NEVER && count->met <= met)
    kept |= BIT (JG_STATE_MET);
  if (targets & BIT (JG_STATE_FAILED) && count->fail > 0 && count->fail < JG_NEVER &&
      count->fail <= fail)
    kept |= BIT (JG_STATE_FAILED);
  return kept;
}

/* What the siblings do at their kindest: an all lets through at most the least of their best, an any at least the
 * greatest of their worst. All of an all are needed to meet it, one to fail it, and the other way round. */
static void
mark_children (Counter *self, guint at)
{
  const JgNode *node = &self->nodes[at];
  const gboolean all = node->kind == JG_CONDITION_ALL;
  const Count *count = &self->counts[at];

  for (guint i = at + 1; i < node->end; i = self->nodes[i].end)
    {
      Count *child = &self->counts[i];
      const guint8 others =
          (all ? child->max : child->min) == count->first ? count->second : count->first;

      child->low = all ? count->low : MAX (count->low, others);
      child->high = all ? MIN (count->high, others) : count->high;
      child->targets = keep_targets (child, count->targets, all ? JG_NEVER : count->met,
                                     all ? count->fail : JG_NEVER);
    }
}

static void
mark_nodes (Counter *self, guint8 targets)
{
  guint i = 0;

  self->counts[0].low = JG_STATE_FAILED;
  self->counts[0].high = JG_STATE_MET;
  self->counts[0].targets = targets;
  while (i < self->n_nodes)
    {
      const JgNode *node = &self->nodes[i];
      Count *count = &self->counts[i];

      if (count->targets == 0 && (count->low >= count->high || count->min == count->max))
        {
          i = node->end;
          continue;
        }
      if (node->kind == JG_CONDITION_NOT)
        {
          count[1].low = (guint8) jg_state_not ((JgState) count->high);
          count[1].high = (guint8) jg_state_not ((JgState) count->low);
          count[1].targets =
              (guint8) ((count->targets & BIT (JG_STATE_MET) ? BIT (JG_STATE_FAILED) : 0) |
                        (count->targets & BIT (JG_STATE_FAILED) ? BIT (JG_STATE_MET) : 0));
        }
      else if (node->kind == JG_CONDITION_ALL || node->kind == JG_CONDITION_ANY)
        mark_children (self, i);
      else
        mark_leaf (self, i);
      i++;
    }
}

/* Collects the keys that can be asked, and those that stand in several places. */
static void
collect_key (JgDeciding *self, guint key)
{
  if (!jg_key_set_add (&self->keys, key))
    jg_key_set_add (&self->repeated, key);
}

static void
collect_keys (JgDeciding *self, const JgConditionProgram *program, const JgTableCheck *check)
{
  jg_key_set_clear (&self->keys);
  jg_key_set_clear (&self->repeated);
  for (guint i = 0; i < program->n_nodes; i++)
    {
      const guint leaf = program->nodes[i].leaf;
      const guint *holders;
      guint n_holders;

      if (leaf == JG_NO_LEAF)
        continue;
      if (check->leaves[leaf].reach != 0)
        collect_key (self, check->leaves[leaf].key);
      if (!check->leaves[leaf].implied)
        continue;
      holders = jg_condition_table_get_holders (program->table, leaf, &n_holders);
      for (guint k = 0; k < n_holders; k++)
        if (check->keys[holders[k]].holds)
          collect_key (self, holders[k]);
    }
}

/**
 * jg_deciding_count:
 * @self: room to work in
 * @program: a program
 * @check: the states of the leaves
 * @linked: whether the occupation in question is a link of the measure
 *
 * Counts how few answers decide a program, as if each stood in one place.
 *
 * Returns: the count; its size is 0 when the program is decided
 */
JgDecidingCount
jg_deciding_count (JgDeciding *self,
                   const JgConditionProgram *program,
                   const JgTableCheck *check,
                   JgState linked)
{
  Counter counter = { program->nodes, program->n_nodes, program->table, check, self, NULL };
  JgDecidingCount result;

  if (self->counts->len < program->n_nodes)
    g_array_set_size (self->counts, program->n_nodes);
  counter.counts = (Count *) (gpointer) self->counts->data;
  count_nodes (&counter, linked);
  result.size = MIN (counter.counts[0].met, counter.counts[0].fail);
  result.targets = keep_targets (&counter.counts[0], BIT (JG_STATE_MET) | BIT (JG_STATE_FAILED),
                                 result.size, result.size);
  return result;
}

/**
 * jg_deciding_mark:
 * @self: counted with jg_deciding_count(); to first and ask are added keys
 * @program: the program
 * @check: the states of the leaves
 * @targets: bits of the states whose smallest sets are wanted; 0 for none
 *
 * Adds the keys of the smallest sets, and those on which the whole can still turn.
 */
void
jg_deciding_mark (JgDeciding *self,
                  const JgConditionProgram *program,
                  const JgTableCheck *check,
                  guint8 targets)
{
  Counter counter = { program->nodes, program->n_nodes,
                      program->table, check,
                      self,           (Count *) (gpointer) self->counts->data };

  mark_nodes (&counter, targets);
}

/**
 * jg_deciding_find:
 * @self: filled anew
 * @program: a program whose state is unknown
 * @check: the states of the leaves; changed while the answers are tried, and the same again afterwards
 * @linked: whether the occupation in question is a link of the measure
 *
 * Finds the smallest sets of answers that decide a program, and all answers that could take part in
 * deciding it. Exact up to the limits of docs/conditions.md, above which the places of an answer are
 * treated as independent.
 */
void
jg_deciding_find (JgDeciding *self,
                  const JgConditionProgram *program,
                  JgTableCheck *check,
                  JgState linked)
{
  JgDecidingCount count;

  g_return_if_fail (self != NULL);

  jg_key_set_clear (&self->first);
  jg_key_set_clear (&self->ask);
  self->exact = TRUE;
  if (program->may_repeat)
    {
      collect_keys (self, program, check);
      self->exact = self->repeated.n == 0;
      if (!self->exact && jg_deciding_find_repeated (self, program, check, linked))
        return;
    }
  count = jg_deciding_count (self, program, check, linked);
  self->size = count.size < JG_NEVER ? count.size : 0;
  jg_deciding_mark (self, program, check, count.targets);
}
