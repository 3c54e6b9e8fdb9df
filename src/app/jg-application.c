/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-application.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "jg-config.h"
#include "jg-search-provider.h"
#include "jg-session.h"
#include "jg-window.h"

/* How long a process without a window waits for the next search from the desktop, in ms. */
#define IDLE_SERVICE 60000

struct _JgApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  JgCatalogue *catalogue; /* NULL until somebody asks */
  JgPacks *packs;         /* NULL with a catalogue of one's own */
  JgSearchProvider *search_provider;
  char *catalogue_path;
  char *as_of;
  int base_dpi;
};

G_DEFINE_FINAL_TYPE (JgApplication, jg_application, ADW_TYPE_APPLICATION)

static void
update_color_scheme_cb (JgApplication *self)
{
  g_autofree char *scheme = NULL;
  AdwColorScheme wanted = ADW_COLOR_SCHEME_DEFAULT;

  g_assert (JG_IS_APPLICATION (self));

  scheme = g_settings_get_string (self->settings, "color-scheme");
  if (g_str_equal (scheme, "light"))
    wanted = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    wanted = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      wanted);
}

static void
update_text_scale_cb (JgApplication *self)
{
  GtkSettings *gtk_settings = gtk_settings_get_default ();
  double scale;

  g_assert (JG_IS_APPLICATION (self));

  if (gtk_settings == NULL)
    return;
  scale = g_settings_get_double (self->settings, "text-scale");
  if (self->base_dpi == 0)
    {
      if (scale == 1.0)
        return;
      g_object_get (gtk_settings, "gtk-xft-dpi", &self->base_dpi, NULL);
      if (self->base_dpi <= 0)
        self->base_dpi = 96 * PANGO_SCALE;
    }
  g_object_set (gtk_settings, "gtk-xft-dpi", (int) (self->base_dpi * scale + 0.5), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *app = GTK_APPLICATION (user_data);
  GList *windows = g_list_copy (gtk_application_get_windows (app));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free (windows);
}

static void
add_accels (JgApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } map[] = {
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.search", { "<Control>f" } },
    { "win.back", { "<Alt>Left" } },
    { "win.page::occupations", { "<Control>1" } },
    { "win.page::jobseeker", { "<Control>2" } },
    { "win.page::policies", { "<Control>3" } },
    { "win.page::courses", { "<Control>4" } },
    { "win.step(0)", { "<Alt>1" } },
    { "win.step(1)", { "<Alt>2" } },
    { "win.step(2)", { "<Alt>3" } },
    { "win.step(3)", { "<Alt>4" } },
    { "win.step(4)", { "<Alt>5" } },
    { "win.step(5)", { "<Alt>6" } },
    { "win.compare-this", { "<Control>d" } },
    { "win.compare", { "<Control><Shift>d" } },
    { "win.new-session", { "<Control>n" } },
    { "win.open-profile", { "<Control>o" } },
    { "win.cases", { "<Control>j" } },
    { "win.case-keep", { "<Control>k" } },
    { "win.case-lock", { "<Control>l" } },
    { "win.case-unlock", { "<Control>u" } },
    { "win.print", { "<Control>p" } },
    { "win.save-pdf", { "<Control>s" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.show-help-overlay", { "<Control>question" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (map); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), map[i].action, map[i].accels);
}

static void
jg_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = { { .name = "quit", .activate = quit_cb } };
  JgApplication *self = JG_APPLICATION (application);

  G_APPLICATION_CLASS (jg_application_parent_class)->startup (application);

  /* Much of the content is selectable text; reaching it with Tab should not mark all of it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_accels (self);
  gtk_window_set_default_icon_name (APPLICATION_ID);

  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (update_color_scheme_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::text-scale", G_CALLBACK (update_text_scale_cb),
                           self, G_CONNECT_SWAPPED);
  update_color_scheme_cb (self);
  update_text_scale_cb (self);
}

static void
catalogue_changed_cb (JgApplication *self)
{
  g_assert (JG_IS_APPLICATION (self));

  g_set_object (&self->catalogue, jg_packs_get_catalogue (self->packs));
}

static void
jg_application_activate (GApplication *application)
{
  JgApplication *self = JG_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgSession) session = NULL;
      JgCatalogue *catalogue = jg_application_get_catalogue (self, &error);

      if (catalogue != NULL)
        session = jg_session_new (catalogue, self->settings, self->as_of);
      window = GTK_WINDOW (jg_window_new (self, session, error));
    }
  gtk_window_present (window);
}

/* The desktop asks the process that has the name; a second one with its own catalogue stays out of it. */
static gboolean
jg_application_dbus_register (GApplication *application,
                              GDBusConnection *connection,
                              const char *object_path,
                              GError **error)
{
  JgApplication *self = JG_APPLICATION (application);

  if (!G_APPLICATION_CLASS (jg_application_parent_class)
           ->dbus_register (application, connection, object_path, error))
    return FALSE;
  if (g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE)
    return TRUE;
  self->search_provider = jg_search_provider_new (self);
  return jg_search_provider_export (self->search_provider, connection, error);
}

static void
jg_application_dbus_unregister (GApplication *application,
                                GDBusConnection *connection,
                                const char *object_path)
{
  JgApplication *self = JG_APPLICATION (application);

  if (self->search_provider != NULL)
    jg_search_provider_unexport (self->search_provider);
  g_clear_object (&self->search_provider);

  G_APPLICATION_CLASS (jg_application_parent_class)
      ->dbus_unregister (application, connection, object_path);
}

static int
jg_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  JgApplication *self = JG_APPLICATION (application);
  g_autoptr (GVariant) path = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      printf ("JobGuide %s\n", PACKAGE_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "as-of", "s", &self->as_of) &&
      !jg_session_is_date (self->as_of))
    {
      fprintf (stderr, _ ("“%s” is not a date; write it as YYYY-MM-DD.\n"), self->as_of);
      return 2;
    }
  path = g_variant_dict_lookup_value (options, "catalogue", G_VARIANT_TYPE_BYTESTRING);
  if (path != NULL)
    self->catalogue_path = g_variant_dup_bytestring (path, NULL);
  /* A window with its own catalogue or date must not be the one that is already open. */
  if (self->catalogue_path != NULL || self->as_of != NULL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
jg_application_finalize (GObject *object)
{
  JgApplication *self = JG_APPLICATION (object);

  g_clear_object (&self->search_provider);
  g_clear_object (&self->packs);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->catalogue_path, g_free);
  g_clear_pointer (&self->as_of, g_free);

  G_OBJECT_CLASS (jg_application_parent_class)->finalize (object);
}

static void
jg_application_class_init (JgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jg_application_finalize;
  application_class->startup = jg_application_startup;
  application_class->activate = jg_application_activate;
  application_class->dbus_register = jg_application_dbus_register;
  application_class->dbus_unregister = jg_application_dbus_unregister;
  application_class->handle_local_options = jg_application_handle_local_options;
}

static void
jg_application_init (JgApplication *self)
{
  static const GOptionEntry options[] = {
    { "kiosk", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the kiosk and nothing else"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this catalogue"), N_ ("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Judge as of this date, for practice"),
      N_ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_inactivity_timeout (G_APPLICATION (self), IDLE_SERVICE);
}

/**
 * jg_application_new:
 *
 * Makes the application, ready to run.
 *
 * Returns: (transfer full): the application
 */
JgApplication *
jg_application_new (void)
{
  return g_object_new (JG_TYPE_APPLICATION, "application-id", APPLICATION_ID, "resource-base-path",
                       "/com/example/JobGuide", NULL);
}

/**
 * jg_application_get_settings:
 * @self: an application that has started
 *
 * Gets the stored preferences.
 *
 * Returns: (transfer none): the settings
 */
GSettings *
jg_application_get_settings (JgApplication *self)
{
  g_return_val_if_fail (JG_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * jg_application_get_catalogue:
 * @self: an application
 * @error: return location for a #JgCatalogueError
 *
 * Gets the catalogue that the window and the searches of the desktop share, opening it if need be.
 *
 * Returns: (transfer none) (nullable): the catalogue, or %NULL with @error
 */
JgCatalogue *
jg_application_get_catalogue (JgApplication *self, GError **error)
{
  g_return_val_if_fail (JG_IS_APPLICATION (self), NULL);

  if (self->catalogue != NULL)
    return self->catalogue;
  self->catalogue = self->catalogue_path != NULL ? jg_catalogue_open (self->catalogue_path, error)
                                                 : jg_catalogue_open_default (error);
  /* Who names a catalogue wants that one as it is. */
  if (self->catalogue != NULL && self->catalogue_path == NULL)
    {
      self->packs = jg_packs_new (self->catalogue, self->settings);
      g_signal_connect_object (self->packs, "catalogue-changed", G_CALLBACK (catalogue_changed_cb),
                               self, G_CONNECT_SWAPPED);
      catalogue_changed_cb (self);
    }
  return self->catalogue;
}

/**
 * jg_application_get_packs:
 * @self: an application
 *
 * Gets the packs that can be switched on.
 *
 * Returns: (transfer none) (nullable): the switchboard; %NULL before the catalogue is open, and with a
 *   catalogue of one's own
 */
JgPacks *
jg_application_get_packs (JgApplication *self)
{
  g_return_val_if_fail (JG_IS_APPLICATION (self), NULL);

  return self->packs;
}

/**
 * jg_application_show:
 * @self: an application that has started
 * @action: an action of the window that takes a string
 * @text: what it is to show
 * @timestamp: time of the person’s doing that led here, in ms of the window system; 0 when unknown
 *
 * Brings the window to the front, making it if need be, and lets it show something.
 */
void
jg_application_show (JgApplication *self, const char *action, const char *text, guint32 timestamp)
{
  GtkWindow *window;

  g_return_if_fail (JG_IS_APPLICATION (self));
  g_return_if_fail (action != NULL && text != NULL);

  g_application_activate (G_APPLICATION (self));
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (window), action, "s", text);
  gtk_window_present_with_time (window, timestamp);
}
