/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-faq.h"

#include <glib/gi18n.h>

#include "jg-kiosk-ui.h"

static const struct
{
  const char *question;
  const char *answer;
} items[] = {
  { N_ ("Does it cost anything?"), N_ ("No. Looking things up is free.") },
  { N_ ("Is anything kept about me?"),
    N_ ("No. Touch “Finish” and everything is gone. When nobody is there it happens by itself.") },
  { N_ ("Will I get the money for sure?"),
    N_ ("Nobody can say that here. The counter checks your papers and decides.") },
  { N_ ("Why are there old notices?"),
    N_ ("The texts are of 2019 and 2020. What holds now the counter knows.") },
  { N_ ("Are there jobs to apply for?"),
    N_ ("No. Here you see what an occupation does. Ask for vacancies at the counter.") },
  { N_ ("I cannot read the small letters."),
    N_ ("Touch “Text Size” above. Touch it again for larger letters.") },
};

/**
 * jg_kiosk_faq_new:
 *
 * Makes the page of common questions.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_faq_new (void)
{
  GtkBox *body;
  GtkWidget *page = jg_kiosk_ui_page (_ ("Common Questions"), &body);

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

      gtk_widget_add_css_class (card, "board");
      jg_kiosk_ui_heading (GTK_BOX (card), _ (items[i].question));
      jg_kiosk_ui_text (GTK_BOX (card), _ (items[i].answer), NULL);
      gtk_box_append (body, card);
    }
  return page;
}
