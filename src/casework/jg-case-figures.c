/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-figures-private.h"

#include <string.h>

#define FORMAT "(asasasasas)"
#define MAX_ITEMS 500
#define MAX_LENGTH 200

/* jg_case_kept_figures_new_empty:
 *
 * Returns: (transfer full): figures of a case of which nothing was counted yet */
JgCaseKeptFigures *
jg_case_kept_figures_new_empty (void)
{
  JgCaseKeptFigures *self = g_new (JgCaseKeptFigures, 1);

  self->sessions = g_new0 (char *, 1);
  self->groups = g_new0 (char *, 1);
  self->measures = g_new0 (char *, 1);
  self->contacts = g_new0 (char *, 1);
  self->follow_ups = g_new0 (char *, 1);
  return self;
}

/* jg_case_kept_figures_free:
 * @self: (transfer full): figures */
void
jg_case_kept_figures_free (JgCaseKeptFigures *self)
{
  g_strfreev (self->sessions);
  g_strfreev (self->groups);
  g_strfreev (self->measures);
  g_strfreev (self->contacts);
  g_strfreev (self->follow_ups);
  g_free (self);
}

/* jg_case_figures_open:
 *
 * Returns: (transfer full) (nullable): the figures of a case, %NULL when they do not open */
JgCaseKeptFigures *
jg_case_figures_open (const JgCaseKey *key,
                      gint64 id,
                      gint64 revision,
                      const void *sealed,
                      gsize length)
{
  const JgCaseAddress address = { JG_CASE_PLACE_FIGURES, id, revision };
  JgCaseKeptFigures *self = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize n = 0;
  guint8 *plain = jg_case_key_open (key, &address, sealed, length, JG_CASE_BLOCK_SUMMARY, &n);

  if (plain == NULL)
    return NULL;
  bytes = jg_case_wiping_bytes (plain, length, n);
  variant = g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), bytes, FALSE);
  g_variant_ref_sink (variant);
  self = g_new (JgCaseKeptFigures, 1);
  g_variant_get (variant, "(^as^as^as^as^as)", &self->sessions, &self->groups, &self->measures,
                 &self->contacts, &self->follow_ups);
  return self;
}

/* jg_case_store_read_figures:
 * @db: the store, or a backup of it
 *
 * Returns: (transfer full): the figures of a case; empty ones when none were kept or they do not open. %NULL with an
 *   error of reading */
JgCaseKeptFigures *
jg_case_store_read_figures (JgCaseStore *self, JgCaseDb *db, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (db, "SELECT revision, sealed FROM figures WHERE id = ?", error);
  JgCaseKeptFigures *figures = NULL;
  int rc;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, id);
  rc = sqlite3_step (stmt);
  if (rc == SQLITE_ROW)
    figures = jg_case_figures_open (self->key, id, sqlite3_column_int64 (stmt, 0),
                                    sqlite3_column_blob (stmt, 1),
                                    (gsize) sqlite3_column_bytes (stmt, 1));
  else if (rc != SQLITE_DONE)
    {
      jg_case_db_fail (db, error);
      return NULL;
    }
  return figures != NULL ? figures : jg_case_kept_figures_new_empty ();
}

static gboolean
check_list (const char *const *list, gboolean dates)
{
  guint n = 0;

  for (; list != NULL && list[n] != NULL; n++)
    if (n >= MAX_ITEMS || !g_utf8_validate (list[n], -1, NULL) || strlen (list[n]) > MAX_LENGTH ||
        (dates && !jg_case_is_date (list[n])))
      return FALSE;
  return TRUE;
}

/* jg_case_figures_check:
 * @figures: (nullable): figures of a caller's
 *
 * Returns: whether they can be kept; otherwise JG_CASE_ERROR_INVALID */
gboolean
jg_case_figures_check (const JgCaseFigures *figures, GError **error)
{
  if (figures == NULL ||
      ((figures->session == NULL || jg_case_is_date (figures->session)) &&
       check_list (figures->groups, FALSE) && check_list (figures->measures, FALSE) &&
       check_list (figures->contacts, TRUE)))
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID, "统计用的日期或条目不对，没有保存。");
  return FALSE;
}

static void
append (char ***list, const char *text)
{
  const guint n = g_strv_length (*list);

  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = g_strdup (text);
  (*list)[n + 1] = NULL;
}

static void
replace (char ***list, const char *const *with)
{
  g_strfreev (*list);
  *list = with != NULL ? g_strdupv ((char **) with) : g_new0 (char *, 1);
}

/* jg_case_figures_add:
 * @figures: what came with the saving
 * @follow_up: the day that is agreed now, or ""
 * @today: YYYY-MM-DD
 *
 * Brings what is kept up to date. An agreed day that lies in the future and is moved was never due; one that has
 * come stays, whether the person was reached or not. */
void
jg_case_figures_add (JgCaseKeptFigures *self,
                     const JgCaseFigures *figures,
                     const char *follow_up,
                     const char *today)
{
  const guint n = g_strv_length (self->follow_ups);
  char *last = n > 0 ? self->follow_ups[n - 1] : NULL;

  if (figures->session != NULL &&
      !g_strv_contains ((const char *const *) self->sessions, figures->session))
    append (&self->sessions, figures->session);
  replace (&self->groups, figures->groups);
  replace (&self->measures, figures->measures);
  replace (&self->contacts, figures->contacts);
  if (g_strcmp0 (last, follow_up) == 0 || (last == NULL && *follow_up == '\0'))
    return;
  if (last != NULL && strcmp (last, today) > 0)
    {
      self->follow_ups[n - 1] = NULL;
      g_free (last);
    }
  if (*follow_up != '\0' && g_strv_length (self->follow_ups) < MAX_ITEMS)
    append (&self->follow_ups, follow_up);
}

/* jg_case_store_write_figures:
 *
 * Writes the figures of a case, inside jg_case_store_begin().
 *
 * Returns: whether it was done; otherwise an error of writing */
gboolean
jg_case_store_write_figures (JgCaseStore *self,
                             gint64 id,
                             gint64 revision,
                             const JgCaseKeptFigures *figures,
                             GError **error)
{
  const JgCaseAddress address = { JG_CASE_PLACE_FIGURES, id, revision };
  g_autoptr (GVariant) variant = g_variant_ref_sink (
      g_variant_new ("(^as^as^as^as^as)", figures->sessions, figures->groups, figures->measures,
                     figures->contacts, figures->follow_ups));
  g_autoptr (GBytes) sealed =
      jg_case_key_seal (self->key, &address, g_variant_get_data (variant),
                        g_variant_get_size (variant), JG_CASE_BLOCK_SUMMARY);

  return jg_case_store_write_case_row (self,
                                       "INSERT INTO figures VALUES (?1, ?2, ?3) ON CONFLICT (id) "
                                       "DO UPDATE SET revision = ?2, sealed = ?3",
                                       &address, sealed, error);
}
