/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-local-document.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "catalogue/jg-local-text.h"
#include "jg-local-form.h"

#define TEXT_HEIGHT 220
#define READ_AFTER 200 /* ms after the last change of the text */
#define MAX_LINE_SHOWN 40

struct _JgLocalDocument
{
  AdwBin parent_instance;

  JgLocalPack *pack;
  JgPackDocument *row; /* as it was, or a new one */
  GHashTable *fields;
  GtkTextBuffer *buffer;
  GtkWidget *view;
  GtkWidget *title;
  GtkWidget *number;
  GtkWidget *issuer;
  GtkWidget *date;
  GtkWidget *region;
  GtkBox *clause_box;
  GPtrArray *clauses; /* (element-type JgClause) */
  JgLocalHead *read;  /* what was read off the text last */
  gboolean corrected; /* the clauses, by hand */
  gboolean changed;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (JgLocalDocument, jg_local_document, ADW_TYPE_BIN)

static void
jg_local_document_dispose (GObject *object)
{
  JgLocalDocument *self = JG_LOCAL_DOCUMENT (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);

  G_OBJECT_CLASS (jg_local_document_parent_class)->dispose (object);
}

static void
jg_local_document_finalize (GObject *object)
{
  JgLocalDocument *self = JG_LOCAL_DOCUMENT (object);

  g_clear_object (&self->pack);
  g_clear_pointer (&self->row, jg_pack_document_free);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  g_clear_pointer (&self->read, jg_local_head_free);

  G_OBJECT_CLASS (jg_local_document_parent_class)->finalize (object);
}

static void
jg_local_document_class_init (JgLocalDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_local_document_dispose;
  G_OBJECT_CLASS (klass)->finalize = jg_local_document_finalize;
}

static void
jg_local_document_init (JgLocalDocument *self)
{
}

static char *
dup_text (JgLocalDocument *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return jg_local_text_dup_tidy (text);
}

/* The first words of a line, or nothing. */
static char *
cut_line (char **lines, guint line)
{
  if (line < 1 || line > g_strv_length (lines))
    return g_strdup ("");
  return g_utf8_substring (lines[line - 1], 0,
                           MIN (MAX_LINE_SHOWN, g_utf8_strlen (lines[line - 1], -1)));
}

static char *
dup_line (JgLocalDocument *self, guint line)
{
  g_autofree char *text = dup_text (self);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return cut_line (lines, line);
}

static void show_clauses (JgLocalDocument *self);

static JgClause *
get_clause (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "clause");
}

static void
label_changed_cb (JgLocalDocument *self, GtkWidget *entry)
{
  JgClause *clause = get_clause (entry);

  g_free (clause->clause);
  clause->clause = jg_local_entry_dup_text (entry);
  self->corrected = self->changed = TRUE;
}

static void
line_changed_cb (JgLocalDocument *self, GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  const guint line = (guint) MIN (g_ascii_strtoull (text, NULL, 10), G_MAXINT);
  g_autofree char *words = dup_line (self, line);

  get_clause (entry)->line = line;
  self->corrected = self->changed = TRUE;
  gtk_label_set_text (g_object_get_data (G_OBJECT (entry), "words"), words);
}

static void
remove_clause_cb (JgLocalDocument *self, GtkWidget *button)
{
  g_ptr_array_remove (self->clauses, get_clause (button));
  self->corrected = self->changed = TRUE;
  show_clauses (self);
}

static void
add_clause_cb (JgLocalDocument *self)
{
  const JgClause *last =
      self->clauses->len > 0 ? g_ptr_array_index (self->clauses, self->clauses->len - 1) : NULL;
  JgClause *clause = g_new0 (JgClause, 1);

  clause->line = last != NULL ? last->line + 1 : 1;
  g_ptr_array_add (self->clauses, clause);
  self->corrected = self->changed = TRUE;
  show_clauses (self);
}

static void
add_clause_row (JgLocalDocument *self, JgClause *clause, char **lines)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = jg_local_entry_new (NULL);
  GtkWidget *line = jg_local_entry_new (NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *label = clause->clause != NULL ? clause->clause : "";
  g_autofree char *words = cut_line (lines, clause->line);
  g_autofree char *number = g_strdup_printf ("%u", clause->line);
  GtkWidget *text = jg_ui_label (words, "caption");
  g_autofree char *line_name = g_strdup_printf (_ ("Line where “%s” begins"), label);
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove the clause “%s”"), label);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 10);
  jg_local_entry_set_text (entry, label);
  jg_ui_set_name (entry, _ ("Label of the clause"));
  jg_local_entry_set_text (line, number);
  gtk_entry_set_input_purpose (GTK_ENTRY (line), GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (line), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (line), 4);
  jg_ui_set_name (line, line_name);
  gtk_label_set_wrap (GTK_LABEL (text), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, remove_name);
  jg_ui_set_name (button, remove_name);
  g_object_set_data (G_OBJECT (entry), "clause", clause);
  g_object_set_data (G_OBJECT (line), "clause", clause);
  g_object_set_data (G_OBJECT (line), "words", text);
  g_object_set_data (G_OBJECT (button), "clause", clause);
  g_signal_connect_object (entry, "changed", G_CALLBACK (label_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "changed", G_CALLBACK (line_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clause_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->clause_box, row);
}

static void
show_clauses (JgLocalDocument *self)
{
  g_autofree char *text = dup_text (self);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const guint n_lines = g_strv_length (lines);

  jg_ui_clear (self->clause_box);
  for (guint i = 0; i < self->clauses->len; i++)
    add_clause_row (self, g_ptr_array_index (self->clauses, i), lines);
  if (n_lines == 0)
    gtk_box_append (self->clause_box,
                    jg_ui_label (_ ("The clauses are found once the text is there."), "remark"));
}

/* What somebody wrote is not written over by what is read off the text. */
static void
propose (GtkWidget *entry, const char *before, const char *now)
{
  g_autofree char *text = jg_local_entry_dup_text (entry);

  if (now != NULL && (text == NULL || g_strcmp0 (text, before) == 0))
    jg_local_entry_set_text (entry, now);
}

static void
read_text (JgLocalDocument *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (JgLocalHead) before = g_steal_pointer (&self->read);

  self->read = jg_local_text_find_head (text);
  propose (self->title, before != NULL ? before->title : NULL, self->read->title);
  propose (self->number, before != NULL ? before->number : NULL, self->read->number);
  propose (self->issuer, before != NULL ? before->issuer : NULL, self->read->issuer);
  propose (self->date, before != NULL ? before->date : NULL, self->read->date);
  if (!self->corrected)
    {
      g_ptr_array_unref (self->clauses);
      self->clauses = *text != '\0'
                          ? jg_local_text_find_clauses (text)
                          : g_ptr_array_new_with_free_func ((GDestroyNotify) jg_clause_free);
    }
  show_clauses (self);
}

static gboolean
read_cb (gpointer data)
{
  JgLocalDocument *self = JG_LOCAL_DOCUMENT (data);

  self->timeout_id = 0;
  read_text (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (JgLocalDocument *self)
{
  self->changed = TRUE;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add (READ_AFTER, read_cb, self);
}

static void
find_again_cb (JgLocalDocument *self)
{
  self->corrected = FALSE;
  read_text (self);
}

static void
changed_cb (JgLocalDocument *self)
{
  self->changed = TRUE;
}

static void
file_chosen_cb (JgLocalDocument *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *tidy = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL)
    text = jg_local_text_read_file (path, &error);
  if (text != NULL)
    {
      tidy = jg_local_text_dup_tidy (text);
      gtk_text_buffer_set_text (self->buffer, tidy, -1);
    }
  else if (error != NULL)
    jg_ui_show_error (GTK_WIDGET (self), _ ("This File Cannot Be Read"), error->message);
  g_object_unref (dialog);
}

static void
open_cb (JgLocalDocument *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Open a Text File"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* Released in the callback. */
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_text (JgLocalDocument *self, GtkBox *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Open a Text File…"));

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  g_object_set (self->view, "left-margin", 9, "right-margin", 9, "top-margin", 9, "bottom-margin",
                9, NULL);
  jg_ui_set_name (self->view, _ ("Text of the document"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  jg_local_fields_add (self->fields, box, "text", _ ("Text of the document"),
                       _ ("Paste the whole text, word for word. What is read off it can be "
                          "corrected below."),
                       scroller);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  jg_ui_set_name (button, _ ("Open a Text File…"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
add_head (JgLocalDocument *self, GtkBox *box)
{
  self->title = jg_local_entry_new (NULL);
  self->number = jg_local_entry_new (_ ("For example 西人社〔2026〕5号"));
  self->date = jg_local_entry_new ("2026-03-20");
  self->issuer = jg_local_entry_new (NULL);
  self->region = jg_local_region_new ();
  jg_local_fields_add (self->fields, box, "title", _ ("Title"), NULL, self->title);
  jg_local_fields_add (self->fields, box, "number", _ ("Document number"),
                       _ ("Leave it empty where the text prints none."), self->number);
  jg_local_fields_add (self->fields, box, "date", _ ("Date of issue"),
                       _ ("YYYY-MM-DD, or as much of it as the text says."), self->date);
  jg_local_fields_add (self->fields, box, "issuers", _ ("Issued by"),
                       _ ("Several with a space between them."), self->issuer);
  jg_local_fields_add (self->fields, box, "region", _ ("Region"), NULL, self->region);
}

static void
add_clauses (JgLocalDocument *self, GtkBox *box)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *again = gtk_button_new_with_label (_ ("Find Clauses Again"));
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a Clause"));

  self->clause_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_box_append (GTK_BOX (outer), GTK_WIDGET (self->clause_box));
  jg_ui_set_name (again, _ ("Find Clauses Again"));
  jg_ui_set_name (add, _ ("Add a Clause"));
  g_signal_connect_object (again, "clicked", G_CALLBACK (find_again_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clause_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), again);
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (outer), buttons);
  jg_local_fields_add (self->fields, box, "clauses", _ ("Clauses"),
                       _ ("Label, the line it begins in, and the words there. A clause ends where "
                          "the next begins."),
                       outer);
}

static void
show_row (JgLocalDocument *self)
{
  const JgDocument *document = self->row->document;
  g_autofree char *issuers = g_strjoinv (" ", document->issuers);

  gtk_text_buffer_set_text (self->buffer, self->row->text != NULL ? self->row->text : "", -1);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  jg_local_entry_set_text (self->title, document->title);
  jg_local_entry_set_text (self->number, document->number);
  jg_local_entry_set_text (self->date, document->date);
  jg_local_entry_set_text (self->issuer, issuers);
  jg_local_region_set (self->region, document->region_code, document->region_name);
  for (guint i = 0; i < self->row->clauses->len; i++)
    {
      const JgClause *clause = g_ptr_array_index (self->row->clauses, i);
      JgClause *copy = g_new0 (JgClause, 1);

      *copy = *clause;
      copy->clause = g_strdup (clause->clause);
      g_ptr_array_add (self->clauses, copy);
    }
  self->corrected = self->clauses->len > 0;
  show_clauses (self);
}

static JgPackDocument *
new_row (JgLocalPack *pack)
{
  JgPackDocument *row = g_new0 (JgPackDocument, 1);
  const JgPack *content = jg_local_pack_get_content (pack);

  row->document = jg_document_new ();
  row->document->key = jg_local_pack_dup_new_id (pack);
  row->document->issuers = g_new0 (char *, 1);
  row->document->kind = g_strdup ("normative");
  row->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_clause_free);
  /* An office mostly has papers of one place. */
  if (content->documents->len > 0)
    {
      const JgPackDocument *last =
          g_ptr_array_index (content->documents, content->documents->len - 1);

      row->document->region_code = g_strdup (last->document->region_code);
      row->document->region_name = g_strdup (last->document->region_name);
    }
  return row;
}

/**
 * jg_local_document_new:
 * @pack: the office's pack
 * @key: (nullable): key of a document of it, or %NULL for a new one
 *
 * Makes the form.
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
jg_local_document_new (JgLocalPack *pack, const char *key)
{
  JgLocalDocument *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_return_val_if_fail (JG_IS_LOCAL_PACK (pack), NULL);

  self = g_object_new (JG_TYPE_LOCAL_DOCUMENT, NULL);
  self->pack = g_object_ref (pack);
  self->row = key != NULL ? jg_local_pack_dup_document (pack, key) : NULL;
  if (self->row == NULL)
    self->row = new_row (pack);
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_clause_free);
  self->fields = jg_local_fields_new (GTK_BOX (box));
  add_text (self, GTK_BOX (box));
  add_head (self, GTK_BOX (box));
  add_clauses (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
  show_row (self);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *const entries[] = { self->title, self->number, self->date, self->issuer };

      g_signal_connect_object (entries[i], "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  self->changed = FALSE;
  return GTK_WIDGET (self);
}

/**
 * jg_local_document_is_changed:
 * @self: a form
 *
 * Returns: whether something was written that is not kept
 */
gboolean
jg_local_document_is_changed (JgLocalDocument *self)
{
  g_return_val_if_fail (JG_IS_LOCAL_DOCUMENT (self), FALSE);

  return self->changed;
}

/**
 * jg_local_document_save:
 * @self: a form
 *
 * Keeps the document, or says at each field what is wrong.
 *
 * Returns: whether it is kept
 */
gboolean
jg_local_document_save (JgLocalDocument *self)
{
  JgDocument *document;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *issuers = NULL;

  g_return_val_if_fail (JG_IS_LOCAL_DOCUMENT (self), FALSE);

  if (self->timeout_id != 0)
    {
      g_clear_handle_id (&self->timeout_id, g_source_remove);
      read_text (self);
    }
  document = self->row->document;
  g_free (self->row->text);
  self->row->text = dup_text (self);
  g_free (document->title);
  document->title = jg_local_entry_dup_text (self->title);
  g_free (document->number);
  document->number = jg_local_entry_dup_text (self->number);
  g_free (document->date);
  document->date = jg_local_entry_dup_text (self->date);
  issuers = jg_local_entry_dup_text (self->issuer);
  g_strfreev (document->issuers);
  document->issuers =
      issuers != NULL ? g_regex_split_simple ("[\\s、，]+", issuers, 0, 0) : g_new0 (char *, 1);
  g_clear_pointer (&document->region_code, g_free);
  g_clear_pointer (&document->region_name, g_free);
  jg_local_region_get (self->region, &document->region_code, &document->region_name);
  jg_local_text_order_clauses (self->clauses, self->row->text);
  g_ptr_array_unref (self->row->clauses);
  self->row->clauses = g_ptr_array_ref (self->clauses);
  problems = jg_local_pack_set_document (self->pack, self->row);
  jg_local_fields_show (self->fields, problems);
  if (problems == NULL)
    self->changed = FALSE;
  return problems == NULL;
}
