/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-text-forbidden.h"

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
