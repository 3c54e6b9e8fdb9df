/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-match-card.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-training-gap.h"
#include "jg-strike-button.h"
#include "jg-task-list.h"

/* So many measures stand on a card; the rest are counted. */
#define MAX_MEASURES 3

struct _JgMatchCard
{
  GtkBox parent_instance;

  JgSession *session;
  JgOccupation *occupation;
  GtkWidget *check;
  GtkBox *names; /* reasons that name no task */
  JgTaskList *tasks;
  GtkBox *gap;
  char *shown; /* what the gap shows */
  gboolean updating;
};

enum
{
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JgMatchCard, jg_match_card, GTK_TYPE_BOX)

static void
sheet_toggled_cb (JgMatchCard *self, GtkCheckButton *check)
{
  if (self->updating ||
      jg_session_choose (self->session, self->occupation->id, gtk_check_button_get_active (check)))
    return;
  self->updating = TRUE;
  gtk_check_button_set_active (check, FALSE);
  self->updating = FALSE;
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
}

static void
add_name_reason (GtkBox *box, const JgMatchReason *reason)
{
  const gboolean answer = g_strcmp0 (reason->via, "answer") == 0;
  g_autofree char *said = g_strdup_printf (
      answer ? _ ("Questionnaire, for orientation only: %s") : _ ("The person: %s"), reason->from);
  g_autofree char *printed = NULL;
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *quote;

  if (answer)
    printed = g_strdup (reason->text);
  else if (g_strcmp0 (reason->via, "definition") == 0)
    printed = g_strdup_printf (_ ("Definition: %s"), reason->text);
  else if (g_strcmp0 (reason->via, "alias") == 0)
    printed = g_strdup_printf (_ ("Everyday name (ours): %s"), reason->text);
  else
    printed = g_strdup_printf (_ ("Name: %s"), reason->text);
  gtk_box_append (GTK_BOX (pair), jg_ui_label (said, NULL));
  quote = jg_ui_verbatim (printed);
  gtk_widget_add_css_class (quote, "quoted");
  gtk_box_append (GTK_BOX (pair), quote);
  if (reason->through != NULL && g_strcmp0 (reason->through, reason->from) != 0 &&
      g_strcmp0 (reason->through, reason->text) != 0)
    {
      g_autofree char *through = g_strdup_printf (_ ("through the word “%s”"), reason->through);
      GtkWidget *label = jg_ui_label (through, "caption");

      gtk_widget_add_css_class (label, "remark");
      gtk_box_append (GTK_BOX (pair), label);
    }
  gtk_box_append (box, pair);
}

static JgMatch *
find_match (JgMatchCard *self)
{
  JgMatchResult *result = jg_session_get_matches (self->session);

  for (guint i = 0; i < result->matches->len; i++)
    {
      JgMatch *match = g_ptr_array_index (result->matches, i);

      if (g_str_equal (match->occupation->id, self->occupation->id))
        return match;
    }
  return NULL;
}

static void
update_names (JgMatchCard *self, const JgMatch *match)
{
  for (guint i = 0; match != NULL && i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      if (reason->task == 0)
        add_name_reason (self->names, reason);
    }
  if (match == NULL)
    gtk_box_append (
        self->names,
        jg_ui_label (_ ("Chosen by the counsellor; nothing that was said hits it."), "remark"));
}

/* What is missing, and what may pay for learning it. */
static void
show_gap (JgMatchCard *self, const JgTrainingGap *gap)
{
  g_autofree char *title = NULL;
  guint n = MIN (gap->measures->len, MAX_MEASURES);

  jg_ui_clear (self->gap);
  if (gap->n_missing == 0)
    {
      gtk_box_append (
          self->gap, jg_ui_label (_ ("No training gap: the person can do every task."), "heading"));
      return;
    }
  title = g_strdup_printf (
      ngettext ("Training gap: %u of %u task", "Training gap: %u of %u tasks", gap->tasks->len),
      gap->n_missing, gap->tasks->len);
  gtk_box_append (self->gap, jg_ui_label (title, "heading"));
  if (n == 0)
    {
      gtk_box_append (self->gap,
                      jg_ui_label (_ ("No training measure of the catalogue fits what is known of "
                                      "the person."),
                                   "remark"));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (gap->measures, i);
      g_autofree char *plain =
          g_strdup_printf ("%s（%s）", verdict->measure->name, jg_offer_label (verdict->offer));
      g_autofree char *text = jg_ui_dup_marked (plain, verdict->measure->provenance);

      gtk_box_append (self->gap, jg_ui_link (text, "win.show-measure",
                                             g_variant_new_string (verdict->measure->id)));
    }
  if (gap->measures->len > n)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("%u more training measure stands in the step Measures.",
                                     "%u more training measures stand in the step Measures.",
                                     gap->measures->len - n),
                           gap->measures->len - n);

      gtk_box_append (self->gap, jg_ui_label (more, "remark"));
    }
}

static void
update_gap (JgMatchCard *self, const JgTrainingGap *gap)
{
  g_autoptr (GString) now = g_string_new (NULL);

  g_string_append_printf (now, "%u/%u", gap->n_missing, gap->tasks->len);
  for (guint i = 0; i < gap->measures->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (gap->measures, i);

      g_string_append_printf (now, " %s %d", verdict->measure->id, (int) verdict->offer);
    }
  /* A link that has the focus is not thrown away for nothing. */
  if (g_strcmp0 (self->shown, now->str) == 0)
    return;
  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&now), FALSE);
  show_gap (self, gap);
}

/**
 * jg_match_card_update:
 *
 * Shows what the counsellor has said of the occupation and its tasks meanwhile; the focus stays where it is.
 */
void
jg_match_card_update (JgMatchCard *self)
{
  g_autoptr (JgMatch) bare = NULL;
  g_autoptr (JgTrainingGap) gap = NULL;
  JgMatch *match;

  g_return_if_fail (JG_IS_MATCH_CARD (self));

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check),
                               jg_session_is_chosen (self->session, self->occupation->id));
  self->updating = FALSE;
  if (self->tasks == NULL)
    return;
  match = find_match (self);
  if (match == NULL)
    match = bare = jg_match_new_bare (self->occupation);
  gap = jg_training_gap_new (jg_session_get_catalogue (self->session), match,
                             jg_session_get_record (self->session),
                             jg_session_get_eligibility (self->session));
  jg_task_list_update (self->tasks, gap);
  update_gap (self, gap);
}

static void
jg_match_card_dispose (GObject *object)
{
  JgMatchCard *self = JG_MATCH_CARD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->occupation, jg_occupation_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (jg_match_card_parent_class)->dispose (object);
}

static void
jg_match_card_class_init (JgMatchCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_match_card_dispose;
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_match_card_init (JgMatchCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
}

static void
add_head (JgMatchCard *self)
{
  const JgOccupation *occupation = self->occupation;
  g_autofree char *code = jg_ui_dup_code (occupation->code, occupation->edition);
  const char *note = jg_ui_provenance_note (occupation->provenance);
  g_autofree char *title = note != NULL
                               ? g_strdup_printf ("%s · %s · %s", occupation->name, code, note)
                               : g_strdup_printf ("%s · %s", occupation->name, code);
  g_autofree char *name = g_strdup_printf (_ ("%s on the guidance sheet"), occupation->name);
  GtkWidget *link =
      jg_ui_link (title, "win.show-occupation", g_variant_new_string (occupation->id));
  GtkWidget *flow;

  gtk_widget_add_css_class (link, "heading");
  gtk_box_append (GTK_BOX (self), link);
  flow = jg_ui_flow (GTK_BOX (self));
  self->check = gtk_check_button_new_with_label (_ ("On the guidance sheet"));
  jg_ui_set_name (self->check, name);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (sheet_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (flow), self->check);
  gtk_box_append (GTK_BOX (flow), jg_strike_button_new (self->session, occupation));
}

/**
 * jg_match_card_new:
 * @session: what the pages share
 * @occupation: an occupation that matches, or that the counsellor chose
 *
 * Makes the card.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
jg_match_card_new (JgSession *session, JgOccupation *occupation)
{
  JgMatchCard *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  self = g_object_new (JG_TYPE_MATCH_CARD, NULL);
  self->session = g_object_ref (session);
  self->occupation = jg_occupation_ref (occupation);
  add_head (self);
  self->names = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->names));
  update_names (self, find_match (self));
  if (occupation->tasks->len > 0)
    {
      self->tasks = JG_TASK_LIST (jg_task_list_new (session, occupation));
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->tasks));
      self->gap = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->gap));
    }
  else
    gtk_box_append (
        GTK_BOX (self),
        jg_ui_label (_ ("No notice in the catalogue prints its tasks, so they cannot be "
                        "compared one by one."),
                     "remark"));
  jg_match_card_update (self);
  return GTK_WIDGET (self);
}
