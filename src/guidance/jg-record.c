/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-record-private.h"

#include <string.h>

#include "catalogue/jg-json-gate.h"
#include "jg-text-forbidden.h"
#include "jg-text-wipe.h"

G_DEFINE_QUARK (jg - record - error - quark, jg_record_error)
G_DEFINE_FINAL_TYPE (JgRecord, jg_record, G_TYPE_OBJECT)

static void
jg_record_finalize (GObject *object)
{
  JgRecord *self = JG_RECORD (object);

  g_clear_pointer (&self->content, jg_record_content_free);
  jg_text_wipe_free (self->snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    jg_text_wipe_free (self->words[i]);
  jg_text_wipe_free (self->rest);
  g_queue_clear_full (&self->undo, (GDestroyNotify) jg_text_wipe_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) jg_text_wipe_free);

  G_OBJECT_CLASS (jg_record_parent_class)->finalize (object);
}

static void
jg_record_class_init (JgRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_record_finalize;

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("replaced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
jg_record_init (JgRecord *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* The day and six random figures, which can be copied by hand and said on the telephone; nothing of the person is in
 * it. */
static char *
make_number (const char *day)
{
  g_auto (GStrv) parts = g_strsplit (day, "-", 3);

  return g_strdup_printf ("%s%s%s-%06d", parts[0], parts[1], parts[2],
                          g_random_int_range (0, 1000000));
}

static JgRecord *
new_with (JgRecordContent *content, const char *day)
{
  JgRecord *self = g_object_new (JG_TYPE_RECORD, NULL);

  self->content = content;
  if (content->created == NULL)
    content->created = jg_record_is_day (day) ? g_strdup (day) : dup_today ();
  if (content->changed == NULL)
    content->changed = g_strdup (content->created);
  if (content->number == NULL)
    content->number = make_number (content->created);
  jg_record_commit (self, NULL);
  return self;
}

/* jg_record_new:
 *
 * Returns: (transfer full): a record of today in which nothing is said */
JgRecord *
jg_record_new (void)
{
  return new_with (jg_record_content_new (jg_profile_new ()), NULL);
}

/* jg_record_new_for_profile:
 * @profile: a jobseeker's answers; kept, not copied
 * @day: (nullable): the day it is begun, YYYY-MM-DD; today when it is %NULL or none that a record can be of
 *
 * Returns: (transfer full): a record in which nothing else is said */
JgRecord *
jg_record_new_for_profile (JgProfile *profile, const char *day)
{
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);

  return new_with (jg_record_content_new (g_object_ref (profile)), day);
}

/* jg_record_new_from_data:
 * @data: bytes that claim to be a record
 * @length: their number, or -1 when @data ends with a zero byte
 * @name: what to call the data in messages
 * @day: (nullable): the day a record is of that is a mere profile, as for jg_record_new_for_profile()
 *
 * Reads a record (jobguide-record/1), or a profile (jobguide-profile/1) as a record in which nothing else is said. Nothing is taken from data with one error.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with JG_RECORD_ERROR_NEWER or JG_RECORD_ERROR_INVALID,
 *   whose message has a line with name, JSON pointer and what to write for each error found */
JgRecord *
jg_record_new_from_data (const char *data,
                         gssize length,
                         const char *name,
                         const char *day,
                         GError **error)
{
  JgRecordContent *content;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  content =
      jg_record_content_parse (name, data, length >= 0 ? (gsize) length : strlen (data), error);
  return content != NULL ? new_with (content, day) : NULL;
}

/* jg_record_new_from_file:
 * @path: (type filename): a regular file of at most JG_RECORD_MAX_BYTES
 * @day: (nullable): as for jg_record_new_from_data()
 *
 * Reads a record or a profile from a file.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with JG_RECORD_ERROR_READ, or as
 *   jg_record_new_from_data() */
JgRecord *
jg_record_new_from_file (const char *path, const char *day, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = jg_text_dup_path_name (path);
  data = jg_json_gate_read_file (path, JG_RECORD_MAX_BYTES, &length, &local_error);
  if (data == NULL)
    {
      g_set_error_literal (error, JG_RECORD_ERROR, JG_RECORD_ERROR_READ, local_error->message);
      return NULL;
    }
  return jg_record_new_from_data (data, (gssize) length, name, day, error);
}

/* jg_record_to_data:
 *
 * Writes the record as jobguide-record/1: the same record always gives the same bytes, and jg_record_new_from_data()
 * takes them.
 *
 * Returns: (transfer full): JSON, indented, with a newline at its end */
char *
jg_record_to_data (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return jg_record_content_to_data (self->content, TRUE);
}

/* jg_record_is_empty:
 *
 * Returns: whether nothing was entered that would be lost; who sits at which desk, and how large the print is, does
 *   not count */
gboolean
jg_record_is_empty (JgRecord *self)
{
  const JgRecordContent *content;
  g_autoptr (JgProfile) empty = NULL;
  g_autofree char *is = NULL;
  g_autofree char *would_be = NULL;

  g_return_val_if_fail (JG_IS_RECORD (self), TRUE);

  content = self->content;
  if (content->texts[JG_RECORD_CONCERN] != NULL || content->texts[JG_RECORD_REMARKS] != NULL ||
      content->texts[JG_RECORD_FOLLOW_UP_WAY] != NULL || content->follow_up != NULL)
    return FALSE;
  if (content->chosen->len + content->tasks->len + content->struck->len + content->ticked->len +
          content->taken_off->len + content->steps->len + content->contacts->len +
          (guint) g_tree_nnodes (content->answers) >
      0)
    return FALSE;
  empty = jg_profile_new ();
  is = jg_profile_to_data (content->profile);
  would_be = jg_profile_to_data (empty);
  return g_strcmp0 (is, would_be) == 0;
}

/* jg_record_get_profile:
 *
 * Returns: (transfer none): the jobseeker's answers. After changing them call jg_record_touch(). Undo and redo put
 *   another in its place */
JgProfile *
jg_record_get_profile (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return self->content->profile;
}

/* jg_record_get_number:
 *
 * Returns: (transfer none): the number of the sheet (编号): the day and six random figures, nothing personal */
const char *
jg_record_get_number (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return self->content->number;
}

/* jg_record_get_created:
 *
 * Returns: (transfer none): the day the record was begun, YYYY-MM-DD */
const char *
jg_record_get_created (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return self->content->created;
}

/* jg_record_get_changed:
 *
 * Returns: (transfer none): the day of the last change, YYYY-MM-DD */
const char *
jg_record_get_changed (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return self->content->changed;
}

/* jg_record_get_text:
 *
 * Returns: (transfer none) (nullable): the words */
const char *
jg_record_get_text (JgRecord *self, JgRecordText field)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < JG_N_RECORD_TEXTS, NULL);

  return self->content->texts[field];
}

/* jg_record_set_text:
 * @text: (nullable): the words as they were typed
 *
 * Sets free words. Signs nobody sees are left out, and what is longer than jg_record_text_max() is cut. Typing on in
 * the same words is one step of undo. */
void
jg_record_set_text (JgRecord *self, JgRecordText field, const char *text)
{
  g_return_if_fail (JG_IS_RECORD (self));
  g_return_if_fail (field < JG_N_RECORD_TEXTS);

  jg_text_wipe_free (self->content->texts[field]);
  self->content->texts[field] = jg_text_dup_tidy (text, jg_record_text_max (field));
  jg_record_commit (self, jg_record_text_nicks ()[field]);
}

/* jg_record_get_follow_up:
 *
 * Returns: (transfer none) (nullable): the day to ask again (回访), YYYY-MM-DD */
const char *
jg_record_get_follow_up (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return self->content->follow_up;
}

/* jg_record_set_follow_up:
 * @date: (nullable): an existing day, YYYY-MM-DD, or %NULL for none
 *
 * Returns: %FALSE when it is no such day; the former one then stands */
gboolean
jg_record_set_follow_up (JgRecord *self, const char *date)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  if (date != NULL && !jg_record_is_day (date))
    return FALSE;
  jg_text_wipe_free (self->content->follow_up);
  self->content->follow_up = g_strdup (date);
  jg_record_commit (self, NULL);
  return TRUE;
}

/* jg_record_get_large_print:
 *
 * Returns: whether the sheet is to be set in large print */
gboolean
jg_record_get_large_print (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  return self->content->large_print;
}

/* jg_record_set_large_print:
 * @large_print: on or off
 *
 * Sets whether the sheet is to be set in large print. */
void
jg_record_set_large_print (JgRecord *self, gboolean large_print)
{
  g_return_if_fail (JG_IS_RECORD (self));

  self->content->large_print = !!large_print;
  jg_record_commit (self, NULL);
}
