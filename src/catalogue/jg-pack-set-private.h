/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-pack-set.h"
#include "jg-sources.h"

G_BEGIN_DECLS

struct _JgPackSet
{
  GObject parent_instance;

  JgSources *sources;   /* the official texts, or NULL */
  gboolean imported;    /* packs added now come from outside: never official */
  GPtrArray *packs;     /* (element-type JgPack), sorted by id once checked */
  GPtrArray *documents; /* (element-type JgPackDocument), borrowed: official, then local */
  GHashTable *document_by_key;
  GHashTable *fact_by_key;
  GHashTable *occupation_by_id; /* id → JgPackOccupation */
  GHashTable *ids;              /* id → pointer where it was given */
  GPtrArray *operations;        /* (element-type JgOperation), borrowed, in order of the notices */
  GPtrArray *pack_occupations;
  GPtrArray *codes;
  GPtrArray *occupations; /* (element-type JgOccupation), replayed */
  GPtrArray *errors;      /* (element-type utf8) */

  char *base_id;             /* of the catalogue the packs are put onto, or NULL */
  GCancellable *cancellable; /* or NULL */
  JgProgressFunc progress;   /* or NULL */
  gpointer progress_data;
  double stage; /* where the present stage begins and how much of the whole it is */
  double stage_share;
  double reported;
};

/* What share of the time each stage takes, as measured on the shipped packs. */
enum
{
  JG_STAGE_READ = 35,
  JG_STAGE_CHECK = 5,
  JG_STAGE_WRITE = 30,
  JG_STAGE_SEARCH = 30,
};

void jg_pack_set_begin_stage (JgPackSet *self, int percent);
gboolean jg_pack_set_step (JgPackSet *self, guint done, guint all);

void jg_pack_set_complain (JgPackSet *self, const char *pointer, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void jg_pack_set_check_references (JgPackSet *self);
void jg_pack_set_check_quotes (JgPackSet *self);

G_END_DECLS
