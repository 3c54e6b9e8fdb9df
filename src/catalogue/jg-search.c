/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-catalogue-private.h"
#include "jg-text.h"

/* A query is a phrase; whatever is pasted behind this many characters is not looked at. */
#define MAX_QUERY_CHARACTERS 200

struct _JgSearch
{
  GObject parent_instance;

  JgCatalogue *catalogue; /* keeps db open; NULL in tests */
  sqlite3 *db;
  JgSearchIndex *index; /* read at the first query */
};

G_DEFINE_FINAL_TYPE (JgSearch, jg_search, G_TYPE_OBJECT)

static void
jg_search_finalize (GObject *object)
{
  JgSearch *self = JG_SEARCH (object);

  g_clear_pointer (&self->index, jg_search_index_free);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (jg_search_parent_class)->finalize (object);
}

static void
jg_search_class_init (JgSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_search_finalize;
}

static void
jg_search_init (JgSearch *self)
{
}

/**
 * jg_search_new:
 * @catalogue: the catalogue to search
 *
 * Makes a search; its index is read at the first query.
 *
 * Returns: (transfer full): the search
 */
JgSearch *
jg_search_new (JgCatalogue *catalogue)
{
  JgSearch *self;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);

  self = jg_search_new_from_db (jg_catalogue_get_db (catalogue));
  self->catalogue = g_object_ref (catalogue);
  return self;
}

/**
 * jg_search_new_from_db:
 * @db: a database with the tables occupation, search_field and synonym; must outlive the search
 *
 * Makes a search without a catalogue, for tests.
 *
 * Returns: (transfer full): the search
 */
JgSearch *
jg_search_new_from_db (sqlite3 *db)
{
  JgSearch *self;

  g_return_val_if_fail (db != NULL, NULL);

  self = g_object_new (JG_TYPE_SEARCH, NULL);
  self->db = db;
  return self;
}

static const struct
{
  const char *nick;
  const char *label;
} fields[] = {
  [JG_SEARCH_CODE] = { "code", "编码" },
  [JG_SEARCH_FORMER_CODE] = { "former-code", "原编码" },
  [JG_SEARCH_NAME] = { "name", "职业名称" },
  [JG_SEARCH_FORMER_NAME] = { "former-name", "原名称" },
  [JG_SEARCH_WORK_TYPE] = { "work-type", "工种" },
  [JG_SEARCH_ALIAS] = { "alias", "别名" },
  [JG_SEARCH_PINYIN] = { "pinyin", "拼音" },
  [JG_SEARCH_INITIALS] = { "initials", "拼音首字母" },
  [JG_SEARCH_DEFINITION] = { "definition", "定义" },
  [JG_SEARCH_TASK] = { "task", "工作任务" },
};

/**
 * jg_search_field_nick:
 * @field: a field
 *
 * Gives the name of a field in JSON (design.md §5).
 *
 * Returns: (transfer none): the name
 */
const char *
jg_search_field_nick (JgSearchField field)
{
  g_return_val_if_fail ((guint) field < G_N_ELEMENTS (fields), NULL);

  return fields[field].nick;
}

/**
 * jg_search_field_label:
 * @field: a field
 *
 * Gives the Chinese name of a field for people.
 *
 * Returns: (transfer none): the name
 */
const char *
jg_search_field_label (JgSearchField field)
{
  g_return_val_if_fail ((guint) field < G_N_ELEMENTS (fields), NULL);

  return fields[field].label;
}

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || (c < 0x80 && strchr (",;!?\"'", (int) c) != NULL) ||
         (c >= 0x80 && g_utf8_strchr ("，。！？、；：“”‘’…《》", -1, c) != NULL);
}

/* Cuts a query at blanks and punctuation; hyphens, dots, brackets and # + / belong to words. */
static char **
split_words (const char *query)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *word = NULL;

  for (const char *p = query;; p = g_utf8_next_char (p))
    {
      gboolean ends = *p == '\0' || is_separator (g_utf8_get_char (p));

      if (!ends && word == NULL)
        word = p;
      if (ends && word != NULL)
        {
          g_autofree char *cut = g_strndup (word, p - word);

          g_strv_builder_add (builder, cut);
          word = NULL;
        }
      if (*p == '\0')
        break;
    }

  return g_strv_builder_end (builder);
}

/* The order of the answer: rank, weight, then the shorter name, then the code. Codes that begin as
 * the query does come in order of code. */
static int
compare_found (gconstpointer a, gconstpointer b, gpointer user_data)
{
  JgSearchIndex *index = user_data;
  const JgSearchFound *left = *(const JgSearchFound *const *) a;
  const JgSearchFound *right = *(const JgSearchFound *const *) b;
  const JgSearchEntry *left_entry = g_ptr_array_index (index->entries, left->row->entry);
  const JgSearchEntry *right_entry = g_ptr_array_index (index->entries, right->row->entry);
  int order;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->weight != right->weight)
    return left->weight < right->weight ? -1 : 1;
  if (left->rank > JG_RANK_OTHER_EDITION_PREFIX &&
      left_entry->name_length != right_entry->name_length)
    return left_entry->name_length < right_entry->name_length ? -1 : 1;
  order = strcmp (left_entry->summary->code, right_entry->summary->code);
  return order != 0 ? order : strcmp (left_entry->summary->id, right_entry->summary->id);
}

static JgSearchHit *
make_hit (JgSearchIndex *index, guint entry, const JgSearchFound *found)
{
  JgSearchHit *hit = g_new0 (JgSearchHit, 1);

  hit->occupation = ((JgSearchEntry *) g_ptr_array_index (index->entries, entry))->summary;
  hit->field = found->field;
  hit->text = found->row->text;
  hit->edition = found->row->edition;
  hit->hit_start = found->start;
  hit->hit_end = found->end;
  hit->near = found->rank >= JG_RANK_NEAR;

  if (found->in_norm && found->start >= 0)
    {
      g_autoptr (GArray) map = NULL;
      g_autofree char *norm = jg_text_normalize_mapped (found->row->text, &map);

      /* The stored form may be that of another version of the rules. */
      if (strcmp (norm, found->row->norm) == 0)
        jg_text_map_range (map, (gsize) found->start, (gsize) found->end, &hit->hit_start,
                           &hit->hit_end);
      else
        hit->hit_start = hit->hit_end = -1;
    }

  return hit;
}

/* What a successor is shown with when only the cancelled occupation was hit: the hit is its own
 * past, not its present. */
static JgSearchField
former_field (JgSearchField field)
{
  if (field == JG_SEARCH_CODE)
    return JG_SEARCH_FORMER_CODE;
  if (field == JG_SEARCH_NAME)
    return JG_SEARCH_FORMER_NAME;
  return field;
}

static gboolean
names_occupation (JgSearchField field)
{
  return field == JG_SEARCH_CODE || field == JG_SEARCH_FORMER_CODE || field == JG_SEARCH_NAME ||
         field == JG_SEARCH_FORMER_NAME;
}

static GPtrArray *
collect (JgSearchIndex *index, JgSearchFound *found, guint limit)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autofree gboolean *done = g_new0 (gboolean, index->entries->len + 1);
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < index->entries->len; i++)
    if (found[i].rank != JG_RANK_NONE)
      g_ptr_array_add (order, &found[i]);
  g_ptr_array_sort_with_data (order, compare_found, index);

  for (guint i = 0; i < order->len; i++)
    {
      JgSearchFound *of_entry = g_ptr_array_index (order, i);
      guint number = of_entry->row->entry;
      JgSearchEntry *entry = g_ptr_array_index (index->entries, number);

      if (done[number])
        continue;

      /* Only what the cancelled occupation was called is its successors' past too; its work types and
       * aliases are its own. */
      for (guint s = 0; names_occupation (of_entry->row->field) && entry->successors[s] != NULL;
           s++)
        {
          gpointer successor;
          JgSearchHit *hit;

          if (!g_hash_table_lookup_extended (index->entries_by_id, entry->successors[s], NULL,
                                             &successor) ||
              done[GPOINTER_TO_UINT (successor)])
            continue;

          done[GPOINTER_TO_UINT (successor)] = TRUE;
          if (found[GPOINTER_TO_UINT (successor)].rank != JG_RANK_NONE)
            hit = make_hit (index, GPOINTER_TO_UINT (successor),
                            &found[GPOINTER_TO_UINT (successor)]);
          else
            {
              hit = make_hit (index, GPOINTER_TO_UINT (successor), of_entry);
              hit->field = former_field (hit->field);
            }
          g_ptr_array_add (hits, hit);
        }

      done[number] = TRUE;
      g_ptr_array_add (hits, make_hit (index, number, of_entry));
    }

  if (limit > 0 && hits->len > limit)
    g_ptr_array_set_size (hits, (int) limit);
  return hits;
}

/**
 * jg_search_query:
 * @self: the search
 * @query: what somebody types, in any width, case or script
 * @limit: the most hits, or 0 for all
 *
 * Finds occupations by code, name, former name, work type, alias, pinyin, definition and task
 * (design.md §6). The query is looked for as one piece; where that finds nothing, occupations that
 * hold all its words, then names and aliases inside it. Only where all that finds nothing are near
 * ones given, and marked so. Each occupation comes once, with the best field that hit; a cancelled
 * one comes behind its successors, which are shown with the hit of the cancelled one when they have
 * none of their own. The order depends on nothing but the catalogue and the query.
 *
 * Returns: (transfer full) (element-type JgSearchHit): the hits, best first; empty when nothing is
 *   found or @query is blank. The hits borrow from @self.
 */
GPtrArray *
jg_search_query (JgSearch *self, const char *query, guint limit)
{
  g_autofree JgSearchFound *found = NULL;
  g_autofree char *phrase = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (JG_IS_SEARCH (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (self->index == NULL)
    self->index = jg_search_index_new (self->db);

  valid = g_utf8_make_valid (query, -1);
  if (g_utf8_strlen (valid, -1) > MAX_QUERY_CHARACTERS)
    *g_utf8_offset_to_pointer (valid, MAX_QUERY_CHARACTERS) = '\0';
  words = split_words (valid);
  phrase = g_strjoinv (" ", words);

  found = jg_search_found_new (self->index);
  if (*phrase != '\0' && !jg_search_find_whole (self->index, phrase, found) &&
      !(words[1] != NULL && jg_search_find_words (self->index, words, found)) &&
      !jg_search_find_contained (self->index, phrase, found))
    {
      jg_search_find_near (self->index, phrase, found);
      jg_search_find_synonyms (self->index, phrase, found);
    }

  return collect (self->index, found, limit);
}
