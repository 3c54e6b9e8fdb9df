/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is another in a pack than in the one before it, list by list and entry by entry. Both have been read and checked first;
 * here only what stands in them is compared, so that no key of the format can be forgotten. */

#include "jg-pack-diff.h"

#include <string.h>

#include "jg-json-reader.h"
#include "jg-pack.h"

#define MAX_SHOWN 40 /* characters of a value */

typedef struct
{
  const char *list;
  const char *label;
  const char *keys[3]; /* by which an entry is known */
  const char *name;    /* key of what people call it, or NULL */
} List;

static const List lists[] = {
  { "documents", "文件", { "key", NULL, NULL }, "title" },
  { "facts", "询问事项", { "key", NULL, NULL }, "question" },
  { "classes", "类别", { "edition", "code", NULL }, "name" },
  { "occupations", "职业", { "id", NULL, NULL }, "name" },
  { "operations", "变动", { "id", NULL, NULL }, "quote" },
  { "codes", "编码", { "occupation", "edition", NULL }, "name" },
  { "measures", "政策措施", { "id", NULL, NULL }, "name" },
  { "aliases", "日常说法", { "text", "occupation", NULL }, "text" },
  { "synonyms", "近义词", { "text", NULL, NULL }, "text" },
  { "elsewhere", "目录外的词", { "text", NULL, NULL }, "text" },
};

typedef struct
{
  const char *key;
  const char *label;
} Label;

static const Label labels[] = {
  { "title", "标题" },
  { "number", "文号" },
  { "date", "日期" },
  { "text", "文字" },
  { "clauses", "条款" },
  { "name", "名称" },
  { "code", "编码" },
  { "definition", "定义" },
  { "tasks", "任务" },
  { "work_types", "工种" },
  { "quote", "原文" },
  { "clause", "条款" },
  { "conditions", "条件" },
  { "worker", "对被录用人的条件" },
  { "amount", "金额" },
  { "validity", "期限" },
  { "beneficiary", "对象" },
  { "region", "地区" },
  { "force", "措辞" },
  { "tier", "层级" },
  { "occupations", "职业" },
  { "caveats", "提示" },
  { "question", "问法" },
  { "kind", "种类" },
  { "means", "含义" },
  { "note", "说明" },
  { "relation", "与原编码的关系" },
  { "marks", "标记" },
  { "reading", "修正" },
  { "document", "文件" },
  { "relations", "文件关系" },
  { "employer_line", "对单位的话" },
};

typedef struct
{
  const List *list;
  const char *as_of;
  GPtrArray *differences;
} Diff;

/* jg_pack_difference_free:
 * @self: (nullable) (transfer full): a difference
 *
 * Frees a difference. */
void
jg_pack_difference_free (JgPackDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->words);
  g_free (self);
}

static const char *const news_nicks[] = { "new", "changed", "recoded", "ended", "removed" };
static const char *const news_labels[] = { "新增", "改动", "改编码", "已过期限", "删去" };

/* jg_pack_news_nick:
 *
 * Returns: (transfer none): new, changed, recoded, ended or removed */
const char *
jg_pack_news_nick (JgPackNews news)
{
  g_return_val_if_fail ((guint) news < G_N_ELEMENTS (news_nicks), NULL);

  return news_nicks[news];
}

/* jg_pack_news_label:
 *
 * Returns: (transfer none): the same in Chinese */
const char *
jg_pack_news_label (JgPackNews news)
{
  g_return_val_if_fail ((guint) news < G_N_ELEMENTS (news_labels), NULL);

  return news_labels[news];
}

/* jg_pack_list_label:
 * @list: a list of a pack, e.g. "measures"
 *
 * Returns: (transfer none): its Chinese name; @list itself when there is no such list */
const char *
jg_pack_list_label (const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_strcmp0 (lists[i].list, list) == 0)
      return lists[i].label;
  return list;
}

static const char *
get_text (JsonObject *object, const char *key)
{
  JsonNode *node = key != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static char *
dup_id (const List *list, JsonObject *object)
{
  GString *id = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (list->keys) && list->keys[i] != NULL; i++)
    {
      const char *part = get_text (object, list->keys[i]);

      g_string_append_printf (id, "%s%s", i > 0 ? " " : "", part != NULL ? part : "");
    }
  return g_string_free (id, FALSE);
}

static JsonArray *
get_list (JsonObject *root, const char *name)
{
  JsonNode *node = json_object_get_member (root, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Entries by id; of two with one id, which the format lets the other lists have, the second is “… 2”. */
static GHashTable *
list_entries (const List *list, JsonObject *root, GPtrArray *ids)
{
  GHashTable *entries = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = get_list (root, list->list);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      char *id = dup_id (list, object);

      for (guint n = 2; g_hash_table_contains (entries, id); n++)
        {
          g_autofree char *first = dup_id (list, object);

          g_free (id);
          id = g_strdup_printf ("%s %u", first, n);
        }
      g_ptr_array_add (ids, id);
      g_hash_table_insert (entries, id, object);
    }
  return entries;
}

static void
add (Diff *self, JgPackNews news, const char *id, JsonObject *object, char *words)
{
  JgPackDifference *difference = g_new0 (JgPackDifference, 1);
  const char *name = get_text (object, self->list->name);

  difference->news = news;
  difference->list = self->list->list;
  difference->id = g_strdup (id);
  difference->name = g_strdup (name != NULL ? name : id);
  difference->words = words;
  g_ptr_array_add (self->differences, difference);
}

static char *
dup_shown (JsonNode *node)
{
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("没有写");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_strdelimit (g_strdup (json_node_get_string (node)), "\n", ' ');
  else if (JSON_NODE_HOLDS_VALUE (node))
    text = json_to_string (node, FALSE);
  else
    return NULL;
  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_steal_pointer (&text);
  head = g_utf8_substring (text, 0, MAX_SHOWN);
  return g_strconcat (head, "…", NULL);
}

static const char *
find_label (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].key, key))
      return labels[i].label;
  return key;
}

static gboolean
differs (JsonNode *before, JsonNode *now)
{
  if (before == NULL || now == NULL)
    return before != now && !(before != NULL && JSON_NODE_HOLDS_NULL (before)) &&
           !(now != NULL && JSON_NODE_HOLDS_NULL (now));
  return !json_node_equal (before, now);
}

static void
tell_key (GString *words, const char *key, JsonNode *before, JsonNode *now)
{
  g_autofree char *was = dup_shown (before);
  g_autofree char *is = dup_shown (now);

  if (!differs (before, now))
    return;
  g_string_append (words, words->len > 0 ? "；" : "");
  if (was != NULL && is != NULL)
    g_string_append_printf (words, "%s：%s → %s", find_label (key), was, is);
  else
    g_string_append_printf (words, "%s有改动", find_label (key));
}

/* What is another: first what the new one has, in its order, then what only the old one had. */
static char *
tell_changes (JsonObject *before, JsonObject *now)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GList) keys = json_object_get_members (now);
  g_autoptr (GList) old_keys = json_object_get_members (before);

  for (GList *l = keys; l != NULL; l = l->next)
    tell_key (words, l->data, json_object_get_member (before, l->data),
              json_object_get_member (now, l->data));
  for (GList *l = old_keys; l != NULL; l = l->next)
    if (!json_object_has_member (now, l->data))
      tell_key (words, l->data, json_object_get_member (before, l->data), NULL);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static const char *
get_end (JsonObject *measure)
{
  JsonNode *node = json_object_get_member (measure, "validity");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
             ? get_text (json_node_get_object (node), "to")
             : NULL;
}

/* A day, month or year is over when nothing of it is left on the day. */
static gboolean
is_over (const char *end, const char *as_of)
{
  return end != NULL && strncmp (end, as_of, strlen (end)) < 0;
}

static JgPackNews
judge (const Diff *self, JsonObject *before, JsonObject *now)
{
  if (g_str_equal (self->list->list, "measures") && is_over (get_end (now), self->as_of) &&
      g_strcmp0 (get_end (before), get_end (now)) != 0)
    return JG_PACK_ENDED;
  if ((g_str_equal (self->list->list, "occupations") || g_str_equal (self->list->list, "codes")) &&
      g_strcmp0 (get_text (before, "code"), get_text (now, "code")) != 0)
    return JG_PACK_RECODED;
  return JG_PACK_CHANGED;
}

/* A new entry may bring the news itself: a notice that gives a code anew, or a measure that is over. */
static JgPackNews
judge_new (const Diff *self, JsonObject *now)
{
  if (g_str_equal (self->list->list, "operations") &&
      g_strcmp0 (get_text (now, "kind"), "recode") == 0)
    return JG_PACK_RECODED;
  if (g_str_equal (self->list->list, "measures") && is_over (get_end (now), self->as_of))
    return JG_PACK_ENDED;
  return JG_PACK_NEW;
}

static void
diff_list (Diff *self, JsonObject *before, JsonObject *now)
{
  g_autoptr (GPtrArray) old_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) new_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) old_entries = list_entries (self->list, before, old_ids);
  g_autoptr (GHashTable) new_entries = list_entries (self->list, now, new_ids);

  for (guint i = 0; i < new_ids->len; i++)
    {
      const char *id = g_ptr_array_index (new_ids, i);
      JsonObject *object = g_hash_table_lookup (new_entries, id);
      JsonObject *was = g_hash_table_lookup (old_entries, id);
      char *words = was != NULL ? tell_changes (was, object) : NULL;

      if (was == NULL)
        add (self, judge_new (self, object), id, object, NULL);
      else if (words != NULL)
        add (self, judge (self, was, object), id, object, words);
    }
  for (guint i = 0; i < old_ids->len; i++)
    {
      const char *id = g_ptr_array_index (old_ids, i);

      if (!g_hash_table_contains (new_entries, id))
        add (self, JG_PACK_REMOVED, id, g_hash_table_lookup (old_entries, id), NULL);
    }
}

/* The whole pack is checked before its entries are looked at. */
static JsonNode *
read_pack (const char *name, GBytes *bytes, GPtrArray *errors)
{
  g_autoptr (JgPack) pack = jg_pack_parse (name, bytes, errors);
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (pack == NULL)
    return NULL;
  return jg_json_reader_parse (name, data, length, &jg_pack_limits, errors);
}

/* jg_pack_diff:
 * @old_name: what to call the pack before in messages
 * @old_bytes: its file
 * @new_name: what to call the other
 * @new_bytes: its file
 * @as_of: the day by which a measure has ended or not, YYYY-MM-DD
 * @errors: (element-type utf8): with g_free() as its free function; what is wrong with one of them is added
 *
 * Compares two packs.
 *
 * Returns: (transfer full) (nullable) (element-type JgPackDifference): the differences, list by list in the order of the
 *   format; %NULL when one of them is no good pack */
GPtrArray *
jg_pack_diff (const char *old_name,
              GBytes *old_bytes,
              const char *new_name,
              GBytes *new_bytes,
              const char *as_of,
              GPtrArray *errors)
{
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) now = NULL;
  Diff diff = { NULL, as_of, NULL };

  g_return_val_if_fail (old_name != NULL && old_bytes != NULL, NULL);
  g_return_val_if_fail (new_name != NULL && new_bytes != NULL, NULL);
  g_return_val_if_fail (as_of != NULL && errors != NULL, NULL);

  before = read_pack (old_name, old_bytes, errors);
  now = read_pack (new_name, new_bytes, errors);
  if (before == NULL || now == NULL)
    return NULL;
  diff.differences = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_pack_difference_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      diff.list = &lists[i];
      diff_list (&diff, json_node_get_object (before), json_node_get_object (now));
    }
  return diff.differences;
}
