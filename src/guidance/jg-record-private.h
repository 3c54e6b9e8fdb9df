/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-record.h"

G_BEGIN_DECLS

/* Shared by the files of the record only. */

typedef struct
{
  char *occupation;
  guint task;
  JgTaskState state;
} JgTaskMark;

/* What a file of jobguide-record/1 holds. */
typedef struct
{
  char *number;
  char *created;
  char *changed;
  JgProfile *profile;
  char *texts[JG_N_RECORD_TEXTS];
  char *follow_up;
  gboolean large_print;
  GPtrArray *chosen;    /* (element-type utf8), NULL-terminated as the two of the measures */
  GArray *tasks;        /* (element-type JgTaskMark), by occupation and task */
  GPtrArray *struck;    /* (element-type JgStruck) */
  GPtrArray *ticked;    /* (element-type utf8) */
  GPtrArray *taken_off; /* (element-type utf8) */
  GPtrArray *steps;     /* (element-type JgPlanStep) */
  GPtrArray *contacts;  /* (element-type JgContact) */
  GTree *answers;       /* question to answer */
} JgRecordContent;

JgRecordContent *jg_record_content_new (JgProfile *profile);
void jg_record_content_free (JgRecordContent *self);
gboolean jg_record_content_set_task (JgRecordContent *self,
                                     const char *occupation,
                                     guint task,
                                     JgTaskState state);
JgTaskMark *jg_record_content_find_task (JgRecordContent *self, const char *occupation, guint task);
JgStruck *jg_record_content_find_struck (JgRecordContent *self, const char *occupation);
void
jg_record_content_add_struck (JgRecordContent *self, const char *occupation, const char *reason);
void jg_record_content_add_contact (JgRecordContent *self,
                                    const char *date,
                                    const char *way,
                                    const char *note);

gboolean jg_record_list_has (GPtrArray *ids, const char *id, guint *index);
void jg_record_list_add (GPtrArray *ids, const char *id);

JgRecordContent *
jg_record_content_parse (const char *name, const char *data, gsize length, GError **error);
char *jg_record_content_to_data (const JgRecordContent *self, gboolean with_changed);

gboolean jg_record_is_number (const char *text);
gboolean jg_record_is_day (const char *text);

struct _JgRecord
{
  GObject parent_instance;

  JgRecordContent *content;
  char *snapshot; /* the content as it was last looked at, without the day of the change */
  char *words[3]; /* of the profile, then: alias, experience, wish */
  char *rest;     /* of the profile, then: all but the words */
  GQueue undo;    /* (element-type utf8): snapshots, the latest last */
  GQueue redo;
  const char *
      group; /* interned: what was being typed into; NULL when the next change is a step of its own */
};

gboolean jg_record_commit (JgRecord *self, const char *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgRecordContent, jg_record_content_free)

G_END_DECLS
