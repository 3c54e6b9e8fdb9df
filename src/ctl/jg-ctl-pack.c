/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "catalogue/jg-pack-set.h"
#include "catalogue/jg-pack-shelf.h"
#include "jg-ctl-pack-trust.h"
#include "jg-ctl-progress.h"
#include "jg-ctl.h"

#define N_LISTS 10

typedef struct
{
  const char *name;
  guint n;
} Count;

static void
count_pack (const JgPack *pack, Count counts[N_LISTS])
{
  const GPtrArray *lists[] = { pack->documents,  pack->facts,    pack->classes,  pack->occupations,
                               pack->operations, pack->codes,    pack->measures, pack->aliases,
                               pack->synonyms,   pack->elsewhere };
  static const char *const names[] = { "documents",  "facts",    "classes",  "occupations",
                                       "operations", "codes",    "measures", "aliases",
                                       "synonyms",   "elsewhere" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      counts[i].name = names[i];
      counts[i].n += lists[i]->len;
    }
}

static void
put_counts (JsonBuilder *builder, const Count counts[N_LISTS])
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < N_LISTS; i++)
    {
      json_builder_set_member_name (builder, counts[i].name);
      json_builder_add_int_value (builder, counts[i].n);
    }
  json_builder_end_object (builder);
}

static int
report_errors (JgCtl *ctl, JgPackSet *set)
{
  GPtrArray *errors = jg_pack_set_get_errors (set);
  guint shown = MIN (errors->len, JG_PACK_MAX_ERRORS);

  for (guint i = 0; i < shown; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (errors, i));
  g_printerr ("jobguidectl：数据包没有通过检查（%u 处%s），没有写入任何文件\n", shown,
              errors->len >= JG_PACK_MAX_ERRORS ? "，可能还有更多" : "");
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      json_builder_set_member_name (builder, "ok");
      json_builder_add_boolean_value (builder, FALSE);
      json_builder_set_member_name (builder, "errors");
      json_builder_begin_array (builder);
      for (guint i = 0; i < shown; i++)
        json_builder_add_string_value (builder, g_ptr_array_index (errors, i));
      json_builder_end_array (builder);
      jg_ctl_end (builder);
    }
  return JG_EXIT_NOTHING;
}

static int
report_done (JgCtl *ctl, JgPackSet *set, const char *output)
{
  GPtrArray *packs = jg_pack_set_get_packs (set);
  GPtrArray *documents = jg_pack_set_get_documents (set);
  Count counts[N_LISTS] = { { NULL, 0 } };

  for (guint i = 0; i < packs->len; i++)
    count_pack (g_ptr_array_index (packs, i), counts);
  counts[0].n = documents->len;
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      json_builder_set_member_name (builder, "ok");
      json_builder_add_boolean_value (builder, TRUE);
      if (output != NULL)
        jg_ctl_put (builder, "output", output);
      put_counts (builder, counts);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  g_print ("%s：%u 个数据包，%u 份文件，%u 个职业，%u 项措施", output != NULL ? output : "通过检查",
           packs->len, documents->len, jg_pack_set_get_occupations (set)->len, counts[6].n);
  g_print ("，%u 个事实，%u 个别名，%u 条近义词\n", counts[1].n, counts[7].n, counts[8].n);
  return JG_EXIT_DONE;
}

static void
read_set (JgCtl *ctl, JgPackSet *set, char **files)
{
  if (ctl->sources != NULL)
    jg_pack_set_add_sources (set, ctl->sources);
  if (ctl->onto != NULL)
    jg_pack_set_add_catalogue (set, ctl->onto);
  for (guint i = 0; files[i] != NULL && !jg_pack_set_is_cancelled (set); i++)
    jg_pack_set_add_file (set, files[i]);
}

/* Checks a set, and writes it where @output is given. */
static int
work (JgCtl *ctl, const char *output, char **files)
{
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (GError) error = NULL;
  JgCtlProgress progress;
  gboolean done;

  jg_ctl_progress_begin (&progress, set, ctl->progress);
  read_set (ctl, set, files);
  done = jg_pack_set_check (set) && (output == NULL || jg_pack_set_write (set, output, &error));
  if (jg_ctl_progress_end (&progress) && !done)
    return JG_EXIT_NOTHING;
  if (error != NULL)
    return jg_ctl_fail ("%s", error->message);
  return done ? report_done (ctl, set, output) : report_errors (ctl, set);
}

static int
check (JgCtl *ctl, char **files)
{
  if (files[0] == NULL)
    return jg_ctl_usage ("pack check 后面应写数据包文件");
  return work (ctl, NULL, files);
}

static int
build (JgCtl *ctl, char **arguments)
{
  if (arguments[0] == NULL || arguments[1] == NULL)
    return jg_ctl_usage ("pack build 后面应写输出的数据库和数据包文件");
  if (g_str_has_suffix (arguments[0], ".json"))
    return jg_ctl_usage ("pack build 先写输出的数据库，再写数据包；“%s”像是数据包", arguments[0]);
  return work (ctl, arguments[0], arguments + 1);
}

static void
put_info (JsonBuilder *builder, const JgPackInfo *info)
{
  jg_ctl_put (builder, "id", info->id);
  jg_ctl_put (builder, "version", info->version);
  jg_ctl_put (builder, "title", info->title);
  jg_ctl_put (builder, "date", info->date);
  jg_ctl_put (builder, "provenance", info->provenance);
  jg_ctl_put (builder, "sha256", info->sha256);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; info->source_titles[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      jg_ctl_put (builder, "title", info->source_titles[i]);
      jg_ctl_put (builder, "licence", info->source_licences[i]);
      jg_ctl_put (builder, "credit", info->source_credits[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_sources (const JgPackInfo *info)
{
  for (guint i = 0; info->source_titles[i] != NULL; i++)
    g_print ("来源：%s；许可：%s；致谢：%s\n", info->source_titles[i], info->source_licences[i],
             info->source_credits[i]);
}

static int
show (JgCtl *ctl, char **files)
{
  g_autoptr (JgPackSet) set = NULL;
  const JgPack *pack = NULL;
  const JgPackInfo *info = NULL;
  Count counts[N_LISTS] = { { NULL, 0 } };

  if (files[0] == NULL || files[1] != NULL)
    return jg_ctl_usage ("pack show 后面应写一个数据包文件");
  set = jg_pack_set_new ();
  jg_pack_set_add_file (set, files[0]);
  if (jg_pack_set_get_errors (set)->len > 0)
    return report_errors (ctl, set);
  pack = g_ptr_array_index (jg_pack_set_get_packs (set), 0);
  info = pack->info;
  count_pack (pack, counts);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      put_info (builder, info);
      put_counts (builder, counts);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  g_print ("%s（%s，版本 %s，%s）\n来历：%s\n", info->title, info->id, info->version, info->date,
           info->provenance);
  print_sources (info);
  for (guint i = 0; i < N_LISTS; i++)
    if (counts[i].n > 0)
      g_print ("%s：%u\n", counts[i].name, counts[i].n);
  return JG_EXIT_DONE;
}

/* built-in: part of the catalogue in use; on: put onto it by --with; off: stands ready. */
static void
put_pack (JsonBuilder *builder, const JgPackInfo *info, const char *state)
{
  jg_ctl_put (builder, "state", state);
  put_info (builder, info);
}

static void
print_pack (const JgPackInfo *info, const char *state)
{
  static const char *const labels[][2] = { { "built-in", "内置" },
                                           { "on", "已启用" },
                                           { "off", "未启用" } };
  const char *label = state;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i][0], state) == 0)
      label = labels[i][1];
  g_print ("%s　%s　%s（版本 %s，%s，%s）\n", info->id, label, info->title, info->version,
           info->date, info->provenance);
  if (strcmp (state, "built-in") != 0)
    print_sources (info);
}

static void
tell_pack (JsonBuilder *builder,
           const JgPackInfo *info,
           const char *state,
           JgKeyRing *keys,
           JgPackShelf *shelf)
{
  if (builder != NULL)
    {
      json_builder_begin_object (builder);
      put_pack (builder, info, state);
    }
  else
    print_pack (info, state);
  if (strcmp (state, "built-in") != 0)
    jg_ctl_pack_tell_signature (builder, keys, shelf, info->id);
  if (builder != NULL)
    json_builder_end_object (builder);
}

/* What the catalogue is made of, and what stands ready to be put onto it. */
static int
list (JgCtl *ctl)
{
  g_autoptr (JgCatalogue) base = jg_ctl_open_base (ctl);
  g_autoptr (JgCatalogue) catalogue = base != NULL ? jg_ctl_open_catalogue (ctl) : NULL;
  g_autoptr (JgPackShelf) shelf = NULL;
  g_autoptr (JgKeyRing) keys = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_auto (GStrv) ids = NULL;
  JsonBuilder *builder = NULL;

  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  shelf = jg_ctl_pack_open_shelf (base);
  keys = jg_ctl_pack_open_keys (ctl);
  packs = jg_catalogue_list_packs (catalogue);
  ids = jg_pack_shelf_list_ids (shelf);
  if (ctl->json)
    {
      builder = jg_ctl_begin (ctl);
      json_builder_set_member_name (builder, "packs");
      json_builder_begin_array (builder);
    }
  for (guint i = 0; i < packs->len; i++)
    {
      const JgPackInfo *info = g_ptr_array_index (packs, i);

      /* The texts themselves come with the catalogue. */
      if (jg_catalogue_has_pack (catalogue, info->id))
        tell_pack (builder, info, jg_catalogue_has_pack (base, info->id) ? "built-in" : "on", keys,
                   shelf);
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      JgPackInfo *info = NULL;

      if (jg_catalogue_has_pack (catalogue, ids[i]))
        continue;
      info = jg_pack_shelf_get_info (shelf, ids[i], &error);
      if (info != NULL)
        tell_pack (builder, info, "off", keys, shelf);
      else
        g_printerr ("jobguidectl：%s\n", error->message);
      g_clear_pointer (&info, jg_pack_info_free);
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jg_ctl_end (builder);
    }
  else
    g_print ("未启用的用 --with 包ID 启用。\n");
  return JG_EXIT_DONE;
}

/* jg_ctl_pack:
 *
 * pack check|build|show|list|verify|diff|import|undo
 *
 * Returns: 0, or 1 when a pack is bad; nothing is written then */
int
jg_ctl_pack (JgCtl *ctl, char **arguments)
{
  if (arguments[0] == NULL)
    return jg_ctl_usage ("pack 后面应写 check、build、show、list、verify、diff、import 或 undo");
  if (strcmp (arguments[0], "check") == 0)
    return check (ctl, arguments + 1);
  if (strcmp (arguments[0], "build") == 0)
    return build (ctl, arguments + 1);
  if (strcmp (arguments[0], "show") == 0)
    return show (ctl, arguments + 1);
  if (strcmp (arguments[0], "verify") == 0)
    return jg_ctl_pack_verify (ctl, arguments + 1);
  if (strcmp (arguments[0], "diff") == 0)
    return jg_ctl_pack_diff (ctl, arguments + 1);
  if (strcmp (arguments[0], "import") == 0)
    return jg_ctl_pack_import (ctl, arguments + 1);
  if (strcmp (arguments[0], "undo") == 0)
    return jg_ctl_pack_undo (ctl, arguments + 1);
  if (strcmp (arguments[0], "list") == 0 && arguments[1] == NULL)
    return list (ctl);
  if (strcmp (arguments[0], "list") == 0)
    return jg_ctl_usage ("pack list 后面不写文件");
  return jg_ctl_usage (
      "没有命令“pack %s”；应为 check、build、show、list、verify、diff、import 或 undo",
      arguments[0]);
}
