/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person said should not stay in memory that was given back. */

#include "jg-text-wipe.h"

#include <string.h>

/**
 * jg_text_wipe:
 * @text: (nullable): words of a person
 *
 * Overwrites a text with zeros; the compiler cannot leave it out.
 */
void
jg_text_wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
}

/**
 * jg_text_wipe_free:
 * @text: (nullable) (transfer full): words of a person
 *
 * Overwrites a text and frees it.
 */
void
jg_text_wipe_free (char *text)
{
  jg_text_wipe (text);
  g_free (text);
}

/**
 * jg_text_wipe_strv:
 * @list: (nullable) (transfer full): words of a person
 *
 * Overwrites a list of texts and frees it.
 */
void
jg_text_wipe_strv (char **list)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    jg_text_wipe (list[i]);
  g_strfreev (list);
}
