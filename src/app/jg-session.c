/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-session-private.h"

G_DEFINE_FINAL_TYPE (JgSession, jg_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REPLACED,
  SIGNAL_AS_OF_CHANGED,
  SIGNAL_CATALOGUE_CHANGED,
  SIGNAL_COMPARED_CHANGED,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

static void
forget_results (JgSession *self)
{
  g_clear_pointer (&self->matches, jg_match_result_free);
  g_clear_pointer (&self->eligibility, jg_eligibility_free);
  g_clear_object (&self->plan);
}

static void
changed_cb (JgSession *self)
{
  forget_results (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
replaced_cb (JgSession *self)
{
  forget_results (self);
  g_signal_emit (self, signals[SIGNAL_REPLACED], 0);
}

/* Takes the record over. */
static void
take_record (JgSession *self, JgRecord *record)
{
  self->record = record;
  g_signal_connect_object (record, "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* Lets go of the record and gives it to the caller. */
static JgRecord *
release_record (JgSession *self)
{
  g_signal_handlers_disconnect_by_data (self->record, self);
  return g_steal_pointer (&self->record);
}

static void
jg_session_finalize (GObject *object)
{
  JgSession *self = JG_SESSION (object);

  forget_results (self);
  g_clear_object (&self->record);
  g_clear_object (&self->previous);
  g_clear_pointer (&self->compared, g_ptr_array_unref);
  g_clear_pointer (&self->previous_compared, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_clear_object (&self->search);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->desk_trouble, g_free);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (jg_session_parent_class)->finalize (object);
}

static void
jg_session_class_init (JgSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_session_finalize;

  /* Something about the jobseeker, the sheet or the date changed: results are stale. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  /* Another jobseeker: forms must be filled anew. Emitted before "changed". */
  signals[SIGNAL_REPLACED] = g_signal_new ("replaced", JG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_AS_OF_CHANGED] = g_signal_new ("as-of-changed", JG_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Another catalogue: whatever was listed is to be listed anew. Emitted before "changed". */
  signals[SIGNAL_CATALOGUE_CHANGED] = g_signal_new (
      "catalogue-changed", JG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Other occupations are compared, or in another order. */
  signals[SIGNAL_COMPARED_CHANGED] = g_signal_new (
      "compared-changed", JG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_session_init (JgSession *self)
{
  self->compared = g_ptr_array_new_with_free_func (g_free);
  take_record (self, jg_record_new ());
}

/**
 * jg_session_new:
 * @catalogue: the open catalogue
 * @settings: the stored preferences
 * @as_of: (nullable): practice date YYYY-MM-DD, or %NULL for today
 *
 * Makes the state the pages share, with an empty jobseeker.
 *
 * Returns: (transfer full): the session
 */
JgSession *
jg_session_new (JgCatalogue *catalogue, GSettings *settings, const char *as_of)
{
  JgSession *self;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (JG_TYPE_SESSION, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->settings = g_object_ref (settings);
  self->as_of = g_strdup (as_of);
  return self;
}

/**
 * jg_session_is_date:
 * @text: (nullable): what someone typed
 *
 * Tells whether @text is an existing day written YYYY-MM-DD.
 *
 * Returns: %TRUE when it is
 */
gboolean
jg_session_is_date (const char *text)
{
  guint64 year, month, day;
  g_auto (GStrv) parts = NULL;

  if (text == NULL || !g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2}$", text, 0, 0))
    return FALSE;
  parts = g_strsplit (text, "-", 3);
  year = g_ascii_strtoull (parts[0], NULL, 10);
  month = g_ascii_strtoull (parts[1], NULL, 10);
  day = g_ascii_strtoull (parts[2], NULL, 10);
  return year > 0 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * jg_session_get_catalogue:
 * @self: a session
 *
 * Gets the open catalogue.
 *
 * Returns: (transfer none): the catalogue
 */
JgCatalogue *
jg_session_get_catalogue (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  return self->catalogue;
}

/* What is not in the catalogue cannot be printed. */
static void
drop_unknown_choices (JgSession *self, JgRecord *record)
{
  g_auto (GStrv) chosen =
      record != NULL ? g_strdupv ((char **) jg_record_get_chosen (record)) : NULL;

  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (self->catalogue, chosen[i]);

      if (occupation == NULL)
        jg_record_choose (record, chosen[i], FALSE);
    }
}

/**
 * jg_session_set_catalogue:
 * @self: a session
 * @catalogue: another catalogue, with more packs or fewer
 *
 * Changes the catalogue under the pages. The jobseeker’s answers stay, and so does the sheet, but for
 * occupations that the new catalogue has not.
 */
void
jg_session_set_catalogue (JgSession *self, JgCatalogue *catalogue)
{
  g_return_if_fail (JG_IS_SESSION (self));
  g_return_if_fail (JG_IS_CATALOGUE (catalogue));

  if (!g_set_object (&self->catalogue, catalogue))
    return;
  g_clear_object (&self->search);
  g_clear_pointer (&self->documents, g_hash_table_unref);
  drop_unknown_choices (self, self->record);
  drop_unknown_choices (self, self->previous);
  forget_results (self);
  jg_session_drop_unknown_compared (self);
  g_signal_emit (self, signals[SIGNAL_CATALOGUE_CHANGED], 0);
  jg_session_touch (self);
}

/**
 * jg_session_get_search:
 * @self: a session
 *
 * Gets the search over the catalogue; made on first use, because start-up does not need it.
 *
 * Returns: (transfer none): the search
 */
JgSearch *
jg_session_get_search (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  if (self->search == NULL)
    self->search = jg_search_new (self->catalogue);
  return self->search;
}

/**
 * jg_session_get_settings:
 * @self: a session
 *
 * Gets the stored preferences.
 *
 * Returns: (transfer none): the settings
 */
GSettings *
jg_session_get_settings (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  return self->settings;
}

/**
 * jg_session_find_document:
 * @self: a session
 * @key: key of a document
 *
 * Gets what the catalogue says about a document, without its paragraphs.
 *
 * Returns: (transfer none) (nullable): the document, or %NULL when there is none
 */
JgDocument *
jg_session_find_document (JgSession *self, const char *key)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  if (key == NULL)
    return NULL;
  if (self->documents == NULL)
    {
      g_autoptr (GPtrArray) list = jg_catalogue_list_documents (self->catalogue);

      self->documents =
          g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) jg_document_unref);
      for (guint i = 0; list != NULL && i < list->len; i++)
        {
          JgDocument *document = g_ptr_array_index (list, i);

          g_hash_table_insert (self->documents, document->key, jg_document_ref (document));
        }
    }
  return g_hash_table_lookup (self->documents, key);
}

/**
 * jg_session_dup_citation:
 * @self: a session
 * @document: key of a document
 * @clause: (nullable): label of a clause
 *
 * Writes how a sentence of a document is cited.
 *
 * Returns: (transfer full): the citation; the key itself for an unknown document
 */
char *
jg_session_dup_citation (JgSession *self, const char *document, const char *clause)
{
  JgDocument *found = jg_session_find_document (self, document);

  if (found == NULL)
    return g_strdup (document);
  return jg_document_dup_citation (found, clause);
}

/**
 * jg_session_get_as_of:
 * @self: a session
 *
 * Gets the date measures are judged at: the practice date, or today's local date.
 *
 * Returns: (transfer none): YYYY-MM-DD
 */
const char *
jg_session_get_as_of (JgSession *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  if (self->as_of != NULL)
    return self->as_of;
  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%Y-%m-%d");
  if (g_strcmp0 (today, self->today) != 0)
    {
      g_free (self->today);
      self->today = g_steal_pointer (&today);
    }
  return self->today;
}

/**
 * jg_session_set_as_of:
 * @self: a session
 * @as_of: (nullable): YYYY-MM-DD, or %NULL for today
 *
 * Sets the practice date. It lives as long as the window; it is never stored.
 */
void
jg_session_set_as_of (JgSession *self, const char *as_of)
{
  g_return_if_fail (JG_IS_SESSION (self));
  g_return_if_fail (as_of == NULL || jg_session_is_date (as_of));

  if (g_strcmp0 (as_of, self->as_of) == 0)
    return;
  g_free (self->as_of);
  self->as_of = g_strdup (as_of);
  g_signal_emit (self, signals[SIGNAL_AS_OF_CHANGED], 0);
  jg_session_touch (self);
}

/**
 * jg_session_is_practice:
 * @self: a session
 *
 * Tells whether measures are judged at another date than today.
 *
 * Returns: %TRUE for a practice date
 */
gboolean
jg_session_is_practice (JgSession *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);

  if (self->as_of == NULL)
    return FALSE;
  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%Y-%m-%d");
  return !g_str_equal (today, self->as_of);
}

/**
 * jg_session_get_profile:
 * @self: a session
 *
 * Gets the jobseeker's answers. After changing them call jg_session_touch().
 *
 * Returns: (transfer none): the profile
 */
JgProfile *
jg_session_get_profile (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  return jg_record_get_profile (self->record);
}

/**
 * jg_session_get_record:
 * @self: a session
 *
 * Gets everything the session holds of the jobseeker. Changing it is a change of the session.
 *
 * Returns: (transfer none): the record, until another jobseeker's takes its place (“replaced”)
 */
JgRecord *
jg_session_get_record (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  return self->record;
}

/**
 * jg_session_set_record:
 * @self: a session
 * @record: what is held of another jobseeker
 *
 * Goes on with @record; the former one can be brought back by jg_session_undo_reset() until it is forgotten.
 */
void
jg_session_set_record (JgSession *self, JgRecord *record)
{
  g_return_if_fail (JG_IS_SESSION (self));
  g_return_if_fail (JG_IS_RECORD (record));
  g_return_if_fail (record != self->record);

  g_clear_object (&self->previous);
  self->previous = release_record (self);
  take_record (self, g_object_ref (record));
  g_clear_pointer (&self->previous_compared, g_ptr_array_unref);
  self->previous_compared = self->compared;
  self->compared = g_ptr_array_new_with_free_func (g_free);
  replaced_cb (self);
  g_signal_emit (self, signals[SIGNAL_COMPARED_CHANGED], 0);
  changed_cb (self);
}

/**
 * jg_session_set_profile:
 * @self: a session
 * @profile: another jobseeker's answers
 *
 * Starts a new sitting with @profile; the former one can be brought back by
 * jg_session_undo_reset() until it is forgotten.
 */
void
jg_session_set_profile (JgSession *self, JgProfile *profile)
{
  g_autoptr (JgRecord) record = NULL;

  g_return_if_fail (JG_IS_SESSION (self));
  g_return_if_fail (JG_IS_PROFILE (profile));

  record = jg_record_new_for_profile (profile, NULL);
  jg_session_set_record (self, record);
}

/**
 * jg_session_touch:
 * @self: a session
 *
 * Says that the profile or the sheet changed: results are worked out anew when next asked for.
 */
void
jg_session_touch (JgSession *self)
{
  g_return_if_fail (JG_IS_SESSION (self));

  if (!jg_record_touch (self->record))
    changed_cb (self);
}

/**
 * jg_session_is_empty:
 * @self: a session
 *
 * Tells whether nothing has been entered.
 *
 * Returns: %TRUE when there is nothing to lose
 */
gboolean
jg_session_is_empty (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), TRUE);

  return jg_record_is_empty (self->record) && self->compared->len == 0;
}

/**
 * jg_session_reset:
 * @self: a session
 *
 * Clears the sitting for the next jobseeker.
 */
void
jg_session_reset (JgSession *self)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();

  jg_session_set_profile (self, profile);
}

/**
 * jg_session_undo_reset:
 * @self: a session
 *
 * Brings the sitting before the last reset back.
 *
 * Returns: %FALSE when it has been forgotten already
 */
gboolean
jg_session_undo_reset (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);

  if (self->previous == NULL)
    return FALSE;
  g_object_unref (release_record (self));
  take_record (self, g_steal_pointer (&self->previous));
  g_ptr_array_unref (self->compared);
  self->compared = g_steal_pointer (&self->previous_compared);
  replaced_cb (self);
  g_signal_emit (self, signals[SIGNAL_COMPARED_CHANGED], 0);
  changed_cb (self);
  return TRUE;
}

/**
 * jg_session_forget_previous:
 * @self: a session
 *
 * Drops the former jobseeker's data for good.
 */
void
jg_session_forget_previous (JgSession *self)
{
  g_return_if_fail (JG_IS_SESSION (self));

  g_clear_object (&self->previous);
  g_clear_pointer (&self->previous_compared, g_ptr_array_unref);
}

/**
 * jg_session_get_matches:
 * @self: a session
 *
 * Gets the occupations that match the jobseeker, worked out on first use after a change.
 *
 * Returns: (transfer none): the result, valid until the next change
 */
JgMatchResult *
jg_session_get_matches (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  if (self->matches == NULL)
    self->matches = jg_match_record (self->catalogue, self->record, 10);
  return self->matches;
}

/**
 * jg_session_get_eligibility:
 * @self: a session
 *
 * Gets every measure checked against the jobseeker, with the first chosen occupation in question.
 *
 * Returns: (transfer none): the result, valid until the next change
 */
JgEligibility *
jg_session_get_eligibility (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  if (self->eligibility == NULL)
    self->eligibility =
        jg_eligibility_check (self->catalogue, jg_record_get_profile (self->record),
                              jg_session_get_as_of (self), jg_session_get_chosen (self, 0));
  return self->eligibility;
}

/**
 * jg_session_find_verdict:
 * @self: a session
 * @measure: id of a measure
 *
 * Gets the verdict on one measure.
 *
 * Returns: (transfer none) (nullable): the verdict, valid until the next change
 */
JgVerdict *
jg_session_find_verdict (JgSession *self, const char *measure)
{
  JgEligibility *eligibility;

  g_return_val_if_fail (JG_IS_SESSION (self), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  eligibility = jg_session_get_eligibility (self);
  for (guint i = 0; eligibility != NULL && i < eligibility->verdicts->len; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (eligibility->verdicts, i);

      if (g_str_equal (verdict->measure->id, measure))
        return verdict;
    }
  return NULL;
}
