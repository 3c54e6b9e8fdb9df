/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-line-list.h"
#include "../jg-ui.h"
#include "../jg-wrap-layout.h"
#include "casework/jg-case-backup.h"
#include "casework/jg-case-code.h"
#include "jg-case-export-file.h"
#include "jg-case-lines.h"
#include "jg-case-page.h"
#include "text/jg-code.h"

/* Lines that are made at once. */
#define PAGE 100

enum
{
  WHICH_ALL,
  WHICH_DUE,
  WHICH_RETENTION,
  WHICH_OPEN,
  WHICH_CLOSED,
  WHICH_MINE,
};

/* What the days are about. */
enum
{
  DAYS_CHANGED,
  DAYS_FOLLOW_UP,
};

struct _JgCaseList
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *back;
  GtkStack *stack;
  GtkEditable *search;
  GtkWidget *filters;
  GtkDropDown *which;
  GtkDropDown *days;
  GtkEditable *from;
  GtkEditable *to;
  GtkLabel *remark;
  GtkStack *results;
  GtkWidget *scroller;
  GtkBox *detail;
  JgLineList *list;
  GtkWidget *none; /* the page for no cases at all */

  JgCaseDesk *desk;
  GPtrArray *found; /* (element-type JgCaseSummary) */
  guint n_shown;
  gint64 shown; /* the case on the page, 0 for the list */
};

G_DEFINE_FINAL_TYPE (JgCaseList, jg_case_list, ADW_TYPE_WINDOW)

static guint open_signal;

static JgCaseStore *
get_store (JgCaseList *self)
{
  return jg_case_desk_get_store (self->desk);
}

/* The case that keys and buttons are about. */
static gint64
get_current (JgCaseList *self)
{
  return self->shown != 0 ? self->shown
                          : jg_case_lines_get_id (jg_line_list_get_focus_line (self->list));
}

static void
say (JgCaseList *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static const char *
get_day (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  const gboolean fits = *text == '\0' || jg_session_is_date (text);

  if (fits)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return fits && *text != '\0' ? text : NULL;
}

/* The occupation whose code was typed; the store holds ids and names only. */
static char *
find_occupation (JgCaseList *self)
{
  JgSession *session = jg_case_desk_get_session (self->desk);
  const char *text = gtk_editable_get_text (self->search);
  g_autofree char *code = jg_code_parse (text);
  g_autoptr (JgOccupation) occupation = NULL;

  if (code != NULL && jg_case_code_to_id (text) == 0)
    occupation =
        jg_catalogue_find_occupation (jg_session_get_catalogue (session), code, NULL, NULL);
  return occupation != NULL ? g_strdup (occupation->id) : NULL;
}

static void
find (JgCaseList *self)
{
  const gboolean due = gtk_drop_down_get_selected (self->days) == DAYS_FOLLOW_UP;
  const char *from = get_day (self->from);
  const char *to = get_day (self->to);
  const guint which = gtk_drop_down_get_selected (self->which);
  g_autofree char *today = jg_case_desk_dup_today (self->desk);
  g_autofree char *occupation = find_occupation (self);
  const JgCaseQuery query = {
    .text = occupation == NULL ? gtk_editable_get_text (self->search) : NULL,
    .occupation = occupation,
    .counsellor = which == WHICH_MINE ? jg_case_store_get_counsellor (get_store (self)) : NULL,
    .status = which == WHICH_OPEN     ? JG_CASE_OPEN
              : which == WHICH_CLOSED ? JG_CASE_CLOSED
                                      : 0,
    .changed_from = due ? NULL : from,
    .changed_to = due ? NULL : to,
    .due_from = due ? from : NULL,
    .due_by = due && to != NULL && (which != WHICH_DUE || strcmp (to, today) < 0) ? to
              : which == WHICH_DUE                                                ? today
                                                                                  : NULL,
    .retain_by = which == WHICH_RETENTION ? today : NULL,
  };

  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = jg_case_store_find (get_store (self), &query);
}

static void
update_remark (JgCaseList *self)
{
  const GArray *damaged = jg_case_store_get_damaged (get_store (self));
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u case", "%u cases", self->found->len),
                          self->found->len);
  if (damaged != NULL && damaged->len > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              ngettext ("%u damaged case is not shown; a backup may have it",
                                        "%u damaged cases are not shown; a backup may have them",
                                        damaged->len),
                              damaged->len);
    }
  gtk_label_set_text (self->remark, text->str);
}

static void
more_cb (JgCaseList *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *today = jg_case_desk_dup_today (self->desk);
  const gboolean first = self->n_shown == 0;
  const guint end = MIN (self->found->len, self->n_shown + PAGE);

  if (self->n_shown == self->found->len && !first)
    return;
  for (; self->n_shown < end; self->n_shown++)
    g_ptr_array_add (lines,
                     jg_case_lines_new (g_ptr_array_index (self->found, self->n_shown), today));
  if (first)
    jg_line_list_set_lines (self->list, lines);
  else
    jg_line_list_append_lines (self->list, lines);
}

static void
update_cb (JgCaseList *self)
{
  const char *page = "list";

  if (self->desk == NULL || jg_case_desk_get_state (self->desk) != JG_CASE_STORE_UNLOCKED)
    return;
  find (self);
  if (jg_case_store_get_n_cases (get_store (self)) == 0)
    page = "none";
  else if (self->found->len == 0)
    page = "nothing";
  update_remark (self);
  self->n_shown = 0;
  jg_line_list_keep_place (self->list);
  more_cb (self);
  gtk_stack_set_visible_child_name (self->results, page);
}

static void
show_list (JgCaseList *self)
{
  self->shown = 0;
  gtk_widget_set_visible (self->back, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_window_set_title (GTK_WINDOW (self), _ ("Cases"));
  if (!jg_line_list_focus (self->list))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
show_case (JgCaseList *self, gint64 id)
{
  g_autoptr (JgCaseSummary) summary = jg_case_store_get (get_store (self), id);

  if (summary == NULL)
    {
      show_list (self);
      return;
    }
  self->shown = id;
  jg_ui_clear (self->detail);
  jg_case_page_fill (self->detail, get_store (self), summary);
  gtk_widget_set_visible (self->back, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "case");
  gtk_window_set_title (GTK_WINDOW (self), jg_case_lines_get_alias (summary));
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
opened_cb (JgCaseList *self, JgLine *line)
{
  show_case (self, jg_case_lines_get_id (line));
}

static void
back_cb (JgCaseList *self)
{
  show_list (self);
}

static void
store_changed_cb (JgCaseList *self)
{
  if (jg_case_desk_is_working (self->desk) ||
      jg_case_desk_get_state (self->desk) != JG_CASE_STORE_UNLOCKED)
    return;
  update_cb (self);
  if (self->shown != 0)
    show_case (self, self->shown);
}

static void
search_activate_cb (JgCaseList *self)
{
  if (self->found != NULL && self->found->len == 1)
    jg_line_list_open_first (self->list);
  else
    jg_line_list_focus (self->list);
}

static void
stop_search_cb (JgCaseList *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
leave_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCaseList *self = JG_CASE_LIST (widget);

  if (self->shown != 0)
    show_list (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
open_case (JgCaseList *self, gboolean print)
{
  const gint64 id = get_current (self);

  if (id == 0)
    return;
  g_object_ref (self);
  g_signal_emit (self, open_signal, 0, id, print);
  g_object_unref (self);
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_case (JG_CASE_LIST (widget), FALSE);
}

static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_case (JG_CASE_LIST (widget), TRUE);
}

static void
contact_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCaseList *self = JG_CASE_LIST (widget);
  const gint64 id = get_current (self);
  g_autoptr (GError) error = NULL;

  if (id == 0)
    return;
  if (!jg_case_desk_add_contact (self->desk, id, &error))
    jg_ui_show_error (widget, _ ("The contact was not written down"), error->message);
  else
    {
      g_autoptr (JgCaseSummary) summary = jg_case_store_get (get_store (self), id);
      g_autofree char *text =
          summary != NULL && *summary->follow_up != '\0'
              ? g_strdup_printf (_ ("Reached today; next follow-up %s"), summary->follow_up)
              : g_strdup (_ ("Reached today"));

      say (self, text);
    }
}

static void
status_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCaseList *self = JG_CASE_LIST (widget);
  const gint64 id = get_current (self);
  g_autoptr (JgCaseSummary) summary = jg_case_store_get (get_store (self), id);
  g_autoptr (GError) error = NULL;

  if (summary == NULL)
    return;
  if (!jg_case_desk_set_status (
          self->desk, id, summary->status == JG_CASE_OPEN ? JG_CASE_CLOSED : JG_CASE_OPEN, &error))
    jg_ui_show_error (widget, _ ("The case was not saved"), error->message);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCaseList *self = JG_CASE_LIST (widget);
  const gint64 id = get_current (self);

  if (id == 0)
    return;
  jg_case_export_file_ask (GTK_WINDOW (self), get_store (self), id);
  /* With the new line of the trail. */
  if (self->shown == id)
    show_case (self, id);
}

static void
delete_response_cb (JgCaseList *self, const char *response, GtkWidget *dialog)
{
  const gint64 *id = g_object_get_data (G_OBJECT (dialog), "case");
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "delete") != 0)
    return;
  if (!jg_case_desk_delete_case (self->desk, *id, &error))
    jg_ui_show_error (GTK_WIDGET (self), _ ("The case was not deleted"), error->message);
  else
    {
      show_list (self);
      say (self, _ ("The case is deleted"));
    }
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCaseList *self = JG_CASE_LIST (widget);
  const gint64 id = get_current (self);
  g_autoptr (JgCaseSummary) summary = jg_case_store_get (get_store (self), id);
  g_autofree char *trace = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  gint64 *held;
  GtkWidget *dialog;

  if (summary == NULL)
    return;
  trace = jg_case_store_dup_last_trace (get_store (self));
  heading = g_strdup_printf (_ ("Delete the Case of %s?"), jg_case_lines_get_alias (summary));
  body =
      trace != NULL
          ? g_strdup_printf (_ ("It cannot be brought back. Backups hold sealed copies until %s "
                                "at the latest; after that nothing of it is left."),
                             trace)
          : g_strdup (_ ("It cannot be brought back. There is no backup: nothing of it is left."));
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  held = g_new (gint64, 1);
  *held = id;
  g_object_set_data_full (G_OBJECT (dialog), "case", held, g_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Cancel"), "delete",
                                    _ ("Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (self->desk, "locking", G_CALLBACK (gtk_window_destroy), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self,
                           G_CONNECT_SWAPPED);
  jg_ui_present_question (dialog);
}

static void
focus_search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCaseList *self = JG_CASE_LIST (widget);

  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
jg_case_list_dispose (GObject *object)
{
  JgCaseList *self = JG_CASE_LIST (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (jg_case_list_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    guint key;
    GdkModifierType modifiers;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "case.open", GDK_KEY_o, GDK_CONTROL_MASK, open_cb },
    { "case.contact", GDK_KEY_r, GDK_CONTROL_MASK, contact_cb },
    { "case.print", GDK_KEY_p, GDK_CONTROL_MASK, print_cb },
    { "case.export", GDK_KEY_e, GDK_CONTROL_MASK, export_cb },
    { "case.status", 0, 0, status_cb },
    { "case.delete", GDK_KEY_Delete, GDK_CONTROL_MASK, delete_cb },
    { "case.search", GDK_KEY_f, GDK_CONTROL_MASK, focus_search_cb },
    { "case.leave", GDK_KEY_Escape, 0, leave_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "case.leave",
                                       NULL);
}

static void
jg_case_list_class_init (JgCaseListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_case_list_dispose;
  open_signal = g_signal_new ("open-case", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-case-list.ui");
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, toasts);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, back);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, stack);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, search);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, filters);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, which);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, days);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, from);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, to);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, remark);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, results);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, scroller);
  gtk_widget_class_bind_template_child (widget_class, JgCaseList, detail);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  install_actions (widget_class);
}

static void
jg_case_list_init (JgCaseList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->filters, jg_wrap_layout_new ());
  jg_ui_set_name (self->scroller, _ ("Case"));
  jg_ui_name_drop_down (GTK_WIDGET (self->which), _ ("Which cases"));
  jg_ui_name_drop_down (GTK_WIDGET (self->days), _ ("What the days are about"));
  self->list = JG_LINE_LIST (jg_line_list_new (_ ("Cases")));
  gtk_stack_add_named (self->results, GTK_WIDGET (self->list), "list");
  gtk_stack_add_named (
      self->results,
      jg_ui_status_page (
          "edit-find-symbolic", _ ("No Such Case"),
          _ ("Search by the name used here, an occupation or its code, or the number "
             "of the case, or choose other cases or days above.")),
      "nothing");
  gtk_stack_add_named (
      self->results,
      jg_ui_status_page ("folder-symbolic", _ ("No Cases Yet"),
                         _ ("A session becomes a case when the person agrees: Ctrl+K on the page "
                            "of the jobseeker.")),
      "none");
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
}

/**
 * jg_case_list_new:
 * @parent: the window it belongs to
 * @desk: a desk whose store is unlocked
 *
 * Makes the window. Due follow-ups are shown first when there are any. It goes when the store is locked.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_case_list_new (GtkWindow *parent, JgCaseDesk *desk)
{
  JgCaseList *self;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_LIST, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  gtk_drop_down_set_selected (self->which, WHICH_DUE);
  update_cb (self);
  if (self->found->len == 0)
    gtk_drop_down_set_selected (self->which, WHICH_ALL);
  g_signal_connect_object (jg_case_desk_get_store (desk), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "locking", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}
