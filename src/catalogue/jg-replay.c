/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-replay.h"

#include <string.h>

/* The notices do not print a state, only what they change; the state is what remains when their
 * operations are carried out one after the other. Order matters: a code may be given away by one
 * operation and taken by the next. */

typedef struct
{
  GHashTable *by_id;  /* id → JgOccupation, also those that do not exist yet */
  GHashTable *exists; /* ids that exist at this point */
  GPtrArray *errors;
} Replay;

static void G_GNUC_PRINTF (3, 4)
    complain (Replay *self, const JgOperation *operation, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  if (self->errors->len < JG_PACK_MAX_ERRORS)
    g_ptr_array_add (self->errors, g_strdup_printf ("%s：%s", operation->pointer, message));
}

static void
append (char ***list, const char *item)
{
  gsize n = *list != NULL ? g_strv_length (*list) : 0;

  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = g_strdup (item);
  (*list)[n + 1] = NULL;
}

static void
add_source (GPtrArray *sources,
            const char *document,
            const char *clause,
            guint line,
            guint line_to,
            const char *quote)
{
  JgCitation *citation = NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      const JgCitation *known = g_ptr_array_index (sources, i);

      if (known->line == line && g_strcmp0 (known->document, document) == 0 &&
          g_strcmp0 (known->clause, clause) == 0)
        return;
    }

  citation = g_new0 (JgCitation, 1);
  citation->document = g_strdup (document);
  citation->clause = g_strdup (clause);
  citation->line = line;
  citation->line_to = line_to;
  citation->quote = g_strdup (quote);
  g_ptr_array_add (sources, citation);
}

static JgOccupationCode *
add_code (JgOccupation *occupation,
          const char *code,
          const char *edition,
          const char *provenance,
          const char *status)
{
  JgOccupationCode *row = g_new0 (JgOccupationCode, 1);

  row->code = g_strdup (code);
  row->edition = g_strdup (edition);
  row->provenance = g_strdup (provenance);
  row->status = g_strdup (status);
  row->marks = g_new0 (char *, 1);
  g_ptr_array_add (occupation->codes, row);
  return row;
}

static JgWorkType *
find_work_type (JgOccupation *occupation, const char *id)
{
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      if (g_strcmp0 (work_type->id, id) == 0)
        return work_type;
    }
  return NULL;
}

static JgWorkType *
add_work_type (JgOccupation *occupation, const char *id, const char *name, const char *status)
{
  JgWorkType *work_type = g_new0 (JgWorkType, 1);

  work_type->id = g_strdup (id);
  work_type->name = g_strdup (name);
  work_type->status = g_strdup (status);
  work_type->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_citation_free);
  g_ptr_array_add (occupation->work_types, work_type);
  return work_type;
}

static JgOccupation *
occupation_from_pack (const JgPackOccupation *base)
{
  JgOccupation *self = jg_occupation_new ();

  self->id = g_strdup (base->id);
  self->name = g_strdup (base->name);
  self->code = g_strdup (base->code);
  self->edition = g_strdup (base->edition);
  self->status = g_strdup ("current");
  self->provenance = g_strdup (base->provenance);
  self->origin = g_strdup (base->origin);
  self->marks = g_strdupv (base->marks);
  self->definition = g_strdup (base->definition);
  self->former_names = g_new0 (char *, 1);
  self->successors = g_new0 (char *, 1);
  for (guint i = 0; i < base->tasks->len; i++)
    g_ptr_array_add (self->tasks, g_strdup (g_ptr_array_index (base->tasks, i)));
  if (base->source != NULL)
    add_source (self->sources, base->source->document, base->source->clause, base->source->line,
                base->source->line_to, base->source->quote);
  for (guint i = 0; i < base->work_types->len; i++)
    {
      const JgPackWorkType *row = g_ptr_array_index (base->work_types, i);
      JgWorkType *work_type = add_work_type (self, row->id, row->name, "listed");

      if (row->listed && base->source != NULL)
        add_source (work_type->sources, base->source->document, base->source->clause, row->line,
                    row->line, row->name);
    }
  self->note = g_strdup (base->note);
  if (base->code != NULL)
    add_code (self, base->code, base->edition, base->provenance, "current");
  return self;
}

static JgOccupation *
get_occupation (Replay *self, const JgOperation *operation, const char *id, gboolean must_exist)
{
  JgOccupation *occupation = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  if (occupation == NULL)
    {
      complain (self, operation, "职业 %s 不在本组包内；应写 occupations 里的 id",
                id != NULL ? id : "(空)");
      return NULL;
    }
  if (must_exist && !g_hash_table_contains (self->exists, id))
    {
      complain (self, operation, "到这一步“%s”还没有发布；操作的先后须与通知一致",
                occupation->name);
      return NULL;
    }
  return occupation;
}

static void
add_change (JgOccupation *occupation, const JgOperation *operation, char *summary)
{
  JgChange *change = g_new0 (JgChange, 1);

  change->kind = g_strdup (operation->kind);
  change->document = g_strdup (operation->document);
  change->clause = g_strdup (operation->clause);
  change->line = operation->line;
  change->quote = g_strdup (operation->quote);
  change->summary = summary;
  g_ptr_array_add (occupation->changes, change);
  add_source (occupation->sources, operation->document, operation->clause, operation->line,
              operation->line, operation->quote);
}

static void
set_work_type (JgWorkType *work_type,
               const JgOperation *operation,
               const char *status,
               const char *other)
{
  g_free (work_type->status);
  work_type->status = g_strdup (status);
  g_free (work_type->other);
  work_type->other = g_strdup (other);
  add_source (work_type->sources, operation->document, operation->clause, operation->line,
              operation->line, operation->quote);
}

static void
rename_occupation (Replay *self, JgOccupation *occupation, const JgOperation *operation)
{
  if (g_strcmp0 (occupation->name, operation->from) != 0)
    {
      complain (self, operation, "改名前应为“%s”，到这一步的名称却是“%s”", operation->from,
                occupation->name);
      return;
    }
  append (&occupation->former_names, occupation->name);
  g_free (occupation->name);
  occupation->name = g_strdup (operation->to);
  add_change (occupation, operation,
              g_strdup_printf ("职业名称由“%s”变更为“%s”", operation->from, operation->to));
}

static void
recode_occupation (Replay *self, JgOccupation *occupation, const JgOperation *operation)
{
  if (g_strcmp0 (occupation->code, operation->from) != 0)
    {
      complain (self, operation, "改码前应为 %s，到这一步的编码却是 %s", operation->from,
                occupation->code != NULL ? occupation->code : "（无）");
      return;
    }
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      JgOccupationCode *row = g_ptr_array_index (occupation->codes, i);

      if (g_strcmp0 (row->code, operation->from) == 0)
        {
          g_free (row->status);
          row->status = g_strdup ("former");
        }
    }
  add_code (occupation, operation->to, occupation->edition, occupation->provenance, "current");
  g_free (occupation->code);
  occupation->code = g_strdup (operation->to);
  add_change (occupation, operation,
              g_strdup_printf ("职业编码由 %s 更改为 %s", operation->from, operation->to));
}

static void
add_listed_work_type (JgOccupation *occupation, const JgOperation *operation)
{
  JgWorkType *work_type = find_work_type (occupation, operation->work_type);

  /* 直播销售员 is printed with the new entry and “增设” again in the same notice: one work type
   * with two sources. */
  if (work_type == NULL)
    work_type =
        add_work_type (occupation, operation->work_type, operation->work_type_name, "added");
  add_source (work_type->sources, operation->document, operation->clause, operation->line,
              operation->line, operation->quote);
  add_change (occupation, operation, g_strdup_printf ("增设工种“%s”", work_type->name));
}

static void
move_work_type (Replay *self, JgOccupation *from, const JgOperation *operation)
{
  JgOccupation *to = get_occupation (self, operation, operation->to, TRUE);
  JgWorkType *old = find_work_type (from, operation->work_type);
  JgWorkType *new = NULL;

  if (to == NULL)
    return;
  if (old == NULL)
    {
      complain (self, operation, "“%s”没有工种 %s，不能调整出去", from->name, operation->work_type);
      return;
    }
  set_work_type (old, operation, "moved", to->id);
  new = find_work_type (to, operation->work_type);
  if (new == NULL)
    new = add_work_type (to, operation->work_type, old->name, "added");
  add_source (new->sources, operation->document, operation->clause, operation->line,
              operation->line, operation->quote);
  add_change (from, operation, g_strdup_printf ("工种“%s”调整到“%s”", old->name, to->name));
  add_change (to, operation, g_strdup_printf ("工种“%s”由“%s”调入", old->name, from->name));
}

static void
cancel_work_type (Replay *self, JgOccupation *occupation, const JgOperation *operation)
{
  JgWorkType *work_type = find_work_type (occupation, operation->work_type);

  if (work_type == NULL)
    {
      complain (self, operation, "“%s”没有工种 %s，不能取消", occupation->name,
                operation->work_type);
      return;
    }
  set_work_type (work_type, operation, "cancelled", NULL);
  add_change (occupation, operation, g_strdup_printf ("取消工种“%s”", work_type->name));
}

static void
promote_work_type (Replay *self, JgOccupation *occupation, const JgOperation *operation)
{
  JgWorkType *work_type = find_work_type (occupation, operation->work_type);
  JgOccupation *to = get_occupation (self, operation, operation->to, FALSE);

  if (to == NULL)
    return;
  if (work_type == NULL)
    {
      complain (self, operation, "“%s”没有工种 %s，不能上升为职业", occupation->name,
                operation->work_type);
      return;
    }
  g_hash_table_add (self->exists, to->id);
  set_work_type (work_type, operation, "promoted", to->id);
  add_change (occupation, operation,
              g_strdup_printf ("工种“%s”上升为职业（%s）", work_type->name, to->code));
  add_change (to, operation,
              g_strdup_printf ("由“%s”的工种上升为职业，编码 %s", occupation->name, to->code));
}

static void
cancel_occupation (Replay *self, JgOccupation *occupation, const JgOperation *operation)
{
  for (guint i = 0; operation->successors != NULL && operation->successors[i] != NULL; i++)
    {
      if (get_occupation (self, operation, operation->successors[i], FALSE) == NULL)
        return;
    }
  g_free (occupation->status);
  occupation->status = g_strdup ("cancelled");
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      JgOccupationCode *row = g_ptr_array_index (occupation->codes, i);

      if (g_strcmp0 (row->code, occupation->code) == 0)
        {
          g_free (row->status);
          row->status = g_strdup ("cancelled");
        }
    }
  g_strfreev (occupation->successors);
  occupation->successors =
      operation->successors != NULL ? g_strdupv (operation->successors) : g_new0 (char *, 1);
  add_change (occupation, operation, g_strdup ("职业取消"));
}

static void
apply (Replay *self, const JgOperation *operation)
{
  gboolean is_new = strcmp (operation->kind, "new-occupation") == 0;
  JgOccupation *occupation = get_occupation (self, operation, operation->occupation, !is_new);

  if (occupation == NULL)
    return;

  if (is_new)
    {
      if (!g_hash_table_add (self->exists, occupation->id))
        complain (self, operation, "“%s”已经发布过一次", occupation->name);
      add_change (occupation, operation,
                  g_strdup_printf ("作为新职业发布，编码 %s", occupation->code));
    }
  else if (strcmp (operation->kind, "rename") == 0)
    rename_occupation (self, occupation, operation);
  else if (strcmp (operation->kind, "recode") == 0)
    recode_occupation (self, occupation, operation);
  else if (strcmp (operation->kind, "worktype-add") == 0)
    add_listed_work_type (occupation, operation);
  else if (strcmp (operation->kind, "worktype-move") == 0)
    move_work_type (self, occupation, operation);
  else if (strcmp (operation->kind, "worktype-cancel") == 0)
    cancel_work_type (self, occupation, operation);
  else if (strcmp (operation->kind, "worktype-promote") == 0)
    promote_work_type (self, occupation, operation);
  else if (strcmp (operation->kind, "occupation-cancel") == 0)
    cancel_occupation (self, occupation, operation);
  else
    g_assert_not_reached ();
}

/* The file and the place of whichever of two occupations is not official: that one can be mended. */
static const char *
find_place (GPtrArray *occupations, const JgOccupation *one, const JgOccupation *other)
{
  const char *place = "";

  for (guint i = 0; i < occupations->len; i++)
    {
      const JgPackOccupation *row = g_ptr_array_index (occupations, i);
      const gboolean meant = strcmp (row->id, one->id) == 0 || strcmp (row->id, other->id) == 0;

      if (meant && (*place == '\0' || strcmp (row->provenance, "official") != 0))
        place = row->pointer;
    }
  return place;
}

/* An occupation that is in two editions has a code of each; whatever lists it again under one of them
 * would double it. */
static void
check_codes_are_unique (GPtrArray *result, GPtrArray *occupations, GPtrArray *errors)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < result->len; i++)
    {
      const JgOccupation *occupation = g_ptr_array_index (result, i);

      for (guint k = 0; k < occupation->codes->len; k++)
        {
          const JgOccupationCode *code = g_ptr_array_index (occupation->codes, k);
          g_autofree char *key = g_strdup_printf ("%s %s", code->edition, code->code);
          const JgOccupation *other = g_hash_table_lookup (seen, key);

          if (strcmp (code->status, "former") == 0)
            continue;
          if (other != NULL && errors->len < JG_PACK_MAX_ERRORS)
            g_ptr_array_add (
                errors, g_strdup_printf (
                            "%s：操作完成后“%s”和“%s”的编码同为 %s（%s版）；编码只能属于一个职业",
                            find_place (occupations, occupation, other), other->name,
                            occupation->name, code->code, code->edition));
          g_hash_table_insert (seen, g_steal_pointer (&key), (gpointer) occupation);
        }
    }
}

static void
add_other_editions (Replay *self, GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++)
    {
      const JgPackCode *row = g_ptr_array_index (codes, i);
      JgOccupation *occupation = g_hash_table_lookup (self->by_id, row->occupation);
      JgOccupationCode *code = NULL;

      if (occupation == NULL || row->code == NULL)
        continue;
      code = add_code (occupation, row->code, row->edition, row->provenance, "current");
      code->name = g_strdup (row->name);
      code->relation = g_strdup (row->relation);
      code->note = g_strdup (row->note);
      g_strfreev (code->marks);
      code->marks = g_strdupv (row->marks);
    }
}

/* jg_replay_run:
 * @occupations: (element-type JgPackOccupation): what is known before the notices, and the entries
 *   the notices publish
 * @operations: (element-type JgOperation): in the order of the notices
 * @codes: (element-type JgPackCode): codes of other editions
 * @until: (nullable): key of a document; operations of later documents are left out
 * @errors: (element-type utf8): complaints are added here
 *
 * Carries out the operations in order and gives the state that remains: names, codes, work types,
 * the record of changes.
 *
 * Returns: (transfer container) (element-type JgOccupation): the occupations that exist, in the
 *   order of @occupations */
GPtrArray *
jg_replay_run (GPtrArray *occupations,
               GPtrArray *operations,
               GPtrArray *codes,
               const char *until,
               GPtrArray *errors)
{
  g_autoptr (GPtrArray) result =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_unref);
  g_autoptr (GHashTable) by_id =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) jg_occupation_unref);
  g_autoptr (GHashTable) exists = g_hash_table_new (g_str_hash, g_str_equal);
  Replay self = { .by_id = by_id, .exists = exists, .errors = errors };
  gboolean last_seen = FALSE;

  g_return_val_if_fail (errors != NULL, NULL);

  for (guint i = 0; i < occupations->len; i++)
    {
      const JgPackOccupation *base = g_ptr_array_index (occupations, i);
      JgOccupation *occupation = occupation_from_pack (base);

      if (g_strcmp0 (base->origin, "existing") == 0)
        g_hash_table_add (exists, occupation->id);
      g_hash_table_replace (by_id, occupation->id, occupation);
    }

  for (guint i = 0; i < operations->len; i++)
    {
      const JgOperation *operation = g_ptr_array_index (operations, i);
      gboolean is_last = until != NULL && g_strcmp0 (operation->document, until) == 0;

      if (last_seen && !is_last)
        break;
      last_seen = last_seen || is_last;
      apply (&self, operation);
    }

  add_other_editions (&self, codes);
  for (guint i = 0; i < occupations->len; i++)
    {
      const JgPackOccupation *base = g_ptr_array_index (occupations, i);

      if (g_hash_table_contains (exists, base->id))
        g_ptr_array_add (result, jg_occupation_ref (g_hash_table_lookup (by_id, base->id)));
      else if (until == NULL && errors->len < JG_PACK_MAX_ERRORS)
        g_ptr_array_add (
            errors,
            g_strdup_printf ("%s：“%s”没有任何操作发布它；应有 new-occupation 或 worktype-promote",
                             base->pointer, base->name));
    }
  check_codes_are_unique (result, occupations, errors);
  return g_steal_pointer (&result);
}
