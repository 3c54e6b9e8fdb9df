/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-local-pack-private.h"

#include <errno.h>
#include <string.h>

#include "jg-json-gate.h"
#include "jg-pack-set.h"

G_DEFINE_QUARK (jg - local - pack - error - quark, jg_local_pack_error)

G_DEFINE_FINAL_TYPE (JgLocalPack, jg_local_pack, G_TYPE_OBJECT)

static guint changed_signal;

static void
jg_local_pack_finalize (GObject *object)
{
  JgLocalPack *self = JG_LOCAL_PACK (object);

  g_clear_object (&self->base);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->pack, jg_pack_free);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);

  G_OBJECT_CLASS (jg_local_pack_parent_class)->finalize (object);
}

static void
jg_local_pack_class_init (JgLocalPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_local_pack_finalize;

  changed_signal = g_signal_new ("changed", JG_TYPE_LOCAL_PACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
jg_local_pack_init (JgLocalPack *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
}

/* jg_local_problem_free:
 * @self: (transfer full): a problem */
void
jg_local_problem_free (JgLocalProblem *self)
{
  g_free (self->field);
  g_free (self->message);
  g_free (self);
}

/* jg_local_problems_new:
 *
 * Returns: (transfer full) (element-type JgLocalProblem): no problems yet */
GPtrArray *
jg_local_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jg_local_problem_free);
}

/* jg_local_problems_add:
 * @field: as the pack calls it */
void
jg_local_problems_add (GPtrArray *problems, const char *field, const char *format, ...)
{
  JgLocalProblem *problem = g_new0 (JgLocalProblem, 1);
  va_list args;

  problem->field = g_strdup (field);
  va_start (args, format);
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (problems, problem);
}

/**
 * jg_local_pack_dup_default_folder:
 *
 * Returns: (transfer full) (type filename): where the pack of this user lies
 */
char *
jg_local_pack_dup_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "jobguide", "own", NULL);
}

static void
set_id (JgLocalPack *self, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  g_free (self->id);
  self->id = g_strdup (id);
  g_free (self->path);
  self->path = g_build_filename (self->folder, name, NULL);
}

/* jg_local_pack_write_root:
 *
 * Returns: (transfer full): the bytes of a file, the same for the same content */
GBytes *
jg_local_pack_write_root (JsonObject *root)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  char *data;
  gsize length;

  json_node_set_object (node, root);
  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  data = json_generator_to_data (generator, &length);
  return g_bytes_new_take (data, length);
}

static JsonObject *
new_root (const char *id)
{
  JsonObject *root = json_object_new ();
  JsonArray *sources = json_array_new ();
  JsonObject *source = json_object_new ();

  json_object_set_string_member (root, "schema", "jobguide-pack/1");
  json_object_set_string_member (root, "id", id);
  json_object_set_string_member (root, "version", "0");
  json_object_set_string_member (root, "title", "本机构的文件与措施");
  json_object_set_string_member (root, "date", "2026");
  json_object_set_string_member (root, "provenance", "local");
  json_object_set_string_member (source, "title", "本机构录入的文件");
  json_object_set_string_member (source, "licence", "本机构自用");
  json_object_set_string_member (source, "credit", "本机构");
  json_array_add_object_element (sources, source);
  json_object_set_array_member (root, "sources", sources);
  return root;
}

/* jg_local_pack_read_bytes:
 * @bytes: content that has passed the reader before
 *
 * Takes a content as the present one; what is kept on the disk is another matter. */
void
jg_local_pack_read_bytes (JgLocalPack *self, GBytes *bytes)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *name = g_path_get_basename (self->path);

  g_clear_pointer (&self->pack, jg_pack_free);
  g_clear_pointer (&self->root, json_node_unref);
  self->pack = jg_pack_parse (name, bytes, errors);
  self->root = jg_json_reader_parse (name, data, length, &jg_pack_limits, errors);
  g_assert (self->pack != NULL && self->root != NULL);
}

static void
begin_empty (JgLocalPack *self)
{
  g_autofree char *id = g_strdup_printf ("office-%08x", g_random_int ());
  JsonObject *root = new_root (id);
  g_autoptr (GBytes) bytes = jg_local_pack_write_root (root);

  json_object_unref (root);
  set_id (self, id);
  jg_local_pack_read_bytes (self, bytes);
}

/**
 * jg_local_pack_new:
 * @base: the shipped catalogue, which the pack is to be put onto
 * @folder: (type filename): a folder that holds this pack and no other; it need not be there
 *
 * Makes an empty pack. jg_local_pack_load() reads the one that was kept.
 *
 * Returns: (transfer full): the pack
 */
JgLocalPack *
jg_local_pack_new (JgCatalogue *base, const char *folder)
{
  JgLocalPack *self;

  g_return_val_if_fail (JG_IS_CATALOGUE (base), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (JG_TYPE_LOCAL_PACK, NULL);
  self->base = g_object_ref (base);
  self->folder = g_strdup (folder);
  self->writable = TRUE;
  begin_empty (self);
  return self;
}

/* The first file of the folder that may be a pack, in order of name. */
static char *
find_file (JgLocalPack *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  g_autofree char *first = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") && (first == NULL || strcmp (name, first) < 0))
      {
        g_free (first);
        first = g_strdup (name);
      }
  return g_steal_pointer (&first);
}

/**
 * jg_local_pack_load:
 * @self: a pack
 *
 * Reads what was kept. Where nothing was, the pack stays empty.
 *
 * Returns: %TRUE unless there is a file that cannot be used: then with #JgLocalPackError, and nothing will be
 *   written until the file is mended or moved away
 */
gboolean
jg_local_pack_load (JgLocalPack *self, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *id = NULL;
  JgPack *pack;
  char *data;
  gsize length = 0;

  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), FALSE);

  name = find_file (self);
  if (name == NULL)
    return TRUE;
  self->writable = FALSE;
  path = g_build_filename (self->folder, name, NULL);
  data = jg_json_gate_read_file (path, JG_PACK_MAX_SIZE, &length, &failed);
  if (data == NULL)
    {
      g_set_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_READ, "%s", failed->message);
      return FALSE;
    }
  bytes = g_bytes_new_take (data, length);
  pack = jg_pack_parse (name, bytes, errors);
  id = g_strndup (name, strlen (name) - strlen (".json"));
  if (pack != NULL &&
      (strcmp (pack->info->id, id) != 0 || strcmp (pack->info->provenance, "local") != 0))
    g_ptr_array_add (errors,
                     g_strdup_printf ("%s：文件名应为 id 加 .json，provenance 应为 local", name));
  g_clear_pointer (&pack, jg_pack_free);
  if (errors->len > 0)
    {
      g_set_error (
          error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_DAMAGED,
          "本机构的数据包“%s”不能使用：%s。文件原样保留，没有改动；请改正或移走它，再重新打开。",
          path, (const char *) g_ptr_array_index (errors, 0));
      return FALSE;
    }
  self->writable = TRUE;
  set_id (self, id);
  jg_local_pack_read_bytes (self, bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&bytes);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/**
 * jg_local_pack_get_id:
 * @self: a pack
 *
 * Returns: (transfer none): its id, drawn by lot when it is begun, so that packs of two offices do not get in
 *   each other's way
 */
const char *
jg_local_pack_get_id (JgLocalPack *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  return self->id;
}

/**
 * jg_local_pack_get_path:
 * @self: a pack
 *
 * Returns: (transfer none) (type filename): the file, which may not be there yet
 */
const char *
jg_local_pack_get_path (JgLocalPack *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  return self->path;
}

/**
 * jg_local_pack_get_bytes:
 * @self: a pack
 *
 * Returns: (transfer none) (nullable): the file as it is on the disk; %NULL before the first change
 */
GBytes *
jg_local_pack_get_bytes (JgLocalPack *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  return self->bytes;
}

/**
 * jg_local_pack_get_content:
 * @self: a pack
 *
 * Returns: (transfer none): what it holds, until the next change
 */
const JgPack *
jg_local_pack_get_content (JgLocalPack *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), NULL);

  return self->pack;
}

/**
 * jg_local_pack_is_empty:
 * @self: a pack
 *
 * Returns: whether it says nothing
 */
gboolean
jg_local_pack_is_empty (JgLocalPack *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), TRUE);

  return self->pack->documents->len + self->pack->measures->len + self->pack->aliases->len == 0;
}

/* jg_local_pack_put_away:
 * @bytes: a content that has passed the checks
 *
 * Puts the content onto the disk, whole or not at all, and takes it as the present one. A file that another program
 * has changed meanwhile is not written over.
 *
 * Returns: whether that was done; otherwise JG_LOCAL_PACK_ERROR_WRITE */
gboolean
jg_local_pack_put_away (JgLocalPack *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *present = NULL;
  gsize length = 0;

  if (!self->writable)
    {
      g_set_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_WRITE,
                   "没有保存：已有的数据包不能使用，不会覆盖它。请先改正或移走“%s”里的文件。",
                   self->folder);
      return FALSE;
    }
  if (g_file_get_contents (self->path, &present, &length, NULL) &&
      (self->bytes == NULL || g_bytes_get_size (self->bytes) != length ||
       memcmp (g_bytes_get_data (self->bytes, NULL), present, length) != 0))
    {
      g_set_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_WRITE,
                   "没有保存：“%s”已被别的程序改过。请关闭本窗口再打开，看过新内容后重做这一步。",
                   self->path);
      return FALSE;
    }
  if (g_mkdir_with_parents (self->folder, 0700) != 0 ||
      !g_file_set_contents_full (
          self->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failed))
    {
      g_set_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_WRITE,
                   "没有保存：无法写入“%s”（%s）。请检查磁盘是否已满、文件夹是否可写。", self->path,
                   failed != NULL ? failed->message : g_strerror (errno));
      return FALSE;
    }
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (bytes);
  jg_local_pack_read_bytes (self, bytes);
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

static GBytes *
dup_present (JgLocalPack *self)
{
  return self->bytes != NULL ? g_bytes_ref (self->bytes)
                             : jg_local_pack_write_root (json_node_get_object (self->root));
}

/* jg_local_pack_store:
 * @bytes: a content that has passed the checks
 *
 * Makes it the present one, so that it can be undone.
 *
 * Returns: whether it is kept; otherwise JG_LOCAL_PACK_ERROR_WRITE */
gboolean
jg_local_pack_store (JgLocalPack *self, GBytes *bytes, GError **error)
{
  GBytes *before = dup_present (self);

  if (!jg_local_pack_put_away (self, bytes, error))
    {
      g_bytes_unref (before);
      return FALSE;
    }
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, before);
  if (self->undo->len > JG_LOCAL_PACK_MAX_UNDO)
    g_ptr_array_remove_index (self->undo, 0);
  return TRUE;
}

static gboolean
step (JgLocalPack *self, GPtrArray *from, GPtrArray *to, GError **error)
{
  GBytes *before;

  if (from->len == 0)
    {
      g_set_error (error, JG_LOCAL_PACK_ERROR, JG_LOCAL_PACK_ERROR_GONE,
                   "没有可以撤销或重做的改动。");
      return FALSE;
    }
  before = dup_present (self);
  if (!jg_local_pack_put_away (self, g_ptr_array_index (from, from->len - 1), error))
    {
      g_bytes_unref (before);
      return FALSE;
    }
  g_ptr_array_remove_index (from, from->len - 1);
  g_ptr_array_add (to, before);
  return TRUE;
}

/**
 * jg_local_pack_can_undo:
 * @self: a pack
 *
 * Returns: whether there was a change since the program began
 */
gboolean
jg_local_pack_can_undo (JgLocalPack *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), FALSE);

  return self->undo->len > 0;
}

/**
 * jg_local_pack_can_redo:
 * @self: a pack
 *
 * Returns: whether the last step was an undo
 */
gboolean
jg_local_pack_can_redo (JgLocalPack *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), FALSE);

  return self->redo->len > 0;
}

/**
 * jg_local_pack_undo:
 * @self: a pack
 *
 * Takes the last change back.
 *
 * Returns: whether that was done; otherwise a #JgLocalPackError
 */
gboolean
jg_local_pack_undo (JgLocalPack *self, GError **error)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), FALSE);

  return step (self, self->undo, self->redo, error);
}

/**
 * jg_local_pack_redo:
 * @self: a pack
 *
 * Makes the change again that was undone.
 *
 * Returns: whether that was done; otherwise a #JgLocalPackError
 */
gboolean
jg_local_pack_redo (JgLocalPack *self, GError **error)
{
  g_return_val_if_fail (JG_IS_LOCAL_PACK (self), FALSE);

  return step (self, self->redo, self->undo, error);
}

/* jg_local_pack_copy_root:
 * @except: (nullable): a member to leave out
 *
 * Returns: (transfer full): the present content, to be changed */
JsonObject *
jg_local_pack_copy_root (JgLocalPack *self, const char *except)
{
  JsonObject *old = json_node_get_object (self->root);
  JsonObject *root = json_object_new ();
  g_autoptr (GList) keys = json_object_get_members (old);

  for (GList *l = keys; l != NULL; l = l->next)
    if (g_strcmp0 (l->data, except) != 0)
      json_object_set_member (root, l->data,
                              json_node_copy (json_object_get_member (old, l->data)));
  return root;
}

static void
set_version (JgLocalPack *self, JsonObject *root)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  const gint64 version = g_ascii_strtoll (self->pack->info->version, NULL, 10);
  g_autofree char *next = g_strdup_printf ("%" G_GINT64_FORMAT, CLAMP (version, 0, 1000000000) + 1);

  json_object_set_string_member (root, "version", next);
  json_object_set_string_member (root, "date", date);
}

/* “own.json /measures/3/quote：…”: which field of @place it is, and what is wrong. */
static void
add_complaint (GPtrArray *problems, const char *complaint, const char *place)
{
  const char *pointer = strchr (complaint, '/');
  const char *message = strstr (complaint, "：");
  g_autofree char *field = NULL;

  if (message == NULL || pointer == NULL || pointer > message)
    {
      jg_local_problems_add (problems, "", "%s", complaint);
      return;
    }
  message += strlen ("：");
  if (place != NULL && g_str_has_prefix (pointer, place) &&
      (pointer[strlen (place)] == '/' || g_str_has_prefix (pointer + strlen (place), "：")))
    {
      const char *start = pointer + strlen (place);

      field = *start == '/' ? g_strndup (start + 1, strcspn (start + 1, "/\xef")) : g_strdup ("");
      jg_local_problems_add (problems, field, "%s", message);
    }
  else
    jg_local_problems_add (problems, "", "%s", complaint);
}

/* jg_local_pack_commit:
 * @root: (transfer full): the content as it shall be
 * @place: (nullable): JSON pointer of the item that was changed
 *
 * Holds the content against the checks of every pack, and keeps it.
 *
 * Returns: (transfer full) (nullable) (element-type JgLocalProblem): why nothing was kept; %NULL when it was */
GPtrArray *
jg_local_pack_commit (JgLocalPack *self, JsonObject *root, const char *place)
{
  g_autoptr (GPtrArray) problems = jg_local_problems_new ();
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  GPtrArray *errors = jg_pack_set_get_errors (set);

  set_version (self, root);
  bytes = jg_local_pack_write_root (root);
  json_object_unref (root);
  jg_pack_set_add_catalogue (set, jg_catalogue_get_path (self->base));
  jg_pack_set_add_bytes (set, name, bytes, JG_SIGNATURE_NONE);
  if (!jg_pack_set_check (set))
    {
      for (guint i = 0; i < errors->len; i++)
        add_complaint (problems, g_ptr_array_index (errors, i), place);
      return g_steal_pointer (&problems);
    }
  if (jg_local_pack_store (self, bytes, &error))
    return NULL;
  jg_local_problems_add (problems, "", "%s", error->message);
  return g_steal_pointer (&problems);
}
