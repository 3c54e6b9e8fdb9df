/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-preferences.h"

#include <glib/gi18n.h>

#include "cases/jg-case-preferences.h"
#include "jg-pack-row.h"
#include "jg-packs-bar.h"
#include "jg-ui.h"

struct _JgPreferences
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *office_name;
  GtkWidget *office_address;
  GtkWidget *office_phone;
  GtkWidget *counsellor;
  GtkScale *text_scale;
  AdwComboRow *color_scheme;
  GtkEditable *as_of;
  GtkWidget *as_of_status;
  AdwPreferencesPage *packs_page;
  AdwPreferencesGroup *packs;
  JgPacksBar *packs_bar;

  JgSession *session;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgPreferences, jg_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const schemes[] = { "system", "light", "dark" };

static gboolean
scheme_to_index (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *scheme = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (scheme, schemes[i]))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
index_to_scheme (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint index = g_value_get_uint (value);

  return index < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[index]) : NULL;
}

static void
update_as_of_status (JgPreferences *self)
{
  const char *text = gtk_editable_get_text (self->as_of);
  g_autofree char *status = NULL;

  if (*text != '\0' && !jg_session_is_date (text))
    {
      status = g_strdup (_ ("Write a date as YYYY-MM-DD."));
      gtk_widget_add_css_class (GTK_WIDGET (self->as_of), "error");
    }
  else
    {
      status = g_strdup_printf (jg_session_is_practice (self->session)
                                    ? _ ("Everything is judged as of %s, for practice.")
                                    : _ ("Everything is judged as of today, %s."),
                                jg_session_get_as_of (self->session));
      gtk_widget_remove_css_class (GTK_WIDGET (self->as_of), "error");
    }
  gtk_label_set_text (GTK_LABEL (self->as_of_status), status);
}

static void
as_of_changed_cb (JgPreferences *self)
{
  const char *text;

  g_assert (JG_IS_PREFERENCES (self));

  if (self->session == NULL || self->updating)
    return;
  text = gtk_editable_get_text (self->as_of);
  if (*text == '\0')
    jg_session_set_as_of (self->session, NULL);
  else if (jg_session_is_date (text))
    jg_session_set_as_of (self->session, text);
  update_as_of_status (self);
}

static void
jg_preferences_dispose (GObject *object)
{
  g_clear_object (&JG_PREFERENCES (object)->session);

  G_OBJECT_CLASS (jg_preferences_parent_class)->dispose (object);
}

static void
jg_preferences_class_init (JgPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_preferences_dispose;
  g_type_ensure (JG_TYPE_PACKS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, office_name);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, office_address);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, office_phone);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, counsellor);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, text_scale);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, as_of);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, as_of_status);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, packs_page);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, packs);
  gtk_widget_class_bind_template_child (widget_class, JgPreferences, packs_bar);
  gtk_widget_class_bind_template_callback (widget_class, as_of_changed_cb);
}

static void
jg_preferences_init (JgPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_packs (JgPreferences *self, JgPacks *packs)
{
  GPtrArray *infos = packs != NULL ? jg_packs_list (packs) : NULL;

  if (infos == NULL || infos->len == 0)
    {
      adw_preferences_window_remove (ADW_PREFERENCES_WINDOW (self), self->packs_page);
      return;
    }
  for (guint i = 0; i < infos->len; i++)
    adw_preferences_group_add (self->packs, jg_pack_row_new (packs, g_ptr_array_index (infos, i)));
  jg_packs_bar_set_packs (self->packs_bar, packs);
}

/**
 * jg_preferences_new:
 * @session: what the pages share
 * @packs: (nullable): the packs that can be switched on
 * @desk: the store of cases at this desk
 *
 * Makes the preferences window. The practice date goes to the session only, never to disk.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_preferences_new (JgSession *session, JgPacks *packs, JgCaseDesk *desk)
{
  JgPreferences *self;
  GSettings *settings;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_PREFERENCES, NULL);
  self->session = g_object_ref (session);
  settings = jg_session_get_settings (session);
  g_settings_bind (settings, "office-name", self->office_name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "office-address", self->office_address, "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "office-phone", self->office_phone, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "counsellor", self->counsellor, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-scale", gtk_range_get_adjustment (GTK_RANGE (self->text_scale)),
                   "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "color-scheme", self->color_scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_index, index_to_scheme, NULL,
                                NULL);
  for (int i = 0; i < 5; i++)
    {
      const double values[] = { 1.0, 1.25, 1.5, 1.75, 2.0 };
      g_autofree char *mark = g_strdup_printf ("%d %%", (int) (values[i] * 100));

      gtk_scale_add_mark (self->text_scale, values[i], GTK_POS_BOTTOM, mark);
    }
  add_packs (self, packs);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (jg_case_preferences_new (desk)));
  self->updating = TRUE;
  if (jg_session_is_practice (session))
    gtk_editable_set_text (self->as_of, jg_session_get_as_of (session));
  self->updating = FALSE;
  update_as_of_status (self);
  return GTK_WIDGET (self);
}
