/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "catalogue/jg-user-catalogue.h"
#include "jg-ctl-pack-trust.h"
#include "jg-ctl.h"

/* jg_ctl_open_base:
 *
 * Opens the catalogue of --catalogue, or the shipped one, without the packs of --with. What goes wrong
 * is said on standard error.
 *
 * Returns: (transfer full) (nullable): the catalogue */
JgCatalogue *
jg_ctl_open_base (JgCtl *ctl)
{
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue = ctl->catalogue_path != NULL
                               ? jg_catalogue_open (ctl->catalogue_path, &error)
                               : jg_catalogue_open_default (&error);

  if (catalogue == NULL)
    jg_ctl_fail ("%s", error->message);
  return catalogue;
}

/* Reads the packs of --with that @base has not. Returns (transfer full) (nullable) (element-type
 * JgKeptPack) them, or NULL when one cannot be read. */
static GPtrArray *
read_packs (JgCtl *ctl, JgCatalogue *base)
{
  g_autoptr (JgPackShelf) shelf = jg_ctl_pack_open_shelf (base);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_kept_pack_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JgKeyRing) keys = jg_ctl_pack_open_keys (ctl);

  jg_pack_shelf_set_keys (shelf, keys);

  for (guint i = 0; ctl->with[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      JgKeptPack *pack = NULL;

      if (!g_hash_table_add (seen, ctl->with[i]) || jg_catalogue_has_pack (base, ctl->with[i]))
        continue;
      pack = jg_pack_shelf_get (shelf, ctl->with[i], &error);
      if (pack == NULL)
        {
          jg_ctl_fail ("--with：%s", error->message);
          return NULL;
        }
      g_ptr_array_add (packs, pack);
    }
  return g_steal_pointer (&packs);
}

static void
note_packs_in_use (JgCtl *ctl, JgCatalogue *catalogue)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; ctl->with[i] != NULL; i++)
    if (jg_catalogue_has_pack (catalogue, ctl->with[i]))
      g_strv_builder_add (builder, ctl->with[i]);
  g_clear_pointer (&ctl->in_use, g_strfreev);
  ctl->in_use = g_strv_builder_end (builder);
}

/* jg_ctl_open_catalogue:
 *
 * Opens the catalogue of --catalogue, or the shipped one, with the packs of --with put onto it. What
 * goes wrong is said on standard error. Where there is no room to put them, the catalogue is opened
 * without, and that is said.
 *
 * Returns: (transfer full) (nullable): the catalogue */
JgCatalogue *
jg_ctl_open_catalogue (JgCtl *ctl)
{
  g_autoptr (JgCatalogue) base = jg_ctl_open_base (ctl);
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgUserCatalogue) built = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GError) error = NULL;

  if (base == NULL || ctl->with == NULL)
    return g_steal_pointer (&base);
  packs = read_packs (ctl, base);
  if (packs == NULL)
    return NULL;
  if (packs->len == 0)
    {
      note_packs_in_use (ctl, base);
      return g_steal_pointer (&base);
    }

  built = jg_user_catalogue_new (base, packs, NULL);
  catalogue = jg_user_catalogue_open (built);
  if (catalogue == NULL)
    catalogue = jg_user_catalogue_build (built, NULL, NULL, NULL, &error);
  if (catalogue == NULL && g_error_matches (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE))
    {
      g_printerr ("jobguidectl：数据包没有用上，只按原来的目录回答：%s\n", error->message);
      catalogue = g_steal_pointer (&base);
    }
  if (catalogue == NULL)
    {
      jg_ctl_fail ("--with：%s", error->message);
      return NULL;
    }
  note_packs_in_use (ctl, catalogue);
  return g_steal_pointer (&catalogue);
}
