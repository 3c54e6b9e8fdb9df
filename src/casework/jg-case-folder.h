/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a store lies: the folder that only its owner may enter, and the lock that one program holds. */
typedef struct
{
  char *name; /* without symbolic links */
  char *path; /* the file in it */
  int lock;   /* -1 when it is not held */
} JgCaseFolder;

gboolean jg_case_folder_take (JgCaseFolder *self, const char *path, GError **error);
void jg_case_folder_clear (JgCaseFolder *self);
gboolean jg_case_folder_sync (const char *folder);
gboolean jg_case_folder_sweep (const char *path, GError **error);
gboolean jg_case_folder_fail (const char *path, int code, GError **error);

G_END_DECLS
