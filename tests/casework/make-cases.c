/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* make-cases STORE N [SECONDS]: a store of invented cases, for tests from outside; as if made at that time. */

#include <stdio.h>
#include <stdlib.h>

#include "case-filler.h"
#include "case-fixture.h"
#include "casework/jg-case-slot.h"
#include "casework/jg-case-store-private.h"

static gint64
read_clock (gpointer data)
{
  return *(gint64 *) data;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = NULL;
  g_autofree char *recovery = NULL;
  gint64 now;

  if (argc != 3 && argc != 4)
    return 2;
  jg_case_slot_set_cost (1, 8192);
  store = jg_case_store_new (argv[1]);
  now = argc == 4 ? g_ascii_strtoll (argv[3], NULL, 10) : 0;
  if (argc == 4)
    jg_case_store_set_clock (store, read_clock, &now);
  if (!jg_case_store_create (store, NAME, PASSPHRASE, &recovery, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  case_filler_fill (store, (guint) atoi (argv[2]));
  jg_case_store_keep_day (store);
  puts (recovery);
  return 0;
}
