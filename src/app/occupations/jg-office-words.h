/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* 本机构的日常说法: what this office calls the occupations, and which searches found nothing. */
#define JG_TYPE_OFFICE_WORDS (jg_office_words_get_type ())
G_DECLARE_FINAL_TYPE (JgOfficeWords, jg_office_words, JG, OFFICE_WORDS, AdwWindow)

GtkWidget *jg_office_words_new (JgSession *session, const char *occupation);

G_END_DECLS
