/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-catalogue.h"

/* jg_occupation_summary_free:
 * @self: (transfer full): a summary */
void
jg_occupation_summary_free (JgOccupationSummary *self)
{
  g_free (self->id);
  g_free (self->code);
  g_free (self->edition);
  g_free (self->name);
  g_free (self->status);
  g_free (self->provenance);
  g_free (self->definition);
  g_free (self);
}

/* jg_fact_free:
 * @self: (transfer full): a fact */
void
jg_fact_free (JgFact *self)
{
  g_free (self->key);
  g_free (self->type);
  g_free (self->question);
  g_free (self->group);
  g_free (self->unit);
  g_free (self->granted_by);
  g_free (self->hint);
  g_strfreev (self->never_from);
  g_strfreev (self->implied_by);
  g_strfreev (self->people);
  g_strfreev (self->option_values);
  g_strfreev (self->option_names);
  g_free (self);
}

/* jg_pack_info_free:
 * @self: (transfer full): what a pack says of itself */
void
jg_pack_info_free (JgPackInfo *self)
{
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->date);
  g_free (self->provenance);
  g_free (self->sha256);
  g_strfreev (self->source_titles);
  g_strfreev (self->source_licences);
  g_strfreev (self->source_credits);
  g_free (self);
}

/* jg_alias_free:
 * @self: (transfer full): an alias */
void
jg_alias_free (JgAlias *self)
{
  g_free (self->text);
  g_free (self->occupation);
  g_free (self->kind);
  g_free (self->source);
  g_free (self->provenance);
  g_free (self);
}

/* jg_synonym_free:
 * @self: (transfer full): a synonym */
void
jg_synonym_free (JgSynonym *self)
{
  g_free (self->text);
  g_strfreev (self->means);
  g_free (self);
}
