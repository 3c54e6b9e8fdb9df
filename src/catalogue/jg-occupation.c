/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation.h"

G_DEFINE_BOXED_TYPE (JgOccupation, jg_occupation, jg_occupation_ref, jg_occupation_unref)

/* jg_occupation_new:
 *
 * Makes an empty occupation for a loader to fill.
 *
 * Returns: (transfer full): an occupation with one reference. */
JgOccupation *
jg_occupation_new (void)
{
  JgOccupation *self = g_atomic_rc_box_new0 (JgOccupation);

  self->tasks = g_ptr_array_new_with_free_func (g_free);
  self->work_types = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_work_type_free);
  self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_class_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_change_free);
  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_code_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_citation_free);
  self->measures = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_link_free);
  return self;
}

/* jg_occupation_ref:
 *
 * Returns: (transfer full): @self with one reference more. */
JgOccupation *
jg_occupation_ref (JgOccupation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_occupation (JgOccupation *self)
{
  g_free (self->id);
  g_free (self->code);
  g_free (self->edition);
  g_free (self->name);
  g_free (self->status);
  g_free (self->provenance);
  g_free (self->origin);
  g_strfreev (self->marks);
  g_free (self->definition);
  g_free (self->note);
  g_ptr_array_unref (self->tasks);
  g_strfreev (self->former_names);
  g_strfreev (self->successors);
  g_ptr_array_unref (self->work_types);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->measures);
}

/* jg_occupation_unref:
 * @self: (transfer full): an occupation
 *
 * Gives one reference back. */
void
jg_occupation_unref (JgOccupation *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_occupation);
}

/* jg_citation_free:
 * @self: (transfer full): a citation */
void
jg_citation_free (JgCitation *self)
{
  g_free (self->document);
  g_free (self->clause);
  g_free (self->quote);
  g_free (self);
}

/* jg_occupation_code_free:
 * @self: (transfer full): a code of an occupation */
void
jg_occupation_code_free (JgOccupationCode *self)
{
  g_free (self->code);
  g_free (self->edition);
  g_free (self->name);
  g_free (self->provenance);
  g_free (self->status);
  g_strfreev (self->marks);
  g_free (self->relation);
  g_free (self->note);
  g_free (self);
}

/* jg_work_type_free:
 * @self: (transfer full): a work type */
void
jg_work_type_free (JgWorkType *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->status);
  g_free (self->other);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/* jg_occupation_class_free:
 * @self: (transfer full): a class */
void
jg_occupation_class_free (JgOccupationClass *self)
{
  g_free (self->edition);
  g_free (self->code);
  g_free (self->name);
  g_free (self->level);
  g_free (self->provenance);
  g_free (self);
}

/* jg_change_free:
 * @self: (transfer full): a change */
void
jg_change_free (JgChange *self)
{
  g_free (self->kind);
  g_free (self->document);
  g_free (self->clause);
  g_free (self->quote);
  g_free (self->summary);
  g_free (self);
}

/* jg_measure_link_free:
 * @self: (transfer full): a link */
void
jg_measure_link_free (JgMeasureLink *self)
{
  g_free (self->measure);
  g_free (self->basis);
  g_free (self->words);
  g_free (self);
}
