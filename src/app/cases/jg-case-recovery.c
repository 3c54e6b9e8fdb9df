/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-recovery.h"

#include <glib/gi18n.h>

#include "../jg-paper-output.h"
#include "../jg-ui.h"
#include "casework/jg-case-seal.h"
#include "paper/jg-letter.h"

struct _JgCaseRecovery
{
  GtkBox parent_instance;

  GtkLabel *key;
  GtkCheckButton *check;

  JgCaseStore *store;
  char *recovery;
};

G_DEFINE_FINAL_TYPE (JgCaseRecovery, jg_case_recovery, GTK_TYPE_BOX)

static void
print_cb (JgCaseRecovery *self)
{
  g_autofree char *mark = jg_case_store_dup_mark (self->store);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *about = g_strdup_printf ("档案库编号：%s　　日期：%s", mark, day);
  const JgLetterPart parts[] = {
    { JG_VOICE_BODY, about },
    { JG_VOICE_META, "恢复密钥" },
    { JG_VOICE_TITLE, self->recovery },
    { JG_VOICE_BODY, "所有职业指导员的口令都忘了时，用这张单子上的密钥打开服务档案，再设新口令。密"
                     "钥每组五个字符，末一个"
                     "是校验位，抄错会提示是哪一组。" },
    { JG_VOICE_BODY,
      "有这张单子的人可以读全部服务档案：请由机构负责人锁好，不拍照、不存电脑、不放在"
      "办公桌上。换了新的恢复密钥，这张单子就作废，请销毁。" },
    { JG_VOICE_BODY, "\n保管人（签字）：＿＿＿＿＿＿＿＿　　存放处：＿＿＿＿＿＿＿＿＿＿＿＿" },
  };
  g_autoptr (JgPaper) paper =
      jg_letter_new ("服务档案恢复单", parts, G_N_ELEMENTS (parts), "本单只打印这一次。");

  jg_paper_output_print (GTK_WIDGET (self), paper, _ ("Recovery sheet"));
}

static void
jg_case_recovery_dispose (GObject *object)
{
  JgCaseRecovery *self = JG_CASE_RECOVERY (object);

  g_clear_pointer (&self->recovery, jg_case_wipe_text);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (jg_case_recovery_parent_class)->dispose (object);
}

static void
jg_case_recovery_class_init (JgCaseRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_case_recovery_dispose;
}

static void
jg_case_recovery_init (JgCaseRecovery *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/**
 * jg_case_recovery_new:
 * @store: the store that it opens
 * @recovery: (transfer full): the key; it is wiped when the widget goes
 *
 * Makes the widget.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
jg_case_recovery_new (JgCaseStore *store, char *recovery)
{
  JgCaseRecovery *self;
  GtkWidget *print = gtk_button_new_with_label (_ ("Print the Recovery Sheet…"));
  g_autofree char *shown = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (store), NULL);
  g_return_val_if_fail (recovery != NULL, NULL);

  self = g_object_new (JG_TYPE_CASE_RECOVERY, NULL);
  self->store = g_object_ref (store);
  self->recovery = recovery;
  gtk_box_append (GTK_BOX (self),
                  jg_ui_label (_ ("This key opens the cases when a passphrase is forgotten. It is "
                                  "shown only now: print it or write it down, and give it to the "
                                  "head of the office to lock away. Not on this computer."),
                               NULL));
  self->key = GTK_LABEL (jg_ui_label (recovery, "title-2"));
  gtk_widget_add_css_class (GTK_WIDGET (self->key), "monospace");
  jg_ui_set_name (GTK_WIDGET (self->key), recovery);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->key));
  gtk_widget_set_halign (print, GTK_ALIGN_START);
  g_signal_connect_object (print, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), print);
  self->check = GTK_CHECK_BUTTON (
      gtk_check_button_new_with_label (_ ("It is printed or written down, and locked away")));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->check));
  return GTK_WIDGET (self);
}

/**
 * jg_case_recovery_get_check:
 * @self: the widget
 *
 * Gets what says that the key is safe.
 *
 * Returns: (transfer none): the check button
 */
GtkCheckButton *
jg_case_recovery_get_check (JgCaseRecovery *self)
{
  g_return_val_if_fail (JG_IS_CASE_RECOVERY (self), NULL);

  return self->check;
}
