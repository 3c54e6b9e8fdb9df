/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text made ready for matching: normalised, without white space, with its word borders. */
typedef struct
{
  char *original; /* as it was written */
  gunichar *chars;
  guint length;      /* of chars */
  gboolean *borders; /* length + 1: TRUE where a word may begin or end */
} JgMatchText;

JgMatchText *jg_match_text_new (const char *text);
void jg_match_text_free (JgMatchText *self);
void jg_match_text_drop_aspect (JgMatchText *self);
void jg_match_text_blank (JgMatchText *self, guint start, guint end);
gboolean
jg_match_text_find (const JgMatchText *self, const JgMatchText *needle, guint from, guint *start);
gboolean jg_match_text_holds (const JgMatchText *self, const JgMatchText *needle);
gboolean jg_match_text_contains (const JgMatchText *self, const JgMatchText *part);
gboolean jg_match_text_is_word (const JgMatchText *self, guint start, guint end);
guint jg_match_text_find_common (const JgMatchText *self, guint at, const JgMatchText *other);
char *jg_match_text_dup_range (const JgMatchText *self, guint start, guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgMatchText, jg_match_text_free)

G_END_DECLS
