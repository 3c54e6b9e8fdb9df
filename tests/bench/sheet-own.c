/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The same for JobGuide: sheets of one plan, from laying out to the file on the disk.
 *
 * usage: sheet-own CATALOGUE PROFILE.json OUT.pdf COUNT
 * Prints the milliseconds of the first sheet, a tab, and the median of the others. */

#include <stdlib.h>

#include "jg-sheet.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

int
main (int argc, char **argv)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgProfile) profile = NULL;
  g_autoptr (JgPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  double first = 0;

  if (argc != 5)
    return 2;
  catalogue = jg_catalogue_open (argv[1], &error);
  if (catalogue != NULL)
    profile = jg_profile_new_from_file (argv[2], &error);
  if (profile != NULL)
    plan = jg_plan_new (catalogue, profile, today, NULL, NULL, &error);
  if (plan == NULL)
    g_error ("%s", error->message);
  for (int i = 0; i < atoi (argv[4]); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
      double time;

      if (!jg_paper_write_pdf (sheet, argv[3], &error))
        g_error ("%s", error->message);
      time = (double) (g_get_monotonic_time () - start) / 1000;
      if (i == 0)
        first = time;
      else
        g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  g_print ("%.2f\t%.2f\n", first,
           times->len > 0 ? g_array_index (times, double, times->len / 2) : first);
  return 0;
}
