/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../guidance/jg-profile.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  char **words; /* for the matcher; may be empty */
  gboolean chosen;
} JgKioskAnswer;

typedef struct
{
  char *field; /* of the profile: skills, experience */
  char *text;
  GPtrArray *answers; /* (element-type JgKioskAnswer) */
} JgKioskQuestion;

/* The questions of 我能干什么, which are data, with what was answered. */
typedef struct
{
  GPtrArray *questions; /* (element-type JgKioskQuestion) */
} JgKioskQuiz;

JgKioskQuiz *jg_kiosk_quiz_new (const char *text, gssize length);
void jg_kiosk_quiz_free (JgKioskQuiz *self);
guint jg_kiosk_quiz_count_words (const JgKioskQuiz *self);
void jg_kiosk_quiz_fill (const JgKioskQuiz *self, JgProfile *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgKioskQuiz, jg_kiosk_quiz_free)

G_END_DECLS
