/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-code.h"

#include <string.h>

#include "jg-text.h"

#define MAX_DIGITS 7

/**
 * jg_code_is_valid:
 * @code: (nullable): any text
 *
 * Tells whether a text is a code as the classification writes it: ^[1-8](-[0-9]{2}){0,3}$.
 *
 * Returns: %TRUE for a code
 */
gboolean
jg_code_is_valid (const char *code)
{
  static const char pattern[] = "d-dd-dd-dd";
  gsize length = code != NULL ? strlen (code) : 0;

  if (length == 0 || length > strlen (pattern) || length % 3 != 1 || code[0] < '1' || code[0] > '8')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (code[i]) : code[i] != '-')
      return FALSE;

  return TRUE;
}

/**
 * jg_code_get_parts:
 * @code: a text
 *
 * Counts the groups of a code: 1 major class, 2 middle class, 3 minor class, 4 occupation.
 *
 * Returns: 1 to 4, or 0 when @code is not one
 */
guint
jg_code_get_parts (const char *code)
{
  return jg_code_is_valid (code) ? (guint) strlen (code) / 3 + 1 : 0;
}

/**
 * jg_code_fold:
 * @text: (nullable): what somebody types
 *
 * Reads a code, or the beginning of one, in any width, with any dash, dot or space between its
 * groups, or with none, and writes it as the classification does. “４－０１－02－07” and “4010207”
 * give "4-01-02-07"; “4-1” gives "4-1", the beginning of 4-10 to 4-19.
 *
 * Returns: (transfer full) (nullable): the beginning of a code, or %NULL when @text cannot be one
 */
char *
jg_code_fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) folded = NULL;
  guint n_digits = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;

  normal = jg_text_normalize (text);
  folded = g_string_new (NULL);
  for (const char *p = normal; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          if (n_digits == MAX_DIGITS || (n_digits == 0 && (*p < '1' || *p > '8')))
            return NULL;
          if (n_digits % 2 == 1)
            g_string_append_c (folded, '-');
          g_string_append_c (folded, *p);
          n_digits++;
        }
      else if (*p == '-' || *p == '.' || *p == ' ')
        {
          if (n_digits % 2 == 0)
            return NULL;
        }
      else
        return NULL;
    }

  return n_digits > 0 ? g_string_free (g_steal_pointer (&folded), FALSE) : NULL;
}

/**
 * jg_code_parse:
 * @text: (nullable): what somebody types
 *
 * Reads a whole code as jg_code_fold() does.
 *
 * Returns: (transfer full) (nullable): a text for which jg_code_is_valid() holds, or %NULL
 */
char *
jg_code_parse (const char *text)
{
  g_autofree char *folded = jg_code_fold (text);

  return jg_code_is_valid (folded) ? g_steal_pointer (&folded) : NULL;
}

/**
 * jg_code_get_parent:
 * @code: a code
 *
 * Cuts off the last group.
 *
 * Returns: (transfer full) (nullable): the code of the class above, or %NULL for a major class or for
 *   what is not a code
 */
char *
jg_code_get_parent (const char *code)
{
  guint parts = jg_code_get_parts (code);

  return parts > 1 ? g_strndup (code, strlen (code) - 3) : NULL;
}
