/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-ctl.h"
#include "casework/jg-case-follow-up.h"
#include "paper/jg-sheet-data.h"
#include "paper/jg-sheet.h"

/* What the counsellor would tick in the window, and what the office says itself. */
static gboolean
add_choices (JgCtl *ctl, JgPlan *plan, GError **error)
{
  if (ctl->desk != NULL)
    {
      g_autoptr (JgDesk) desk = jg_desk_new_read_only (ctl->desk, error);

      if (desk == NULL)
        return FALSE;
      jg_plan_set_desk (plan, desk);
    }
  for (guint i = 0; ctl->measures != NULL && ctl->measures[i] != NULL; i++)
    if (!jg_plan_add_measure (plan, ctl->measures[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_format (JgCtl *ctl)
{
  static const char *const formats[] = { "pdf", "json", "ics", NULL };

  return ctl->format == NULL || g_strv_contains (formats, ctl->format);
}

/* It may tell of a person, so nobody else reads it. */
static gboolean
write_text (JgCtl *ctl, const char *text)
{
  g_autoptr (GError) error = NULL;

  return g_file_set_contents_full (ctl->output, text, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, &error) ||
         (jg_ctl_fail ("无法写入“%s”：%s", ctl->output, error->message), FALSE);
}

static int
write_ics (JgCtl *ctl, JgRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *ics =
      jg_case_follow_up_to_ics (record, NULL, g_get_real_time () / G_USEC_PER_SEC, &error);

  if (ics == NULL)
    return jg_ctl_fail ("%s", error->message);
  if (!write_text (ctl, ics))
    return JG_EXIT_NOTHING;
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "number", jg_record_get_number (record));
      jg_ctl_put (builder, "follow_up", jg_record_get_follow_up (record));
      jg_ctl_put (builder, "output", ctl->output);
      jg_ctl_end (builder);
    }
  else
    g_print ("回访 %s：%s\n", jg_record_get_follow_up (record), ctl->output);
  return JG_EXIT_DONE;
}

/* Without a file to standard output. */
static int
write_json (JgCtl *ctl, JgPlan *plan)
{
  g_autofree char *text = jg_sheet_to_json (plan);

  if (ctl->output == NULL)
    {
      g_print ("%s", text);
      return JG_EXIT_DONE;
    }
  if (!write_text (ctl, text))
    return JG_EXIT_NOTHING;
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "number", jg_plan_get_number (plan));
      jg_ctl_put (builder, "output", ctl->output);
      jg_ctl_end (builder);
    }
  else
    g_print ("职业指导单 %s：%s\n", jg_plan_get_number (plan), ctl->output);
  return JG_EXIT_DONE;
}

/* jg_ctl_sheet:
 *
 * sheet FILE.json --output FILE [--format pdf|json|ics] [--code CODE]… [--measure ID]… [--desk FILE] [--large-print] [--clauses]
 *
 * Returns: 0, or 1 for a bad record, profile or desk file, an unknown code or measure, a measure that a sheet
 *   cannot name, or a file that cannot be written */
int
jg_ctl_sheet (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgRecord) record = NULL;
  g_autoptr (JgPlan) plan = NULL;
  g_autoptr (JgPaper) sheet = NULL;
  g_autoptr (GError) error = NULL;
  const JgOffice office = { 0 };
  JgSheetFlags flags = JG_SHEET_PLAIN;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("sheet 后面应写一个求职者文件");
  if (ctl->output == NULL && g_strcmp0 (ctl->format, "json") != 0)
    return jg_ctl_usage ("sheet 应用 --output 写明文件名");
  if (!check_format (ctl))
    return jg_ctl_usage ("--format 应是 pdf、json 或 ics");
  record = jg_ctl_read_record (ctl, arguments[0]);
  if (record == NULL)
    return JG_EXIT_NOTHING;
  if (g_strcmp0 (ctl->format, "ics") == 0)
    return write_ics (ctl, record);
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;

  if (jg_plan_choose_named (catalogue, record, (const char *const *) ctl->codes, &error))
    plan = jg_plan_new_for_record (catalogue, record, ctl->as_of, &office, &error);
  if (plan == NULL || !add_choices (ctl, plan, &error))
    return jg_ctl_fail ("%s", error->message);
  if (ctl->large_print || jg_record_get_large_print (record))
    flags |= JG_SHEET_LARGE_PRINT;
  if (ctl->clauses)
    flags |= JG_SHEET_CLAUSES;
  if (g_strcmp0 (ctl->format, "json") == 0)
    return write_json (ctl, plan);
  sheet = jg_sheet_new (plan, flags);
  if (!jg_paper_write_pdf (sheet, ctl->output, &error))
    return jg_ctl_fail ("%s", error->message);

  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "number", jg_plan_get_number (plan));
      jg_ctl_put_paper (ctl, builder, sheet);
      jg_ctl_end (builder);
    }
  else
    g_print ("职业指导单 %s，共 %u 页：%s\n", jg_plan_get_number (plan),
             jg_paper_get_n_pages (sheet), ctl->output);
  return JG_EXIT_DONE;
}
