/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-signature.h"

G_BEGIN_DECLS

/* Where a statement of the catalogue is from: official, secondary, editorial; and of an office's pack local, with what its signature
 * says behind it: local (none), local-unknown, local-bad, local-good. */

const char *jg_provenance_of_local (JgSignatureState state);
gboolean jg_provenance_is_local (const char *provenance);
const char *jg_provenance_get_plain (const char *provenance);
const char *jg_provenance_get_signature (const char *provenance);
const char *jg_provenance_get_mark (const char *provenance);

G_END_DECLS
