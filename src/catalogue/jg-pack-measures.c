/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-items.h"

static char *
canonical_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  return json_generator_to_data (generator, NULL);
}

static JgCondition *
parse_condition (JgJsonReader *reader,
                 JsonObject *object,
                 const char *pointer,
                 const char *key,
                 char **json)
{
  g_autofree char *place = jg_json_pointer (pointer, key);
  JgCondition *condition = NULL;
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  condition = jg_condition_parse (reader, node, place);
  if (condition != NULL)
    *json = canonical_json (node);
  return condition;
}

static void
parse_region (JgMeasure *measure, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "code", "name", "anchor", NULL };
  static const char *const anchors[] = { "household", "residence", "work",     "insured",
                                         "training",  "school",    "business", NULL };
  g_autofree char *place = jg_json_pointer (pointer, "region");
  JsonObject *region = jg_json_get_object (reader, object, pointer, "region", JG_JSON_REQUIRED);

  if (region == NULL)
    return;
  jg_json_check_keys (reader, region, place, keys);
  measure->region_code =
      g_strdup (jg_json_get_string (reader, region, place, "code", JG_JSON_REQUIRED, 6));
  measure->region_name = g_strdup (
      jg_json_get_string (reader, region, place, "name", JG_JSON_REQUIRED | JG_JSON_NAME, 60));
  if (json_object_has_member (region, "anchor") &&
      JSON_NODE_HOLDS_ARRAY (json_object_get_member (region, "anchor")))
    {
      g_auto (GStrv) list =
          jg_json_get_string_array (reader, region, place, "anchor", JG_JSON_REQUIRED, anchors);

      if (list != NULL && g_strv_length (list) < 2)
        jg_json_reader_report (reader, place, "anchor", "列表里不到两个地点；只有一个时直接写它");
      else if (list != NULL)
        measure->region_anchor = g_strjoinv (",", list);
    }
  else
    measure->region_anchor =
        g_strdup (jg_json_get_enum (reader, region, place, "anchor", JG_JSON_NULLABLE, anchors));
  if (measure->region_code != NULL &&
      !g_regex_match_simple ("^[0-9]{6}$", measure->region_code, 0, 0))
    jg_json_reader_report (reader, place, "code",
                           "写了“%s”；应为六位行政区划代码（GB/T 2260），全国写 000000",
                           measure->region_code);
}

static void
parse_validity (JgMeasure *measure, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "basis", "from", "to", "quote", "line", NULL };
  static const char *const bases[] = { "measure",
                                       "document-term",
                                       "document-clause",
                                       "document-clause-ambiguous",
                                       "cohort-only",
                                       "word-only",
                                       "target-date",
                                       "document-commencement",
                                       "none",
                                       NULL };
  g_autofree char *place = jg_json_pointer (pointer, "validity");
  JsonObject *validity = jg_json_get_object (reader, object, pointer, "validity", JG_JSON_REQUIRED);
  gint64 line = 0;

  if (validity == NULL)
    return;
  jg_json_check_keys (reader, validity, place, keys);
  measure->validity_basis =
      g_strdup (jg_json_get_enum (reader, validity, place, "basis", JG_JSON_REQUIRED, bases));
  measure->valid_from =
      g_strdup (jg_json_get_date (reader, validity, place, "from", JG_JSON_NULLABLE));
  measure->valid_to = g_strdup (jg_json_get_date (reader, validity, place, "to", JG_JSON_NULLABLE));
  measure->validity_quote =
      g_strdup (jg_json_get_string (reader, validity, place, "quote", JG_JSON_NULLABLE, 2000));
  if (jg_json_get_int (reader, validity, place, "line", JG_JSON_NULLABLE, 1, 1000000, &line))
    measure->validity_line = (guint) line;
  if (measure->valid_from != NULL && measure->valid_to != NULL &&
      g_strcmp0 (measure->valid_from, measure->valid_to) > 0)
    jg_json_reader_report (reader, place, "to", "终止日 %s 早于起始日 %s", measure->valid_to,
                           measure->valid_from);
  if ((measure->valid_from != NULL || measure->valid_to != NULL) && measure->validity_quote == NULL)
    jg_json_reader_report (reader, place, "quote", "写了日期而没有原文；起止日期应附文中的原句");
}

static void
parse_links (JgMeasure *measure, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "basis", "links", NULL };
  static const char *const link_keys[] = { "occupation", "basis", "words", NULL };
  static const char *const bases[] = { "all", "explicit", "natural", NULL };
  static const char *const link_bases[] = { "explicit", "natural", NULL };
  g_autofree char *place = jg_json_pointer (pointer, "occupations");
  g_autofree char *list = jg_json_pointer (place, "links");
  JsonObject *occupations =
      jg_json_get_object (reader, object, pointer, "occupations", JG_JSON_REQUIRED);
  JsonArray *links = NULL;
  gboolean all = FALSE;

  if (occupations == NULL)
    return;
  jg_json_check_keys (reader, occupations, place, keys);
  measure->occupation_basis =
      g_strdup (jg_json_get_enum (reader, occupations, place, "basis", JG_JSON_REQUIRED, bases));
  all = g_strcmp0 (measure->occupation_basis, "all") == 0;
  links = jg_json_get_array (reader, occupations, place, "links",
                             all ? JG_JSON_OPTIONAL : JG_JSON_REQUIRED, 2000);
  if (links != NULL && all && json_array_get_length (links) > 0)
    jg_json_reader_report (
        reader, place, "links",
        "basis 为 all 时不列职业；应删去 links，或把 basis 写成 explicit 或 natural");

  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    {
      g_autofree char *item_place = jg_json_pointer_index (list, i);
      JsonObject *item = jg_json_array_object (reader, links, list, i);
      JgOccupationLink *link = NULL;

      if (item == NULL)
        continue;
      link = g_new0 (JgOccupationLink, 1);
      g_ptr_array_add (measure->occupations, link);
      jg_json_check_keys (reader, item, item_place, link_keys);
      link->occupation =
          g_strdup (jg_json_get_id (reader, item, item_place, "occupation", JG_JSON_REQUIRED));
      link->basis = g_strdup (
          jg_json_get_enum (reader, item, item_place, "basis", JG_JSON_REQUIRED, link_bases));
      link->words = g_strdup (jg_json_get_string (reader, item, item_place, "words",
                                                  JG_JSON_REQUIRED | JG_JSON_NULLABLE, 100));
    }
}

static void
parse_measure (JgPack *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "id",      "name",        "kind",    "tier",
                                      "force",   "beneficiary", "region",  "document",
                                      "clause",  "line",        "line_to", "quote",
                                      "reading", "conditions",  "worker",  "employer_line",
                                      "amount",  "validity",    "family",  "occupations",
                                      "caveats", "note",        NULL };
  static const char *const tiers[] = { "A", "B", "C", NULL };
  static const char *const forces[] = { "grants",    "by-rule", "local-option",
                                        "encourage", "explore", NULL };
  static const char *const beneficiaries[] = { "individual", "employer",       "training-provider",
                                               "platform",   "service-agency", NULL };
  JgPackMeasure *row = g_new0 (JgPackMeasure, 1);
  JgMeasure *measure = jg_measure_new ();

  row->pointer = jg_pack_place (reader, pointer);
  row->measure = measure;
  g_ptr_array_add (self->measures, row);
  jg_json_check_keys (reader, object, pointer, keys);
  measure->id = g_strdup (jg_json_get_id (reader, object, pointer, "id", JG_JSON_REQUIRED));
  measure->name = g_strdup (
      jg_json_get_string (reader, object, pointer, "name", JG_JSON_REQUIRED | JG_JSON_NAME, 60));
  measure->kind = g_strdup (jg_json_get_enum (reader, object, pointer, "kind", JG_JSON_REQUIRED,
                                              jg_measure_list_kinds ()));
  measure->tier =
      g_strdup (jg_json_get_enum (reader, object, pointer, "tier", JG_JSON_REQUIRED, tiers));
  measure->force =
      g_strdup (jg_json_get_enum (reader, object, pointer, "force", JG_JSON_REQUIRED, forces));
  measure->beneficiaries = jg_json_get_string_array (reader, object, pointer, "beneficiary",
                                                     JG_JSON_REQUIRED, beneficiaries);
  if (measure->beneficiaries == NULL)
    measure->beneficiaries = g_new0 (char *, 1);
  else if (measure->beneficiaries[0] == NULL)
    jg_json_reader_report (reader, pointer, "beneficiary",
                           "列表是空的；应写明补贴对象，如 individual");
  parse_region (measure, reader, object, pointer);
  measure->document =
      g_strdup (jg_json_get_id (reader, object, pointer, "document", JG_JSON_REQUIRED));
  measure->clause =
      g_strdup (jg_json_get_string (reader, object, pointer, "clause", JG_JSON_REQUIRED, 40));
  jg_pack_get_lines (reader, object, pointer, &measure->line, &measure->line_to);
  measure->quote =
      g_strdup (jg_json_get_string (reader, object, pointer, "quote", JG_JSON_REQUIRED, 4000));
  measure->reading =
      g_strdup (jg_json_get_string (reader, object, pointer, "reading", JG_JSON_NULLABLE, 4000));
  measure->conditions = parse_condition (reader, object, pointer, "conditions", &row->conditions);
  measure->worker = parse_condition (reader, object, pointer, "worker", &row->worker);
  measure->employer_line = g_strdup (
      jg_json_get_string (reader, object, pointer, "employer_line", JG_JSON_NULLABLE, 400));
  measure->amount =
      g_strdup (jg_json_get_string (reader, object, pointer, "amount", JG_JSON_NULLABLE, 400));
  parse_validity (measure, reader, object, pointer);
  measure->family = g_strdup (jg_json_get_id (reader, object, pointer, "family", JG_JSON_NULLABLE));
  parse_links (measure, reader, object, pointer);
  measure->caveats =
      jg_json_get_string_array (reader, object, pointer, "caveats", JG_JSON_OPTIONAL, NULL);
  if (measure->caveats == NULL)
    measure->caveats = g_new0 (char *, 1);
  row->note =
      g_strdup (jg_json_get_string (reader, object, pointer, "note", JG_JSON_NULLABLE, 4000));
}

/* jg_pack_parse_measures:
 *
 * Reads the list `measures` into @self. */
void
jg_pack_parse_measures (JgPack *self, JgJsonReader *reader, JsonObject *root)
{
  JsonArray *array = jg_json_get_array (reader, root, "", "measures", JG_JSON_OPTIONAL, 200000);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *pointer = jg_json_pointer_index ("/measures", i);
      JsonObject *object = jg_json_array_object (reader, array, "/measures", i);

      if (object != NULL)
        parse_measure (self, reader, object, pointer);
    }
}
