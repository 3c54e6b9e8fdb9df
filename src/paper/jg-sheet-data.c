/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-data.h"

#include <json-glib/json-glib.h>

#include "../guidance/jg-follow-up.h"
#include "../guidance/jg-training-gap.h"
#include "catalogue/jg-provenance.h"

static void
put (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
put_provenance (JsonBuilder *builder, const char *provenance)
{
  put (builder, "provenance", jg_provenance_get_plain (provenance));
  if (jg_provenance_is_local (provenance))
    put (builder, "signature", jg_provenance_get_signature (provenance));
}

static void
put_number (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
put_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

static void
put_list (JsonBuilder *builder, const char *key, const char *const *values)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
begin (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
}

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static void
put_office (JsonBuilder *builder, JgPlan *plan)
{
  const JgOffice *office = jg_plan_get_office (plan);
  JgRecord *record = jg_plan_get_record (plan);
  const char *counsellor = jg_record_get_text (record, JG_RECORD_COUNSELLOR);

  begin (builder, "office");
  put (builder, "name", office->office);
  put (builder, "address", office->address);
  put (builder, "telephone", office->phone);
  put (builder, "desk", jg_record_get_text (record, JG_RECORD_DESK));
  put (builder, "counsellor", counsellor != NULL ? counsellor : office->counsellor);
  json_builder_end_object (builder);
}

static void
put_answer (JsonBuilder *builder, const JgFactValue *value)
{
  json_builder_set_member_name (builder, "answer");
  switch (value->state)
    {
    case JG_FACT_BOOLEAN:
      json_builder_add_boolean_value (builder, value->boolean);
      break;
    case JG_FACT_NUMBER:
      json_builder_add_double_value (builder, value->number);
      break;
    case JG_FACT_STRING:
      json_builder_add_string_value (builder, value->string);
      break;
    case JG_FACT_UNKNOWN:
    case JG_FACT_ABSENT:
    default:
      json_builder_add_null_value (builder);
      break;
    }
}

static void
put_person (JsonBuilder *builder, JgPlan *plan)
{
  JgProfile *profile = jg_plan_get_profile (plan);
  g_autoptr (GPtrArray) facts = jg_profile_list_facts (profile);
  int from, to;

  begin (builder, "person");
  put (builder, "alias", jg_profile_get_alias (profile));
  put (builder, "sex", jg_profile_get_sex (profile));
  if (jg_profile_get_age_at (profile, jg_plan_get_as_of (plan), &from, &to))
    {
      put_number (builder, "age_from", from);
      put_number (builder, "age_to", to);
    }
  put (builder, "education", jg_profile_get_education (profile));
  begin_list (builder, "places");
  for (int place = 0; place < JG_N_PLACES; place++)
    {
      const char *code = jg_profile_get_place (profile, (JgPlace) place);
      g_autofree char *name = NULL;

      if (code == NULL)
        continue;
      name = jg_plan_dup_place_name (plan, code);
      json_builder_begin_object (builder);
      put (builder, "kind", jg_place_nick ((JgPlace) place));
      put (builder, "code", code);
      put (builder, "name", name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "facts");
  for (guint i = 0; i < facts->len; i++)
    {
      const char *key = g_ptr_array_index (facts, i);

      json_builder_begin_object (builder);
      put (builder, "fact", key);
      put (builder, "question", jg_plan_get_question (plan, key));
      put_answer (builder, jg_profile_get_fact (profile, key));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
put_words (JsonBuilder *builder, JgPlan *plan)
{
  JgProfile *profile = jg_plan_get_profile (plan);
  JgRecord *record = jg_plan_get_record (plan);

  begin (builder, "wish");
  put (builder, "words", jg_profile_get_wish (profile));
  put_list (builder, "wants", jg_profile_get_wants (profile));
  put (builder, "concern", jg_record_get_text (record, JG_RECORD_CONCERN));
  json_builder_end_object (builder);
  begin (builder, "abilities");
  put_list (builder, "skills", jg_profile_get_skills (profile));
  put (builder, "experience", jg_profile_get_experience (profile));
  json_builder_end_object (builder);
}

static void
put_match (JsonBuilder *builder, JgPlan *plan, const JgMatch *match)
{
  const JgOccupation *occupation = match->occupation;
  g_autoptr (JgTrainingGap) gap =
      jg_training_gap_new (jg_plan_get_catalogue (plan), match, jg_plan_get_record (plan),
                           jg_plan_get_eligibility (plan));

  json_builder_begin_object (builder);
  put (builder, "id", occupation->id);
  put (builder, "code", occupation->code);
  put (builder, "edition", occupation->edition);
  put (builder, "name", occupation->name);
  put_provenance (builder, occupation->provenance);
  begin_list (builder, "reasons");
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      json_builder_begin_object (builder);
      put (builder, "from", reason->from);
      json_builder_set_member_name (builder, "task");
      if (reason->task > 0)
        json_builder_add_int_value (builder, reason->task);
      else
        json_builder_add_null_value (builder);
      put (builder, "text", reason->text);
      put (builder, "via", reason->via);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "tasks");
  for (guint i = 0; i < gap->tasks->len; i++)
    {
      const JgTaskView *view = g_ptr_array_index (gap->tasks, i);

      json_builder_begin_object (builder);
      put_number (builder, "task", view->task);
      put (builder, "text", view->text);
      put (builder, "state", jg_task_state_nick (view->state));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
put_document (JsonBuilder *builder, const JgMeasure *measure)
{
  begin (builder, "document");
  put (builder, "key", measure->document);
  put (builder, "number", measure->document_number);
  put (builder, "title", measure->document_title);
  put (builder, "date", measure->document_date);
  json_builder_end_object (builder);
  put (builder, "clause", measure->clause);
  put (builder, "quote", measure->quote);
}

static void
put_guide (JsonBuilder *builder, JgPlan *plan, const char *measure)
{
  JgDesk *desk = jg_plan_get_desk (plan);
  JgDeskGuide *guide = desk != NULL ? jg_desk_get_guide (desk, measure) : NULL;

  json_builder_set_member_name (builder, "guide");
  if (guide == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  for (guint field = 0; field < JG_N_DESK_FIELDS; field++)
    put (builder, jg_desk_field_nick (field), guide->fields[field]);
  put (builder, "date", guide->date);
  put (builder, "by", guide->by);
  json_builder_end_object (builder);
}

static void
put_measure (JsonBuilder *builder, JgPlan *plan, const JgVerdict *verdict)
{
  const JgMeasure *measure = verdict->measure;
  GPtrArray *ask = jg_verdict_get_ask (verdict);
  GPtrArray *caveats = jg_verdict_get_caveats (verdict);
  g_autofree char *dates = jg_verdict_dup_dates_text (verdict, jg_plan_get_as_of (plan));

  json_builder_begin_object (builder);
  put (builder, "id", measure->id);
  put (builder, "name", measure->name);
  put (builder, "offer", jg_offer_nick (verdict->offer));
  put (builder, "conditions", jg_state_nick (verdict->conditions));
  put (builder, "validity", jg_validity_nick (verdict->validity));
  put (builder, "force", measure->force);
  put_document (builder, measure);
  put (builder, "reading", measure->reading);
  put_list (builder, "beneficiary", (const char *const *) measure->beneficiaries);
  put (builder, "amount", measure->amount);
  put (builder, "valid_from", measure->valid_from);
  put (builder, "valid_to", measure->valid_to);
  put (builder, "validity_quote", measure->validity_quote);
  put (builder, "dates", dates);
  put_provenance (builder, measure->provenance);
  put_boolean (builder, "ticked", jg_plan_is_ticked (plan, measure->id));
  begin_list (builder, "ask");
  for (guint i = 0; i < ask->len; i++)
    {
      json_builder_begin_object (builder);
      put (builder, "fact", g_ptr_array_index (ask, i));
      put (builder, "question", jg_plan_get_question (plan, g_ptr_array_index (ask, i)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "caveats");
  for (guint i = 0; i < caveats->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (caveats, i));
  json_builder_end_array (builder);
  put_guide (builder, plan, measure->id);
  json_builder_end_object (builder);
}

static void
put_measures (JsonBuilder *builder, JgPlan *plan)
{
  GPtrArray *measures = jg_plan_get_measures (plan);
  GPtrArray *employers = jg_plan_get_employer_measures (plan);

  begin_list (builder, "measures");
  for (guint i = 0; i < measures->len; i++)
    put_measure (builder, plan, g_ptr_array_index (measures, i));
  json_builder_end_array (builder);
  put_number (builder, "more_measures", jg_plan_get_n_more (plan));
  begin_list (builder, "employer_measures");
  for (guint i = 0; i < employers->len; i++)
    {
      const JgMeasure *measure = ((JgVerdict *) g_ptr_array_index (employers, i))->measure;

      json_builder_begin_object (builder);
      put (builder, "id", measure->id);
      put (builder, "name", measure->name);
      put_document (builder, measure);
      put (builder, "line", measure->employer_line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_plan (JsonBuilder *builder, JgPlan *plan)
{
  GPtrArray *steps = jg_plan_get_steps (plan);

  /* Where nothing was agreed yet the sheet prints proposals. */
  put_boolean (builder, "agreed", jg_record_get_steps (jg_plan_get_record (plan))->len > 0);
  begin_list (builder, "steps");
  for (guint i = 0; i < steps->len; i++)
    {
      const JgPlanStep *step = g_ptr_array_index (steps, i);

      json_builder_begin_object (builder);
      for (guint field = 0; field < JG_N_PLAN_STEP_FIELDS; field++)
        put (builder, jg_plan_step_field_nick (field), step->fields[field]);
      put (builder, "measure", step->measure);
      put_boolean (builder, "done", step->done);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_follow_up (JsonBuilder *builder, JgPlan *plan)
{
  JgRecord *record = jg_plan_get_record (plan);
  g_autoptr (JgFollowUpBasis) basis = jg_follow_up_find_basis (jg_plan_get_catalogue (plan));

  begin (builder, "follow_up");
  put (builder, "day", jg_record_get_follow_up (record));
  put (builder, "way", jg_record_get_text (record, JG_RECORD_FOLLOW_UP_WAY));
  json_builder_set_member_name (builder, "basis");
  if (basis != NULL)
    {
      json_builder_begin_object (builder);
      put (builder, "document", basis->document);
      put (builder, "clause", basis->clause);
      put (builder, "quote", basis->quote);
      json_builder_end_object (builder);
    }
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

/* jg_sheet_to_json:
 *
 * Writes everything that the guidance sheet says as jobguide-sheet/1, so that it need not be typed over into another system.
 * It says more than the paper where the paper is short of room, and never less. What nobody said is null.
 *
 * Returns: (transfer full): JSON, indented, with a newline at its end */
char *
jg_sheet_to_json (JgPlan *plan)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  JgCatalogue *catalogue;
  GPtrArray *matches;

  g_return_val_if_fail (JG_IS_PLAN (plan), NULL);

  catalogue = jg_plan_get_catalogue (plan);
  matches = jg_plan_get_matches (plan);
  json_builder_begin_object (builder);
  put (builder, "schema", "jobguide-sheet/1");
  put (builder, "number", jg_plan_get_number (plan));
  put (builder, "as_of", jg_plan_get_as_of (plan));
  put_boolean (builder, "practice", jg_plan_is_practice (plan));
  begin (builder, "data");
  put (builder, "version", jg_catalogue_get_edition_date (catalogue));
  put (builder, "documents_until", jg_catalogue_get_data_date (catalogue));
  json_builder_end_object (builder);
  put_office (builder, plan);
  put_person (builder, plan);
  put_words (builder, plan);
  put_boolean (builder, "not_in_catalogue", jg_plan_get_not_in_catalogue (plan));
  begin_list (builder, "occupations");
  for (guint i = 0; i < matches->len; i++)
    put_match (builder, plan, g_ptr_array_index (matches, i));
  json_builder_end_array (builder);
  put_measures (builder, plan);
  put_plan (builder, plan);
  put_follow_up (builder, plan);
  put (builder, "remarks", jg_record_get_text (jg_plan_get_record (plan), JG_RECORD_REMARKS));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}
