/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void jg_text_wipe (char *text);
void jg_text_wipe_free (char *text);
void jg_text_wipe_strv (char **list);

G_END_DECLS
