/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pdf-amend.h"

#include <string.h>

/* What cairo calls a font that it embeds from its outlines; number of the font and 0 follow. */
#define CAIRO_FONT "CairoFont-"

/* An object that is written anew. */
typedef struct
{
  guint64 number;
  GString *text; /* from “<<” to “endobj” */
} Object;

static void
object_free (Object *object)
{
  g_string_free (object->text, TRUE);
  g_free (object);
}

/* Zero bytes stand in the streams of a PDF, where the functions for strings would stop. */
static const char *
find_last (const char *start, const char *end, const char *needle)
{
  gsize length = strlen (needle);

  for (const char *p = end - length; p >= start; p--)
    if (memcmp (p, needle, length) == 0)
      return p;
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

/* The object around @place: “N 0 obj” stands on a line of its own before it. */
static Object *
copy_object (const char *start, const char *end, const char *place)
{
  const char *head = find_last (start, place, " 0 obj\n");
  const char *line = head != NULL ? find_last (start, head, "\n") : NULL;
  const char *close = g_strstr_len (place, end - place, "\nendobj\n");
  const char *body;
  Object *object;

  if (line == NULL || close == NULL)
    return NULL;
  object = g_new0 (Object, 1);
  object->number = g_ascii_strtoull (line + 1, NULL, 10);
  body = head + strlen (" 0 obj\n");
  object->text = g_string_new_len (body, close - body + (gssize) strlen ("\nendobj\n"));
  return object;
}

static gboolean
collect_catalogue (GPtrArray *objects,
                   const char *start,
                   const char *end,
                   guint64 root,
                   const char *language)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n", root);
  g_autofree char *words =
      g_strdup_printf ("/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n", language);
  const char *place = find_last (start, end, head);
  Object *object;
  const char *close;

  if (place == NULL)
    return FALSE;
  object = copy_object (start, end, place + strlen (head));
  if (object == NULL)
    return FALSE;
  g_ptr_array_add (objects, object);
  close = g_strrstr (object->text->str, ">>");
  if (close == NULL)
    return FALSE;
  g_string_insert (object->text, close - object->text->str, words);
  return TRUE;
}

/* Each font has its name in three objects. */
static gboolean
collect_fonts (GPtrArray *objects, const char *start, const char *end, GPtrArray *names)
{
  const char *limit = end;
  const char *place;

  while ((place = find_last (start, limit, "+" CAIRO_FONT)) != NULL)
    {
      Object *object = copy_object (start, end, place);
      guint64 index = g_ascii_strtoull (place + strlen ("+" CAIRO_FONT), NULL, 10);
      g_autofree char *old = g_strdup_printf (CAIRO_FONT "%" G_GUINT64_FORMAT "-0", index);

      limit = place;
      if (object == NULL)
        return FALSE;
      g_ptr_array_add (objects, object);
      if (index >= names->len || g_ptr_array_index (names, index) == NULL ||
          g_string_replace (object->text, old, g_ptr_array_index (names, index), 0) != 1)
        return FALSE;
    }
  return TRUE;
}

/* jg_pdf_amend:
 * @pdf: a whole PDF with a classic cross-reference table, as cairo writes for PDF 1.4
 * @language: a language tag of BCP 47, e.g. "zh-CN"
 * @font_names: (nullable) (element-type utf8): PostScript names of the fonts in the order of their
 *   first use; %NULL leaves the names that cairo made up
 *
 * Adds what cairo cannot say, as an incremental update (ISO 32000-1, 7.5.6): the language of the
 * document (14.9.2), the wish that viewers show its title, and the names of fonts that are embedded
 * from their outlines.
 *
 * Returns: whether @pdf was changed; it is left as it was when it is built in another way */
gboolean
jg_pdf_amend (GByteArray *pdf, const char *language, GPtrArray *font_names)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) object_free);
  g_autoptr (GString) update = g_string_new (NULL);
  g_autoptr (GString) xref = g_string_new ("xref\n");
  const char *start, *end, *trailer, *start_xref;
  guint64 root, size, previous, info;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  start = (const char *) pdf->data;
  end = start + pdf->len;
  trailer = find_last (start, end, "\ntrailer");
  start_xref = find_last (start, end, "\nstartxref");
  if (trailer == NULL || start_xref == NULL || start_xref < trailer ||
      !read_number (trailer, start_xref, "/Size ", &size) ||
      !read_number (trailer, start_xref, "/Root ", &root) ||
      !read_number (trailer, start_xref, "/Info ", &info) ||
      !read_number (start_xref, end, "startxref\n", &previous) ||
      !collect_catalogue (objects, start, end, root, language))
    return FALSE;
  if (font_names != NULL && !collect_fonts (objects, start, end, font_names))
    g_ptr_array_set_size (objects, 1);

  for (guint i = 0; i < objects->len; i++)
    {
      Object *object = g_ptr_array_index (objects, i);

      g_string_append_printf (xref, "%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                              object->number, pdf->len + update->len);
      g_string_append_printf (update, "%" G_GUINT64_FORMAT " 0 obj\n%s", object->number,
                              object->text->str);
    }
  g_string_append_printf (xref,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          size, root, info, previous, pdf->len + update->len);
  g_string_append (update, xref->str);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
  return TRUE;
}
