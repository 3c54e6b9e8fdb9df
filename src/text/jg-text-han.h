/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar jg_text_han_simplify (gunichar c);
const char *jg_text_han_to_latin (gunichar c);

G_END_DECLS
