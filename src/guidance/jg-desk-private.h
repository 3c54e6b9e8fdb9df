/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-desk.h"
#include "jg-text-forbidden.h"

G_BEGIN_DECLS

/* What a file of jobguide-desk/1 holds, and its way from and to the disk. Internal to the library. */
typedef struct
{
  GPtrArray *notes;   /* (element-type JgDeskNote): in the order they were written */
  GPtrArray *guides;  /* (element-type JgDeskGuide) */
  GPtrArray *aliases; /* (element-type JgDeskAlias): in the order they were added */
  GPtrArray *missed;  /* (element-type JgDeskMissed) */
} JgDeskContent;

JgDeskContent *jg_desk_content_new (void);
JgDeskContent *jg_desk_content_copy (const JgDeskContent *self);
void jg_desk_content_free (JgDeskContent *self);
JgDeskContent *
jg_desk_content_parse (const char *name, const char *data, gsize length, GError **error);
char *jg_desk_content_to_data (const JgDeskContent *self);

struct _JgDesk
{
  GObject parent_instance;

  char *path;
  JgDeskContent *content;
  GBytes *bytes; /* of the file as it was last read or written; NULL when there was none */
  char *locked;  /* why nothing may be written; NULL when it may */
  gboolean read_only;
  guint last_number; /* the greatest ever seen: a removed note may come back under its own */
};

/* Applies a change to a content of its own; FALSE with an error when it cannot be made. */
typedef gboolean (*JgDeskChange) (JgDesk *self,
                                  JgDeskContent *content,
                                  gpointer data,
                                  GError **error);

gboolean jg_desk_change (JgDesk *self, JgDeskChange apply, gpointer data, GError **error);

#define JG_DESK_MAX_COUNT 1000000
#define JG_DESK_MAX_BYTES (8 * 1024 * 1024)

int jg_desk_disk_lock (const char *path, GError **error);
void jg_desk_disk_unlock (int folder);
gboolean
jg_desk_disk_write (int folder, const char *path, const char *data, gsize length, GError **error);
char *jg_desk_disk_set_aside (int folder, const char *path, GError **error);

gboolean jg_desk_words_check (const char *label, const char *text, guint max, GError **error);
gboolean jg_desk_words_check_date (const char *date, GError **error);
gboolean jg_desk_words_check_measure (const char *measure, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgDeskContent, jg_desk_content_free)

G_END_DECLS
