/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-search.h"
#include "guidance/jg-profile-answer.h"
#include "kiosk/jg-kiosk-config.h"
#include "kiosk/jg-kiosk-counters.h"
#include "kiosk/jg-kiosk-quiz.h"

G_BEGIN_DECLS

/* One person at the kiosk: what the pages share, in memory only. */
#define JG_TYPE_KIOSK_SESSION (jg_kiosk_session_get_type ())
G_DECLARE_FINAL_TYPE (JgKioskSession, jg_kiosk_session, JG, KIOSK_SESSION, GObject)

JgKioskSession *jg_kiosk_session_new (JgCatalogue *catalogue,
                                      const JgKioskConfig *config,
                                      const char *as_of,
                                      int link);
JgCatalogue *jg_kiosk_session_get_catalogue (JgKioskSession *self);
JgSearch *jg_kiosk_session_get_search (JgKioskSession *self);
JgProfile *jg_kiosk_session_get_profile (JgKioskSession *self);
gboolean jg_kiosk_session_has_answers (JgKioskSession *self);
guint jg_kiosk_session_get_n_answers (JgKioskSession *self);
gboolean
jg_kiosk_session_answer (JgKioskSession *self, const char *key, JgAnswer answer, const char *text);
void jg_kiosk_session_answer_place (JgKioskSession *self, const char *key, const char *code);
JgKioskQuiz *jg_kiosk_session_get_quiz (JgKioskSession *self);
const JgKioskConfig *jg_kiosk_session_get_config (JgKioskSession *self);
const char *jg_kiosk_session_get_as_of (JgKioskSession *self);
void jg_kiosk_session_count (JgKioskSession *self, JgKioskCounter counter);
gboolean jg_kiosk_session_may_print (JgKioskSession *self);
void jg_kiosk_session_leave (JgKioskSession *self, const char *passphrase);

G_END_DECLS
