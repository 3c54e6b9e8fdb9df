/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-measure.h"

G_DEFINE_BOXED_TYPE (JgMeasure, jg_measure, jg_measure_ref, jg_measure_unref)

/* jg_measure_new:
 *
 * Makes an empty measure for a loader to fill.
 *
 * Returns: (transfer full): a measure with one reference. */
JgMeasure *
jg_measure_new (void)
{
  JgMeasure *self = g_atomic_rc_box_new0 (JgMeasure);

  self->occupations = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_link_free);
  return self;
}

/* jg_measure_ref:
 *
 * Returns: (transfer full): @self with one reference more. */
JgMeasure *
jg_measure_ref (JgMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_measure (JgMeasure *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->tier);
  g_free (self->force);
  g_strfreev (self->beneficiaries);
  g_free (self->region_code);
  g_free (self->region_name);
  g_free (self->region_anchor);
  g_free (self->provenance);
  g_free (self->document);
  g_free (self->document_title);
  g_free (self->document_number);
  g_free (self->document_date);
  g_free (self->clause);
  g_free (self->quote);
  g_free (self->reading);
  g_clear_pointer (&self->conditions, jg_condition_free);
  g_clear_pointer (&self->worker, jg_condition_free);
  g_free (self->employer_line);
  g_free (self->amount);
  g_free (self->validity_basis);
  g_free (self->valid_from);
  g_free (self->valid_to);
  g_free (self->validity_quote);
  g_free (self->family);
  g_free (self->occupation_basis);
  g_ptr_array_unref (self->occupations);
  g_strfreev (self->people);
  g_strfreev (self->caveats);
}

/* jg_measure_unref:
 * @self: (transfer full): a measure
 *
 * Gives one reference back. */
void
jg_measure_unref (JgMeasure *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_measure);
}

/* jg_occupation_link_free:
 * @self: (transfer full): a link */
void
jg_occupation_link_free (JgOccupationLink *self)
{
  g_free (self->occupation);
  g_free (self->basis);
  g_free (self->words);
  g_free (self);
}

typedef struct
{
  const char *nick;
  const char *label;
} Label;

static const char *
find_label (const Label *labels, const char *nick)
{
  for (const Label *label = labels; label->nick != NULL; label++)
    if (g_strcmp0 (label->nick, nick) == 0)
      return label->label;
  return nick;
}

/* jg_measure_list_kinds:
 *
 * Returns: (transfer none): the kinds of docs/pack-format.md, ending with NULL */
const char *const *
jg_measure_list_kinds (void)
{
  static const char *const kinds[] = { "training",
                                       "living-allowance",
                                       "skill-upgrade",
                                       "hiring",
                                       "loan",
                                       "entrepreneurship",
                                       "relief",
                                       "social-insurance",
                                       "injury-insurance",
                                       "unemployment",
                                       "internship",
                                       "tax",
                                       "premises",
                                       "registration",
                                       "service",
                                       NULL };

  return kinds;
}

/* jg_measure_kind_label:
 * @kind: a kind of docs/pack-format.md, e.g. "living-allowance"
 *
 * Returns: (transfer none): the Chinese word for it, or @kind itself when it is not one */
const char *
jg_measure_kind_label (const char *kind)
{
  static const Label labels[] = {
    { "training", "职业培训" },
    { "living-allowance", "培训期间生活费" },
    { "skill-upgrade", "技能提升" },
    { "hiring", "吸纳就业" },
    { "loan", "创业贷款" },
    { "entrepreneurship", "创业扶持" },
    { "relief", "援助救助" },
    { "social-insurance", "社会保险" },
    { "injury-insurance", "工伤和职业伤害" },
    { "unemployment", "失业保险" },
    { "internship", "就业见习" },
    { "tax", "税费" },
    { "premises", "场地" },
    { "registration", "登记手续" },
    { "service", "公共服务" },
    { NULL, NULL },
  };

  return find_label (labels, kind);
}

/* jg_measure_beneficiary_label:
 * @beneficiary: a beneficiary of docs/pack-format.md, e.g. "training-provider"
 *
 * Returns: (transfer none): the Chinese word for it, or @beneficiary itself when it is not one */
const char *
jg_measure_beneficiary_label (const char *beneficiary)
{
  static const Label labels[] = {
    { "individual", "个人" },
    { "employer", "用人单位" },
    { "training-provider", "培训机构" },
    { "platform", "平台企业" },
    { "service-agency", "人力资源服务机构" },
    { NULL, NULL },
  };

  return find_label (labels, beneficiary);
}

/* jg_measure_dup_beneficiaries:
 * @self: a measure
 *
 * Returns: (transfer full): the Chinese words for all whose benefit it is */
char *
jg_measure_dup_beneficiaries (const JgMeasure *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; self->beneficiaries != NULL && self->beneficiaries[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "、" : "",
                            jg_measure_beneficiary_label (self->beneficiaries[i]));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* jg_measure_force_label:
 * @force: the force of the wording (design: grants, by-rule, local-option, encourage, explore)
 *
 * Returns: (transfer none): the Chinese word for it, or @force itself when it is not one */
const char *
jg_measure_force_label (const char *force)
{
  static const Label labels[] = {
    { "grants", "直接规定" },      { "by-rule", "按规定执行" }, { "local-option", "由地方决定" },
    { "encourage", "鼓励、支持" }, { "explore", "研究、探索" }, { NULL, NULL },
  };

  return find_label (labels, force);
}
