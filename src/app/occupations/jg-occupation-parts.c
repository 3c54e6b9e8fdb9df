/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-parts.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

/**
 * jg_occupation_add_document_link:
 * @box: where to append
 * @session: what the pages share
 * @document: key of a document
 * @clause: (nullable): label of a clause
 * @line: line of the sentence
 * @quote: (nullable): the sentence, to be lit
 *
 * Adds a button that opens a document at a sentence.
 */
void
jg_occupation_add_document_link (GtkBox *box,
                                 JgSession *session,
                                 const char *document,
                                 const char *clause,
                                 guint line,
                                 const char *quote)
{
  g_autofree char *citation = jg_session_dup_citation (session, document, clause);

  gtk_box_append (box, jg_ui_link (citation, "win.show-document",
                                   g_variant_new ("(sus)", document, (guint32) line,
                                                  quote != NULL ? quote : "")));
}

static void
add_occupation_link (GtkBox *box, JgSession *session, const char *id)
{
  g_autoptr (JgOccupation) other =
      jg_catalogue_get_occupation (jg_session_get_catalogue (session), id);
  g_autofree char *code = NULL;
  g_autofree char *text = NULL;

  if (other == NULL)
    return;
  code = jg_ui_dup_code (other->code, other->edition);
  text = g_strdup_printf ("%s · %s", other->name, code);
  gtk_box_append (box, jg_ui_link (text, "win.show-occupation", g_variant_new_string (id)));
}

/**
 * jg_occupation_add_successors:
 * @box: where to append
 * @session: what the pages share
 * @occupation: a cancelled occupation
 *
 * Adds a link to each occupation that came in its place.
 */
void
jg_occupation_add_successors (GtkBox *box, JgSession *session, JgOccupation *occupation)
{
  for (gsize i = 0; occupation->successors != NULL && occupation->successors[i] != NULL; i++)
    add_occupation_link (box, session, occupation->successors[i]);
}

/**
 * jg_occupation_get_no_definition:
 * @occupation: an occupation without definition
 *
 * Says why there is no definition.
 *
 * Returns: (transfer none): a sentence
 */
const char *
jg_occupation_get_no_definition (JgOccupation *occupation)
{
  if (g_strcmp0 (occupation->provenance, "secondary") == 0)
    return _ ("Only the name and the code were taken from a list that was not compared with print. "
              "There is no definition.");
  return _ ("The notices print no definition for this occupation.");
}

/**
 * jg_occupation_add_definition:
 * @box: where to append
 * @occupation: an occupation
 *
 * Adds the definition as printed, or says that none is printed.
 */
void
jg_occupation_add_definition (GtkBox *box, JgOccupation *occupation)
{
  GtkWidget *section = jg_ui_section (box, _ ("Definition"), NULL);

  if (occupation->definition != NULL)
    gtk_box_append (GTK_BOX (jg_ui_card (GTK_BOX (section))),
                    jg_ui_verbatim (occupation->definition));
  else
    gtk_box_append (GTK_BOX (section),
                    jg_ui_label (jg_occupation_get_no_definition (occupation), "remark"));
}

/**
 * jg_occupation_add_tasks:
 * @box: where to append
 * @occupation: an occupation
 *
 * Adds the main tasks as printed, numbered.
 */
void
jg_occupation_add_tasks (GtkBox *box, JgOccupation *occupation)
{
  g_autofree char *title = NULL;
  GtkWidget *section, *card;

  if (occupation->tasks->len == 0)
    return;
  title = g_strdup_printf (_ ("Main tasks (%u)"), occupation->tasks->len);
  section = jg_ui_section (box, title, NULL);
  card = jg_ui_card (GTK_BOX (section));
  for (guint i = 0; i < occupation->tasks->len; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      GtkWidget *label = jg_ui_label (number, "task-number");
      GtkWidget *text = jg_ui_verbatim (g_ptr_array_index (occupation->tasks, i));

      gtk_widget_add_css_class (label, "verbatim");
      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
      gtk_widget_set_valign (text, GTK_ALIGN_BASELINE);
      gtk_widget_set_hexpand (text, TRUE);
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (GTK_BOX (row), text);
      gtk_box_append (GTK_BOX (card), row);
    }
}

static const char *
get_work_type_status (const char *status)
{
  if (g_strcmp0 (status, "added") == 0)
    return C_ ("work type", "added by the notice");
  if (g_strcmp0 (status, "moved") == 0)
    return C_ ("work type", "moved elsewhere");
  if (g_strcmp0 (status, "cancelled") == 0)
    return C_ ("work type", "cancelled");
  if (g_strcmp0 (status, "promoted") == 0)
    return C_ ("work type", "became an occupation");
  return NULL;
}

/**
 * jg_occupation_dup_work_type_text:
 * @work_type: a work type
 *
 * Writes the name of a work type and what became of it.
 *
 * Returns: (transfer full): the text
 */
char *
jg_occupation_dup_work_type_text (JgWorkType *work_type)
{
  const char *status = get_work_type_status (work_type->status);

  return status != NULL ? g_strdup_printf ("%s（%s）", work_type->name, status)
                        : g_strdup (work_type->name);
}

/**
 * jg_occupation_add_work_types:
 * @box: where to append
 * @session: what the pages share
 * @occupation: an occupation
 *
 * Adds the work types with what became of them.
 */
void
jg_occupation_add_work_types (GtkBox *box, JgSession *session, JgOccupation *occupation)
{
  GtkWidget *section, *card;

  if (occupation->work_types->len == 0)
    return;
  section = jg_ui_section (box, _ ("Work types"), NULL);
  card = jg_ui_card (GTK_BOX (section));
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      JgWorkType *type = g_ptr_array_index (occupation->work_types, i);
      g_autofree char *text = jg_occupation_dup_work_type_text (type);

      gtk_box_append (GTK_BOX (card), jg_ui_verbatim (text));
      if (type->other != NULL)
        add_occupation_link (GTK_BOX (card), session, type->other);
    }
}

/**
 * jg_occupation_add_sources:
 * @box: where to append
 * @session: what the pages share
 * @occupation: an occupation
 *
 * Adds a button for each place in a notice that the entry was read from.
 */
void
jg_occupation_add_sources (GtkBox *box, JgSession *session, JgOccupation *occupation)
{
  GtkWidget *section;

  if (occupation->sources->len == 0)
    return;
  section = jg_ui_section (box, _ ("Where this stands"), NULL);
  for (guint i = 0; i < occupation->sources->len; i++)
    {
      JgCitation *source = g_ptr_array_index (occupation->sources, i);

      jg_occupation_add_document_link (GTK_BOX (section), session, source->document, source->clause,
                                       source->line, source->quote);
    }
}

/**
 * jg_occupation_add_classes:
 * @box: where to append
 * @occupation: an occupation
 *
 * Adds the path of classes.
 */
void
jg_occupation_add_classes (GtkBox *box, JgOccupation *occupation)
{
  g_autofree char *remark = NULL;
  const char *note = NULL;
  GtkWidget *section;

  if (occupation->classes->len == 0)
    return;
  for (guint i = 0; i < occupation->classes->len && note == NULL; i++)
    note = jg_ui_provenance_note (
        ((JgOccupationClass *) g_ptr_array_index (occupation->classes, i))->provenance);
  if (note != NULL && g_strcmp0 (occupation->edition, "2020") == 0)
    remark = g_strdup_printf (_ ("Class names: %s"), note);
  else if (note != NULL)
    remark = g_strdup_printf (_ ("Class names of the %s edition: %s"), occupation->edition, note);
  section = jg_ui_section (box, _ ("Class"), remark);
  for (guint i = 0; i < occupation->classes->len; i++)
    {
      JgOccupationClass *item = g_ptr_array_index (occupation->classes, i);
      g_autofree char *text = g_strdup_printf ("%s %s", item->code, item->name);
      GtkWidget *label = jg_ui_verbatim (text);

      gtk_widget_set_margin_start (label, (int) (12 * i));
      gtk_box_append (GTK_BOX (section), label);
    }
}

static const char *
get_relation (const char *relation)
{
  if (g_strcmp0 (relation, "recoded") == 0)
    return C_ ("code", "recoded");
  if (g_strcmp0 (relation, "renamed") == 0)
    return C_ ("code", "renamed");
  if (g_strcmp0 (relation, "dissolved") == 0)
    return C_ ("code", "dissolved");
  if (g_strcmp0 (relation, "unchanged") == 0)
    return C_ ("code", "unchanged");
  return NULL;
}

/**
 * jg_occupation_dup_code_text:
 * @occupation: an occupation
 * @code: one of its codes
 *
 * Writes a code with its edition and all that is to be said of it.
 *
 * Returns: (transfer full): the text
 */
char *
jg_occupation_dup_code_text (JgOccupation *occupation, JgOccupationCode *code)
{
  g_autofree char *with_edition =
      code->code != NULL ? jg_ui_dup_code (code->code, code->edition)
                         : g_strdup_printf (_ ("no code of its own (%s edition)"), code->edition);
  g_autoptr (GString) text = g_string_new (with_edition);
  const char *relation = get_relation (code->relation);
  const char *note = jg_ui_provenance_note (code->provenance);

  if (code->name != NULL && !g_str_equal (code->name, occupation->name))
    g_string_append_printf (text, " %s", code->name);
  if (g_strcmp0 (code->status, "former") == 0)
    g_string_append_printf (text, " · %s", C_ ("code", "former"));
  else if (g_strcmp0 (code->status, "cancelled") == 0)
    g_string_append_printf (text, " · %s", C_ ("code", "cancelled"));
  if (relation != NULL)
    g_string_append_printf (text, " · %s", relation);
  for (gsize i = 0; code->marks != NULL && code->marks[i] != NULL; i++)
    g_string_append_printf (text, " · %s", code->marks[i]);
  if (note != NULL)
    g_string_append_printf (text, " · %s", note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * jg_occupation_add_codes:
 * @box: where to append
 * @session: what the pages share
 * @occupation: an occupation
 *
 * Adds the codes by edition, and warns when the code means another occupation elsewhere.
 */
void
jg_occupation_add_codes (GtkBox *box, JgSession *session, JgOccupation *occupation)
{
  g_autoptr (GPtrArray) also = NULL;
  g_autoptr (JgOccupation) same = NULL;
  GtkWidget *section;

  if (occupation->codes->len == 0)
    return;
  section = jg_ui_section (box, _ ("Codes by edition"), NULL);
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      JgOccupationCode *code = g_ptr_array_index (occupation->codes, i);
      g_autofree char *text = jg_occupation_dup_code_text (occupation, code);

      gtk_box_append (GTK_BOX (section), jg_ui_verbatim (text));
      if (code->note != NULL)
        gtk_box_append (GTK_BOX (section), jg_ui_label (code->note, "remark"));
    }
  same = jg_catalogue_find_occupation (jg_session_get_catalogue (session), occupation->code,
                                       occupation->edition, &also);
  for (guint i = 0; also != NULL && i < also->len; i++)
    {
      JgOccupationCode *code = g_ptr_array_index (also, i);
      g_autofree char *text = NULL;

      if (code->name == NULL)
        continue;
      text = jg_ui_provenance_note (code->provenance) != NULL
                 ? g_strdup_printf (_ ("Careful: in the %s edition the code %s means %s (%s)."),
                                    code->edition, occupation->code, code->name,
                                    jg_ui_provenance_note (code->provenance))
                 : g_strdup_printf (_ ("Careful: in the %s edition the code %s means %s."),
                                    code->edition, occupation->code, code->name);
      gtk_box_append (GTK_BOX (section), jg_ui_label (text, "warning"));
    }
}

/**
 * jg_occupation_add_changes:
 * @box: where to append
 * @session: what the pages share
 * @occupation: an occupation
 *
 * Adds what the notices changed, each with its words.
 */
void
jg_occupation_add_changes (GtkBox *box, JgSession *session, JgOccupation *occupation)
{
  GtkWidget *section;

  if (occupation->changes->len == 0)
    return;
  section = jg_ui_section (box, _ ("Record of changes"), NULL);
  for (guint i = 0; i < occupation->changes->len; i++)
    {
      JgChange *change = g_ptr_array_index (occupation->changes, i);
      GtkWidget *card = jg_ui_card (GTK_BOX (section));

      if (change->summary != NULL)
        gtk_box_append (GTK_BOX (card), jg_ui_label (change->summary, "remark"));
      if (change->quote != NULL)
        gtk_box_append (GTK_BOX (card), jg_ui_verbatim (change->quote));
      jg_occupation_add_document_link (GTK_BOX (card), session, change->document, change->clause,
                                       change->line, change->quote);
    }
}

static char *
dup_basis (JgMeasureLink *link)
{
  if (g_strcmp0 (link->basis, "explicit") == 0)
    return link->words != NULL ? g_strdup_printf (_ ("named in the text: “%s”"), link->words)
                               : g_strdup (_ ("named in the text"));
  if (g_strcmp0 (link->basis, "natural") == 0)
    return link->words != NULL ? g_strdup_printf (_ ("follows from the words “%s”"), link->words)
                               : g_strdup (_ ("follows from the words of the text"));
  return g_strdup (_ ("for any occupation"));
}

/**
 * jg_occupation_add_measures:
 * @box: where to append
 * @session: what the pages share
 * @occupation: an occupation
 *
 * Adds a link to each measure tied to the occupation, with the basis of the tie. Those that hold
 * for any occupation are counted only: they say nothing about this one.
 */
void
jg_occupation_add_measures (GtkBox *box, JgSession *session, JgOccupation *occupation)
{
  GtkWidget *section = NULL;
  guint n_all = 0;

  for (guint i = 0; i < occupation->measures->len; i++)
    {
      JgMeasureLink *link = g_ptr_array_index (occupation->measures, i);
      g_autoptr (JgMeasure) measure = NULL;
      g_autofree char *basis = NULL;
      g_autofree char *marked = NULL;
      g_autofree char *text = NULL;

      if (g_strcmp0 (link->basis, "all") == 0)
        {
          n_all++;
          continue;
        }
      measure = jg_catalogue_get_measure (jg_session_get_catalogue (session), link->measure);
      if (measure == NULL)
        continue;
      if (section == NULL)
        section = jg_ui_section (box, _ ("Support measures"), NULL);
      basis = dup_basis (link);
      marked = jg_ui_dup_marked (basis, measure->provenance);
      text = g_strdup_printf ("%s（%s）\n%s", measure->name, measure->region_name, marked);
      gtk_box_append (GTK_BOX (section),
                      jg_ui_link (text, "win.show-measure", g_variant_new_string (link->measure)));
    }
  if (n_all > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u more measure does not depend on the occupation; see Policies.",
                    "%u more measures do not depend on the occupation; see Policies.", n_all),
          n_all);

      if (section == NULL)
        section = jg_ui_section (box, _ ("Support measures"), NULL);
      gtk_box_append (GTK_BOX (section), jg_ui_label (text, "remark"));
    }
}
