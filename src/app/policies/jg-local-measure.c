/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-ui.h"
#include "jg-condition-editor.h"
#include "jg-local-form.h"
#include "jg-local-measure-private.h"
#include "jg-local-trial.h"

G_DEFINE_FINAL_TYPE (JgLocalMeasure, jg_local_measure, ADW_TYPE_BIN)

static const char *const beneficiaries[] = { "individual", "employer",       "training-provider",
                                             "platform",   "service-agency", NULL };
static const char *const tiers[] = { "A", "B", "C", NULL };
static const char *const forces[] = { "grants",    "by-rule", "local-option",
                                      "encourage", "explore", NULL };
static const char *const bases[] = { "none", "document-term", "measure", "document-commencement",
                                     NULL };
static const char *const link_bases[] = { "all", "explicit", NULL };
static const char *const anchors[] = { "",         "household", "residence", "work", "insured",
                                       "training", "school",    "business",  NULL };

static void
jg_local_measure_dispose (GObject *object)
{
  JgLocalMeasure *self = JG_LOCAL_MEASURE (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);

  G_OBJECT_CLASS (jg_local_measure_parent_class)->dispose (object);
}

static void
jg_local_measure_finalize (GObject *object)
{
  JgLocalMeasure *self = JG_LOCAL_MEASURE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->pack);
  g_clear_pointer (&self->measure, jg_measure_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);

  G_OBJECT_CLASS (jg_local_measure_parent_class)->finalize (object);
}

static void
jg_local_measure_class_init (JgLocalMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_local_measure_dispose;
  G_OBJECT_CLASS (klass)->finalize = jg_local_measure_finalize;
}

static void
jg_local_measure_init (JgLocalMeasure *self)
{
}

static const char *
tier_label (const char *tier, gpointer data)
{
  if (g_str_equal (tier, "A"))
    return _ ("Money, insurance or another benefit");
  if (g_str_equal (tier, "B"))
    return _ ("A service");
  return _ ("A direction to authorities: offered to nobody");
}

static const char *
basis_label (const char *basis, gpointer data)
{
  if (g_str_equal (basis, "none"))
    return _ ("The text states no dates");
  if (g_str_equal (basis, "document-term"))
    return _ ("The document states its own term");
  if (g_str_equal (basis, "measure"))
    return _ ("The clause states the term of this measure");
  return _ ("The document states when it begins");
}

static const char *
link_basis_label (const char *basis, gpointer data)
{
  return g_str_equal (basis, "all") ? _ ("For every occupation")
                                    : _ ("For the occupations listed here");
}

static const char *
anchor_label (const char *anchor, gpointer data)
{
  for (int i = 0; i < JG_N_PLACES; i++)
    if (g_str_equal (anchor, jg_place_nick ((JgPlace) i)))
      return jg_place_label ((JgPlace) i);
  return _ ("The text names no place");
}

static const char *
document_label (const char *key, gpointer pack)
{
  return jg_local_pack_find_document (pack, key)->document->title;
}

static const char *
kind_label (const char *kind, gpointer data)
{
  return jg_measure_kind_label (kind);
}

static const char *
force_label (const char *force, gpointer data)
{
  return jg_measure_force_label (force);
}

static void
take_text (char **text, GtkWidget *entry)
{
  g_free (*text);
  *text = jg_local_entry_dup_text (entry);
}

static void
take_choice (char **text, GtkWidget *choice)
{
  const char *nick = jg_local_choice_get (choice);

  g_free (*text);
  *text = *nick != '\0' ? g_strdup (nick) : NULL;
}

static void
take_beneficiaries (JgLocalMeasure *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (self->beneficiaries); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (child), "nick"));
  g_strfreev (self->measure->beneficiaries);
  self->measure->beneficiaries = g_strv_builder_end (builder);
}

static gboolean
is_for_employers (JgLocalMeasure *self)
{
  return g_strv_contains ((const char *const *) self->measure->beneficiaries, "employer") ||
         g_strv_contains ((const char *const *) self->measure->beneficiaries, "platform");
}

static void
take_document (JgLocalMeasure *self)
{
  JgMeasure *measure = self->measure;
  const JgPackDocument *row;

  take_choice (&measure->document, self->document);
  row = jg_local_pack_find_document (self->pack, measure->document);
  if (row == NULL)
    return;
  g_free (measure->document_title);
  measure->document_title = g_strdup (row->document->title);
  g_free (measure->document_number);
  measure->document_number = g_strdup (row->document->number);
  g_free (measure->document_date);
  measure->document_date = g_strdup (row->document->date);
  g_free (measure->region_code);
  measure->region_code = g_strdup (row->document->region_code);
  g_free (measure->region_name);
  measure->region_name = g_strdup (row->document->region_name);
}

/* What the form says, into the measure. */
static void
take_form (JgLocalMeasure *self)
{
  JgMeasure *measure = self->measure;
  const gboolean dated = !g_str_equal (jg_local_choice_get (self->basis), "none");

  take_document (self);
  take_text (&measure->name, self->name);
  take_choice (&measure->kind, self->kind);
  take_choice (&measure->tier, self->tier);
  take_choice (&measure->force, self->force);
  take_choice (&measure->region_anchor, self->anchor);
  take_beneficiaries (self);
  g_clear_pointer (&measure->conditions, jg_condition_free);
  measure->conditions = jg_condition_editor_dup_condition (JG_CONDITION_EDITOR (self->conditions));
  g_clear_pointer (&measure->worker, jg_condition_free);
  measure->worker = is_for_employers (self)
                        ? jg_condition_editor_dup_condition (JG_CONDITION_EDITOR (self->worker))
                        : NULL;
  take_text (&measure->employer_line, self->employer_line);
  if (!is_for_employers (self))
    g_clear_pointer (&measure->employer_line, g_free);
  take_text (&measure->amount, self->amount);
  take_choice (&measure->validity_basis, self->basis);
  take_text (&measure->valid_from, self->from);
  take_text (&measure->valid_to, self->to);
  if (!dated)
    {
      g_clear_pointer (&measure->valid_from, g_free);
      g_clear_pointer (&measure->valid_to, g_free);
    }
  take_choice (&measure->occupation_basis, self->links_basis);
  g_strfreev (measure->caveats);
  measure->caveats = g_new0 (char *, 2);
  measure->caveats[0] = jg_local_entry_dup_text (self->caveat);
}

static gboolean
try_cb (gpointer data)
{
  JgLocalMeasure *self = JG_LOCAL_MEASURE (data);
  const gboolean dated = !g_str_equal (jg_local_choice_get (self->basis), "none");

  self->idle_id = 0;
  take_form (self);
  gtk_widget_set_visible (self->dates, dated);
  gtk_widget_set_visible (self->worker_box, is_for_employers (self));
  gtk_widget_set_visible (self->links_box,
                          !g_str_equal (jg_local_choice_get (self->links_basis), "all"));
  jg_local_trial_set_measure (JG_LOCAL_TRIAL (self->trial), self->measure);
  return G_SOURCE_REMOVE;
}

/* jg_local_measure_touch:
 *
 * Something was changed: the trial follows. */
void
jg_local_measure_touch (JgLocalMeasure *self)
{
  if (self->filling)
    return;
  self->changed = TRUE;
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (try_cb, self);
}

static void
document_changed_cb (JgLocalMeasure *self)
{
  jg_local_measure_show_text (self);
  jg_local_measure_touch (self);
}

static void
watch (JgLocalMeasure *self, GtkWidget *control)
{
  g_signal_connect_object (control, GTK_IS_DROP_DOWN (control) ? "notify::selected" : "changed",
                           G_CALLBACK (jg_local_measure_touch), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
new_choice (JgLocalMeasure *self,
            const char *name,
            const char *const *nicks,
            JgLocalLabelFunc label,
            const char *nick)
{
  GtkWidget *choice = jg_local_choice_new (name, nicks, label, NULL);

  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  jg_local_choice_set (choice, nick != NULL ? nick : nicks[0]);
  watch (self, choice);
  return choice;
}

static GtkWidget *
new_entry (JgLocalMeasure *self, const char *text, const char *placeholder)
{
  GtkWidget *entry = jg_local_entry_new (placeholder);

  jg_local_entry_set_text (entry, text);
  watch (self, entry);
  return entry;
}

/* The documents of the pack by title. */
static GtkWidget *
new_document_choice (JgLocalMeasure *self)
{
  const JgPack *content = jg_local_pack_get_content (self->pack);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  GtkWidget *choice;

  for (guint i = 0; i < content->documents->len; i++)
    g_strv_builder_add (
        keys, ((const JgPackDocument *) g_ptr_array_index (content->documents, i))->document->key);
  list = g_strv_builder_end (keys);
  choice =
      jg_local_choice_new (_ ("Document"), (const char *const *) list, document_label, self->pack);
  jg_local_choice_set (choice, self->measure->document);
  return choice;
}

static void
add_sentence (JgLocalMeasure *self, GtkBox *box)
{
  GtkWidget *section = jg_ui_section (box, _ ("The sentence"),
                                      _ ("Select it in the text; it is widened to whole "
                                         "sentences."));

  self->document = new_document_choice (self);
  g_signal_connect_object (self->document, "notify::selected", G_CALLBACK (document_changed_cb),
                           self, G_CONNECT_SWAPPED);
  jg_local_fields_add (self->fields, GTK_BOX (section), "document", _ ("Document"), NULL,
                       self->document);
  gtk_box_append (GTK_BOX (section), jg_local_measure_make_text (self));
  self->quote = GTK_LABEL (jg_ui_verbatim (
      self->measure->quote != NULL ? self->measure->quote : _ ("No sentence is chosen yet.")));
  gtk_widget_add_css_class (GTK_WIDGET (self->quote), "quoted");
  jg_local_fields_add (self->fields, GTK_BOX (section), "quote", _ ("The sentence"), NULL,
                       GTK_WIDGET (self->quote));
}

static void
add_whom (JgLocalMeasure *self, GtkBox *box)
{
  GtkWidget *section = jg_ui_section (box, _ ("What it is and for whom"), NULL);
  const JgMeasure *measure = self->measure;

  self->name = new_entry (self, measure->name, _ ("For example 西湖区灵活就业补贴"));
  jg_local_fields_add (self->fields, GTK_BOX (section), "name", _ ("Short name"), NULL, self->name);
  self->kind = new_choice (self, _ ("Kind"), jg_measure_list_kinds (), kind_label, measure->kind);
  jg_local_fields_add (self->fields, GTK_BOX (section), "kind", _ ("Kind"), NULL, self->kind);
  self->beneficiaries = jg_local_flow_new ();
  for (guint i = 0; beneficiaries[i] != NULL; i++)
    {
      const char *label = jg_measure_beneficiary_label (beneficiaries[i]);
      GtkWidget *check = gtk_check_button_new_with_label (label);

      jg_ui_set_name (check, label);
      g_object_set_data (G_OBJECT (check), "nick", (gpointer) beneficiaries[i]);
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (check),
          g_strv_contains ((const char *const *) measure->beneficiaries, beneficiaries[i]));
      g_signal_connect_object (check, "toggled", G_CALLBACK (jg_local_measure_touch), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->beneficiaries), check);
    }
  jg_local_fields_add (self->fields, GTK_BOX (section), "beneficiary", _ ("Paid to or meant for"),
                       NULL, self->beneficiaries);
  self->tier = new_choice (self, _ ("What is given"), tiers, tier_label, measure->tier);
  jg_local_fields_add (self->fields, GTK_BOX (section), "tier", _ ("What is given"), NULL,
                       self->tier);
  self->force = new_choice (self, _ ("Wording"), forces, force_label, measure->force);
  jg_local_fields_add (self->fields, GTK_BOX (section), "force", _ ("Wording"), NULL, self->force);
  self->anchor =
      new_choice (self, _ ("Which place counts"), anchors, anchor_label, measure->region_anchor);
  jg_local_fields_add (self->fields, GTK_BOX (section), "region", _ ("Which place counts"),
                       _ ("The region is that of the document."), self->anchor);
  self->amount = new_entry (self, measure->amount, NULL);
  jg_local_fields_add (self->fields, GTK_BOX (section), "amount", _ ("Amount"),
                       _ ("In the words of the sentence; empty where it states none."),
                       self->amount);
}

static void
add_conditions (JgLocalMeasure *self, GtkBox *box)
{
  GtkWidget *section = jg_ui_section (box, _ ("Conditions"), NULL);

  self->conditions = jg_condition_editor_new (self->facts);
  jg_condition_editor_set_condition (JG_CONDITION_EDITOR (self->conditions),
                                     self->measure->conditions);
  watch (self, self->conditions);
  jg_local_fields_add (self->fields, GTK_BOX (section), "conditions", _ ("Who meets them"), NULL,
                       self->conditions);
  self->worker_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->worker = jg_condition_editor_new (self->facts);
  jg_condition_editor_set_condition (JG_CONDITION_EDITOR (self->worker), self->measure->worker);
  watch (self, self->worker);
  jg_local_fields_add (self->fields, GTK_BOX (self->worker_box), "worker",
                       _ ("Conditions on the person hired"), NULL, self->worker);
  self->employer_line = new_entry (self, self->measure->employer_line, NULL);
  jg_local_fields_add (self->fields, GTK_BOX (self->worker_box), "employer_line",
                       _ ("A sentence to show an employer"), NULL, self->employer_line);
  gtk_box_append (GTK_BOX (section), self->worker_box);
}

static void
add_dates (JgLocalMeasure *self, GtkBox *box)
{
  GtkWidget *section = jg_ui_section (box, _ ("Dates, as the text states them"), NULL);
  const JgMeasure *measure = self->measure;

  self->basis =
      new_choice (self, _ ("Where the dates stand"), bases, basis_label, measure->validity_basis);
  jg_local_fields_add (self->fields, GTK_BOX (section), "validity", _ ("Where the dates stand"),
                       NULL, self->basis);
  self->dates = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->from = new_entry (self, measure->valid_from, "2026-04-01");
  self->to = new_entry (self, measure->valid_to, "2027-03-31");
  jg_ui_field (GTK_BOX (self->dates), _ ("From"), self->from);
  jg_ui_field (GTK_BOX (self->dates), _ ("To, the last day included"), self->to);
  self->validity = GTK_LABEL (jg_ui_verbatim (
      measure->validity_quote != NULL
          ? measure->validity_quote
          : _ ("Select the sentence in the text and press “Selection States the Dates”.")));
  gtk_widget_add_css_class (GTK_WIDGET (self->validity), "quoted");
  gtk_box_append (GTK_BOX (self->dates), GTK_WIDGET (self->validity));
  gtk_box_append (GTK_BOX (section), self->dates);
}

static void
add_links (JgLocalMeasure *self, GtkBox *box)
{
  GtkWidget *section = jg_ui_section (box, _ ("Occupations"), NULL);

  self->links_basis =
      new_choice (self, _ ("For which occupations"), link_bases, link_basis_label,
                  g_strcmp0 (self->measure->occupation_basis, "all") == 0 ? "all" : "explicit");
  jg_local_fields_add (self->fields, GTK_BOX (section), "occupations", _ ("For which occupations"),
                       NULL, self->links_basis);
  self->links_box = jg_local_measure_make_links (self);
  gtk_box_append (GTK_BOX (section), self->links_box);
  jg_local_measure_show_links (self);
  self->caveat =
      new_entry (self, self->measure->caveats != NULL ? self->measure->caveats[0] : NULL, NULL);
  jg_local_fields_add (self->fields, GTK_BOX (section), "caveats", _ ("What must be said with it"),
                       _ ("Printed beside the verdict, for example what the office must confirm."),
                       self->caveat);
}

static JgMeasure *
new_measure (JgLocalPack *pack, const char *document)
{
  JgMeasure *measure = jg_measure_new ();
  const JgPack *content = jg_local_pack_get_content (pack);

  measure->id = jg_local_pack_dup_new_id (pack);
  measure->provenance = g_strdup ("local");
  measure->beneficiaries = g_strsplit ("individual", "\n", -1);
  measure->occupation_basis = g_strdup ("all");
  measure->clause = g_strdup ("");
  if (document == NULL && content->documents->len > 0)
    document = ((const JgPackDocument *) g_ptr_array_index (content->documents,
                                                            content->documents->len - 1))
                   ->document->key;
  measure->document = g_strdup (document);
  return measure;
}

/**
 * jg_local_measure_new:
 * @session: what the pages share
 * @pack: the office's pack, with at least one document
 * @id: (nullable): id of a measure of it, or %NULL for a new one
 * @document: (nullable): key of the document a new one is read from
 *
 * Makes the form.
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
jg_local_measure_new (JgSession *session, JgLocalPack *pack, const char *id, const char *document)
{
  JgLocalMeasure *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *section;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (JG_IS_LOCAL_PACK (pack), NULL);

  self = g_object_new (JG_TYPE_LOCAL_MEASURE, NULL);
  self->session = g_object_ref (session);
  self->pack = g_object_ref (pack);
  self->facts = jg_catalogue_list_facts (jg_session_get_catalogue (session));
  self->measure = id != NULL ? jg_local_pack_dup_measure (pack, id) : NULL;
  if (self->measure == NULL)
    self->measure = new_measure (pack, document);
  self->filling = TRUE;
  self->fields = jg_local_fields_new (GTK_BOX (box));
  add_sentence (self, GTK_BOX (box));
  add_whom (self, GTK_BOX (box));
  add_conditions (self, GTK_BOX (box));
  add_dates (self, GTK_BOX (box));
  add_links (self, GTK_BOX (box));
  section = jg_ui_section (GTK_BOX (box), _ ("Try it"),
                           _ ("What it says to invented people, as it stands now."));
  self->trial = jg_local_trial_new (session, self->facts);
  gtk_box_append (GTK_BOX (section), self->trial);
  adw_bin_set_child (ADW_BIN (self), box);
  jg_local_measure_show_text (self);
  try_cb (self);
  self->filling = FALSE;
  self->changed = FALSE;
  return GTK_WIDGET (self);
}

/**
 * jg_local_measure_is_changed:
 * @self: a form
 *
 * Returns: whether something was written that is not kept
 */
gboolean
jg_local_measure_is_changed (JgLocalMeasure *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_MEASURE (self), FALSE);

  return self->changed;
}

/**
 * jg_local_measure_save:
 * @self: a form
 *
 * Keeps the measure, or says at each field what is wrong.
 *
 * Returns: whether it is kept
 */
gboolean
jg_local_measure_save (JgLocalMeasure *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *quote = NULL;

  g_return_val_if_fail (JG_IS_LOCAL_MEASURE (self), FALSE);

  take_form (self);
  /* A sentence that was chosen for dates is no word about them once there are none. */
  if (g_str_equal (self->measure->validity_basis, "none"))
    quote = g_steal_pointer (&self->measure->validity_quote);
  problems = jg_local_pack_set_measure (self->pack, self->measure);
  if (quote != NULL)
    self->measure->validity_quote = g_steal_pointer (&quote);
  jg_local_fields_show (self->fields, problems);
  if (problems == NULL)
    self->changed = FALSE;
  return problems == NULL;
}
