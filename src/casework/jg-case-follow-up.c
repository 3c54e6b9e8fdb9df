/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-follow-up.h"

#include "jg-case-appointment.h"
#include "jg-case-error.h"

/* jg_case_follow_up_to_ics:
 * @office: (nullable): the office, for the place
 * @now: seconds since 1970, UTC
 *
 * Writes the follow-up of a record for a calendar. A calendar is often shared and seldom sealed, so it is told the day and
 * the number of the sheet, by which the desk finds the rest, and nothing that was said of or by the person: no name, no worry,
 * no step, and not the way either, into which people write telephone numbers.
 *
 * Returns: (transfer full): the file, UTF-8; %NULL with JG_CASE_ERROR_INVALID when no day was agreed */
char *
jg_case_follow_up_to_ics (JgRecord *record, const JgOffice *office, gint64 now, GError **error)
{
  g_autofree char *uid = NULL;
  g_autofree char *title = NULL;
  JgCaseAppointment appointment = { NULL };

  g_return_val_if_fail (JG_IS_RECORD (record), NULL);

  appointment.day = jg_record_get_follow_up (record);
  if (appointment.day == NULL)
    {
      g_set_error_literal (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                           "还没有约定回访日期。请先在“行动计划”里填写，或在记录里写 follow_up。");
      return NULL;
    }
  uid = g_strdup_printf ("%s@jobguide", jg_record_get_number (record));
  title = g_strdup_printf ("回访　职业指导单 %s", jg_record_get_number (record));
  appointment.uid = uid;
  appointment.title = title;
  appointment.place = office != NULL ? office->office : NULL;
  return jg_case_appointment_to_ics (&appointment, now, error);
}
