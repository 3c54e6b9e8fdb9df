/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What eligibility says to people: names of the verdicts, and the words about dates. */

#include "jg-eligibility.h"

#include <string.h>

typedef struct
{
  const char *nick;
  const char *label;
} Word;

static const Word states[] = {
  [JG_STATE_FAILED] = { "failed", "不符合" },
  [JG_STATE_UNKNOWN] = { "unknown", "待核实" },
  [JG_STATE_MET] = { "met", "符合" },
};

static const Word validities[] = {
  [JG_VALIDITY_OPEN] = { "open", "在文中所写期限内" },
  [JG_VALIDITY_UNSTATED] = { "unstated", "文中未写截止" },
  [JG_VALIDITY_UNCLEAR] = { "unclear", "期限是否适用须确认" },
  [JG_VALIDITY_ENDED] = { "ended", "已过文中期限" },
  [JG_VALIDITY_FUTURE] = { "future", "未到文中起始日期" },
};

static const Word offers[] = {
  [JG_OFFER_LIKELY] = { "likely", "可能符合" },
  [JG_OFFER_ASK] = { "ask", "需先核实" },
  [JG_OFFER_NO] = { "no", "不符合" },
  [JG_OFFER_FUTURE] = { "future", "尚未开始" },
  [JG_OFFER_ENDED] = { "ended", "已过期" },
  [JG_OFFER_BACKGROUND] = { "background", "仅作背景" },
};

/**
 * jg_state_nick:
 *
 * Names a state as the command line does.
 *
 * Returns: (transfer none): met, unknown or failed
 */
const char *
jg_state_nick (JgState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return states[state].nick;
}

/**
 * jg_state_label:
 *
 * Names a state for people.
 *
 * Returns: (transfer none): 符合, 待核实 or 不符合
 */
const char *
jg_state_label (JgState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return states[state].label;
}

/**
 * jg_validity_nick:
 *
 * Names a validity as the command line does.
 *
 * Returns: (transfer none): open, unstated, unclear, ended or future
 */
const char *
jg_validity_nick (JgValidity validity)
{
  g_return_val_if_fail ((guint) validity < G_N_ELEMENTS (validities), NULL);

  return validities[validity].nick;
}

/**
 * jg_validity_label:
 *
 * Names a validity for people: what the text states, never that something is in force.
 *
 * Returns: (transfer none): e.g. 已过文中期限
 */
const char *
jg_validity_label (JgValidity validity)
{
  g_return_val_if_fail ((guint) validity < G_N_ELEMENTS (validities), NULL);

  return validities[validity].label;
}

/**
 * jg_offer_nick:
 *
 * Names an offer as the command line does.
 *
 * Returns: (transfer none): likely, ask, no, future, ended or background
 */
const char *
jg_offer_nick (JgOffer offer)
{
  g_return_val_if_fail ((guint) offer < G_N_ELEMENTS (offers), NULL);

  return offers[offer].nick;
}

/**
 * jg_offer_label:
 *
 * Names an offer for people.
 *
 * Returns: (transfer none): e.g. 可能符合
 */
const char *
jg_offer_label (JgOffer offer)
{
  g_return_val_if_fail ((guint) offer < G_N_ELEMENTS (offers), NULL);

  return offers[offer].label;
}

/* 2020-12-31 as 2020年12月31日; parts the text does not give are left out. */
static char *
dup_chinese_date (const char *date)
{
  GDate first, last;

  if (!jg_profile_read_date (date, &first, &last))
    return g_strdup (date);
  if (strlen (date) == strlen ("YYYY"))
    return g_strdup_printf ("%d年", g_date_get_year (&first));
  if (strlen (date) == strlen ("YYYY-MM"))
    return g_strdup_printf ("%d年%d月", g_date_get_year (&first), (int) g_date_get_month (&first));
  return g_strdup_printf ("%d年%d月%d日", g_date_get_year (&first), (int) g_date_get_month (&first),
                          g_date_get_day (&first));
}

static char *
dup_range (const JgMeasure *measure)
{
  g_autofree char *from = measure->valid_from ? dup_chinese_date (measure->valid_from) : NULL;
  g_autofree char *to = measure->valid_to ? dup_chinese_date (measure->valid_to) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s至%s", from, to);
  if (to != NULL)
    return g_strdup_printf ("至%s（起始日文中未写）", to);
  if (from != NULL)
    return g_strdup_printf ("自%s起（截止日文中未写）", from);
  return g_strdup ("文中未写日期");
}

/* How long ago the document was issued, in full years. */
static char *
dup_age_of_document (const JgMeasure *measure, const char *as_of)
{
  GDate issued, issued_last, day, day_last;
  int years;

  if (!jg_profile_read_date (measure->document_date, &issued, &issued_last) ||
      !jg_profile_read_date (as_of, &day, &day_last))
    return g_strdup ("发文日期文中未写");
  if (g_date_compare (&issued, &day) > 0)
    return g_strdup ("发文日期晚于判断日期");

  years = g_date_get_year (&day) - g_date_get_year (&issued);
  if (g_date_get_month (&day) < g_date_get_month (&issued) ||
      (g_date_get_month (&day) == g_date_get_month (&issued) &&
       g_date_get_day (&day) < g_date_get_day (&issued)))
    years--;
  return years > 0 ? g_strdup_printf ("发文已%d年", years) : g_strdup ("发文不满1年");
}

static char *
dup_stated_term (const JgVerdict *self, const char *name, const char *as_of)
{
  g_autofree char *range = dup_range (self->measure);

  switch (self->validity)
    {
    case JG_VALIDITY_ENDED:
      return g_strdup_printf ("%s：%s；按 %s 判断，已过文中期限。", name, range, as_of);
    case JG_VALIDITY_FUTURE:
      return g_strdup_printf ("%s：%s；按 %s 判断，尚未开始。", name, range, as_of);
    case JG_VALIDITY_OPEN:
      return g_strdup_printf ("%s：%s；按 %s 判断，在文中所写期限内；是否办理以经办机构答复为准。",
                              name, range, as_of);
    case JG_VALIDITY_UNSTATED:
    case JG_VALIDITY_UNCLEAR:
    default:
      return g_strdup_printf ("%s：%s；须向经办机构确认。", name, range);
    }
}

/**
 * jg_verdict_dup_dates_text:
 * @self: a verdict
 * @as_of: the day on which was judged, YYYY-MM-DD
 *
 * Words what the text states about dates, by the basis of the statement (data model, section 6),
 * and what must be confirmed. It never says that a measure is in force.
 *
 * Returns: (transfer full): one or two sentences in Chinese
 */
char *
jg_verdict_dup_dates_text (const JgVerdict *self, const char *as_of)
{
  const JgMeasure *measure;
  const char *basis;
  g_autofree char *age = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (as_of != NULL, NULL);

  measure = self->measure;
  basis = measure->validity_basis != NULL ? measure->validity_basis : "none";
  age = dup_age_of_document (measure, as_of);

  if (g_str_equal (basis, "measure"))
    return dup_stated_term (self, "文中实施期限", as_of);
  if (g_str_equal (basis, "document-term"))
    return dup_stated_term (self, "文件所写期限", as_of);
  if (g_str_equal (basis, "document-clause"))
    return dup_stated_term (self, "文中受理期限", as_of);
  if (g_str_equal (basis, "document-clause-ambiguous"))
    {
      date = measure->valid_to ? dup_chinese_date (measure->valid_to) : g_strdup ("（日期未写）");
      if (measure->validity_quote != NULL &&
          strstr (measure->validity_quote, "新增补贴政策") != NULL)
        return g_strdup_printf (
            "文末规定新增补贴政策受理截至%s；本项是否属新增，文中未列，须确认。", date);
      return g_strdup_printf ("文末条款规定截至%s；本项是否适用，文中未列，须确认。", date);
    }
  if (g_str_equal (basis, "cohort-only"))
    return measure->validity_quote != NULL
               ? g_strdup_printf (
                     "文中只限特定届别或年份的人员（“%s”），未写起止；%s，须向经办机构确认。",
                     measure->validity_quote, age)
               : g_strdup_printf ("文中只限特定届别或年份的人员，未写起止；%s，须向经办机构确认。",
                                  age);
  if (g_str_equal (basis, "word-only"))
    return measure->validity_quote != NULL
               ? g_strdup_printf ("文中的时间只写“%s”，未写日期；%s，须向经办机构确认。",
                                  measure->validity_quote, age)
               : g_strdup_printf ("文中限于疫情期间/阶段性，未写日期；%s，须向经办机构确认。", age);
  if (g_str_equal (basis, "target-date"))
    {
      date = measure->valid_to ? dup_chinese_date (measure->valid_to) : g_strdup ("见原文");
      return g_strdup_printf (
          "文中的日期（%s）是给有关部门的工作期限；不是本项的截止日期；文中未写起止；%s，"
          "须向经办机构确认。",
          date, age);
    }
  if (g_str_equal (basis, "document-commencement") && measure->valid_from != NULL)
    {
      date = dup_chinese_date (measure->valid_from);
      if (self->validity == JG_VALIDITY_FUTURE)
        return g_strdup_printf ("文件自%s起施行；按 %s 判断，尚未开始。", date, as_of);
      return g_strdup_printf ("文件自%s起施行，文中未写截止；%s，须向经办机构确认。", date, age);
    }
  return g_strdup_printf ("文中未写起止；%s，须向经办机构确认。", age);
}
