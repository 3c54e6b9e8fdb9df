/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition-table.h"

#include "../catalogue/jg-fact-implied.h"
#include "jg-condition-answers.h"

typedef struct
{
  const JgCondition *condition; /* borrowed from a tree, or NULL for a region without an anchor */
  char *region;   /* of such a region, or where the person is stands in for the anchor */
  guint key;      /* JG_NO_KEY when it depends on the person, or when nobody answers */
  guint *holders; /* keys whose “yes” meets it too, by implied_by; or NULL */
  guint n_holders;
} TableLeaf;

struct _JgConditionTable
{
  GArray *leaves; /* (element-type TableLeaf) */
  GHashTable *by_signature;
  GPtrArray *keys;    /* (element-type GRefString) */
  GHashTable *by_key; /* key → index */
  GHashTable *facts;  /* key → JgFact, borrowed from fact_list */
  GPtrArray *fact_list;
  GHashTable *implied; /* of jg_facts_list_implied(), or NULL */
  GPtrArray *own;      /* (element-type JgCondition): regions with an anchor */
  guint region_keys[JG_N_REGION_PLACES];
};

static void
table_leaf_clear (gpointer data)
{
  TableLeaf *leaf = data;

  g_free (leaf->region);
  g_free (leaf->holders);
}

static guint
add_key (JgConditionTable *self, const char *key)
{
  gpointer index;
  GRefString *copy;

  if (g_hash_table_lookup_extended (self->by_key, key, NULL, &index))
    return GPOINTER_TO_UINT (index);

  copy = g_ref_string_new (key);
  g_ptr_array_add (self->keys, copy);
  g_hash_table_insert (self->by_key, copy, GUINT_TO_POINTER (self->keys->len - 1));
  return self->keys->len - 1;
}

/**
 * jg_condition_table_new:
 * @facts: (nullable) (element-type JgFact): the vocabulary, for the options of its codes and for the facts
 *   that hold others; a reference is kept
 *
 * Makes a table without leaves.
 *
 * Returns: (transfer full): the table
 */
JgConditionTable *
jg_condition_table_new (GPtrArray *facts)
{
  JgConditionTable *self = g_new0 (JgConditionTable, 1);

  self->leaves = g_array_new (FALSE, FALSE, sizeof (TableLeaf));
  g_array_set_clear_func (self->leaves, table_leaf_clear);
  self->by_signature = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->facts = g_hash_table_new (g_str_hash, g_str_equal);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_condition_free);
  if (facts != NULL)
    {
      self->fact_list = g_ptr_array_ref (facts);
      self->implied = jg_facts_list_implied (facts);
      for (guint i = 0; i < facts->len; i++)
        {
          JgFact *fact = g_ptr_array_index (facts, i);

          g_hash_table_insert (self->facts, fact->key, fact);
        }
    }
  return self;
}

/**
 * jg_condition_table_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
jg_condition_table_free (JgConditionTable *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->leaves);
  g_hash_table_unref (self->by_signature);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->facts);
  g_clear_pointer (&self->fact_list, g_ptr_array_unref);
  g_clear_pointer (&self->implied, g_hash_table_unref);
  g_ptr_array_unref (self->own);
  g_free (self);
}

/* Leaves that compare the same are one, whatever they are called in their tree. */
static char *
dup_signature (const JgCondition *leaf)
{
  GString *string = g_string_new (NULL);

  g_string_printf (string, "%d\n%s\n%d\n%s\n", leaf->kind, leaf->key != NULL ? leaf->key : "",
                   leaf->comparison, leaf->unit != NULL ? leaf->unit : "");
  if (leaf->has_at_least)
    g_string_append_printf (string, "a%.17g", leaf->at_least);
  if (leaf->has_at_most)
    g_string_append_printf (string, "b%.17g", leaf->at_most);
  if (leaf->has_more_than)
    g_string_append_printf (string, "c%.17g", leaf->more_than);
  if (leaf->has_less_than)
    g_string_append_printf (string, "d%.17g", leaf->less_than);
  if (leaf->inclusive)
    g_string_append_c (string, 'i');
  for (guint i = 0; leaf->values != NULL && leaf->values[i] != NULL; i++)
    g_string_append_printf (string, "\n%s", leaf->values[i]);
  return g_string_free (string, FALSE);
}

static guint
add_leaf (JgConditionTable *self, char *signature, TableLeaf *leaf)
{
  g_array_append_val (self->leaves, *leaf);
  g_hash_table_insert (self->by_signature, signature, GUINT_TO_POINTER (self->leaves->len - 1));
  return self->leaves->len - 1;
}

/* Who has one of these facts has the one the leaf asks for. */
static void
add_holders (JgConditionTable *self, TableLeaf *leaf)
{
  const JgCondition *condition = leaf->condition;
  char **keys = NULL;

  if (self->implied != NULL && condition->kind == JG_CONDITION_FACT &&
      condition->comparison == JG_COMPARE_TRUE)
    keys = g_hash_table_lookup (self->implied, condition->key);
  if (keys == NULL)
    return;

  leaf->n_holders = g_strv_length (keys);
  leaf->holders = g_new (guint, leaf->n_holders);
  for (guint i = 0; i < leaf->n_holders; i++)
    leaf->holders[i] = add_key (self, keys[i]);
}

/**
 * jg_condition_table_add:
 * @self: a table
 * @leaf: a condition without children; must outlive the table
 *
 * Finds or adds a leaf.
 *
 * Returns: its number
 */
guint
jg_condition_table_add (JgConditionTable *self, const JgCondition *leaf)
{
  g_autofree char *signature = NULL;
  g_autofree char *key = NULL;
  TableLeaf entry = { leaf, NULL, JG_NO_KEY, NULL, 0 };
  gpointer found;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (leaf != NULL && leaf->children == NULL, 0);

  signature = dup_signature (leaf);
  if (g_hash_table_lookup_extended (self->by_signature, signature, NULL, &found))
    return GPOINTER_TO_UINT (found);

  key = jg_condition_dup_leaf_key (leaf);
  if (key != NULL)
    entry.key = add_key (self, key);
  add_holders (self, &entry);
  return add_leaf (self, g_steal_pointer (&signature), &entry);
}

/**
 * jg_condition_table_add_region:
 * @self: a table
 * @region: where a document reaches, a code of GB/T 2260
 * @anchor: (nullable): the place the text names, or %NULL when it names none
 * @chosen: whether it is one of several the person may choose among
 *
 * Finds or adds the condition that the person is within a document's reach. Of several places to
 * choose among, one that is not given is where the person is: nobody is offered what Guangdong does
 * because the place of insurance was not asked.
 *
 * Returns: the number of the leaf
 */
guint
jg_condition_table_add_region (JgConditionTable *self,
                               const char *region,
                               const char *anchor,
                               gboolean chosen)
{
  TableLeaf entry = { NULL, NULL, JG_NO_KEY, NULL, 0 };
  g_autofree char *signature = NULL;
  g_autofree char *key = NULL;
  gpointer found;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (region != NULL, 0);

  if (anchor != NULL)
    {
      JgCondition *place = g_new0 (JgCondition, 1);

      place->kind = JG_CONDITION_PLACE;
      place->key = g_strdup (anchor);
      place->values = g_new0 (char *, 2);
      place->values[0] = g_strdup (region);
      g_ptr_array_add (self->own, place);
      if (!chosen)
        return jg_condition_table_add (self, place);

      signature = g_strconcat ("region\n", region, "\n", anchor, NULL);
      if (g_hash_table_lookup_extended (self->by_signature, signature, NULL, &found))
        return GPOINTER_TO_UINT (found);
      key = jg_condition_dup_leaf_key (place);
      entry.condition = place;
      entry.region = g_strdup (region);
      entry.key = add_key (self, key);
      return add_leaf (self, g_steal_pointer (&signature), &entry);
    }

  signature = g_strconcat ("region\n", region, NULL);
  if (g_hash_table_lookup_extended (self->by_signature, signature, NULL, &found))
    return GPOINTER_TO_UINT (found);
  for (guint i = 0; i < JG_N_REGION_PLACES; i++)
    {
      g_autofree char *name = g_strconcat ("place:", jg_place_nick (jg_region_places[i]), NULL);

      self->region_keys[i] = add_key (self, name);
    }
  entry.region = g_strdup (region);
  return add_leaf (self, g_steal_pointer (&signature), &entry);
}

/**
 * jg_condition_table_get_n_keys:
 * @self: a table
 *
 * Counts the keys.
 *
 * Returns: the number
 */
guint
jg_condition_table_get_n_keys (JgConditionTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->keys->len;
}

/**
 * jg_condition_table_get_key:
 * @self: a table
 * @key: number of a key
 *
 * Names a key: a fact, age, sex, education, place:NICK or wants:NICK.
 *
 * Returns: (transfer none): the key
 */
GRefString *
jg_condition_table_get_key (JgConditionTable *self, guint key)
{
  g_return_val_if_fail (self != NULL && key < self->keys->len, NULL);

  return g_ptr_array_index (self->keys, key);
}

/**
 * jg_condition_table_get_holders:
 * @self: a table
 * @leaf: number of a leaf
 * @n_holders: (out): how many
 *
 * Lists the keys of facts that hold the fact of a leaf by their meaning: “yes” to one meets the leaf.
 *
 * Returns: (transfer none) (nullable) (array length=n_holders): the keys
 */
const guint *
jg_condition_table_get_holders (JgConditionTable *self, guint leaf, guint *n_holders)
{
  const TableLeaf *entry;

  g_return_val_if_fail (n_holders != NULL, NULL);
  *n_holders = 0;
  g_return_val_if_fail (self != NULL && leaf < self->leaves->len, NULL);

  entry = &g_array_index (self->leaves, TableLeaf, leaf);
  *n_holders = entry->n_holders;
  return entry->holders;
}

/**
 * jg_condition_table_list_keys:
 * @self: a table
 * @leaf: number of a leaf
 *
 * Lists all keys that a leaf hangs on for one person or another.
 *
 * Returns: (transfer full) (element-type guint): the keys
 */
GArray *
jg_condition_table_list_keys (JgConditionTable *self, guint leaf)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint));
  const TableLeaf *entry;

  g_return_val_if_fail (self != NULL && leaf < self->leaves->len, keys);

  entry = &g_array_index (self->leaves, TableLeaf, leaf);
  if (entry->key != JG_NO_KEY)
    g_array_append_val (keys, entry->key);
  else if (entry->condition == NULL)
    g_array_append_vals (keys, self->region_keys, JG_N_REGION_PLACES);
  g_array_append_vals (keys, entry->holders, entry->n_holders);
  return keys;
}

static void
check_leaf (JgConditionTable *self,
            const TableLeaf *leaf,
            const JgConditionContext *context,
            JgLeafCheck *check)
{
  JgLeaf result;

  *check = (JgLeafCheck){ 0, 0, FALSE, leaf->key };
  if (leaf->condition == NULL)
    {
      guint place;

      check->state = (guint8) jg_region_check (context->profile, leaf->region, &place);
      check->key = self->region_keys[place];
      /* Whether it can be asked; what answers make of it is filled in with the answers. */
      check->reach = check->state == JG_STATE_UNKNOWN && jg_region_is_askable (context, place);
      return;
    }

  result = jg_condition_check_leaf (leaf->condition, context);
  if (leaf->region != NULL && result.state == JG_STATE_UNKNOWN)
    {
      const JgState there = jg_region_check (context->profile, leaf->region, NULL);

      if (there != JG_STATE_UNKNOWN)
        result = (JgLeaf){ there, FALSE };
    }
  check->state = (guint8) result.state;
  check->reach = result.askable && leaf->key != JG_NO_KEY;
}

static void
note_leaf (const TableLeaf *leaf, const JgConditionContext *context, JgTableCheck *check, guint at)
{
  const JgNote note =
      leaf->condition != NULL
          ? jg_condition_find_note (leaf->condition, context, (JgState) check->leaves[at].state)
          : JG_NOTE_NONE;

  if (note == JG_NOTE_NONE)
    return;
  if (check->notes == NULL)
    check->notes = g_new0 (char *, check->n_leaves);
  check->notes[at] = jg_condition_dup_note (leaf->condition, context, note);
}

/* Puts leaf on the list of each key that an answer to could change it: its own, and those that hold it. */
static void
add_to_keys (JgConditionTable *self,
             const JgConditionContext *context,
             JgTableCheck *check,
             GArray **lists,
             guint leaf)
{
  const TableLeaf *entry = &g_array_index (self->leaves, TableLeaf, leaf);
  const JgLeafCheck *result = &check->leaves[leaf];

  for (guint i = 0; i <= entry->n_holders; i++)
    {
      const gboolean own = i == entry->n_holders;
      const guint key = own ? result->key : entry->holders[i];

      if (own ? result->reach == 0
              : result->state != JG_STATE_UNKNOWN ||
                    jg_profile_get_fact (context->profile, g_ptr_array_index (self->keys, key))
                            ->state != JG_FACT_ABSENT)
        continue;
      if (lists[key] == NULL)
        lists[key] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (lists[key], leaf);
    }
}

static void
fill_answers (JgConditionTable *self,
              const JgConditionContext *context,
              JgTableCheck *check,
              guint key)
{
  JgKeyAnswers *answers = &check->keys[key];
  const char *name = g_ptr_array_index (self->keys, key);
  g_autofree JgAnswerTest *tests = g_new (JgAnswerTest, answers->n_leaves);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, 1);

  for (guint i = 0; i < answers->n_leaves; i++)
    {
      const TableLeaf *leaf = &g_array_index (self->leaves, TableLeaf, answers->leaves[i]);

      tests[i] = (JgAnswerTest){ leaf->condition, leaf->region };
    }
  jg_condition_list_answers (name, g_hash_table_lookup (self->facts, name), context, tests,
                             answers->n_leaves, rows);

  answers->n_answers = rows->len / answers->n_leaves;
  answers->states = g_memdup2 (rows->data, rows->len);
  for (guint i = 0; i < answers->n_leaves; i++)
    {
      JgLeafCheck *leaf = &check->leaves[answers->leaves[i]];
      guint8 reach = 0;

      for (guint j = 0; j < answers->n_answers; j++)
        reach |= (guint8) (1 << answers->states[j * answers->n_leaves + i]);
      /* An answer that leaves it unknown changes nothing. */
      reach &= (guint8) ~(1 << JG_STATE_UNKNOWN);
      if (leaf->key == key)
        leaf->reach = reach;
      else
        {
          leaf->implied = leaf->implied || reach != 0;
          answers->holds = answers->holds || reach != 0;
        }
    }
}

/**
 * jg_condition_table_check:
 * @self: a table
 * @context: the person and the day; `linked` is not used
 *
 * Checks every leaf, and finds what answers could still make of the unknown ones.
 *
 * Returns: (transfer full): the states, to be freed with jg_table_check_free()
 */
JgTableCheck *
jg_condition_table_check (JgConditionTable *self, const JgConditionContext *context)
{
  JgTableCheck *check;
  g_autofree GArray **lists = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (context != NULL, NULL);

  check = g_new0 (JgTableCheck, 1);
  check->n_leaves = self->leaves->len;
  check->n_keys = self->keys->len;
  check->leaves = g_new (JgLeafCheck, MAX (check->n_leaves, 1));
  check->keys = g_new0 (JgKeyAnswers, MAX (check->n_keys, 1));
  lists = g_new0 (GArray *, MAX (check->n_keys, 1));

  for (guint i = 0; i < check->n_leaves; i++)
    {
      const TableLeaf *leaf = &g_array_index (self->leaves, TableLeaf, i);

      check_leaf (self, leaf, context, &check->leaves[i]);
      note_leaf (leaf, context, check, i);
      add_to_keys (self, context, check, lists, i);
    }
  for (guint i = 0; i < check->n_keys; i++)
    if (lists[i] != NULL)
      {
        check->keys[i].n_leaves = lists[i]->len;
        check->keys[i].leaves = (guint *) (gpointer) g_array_free (lists[i], FALSE);
        fill_answers (self, context, check, i);
      }
  return check;
}

/**
 * jg_table_check_free:
 * @self: (transfer full): states
 *
 * Frees states.
 */
void
jg_table_check_free (JgTableCheck *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_keys; i++)
    {
      g_free (self->keys[i].leaves);
      g_free (self->keys[i].states);
    }
  for (guint i = 0; self->notes != NULL && i < self->n_leaves; i++)
    g_free (self->notes[i]);
  g_free (self->notes);
  g_free (self->keys);
  g_free (self->leaves);
  g_free (self);
}
