/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-idle.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-kiosk-ui.h"

struct _JgKioskIdle
{
  AdwBin parent_instance;

  GtkWidget *content;
  GtkWidget *cover; /* over the content while it counts down */
  GtkWidget *words;
  GtkWidget *go_on;
  guint idle;
  guint countdown;
  guint left; /* seconds of the countdown; 0 when it does not run */
  guint source;
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JgKioskIdle, jg_kiosk_idle, ADW_TYPE_BIN)

static void
show_left (JgKioskIdle *self)
{
  g_autofree char *text =
      g_strdup_printf (ngettext ("In %u second everything is wiped.",
                                 "In %u seconds everything is wiped.", self->left),
                       self->left);

  gtk_label_set_text (GTK_LABEL (self->words), text);
}

static gboolean
tick_cb (gpointer user_data)
{
  JgKioskIdle *self = user_data;

  if (--self->left > 0)
    {
      show_left (self);
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  g_signal_emit (self, signals[ENDED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
begin_cb (gpointer user_data)
{
  JgKioskIdle *self = user_data;

  self->left = self->countdown;
  show_left (self);
  gtk_widget_set_visible (self->cover, TRUE);
  gtk_widget_set_can_target (self->content, FALSE);
  gtk_widget_set_can_focus (self->content, FALSE);
  gtk_widget_grab_focus (self->go_on);
  self->source = g_timeout_add_seconds (1, tick_cb, self);
  return G_SOURCE_REMOVE;
}

static void
go_on_cb (JgKioskIdle *self)
{
  self->left = 0;
  gtk_widget_set_visible (self->cover, FALSE);
  gtk_widget_set_can_target (self->content, TRUE);
  gtk_widget_set_can_focus (self->content, TRUE);
  gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
  jg_kiosk_idle_touch (self);
}

static void
end_cb (JgKioskIdle *self)
{
  g_signal_emit (self, signals[ENDED], 0);
}

static void
jg_kiosk_idle_dispose (GObject *object)
{
  JgKioskIdle *self = JG_KIOSK_IDLE (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (jg_kiosk_idle_parent_class)->dispose (object);
}

static void
jg_kiosk_idle_class_init (JgKioskIdleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_kiosk_idle_dispose;

  /**
   * JgKioskIdle::ended:
   *
   * Nobody is there, or the person says that they have finished.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_kiosk_idle_init (JgKioskIdle *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *end;

  jg_kiosk_ui_text (GTK_BOX (card), _ ("Are you still there?"), "page-title");
  self->words = jg_kiosk_ui_text (GTK_BOX (card), "", NULL);
  self->go_on = jg_kiosk_ui_button (_ ("Go On"), "choice");
  jg_kiosk_ui_on_click (self->go_on, G_CALLBACK (go_on_cb), self);
  gtk_box_append (GTK_BOX (card), self->go_on);
  end = jg_kiosk_ui_button (_ ("Finish Now"), NULL);
  jg_kiosk_ui_on_click (end, G_CALLBACK (end_cb), self);
  gtk_box_append (GTK_BOX (card), end);
  gtk_widget_set_halign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (card, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (card, "countdown");
  /* What covers is given its least height at its least width, where each line holds one word: more than the
   * screen has. What scrolls asks for little, and the card stands in the middle of the screen. */
  self->cover = jg_ui_scroller (card, _ ("Are you still there?"));
  gtk_widget_add_css_class (self->cover, "cover");
  gtk_widget_set_visible (self->cover, FALSE);
}

/**
 * jg_kiosk_idle_new:
 * @content: (transfer floating): what it covers
 * @idle: seconds without a touch before the countdown; 0 for no countdown at all
 * @countdown: its seconds
 *
 * Makes the watch. It does not begin before the first touch: an untouched kiosk has nothing to forget.
 *
 * Returns: (transfer floating): the watch
 */
GtkWidget *
jg_kiosk_idle_new (GtkWidget *content, guint idle, guint countdown)
{
  JgKioskIdle *self = g_object_new (JG_TYPE_KIOSK_IDLE, NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  self->content = content;
  self->idle = idle;
  self->countdown = MAX (countdown, 1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->cover);
  adw_bin_set_child (ADW_BIN (self), overlay);
  return GTK_WIDGET (self);
}

/**
 * jg_kiosk_idle_touch:
 * @self: the watch
 *
 * Somebody is there. A countdown that runs goes on: what ends it is its own button.
 */
void
jg_kiosk_idle_touch (JgKioskIdle *self)
{
  g_return_if_fail (JG_IS_KIOSK_IDLE (self));

  if (self->left > 0 || self->idle == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_seconds (self->idle, begin_cb, self);
}
