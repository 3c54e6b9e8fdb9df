/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and keys as people copy them from paper: 32 letters and digits that are not easily taken for
 * one another, and check symbols that find every wrong symbol, every two that changed places, and
 * groups in another order. */

#include "jg-case-code.h"

#include <string.h>

#include "jg-case-error.h"
#include "jg-case-seal.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define ID_SYMBOLS 7
#define GROUP 4 /* symbols of a recovery key before each check symbol */
#define GROUPS (JG_CASE_RECOVERY_BYTES * 8 / 5 / GROUP)

G_STATIC_ASSERT (JG_CASE_RECOVERY_BYTES * 8 % (5 * GROUP) == 0);

/* In the field of 32 elements (x⁵ + x² + 1), twice. */
static guint
twice (guint a)
{
  a <<= 1;
  return a & 32 ? a ^ 37 : a;
}

static guint
times (guint a, guint b)
{
  guint product = 0;

  for (; b != 0; b >>= 1)
    {
      if (b & 1)
        product ^= a;
      a = twice (a);
    }
  return product;
}

/* Each symbol has a weight of its own, so that no two can change places unseen. */
static guint
check_value (const guint8 *values, guint n, guint group)
{
  guint weight = 1;
  guint sum = group;

  for (guint i = 0; i < n; i++)
    {
      weight = twice (weight);
      sum ^= times (weight, values[i]);
    }
  return sum & 31;
}

/* The value of a symbol as it may have been written, or -1. */
static int
value_of (gunichar c)
{
  const char *p = NULL;

  if (c >= 0xff01 && c <= 0xff5e) /* full width */
    c -= 0xfee0;
  if (c == 0 || c > 0x7f)
    return -1;
  c = (gunichar) g_ascii_toupper ((char) c);
  if (c == 'O')
    c = '0';
  else if (c == 'I' || c == 'L')
    c = '1';
  p = strchr (alphabet, (int) c);
  return p != NULL ? (int) (p - alphabet) : -1;
}

static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || c == '-' || c == 0xff0d || c == 0x2010 || c == 0x2013 ||
         c == 0x2014;
}

/* Reads up to max symbols. Returns how many there are (max + 1 when there are more), or -1 with the
 * place of the symbol that is none. */
static int
read_values (const char *text, guint8 *values, int max, int *wrong)
{
  int n = 0;

  if (!g_utf8_validate (text, -1, NULL))
    {
      *wrong = 0;
      return -1;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int value = value_of (c);

      if (is_gap (c))
        continue;
      if (value < 0)
        {
          *wrong = n;
          return -1;
        }
      if (n == max)
        return max + 1;
      values[n++] = (guint8) value;
    }
  return n;
}

/* jg_case_code_from_id:
 * @id: the id of a case
 *
 * Returns: (transfer full): the number of the case as it is printed, “7K2Q-9MXC”: seven symbols and a
 *   check symbol */
char *
jg_case_code_from_id (gint64 id)
{
  guint8 values[ID_SYMBOLS + 1];
  GString *text = NULL;

  g_return_val_if_fail (id > 0 && id <= JG_CASE_MAX_ID, NULL);

  text = g_string_new (NULL);
  for (int i = ID_SYMBOLS - 1; i >= 0; i--, id >>= 5)
    values[i] = (guint8) (id & 31);
  values[ID_SYMBOLS] = (guint8) check_value (values, ID_SYMBOLS, 0);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (i == 4)
        g_string_append_c (text, '-');
      g_string_append_c (text, alphabet[values[i]]);
    }
  return g_string_free (text, FALSE);
}

/* jg_case_code_to_id:
 * @text: the number of a case as somebody types it
 *
 * Returns: the id, or 0 when it is no number of a case, or one copied wrongly */
gint64
jg_case_code_to_id (const char *text)
{
  guint8 values[ID_SYMBOLS + 1];
  gint64 id = 0;
  int wrong = 0;

  g_return_val_if_fail (text != NULL, 0);

  if (read_values (text, values, ID_SYMBOLS + 1, &wrong) != ID_SYMBOLS + 1 ||
      check_value (values, ID_SYMBOLS, 0) != values[ID_SYMBOLS])
    return 0;
  for (guint i = 0; i < ID_SYMBOLS; i++)
    id = (id << 5) | values[i];
  return id;
}

/* jg_case_code_from_recovery:
 * @key: JG_CASE_RECOVERY_BYTES
 *
 * Returns: (transfer full): the key in eight groups of five, the last of each a check symbol. Wipe it */
char *
jg_case_code_from_recovery (const guint8 *key)
{
  char *text = g_malloc (GROUPS * (GROUP + 2));
  char *p = text;
  guint bits = 0;
  guint n_bits = 0;

  for (guint group = 0; group < GROUPS; group++)
    {
      guint8 values[GROUP];

      for (guint i = 0; i < GROUP; i++)
        {
          if (n_bits < 5)
            {
              bits = (bits << 8) | *key++;
              n_bits += 8;
            }
          n_bits -= 5;
          values[i] = (bits >> n_bits) & 31;
          *p++ = alphabet[values[i]];
        }
      *p++ = alphabet[check_value (values, GROUP, group)];
      *p++ = group + 1 < GROUPS ? '-' : '\0';
    }
  return text;
}

/* jg_case_code_to_recovery:
 * @text: a recovery key as somebody types it from the sheet
 * @key: (out): JG_CASE_RECOVERY_BYTES
 *
 * Returns: whether it was copied rightly; otherwise JG_CASE_ERROR_INVALID, which names the group that is
 *   wrong */
gboolean
jg_case_code_to_recovery (const char *text, guint8 *key, GError **error)
{
  guint8 values[GROUPS * (GROUP + 1)];
  int wrong = 0;
  int n = 0;
  guint bits = 0;
  guint n_bits = 0;
  gboolean done = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);

  n = read_values (text, values, (int) G_N_ELEMENTS (values), &wrong);
  for (int group = 0; n >= 0 && group < n / (GROUP + 1) && group < GROUPS; group++)
    if (check_value (values + group * (GROUP + 1), GROUP, (guint) group) !=
        values[group * (GROUP + 1) + GROUP])
      {
        wrong = group * (GROUP + 1);
        n = -1;
      }
  if (n < 0)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                 "恢复密钥的第 %d 组不对。请对照恢复单，每组五个字母或数字，从左到右依次输入。",
                 wrong / (GROUP + 1) + 1);
  else if (n != (int) G_N_ELEMENTS (values))
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                 "恢复密钥共 %d 组，每组五个字母或数字；现在%s。", GROUPS,
                 n < (int) G_N_ELEMENTS (values) ? "还没有输完" : "输多了");
  else
    done = TRUE;
  for (guint i = 0; done && i < G_N_ELEMENTS (values); i++)
    {
      if (i % (GROUP + 1) == GROUP)
        continue;
      bits = (bits << 5) | values[i];
      n_bits += 5;
      if (n_bits >= 8)
        {
          n_bits -= 8;
          *key++ = (guint8) (bits >> n_bits);
        }
    }
  jg_case_wipe (values, sizeof values);
  return done;
}
