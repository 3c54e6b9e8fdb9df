/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-profile.h"
#include "jg-plan-step.h"

G_BEGIN_DECLS

#define JG_RECORD_ERROR (jg_record_error_quark ())

typedef enum
{
  JG_RECORD_ERROR_READ,    /* the file cannot be read */
  JG_RECORD_ERROR_INVALID, /* the content is no record; the message has a line for each error */
  JG_RECORD_ERROR_NEWER,   /* a newer JobGuide wrote it */
} JgRecordError;

GQuark jg_record_error_quark (void);

/* What is said in free words; NULL where nothing is. */
typedef enum
{
  JG_RECORD_CONCERN,       /* 主要顾虑，本人原话 */
  JG_RECORD_REMARKS,       /* the counsellor's free remarks */
  JG_RECORD_FOLLOW_UP_WAY, /* 回访方式 */
  JG_RECORD_DESK,          /* 窗口 */
  JG_RECORD_COUNSELLOR,    /* 指导员 */
  JG_N_RECORD_TEXTS
} JgRecordText;

/* What the counsellor says of a task of an occupation, over what the matcher proposes. */
typedef enum
{
  JG_TASK_UNSET,     /* nothing: the matcher's proposal stands */
  JG_TASK_CAN,       /* 已会 */
  JG_TASK_LEARN,     /* 可学 */
  JG_TASK_NOT_SHOWN, /* 未体现 */
  JG_N_TASK_STATES
} JgTaskState;

/* An occupation the counsellor struck out. */
typedef struct
{
  char *occupation;
  char *reason;
} JgStruck;

/* One contact with the jobseeker after the session. */
typedef struct
{
  char *date; /* YYYY-MM-DD */
  char *way;  /* or NULL */
  char *note; /* or NULL */
} JgContact;

#define JG_RECORD_MAX_CHOSEN 3
#define JG_RECORD_MAX_TASK 99
#define JG_RECORD_MAX_TASKS 2000
#define JG_RECORD_MAX_STRUCK 200
#define JG_RECORD_MAX_REASON 100 /* characters */
#define JG_RECORD_MAX_MEASURES 500
#define JG_RECORD_MAX_STEPS 20
#define JG_RECORD_MAX_CONTACTS 200
#define JG_RECORD_MAX_WAY 40
#define JG_RECORD_MAX_NOTE 500
#define JG_RECORD_MAX_ANSWERS 100
#define JG_RECORD_MAX_UNDO 100
#define JG_RECORD_MAX_BYTES (4 * 1024 * 1024) /* as much as the store of cases takes */

/* Everything a desk session holds about one jobseeker (jobguide-record/1). Emits “changed” when it says something else
 * than before, and before that “replaced” when undo or redo put another profile in. */
#define JG_TYPE_RECORD (jg_record_get_type ())
G_DECLARE_FINAL_TYPE (JgRecord, jg_record, JG, RECORD, GObject)

JgRecord *jg_record_new (void);
JgRecord *jg_record_new_for_profile (JgProfile *profile, const char *day);
JgRecord *jg_record_new_from_data (const char *data,
                                   gssize length,
                                   const char *name,
                                   const char *day,
                                   GError **error);
JgRecord *jg_record_new_from_file (const char *path, const char *day, GError **error);
char *jg_record_to_data (JgRecord *self);

gboolean jg_record_is_empty (JgRecord *self);
gboolean jg_record_touch (JgRecord *self);
void jg_record_end_edit (JgRecord *self);
gboolean jg_record_can_undo (JgRecord *self);
gboolean jg_record_undo (JgRecord *self);
gboolean jg_record_can_redo (JgRecord *self);
gboolean jg_record_redo (JgRecord *self);

JgProfile *jg_record_get_profile (JgRecord *self);
const char *jg_record_get_number (JgRecord *self);
const char *jg_record_get_created (JgRecord *self); /* YYYY-MM-DD */
const char *jg_record_get_changed (JgRecord *self); /* YYYY-MM-DD */
const char *jg_record_get_text (JgRecord *self, JgRecordText field);
void jg_record_set_text (JgRecord *self, JgRecordText field, const char *text);
const char *jg_record_get_follow_up (JgRecord *self); /* YYYY-MM-DD or NULL */
gboolean jg_record_set_follow_up (JgRecord *self, const char *date);
gboolean jg_record_get_large_print (JgRecord *self);
void jg_record_set_large_print (JgRecord *self, gboolean large_print);

/* Occupations */
const char *const *jg_record_get_chosen (JgRecord *self); /* ids, in the order they were chosen */
gboolean jg_record_is_chosen (JgRecord *self, const char *occupation);
gboolean jg_record_choose (JgRecord *self, const char *occupation, gboolean chosen);
JgTaskState jg_record_get_task (JgRecord *self, const char *occupation, guint task);
gboolean jg_record_set_task (JgRecord *self, const char *occupation, guint task, JgTaskState state);
GPtrArray *jg_record_get_struck (JgRecord *self); /* (element-type JgStruck) */
const char *jg_record_get_strike_reason (JgRecord *self, const char *occupation);
gboolean jg_record_strike (JgRecord *self, const char *occupation, const char *reason);
void jg_record_unstrike (JgRecord *self, const char *occupation);

/* Measures */
const char *const *jg_record_get_ticked (JgRecord *self); /* ids the counsellor put on the sheet */
const char *const *jg_record_get_taken_off (JgRecord *self); /* ids the counsellor took off it */
gboolean jg_record_tick (JgRecord *self, const char *measure, gboolean ticked);

/* The plan */
GPtrArray *jg_record_get_steps (JgRecord *self); /* (element-type JgPlanStep) */
gboolean jg_record_add_step (JgRecord *self, const JgPlanStep *step);
void jg_record_set_step (JgRecord *self, guint index, JgPlanStepField field, const char *text);
void jg_record_set_step_done (JgRecord *self, guint index, gboolean done);
void jg_record_remove_step (JgRecord *self, guint index);
GPtrArray *jg_record_get_contacts (JgRecord *self); /* (element-type JgContact): as recorded */
gboolean
jg_record_add_contact (JgRecord *self, const char *date, const char *way, const char *note);
void jg_record_remove_contact (JgRecord *self, guint index);

/* The questionnaire */
const char *jg_record_get_answer (JgRecord *self, const char *question);
gboolean jg_record_set_answer (JgRecord *self, const char *question, const char *answer);
char **jg_record_list_answered (JgRecord *self);

const char *const *jg_record_text_nicks (void);
guint jg_record_text_max (JgRecordText field); /* characters */
const char *const *jg_task_state_nicks (void); /* can, learn, not-shown */
const char *jg_task_state_nick (JgTaskState state);
const char *jg_task_state_label (JgTaskState state); /* 已会, 可学, 未体现 */

G_END_DECLS
