/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-wish-step.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-form.h"
#include "jg-interests.h"
#include "jg-words-field.h"

struct _JgWishStep
{
  AdwBin parent_instance;

  JgSession *session;
  GtkWidget *wish;
  GtkWidget *experience;
  GtkWidget *skill;
  GtkWidget *chips;
  GtkWidget *add;
  GtkWidget *wants;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgWishStep, jg_wish_step, ADW_TYPE_BIN)

static void
set_skills (JgWishStep *self, GPtrArray *skills)
{
  g_ptr_array_add (skills, NULL);
  jg_profile_set_skills (jg_session_get_profile (self->session),
                         (const char *const *) skills->pdata);
}

static void update_chips (JgWishStep *self);

static void
remove_clicked_cb (JgWishStep *self, GtkButton *button)
{
  const char *gone = g_object_get_data (G_OBJECT (button), "skill");
  const char *const *skills = jg_profile_get_skills (jg_session_get_profile (self->session));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; skills[i] != NULL; i++)
    if (!g_str_equal (skills[i], gone))
      g_ptr_array_add (kept, g_strdup (skills[i]));
  set_skills (self, kept);
  update_chips (self);
  gtk_widget_grab_focus (self->skill);
  jg_session_touch (self->session);
}

static void
update_chips (JgWishStep *self)
{
  const char *const *skills = jg_profile_get_skills (jg_session_get_profile (self->session));
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->chips), 0)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), GTK_WIDGET (child));
  for (gsize i = 0; skills[i] != NULL; i++)
    {
      GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
      GtkWidget *around = gtk_flow_box_child_new ();
      g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), skills[i]);

      gtk_widget_add_css_class (chip, "chip");
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_set_tooltip_text (button, name);
      jg_ui_set_name (button, name);
      g_object_set_data_full (G_OBJECT (button), "skill", g_strdup (skills[i]), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (chip), jg_ui_label (skills[i], NULL));
      gtk_box_append (GTK_BOX (chip), button);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (around), chip);
      /* The button inside is what the keyboard needs; the child around it is no stop of its own. */
      gtk_widget_set_focusable (around, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (self->chips), around);
    }
  gtk_widget_set_visible (self->chips, skills[0] != NULL);
}

static void
add_skill_cb (JgWishStep *self)
{
  const char *const *skills = jg_profile_get_skills (jg_session_get_profile (self->session));
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; skills[i] != NULL; i++)
    g_ptr_array_add (all, g_strdup (skills[i]));
  words =
      g_regex_split_simple ("[、，,；;]", gtk_editable_get_text (GTK_EDITABLE (self->skill)), 0, 0);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_strstrip (words[i]);
      if (*words[i] != '\0' && !g_ptr_array_find_with_equal_func (all, words[i], g_str_equal, NULL))
        g_ptr_array_add (all, g_strdup (words[i]));
    }
  gtk_editable_set_text (GTK_EDITABLE (self->skill), "");
  set_skills (self, all);
  update_chips (self);
  jg_session_touch (self->session);
}

static void
skill_changed_cb (JgWishStep *self)
{
  gtk_widget_set_sensitive (self->add, *gtk_editable_get_text (GTK_EDITABLE (self->skill)) != '\0');
}

static void
words_changed_cb (JgWishStep *self)
{
  JgProfile *profile = jg_session_get_profile (self->session);

  if (self->updating)
    return;
  jg_profile_set_wish (profile, gtk_editable_get_text (GTK_EDITABLE (self->wish)));
  jg_profile_set_experience (profile, gtk_editable_get_text (GTK_EDITABLE (self->experience)));
  jg_session_touch (self->session);
}

static void
want_toggled_cb (JgWishStep *self, GtkCheckButton *check)
{
  if (self->updating)
    return;
  jg_profile_set_wants (jg_session_get_profile (self->session),
                        g_object_get_data (G_OBJECT (check), "want"),
                        gtk_check_button_get_active (check));
  jg_session_touch (self->session);
}

static void
show_values (JgWishStep *self)
{
  JgProfile *profile = jg_session_get_profile (self->session);
  const char *wish = jg_profile_get_wish (profile);
  const char *experience = jg_profile_get_experience (profile);

  self->updating = TRUE;
  jg_ui_fill_entry (self->wish, wish);
  jg_ui_fill_entry (self->experience, experience);
  for (GtkWidget *check = gtk_widget_get_first_child (self->wants); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (check),
        jg_profile_wants (profile, g_object_get_data (G_OBJECT (check), "want")));
  self->updating = FALSE;
  update_chips (self);
}

static GtkWidget *
new_entry (JgWishStep *self, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  g_object_set (entry, "placeholder-text", placeholder, NULL);
  g_signal_connect_object (entry, "changed", G_CALLBACK (words_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return entry;
}

static void
add_skills (JgWishStep *self, GtkBox *card)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *field;

  self->skill = gtk_entry_new ();
  g_object_set (self->skill, "placeholder-text", _ ("One at a time, for example 会开三轮车"), NULL);
  gtk_widget_set_hexpand (self->skill, TRUE);
  g_signal_connect_object (self->skill, "activate", G_CALLBACK (add_skill_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skill, "changed", G_CALLBACK (skill_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->add = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_set_sensitive (self->add, FALSE);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_skill_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->skill);
  gtk_box_append (GTK_BOX (row), self->add);
  field = jg_ui_field (card, _ ("What the person can do"), row);
  jg_ui_set_name (self->skill, _ ("What the person can do"));

  self->chips = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), 8);
  jg_ui_set_name (self->chips, _ ("Skills entered"));
  gtk_box_append (GTK_BOX (field), self->chips);
}

static void
jg_wish_step_dispose (GObject *object)
{
  g_clear_object (&JG_WISH_STEP (object)->session);

  G_OBJECT_CLASS (jg_wish_step_parent_class)->dispose (object);
}

static void
jg_wish_step_class_init (JgWishStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_wish_step_dispose;
}

static void
jg_wish_step_init (JgWishStep *self)
{
}

/**
 * jg_wish_step_new:
 * @session: what the pages share
 *
 * Makes the step.
 *
 * Returns: (transfer floating): the step
 */
GtkWidget *
jg_wish_step_new (JgSession *session)
{
  JgWishStep *self;
  GtkBox *form;
  GtkWidget *card, *section;
  const char *const *nicks = jg_wants_nicks ();

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_WISH_STEP, NULL);
  self->session = g_object_ref (session);
  form =
      jg_form_new (ADW_BIN (self), C_ ("step", "Wishes and Skills"),
                   _ ("In the person’s own words. Matching compares them with the printed tasks."));
  card = jg_ui_card (form);
  self->wish = new_entry (self, _ ("For example 时间自由的活"));
  jg_ui_field (GTK_BOX (card), _ ("What the person is looking for"), self->wish);
  add_skills (self, GTK_BOX (card));
  self->experience = new_entry (self, _ ("For example 仓库分拣4年"));
  jg_ui_field (GTK_BOX (card), _ ("Experience"), self->experience);

  jg_ui_field (
      GTK_BOX (card), _ ("What the person is worried about"),
      jg_words_field_new (session, JG_RECORD_CONCERN, _ ("What the person is worried about"), 2));

  section = jg_ui_section (form, _ ("The person wants"), NULL);
  self->wants = jg_ui_card (GTK_BOX (section));
  for (gsize i = 0; nicks[i] != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (jg_wants_label (nicks[i]));

      g_object_set_data_full (G_OBJECT (check), "want", g_strdup (nicks[i]), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (want_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->wants), check);
    }
  gtk_box_append (form, jg_interests_new (session));
  show_values (self);
  g_signal_connect_object (session, "replaced", G_CALLBACK (show_values), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
