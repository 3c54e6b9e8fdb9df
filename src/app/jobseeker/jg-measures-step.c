/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-measures-step.h"

#include <glib/gi18n.h>

#include "../jg-line-list.h"
#include "../jg-ui.h"
#include "jg-live.h"
#include "jg-next-question.h"

struct _JgMeasuresStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *status;
  JgNextQuestion *question;
  JgLineList *list;
};

G_DEFINE_FINAL_TYPE (JgMeasuresStep, jg_measures_step, ADW_TYPE_BIN)

static const JgOffer shown_offers[] = { JG_OFFER_LIKELY, JG_OFFER_ASK,   JG_OFFER_NO,
                                        JG_OFFER_FUTURE, JG_OFFER_ENDED, JG_OFFER_BACKGROUND };

static char *
dup_reasons (JgVerdict *verdict)
{
  static const JgState order[] = { JG_STATE_FAILED, JG_STATE_UNKNOWN, JG_STATE_MET };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize s = 0; s < G_N_ELEMENTS (order); s++)
    {
      gboolean first = TRUE;

      for (guint i = 0; i < jg_verdict_get_reasons (verdict)->len; i++)
        {
          JgReason *reason = g_ptr_array_index (jg_verdict_get_reasons (verdict), i);

          if (reason->state != order[s])
            continue;
          if (first)
            g_string_append_printf (text, "%s%s：", text->len > 0 ? "\n" : "",
                                    jg_state_label (order[s]));
          g_string_append_printf (text, "%s%s", first ? "" : "、", reason->condition);
          first = FALSE;
        }
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Where the measure holds, and whether the sheet names it. */
static char *
dup_badge (JgSession *session, const JgMeasure *measure)
{
  if (jg_session_is_empty (session) || !jg_session_is_printed (session, measure->id))
    return g_strdup (measure->region_name);
  return g_strdup_printf ("%s · %s", measure->region_name, _ ("printed"));
}

static void
update_lines (JgMeasuresStep *self, JgEligibility *eligibility)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) summary = g_string_new (NULL);

  for (gsize o = 0; o < G_N_ELEMENTS (shown_offers); o++)
    {
      guint heading = lines->len;
      guint n = 0;

      for (guint i = 0; i < eligibility->verdicts->len; i++)
        {
          JgVerdict *verdict = g_ptr_array_index (eligibility->verdicts, i);
          g_autofree char *reasons = NULL;
          g_autofree char *marked = NULL;
          g_autofree char *badge = NULL;

          if (verdict->offer != shown_offers[o])
            continue;
          reasons = dup_reasons (verdict);
          marked = jg_ui_dup_marked (reasons, verdict->measure->provenance);
          badge = dup_badge (self->session, verdict->measure);
          g_ptr_array_add (lines, jg_line_new (JG_LINE_ITEM, verdict->measure->id,
                                               verdict->measure->name, marked, badge));
          n++;
        }
      if (n > 0)
        {
          g_autofree char *title =
              g_strdup_printf ("%s（%u）", jg_offer_label (shown_offers[o]), n);

          g_ptr_array_insert (lines, (int) heading,
                              jg_line_new (JG_LINE_HEADING, NULL, title, NULL, NULL));
          g_string_append_printf (summary, "%s%s %u", summary->len > 0 ? " · " : "",
                                  jg_offer_label (shown_offers[o]), n);
        }
    }
  for (guint i = 0; i < eligibility->warnings->len; i++)
    g_string_append_printf (summary, "\n%s",
                            (const char *) g_ptr_array_index (eligibility->warnings, i));
  jg_line_list_set_lines (self->list, lines);
  gtk_label_set_text (GTK_LABEL (self->status), summary->str);
}

static void
update (GtkWidget *widget)
{
  JgMeasuresStep *self = JG_MEASURES_STEP (widget);
  JgEligibility *eligibility = jg_session_get_eligibility (self->session);

  jg_next_question_update (self->question, eligibility);
  update_lines (self, eligibility);
}

static void
opened_cb (JgMeasuresStep *self, JgLine *line)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-measure", "s", jg_line_get_id (line));
}

static void
jg_measures_step_dispose (GObject *object)
{
  JgMeasuresStep *self = JG_MEASURES_STEP (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (jg_measures_step_parent_class)->dispose (object);
}

static void
jg_measures_step_class_init (JgMeasuresStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_measures_step_dispose;
}

static void
jg_measures_step_init (JgMeasuresStep *self)
{
}

/**
 * jg_measures_step_new:
 * @session: what the pages share
 *
 * Makes the step.
 *
 * Returns: (transfer floating): the step
 */
GtkWidget *
jg_measures_step_new (JgSession *session)
{
  JgMeasuresStep *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_MEASURES_STEP, NULL);
  self->session = g_object_ref (session);
  gtk_widget_add_css_class (head, "step-head");
  gtk_box_append (GTK_BOX (head), jg_ui_label (C_ ("step", "Policies"), "title-2"));
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_box_append (GTK_BOX (head), self->status);
  self->question = JG_NEXT_QUESTION (jg_next_question_new (session));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (box), head);
  /* The list scrolls by itself; a list view inside a viewport loses its rows in GTK 4.8. */
  self->list = JG_LINE_LIST (jg_line_list_new (_ ("Measures by verdict")));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_bin_set_child (ADW_BIN (self), clamp);
  jg_live_attach (GTK_WIDGET (self), session, update);
  return GTK_WIDGET (self);
}
