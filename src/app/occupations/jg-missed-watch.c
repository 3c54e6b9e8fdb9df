/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-missed-watch.h"

/* Longer than the pause between two keys, so that half a word is not counted. */
#define PAUSE 5 /* s */

struct _JgMissedWatch
{
  GObject parent_instance;

  JgSession *session; /* borrowed: it owns the page that owns this */
  char *pending;      /* what would be counted now, or NULL */
  char *counted;      /* the last one counted: looking at it again is not another search */
  guint source;
};

G_DEFINE_FINAL_TYPE (JgMissedWatch, jg_missed_watch, G_TYPE_OBJECT)

static void
forget (JgMissedWatch *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->pending, g_free);
}

static void
jg_missed_watch_finalize (GObject *object)
{
  JgMissedWatch *self = JG_MISSED_WATCH (object);

  forget (self);
  g_free (self->counted);

  G_OBJECT_CLASS (jg_missed_watch_parent_class)->finalize (object);
}

static void
jg_missed_watch_class_init (JgMissedWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_missed_watch_finalize;
}

static void
jg_missed_watch_init (JgMissedWatch *self)
{
}

/**
 * jg_missed_watch_new:
 * @session: what the pages share; it must outlive the watch
 *
 * Returns: (transfer full): a watch that has seen nothing
 */
JgMissedWatch *
jg_missed_watch_new (JgSession *session)
{
  JgMissedWatch *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_MISSED_WATCH, NULL);
  self->session = session;
  return self;
}

static gboolean
pause_cb (gpointer data)
{
  JgMissedWatch *self = JG_MISSED_WATCH (data);

  self->source = 0;
  jg_missed_watch_settle (self);
  return G_SOURCE_REMOVE;
}

/**
 * jg_missed_watch_see:
 * @self: a watch
 * @query: what stands in the search box
 * @found: whether the catalogue has it
 *
 * Takes note of what is typed. It is counted after five seconds without a key, or at once when the box is emptied.
 */
void
jg_missed_watch_see (JgMissedWatch *self, const char *query, gboolean found)
{
  g_return_if_fail (JG_IS_MISSED_WATCH (self));
  g_return_if_fail (query != NULL);

  if (*query == '\0')
    {
      jg_missed_watch_settle (self);
      g_clear_pointer (&self->counted, g_free);
      return;
    }
  forget (self);
  if (found || g_strcmp0 (query, self->counted) == 0 ||
      !g_settings_get_boolean (jg_session_get_settings (self->session), "count-missed-searches"))
    return;
  self->pending = g_strdup (query);
  self->source = g_timeout_add_seconds (PAUSE, pause_cb, self);
}

/**
 * jg_missed_watch_settle:
 * @self: a watch
 *
 * Counts what was typed last: the person has pressed Enter or gone elsewhere. What cannot be written is not worth a
 * message: nobody asked for it.
 */
void
jg_missed_watch_settle (JgMissedWatch *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *query = NULL;

  g_return_if_fail (JG_IS_MISSED_WATCH (self));

  query = g_steal_pointer (&self->pending);
  forget (self);
  if (query == NULL)
    return;
  if (!jg_desk_count_missed (jg_session_get_desk (self->session), query, today, &error) &&
      error != NULL)
    g_debug ("A search without a result was not counted: %s", error->message);
  g_free (self->counted);
  self->counted = g_steal_pointer (&query);
}
