/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jg-case-desk.h"

G_BEGIN_DECLS

/* 身份证号 of the case that is shown: nothing is seen of it unless the office keeps such numbers, and then the first and the
 * last sign. It never goes into the record, and so never onto paper. */
#define JG_TYPE_ID_NUMBER_FIELD (jg_id_number_field_get_type ())
G_DECLARE_FINAL_TYPE (JgIdNumberField, jg_id_number_field, JG, ID_NUMBER_FIELD, GtkBox)

void jg_id_number_field_set_desk (JgIdNumberField *self, JgCaseDesk *desk);

G_END_DECLS
