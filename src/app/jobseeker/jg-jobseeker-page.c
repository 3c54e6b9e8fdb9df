/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-jobseeker-page.h"

#include <glib/gi18n.h>

#include "../cases/jg-keeping-bar.h"
#include "../jg-page.h"
#include "../jg-ui.h"
#include "jg-action-step.h"
#include "jg-basics-step.h"
#include "jg-match-step.h"
#include "jg-measures-step.h"
#include "jg-sheet-output.h"
#include "jg-sheet-step.h"
#include "jg-wish-step.h"

struct _JgJobseekerPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkListBox *steps;
  GtkStack *stack;
  JgKeepingBar *keeping_bar;
  GtkButton *previous;
  GtkButton *next;

  JgSession *session;
  JgCaseDesk *desk;     /* NULL until it is set */
  JgBasicsStep *basics; /* NULL until it is made */
  JgStep step;
  guint update_id;
};

static void jg_jobseeker_page_page_init (JgPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JgJobseekerPage,
                               jg_jobseeker_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (JG_TYPE_PAGE, jg_jobseeker_page_page_init))

static const char *const step_names[JG_N_STEPS] = {
  NC_ ("step", "About the Person"), NC_ ("step", "Wishes and Skills"),
  NC_ ("step", "Matches"),          NC_ ("step", "Policies"),
  NC_ ("step", "Action Plan"),      NC_ ("step", "Guidance Sheet")
};

static const char *
get_step_name (int step)
{
  return g_dpgettext2 (NULL, "step", step_names[step]);
}

static GtkWidget *
make_step (JgJobseekerPage *self, JgStep step)
{
  switch (step)
    {
    case JG_STEP_BASICS:
      self->basics = JG_BASICS_STEP (jg_basics_step_new (self->session));
      if (self->desk != NULL)
        jg_basics_step_set_desk (self->basics, self->desk);
      return GTK_WIDGET (self->basics);
    case JG_STEP_WISH:
      return jg_wish_step_new (self->session);
    case JG_STEP_MATCH:
      return jg_match_step_new (self->session);
    case JG_STEP_MEASURES:
      return jg_measures_step_new (self->session);
    case JG_STEP_ACTION:
      return jg_action_step_new (self->session);
    case JG_STEP_SHEET:
      return jg_sheet_step_new (self->session);
    case JG_N_STEPS:
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_step_note (JgJobseekerPage *self, JgStep step)
{
  JgProfile *profile = jg_session_get_profile (self->session);
  guint n = 0;

  switch (step)
    {
    case JG_STEP_BASICS:
      {
        g_autoptr (GPtrArray) facts = jg_profile_list_facts (profile);

        n = facts->len;
        return n > 0 ? g_strdup_printf (
                           ngettext ("%u question answered", "%u questions answered", n), n)
                     : NULL;
      }
    case JG_STEP_WISH:
      n = g_strv_length ((char **) jg_profile_get_skills (profile));
      return n > 0 ? g_strdup_printf (ngettext ("%u skill", "%u skills", n), n) : NULL;
    case JG_STEP_MATCH:
      n = jg_session_get_matches (self->session)->matches->len;
      return n > 0 ? g_strdup_printf (ngettext ("%u occupation", "%u occupations", n), n) : NULL;
    case JG_STEP_MEASURES:
      {
        JgEligibility *eligibility = jg_session_get_eligibility (self->session);

        for (guint i = 0; i < eligibility->verdicts->len; i++)
          if (((JgVerdict *) g_ptr_array_index (eligibility->verdicts, i))->offer ==
              JG_OFFER_LIKELY)
            n++;
        return n > 0 ? g_strdup_printf ("%s %u", jg_offer_label (JG_OFFER_LIKELY), n) : NULL;
      }
    case JG_STEP_ACTION:
      n = jg_record_get_steps (jg_session_get_record (self->session))->len;
      return n > 0 ? g_strdup_printf (ngettext ("%u step", "%u steps", n), n) : NULL;
    case JG_STEP_SHEET:
      n = jg_session_get_n_chosen (self->session);
      return n > 0
                 ? g_strdup_printf (ngettext ("%u occupation on it", "%u occupations on it", n), n)
                 : NULL;
    case JG_N_STEPS:
    default:
      return NULL;
    }
}

static void
update_notes (JgJobseekerPage *self)
{
  for (int i = 0; i < JG_N_STEPS; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->steps, i);
      GtkWidget *box = gtk_list_box_row_get_child (row);
      GtkWidget *note = gtk_widget_get_last_child (box);
      g_autofree char *text = dup_step_note (self, (JgStep) i);
      g_autofree char *name = text != NULL ? g_strdup_printf ("%s，%s", get_step_name (i), text)
                                           : g_strdup (get_step_name (i));

      gtk_label_set_text (GTK_LABEL (note), text != NULL ? text : "");
      gtk_widget_set_visible (note, text != NULL);
      jg_ui_set_name (GTK_WIDGET (row), name);
    }
}

static gboolean
update_idle_cb (gpointer data)
{
  JgJobseekerPage *self = JG_JOBSEEKER_PAGE (data);

  self->update_id = 0;
  update_notes (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (JgJobseekerPage *self)
{
  g_assert (JG_IS_JOBSEEKER_PAGE (self));

  if (self->update_id == 0)
    self->update_id = g_idle_add (update_idle_cb, self);
}

static void
set_button (GtkButton *button, int step, gboolean forward)
{
  gboolean exists = step >= 0 && step < JG_N_STEPS;

  gtk_widget_set_visible (GTK_WIDGET (button), exists);
  if (exists)
    {
      g_autofree char *text =
          g_strconcat (forward ? "" : "‹ ", get_step_name ((int) step), forward ? " ›" : "", NULL);

      gtk_button_set_label (button, text);
    }
}

static void
set_step (JgJobseekerPage *self, JgStep step)
{
  g_autofree char *name = g_strdup_printf ("%d", step);

  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (self->stack, make_step (self, step), name);
  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_list_box_select_row (self->steps, gtk_list_box_get_row_at_index (self->steps, (int) step));
  set_button (self->previous, (int) step - 1, FALSE);
  set_button (self->next, (int) step + 1, TRUE);
}

static void
row_activated_cb (JgJobseekerPage *self, GtkListBoxRow *row)
{
  g_assert (JG_IS_JOBSEEKER_PAGE (self));

  jg_jobseeker_page_show_step (self, (JgStep) gtk_list_box_row_get_index (row));
}

static void
previous_cb (JgJobseekerPage *self)
{
  g_assert (JG_IS_JOBSEEKER_PAGE (self));

  if (self->step > 0)
    set_step (self, (JgStep) (self->step - 1));
}

static void
next_cb (JgJobseekerPage *self)
{
  g_assert (JG_IS_JOBSEEKER_PAGE (self));

  if (self->step + 1 < JG_N_STEPS)
    set_step (self, (JgStep) (self->step + 1));
}

static void
add_step_row (JgJobseekerPage *self, int step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *note = jg_ui_label ("", "caption");

  gtk_widget_add_css_class (note, "remark");
  gtk_widget_set_visible (note, FALSE);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), jg_ui_label (get_step_name ((int) step), NULL));
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  jg_ui_set_name (row, get_step_name ((int) step));
  gtk_list_box_append (self->steps, row);
}

static AdwLeaflet *
jg_jobseeker_page_leaflet (JgPage *page)
{
  return JG_JOBSEEKER_PAGE (page)->leaflet;
}

static void
jg_jobseeker_page_page_init (JgPageInterface *iface)
{
  iface->get_leaflet = jg_jobseeker_page_leaflet;
}

static void
jg_jobseeker_page_dispose (GObject *object)
{
  JgJobseekerPage *self = JG_JOBSEEKER_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (jg_jobseeker_page_parent_class)->dispose (object);
}

static void
jg_jobseeker_page_class_init (JgJobseekerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_jobseeker_page_dispose;
  g_type_ensure (JG_TYPE_KEEPING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-jobseeker-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JgJobseekerPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JgJobseekerPage, steps);
  gtk_widget_class_bind_template_child (widget_class, JgJobseekerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JgJobseekerPage, keeping_bar);
  gtk_widget_class_bind_template_child (widget_class, JgJobseekerPage, previous);
  gtk_widget_class_bind_template_child (widget_class, JgJobseekerPage, next);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
jg_jobseeker_page_init (JgJobseekerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < JG_N_STEPS; i++)
    add_step_row (self, i);
}

/**
 * jg_jobseeker_page_new:
 * @session: what the pages share
 *
 * Makes the page at its first step.
 *
 * Returns: (transfer floating): the page
 */
JgJobseekerPage *
jg_jobseeker_page_new (JgSession *session)
{
  JgJobseekerPage *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_JOBSEEKER_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  set_step (self, JG_STEP_BASICS);
  session_changed_cb (self);
  return self;
}

/**
 * jg_jobseeker_page_get_leaflet:
 * @self: a page
 *
 * Gets the leaflet of steps and their contents.
 *
 * Returns: (transfer none): the leaflet
 */
AdwLeaflet *
jg_jobseeker_page_get_leaflet (JgJobseekerPage *self)
{
  g_return_val_if_fail (JG_IS_JOBSEEKER_PAGE (self), NULL);

  return self->leaflet;
}

/**
 * jg_jobseeker_page_set_desk:
 * @self: a page
 * @desk: the store of cases at this desk
 *
 * Lets the page say whether what is entered is kept, and ask for what only a case has.
 */
void
jg_jobseeker_page_set_desk (JgJobseekerPage *self, JgCaseDesk *desk)
{
  g_return_if_fail (JG_IS_JOBSEEKER_PAGE (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  jg_keeping_bar_set_desk (self->keeping_bar, desk);
  if (self->basics != NULL)
    jg_basics_step_set_desk (self->basics, desk);
}

/**
 * jg_jobseeker_page_show_step:
 * @self: a page
 * @step: which step
 *
 * Goes to a step.
 */
void
jg_jobseeker_page_show_step (JgJobseekerPage *self, JgStep step)
{
  g_return_if_fail (JG_IS_JOBSEEKER_PAGE (self));
  g_return_if_fail (step < JG_N_STEPS);

  set_step (self, step);
  jg_page_show_detail (JG_PAGE (self));
}

/**
 * jg_jobseeker_page_print:
 * @self: a page
 *
 * Shows the sheet and opens the print dialog.
 */
void
jg_jobseeker_page_print (JgJobseekerPage *self)
{
  g_return_if_fail (JG_IS_JOBSEEKER_PAGE (self));

  jg_jobseeker_page_show_step (self, JG_STEP_SHEET);
  jg_sheet_output_print (GTK_WIDGET (self), self->session);
}

/**
 * jg_jobseeker_page_save_pdf:
 * @self: a page
 *
 * Shows the sheet and asks where to save it.
 */
void
jg_jobseeker_page_save_pdf (JgJobseekerPage *self)
{
  g_return_if_fail (JG_IS_JOBSEEKER_PAGE (self));

  jg_jobseeker_page_show_step (self, JG_STEP_SHEET);
  jg_sheet_output_save_pdf (GTK_WIDGET (self), self->session);
}
