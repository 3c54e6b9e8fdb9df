/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-local-trial.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-eligibility-checker.h"

#define SAMPLES "/com/example/JobGuide/samples/"
#define STEP 18 /* pixels that a line stands further in than the one it belongs to */

struct _JgLocalTrial
{
  AdwBin parent_instance;

  JgSession *session;
  GPtrArray *facts;
  GPtrArray *people; /* (element-type JgProfile) */
  JgMeasure *measure;
  GtkWidget *choice;
  GtkBox *all;
  GtkBox *one;
};

G_DEFINE_FINAL_TYPE (JgLocalTrial, jg_local_trial, ADW_TYPE_BIN)

static void
jg_local_trial_finalize (GObject *object)
{
  JgLocalTrial *self = JG_LOCAL_TRIAL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->measure, jg_measure_unref);

  G_OBJECT_CLASS (jg_local_trial_parent_class)->finalize (object);
}

static void
jg_local_trial_class_init (JgLocalTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_local_trial_finalize;
}

static void
jg_local_trial_init (JgLocalTrial *self)
{
}

static GPtrArray *
load_people (JgSession *session)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names =
      g_resources_enumerate_children (SAMPLES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (!jg_session_is_empty (session))
    g_ptr_array_add (people, g_object_ref (jg_session_get_profile (session)));
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SAMPLES, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      JgProfile *profile = jg_profile_new_from_data (data, (gssize) length, names[i], NULL);

      if (profile != NULL)
        g_ptr_array_add (people, profile);
    }
  return people;
}

/* “李某，女，1990-08，高中，想在家带货” */
static char *
describe (JgLocalTrial *self, JgProfile *profile)
{
  GString *text = g_string_new (NULL);
  const char *alias = jg_profile_get_alias (profile);
  const char *sex = jg_profile_get_sex (profile);

  if (profile == jg_session_get_profile (self->session))
    g_string_append (text, _ ("Jobseeker of this session"));
  else
    g_string_append (text, alias != NULL ? alias : "?");
  if (sex != NULL)
    g_string_append_printf (text, "，%s", g_str_equal (sex, "female") ? _ ("Female") : _ ("Male"));
  if (jg_profile_get_birth (profile) != NULL)
    g_string_append_printf (text, "，%s", jg_profile_get_birth (profile));
  if (jg_profile_get_education (profile) != NULL)
    g_string_append_printf (text, "，%s", jg_education_label (jg_profile_get_education (profile)));
  if (jg_profile_get_experience (profile) != NULL)
    g_string_append_printf (text, "，%s", jg_profile_get_experience (profile));
  return g_string_free (text, FALSE);
}

static JgEligibility *
check (JgLocalTrial *self, JgProfile *profile)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autoptr (JgEligibilityChecker) checker = NULL;

  g_ptr_array_add (measures, self->measure);
  checker = jg_eligibility_checker_new (measures, self->facts);
  return jg_eligibility_checker_check (checker, profile, jg_session_get_as_of (self->session),
                                       NULL);
}

static void
show_one (JgLocalTrial *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  g_autoptr (JgEligibility) eligibility = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  g_autofree char *dates = NULL;
  const JgVerdict *verdict;

  jg_ui_clear (self->one);
  if (self->measure == NULL || selected >= self->people->len)
    return;
  eligibility = check (self, g_ptr_array_index (self->people, selected));
  verdict = g_ptr_array_index (eligibility->verdicts, 0);
  gtk_box_append (self->one, jg_ui_label (jg_offer_label (verdict->offer), "heading"));
  checks = jg_verdict_list_checks (verdict);
  for (guint i = 0; i < checks->len; i++)
    {
      const JgCheckLine *line = g_ptr_array_index (checks, i);
      g_autofree char *text = g_strdup_printf ("%s：%s%s", jg_state_label (line->reason->state),
                                               line->reason->condition,
                                               line->one_of ? _ (" (one of these is enough)") : "");
      GtkWidget *label = jg_ui_label (text, NULL);

      gtk_widget_set_margin_start (label, STEP * (int) line->depth);
      gtk_box_append (self->one, label);
    }
  dates = jg_verdict_dup_dates_text (verdict, jg_session_get_as_of (self->session));
  gtk_box_append (self->one, jg_ui_label (dates, "remark"));
}

/* A condition without its number or its question decides nothing. */
static gboolean
is_complete (const JgCondition *condition)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JgCondition) read = NULL;

  if (condition == NULL)
    return TRUE;
  node = jg_condition_to_json (condition);
  read = jg_condition_new_from_json (node, NULL);
  return read != NULL;
}

static void
show_all (JgLocalTrial *self)
{
  jg_ui_clear (self->all);
  if (self->measure == NULL)
    gtk_box_append (self->all, jg_ui_label (_ ("A condition above is not filled in yet."), NULL));
  for (guint i = 0; self->measure != NULL && i < self->people->len; i++)
    {
      JgProfile *profile = g_ptr_array_index (self->people, i);
      g_autoptr (JgEligibility) eligibility = check (self, profile);
      const JgVerdict *verdict = g_ptr_array_index (eligibility->verdicts, 0);
      g_autofree char *who = describe (self, profile);
      g_autofree char *text = g_strdup_printf ("%s：%s", jg_offer_label (verdict->offer), who);
      GtkWidget *label = jg_ui_label (text, NULL);

      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (self->all, label);
    }
}

/**
 * jg_local_trial_new:
 * @session: what the pages share
 * @facts: (element-type JgFact): the vocabulary
 *
 * Makes the trial.
 *
 * Returns: (transfer floating): the trial
 */
GtkWidget *
jg_local_trial_new (JgSession *session, GPtrArray *facts)
{
  JgLocalTrial *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkStringList *names = gtk_string_list_new (NULL);

  g_return_val_if_fail (JG_IS_SESSION (session) && facts != NULL, NULL);

  self = g_object_new (JG_TYPE_LOCAL_TRIAL, NULL);
  self->session = g_object_ref (session);
  self->facts = g_ptr_array_ref (facts);
  self->people = load_people (session);
  for (guint i = 0; i < self->people->len; i++)
    {
      JgProfile *profile = g_ptr_array_index (self->people, i);
      const char *alias = jg_profile_get_alias (profile);

      gtk_string_list_append (names, profile == jg_session_get_profile (session)
                                         ? _ ("Jobseeker of this session")
                                     : alias != NULL ? alias
                                                     : "?");
    }
  self->all = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->one = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_widget_set_halign (self->choice, GTK_ALIGN_START);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (show_one), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->all));
  jg_ui_field (GTK_BOX (box), _ ("Why, for"), self->choice);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->one));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/**
 * jg_local_trial_set_measure:
 * @self: a trial
 * @measure: the measure as it stands
 *
 * Decides the measure for everybody anew.
 */
void
jg_local_trial_set_measure (JgLocalTrial *self, JgMeasure *measure)
{
  g_return_if_fail (JG_IS_LOCAL_TRIAL (self));
  g_return_if_fail (measure != NULL);

  g_clear_pointer (&self->measure, jg_measure_unref);
  if (is_complete (measure->conditions) && is_complete (measure->worker))
    self->measure = jg_measure_ref (measure);
  show_all (self);
  show_one (self);
}
