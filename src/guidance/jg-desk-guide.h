/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What an office says of the way to it; NULL where it says nothing. */
typedef enum
{
  JG_DESK_FIELD_COUNTER,   /* 窗口 */
  JG_DESK_FIELD_ADDRESS,   /* 地址 */
  JG_DESK_FIELD_HOURS,     /* 办公时间 */
  JG_DESK_FIELD_TELEPHONE, /* 电话 */
  JG_DESK_FIELD_MATERIALS, /* 材料 */
  JG_N_DESK_FIELDS
} JgDeskField;

/* An office's own 办事指南 for one measure or for all (provenance local). */
typedef struct
{
  char *measure;                  /* id; NULL for all measures without one of their own */
  char *fields[JG_N_DESK_FIELDS]; /* at least one; may have line feeds */
  char *date;                     /* YYYY-MM-DD, YYYY-MM or YYYY */
  char *by;                       /* name of whoever confirmed it */
} JgDeskGuide;

#define JG_TYPE_DESK_GUIDE (jg_desk_guide_get_type ())
GType jg_desk_guide_get_type (void);
JgDeskGuide *jg_desk_guide_new (const char *measure, const char *date, const char *by);
void jg_desk_guide_set_field (JgDeskGuide *self, JgDeskField field, const char *text);
JgDeskGuide *jg_desk_guide_ref (JgDeskGuide *self);
void jg_desk_guide_unref (JgDeskGuide *self);

const char *
jg_desk_field_nick (JgDeskField field); /* counter, address, hours, telephone, materials */
const char *jg_desk_field_label (JgDeskField field);
guint jg_desk_field_max (JgDeskField field); /* characters */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgDeskGuide, jg_desk_guide_unref)

G_END_DECLS
