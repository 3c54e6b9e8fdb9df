/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-match-index.h"

/* Between the two parts of a synonym that others may stand between: 帮…选. */
#define GAP "…"

/* Characters of a title that can do without its last one; of 消毒员 too little would be left. */
#define LEAST_TITLED 5

static void
sentence_free (gpointer data)
{
  JgMatchSentence *sentence = data;

  jg_match_text_free (sentence->text);
  g_free (sentence);
}

static void
name_free (gpointer data)
{
  JgMatchName *name = data;

  jg_match_text_free (name->text);
  g_free (name->printed);
  g_free (name);
}

static void
synonym_free (gpointer data)
{
  JgMatchSynonym *synonym = data;

  jg_match_text_free (synonym->text);
  jg_match_text_free (synonym->rest);
  g_ptr_array_unref (synonym->means);
  g_free (synonym);
}

static gboolean
is_current (const JgOccupation *occupation)
{
  return g_strcmp0 (occupation->status, "cancelled") != 0;
}

static void
add_sentence (JgMatchIndex *self, guint occupation, int task, const char *printed)
{
  JgMatchSentence *sentence = g_new0 (JgMatchSentence, 1);

  sentence->occupation = occupation;
  sentence->task = task;
  sentence->printed = printed;
  sentence->text = jg_match_text_new (printed);
  g_ptr_array_add (self->sentences, sentence);
}

static void
add_name_as (JgMatchIndex *self,
             guint occupation,
             const char *via,
             const char *printed,
             const char *text)
{
  JgMatchName *name = g_new0 (JgMatchName, 1);

  name->occupation = occupation;
  name->via = via;
  name->text = jg_match_text_new (text);
  name->printed = g_strdup (printed);
  g_ptr_array_add (self->names, name);
}

/* People say 老年人能力评估 and mean the 老年人能力评估师. */
static char *
dup_without_title (const char *text)
{
  static const char *const titles[] = { "师", "员", "工", NULL };
  glong length = g_utf8_strlen (text, -1);

  for (guint i = 0; length >= LEAST_TITLED && titles[i] != NULL; i++)
    if (g_str_has_suffix (text, titles[i]))
      return g_utf8_substring (text, 0, length - 1);
  return NULL;
}

static void
add_name (JgMatchIndex *self, guint occupation, const char *via, const char *text)
{
  g_autofree char *untitled = dup_without_title (text);

  add_name_as (self, occupation, via, text, text);
  if (untitled != NULL)
    add_name_as (self, occupation, via, text, untitled);
}

/**
 * jg_match_index_find:
 * @id: id of an occupation
 * @position: (out): its place among the occupations
 *
 * Finds an occupation.
 *
 * Returns: %FALSE when it is not in the index
 */
gboolean
jg_match_index_find (const JgMatchIndex *self, const char *id, guint *position)
{
  gpointer found;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->positions, id, NULL, &found))
    return FALSE;
  *position = GPOINTER_TO_UINT (found);
  return TRUE;
}

/* What a cancelled occupation was called leads to its successors. */
static void
add_successor_names (JgMatchIndex *self, const JgOccupation *cancelled)
{
  guint position;

  for (guint i = 0; cancelled->successors != NULL && cancelled->successors[i] != NULL; i++)
    if (jg_match_index_find (self, cancelled->successors[i], &position))
      add_name (self, position, "name", cancelled->name);
}

static void
add_occupation (JgMatchIndex *self, guint position)
{
  const JgOccupation *occupation = g_ptr_array_index (self->occupations, position);

  if (!is_current (occupation))
    {
      add_successor_names (self, occupation);
      return;
    }

  add_name (self, position, "name", occupation->name);
  for (guint i = 0; occupation->former_names != NULL && occupation->former_names[i] != NULL; i++)
    add_name (self, position, "name", occupation->former_names[i]);
  for (guint i = 0; occupation->work_types != NULL && i < occupation->work_types->len; i++)
    {
      const JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      /* One that moved or was promoted belongs to the other occupation now. */
      if (g_strcmp0 (work_type->status, "moved") != 0 &&
          g_strcmp0 (work_type->status, "promoted") != 0)
        add_name (self, position, "work-type", work_type->name);
    }

  if (occupation->definition != NULL)
    add_sentence (self, position, 0, occupation->definition);
  for (guint i = 0; i < occupation->tasks->len; i++)
    add_sentence (self, position, (int) i + 1, g_ptr_array_index (occupation->tasks, i));
  if (occupation->definition != NULL || occupation->tasks->len > 0)
    self->n_described++;
}

static void
add_synonym (JgMatchIndex *self, const JgSynonym *synonym)
{
  JgMatchSynonym *entry = g_new0 (JgMatchSynonym, 1);
  g_auto (GStrv) parts = g_strsplit (synonym->text, GAP, 2);

  entry->text = jg_match_text_new (parts[0]);
  if (parts[1] != NULL)
    entry->rest = jg_match_text_new (parts[1]);
  entry->wish = synonym->wish;
  entry->means = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_text_free);
  for (guint i = 0; synonym->means[i] != NULL; i++)
    g_ptr_array_add (entry->means, jg_match_text_new (synonym->means[i]));
  g_ptr_array_add (self->synonyms, entry);
}

/**
 * jg_match_index_new:
 * @occupations: (element-type JgOccupation): whole occupations; referenced
 * @aliases: (element-type JgAlias): aliases; copied
 * @synonyms: (element-type JgSynonym): synonyms; copied
 *
 * Prepares what matching needs. Cancelled occupations are left out; their names lead to the successors.
 *
 * Returns: (transfer full): the index; free with jg_match_index_free()
 */
JgMatchIndex *
jg_match_index_new (GPtrArray *occupations, GPtrArray *aliases, GPtrArray *synonyms)
{
  JgMatchIndex *self;

  g_return_val_if_fail (occupations != NULL, NULL);
  g_return_val_if_fail (aliases != NULL, NULL);
  g_return_val_if_fail (synonyms != NULL, NULL);

  self = g_new0 (JgMatchIndex, 1);
  self->occupations = g_ptr_array_ref (occupations);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < occupations->len; i++)
    g_hash_table_insert (self->positions, ((JgOccupation *) g_ptr_array_index (occupations, i))->id,
                         GUINT_TO_POINTER (i));
  self->sentences = g_ptr_array_new_with_free_func (sentence_free);
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->synonyms = g_ptr_array_new_with_free_func (synonym_free);
  self->elsewhere = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_text_free);

  for (guint i = 0; i < occupations->len; i++)
    add_occupation (self, i);
  for (guint i = 0; i < aliases->len; i++)
    {
      const JgAlias *alias = g_ptr_array_index (aliases, i);
      guint position;

      if (jg_match_index_find (self, alias->occupation, &position) &&
          is_current (g_ptr_array_index (occupations, position)))
        add_name (self, position, "alias", alias->text);
    }
  for (guint i = 0; i < synonyms->len; i++)
    add_synonym (self, g_ptr_array_index (synonyms, i));
  return self;
}

/**
 * jg_match_index_add_elsewhere:
 * @words: names of work that is in no occupation of the catalogue
 *
 * Keeps shorter names and words of the notices from being found in them.
 */
void
jg_match_index_add_elsewhere (JgMatchIndex *self, const char *const *words)
{
  g_return_if_fail (self != NULL && words != NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (self->elsewhere, jg_match_text_new (words[i]));
}

/**
 * jg_match_index_get:
 * @catalogue: a catalogue
 *
 * Gets the index of a catalogue; made at the first call and kept as long as the catalogue.
 *
 * Returns: (transfer none): the index
 */
JgMatchIndex *
jg_match_index_get (JgCatalogue *catalogue)
{
  static const char key[] = "jg-match-index";
  JgMatchIndex *self;
  g_autoptr (GPtrArray) aliases = NULL;
  g_autoptr (GPtrArray) synonyms = NULL;
  g_autoptr (GPtrArray) occupations = NULL;
  g_auto (GStrv) elsewhere = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);

  self = g_object_get_data (G_OBJECT (catalogue), key);
  if (self != NULL)
    return self;

  aliases = jg_catalogue_list_aliases (catalogue);
  synonyms = jg_catalogue_list_synonyms (catalogue);
  occupations = jg_catalogue_load_occupations (catalogue);
  elsewhere = jg_catalogue_list_elsewhere (catalogue);
  self = jg_match_index_new (occupations, aliases, synonyms);
  jg_match_index_add_elsewhere (self, (const char *const *) elsewhere);
  g_object_set_data_full (G_OBJECT (catalogue), key, self, (GDestroyNotify) jg_match_index_free);
  return self;
}

/**
 * jg_match_index_free:
 * @self: (nullable) (transfer full): an index
 *
 * Frees an index.
 */
void
jg_match_index_free (JgMatchIndex *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sentences);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->synonyms);
  g_ptr_array_unref (self->elsewhere);
  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->occupations);
  g_free (self);
}

/**
 * jg_match_index_spread:
 * @word: a word
 *
 * Counts the occupations in whose sentences a word stands: the more there are, the less the word says.
 *
 * Returns: the number of occupations
 */
guint
jg_match_index_spread (const JgMatchIndex *self, const JgMatchText *word)
{
  guint last = G_MAXUINT;
  guint count = 0;

  g_return_val_if_fail (self != NULL && word != NULL, 0);

  /* The sentences of one occupation stand together. */
  for (guint i = 0; i < self->sentences->len; i++)
    {
      const JgMatchSentence *sentence = g_ptr_array_index (self->sentences, i);

      if (sentence->occupation != last && jg_match_text_holds (sentence->text, word))
        {
          last = sentence->occupation;
          count++;
        }
    }
  return count;
}
