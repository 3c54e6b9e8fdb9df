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

/* The first characters of a query as valid UTF-8; the rest is not even read. */
static char *
dup_beginning (const char *query)
{
  gsize length = strnlen (query, MAX_QUERY_CHARACTERS * 6);
  g_autofree char *valid = g_utf8_make_valid (query, (gssize) length);

  if (g_utf8_strlen (valid, -1) > MAX_QUERY_CHARACTERS)
    *g_utf8_offset_to_pointer (valid, MAX_QUERY_CHARACTERS) = '\0';
  return g_steal_pointer (&valid);
}

/* jg_search_get_db:
 *
 * Returns: (transfer none): the database; for the files of this library only */
sqlite3 *
jg_search_get_db (JgSearch *self)
{
  return self->db;
}

/* jg_search_get_index:
 *
 * Returns: (transfer none): the index, opened if need be; for the files of this library and tests */
JgSearchIndex *
jg_search_get_index (JgSearch *self)
{
  if (self->index == NULL)
    self->index = jg_search_index_new (self->db);
  return self->index;
}

/* jg_search_dup_norm:
 *
 * Returns: (transfer full): the first characters of a query, normalised, without white space */
char *
jg_search_dup_norm (const char *query)
{
  g_autofree char *valid = dup_beginning (query);

  return jg_text_normalize_compact (valid);
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

/* A hit and what it borrows. */
typedef struct
{
  JgSearchHit hit;
  JgSearchRow *row;
  JgSearchEntry *entry;
} HeldHit;

static void
held_hit_free (HeldHit *self)
{
  jg_search_row_unref (self->row);
  jg_search_entry_unref (self->entry);
  g_free (self);
}

static HeldHit *
make_hit (JgSearchIndex *index, guint number, const JgSearchFound *found)
{
  JgSearchEntry *entry = jg_search_index_get_entry (index, number);
  JgSearchRow *row = found->row;
  HeldHit *held;
  JgSearchHit *hit;

  if (entry == NULL)
    return NULL;
  held = g_new0 (HeldHit, 1);
  held->entry = g_rc_box_acquire (entry);
  held->row = g_rc_box_acquire (row);
  hit = &held->hit;
  hit->occupation = entry->summary;
  hit->field = found->field;
  hit->text = row->text;
  if (row->tier == JG_TIER_OTHER_CODE)
    hit->edition = "2022";
  else if (row->tier <= JG_TIER_FORMER_CODE)
    hit->edition = entry->summary->edition;
  if (row->tier == JG_TIER_ALIAS)
    hit->provenance = jg_search_index_get_alias_provenance (index, row->entry, row->text);
  hit->hit_start = found->start;
  hit->hit_end = found->end;
  hit->near = found->near;

  /* Nothing is marked when the stored form is that of another version of the rules. */
  if (found->in_norm && found->start >= 0)
    jg_text_find_origin (row->text, row->norm, (gsize) found->start, (gsize) found->end,
                         &hit->hit_start, &hit->hit_end);

  return held;
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

static const JgSearchFound *
get_found (const JgSearchAnswer *answer, guint entry)
{
  for (guint i = 0; i < answer->found->len; i++)
    if (g_array_index (answer->found, JgSearchFound, i).entry == entry)
      return &g_array_index (answer->found, JgSearchFound, i);
  return NULL;
}

static void
take_hit (GPtrArray *hits, HeldHit *hit)
{
  if (hit != NULL)
    g_ptr_array_add (hits, hit);
}

/* Only what the cancelled occupation was called is its successors' past too; its work types and
 * aliases are its own. */
static void
put_successors (JgSearchIndex *index,
                const JgSearchAnswer *answer,
                const JgSearchFound *found,
                GHashTable *done,
                GPtrArray *hits)
{
  const JgSearchEntry *entry = jg_search_index_get_entry (index, found->entry);

  for (guint s = 0;
       entry != NULL && names_occupation (found->field) && entry->successors[s] != NULL; s++)
    {
      guint number;
      const JgSearchFound *own;
      HeldHit *hit;

      if (!jg_search_index_get_number (index, entry->successors[s], &number) ||
          !g_hash_table_add (done, GUINT_TO_POINTER (number)))
        continue;
      own = get_found (answer, number);
      hit = make_hit (index, number, own != NULL ? own : found);
      if (hit != NULL && own == NULL)
        hit->hit.field = former_field (hit->hit.field);
      if (hit != NULL)
        hit->hit.near = found->near;
      take_hit (hits, hit);
    }
}

/* Exact ones first, then near ones, each in the order found. */
static GPtrArray *
make_hits (JgSearchIndex *index, const JgSearchAnswer *answer, guint limit)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) held_hit_free);

  for (int near = 0; near <= 1; near++)
    for (guint i = 0; i < answer->found->len; i++)
      {
        const JgSearchFound *found = &g_array_index (answer->found, JgSearchFound, i);

        if (found->near != (near == 1) ||
            g_hash_table_contains (done, GUINT_TO_POINTER (found->entry)))
          continue;
        put_successors (index, answer, found, done, hits);
        g_hash_table_add (done, GUINT_TO_POINTER (found->entry));
        take_hit (hits, make_hit (index, found->entry, found));
      }

  if (limit > 0 && hits->len > limit)
    g_ptr_array_set_size (hits, (int) limit);
  return hits;
}

/* Where nothing sure was found, what was found is no more than near. */
static void
make_near (JgSearchAnswer *answer)
{
  for (guint i = 0; i < answer->found->len; i++)
    {
      JgSearchFound *found = &g_array_index (answer->found, JgSearchFound, i);

      found->near = found->near || found->weak;
    }
}

static void
make_weak (JgSearchAnswer *answer)
{
  for (guint i = 0; i < answer->found->len; i++)
    g_array_index (answer->found, JgSearchFound, i).weak = TRUE;
}

/* The ladder: each step is tried only when those before it found nothing sure. */
static JgSearchAnswer *
answer_phrase (JgSearchIndex *index, const char *phrase, char **words, guint limit)
{
  JgSearchAnswer *answer = jg_search_answer_new (index, limit);
  g_autoptr (JgSearchAnswer) weak = NULL;
  g_autoptr (GArray) nears = NULL;

  jg_search_find_whole (index, phrase, answer);
  if (jg_search_is_elsewhere (index, phrase))
    make_weak (answer);
  if (jg_search_answer_is_sure (answer))
    return answer;
  if (words[0] != NULL && words[1] != NULL)
    jg_search_find_words (index, words, answer);
  if (jg_search_answer_is_sure (answer))
    return answer;

  /* What was found so far goes behind what follows. */
  weak = answer;
  answer = jg_search_answer_new (index, limit);
  /* What stands in a text as it is was not misspelt. */
  if (weak->found->len == 0)
    nears = jg_search_find_slips (index, phrase, answer);
  jg_search_find_contained (index, phrase, answer->found->len > 0, answer);
  if (!jg_search_answer_is_sure (answer))
    jg_search_find_loose (index, phrase, answer);
  if (weak->found->len == 0 && !jg_search_answer_is_sure (answer))
    {
      jg_search_find_alike (index, nears, answer);
      jg_search_find_letter_slips (index, phrase, answer);
    }
  jg_search_find_synonyms (index, phrase, answer);
  if (answer->found->len == 0)
    jg_search_find_scattered (index, phrase, answer);
  for (guint i = 0; i < weak->found->len && !jg_search_answer_is_full (answer); i++)
    {
      const JgSearchFound *old = &g_array_index (weak->found, JgSearchFound, i);
      JgSearchFound *found =
          jg_search_answer_add (answer, old->row, JG_PLACE_ACROSS, old->start, old->end);

      if (found == NULL)
        continue;
      found->field = old->field;
      found->in_norm = old->in_norm;
      found->weak = TRUE;
    }
  make_near (answer);
  return answer;
}

/**
 * jg_search_query:
 * @self: the search
 * @query: what somebody types, in any width, case or script
 * @limit: the most hits, or 0 for all
 *
 * Finds occupations by code, name, former name, work type, alias, pinyin, definition and task, in
 * this order; in each field, what begins with the query comes before what holds it from one word
 * border to another, and that before what holds it across one (docs/search.md). The query is looked
 * for as one piece; where that finds nothing, occupations that hold all its words, then names and
 * aliases inside it, and what is near, marked so. Each occupation comes once, with the best field
 * that hit; a cancelled one comes behind its successors, which are shown with the hit of the
 * cancelled one when they have none of their own. The order depends on nothing but the catalogue and
 * the query.
 *
 * Returns: (transfer full) (element-type JgSearchHit): the hits, best first; empty when nothing is
 *   found or @query is blank. They live as long as the array.
 */
GPtrArray *
jg_search_query (JgSearch *self, const char *query, guint limit)
{
  g_autoptr (JgSearchAnswer) answer = NULL;
  g_autofree char *phrase = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) words = NULL;
  JgSearchIndex *index;
  GPtrArray *hits;
  gboolean began;

  g_return_val_if_fail (JG_IS_SEARCH (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  index = jg_search_get_index (self);
  jg_search_index_trim (index);
  began = jg_search_index_begin (index);

  valid = dup_beginning (query);
  words = split_words (valid);
  phrase = g_strjoinv (" ", words);
  if (*phrase == '\0')
    answer = jg_search_answer_new (index, limit);
  else
    answer = answer_phrase (index, phrase, words, limit);
  hits = make_hits (index, answer, limit);
  if (began)
    jg_search_index_commit (index);
  return hits;
}
