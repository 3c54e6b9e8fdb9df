/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-catalogue.h"

#include <gio/gio.h>
#include <string.h>

#include "jg-catalogue-private.h"
#include "jg-config.h"

struct _JgCatalogue
{
  GObject parent_instance;

  char *path;
  char *id;
  char *data_date;
  char *edition_date;
  sqlite3 *db;
};

G_DEFINE_FINAL_TYPE (JgCatalogue, jg_catalogue, G_TYPE_OBJECT)

G_DEFINE_QUARK (jg - catalogue - error - quark, jg_catalogue_error)

static void
jg_catalogue_finalize (GObject *object)
{
  JgCatalogue *self = JG_CATALOGUE (object);

  g_free (self->path);
  g_free (self->id);
  g_free (self->data_date);
  g_free (self->edition_date);
  sqlite3_close_v2 (self->db);

  G_OBJECT_CLASS (jg_catalogue_parent_class)->finalize (object);
}

static void
jg_catalogue_class_init (JgCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_catalogue_finalize;
}

static void
jg_catalogue_init (JgCatalogue *self)
{
}

/* jg_catalogue_get_db:
 *
 * Returns: (transfer none): the open database; for the files of this library only */
sqlite3 *
jg_catalogue_get_db (JgCatalogue *self)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (self), NULL);

  return self->db;
}

/* jg_catalogue_prepare:
 * @sql: one statement of ours
 *
 * Prepares a statement on the catalogue. The schema is checked when the catalogue is opened, so a
 * failure here is a damaged page found late; the statement is then %NULL, which every
 * sqlite3_step() answers with SQLITE_MISUSE, i.e. as no rows, and the damage is logged.
 *
 * Returns: (transfer full) (nullable): the statement */
sqlite3_stmt *
jg_catalogue_prepare (JgCatalogue *self, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_warning ("%s: %s", self->path, sqlite3_errmsg (self->db));
  return stmt;
}

/* jg_column_text:
 *
 * Returns: (transfer none) (nullable): the text of a column, until the next step */
const char *
jg_column_text (sqlite3_stmt *stmt, int column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

/* jg_column_dup_text:
 *
 * Returns: (transfer full) (nullable): the text of a column */
char *
jg_column_dup_text (sqlite3_stmt *stmt, int column)
{
  return g_strdup (jg_column_text (stmt, column));
}

/* jg_column_dup_list:
 *
 * Returns: (transfer full): the words of a list column; empty for an empty or missing text */
char **
jg_column_dup_list (sqlite3_stmt *stmt, int column)
{
  const char *text = jg_column_text (stmt, column);

  if (text == NULL || *text == '\0')
    return g_new0 (char *, 1);
  return g_strsplit (text, JG_LIST_SEPARATOR, -1);
}

static int
get_pragma (sqlite3 *db, const char *sql, int *value)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  if (rc == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    {
      *value = sqlite3_column_int (stmt, 0);
      return SQLITE_OK;
    }
  return rc != SQLITE_OK ? rc : sqlite3_errcode (db);
}

static gboolean
check_database (JgCatalogue *self, GError **error)
{
  static const char *const tables[] = { "alias",        "change",       "citation",
                                        "class",        "document",     "elsewhere",
                                        "fact",         "measure",      "measure_link",
                                        "meta",         "occupation",   "occupation_code",
                                        "pack",         "pack_source",  "paragraph",
                                        "relation",     "repair",       "reused_code",
                                        "search_entry", "search_field", "search_gram",
                                        "search_meta",  "source_file",  "synonym",
                                        "task",         "work_type",    NULL };
  int id = 0;
  int version = 0;

  if (get_pragma (self->db, "PRAGMA application_id", &id) != SQLITE_OK ||
      id != JG_CATALOGUE_APPLICATION_ID)
    {
      g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_FOREIGN,
                   "%s 不是 JobGuide 目录数据库；目录由 jobguidectl pack build 生成", self->path);
      return FALSE;
    }
  get_pragma (self->db, "PRAGMA user_version", &version);
  if (version > JG_CATALOGUE_VERSION)
    {
      g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_NEWER,
                   "%s 由更新版本的 JobGuide 生成（格式 %d，本程序认识到 %d）；请升级 "
                   "JobGuide，或用本版本重新生成目录",
                   self->path, version, JG_CATALOGUE_VERSION);
      return FALSE;
    }
  if (version < JG_CATALOGUE_VERSION)
    {
      g_set_error (
          error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_OLDER,
          "%s 由较旧版本的 JobGuide 生成（格式 %d，本程序用 %d）；请用本版本的 jobguidectl "
          "pack build 重新生成",
          self->path, version, JG_CATALOGUE_VERSION);
      return FALSE;
    }
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" LIMIT 1", tables[i]);
      g_autoptr (sqlite3_stmt) stmt = NULL;
      int rc = sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL);

      if (rc == SQLITE_OK)
        rc = sqlite3_step (stmt);
      if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        {
          g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_DAMAGED,
                       "%s 已损坏（%s：%s）；请重新安装，或用 jobguidectl pack build 重新生成",
                       self->path, tables[i], sqlite3_errmsg (self->db));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_whole (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  guchar head[100];
  gsize n = 0;
  guint pages = 0;

  info =
      g_file_query_info (file, "standard::size,standard::type", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_NOT_FOUND,
                   "找不到目录数据库 %s；请检查路径，或重新安装", path);
      return FALSE;
    }
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return FALSE;
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, NULL, error))
    return FALSE;
  if (n < sizeof head || memcmp (head, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_FOREIGN,
                   "%s 不是 JobGuide 目录数据库；目录由 jobguidectl pack build 生成", path);
      return FALSE;
    }
  /* An immutable database is not locked and its length is not checked by SQLite: a file cut short
   * would be read up to the cut. */
  pages = ((guint) head[28] << 24) | ((guint) head[29] << 16) | ((guint) head[30] << 8) | head[31];
  if ((guint64) g_file_info_get_size (info) !=
      (guint64) pages *
          (((guint) head[16] << 8 | head[17]) == 1 ? 65536 : ((guint) head[16] << 8 | head[17])))
    {
      g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_DAMAGED,
                   "%s 不完整（可能没有复制完）；请重新安装，或用 jobguidectl pack build 重新生成",
                   path);
      return FALSE;
    }
  return TRUE;
}

static char *
immutable_uri (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", TRUE);

  return g_strdup_printf ("file:%s?mode=ro&immutable=1", escaped);
}

static char *
dup_meta (JgCatalogue *self, const char *key)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_catalogue_prepare (self, "SELECT value FROM meta WHERE key = ?");

  sqlite3_bind_text (stmt, 1, key, -1, SQLITE_TRANSIENT);
  return sqlite3_step (stmt) == SQLITE_ROW ? jg_column_dup_text (stmt, 0) : g_strdup ("");
}

/* jg_catalogue_open:
 * @path: a file made by “jobguidectl pack build”
 *
 * Opens a catalogue read-only and immutable: no lock, no journal, nothing is ever written.
 *
 * Returns: (transfer full): the catalogue, or %NULL with JG_CATALOGUE_ERROR: NOT_FOUND, FOREIGN,
 *   NEWER, OLDER or DAMAGED */
JgCatalogue *
jg_catalogue_open (const char *path, GError **error)
{
  g_autoptr (JgCatalogue) self = NULL;
  g_autofree char *uri = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!is_whole (path, error))
    return NULL;
  self = g_object_new (JG_TYPE_CATALOGUE, NULL);
  self->path = g_strdup (path);
  uri = immutable_uri (path);
  if (sqlite3_open_v2 (uri, &self->db,
                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                           SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK)
    {
      g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_DAMAGED,
                   "打不开 %s（%s）；请重新安装", path, sqlite3_errmsg (self->db));
      return NULL;
    }
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_exec (self->db, "PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY", NULL, NULL, NULL);
  if (!check_database (self, error))
    return NULL;

  self->id = dup_meta (self, "id");
  self->data_date = dup_meta (self, "data-date");
  self->edition_date = dup_meta (self, "edited");
  return g_steal_pointer (&self);
}

/* The places a catalogue may lie, seen from the program: the build tree, then the prefix it was
 * installed to or moved to with the program, then the prefix it was configured for. */
static GPtrArray *
list_places (void)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  if (folder != NULL)
    {
      /* Of the programs of the build tree (src/ctl, src/app, tests/<layer>) each lies two below it. */
      g_autofree char *built = g_build_filename (folder, "..", "..", "data", "catalogue.db", NULL);
      g_autofree char *ninja = g_build_filename (folder, "..", "..", "build.ninja", NULL);

      if (g_file_test (ninja, G_FILE_TEST_EXISTS))
        g_ptr_array_add (places, g_steal_pointer (&built));
      g_ptr_array_add (places,
                       g_build_filename (folder, "..", "share", "jobguide", "catalogue.db", NULL));
    }
  g_ptr_array_add (places, g_build_filename (PKGDATADIR, "catalogue.db", NULL));
  return places;
}

/* jg_catalogue_dup_default_path:
 *
 * Finds the shipped catalogue, from the build tree or from the prefix of the program.
 *
 * Returns: (transfer full) (nullable) (type filename): its path, or %NULL when there is none */
char *
jg_catalogue_dup_default_path (void)
{
  g_autoptr (GPtrArray) places = list_places ();

  for (guint i = 0; i < places->len; i++)
    if (g_file_test (g_ptr_array_index (places, i), G_FILE_TEST_EXISTS))
      return g_canonicalize_filename (g_ptr_array_index (places, i), NULL);
  return NULL;
}

/* jg_catalogue_open_default:
 *
 * Opens the shipped catalogue.
 *
 * Returns: (transfer full): the catalogue, or %NULL with the errors of jg_catalogue_open() */
JgCatalogue *
jg_catalogue_open_default (GError **error)
{
  g_autofree char *path = jg_catalogue_dup_default_path ();

  if (path != NULL)
    return jg_catalogue_open (path, error);
  g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_NOT_FOUND,
               "找不到目录数据库（%s）；请重新安装 JobGuide，或用 --catalogue 指明文件",
               PKGDATADIR "/catalogue.db");
  return NULL;
}

/* jg_catalogue_get_path:
 *
 * Returns: (transfer none) (type filename): the path it was opened by */
const char *
jg_catalogue_get_path (JgCatalogue *self)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (self), NULL);

  return self->path;
}

/* jg_catalogue_get_id:
 *
 * Gets what tells this catalogue from every other: a hash of its file, taken when it was written. It
 * changes with the texts, with the packs and with the program that wrote it.
 *
 * Returns: (transfer none): the id */
const char *
jg_catalogue_get_id (JgCatalogue *self)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (self), NULL);

  return self->id;
}

/* jg_catalogue_has_pack:
 * @id: id of a pack
 *
 * Returns: whether the catalogue was built with this pack */
gboolean
jg_catalogue_has_pack (JgCatalogue *self, const char *id)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  stmt = jg_catalogue_prepare (self, "SELECT 1 FROM pack WHERE id = ? AND content IS NOT NULL");
  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_TRANSIENT);
  return sqlite3_step (stmt) == SQLITE_ROW;
}

/* jg_catalogue_get_data_date:
 *
 * Returns: (transfer none): the date up to which the catalogue knows the documents, YYYY-MM-DD or
 *   YYYY-MM: that of the compilation, or of the newest document added to it */
const char *
jg_catalogue_get_data_date (JgCatalogue *self)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (self), NULL);

  return self->data_date;
}

/* jg_catalogue_get_edition_date:
 *
 * Returns: (transfer none): the day the packs were last edited, YYYY-MM-DD; it is the version of the
 *   data and says nothing about how new the documents are */
const char *
jg_catalogue_get_edition_date (JgCatalogue *self)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (self), NULL);

  return self->edition_date;
}

/* jg_catalogue_list_packs:
 *
 * Lists what the catalogue was made from; the first is the compilation itself.
 *
 * Returns: (transfer full) (element-type JgPackInfo): packs */
GPtrArray *
jg_catalogue_list_packs (JgCatalogue *self)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_pack_info_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (sqlite3_stmt) sources = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), packs);

  stmt = jg_catalogue_prepare (
      self, "SELECT id, version, title, date, provenance, sha256 FROM pack ORDER BY position");
  sources = jg_catalogue_prepare (
      self, "SELECT title, licence, credit FROM pack_source WHERE pack = ? ORDER BY position");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgPackInfo *info = g_new0 (JgPackInfo, 1);
      g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
      g_autoptr (GStrvBuilder) licences = g_strv_builder_new ();
      g_autoptr (GStrvBuilder) credits = g_strv_builder_new ();

      info->id = jg_column_dup_text (stmt, 0);
      info->version = jg_column_dup_text (stmt, 1);
      info->title = jg_column_dup_text (stmt, 2);
      info->date = jg_column_dup_text (stmt, 3);
      info->provenance = jg_column_dup_text (stmt, 4);
      info->sha256 = jg_column_dup_text (stmt, 5);
      sqlite3_bind_text (sources, 1, info->id, -1, SQLITE_TRANSIENT);
      while (sqlite3_step (sources) == SQLITE_ROW)
        {
          g_strv_builder_add (titles, jg_column_text (sources, 0));
          g_strv_builder_add (licences, jg_column_text (sources, 1));
          g_strv_builder_add (credits, jg_column_text (sources, 2));
        }
      sqlite3_reset (sources);
      info->source_titles = g_strv_builder_end (titles);
      info->source_licences = g_strv_builder_end (licences);
      info->source_credits = g_strv_builder_end (credits);
      g_ptr_array_add (packs, info);
    }
  return packs;
}
