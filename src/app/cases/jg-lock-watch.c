/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-lock-watch.h"

#include <unistd.h>

#define LOGIN "org.freedesktop.login1"

struct _JgLockWatch
{
  GObject parent_instance;

  GSettings *settings;
  GListModel *toplevels;
  gint64 touched; /* monotonic, in µs */
  guint check_id;
  GCancellable *cancellable;
  GDBusConnection *buses[2]; /* of the session and of the system; NULL until there */
  GArray *subscriptions[2];  /* (element-type guint) */
};

G_DEFINE_FINAL_TYPE (JgLockWatch, jg_lock_watch, G_TYPE_OBJECT)

static guint lock_signal;

static void
say_lock (JgLockWatch *self)
{
  g_signal_emit (self, lock_signal, 0);
}

static gint64
get_limit (JgLockWatch *self)
{
  return (gint64) (g_settings_get_double (self->settings, "lock-minutes") * 60 * G_USEC_PER_SEC);
}

static void plan_check (JgLockWatch *self);

static gboolean
check_cb (gpointer data)
{
  JgLockWatch *self = JG_LOCK_WATCH (data);

  self->check_id = 0;
  if (g_get_monotonic_time () - self->touched >= get_limit (self))
    {
      self->touched = g_get_monotonic_time ();
      say_lock (self);
    }
  plan_check (self);
  return G_SOURCE_REMOVE;
}

/* One source for every silence, and not one for every key. */
static void
plan_check (JgLockWatch *self)
{
  const gint64 left = self->touched + get_limit (self) - g_get_monotonic_time ();

  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add ((guint) CLAMP (left / 1000 + 1, 100, G_MAXINT), check_cb, self);
}

/* In a dialog the key of the window behind it does nothing; that of a file chooser is its own. */
static gboolean
is_lock (GdkEvent *event, GtkEventController *controller)
{
  GtkWidget *window = gtk_event_controller_get_widget (controller);

  return gdk_event_get_event_type (event) == GDK_KEY_PRESS &&
         gdk_key_event_matches (event, GDK_KEY_l, GDK_CONTROL_MASK) == GDK_KEY_MATCH_EXACT &&
         !GTK_IS_APPLICATION_WINDOW (window) && !GTK_IS_FILE_CHOOSER (window);
}

static gboolean
lock_cb (gpointer data)
{
  say_lock (JG_LOCK_WATCH (data));
  return G_SOURCE_REMOVE;
}

static gboolean
event_cb (JgLockWatch *self, GdkEvent *event, GtkEventController *controller)
{
  jg_lock_watch_touch (self);
  if (!is_lock (event, controller))
    return GDK_EVENT_PROPAGATE;
  /* The window that has the event may go with the lock. */
  g_idle_add_full (G_PRIORITY_HIGH, lock_cb, g_object_ref (self), g_object_unref);
  return GDK_EVENT_STOP;
}

/* Dialogs are windows of their own. */
static void
toplevels_changed_cb (JgLockWatch *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (self->toplevels, i);
      GtkEventController *controller = gtk_event_controller_legacy_new ();

      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
      g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (window, controller);
    }
  jg_lock_watch_touch (self);
}

static void
bus_signal_cb (GDBusConnection *bus,
               const char *sender,
               const char *path,
               const char *interface,
               const char *signal,
               GVariant *parameters,
               gpointer data)
{
  gboolean on = TRUE;

  /* Of the three signals only that of login1 for one session has no word on or off. */
  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &on);
  if (on)
    say_lock (JG_LOCK_WATCH (data));
}

static void
subscribe (JgLockWatch *self,
           guint bus,
           const char *sender,
           const char *interface,
           const char *signal,
           const char *path)
{
  const guint id =
      g_dbus_connection_signal_subscribe (self->buses[bus], sender, interface, signal, path, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, bus_signal_cb, self, NULL);

  g_array_append_val (self->subscriptions[bus], id);
}

static void
session_bus_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgLockWatch) self = JG_LOCK_WATCH (data);

  self->buses[0] = g_bus_get_finish (result, NULL);
  if (self->buses[0] == NULL)
    return;
  subscribe (self, 0, NULL, "org.gnome.ScreenSaver", "ActiveChanged", NULL);
  subscribe (self, 0, NULL, "org.freedesktop.ScreenSaver", "ActiveChanged", NULL);
  subscribe (self, 0, NULL, "org.ukui.ScreenSaver", "ActiveChanged", NULL);
}

static void
login_session_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgLockWatch) self = JG_LOCK_WATCH (data);
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  const char *path;

  if (answer == NULL || self->buses[1] == NULL)
    return;
  g_variant_get (answer, "(&o)", &path);
  subscribe (self, 1, LOGIN, LOGIN ".Session", "Lock", path);
}

static void
system_bus_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgLockWatch) self = JG_LOCK_WATCH (data);

  self->buses[1] = g_bus_get_finish (result, NULL);
  if (self->buses[1] == NULL)
    return;
  subscribe (self, 1, LOGIN, LOGIN ".Manager", "PrepareForSleep", "/org/freedesktop/login1");
  g_dbus_connection_call (self->buses[1], LOGIN, "/org/freedesktop/login1", LOGIN ".Manager",
                          "GetSessionByPID", g_variant_new ("(u)", (guint32) getpid ()),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          self->cancellable, login_session_cb, g_object_ref (self));
}

static void
jg_lock_watch_dispose (GObject *object)
{
  JgLockWatch *self = JG_LOCK_WATCH (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->check_id, g_source_remove);
  for (guint bus = 0; bus < G_N_ELEMENTS (self->buses); bus++)
    {
      for (guint i = 0; self->subscriptions[bus] != NULL && i < self->subscriptions[bus]->len; i++)
        g_dbus_connection_signal_unsubscribe (self->buses[bus],
                                              g_array_index (self->subscriptions[bus], guint, i));
      g_clear_pointer (&self->subscriptions[bus], g_array_unref);
      g_clear_object (&self->buses[bus]);
    }
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (jg_lock_watch_parent_class)->dispose (object);
}

static void
jg_lock_watch_class_init (JgLockWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_lock_watch_dispose;

  lock_signal = g_signal_new ("lock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
}

static void
jg_lock_watch_init (JgLockWatch *self)
{
  self->cancellable = g_cancellable_new ();
  for (guint bus = 0; bus < G_N_ELEMENTS (self->buses); bus++)
    self->subscriptions[bus] = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * jg_lock_watch_new:
 * @settings: the stored preferences; “lock-minutes” is the time without a touch
 *
 * Begins to watch. Where a bus or a screen saver is not there, nothing is said of it.
 *
 * Returns: (transfer full): the watch
 */
JgLockWatch *
jg_lock_watch_new (GSettings *settings)
{
  JgLockWatch *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (JG_TYPE_LOCK_WATCH, NULL);
  self->settings = g_object_ref (settings);
  self->touched = g_get_monotonic_time ();
  self->toplevels = gtk_window_get_toplevels ();
  g_signal_connect_object (self->toplevels, "items-changed", G_CALLBACK (toplevels_changed_cb),
                           self, G_CONNECT_SWAPPED);
  toplevels_changed_cb (self, 0, 0, g_list_model_get_n_items (self->toplevels));
  g_signal_connect_object (settings, "changed::lock-minutes", G_CALLBACK (plan_check), self,
                           G_CONNECT_SWAPPED);
  plan_check (self);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_bus_cb, g_object_ref (self));
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, g_object_ref (self));
  return self;
}

/**
 * jg_lock_watch_touch:
 * @self: a watch
 *
 * Says that somebody is at the desk.
 */
void
jg_lock_watch_touch (JgLockWatch *self)
{
  g_return_if_fail (JG_IS_LOCK_WATCH (self));

  self->touched = g_get_monotonic_time ();
}
