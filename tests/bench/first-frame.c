/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts a program and measures when its first window shows what it is going to show.
 *
 * usage: first-frame [--keys KEYS] COMMAND [ARGUMENT…]
 *
 * XDamage tells of every change of the window. Each changed picture is read back with its time; when
 * the window has been still for a while, the last picture is the final one. "filled" is the time
 * of the first picture in which all but one in 500 pixels are as in the final one: a window that
 * draws its frame first and its rows later gains nothing. "first" is the first picture with at least
 * three colours. One line comes out: first ms, filled ms, PSS KiB, pictures seen.
 *
 * With --keys it presses these keys one after the other (“<” is Backspace, “^f” Control and F) and
 * prints one line for each: the key, ms from the press to the first change of the window, ms to the
 * last change of a twentieth of the window or more, that is, to the whole answer; 0 where nothing
 * changed. */

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
#include <xcb/xtest.h>

#define KEY_CONTROL 0xffe3
#define KEY_BACKSPACE 0xff08
#define KEY_STILL_USEC (250 * 1000)
#define KEY_WAIT_USEC (600 * 1000)
#define KEY_GIVE_UP_USEC (3 * G_USEC_PER_SEC)
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
  guint64 least; /* pixels of a change that counts */
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
          const xcb_damage_notify_event_t *damage = (const xcb_damage_notify_event_t *) event;

          xcb_damage_subtract (self->connection, self->damage, XCB_NONE, XCB_NONE);
          changed |= (guint64) damage->area.width * damage->area.height >= self->least;
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

static xcb_keycode_t
find_keycode (Watcher *self, xcb_keysym_t symbol)
{
  const xcb_setup_t *setup = xcb_get_setup (self->connection);
  guint8 n_codes = setup->max_keycode - setup->min_keycode + 1;
  xcb_get_keyboard_mapping_reply_t *mapping;
  xcb_keycode_t code = 0;

  mapping = xcb_get_keyboard_mapping_reply (
      self->connection, xcb_get_keyboard_mapping (self->connection, setup->min_keycode, n_codes),
      NULL);
  for (guint i = 0; mapping != NULL && code == 0 && i < n_codes; i++)
    if (xcb_get_keyboard_mapping_keysyms (mapping)[i * mapping->keysyms_per_keycode] == symbol)
      code = (xcb_keycode_t) (setup->min_keycode + i);
  free (mapping);
  return code;
}

static void
press (Watcher *self, xcb_keycode_t code, gboolean down)
{
  xcb_test_fake_input (self->connection, down ? XCB_KEY_PRESS : XCB_KEY_RELEASE, code,
                       XCB_CURRENT_TIME, self->root, 0, 0, 0);
}

/* The next change that counts; FALSE when none comes before @until. */
static gboolean
wait_for_change (Watcher *self, gint64 until)
{
  for (;;)
    {
      struct pollfd poll_fd = { xcb_get_file_descriptor (self->connection), POLLIN, 0 };
      gint64 left;

      if (watcher_handle_events (self))
        return TRUE;
      left = until - g_get_monotonic_time ();
      if (left <= 0 || xcb_connection_has_error (self->connection))
        return FALSE;
      poll (&poll_fd, 1, (int) (left / 1000) + 1);
    }
}

static void
measure_key (Watcher *self, const char *name, xcb_keycode_t control, xcb_keycode_t code)
{
  gint64 start, first = 0, last = 0, until;

  self->least = 0;
  while (wait_for_change (self, g_get_monotonic_time () + KEY_STILL_USEC))
    ;
  start = g_get_monotonic_time ();
  if (control != 0)
    press (self, control, TRUE);
  press (self, code, TRUE);
  press (self, code, FALSE);
  if (control != 0)
    press (self, control, FALSE);
  xcb_flush (self->connection);

  for (until = start + KEY_WAIT_USEC;
       wait_for_change (self, until) && last - start < KEY_GIVE_UP_USEC;
       until = last + KEY_STILL_USEC)
    {
      last = g_get_monotonic_time ();
      if (first == 0)
        first = last;
      self->least = (guint64) self->width * self->height / 20;
    }
  printf ("%s\t%.2f\t%.2f\n", name, first > 0 ? (first - start) / 1000.0 : 0,
          last > 0 ? (last - start) / 1000.0 : 0);
}

static void
measure_keys (Watcher *self, const char *keys)
{
  xcb_keycode_t control = find_keycode (self, KEY_CONTROL);

  xcb_set_input_focus (self->connection, XCB_INPUT_FOCUS_PARENT, self->window, XCB_CURRENT_TIME);
  xcb_flush (self->connection);
  for (const char *key = keys; *key != '\0'; key++)
    {
      gboolean with_control = *key == '^' && key[1] != '\0';
      char name[2] = { 0 };

      key += with_control;
      name[0] = *key;
      measure_key (self, name, with_control ? control : 0,
                   find_keycode (self, *key == '<' ? KEY_BACKSPACE : (xcb_keysym_t) *key));
    }
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
  const char *keys = NULL;
  gint64 start;
  guint64 pss;
  GPid child;

  if (argc > 2 && strcmp (argv[1], "--keys") == 0)
    {
      keys = argv[2];
      argv += 2;
      argc -= 2;
    }
  if (argc < 2)
    {
      fprintf (stderr, "usage: first-frame [--keys KEYS] COMMAND [ARGUMENT…]\n");
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
  if (first >= 0 && keys != NULL)
    measure_keys (&watcher, keys);
  else if (first >= 0)
    printf ("%.1f\t%.1f\t%" G_GUINT64_FORMAT "\t%u\n", (first - start) / 1000.0,
            (filled - start) / 1000.0, pss, watcher.pictures->len);
  else
    fprintf (stderr, "first-frame: the window of %s stayed blank\n", argv[1]);

  stop (child);
  g_ptr_array_unref (watcher.pictures);
  xcb_disconnect (watcher.connection);
  return first >= 0 ? 0 : 1;
}
