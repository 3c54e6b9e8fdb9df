/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-time-line.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *date;
  const char *what;
  gboolean today;
} Stop;

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Stop *) a)->date, ((const Stop *) b)->date);
}

static void
add_stop (GArray *stops, const char *date, const char *what, gboolean today)
{
  Stop stop = { date, what, today };

  if (date != NULL)
    g_array_append_val (stops, stop);
}

/**
 * jg_time_line_new:
 * @session: what the pages share
 * @measure: a measure
 *
 * Makes a line through the dates of a measure with the as-of date among them, the earliest on top.
 * Every stop is said in words; only dates the text states are on it.
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
jg_time_line_new (JgSession *session, const JgMeasure *measure)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *today;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  today = jg_session_is_practice (session) ? C_ ("date", "practice date") : C_ ("date", "today");
  add_stop (stops, measure->document_date, C_ ("date", "the document"), FALSE);
  add_stop (stops, measure->valid_from, C_ ("date", "stated start"), FALSE);
  add_stop (stops, measure->valid_to, C_ ("date", "stated end"), FALSE);
  add_stop (stops, jg_session_get_as_of (session), today, TRUE);
  g_array_sort (stops, compare_stops);
  gtk_widget_add_css_class (line, "time-line");
  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      g_autofree char *text =
          g_strdup_printf ("%s %s %s", stop->today ? "▶" : "●", stop->date, stop->what);

      gtk_box_append (GTK_BOX (line), jg_ui_label (text, stop->today ? "heading" : NULL));
    }
  return line;
}
