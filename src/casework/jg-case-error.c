/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-error.h"

G_DEFINE_QUARK (jg - case -error - quark, jg_case_error)
