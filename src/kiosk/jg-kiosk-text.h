/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"

G_BEGIN_DECLS

/* What somebody takes along as plain text, no longer than fits a QR code. */
char *jg_kiosk_text_occupation (JgCatalogue *catalogue, JgOccupation *occupation, gsize max_bytes);
char *jg_kiosk_text_measure (JgCatalogue *catalogue, const JgMeasure *measure, gsize max_bytes);

G_END_DECLS
