/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-text-forbidden.h"

#include <string.h>

/**
 * jg_text_get_forbidden:
 * @c: a character
 *
 * Tells why a character has no place in a text from outside: controls (the newline too), characters
 * that turn the direction of writing or cannot be seen, private use, non-characters (Unicode Standard,
 * general categories Cc, Cf, Co, Cs) and tags. They must not reach a terminal or the window even
 * inside a message.
 *
 * Returns: (transfer none) (nullable): its kind in Chinese, or %NULL for an ordinary character
 */
const char *
jg_text_get_forbidden (gunichar c)
{
  if (c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e) ||
      (c >= 0x2066 && c <= 0x2069))
    return "双向控制字符";
  if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef))
    return "非字符";
  if (c >= 0xe0000 && c <= 0xe007f)
    return "标签字符";

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
      return "控制字符";
    case G_UNICODE_FORMAT:
      return "不可见的格式字符";
    case G_UNICODE_PRIVATE_USE:
      return "私用区字符";
    case G_UNICODE_SURROGATE:
      return "单个代理码";
    default:
      return NULL;
    }
}

/**
 * jg_text_has_markup:
 * @text: a name in UTF-8
 *
 * Finds tags (<b>, </a>, <!--, <?) and entities (&amp; &#60;) of HTML, XML and Pango in a name. Names of ours have none, so who
 * wrote them took the name from a page, or wants it read as what it is not. A bare < or & is a character like another.
 *
 * Returns: whether there is one
 */
gboolean
jg_text_has_markup (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = strpbrk (text, "<&"); p != NULL; p = strpbrk (p + 1, "<&"))
    {
      const char *end;

      if (*p == '<' && (g_ascii_isalpha (p[1]) || (p[1] != '\0' && strchr ("/!?", p[1]) != NULL)))
        return TRUE;
      end = p + 1 + strspn (p + 1, "#" G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS);
      if (*p == '&' && end > p + 1 && *end == ';')
        return TRUE;
    }
  return FALSE;
}

/**
 * jg_text_dup_path_name:
 * @path: (type filename): a path, which may hold any bytes
 *
 * Makes a path that can be shown in a message: in UTF-8, and with what jg_text_get_forbidden() names written as \\u{202E}.
 *
 * Returns: (transfer full): the path for a reader
 */
char *
jg_text_dup_path_name (const char *path)
{
  g_autofree char *valid = NULL;
  GString *shown = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  valid = g_filename_display_name (path);
  shown = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (jg_text_get_forbidden (c) != NULL)
        g_string_append_printf (shown, "\\u{%04X}", c);
      else
        g_string_append_unichar (shown, c);
    }
  return g_string_free (shown, FALSE);
}

/**
 * jg_text_dup_tidy:
 * @text: (nullable): words from an entry or the clipboard
 * @max: the most characters to keep, or 0 for all
 *
 * Makes typed words such as every file of ours takes: without the characters that jg_text_get_forbidden() names, but
 * with line feeds, and without space around them.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when nothing is left
 */
char *
jg_text_dup_tidy (const char *text, guint max)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *string = g_string_new (NULL);
  gsize end = 0; /* after the last character that is not space */
  guint n = 0;

  for (const char *p = valid; *p != '\0' && (max == 0 || n < max); p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const gboolean space = g_unichar_isspace (c);

      if (c == '\t')
        c = ' ';
      if ((space && string->len == 0) || (c != '\n' && jg_text_get_forbidden (c) != NULL))
        continue;
      g_string_append_unichar (string, c);
      n++;
      if (!space)
        end = string->len;
    }
  g_string_truncate (string, end);
  return g_string_free (string, end == 0);
}
