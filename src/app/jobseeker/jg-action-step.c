/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-action-step.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-plan-suggest.h"
#include "jg-follow-up-form.h"
#include "jg-form.h"
#include "jg-live.h"
#include "jg-plan-row.h"
#include "jg-words-field.h"

struct _JgActionStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkBox *rows;
  GtkWidget *add;
  GtkWidget *proposals; /* the section */
  GtkBox *list;         /* of proposals */
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (JgActionStep, jg_action_step, ADW_TYPE_BIN)

static void update (GtkWidget *widget);

static void
remove_cb (JgActionStep *self, guint index)
{
  GtkWidget *row;

  jg_record_remove_step (jg_session_get_record (self->session), index);
  update (GTK_WIDGET (self));
  row = gtk_widget_get_last_child (GTK_WIDGET (self->rows));
  gtk_widget_grab_focus (row != NULL ? row : self->add);
}

static void
update_rows (JgActionStep *self)
{
  GPtrArray *steps = jg_record_get_steps (jg_session_get_record (self->session));

  jg_ui_clear (self->rows);
  self->n_rows = steps->len;
  for (guint i = 0; i < steps->len; i++)
    {
      GtkWidget *row = jg_plan_row_new (self->session, i);

      /* Removing it destroys the row it comes from. */
      g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      gtk_box_append (self->rows, row);
    }
  gtk_widget_set_sensitive (self->add, steps->len < JG_RECORD_MAX_STEPS);
}

static void
add_cb (JgActionStep *self)
{
  if (!jg_record_add_step (jg_session_get_record (self->session), NULL))
    return;
  update_rows (self);
  gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->rows)));
}

static void
take_cb (JgActionStep *self, GtkWidget *button)
{
  const JgPlanStep *step = g_object_get_data (G_OBJECT (button), "step");
  GtkWidget *next;

  if (!jg_record_add_step (jg_session_get_record (self->session), step))
    return;
  update (GTK_WIDGET (self));
  /* The next proposal is likely to be taken over too. */
  next = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  gtk_widget_grab_focus (next != NULL ? gtk_widget_get_last_child (next) : self->add);
}

static void
add_detail (GtkBox *box, const char *title, const char *words)
{
  /* Translators: what a step says, for example “Where: …” */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), title, words);
  GtkWidget *label = jg_ui_label (text, "caption");

  gtk_widget_add_css_class (label, "remark");
  gtk_box_append (box, label);
}

/* What no text says stands in one line. */
static void
add_details (GtkBox *box, const JgPlanStep *step)
{
  const struct
  {
    JgPlanStepField field;
    const char *title;
  } details[] = {
    { JG_PLAN_STEP_WHERE, _ ("Where") },
    { JG_PLAN_STEP_BRING, _ ("What to bring") },
    { JG_PLAN_STEP_WHEN, _ ("By when") },
  };
  g_autoptr (GString) silent = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    {
      const char *words = step->fields[details[i].field];

      if (g_strcmp0 (words, JG_PLAN_NOT_IN_TEXT) == 0)
        g_string_append_printf (silent, "%s%s", silent->len > 0 ? "、" : "", details[i].title);
      else if (words != NULL)
        add_detail (box, details[i].title, words);
    }
  if (silent->len > 0)
    add_detail (box, silent->str, JG_PLAN_NOT_IN_TEXT);
}

static GtkWidget *
new_proposal (JgActionStep *self, const JgPlanStep *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *take = gtk_button_new_with_label (_ ("Take Over"));
  g_autofree char *name = g_strdup_printf (_ ("Take over: %s"), step->fields[JG_PLAN_STEP_WHAT]);

  gtk_box_append (GTK_BOX (words), jg_ui_label (step->fields[JG_PLAN_STEP_WHAT], NULL));
  add_details (GTK_BOX (words), step);
  if (step->measure != NULL)
    {
      JgVerdict *verdict = jg_session_find_verdict (self->session, step->measure);
      g_autofree char *citation =
          verdict != NULL ? jg_session_dup_citation (self->session, verdict->measure->document,
                                                     verdict->measure->clause)
                          : NULL;

      if (citation != NULL)
        gtk_box_append (GTK_BOX (words), jg_ui_link (citation, "win.show-measure",
                                                     g_variant_new_string (step->measure)));
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  jg_ui_set_name (take, name);
  gtk_widget_set_valign (take, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (take), "step", jg_plan_step_copy (step),
                          (GDestroyNotify) jg_plan_step_free);
  g_signal_connect_object (take, "clicked", G_CALLBACK (take_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_box_append (GTK_BOX (box), take);
  return box;
}

static void
update_proposals (JgActionStep *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPlan) plan = jg_session_build_plan (self->session, &error);
  g_autoptr (GPtrArray) list = plan != NULL ? jg_plan_list_suggestions (plan) : NULL;

  jg_ui_clear (self->list);
  for (guint i = 0; list != NULL && i < list->len; i++)
    gtk_box_append (self->list, new_proposal (self, g_ptr_array_index (list, i)));
  gtk_widget_set_visible (self->proposals, list != NULL && list->len > 0);
}

static void
update (GtkWidget *widget)
{
  JgActionStep *self = JG_ACTION_STEP (widget);

  if (jg_record_get_steps (jg_session_get_record (self->session))->len != self->n_rows)
    update_rows (self);
  update_proposals (self);
}

static void
jg_action_step_dispose (GObject *object)
{
  g_clear_object (&JG_ACTION_STEP (object)->session);

  G_OBJECT_CLASS (jg_action_step_parent_class)->dispose (object);
}

static void
jg_action_step_class_init (JgActionStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_action_step_dispose;
}

static void
jg_action_step_init (JgActionStep *self)
{
}

/**
 * jg_action_step_new:
 * @session: what the pages share
 *
 * Makes the step.
 *
 * Returns: (transfer floating): the step
 */
GtkWidget *
jg_action_step_new (JgSession *session)
{
  JgActionStep *self;
  GtkBox *form;
  GtkWidget *card, *section;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_ACTION_STEP, NULL);
  self->session = g_object_ref (session);
  form = jg_form_new (ADW_BIN (self), C_ ("step", "Action Plan"),
                      _ ("Two to four steps that both agree on. The sheet prints them."));
  card = jg_ui_card (form);
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->rows));
  self->add = gtk_button_new_with_label (_ ("Add a Step"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), self->add);

  self->proposals = jg_ui_section (
      form, _ ("Proposed"),
      _ ("From the measures of the sheet. Words in quotation marks are the text’s own."));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (jg_ui_card (GTK_BOX (self->proposals))), GTK_WIDGET (self->list));

  gtk_box_append (form, jg_follow_up_form_new (session));

  section = jg_ui_section (form, _ ("Remarks of the counsellor"),
                           _ ("Printed as the counsellor’s own words."));
  gtk_box_append (GTK_BOX (section), jg_words_field_new (session, JG_RECORD_REMARKS,
                                                         _ ("Remarks of the counsellor"), 3));
  update_rows (self);
  g_signal_connect_object (session, "replaced", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  jg_live_attach (GTK_WIDGET (self), session, update);
  return GTK_WIDGET (self);
}
