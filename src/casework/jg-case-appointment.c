/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-appointment.h"

#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#include "jg-case-error.h"
#include "jg-case-summary.h"

#define PRODUCT "-//JobGuide//JobGuide 0.1//ZH"
#define HALF_AN_HOUR 30

static gboolean
is_text (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL);
}

/* Minutes since midnight, -1 when it is no time of a day. */
static int
read_time (const char *text)
{
  int hour, minute;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return -1;
  hour = (text[0] - '0') * 10 + text[1] - '0';
  minute = (text[3] - '0') * 10 + text[4] - '0';
  return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

static gboolean
check (const JgCaseAppointment *self, GError **error)
{
  if (jg_case_is_date (self->day) && (self->time == NULL || read_time (self->time) >= 0) &&
      self->uid != NULL && *self->uid != '\0' && self->title != NULL && *self->title != '\0' &&
      is_text (self->uid) && is_text (self->title) && is_text (self->place) &&
      is_text (self->notes))
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
               "约定的日期、时间或事项不对：日期写成 2026-07-01，时间写成 09:30。");
  return FALSE;
}

/* Of no time zone: half past nine is half past nine where the office is. */
static struct icaltimetype
start_of (const JgCaseAppointment *self)
{
  struct icaltimetype start = icaltime_null_time ();

  start.year = atoi (self->day);
  start.month = atoi (self->day + 5);
  start.day = atoi (self->day + 8);
  start.is_date = self->time == NULL;
  if (self->time != NULL)
    {
      start.hour = read_time (self->time) / 60;
      start.minute = read_time (self->time) % 60;
    }
  return start;
}

static struct icaltimetype
end_of (const JgCaseAppointment *self)
{
  struct icaltimetype end = start_of (self);

  if (self->time == NULL)
    icaltime_adjust (&end, 1, 0, 0, 0);
  else
    icaltime_adjust (&end, 0, 0, self->minutes > 0 ? (int) self->minutes : HALF_AN_HOUR, 0);
  return end;
}

/* The day before, so that what is to be brought can be looked for. */
static icalcomponent *
make_alarm (const char *title)
{
  struct icaltriggertype trigger = { icaltime_null_time (),
                                     icaldurationtype_from_int (-24 * 60 * 60) };

  return icalcomponent_vanew (ICAL_VALARM_COMPONENT, icalproperty_new_action (ICAL_ACTION_DISPLAY),
                              icalproperty_new_description (title),
                              icalproperty_new_trigger (trigger), (void *) 0);
}

/* jg_case_appointment_to_ics:
 * @now: seconds since 1970, UTC
 *
 * Writes an appointment for a calendar (iCalendar, RFC 5545), with a reminder the day before.
 *
 * Returns: (transfer full): the file, UTF-8; %NULL with JG_CASE_ERROR_INVALID */
char *
jg_case_appointment_to_ics (const JgCaseAppointment *self, gint64 now, GError **error)
{
  icalcomponent *calendar = NULL;
  icalcomponent *event = NULL;
  char *text = NULL;
  char *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!check (self, error))
    return NULL;
  event = icalcomponent_vanew (
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid (self->uid),
      icalproperty_new_dtstamp (
          icaltime_from_timet_with_zone ((time_t) now, 0, icaltimezone_get_utc_timezone ())),
      icalproperty_new_dtstart (start_of (self)), icalproperty_new_dtend (end_of (self)),
      icalproperty_new_summary (self->title), make_alarm (self->title), (void *) 0);
  if (self->place != NULL)
    icalcomponent_add_property (event, icalproperty_new_location (self->place));
  if (self->notes != NULL)
    icalcomponent_add_property (event, icalproperty_new_description (self->notes));
  calendar = icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT, icalproperty_new_version ("2.0"),
                                  icalproperty_new_prodid (PRODUCT),
                                  icalproperty_new_method (ICAL_METHOD_PUBLISH), event, (void *) 0);
  text = icalcomponent_as_ical_string_r (calendar);
  copy = g_strdup (text);
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return copy;
}
