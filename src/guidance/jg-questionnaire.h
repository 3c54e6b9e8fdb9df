/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One answer that may be chosen. */
typedef struct
{
  char *key;
  char *label;
} JgQuestionOption;

typedef struct
{
  char *key;
  char *question;
  GPtrArray *options; /* (element-type JgQuestionOption) */
} JgInterestQuestion;

/* What an answer says for an occupation, and the printed words it is drawn from. */
typedef struct
{
  char *question;
  char *option;
  char *occupation; /* id */
  char *words;      /* of the definition or a task, as printed */
  char *reason;
  int weight;
} JgInterestWeight;

/* The questionnaire about interests and conditions (data/questionnaire.json): 仅供参考. */
typedef struct
{
  char *title;
  char *note;
  GPtrArray *questions; /* (element-type JgInterestQuestion) */
  GPtrArray *weights;   /* (element-type JgInterestWeight) */
} JgQuestionnaire;

/* The most that all answers together move an occupation. */
#define JG_QUESTIONNAIRE_MAX_BONUS 3

const JgQuestionnaire *jg_questionnaire_get (void);
JgQuestionnaire *
jg_questionnaire_new_from_data (const char *data, gssize length, GPtrArray *errors);
void jg_questionnaire_free (JgQuestionnaire *self);
const char *
jg_questionnaire_find_label (const JgQuestionnaire *self, const char *question, const char *option);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgQuestionnaire, jg_questionnaire_free)

G_END_DECLS
