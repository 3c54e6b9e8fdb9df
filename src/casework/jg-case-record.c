/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the record of a session and the store: what lists and statistics need is read out of it here. */

#include "jg-case-record.h"

#include <string.h>

#include "jg-case-office.h"
#include "jg-case-seal.h"

#define NAME "档案"

/* The facts that hold: the groups a person belongs to. */
static char **
list_groups (JgProfile *profile)
{
  g_autoptr (GPtrArray) keys = jg_profile_list_facts (profile);
  g_autoptr (GStrvBuilder) groups = g_strv_builder_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const JgFactValue *value = jg_profile_get_fact (profile, key);

      if (value->state == JG_FACT_BOOLEAN && value->boolean)
        g_strv_builder_add (groups, key);
    }
  return g_strv_builder_end (groups);
}

static char **
list_contacts (JgRecord *record)
{
  GPtrArray *contacts = jg_record_get_contacts (record);
  g_autoptr (GStrvBuilder) days = g_strv_builder_new ();

  for (guint i = 0; i < contacts->len; i++)
    g_strv_builder_add (days, ((JgContact *) g_ptr_array_index (contacts, i))->date);
  return g_strv_builder_end (days);
}

static GBytes *
pack (JgRecord *record)
{
  char *text = jg_record_to_data (record);
  const gsize length = strlen (text);

  return jg_case_wiping_bytes (text, length + 1, length);
}

/* Reads a record; what is wrong with it is said of the case, without a word of it. */
static JgRecord *
unpack (GBytes *content, const char *day, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (content, &length);
  JgRecord *record = jg_record_new_from_data (text, (gssize) length, NAME, day, &local);

  if (record != NULL)
    return record;
  if (g_error_matches (local, JG_RECORD_ERROR, JG_RECORD_ERROR_NEWER))
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NEWER,
                 "这份档案由更新版本的 JobGuide 保存，没有打开。请升级 JobGuide。");
  else
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD,
                 "这份档案的内容不是本程序认识的格式，没有打开。可以导出后交管理员查看。");
  return NULL;
}

/* jg_case_store_save_record:
 * @keeping: what is known of the case besides
 *
 * Keeps a record as a case: jg_case_store_save() with the summary and the figures that are in it.
 *
 * Returns: the id of the case; 0 with the errors of jg_case_store_save() */
gint64
jg_case_store_save_record (JgCaseStore *self,
                           JgRecord *record,
                           const JgCaseKeeping *keeping,
                           GError **error)
{
  const char *const *chosen = NULL;
  const char *day = NULL;
  g_auto (GStrv) groups = NULL;
  g_auto (GStrv) contacts = NULL;
  g_autofree char *until = NULL;
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), 0);
  g_return_val_if_fail (JG_IS_RECORD (record), 0);
  g_return_val_if_fail (keeping != NULL, 0);

  chosen = jg_record_get_chosen (record);
  day = jg_record_get_changed (record);
  groups = list_groups (jg_record_get_profile (record));
  contacts = list_contacts (record);
  content = pack (record);
  if (keeping->retain_until == NULL)
    until = jg_case_store_dup_retain_until (self, day);
  {
    const JgCaseSummary summary = {
      .id = keeping->id,
      .status = keeping->status != 0 ? keeping->status : JG_CASE_OPEN,
      .alias = jg_profile_get_alias (jg_record_get_profile (record)),
      .follow_up = jg_record_get_follow_up (record),
      .retain_until = keeping->retain_until != NULL ? keeping->retain_until : until,
      .consent_version = keeping->consent_version,
      .consent_date = keeping->consent_date,
      .occupations = chosen,
      .occupation_names = keeping->occupation_names != NULL ? keeping->occupation_names : chosen,
    };
    const JgCaseFigures figures = {
      .session = keeping->session ? day : NULL,
      .groups = (const char *const *) groups,
      .measures = jg_record_get_ticked (record),
      .contacts = (const char *const *) contacts,
    };

    return jg_case_store_save (self, &summary, content, &figures, error);
  }
}

/* jg_case_store_load_record:
 * @day: today, YYYY-MM-DD
 *
 * Opens a case as a record.
 *
 * Returns: (transfer full): it; %NULL with the errors of jg_case_store_load(), NEWER, or RECORD when the content is no
 *   record */
JgRecord *
jg_case_store_load_record (JgCaseStore *self, gint64 id, const char *day, GError **error)
{
  g_autoptr (GBytes) content = jg_case_store_load (self, id, error);

  return content != NULL ? unpack (content, day, error) : NULL;
}

/* jg_case_store_save_draft_record:
 * @id: the case it belongs to, 0 for a new one
 *
 * Returns: as jg_case_store_save_draft() */
gboolean
jg_case_store_save_draft_record (JgCaseStore *self, gint64 id, JgRecord *record, GError **error)
{
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (JG_IS_RECORD (record), FALSE);

  content = pack (record);
  return jg_case_store_save_draft (self, id, content, error);
}

/* jg_case_store_load_draft_record:
 * @day: today, YYYY-MM-DD
 * @id: (out): the case it belongs to, 0 for a new one
 * @changed: (out): when it was kept, seconds since 1970, UTC
 *
 * Returns: (transfer full): the session that was under way; %NULL as jg_case_store_load_draft(), NEWER, or RECORD */
JgRecord *
jg_case_store_load_draft_record (JgCaseStore *self,
                                 const char *day,
                                 gint64 *id,
                                 gint64 *changed,
                                 GError **error)
{
  g_autoptr (GBytes) content = jg_case_store_load_draft (self, id, changed, error);

  return content != NULL ? unpack (content, day, error) : NULL;
}
