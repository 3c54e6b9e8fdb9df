/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-desk.h"

G_BEGIN_DECLS

/* What is done to keys; each takes about a second on purpose, because guessing a passphrase should. */
typedef enum
{
  JG_CASE_WORK_RESET,  /* a counsellor’s passphrase, after the recovery key opened the store */
  JG_CASE_WORK_CHANGE, /* one’s own passphrase; the old one is needed */
  JG_CASE_WORK_ADD,    /* another counsellor */
} JgCaseWorkKind;

void jg_case_work_async (JgCaseDesk *desk,
                         JgCaseWorkKind kind,
                         const char *name,
                         const char *old_passphrase,
                         const char *passphrase,
                         GAsyncReadyCallback callback,
                         gpointer user_data);

G_END_DECLS
