/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-desk-private.h"

#include <string.h>

#include "catalogue/jg-json-gate.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_QUARK (jg - desk - error - quark, jg_desk_error)
G_DEFINE_FINAL_TYPE (JgDesk, jg_desk, G_TYPE_OBJECT)

static void
jg_desk_finalize (GObject *object)
{
  JgDesk *self = JG_DESK (object);

  g_clear_pointer (&self->content, jg_desk_content_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->path);
  g_free (self->locked);

  G_OBJECT_CLASS (jg_desk_parent_class)->finalize (object);
}

static void
jg_desk_class_init (JgDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_desk_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_desk_init (JgDesk *self)
{
  self->content = jg_desk_content_new ();
}

/* jg_desk_new:
 * @path: (type filename): the file; it and its folder need not exist yet
 *
 * Returns: (transfer full): an empty desk; jg_desk_load() reads the file */
JgDesk *
jg_desk_new (const char *path)
{
  JgDesk *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (JG_TYPE_DESK, NULL);
  self->path = g_strdup (path);
  return self;
}

/* jg_desk_new_read_only:
 * @path: (type filename): a file that is there
 *
 * Reads a file (jobguide-desk/1) that is somebody else's to keep: nothing is ever written, and a
 * damaged one stays where it is.
 *
 * Returns: (transfer full): the desk, or %NULL with JG_DESK_ERROR_READ, JG_DESK_ERROR_DAMAGED or
 *   JG_DESK_ERROR_NEWER */
JgDesk *
jg_desk_new_read_only (const char *path, GError **error)
{
  g_autoptr (JgDesk) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = jg_desk_new (path);
  self->read_only = TRUE;
  if (!jg_desk_load (self, error))
    return NULL;
  if (self->bytes == NULL)
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_READ, "没有文件“%s”。", path);
      return NULL;
    }
  self->locked = g_strdup ("没有保存：这份备注和办事指南只供查看。");
  return g_steal_pointer (&self);
}

static void
take_content (JgDesk *self, JgDeskContent *content, GBytes *bytes)
{
  g_clear_pointer (&self->content, jg_desk_content_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->content = content;
  self->bytes = bytes;
  for (guint i = 0; i < content->notes->len; i++)
    self->last_number =
        MAX (self->last_number, ((JgDeskNote *) g_ptr_array_index (content->notes, i))->number);
}

static void
lock_for_good (JgDesk *self, const char *why)
{
  g_free (self->locked);
  self->locked = g_strdup (why);
}

/* @folder is the locked folder, or -1 when it is still to be locked. */
static void
set_aside (JgDesk *self, int folder, const char *problems, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *other = NULL;
  int own = folder >= 0 ? folder : jg_desk_disk_lock (self->path, &local);

  if (own >= 0)
    other = jg_desk_disk_set_aside (own, self->path, &local);
  if (own >= 0 && own != folder)
    jg_desk_disk_unlock (own);
  if (other == NULL)
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_READ,
                   "本机构的备注和办事指南损坏，又不能移到一边，没有改动它：\n%s", problems);
      lock_for_good (self, "本机构的备注和办事指南损坏，没有保存。");
      return;
    }
  g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_DAMAGED,
               "本机构的备注和办事指南损坏，已原样移到“%s”，没有删改；%s请交管理员修复：\n%s",
               other, self->bytes != NULL ? "现在仍用先前读到的。" : "现在从空白开始。", problems);
}

/* Takes over what is on the disk when it is not what was there before. A file that was deleted by
 * somebody is no reason to forget what it said. */
static gboolean
refresh (JgDesk *self, int folder, gboolean *changed, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *data = NULL;
  JgDeskContent *content;
  gsize length = 0;

  data = jg_json_gate_read_file (self->path, JG_DESK_MAX_BYTES, &length, &local);
  if (data == NULL && g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  if (data == NULL)
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_READ,
                   "读不出本机构的备注和办事指南，没有改动它。%s", local->message);
      lock_for_good (self, "读不出本机构的备注和办事指南，没有保存。");
      return FALSE;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  if (self->bytes != NULL && g_bytes_equal (bytes, self->bytes))
    return TRUE;
  *changed = TRUE;
  content = jg_desk_content_parse (name, g_bytes_get_data (bytes, NULL), length, &local);
  if (content != NULL)
    {
      take_content (self, content, g_steal_pointer (&bytes));
      return TRUE;
    }
  if (self->read_only || g_error_matches (local, JG_DESK_ERROR, JG_DESK_ERROR_NEWER))
    {
      lock_for_good (self, local->message);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  set_aside (self, folder, local->message, error);
  return FALSE;
}

/* jg_desk_load:
 *
 * Reads the file (jobguide-desk/1); where there is none the desk is empty. A damaged file is renamed
 * to PATH.damaged as it is, and the desk goes on with what it knew. After JG_DESK_ERROR_READ and
 * JG_DESK_ERROR_NEWER the file is left alone and the desk cannot be written, until this is called
 * again and is well.
 *
 * Returns: whether it was read; otherwise JG_DESK_ERROR_READ, JG_DESK_ERROR_DAMAGED (said to the
 *   person: the message says where the file is now) or JG_DESK_ERROR_NEWER */
gboolean
jg_desk_load (JgDesk *self, GError **error)
{
  gboolean changed = FALSE;
  gboolean done;

  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_clear_pointer (&self->locked, g_free);
  done = refresh (self, -1, &changed, error);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return done;
}

/* jg_desk_is_writable:
 *
 * Returns: whether the last load left a desk that may be changed */
gboolean
jg_desk_is_writable (JgDesk *self)
{
  g_return_val_if_fail (JG_IS_DESK (self), FALSE);

  return self->locked == NULL;
}

static int
compare_newest (gconstpointer left, gconstpointer right)
{
  const JgDeskNote *a = *(JgDeskNote *const *) left;
  const JgDeskNote *b = *(JgDeskNote *const *) right;
  int order = -g_strcmp0 (a->date, b->date);

  if (order != 0)
    return order;
  return a->number > b->number ? -1 : a->number < b->number;
}

/* jg_desk_list_notes:
 * @measure: (nullable): id of a measure, or %NULL for the notes on all
 *
 * Returns: (transfer full) (element-type JgDeskNote): newest date first, of one day the latest
 *   written; notes on measures that no catalogue knows any more are among them */
GPtrArray *
jg_desk_list_notes (JgDesk *self, const char *measure)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_desk_note_unref);

  g_return_val_if_fail (JG_IS_DESK (self), list);

  for (guint i = 0; i < self->content->notes->len; i++)
    {
      JgDeskNote *note = g_ptr_array_index (self->content->notes, i);

      if (measure == NULL || g_strcmp0 (note->measure, measure) == 0)
        g_ptr_array_add (list, jg_desk_note_ref (note));
    }
  g_ptr_array_sort (list, compare_newest);
  return list;
}

/* What the reader would not take must not get into the file: the same reader decides. */
static gboolean
check_data (const char *data, gsize length, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (JgDeskContent) content = jg_desk_content_parse ("desk.json", data, length, &local);

  if (content != NULL)
    return TRUE;
  g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID, "没有保存：%s", local->message);
  return FALSE;
}

static gboolean
change_locked (JgDesk *self,
               int folder,
               JgDeskChange change,
               gpointer data,
               gboolean *changed,
               GError **error)
{
  g_autoptr (JgDeskContent) content = NULL;
  g_autofree char *json = NULL;
  gsize length;

  if (!refresh (self, folder, changed, error))
    return FALSE;
  content = jg_desk_content_copy (self->content);
  if (!change (self, content, data, error))
    return FALSE;
  json = jg_desk_content_to_data (content);
  length = strlen (json);
  if (!check_data (json, length, error) ||
      !jg_desk_disk_write (folder, self->path, json, length, error))
    return FALSE;
  take_content (self, g_steal_pointer (&content),
                g_bytes_new_take (g_steal_pointer (&json), length));
  *changed = TRUE;
  return TRUE;
}

/* jg_desk_change:
 * @apply: makes the change to a content of its own
 * @data: for @apply
 *
 * Reads what another program has written meanwhile, makes a change and writes the file; in memory
 * stands only what is on the disk.
 *
 * Returns: whether it was made and written; otherwise the error of @apply, JG_DESK_ERROR_WRITE, or as
 *   jg_desk_load() when the file was found changed and bad */
gboolean
jg_desk_change (JgDesk *self, JgDeskChange apply, gpointer data, GError **error)
{
  gboolean changed = FALSE;
  gboolean done;
  int folder;

  if (self->locked != NULL)
    {
      g_set_error_literal (error, JG_DESK_ERROR, JG_DESK_ERROR_WRITE, self->locked);
      return FALSE;
    }
  folder = jg_desk_disk_lock (self->path, error);
  if (folder < 0)
    return FALSE;
  done = change_locked (self, folder, apply, data, &changed, error);
  jg_desk_disk_unlock (folder);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return done;
}

static JgDeskNote *
find_number (JgDeskContent *content, guint number)
{
  for (guint i = 0; i < content->notes->len; i++)
    {
      JgDeskNote *note = g_ptr_array_index (content->notes, i);

      if (note->number == number)
        return note;
    }
  return NULL;
}

static gboolean
check_room (JgDeskContent *content, GError **error)
{
  if (content->notes->len < JG_DESK_MAX_NOTES)
    return TRUE;
  g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID,
               "没有保存：已有 %d 条备注，请先删去旧的。", JG_DESK_MAX_NOTES);
  return FALSE;
}

/* The number is given only now, when all notes of the file are known. */
static gboolean
apply_add_note (JgDesk *self, JgDeskContent *content, gpointer data, GError **error)
{
  JgDeskNote *note = data;

  if (!check_room (content, error))
    return FALSE;
  if (note->number == 0 || find_number (content, note->number) != NULL)
    note->number = self->last_number + 1;
  g_ptr_array_add (content->notes, jg_desk_note_ref (note));
  return TRUE;
}

/* jg_desk_add_note:
 * @measure: id of the measure
 * @date: when it was confirmed, YYYY-MM-DD, YYYY-MM or YYYY
 * @text: what, at most JG_DESK_NOTE_MAX_TEXT characters; invisible characters are left out
 * @by: name of whoever confirmed it, at most JG_DESK_MAX_NAME characters
 *
 * Keeps a new note; it is on the disk when this returns.
 *
 * Returns: (transfer full) (nullable): the note, or %NULL with JG_DESK_ERROR_INVALID or
 *   JG_DESK_ERROR_WRITE, or as jg_desk_load() when the file was found changed and bad */
JgDeskNote *
jg_desk_add_note (JgDesk *self,
                  const char *measure,
                  const char *date,
                  const char *text,
                  const char *by,
                  GError **error)
{
  g_autoptr (JgDeskNote) note = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (JG_IS_DESK (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  words = jg_text_dup_tidy (text, 0);
  name = jg_text_dup_tidy (by, 0);
  if (!jg_desk_words_check_measure (measure, error) || !jg_desk_words_check_date (date, error) ||
      !jg_desk_words_check ("备注", words, JG_DESK_NOTE_MAX_TEXT, error) ||
      !jg_desk_words_check ("确认人姓名", name, JG_DESK_MAX_NAME, error))
    return NULL;
  note = jg_desk_note_new (0, measure, date, words, name);
  if (!jg_desk_change (self, apply_add_note, note, error))
    return NULL;
  return g_steal_pointer (&note);
}

static gboolean
apply_remove_note (JgDesk *self, JgDeskContent *content, gpointer data, GError **error)
{
  JgDeskNote *found = find_number (content, ((JgDeskNote *) data)->number);

  if (found == NULL || !jg_desk_note_equal (found, data))
    {
      g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_GONE, "这条备注已不在了。");
      return FALSE;
    }
  g_ptr_array_remove (content->notes, found);
  return TRUE;
}

/* jg_desk_remove_note:
 * @note: a note of jg_desk_list_notes()
 *
 * Removes a note. Whoever keeps it can bring it back with jg_desk_restore_note().
 *
 * Returns: whether it is gone from the disk; otherwise JG_DESK_ERROR_GONE when it was not there,
 *   JG_DESK_ERROR_WRITE, or as jg_desk_load() when the file was found changed and bad */
gboolean
jg_desk_remove_note (JgDesk *self, JgDeskNote *note, GError **error)
{
  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (note != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return jg_desk_change (self, apply_remove_note, note, error);
}

/* jg_desk_restore_note:
 * @note: a note that was removed
 *
 * Takes a removal back: the note stands again where it stood. One that is there is left as it is.
 *
 * Returns: whether it is on the disk; otherwise as jg_desk_add_note() */
gboolean
jg_desk_restore_note (JgDesk *self, JgDeskNote *note, GError **error)
{
  g_autoptr (JgDeskNote) copy = NULL;
  JgDeskNote *found;

  g_return_val_if_fail (JG_IS_DESK (self), FALSE);
  g_return_val_if_fail (note != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  found = find_number (self->content, note->number);
  if (found != NULL && jg_desk_note_equal (found, note))
    return TRUE;
  copy = jg_desk_note_new (note->number, note->measure, note->date, note->text, note->by);
  return jg_desk_change (self, apply_add_note, copy, error);
}
