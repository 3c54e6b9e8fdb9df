/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Codes are read back by another program, as a telephone would. */

#include <string.h>

#include <glib/gstdio.h>

#include "paper/jg-qr.h"

static char *
read_back (const JgQr *qr)
{
  g_autofree char *folder = g_dir_make_tmp ("qr-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "code.png", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 530, 530);
  cairo_t *cr = cairo_create (surface);
  const char *argv[] = { "zbarimg", "--quiet", "--raw", path, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  jg_qr_draw (qr, cr, 0, 0, 530);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return g_strchomp (text);
}

static void
test_read_back (void)
{
  static const char *const texts[] = {
    "网约配送员",
    "网约配送员\n4-02-07-10（2020版）\n1. "
    "通过移动智能终端接收、验视、核对客户订单；\n请到窗口核实。",
  };
  g_autoptr (GString) longest = g_string_new (NULL);
  g_autoptr (JgQr) long_qr = NULL;
  g_autofree char *long_read = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JgQr) qr = jg_qr_new (texts[i]);
      g_autofree char *read = NULL;

      g_assert_nonnull (qr);
      read = read_back (qr);
      g_assert_cmpstr (read, ==, texts[i]);
    }
  while (longest->len + strlen ("职业指南") <= JG_QR_MAX_BYTES)
    g_string_append (longest, "职业指南");
  long_qr = jg_qr_new (longest->str);
  g_assert_nonnull (long_qr);
  long_read = read_back (long_qr);
  g_assert_cmpstr (long_read, ==, longest->str);
}

static void
test_refuse (void)
{
  g_autofree char *longer = g_strnfill (JG_QR_MAX_BYTES + 1, 'a');

  g_assert_null (jg_qr_new (""));
  g_assert_null (jg_qr_new (longer));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/read-back", test_read_back);
  g_test_add_func ("/qr/refuse", test_refuse);
  return g_test_run ();
}
