/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-user-catalogue.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Enough for the sets of packs that somebody tries in turn. */
#define MAX_KEPT 4

/* How long to wait before asking again for a lock that another program holds, in microseconds. */
#define LOCK_WAIT 50000

struct _JgUserCatalogue
{
  GObject parent_instance;

  char *base_path;
  char *base_id;
  GPtrArray *packs; /* (element-type JgKeptPack), by id */
  char *folder;
  char *path;   /* the catalogue */
  char *record; /* what it was made from, beside it */
};

G_DEFINE_FINAL_TYPE (JgUserCatalogue, jg_user_catalogue, G_TYPE_OBJECT)

static void
jg_user_catalogue_finalize (GObject *object)
{
  JgUserCatalogue *self = JG_USER_CATALOGUE (object);

  g_free (self->base_path);
  g_free (self->base_id);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->record);

  G_OBJECT_CLASS (jg_user_catalogue_parent_class)->finalize (object);
}

static void
jg_user_catalogue_class_init (JgUserCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_user_catalogue_finalize;
}

static void
jg_user_catalogue_init (JgUserCatalogue *self)
{
}

static int
compare_packs (gconstpointer a, gconstpointer b)
{
  const JgKeptPack *x = *(const JgKeptPack *const *) a;
  const JgKeptPack *y = *(const JgKeptPack *const *) b;

  return strcmp (x->id, y->id);
}

/* A name for this very catalogue with these very packs, trusted as they are. */
static char *
dup_name (JgUserCatalogue *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) self->base_id, -1);
  for (guint i = 0; i < self->packs->len; i++)
    {
      const JgKeptPack *pack = g_ptr_array_index (self->packs, i);
      g_autofree char *line = g_strdup_printf ("\n%s %s %s", pack->id, pack->sha256,
                                               jg_signature_state_nick (pack->signature));

      g_checksum_update (sum, (const guchar *) line, -1);
    }
  return g_strndup (g_checksum_get_string (sum), 24);
}

/* jg_user_catalogue_new:
 * @base: the catalogue the packs are put onto
 * @packs: (element-type JgKeptPack): the packs, which are put in order of id; none of them is in @base
 * @folder: (nullable) (type filename): where to build; %NULL for jobguide/catalogues in the user's
 *   cache
 *
 * Names a catalogue made of another and of packs. Nothing is read or written yet.
 *
 * Returns: (transfer full): the catalogue to be */
JgUserCatalogue *
jg_user_catalogue_new (JgCatalogue *base, GPtrArray *packs, const char *folder)
{
  JgUserCatalogue *self = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (base), NULL);
  g_return_val_if_fail (packs != NULL, NULL);

  self = g_object_new (JG_TYPE_USER_CATALOGUE, NULL);
  self->base_path = g_strdup (jg_catalogue_get_path (base));
  self->base_id = g_strdup (jg_catalogue_get_id (base));
  self->packs = g_ptr_array_ref (packs);
  g_ptr_array_sort (self->packs, compare_packs);
  self->folder = folder != NULL
                     ? g_strdup (folder)
                     : g_build_filename (g_get_user_cache_dir (), "jobguide", "catalogues", NULL);
  name = dup_name (self);
  self->path = g_strdup_printf ("%s/%s.db", self->folder, name);
  self->record = g_strdup_printf ("%s/%s.made-from", self->folder, name);
  return self;
}

/* Any changed byte changes the sum: it is there to find damage, not malice. */
static char *
sum_file (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const char *data = file != NULL ? g_mapped_file_get_contents (file) : NULL;
  gsize length = data != NULL ? g_mapped_file_get_length (file) : 0;
  guint64 sum = length;

  for (gsize i = 0; i < length; i += sizeof (guint64))
    {
      guint64 word = 0;

      memcpy (&word, data + i, MIN (sizeof word, length - i));
      sum = (sum ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
      sum ^= sum >> 29;
    }
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", sum);
}

static gboolean
is_recorded (GKeyFile *record, const char *group, const char *key, const char *expected)
{
  g_autofree char *value = g_key_file_get_string (record, group, key, NULL);

  return g_strcmp0 (value, expected) == 0;
}

/* Whether the file is the one that was made, and made from these. */
static gboolean
is_sound (JgUserCatalogue *self)
{
  g_autoptr (GKeyFile) record = g_key_file_new ();
  g_autofree char *sum = NULL;

  if (!g_key_file_load_from_file (record, self->record, G_KEY_FILE_NONE, NULL) ||
      !is_recorded (record, "catalogue", "base", self->base_id))
    return FALSE;
  for (guint i = 0; i < self->packs->len; i++)
    {
      const JgKeptPack *pack = g_ptr_array_index (self->packs, i);
      g_autofree char *group = g_strconcat ("pack ", pack->id, NULL);

      if (!is_recorded (record, group, "sha256", pack->sha256))
        return FALSE;
    }
  sum = sum_file (self->path);
  return is_recorded (record, "catalogue", "sum", sum);
}

/* jg_user_catalogue_open:
 *
 * Opens the catalogue when it has been built and is undamaged.
 *
 * Returns: (transfer full) (nullable): the catalogue, read-only; %NULL when it has to be built */
JgCatalogue *
jg_user_catalogue_open (JgUserCatalogue *self)
{
  g_return_val_if_fail (JG_IS_USER_CATALOGUE (self), NULL);

  return is_sound (self) ? jg_catalogue_open (self->path, NULL) : NULL;
}

static gboolean
fail (GError **error, const char *path, int code)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE,
               "%s：写不进去（%s）；请检查磁盘空间和写入权限", shown, g_strerror (code));
  return FALSE;
}

/* Takes the lock of the folder. One that another program holds is waited for; where the file system
 * has no locks, two programs may do the same work, and both do it right. Returns the lock, or -1. */
static int
take_lock (JgUserCatalogue *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "lock", NULL);
  int fd;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      fail (error, self->folder, errno);
      return -1;
    }
  fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      fail (error, path, errno);
      return -1;
    }
  while (flock (fd, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          close (fd);
          return -1;
        }
      g_usleep (LOCK_WAIT);
    }
  return fd;
}

typedef struct
{
  char *path;
  gint64 written;
} OldFile;

static void
old_file_free (OldFile *self)
{
  g_free (self->path);
  g_free (self);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const OldFile *x = *(const OldFile *const *) a;
  const OldFile *y = *(const OldFile *const *) b;

  return x->written > y->written ? -1 : x->written < y->written;
}

/* Removes what builds that were killed left behind, and the oldest catalogues. A program that has one
 * of them open keeps it. */
static void
clean (JgUserCatalogue *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func ((GDestroyNotify) old_file_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      GStatBuf info;

      if (g_str_has_suffix (name, ".new"))
        g_unlink (path);
      else if (g_str_has_suffix (name, ".db") && g_lstat (path, &info) == 0)
        {
          OldFile *file = g_new0 (OldFile, 1);

          file->path = g_steal_pointer (&path);
          file->written = (gint64) info.st_mtime;
          g_ptr_array_add (old, file);
        }
    }
  g_ptr_array_sort (old, compare_age);
  for (guint i = MAX_KEPT - 1; i < old->len; i++)
    {
      const OldFile *file = g_ptr_array_index (old, i);
      g_autofree char *stem = g_strndup (file->path, strlen (file->path) - strlen (".db"));
      g_autofree char *record = g_strconcat (stem, ".made-from", NULL);

      g_unlink (record);
      g_unlink (file->path);
    }
}

static gboolean
write_record (JgUserCatalogue *self, GError **error)
{
  g_autoptr (GKeyFile) record = g_key_file_new ();
  g_autoptr (GError) local = NULL;
  g_autofree char *sum = sum_file (self->path);
  g_autofree char *data = NULL;
  gsize length = 0;

  g_key_file_set_string (record, "catalogue", "base", self->base_id);
  g_key_file_set_string (record, "catalogue", "sum", sum);
  for (guint i = 0; i < self->packs->len; i++)
    {
      const JgKeptPack *pack = g_ptr_array_index (self->packs, i);
      g_autofree char *group = g_strconcat ("pack ", pack->id, NULL);

      g_key_file_set_string (record, group, "sha256", pack->sha256);
    }
  data = g_key_file_to_data (record, &length, NULL);
  if (g_file_set_contents_full (self->record, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local))
    return TRUE;
  g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE, "%s；请检查磁盘空间和写入权限",
               local->message);
  return FALSE;
}

static gboolean
write_catalogue (JgUserCatalogue *self,
                 GCancellable *cancellable,
                 JgProgressFunc progress,
                 gpointer user_data,
                 GError **error)
{
  g_autoptr (JgPackSet) set = jg_pack_set_new ();

  jg_pack_set_set_progress (set, cancellable, progress, user_data);
  jg_pack_set_add_catalogue (set, self->base_path);
  for (guint i = 0; i < self->packs->len; i++)
    {
      const JgKeptPack *pack = g_ptr_array_index (self->packs, i);
      g_autofree char *name = g_path_get_basename (pack->path);

      jg_pack_set_add_bytes (set, name, pack->bytes, pack->signature);
    }
  if (!jg_pack_set_check (set))
    {
      GPtrArray *errors = jg_pack_set_get_errors (set);

      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_PACK, "%s",
                     errors->len > 0 ? (const char *) g_ptr_array_index (errors, 0) : "");
      return FALSE;
    }
  if (g_strcmp0 (jg_pack_set_get_base_id (set), self->base_id) != 0)
    {
      g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_DAMAGED,
                   "%s 在此期间换成了另一个；请重新打开 JobGuide", self->base_path);
      return FALSE;
    }
  /* While it is replaced, no record may vouch for it. */
  g_unlink (self->record);
  return jg_pack_set_write (set, self->path, error) && write_record (self, error);
}

/* jg_user_catalogue_build:
 * @cancellable: (nullable): stops waiting and building
 * @progress: (nullable) (scope call): told how far it has come
 *
 * Opens the catalogue, building it first when it is not there, damaged, or made from something else.
 * Of two programs one builds and the other waits. May be called in any thread.
 *
 * Returns: (transfer full): the catalogue, read-only; or %NULL with G_IO_ERROR_CANCELLED or
 *   JG_CATALOGUE_ERROR: WRITE (no room, a folder that cannot be written), PACK (a pack does not pass
 *   its checks), or those of jg_catalogue_open(). Nothing half-made is left */
JgCatalogue *
jg_user_catalogue_build (JgUserCatalogue *self,
                         GCancellable *cancellable,
                         JgProgressFunc progress,
                         gpointer user_data,
                         GError **error)
{
  JgCatalogue *catalogue = NULL;
  int lock;

  g_return_val_if_fail (JG_IS_USER_CATALOGUE (self), NULL);

  lock = take_lock (self, cancellable, error);
  if (lock < 0)
    return NULL;
  catalogue = jg_user_catalogue_open (self);
  if (catalogue == NULL)
    {
      clean (self);
      if (write_catalogue (self, cancellable, progress, user_data, error))
        catalogue = jg_catalogue_open (self->path, error);
    }
  close (lock);
  return catalogue;
}

/* jg_user_catalogue_get_path:
 *
 * Returns: (transfer none) (type filename): where the catalogue is, or will be */
const char *
jg_user_catalogue_get_path (JgUserCatalogue *self)
{
  g_return_val_if_fail (JG_IS_USER_CATALOGUE (self), NULL);

  return self->path;
}
