/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pdf-language.h"

#include <string.h>

/* The last place of @needle, since the end of a PDF is what counts. Zero bytes stand in the streams
 * before it, where the functions for strings would stop. */
static const char *
find_last (GByteArray *pdf, const char *needle)
{
  gsize length = strlen (needle);

  for (gsize at = pdf->len >= length ? pdf->len - length + 1 : 0; at > 0; at--)
    if (memcmp (pdf->data + at - 1, needle, length) == 0)
      return (const char *) pdf->data + at - 1;
  return NULL;
}

static gboolean
read_number (const char *text, const char *end, const char *key, guint64 *number)
{
  const char *found = g_strstr_len (text, end - text, key);
  char *after = NULL;

  if (found == NULL)
    return FALSE;
  found += strlen (key);
  *number = g_ascii_strtoull (found, &after, 10);
  return after != found && after <= end;
}

/* jg_pdf_add_language:
 * @pdf: a whole PDF with a classic cross-reference table, as cairo writes for PDF 1.4
 * @language: a language tag of BCP 47, e.g. "zh-CN"
 *
 * Says the language of the document (/Lang) and asks viewers to show its title, which cairo cannot
 * do: the document catalogue is written anew in an incremental update (ISO 32000-1, 7.5.6, 14.9.2).
 *
 * Returns: whether @pdf was changed; it is left as it was when it is built in another way */
gboolean
jg_pdf_add_language (GByteArray *pdf, const char *language)
{
  const char *end, *start_xref, *trailer, *dictionary, *close;
  g_autofree char *head = NULL;
  g_autoptr (GString) update = NULL;
  guint64 root, size, previous, info;
  gsize object_at, xref_at;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  if (pdf->len == 0)
    return FALSE;
  end = (const char *) pdf->data + pdf->len;
  trailer = find_last (pdf, "\ntrailer");
  start_xref = find_last (pdf, "\nstartxref");
  if (trailer == NULL || start_xref == NULL || start_xref < trailer ||
      !read_number (trailer, start_xref, "/Size ", &size) ||
      !read_number (trailer, start_xref, "/Root ", &root) ||
      !read_number (trailer, start_xref, "/Info ", &info) ||
      !read_number (start_xref, end, "startxref\n", &previous))
    return FALSE;

  head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<< /Type /Catalog\n", root);
  dictionary = find_last (pdf, head);
  if (dictionary == NULL)
    return FALSE;
  dictionary += strlen (head);
  close = g_strstr_len (dictionary, end - dictionary, "\nendobj");
  while (close != NULL && close > dictionary && strncmp (close, ">>", 2) != 0)
    close--;
  if (close == NULL || close == dictionary)
    return FALSE;

  update = g_string_new (NULL);
  object_at = pdf->len;
  g_string_append_printf (update, "%" G_GUINT64_FORMAT " 0 obj\n<< /Type /Catalog\n", root);
  g_string_append_len (update, dictionary, close - dictionary);
  g_string_append_printf (update,
                          "\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                          ">>\nendobj\n",
                          language);
  xref_at = object_at + update->len;
  g_string_append_printf (update,
                          "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          root, object_at, size, root, info, previous, xref_at);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
  return TRUE;
}
