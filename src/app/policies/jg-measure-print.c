/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-measure-print.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../jobseeker/jg-live.h"

struct _JgMeasurePrint
{
  AdwBin parent_instance;

  JgSession *session;
  char *measure;
  GtkWidget *box; /* the bin stays visible, so that it hears when there is something to tick */
  GtkWidget *check;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (JgMeasurePrint, jg_measure_print, ADW_TYPE_BIN)

static void
toggled_cb (JgMeasurePrint *self)
{
  jg_session_set_printed (self->session, self->measure,
                          gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static const char *
get_note (JgOffer offer)
{
  if (offer == JG_OFFER_ENDED)
    return _ ("By its dates it is over. Ticked, it is printed marked as expired, so that the "
              "person knows of it and is not sent in vain.");
  return _ ("Ticked by you, it is printed whatever the room; what JobGuide ticked itself may be "
            "left out when the sheet is full.");
}

static void
update (GtkWidget *widget)
{
  JgMeasurePrint *self = JG_MEASURE_PRINT (widget);
  JgVerdict *verdict = jg_session_find_verdict (self->session, self->measure);
  gboolean printed = jg_session_is_printed (self->session, self->measure);
  gboolean shown = !jg_session_is_empty (self->session) && verdict != NULL &&
                   (printed || jg_plan_offer_is_printable (verdict->offer));

  gtk_widget_set_visible (self->box, shown);
  if (!shown)
    return;
  g_signal_handlers_block_by_func (self->check, toggled_cb, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), printed);
  g_signal_handlers_unblock_by_func (self->check, toggled_cb, self);
  gtk_label_set_text (GTK_LABEL (self->note), get_note (verdict->offer));
}

static void
jg_measure_print_dispose (GObject *object)
{
  JgMeasurePrint *self = JG_MEASURE_PRINT (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->measure, g_free);

  G_OBJECT_CLASS (jg_measure_print_parent_class)->dispose (object);
}

static void
jg_measure_print_class_init (JgMeasurePrintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_measure_print_dispose;
}

static void
jg_measure_print_init (JgMeasurePrint *self)
{
}

/**
 * jg_measure_print_new:
 * @session: what the pages share
 * @measure: a measure
 *
 * Makes the tick. It shows itself only while there is a jobseeker whose sheet may name @measure.
 *
 * Returns: (transfer floating): the tick
 */
GtkWidget *
jg_measure_print_new (JgSession *session, const JgMeasure *measure)
{
  JgMeasurePrint *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  self = g_object_new (JG_TYPE_MEASURE_PRINT, NULL);
  self->session = g_object_ref (session);
  self->measure = g_strdup (measure->id);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->check = gtk_check_button_new_with_label (_ ("Printed on the guidance sheet"));
  name = g_strdup_printf (_ ("Print %s on the guidance sheet"), measure->name);
  jg_ui_set_name (self->check, name);
  gtk_widget_set_halign (self->check, GTK_ALIGN_START);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->check);
  self->note = jg_ui_label ("", "remark");
  gtk_box_append (GTK_BOX (self->box), self->note);
  adw_bin_set_child (ADW_BIN (self), self->box);
  jg_live_attach (GTK_WIDGET (self), session, update);
  return GTK_WIDGET (self);
}
