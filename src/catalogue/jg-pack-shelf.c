/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-shelf.h"

#include <string.h>

#include "jg-json-gate.h"
#include "jg-pack.h"

struct _JgPackShelf
{
  GObject parent_instance;

  GPtrArray *folders; /* (element-type utf8) */
  JgKeyRing *keys;    /* NULL until a pack is read: the administrator's */
};

G_DEFINE_FINAL_TYPE (JgPackShelf, jg_pack_shelf, G_TYPE_OBJECT)

static void
jg_pack_shelf_finalize (GObject *object)
{
  JgPackShelf *self = JG_PACK_SHELF (object);

  g_clear_pointer (&self->folders, g_ptr_array_unref);
  g_clear_object (&self->keys);

  G_OBJECT_CLASS (jg_pack_shelf_parent_class)->finalize (object);
}

static void
jg_pack_shelf_class_init (JgPackShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_pack_shelf_finalize;
}

static void
jg_pack_shelf_init (JgPackShelf *self)
{
  self->folders = g_ptr_array_new_with_free_func (g_free);
}

/* jg_pack_shelf_new:
 *
 * Returns: (transfer full): a shelf without folders */
JgPackShelf *
jg_pack_shelf_new (void)
{
  return g_object_new (JG_TYPE_PACK_SHELF, NULL);
}

/* jg_pack_shelf_new_shipped:
 * @catalogue_path: (type filename): the catalogue in use
 *
 * Makes a shelf of the packs that lie in the folder “optional” beside a catalogue, in the build tree
 * as in a prefix; and, for a catalogue that lies somewhere else, of those beside the shipped one.
 *
 * Returns: (transfer full): the shelf */
JgPackShelf *
jg_pack_shelf_new_shipped (const char *catalogue_path)
{
  JgPackShelf *self = jg_pack_shelf_new ();
  g_autofree char *shipped = jg_catalogue_dup_default_path ();
  const char *const catalogues[] = { catalogue_path, shipped };

  g_return_val_if_fail (catalogue_path != NULL, self);

  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    if (catalogues[i] != NULL)
      {
        g_autofree char *beside = g_path_get_dirname (catalogues[i]);
        g_autofree char *folder = g_build_filename (beside, "optional", NULL);

        jg_pack_shelf_add_folder (self, folder);
      }
  return self;
}

/* jg_pack_shelf_add_folder:
 * @folder: (type filename): a folder of packs; it need not be there
 *
 * Adds a folder behind those the shelf has. */
void
jg_pack_shelf_add_folder (JgPackShelf *self, const char *folder)
{
  g_return_if_fail (JG_IS_PACK_SHELF (self));
  g_return_if_fail (folder != NULL);

  if (!g_ptr_array_find_with_equal_func (self->folders, folder, g_str_equal, NULL))
    g_ptr_array_add (self->folders, g_strdup (folder));
}

/* jg_pack_shelf_set_keys:
 * @keys: the trusted keys
 *
 * Holds the signatures of the packs against other keys than the administrator's. */
void
jg_pack_shelf_set_keys (JgPackShelf *self, JgKeyRing *keys)
{
  g_return_if_fail (JG_IS_PACK_SHELF (self));
  g_return_if_fail (JG_IS_KEY_RING (keys));

  g_set_object (&self->keys, keys);
}

static JgSignatureState
check_signature (JgPackShelf *self, const JgKeptPack *pack)
{
  g_autoptr (JgSignature) signature = NULL;

  if (self->keys == NULL)
    self->keys = jg_key_ring_new (jg_key_ring_get_default_folder ());
  signature = jg_signature_check_file (pack->path, pack->bytes, self->keys);
  return signature->state;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* jg_pack_shelf_list_ids:
 *
 * Lists what lies on the shelf, by the names of the files alone.
 *
 * Returns: (transfer full): ids in order */
char **
jg_pack_shelf_list_ids (JgPackShelf *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (JG_IS_PACK_SHELF (self), NULL);

  for (guint i = 0; i < self->folders->len; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (g_ptr_array_index (self->folders, i), 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *id = NULL;

          if (!g_str_has_suffix (name, ".json"))
            continue;
          id = g_strndup (name, strlen (name) - strlen (".json"));
          if (jg_json_is_id (id) && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
            g_ptr_array_add (ids, g_steal_pointer (&id));
        }
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

/* jg_pack_shelf_get:
 * @id: id of a pack
 *
 * Reads a pack's file without looking into it, and the signature beside it.
 *
 * Returns: (transfer full): the pack; or %NULL with JG_CATALOGUE_ERROR_NOT_FOUND, the message naming
 *   those that exist, or with an error of jg_json_gate_read_file() */
JgKeptPack *
jg_pack_shelf_get (JgPackShelf *self, const char *id, GError **error)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *known = NULL;

  g_return_val_if_fail (JG_IS_PACK_SHELF (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  /* An id is not a path. */
  for (guint i = 0; jg_json_is_id (id) && i < self->folders->len; i++)
    {
      g_autofree char *name = g_strconcat (id, ".json", NULL);
      g_autofree char *path = g_build_filename (g_ptr_array_index (self->folders, i), name, NULL);
      JgKeptPack *pack = NULL;
      gsize length = 0;
      char *data = NULL;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      data = jg_json_gate_read_file (path, JG_PACK_MAX_SIZE, &length, error);
      if (data == NULL)
        return NULL;
      pack = g_new0 (JgKeptPack, 1);
      pack->id = g_strdup (id);
      pack->path = g_steal_pointer (&path);
      pack->bytes = g_bytes_new_take (data, length);
      pack->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pack->bytes);
      pack->signature = check_signature (self, pack);
      return pack;
    }

  ids = jg_pack_shelf_list_ids (self);
  known = g_strjoinv ("、", ids);
  g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_NOT_FOUND,
               "没有可以启用的数据包“%s”；有：%s", id, *known != '\0' ? known : "（一个也没有）");
  return NULL;
}

/* jg_pack_shelf_get_info:
 * @id: id of a pack
 *
 * Reads what a pack says of itself. The whole pack is checked on the way.
 *
 * Returns: (transfer full): the words of the pack; or %NULL with an error of jg_pack_shelf_get(), or
 *   with JG_CATALOGUE_ERROR_PACK, the message being the first complaint */
JgPackInfo *
jg_pack_shelf_get_info (JgPackShelf *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JgKeptPack) kept = jg_pack_shelf_get (self, id, error);
  g_autoptr (JgPack) pack = NULL;
  g_autofree char *name = NULL;

  if (kept == NULL)
    return NULL;
  name = g_path_get_basename (kept->path);
  pack = jg_pack_parse (name, kept->bytes, errors);
  if (pack == NULL)
    {
      g_set_error_literal (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_PACK,
                           g_ptr_array_index (errors, 0));
      return NULL;
    }
  return g_steal_pointer (&pack->info);
}

/* jg_kept_pack_free:
 * @self: (transfer full): a pack from jg_pack_shelf_get() */
void
jg_kept_pack_free (JgKeptPack *self)
{
  g_free (self->id);
  g_free (self->path);
  g_free (self->sha256);
  g_bytes_unref (self->bytes);
  g_free (self);
}
