/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the office says itself, apart from the words of documents: no blue, no bar, and who confirmed
 * it when. */

#include "jg-sheet-private.h"

/* The newest notes on a measure that are printed; older ones are counted. */
#define MAX_NOTES 2

/* A line feed in an entry of the window is no paragraph on paper. */
static void
add_flat (JgRich *rich, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *flat = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  flat = g_strjoinv ("　", lines);
  jg_rich_add (rich, JG_VOICE_BODY, flat);
}

static void
add_guide (JgRich *rich, const JgDeskGuide *guide)
{
  g_autofree char *mark = g_strdup_printf ("（本机构提供，%s %s 确认）", guide->date, guide->by);

  for (guint field = 0; field < JG_N_DESK_FIELDS; field++)
    if (guide->fields[field] != NULL)
      {
        jg_rich_printf (rich, JG_VOICE_META, "%s ", jg_desk_field_label (field));
        add_flat (rich, guide->fields[field]);
        jg_rich_add (rich, JG_VOICE_META, "　");
      }
  jg_rich_add_unbroken (rich, JG_VOICE_META, mark);
}

static double
add_line (JgComposer *self, JgBlock *block, JgRich *rich, double y)
{
  return y + jg_composer_add_rich (self, block, rich, 8 * self->scale, y,
                                   JG_SHEET_BODY - 8 * self->scale);
}

/* In an entry of several measures each line says which it is about. */
static void
add_label (JgRich *rich, const char *label, GPtrArray *entry, const JgMeasure *measure)
{
  jg_rich_add (rich, JG_VOICE_STRONG, label);
  if (entry->len > 1)
    jg_rich_printf (rich, JG_VOICE_META, "（%s）", measure->name);
  jg_rich_add (rich, JG_VOICE_META, "　");
}

static double
add_notes (JgComposer *self, JgBlock *block, GPtrArray *entry, JgMeasure *measure, double y)
{
  g_autoptr (GPtrArray) notes = jg_desk_list_notes (jg_plan_get_desk (self->plan), measure->id);

  for (guint i = 0; i < MIN (notes->len, MAX_NOTES); i++)
    {
      const JgDeskNote *note = g_ptr_array_index (notes, i);
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

      add_label (rich, "指导员备注", entry, measure);
      add_flat (rich, note->text);
      jg_rich_printf (rich, JG_VOICE_META, "（%s，%s）", note->date, note->by);
      if (i + 1 == MAX_NOTES && notes->len > MAX_NOTES)
        jg_rich_printf (rich, JG_VOICE_META, "　更早的备注 %u 条没有印。", notes->len - MAX_NOTES);
      y = add_line (self, block, rich, y);
    }
  return y;
}

/* jg_sheet_add_own_words:
 * @entry: (element-type JgVerdict): the measures of an entry
 * @y: where the entry ends
 *
 * Writes the office's guides and notes for just these measures under the entry.
 *
 * Returns: where the entry ends now */
double
jg_sheet_add_own_words (JgComposer *self, JgBlock *block, GPtrArray *entry, double y)
{
  JgDesk *desk = jg_plan_get_desk (self->plan);

  for (guint i = 0; desk != NULL && i < entry->len; i++)
    {
      JgMeasure *measure = ((JgVerdict *) g_ptr_array_index (entry, i))->measure;
      JgDeskGuide *guide = jg_desk_get_guide (desk, measure->id);

      y = add_notes (self, block, entry, measure, y);
      if (guide != NULL)
        {
          g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

          add_label (rich, "到哪里办", entry, measure);
          add_guide (rich, guide);
          y = add_line (self, block, rich, y);
        }
    }
  return y;
}

/* Whether each measure of the entry has a guide of its own. */
static gboolean
has_own_guide (JgDesk *desk, GPtrArray *entry)
{
  for (guint i = 0; i < entry->len; i++)
    if (desk == NULL ||
        jg_desk_get_guide (desk, ((JgVerdict *) g_ptr_array_index (entry, i))->measure->id) == NULL)
      return FALSE;
  return TRUE;
}

/* jg_sheet_add_way:
 * @entries: (element-type GPtrArray of JgVerdict): what the sheet prints
 *
 * Writes where to go for the measures without a guide of their own: the office's guide for all, or
 * 12333 where the office has written none. */
void
jg_sheet_add_way (JgComposer *self, GPtrArray *entries, JgRich *rich)
{
  JgDesk *desk = jg_plan_get_desk (self->plan);
  JgDeskGuide *general = desk != NULL ? jg_desk_get_guide (desk, NULL) : NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    if (!has_own_guide (desk, g_ptr_array_index (entries, i)))
      {
        g_string_append_printf (numbers, "%s%u", n > 0 ? "、" : "", i + 1);
        n++;
      }
  if (n == 0 && general == NULL)
    return;
  jg_rich_add (rich, JG_VOICE_STRONG, "到哪里办");
  if (general == NULL && n < entries->len)
    jg_rich_printf (rich, JG_VOICE_BODY, "　第 %s 项", numbers->str);
  jg_rich_add (rich, JG_VOICE_META, "　");
  if (general != NULL)
    add_guide (rich, general);
  else
    jg_rich_add (rich, JG_VOICE_BODY, "请拨12333咨询。");
  jg_rich_add (rich, JG_VOICE_META, "　");
}
