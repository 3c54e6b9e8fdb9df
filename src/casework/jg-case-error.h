/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JG_CASE_ERROR (jg_case_error_quark ())

typedef enum
{
  JG_CASE_ERROR_MISSING, /* there is no store, but backups or a damaged one lie beside its place */
  JG_CASE_ERROR_EXISTS,  /* there is a store already */
  JG_CASE_ERROR_BUSY,    /* another program has the store open */
  JG_CASE_ERROR_NEWER,   /* a newer JobGuide wrote the store; nothing was touched */
  JG_CASE_ERROR_FOREIGN, /* the file is no store of cases; nothing was touched */
  JG_CASE_ERROR_DAMAGED, /* the store is damaged; it was left as it is */
  JG_CASE_ERROR_RECORD,  /* one record is damaged or was changed by someone else; it is not shown */
  JG_CASE_ERROR_READ_ONLY,  /* the folder or the file may not be written */
  JG_CASE_ERROR_WRITE,      /* nothing was kept */
  JG_CASE_ERROR_FULL,       /* nothing was kept: the disk is full */
  JG_CASE_ERROR_LOCKED,     /* the passphrase is needed first */
  JG_CASE_ERROR_PASSPHRASE, /* no key opens with it */
  JG_CASE_ERROR_INVALID,    /* what was given cannot be kept */
  JG_CASE_ERROR_CONSENT,    /* the person has not agreed to be kept */
  JG_CASE_ERROR_NOT_FOUND,  /* there is no such case */
  JG_CASE_ERROR_MEMORY,     /* too little memory for the key or the work */
} JgCaseError;

GQuark jg_case_error_quark (void);

G_END_DECLS
