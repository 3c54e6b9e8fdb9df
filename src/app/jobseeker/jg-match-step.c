/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-match-step.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-form.h"
#include "jg-live.h"
#include "jg-match-card.h"

struct _JgMatchStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *status;
  GtkBox *cards;
};

G_DEFINE_FINAL_TYPE (JgMatchStep, jg_match_step, ADW_TYPE_BIN)

static void
refused_cb (JgMatchStep *self)
{
  gtk_label_set_text (GTK_LABEL (self->status),
                      _ ("The sheet already holds three occupations. Take one off first."));
}

static void
add_card (JgMatchStep *self, JgOccupation *occupation)
{
  GtkWidget *card = jg_match_card_new (self->session, occupation);

  g_signal_connect_object (card, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->cards, card);
}

static void
bring_back_cb (JgMatchStep *self, GtkButton *button)
{
  jg_record_unstrike (jg_session_get_record (self->session),
                      g_object_get_data (G_OBJECT (button), "occupation"));
}

/* The only way from an occupation that was struck out back to it. */
static void
add_struck (JgMatchStep *self, GtkBox *section, const JgStruck *struck)
{
  g_autoptr (JgOccupation) occupation =
      jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), struck->occupation);
  GtkWidget *card = jg_ui_card (section);
  GtkWidget *button = gtk_button_new_with_label (_ ("Bring Back"));
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  /* Of a pack that is off now. */
  if (occupation == NULL)
    {
      gtk_widget_set_visible (card, FALSE);
      return;
    }
  text = g_strdup_printf (_ ("%s · reason: %s"), occupation->name, struck->reason);
  name = g_strdup_printf (_ ("Bring back %s"), occupation->name);
  gtk_box_append (GTK_BOX (card), jg_ui_label (text, NULL));
  g_object_set_data_full (G_OBJECT (button), "occupation", g_strdup (occupation->id), g_free);
  jg_ui_set_name (button, name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), button);
}

/* What the person does not want and what the counsellor struck out stay in sight. */
static void
add_left_out (JgMatchStep *self, JgMatchResult *result)
{
  GPtrArray *struck = jg_record_get_struck (jg_session_get_record (self->session));
  GtkWidget *section;

  if (result->refusals->len > 0)
    {
      section = jg_ui_section (self->cards, _ ("Not wanted"),
                               _ ("Named by the person, and not proposed for that."));
      for (guint i = 0; i < result->refusals->len; i++)
        {
          const JgMatchRefusal *refusal = g_ptr_array_index (result->refusals, i);
          g_autofree char *text =
              g_strdup_printf (_ ("%s · the person: %s"), refusal->occupation->name, refusal->from);

          gtk_box_append (GTK_BOX (section), jg_ui_label (text, NULL));
        }
    }
  if (struck->len == 0)
    return;
  section = jg_ui_section (self->cards, _ ("Struck out"), NULL);
  for (guint i = 0; i < struck->len; i++)
    add_struck (self, GTK_BOX (section), g_ptr_array_index (struck, i));
}

static gboolean
is_match (JgMatchResult *result, const char *id)
{
  for (guint i = 0; i < result->matches->len; i++)
    if (g_str_equal (((JgMatch *) g_ptr_array_index (result->matches, i))->occupation->id, id))
      return TRUE;
  return FALSE;
}

/* What the cards depend on. Ticking a box and setting a task must not rebuild the card it stands on. */
static char *
dup_signature (JgMatchStep *self, JgMatchResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *profile = jg_profile_to_data (jg_session_get_profile (self->session));
  GPtrArray *struck = jg_record_get_struck (jg_session_get_record (self->session));

  g_string_append (text, profile);
  for (guint i = 0; i < jg_session_get_n_chosen (self->session); i++)
    if (!is_match (result, jg_session_get_chosen (self->session, i)))
      g_string_append (text, jg_session_get_chosen (self->session, i));
  for (guint i = 0; i < result->matches->len; i++)
    {
      const JgMatch *match = g_ptr_array_index (result->matches, i);

      g_string_append_printf (text, "\n%s", match->occupation->id);
      /* Answers to the questionnaire stand outside the profile. */
      for (guint k = 0; k < match->reasons->len; k++)
        g_string_append_printf (text, "\t%s", ((JgMatchReason *) match->reasons->pdata[k])->from);
    }
  for (guint i = 0; i < struck->len; i++)
    g_string_append_printf (text, "\n%s %s", ((JgStruck *) struck->pdata[i])->occupation,
                            ((JgStruck *) struck->pdata[i])->reason);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_cards (JgMatchStep *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (JG_IS_MATCH_CARD (card))
      jg_match_card_update (JG_MATCH_CARD (card));
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
  else if (jg_record_get_struck (jg_session_get_record (self->session))->len > 0)
    gtk_label_set_text (GTK_LABEL (self->status),
                        _ ("Nothing that fits is left but what was struck out."));
  else if (result->not_in_catalogue)
    gtk_label_set_text (GTK_LABEL (self->status),
                        _ ("Not in the catalogue: none of the occupations it holds, those of the "
                           "packs that are switched on among them, fits what the person said. "
                           "That is a result too; nothing is proposed by force. The whole "
                           "dictionary of occupations holds more."));
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
  gboolean inside;

  update_status (self, result);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self), "signature"), signature) == 0)
    {
      update_cards (self);
      return;
    }
  g_object_set_data_full (G_OBJECT (self), "signature", g_steal_pointer (&signature), g_free);
  inside = gtk_widget_get_focus_child (GTK_WIDGET (self->cards)) != NULL;
  jg_ui_clear (self->cards);
  for (guint i = 0; i < jg_session_get_n_chosen (self->session); i++)
    {
      const char *id = jg_session_get_chosen (self->session, i);
      g_autoptr (JgOccupation) occupation = NULL;

      if (is_match (result, id))
        continue;
      occupation = jg_catalogue_get_occupation (catalogue, id);
      if (occupation != NULL)
        add_card (self, occupation);
    }
  for (guint i = 0; i < result->matches->len; i++)
    add_card (self, ((JgMatch *) g_ptr_array_index (result->matches, i))->occupation);
  add_left_out (self, result);
  /* What had the focus may be gone with its card. */
  if (inside)
    gtk_widget_child_focus (GTK_WIDGET (self->cards), GTK_DIR_TAB_FORWARD);
}

static gboolean
undo_cb (GtkWidget *widget, GVariant *redo, gpointer data)
{
  JgRecord *record = jg_session_get_record (JG_MATCH_STEP (widget)->session);

  return redo != NULL ? jg_record_redo (record) : jg_record_undo (record);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_match_step_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_cb,
                                "s", "redo");
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
  form =
      jg_form_new (ADW_BIN (self), C_ ("step", "Matches"),
                   _ ("Tick one to three for the sheet. Each task is a printed sentence with the "
                      "person’s words that hit it. On a task 1, 2 and 3 set what the person can "
                      "do, could learn or has not shown, 0 takes that back; Ctrl+Z undoes."));
  self->status = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_box_append (form, self->status);
  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (form, GTK_WIDGET (self->cards));
  jg_live_attach (GTK_WIDGET (self), session, update);
  return GTK_WIDGET (self);
}
