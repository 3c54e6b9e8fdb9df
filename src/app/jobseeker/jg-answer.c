/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-answer.h"

/**
 * jg_answer_give:
 * @session: what the pages share
 * @key: key of a #JgQuestion
 * @answer: what was said
 * @text: (nullable): the words of %JG_ANSWER_TEXT
 *
 * Puts an answer where it belongs in the profile; all results and forms follow.
 *
 * Returns: %FALSE when @text is no answer to the question; nothing was changed then
 */
gboolean
jg_answer_give (JgSession *session, const char *key, JgAnswer answer, const char *text)
{
  g_return_val_if_fail (JG_IS_SESSION (session), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (!jg_profile_answer (jg_session_get_profile (session), jg_session_get_catalogue (session), key,
                          answer, text))
    return FALSE;
  /* The forms show it too. */
  g_signal_emit_by_name (session, "replaced");
  jg_session_touch (session);
  return TRUE;
}
