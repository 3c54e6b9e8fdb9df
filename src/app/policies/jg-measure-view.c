/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-measure-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-ui.h"
#include "jg-measure-office.h"
#include "jg-measure-print.h"
#include "jg-policy-lines.h"
#include "jg-time-line.h"

struct _JgMeasureView
{
  AdwBin parent_instance;

  JgSession *session;
  JgMeasure *measure;
  GtkWidget *scroller;
  GtkBox *box;
  GtkBox *person; /* what depends on the jobseeker and the date */
};

G_DEFINE_FINAL_TYPE (JgMeasureView, jg_measure_view, ADW_TYPE_BIN)

static void
add_pair (GtkBox *box, const char *name, const char *value)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (pair), jg_ui_label (name, "caption-heading"));
  gtk_box_append (GTK_BOX (pair), jg_ui_verbatim (value));
  gtk_box_append (box, pair);
}

static const char *
get_state_sign (JgState state)
{
  switch (state)
    {
    case JG_STATE_MET:
      return "✓";
    case JG_STATE_FAILED:
      return "✗";
    case JG_STATE_UNKNOWN:
    default:
      return "?";
    }
}

#define STEP 18 /* pixels that a line stands further in than the one it belongs to */

/* The words of the text stand below their condition where they say more than its label. */
static void
add_check (GtkBox *box, const JgCheckLine *check)
{
  const JgReason *reason = check->reason;
  g_autofree char *text = g_strdup_printf ("%s %s：%s%s", get_state_sign (reason->state),
                                           jg_state_label (reason->state), reason->condition,
                                           check->one_of ? _ (" (one of these is enough)") : "");
  GtkWidget *line = jg_ui_label (text, NULL);

  gtk_widget_set_margin_start (line, STEP * (int) check->depth);
  gtk_box_append (box, line);
  if (reason->quote != NULL && strstr (reason->condition, reason->quote) == NULL)
    {
      GtkWidget *quote = jg_ui_verbatim (reason->quote);

      gtk_widget_add_css_class (quote, "quoted");
      gtk_widget_set_margin_start (quote, STEP * (int) check->depth);
      gtk_box_append (box, quote);
    }
}

/* Of a silent person the dates alone say something. */
static gboolean
is_told (JgMeasureView *self, JgOffer offer)
{
  return !jg_session_is_empty (self->session) || offer == JG_OFFER_ENDED ||
         offer == JG_OFFER_FUTURE || offer == JG_OFFER_BACKGROUND;
}

/* The dates stand above already. */
static void
add_caveats (JgMeasureView *self, const JgVerdict *verdict, const char *dates)
{
  GPtrArray *caveats = jg_verdict_get_caveats (verdict);
  GtkWidget *section = NULL;

  for (guint i = 0; i < caveats->len; i++)
    {
      const char *caveat = g_ptr_array_index (caveats, i);
      g_autofree char *text = g_strconcat ("• ", caveat, NULL);

      if (g_str_equal (caveat, dates))
        continue;
      if (section == NULL)
        section = jg_ui_section (self->person, _ ("To bear in mind"), NULL);
      gtk_box_append (GTK_BOX (section), jg_ui_label (text, NULL));
    }
}

static void
update_person (JgMeasureView *self)
{
  JgVerdict *verdict = jg_session_find_verdict (self->session, self->measure->id);
  g_autofree char *dates = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  GtkWidget *section, *card;

  jg_ui_clear (self->person);
  if (verdict == NULL)
    return;
  section = jg_ui_section (self->person, _ ("Dates, as the text states them"), NULL);
  dates = jg_verdict_dup_dates_text (verdict, jg_session_get_as_of (self->session));
  gtk_box_append (GTK_BOX (section), jg_time_line_new (self->session, self->measure));
  gtk_box_append (GTK_BOX (section), jg_ui_verbatim (dates));

  add_caveats (self, verdict, dates);
  section = jg_ui_section (
      self->person,
      jg_session_is_empty (self->session) ? _ ("Conditions") : _ ("For this jobseeker"), NULL);
  card = jg_ui_card (GTK_BOX (section));
  if (is_told (self, verdict->offer))
    gtk_box_append (GTK_BOX (card), jg_ui_label (jg_offer_label (verdict->offer), "heading"));
  checks = jg_verdict_list_checks (verdict);
  if (checks->len == 0)
    gtk_box_append (GTK_BOX (card), jg_ui_label (_ ("The text prints no condition."), NULL));
  for (guint i = 0; i < checks->len; i++)
    add_check (GTK_BOX (card), g_ptr_array_index (checks, i));
}

static void
session_changed_cb (JgMeasureView *self)
{
  g_assert (JG_IS_MEASURE_VIEW (self));

  if (self->measure != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_person (self);
}

static void
jg_measure_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jg_measure_view_parent_class)->map (widget);
  if (JG_MEASURE_VIEW (widget)->measure != NULL)
    update_person (JG_MEASURE_VIEW (widget));
}

static void
add_quote (JgMeasureView *self)
{
  JgMeasure *measure = self->measure;
  GtkWidget *section = jg_ui_section (self->box, _ ("The words of the text"), NULL);
  GtkWidget *card = jg_ui_card (GTK_BOX (section));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *open, *copy;
  g_autofree char *citation =
      jg_session_dup_citation (self->session, measure->document, measure->clause);
  g_autofree char *copied = g_strdup_printf ("%s（%s）", measure->quote, citation);

  gtk_box_append (GTK_BOX (card), jg_ui_verbatim (measure->quote));
  if (measure->reading != NULL)
    {
      g_autofree char *reading = g_strdup_printf (_ ("Conversion repaired: %s"), measure->reading);

      gtk_box_append (GTK_BOX (card), jg_ui_label (reading, "remark"));
    }
  gtk_box_append (GTK_BOX (card), jg_ui_label (citation, "remark"));

  open = gtk_button_new_with_label (_ ("Open the Document"));
  gtk_widget_add_css_class (open, "suggested-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "(sus)", measure->document,
                                    (guint32) measure->line, measure->quote);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.show-document");
  copy = gtk_button_new_with_label (_ ("Copy With Source"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (copy), "s", copied);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "win.copy");
  /* With large text the two stand beside each other only when their words may wrap. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (open))), TRUE);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (copy))), TRUE);
  gtk_box_append (GTK_BOX (buttons), open);
  gtk_box_append (GTK_BOX (buttons), copy);
  gtk_box_append (GTK_BOX (section), buttons);
}

static void
add_occupations (JgMeasureView *self)
{
  JgCatalogue *catalogue = jg_session_get_catalogue (self->session);
  GtkWidget *section = jg_ui_section (self->box, _ ("Occupations"), NULL);

  if (self->measure->occupations == NULL || self->measure->occupations->len == 0)
    {
      gtk_box_append (GTK_BOX (section),
                      jg_ui_label (g_strcmp0 (self->measure->occupation_basis, "all") == 0
                                       ? _ ("The words of the text take in every occupation.")
                                       : _ ("The text does not tie it to particular occupations."),
                                   "remark"));
      return;
    }
  for (guint i = 0; i < self->measure->occupations->len; i++)
    {
      JgOccupationLink *link = g_ptr_array_index (self->measure->occupations, i);
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (catalogue, link->occupation);
      g_autofree char *code = NULL;
      g_autofree char *text = NULL;
      const char *basis = g_strcmp0 (link->basis, "explicit") == 0
                              ? _ ("named in the text")
                              : _ ("follows from the words of the text");

      if (occupation == NULL)
        continue;
      code = jg_ui_dup_code (occupation->code, occupation->edition);
      if (link->words != NULL)
        text = g_strdup_printf ("%s · %s\n%s “%s”", occupation->name, code, basis, link->words);
      else
        text = g_strdup_printf ("%s · %s\n%s", occupation->name, code, basis);
      gtk_box_append (GTK_BOX (section), jg_ui_link (text, "win.show-occupation",
                                                     g_variant_new_string (link->occupation)));
    }
}

static void
add_family (JgMeasureView *self)
{
  g_autoptr (GPtrArray) family = jg_policy_list_family (self->session, self->measure);
  GtkWidget *section;

  if (family->len == 0)
    return;
  section =
      jg_ui_section (self->box, _ ("The same benefit in other documents"),
                     _ ("Each has its own words and dates; the newest and most local first."));
  for (guint i = 0; i < family->len; i++)
    {
      JgMeasure *other = g_ptr_array_index (family, i);
      g_autofree char *citation =
          jg_session_dup_citation (self->session, other->document, other->clause);
      g_autofree char *text =
          g_strdup_printf ("%s · %s\n%s · %s", other->name, other->region_name,
                           other->document_date != NULL ? other->document_date : "", citation);

      gtk_box_append (GTK_BOX (section),
                      jg_ui_link (text, "win.show-measure", g_variant_new_string (other->id)));
    }
}

static void
jg_measure_view_dispose (GObject *object)
{
  JgMeasureView *self = JG_MEASURE_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->measure, jg_measure_unref);

  G_OBJECT_CLASS (jg_measure_view_parent_class)->dispose (object);
}

static void
jg_measure_view_class_init (JgMeasureViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_measure_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = jg_measure_view_map;
}

static void
jg_measure_view_init (JgMeasureView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "detail");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  self->scroller = jg_ui_scroller (clamp, _ ("Measure in full"));
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

/**
 * jg_measure_view_new:
 * @session: what the pages share
 *
 * Makes a view that shows no measure yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jg_measure_view_new (JgSession *session)
{
  JgMeasureView *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_MEASURE_VIEW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * jg_measure_view_show:
 * @self: a view
 * @id: id of a measure
 *
 * Shows a measure.
 */
void
jg_measure_view_show (JgMeasureView *self, const char *id)
{
  JgMeasure *measure;
  g_autofree char *beneficiaries = NULL;
  GtkWidget *title, *facts;

  g_return_if_fail (JG_IS_MEASURE_VIEW (self));
  g_return_if_fail (id != NULL);

  measure = jg_catalogue_get_measure (jg_session_get_catalogue (self->session), id);
  if (measure == NULL)
    return;
  g_clear_pointer (&self->measure, jg_measure_unref);
  self->measure = measure;

  jg_ui_clear (self->box);
  title = jg_ui_label (measure->name, "title-1");
  gtk_label_set_selectable (GTK_LABEL (title), TRUE);
  jg_ui_set_name (title, measure->name);
  gtk_box_append (self->box, title);
  if (jg_ui_provenance_note (measure->provenance) != NULL)
    gtk_box_append (self->box, jg_ui_label (jg_ui_provenance_note (measure->provenance), "remark"));
  beneficiaries = jg_measure_dup_beneficiaries (measure);
  facts = jg_ui_card (self->box);
  add_pair (GTK_BOX (facts), _ ("Kind"), jg_measure_kind_label (measure->kind));
  add_pair (GTK_BOX (facts), _ ("Paid to or meant for"), beneficiaries);
  if (measure->people != NULL && measure->people[0] != NULL)
    {
      g_autofree char *people = g_strjoinv ("、", measure->people);

      add_pair (GTK_BOX (facts), _ ("Group of people"), people);
    }
  add_pair (GTK_BOX (facts), _ ("Region"), measure->region_name);
  add_pair (GTK_BOX (facts), _ ("Wording"), jg_measure_force_label (measure->force));
  add_pair (GTK_BOX (facts), _ ("Amount"),
            measure->amount != NULL ? measure->amount : _ ("The text states no amount"));
  if (measure->employer_line != NULL)
    add_pair (GTK_BOX (facts), _ ("To show an employer"), measure->employer_line);
  add_quote (self);
  gtk_box_append (self->box, jg_measure_print_new (self->session, self->measure));
  self->person = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (self->box, GTK_WIDGET (self->person));
  update_person (self);
  gtk_box_append (self->box, jg_measure_office_new (self->session, measure->id));
  add_family (self);
  add_occupations (self);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * jg_measure_view_get_id:
 * @self: a view
 *
 * Gets which measure is shown.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
jg_measure_view_get_id (JgMeasureView *self)
{
  g_return_val_if_fail (JG_IS_MEASURE_VIEW (self), NULL);

  return self->measure != NULL ? self->measure->id : NULL;
}
