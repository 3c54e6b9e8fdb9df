/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "catalogue/jg-local-pack.h"
#include "catalogue/jg-pack-import.h"

G_BEGIN_DECLS

/* Packs as files: the office's own for others, those of others after a look at what they bring. */

typedef void (*JgLocalImportFunc) (JgPackImport *import, gpointer data);

void jg_local_exchange_export (GtkWindow *window, JgLocalPack *pack);
void jg_local_exchange_import (GtkWindow *window,
                               JgSession *session,
                               JgCatalogue *base,
                               JgLocalPack *own,
                               JgLocalImportFunc keep);
char *jg_local_exchange_dup_words (JgPackImport *import, JgSession *session);

G_END_DECLS
