/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-pack.h"

G_BEGIN_DECLS

/* One file of data/sources/ as it is kept inside a catalogue. */
typedef struct
{
  char *name;
  GBytes *bytes;
} JgSourceFile;

/* The official documents: documents.json, repairs.json and the texts they name. */
typedef struct
{
  char *title;
  char *date;
  char **source_titles;
  char **source_licences;
  char **source_credits;
  GPtrArray *files;     /* (element-type JgSourceFile) */
  GPtrArray *documents; /* (element-type JgPackDocument), in order */
} JgSources;

JgSources *jg_sources_load_folder (const char *folder, GPtrArray *errors);
JgSources *jg_sources_load_files (GPtrArray *files, GPtrArray *errors);
void jg_sources_free (JgSources *self);
void jg_source_file_free (JgSourceFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgSources, jg_sources_free)

G_END_DECLS
