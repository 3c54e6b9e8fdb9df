/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-json-reader.h"
#include "jg-profile.h"

G_BEGIN_DECLS

/* A profile as a part of another file. Internal to the library. */

JgProfile *jg_profile_read (JgJsonReader *reader, JsonObject *object, const char *at);
void jg_profile_build (JgProfile *self, JsonBuilder *builder);

G_END_DECLS
