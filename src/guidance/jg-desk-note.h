/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define JG_DESK_NOTE_MAX_TEXT 300 /* characters */
#define JG_DESK_MAX_NAME 40       /* characters of a person's name */

/* A counsellor's dated note on a measure, never words of a document (provenance local). Read-only. */
typedef struct
{
  guint number;  /* of its own in the store; later notes have greater ones */
  char *measure; /* id */
  char *date;    /* YYYY-MM-DD, YYYY-MM or YYYY */
  char *text;    /* may have line feeds */
  char *by;      /* name of whoever confirmed it */
} JgDeskNote;

#define JG_TYPE_DESK_NOTE (jg_desk_note_get_type ())
GType jg_desk_note_get_type (void);
JgDeskNote *jg_desk_note_new (guint number,
                              const char *measure,
                              const char *date,
                              const char *text,
                              const char *by);
JgDeskNote *jg_desk_note_ref (JgDeskNote *self);
void jg_desk_note_unref (JgDeskNote *self);
gboolean jg_desk_note_equal (const JgDeskNote *a, const JgDeskNote *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgDeskNote, jg_desk_note_unref)

G_END_DECLS
