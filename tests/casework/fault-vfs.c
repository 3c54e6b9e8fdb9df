/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file system for SQLite that does what the real one does, until the n-th call of a kind fails. */

#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

static struct
{
  FaultKind kind;
  int left; /* calls until it fails; 0 when it is not armed */
  gboolean for_ever;
  int code;
  gboolean happened;
} fault;

static gboolean
fails (FaultKind kind)
{
  if (fault.left == 0 || fault.kind != kind)
    return FALSE;
  if (fault.left > 1)
    {
      fault.left--;
      return FALSE;
    }
  fault.happened = TRUE;
  if (!fault.for_ever)
    fault.left = 0;
  return TRUE;
}

/* Lets the n-th call of a kind from now on fail, once or for ever after. */
void
fault_vfs_arm (FaultKind kind, int n, gboolean for_ever, int code)
{
  fault.kind = kind;
  fault.left = n;
  fault.for_ever = for_ever;
  fault.code = code;
  fault.happened = FALSE;
}

/* Returns whether the fault happened. */
gboolean
fault_vfs_disarm (void)
{
  fault.left = 0;
  return fault.happened;
}

/* The file of the real system lies behind this. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} File;

#define REAL(file) (((File *) (file))->real)

static int
file_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
file_read (sqlite3_file *file, void *data, int n, sqlite3_int64 at)
{
  return REAL (file)->pMethods->xRead (REAL (file), data, n, at);
}

static int
file_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 at)
{
  if (fails (FAULT_WRITE))
    {
      /* A disk that fills up, or is pulled out, may have taken the first half. */
      REAL (file)->pMethods->xWrite (REAL (file), data, n / 2, at);
      return fault.code;
    }
  return REAL (file)->pMethods->xWrite (REAL (file), data, n, at);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails (FAULT_TRUNCATE) ? SQLITE_IOERR_TRUNCATE
                                : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  return fails (FAULT_SYNC) ? SQLITE_IOERR_FSYNC
                            : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
file_lock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
file_unlock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
file_check_lock (sqlite3_file *file, int *result)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), result);
}

static int
file_control (sqlite3_file *file, int op, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), op, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1, /* no shared memory: the store must not need it */
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
};

static int
vfs_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *out)
{
  sqlite3_vfs *real = vfs->pAppData;
  File *file = (gpointer) base;
  int rc;

  file->base.pMethods = NULL;
  file->real = (gpointer) (file + 1);
  if (fails (FAULT_OPEN))
    return SQLITE_CANTOPEN;
  rc = real->xOpen (real, name, file->real, flags, out);
  if (file->real->pMethods != NULL)
    file->base.pMethods = &methods;
  return rc;
}

/* Makes it the file system of everything SQLite opens from now on. */
void
fault_vfs_register (void)
{
  static sqlite3_vfs vfs;
  sqlite3_vfs *real = sqlite3_vfs_find (NULL);

  if (vfs.zName != NULL)
    return;
  memcpy (&vfs, real, sizeof vfs);
  vfs.zName = "fault";
  vfs.szOsFile = (int) sizeof (File) + real->szOsFile;
  vfs.pAppData = real;
  vfs.xOpen = vfs_open;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
