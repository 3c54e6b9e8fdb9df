/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-pack-diff.h"
#include "catalogue/jg-pack-shelf.h"
#include "catalogue/jg-signature.h"
#include "jg-ctl.h"

G_BEGIN_DECLS

int jg_ctl_pack_verify (JgCtl *ctl, char **arguments);
int jg_ctl_pack_diff (JgCtl *ctl, char **arguments);
int jg_ctl_pack_import (JgCtl *ctl, char **files);
int jg_ctl_pack_undo (JgCtl *ctl, char **arguments);

JgKeyRing *jg_ctl_pack_open_keys (JgCtl *ctl);
JgPackShelf *jg_ctl_pack_open_shelf (JgCatalogue *base);
void
jg_ctl_pack_put_signature (JsonBuilder *builder, const JgSignature *signature, gboolean shipped);
void jg_ctl_pack_put_difference (JsonBuilder *builder, const JgPackDifference *difference);
void jg_ctl_pack_print_difference (const JgPackDifference *difference);
void jg_ctl_pack_tell_signature (JsonBuilder *builder,
                                 JgKeyRing *keys,
                                 JgPackShelf *shelf,
                                 const char *id);

G_END_DECLS
