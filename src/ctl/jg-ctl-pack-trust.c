/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* “pack”: who a pack is from, and what is another in it. */

#include "jg-ctl-pack-trust.h"

#include <string.h>

#include "catalogue/jg-json-gate.h"
#include "catalogue/jg-local-pack.h"
#include "catalogue/jg-pack-import.h"
#include "catalogue/jg-pack.h"

/* jg_ctl_pack_open_keys:
 *
 * Reads the trusted keys: of --keys, or of the administrator's folder. A file that is no good is told on standard error.
 *
 * Returns: (transfer full): the keys */
JgKeyRing *
jg_ctl_pack_open_keys (JgCtl *ctl)
{
  JgKeyRing *keys =
      jg_key_ring_new (ctl->keys != NULL ? ctl->keys : jg_key_ring_get_default_folder ());
  GPtrArray *problems = jg_key_ring_get_problems (keys);

  for (guint i = 0; i < problems->len; i++)
    g_printerr ("jobguidectl：%s\n", (const char *) g_ptr_array_index (problems, i));
  return keys;
}

/* jg_ctl_pack_open_shelf:
 * @base: the catalogue in use
 *
 * Makes the shelf of --with: what was installed, what the office made here, and what was imported.
 *
 * Returns: (transfer full): the shelf */
JgPackShelf *
jg_ctl_pack_open_shelf (JgCatalogue *base)
{
  JgPackShelf *shelf = jg_pack_shelf_new_shipped (jg_catalogue_get_path (base));
  g_autofree char *own = jg_local_pack_dup_default_folder ();
  g_autofree char *imported = jg_pack_import_dup_default_folder ();

  jg_pack_shelf_add_folder (shelf, own);
  jg_pack_shelf_add_folder (shelf, imported);
  return shelf;
}

/* jg_ctl_pack_put_signature:
 * @shipped: whether the pack was installed with the program
 *
 * Writes what a signature says. */
void
jg_ctl_pack_put_signature (JsonBuilder *builder, const JgSignature *signature, gboolean shipped)
{
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "state", jg_signature_state_nick (signature->state));
  jg_ctl_put (builder, "key_id", signature->key_id);
  jg_ctl_put (builder, "key_name", signature->key_name);
  jg_ctl_put (builder, "comment", signature->comment);
  json_builder_set_member_name (builder, "sequence");
  if (signature->sequence > 0)
    json_builder_add_int_value (builder, (gint64) signature->sequence);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "shipped");
  json_builder_add_boolean_value (builder, shipped);
  json_builder_end_object (builder);
}

/* Whether a pack came with the program itself. */
static gboolean
is_shipped (const char *path)
{
  g_autofree char *catalogue = jg_catalogue_dup_default_path ();
  g_autofree char *beside = catalogue != NULL ? g_path_get_dirname (catalogue) : NULL;
  g_autofree char *folder = beside != NULL ? g_build_filename (beside, "optional", NULL) : NULL;
  g_autofree char *own = g_path_get_dirname (path);

  return g_strcmp0 (folder, own) == 0;
}

/* jg_ctl_pack_tell_signature:
 * @builder: (nullable): where a JSON answer is written; %NULL: said to a person
 * @id: id of a pack on the shelf; one that is not there has nothing to say
 *
 * Tells who a pack is from. */
void
jg_ctl_pack_tell_signature (JsonBuilder *builder,
                            JgKeyRing *keys,
                            JgPackShelf *shelf,
                            const char *id)
{
  g_autoptr (JgKeptPack) kept = jg_pack_shelf_get (shelf, id, NULL);
  g_autoptr (JgSignature) signature = NULL;
  g_autofree char *words = NULL;
  gboolean shipped;

  if (kept == NULL)
    return;
  signature = jg_signature_check_file (kept->path, kept->bytes, keys);
  shipped = is_shipped (kept->path);
  if (builder != NULL)
    {
      json_builder_set_member_name (builder, "signature");
      jg_ctl_pack_put_signature (builder, signature, shipped);
      return;
    }
  words = jg_signature_dup_words (signature);
  if (shipped && signature->state == JG_SIGNATURE_NONE)
    g_print ("签名：没有，随程序安装\n");
  else
    g_print ("签名：%s\n", words);
}

static GBytes *
read_file (const char *path, GError **error)
{
  gsize length = 0;
  char *data = jg_json_gate_read_file (path, JG_PACK_MAX_SIZE, &length, error);

  return data != NULL ? g_bytes_new_take (data, length) : NULL;
}

static int
tell_errors (GPtrArray *errors)
{
  for (guint i = 0; i < errors->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (errors, i));
  return jg_ctl_fail ("数据包没有通过检查");
}

/* What stands on the shelf under the same id must not be newer. */
static gboolean
check_rollback (JgCatalogue *base,
                JgKeyRing *keys,
                const JgPack *pack,
                const JgSignature *signature,
                GError **error)
{
  g_autoptr (JgPackShelf) shelf = jg_ctl_pack_open_shelf (base);
  g_autoptr (JgKeptPack) kept = jg_pack_shelf_get (shelf, pack->info->id, NULL);
  g_autoptr (JgSignature) before = NULL;

  if (kept == NULL)
    return TRUE;
  before = jg_signature_check_file (kept->path, kept->bytes, keys);
  return jg_signature_check_newer (signature, before, g_bytes_equal (kept->bytes, pack->bytes),
                                   error);
}

/* jg_ctl_pack_verify:
 *
 * pack verify FILE [--keys FOLDER]
 *
 * Returns: 0 when a trusted key signed it and it is no older than the one there is; else 1 */
int
jg_ctl_pack_verify (JgCtl *ctl, char **arguments)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JgCatalogue) base = NULL;
  g_autoptr (JgKeyRing) keys = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JgPack) pack = NULL;
  g_autoptr (JgSignature) signature = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("pack verify 后面应写一个数据包文件");
  bytes = read_file (arguments[0], &error);
  if (bytes == NULL)
    return jg_ctl_fail ("%s", error->message);
  pack = jg_pack_parse (arguments[0], bytes, errors);
  if (pack == NULL)
    return tell_errors (errors);
  base = jg_ctl_open_base (ctl);
  if (base == NULL)
    return JG_EXIT_NOTHING;
  keys = jg_ctl_pack_open_keys (ctl);
  signature = jg_signature_check_file (arguments[0], bytes, keys);
  words = jg_signature_dup_words (signature);
  if (signature->state == JG_SIGNATURE_GOOD)
    check_rollback (base, keys, pack, signature, &error);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "file", arguments[0]);
      jg_ctl_put (builder, "id", pack->info->id);
      jg_ctl_put (builder, "version", pack->info->version);
      json_builder_set_member_name (builder, "signature");
      jg_ctl_pack_put_signature (builder, signature, FALSE);
      jg_ctl_put (builder, "problem", error != NULL ? error->message : signature->problem);
      jg_ctl_end (builder);
    }
  if (signature->state != JG_SIGNATURE_GOOD)
    return jg_ctl_fail ("%s：%s", arguments[0], words);
  if (error != NULL)
    return jg_ctl_fail ("%s：%s", arguments[0], error->message);
  if (!ctl->json)
    g_print ("%s（版本 %s）\n%s\n备注：%s\n", pack->info->id, pack->info->version, words,
             *signature->comment != '\0' ? signature->comment : "没有");
  return JG_EXIT_DONE;
}

/* jg_ctl_pack_put_difference:
 *
 * Writes what is another in one entry. */
void
jg_ctl_pack_put_difference (JsonBuilder *builder, const JgPackDifference *difference)
{
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "news", jg_pack_news_nick (difference->news));
  jg_ctl_put (builder, "list", difference->list);
  jg_ctl_put (builder, "id", difference->id);
  jg_ctl_put (builder, "name", difference->name);
  jg_ctl_put (builder, "words", difference->words);
  json_builder_end_object (builder);
}

/* jg_ctl_pack_print_difference:
 *
 * Tells a person what is another in one entry. */
void
jg_ctl_pack_print_difference (const JgPackDifference *difference)
{
  g_print ("%s　%s　%s", jg_pack_news_label (difference->news),
           jg_pack_list_label (difference->list), difference->name);
  if (strcmp (difference->name, difference->id) != 0)
    g_print ("（%s）", difference->id);
  g_print ("\n");
  if (difference->words != NULL)
    g_print ("    %s\n", difference->words);
}

/* jg_ctl_pack_diff:
 *
 * pack diff OLD NEW
 *
 * Returns: 0, whether there are differences or not; 1 when one of them is no good pack */
int
jg_ctl_pack_diff (JgCtl *ctl, char **arguments)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) now = NULL;
  g_autoptr (GError) error = NULL;
  JsonBuilder *builder = NULL;

  if (g_strv_length (arguments) != 2)
    return jg_ctl_usage ("pack diff 后面应写旧的和新的数据包文件");
  before = read_file (arguments[0], &error);
  now = before != NULL ? read_file (arguments[1], &error) : NULL;
  if (now == NULL)
    return jg_ctl_fail ("%s", error->message);
  differences = jg_pack_diff (arguments[0], before, arguments[1], now, ctl->as_of, errors);
  if (differences == NULL)
    return tell_errors (errors);
  if (ctl->json)
    {
      builder = jg_ctl_begin (ctl);
      json_builder_set_member_name (builder, "differences");
      json_builder_begin_array (builder);
    }
  for (guint i = 0; i < differences->len; i++)
    if (builder != NULL)
      jg_ctl_pack_put_difference (builder, g_ptr_array_index (differences, i));
    else
      jg_ctl_pack_print_difference (g_ptr_array_index (differences, i));
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jg_ctl_end (builder);
    }
  else if (differences->len == 0)
    g_print ("没有不同\n");
  return JG_EXIT_DONE;
}
