/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every page of the kiosk on a screen of a size, in all sizes of text and in both sets of colours: no text is
 * cut off, nothing lies outside what it belongs to, and nothing that is touched is smaller than a finger,
 * and nothing leads out; and who walks through all of them again and again takes no more memory. Needs a display; the
 * screen is the first argument, as 1366x768. */

#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "kiosk/jg-kiosk-idle.h"
#include "kiosk/jg-kiosk-start.h"
#include "kiosk/jg-kiosk-ui.h"
#include "kiosk/jg-kiosk-window.h"

#define FINGER 56
#define ROUNDS 3
#define MAX_STEPS 8

/* What is touched on the way to a page, from the first one on; “*” is any. */
static const struct
{
  const char *name;
  const char *steps[MAX_STEPS];
} paths[] = {
  { "start", { NULL } },
  { "faq", { "常见问题" } },
  { "find", { "找职业" } },
  { "results", { "找职业", "送外卖" } },
  { "card", { "找职业", "送外卖", "网约配送员" } },
  { "card-like", { "找职业", "照顾老人", "健康照护师" } },
  { "print", { "找职业", "送外卖", "网约配送员", "打印一页" } },
  { "code", { "找职业", "送外卖", "网约配送员", "用手机带走" } },
  { "letters", { "找职业", "用字母找", "W", "Y", "P" } },
  { "no-results", { "找职业", "用字母找", "Q", "Q", "X", "查找" } },
  { "figures", { "找职业", "用编码找", "4" } },
  { "classes", { "找职业", "按大类找" } },
  { "class", { "找职业", "按大类找", "社会生产服务和生活服务人员" } },
  { "quiz", { "我能干什么", "送货" } },
  { "quiz-2", { "我能干什么", "下一题" } },
  { "quiz-3", { "我能干什么", "下一题", "下一题" } },
  { "quiz-4", { "我能干什么", "下一题", "下一题", "下一题" } },
  { "quiz-result", { "我能干什么", "送货", "看结果" } },
  { "quiz-nothing", { "我能干什么", "看结果" } },
  { "ages", { "有什么补贴" } },
  { "groups", { "有什么补贴", "21" } },
  { "provinces", { "有什么补贴", "21", "下一步" } },
  { "cities", { "有什么补贴", "21", "下一步", "浙江省" } },
  { "verdicts", { "有什么补贴", "21", "农民工", "下一步", "浙江省", "浙江省杭州市" } },
  { "measure",
    { "有什么补贴", "21", "农民工", "下一步", "浙江省", "浙江省杭州市", "农民工公共就业服务" } },
  { "staff", { "工作人员", "A" } },
};

static const char *const sizes[] = { "normal", "large", "largest" };

static guint n_problems;

static void
complain (const char *page, GtkWidget *widget, const char *what)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  if (n_problems++ < 40)
    printf ("# %s: %s %s: %s\n", page, G_OBJECT_TYPE_NAME (widget), text, what);
}

static void
check_label (const char *page, GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (label) + 1 || height > gtk_widget_get_height (label) + 1 ||
      pango_layout_is_ellipsized (layout))
    complain (page, label, "cut off");
}

/* What scrolls may be longer than what shows it. */
static gboolean
may_be_longer (GtkWidget *parent)
{
  return GTK_IS_VIEWPORT (parent) || GTK_IS_SCROLLED_WINDOW (parent);
}

/* Each window of the toolkit takes what is let go outside of all windows, and does nothing with it. */
static gboolean
takes_drops (GObject *controller)
{
  GdkContentFormats *formats;
  const char *const *names;
  gsize n_types, n_names;

  if (!GTK_IS_DROP_TARGET_ASYNC (controller))
    return FALSE;
  formats = gtk_drop_target_async_get_formats (GTK_DROP_TARGET_ASYNC (controller));
  if (formats == NULL)
    return TRUE;
  gdk_content_formats_get_gtypes (formats, &n_types);
  names = gdk_content_formats_get_mime_types (formats, &n_names);
  return n_types > 0 || n_names != 1 || !g_str_equal (names[0], "application/x-rootwindow-drop");
}

/* What would let somebody out, or let something in: fields of text with their menus, the clipboard and the
 * emoji; links; menus; windows over windows; dragging and dropping. */
static void
check_closed (const char *page, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  if (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_POPOVER (widget) ||
      GTK_IS_LINK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) ||
      GTK_IS_FILE_CHOOSER (widget))
    complain (page, widget, "is no part of a kiosk");
  if (GTK_IS_LABEL (widget) && (gtk_label_get_selectable (GTK_LABEL (widget)) ||
                                gtk_label_get_use_markup (GTK_LABEL (widget)) ||
                                gtk_label_get_extra_menu (GTK_LABEL (widget)) != NULL))
    complain (page, widget, "can be selected, linked or asked for a menu");
  if (gtk_widget_get_has_tooltip (widget))
    complain (page, widget, "has a tooltip");
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller) || GTK_IS_DROP_TARGET (controller) ||
          GTK_IS_DROP_CONTROLLER_MOTION (controller) || takes_drops (controller))
        complain (page, widget, G_OBJECT_TYPE_NAME (controller));
    }
}

static void
check (const char *page, GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds, around;

  /* A bar draws its slider over its own edge. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLBAR (widget))
    return;
  check_closed (page, widget);
  if (GTK_IS_LABEL (widget))
    check_label (page, widget);
  if (parent != NULL && gtk_widget_compute_bounds (widget, parent, &bounds) &&
      gtk_widget_compute_bounds (parent, parent, &around))
    {
      if (bounds.origin.x < around.origin.x - 1 ||
          bounds.origin.x + bounds.size.width > around.origin.x + around.size.width + 1)
        complain (page, widget, "wider than what it is in");
      if (!may_be_longer (parent) &&
          (bounds.origin.y < around.origin.y - 1 ||
           bounds.origin.y + bounds.size.height > around.origin.y + around.size.height + 1))
        complain (page, widget, "longer than what it is in");
      if (GTK_IS_BUTTON (widget) && (bounds.size.width < FINGER || bounds.size.height < FINGER))
        complain (page, gtk_button_get_child (GTK_BUTTON (widget)), "smaller than a finger");
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check (page, child);
}

static void
drawn_cb (GdkFrameClock *clock, guint *left)
{
  if (*left > 0)
    --*left;
}

/* Sizes are decided before something is drawn; what that changes shows in the next picture. */
static void
wait_until_drawn (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint left = 2;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (drawn_cb), &left);

  while (left > 0)
    {
      gtk_widget_queue_draw (window);
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

static void
take_picture (GtkWidget *window, const char *screen, const char *page, const char *look)
{
  const char *folder = g_getenv ("JOBGUIDE_PICTURES");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  paintable = gtk_widget_paintable_new (window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  path = g_strdup_printf ("%s/%s-%s-%s.png", folder, screen, page, look);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static const char *
first_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (first_text (child) != NULL)
      return first_text (child);
  return NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *start)
{
  if (GTK_IS_BUTTON (widget))
    {
      const char *text = first_text (widget);

      /* A chosen one has a mark before its words. */
      if (text != NULL && g_str_has_prefix (text, "✓ "))
        text += strlen ("✓ ");
      return text != NULL && g_str_has_prefix (text, start) ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, start);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
touch (GtkWidget *window, const char *start)
{
  GtkWidget *button = find_button (window, start);

  if (button == NULL)
    g_error ("There is no button %s", start);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
}

static void
check_looks (GtkWidget *window, const char *screen, const char *page, const int *size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int contrast = 0; contrast <= 1; contrast++)
      {
        g_autofree char *look = g_strdup_printf ("%s%s", sizes[i], contrast ? "-contrast" : "");
        g_autofree char *name = g_strdup_printf ("%s %s %s", screen, page, look);
        const char *const classes[] = { "kiosk", sizes[i], contrast ? "contrast" : NULL, NULL };

        /* In the short run what needs most room. */
        if (g_getenv ("JOBGUIDE_TEST_LONG") == NULL && g_getenv ("JOBGUIDE_PICTURES") == NULL &&
            (i != 2 || !contrast))
          continue;
        gtk_widget_set_css_classes (window, (const char **) classes);
        wait_until_drawn (window);
        if (gtk_widget_get_width (window) != size[0] || gtk_widget_get_height (window) != size[1])
          complain (name, window, "not as large as the screen");
        check (name, window);
        take_picture (window, screen, page, look);
      }
}

static JgKioskConfig *
make_config (void)
{
  JgKioskConfig *config = g_new0 (JgKioskConfig, 1);

  config->notice = g_strdup ("星期一闭馆。国庆节10月1日至7日照常开放，上午9:00—12:00。");
  config->office = g_strdup ("一楼3号窗口（公共就业服务大厅）");
  config->hours = g_strdup ("9:00—12:00，13:30—17:00");
  config->printer = g_strdup ("");
  config->passphrase = g_strdup ("*");
  config->max_prints = 2;
  return config;
}

static GtkWidget *
show (JgKioskSession *session, GtkWidget *page, const int *size, guint idle)
{
  GtkWidget *window = jg_kiosk_window_new (session, idle, 20);

  gtk_window_unfullscreen (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), size[0], size[1]);
  jg_kiosk_window_push (JG_KIOSK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_drawn (window);
  return window;
}

static void
check_paths (JgCatalogue *catalogue, JgKioskConfig *config, const char *screen, const int *size)
{
  const char *only = g_getenv ("JOBGUIDE_PAGE");
  int pair[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (JgKioskSession) session = NULL;
      GtkWidget *window;

      if (only != NULL && !g_str_equal (only, paths[i].name))
        continue;
      session = jg_kiosk_session_new (catalogue, config, "2026-11-25", pair[0]);
      window = show (session, jg_kiosk_start_new (session), size, 0);
      for (gsize step = 0; step < MAX_STEPS && paths[i].steps[step] != NULL; step++)
        touch (window, paths[i].steps[step]);
      check_looks (window, screen, paths[i].name, size);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_close (pair[0], NULL);
  g_close (pair[1], NULL);
}

static JgKioskIdle *
find_idle (GtkWidget *window)
{
  return JG_KIOSK_IDLE (gtk_window_get_child (GTK_WINDOW (window)));
}

/* Pages that nothing leads to: there is no catalogue, or nobody is there. */
static void
check_others (JgCatalogue *catalogue, JgKioskConfig *config, const char *screen, const int *size)
{
  GtkWidget *window = show (NULL, jg_kiosk_start_new_closed (), size, 0);

  check_looks (window, screen, "closed", size);
  gtk_window_destroy (GTK_WINDOW (window));

  window = show (NULL, jg_kiosk_start_new_closed (), size, 1);
  jg_kiosk_idle_touch (find_idle (window));
  while (!gtk_widget_get_mapped (find_button (window, "继续")))
    g_main_context_iteration (NULL, TRUE);
  check_looks (window, screen, "countdown", size);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who walks through all pages again and again is given no more memory than who did it some times. */
static void
check_memory (JgCatalogue *catalogue, JgKioskConfig *config, const int *size)
{
  g_autoptr (JgKioskSession) session = NULL;
  gsize used[2] = { 0, 0 };
  GtkWidget *window;
  int pair[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), ==, 0);
  session = jg_kiosk_session_new (catalogue, config, "2026-11-25", pair[0]);
  window = show (session, jg_kiosk_start_new (session), size, 0);
  for (guint round = 0; round < 2 * ROUNDS; round++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
        {
          for (gsize step = 0; step < MAX_STEPS && paths[i].steps[step] != NULL; step++)
            touch (window, paths[i].steps[step]);
          wait_until_drawn (window);
          touch (window, "首页");
        }
      wait_until_drawn (window);
      used[round / ROUNDS] = mallinfo2 ().uordblks;
    }
  printf ("# after %d rounds %zu bytes, after %d %zu\n", ROUNDS, used[0], 2 * ROUNDS, used[1]);
  if (used[1] > used[0] + used[0] / 100)
    complain ("all pages", window, "take more memory each time");
  gtk_window_destroy (GTK_WINDOW (window));
  g_close (pair[0], NULL);
  g_close (pair[1], NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgKioskConfig) config = make_config ();
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "po", NULL);
  int size[2];

  g_return_val_if_fail (argc == 2, 2);
  g_return_val_if_fail (sscanf (argv[1], "%dx%d", &size[0], &size[1]) == 2, 2);
  setlocale (LC_ALL, "");
  bindtextdomain ("jobguide", words);
  bind_textdomain_codeset ("jobguide", "UTF-8");
  textdomain ("jobguide");
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  jg_kiosk_ui_load_styles ();
  catalogue = jg_catalogue_open_default (&error);
  g_assert_no_error (error);
  check_paths (catalogue, config, argv[1], size);
  check_others (catalogue, config, argv[1], size);
  /* What a page takes does not depend on the screen. */
  if (size[0] > size[1] && g_getenv ("JOBGUIDE_TEST_LONG") != NULL)
    check_memory (catalogue, config, size);
  printf ("# %u problems on %s\n", n_problems, argv[1]);
  return n_problems > 0 ? 1 : 0;
}
