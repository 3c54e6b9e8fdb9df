/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-set-private.h"

#include <string.h>

#include "jg-catalogue-private.h"
#include "jg-catalogue-writer.h"
#include "jg-json-gate.h"
#include "jg-provenance.h"
#include "jg-replay.h"
#include "jg-text-forbidden.h"

G_DEFINE_FINAL_TYPE (JgPackSet, jg_pack_set, G_TYPE_OBJECT)

static void
jg_pack_set_finalize (GObject *object)
{
  JgPackSet *self = JG_PACK_SET (object);

  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->document_by_key, g_hash_table_unref);
  g_clear_pointer (&self->fact_by_key, g_hash_table_unref);
  g_clear_pointer (&self->occupation_by_id, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->operations, g_ptr_array_unref);
  g_clear_pointer (&self->pack_occupations, g_ptr_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->occupations, g_ptr_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->sources, jg_sources_free);
  g_clear_pointer (&self->errors, g_ptr_array_unref);
  g_clear_pointer (&self->base_id, g_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (jg_pack_set_parent_class)->finalize (object);
}

static void
jg_pack_set_class_init (JgPackSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_pack_set_finalize;
}

static void
jg_pack_set_init (JgPackSet *self)
{
  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_pack_free);
  self->documents = g_ptr_array_new ();
  self->document_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->fact_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->occupation_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->operations = g_ptr_array_new ();
  self->pack_occupations = g_ptr_array_new ();
  self->codes = g_ptr_array_new ();
  self->errors = g_ptr_array_new_with_free_func (g_free);
}

/* jg_pack_set_new:
 *
 * Returns: (transfer full): an empty set */
JgPackSet *
jg_pack_set_new (void)
{
  return g_object_new (JG_TYPE_PACK_SET, NULL);
}

/* jg_pack_set_set_progress:
 * @cancellable: (nullable): stops reading, checking and writing
 * @progress: (nullable) (scope forever): told how far the work has come
 *
 * Lets somebody watch and stop what follows: adding, jg_pack_set_check() and jg_pack_set_write(). */
void
jg_pack_set_set_progress (JgPackSet *self,
                          GCancellable *cancellable,
                          JgProgressFunc progress,
                          gpointer user_data)
{
  g_return_if_fail (JG_IS_PACK_SET (self));

  g_set_object (&self->cancellable, cancellable);
  self->progress = progress;
  self->progress_data = user_data;
  jg_pack_set_begin_stage (self, JG_STAGE_READ);
}

/* jg_pack_set_begin_stage:
 * @percent: how much of the whole the stage is
 *
 * Ends one stage of the work and begins the next. */
void
jg_pack_set_begin_stage (JgPackSet *self, int percent)
{
  self->stage += self->stage_share;
  self->stage_share = percent / 100.0;
  jg_pack_set_step (self, 0, 1);
}

/* jg_pack_set_step:
 * @done: how much of the stage is done
 * @all: how much it is
 *
 * Reports progress, in steps of at least one in a hundred.
 *
 * Returns: %FALSE when the work was cancelled */
gboolean
jg_pack_set_step (JgPackSet *self, guint done, guint all)
{
  double fraction = MIN (self->stage + self->stage_share * done / MAX (all, 1), 1);

  if (jg_pack_set_is_cancelled (self))
    return FALSE;
  if (self->progress != NULL && fraction >= self->reported + 0.01)
    {
      self->reported = fraction;
      self->progress (fraction, self->progress_data);
    }
  return TRUE;
}

/* jg_pack_set_is_cancelled:
 *
 * Returns: whether somebody asked to stop */
gboolean
jg_pack_set_is_cancelled (JgPackSet *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* jg_pack_set_complain:
 * @pointer: file name and JSON pointer
 *
 * Adds a complaint, up to the 50 that are shown in one go. */
void
jg_pack_set_complain (JgPackSet *self, const char *pointer, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (self->errors->len >= JG_PACK_MAX_ERRORS)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->errors, g_strdup_printf ("%s：%s", pointer, message));
}

/* jg_pack_set_add_sources:
 * @folder: a folder like data/sources/
 *
 * Adds the official documents. Packs may then claim to be official, since every quote of theirs is
 * held against these texts. */
void
jg_pack_set_add_sources (JgPackSet *self, const char *folder)
{
  g_return_if_fail (JG_IS_PACK_SET (self));

  if (self->sources != NULL)
    {
      jg_pack_set_complain (self, folder, "官方文本只能指定一次");
      return;
    }
  self->sources = jg_sources_load_folder (folder, self->errors);
}

static void
add_pack (JgPackSet *self,
          const char *name,
          GBytes *bytes,
          gboolean imported,
          JgSignatureState signature)
{
  JgPack *pack = jg_pack_parse (name, bytes, self->errors);
  const char *provenance;

  if (pack == NULL)
    return;
  provenance = pack->info->provenance;
  /* Neither the notices nor our own words come from outside. */
  if (imported && (strcmp (provenance, "official") == 0 || strcmp (provenance, "editorial") == 0))
    {
      jg_pack_set_complain (
          self, name, "/provenance：外来的数据包不能自称 %s；应写 local 或 secondary", provenance);
      jg_pack_free (pack);
      return;
    }
  if (strcmp (provenance, "local") == 0)
    jg_pack_set_provenance (pack, jg_provenance_of_local (signature));
  g_ptr_array_add (self->packs, pack);
}

/* jg_pack_set_add_catalogue:
 * @path: a catalogue
 *
 * Adds the documents and packs a catalogue was built from (it keeps them byte for byte), so that new
 * packs can refer to them. Packs added after this come from outside. */
void
jg_pack_set_add_catalogue (JgPackSet *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_source_file_free);
  sqlite3_stmt *stmt = NULL;
  guint n_packs = 0;
  guint n_read = 0;

  g_return_if_fail (JG_IS_PACK_SET (self));

  catalogue = jg_catalogue_open (path, &error);
  if (catalogue == NULL)
    {
      jg_pack_set_complain (self, path, "%s", error->message);
      return;
    }
  g_free (self->base_id);
  self->base_id = g_strdup (jg_catalogue_get_id (catalogue));
  stmt = jg_catalogue_prepare (catalogue, "SELECT count(*) FROM pack WHERE content IS NOT NULL");
  if (sqlite3_step (stmt) == SQLITE_ROW)
    n_packs = (guint) sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  stmt =
      jg_catalogue_prepare (catalogue, "SELECT name, content FROM source_file ORDER BY position");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgSourceFile *file = g_new0 (JgSourceFile, 1);

      file->name = jg_column_dup_text (stmt, 0);
      file->bytes =
          g_bytes_new (sqlite3_column_blob (stmt, 1), (gsize) sqlite3_column_bytes (stmt, 1));
      g_ptr_array_add (files, file);
    }
  sqlite3_finalize (stmt);
  if (files->len > 0 && self->sources == NULL)
    self->sources = jg_sources_load_files (files, self->errors);

  stmt = jg_catalogue_prepare (
      catalogue, "SELECT name, content FROM pack WHERE content IS NOT NULL ORDER BY position");
  while (jg_pack_set_step (self, n_read++, n_packs + 1) && sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_autoptr (GBytes) bytes =
          g_bytes_new (sqlite3_column_blob (stmt, 1), (gsize) sqlite3_column_bytes (stmt, 1));

      add_pack (self, jg_column_text (stmt, 0), bytes, FALSE, JG_SIGNATURE_NONE);
    }
  sqlite3_finalize (stmt);
  self->imported = TRUE;
}

/* jg_pack_set_add_file:
 * @path: a pack file
 *
 * Reads one pack. What is wrong with it is in jg_pack_set_get_errors(); the file's name in messages
 * is @path as given. */
void
jg_pack_set_add_file (JgPackSet *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  char *data = NULL;
  gsize length = 0;

  g_return_if_fail (JG_IS_PACK_SET (self));

  data = jg_json_gate_read_file (path, JG_PACK_MAX_SIZE, &length, &error);
  if (data == NULL)
    {
      if (self->errors->len < JG_PACK_MAX_ERRORS)
        g_ptr_array_add (self->errors, g_strdup (error->message));
      return;
    }
  bytes = g_bytes_new_take (data, length);
  base = g_path_get_basename (path);
  name = jg_text_dup_path_name (base);
  add_pack (self, name, bytes, self->imported, JG_SIGNATURE_NONE);
}

/* jg_pack_set_add_bytes:
 * @name: name of the file, for messages
 * @bytes: its content
 * @signature: what its signature says, which is said of every statement of an office's pack
 *
 * Adds a pack that has been read already. */
void
jg_pack_set_add_bytes (JgPackSet *self, const char *name, GBytes *bytes, JgSignatureState signature)
{
  g_return_if_fail (JG_IS_PACK_SET (self));
  g_return_if_fail (name != NULL && bytes != NULL);

  add_pack (self, name, bytes, self->imported, signature);
}

/* jg_pack_set_get_base_id:
 *
 * Returns: (transfer none) (nullable): id of the catalogue added last by jg_pack_set_add_catalogue() */
const char *
jg_pack_set_get_base_id (JgPackSet *self)
{
  g_return_val_if_fail (JG_IS_PACK_SET (self), NULL);

  return self->base_id;
}

static int
compare_packs (gconstpointer a, gconstpointer b)
{
  const JgPack *x = *(const JgPack *const *) a;
  const JgPack *y = *(const JgPack *const *) b;

  return strcmp (x->info->id, y->info->id);
}

static void
index_document (JgPackSet *self, JgPackDocument *document)
{
  const char *key = document->document->key;

  if (g_hash_table_contains (self->document_by_key, key))
    {
      jg_pack_set_complain (self, document->pointer, "文件 key “%s”已经用过；应换一个", key);
      return;
    }
  g_hash_table_insert (self->document_by_key, (gpointer) key, document);
  g_ptr_array_add (self->documents, document);
}

static void
index_id (JgPackSet *self, const char *id, const char *pointer)
{
  const char *other = g_hash_table_lookup (self->ids, id);

  if (other != NULL)
    jg_pack_set_complain (self, pointer, "id “%s”已在 %s 用过；id 在整组包里应唯一", id, other);
  else
    g_hash_table_insert (self->ids, (gpointer) id, (gpointer) pointer);
}

static guint
document_position (JgPackSet *self, const char *key)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const JgPackDocument *document = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (document->document->key, key) == 0)
        return i;
    }
  return G_MAXUINT;
}

typedef struct
{
  guint document;
  guint order;
  JgOperation *operation;
} Ordered;

static int
compare_ordered (gconstpointer a, gconstpointer b)
{
  const Ordered *x = a;
  const Ordered *y = b;

  if (x->document != y->document)
    return x->document < y->document ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* Packs come in any order; operations are carried out in the order of their documents. */
static void
order_operations (JgPackSet *self, GPtrArray *operations)
{
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (Ordered));

  for (guint i = 0; i < operations->len; i++)
    {
      JgOperation *operation = g_ptr_array_index (operations, i);
      Ordered item = { document_position (self, operation->document), i, operation };

      g_array_append_val (ordered, item);
    }
  g_array_sort (ordered, compare_ordered);
  for (guint i = 0; i < ordered->len; i++)
    g_ptr_array_add (self->operations, g_array_index (ordered, Ordered, i).operation);
}

static gboolean
says_more_than_name (const JgPackOccupation *row)
{
  return row->definition != NULL || row->tasks->len > 0 || row->work_types->len > 0 ||
         row->source != NULL;
}

/* Two lists may name the same occupation under one id, and either may be used without the other: the
 * second then only adds what the first does not know. What is official is not said again by others. */
static void
join_occupations (JgPackSet *self, JgPackOccupation *known, JgPackOccupation *row)
{
  if (strcmp (known->provenance, "official") == 0 || strcmp (row->provenance, "official") == 0 ||
      (says_more_than_name (known) && says_more_than_name (row)))
    {
      jg_pack_set_complain (self, row->pointer, "id “%s”已在 %s 用过；id 在整组包里应唯一", row->id,
                            known->pointer);
      return;
    }
  if (strcmp (known->name, row->name) != 0 ||
      (known->code != NULL && row->code != NULL &&
       (strcmp (known->code, row->code) != 0 || strcmp (known->edition, row->edition) != 0)))
    {
      jg_pack_set_complain (
          self, row->pointer,
          "与 %s 是同一个 id “%s”，名称或编码却不同（“%s”与“%s”）；同一职业应相同", known->pointer,
          row->id, known->name, row->name);
      return;
    }
  if (says_more_than_name (row))
    {
      JgPackOccupation said = *row;

      row->definition = known->definition;
      row->tasks = known->tasks;
      row->work_types = known->work_types;
      row->source = known->source;
      known->definition = said.definition;
      known->tasks = said.tasks;
      known->work_types = said.work_types;
      known->source = said.source;
    }
  if (known->code == NULL)
    {
      known->code = g_strdup (row->code);
      known->edition = g_strdup (row->edition);
    }
  if (known->note == NULL)
    known->note = g_strdup (row->note);
  else if (row->note != NULL)
    {
      g_autofree char *note = g_steal_pointer (&known->note);

      known->note = g_strconcat (note, "\n", row->note, NULL);
    }
  if (known->marks[0] == NULL)
    {
      g_strfreev (known->marks);
      known->marks = g_strdupv (row->marks);
    }
}

static void
index_pack (JgPackSet *self, JgPack *pack, GPtrArray *operations)
{
  for (guint i = 0; i < pack->documents->len; i++)
    index_document (self, g_ptr_array_index (pack->documents, i));
  for (guint i = 0; i < pack->facts->len; i++)
    {
      JgPackFact *row = g_ptr_array_index (pack->facts, i);

      if (!g_hash_table_insert (self->fact_by_key, row->fact->key, row->fact))
        jg_pack_set_complain (self, row->pointer, "事实 key “%s”已经用过；应换一个",
                              row->fact->key);
    }
  for (guint i = 0; i < pack->occupations->len; i++)
    {
      JgPackOccupation *row = g_ptr_array_index (pack->occupations, i);
      JgPackOccupation *known = g_hash_table_lookup (self->occupation_by_id, row->id);

      if (known != NULL && !g_ptr_array_find (pack->occupations, known, NULL))
        {
          join_occupations (self, known, row);
          continue;
        }
      index_id (self, row->id, row->pointer);
      g_hash_table_insert (self->occupation_by_id, row->id, row);
      g_ptr_array_add (self->pack_occupations, row);
    }
  for (guint i = 0; i < pack->operations->len; i++)
    {
      JgOperation *row = g_ptr_array_index (pack->operations, i);

      index_id (self, row->id, row->pointer);
      g_ptr_array_add (operations, row);
    }
  for (guint i = 0; i < pack->codes->len; i++)
    g_ptr_array_add (self->codes, g_ptr_array_index (pack->codes, i));
  for (guint i = 0; i < pack->measures->len; i++)
    {
      JgPackMeasure *row = g_ptr_array_index (pack->measures, i);

      index_id (self, row->measure->id, row->pointer);
    }
}

/* jg_pack_set_check:
 *
 * Checks the packs against each other and against the texts: ids, references, quotes, conditions,
 * and the replay of the operations. Nothing is written.
 *
 * Returns: whether nothing was wrong; see jg_pack_set_get_errors(), which is empty when the work was
 *   cancelled */
gboolean
jg_pack_set_check (JgPackSet *self)
{
  g_autoptr (GPtrArray) operations = g_ptr_array_new ();

  g_return_val_if_fail (JG_IS_PACK_SET (self), FALSE);

  if (self->errors->len > 0 || jg_pack_set_is_cancelled (self))
    return FALSE;

  jg_pack_set_begin_stage (self, JG_STAGE_CHECK);
  g_ptr_array_sort (self->packs, compare_packs);
  for (guint i = 0; i < self->packs->len; i++)
    {
      const JgPack *pack = g_ptr_array_index (self->packs, i);

      if (i > 0 && compare_packs (&g_ptr_array_index (self->packs, i - 1),
                                  &g_ptr_array_index (self->packs, i)) == 0)
        jg_pack_set_complain (self, pack->name, "/id：“%s”与另一个包相同；每个包的 id 应唯一",
                              pack->info->id);
    }
  for (guint i = 0; self->sources != NULL && i < self->sources->documents->len; i++)
    index_document (self, g_ptr_array_index (self->sources->documents, i));
  for (guint i = 0; i < self->packs->len; i++)
    index_pack (self, g_ptr_array_index (self->packs, i), operations);
  order_operations (self, operations);

  jg_pack_set_check_references (self);
  jg_pack_set_check_quotes (self);
  if (self->errors->len > 0 || jg_pack_set_is_cancelled (self))
    return FALSE;
  self->occupations =
      jg_replay_run (self->pack_occupations, self->operations, self->codes, NULL, self->errors);
  return self->errors->len == 0;
}

/* jg_pack_set_replay:
 * @until: key of a document
 *
 * Gives the state after the notice @until, as jg_replay_run() does. Only after a successful
 * jg_pack_set_check().
 *
 * Returns: (transfer container) (element-type JgOccupation): the occupations that exist then */
GPtrArray *
jg_pack_set_replay (JgPackSet *self, const char *until)
{
  g_return_val_if_fail (JG_IS_PACK_SET (self) && self->occupations != NULL, NULL);

  return jg_replay_run (self->pack_occupations, self->operations, self->codes, until, self->errors);
}

/* jg_pack_set_write:
 * @path: where the catalogue goes; an existing file is replaced in one step, or not at all
 *
 * Writes the checked set as a catalogue; the same set gives the same bytes.
 *
 * Returns: %FALSE with JG_CATALOGUE_ERROR / JG_CATALOGUE_ERROR_WRITE, or with G_IO_ERROR_CANCELLED;
 *   nothing is left behind then */
gboolean
jg_pack_set_write (JgPackSet *self, const char *path, GError **error)
{
  g_return_val_if_fail (JG_IS_PACK_SET (self) && self->occupations != NULL, FALSE);

  return jg_catalogue_write (self, path, error);
}

/* jg_pack_set_get_errors:
 *
 * Returns: (transfer none) (element-type utf8): what is wrong, at most 50 complaints */
GPtrArray *
jg_pack_set_get_errors (JgPackSet *self)
{
  g_return_val_if_fail (JG_IS_PACK_SET (self), NULL);

  return self->errors;
}

/* jg_pack_set_get_packs:
 *
 * Returns: (transfer none) (element-type JgPack): the packs read so far */
GPtrArray *
jg_pack_set_get_packs (JgPackSet *self)
{
  g_return_val_if_fail (JG_IS_PACK_SET (self), NULL);

  return self->packs;
}

/* jg_pack_set_get_documents:
 *
 * Returns: (transfer none) (element-type JgPackDocument): official documents, then local ones; after
 *   jg_pack_set_check() */
GPtrArray *
jg_pack_set_get_documents (JgPackSet *self)
{
  g_return_val_if_fail (JG_IS_PACK_SET (self), NULL);

  return self->documents;
}

/* jg_pack_set_get_occupations:
 *
 * Returns: (transfer none) (element-type JgOccupation) (nullable): the state after all operations;
 *   after a successful jg_pack_set_check() */
GPtrArray *
jg_pack_set_get_occupations (JgPackSet *self)
{
  g_return_val_if_fail (JG_IS_PACK_SET (self), NULL);

  return self->occupations;
}
