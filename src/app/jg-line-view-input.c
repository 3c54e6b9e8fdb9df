/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-view-private.h"

/* A page of any window has fewer rows than this. */
#define PAGE_ROWS 60

/* The line one page away. */
static guint
find_page (JgLineView *self, guint from, int step)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * 9 / 10;
  int y = jg_line_heights_get_top (self->heights, from) + step * height;
  guint to;

  jg_line_view_bind_rows (self, from + PAGE_ROWS);
  to = jg_line_heights_find (self->heights, MAX (y, 0), NULL);
  if (to == from)
    to = CLAMP ((gint64) from + step, 0, (gint64) self->lines->len - 1);
  return jg_line_view_find_openable (self, to, step);
}

static gboolean
step_focus (JgLineView *self, guint from, int step)
{
  guint to = (gint64) from + step < 0 || (gint64) from + step >= self->lines->len
                 ? JG_LINE_VIEW_NONE
                 : jg_line_view_find_openable (self, (guint) ((gint64) from + step), step);

  /* find_openable() looks back when nothing follows. */
  if (to == JG_LINE_VIEW_NONE || (step > 0 ? to <= from : to >= from))
    {
      if (step < 0)
        g_signal_emit_by_name (self, "left-at-top");
      return TRUE;
    }
  return jg_line_view_focus_line (self, to);
}

static gboolean
key_pressed_cb (JgLineView *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  guint from = jg_line_view_get_focus_index (self);

  if (from == JG_LINE_VIEW_NONE ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step_focus (self, from, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step_focus (self, from, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return jg_line_view_focus_line (self, jg_line_view_find_openable (self, 0, 1));
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return jg_line_view_focus_line (self,
                                      jg_line_view_find_openable (self, self->lines->len - 1, -1));
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return jg_line_view_focus_line (self, find_page (self, from, -1));
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return jg_line_view_focus_line (self, find_page (self, from, 1));
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      jg_line_row_open (g_ptr_array_index (self->rows, from));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static guint
get_openable_at (JgLineView *self, double y)
{
  int offset;
  guint index;

  if (self->lines->len == 0)
    return JG_LINE_VIEW_NONE;
  index = jg_line_heights_find (self->heights, jg_line_view_get_value (self) + (int) y, &offset);
  return offset < jg_line_heights_get (self->heights, index) && jg_line_view_can_open (self, index)
             ? index
             : JG_LINE_VIEW_NONE;
}

static gboolean
is_on_check (JgLineView *self, guint index, double x, double y)
{
  int top = jg_line_heights_get_top (self->heights, index) - jg_line_view_get_value (self);

  return jg_line_row_is_on_check (g_ptr_array_index (self->rows, index), x, y - top);
}

static void
pressed_cb (JgLineView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  self->pressed = get_openable_at (self, y);
}

static void
released_cb (JgLineView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  guint index = get_openable_at (self, y);

  if (index == JG_LINE_VIEW_NONE || index != self->pressed || index >= self->n_bound)
    return;
  self->pressed = JG_LINE_VIEW_NONE;
  jg_line_view_focus_line (self, index);
  if (is_on_check (self, index, x, y))
    jg_line_row_check (g_ptr_array_index (self->rows, index));
  else
    jg_line_row_open (g_ptr_array_index (self->rows, index));
}

static gboolean
query_tooltip_cb (JgLineView *self,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip,
                  gpointer data)
{
  guint index = by_keyboard ? JG_LINE_VIEW_NONE : get_openable_at (self, y);

  if (index >= self->n_bound || !is_on_check (self, index, x, y))
    return FALSE;
  gtk_tooltip_set_text (tooltip, jg_line_get_check_tip (g_ptr_array_index (self->lines, index)));
  return TRUE;
}

/* jg_line_view_add_input:
 *
 * Lets keys and pointer move through the lines and open them. */
void
jg_line_view_add_input (JgLineView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
