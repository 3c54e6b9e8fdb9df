/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-packs.h"

#include <string.h>

#include <glib/gi18n.h>

#include "catalogue/jg-local-pack.h"
#include "catalogue/jg-pack-import.h"
#include "catalogue/jg-user-catalogue.h"

/* Work that is done sooner is not shown. */
#define SHOW_AFTER 300
#define SHOW_EVERY 100

struct _JgPacks
{
  GObject parent_instance;

  JgCatalogue *base;
  JgCatalogue *catalogue; /* base, or base with packs */
  GSettings *settings;
  JgPackShelf *shelf;
  GPtrArray *infos; /* (element-type JgPackInfo); NULL until asked for */
  char **wanted;    /* ids that are on, or being put on */
  JgKeptPack *own;  /* a pack that is no file, or NULL */
  char *trouble;

  GCancellable *cancellable; /* of the build that runs, or NULL */
  gboolean again;            /* what is wanted changed while it ran */
  int percent;               /* written by the building thread */
  guint tick_id;
  gboolean shown; /* long enough to be shown */
};

G_DEFINE_FINAL_TYPE (JgPacks, jg_packs, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CATALOGUE_CHANGED,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

static void apply (JgPacks *self);

static void
jg_packs_dispose (GObject *object)
{
  JgPacks *self = JG_PACKS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->base);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
  g_clear_object (&self->shelf);
  g_clear_pointer (&self->infos, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_strfreev);
  g_clear_pointer (&self->own, jg_kept_pack_free);
  g_clear_pointer (&self->trouble, g_free);

  G_OBJECT_CLASS (jg_packs_parent_class)->dispose (object);
}

static void
jg_packs_class_init (JgPacksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_packs_dispose;

  /* What is on, the progress or the trouble. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JG_TYPE_PACKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CATALOGUE_CHANGED] = g_signal_new (
      "catalogue-changed", JG_TYPE_PACKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_packs_init (JgPacks *self)
{
}

static void
tell (JgPacks *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
use (JgPacks *self, JgCatalogue *catalogue)
{
  if (g_set_object (&self->catalogue, catalogue))
    g_signal_emit (self, signals[SIGNAL_CATALOGUE_CHANGED], 0);
}

static char **
list_in_use (JgPacks *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = jg_pack_shelf_list_ids (self->shelf);

  for (guint i = 0; ids[i] != NULL; i++)
    if (jg_catalogue_has_pack (self->catalogue, ids[i]) &&
        !jg_catalogue_has_pack (self->base, ids[i]))
      g_strv_builder_add (builder, ids[i]);
  return g_strv_builder_end (builder);
}

static JgKeptPack *
new_pack (const char *id, const char *name, const char *data)
{
  JgKeptPack *pack = g_new0 (JgKeptPack, 1);

  pack->id = g_strdup (id);
  pack->path = g_strdup (name);
  pack->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, data, -1);
  pack->bytes = g_bytes_new (data, strlen (data));
  return pack;
}

static JgKeptPack *
copy_pack (const JgKeptPack *pack)
{
  JgKeptPack *copy = g_new0 (JgKeptPack, 1);

  copy->id = g_strdup (pack->id);
  copy->path = g_strdup (pack->path);
  copy->sha256 = g_strdup (pack->sha256);
  copy->bytes = g_bytes_ref (pack->bytes);
  copy->signature = pack->signature;
  return copy;
}

/* Those that are wanted and not in the base, and the own one; NULL with an error when one cannot be read. */
static GPtrArray *
read_wanted (JgPacks *self, GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_kept_pack_free);

  for (guint i = 0; self->wanted[i] != NULL; i++)
    {
      JgKeptPack *pack = NULL;

      if (jg_catalogue_has_pack (self->base, self->wanted[i]))
        continue;
      pack = jg_pack_shelf_get (self->shelf, self->wanted[i], error);
      if (pack == NULL)
        return NULL;
      g_ptr_array_add (packs, pack);
    }
  if (self->own != NULL)
    g_ptr_array_add (packs, copy_pack (self->own));
  return g_steal_pointer (&packs);
}

/* What is in use stays so, and the switches say it. */
static void
give_up (JgPacks *self, const char *trouble)
{
  g_strfreev (self->wanted);
  self->wanted = list_in_use (self);
  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
}

static void
progress_cb (double fraction, gpointer data)
{
  JgPacks *self = data;

  g_atomic_int_set (&self->percent, (int) (fraction * 100));
}

static void
build_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue = jg_user_catalogue_build (data, cancellable, progress_cb, source, &error);

  if (catalogue != NULL)
    g_task_return_pointer (task, catalogue, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
built_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JgPacks *self = JG_PACKS (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCatalogue) catalogue = g_task_propagate_pointer (G_TASK (result), &error);

  /* Nobody waits any more. */
  if (self->base == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  self->shown = FALSE;
  if (self->again)
    {
      apply (self);
      return;
    }
  if (catalogue != NULL)
    {
      g_settings_set_strv (self->settings, "packs", (const char *const *) self->wanted);
      use (self, catalogue);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    give_up (self, NULL);
  else
    give_up (self, error->message);
  tell (self);
}

static gboolean
tick_cb (gpointer data)
{
  JgPacks *self = JG_PACKS (data);

  self->shown = TRUE;
  tell (self);
  self->tick_id = g_timeout_add (SHOW_EVERY, tick_cb, self);
  return G_SOURCE_REMOVE;
}

static void
build (JgPacks *self, JgUserCatalogue *user)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->percent, 0);
  self->tick_id = g_timeout_add (SHOW_AFTER, tick_cb, self);
  task = g_task_new (self, self->cancellable, built_cb, NULL);
  g_task_set_source_tag (task, build);
  g_task_set_task_data (task, g_object_ref (user), g_object_unref);
  /* Cancelling is not done before the thread has put everything away. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, build_in_thread);
}

/* Brings into use what is wanted: at once when it is there, else as soon as it is built. */
static void
apply (JgPacks *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (JgUserCatalogue) user = NULL;
  g_autoptr (JgCatalogue) ready = NULL;

  self->again = FALSE;
  packs = read_wanted (self, &error);
  if (packs == NULL)
    {
      give_up (self, error->message);
      tell (self);
      return;
    }
  if (packs->len > 0)
    {
      user = jg_user_catalogue_new (self->base, packs, NULL);
      ready = jg_user_catalogue_open (user);
    }
  else
    ready = g_object_ref (self->base);
  if (ready == NULL)
    {
      build (self, user);
      tell (self);
      return;
    }
  g_settings_set_strv (self->settings, "packs", (const char *const *) self->wanted);
  use (self, ready);
  tell (self);
}

/* A build that runs is of no use any more. */
static void
apply_now_or_again (JgPacks *self)
{
  if (self->cancellable == NULL)
    {
      apply (self);
      return;
    }
  self->again = TRUE;
  g_cancellable_cancel (self->cancellable);
}

/* The stored ids of packs that still exist. */
static char **
dup_stored (JgPacks *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) stored = g_settings_get_strv (self->settings, "packs");
  g_auto (GStrv) ids = jg_pack_shelf_list_ids (self->shelf);

  for (guint i = 0; stored[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) ids, stored[i]))
      g_strv_builder_add (builder, stored[i]);
  return g_strv_builder_end (builder);
}

/**
 * jg_packs_new:
 * @base: the shipped catalogue
 * @settings: the stored preferences, which name the packs that are on
 *
 * Makes the switchboard. When the packs that are on have been put onto the catalogue before, it is
 * used from the beginning; else @base is, until jg_packs_start() has done that.
 *
 * Returns: (transfer full): the switchboard
 */
JgPacks *
jg_packs_new (JgCatalogue *base, GSettings *settings)
{
  JgPacks *self;
  g_autoptr (GPtrArray) packs = NULL;
  g_autofree char *own = NULL;
  g_autofree char *imported = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (base), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (JG_TYPE_PACKS, NULL);
  self->base = g_object_ref (base);
  self->settings = g_object_ref (settings);
  self->shelf = jg_pack_shelf_new_shipped (jg_catalogue_get_path (base));
  own = jg_local_pack_dup_default_folder ();
  jg_pack_shelf_add_folder (self->shelf, own);
  imported = jg_pack_import_dup_default_folder ();
  jg_pack_shelf_add_folder (self->shelf, imported);
  self->wanted = dup_stored (self);
  packs = self->wanted[0] != NULL ? read_wanted (self, NULL) : NULL;
  if (packs != NULL && packs->len > 0)
    {
      g_autoptr (JgUserCatalogue) user = jg_user_catalogue_new (base, packs, NULL);

      self->catalogue = jg_user_catalogue_open (user);
    }
  if (self->catalogue == NULL)
    self->catalogue = g_object_ref (base);
  return self;
}

/**
 * jg_packs_get_base:
 * @self: a switchboard
 *
 * Gets the catalogue that the packs are put onto.
 *
 * Returns: (transfer none): the catalogue
 */
JgCatalogue *
jg_packs_get_base (JgPacks *self)
{
  g_return_val_if_fail (JG_IS_PACKS (self), NULL);

  return self->base;
}

/**
 * jg_packs_get_catalogue:
 * @self: a switchboard
 *
 * Gets the catalogue with the packs that are in use; “catalogue-changed” tells of another.
 *
 * Returns: (transfer none): the catalogue
 */
JgCatalogue *
jg_packs_get_catalogue (JgPacks *self)
{
  g_return_val_if_fail (JG_IS_PACKS (self), NULL);

  return self->catalogue;
}

/**
 * jg_packs_start:
 * @self: a switchboard
 *
 * Builds what was on when the program was left and is not ready: a newer catalogue or pack was
 * installed, or the cache was cleared.
 */
void
jg_packs_start (JgPacks *self)
{
  g_auto (GStrv) in_use = NULL;

  g_return_if_fail (JG_IS_PACKS (self));

  in_use = list_in_use (self);
  if (self->cancellable == NULL && self->wanted[0] != NULL && in_use[0] == NULL)
    apply (self);
}

/**
 * jg_packs_list:
 * @self: a switchboard
 *
 * Lists the packs that can be switched on, in order of id. One that does not pass its checks is left
 * out, and named in the log.
 *
 * Returns: (transfer none) (element-type JgPackInfo): what they say of themselves
 */
GPtrArray *
jg_packs_list (JgPacks *self)
{
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (JG_IS_PACKS (self), NULL);

  if (self->infos != NULL)
    return self->infos;
  self->infos = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_pack_info_free);
  ids = jg_pack_shelf_list_ids (self->shelf);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      JgPackInfo *info = NULL;

      if (jg_catalogue_has_pack (self->base, ids[i]))
        continue;
      info = jg_pack_shelf_get_info (self->shelf, ids[i], &error);
      if (info != NULL)
        g_ptr_array_add (self->infos, info);
      else
        g_message ("%s", error->message);
    }
  return self->infos;
}

/**
 * jg_packs_is_on:
 * @self: a switchboard
 * @id: id of a pack
 *
 * Tells whether a pack is on, or being put on.
 *
 * Returns: %TRUE when it is
 */
gboolean
jg_packs_is_on (JgPacks *self, const char *id)
{
  g_return_val_if_fail (JG_IS_PACKS (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->wanted, id);
}

/**
 * jg_packs_set_on:
 * @self: a switchboard
 * @id: id of a pack
 * @on: whether it shall be on
 *
 * Switches a pack. The preference is stored once it is in use; when it cannot be, everything stays as
 * it was and jg_packs_get_trouble() says why.
 */
void
jg_packs_set_on (JgPacks *self, const char *id, gboolean on)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_if_fail (JG_IS_PACKS (self));
  g_return_if_fail (id != NULL);

  if (jg_packs_is_on (self, id) == !!on)
    return;
  builder = g_strv_builder_new ();
  for (guint i = 0; self->wanted[i] != NULL; i++)
    if (!g_str_equal (self->wanted[i], id))
      g_strv_builder_add (builder, self->wanted[i]);
  if (on)
    g_strv_builder_add (builder, id);
  g_strfreev (self->wanted);
  self->wanted = g_strv_builder_end (builder);
  g_clear_pointer (&self->trouble, g_free);

  apply_now_or_again (self);
}

/**
 * jg_packs_set_own:
 * @self: a switchboard
 * @id: id of the pack
 * @name: what to call it in messages
 * @data: (nullable): the pack as JSON, or %NULL for none
 *
 * Puts a pack onto the catalogue that is written here and lies in no file, in place of the one before. Nothing
 * happens when it says what that one says.
 */
void
jg_packs_set_own (JgPacks *self, const char *id, const char *name, const char *data)
{
  g_autoptr (JgKeptPack) own = NULL;

  g_return_if_fail (JG_IS_PACKS (self));
  g_return_if_fail (id != NULL && name != NULL);

  own = data != NULL ? new_pack (id, name, data) : NULL;
  if (own == NULL ? self->own == NULL
                  : self->own != NULL && g_str_equal (own->sha256, self->own->sha256))
    return;
  g_clear_pointer (&self->own, jg_kept_pack_free);
  self->own = g_steal_pointer (&own);
  apply_now_or_again (self);
}

/**
 * jg_packs_reload:
 * @self: a switchboard
 *
 * Reads the packs again, since one of them was written: what is on is put onto the catalogue as it is now.
 */
void
jg_packs_reload (JgPacks *self)
{
  g_return_if_fail (JG_IS_PACKS (self));

  g_clear_pointer (&self->infos, g_ptr_array_unref);
  if (self->wanted[0] != NULL)
    apply_now_or_again (self);
}

/**
 * jg_packs_is_busy:
 * @self: a switchboard
 *
 * Tells whether packs are being put onto the catalogue, and for long enough to be shown.
 *
 * Returns: %TRUE when they are
 */
gboolean
jg_packs_is_busy (JgPacks *self)
{
  g_return_val_if_fail (JG_IS_PACKS (self), FALSE);

  return self->shown;
}

/**
 * jg_packs_get_progress:
 * @self: a switchboard
 *
 * Gets how far it has come.
 *
 * Returns: 0 to 1
 */
double
jg_packs_get_progress (JgPacks *self)
{
  g_return_val_if_fail (JG_IS_PACKS (self), 0);

  return g_atomic_int_get (&self->percent) / 100.0;
}

/**
 * jg_packs_cancel:
 * @self: a switchboard
 *
 * Stops; what was in use stays so.
 */
void
jg_packs_cancel (JgPacks *self)
{
  g_return_if_fail (JG_IS_PACKS (self));

  self->again = FALSE;
  g_cancellable_cancel (self->cancellable);
}

/**
 * jg_packs_get_trouble:
 * @self: a switchboard
 *
 * Gets why packs that are wanted are not in use.
 *
 * Returns: (transfer none) (nullable): the reason and what to do; %NULL when all is well
 */
const char *
jg_packs_get_trouble (JgPacks *self)
{
  g_return_val_if_fail (JG_IS_PACKS (self), NULL);

  return self->trouble;
}

/**
 * jg_packs_forget_trouble:
 * @self: a switchboard
 *
 * Takes the reason as read.
 */
void
jg_packs_forget_trouble (JgPacks *self)
{
  g_return_if_fail (JG_IS_PACKS (self));

  g_clear_pointer (&self->trouble, g_free);
  tell (self);
}
