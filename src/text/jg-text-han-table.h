/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What gen-han-table.c made of ICU's data when JobGuide was built. */

#define JG_HAN_BLOCK_FIRST 0x3400
#define JG_HAN_BLOCK_LAST 0x9fff

/* One character of the block. */
typedef struct
{
  guint16 simple; /* in simplified script */
  guint16 reading;
} JgHan;

/* One that stands elsewhere. */
typedef struct
{
  guint32 character;
  guint32 simple;
  guint16 reading;
} JgHanRare;

extern const JgHan jg_han_block[];
extern const JgHanRare jg_han_rare[]; /* in order; the last is no character */
extern const guint jg_n_han_rare;
extern const char *const jg_han_readings[]; /* with tone marks; the first is none */

G_END_DECLS
