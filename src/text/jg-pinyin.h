/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the letters of a query stand for syllables; the better one is the smaller. */
typedef enum
{
  JG_PINYIN_FULL,     /* yingxiao; the last syllable may be unfinished */
  JG_PINYIN_INITIALS, /* yxs */
  JG_PINYIN_MIXED,    /* hulwang */
} JgPinyinKind;

/* Where in the name the hit stands; the better one is the smaller. */
typedef enum
{
  JG_PINYIN_WHOLE,
  JG_PINYIN_BEGINNING,
  JG_PINYIN_INSIDE,
} JgPinyinPlace;

typedef struct
{
  JgPinyinKind kind;
  JgPinyinPlace place;
  guint first;       /* first syllable hit, from 0 */
  guint n_syllables; /* syllables hit */
} JgPinyinMatch;

char *jg_pinyin_syllables (const char *text);
char *jg_pinyin_fold_query (const char *query);
gboolean jg_pinyin_match (const char *syllables, const char *letters, JgPinyinMatch *match);
gboolean jg_pinyin_locate (const char *text, guint first, guint n_syllables, int *start, int *end);

G_END_DECLS
