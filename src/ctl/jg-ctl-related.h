/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "guidance/jg-related.h"
#include "jg-ctl.h"

G_BEGIN_DECLS

void jg_ctl_put_spans (JsonBuilder *builder, const char *key, GArray *spans);
void jg_ctl_put_related (JsonBuilder *builder, JgCatalogue *catalogue, const char *occupation);
void jg_ctl_print_related (JgCatalogue *catalogue, const JgOccupation *occupation);

G_END_DECLS
