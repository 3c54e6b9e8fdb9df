/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-json-gate-private.h"

#include "jg-text-forbidden.h"

/* Appends at most @max characters as they may stand in a message and in a JSON pointer. */
void
jg_json_gate_append_shown (GString *string, const char *text, guint max)
{
  const char *p = text;

  for (guint n = 0; *p != '\0'; n++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n == max)
        {
          g_string_append (string, "…");
          break;
        }
      if (jg_text_get_forbidden (c) != NULL)
        g_string_append_printf (string, "\\u{%04X}", c);
      else if (c == '~')
        g_string_append (string, "~0");
      else if (c == '/')
        g_string_append (string, "~1");
      else
        g_string_append_unichar (string, c);
    }
}

/* Says what stands at @at where @expected should; the text is valid UTF-8. Returns (transfer full) the words. */
char *
jg_json_gate_dup_unexpected (const char *at, const char *end, const char *expected)
{
  g_autoptr (GString) shown = NULL;
  char utf8[7] = { 0 };
  gunichar c;

  if (at >= end)
    return g_strdup_printf ("文件到这里就断了，应补上%s", expected);
  c = g_utf8_get_char (at);
  if (c == '/' || c == '#')
    return g_strdup_printf ("JSON 不能写注释，应删去注释，这里应是%s", expected);
  if (c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d)
    return g_strdup_printf ("引号写错，应用半角双引号 \"，这里应是%s", expected);
  if (c == 0xff0c || c == 0xff1a || c == 0xff5b || c == 0xff5d || c == 0xff3b || c == 0xff3d)
    return g_strdup_printf ("标点是全角的，应改为半角，这里应是%s", expected);
  shown = g_string_new (NULL);
  g_unichar_to_utf8 (c, utf8);
  jg_json_gate_append_shown (shown, utf8, 1);
  return g_strdup_printf ("写了“%s”，应是%s", shown->str, expected);
}
