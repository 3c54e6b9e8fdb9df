/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-words.h"

#include <glib/gi18n.h>

#include "casework/jg-case-code.h"

static gboolean
is_open (JgCaseDesk *desk)
{
  return jg_case_desk_get_state (desk) == JG_CASE_STORE_UNLOCKED;
}

/**
 * jg_case_words_dup_status:
 * @desk: a desk
 *
 * Says in a sentence or two whether what is entered is kept.
 *
 * Returns: (transfer full): the words
 */
char *
jg_case_words_dup_status (JgCaseDesk *desk)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  switch (jg_case_desk_get_keeping (desk))
    {
    case JG_KEEPING_UNSAVED:
      if (is_open (desk))
        return g_strdup (
            _ ("Not kept yet. A sealed draft guards against power cuts until you decide."));
      break;
    case JG_KEEPING_DECLINED:
      return g_strdup (
          _ ("Not to be kept: nothing of it is written. It is gone with the next jobseeker."));
    case JG_KEEPING_SAVED:
      code = jg_case_code_from_id (jg_case_desk_get_case (desk));
      return g_strdup_printf (_ ("Saved as case %s."), code);
    case JG_KEEPING_CHANGED:
      code = jg_case_code_from_id (jg_case_desk_get_case (desk));
      if (jg_case_desk_has_failed (desk))
        return g_strdup_printf (_ ("Case %s has changes that could not be saved yet."), code);
      return g_strdup_printf (_ ("Case %s has changes, which are saved in a moment."), code);
    case JG_KEEPING_NOTHING:
    default:
      if (is_open (desk))
        return g_strdup (_ ("The cases are unlocked. Nothing is kept before the person agrees."));
      break;
    }
  if (jg_case_desk_get_state (desk) == JG_CASE_STORE_LOCKED)
    return g_strdup (
        _ ("The cases are locked. What is entered is only in memory, and gone when the window "
           "closes."));
  return g_strdup (_ ("Nothing entered here is saved. It is gone when the window closes."));
}

/**
 * jg_case_words_get_icon:
 * @desk: a desk
 *
 * Gets the icon that stands for the status.
 *
 * Returns: (transfer none): its name
 */
const char *
jg_case_words_get_icon (JgCaseDesk *desk)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  if (jg_case_desk_get_trouble (desk) != NULL)
    return "dialog-warning-symbolic";
  switch (jg_case_desk_get_keeping (desk))
    {
    case JG_KEEPING_UNSAVED:
      return "document-edit-symbolic";
    case JG_KEEPING_DECLINED:
      return "action-unavailable-symbolic";
    case JG_KEEPING_SAVED:
      return "emblem-ok-symbolic";
    case JG_KEEPING_CHANGED:
      return "document-save-symbolic";
    case JG_KEEPING_NOTHING:
    default:
      return is_open (desk) ? "changes-allow-symbolic" : "changes-prevent-symbolic";
    }
}

/**
 * jg_case_words_get_unlock:
 * @desk: a desk
 *
 * Gets what leads to an unlocked store.
 *
 * Returns: (transfer none) (nullable): a label for a button or a menu; %NULL when it is unlocked
 */
const char *
jg_case_words_get_unlock (JgCaseDesk *desk)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  switch (jg_case_desk_get_state (desk))
    {
    case JG_CASE_STORE_UNLOCKED:
      return NULL;
    case JG_CASE_STORE_LOCKED:
      return _ ("Unlock the Cases…");
    case JG_CASE_STORE_CLOSED:
    case JG_CASE_STORE_ABSENT:
    default:
      return jg_case_desk_get_open_error (desk) != NULL ? _ ("Open the Cases Again…")
                                                        : _ ("Begin to Keep Cases…");
    }
}

/**
 * jg_case_words_get_keep:
 * @desk: a desk
 *
 * Gets what keeps the sitting.
 *
 * Returns: (transfer none): a label for a button or a menu
 */
const char *
jg_case_words_get_keep (JgCaseDesk *desk)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  return jg_case_desk_get_case (desk) != 0 ? _ ("Save the Case") : _ ("Keep as a Case…");
}

/**
 * jg_case_words_can_keep:
 * @desk: a desk
 *
 * Tells whether there is something to keep.
 *
 * Returns: %FALSE when nothing is entered or all of it is saved
 */
gboolean
jg_case_words_can_keep (JgCaseDesk *desk)
{
  const JgKeeping keeping = jg_case_desk_get_keeping (desk);

  return keeping != JG_KEEPING_NOTHING && keeping != JG_KEEPING_SAVED;
}
