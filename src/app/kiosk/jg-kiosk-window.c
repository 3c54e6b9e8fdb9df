/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-window.h"

#include <malloc.h>

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-kiosk-idle.h"
#include "jg-kiosk-ui.h"

/* Who walks in circles does not pile up pages: the oldest but the first go. */
#define MAX_PAGES 24

static const char *const sizes[] = { "normal", "large", "largest" };

struct _JgKioskWindow
{
  GtkWindow parent_instance;

  JgKioskSession *session; /* NULL when there is nothing to show */
  JgKioskIdle *idle;
  GtkWidget *top;   /* holds the last of the pages; the others are not there for a screen reader */
  GPtrArray *pages; /* (element-type GtkWidget) */
  GtkWidget *back;
  GtkWidget *home;
  GtkWidget *end;
  guint size;
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JgKioskWindow, jg_kiosk_window, GTK_TYPE_WINDOW)

static void
show_top (JgKioskWindow *self)
{
  GtkWidget *page = g_ptr_array_index (self->pages, self->pages->len - 1);

  adw_bin_set_child (ADW_BIN (self->top), page);
  gtk_widget_set_sensitive (self->back, self->pages->len > 1);
  gtk_widget_set_sensitive (self->home, self->pages->len > 1);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
go_back_to (JgKioskWindow *self, guint n_pages)
{
  if (self->pages->len <= n_pages)
    return;
  adw_bin_set_child (ADW_BIN (self->top), NULL);
  g_ptr_array_set_size (self->pages, (int) n_pages);
  show_top (self);
#ifdef __GLIBC__
  /* What the pages took lies between what others take; the allocator would keep it, and what stood in it. */
  malloc_trim (0);
#endif
}

static void
back_cb (JgKioskWindow *self)
{
  if (self->pages->len > 1)
    go_back_to (self, self->pages->len - 1);
}

static void
home_cb (JgKioskWindow *self)
{
  go_back_to (self, 1);
}

static void
size_cb (JgKioskWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), sizes[self->size]);
  self->size = (self->size + 1) % G_N_ELEMENTS (sizes);
  gtk_widget_add_css_class (GTK_WIDGET (self), sizes[self->size]);
}

static void
contrast_cb (JgKioskWindow *self, GtkWidget *button)
{
  gboolean on = !gtk_widget_has_css_class (GTK_WIDGET (self), "contrast");

  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), "contrast");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "contrast");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
end_cb (JgKioskWindow *self)
{
  g_signal_emit (self, signals[ENDED], 0);
}

/* Keys and touches count before anything else gets them. */
static gboolean
event_cb (JgKioskWindow *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_MOTION_NOTIFY:
      jg_kiosk_idle_touch (self->idle);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
jg_kiosk_window_close_request (GtkWindow *window)
{
  return GDK_EVENT_STOP;
}

static gboolean
refuse_debugging (GtkWindow *window, gboolean toggle)
{
  return FALSE;
}

static void
jg_kiosk_window_dispose (GObject *object)
{
  JgKioskWindow *self = JG_KIOSK_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (jg_kiosk_window_parent_class)->dispose (object);
}

static void
jg_kiosk_window_class_init (JgKioskWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_kiosk_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jg_kiosk_window_close_request;
  GTK_WINDOW_CLASS (klass)->enable_debugging = refuse_debugging;

  /**
   * JgKioskWindow::ended:
   *
   * The person has finished, or has gone; everything is to be forgotten.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_bar_button (JgKioskWindow *self, GtkWidget *bar, const char *text, GCallback callback)
{
  GtkWidget *button = jg_kiosk_ui_button (text, "bar-button");

  jg_kiosk_ui_on_click (button, callback, self);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
jg_kiosk_window_init (JgKioskWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = jg_kiosk_ui_wrap (GTK_BOX (box));

  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kiosk");
  gtk_widget_add_css_class (bar, "bar");
  self->back = add_bar_button (self, bar, _ ("Back"), G_CALLBACK (back_cb));
  self->home = add_bar_button (self, bar, _ ("First Page"), G_CALLBACK (home_cb));
  add_bar_button (self, bar, _ ("Text Size"), G_CALLBACK (size_cb));
  add_bar_button (self, bar, _ ("Black and White"), G_CALLBACK (contrast_cb));
  self->end = add_bar_button (self, bar, _ ("Finish"), G_CALLBACK (end_cb));
  gtk_widget_add_css_class (self->end, "end");
  self->top = adw_bin_new ();
  gtk_widget_set_vexpand (self->top, TRUE);
  gtk_box_append (GTK_BOX (box), self->top);
  gtk_window_set_child (GTK_WINDOW (self), box);
}

static void
fill_screen (GtkWindow *window)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle area = { 0, 0, 1080, 1920 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &area);
  /* Where nobody manages windows, nobody makes them fill the screen either. */
  gtk_window_set_default_size (window, area.width, area.height);
  gtk_window_set_decorated (window, FALSE);
  gtk_window_fullscreen (window);
}

/**
 * jg_kiosk_window_new:
 * @session: (nullable): the session of one person, or %NULL when there is nothing to show
 * @idle: seconds without a touch before the countdown
 * @countdown: its seconds
 *
 * Makes the window. It fills the screen and cannot be closed.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_kiosk_window_new (JgKioskSession *session, guint idle, guint countdown)
{
  JgKioskWindow *self = g_object_new (JG_TYPE_KIOSK_WINDOW, "title", _ ("Job Guide"), NULL);
  GtkEventController *controller = gtk_event_controller_legacy_new ();
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (self));

  g_set_object (&self->session, session);
  g_object_ref (content);
  gtk_window_set_child (GTK_WINDOW (self), NULL);
  self->idle = JG_KIOSK_IDLE (jg_kiosk_idle_new (content, idle, countdown));
  g_object_unref (content);
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (self->idle));
  g_signal_connect_object (self->idle, "ended", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  fill_screen (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * jg_kiosk_window_push:
 * @self: the window
 * @page: (transfer floating): a page
 *
 * Shows a page; “back” leads to the one before.
 */
void
jg_kiosk_window_push (JgKioskWindow *self, GtkWidget *page)
{
  g_return_if_fail (JG_IS_KIOSK_WINDOW (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  g_ptr_array_add (self->pages, g_object_ref_sink (page));
  show_top (self);
  if (self->pages->len > MAX_PAGES)
    g_ptr_array_remove_index (self->pages, 1);
}

/**
 * jg_kiosk_go:
 * @from: a widget on a page
 * @page: (transfer floating): the page it leads to
 *
 * Shows a page from another one.
 */
void
jg_kiosk_go (GtkWidget *from, GtkWidget *page)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));

  root = gtk_widget_get_root (from);
  g_return_if_fail (JG_IS_KIOSK_WINDOW (root));
  jg_kiosk_window_push (JG_KIOSK_WINDOW (root), page);
}

/**
 * jg_kiosk_window_keep:
 * @page: a page
 *
 * Makes it one that jg_kiosk_return() leads back to.
 */
void
jg_kiosk_window_keep (GtkWidget *page)
{
  g_return_if_fail (GTK_IS_WIDGET (page));

  g_object_set_data (G_OBJECT (page), "kept", GINT_TO_POINTER (TRUE));
}

/**
 * jg_kiosk_return:
 * @from: a widget on a page
 *
 * Goes back over the pages that only asked something, to the one they were opened from.
 */
void
jg_kiosk_return (GtkWidget *from)
{
  GtkRoot *root;
  JgKioskWindow *self;
  guint n_pages;

  g_return_if_fail (GTK_IS_WIDGET (from));

  root = gtk_widget_get_root (from);
  g_return_if_fail (JG_IS_KIOSK_WINDOW (root));
  self = JG_KIOSK_WINDOW (root);
  n_pages = self->pages->len > 1 ? self->pages->len - 1 : 1;
  while (n_pages > 1 &&
         g_object_get_data (g_ptr_array_index (self->pages, n_pages - 1), "kept") == NULL)
    n_pages--;
  go_back_to (self, n_pages);
}
