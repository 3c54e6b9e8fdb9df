/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-provider.h"

#include "catalogue/jg-search.h"
#include "jg-config.h"
#include "jg-shell-search.h"

#define OBJECT_PATH "/com/example/JobGuide/SearchProvider"
/* The overview shows a handful; the rest is what “Show more” opens in the window. */
#define MAX_RESULTS 20
#define MAX_DESCRIPTION 120 /* characters */

struct _JgSearchProvider
{
  GObject parent_instance;

  JgApplication *application; /* borrowed: the application owns the provider */
  JgShellSearchProvider2 *skeleton;
  JgCatalogue *catalogue; /* of which search was made */
  JgSearch *search;
};

G_DEFINE_FINAL_TYPE (JgSearchProvider, jg_search_provider, G_TYPE_OBJECT)

/* NULL when there is no catalogue: then nothing is found, and the window says why when it opens. */
static JgSearch *
get_search (JgSearchProvider *self)
{
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue = jg_application_get_catalogue (self->application, &error);

  if (catalogue == NULL)
    {
      g_debug ("No search from the desktop: %s", error->message);
      return NULL;
    }
  if (g_set_object (&self->catalogue, catalogue))
    {
      g_clear_object (&self->search);
      self->search = jg_search_new (catalogue);
    }
  return self->search;
}

static char *
join_terms (const char *const *terms)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) terms);

  return g_strdup (g_strstrip (joined));
}

/* Ids of the occupations found for certain: the overview has no room to say that a hit is only similar. */
static char **
find (JgSearchProvider *self, const char *const *terms)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *query = join_terms (terms);
  JgSearch *search = get_search (self);

  if (search != NULL && *query != '\0')
    {
      g_autoptr (GPtrArray) hits = jg_search_query (search, query, MAX_RESULTS);

      for (guint i = 0; i < hits->len; i++)
        {
          const JgSearchHit *hit = g_ptr_array_index (hits, i);

          if (!hit->near)
            g_strv_builder_add (ids, hit->occupation->id);
        }
    }
  return g_strv_builder_end (ids);
}

/* Service processes leave when nobody asks any more; a question keeps them a little longer. */
static void
stay_awake (JgSearchProvider *self)
{
  g_application_hold (G_APPLICATION (self->application));
  g_application_release (G_APPLICATION (self->application));
}

static gboolean
get_initial_result_set_cb (JgSearchProvider *self,
                           GDBusMethodInvocation *invocation,
                           const char *const *terms)
{
  g_auto (GStrv) ids = find (self, terms);

  stay_awake (self);
  jg_shell_search_provider2_complete_get_initial_result_set (self->skeleton, invocation,
                                                             (const char *const *) ids);
  return TRUE;
}

/* The former results are not used: a longer query may hit in a higher field than a shorter one. */
static gboolean
get_subsearch_result_set_cb (JgSearchProvider *self,
                             GDBusMethodInvocation *invocation,
                             const char *const *previous,
                             const char *const *terms)
{
  g_auto (GStrv) ids = find (self, terms);

  stay_awake (self);
  jg_shell_search_provider2_complete_get_subsearch_result_set (self->skeleton, invocation,
                                                               (const char *const *) ids);
  return TRUE;
}

static char *
describe (const JgOccupation *occupation)
{
  g_autofree char *code = g_strdup_printf ("%s（%s 版）", occupation->code, occupation->edition);
  g_autofree char *start = NULL;

  if (occupation->definition == NULL)
    return g_steal_pointer (&code);
  if (g_utf8_strlen (occupation->definition, -1) <= MAX_DESCRIPTION)
    return g_strdup_printf ("%s %s", code, occupation->definition);
  start = g_utf8_substring (occupation->definition, 0, MAX_DESCRIPTION);
  return g_strdup_printf ("%s %s…", code, start);
}

static gboolean
get_result_metas_cb (JgSearchProvider *self,
                     GDBusMethodInvocation *invocation,
                     const char *const *identifiers)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; get_search (self) != NULL && identifiers[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (self->catalogue, identifiers[i]);
      g_autofree char *description = NULL;

      if (occupation == NULL)
        continue;
      description = describe (occupation);
      g_variant_builder_open (&metas, G_VARIANT_TYPE ("a{sv}"));
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (identifiers[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (occupation->name));
      g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (description));
      g_variant_builder_add (&metas, "{sv}", "icon", serialized);
      g_variant_builder_close (&metas);
    }
  stay_awake (self);
  jg_shell_search_provider2_complete_get_result_metas (self->skeleton, invocation,
                                                       g_variant_builder_end (&metas));
  return TRUE;
}

static gboolean
activate_result_cb (JgSearchProvider *self,
                    GDBusMethodInvocation *invocation,
                    const char *identifier,
                    const char *const *terms,
                    guint timestamp)
{
  jg_application_show (self->application, "win.show-occupation", identifier, timestamp);
  jg_shell_search_provider2_complete_activate_result (self->skeleton, invocation);
  return TRUE;
}

static gboolean
launch_search_cb (JgSearchProvider *self,
                  GDBusMethodInvocation *invocation,
                  const char *const *terms,
                  guint timestamp)
{
  g_autofree char *query = join_terms (terms);

  jg_application_show (self->application, "win.search-for", query, timestamp);
  jg_shell_search_provider2_complete_launch_search (self->skeleton, invocation);
  return TRUE;
}

static void
jg_search_provider_finalize (GObject *object)
{
  JgSearchProvider *self = JG_SEARCH_PROVIDER (object);

  g_clear_object (&self->skeleton);
  g_clear_object (&self->search);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (jg_search_provider_parent_class)->finalize (object);
}

static void
jg_search_provider_class_init (JgSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_search_provider_finalize;
}

static void
jg_search_provider_init (JgSearchProvider *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } methods[] = {
    { "handle-get-initial-result-set", G_CALLBACK (get_initial_result_set_cb) },
    { "handle-get-subsearch-result-set", G_CALLBACK (get_subsearch_result_set_cb) },
    { "handle-get-result-metas", G_CALLBACK (get_result_metas_cb) },
    { "handle-activate-result", G_CALLBACK (activate_result_cb) },
    { "handle-launch-search", G_CALLBACK (launch_search_cb) },
  };

  self->skeleton = jg_shell_search_provider2_skeleton_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    g_signal_connect_object (self->skeleton, methods[i].signal, methods[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/**
 * jg_search_provider_new:
 * @application: the application, which must outlive the provider
 *
 * Makes a provider that answers nobody yet.
 *
 * Returns: (transfer full): the provider
 */
JgSearchProvider *
jg_search_provider_new (JgApplication *application)
{
  JgSearchProvider *self;

  g_return_val_if_fail (JG_IS_APPLICATION (application), NULL);

  self = g_object_new (JG_TYPE_SEARCH_PROVIDER, NULL);
  self->application = application;
  return self;
}

/**
 * jg_search_provider_export:
 * @self: a provider
 * @connection: the session bus
 * @error: return location for an error of #GDBusError or #GIOErrorEnum
 *
 * Answers the searches of the desktop from now on.
 *
 * Returns: whether it does
 */
gboolean
jg_search_provider_export (JgSearchProvider *self, GDBusConnection *connection, GError **error)
{
  g_return_val_if_fail (JG_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection,
                                           OBJECT_PATH, error);
}

/**
 * jg_search_provider_unexport:
 * @self: a provider
 *
 * Stops answering; nothing happens when it never began.
 */
void
jg_search_provider_unexport (JgSearchProvider *self)
{
  g_return_if_fail (JG_IS_SEARCH_PROVIDER (self));

  if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->skeleton)) != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}
