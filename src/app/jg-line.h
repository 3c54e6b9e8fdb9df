/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  JG_LINE_HEADING, /* cannot be opened */
  JG_LINE_CLASS,   /* leads further down */
  JG_LINE_ITEM,
  JG_LINE_ACTION, /* does something to the list */
  JG_N_LINE_KINDS,
} JgLineKind;

/* One line of a list: what JgLineRow paints. Texts are plain. */
#define JG_TYPE_LINE (jg_line_get_type ())
G_DECLARE_FINAL_TYPE (JgLine, jg_line, JG, LINE, GObject)

JgLine *jg_line_new (JgLineKind kind,
                     const char *id,
                     const char *title,
                     const char *subtitle,
                     const char *badge);
JgLineKind jg_line_get_kind (JgLine *self);
const char *jg_line_get_id (JgLine *self);
const char *jg_line_get_title (JgLine *self);
const char *jg_line_get_subtitle (JgLine *self);
const char *jg_line_get_badge (JgLine *self);
void jg_line_mark_title (JgLine *self, int start, int end);
void jg_line_mark_subtitle (JgLine *self, int start, int end);
gboolean jg_line_get_title_mark (JgLine *self, guint *start, guint *end);
gboolean jg_line_get_subtitle_mark (JgLine *self, guint *start, guint *end);
void jg_line_set_action (JgLine *self, const char *name, GVariant *target);
const char *jg_line_get_action (JgLine *self, GVariant **target);
gboolean jg_line_get_current (JgLine *self);
void jg_line_set_current (JgLine *self, gboolean current);
void jg_line_set_check (JgLine *self, const char *name, const char *tip);
const char *jg_line_get_check (JgLine *self);
const char *jg_line_get_check_tip (JgLine *self);
gboolean jg_line_get_checked (JgLine *self);
void jg_line_set_checked (JgLine *self, gboolean checked);
char *jg_line_dup_spoken (JgLine *self);

G_END_DECLS
