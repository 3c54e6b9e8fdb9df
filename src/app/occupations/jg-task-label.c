/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-task-label.h"

#include "../jg-ui.h"
#include "guidance/jg-shared-words.h"

/* Weight and a line rather than a colour: they show in every scheme and to every eye. */
static void
mark (GtkLabel *label, const GArray *spans)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const JgTextSpan *span = &g_array_index (spans, JgTextSpan, i);
      PangoAttribute *parts[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                  pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
        {
          parts[k]->start_index = span->start;
          parts[k]->end_index = span->end;
          pango_attr_list_insert (attributes, parts[k]);
        }
    }
  gtk_label_set_attributes (label, attributes);
}

/**
 * jg_task_label_new:
 * @number: of the task
 * @text: as printed
 * @spans: (nullable) (element-type JgTextSpan): words to mark
 * @spoken: (nullable): what a screen reader says before the sentence
 *
 * Makes a row of a task's number and its sentence, some of its words marked.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
jg_task_label_new (guint number, const char *text, const GArray *spans, const char *spoken)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *digits = g_strdup_printf ("%u.", number);
  GtkWidget *label = jg_ui_label (digits, "task-number");
  GtkWidget *sentence = jg_ui_verbatim (text);

  gtk_widget_add_css_class (label, "verbatim");
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (sentence, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (sentence, TRUE);
  if (spans != NULL)
    mark (GTK_LABEL (sentence), spans);
  if (spoken != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s：%s", spoken, text);

      jg_ui_set_name (sentence, name);
    }
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), sentence);
  return row;
}
