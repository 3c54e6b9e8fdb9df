/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-live.h"

typedef struct
{
  GtkWidget *widget;
  void (*update) (GtkWidget *widget);
  guint idle;
  gboolean stale;
} Live;

static void
live_free (gpointer data)
{
  Live *live = data;

  g_clear_handle_id (&live->idle, g_source_remove);
  g_free (live);
}

static gboolean
idle_cb (gpointer data)
{
  Live *live = data;

  live->idle = 0;
  if (live->stale && gtk_widget_get_mapped (live->widget))
    {
      live->stale = FALSE;
      live->update (live->widget);
    }
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkWidget *widget)
{
  Live *live = g_object_get_data (G_OBJECT (widget), "live");

  live->stale = TRUE;
  if (live->idle == 0 && gtk_widget_get_mapped (widget))
    live->idle = g_idle_add (idle_cb, live);
}

static void
map_cb (GtkWidget *widget)
{
  Live *live = g_object_get_data (G_OBJECT (widget), "live");

  if (!live->stale)
    return;
  live->stale = FALSE;
  live->update (widget);
}

/**
 * jg_live_attach:
 * @widget: a widget that shows results
 * @session: what the pages share
 * @update: fills the widget from the session
 *
 * Has @update called when it is needed, and never more often.
 */
void
jg_live_attach (GtkWidget *widget, JgSession *session, void (*update) (GtkWidget *widget))
{
  Live *live;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (update != NULL);

  live = g_new0 (Live, 1);
  live->widget = widget;
  live->update = update;
  live->stale = TRUE;
  g_object_set_data_full (G_OBJECT (widget), "live", live, live_free);
  g_signal_connect (widget, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), widget, G_CONNECT_SWAPPED);
}
