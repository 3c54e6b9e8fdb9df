/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../jg-wrap-layout.h"
#include "casework/jg-case-audit.h"
#include "casework/jg-case-code.h"
#include "jg-case-lines.h"

/* Lines of the audit trail that are read, and that are shown. */
#define MAX_ENTRIES 500
#define MAX_ROWS 20
/* A case saves itself while somebody works on it; savings with less than this between them are one row, in seconds. */
#define ONE_SITTING (30 * 60)

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  if (*text == '\0')
    return;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), title);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (group, row);
}

static void
add_button (GtkWidget *box, const char *label, const char *action, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_buttons (GtkBox *box, const JgCaseSummary *summary)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (buttons, jg_wrap_layout_new ());
  add_button (buttons, _ ("Open"), "case.open", "suggested-action");
  add_button (buttons, _ ("Reached Today"), "case.contact", NULL);
  add_button (buttons, _ ("Print the Sheet…"), "case.print", NULL);
  add_button (buttons, summary->status == JG_CASE_OPEN ? _ ("Close the Case") : _ ("Take Up Again"),
              "case.status", NULL);
  add_button (buttons, _ ("Export Everything…"), "case.export", NULL);
  add_button (buttons, _ ("Delete…"), "case.delete", "destructive-action");
  gtk_box_append (box, buttons);
}

static char *
dup_time (gint64 seconds, const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

/* The last of the entries from @i on, which are newest first, that belong to the same sitting. */
static guint
find_first (const GPtrArray *entries, guint i)
{
  const JgCaseEntry *entry = g_ptr_array_index (entries, i);

  while (entry->act == JG_CASE_ACT_CHANGE && i + 1 < entries->len)
    {
      const JgCaseEntry *older = g_ptr_array_index (entries, i + 1);

      if (older->act != entry->act || older->counsellor != entry->counsellor ||
          entry->time - older->time > ONE_SITTING)
        break;
      entry = older;
      i++;
    }
  return i;
}

static void
add_entries (GtkBox *box, JgCaseStore *store, gint64 id)
{
  g_autoptr (GPtrArray) entries = jg_case_store_list_entries (store, id, 0, MAX_ENTRIES, NULL);
  GtkWidget *group = adw_preferences_group_new ();

  if (entries == NULL || entries->len == 0)
    return;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Who Did What"));
  for (guint i = 0, n = 0; i < entries->len && n < MAX_ROWS; i++, n++)
    {
      const JgCaseEntry *entry = g_ptr_array_index (entries, i);
      const JgCaseEntry *first = g_ptr_array_index (entries, i = find_first (entries, i));
      g_autofree char *begun = dup_time (first->time, "%Y-%m-%d %H:%M");
      g_autofree char *ended = dup_time (entry->time, "–%H:%M");
      const gboolean brief = entry->time / 60 == first->time / 60;
      g_autofree char *who = g_strdup_printf ("%s%s · %s", begun, brief ? "" : ended, entry->name);

      add_row (ADW_PREFERENCES_GROUP (group), who, jg_case_act_label (entry->act));
    }
  gtk_box_append (box, group);
}

/**
 * jg_case_page_fill:
 * @box: an empty box inside a widget that has the actions “case.…”
 * @store: an unlocked store
 * @summary: of a case in it
 *
 * Shows one case.
 */
void
jg_case_page_fill (GtkBox *box, JgCaseStore *store, const JgCaseSummary *summary)
{
  GtkWidget *facts = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (facts);
  g_autofree char *code = jg_case_code_from_id (summary->id);
  g_autofree char *created = jg_case_lines_dup_day (summary->created);
  g_autofree char *changed = jg_case_lines_dup_day (summary->changed);
  g_autofree char *occupations = jg_case_lines_dup_occupations (summary);
  g_autofree char *saved = g_strdup_printf ("%s · %s", changed, summary->counsellor);
  g_autofree char *consent = g_strdup_printf (_ ("%s, version %u of the notice"),
                                              summary->consent_date, summary->consent_version);

  add_buttons (box, summary);
  add_row (group, _ ("Number of the case"), code);
  add_row (group, _ ("Occupations on the sheet"), occupations);
  add_row (group, _ ("Next follow-up"), summary->follow_up);
  add_row (group, _ ("Begun"), created);
  add_row (group, _ ("Saved last"), saved);
  add_row (group, _ ("Agreed to be kept"), consent);
  add_row (group, _ ("Kept until"), summary->retain_until);
  gtk_box_append (box, facts);
  add_entries (box, store, summary->id);
}
