/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-office-words.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

#define MAX_CHOICES 4

struct _JgOfficeWords
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkBox *form;
  AdwPreferencesGroup *missed;
  AdwPreferencesGroup *words;
  GtkSwitch *count_switch;
  GtkWidget *word;
  GtkWidget *meaning;
  GtkBox *choices;
  GtkLabel *chosen;
  GtkWidget *by;
  GtkWidget *add;

  JgSession *session;
  char *occupation;        /* id of the one chosen, or NULL */
  GPtrArray *missed_rows;  /* (element-type GtkWidget) borrowed */
  GPtrArray *word_rows;    /* (element-type GtkWidget) borrowed */
  JgDeskAlias *removed;    /* until something else is done */
  JgDeskMissed *forgotten; /* likewise */
};

G_DEFINE_FINAL_TYPE (JgOfficeWords, jg_office_words, ADW_TYPE_WINDOW)

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* “互联网营销师 4-01-02-07（2020 版）”, or the id of an occupation that no pack knows any more. */
static char *
describe (JgOfficeWords *self, const char *id)
{
  g_autoptr (JgOccupation) occupation =
      jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), id);
  g_autofree char *code = NULL;

  if (occupation == NULL)
    return g_strdup (id);
  code = jg_ui_dup_code (occupation->code, occupation->edition);
  return g_strdup_printf ("%s %s", occupation->name, code);
}

static void
update_add (JgOfficeWords *self)
{
  g_autofree char *text = self->occupation != NULL ? describe (self, self->occupation) : NULL;
  g_autofree char *said =
      g_strdup_printf (_ ("Means: %s"), text != NULL ? text : _ ("not chosen yet"));

  gtk_label_set_text (self->chosen, said);
  gtk_widget_set_sensitive (self->add,
                            self->occupation != NULL && *get_text (self->word) != '\0' &&
                                jg_desk_is_writable (jg_session_get_desk (self->session)));
}

static void
choose (JgOfficeWords *self, const char *id)
{
  g_free (self->occupation);
  self->occupation = g_strdup (id);
  update_add (self);
}

static void
choice_cb (JgOfficeWords *self, GtkWidget *button)
{
  choose (self, g_object_get_data (G_OBJECT (button), "occupation"));
  jg_ui_clear (self->choices);
  gtk_widget_grab_focus (self->by);
}

static void
meaning_changed_cb (JgOfficeWords *self)
{
  g_autofree char *query = g_strstrip (g_strdup (get_text (self->meaning)));
  g_autoptr (GPtrArray) hits = NULL;

  jg_ui_clear (self->choices);
  if (*query == '\0')
    return;
  hits = jg_search_query (jg_session_get_search (self->session), query, MAX_CHOICES);
  for (guint i = 0; i < hits->len; i++)
    {
      const JgSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *text = describe (self, hit->occupation->id);
      GtkWidget *button = NULL;

      /* Words stay when a pack is switched off, so they only mean what is always there. */
      if (!g_str_equal (hit->occupation->provenance, "official"))
        continue;
      button = jg_ui_link (text, NULL, NULL);

      g_object_set_data_full (G_OBJECT (button), "occupation", g_strdup (hit->occupation->id),
                              g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->choices, button);
    }
  if (hits->len == 0)
    gtk_box_append (self->choices, jg_ui_label (_ ("No such occupation."), "remark"));
}

static void
complain (JgOfficeWords *self, const GError *error)
{
  jg_ui_show_error (GTK_WIDGET (self), _ ("This Was Not Kept"), error->message);
}

static void
add_cb (JgOfficeWords *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDeskAlias) alias = NULL;
  g_autofree char *today = dup_today ();

  alias = jg_desk_add_alias (jg_session_get_desk (self->session), get_text (self->word),
                             self->occupation, today, get_text (self->by), &error);
  if (alias == NULL)
    {
      complain (self, error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->word), "");
  gtk_editable_set_text (GTK_EDITABLE (self->meaning), "");
  choose (self, NULL);
  gtk_widget_grab_focus (self->word);
}

static void
offer_undo (JgOfficeWords *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "words.undo");
  adw_toast_set_timeout (toast, 15);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
forget_undo (JgOfficeWords *self)
{
  g_clear_pointer (&self->removed, jg_desk_alias_unref);
  g_clear_pointer (&self->forgotten, jg_desk_missed_unref);
}

static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgOfficeWords *self = JG_OFFICE_WORDS (widget);
  JgDesk *desk = jg_session_get_desk (self->session);
  g_autoptr (JgDeskAlias) removed = g_steal_pointer (&self->removed);
  g_autoptr (JgDeskMissed) forgotten = g_steal_pointer (&self->forgotten);
  g_autoptr (JgDeskAlias) alias = NULL;
  g_autoptr (GError) error = NULL;

  if (removed != NULL)
    alias = jg_desk_add_alias (desk, removed->text, removed->occupation, removed->date, removed->by,
                               &error);
  if (forgotten != NULL)
    jg_desk_restore_missed (desk, forgotten, &error);
  if (error != NULL)
    complain (self, error);
}

static void
remove_word_cb (JgOfficeWords *self, GtkWidget *button)
{
  g_autoptr (JgDeskAlias) alias = jg_desk_alias_ref (g_object_get_data (G_OBJECT (button), "item"));
  g_autoptr (GError) error = NULL;

  forget_undo (self);
  if (!jg_desk_remove_alias (jg_session_get_desk (self->session), alias, &error))
    {
      complain (self, error);
      return;
    }
  self->removed = g_steal_pointer (&alias);
  offer_undo (self, _ ("The word is removed."));
}

static void
use_missed_cb (JgOfficeWords *self, GtkWidget *button)
{
  JgDeskMissed *missed = g_object_get_data (G_OBJECT (button), "item");

  gtk_editable_set_text (GTK_EDITABLE (self->word), missed->text);
  gtk_widget_grab_focus (self->meaning);
}

static void
forget_missed_cb (JgOfficeWords *self, GtkWidget *button)
{
  g_autoptr (JgDeskMissed) missed =
      jg_desk_missed_ref (g_object_get_data (G_OBJECT (button), "item"));
  g_autoptr (GError) error = NULL;

  forget_undo (self);
  if (!jg_desk_forget_missed (jg_session_get_desk (self->session), missed->text, &error))
    {
      complain (self, error);
      return;
    }
  self->forgotten = g_steal_pointer (&missed);
  offer_undo (self, _ ("It is no longer listed."));
}

static GtkWidget *
new_button (JgOfficeWords *self,
            const char *label,
            const char *name,
            gpointer item,
            GDestroyNotify free_item,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  jg_ui_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "item", item, free_item);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, GPtrArray *rows, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return row;
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
show_words (JgOfficeWords *self)
{
  g_autoptr (GPtrArray) aliases = jg_desk_list_aliases (jg_session_get_desk (self->session));

  clear_rows (self->words, self->word_rows);
  if (aliases->len == 0)
    add_row (self->words, self->word_rows, _ ("None yet"), NULL);
  for (guint i = 0; i < aliases->len; i++)
    {
      JgDeskAlias *alias = g_ptr_array_index (aliases, i);
      g_autofree char *meaning = describe (self, alias->occupation);
      g_autofree char *subtitle = g_strdup_printf ("%s · %s %s", meaning, alias->date, alias->by);
      g_autofree char *name = g_strdup_printf (_ ("Remove the word “%s”"), alias->text);
      GtkWidget *row = add_row (self->words, self->word_rows, alias->text, subtitle);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 new_button (self, _ ("Remove"), name, jg_desk_alias_ref (alias),
                                             (GDestroyNotify) jg_desk_alias_unref,
                                             G_CALLBACK (remove_word_cb)));
    }
}

static void
show_missed (JgOfficeWords *self)
{
  g_autoptr (GPtrArray) list = jg_desk_list_missed (jg_session_get_desk (self->session));

  clear_rows (self->missed, self->missed_rows);
  if (list->len == 0)
    add_row (self->missed, self->missed_rows, _ ("Nothing so far"), NULL);
  for (guint i = 0; i < list->len; i++)
    {
      JgDeskMissed *missed = g_ptr_array_index (list, i);
      g_autofree char *times =
          g_strdup_printf (ngettext ("%u time", "%u times", missed->count), missed->count);
      g_autofree char *subtitle = g_strdup_printf (_ ("%s, last on %s"), times, missed->last);
      g_autofree char *use = g_strdup_printf (_ ("Add “%s” as a word"), missed->text);
      g_autofree char *drop = g_strdup_printf (_ ("List “%s” no longer"), missed->text);
      GtkWidget *row = add_row (self->missed, self->missed_rows, missed->text, subtitle);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 new_button (self, _ ("Add"), use, jg_desk_missed_ref (missed),
                                             (GDestroyNotify) jg_desk_missed_unref,
                                             G_CALLBACK (use_missed_cb)));
      adw_action_row_add_suffix (
          ADW_ACTION_ROW (row),
          new_button (self, _ ("Not Listed"), drop, jg_desk_missed_ref (missed),
                      (GDestroyNotify) jg_desk_missed_unref, G_CALLBACK (forget_missed_cb)));
    }
}

static void
desk_changed_cb (JgOfficeWords *self)
{
  show_words (self);
  show_missed (self);
}

static void
build_form (JgOfficeWords *self)
{
  g_autofree char *counsellor =
      g_settings_get_string (jg_session_get_settings (self->session), "counsellor");

  if (jg_session_get_desk_trouble (self->session) != NULL)
    gtk_box_append (self->form, jg_ui_label (jg_session_get_desk_trouble (self->session), "error"));
  self->word = gtk_entry_new ();
  jg_ui_field (self->form, _ ("Everyday word"), self->word);
  self->meaning = gtk_entry_new ();
  jg_ui_field (self->form, _ ("Find the occupation it means"), self->meaning);
  self->choices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (self->form, GTK_WIDGET (self->choices));
  self->chosen = GTK_LABEL (jg_ui_label ("", NULL));
  gtk_box_append (self->form, GTK_WIDGET (self->chosen));
  self->by = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->by), counsellor);
  jg_ui_field (self->form, _ ("Name of who adds it"), self->by);
  self->add = gtk_button_new_with_label (_ ("Keep the Word"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_box_append (self->form, self->add);
  g_signal_connect_object (self->word, "changed", G_CALLBACK (update_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->meaning, "changed", G_CALLBACK (meaning_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

static void
jg_office_words_dispose (GObject *object)
{
  JgOfficeWords *self = JG_OFFICE_WORDS (object);

  forget_undo (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->occupation, g_free);
  g_clear_pointer (&self->missed_rows, g_ptr_array_unref);
  g_clear_pointer (&self->word_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (jg_office_words_parent_class)->dispose (object);
}

static void
jg_office_words_class_init (JgOfficeWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_office_words_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-office-words.ui");
  gtk_widget_class_bind_template_child (widget_class, JgOfficeWords, toasts);
  gtk_widget_class_bind_template_child (widget_class, JgOfficeWords, form);
  gtk_widget_class_bind_template_child (widget_class, JgOfficeWords, missed);
  gtk_widget_class_bind_template_child (widget_class, JgOfficeWords, words);
  gtk_widget_class_bind_template_child (widget_class, JgOfficeWords, count_switch);
  gtk_widget_class_install_action (widget_class, "words.undo", NULL, undo_cb);
}

static void
jg_office_words_init (JgOfficeWords *self)
{
  self->missed_rows = g_ptr_array_new ();
  self->word_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jg_office_words_new:
 * @session: what the pages share
 * @occupation: (nullable): id of the occupation that a word is to be added to
 *
 * Makes the window in which an office keeps its everyday words and sees which searches found nothing.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_office_words_new (JgSession *session, const char *occupation)
{
  JgOfficeWords *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_OFFICE_WORDS, NULL);
  self->session = g_object_ref (session);
  g_settings_bind (jg_session_get_settings (session), "count-missed-searches", self->count_switch,
                   "active", G_SETTINGS_BIND_DEFAULT);
  build_form (self);
  choose (self, occupation);
  desk_changed_cb (self);
  g_signal_connect_object (jg_session_get_desk (session), "changed", G_CALLBACK (desk_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
