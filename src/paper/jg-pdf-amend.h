/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean jg_pdf_amend (GByteArray *pdf, const char *language, GPtrArray *font_names);

G_END_DECLS
