/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Many texts in normal form, one behind the other, so that a query is one pass over memory. Texts of
 * one owner are found as one. */
typedef struct _JgTextPool JgTextPool;

/* One text that holds what was looked for. */
typedef struct
{
  guint owner;
  guint text;  /* number in the order of adding */
  gsize start; /* byte range of the hit in the normal form */
  gsize end;
} JgTextPoolHit;

JgTextPool *jg_text_pool_new (void);
void jg_text_pool_free (JgTextPool *self);
guint jg_text_pool_add (JgTextPool *self, guint owner, const char *text);
GArray *jg_text_pool_find (const JgTextPool *self, const char *norm);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgTextPool, jg_text_pool_free)

G_END_DECLS
