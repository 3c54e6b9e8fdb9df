/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-catalogue.h"
#include "jg-desk-alias.h"
#include "jg-desk-guide.h"
#include "jg-desk-note.h"

G_BEGIN_DECLS

#define JG_DESK_ERROR (jg_desk_error_quark ())

typedef enum
{
  JG_DESK_ERROR_READ, /* the file is there and cannot be read; nothing will be written over it */
  JG_DESK_ERROR_DAMAGED, /* the file was no jobguide-desk/1; it was set aside and is named in the message */
  JG_DESK_ERROR_NEWER,   /* a newer JobGuide wrote the file; nothing will be written over it */
  JG_DESK_ERROR_WRITE,   /* the change was not kept */
  JG_DESK_ERROR_INVALID, /* what was to be kept is incomplete, too long or too much */
  JG_DESK_ERROR_GONE,    /* what was to be removed is not there */
} JgDeskError;

GQuark jg_desk_error_quark (void);

/* What an office writes itself: dated notes on measures, its 办事指南 and its everyday words for occupations; and which
 * searches found nothing. Kept in one file, apart from the catalogue
 * and from everything personal. Emits “changed” when notes or guides are others than before. */
#define JG_TYPE_DESK (jg_desk_get_type ())
G_DECLARE_FINAL_TYPE (JgDesk, jg_desk, JG, DESK, GObject)

#define JG_DESK_PACK_ID "office-words"
#define JG_DESK_MAX_NOTES 2000
#define JG_DESK_MAX_GUIDES 500
#define JG_DESK_MAX_ALIASES 500
#define JG_DESK_MAX_MISSED 500

JgDesk *jg_desk_new (const char *path);
JgDesk *jg_desk_new_read_only (const char *path, GError **error);
gboolean jg_desk_load (JgDesk *self, GError **error);
gboolean jg_desk_is_writable (JgDesk *self);

GPtrArray *jg_desk_list_notes (JgDesk *self,
                               const char *measure); /* (element-type JgDeskNote): newest first */
JgDeskNote *jg_desk_add_note (JgDesk *self,
                              const char *measure,
                              const char *date,
                              const char *text,
                              const char *by,
                              GError **error);
gboolean jg_desk_remove_note (JgDesk *self, JgDeskNote *note, GError **error);
gboolean jg_desk_restore_note (JgDesk *self, JgDeskNote *note, GError **error);

GPtrArray *jg_desk_list_guides (JgDesk *self); /* (element-type JgDeskGuide): for all first */
JgDeskGuide *jg_desk_get_guide (JgDesk *self, const char *measure);
JgDeskGuide *jg_desk_find_guide (JgDesk *self, const char *measure);
gboolean jg_desk_set_guide (JgDesk *self, JgDeskGuide *guide, GError **error);
gboolean jg_desk_remove_guide (JgDesk *self, const char *measure, GError **error);

GPtrArray *jg_desk_list_aliases (JgDesk *self); /* (element-type JgDeskAlias) */
JgDeskAlias *jg_desk_add_alias (JgDesk *self,
                                const char *text,
                                const char *occupation,
                                const char *date,
                                const char *by,
                                GError **error);
gboolean jg_desk_remove_alias (JgDesk *self, JgDeskAlias *alias, GError **error);
char *jg_desk_dup_pack (JgDesk *self, JgCatalogue *catalogue);

GPtrArray *
jg_desk_list_missed (JgDesk *self); /* (element-type JgDeskMissed): most frequent first */
gboolean jg_desk_count_missed (JgDesk *self, const char *query, const char *date, GError **error);
gboolean jg_desk_restore_missed (JgDesk *self, JgDeskMissed *missed, GError **error);
gboolean jg_desk_forget_missed (JgDesk *self, const char *text, GError **error);

G_END_DECLS
