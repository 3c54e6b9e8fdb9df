/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-match-step.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-form.h"
#include "jg-live.h"

struct _JgMatchStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *status;
  GtkBox *cards;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgMatchStep, jg_match_step, ADW_TYPE_BIN)

static void
sheet_toggled_cb (JgMatchStep *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "occupation");

  if (self->updating)
    return;
  if (jg_session_choose (self->session, id, gtk_check_button_get_active (check)))
    return;
  self->updating = TRUE;
  gtk_check_button_set_active (check, FALSE);
  self->updating = FALSE;
  gtk_label_set_text (GTK_LABEL (self->status),
                      _ ("The sheet already holds three occupations. Take one off first."));
}

static void
add_reason (GtkBox *box, const JgMatchReason *reason)
{
  g_autofree char *said = g_strdup_printf (_ ("The person: %s"), reason->from);
  g_autofree char *printed = NULL;
  g_autofree char *through = NULL;
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (reason->task > 0)
    printed = g_strdup_printf (_ ("Task %d: %s"), reason->task, reason->text);
  else if (g_strcmp0 (reason->via, "definition") == 0)
    printed = g_strdup_printf (_ ("Definition: %s"), reason->text);
  else if (g_strcmp0 (reason->via, "alias") == 0)
    printed = g_strdup_printf (_ ("Everyday name (ours): %s"), reason->text);
  else
    printed = g_strdup_printf (_ ("Name: %s"), reason->text);
  gtk_box_append (GTK_BOX (pair), jg_ui_label (said, NULL));
  {
    GtkWidget *quote = jg_ui_verbatim (printed);

    gtk_widget_add_css_class (quote, "quoted");
    gtk_box_append (GTK_BOX (pair), quote);
  }
  if (reason->through != NULL && g_strcmp0 (reason->through, reason->from) != 0 &&
      g_strcmp0 (reason->through, reason->text) != 0)
    {
      GtkWidget *label;

      through = g_strdup_printf (_ ("through the word “%s”"), reason->through);
      label = jg_ui_label (through, "caption");
      gtk_widget_add_css_class (label, "remark");
      gtk_box_append (GTK_BOX (pair), label);
    }
  gtk_box_append (box, pair);
}

static void
add_open_tasks (GtkBox *box, JgMatch *match)
{
  GtkWidget *expander, *list;
  g_autofree char *title = NULL;

  if (match->open_tasks->len == 0)
    return;
  title = g_strdup_printf (ngettext ("%u task nothing was said about",
                                     "%u tasks nothing was said about", match->open_tasks->len),
                           match->open_tasks->len);
  expander = gtk_expander_new (title);
  jg_ui_set_name (expander, title);
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; i < match->open_tasks->len; i++)
    {
      guint number = g_array_index (match->open_tasks, guint, i);
      g_autofree char *text = NULL;

      if (number == 0 || number > match->occupation->tasks->len)
        continue;
      text = g_strdup_printf ("%u. %s", number,
                              (char *) g_ptr_array_index (match->occupation->tasks, number - 1));
      gtk_box_append (GTK_BOX (list), jg_ui_verbatim (text));
    }
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_box_append (box, expander);
}

static GtkWidget *
add_occupation_card (JgMatchStep *self, JgOccupation *occupation)
{
  GtkWidget *card = jg_ui_card (self->cards);
  GtkWidget *check = gtk_check_button_new_with_label (_ ("On the guidance sheet"));
  g_autofree char *code = jg_ui_dup_code (occupation->code, occupation->edition);
  const char *note = jg_ui_provenance_note (occupation->provenance);
  g_autofree char *title = note != NULL
                               ? g_strdup_printf ("%s · %s · %s", occupation->name, code, note)
                               : g_strdup_printf ("%s · %s", occupation->name, code);
  g_autofree char *name = g_strdup_printf (_ ("%s on the guidance sheet"), occupation->name);
  GtkWidget *link =
      jg_ui_link (title, "win.show-occupation", g_variant_new_string (occupation->id));

  gtk_widget_add_css_class (link, "heading");
  gtk_box_append (GTK_BOX (card), link);
  g_object_set_data_full (G_OBJECT (check), "occupation", g_strdup (occupation->id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               jg_session_is_chosen (self->session, occupation->id));
  jg_ui_set_name (check, name);
  g_signal_connect_object (check, "toggled", G_CALLBACK (sheet_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), check);
  return card;
}

static gboolean
is_match (JgMatchResult *result, const char *id)
{
  for (guint i = 0; i < result->matches->len; i++)
    if (g_str_equal (((JgMatch *) g_ptr_array_index (result->matches, i))->occupation->id, id))
      return TRUE;
  return FALSE;
}

/* What the cards depend on. Ticking a box must not rebuild the card it stands on. */
static char *
dup_signature (JgMatchStep *self, JgMatchResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *profile = jg_profile_to_data (jg_session_get_profile (self->session));

  g_string_append (text, profile);
  for (guint i = 0; i < jg_session_get_n_chosen (self->session); i++)
    if (!is_match (result, jg_session_get_chosen (self->session, i)))
      g_string_append (text, jg_session_get_chosen (self->session, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_checks (JgMatchStep *self)
{
  self->updating = TRUE;
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (GTK_IS_CHECK_BUTTON (child))
        gtk_check_button_set_active (
            GTK_CHECK_BUTTON (child),
            jg_session_is_chosen (self->session,
                                  g_object_get_data (G_OBJECT (child), "occupation")));
  self->updating = FALSE;
}

static void
update_status (JgMatchStep *self, JgMatchResult *result)
{
  JgProfile *profile = jg_session_get_profile (self->session);
  g_autofree char *text = NULL;

  if (result->matches->len > 0)
    {
      text =
          g_strdup_printf (ngettext ("%u occupation has something in common with what was said.",
                                     "%u occupations have something in common with what was said.",
                                     result->matches->len),
                           result->matches->len);
      gtk_label_set_text (GTK_LABEL (self->status), text);
    }
  else if (result->not_in_catalogue)
    gtk_label_set_text (GTK_LABEL (self->status),
                        _ ("What the person looks for is not in the catalogue. It holds the "
                           "occupations of the bundled notices only."));
  else if (jg_profile_get_skills (profile)[0] == NULL && jg_profile_get_wish (profile) == NULL &&
           jg_profile_get_experience (profile) == NULL)
    gtk_label_set_text (GTK_LABEL (self->status),
                        _ ("Nothing to compare yet. Enter wishes, skills or experience first."));
  else
    gtk_label_set_text (GTK_LABEL (self->status),
                        _ ("No printed task has anything in common with what was said."));
}

static void
update (GtkWidget *widget)
{
  JgMatchStep *self = JG_MATCH_STEP (widget);
  JgMatchResult *result = jg_session_get_matches (self->session);
  g_autofree char *signature = dup_signature (self, result);
  JgCatalogue *catalogue = jg_session_get_catalogue (self->session);

  update_status (self, result);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self), "signature"), signature) == 0)
    {
      update_checks (self);
      return;
    }
  g_object_set_data_full (G_OBJECT (self), "signature", g_steal_pointer (&signature), g_free);
  jg_ui_clear (self->cards);
  for (guint i = 0; i < jg_session_get_n_chosen (self->session); i++)
    {
      const char *id = jg_session_get_chosen (self->session, i);
      g_autoptr (JgOccupation) occupation = NULL;

      if (is_match (result, id))
        continue;
      occupation = jg_catalogue_get_occupation (catalogue, id);
      if (occupation == NULL)
        continue;
      gtk_box_append (
          GTK_BOX (add_occupation_card (self, occupation)),
          jg_ui_label (_ ("Chosen by the counsellor; nothing that was said hits it."), "remark"));
    }
  for (guint i = 0; i < result->matches->len; i++)
    {
      JgMatch *match = g_ptr_array_index (result->matches, i);
      GtkWidget *card = add_occupation_card (self, match->occupation);

      for (guint k = 0; k < match->reasons->len; k++)
        add_reason (GTK_BOX (card), g_ptr_array_index (match->reasons, k));
      add_open_tasks (GTK_BOX (card), match);
    }
}

static void
jg_match_step_dispose (GObject *object)
{
  g_clear_object (&JG_MATCH_STEP (object)->session);

  G_OBJECT_CLASS (jg_match_step_parent_class)->dispose (object);
}

static void
jg_match_step_class_init (JgMatchStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_match_step_dispose;
}

static void
jg_match_step_init (JgMatchStep *self)
{
}

/**
 * jg_match_step_new:
 * @session: what the pages share
 *
 * Makes the step.
 *
 * Returns: (transfer floating): the step
 */
GtkWidget *
jg_match_step_new (JgSession *session)
{
  JgMatchStep *self;
  GtkBox *form;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_MATCH_STEP, NULL);
  self->session = g_object_ref (session);
  form = jg_form_new (ADW_BIN (self), C_ ("step", "Matches"),
                      _ ("Tick one to three for the sheet. Each reason sets the person’s words "
                         "against a printed sentence."));
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_box_append (form, self->status);
  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (form, GTK_WIDGET (self->cards));
  jg_live_attach (GTK_WIDGET (self), session, update);
  return GTK_WIDGET (self);
}
