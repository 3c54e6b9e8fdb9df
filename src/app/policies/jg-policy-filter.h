/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

typedef enum
{
  JG_POLICY_GROUP_KIND,
  JG_POLICY_GROUP_OFFER,
  JG_POLICY_GROUP_DOCUMENT,
} JgPolicyGroup;

/* How the measures are grouped and which are listed; what is filtered stands there, one click from
 * being cleared. Emits “changed”. */
#define JG_TYPE_POLICY_FILTER (jg_policy_filter_get_type ())
G_DECLARE_FINAL_TYPE (JgPolicyFilter, jg_policy_filter, JG, POLICY_FILTER, AdwBin)

GtkWidget *jg_policy_filter_new (JgSession *session);
JgPolicyGroup jg_policy_filter_get_group (JgPolicyFilter *self);
gboolean jg_policy_filter_is_on (JgPolicyFilter *self);
gboolean jg_policy_filter_has_occupation (JgPolicyFilter *self);
gboolean jg_policy_filter_accepts (JgPolicyFilter *self, const JgMeasure *measure);

G_END_DECLS
