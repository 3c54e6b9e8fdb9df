/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"

G_BEGIN_DECLS

/* Ages between which no measure of the catalogue draws a line: whoever says so much has said enough. */
typedef struct
{
  int from;
  int to; /* JG_KIOSK_BAND_OPEN in the last one */
} JgKioskBand;

#define JG_KIOSK_BAND_OPEN -1

GArray *jg_kiosk_band_list (JgCatalogue *catalogue);

G_END_DECLS
