/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-ui.h"

#include <glib/gi18n.h>

#include "catalogue/jg-provenance.h"
#include "jg-wrap-layout.h"

#define WORDS_LINE_HEIGHT 24

/**
 * jg_ui_label:
 * @text: plain text
 * @css_class: (nullable): style class
 *
 * Makes a left-aligned wrapping label.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
jg_ui_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * jg_ui_verbatim:
 * @text: printed words
 *
 * Makes a label for words of a notice: wrapping, and selectable so that they can be copied.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
jg_ui_verbatim (const char *text)
{
  GtkWidget *label = jg_ui_label (text, "verbatim");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* A selectable label takes the focus; its name is its text, so a screen reader reads it. */
  jg_ui_set_name (label, text);
  return label;
}

/**
 * jg_ui_section:
 * @parent: box to append to
 * @title: heading
 * @note: (nullable): a remark under the heading
 *
 * Appends a headed section to @parent.
 *
 * Returns: (transfer none): the box for what belongs into the section
 */
GtkWidget *
jg_ui_section (GtkBox *parent, const char *title, const char *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = jg_ui_label (title, "heading");

  gtk_widget_add_css_class (box, "section");
  gtk_box_append (GTK_BOX (box), heading);
  if (note != NULL)
    {
      GtkWidget *remark = jg_ui_label (note, "caption");

      gtk_widget_add_css_class (remark, "remark");
      gtk_box_append (GTK_BOX (box), remark);
    }
  gtk_box_append (parent, box);
  return box;
}

/**
 * jg_ui_card:
 * @parent: box to append to
 *
 * Appends a card to @parent.
 *
 * Returns: (transfer none): the box inside the card
 */
GtkWidget *
jg_ui_card (GtkBox *parent)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_box_append (parent, card);
  return card;
}

/**
 * jg_ui_link:
 * @text: plain text
 * @action: name of the action to activate
 * @target: (transfer floating) (nullable): its target
 *
 * Makes a flat, left-aligned, wrapping button that leads somewhere.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
jg_ui_link (const char *text, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = jg_ui_label (text, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "leads");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  jg_ui_set_name (button, text);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/**
 * jg_ui_chip:
 * @text: what is filtered
 *
 * Makes a button that shows a filter which is on, and clears it.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
jg_ui_chip (const char *text)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = g_strdup_printf (_ ("Clear the filter “%s”"), text);

  gtk_box_append (GTK_BOX (row), jg_ui_label (text, NULL));
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), row);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (chip, name);
  jg_ui_set_name (chip, name);
  return chip;
}

/**
 * jg_ui_field:
 * @parent: box to append to
 * @title: what is asked for
 * @control: (transfer floating): where it is entered
 *
 * Appends a control with its visible label above it, which is also its accessible name.
 *
 * Returns: (transfer none): the box that holds both
 */
GtkWidget *
jg_ui_field (GtkBox *parent, const char *title, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = jg_ui_label (title, "caption-heading");

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  gtk_box_append (parent, box);
  if (GTK_IS_DROP_DOWN (control))
    jg_ui_name_drop_down (control, title);
  else
    jg_ui_set_name (control, title);
  return box;
}

static void
make_unfocusable (GtkWidget *widget, const char *type_name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name))
    gtk_widget_set_focusable (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    make_unfocusable (child, type_name);
}

/**
 * jg_ui_name_drop_down:
 * @drop_down: a #GtkDropDown
 * @name: what a screen reader says
 *
 * Names a drop-down. In GTK 4.8 the button inside it, which takes the focus, has no name of its
 * own, and the item shown on the button counts as a place for the focus.
 */
void
jg_ui_name_drop_down (GtkWidget *drop_down, const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  jg_ui_set_name (drop_down, name);
  jg_ui_set_name (button, name);
  make_unfocusable (button, "GtkListItemWidget");
}

/**
 * jg_ui_flow:
 * @parent: box to append to
 *
 * Appends a place for buttons, which take as many lines as the width asks for.
 *
 * Returns: (transfer none): the place
 */
GtkWidget *
jg_ui_flow (GtkBox *parent)
{
  GtkWidget *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (flow, jg_wrap_layout_new ());
  gtk_box_append (parent, flow);
  return flow;
}

/**
 * jg_ui_add_flow_button:
 * @flow: place of jg_ui_flow()
 * @label: plain text
 * @action: (nullable): name of the action to activate
 *
 * Adds a button.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
jg_ui_add_flow_button (GtkWidget *flow, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (flow), button);
  return button;
}

/**
 * jg_ui_status_page:
 * @icon: name of an icon
 * @title: plain text
 * @description: plain text
 *
 * Makes a page that says what to do where there is nothing to show.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_ui_status_page (const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  make_unfocusable (page, "GtkScrolledWindow");
  return page;
}

/**
 * jg_ui_scroller:
 * @child: (transfer floating): what is scrolled up and down
 * @name: what a screen reader calls the area
 *
 * Makes a scrolled area that the keyboard can reach and scroll.
 *
 * Returns: (transfer floating): the scrolled window
 */
GtkWidget *
jg_ui_scroller (GtkWidget *child, const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  jg_ui_set_name (scroller, name);
  return scroller;
}

/**
 * jg_ui_clear:
 * @box: a box
 *
 * Removes every child of @box.
 */
void
jg_ui_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/**
 * jg_ui_fill_entry:
 * @entry: an entry
 * @text: (nullable): what it is to hold
 *
 * Writes into an entry what was not typed there, so that the entry itself does not take it back.
 */
void
jg_ui_fill_entry (GtkWidget *entry, const char *text)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
}

/**
 * jg_ui_words:
 * @name: what a screen reader says
 * @lines: how many lines are seen at once, at least
 * @buffer: (out) (transfer none): what holds the text
 *
 * Makes an entry of several lines, which grows with what is written. Tab leaves it.
 *
 * Returns: (transfer floating): the entry
 */
GtkWidget *
jg_ui_words (const char *name, int lines, GtkTextBuffer **buffer)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  jg_ui_set_name (view, name);
  gtk_widget_add_css_class (scroller, "words");
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              lines * WORDS_LINE_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  return scroller;
}

/**
 * jg_ui_set_name:
 * @widget: a widget
 * @name: what a screen reader says
 *
 * Sets the accessible name of @widget.
 */
void
jg_ui_set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      jg_ui_set_name (widget, gtk_button_get_label (GTK_BUTTON (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

/**
 * jg_ui_present_question:
 * @dialog: an #AdwMessageDialog with all its responses
 *
 * Shows a question. libadwaita 1.2 lets a screen reader say every button twice; here it does not.
 */
void
jg_ui_present_question (GtkWidget *dialog)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * jg_ui_show_error:
 * @near: a widget of the window it concerns
 * @heading: what failed
 * @body: why, and what to do
 *
 * Shows an error in a dialog.
 */
void
jg_ui_show_error (GtkWidget *near, const char *heading, const char *body)
{
  GtkRoot *root = gtk_widget_get_root (near);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  jg_ui_present_question (dialog);
}

/**
 * jg_ui_dup_code:
 * @code: (nullable): an occupation's code, or %NULL for one announced without
 * @edition: (nullable): edition of the code
 *
 * Writes a code with its edition; it is never shown without.
 *
 * Returns: (transfer full): the text
 */
char *
jg_ui_dup_code (const char *code, const char *edition)
{
  if (code == NULL)
    return g_strdup (_ ("code not known"));
  /* Translators: an occupation's code and the edition of the classification it belongs to */
  return g_strdup_printf (_ ("%s (%s edition)"), code, edition);
}

/**
 * jg_ui_provenance_note:
 * @provenance: provenance of a statement
 *
 * Gets the mark that must stand beside a statement which is not official.
 *
 * Returns: (transfer none) (nullable): the mark, or %NULL for an official statement
 */
const char *
jg_ui_provenance_note (const char *provenance)
{
  if (g_strcmp0 (provenance, "secondary") == 0)
    return _ ("to be verified");
  if (g_strcmp0 (provenance, "editorial") == 0)
    return _ ("our wording");
  if (g_strcmp0 (provenance, jg_provenance_of_local (JG_SIGNATURE_NONE)) == 0)
    return _ ("an office’s own, unsigned");
  if (g_strcmp0 (provenance, jg_provenance_of_local (JG_SIGNATURE_UNKNOWN)) == 0)
    return _ ("an office’s own, signed by an unknown key");
  if (g_strcmp0 (provenance, jg_provenance_of_local (JG_SIGNATURE_BAD)) == 0)
    return _ ("an office’s own, its signature is broken");
  if (g_strcmp0 (provenance, jg_provenance_of_local (JG_SIGNATURE_GOOD)) == 0)
    return _ ("an office’s own, signed by a trusted key");
  return NULL;
}

/**
 * jg_ui_dup_marked:
 * @text: what is said of a statement in a row
 * @provenance: (nullable): provenance of the statement
 *
 * Adds the mark that must stand beside a statement which is not official.
 *
 * Returns: (transfer full): the text, with a mark behind it where there is one
 */
char *
jg_ui_dup_marked (const char *text, const char *provenance)
{
  const char *note = jg_ui_provenance_note (provenance);

  return note != NULL ? g_strdup_printf ("%s · %s", text, note) : g_strdup (text);
}
