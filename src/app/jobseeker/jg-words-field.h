/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* A few lines of free words of the record, written there as they are typed. */
GtkWidget *jg_words_field_new (JgSession *session, JgRecordText field, const char *name, int lines);

G_END_DECLS
