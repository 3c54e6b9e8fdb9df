/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper-pdf.h"

#include <string.h>

#include "paper-fixture.h"

PopplerDocument *
paper_pdf_write_and_read (JgPaper *sheet, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document;

  jg_paper_write_pdf (sheet, path, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, jg_paper_get_n_pages (sheet));
  return document;
}

char *
paper_pdf_read_page (PopplerDocument *document, int page)
{
  g_autoptr (PdfPage) one = poppler_document_get_page (document, page);
  g_autofree char *text = poppler_page_get_text (one);

  return paper_fixture_strip_space (text);
}

static const char *
get_sources (void)
{
  static char *sources;

  if (sources == NULL)
    {
      g_autofree char *folder =
          g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "data", "sources", NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      g_autoptr (GString) all = g_string_new (NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autofree char *text = NULL;

          if (g_str_has_suffix (name, ".txt") && g_file_get_contents (path, &text, NULL, NULL))
            g_string_append (all, text);
        }
      sources = paper_fixture_strip_space (all->str);
    }
  return sources;
}

gboolean
paper_pdf_is_official (PopplerTextAttributes *attributes)
{
  return attributes->color.red >> 8 == 0x12 && attributes->color.green >> 8 == 0x30 &&
         attributes->color.blue >> 8 == 0x6a;
}

/* Everything printed in the colour of official words stands so in a document of the compilation. */
guint
paper_pdf_check_official_words (PopplerDocument *document)
{
  guint n_checked = 0;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      GList *list = poppler_page_get_text_attributes (page);

      for (GList *l = list; l != NULL; l = l->next)
        {
          PopplerTextAttributes *run = l->data;
          const char *start = g_utf8_offset_to_pointer (text, run->start_index);
          const char *end = g_utf8_offset_to_pointer (text, run->end_index + 1);
          g_autofree char *piece = g_strndup (start, end - start);
          g_autofree char *words = paper_fixture_strip_space (piece);

          if (!paper_pdf_is_official (run) || *words == '\0')
            continue;
          if (strstr (get_sources (), words) == NULL)
            g_error ("Not in the sources: %s", words);
          n_checked++;
        }
      poppler_page_free_text_attributes (list);
    }
  return n_checked;
}
