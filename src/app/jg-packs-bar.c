/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-packs-bar.h"

#include <glib/gi18n.h>

struct _JgPacksBar
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkLabel *label;
  GtkProgressBar *progress;
  GtkButton *button;

  JgPacks *packs;
};

G_DEFINE_FINAL_TYPE (JgPacksBar, jg_packs_bar, ADW_TYPE_BIN)

static void
update_cb (JgPacksBar *self)
{
  gboolean busy = jg_packs_is_busy (self->packs);
  const char *trouble = jg_packs_get_trouble (self->packs);

  gtk_info_bar_set_message_type (self->bar, busy ? GTK_MESSAGE_INFO : GTK_MESSAGE_WARNING);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  if (busy)
    {
      gtk_label_set_text (self->label, _ ("Putting the data pack onto the catalogue…"));
      gtk_progress_bar_set_fraction (self->progress, jg_packs_get_progress (self->packs));
      gtk_button_set_label (self->button, _ ("Cancel"));
    }
  else if (trouble != NULL)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("The data pack is not in use; everything else works as before. %s"), trouble);

      gtk_label_set_text (self->label, text);
      gtk_button_set_label (self->button, _ ("Close"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), busy || trouble != NULL);
}

static void
clicked_cb (JgPacksBar *self)
{
  g_assert (JG_IS_PACKS_BAR (self));

  if (jg_packs_is_busy (self->packs))
    jg_packs_cancel (self->packs);
  else
    jg_packs_forget_trouble (self->packs);
}

static void
jg_packs_bar_dispose (GObject *object)
{
  g_clear_object (&JG_PACKS_BAR (object)->packs);

  G_OBJECT_CLASS (jg_packs_bar_parent_class)->dispose (object);
}

static void
jg_packs_bar_class_init (JgPacksBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_packs_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-packs-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JgPacksBar, bar);
  gtk_widget_class_bind_template_child (widget_class, JgPacksBar, label);
  gtk_widget_class_bind_template_child (widget_class, JgPacksBar, progress);
  gtk_widget_class_bind_template_child (widget_class, JgPacksBar, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
jg_packs_bar_init (JgPacksBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jg_packs_bar_set_packs:
 * @self: a bar
 * @packs: the switchboard to follow
 *
 * Lets the bar follow a switchboard; it hides while there is nothing to say.
 */
void
jg_packs_bar_set_packs (JgPacksBar *self, JgPacks *packs)
{
  g_return_if_fail (JG_IS_PACKS_BAR (self));
  g_return_if_fail (JG_IS_PACKS (packs));
  g_return_if_fail (self->packs == NULL);

  self->packs = g_object_ref (packs);
  g_signal_connect_object (packs, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
