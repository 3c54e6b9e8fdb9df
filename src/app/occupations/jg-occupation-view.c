/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-view.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-occupation-parts.h"
#include "jg-occupation-related.h"
#include "jg-pin-button.h"

struct _JgOccupationView
{
  AdwBin parent_instance;

  JgSession *session;
  JgOccupation *occupation;
  GtkWidget *scroller;
  GtkBox *box;
  GtkWidget *choose;
  GtkWidget *compare;
  guint empty_id;
};

G_DEFINE_FINAL_TYPE (JgOccupationView, jg_occupation_view, ADW_TYPE_BIN)

static void
update_choose_cb (JgOccupationView *self)
{
  g_assert (JG_IS_OCCUPATION_VIEW (self));

  if (self->choose == NULL || self->occupation == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->choose),
                        jg_session_is_chosen (self->session, self->occupation->id)
                            ? _ ("Take Off the Guidance Sheet")
                            : _ ("Add to the Guidance Sheet"));
}

static void
update_compare_cb (JgOccupationView *self)
{
  g_autofree char *label = NULL;

  g_assert (JG_IS_OCCUPATION_VIEW (self));

  if (self->compare == NULL || self->occupation == NULL)
    return;
  if (jg_session_is_compared (self->session, self->occupation->id))
    label = g_strdup_printf (_ ("Take Out of the Comparison (%u of %d)"),
                             jg_session_get_n_compared (self->session), JG_COMPARE_MAX);
  else
    label = g_strdup (_ ("Add to the Comparison"));
  gtk_button_set_label (GTK_BUTTON (self->compare), label);
}

static GtkWidget *
add_button (GtkWidget *flow, const char *label, const char *action, const char *id)
{
  GtkWidget *button = jg_ui_add_flow_button (flow, label, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* What can be done with the occupation. */
static void
add_buttons (JgOccupationView *self)
{
  const char *id = self->occupation->id;
  g_autofree char *print = g_strdup_printf (_ ("Print %s"), self->occupation->name);
  g_autofree char *save = g_strdup_printf (_ ("Save %s as PDF"), self->occupation->name);
  GtkWidget *flow = jg_ui_flow (self->box);

  if (g_strcmp0 (self->occupation->status, "cancelled") != 0)
    {
      self->choose = add_button (flow, "", "win.choose", id);
      gtk_widget_add_css_class (self->choose, "suggested-action");
    }
  gtk_box_append (GTK_BOX (flow), jg_pin_button_new (jg_session_get_settings (self->session), id));
  self->compare = add_button (flow, "", "win.compare-with", id);
  gtk_widget_set_tooltip_text (self->compare, _ ("Ctrl+D, also for the row in the list"));
  /* The sheet has buttons of the same words. */
  jg_ui_set_name (add_button (flow, _ ("Print…"), "win.print-occupation", id), print);
  jg_ui_set_name (add_button (flow, _ ("Save as PDF…"), "win.save-occupation", id), save);
  update_choose_cb (self);
  update_compare_cb (self);
}

static void
add_head (JgOccupationView *self)
{
  JgOccupation *occupation = self->occupation;
  g_autofree char *code = jg_ui_dup_code (occupation->code, occupation->edition);
  GtkWidget *title = jg_ui_label (occupation->name, "title-1");
  GtkWidget *code_label = jg_ui_verbatim (code);
  gboolean cancelled = g_str_equal (occupation->status, "cancelled");
  const char *note = jg_ui_provenance_note (occupation->provenance);

  gtk_label_set_selectable (GTK_LABEL (title), TRUE);
  jg_ui_set_name (title, occupation->name);
  gtk_box_append (self->box, title);
  gtk_box_append (self->box, code_label);
  if (note != NULL)
    gtk_box_append (self->box, jg_ui_label (note, "remark"));
  if (occupation->note != NULL)
    gtk_box_append (self->box, jg_ui_label (occupation->note, "remark"));
  if (note != NULL && occupation->marks != NULL && occupation->marks[0] != NULL)
    {
      g_autofree char *marks = g_strjoinv (" ", occupation->marks);
      g_autofree char *text = g_strdup_printf (_ ("Marked %s in the list"), marks);

      gtk_box_append (self->box, jg_ui_label (text, "remark"));
    }
  else if (occupation->marks != NULL &&
           g_strv_contains ((const char *const *) occupation->marks, "L"))
    gtk_box_append (self->box,
                    jg_ui_label (_ ("Mark L (the notice does not say what it means)"), "remark"));
  if (occupation->former_names != NULL && occupation->former_names[0] != NULL)
    {
      g_autofree char *names = g_strjoinv ("、", occupation->former_names);
      g_autofree char *text = g_strdup_printf (_ ("Formerly %s"), names);

      gtk_box_append (self->box, jg_ui_label (text, "remark"));
    }
  if (cancelled)
    {
      GtkWidget *card = jg_ui_card (self->box);

      gtk_box_append (
          GTK_BOX (card),
          jg_ui_label (_ ("The notice cancelled this occupation. It was succeeded by:"), NULL));
      jg_occupation_add_successors (GTK_BOX (card), self->session, occupation);
    }
  add_buttons (self);
}

static void
show_empty (JgOccupationView *self)
{
  /* Translators: what can be found on this page */
  const char *text = _ ("Search with a name, a code, everyday words or pinyin, or choose a class.");

  adw_bin_set_child (ADW_BIN (self), jg_ui_status_page ("system-search-symbolic",
                                                        _ ("Choose an occupation"), text));
}

static gboolean
show_empty_cb (gpointer data)
{
  JgOccupationView *self = JG_OCCUPATION_VIEW (data);

  self->empty_id = 0;
  if (self->occupation == NULL)
    show_empty (self);
  return G_SOURCE_REMOVE;
}

static void
make_box (JgOccupationView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "detail");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  self->scroller = jg_ui_scroller (clamp, _ ("Occupation in full"));
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

static void
jg_occupation_view_dispose (GObject *object)
{
  JgOccupationView *self = JG_OCCUPATION_VIEW (object);

  g_clear_handle_id (&self->empty_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->occupation, jg_occupation_unref);

  G_OBJECT_CLASS (jg_occupation_view_parent_class)->dispose (object);
}

static void
jg_occupation_view_class_init (JgOccupationViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_occupation_view_dispose;
}

static void
jg_occupation_view_init (JgOccupationView *self)
{
}

/**
 * jg_occupation_view_new:
 * @session: what the pages share
 *
 * Makes a view that shows no occupation yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jg_occupation_view_new (JgSession *session)
{
  JgOccupationView *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_OCCUPATION_VIEW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_choose_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "compared-changed", G_CALLBACK (update_compare_cb), self,
                           G_CONNECT_SWAPPED);
  /* The list is what the first frame is for; this has time until after it. */
  self->empty_id = g_idle_add_full (G_PRIORITY_LOW, show_empty_cb, self, NULL);
  return GTK_WIDGET (self);
}

/**
 * jg_occupation_view_show:
 * @self: a view
 * @id: id of an occupation
 *
 * Shows an occupation.
 */
void
jg_occupation_view_show (JgOccupationView *self, const char *id)
{
  JgOccupation *occupation;

  g_return_if_fail (JG_IS_OCCUPATION_VIEW (self));
  g_return_if_fail (id != NULL);

  if (self->occupation != NULL && g_str_equal (self->occupation->id, id))
    return;
  occupation = jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), id);
  if (occupation == NULL)
    return;
  g_clear_pointer (&self->occupation, jg_occupation_unref);
  self->occupation = occupation;
  self->choose = NULL;
  self->compare = NULL;
  if (self->box == NULL)
    make_box (self);
  jg_ui_clear (self->box);
  add_head (self);
  jg_occupation_add_definition (self->box, occupation);
  jg_occupation_add_tasks (self->box, occupation);
  jg_occupation_add_work_types (self->box, self->session, occupation);
  jg_occupation_add_sources (self->box, self->session, occupation);
  jg_occupation_add_classes (self->box, occupation);
  jg_occupation_add_codes (self->box, self->session, occupation);
  jg_occupation_add_changes (self->box, self->session, occupation);
  jg_occupation_add_related (self->box, self->session, occupation);
  jg_occupation_add_measures (self->box, self->session, occupation);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * jg_occupation_view_reload:
 * @self: a view
 *
 * Shows the occupation as the session’s catalogue has it now; nothing when it is not in it any more.
 */
void
jg_occupation_view_reload (JgOccupationView *self)
{
  g_autoptr (JgOccupation) old = NULL;

  g_return_if_fail (JG_IS_OCCUPATION_VIEW (self));

  old = g_steal_pointer (&self->occupation);
  self->choose = NULL;
  self->compare = NULL;
  if (old != NULL)
    jg_occupation_view_show (self, old->id);
  if (old != NULL && self->occupation == NULL)
    {
      self->box = NULL;
      self->scroller = NULL;
      show_empty (self);
    }
}

/**
 * jg_occupation_view_get_id:
 * @self: a view
 *
 * Gets which occupation is shown.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
jg_occupation_view_get_id (JgOccupationView *self)
{
  g_return_val_if_fail (JG_IS_OCCUPATION_VIEW (self), NULL);

  return self->occupation != NULL ? self->occupation->id : NULL;
}
