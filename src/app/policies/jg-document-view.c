/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-document-view.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../jg-window.h"
#include "jg-document-text.h"
#include "jg-policy-lines.h"

struct _JgDocumentView
{
  AdwBin parent_instance;

  JgSession *session;
  JgDocument *document;
  JgDocumentText *text;
  char *quote;
  guint line;
  guint scroll_id;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkBox *about;
  GtkWidget *expander;
  GtkLabel *found;
  GtkWidget *copy;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *clause_tag;
  GtkTextTag *lit_tag;
};

G_DEFINE_FINAL_TYPE (JgDocumentView, jg_document_view, ADW_TYPE_BIN)

static void
update_colors (JgDocumentView *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self->view));
  GdkRGBA color;

  if (gtk_style_context_lookup_color (style, "warning_bg_color", &color))
    {
      color.alpha = 0.3f;
      g_object_set (self->lit_tag, "background-rgba", &color, NULL);
    }
  gtk_style_context_get_color (style, &color);
  color.alpha *= 0.75f;
  g_object_set (self->clause_tag, "foreground-rgba", &color, NULL);
}

/* The offset without the repair marks, which stand in the buffer as one character each. */
static int
get_printed_offset (JgDocumentView *self, const GtkTextIter *iter)
{
  GtkTextIter start;
  g_autofree char *slice = NULL;
  int offset = gtk_text_iter_get_offset (iter);

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  slice = gtk_text_buffer_get_slice (self->buffer, &start, iter, TRUE);
  for (const char *p = slice; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == 0xFFFC)
      offset--;
  return offset;
}

static void
copy_cb (JgDocumentView *self)
{
  GtkTextIter start, end;
  g_autofree char *words = NULL;
  g_autofree char *citation = NULL;
  g_autofree char *text = NULL;
  const char *clause;

  g_assert (JG_IS_DOCUMENT_VIEW (self));

  if (gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    words = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  else if (self->quote != NULL)
    {
      GtkTextMark *mark = gtk_text_buffer_get_mark (self->buffer, "lit");

      words = g_strdup (self->quote);
      if (mark != NULL)
        gtk_text_buffer_get_iter_at_mark (self->buffer, &start, mark);
      else
        gtk_text_buffer_get_start_iter (self->buffer, &start);
    }
  if (words == NULL)
    return;
  clause = jg_document_text_get_clause (self->text, get_printed_offset (self, &start));
  citation = jg_document_dup_citation (self->document, clause);
  text = g_strdup_printf ("%s（%s）", words, citation);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", "s", text);
}

static void
update_copy_cb (JgDocumentView *self)
{
  g_assert (JG_IS_DOCUMENT_VIEW (self));

  gtk_widget_set_sensitive (self->copy, self->quote != NULL ||
                                            gtk_text_buffer_get_has_selection (self->buffer));
}

/* A mark behind a place the conversion damaged: what is printed stays, the reading is one click
 * away. */
static void
add_repair (JgDocumentView *self, const JgRepair *repair, int offset)
{
  GtkTextIter iter;
  GtkTextChildAnchor *anchor;
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  g_autofree char *text =
      g_strdup_printf (_ ("Printed: “%s”\nTo be read: “%s”\n%s"), repair->before, repair->after,
                       repair->reason != NULL ? repair->reason : "");
  GtkWidget *label = jg_ui_label (text, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("conversion repair"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "repair");
  gtk_widget_set_tooltip_text (button, text);
  jg_ui_set_name (button, text);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
  anchor = gtk_text_buffer_create_child_anchor (self->buffer, &iter);
  gtk_text_view_add_child_at_anchor (self->view, button, anchor);
}

static char *
dup_bare (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '-')
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* White space, list dashes and the width of brackets change nothing that is read. */
static gboolean
changes_words (const JgRepair *repair)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (repair->after == NULL || repair->before == NULL)
    return FALSE;
  before = dup_bare (repair->before);
  after = dup_bare (repair->after);
  return !g_str_equal (before, after);
}

typedef struct
{
  const JgRepair *repair;
  int offset;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return ((const Place *) b)->offset - ((const Place *) a)->offset;
}

static void
add_repairs (JgDocumentView *self)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < self->document->repairs->len; i++)
    {
      const JgRepair *repair = g_ptr_array_index (self->document->repairs, i);
      Place place = { repair, 0 };
      int start;

      if (!changes_words (repair))
        continue;
      if (jg_document_text_find (self->text, repair->before, repair->line,
                                 MAX (repair->line_to, repair->line), &start, &place.offset))
        g_array_append_val (places, place);
    }
  /* From the end, because each mark moves what comes after it. */
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    add_repair (self, g_array_index (places, Place, i).repair,
                g_array_index (places, Place, i).offset);
}

static void
light_quote (JgDocumentView *self)
{
  GtkTextIter from, to;
  int start = 0, end = 0;
  gboolean found = FALSE;

  if (self->quote != NULL)
    found = jg_document_text_find (self->text, self->quote, self->line, 0, &start, &end);
  gtk_label_set_text (self->found, self->quote == NULL ? ""
                                   : found             ? _ ("The quoted words are lit.")
                                           : _ ("The quoted words were not found in the text."));
  gtk_widget_set_visible (GTK_WIDGET (self->found), self->quote != NULL);
  if (!found && (self->line == 0 || !jg_document_text_find_line (self->text, self->line, &start)))
    {
      gtk_text_buffer_get_start_iter (self->buffer, &from);
      gtk_text_buffer_create_mark (self->buffer, "lit", &from, TRUE);
      gtk_text_buffer_place_cursor (self->buffer, &from);
      return;
    }
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_create_mark (self->buffer, "lit", &from, TRUE);
  gtk_text_buffer_place_cursor (self->buffer, &from);
  if (found)
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
      gtk_text_buffer_apply_tag (self->buffer, self->lit_tag, &from, &to);
    }
}

static void
scroll_to_lit (JgDocumentView *self)
{
  GtkTextMark *mark = gtk_text_buffer_get_mark (self->buffer, "lit");

  if (mark != NULL)
    gtk_text_view_scroll_to_mark (self->view, mark, 0, TRUE, 0, 0.3);
}

static gboolean
scroll_idle_cb (gpointer data)
{
  JgDocumentView *self = JG_DOCUMENT_VIEW (data);

  self->scroll_id = 0;
  scroll_to_lit (self);
  return G_SOURCE_REMOVE;
}

static void
add_about (GtkBox *box, const char *name, const char *value)
{
  g_autofree char *text = NULL;

  if (value == NULL || *value == '\0')
    return;
  text = g_strdup_printf ("%s：%s", name, value);
  gtk_box_append (box, jg_ui_verbatim (text));
}

static const char *
get_relation_label (const char *kind)
{
  if (g_strcmp0 (kind, "issues") == 0)
    return C_ ("relation", "Issues");
  if (g_strcmp0 (kind, "explains") == 0)
    return C_ ("relation", "Explains");
  if (g_strcmp0 (kind, "same-text") == 0)
    return C_ ("relation", "Same text as");
  if (g_strcmp0 (kind, "implements") == 0)
    return C_ ("relation", "Implements");
  if (g_strcmp0 (kind, "prevails-over") == 0)
    return C_ ("relation", "Prevails over");
  return C_ ("relation", "Cites");
}

static void
fill_about (JgDocumentView *self)
{
  JgDocument *document = self->document;
  g_autofree char *issuers =
      document->issuers != NULL ? g_strjoinv ("、", document->issuers) : NULL;
  g_autoptr (GPtrArray) measures =
      jg_catalogue_list_measures (jg_session_get_catalogue (self->session));
  GtkWidget *section = NULL;

  jg_ui_clear (self->about);
  add_about (self->about, _ ("Issued by"), issuers);
  add_about (self->about, _ ("Date"), document->date);
  add_about (self->about, _ ("Region"), document->region_name);
  add_about (self->about, _ ("Commencement, as stated"), document->commencement_quote);
  add_about (self->about, _ ("End, as stated"), document->end_quote);
  for (guint i = 0; i < document->relations->len; i++)
    {
      JgRelation *relation = g_ptr_array_index (document->relations, i);
      JgDocument *other = jg_session_find_document (self->session, relation->document);
      g_autofree char *text = g_strdup_printf ("%s：%s", get_relation_label (relation->kind),
                                               other != NULL              ? other->title
                                               : relation->number != NULL ? relation->number
                                               : relation->quote != NULL  ? relation->quote
                                                                          : "");

      if (other != NULL)
        gtk_box_append (self->about, jg_ui_link (text, "win.show-document",
                                                 g_variant_new ("(sus)", other->key, 0, "")));
      else
        gtk_box_append (self->about, jg_ui_verbatim (text));
    }
  for (guint i = 0; measures != NULL && i < measures->len; i++)
    {
      JgMeasure *measure = g_ptr_array_index (measures, i);
      g_autofree char *text = NULL;

      if (g_strcmp0 (measure->document, document->key) != 0)
        continue;
      if (section == NULL)
        section = jg_ui_section (self->about, _ ("Measures read from it"), NULL);
      text = measure->clause != NULL ? g_strdup_printf ("%s（%s）", measure->name, measure->clause)
                                     : g_strdup (measure->name);
      gtk_box_append (GTK_BOX (section),
                      jg_ui_link (text, "win.show-measure", g_variant_new_string (measure->id)));
    }
}

static void
jg_document_view_dispose (GObject *object)
{
  JgDocumentView *self = JG_DOCUMENT_VIEW (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, jg_document_text_free);
  g_clear_pointer (&self->document, jg_document_unref);
  g_clear_pointer (&self->quote, g_free);

  G_OBJECT_CLASS (jg_document_view_parent_class)->dispose (object);
}

static void
jg_document_view_class_init (JgDocumentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_document_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JgDocumentView, title);
  gtk_widget_class_bind_template_child (widget_class, JgDocumentView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, JgDocumentView, about);
  gtk_widget_class_bind_template_child (widget_class, JgDocumentView, expander);
  gtk_widget_class_bind_template_child (widget_class, JgDocumentView, found);
  gtk_widget_class_bind_template_child (widget_class, JgDocumentView, copy);
  gtk_widget_class_bind_template_child (widget_class, JgDocumentView, view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
jg_document_view_init (JgDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
}

/* Each document gets a new buffer: with it go the marks, tags and anchored widgets of the last. */
static void
make_buffer (JgDocumentView *self)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);

  self->buffer = buffer;
  self->clause_tag = gtk_text_buffer_create_tag (buffer, NULL, "scale", 0.85, "weight",
                                                 PANGO_WEIGHT_BOLD, "pixels-above-lines", 14, NULL);
  self->lit_tag =
      gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  g_signal_connect_object (buffer, "notify::has-selection", G_CALLBACK (update_copy_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_text_view_set_buffer (self->view, buffer);
  update_colors (self);
}

/**
 * jg_document_view_new:
 * @session: what the pages share
 *
 * Makes a view that shows no document yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jg_document_view_new (JgSession *session)
{
  JgDocumentView *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_DOCUMENT_VIEW, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * jg_document_view_show:
 * @self: a view
 * @key: key of a document
 * @line: line to go to, or 0
 * @quote: (nullable): words to light
 *
 * Shows a document, scrolled to the quoted words.
 */
void
jg_document_view_show (JgDocumentView *self, const char *key, guint line, const char *quote)
{
  JgDocument *document;
  g_autofree char *subtitle = NULL;
  g_autofree char *marked = NULL;

  g_return_if_fail (JG_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (key != NULL);

  document = jg_catalogue_get_document (jg_session_get_catalogue (self->session), key);
  if (document == NULL)
    return;
  g_clear_pointer (&self->document, jg_document_unref);
  g_clear_pointer (&self->text, jg_document_text_free);
  g_free (self->quote);
  self->document = document;
  self->quote = g_strdup (quote);
  self->line = line;

  gtk_label_set_text (self->title, document->title);
  subtitle = g_strdup_printf (
      "%s · %s", document->number != NULL ? document->number : _ ("no number in the text"),
      document->date != NULL ? document->date : _ ("no date in the text"));
  marked = jg_ui_dup_marked (subtitle, document->provenance);
  gtk_label_set_text (self->subtitle, marked);
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), FALSE);
  fill_about (self);

  make_buffer (self);
  self->text = jg_document_text_new (self->buffer, document, self->clause_tag);
  light_quote (self);
  add_repairs (self);
  update_copy_cb (self);
  scroll_to_lit (self);
  /* Lines above get their height only when the view has been laid out, and then push the lit words
   * away: go there once more after that. */
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, scroll_idle_cb, self, NULL);
}

/**
 * jg_document_view_get_key:
 * @self: a view
 *
 * Gets which document is shown.
 *
 * Returns: (transfer none) (nullable): its key
 */
const char *
jg_document_view_get_key (JgDocumentView *self)
{
  g_return_val_if_fail (JG_IS_DOCUMENT_VIEW (self), NULL);

  return self->document != NULL ? self->document->key : NULL;
}

/**
 * jg_document_view_get_quote:
 * @self: a view
 *
 * Gets the words that are lit.
 *
 * Returns: (transfer none) (nullable): the words
 */
const char *
jg_document_view_get_quote (JgDocumentView *self)
{
  g_return_val_if_fail (JG_IS_DOCUMENT_VIEW (self), NULL);

  return self->quote;
}

/**
 * jg_document_view_get_line:
 * @self: a view
 *
 * Gets the line that was gone to.
 *
 * Returns: the line, or 0
 */
guint
jg_document_view_get_line (JgDocumentView *self)
{
  g_return_val_if_fail (JG_IS_DOCUMENT_VIEW (self), 0);

  return self->line;
}
