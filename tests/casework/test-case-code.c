/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "casework/jg-case-code.h"

#include <string.h>

#include "casework/jg-case-error.h"
#include "casework/jg-case-seal.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
test_number (void)
{
  const gint64 ids[] = { 1, 2, 31, 32, 12345678901, JG_CASE_MAX_ID };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *text = jg_case_code_from_id (ids[i]);
      g_autofree char *small = g_ascii_strdown (text, -1);

      g_assert_cmpuint (strlen (text), ==, 9);
      g_assert_cmpint (jg_case_code_to_id (text), ==, ids[i]);
      g_assert_cmpint (jg_case_code_to_id (small), ==, ids[i]);
    }
  g_assert_cmpint (jg_case_code_to_id (""), ==, 0);
  g_assert_cmpint (jg_case_code_to_id ("王某"), ==, 0);
  g_assert_cmpint (jg_case_code_to_id ("0000-0000"), ==, 0);
  g_assert_cmpint (jg_case_code_to_id ("\xff"), ==, 0);
}

static void
test_number_as_typed (void)
{
  g_autofree char *text = jg_case_code_from_id (1); /* 0000-001C */
  g_autofree char *typed = NULL;

  g_assert_true (g_str_has_prefix (text, "0000-001"));
  typed = g_strdup_printf (" OoＯ0 －oO%c%c ", 'l', text[8]);
  g_assert_cmpint (jg_case_code_to_id (typed), ==, 1);
}

/* Every wrong symbol and every two that changed places are found. */
static void
test_number_mistakes (void)
{
  g_autofree char *text = jg_case_code_from_id (G_GINT64_CONSTANT (20123456789));

  for (guint i = 0; text[i] != '\0'; i++)
    {
      const char right = text[i];

      if (right == '-')
        continue;
      for (const char *p = alphabet; *p != '\0'; p++)
        if (*p != right)
          {
            text[i] = *p;
            g_assert_cmpint (jg_case_code_to_id (text), ==, 0);
          }
      text[i] = right;
      for (guint j = 0; j < i; j++)
        if (text[j] != '-' && text[j] != right)
          {
            text[i] = text[j];
            text[j] = right;
            g_assert_cmpint (jg_case_code_to_id (text), ==, 0);
            text[j] = text[i];
            text[i] = right;
          }
    }
}

static char *
new_recovery (guint8 *key)
{
  jg_case_seal_random (key, JG_CASE_RECOVERY_BYTES);
  return jg_case_code_from_recovery (key);
}

static void
assert_wrong (const char *text, const char *says)
{
  g_autoptr (GError) error = NULL;
  guint8 key[JG_CASE_RECOVERY_BYTES];

  g_assert_false (jg_case_code_to_recovery (text, key, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_recovery (void)
{
  guint8 key[JG_CASE_RECOVERY_BYTES];
  guint8 back[JG_CASE_RECOVERY_BYTES];

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = new_recovery (key);
      g_auto (GStrv) groups = g_strsplit (text, "-", -1);
      g_autofree char *blank = g_strjoinv (" ", groups);

      g_assert_cmpuint (g_strv_length (groups), ==, 8);
      jg_case_code_to_recovery (text, back, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (key, sizeof key, back, sizeof back);
      jg_case_code_to_recovery (blank, back, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (key, sizeof key, back, sizeof back);
    }
}

static void
test_recovery_mistakes (void)
{
  guint8 key[JG_CASE_RECOVERY_BYTES];
  g_autofree char *text = new_recovery (key);

  for (guint i = 0; text[i] != '\0'; i++)
    {
      g_autofree char *says = g_strdup_printf ("第 %u 组", i / 6 + 1);
      const char right = text[i];

      if (right == '-')
        continue;
      for (const char *p = alphabet; *p != '\0'; p++)
        if (*p != right)
          {
            text[i] = *p;
            assert_wrong (text, says);
          }
      text[i] = '!';
      assert_wrong (text, says);
      text[i] = right;
    }
  for (guint i = 1; i < 8; i++)
    {
      g_auto (GStrv) groups = g_strsplit (text, "-", -1);
      g_autofree char *swapped = NULL;
      char *group = groups[0];

      groups[0] = groups[i];
      groups[i] = group;
      swapped = g_strjoinv ("-", groups);
      if (strcmp (swapped, text) != 0)
        assert_wrong (swapped, "第 ");
    }
  {
    g_autofree char *shorter = g_strndup (text, strlen (text) - 6);
    g_autofree char *longer = g_strconcat (text, "-00000", NULL);

    assert_wrong ("", "还没有输完");
    assert_wrong (shorter, "还没有输完");
    assert_wrong (longer, "输多了");
  }
}

/* What was sealed for one address opens at no other, in no other store and with no bit changed. */
static void
test_seal (void)
{
  const guint8 uid[JG_CASE_UID_BYTES] = { 1 };
  const guint8 other_uid[JG_CASE_UID_BYTES] = { 2 };
  const JgCaseAddress address = { JG_CASE_PLACE_CONTENT, 7, 3 };
  const JgCaseAddress others[] = { { JG_CASE_PLACE_SUMMARY, 7, 3 },
                                   { JG_CASE_PLACE_CONTENT, 8, 3 },
                                   { JG_CASE_PLACE_CONTENT, 7, 2 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseKey) key = jg_case_key_new (uid, NULL, &error);
  g_autoptr (JgCaseKey) moved = jg_case_key_new (other_uid, jg_case_key_get_data (key), &error);
  g_autoptr (JgCaseKey) other = jg_case_key_new (uid, NULL, &error);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree guint8 *bits = NULL;
  guint8 *plain = NULL;
  gsize n = 0;
  gsize length = 0;

  g_assert_no_error (error);
  sealed = jg_case_key_seal (key, &address, "求职者", strlen ("求职者"), 64);
  again = jg_case_key_seal (key, &address, "求职者", strlen ("求职者"), 64);
  g_assert_false (g_bytes_equal (sealed, again));
  bits = g_memdup2 (g_bytes_get_data (sealed, &n), g_bytes_get_size (sealed));
  plain = jg_case_key_open (key, &address, bits, n, 64, &length);
  g_assert_cmpstr ((char *) plain, ==, "求职者");
  g_assert_cmpuint (length, ==, strlen ("求职者"));
  jg_case_wipe_free (plain, n);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (jg_case_key_open (key, &others[i], bits, n, 64, &length));
  g_assert_null (jg_case_key_open (moved, &address, bits, n, 64, &length));
  g_assert_null (jg_case_key_open (other, &address, bits, n, 64, &length));
  for (guint bit = 0; bit < n * 8; bit++)
    {
      bits[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_null (jg_case_key_open (key, &address, bits, n, 64, &length));
      bits[bit / 8] ^= (guint8) (1 << bit % 8);
    }
  for (gsize shorter = 0; shorter < n; shorter++)
    g_assert_null (jg_case_key_open (key, &address, bits, shorter, 64, &length));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  jg_case_seal_init (&error);
  g_assert_no_error (error);

  g_test_add_func ("/case/number", test_number);
  g_test_add_func ("/case/number-as-typed", test_number_as_typed);
  g_test_add_func ("/case/number-mistakes", test_number_mistakes);
  g_test_add_func ("/case/recovery-key", test_recovery);
  g_test_add_func ("/case/recovery-key-mistakes", test_recovery_mistakes);
  g_test_add_func ("/case/seal", test_seal);

  return g_test_run ();
}
