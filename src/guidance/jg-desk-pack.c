/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The everyday words of a desk as a pack: search finds them by the index that pack build makes, and in no other way. */

#include "jg-desk-private.h"

#include <json-glib/json-glib.h>

static void
put (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static GHashTable *
list_known (JgCatalogue *catalogue)
{
  g_autoptr (GPtrArray) aliases = jg_catalogue_list_aliases (catalogue);
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < aliases->len; i++)
    {
      const JgAlias *alias = g_ptr_array_index (aliases, i);

      g_hash_table_add (known, g_strdup_printf ("%s\n%s", alias->occupation, alias->text));
    }
  return known;
}

static void
add_alias (JsonBuilder *builder, const JgDeskAlias *alias)
{
  g_autofree char *source = g_strdup_printf ("%s，%s", alias->by, alias->date);

  json_builder_begin_object (builder);
  put (builder, "occupation", alias->occupation);
  put (builder, "text", alias->text);
  put (builder, "kind", "spoken");
  put (builder, "source", source);
  put (builder, "grade", "b");
  put (builder, "reason", "本机构窗口听到的说法");
  json_builder_end_object (builder);
}

static void
add_head (JsonBuilder *builder, const char *date)
{
  put (builder, "schema", "jobguide-pack/1");
  put (builder, "id", JG_DESK_PACK_ID);
  put (builder, "version", "1");
  put (builder, "title", "本机构的日常说法");
  put (builder, "date", date);
  put (builder, "provenance", "local");
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  put (builder, "title", "本机构的日常说法");
  put (builder, "licence", "本机构自用");
  put (builder, "credit", "本机构");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

/* jg_desk_dup_pack:
 * @catalogue: the catalogue the pack is to be put onto
 *
 * Writes the everyday words as a pack (jobguide-pack/1, id JG_DESK_PACK_ID, provenance local), less those
 * that @catalogue has already and those of occupations it does not know: either would make the whole
 * pack fail its checks. The same words give the same bytes.
 *
 * Returns: (transfer full) (nullable): JSON, or %NULL when there is no word to put onto it */
char *
jg_desk_dup_pack (JgDesk *self, JgCatalogue *catalogue)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GHashTable) known = NULL;
  const char *date = "";
  guint n = 0;

  g_return_val_if_fail (JG_IS_DESK (self), NULL);
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);

  if (self->content->aliases->len == 0)
    return NULL;
  for (guint i = 0; i < self->content->aliases->len; i++)
    {
      const JgDeskAlias *alias = g_ptr_array_index (self->content->aliases, i);

      if (g_strcmp0 (alias->date, date) > 0)
        date = alias->date;
    }
  known = list_known (catalogue);
  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  add_head (builder, date);
  json_builder_set_member_name (builder, "aliases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->content->aliases->len; i++)
    {
      const JgDeskAlias *alias = g_ptr_array_index (self->content->aliases, i);
      g_autofree char *key = g_strdup_printf ("%s\n%s", alias->occupation, alias->text);
      g_autoptr (JgOccupation) occupation = NULL;

      if (g_hash_table_contains (known, key))
        continue;
      occupation = jg_catalogue_get_occupation (catalogue, alias->occupation);
      if (occupation == NULL)
        continue;
      add_alias (builder, alias);
      n++;
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (n == 0)
    return NULL;

  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}
