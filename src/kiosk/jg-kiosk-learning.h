/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"

G_BEGIN_DECLS

/* A measure by which somebody may learn an occupation. */
typedef struct
{
  JgMeasure *measure;
  char *words;      /* of the text that tie it to the occupation, or NULL */
  gboolean for_any; /* it holds for any occupation */
} JgKioskLearning;

GPtrArray *jg_kiosk_learning_list (JgCatalogue *catalogue, JgOccupation *occupation);

G_END_DECLS
