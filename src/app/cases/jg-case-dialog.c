/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-dialog.h"

#include "../jg-ui.h"

typedef struct
{
  GtkButton *primary;
  GtkSpinner *spinner;
  GtkWidget *scroller;
  GtkBox *content;
  GtkLabel *remark;

  JgCaseDesk *desk;
  gboolean ready;
  gboolean working;
} JgCaseDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (JgCaseDialog, jg_case_dialog, ADW_TYPE_WINDOW)

static JgCaseDialogPrivate *
get_private (JgCaseDialog *self)
{
  return jg_case_dialog_get_instance_private (self);
}

static void
update_primary (JgCaseDialogPrivate *priv)
{
  gtk_widget_set_sensitive (GTK_WIDGET (priv->primary), priv->ready && !priv->working);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->content), !priv->working);
}

static void
primary_cb (JgCaseDialog *self)
{
  g_assert (JG_IS_CASE_DIALOG (self));

  JG_CASE_DIALOG_GET_CLASS (self)->confirm (self);
}

static void
say (JgCaseDialogPrivate *priv, const char *text, gboolean is_error)
{
  gtk_label_set_text (priv->remark, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->remark), text != NULL);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (priv->remark), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->remark), "error");
}

/* What was begun comes to an end; its callback finds the dialog as it was. */
static gboolean
jg_case_dialog_close_request (GtkWindow *window)
{
  if (get_private (JG_CASE_DIALOG (window))->working)
    return TRUE;
  return GTK_WINDOW_CLASS (jg_case_dialog_parent_class)->close_request (window);
}

static void
jg_case_dialog_dispose (GObject *object)
{
  g_clear_object (&get_private (JG_CASE_DIALOG (object))->desk);

  G_OBJECT_CLASS (jg_case_dialog_parent_class)->dispose (object);
}

static void
jg_case_dialog_class_init (JgCaseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_case_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jg_case_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-case-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, JgCaseDialog, primary);
  gtk_widget_class_bind_template_child_private (widget_class, JgCaseDialog, spinner);
  gtk_widget_class_bind_template_child_private (widget_class, JgCaseDialog, scroller);
  gtk_widget_class_bind_template_child_private (widget_class, JgCaseDialog, content);
  gtk_widget_class_bind_template_child_private (widget_class, JgCaseDialog, remark);
  gtk_widget_class_bind_template_callback (widget_class, primary_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jg_case_dialog_init (JgCaseDialog *self)
{
  JgCaseDialogPrivate *priv = get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->ready = TRUE;
}

/**
 * jg_case_dialog_set_up:
 * @self: a new dialog
 * @near: a widget of the window it belongs to
 * @desk: the desk
 * @title: of the dialog
 * @primary: (nullable): what the button says, or %NULL for none
 *
 * Gives the dialog what every one of them has.
 */
void
jg_case_dialog_set_up (JgCaseDialog *self,
                       GtkWidget *near,
                       JgCaseDesk *desk,
                       const char *title,
                       const char *primary)
{
  JgCaseDialogPrivate *priv;
  GtkRoot *root;

  g_return_if_fail (JG_IS_CASE_DIALOG (self));
  g_return_if_fail (JG_IS_CASE_DESK (desk));

  priv = get_private (self);
  root = gtk_widget_get_root (near);
  priv->desk = g_object_ref (desk);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  jg_ui_set_name (priv->scroller, title);
  jg_case_dialog_set_primary (self, primary);
}

/**
 * jg_case_dialog_get_desk:
 * @self: a dialog
 *
 * Gets the desk it is about.
 *
 * Returns: (transfer none): the desk
 */
JgCaseDesk *
jg_case_dialog_get_desk (JgCaseDialog *self)
{
  g_return_val_if_fail (JG_IS_CASE_DIALOG (self), NULL);

  return get_private (self)->desk;
}

/**
 * jg_case_dialog_get_store:
 * @self: a dialog
 *
 * Gets the store it is about.
 *
 * Returns: (transfer none): the store
 */
JgCaseStore *
jg_case_dialog_get_store (JgCaseDialog *self)
{
  return jg_case_desk_get_store (jg_case_dialog_get_desk (self));
}

/**
 * jg_case_dialog_get_content:
 * @self: a dialog
 *
 * Gets the column to put things in.
 *
 * Returns: (transfer none): the box
 */
GtkBox *
jg_case_dialog_get_content (JgCaseDialog *self)
{
  g_return_val_if_fail (JG_IS_CASE_DIALOG (self), NULL);

  return get_private (self)->content;
}

/**
 * jg_case_dialog_set_primary:
 * @self: a dialog
 * @label: (nullable): what the button says, or %NULL for none
 *
 * Sets the button that Enter presses.
 */
void
jg_case_dialog_set_primary (JgCaseDialog *self, const char *label)
{
  JgCaseDialogPrivate *priv;

  g_return_if_fail (JG_IS_CASE_DIALOG (self));

  priv = get_private (self);
  gtk_widget_set_visible (GTK_WIDGET (priv->primary), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (priv->primary, label);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (priv->primary));
}

/**
 * jg_case_dialog_set_ready:
 * @self: a dialog
 * @ready: whether all that is needed was given
 *
 * Lets the button be pressed, or not yet.
 */
void
jg_case_dialog_set_ready (JgCaseDialog *self, gboolean ready)
{
  g_return_if_fail (JG_IS_CASE_DIALOG (self));

  get_private (self)->ready = ready;
  update_primary (get_private (self));
}

/**
 * jg_case_dialog_set_working:
 * @self: a dialog
 * @text: (nullable): what is being done, or %NULL when it is over
 *
 * Says that something takes a moment; nothing can be changed meanwhile.
 */
void
jg_case_dialog_set_working (JgCaseDialog *self, const char *text)
{
  JgCaseDialogPrivate *priv;

  g_return_if_fail (JG_IS_CASE_DIALOG (self));

  priv = get_private (self);
  priv->working = text != NULL;
  gtk_spinner_set_spinning (priv->spinner, priv->working);
  say (priv, text, FALSE);
  update_primary (priv);
}

/**
 * jg_case_dialog_set_error:
 * @self: a dialog
 * @text: (nullable): what is wrong and what to do, or %NULL when nothing is
 *
 * Says what is wrong, where a screen reader hears it too.
 */
void
jg_case_dialog_set_error (JgCaseDialog *self, const char *text)
{
  g_return_if_fail (JG_IS_CASE_DIALOG (self));

  say (get_private (self), text, TRUE);
}

/**
 * jg_case_dialog_close_on_lock:
 * @self: a dialog that shows something of a case
 *
 * Takes the dialog away when the store is locked.
 */
void
jg_case_dialog_close_on_lock (JgCaseDialog *self)
{
  g_return_if_fail (JG_IS_CASE_DIALOG (self));

  g_signal_connect_object (get_private (self)->desk, "locking", G_CALLBACK (gtk_window_destroy),
                           self, G_CONNECT_SWAPPED);
}

/**
 * jg_case_dialog_add_text:
 * @self: a dialog
 * @text: plain text
 *
 * Adds words to the column.
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
jg_case_dialog_add_text (JgCaseDialog *self, const char *text)
{
  GtkWidget *label = jg_ui_label (text, NULL);

  gtk_box_append (jg_case_dialog_get_content (self), label);
  return label;
}

/**
 * jg_case_dialog_add_entry:
 * @self: a dialog
 * @title: what is asked for
 * @text: (nullable): what stands there at first
 * @secret: whether what is typed is not shown
 *
 * Adds an entry to the column; Enter in it presses the button.
 *
 * Returns: (transfer none): a #GtkEditable
 */
GtkWidget *
jg_case_dialog_add_entry (JgCaseDialog *self, const char *title, const char *text, gboolean secret)
{
  GtkWidget *entry;

  g_return_val_if_fail (JG_IS_CASE_DIALOG (self), NULL);

  entry = secret ? gtk_password_entry_new () : gtk_entry_new ();
  if (secret)
    gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_object_set (entry, "activates-default", TRUE, NULL);
  jg_ui_field (jg_case_dialog_get_content (self), title, entry);
  return entry;
}
