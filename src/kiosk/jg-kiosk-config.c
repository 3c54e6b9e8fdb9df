/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-config.h"

typedef struct
{
  const char *key;
  gsize offset;
} Field;

static const Field texts[] = {
  { "notice", G_STRUCT_OFFSET (JgKioskConfig, notice) },
  { "office", G_STRUCT_OFFSET (JgKioskConfig, office) },
  { "hours", G_STRUCT_OFFSET (JgKioskConfig, hours) },
  { "printer", G_STRUCT_OFFSET (JgKioskConfig, printer) },
  { "passphrase", G_STRUCT_OFFSET (JgKioskConfig, passphrase) },
};

static const Field numbers[] = {
  { "idle-seconds", G_STRUCT_OFFSET (JgKioskConfig, idle) },
  { "countdown-seconds", G_STRUCT_OFFSET (JgKioskConfig, countdown) },
  { "max-prints", G_STRUCT_OFFSET (JgKioskConfig, max_prints) },
};

static char **
text_at (const JgKioskConfig *self, const Field *field)
{
  return (char **) G_STRUCT_MEMBER_P (self, field->offset);
}

static guint *
number_at (const JgKioskConfig *self, const Field *field)
{
  return (guint *) G_STRUCT_MEMBER_P (self, field->offset);
}

/**
 * jg_kiosk_config_new:
 * @settings: settings of the schema com.example.JobGuide.kiosk
 *
 * Reads what the administrator set.
 *
 * Returns: (transfer full): the configuration
 */
JgKioskConfig *
jg_kiosk_config_new (GSettings *settings)
{
  JgKioskConfig *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_new0 (JgKioskConfig, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *text_at (self, &texts[i]) = g_settings_get_string (settings, texts[i].key);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    *number_at (self, &numbers[i]) = g_settings_get_uint (settings, numbers[i].key);
  return self;
}

/**
 * jg_kiosk_config_new_from_text:
 * @text: what jg_kiosk_config_to_text() wrote
 * @error: return location for a #GVariantParseError
 *
 * Reads a configuration handed from one process to the other; what it does not name is empty or 0.
 *
 * Returns: (transfer full) (nullable): the configuration, or %NULL with @error
 */
JgKioskConfig *
jg_kiosk_config_new_from_text (const char *text, GError **error)
{
  g_autoptr (GVariant) values = NULL;
  JgKioskConfig *self;

  g_return_val_if_fail (text != NULL, NULL);

  values = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, error);
  if (values == NULL)
    return NULL;
  self = g_new0 (JgKioskConfig, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!g_variant_lookup (values, texts[i].key, "s", text_at (self, &texts[i])))
      *text_at (self, &texts[i]) = g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_variant_lookup (values, numbers[i].key, "u", number_at (self, &numbers[i]));
  return self;
}

/**
 * jg_kiosk_config_to_text:
 * @self: a configuration
 *
 * Writes the configuration for the process that shows the kiosk. The passphrase stays out: that process
 * has no use for it.
 *
 * Returns: (transfer full): a line of text
 */
char *
jg_kiosk_config_to_text (const JgKioskConfig *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) values = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = *text_at (self, &texts[i]);

      /* That there is one is all the other side needs to know. */
      if (g_str_equal (texts[i].key, "passphrase") && *text != '\0')
        text = "*";
      g_variant_dict_insert (&dict, texts[i].key, "s", text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_variant_dict_insert (&dict, numbers[i].key, "u", *number_at (self, &numbers[i]));
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (values, TRUE);
}

/**
 * jg_kiosk_config_free:
 * @self: a configuration
 *
 * Frees it.
 */
void
jg_kiosk_config_free (JgKioskConfig *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*text_at (self, &texts[i]));
  g_free (self);
}
