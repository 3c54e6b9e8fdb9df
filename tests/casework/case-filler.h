/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "casework/jg-case-store.h"

void case_filler_fill (JgCaseStore *store, guint n);
