/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-json-gate-private.h"

static const char *
skip_digits (const char *p, const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p;
}

/* Reads a number (RFC 8259, section 6) from @start, which stands on a digit or a minus and before
 * @end. Counts the digits before the exponent and says whether there is one. Returns the byte behind
 * it; where it is none, *wrong says why (a static text). */
const char *
jg_json_gate_scan_number (const char *start,
                          const char *end,
                          guint *n_digits,
                          gboolean *exponent,
                          const char **wrong)
{
  static const char *const malformed = "数字写法不对，应为如 12、-3、0.5 的十进制数";
  const char *whole = *start == '-' ? start + 1 : start;
  const char *p = skip_digits (whole, end);
  const char *fraction;

  *n_digits = (guint) (p - whole);
  *exponent = FALSE;

  if (p == whole)
    {
      *wrong = malformed;
      return p;
    }
  if (*whole == '0' &&
      (p > whole + 1 || (p < end && g_ascii_isalpha (*p) && g_ascii_tolower (*p) != 'e')))
    {
      *wrong = "数字写法不对，应为不带前导零的十进制数";
      return p;
    }

  if (p < end && *p == '.')
    {
      fraction = p + 1;
      p = skip_digits (fraction, end);
      *n_digits += (guint) (p - fraction);
      if (p == fraction)
        {
          *wrong = "小数点后没有数字，应为如 0.5 的写法";
          return p;
        }
    }

  if (p < end && (*p == 'e' || *p == 'E'))
    {
      const char *digits = p + 1;

      *exponent = TRUE;
      if (digits < end && (*digits == '+' || *digits == '-'))
        digits++;
      p = skip_digits (digits, end);
      if (p == digits)
        *wrong = malformed;
    }

  return p;
}
