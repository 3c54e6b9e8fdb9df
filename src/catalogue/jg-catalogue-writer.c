/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-catalogue-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "jg-catalogue-private.h"
#include "jg-catalogue-resources.h"
#include "jg-pack-set-private.h"
#include "jg-people.h"
#include "jg-pinyin.h"
#include "jg-provenance.h"
#include "jg-search-private.h"
#include "jg-text.h"

typedef struct
{
  JgPackSet *set;
  sqlite3 *db;
  GHashTable *statements; /* SQL, by its address → sqlite3_stmt */
  gboolean failed;
} Writer;

static sqlite3_stmt *
get_statement (Writer *self, const char *sql)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);

  if (stmt != NULL)
    return stmt;
  if (sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL) != SQLITE_OK)
    return NULL;
  g_hash_table_insert (self->statements, (gpointer) sql, stmt);
  return stmt;
}

/* Runs an INSERT, @sql being a constant; the arguments after @types are bound in order: s text, i
 * integer, b GBytes. */
static void
insert (Writer *self, const char *sql, const char *types, ...)
{
  sqlite3_stmt *stmt = self->failed ? NULL : get_statement (self, sql);
  va_list args;

  if (stmt == NULL)
    {
      self->failed = TRUE;
      return;
    }
  va_start (args, types);
  for (int i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 's')
        sqlite3_bind_text (stmt, i + 1, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
      else if (types[i] == 'i')
        sqlite3_bind_int64 (stmt, i + 1, va_arg (args, int));
      else
        {
          gsize length = 0;
          gconstpointer data = g_bytes_get_data (va_arg (args, GBytes *), &length);

          sqlite3_bind_blob64 (stmt, i + 1, length > 0 ? data : "", length, SQLITE_TRANSIENT);
        }
    }
  va_end (args);
  if (sqlite3_step (stmt) != SQLITE_DONE)
    self->failed = TRUE;
  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
}

static char *
join (char **list)
{
  return list != NULL ? g_strjoinv (JG_LIST_SEPARATOR, list) : g_strdup ("");
}

static void
write_pack_source (Writer *self, const char *pack, char **titles, char **licences, char **credits)
{
  for (int i = 0; titles != NULL && titles[i] != NULL; i++)
    insert (self, "INSERT INTO pack_source VALUES (?,?,?,?,?)", "sisss", pack, i, titles[i],
            licences[i], credits[i]);
}

static void
write_packs (Writer *self)
{
  GPtrArray *packs = self->set->packs;
  const JgSources *sources = self->set->sources;
  const char *edited = "";

  if (sources != NULL)
    {
      insert (self, "INSERT INTO pack VALUES (?,?,?,?,?,?,?,?,?)", "sissssssb", "sources", -1,
              sources->date, sources->title, sources->date, "official", "", NULL,
              g_bytes_new_static ("", 0));
      insert (self, "UPDATE pack SET content = NULL WHERE id = 'sources'", "");
      write_pack_source (self, "sources", sources->source_titles, sources->source_licences,
                         sources->source_credits);
      for (guint i = 0; i < sources->files->len; i++)
        {
          const JgSourceFile *file = g_ptr_array_index (sources->files, i);

          insert (self, "INSERT INTO source_file VALUES (?,?,?)", "sib", file->name, (int) i,
                  file->bytes);
        }
    }
  for (guint i = 0; i < packs->len; i++)
    {
      const JgPack *pack = g_ptr_array_index (packs, i);
      const JgPackInfo *info = pack->info;

      insert (self, "INSERT INTO pack VALUES (?,?,?,?,?,?,?,?,?)", "sissssssb", info->id, (int) i,
              info->version, info->title, info->date, info->provenance, info->sha256, pack->name,
              pack->bytes);
      write_pack_source (self, info->id, info->source_titles, info->source_licences,
                         info->source_credits);
      if (strcmp (info->date, edited) > 0)
        edited = info->date;
    }
  insert (self, "INSERT INTO meta VALUES ('edited', ?)", "s", edited);
}

/* The date up to which the catalogue knows the documents: that of the compilation, or of a later
 * document an office has added. The day the packs were edited says nothing about it. */
static const char *
newest_document (const JgPackSet *set)
{
  const char *newest = set->sources != NULL ? set->sources->date : "";

  for (guint i = 0; i < set->documents->len; i++)
    {
      const JgPackDocument *row = g_ptr_array_index (set->documents, i);

      if (row->document->date != NULL && strcmp (row->document->date, newest) > 0)
        newest = row->document->date;
    }
  return newest;
}

static gboolean
starts_inside_paragraph (const JgDocument *document, guint line)
{
  for (guint i = 0; i < document->repairs->len; i++)
    {
      const JgRepair *repair = g_ptr_array_index (document->repairs, i);

      if (repair->line_to == line && repair->line < line &&
          strcmp (repair->kind, "page-break-split") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
write_document (Writer *self, const JgPackDocument *row, int position)
{
  const JgDocument *document = row->document;
  g_autofree char *issuers = join (document->issuers);
  g_auto (GStrv) lines = g_strsplit (row->text, "\n", -1);

  insert (self, "INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", "sissssssssssssii",
          document->key, position, document->title, document->number, issuers, document->date,
          document->region_code, document->region_name, document->kind, document->provenance,
          document->commencement, document->commencement_quote, document->end, document->end_quote,
          (int) document->first_line, (int) document->last_line);
  for (guint i = 0; i < document->relations->len; i++)
    {
      const JgRelation *relation = g_ptr_array_index (document->relations, i);

      insert (self, "INSERT INTO relation VALUES (?,?,?,?,?,?,?)", "sissssi", document->key,
              (int) i, relation->kind, relation->document, relation->number, relation->quote,
              (int) relation->line);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint line = document->first_line + i;
      g_autofree char *text = g_strstrip (g_strdup (lines[i]));

      if (*text != '\0')
        insert (self, "INSERT INTO paragraph VALUES (?,?,?,?,?)", "sissi", document->key,
                (int) line, jg_pack_document_clause_at (row, line), lines[i],
                starts_inside_paragraph (document, line));
    }
  for (guint i = 0; i < document->repairs->len; i++)
    {
      const JgRepair *repair = g_ptr_array_index (document->repairs, i);

      insert (self, "INSERT INTO repair VALUES (?,?,?,?,?,?,?,?)", "sisiisss", document->key,
              (int) i, repair->kind, (int) repair->line, (int) repair->line_to, repair->before,
              repair->after, repair->reason);
    }
}

static void
write_citations (Writer *self, const char *occupation, int work_type, GPtrArray *citations)
{
  for (guint i = 0; i < citations->len; i++)
    {
      const JgCitation *citation = g_ptr_array_index (citations, i);

      insert (self, "INSERT INTO citation VALUES (?,?,?,?,?,?,?,?)", "siissiis", occupation,
              work_type, (int) i, citation->document, citation->clause, (int) citation->line,
              (int) citation->line_to, citation->quote);
    }
}

static void
write_field (Writer *self,
             const char *occupation,
             JgSearchField field,
             int position,
             const char *text,
             gboolean pronounced)
{
  g_autofree char *norm = jg_text_normalize_compact (text);
  g_autofree char *pinyin = pronounced ? jg_pinyin_syllables (text) : NULL;

  insert (self, "INSERT INTO search_raw VALUES (?,?,?,?,?,?)", "siisss", occupation, (int) field,
          position, text, norm, pinyin);
}

/* A code of another edition. Codes are answered in their order; what is not confirmed comes behind. */
static void
write_other_code (Writer *self, const JgOccupation *occupation, const JgOccupationCode *code)
{
  g_autofree char *norm =
      g_strconcat (strcmp (occupation->provenance, "secondary") == 0 ? JG_SEARCH_CODE_BEHIND : "",
                   code->code, NULL);

  insert (self, "INSERT INTO search_raw VALUES (?,?,?,?,?,?)", "siisss", occupation->id,
          (int) JG_SEARCH_CODE, atoi (code->edition), code->code, norm, NULL);
}

static void
write_occupation_fields (Writer *self, const JgOccupation *occupation)
{
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      const JgOccupationCode *code = g_ptr_array_index (occupation->codes, i);
      gboolean former = strcmp (code->status, "former") == 0;

      if (strcmp (code->edition, "2020") == 0)
        write_field (self, occupation->id, former ? JG_SEARCH_FORMER_CODE : JG_SEARCH_CODE, (int) i,
                     code->code, FALSE);
      else
        write_other_code (self, occupation, code);
    }
  write_field (self, occupation->id, JG_SEARCH_NAME, 0, occupation->name, TRUE);
  for (int i = 0; occupation->former_names[i] != NULL; i++)
    write_field (self, occupation->id, JG_SEARCH_FORMER_NAME, i, occupation->former_names[i], TRUE);
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      const JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      /* One that moved or became an occupation is found where it went. */
      if (work_type->other == NULL)
        write_field (self, occupation->id, JG_SEARCH_WORK_TYPE, (int) i, work_type->name, TRUE);
    }
  if (occupation->definition != NULL)
    write_field (self, occupation->id, JG_SEARCH_DEFINITION, 0, occupation->definition, FALSE);
  for (guint i = 0; i < occupation->tasks->len; i++)
    write_field (self, occupation->id, JG_SEARCH_TASK, (int) i + 1,
                 g_ptr_array_index (occupation->tasks, i), FALSE);
}

static void
write_occupation (Writer *self, const JgOccupation *occupation, int position)
{
  g_autofree char *marks = join (occupation->marks);
  g_autofree char *former_names = join (occupation->former_names);
  g_autofree char *successors = join (occupation->successors);

  insert (self, "INSERT INTO occupation VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", "sisssssssssss",
          occupation->id, position, occupation->code, occupation->edition, occupation->name,
          occupation->status, occupation->provenance, occupation->origin, marks,
          occupation->definition, former_names, successors, occupation->note);
  for (guint i = 0; i < occupation->tasks->len; i++)
    insert (self, "INSERT INTO task VALUES (?,?,?)", "sis", occupation->id, (int) i + 1,
            g_ptr_array_index (occupation->tasks, i));
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      const JgOccupationCode *code = g_ptr_array_index (occupation->codes, i);
      g_autofree char *code_marks = join (code->marks);

      insert (self, "INSERT INTO occupation_code VALUES (?,?,?,?,?,?,?,?,?,?)", "sissssssss",
              occupation->id, (int) i, code->code, code->edition, code->name, code->provenance,
              code->status, code_marks, code->relation, code->note);
    }
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      const JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      insert (self, "INSERT INTO work_type VALUES (?,?,?,?,?,?)", "sissss", occupation->id, (int) i,
              work_type->id, work_type->name, work_type->status, work_type->other);
      write_citations (self, occupation->id, (int) i, work_type->sources);
    }
  write_citations (self, occupation->id, -1, occupation->sources);
  for (guint i = 0; i < occupation->changes->len; i++)
    {
      const JgChange *change = g_ptr_array_index (occupation->changes, i);

      insert (self, "INSERT INTO change VALUES (?,?,?,?,?,?,?,?)", "sisssiss", occupation->id,
              (int) i, change->kind, change->document, change->clause, (int) change->line,
              change->quote, change->summary);
    }
  write_occupation_fields (self, occupation);
}

static void
write_reused_codes (Writer *self)
{
  for (guint i = 0; i < self->set->codes->len; i++)
    {
      const JgPackCode *row = g_ptr_array_index (self->set->codes, i);

      if (row->now_means == NULL)
        continue;
      for (guint k = 0; k < self->set->occupations->len; k++)
        {
          const JgOccupation *occupation = g_ptr_array_index (self->set->occupations, k);

          if (strcmp (occupation->id, row->occupation) == 0)
            insert (self, "INSERT INTO reused_code VALUES (?,?,?,?)", "ssss", occupation->code,
                    row->edition, row->now_means, row->provenance);
        }
    }
}

/* What an office's own document says of the one a measure is read from stands beside the measure, wherever that is shown,
 * decided or printed; the measure itself stays as it is. */
static char *
join_caveats (Writer *self, const JgMeasure *measure)
{
  g_autofree char *own = join (measure->caveats);
  g_autoptr (GString) all = g_string_new (own);

  for (guint i = 0; i < self->set->documents->len; i++)
    {
      const JgPackDocument *row = g_ptr_array_index (self->set->documents, i);
      const JgDocument *document = row->document;

      if (!jg_provenance_is_local (document->provenance))
        continue;
      for (guint k = 0; k < document->relations->len; k++)
        {
          const JgRelation *relation = g_ptr_array_index (document->relations, k);
          g_autofree char *words = NULL;

          if (g_strcmp0 (relation->kind, "prevails-over") != 0 ||
              g_strcmp0 (relation->document, measure->document) != 0)
            continue;
          words = jg_document_dup_prevailing (document, relation);
          g_string_append_printf (all, "%s%s", all->len > 0 ? JG_LIST_SEPARATOR : "", words);
        }
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
write_measure (Writer *self, const JgPackMeasure *row, int position)
{
  const JgMeasure *m = row->measure;
  g_autofree char *beneficiaries = join (m->beneficiaries);
  g_autoptr (GPtrArray) list = jg_measure_list_people (m, self->set->fact_by_key);
  g_autofree char *people = NULL;
  g_autofree char *caveats = join_caveats (self, m);

  g_ptr_array_add (list, NULL);
  people = join ((char **) list->pdata);
  insert (
      self,
      "INSERT INTO measure VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      "sissssssssss"
      "siissssssssssissss",
      m->id, position, m->name, m->kind, m->tier, m->force, beneficiaries, m->region_code,
      m->region_name, m->region_anchor, m->provenance, m->document, m->clause, (int) m->line,
      (int) m->line_to, m->quote, m->reading, row->conditions, row->worker, m->employer_line,
      m->amount, m->validity_basis, m->valid_from, m->valid_to, m->validity_quote,
      (int) m->validity_line, m->family, m->occupation_basis, people, caveats);
  for (guint i = 0; i < m->occupations->len; i++)
    {
      const JgOccupationLink *link = g_ptr_array_index (m->occupations, i);

      insert (self, "INSERT INTO measure_link VALUES (?,?,?,?,?)", "sisss", m->id, (int) i,
              link->occupation, link->basis, link->words);
    }
}

static void
write_fact (Writer *self, const JgFact *fact, int position)
{
  g_autofree char *never_from = join (fact->never_from);
  g_autofree char *implied_by = join (fact->implied_by);
  g_autofree char *people = join (fact->people);
  g_autofree char *values = join (fact->option_values);
  g_autofree char *names = join (fact->option_names);

  insert (self, "INSERT INTO fact VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", "sisssssssssss", fact->key,
          position, fact->type, fact->question, fact->group, fact->unit, fact->granted_by,
          fact->hint, never_from, implied_by, people, values, names);
}

static void
write_pack_lists (Writer *self, const JgPack *pack, int *position)
{
  for (guint i = 0; i < pack->classes->len; i++)
    {
      const JgOccupationClass *class =
          ((JgPackClass *) g_ptr_array_index (pack->classes, i))->class;

      insert (self, "INSERT INTO class VALUES (?,?,?,?,?,?)", "sssssi", class->edition, class->code,
              class->level, class->name, class->provenance, 0);
    }
  for (guint i = 0; i < pack->facts->len; i++)
    write_fact (self, ((JgPackFact *) g_ptr_array_index (pack->facts, i))->fact, (*position)++);
  for (guint i = 0; i < pack->measures->len; i++)
    write_measure (self, g_ptr_array_index (pack->measures, i), (*position)++);
  for (guint i = 0; i < pack->aliases->len; i++)
    {
      const JgPackAlias *row = g_ptr_array_index (pack->aliases, i);

      insert (self, "INSERT INTO alias VALUES (?,?,?,?,?,?,?)", "ssissss", row->alias->occupation,
              row->alias->text, *position, row->alias->kind, row->alias->source, row->grade,
              row->alias->provenance);
      write_field (self, row->alias->occupation, JG_SEARCH_ALIAS, (*position)++, row->alias->text,
                   TRUE);
    }
  for (guint i = 0; i < pack->synonyms->len; i++)
    {
      const JgSynonym *synonym = ((JgPackSynonym *) g_ptr_array_index (pack->synonyms, i))->synonym;
      g_autofree char *means = join (synonym->means);

      insert (self, "INSERT INTO synonym VALUES (?,?,?,?)", "sisi", synonym->text, (*position)++,
              means, synonym->wish);
    }
  for (guint i = 0; i < pack->elsewhere->len; i++)
    insert (self, "INSERT INTO elsewhere VALUES (?,?)", "si",
            ((JgPackSynonym *) g_ptr_array_index (pack->elsewhere, i))->synonym->text,
            (*position)++);
}

static void
write_contents (Writer *self)
{
  guint n_documents = self->set->documents->len;
  guint n = n_documents + self->set->occupations->len;
  int position = 0;

  jg_pack_set_begin_stage (self->set, JG_STAGE_WRITE);

  write_packs (self);
  insert (self, "INSERT INTO meta VALUES ('data-date', ?)", "s", newest_document (self->set));
  for (guint i = 0; i < n_documents && jg_pack_set_step (self->set, i, n); i++)
    write_document (self, g_ptr_array_index (self->set->documents, i), (int) i);
  for (guint i = 0;
       i < self->set->occupations->len && jg_pack_set_step (self->set, n_documents + i, n); i++)
    write_occupation (self, g_ptr_array_index (self->set->occupations, i), (int) i);
  write_reused_codes (self);
  for (guint i = 0; i < self->set->packs->len; i++)
    write_pack_lists (self, g_ptr_array_index (self->set->packs, i), &position);
  insert (self,
          "UPDATE class SET n_occupations = (SELECT count(*) FROM occupation_code o"
          " WHERE o.code > class.code || '-' AND o.code < class.code || '.'"
          " AND o.edition = class.edition AND o.status <> 'former')",
          "");
  jg_pack_set_begin_stage (self->set, JG_STAGE_SEARCH);
  if (!self->failed)
    self->failed = !jg_search_write (self->db);
}

/* Called by SQLite every so often: stops a long statement when the work is cancelled. */
static int
interrupt_cb (gpointer set)
{
  return jg_pack_set_is_cancelled (set);
}

static gboolean
write_database (JgPackSet *set, const char *path, GError **error)
{
  g_autoptr (GBytes) schema =
      g_resource_lookup_data (jg_catalogue_get_resource (),
                              "/com/example/JobGuide/catalogue/jg-catalogue-schema.sql", 0, NULL);
  g_autofree char *head =
      g_strdup_printf ("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096;"
                       "PRAGMA application_id=%d; PRAGMA user_version=%d; BEGIN",
                       JG_CATALOGUE_APPLICATION_ID, JG_CATALOGUE_VERSION);
  g_autoptr (GHashTable) statements =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sqlite3_finalize);
  Writer self = { .set = set, .statements = statements };
  gboolean ok = FALSE;

  /* Nobody else can see the file yet, and it is thrown away on any failure: no journal is needed. */
  self.failed =
      sqlite3_open_v2 (path, &self.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
          SQLITE_OK ||
      sqlite3_exec (self.db, head, NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_exec (self.db, g_bytes_get_data (schema, NULL), NULL, NULL, NULL) != SQLITE_OK;
  sqlite3_progress_handler (self.db, 10000, interrupt_cb, set);
  if (!self.failed)
    write_contents (&self);
  g_hash_table_remove_all (statements);
  sqlite3_progress_handler (self.db, 0, NULL, NULL);
  if (!self.failed && !jg_pack_set_is_cancelled (set))
    self.failed = sqlite3_exec (self.db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK;
  ok = !self.failed && !jg_pack_set_is_cancelled (set);
  if (jg_pack_set_is_cancelled (set))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "已取消");
  else if (!ok)
    g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE,
                 "%s：写不成目录数据库（%s）；请检查磁盘空间和写入权限", path,
                 sqlite3_errmsg (self.db));
  sqlite3_close (self.db);
  return ok;
}

/* The hash of all that was written tells the catalogue from any other, whatever made the difference:
 * the texts, the packs or the program. */
static gboolean
write_id (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autofree char *id =
      bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  g_autofree char *sql = id != NULL ? g_strdup_printf ("PRAGMA journal_mode=OFF;"
                                                       "INSERT INTO meta VALUES ('id', '%s')",
                                                       id)
                                    : NULL;
  sqlite3 *db = NULL;
  gboolean ok = sql != NULL &&
                sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
                sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK;

  sqlite3_close (db);
  if (!ok)
    g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE,
                 "%s：写不成目录数据库；请检查磁盘空间和写入权限", path);
  return ok;
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/* jg_catalogue_write:
 * @path: where the catalogue goes
 *
 * Writes a checked set as a catalogue: to a temporary name in the same folder, then into place in
 * one step. The same set gives the same bytes.
 *
 * Returns: %FALSE with JG_CATALOGUE_ERROR_WRITE or G_IO_ERROR_CANCELLED; @path is then as it was
 *   before */
gboolean
jg_catalogue_write (JgPackSet *set, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strdup_printf ("%s.%d.new", path, (int) getpid ());

  g_unlink (temporary);
  if (!write_database (set, temporary, error) || !write_id (temporary, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (!sync_path (temporary, O_RDONLY) || g_rename (temporary, path) != 0)
    {
      g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE,
                   "%s：不能放到位（%s）；请检查写入权限", path, g_strerror (errno));
      g_unlink (temporary);
      return FALSE;
    }
  sync_path (folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}
