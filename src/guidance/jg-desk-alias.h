/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define JG_DESK_ALIAS_MAX_TEXT 20  /* characters */
#define JG_DESK_MISSED_MAX_TEXT 12 /* characters; longer queries say too much about a person */

/* An everyday word that an office heard for an occupation (provenance local). Read-only. */
typedef struct
{
  char *text;
  char *occupation; /* id */
  char *date;       /* YYYY-MM-DD, YYYY-MM or YYYY */
  char *by;         /* name of whoever added it */
} JgDeskAlias;

/* Words that were searched for and are nowhere in the catalogue, without who asked or when beyond the day. Read-only. */
typedef struct
{
  char *text; /* normalised */
  guint count;
  char *last; /* day of the last time: YYYY-MM-DD */
} JgDeskMissed;

#define JG_TYPE_DESK_ALIAS (jg_desk_alias_get_type ())
GType jg_desk_alias_get_type (void);
JgDeskAlias *
jg_desk_alias_new (const char *text, const char *occupation, const char *date, const char *by);
JgDeskAlias *jg_desk_alias_ref (JgDeskAlias *self);
void jg_desk_alias_unref (JgDeskAlias *self);

#define JG_TYPE_DESK_MISSED (jg_desk_missed_get_type ())
GType jg_desk_missed_get_type (void);
JgDeskMissed *jg_desk_missed_new (const char *text, guint count, const char *last);
JgDeskMissed *jg_desk_missed_ref (JgDeskMissed *self);
void jg_desk_missed_unref (JgDeskMissed *self);
char *jg_desk_missed_dup_text (const char *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgDeskAlias, jg_desk_alias_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgDeskMissed, jg_desk_missed_unref)

G_END_DECLS
