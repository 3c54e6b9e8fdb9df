/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* So many answers are asked for, in order. */
#define FIRST 40

typedef void (*Engine) (gpointer data, const char *query);

/* The queries, and what the plain scan took for them. */
typedef struct
{
  char **queries;
  guint n_queries;
  double p99_of_scan; /* ns; 0 until it has been measured */
} Measure;

void measure (Measure *self, const char *name, gboolean sparse, Engine engine, gpointer data);

/* search-scan.c: the texts as 16-bit units, one behind the other in the order of an answer. */
typedef struct _Plain Plain;

Plain *plain_read (sqlite3 *db);
void plain_free (Plain *self);
gsize plain_utf8_bytes (const Plain *self);
guint plain_n_entries (const Plain *self);
const char *plain_how (void);
guint plain_scan (const Plain *self, const char *query, guint8 *best, guint limit);
void plain_run (gpointer data, const char *query);

/* search-peers.c */
void measure_peers (Measure *measure, sqlite3 *db, const char *tsv);

/* search-xapian.cc; every call may fail, which ends the program with what Xapian says. */
gboolean xapian_is_built (void);
gpointer xapian_new (const char *folder);
void xapian_add (gpointer self,
                 const char *code,
                 const char *name,
                 const char *aliases,
                 const char *definition,
                 const char *tasks);
void xapian_finish (gpointer self);
void xapian_run (gpointer self, const char *query);
void xapian_free (gpointer self);

G_END_DECLS
