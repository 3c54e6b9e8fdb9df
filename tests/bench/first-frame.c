/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts a program and measures when its first window shows what it is going to show.
 *
 * usage: first-frame COMMAND [ARGUMENT…]
 *
 * XDamage tells of every change of the window. Each changed picture is read back with its time; when
 * the window has been still for a while, the last picture is the final one. "filled" is the time
 * of the first picture in which all but one in 500 pixels are as in the final one: a window that
 * draws its frame first and its rows later gains nothing. "first" is the first picture with at least
 * three colours. One line comes out: first ms, filled ms, PSS KiB, pictures seen. */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>
#include <xcb/damage.h>
#include <xcb/xcb.h>

#define STILL_USEC (700 * 1000)
#define GIVE_UP_USEC (30 * G_USEC_PER_SEC)
#define MEMORY_USEC (800 * 1000)

typedef struct
{
  gint64 at;
  GBytes *pixels;
} Picture;

typedef struct
{
  xcb_connection_t *connection;
  xcb_window_t root;
  xcb_window_t window;
  xcb_damage_damage_t damage;
  guint8 damage_event;
  guint16 width;
  guint16 height;
  GPtrArray *pictures;
} Watcher;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_bytes_unref (picture->pixels);
  g_free (picture);
}

static gboolean
watcher_connect (Watcher *self)
{
  const xcb_query_extension_reply_t *extension;
  const guint32 mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;

  self->connection = xcb_connect (NULL, NULL);
  if (xcb_connection_has_error (self->connection))
    return FALSE;
  extension = xcb_get_extension_data (self->connection, &xcb_damage_id);
  if (!extension->present)
    return FALSE;
  self->damage_event = extension->first_event + XCB_DAMAGE_NOTIFY;
  free (xcb_damage_query_version_reply (self->connection,
                                        xcb_damage_query_version (self->connection, 1, 1), NULL));
  self->root = xcb_setup_roots_iterator (xcb_get_setup (self->connection)).data->root;
  xcb_change_window_attributes (self->connection, self->root, XCB_CW_EVENT_MASK, &mask);
  self->pictures = g_ptr_array_new_with_free_func (picture_free);
  return xcb_flush (self->connection) > 0;
}

/* Menus and helper windows are not what a person waits for. */
static void
watcher_take_window (Watcher *self, xcb_window_t window)
{
  xcb_get_geometry_reply_t *geometry;

  geometry =
      xcb_get_geometry_reply (self->connection, xcb_get_geometry (self->connection, window), NULL);
  if (geometry != NULL && geometry->width >= 200 && geometry->height >= 200)
    {
      self->window = window;
      self->width = geometry->width;
      self->height = geometry->height;
      self->damage = xcb_generate_id (self->connection);
      xcb_damage_create (self->connection, self->damage, window, XCB_DAMAGE_REPORT_LEVEL_NON_EMPTY);
    }
  free (geometry);
}

static void
watcher_take_picture (Watcher *self, gint64 at)
{
  xcb_get_image_reply_t *image;

  image = xcb_get_image_reply (self->connection,
                               xcb_get_image (self->connection, XCB_IMAGE_FORMAT_Z_PIXMAP,
                                              self->window, 0, 0, self->width, self->height, ~0u),
                               NULL);
  if (image != NULL)
    {
      Picture *picture = g_new0 (Picture, 1);

      picture->at = at;
      picture->pixels = g_bytes_new (xcb_get_image_data (image), xcb_get_image_data_length (image));
      g_ptr_array_add (self->pictures, picture);
    }
  free (image);
}

/* Handles what has come in; TRUE when the window changed. */
static gboolean
watcher_handle_events (Watcher *self)
{
  gboolean changed = FALSE;
  xcb_generic_event_t *event;

  while ((event = xcb_poll_for_event (self->connection)) != NULL)
    {
      guint8 type = event->response_type & 0x7f;

      if (type == XCB_MAP_NOTIFY && self->window == XCB_NONE)
        {
          xcb_map_notify_event_t *map = (xcb_map_notify_event_t *) event;

          if (!map->override_redirect)
            watcher_take_window (self, map->window);
        }
      else if (type == XCB_CONFIGURE_NOTIFY)
        {
          xcb_configure_notify_event_t *configure = (xcb_configure_notify_event_t *) event;

          if (configure->window == self->window)
            {
              self->width = configure->width;
              self->height = configure->height;
            }
        }
      else if (type == self->damage_event)
        {
          xcb_damage_subtract (self->connection, self->damage, XCB_NONE, XCB_NONE);
          changed = TRUE;
        }
      free (event);
    }
  xcb_flush (self->connection);
  return changed;
}

/* Keeps every picture until the window has been still; FALSE when no window came. */
static gboolean
watcher_watch (Watcher *self, GPid child, gint64 start)
{
  gint64 last_change = start;

  for (;;)
    {
      gint64 now = g_get_monotonic_time ();
      struct pollfd poll_fd = { xcb_get_file_descriptor (self->connection), POLLIN, 0 };

      if (watcher_handle_events (self))
        {
          last_change = g_get_monotonic_time ();
          watcher_take_picture (self, last_change);
          continue;
        }
      if (self->pictures->len > 0 && now - last_change > STILL_USEC)
        return TRUE;
      if (now - start > GIVE_UP_USEC || xcb_connection_has_error (self->connection) ||
          waitpid (child, NULL, WNOHANG) == child)
        return FALSE;
      poll (&poll_fd, 1, 20);
    }
}

static guint32
pixel_at (GBytes *pixels, gsize index)
{
  const guint8 *data = g_bytes_get_data (pixels, NULL);
  guint32 value;

  memcpy (&value, data + index * sizeof value, sizeof value);
  return value & 0xffffff;
}

static gboolean
picture_has_colours (const Picture *self)
{
  gsize n_pixels = g_bytes_get_size (self->pixels) / sizeof (guint32);
  guint32 seen[3];
  guint n_seen = 0;

  for (gsize i = 0; i < n_pixels && n_seen < G_N_ELEMENTS (seen); i++)
    {
      guint32 pixel = pixel_at (self->pixels, i);
      guint known = 0;

      while (known < n_seen && seen[known] != pixel)
        known++;
      if (known == n_seen)
        seen[n_seen++] = pixel;
    }
  return n_seen == G_N_ELEMENTS (seen);
}

static gboolean
picture_resembles (const Picture *self, const Picture *final)
{
  gsize size = g_bytes_get_size (final->pixels);
  gsize n_pixels = size / sizeof (guint32);
  gsize n_different = 0;

  if (g_bytes_get_size (self->pixels) != size)
    return FALSE;
  for (gsize i = 0; i < n_pixels; i++)
    n_different += pixel_at (self->pixels, i) != pixel_at (final->pixels, i);
  return n_different <= n_pixels / 500;
}

/* The proportional set size in KiB, or 0 when the kernel does not tell. */
static guint64
read_pss (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static void
in_child (gpointer data)
{
  int null_fd = open ("/dev/null", O_RDWR);

  setpgid (0, 0);
  dup2 (null_fd, STDOUT_FILENO);
}

static void
stop (GPid child)
{
  kill (-child, SIGTERM);
  for (guint i = 0; i < 40; i++)
    {
      pid_t ended = waitpid (child, NULL, WNOHANG);

      if (ended == child || (ended < 0 && errno == ECHILD))
        return;
      g_usleep (50 * 1000);
    }
  kill (-child, SIGKILL);
  waitpid (child, NULL, 0);
}

int
main (int argc, char **argv)
{
  Watcher watcher = { 0 };
  g_autoptr (GError) error = NULL;
  const Picture *final;
  gint64 first = -1;
  gint64 filled = -1;
  gint64 start;
  guint64 pss;
  GPid child;

  if (argc < 2)
    {
      fprintf (stderr, "usage: first-frame COMMAND [ARGUMENT…]\n");
      return 2;
    }
  if (!watcher_connect (&watcher))
    {
      fprintf (stderr, "first-frame: no X display with the Damage extension\n");
      return 2;
    }

  start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 1, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                      in_child, NULL, &child, &error))
    {
      fprintf (stderr, "first-frame: %s\n", error->message);
      return 1;
    }
  if (!watcher_watch (&watcher, child, start))
    {
      fprintf (stderr, "first-frame: %s showed no window\n", argv[1]);
      stop (child);
      return 1;
    }

  final = g_ptr_array_index (watcher.pictures, watcher.pictures->len - 1);
  for (guint i = 0; i < watcher.pictures->len; i++)
    {
      const Picture *picture = g_ptr_array_index (watcher.pictures, i);

      if (first < 0 && picture_has_colours (picture))
        first = picture->at;
      if (filled < 0 && picture_resembles (picture, final))
        filled = picture->at;
    }
  g_usleep (MEMORY_USEC);
  pss = read_pss (child);
  if (first >= 0)
    printf ("%.1f\t%.1f\t%" G_GUINT64_FORMAT "\t%u\n", (first - start) / 1000.0,
            (filled - start) / 1000.0, pss, watcher.pictures->len);
  else
    fprintf (stderr, "first-frame: the window of %s stayed blank\n", argv[1]);

  stop (child);
  g_ptr_array_unref (watcher.pictures);
  xcb_disconnect (watcher.connection);
  return first >= 0 ? 0 : 1;
}
