/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition-program.h"

#include <string.h>

#include "jg-kleene.h"

/* A tree while it is laid out. */
typedef struct
{
  JgConditionTable *table;
  GArray *nodes; /* (element-type JgNode) */
} Builder;

static void
add_node (Builder *self, const JgCondition *condition, JgConditionKind kind, guint leaf)
{
  JgNode node = { condition, (guint8) kind, condition != NULL && condition->open, leaf,
                  self->nodes->len + 1 };

  g_array_append_val (self->nodes, node);
}

static void
add_tree (Builder *self, const JgCondition *condition)
{
  const guint at = self->nodes->len;

  if (condition->children == NULL)
    {
      const gboolean shared =
          condition->kind != JG_CONDITION_OCCUPATION && condition->kind != JG_CONDITION_ASK;

      add_node (self, condition, condition->kind,
                shared ? jg_condition_table_add (self->table, condition) : JG_NO_LEAF);
      return;
    }
  add_node (self, condition, condition->kind, JG_NO_LEAF);
  for (guint i = 0; i < condition->children->len; i++)
    add_tree (self, g_ptr_array_index (condition->children, i));
  g_array_index (self->nodes, JgNode, at).end = self->nodes->len;
}

/* Where the text lets the person choose among several places, one inside is enough. */
static void
add_region (Builder *self, const char *region, const char *anchors)
{
  g_auto (GStrv) places = anchors != NULL ? g_strsplit (anchors, ",", -1) : NULL;
  const guint at = self->nodes->len;

  if (places == NULL || places[0] == NULL)
    {
      add_node (self, NULL, JG_CONDITION_PLACE,
                jg_condition_table_add_region (self->table, region, NULL, FALSE));
      return;
    }
  add_node (self, NULL, JG_CONDITION_ANY, JG_NO_LEAF);
  for (guint i = 0; places[i] != NULL; i++)
    add_node (self, NULL, JG_CONDITION_PLACE,
              jg_condition_table_add_region (self->table, region, places[i], places[1] != NULL));
  g_array_index (self->nodes, JgNode, at).end = self->nodes->len;
}

/* Whether two leaves may hang on one answer. Most trees have none, and need not be looked through for each person. */
static gboolean
may_repeat (JgConditionTable *table, const GArray *nodes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      const guint leaf = g_array_index (nodes, JgNode, i).leaf;
      g_autoptr (GArray) keys = NULL;

      if (leaf == JG_NO_LEAF)
        continue;
      keys = jg_condition_table_list_keys (table, leaf);
      for (guint k = 0; k < keys->len; k++)
        if (!g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (keys, guint, k))))
          return TRUE;
    }
  return FALSE;
}

/**
 * jg_condition_program_new:
 * @table: the table its leaves go to; must outlive the program
 * @condition: (nullable): a tree, which must outlive the program, or %NULL where the text prints none
 * @region: (nullable): where the document reaches, or %NULL for everywhere
 * @anchors: (nullable): the place the text names for it, several separated by commas, or %NULL
 *
 * Prepares a tree: what is checked is that the person is in the region and that the tree is met.
 *
 * Returns: (transfer full): the program
 */
JgConditionProgram *
jg_condition_program_new (JgConditionTable *table,
                          const JgCondition *condition,
                          const char *region,
                          const char *anchors)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (JgNode));
  Builder builder = { table, nodes };
  JgConditionProgram *self;

  g_return_val_if_fail (table != NULL, NULL);

  add_node (&builder, NULL, JG_CONDITION_ALL, JG_NO_LEAF);
  if (region != NULL && jg_place_check (NULL, region) != JG_STATE_MET)
    add_region (&builder, region, anchors);
  if (condition != NULL)
    add_tree (&builder, condition);
  g_array_index (nodes, JgNode, 0).end = nodes->len;

  self = g_malloc (sizeof (JgConditionProgram) + nodes->len * sizeof (JgNode));
  self->table = table;
  self->may_repeat = may_repeat (table, nodes);
  self->n_nodes = nodes->len;
  memcpy (self->nodes, nodes->data, nodes->len * sizeof (JgNode));
  return self;
}

/**
 * jg_condition_program_free:
 * @self: (transfer full): a program
 *
 * Frees a program.
 */
void
jg_condition_program_free (JgConditionProgram *self)
{
  g_return_if_fail (self != NULL);

  g_free (self);
}

/**
 * jg_condition_program_get_tree:
 * @self: a program
 *
 * Finds the node where the tree of the text begins, after the region.
 *
 * Returns: its place, or the number of nodes when there is no tree
 */
guint
jg_condition_program_get_tree (const JgConditionProgram *self)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 1; i < self->n_nodes; i = self->nodes[i].end)
    if (self->nodes[i].condition != NULL)
      return i;
  return self->n_nodes;
}

static JgState
evaluate (const JgNode *nodes, guint at, const JgLeafCheck *leaves, JgState linked, guint8 *states)
{
  const JgNode *node = &nodes[at];
  JgState state;

  switch ((JgConditionKind) node->kind)
    {
    case JG_CONDITION_ALL:
      state = JG_STATE_MET;
      for (guint i = at + 1; i < node->end && (states != NULL || state != JG_STATE_FAILED);
           i = nodes[i].end)
        state = jg_state_and (state, evaluate (nodes, i, leaves, linked, states));
      break;

    case JG_CONDITION_ANY:
      state = node->open ? JG_STATE_UNKNOWN : JG_STATE_FAILED;
      for (guint i = at + 1; i < node->end && (states != NULL || state != JG_STATE_MET);
           i = nodes[i].end)
        state = jg_state_or (state, evaluate (nodes, i, leaves, linked, states));
      break;

    case JG_CONDITION_NOT:
      state = jg_state_not (evaluate (nodes, at + 1, leaves, linked, states));
      break;

    case JG_CONDITION_OCCUPATION:
      state = linked;
      break;

    case JG_CONDITION_ASK:
      state = JG_STATE_UNKNOWN;
      break;

    case JG_CONDITION_FACT:
    case JG_CONDITION_AGE:
    case JG_CONDITION_SEX:
    case JG_CONDITION_EDUCATION:
    case JG_CONDITION_PLACE:
    case JG_CONDITION_WANTS:
    default:
      state = (JgState) leaves[node->leaf].state;
      break;
    }
  if (states != NULL)
    states[at] = (guint8) state;
  return state;
}

/**
 * jg_condition_program_evaluate:
 * @self: a program
 * @check: the states of the leaves
 * @linked: whether the occupation in question is a link of the measure
 * @states: (nullable) (array): filled with the state of every node
 *
 * Evaluates a program in strong Kleene logic (docs/conditions.md).
 *
 * Returns: the state
 */
JgState
jg_condition_program_evaluate (const JgConditionProgram *self,
                               const JgTableCheck *check,
                               JgState linked,
                               guint8 *states)
{
  g_return_val_if_fail (self != NULL, JG_STATE_UNKNOWN);
  g_return_val_if_fail (check != NULL, JG_STATE_UNKNOWN);

  return evaluate (self->nodes, 0, check->leaves, linked, states);
}
