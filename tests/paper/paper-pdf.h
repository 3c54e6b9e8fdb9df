/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <poppler.h>

#include "paper/jg-sheet.h"

/* Sheets as a reader of the PDF gets them. */

/* Names of our own, because only newer versions of poppler define the clean-up of theirs. */
typedef PopplerDocument Pdf;
typedef PopplerPage PdfPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

PopplerDocument *paper_pdf_write_and_read (JgPaper *sheet, const char *path);
char *paper_pdf_read_page (PopplerDocument *document, int page);
gboolean paper_pdf_is_official (PopplerTextAttributes *attributes);
guint paper_pdf_check_official_words (PopplerDocument *document);
