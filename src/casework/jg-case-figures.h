/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What statistics need of a case besides its summary, given when it is saved. Lists end with NULL, and NULL may be
 * given for an empty one. The store adds the days of sessions up, and the days that were agreed for follow-ups. */
typedef struct
{
  const char *session;         /* YYYY-MM-DD when a session was held now; else NULL */
  const char *const *groups;   /* keys of the facts that hold, such as registered-unemployed */
  const char *const *measures; /* ids of the measures that were offered */
  const char *const *contacts; /* YYYY-MM-DD: the days on which the person was reached */
} JgCaseFigures;

G_END_DECLS
