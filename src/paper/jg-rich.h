/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Who speaks, and how loud: the voices of a printed page. */
typedef enum
{
  JG_VOICE_BODY,    /* our words */
  JG_VOICE_STRONG,  /* names */
  JG_VOICE_QUOTE,   /* words of a document; a bar stands beside them */
  JG_VOICE_MARKED,  /* some of them that matter here */
  JG_VOICE_META,    /* labels and citations: smaller and grey */
  JG_VOICE_HEADING, /* of a section */
  JG_VOICE_TITLE,   /* of the sheet */
  JG_N_VOICES
} JgVoice;

/* Fonts of a page at one size; every layout of the page comes from one. Not to be shared between threads. */
typedef struct _JgFonts JgFonts;

JgFonts *jg_fonts_new (gboolean large_print);
void jg_fonts_free (JgFonts *self);
double jg_fonts_get_scale (JgFonts *self);

/* Text in several voices, put together piece by piece. */
typedef struct _JgRich JgRich;

JgRich *jg_rich_new (JgFonts *fonts);
void jg_rich_free (JgRich *self);
void jg_rich_add (JgRich *self, JgVoice voice, const char *text);
void jg_rich_add_unbroken (JgRich *self, JgVoice voice, const char *text);
void jg_rich_printf (JgRich *self, JgVoice voice, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean jg_rich_is_empty (JgRich *self);
PangoLayout *jg_rich_layout (JgRich *self, double width);
GPtrArray *jg_rich_layout_parts (JgRich *self, double width, int max_lines);
double jg_rich_get_overhang (PangoLayout *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgFonts, jg_fonts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgRich, jg_rich_free)

G_END_DECLS
