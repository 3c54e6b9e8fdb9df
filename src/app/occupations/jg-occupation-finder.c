/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-finder-private.h"

#include <glib/gi18n.h>

#include "../jg-wrap-layout.h"
#include "jg-bookmarks.h"
#include "jg-occupation-lines.h"

/* Seconds after the list is shown until what a first search needs is read. */
#define WARM_UP 2

G_DEFINE_FINAL_TYPE (JgOccupationFinder, jg_occupation_finder, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPENED,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

/* jg_occupation_finder_get_class:
 *
 * Returns: (nullable): the class one has gone into */
const char *
jg_occupation_finder_get_class (JgOccupationFinder *self)
{
  if (self->path->len == 0)
    return NULL;
  return ((char **) g_ptr_array_index (self->path, self->path->len - 1))[0];
}

static void
compared_changed_cb (JgOccupationFinder *self)
{
  g_assert (JG_IS_OCCUPATION_FINDER (self));

  jg_occupation_finder_mark_compared (self, jg_line_list_get_lines (self->list));
}

static void
checked_cb (JgOccupationFinder *self, JgLine *line)
{
  g_assert (JG_IS_OCCUPATION_FINDER (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-with", "s", jg_line_get_id (line));
}

/* With another catalogue, a class one has gone into may be gone. */
static void
catalogue_changed_cb (JgOccupationFinder *self)
{
  g_assert (JG_IS_OCCUPATION_FINDER (self));

  g_clear_pointer (&self->top, g_ptr_array_unref);
  while (self->path->len > 0 &&
         !jg_occupation_lines_has_class (jg_session_get_catalogue (self->session),
                                         jg_occupation_finder_get_class (self)))
    g_ptr_array_set_size (self->path, (int) self->path->len - 1);
  jg_occupation_finder_update_list (self);
}

static void
query_changed_cb (JgOccupationFinder *self)
{
  g_assert (JG_IS_OCCUPATION_FINDER (self));

  if (self->session != NULL)
    jg_occupation_finder_update_list (self);
}

/* Opening */

static void
opened_cb (JgOccupationFinder *self, JgLine *line)
{
  g_assert (JG_IS_OCCUPATION_FINDER (self));

  if (jg_line_get_kind (line) == JG_LINE_CLASS)
    {
      const char *step[] = { jg_line_get_id (line), jg_line_get_title (line), NULL };

      g_ptr_array_add (self->path, g_strdupv ((char **) step));
      jg_occupation_finder_update_list (self);
      jg_line_list_focus (self->list);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, jg_line_get_id (line));
}

static void
entry_activate_cb (JgOccupationFinder *self)
{
  g_assert (JG_IS_OCCUPATION_FINDER (self));

  if (self->results == NULL)
    return;
  jg_missed_watch_settle (self->missed);
  jg_line_list_open_first (self->list);
}

/* Keyboard */

static gboolean
is_empty (JgOccupationFinder *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
}

/* Escape: the query goes first, then the class. */
static void
stop_search_cb (JgOccupationFinder *self)
{
  g_assert (JG_IS_OCCUPATION_FINDER (self));

  if (!is_empty (self))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else if (self->path->len > 0)
    {
      g_ptr_array_set_size (self->path, 0);
      jg_occupation_finder_update_list (self);
    }
}

static void
focus_entry (JgOccupationFinder *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* Keys that the entry has left: its input method comes first. */
static gboolean
entry_key_pressed_cb (JgOccupationFinder *self,
                      guint keyval,
                      guint keycode,
                      GdkModifierType state,
                      GtkEventControllerKey *controller)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down || keyval == GDK_KEY_Page_Down ||
      keyval == GDK_KEY_KP_Page_Down)
    return jg_line_list_focus (self->list);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
list_key_pressed_cb (JgOccupationFinder *self,
                     guint keyval,
                     guint keycode,
                     GdkModifierType state,
                     GtkEventControllerKey *controller)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      stop_search_cb (self);
      focus_entry (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_BackSpace && self->results == NULL && self->path->len > 0)
    {
      g_ptr_array_set_size (self->path, (int) self->path->len - 1);
      jg_occupation_finder_update_list (self);
      jg_line_list_focus (self->list);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_keys (JgOccupationFinder *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

/* Actions */

static void
see_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgOccupationFinder *self = JG_OCCUPATION_FINDER (widget);

  if (self->results == NULL)
    return;
  self->scope = g_str_equal (g_variant_get_string (parameter, NULL), "measures") ? SCOPE_MEASURES
                                                                                 : SCOPE_DOCUMENTS;
  jg_occupation_finder_update_list (self);
  jg_line_list_focus (self->list);
}

static void
clear_search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgOccupationFinder *self = JG_OCCUPATION_FINDER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  jg_line_list_focus (self->list);
}

static void
clear_filters_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgOccupationFinder *self = JG_OCCUPATION_FINDER (widget);

  jg_occupation_filter_clear (self->filter);
  jg_line_list_focus (self->list);
}

static void
unpin_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgOccupationFinder *self = JG_OCCUPATION_FINDER (widget);

  jg_bookmarks_unpin_all (jg_session_get_settings (self->session));
  jg_occupation_finder_update_list (self);
  jg_line_list_focus (self->list);
}

static void
forget_recent_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgOccupationFinder *self = JG_OCCUPATION_FINDER (widget);

  jg_bookmarks_forget_recent (jg_session_get_settings (self->session));
  jg_occupation_finder_update_list (self);
  jg_line_list_focus (self->list);
}

/* The first search reads what all of them need; nobody should wait for that at the first key. */
static gboolean
warm_up_cb (gpointer data)
{
  JgOccupationFinder *self = JG_OCCUPATION_FINDER (data);
  JgSearch *search = jg_session_get_search (self->session);
  g_autoptr (GPtrArray) hits = jg_search_query (search, "职业", 1);

  self->warm_up_id = 0;
  jg_search_count_texts (search, "职业", JG_SEARCH_MEASURES);
  jg_search_count_texts (search, "职业", JG_SEARCH_DOCUMENTS);
  return G_SOURCE_REMOVE;
}

static void
jg_occupation_finder_dispose (GObject *object)
{
  JgOccupationFinder *self = JG_OCCUPATION_FINDER (object);

  g_clear_handle_id (&self->warm_up_id, g_source_remove);
  g_clear_pointer (&self->results, jg_occupation_results_free);
  g_clear_pointer (&self->top, g_ptr_array_unref);
  g_clear_object (&self->missed);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_ptr_array_unref);

  G_OBJECT_CLASS (jg_occupation_finder_parent_class)->dispose (object);
}

static void
jg_occupation_finder_class_init (JgOccupationFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_occupation_finder_dispose;
  signals[SIGNAL_OPENED] = g_signal_new ("opened", JG_TYPE_OCCUPATION_FINDER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-occupation-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, search_box);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, filter_bin);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, crumbs);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, status);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, sections);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, measures_button);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, documents_button);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationFinder, list_bin);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_install_action (widget_class, "finder.see", "s", see_cb);
  gtk_widget_class_install_action (widget_class, "finder.clear-search", NULL, clear_search_cb);
  gtk_widget_class_install_action (widget_class, "finder.clear-filters", NULL, clear_filters_cb);
  gtk_widget_class_install_action (widget_class, "finder.unpin-all", NULL, unpin_all_cb);
  gtk_widget_class_install_action (widget_class, "finder.forget-recent", NULL, forget_recent_cb);
}

static void
jg_occupation_finder_init (JgOccupationFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->path = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->list = JG_LINE_LIST (jg_line_list_new (_ ("Occupations")));
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "more", G_CALLBACK (jg_occupation_finder_add_more), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "left-at-top", G_CALLBACK (focus_entry), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->crumbs), jg_wrap_layout_new ());
  gtk_widget_set_layout_manager (self->sections, jg_wrap_layout_new ());
  add_keys (self, self->entry, G_CALLBACK (entry_key_pressed_cb));
  add_keys (self, GTK_WIDGET (self->list), G_CALLBACK (list_key_pressed_cb));
}

/**
 * jg_occupation_finder_new:
 * @session: what the pages share
 *
 * Makes a finder that lists the classes.
 *
 * Returns: (transfer floating): the finder
 */
GtkWidget *
jg_occupation_finder_new (JgSession *session)
{
  JgOccupationFinder *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_OCCUPATION_FINDER, NULL);
  self->session = g_object_ref (session);
  self->missed = jg_missed_watch_new (session);
  self->filter = JG_OCCUPATION_FILTER (jg_occupation_filter_new (session));
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (jg_occupation_finder_update_list),
                           self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->filter_bin, GTK_WIDGET (self->filter));
  gtk_box_append (self->search_box, jg_occupation_filter_get_button (self->filter));
  g_signal_connect_object (session, "compared-changed", G_CALLBACK (compared_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "catalogue-changed", G_CALLBACK (catalogue_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jg_occupation_finder_update_list (self);
  self->warm_up_id = g_timeout_add_seconds (WARM_UP, warm_up_cb, self);
  return GTK_WIDGET (self);
}

/**
 * jg_occupation_finder_search:
 * @self: a finder
 * @query: what to search for
 *
 * Puts a query into the entry, as if it had been typed, and the keyboard behind it.
 */
void
jg_occupation_finder_search (JgOccupationFinder *self, const char *query)
{
  g_return_if_fail (JG_IS_OCCUPATION_FINDER (self));
  g_return_if_fail (query != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  focus_entry (self);
}

/**
 * jg_occupation_finder_focus_entry:
 * @self: a finder
 *
 * Moves the keyboard to the entry; typing replaces what stands there.
 */
void
jg_occupation_finder_focus_entry (JgOccupationFinder *self)
{
  g_return_if_fail (JG_IS_OCCUPATION_FINDER (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * jg_occupation_finder_take_key:
 * @self: a finder
 * @controller: one that is handling a key
 *
 * Moves the keyboard to the entry and types the key there. It is forwarded once the entry has the
 * keyboard, so that an input method begins with it.
 *
 * Returns: whether the key was used
 */
gboolean
jg_occupation_finder_take_key (JgOccupationFinder *self, GtkEventControllerKey *controller)
{
  g_return_val_if_fail (JG_IS_OCCUPATION_FINDER (self), FALSE);

  focus_entry (self);
  return gtk_event_controller_key_forward (
      controller, GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));
}

/**
 * jg_occupation_finder_set_current:
 * @self: a finder
 * @id: (nullable): id of the occupation shown in full
 *
 * Marks the occupation that is shown in full.
 */
void
jg_occupation_finder_set_current (JgOccupationFinder *self, const char *id)
{
  g_return_if_fail (JG_IS_OCCUPATION_FINDER (self));

  jg_line_list_set_current (self->list, id);
}

/**
 * jg_occupation_finder_get_focus_id:
 * @self: a finder
 *
 * Gets the occupation whose line the keyboard is on.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
jg_occupation_finder_get_focus_id (JgOccupationFinder *self)
{
  JgLine *line;

  g_return_val_if_fail (JG_IS_OCCUPATION_FINDER (self), NULL);

  line = jg_line_list_get_focus_line (self->list);
  return line != NULL && jg_line_get_kind (line) == JG_LINE_ITEM ? jg_line_get_id (line) : NULL;
}

/**
 * jg_occupation_finder_pins_changed:
 * @self: a finder
 * @remark: what was changed
 *
 * Lists the pinned occupations anew, where they are listed, and says what was changed. Nothing else
 * moves.
 */
void
jg_occupation_finder_pins_changed (JgOccupationFinder *self, const char *remark)
{
  g_return_if_fail (JG_IS_OCCUPATION_FINDER (self));

  if (self->results == NULL && self->path->len == 0)
    {
      jg_line_list_keep_place (self->list);
      jg_occupation_finder_update_list (self);
    }
  gtk_label_set_text (self->status, remark);
}
