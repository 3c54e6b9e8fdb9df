/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean jg_pdf_add_language (GByteArray *pdf,
                              const char *language);

G_END_DECLS
