/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands for search-xapian.cc where Xapian or a C++ compiler is missing. */

#include "search-bench.h"

gboolean
xapian_is_built (void)
{
  return FALSE;
}

gpointer
xapian_new (const char *folder)
{
  g_return_val_if_reached (NULL);
}

void
xapian_add (gpointer self,
            const char *code,
            const char *name,
            const char *aliases,
            const char *definition,
            const char *tasks)
{
  g_return_if_reached ();
}

void
xapian_finish (gpointer self)
{
  g_return_if_reached ();
}

void
xapian_run (gpointer self, const char *query)
{
  g_return_if_reached ();
}

void
xapian_free (gpointer self)
{
  g_return_if_reached ();
}
