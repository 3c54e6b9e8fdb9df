/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-row.h"

#include <glib/gi18n.h>

#include "jg-ui.h"

struct _JgPackRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *name;
  GtkLabel *note;
  GtkBox *sources;
  GtkSwitch *on;

  JgPacks *packs;
  char *id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgPackRow, jg_pack_row, ADW_TYPE_PREFERENCES_ROW)

static void
update_cb (JgPackRow *self)
{
  self->updating = TRUE;
  gtk_switch_set_active (self->on, jg_packs_is_on (self->packs, self->id));
  self->updating = FALSE;
}

static void
switched_cb (JgPackRow *self)
{
  g_assert (JG_IS_PACK_ROW (self));

  if (self->packs != NULL && !self->updating)
    jg_packs_set_on (self->packs, self->id, gtk_switch_get_active (self->on));
}

static void
add_source (JgPackRow *self, const JgPackInfo *info, guint i)
{
  g_autofree char *licence = g_strdup_printf (_ ("Licence: %s\n"), info->source_licences[i]);
  g_autofree char *credit = g_strdup_printf (_ ("Credit: %s\n"), info->source_credits[i]);
  g_autofree char *text =
      g_strdup_printf (_ ("Source: %s\n%s%s"), info->source_titles[i], licence, credit);

  gtk_box_append (self->sources, jg_ui_label (g_strchomp (text), "remark"));
}

static void
jg_pack_row_dispose (GObject *object)
{
  JgPackRow *self = JG_PACK_ROW (object);

  g_clear_object (&self->packs);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (jg_pack_row_parent_class)->dispose (object);
}

static void
jg_pack_row_class_init (JgPackRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_pack_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-pack-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JgPackRow, name);
  gtk_widget_class_bind_template_child (widget_class, JgPackRow, note);
  gtk_widget_class_bind_template_child (widget_class, JgPackRow, sources);
  gtk_widget_class_bind_template_child (widget_class, JgPackRow, on);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
jg_pack_row_init (JgPackRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jg_pack_row_new:
 * @packs: the switchboard
 * @info: what the pack says of itself
 *
 * Makes the row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
jg_pack_row_new (JgPacks *packs, const JgPackInfo *info)
{
  JgPackRow *self;

  g_return_val_if_fail (JG_IS_PACKS (packs), NULL);
  g_return_val_if_fail (info != NULL, NULL);

  self = g_object_new (JG_TYPE_PACK_ROW, NULL);
  self->packs = g_object_ref (packs);
  self->id = g_strdup (info->id);
  gtk_label_set_text (self->name, info->title);
  jg_ui_set_name (GTK_WIDGET (self->on), info->title);
  gtk_widget_set_visible (GTK_WIDGET (self->note), g_str_equal (info->provenance, "secondary"));
  for (guint i = 0; info->source_titles[i] != NULL; i++)
    add_source (self, info, i);
  g_signal_connect_object (packs, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  return GTK_WIDGET (self);
}
