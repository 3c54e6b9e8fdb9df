/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* make-cases STORE N: a store of invented cases, for tests from outside. */

#include <stdio.h>
#include <stdlib.h>

#include "case-filler.h"
#include "case-fixture.h"
#include "casework/jg-case-slot.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = NULL;
  g_autofree char *recovery = NULL;

  if (argc != 3)
    return 2;
  jg_case_slot_set_cost (1, 8192);
  store = jg_case_store_new (argv[1]);
  if (!jg_case_store_create (store, NAME, PASSPHRASE, &recovery, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  case_filler_fill (store, (guint) atoi (argv[2]));
  puts (recovery);
  return 0;
}
