/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "catalogue/jg-catalogue.h"
#include "guidance/jg-record.h"
#include "paper/jg-paper.h"

G_BEGIN_DECLS

/* Exit codes of the contract. */
enum
{
  JG_EXIT_DONE = 0,
  JG_EXIT_NOTHING = 1, /* the input is bad, or nothing was found */
  JG_EXIT_USAGE = 2,
};

/* What the command line says, and what the commands share. */
typedef struct
{
  char *catalogue_path; /* --catalogue, or NULL */
  char *as_of;          /* YYYY-MM-DD */
  gboolean json;
  char **with;   /* --with, or NULL */
  char **in_use; /* those of --with that the open catalogue has, or NULL */
  int limit;     /* --limit; 0 when not given */
  char *edition; /* --edition, or NULL */
  char *output;  /* --output, or NULL */
  char **codes;  /* --code, or NULL */
  gboolean large_print;
  gboolean clauses;       /* --clauses */
  char *format;           /* --format, or NULL */
  char *desk;             /* --desk, or NULL */
  char **measures;        /* --measure, or NULL */
  char *sources;          /* --sources, or NULL */
  char *onto;             /* --onto, or NULL */
  char *explain;          /* --explain, or NULL */
  gboolean list_measures; /* --measures */
  char *keys;             /* --keys, or NULL */
  char *courses;          /* --courses, or NULL */
  gboolean progress;      /* --progress */

  /* Of “case”. */
  char *store;         /* --store, or NULL */
  char *counsellor;    /* --counsellor, or NULL */
  char *passphrase_fd; /* --passphrase-fd, or NULL */
  gboolean recovery;
  gboolean due;
  gboolean expired;
  gboolean yes;
  gboolean preview;
  char *from; /* --from, or NULL */
  char *to;   /* --to, or NULL */
} JgCtl;

int jg_ctl_search (JgCtl *ctl, char **arguments);
int jg_ctl_show (JgCtl *ctl, char **arguments);
int jg_ctl_compare (JgCtl *ctl, char **arguments);
int jg_ctl_document (JgCtl *ctl, char **arguments);
int jg_ctl_match (JgCtl *ctl, char **arguments);
int jg_ctl_measures (JgCtl *ctl, char **arguments);
int jg_ctl_facts (JgCtl *ctl, char **arguments);
int jg_ctl_sheet (JgCtl *ctl, char **arguments);
int jg_ctl_pack (JgCtl *ctl, char **arguments);
int jg_ctl_case (JgCtl *ctl, char **arguments);
int jg_ctl_course (JgCtl *ctl, char **arguments);
int jg_ctl_kiosk (JgCtl *ctl, char **arguments);

GOptionGroup *jg_ctl_case_group (JgCtl *ctl);
const char *jg_ctl_case_find_stray (const JgCtl *ctl, const char *known);
void jg_ctl_case_clear (JgCtl *ctl);

int jg_ctl_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
int jg_ctl_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
JgCatalogue *jg_ctl_open_base (JgCtl *ctl);
JgCatalogue *jg_ctl_open_catalogue (JgCtl *ctl);
JgRecord *jg_ctl_read_record (JgCtl *ctl, const char *path);
JgProfile *jg_ctl_read_profile (JgCtl *ctl, const char *path);
JsonBuilder *jg_ctl_begin (JgCtl *ctl);
void jg_ctl_end (JsonBuilder *builder);
void jg_ctl_put (JsonBuilder *builder, const char *key, const char *value);
void jg_ctl_put_paper (JgCtl *ctl, JsonBuilder *builder, JgPaper *paper);
void jg_ctl_put_provenance (JsonBuilder *builder, const char *provenance);
char *jg_ctl_dup_marked (const char *name, const char *provenance);
void jg_ctl_put_list (JsonBuilder *builder, const char *key, char **values);

G_END_DECLS
