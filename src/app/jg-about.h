/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "catalogue/jg-catalogue.h"

G_BEGIN_DECLS

void jg_about_show (GtkWindow *parent, JgCatalogue *catalogue);

G_END_DECLS
