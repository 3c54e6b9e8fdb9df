/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-follow-up-form.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../jg-wrap-layout.h"
#include "guidance/jg-follow-up.h"
#include "jg-sheet-output.h"

struct _JgFollowUpForm
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *day;
  GtkWidget *wrong; /* says so */
  GtkWidget *propose;
  GtkWidget *way;
  GtkWidget *calendar;
  GtkWidget *note;
  GtkBox *contacts;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgFollowUpForm, jg_follow_up_form, ADW_TYPE_BIN)

static const char *const ways[] = { NC_ ("way", "By phone"), NC_ ("way", "At the counter"),
                                    NC_ ("way", "By message"), NC_ ("way", "Home visit") };

static JgRecord *
get_record (JgFollowUpForm *self)
{
  return jg_session_get_record (self->session);
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
update_propose (JgFollowUpForm *self)
{
  g_autofree char *today = dup_today ();
  g_autofree char *day = jg_follow_up_propose (today);
  g_autofree char *text = g_strdup_printf (_ ("In a month: %s"), day);

  gtk_button_set_label (GTK_BUTTON (self->propose), text);
  jg_ui_set_name (self->propose, text);
  gtk_widget_set_sensitive (self->propose,
                            g_strcmp0 (jg_record_get_follow_up (get_record (self)), day) != 0);
  gtk_widget_set_sensitive (self->calendar, jg_record_get_follow_up (get_record (self)) != NULL);
}

static void
show_good (JgFollowUpForm *self, gboolean good)
{
  if (good)
    gtk_widget_remove_css_class (self->day, "error");
  else
    gtk_widget_add_css_class (self->day, "error");
  gtk_widget_set_visible (self->wrong, !good);
}

static void
day_changed_cb (JgFollowUpForm *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day));
  gboolean good;

  if (self->updating)
    return;
  good = jg_record_set_follow_up (get_record (self), *text != '\0' ? text : NULL);
  /* A day that is still being typed is none. */
  if (!good)
    jg_record_set_follow_up (get_record (self), NULL);
  show_good (self, good);
  update_propose (self);
}

static void
propose_cb (JgFollowUpForm *self)
{
  g_autofree char *today = dup_today ();
  g_autofree char *day = jg_follow_up_propose (today);

  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
  gtk_widget_grab_focus (self->day);
}

static void
calendar_cb (JgFollowUpForm *self)
{
  jg_sheet_output_save_follow_up (GTK_WIDGET (self), self->session);
}

static void
way_changed_cb (JgFollowUpForm *self)
{
  if (!self->updating)
    jg_record_set_text (get_record (self), JG_RECORD_FOLLOW_UP_WAY,
                        gtk_editable_get_text (GTK_EDITABLE (self->way)));
}

static void
way_clicked_cb (JgFollowUpForm *self, GtkButton *button)
{
  gtk_editable_set_text (GTK_EDITABLE (self->way), gtk_button_get_label (button));
}

static void update_contacts (JgFollowUpForm *self);

static void
remove_cb (JgFollowUpForm *self, GtkWidget *button)
{
  jg_record_remove_contact (get_record (self),
                            GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "contact")));
  update_contacts (self);
  gtk_widget_grab_focus (self->note);
}

static void
update_contacts (JgFollowUpForm *self)
{
  GPtrArray *contacts = jg_record_get_contacts (get_record (self));

  jg_ui_clear (self->contacts);
  for (guint i = 0; i < contacts->len; i++)
    {
      const JgContact *contact = g_ptr_array_index (contacts, i);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *text = g_strdup_printf (
          "%s%s%s%s%s", contact->date, contact->way != NULL ? "　" : "",
          contact->way != NULL ? contact->way : "", contact->note != NULL ? "　" : "",
          contact->note != NULL ? contact->note : "");
      g_autofree char *name = g_strdup_printf (_ ("Remove the contact of %s"), contact->date);
      GtkWidget *label = jg_ui_label (text, NULL);

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (row), label);
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_valign (remove, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (remove, name);
      jg_ui_set_name (remove, name);
      g_object_set_data (G_OBJECT (remove), "contact", GUINT_TO_POINTER (i));
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      gtk_box_append (GTK_BOX (row), remove);
      gtk_box_append (self->contacts, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->contacts), contacts->len > 0);
}

static void
record_cb (JgFollowUpForm *self)
{
  g_autofree char *today = dup_today ();

  if (!jg_record_add_contact (get_record (self), today,
                              jg_record_get_text (get_record (self), JG_RECORD_FOLLOW_UP_WAY),
                              gtk_editable_get_text (GTK_EDITABLE (self->note))))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  update_contacts (self);
}

static void
show_values (JgFollowUpForm *self)
{
  const char *day = jg_record_get_follow_up (get_record (self));
  const char *way = jg_record_get_text (get_record (self), JG_RECORD_FOLLOW_UP_WAY);

  self->updating = TRUE;
  jg_ui_fill_entry (self->day, day);
  jg_ui_fill_entry (self->way, way);
  self->updating = FALSE;
  show_good (self, TRUE);
  update_contacts (self);
  update_propose (self);
}

static void
add_basis (JgFollowUpForm *self, GtkBox *box)
{
  g_autoptr (JgFollowUpBasis) basis =
      jg_follow_up_find_basis (jg_session_get_catalogue (self->session));
  g_autofree char *citation = NULL;
  GtkWidget *quote;

  if (basis == NULL)
    return;
  citation = jg_session_dup_citation (self->session, basis->document, basis->clause);
  quote = jg_ui_verbatim (basis->quote);
  gtk_widget_add_css_class (quote, "quoted");
  gtk_box_append (box, quote);
  gtk_box_append (box, jg_ui_link (citation, "win.show-document",
                                   g_variant_new ("(sus)", basis->document, (guint32) basis->line,
                                                  basis->quote)));
}

static void
add_day (JgFollowUpForm *self, GtkBox *card)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *field;

  self->day = gtk_entry_new ();
  g_object_set (self->day, "placeholder-text", _ ("YYYY-MM-DD"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->day), 11);
  gtk_widget_set_hexpand (self->day, TRUE);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->propose = gtk_button_new_with_label ("");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->propose))), TRUE);
  g_signal_connect_object (self->propose, "clicked", G_CALLBACK (propose_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->day);
  gtk_box_append (GTK_BOX (row), self->propose);
  self->wrong = jg_ui_label (_ ("This is no day. Write it like 2026-12-25."), "error");
  gtk_widget_set_visible (self->wrong, FALSE);
  field = jg_ui_field (card, _ ("Day of the follow-up"), row);
  gtk_box_append (GTK_BOX (field), self->wrong);
  jg_ui_set_name (self->day, _ ("Day of the follow-up"));
}

static void
add_way (JgFollowUpForm *self, GtkBox *card)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *field;

  self->way = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->way), JG_RECORD_MAX_WAY);
  g_object_set (self->way, "placeholder-text", _ ("For example by phone"), NULL);
  g_signal_connect_object (self->way, "changed", G_CALLBACK (way_changed_cb), self,
                           G_CONNECT_SWAPPED);
  field = jg_ui_field (card, _ ("Way of the follow-up"), self->way);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *chip = gtk_button_new_with_label (g_dpgettext2 (NULL, "way", ways[i]));

      g_signal_connect_object (chip, "clicked", G_CALLBACK (way_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (chips), chip);
    }
  gtk_widget_set_layout_manager (chips, jg_wrap_layout_new ());
  gtk_box_append (GTK_BOX (field), chips);
  self->calendar = gtk_button_new_with_label (_ ("Save for a Calendar…"));
  gtk_widget_set_tooltip_text (self->calendar,
                               _ ("The day and the number of the sheet; nothing of the person"));
  gtk_widget_set_halign (self->calendar, GTK_ALIGN_START);
  g_signal_connect_object (self->calendar, "clicked", G_CALLBACK (calendar_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (card, self->calendar);
}

static void
add_contacts (JgFollowUpForm *self, GtkBox *card)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *record = gtk_button_new_with_label (_ ("Record Today’s Contact"));
  GtkWidget *field;

  self->contacts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  self->note = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->note), JG_RECORD_MAX_NOTE);
  g_object_set (self->note, "placeholder-text", _ ("What came of it"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->note), 6);
  gtk_widget_set_hexpand (self->note, TRUE);
  g_signal_connect_object (self->note, "activate", G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (record))), TRUE);
  g_signal_connect_object (record, "clicked", G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->note);
  gtk_box_append (GTK_BOX (row), record);
  field = jg_ui_field (card, _ ("Contacts since"), row);
  jg_ui_set_name (self->note, _ ("What came of the contact"));
  gtk_box_append (GTK_BOX (field), GTK_WIDGET (self->contacts));
}

static void
jg_follow_up_form_dispose (GObject *object)
{
  g_clear_object (&JG_FOLLOW_UP_FORM (object)->session);

  G_OBJECT_CLASS (jg_follow_up_form_parent_class)->dispose (object);
}

static void
jg_follow_up_form_class_init (JgFollowUpFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_follow_up_form_dispose;
}

static void
jg_follow_up_form_init (JgFollowUpForm *self)
{
}

/**
 * jg_follow_up_form_new:
 * @session: what the pages share
 *
 * Makes the section.
 *
 * Returns: (transfer floating): the section
 */
GtkWidget *
jg_follow_up_form_new (JgSession *session)
{
  JgFollowUpForm *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *section, *card;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_FOLLOW_UP_FORM, NULL);
  self->session = g_object_ref (session);
  section = jg_ui_section (GTK_BOX (box), _ ("Follow-up"), NULL);
  card = jg_ui_card (GTK_BOX (section));
  add_day (self, GTK_BOX (card));
  add_basis (self, GTK_BOX (card));
  add_way (self, GTK_BOX (card));
  add_contacts (self, GTK_BOX (card));
  adw_bin_set_child (ADW_BIN (self), box);
  show_values (self);
  g_signal_connect_object (session, "replaced", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
