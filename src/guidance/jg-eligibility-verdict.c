/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One measure against one person. */

#include "jg-eligibility-private.h"

#include <string.h>

#include "jg-kleene.h"

/* Where the text names no place, the person is where they work, else live, else are insured, else
 * have their household. */
static const JgPlace default_places[] = {
  JG_PLACE_WORK,
  JG_PLACE_RESIDENCE,
  JG_PLACE_INSURED,
  JG_PLACE_HOUSEHOLD,
};

static gboolean
is_for_individual (const JgMeasure *measure)
{
  return g_strv_contains ((const char *const *) measure->beneficiaries, "individual");
}

static char *
dup_beneficiary_words (const JgMeasure *measure)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; measure->beneficiaries[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) jg_measure_beneficiary_label (measure->beneficiaries[i]));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv ("、", (char **) labels->pdata);
}

/**
 * jg_validity_check:
 * @measure: a measure
 * @day: the as-of day
 *
 * Sets the dates the text states against a day. Both ends are inclusive. A date for authorities
 * (target-date) ends nothing, a commencement states no end, and an end that may not apply leaves the
 * matter unclear. A document that was not yet issued lies in the future.
 *
 * Returns: the validity
 */
JgValidity
jg_validity_check (const JgMeasure *measure, const GDate *day)
{
  const char *basis;
  GDate first, last;

  g_return_val_if_fail (measure != NULL, JG_VALIDITY_UNSTATED);
  g_return_val_if_fail (day != NULL, JG_VALIDITY_UNSTATED);

  basis = measure->validity_basis != NULL ? measure->validity_basis : "none";
  if (jg_date_is_late (measure->document_date, day) || jg_date_is_late (measure->valid_from, day))
    return JG_VALIDITY_FUTURE;
  if (g_str_equal (basis, "document-clause-ambiguous") || g_str_equal (basis, "word-only"))
    return JG_VALIDITY_UNCLEAR;
  if (g_str_equal (basis, "target-date"))
    return JG_VALIDITY_UNSTATED;
  if (jg_profile_read_date (measure->valid_to, &first, &last))
    return g_date_compare (day, &last) > 0 ? JG_VALIDITY_ENDED : JG_VALIDITY_OPEN;
  if (g_str_equal (basis, "cohort-only"))
    return JG_VALIDITY_UNCLEAR;
  return JG_VALIDITY_UNSTATED;
}

/* An unclear end that lies ahead changes nothing yet; one without a date is always in doubt. */
static gboolean
is_in_doubt (const JgMeasure *measure, JgValidity validity, const GDate *day)
{
  GDate first, last;

  if (validity != JG_VALIDITY_UNCLEAR)
    return FALSE;
  return !jg_profile_read_date (measure->valid_to, &first, &last) ||
         g_date_compare (day, &last) > 0;
}

/**
 * jg_offer_choose:
 * @measure: a measure
 * @individual: whether the money is the person's own
 * @conditions: the state of the conditions
 * @validity: the validity
 * @in_doubt: whether the validity is unclear on the day
 *
 * Takes the first offer that fits (design §4). By-rule wording never lowers it.
 *
 * Returns: the offer
 */
JgOffer
jg_offer_choose (const JgMeasure *measure,
                 gboolean individual,
                 JgState conditions,
                 JgValidity validity,
                 gboolean in_doubt)
{
  g_return_val_if_fail (measure != NULL, JG_OFFER_BACKGROUND);

  if (g_strcmp0 (measure->force, "explore") == 0 || g_strcmp0 (measure->tier, "C") == 0)
    return JG_OFFER_BACKGROUND;
  if (validity == JG_VALIDITY_ENDED)
    return JG_OFFER_ENDED;
  if (validity == JG_VALIDITY_FUTURE)
    return JG_OFFER_FUTURE;
  if (!individual || conditions == JG_STATE_FAILED)
    return JG_OFFER_NO;
  if (conditions == JG_STATE_UNKNOWN || in_doubt || g_strcmp0 (measure->force, "local-option") == 0)
    return JG_OFFER_ASK;
  return JG_OFFER_LIKELY;
}

/* Whether the occupation in question is one of the measure's. A link that only suggests itself
 * settles nothing. */
static JgState
check_linked (const JgMeasure *measure, const char *occupation)
{
  if (occupation == NULL)
    return JG_STATE_UNKNOWN;
  if (g_strcmp0 (measure->occupation_basis, "all") == 0)
    return JG_STATE_MET;

  for (guint i = 0; i < measure->occupations->len; i++)
    {
      const JgOccupationLink *link = g_ptr_array_index (measure->occupations, i);

      if (g_str_equal (link->occupation, occupation))
        return g_strcmp0 (link->basis, "explicit") == 0 ? JG_STATE_MET : JG_STATE_UNKNOWN;
    }
  return JG_STATE_FAILED;
}

/* The text lets the person choose among several places (户籍地、常住地、就业地…): one inside is enough. */
static JgState
check_any_place (const JgMeasure *measure,
                 JgProfile *profile,
                 GPtrArray *reasons,
                 GPtrArray *missing)
{
  g_auto (GStrv) anchors = g_strsplit (measure->region_anchor, ",", -1);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *label = NULL;
  g_autofree char *first = NULL;
  JgState state = JG_STATE_FAILED;

  for (guint k = 0; anchors[k] != NULL; k++)
    for (guint i = 0; i < JG_N_PLACES; i++)
      {
        JgState here;

        if (!g_str_equal (jg_place_nick ((JgPlace) i), anchors[k]))
          continue;
        here = jg_place_check (jg_profile_get_place (profile, (JgPlace) i), measure->region_code);
        if (here == JG_STATE_UNKNOWN && first == NULL)
          first = g_strconcat ("place:", anchors[k], NULL);
        state = MAX (state, here);
        g_string_append_printf (places, "%s%s", places->len > 0 ? "、" : "",
                                jg_place_label ((JgPlace) i));
      }
  label = g_strdup_printf ("适用地区：%s（%s之一）", measure->region_name, places->str);
  if (first == NULL)
    first = g_strconcat ("place:", anchors[0], NULL);
  g_ptr_array_add (reasons, jg_reason_new (label, state, first, measure->clause, NULL));
  if (state == JG_STATE_UNKNOWN)
    jg_string_set_add (missing, first);
  return state;
}

/* Is the person where the document reaches? Adds the reason, and the field that is missing. */
static JgState
check_region (const JgMeasure *measure, JgProfile *profile, GPtrArray *reasons, GPtrArray *missing)
{
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  const char *code = NULL;
  JgPlace place = JG_PLACE_RESIDENCE;
  JgState state;

  if (measure->region_code == NULL || jg_place_check (NULL, measure->region_code) == JG_STATE_MET)
    return JG_STATE_MET;

  if (measure->region_anchor != NULL && strchr (measure->region_anchor, ',') != NULL)
    return check_any_place (measure, profile, reasons, missing);
  if (measure->region_anchor != NULL)
    {
      for (guint i = 0; i < JG_N_PLACES; i++)
        if (g_str_equal (jg_place_nick ((JgPlace) i), measure->region_anchor))
          place = (JgPlace) i;
      code = jg_profile_get_place (profile, place);
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (default_places) && code == NULL; i++)
      {
        code = jg_profile_get_place (profile, default_places[i]);
        if (code != NULL)
          place = default_places[i];
      }

  state = jg_place_check (code, measure->region_code);
  label = g_strdup_printf ("适用地区：%s（看%s）", measure->region_name, jg_place_label (place));
  key = g_strconcat ("place:", jg_place_nick (place), NULL);
  g_ptr_array_add (reasons, jg_reason_new (label, state, key, measure->clause, NULL));
  if (state == JG_STATE_UNKNOWN)
    jg_string_set_add (missing, key);
  return state;
}

/* Field of the profile by its key, in words. */
static char *
dup_field_label (const char *key)
{
  if (g_str_equal (key, "age"))
    return g_strdup ("出生年月日");
  if (g_str_equal (key, "sex"))
    return g_strdup ("性别");
  if (g_str_equal (key, "education"))
    return g_strdup ("文化程度");
  if (g_str_has_prefix (key, "wants:"))
    return g_strdup_printf ("是否愿意%s", jg_wants_label (key + strlen ("wants:")));
  if (g_str_has_prefix (key, "place:"))
    for (guint i = 0; i < JG_N_PLACES; i++)
      if (g_str_equal (jg_place_nick ((JgPlace) i), key + strlen ("place:")))
        return g_strdup (jg_place_label ((JgPlace) i));
  return NULL;
}

/* Facts are asked as questions; what the profile's own fields lack is said in one caveat. */
static void
split_missing (JgVerdict *verdict, GPtrArray *missing)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < missing->len; i++)
    {
      const char *key = g_ptr_array_index (missing, i);
      g_autofree char *label = dup_field_label (key);

      if (label == NULL)
        jg_string_set_add (verdict->ask, key);
      else
        jg_string_set_add (fields, label);
    }

  if (fields->len > 0)
    {
      g_autofree char *joined = NULL;
      g_autofree char *caveat = NULL;

      g_ptr_array_add (fields, NULL);
      joined = g_strjoinv ("、", (char **) fields->pdata);
      caveat = g_strdup_printf ("还要先弄清：%s。", joined);
      jg_string_set_add (verdict->caveats, caveat);
    }
}

static void
add_offer_caveats (JgVerdict *verdict, gboolean individual, gboolean in_doubt)
{
  const JgMeasure *measure = verdict->measure;

  switch (verdict->offer)
    {
    case JG_OFFER_BACKGROUND:
      jg_string_set_add (verdict->caveats, "文中为研究、鼓励事项，不能申领。");
      break;
    case JG_OFFER_LIKELY:
      jg_string_set_add (verdict->caveats, "可能符合，以经办机构审核为准。");
      break;
    case JG_OFFER_NO:
      if (!individual && verdict->conditions != JG_STATE_FAILED && measure->employer_line != NULL)
        jg_string_set_add (verdict->caveats, measure->employer_line);
      break;
    case JG_OFFER_ASK:
      if (g_strcmp0 (measure->force, "local-option") == 0)
        jg_string_set_add (verdict->caveats,
                           "文中由地方决定是否实行：请先问当地人力资源社会保障部门是否实行。");
      if (in_doubt)
        jg_string_set_add (verdict->caveats, "请先问经办机构：本项现在是否还受理。");
      break;
    case JG_OFFER_FUTURE:
    case JG_OFFER_ENDED:
    default:
      break;
    }
}

static void
add_caveats (JgVerdict *verdict,
             const JgConditionContext *context,
             gboolean individual,
             gboolean in_doubt)
{
  const JgMeasure *measure = verdict->measure;
  g_autofree char *dates = jg_verdict_dup_dates_text (verdict, context->as_of);
  g_autofree char *whose = NULL;

  add_offer_caveats (verdict, individual, in_doubt);
  if (individual && measure->beneficiaries[1] != NULL)
    {
      g_autofree char *words = dup_beneficiary_words (measure);

      whose = g_strdup_printf ("文中的对象有%s，是否发给个人须向经办机构确认。", words);
      jg_string_set_add (verdict->caveats, whose);
    }
  jg_string_set_add (verdict->caveats, dates);
  if (g_strcmp0 (measure->force, "by-rule") == 0 && measure->caveats[0] == NULL)
    jg_string_set_add (verdict->caveats, "具体条件和标准按有关规定，文中未写，须向经办机构确认。");
  for (guint i = 0; measure->caveats[i] != NULL; i++)
    jg_string_set_add (verdict->caveats, measure->caveats[i]);
  jg_condition_add_notes (individual ? measure->conditions : measure->worker, context,
                          verdict->caveats);
}

/**
 * jg_verdict_new:
 * @measure: a measure
 * @context: the profile and the as-of day; its `linked` is set here
 * @occupation: (nullable): id of the occupation in question
 *
 * Checks one measure against a person: conditions, validity and, from both and the force of the
 * wording, the offer (design §4).
 *
 * Returns: (transfer full): the verdict, to be freed with jg_verdict_free()
 */
JgVerdict *
jg_verdict_new (JgMeasure *measure, const JgConditionContext *context, const char *occupation)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  JgVerdict *self = g_new0 (JgVerdict, 1);
  JgConditionContext local = *context;
  const JgCondition *tree;
  gboolean individual = is_for_individual (measure);
  gboolean in_doubt;
  JgState region;

  self->measure = jg_measure_ref (measure);
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_reason_free);
  self->caveats = g_ptr_array_new_with_free_func (g_free);
  self->ask = g_ptr_array_new_with_free_func (g_free);
  local.linked = check_linked (measure, occupation);

  if (!individual)
    {
      g_autofree char *words = dup_beneficiary_words (measure);
      g_autofree char *label = g_strdup_printf ("补贴或支持给%s，不是给求职者本人", words);

      g_ptr_array_add (self->reasons,
                       jg_reason_new (label, JG_STATE_FAILED, NULL, measure->clause, NULL));
    }

  /* The conditions on an organisation cannot be read off a person; those on the person hired can. */
  tree = individual ? measure->conditions : measure->worker;
  region = check_region (measure, local.profile, self->reasons, missing);
  self->conditions = individual || tree != NULL
                         ? jg_state_and (region, jg_condition_check (tree, &local))
                         : jg_state_and (region, JG_STATE_UNKNOWN);
  jg_condition_add_reasons (tree, &local, measure->clause, self->reasons);

  self->validity = jg_validity_check (measure, &local.day);
  in_doubt = is_in_doubt (measure, self->validity, &local.day);
  self->offer = jg_offer_choose (measure, individual, self->conditions, self->validity, in_doubt);

  /* Only an undecided measure has something to ask. */
  if (self->offer == JG_OFFER_ASK && self->conditions == JG_STATE_UNKNOWN)
    {
      jg_condition_add_ask (tree, &local, missing);
      split_missing (self, missing);
    }
  add_caveats (self, &local, individual, in_doubt);
  return self;
}

/**
 * jg_verdict_free:
 * @self: (transfer full): a verdict
 *
 * Frees a verdict.
 */
void
jg_verdict_free (JgVerdict *self)
{
  g_return_if_fail (self != NULL);

  jg_measure_unref (self->measure);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->caveats);
  g_ptr_array_unref (self->ask);
  g_free (self);
}
