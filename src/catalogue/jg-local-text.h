/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-pack.h"

G_BEGIN_DECLS

/* A notice that somebody pastes or opens, and what can be read off it by rule: a person looks at all of it before it counts. */

#define JG_LOCAL_TEXT_ERROR (jg_local_text_error_quark ())

typedef enum
{
  JG_LOCAL_TEXT_ERROR_READ,     /* the file cannot be read */
  JG_LOCAL_TEXT_ERROR_TOO_BIG,  /* it is longer than any notice */
  JG_LOCAL_TEXT_ERROR_ENCODING, /* it is no text in UTF-8 or GB18030 */
} JgLocalTextError;

GQuark jg_local_text_error_quark (void);

#define JG_LOCAL_TEXT_MAX_BYTES (4 * 1024 * 1024)

/* What stands above and below the clauses of a notice; each is NULL where nothing of the kind is found. */
typedef struct
{
  char *title;
  char *number; /* 文号 */
  char *issuer;
  char *date; /* YYYY-MM-DD */
} JgLocalHead;

char *jg_local_text_read_file (const char *path, GError **error);
char *jg_local_text_dup_tidy (const char *text);
GPtrArray *jg_local_text_find_clauses (const char *text);
void jg_local_text_order_clauses (GPtrArray *clauses, const char *text);
JgLocalHead *jg_local_text_find_head (const char *text);
void jg_local_head_free (JgLocalHead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgLocalHead, jg_local_head_free)

G_END_DECLS
