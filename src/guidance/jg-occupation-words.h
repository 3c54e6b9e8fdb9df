/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"

G_BEGIN_DECLS

/* Short Chinese words of ours about an occupation, for paper and terminal. */

char *jg_occupation_words_dup_name (const JgOccupation *occupation);
char *jg_occupation_words_dup_code (const char *code, const char *edition, const char *provenance);
char *jg_occupation_words_dup_codes (const JgOccupation *occupation);
char *jg_occupation_words_dup_classes (const JgOccupation *occupation);
const char *jg_occupation_words_get_work_type_remark (const char *status);
char *jg_occupation_words_dup_work_types (const JgOccupation *occupation);
char *jg_occupation_words_dup_measures (const JgOccupation *occupation);
const char *jg_occupation_words_get_no_definition (const JgOccupation *occupation);
char *jg_occupation_words_dup_source (JgCatalogue *catalogue, const JgOccupation *occupation);
char *
jg_occupation_words_dup_citation (JgCatalogue *catalogue, const char *document, const char *clause);
char *jg_occupation_words_dup_data_date (JgCatalogue *catalogue);
guint jg_occupation_words_count_measures (const JgOccupation *occupation, guint *n_any);

G_END_DECLS
