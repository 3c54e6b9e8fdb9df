/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-ctl-explain.h"

static void
put_strings (JsonBuilder *builder, const char *key, GPtrArray *strings)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (strings, i));
  json_builder_end_array (builder);
}

static void
put_reasons (JsonBuilder *builder, const JgVerdict *verdict)
{
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < jg_verdict_get_reasons (verdict)->len; i++)
    {
      const JgReason *reason = g_ptr_array_index (jg_verdict_get_reasons (verdict), i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "condition", reason->condition);
      jg_ctl_put (builder, "state", jg_state_nick (reason->state));
      jg_ctl_put (builder, "fact", reason->fact);
      jg_ctl_put (builder, "clause", reason->clause);
      jg_ctl_put (builder, "quote", reason->quote);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The members of one verdict, in an object that is open. */
static void
put_verdict (JsonBuilder *builder, const JgVerdict *verdict)
{
  const JgMeasure *measure = verdict->measure;

  jg_ctl_put (builder, "id", measure->id);
  jg_ctl_put (builder, "name", measure->name);
  jg_ctl_put (builder, "kind", measure->kind);
  json_builder_set_member_name (builder, "document");
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "key", measure->document);
  jg_ctl_put (builder, "number", measure->document_number);
  jg_ctl_put (builder, "title", measure->document_title);
  jg_ctl_put (builder, "date", measure->document_date);
  json_builder_end_object (builder);
  jg_ctl_put (builder, "clause", measure->clause);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, measure->line);
  jg_ctl_put (builder, "quote", measure->quote);
  jg_ctl_put (builder, "reading", measure->reading);
  jg_ctl_put_list (builder, "beneficiary", measure->beneficiaries);
  jg_ctl_put_list (builder, "people", measure->people);
  json_builder_set_member_name (builder, "region");
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "code", measure->region_code);
  jg_ctl_put (builder, "name", measure->region_name);
  json_builder_end_object (builder);
  jg_ctl_put (builder, "amount", measure->amount);
  jg_ctl_put (builder, "conditions", jg_state_nick (verdict->conditions));
  jg_ctl_put (builder, "validity", jg_validity_nick (verdict->validity));
  jg_ctl_put (builder, "valid_from", measure->valid_from);
  jg_ctl_put (builder, "valid_to", measure->valid_to);
  jg_ctl_put (builder, "validity_quote", measure->validity_quote);
  jg_ctl_put (builder, "force", measure->force);
  jg_ctl_put (builder, "tier", measure->tier);
  jg_ctl_put (builder, "offer", jg_offer_nick (verdict->offer));
  jg_ctl_put_provenance (builder, measure->provenance);
  jg_ctl_put (builder, "family", measure->family);
  put_strings (builder, "caveats", jg_verdict_get_caveats (verdict));
  put_reasons (builder, verdict);
  put_strings (builder, "ask", jg_verdict_get_ask (verdict));
}

static void
put_eligibility (JgCtl *ctl, const JgEligibility *eligibility)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);

  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < eligibility->verdicts->len; i++)
    {
      json_builder_begin_object (builder);
      put_verdict (builder, g_ptr_array_index (eligibility->verdicts, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "questions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < eligibility->questions->len; i++)
    {
      const JgQuestion *question = g_ptr_array_index (eligibility->questions, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "fact", question->fact);
      jg_ctl_put (builder, "question", question->question);
      json_builder_set_member_name (builder, "decides");
      json_builder_add_int_value (builder, question->decides);
      jg_ctl_put (builder, "kind", question->kind);
      json_builder_set_member_name (builder, "smallest");
      json_builder_add_int_value (builder, question->smallest);
      json_builder_set_member_name (builder, "weight");
      json_builder_add_int_value (builder, question->weight);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  put_strings (builder, "warnings", eligibility->warnings);
  jg_ctl_end (builder);
}

static void
print_verdict (JgCtl *ctl, const JgVerdict *verdict)
{
  const JgMeasure *measure = verdict->measure;
  g_autofree char *dates = jg_verdict_dup_dates_text (verdict, ctl->as_of);
  g_autofree char *name = jg_ctl_dup_marked (measure->name, measure->provenance);

  g_print ("［%s］%s（%s，%s）\n    %s\n    期限：%s\n", jg_offer_label (verdict->offer), name,
           measure->document_number != NULL ? measure->document_number : measure->document_title,
           measure->clause, measure->quote, dates);
  for (guint i = 0; i < jg_verdict_get_reasons (verdict)->len; i++)
    {
      const JgReason *reason = g_ptr_array_index (jg_verdict_get_reasons (verdict), i);

      g_print ("    %s：%s\n", jg_state_label (reason->state), reason->condition);
    }
  for (guint i = 0; i < jg_verdict_get_caveats (verdict)->len; i++)
    {
      const char *caveat = g_ptr_array_index (jg_verdict_get_caveats (verdict), i);

      /* The caveats repeat the dates for those who read nothing else. */
      if (g_strcmp0 (caveat, dates) != 0)
        g_print ("    注意：%s\n", caveat);
    }
}

static char *
find_occupation_id (JgCatalogue *catalogue, const char *code)
{
  g_autoptr (JgOccupation) occupation = jg_catalogue_find_occupation (catalogue, code, NULL, NULL);

  return occupation != NULL ? g_strdup (occupation->id) : NULL;
}

static int
explain (JgCtl *ctl,
         JgEligibilityChecker *checker,
         const JgEligibility *eligibility,
         JgProfile *profile,
         const char *occupation)
{
  for (guint i = 0; i < eligibility->verdicts->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (eligibility->verdicts, i);
      JsonBuilder *builder;

      if (g_strcmp0 (verdict->measure->id, ctl->explain) != 0)
        continue;
      if (!ctl->json)
        {
          jg_ctl_print_explanation (ctl, checker, verdict, profile, occupation);
          return JG_EXIT_DONE;
        }
      builder = jg_ctl_begin (ctl);
      json_builder_set_member_name (builder, "measure");
      json_builder_begin_object (builder);
      put_verdict (builder, verdict);
      jg_ctl_put_explanation (ctl, checker, builder, verdict, profile, occupation);
      json_builder_end_object (builder);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  return jg_ctl_fail ("目录里没有政策措施“%s”；编号见 measures 的 id", ctl->explain);
}

/* jg_ctl_measures:
 *
 * measures PROFILE.json [--code CODE] [--explain ID]
 *
 * Returns: 0, or 1 for a bad profile, an unknown code or an unknown measure */
int
jg_ctl_measures (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgProfile) profile = NULL;
  g_autoptr (JgEligibility) eligibility = NULL;
  g_autofree char *occupation = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("measures 后面应写一个求职者文件");
  if (ctl->codes != NULL && g_strv_length (ctl->codes) > 1)
    return jg_ctl_usage ("measures 只能用一个 --code");
  profile = jg_ctl_read_profile (ctl, arguments[0]);
  if (profile == NULL)
    return JG_EXIT_NOTHING;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  if (ctl->codes != NULL)
    {
      occupation = find_occupation_id (catalogue, ctl->codes[0]);
      if (occupation == NULL)
        return jg_ctl_fail ("目录未收录编码“%s”", ctl->codes[0]);
    }

  eligibility = jg_eligibility_check (catalogue, profile, ctl->as_of, occupation);
  for (guint i = 0; i < eligibility->warnings->len; i++)
    g_printerr ("注意：%s\n", (const char *) g_ptr_array_index (eligibility->warnings, i));
  if (ctl->explain != NULL)
    return explain (ctl, jg_eligibility_checker_get (catalogue), eligibility, profile, occupation);
  if (ctl->json)
    {
      put_eligibility (ctl, eligibility);
      return JG_EXIT_DONE;
    }
  g_print ("按 %s 判断；可能符合的，以经办机构审核为准。\n\n", ctl->as_of);
  for (guint i = 0; i < eligibility->verdicts->len; i++)
    print_verdict (ctl, g_ptr_array_index (eligibility->verdicts, i));
  if (eligibility->questions->len > 0)
    g_print ("\n接下来先问：\n");
  for (guint i = 0; i < eligibility->questions->len; i++)
    {
      const JgQuestion *question = g_ptr_array_index (eligibility->questions, i);

      g_print ("  %s（关系到 %u 项）\n", question->question, question->decides);
    }
  return JG_EXIT_DONE;
}

/* jg_ctl_facts:
 *
 * facts
 *
 * Returns: 0 */
int
jg_ctl_facts (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  JsonBuilder *builder = NULL;

  if (arguments[0] != NULL)
    return jg_ctl_usage ("facts 后面不写别的");
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  facts = jg_catalogue_list_facts (catalogue);
  if (!ctl->json)
    {
      for (guint i = 0; i < facts->len; i++)
        {
          const JgFact *fact = g_ptr_array_index (facts, i);

          g_print ("%s（%s，%s）%s\n", fact->key, fact->type, fact->group, fact->question);
        }
      return JG_EXIT_DONE;
    }
  builder = jg_ctl_begin (ctl);
  json_builder_set_member_name (builder, "facts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (facts, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "key", fact->key);
      jg_ctl_put (builder, "type", fact->type);
      jg_ctl_put (builder, "question", fact->question);
      jg_ctl_put (builder, "group", fact->group);
      jg_ctl_put (builder, "unit", fact->unit);
      jg_ctl_put (builder, "granted_by", fact->granted_by);
      jg_ctl_put (builder, "hint", fact->hint);
      jg_ctl_put_list (builder, "never_from", fact->never_from);
      jg_ctl_put_list (builder, "implied_by", fact->implied_by);
      jg_ctl_put_list (builder, "people", fact->people);
      json_builder_set_member_name (builder, "options");
      json_builder_begin_array (builder);
      for (guint k = 0; fact->option_values[k] != NULL; k++)
        {
          json_builder_begin_object (builder);
          jg_ctl_put (builder, "value", fact->option_values[k]);
          jg_ctl_put (builder, "name", fact->option_names[k]);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  jg_ctl_end (builder);
  return JG_EXIT_DONE;
}
