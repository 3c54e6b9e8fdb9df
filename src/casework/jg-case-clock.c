/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A computer whose battery is empty wakes up in 1970, and one that was set wrongly may be in 2099. Nothing is
 * deleted because of a date that nobody has looked at. */

#include <stdio.h>

#include "jg-case-office.h"
#include "jg-case-store-private.h"

#define DAY (24 * 60 * 60)
#define LONG_AWAY 60 /* days: longer than any holidays */

/* jg_case_store_get_clock_state:
 *
 * Compares the date with that of the last use. As long as it is not good, no backup expires.
 *
 * Returns: how the date of the computer looks; good while the store is locked */
JgCaseClockState
jg_case_store_get_clock_state (JgCaseStore *self)
{
  gint64 last;
  gint64 today;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), JG_CASE_CLOCK_GOOD);

  if (self->key == NULL)
    return JG_CASE_CLOCK_GOOD;
  last = jg_case_store_get_number (self, JG_CASE_SETTING_LAST_DAY);
  today = jg_case_store_now (self) / DAY;
  if (last == 0)
    return JG_CASE_CLOCK_GOOD;
  if (today < last - 1)
    return JG_CASE_CLOCK_BACK;
  return today > last + LONG_AWAY ? JG_CASE_CLOCK_FORWARD : JG_CASE_CLOCK_GOOD;
}

static gboolean
write_day (JgCaseStore *self, GError **error)
{
  g_autofree char *day =
      g_strdup_printf ("%" G_GINT64_FORMAT, MAX (jg_case_store_now (self) / DAY, 0));

  return jg_case_store_write_setting (self, JG_CASE_SETTING_LAST_DAY, day, error);
}

/* jg_case_store_keep_day:
 *
 * Remembers that the store was used today, once a day and while the date is good. */
void
jg_case_store_keep_day (JgCaseStore *self)
{
  g_autoptr (GError) error = NULL;

  if (jg_case_store_get_clock_state (self) != JG_CASE_CLOCK_GOOD ||
      jg_case_store_get_number (self, JG_CASE_SETTING_LAST_DAY) >= jg_case_store_now (self) / DAY)
    return;
  if (!jg_case_store_begin (self, &error) ||
      !jg_case_store_end (self, write_day (self, &error), FALSE, &error))
    g_debug ("The day could not be kept: %s", error->message);
}

/* jg_case_store_confirm_clock:
 *
 * Takes the date of the computer for right, after somebody has looked at it.
 *
 * Returns: whether that was kept; otherwise JG_CASE_ERROR_LOCKED or an error of writing */
gboolean
jg_case_store_confirm_clock (JgCaseStore *self, GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  return jg_case_store_check_unlocked (self, error) && jg_case_store_begin (self, error) &&
         jg_case_store_end (self,
                            write_day (self, error) &&
                                jg_case_store_log (self, JG_CASE_ACT_CLOCK, 0, 0, error),
                            FALSE, error);
}
