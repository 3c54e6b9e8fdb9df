/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "casework/jg-case-appointment.h"

#include <libical/ical.h>
#include <string.h>

#include "casework/jg-case-error.h"

#define NOW G_GINT64_CONSTANT (1781000000)
#define LONG "请带身份证、就业创业证和培训合格证；办公室在二楼 204 室，早上九点开门，午间不休息"

static void
assert_has (const char *text, const char *line)
{
  if (strstr (text, line) == NULL)
    g_error ("“%s” is not in “%s”", line, text);
}

/* Lines of at most 75 bytes, each whole UTF-8, ended as the standard says. */
static void
assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
}

static void
test_time (void)
{
  const JgCaseAppointment appointment = { .uid = "7K2Q-9MXC@jobguide",
                                          .day = "2026-07-31",
                                          .time = "23:45",
                                          .title = "回访 7K2Q-9MXC",
                                          .place = "某区就业中心，二楼",
                                          .notes = LONG "；" LONG "\n第二行" };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = jg_case_appointment_to_ics (&appointment, NOW, &error);
  icalcomponent *parsed = NULL;
  icalcomponent *event = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  assert_lines (text);
  assert_has (text, "DTSTART:20260731T234500\r\n");
  assert_has (text, "DTEND:20260801T001500\r\n");
  assert_has (text, "TRIGGER:-P1D\r\n");
  parsed = icalparser_parse_string (text);
  event = icalcomponent_get_first_component (parsed, ICAL_VEVENT_COMPONENT);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "回访 7K2Q-9MXC");
  g_assert_cmpstr (icalcomponent_get_location (event), ==, "某区就业中心，二楼");
  g_assert_cmpstr (icalcomponent_get_description (event), ==, LONG "；" LONG "\n第二行");
  g_assert_cmpint (icalcomponent_count_errors (parsed), ==, 0);
  icalcomponent_free (parsed);
}

static void
test_day (void)
{
  const JgCaseAppointment appointment = { .uid = "u", .day = "2026-12-31", .title = "回访; a, b" };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = jg_case_appointment_to_ics (&appointment, NOW, &error);

  g_assert_no_error (error);
  assert_has (text, "DTSTART;VALUE=DATE:20261231\r\n");
  assert_has (text, "DTEND;VALUE=DATE:20270101\r\n");
  assert_has (text, "SUMMARY:回访\\; a\\, b\r\n");
}

static void
test_refused (void)
{
  const JgCaseAppointment wrong[] = {
    { .uid = "u", .day = "2026-02-30", .title = "回访" },
    { .uid = "u", .day = "2026-07-01", .time = "24:00", .title = "回访" },
    { .uid = "u", .day = "2026-07-01", .time = "9:30", .title = "回访" },
    { .uid = "u", .day = "2026-07-01", .title = "" },
    { .uid = "", .day = "2026-07-01", .title = "回访" },
    { .uid = "u", .day = "2026-07-01", .title = "\xff" },
    { .uid = "u", .day = NULL, .title = "回访" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jg_case_appointment_to_ics (&wrong[i], NOW, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-appointment/time", test_time);
  g_test_add_func ("/case-appointment/day", test_day);
  g_test_add_func ("/case-appointment/refused", test_refused);

  return g_test_run ();
}
