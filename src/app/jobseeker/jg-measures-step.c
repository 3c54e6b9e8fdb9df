/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-measures-step.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../jg-line-list.h"
#include "../jg-ui.h"
#include "jg-form.h"
#include "jg-live.h"

struct _JgMeasuresStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *status;
  GtkBox *questions;
  JgLineList *list;
  char *asked; /* the question on screen */
};

G_DEFINE_FINAL_TYPE (JgMeasuresStep, jg_measures_step, ADW_TYPE_BIN)

static const JgOffer shown_offers[] = { JG_OFFER_LIKELY, JG_OFFER_ASK,   JG_OFFER_NO,
                                        JG_OFFER_FUTURE, JG_OFFER_ENDED, JG_OFFER_BACKGROUND };

static JgFact *
find_fact (GPtrArray *facts, const char *key)
{
  for (guint i = 0; i < facts->len; i++)
    if (g_str_equal (((JgFact *) g_ptr_array_index (facts, i))->key, key))
      return g_ptr_array_index (facts, i);
  return NULL;
}

typedef struct
{
  JgSession *session;
  char *wants;
} Want;

static void
want_free (gpointer data, GClosure *closure)
{
  Want *want = data;

  g_object_unref (want->session);
  g_free (want->wants);
  g_free (want);
}

static void
want_clicked_cb (GtkButton *button, Want *want)
{
  jg_profile_set_wants (jg_session_get_profile (want->session), want->wants, TRUE);
  /* The forms show it too. */
  g_signal_emit_by_name (want->session, "replaced");
  jg_session_touch (want->session);
}

static GtkWidget *
new_want_button (JgMeasuresStep *self, const JgQuestion *question)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("answer", "Yes"));
  Want *want = g_new0 (Want, 1);
  g_autofree char *name = g_strdup_printf ("%s %s", C_ ("answer", "Yes"), question->question);

  want->session = g_object_ref (self->session);
  want->wants = g_strdup (question->fact + strlen ("wants:"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (want_clicked_cb), want, want_free, 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  jg_ui_set_name (button, name);
  return button;
}

static GtkWidget *
new_place_field (JgMeasuresStep *self, const JgQuestion *question)
{
  for (int place = 0; place < JG_N_PLACES; place++)
    if (g_str_equal (question->fact + strlen ("place:"), jg_place_nick ((JgPlace) place)))
      return jg_form_place_new (self->session, (JgPlace) place);
  return NULL;
}

static GtkWidget *
new_basics_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Answer it under “About the Person”"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.step");
  return button;
}

static void
add_question (JgMeasuresStep *self, const JgQuestion *question, GPtrArray *facts)
{
  JgFact *fact = find_fact (facts, question->fact);
  GtkWidget *note;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u measure hangs on it", "%u measures hang on it", question->decides),
      question->decides);

  if (fact != NULL)
    gtk_box_append (self->questions, jg_form_fact_new (self->session, fact));
  else
    {
      GtkWidget *answer = NULL;

      gtk_box_append (self->questions, jg_ui_label (question->question, NULL));
      if (g_str_has_prefix (question->fact, "place:"))
        answer = new_place_field (self, question);
      else if (g_str_has_prefix (question->fact, "wants:"))
        answer = new_want_button (self, question);
      gtk_box_append (self->questions, answer != NULL ? answer : new_basics_button ());
    }
  note = jg_ui_label (text, "caption");
  gtk_widget_add_css_class (note, "remark");
  gtk_box_append (self->questions, note);
}

/* The most decisive question, and with one that is no plain fact, which may have no quick answer,
 * the first fact too. Built anew only when other questions come up, so that the keyboard stays
 * where it is. */
static void
update_questions (JgMeasuresStep *self, JgEligibility *eligibility)
{
  g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (jg_session_get_catalogue (self->session));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GString) signature = g_string_new (NULL);

  for (guint i = 0; i < eligibility->questions->len; i++)
    {
      JgQuestion *question = g_ptr_array_index (eligibility->questions, i);
      gboolean is_fact = find_fact (facts, question->fact) != NULL;

      if (shown->len > 0 && !is_fact)
        continue;
      g_ptr_array_add (shown, question);
      g_string_append_printf (signature, "%s ", question->fact);
      if (is_fact)
        break;
    }
  if (g_strcmp0 (signature->str, self->asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_strdup (signature->str);
  jg_ui_clear (self->questions);
  gtk_widget_set_visible (GTK_WIDGET (self->questions), shown->len > 0);
  if (shown->len == 0)
    return;
  gtk_box_append (self->questions, jg_ui_label (_ ("Ask this next"), "heading"));
  for (guint i = 0; i < shown->len; i++)
    add_question (self, g_ptr_array_index (shown, i), facts);
}

static char *
dup_reasons (JgVerdict *verdict)
{
  static const JgState order[] = { JG_STATE_FAILED, JG_STATE_UNKNOWN, JG_STATE_MET };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize s = 0; s < G_N_ELEMENTS (order); s++)
    {
      gboolean first = TRUE;

      for (guint i = 0; i < verdict->reasons->len; i++)
        {
          JgReason *reason = g_ptr_array_index (verdict->reasons, i);

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

          if (verdict->offer != shown_offers[o])
            continue;
          reasons = dup_reasons (verdict);
          g_ptr_array_add (lines,
                           jg_line_new (JG_LINE_ITEM, verdict->measure->id, verdict->measure->name,
                                        reasons, verdict->measure->region_name));
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

  update_questions (self, eligibility);
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
  g_clear_pointer (&self->asked, g_free);

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
  gtk_box_append (GTK_BOX (head), jg_ui_label (C_ ("step", "Measures"), "title-2"));
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_box_append (GTK_BOX (head), self->status);
  self->questions = GTK_BOX (jg_ui_card (GTK_BOX (head)));
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
