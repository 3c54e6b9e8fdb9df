/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a calendar is to be told of an appointment. Whoever fills it decides what leaves the store: the number of a case
 * is enough to find it again. */
typedef struct
{
  const char
      *uid; /* the same for the same appointment, so that a calendar can tell when it is moved */
  const char *day;  /* YYYY-MM-DD */
  const char *time; /* HH:MM, where the appointment is; NULL for the whole day */
  guint minutes;    /* how long; 0 for half an hour */
  const char *title;
  const char *place; /* or NULL */
  const char *notes; /* or NULL; may have line feeds */
} JgCaseAppointment;

char *jg_case_appointment_to_ics (const JgCaseAppointment *self, gint64 now, GError **error);

G_END_DECLS
