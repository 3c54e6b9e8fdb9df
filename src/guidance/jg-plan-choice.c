/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-plan-choice.h"

/* The most services that are named before money that could be cleared up by asking. */
#define MAX_SERVICES 2

/* How an offered measure stands in the order of the sheet; smaller comes first in every field
 * but date, where the newer comes first. */
typedef struct
{
  JgVerdict *verdict;
  int class; /* money before services, likely before ask, what was asked for before the rest */
  int turn; /* among those that serve the same wish: each wish has its first before another its second */
  int wish; /* in the order the jobseeker named them */
  int link;
  int unmet;
  int kind;
  int n_ask;
  int national;
  const char *date;
  guint index;
} Candidate;

/* What a measure is worth to the person, best first. */
enum
{
  CLASS_MONEY_WANTED,
  CLASS_MONEY,
  CLASS_SERVICE_WANTED,
  CLASS_ASK_MONEY_WANTED,
  CLASS_SERVICE,
  CLASS_ASK_MONEY,
  CLASS_ASK_SERVICE,
};

enum
{
  LINK_EXPLICIT,
  LINK_NATURAL,
  LINK_ALL,
  LINK_OTHER,
};

/* What the jobseeker asked for, and the kinds of measures that serve it. */
static const struct
{
  const char *wants;
  const char *kinds[6];
} wanted_kinds[] = {
  { "training", { "training", "living-allowance", "skill-upgrade" } },
  { "start-business", { "entrepreneurship", "loan", "premises", "registration", "tax" } },
  { "flexible-work", { "social-insurance", "injury-insurance", "registration" } },
  { "part-time", { "social-insurance", "injury-insurance" } },
  { "employment", { "hiring", "internship", "service" } },
  { "loan", { "loan" } },
};

static gsize
count_kinds (gsize wanted)
{
  gsize n = 0;

  while (n < G_N_ELEMENTS (wanted_kinds[wanted].kinds) && wanted_kinds[wanted].kinds[n] != NULL)
    n++;
  return n;
}

/* The place of the wish that a measure serves among the jobseeker's wishes; the narrowest when
 * there are several, and G_MAXINT when there is none. */
static int
find_wish (JgProfile *profile, JgMeasure *measure, int *kind)
{
  const char *const *wants = jg_profile_get_wants (profile);
  gsize narrowest = G_MAXSIZE;
  int wish = G_MAXINT;

  *kind = 0;
  for (int w = 0; wants != NULL && wants[w] != NULL; w++)
    for (gsize i = 0; i < G_N_ELEMENTS (wanted_kinds); i++)
      {
        gsize n = count_kinds (i);

        if (g_strcmp0 (wanted_kinds[i].wants, wants[w]) != 0)
          continue;
        for (gsize k = 0; k < n; k++)
          if (g_strcmp0 (measure->kind, wanted_kinds[i].kinds[k]) == 0 && n < narrowest)
            {
              narrowest = n;
              wish = w;
              *kind = (int) k;
            }
      }
  return wish;
}

static int
find_class (JgVerdict *verdict, gboolean wanted)
{
  gboolean likely = verdict->offer == JG_OFFER_LIKELY;

  if (g_strcmp0 (verdict->measure->tier, "A") == 0)
    {
      if (likely)
        return wanted ? CLASS_MONEY_WANTED : CLASS_MONEY;
      return wanted ? CLASS_ASK_MONEY_WANTED : CLASS_ASK_MONEY;
    }
  if (likely)
    return wanted ? CLASS_SERVICE_WANTED : CLASS_SERVICE;
  return CLASS_ASK_SERVICE;
}

static int
link_rank (JgMeasure *measure, const char *occupation)
{
  if (measure->occupations == NULL || measure->occupations->len == 0)
    return LINK_ALL;
  for (guint i = 0; i < measure->occupations->len; i++)
    {
      JgOccupationLink *link = g_ptr_array_index (measure->occupations, i);

      if (g_strcmp0 (link->occupation, occupation) == 0)
        return g_strcmp0 (link->basis, "explicit") == 0 ? LINK_EXPLICIT : LINK_NATURAL;
    }
  return LINK_OTHER;
}

/* The verdict is taken from the check made for the occupation that the measure is linked to. */
static JgVerdict *
pick_verdict (GPtrArray *matches, GPtrArray *checks, guint index, int *rank)
{
  JgEligibility *first = g_ptr_array_index (checks, 0);
  JgVerdict *best = g_ptr_array_index (first->verdicts, index);

  *rank = link_rank (best->measure, NULL);
  for (guint i = 0; i < matches->len; i++)
    {
      JgMatch *match = g_ptr_array_index (matches, i);
      int here = link_rank (best->measure, match->occupation->id);

      if (here < *rank)
        {
          JgEligibility *check = g_ptr_array_index (checks, i);

          *rank = here;
          for (guint k = 0; k < check->verdicts->len; k++)
            {
              JgVerdict *verdict = g_ptr_array_index (check->verdicts, k);

              if (g_strcmp0 (verdict->measure->id, best->measure->id) == 0)
                best = verdict;
            }
        }
    }
  return best;
}

static int
compare_local (const Candidate *a, const Candidate *b)
{
  if (a->national != b->national)
    return a->national - b->national;
  return -g_strcmp0 (a->date, b->date);
}

static int
compare_candidates (gconstpointer left, gconstpointer right)
{
  const Candidate *a = left;
  const Candidate *b = right;
  int local;

  if (a->class != b->class)
    return a->class - b->class;
  if (a->turn != b->turn)
    return a->turn - b->turn;
  if (a->wish != b->wish)
    return a->wish < b->wish ? -1 : 1;
  if (a->link != b->link)
    return a->link - b->link;
  if (a->unmet != b->unmet)
    return a->unmet - b->unmet;
  if (a->kind != b->kind)
    return a->kind - b->kind;
  if (a->n_ask != b->n_ask)
    return a->n_ask - b->n_ask;
  local = compare_local (a, b);
  if (local != 0)
    return local;
  return a->index < b->index ? -1 : a->index > b->index;
}

/* A measure that names the person's own group says more than one for everybody. */
static int
count_unmet (JgVerdict *verdict)
{
  int met = 0;

  for (guint i = 0; i < jg_verdict_get_reasons (verdict)->len; i++)
    met += ((JgReason *) g_ptr_array_index (jg_verdict_get_reasons (verdict), i))->state ==
           JG_STATE_MET;
  return met > 0 ? 0 : 1;
}

static gboolean
is_for (JgMeasure *measure, const char *beneficiary)
{
  return measure->beneficiaries != NULL &&
         g_strv_contains ((const char *const *) measure->beneficiaries, beneficiary);
}

static GArray *
list_candidates (JgProfile *profile, GPtrArray *matches, GPtrArray *checks)
{
  JgEligibility *first = g_ptr_array_index (checks, 0);
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));

  for (guint i = 0; i < first->verdicts->len; i++)
    {
      Candidate one = { .index = i };
      JgMeasure *measure;

      one.verdict = pick_verdict (matches, checks, i, &one.link);
      measure = one.verdict->measure;
      if (one.verdict->offer != JG_OFFER_LIKELY && one.verdict->offer != JG_OFFER_ASK)
        continue;
      if (!is_for (measure, "individual") || g_strcmp0 (measure->tier, "C") == 0)
        continue;
      /* What is written for another trade is no advice for this one. */
      if (one.link == LINK_OTHER && matches->len > 0)
        continue;
      one.wish = find_wish (profile, measure, &one.kind);
      one.class = find_class (one.verdict, one.wish != G_MAXINT);
      one.n_ask = (int) jg_verdict_get_ask (one.verdict)->len;
      one.unmet = count_unmet (one.verdict);
      one.national = g_strcmp0 (measure->region_code, "000000") == 0 ? 1 : 0;
      one.date = measure->document_date;
      g_array_append_val (candidates, one);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* TRUE when the sheet had better name another of the same family: one that is likely, where this is
 * still to be asked, else one that is more local, or as local and newer. */
static gboolean
is_outranked_in_family (GArray *candidates, guint index)
{
  const Candidate *one = &g_array_index (candidates, Candidate, index);

  if (one->verdict->measure->family == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *other = &g_array_index (candidates, Candidate, i);
      int order;

      if (i == index ||
          g_strcmp0 (other->verdict->measure->family, one->verdict->measure->family) != 0)
        continue;
      order = (int) other->verdict->offer - (int) one->verdict->offer;
      if (order == 0)
        order = compare_local (other, one);
      if (order < 0 || (order == 0 && i < index))
        return TRUE;
    }
  return FALSE;
}

static void
remove_outranked (GArray *candidates)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, TRUE, sizeof (Candidate));

  for (guint i = 0; i < candidates->len; i++)
    if (!is_outranked_in_family (candidates, i))
      g_array_append_val (kept, g_array_index (candidates, Candidate, i));
  g_array_set_size (candidates, 0);
  g_array_append_vals (candidates, kept->data, kept->len);
}

/* Lets the wishes take turns within a class, and a long row of services wait. */
static void
give_turns (GArray *candidates)
{
  guint n_services = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *one = &g_array_index (candidates, Candidate, i);

      for (guint k = 0; k < i; k++)
        {
          const Candidate *before = &g_array_index (candidates, Candidate, k);

          one->turn += before->class == one->class && before->wish == one->wish;
        }
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *one = &g_array_index (candidates, Candidate, i);

      if (one->class == CLASS_SERVICE_WANTED && ++n_services > MAX_SERVICES)
        one->class = CLASS_SERVICE;
    }
  g_array_sort (candidates, compare_candidates);
}

/* jg_plan_choice_run:
 * @matches: (element-type JgMatch): the chosen occupations, maybe none
 * @checks: (element-type JgEligibility): one for each of @matches, at least one in any case
 * @limit: the most measures to name
 * @n_more: (out): how many others are offered (likely or ask) and not named
 *
 * Chooses the measures a guidance sheet names, of those for a person: money (tier A) before services,
 * likely before ask, what was asked for before the rest, each wish in turn; then linked to a chosen
 * occupation before those for all, most local, newest; of a family only one. After two services,
 * money that only needs an answer comes before more services.
 *
 * Returns: (transfer container) (element-type JgVerdict): verdicts that belong to @checks */
GPtrArray *
jg_plan_choice_run (JgProfile *profile,
                    GPtrArray *matches,
                    GPtrArray *checks,
                    guint limit,
                    guint *n_more)
{
  g_autoptr (GArray) candidates = NULL;
  GPtrArray *chosen = g_ptr_array_new ();
  guint n_offered;

  g_return_val_if_fail (checks->len > 0 && checks->len >= matches->len, chosen);

  candidates = list_candidates (profile, matches, checks);
  n_offered = candidates->len;
  remove_outranked (candidates);
  give_turns (candidates);
  for (guint i = 0; i < candidates->len && chosen->len < limit; i++)
    g_ptr_array_add (chosen, g_array_index (candidates, Candidate, i).verdict);
  *n_more = n_offered - chosen->len;
  return chosen;
}

static gboolean
has_employer_line (GPtrArray *chosen, const char *line)
{
  for (guint i = 0; i < chosen->len; i++)
    if (g_strcmp0 (((JgVerdict *) g_ptr_array_index (chosen, i))->measure->employer_line, line) ==
        0)
      return TRUE;
  return FALSE;
}

/* jg_plan_choice_employers:
 * @matches: (element-type JgMatch): the chosen occupations, maybe none
 * @checks: (element-type JgEligibility): as for jg_plan_choice_run()
 * @limit: the most measures to name
 *
 * Chooses measures whose money is the employer's and of which a jobseeker may tell an employer;
 * none whose printed conditions fail or whose stated time is over.
 *
 * Returns: (transfer container) (element-type JgVerdict): verdicts that belong to @checks */
GPtrArray *
jg_plan_choice_employers (GPtrArray *matches, GPtrArray *checks, guint limit)
{
  JgEligibility *first = g_ptr_array_index (checks, 0);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < first->verdicts->len && chosen->len < limit; i++)
    {
      int rank;
      JgVerdict *verdict = pick_verdict (matches, checks, i, &rank);
      JgMeasure *measure = verdict->measure;

      if (measure->employer_line == NULL || is_for (measure, "individual") ||
          g_strcmp0 (measure->tier, "C") == 0)
        continue;
      if (verdict->conditions == JG_STATE_FAILED || verdict->validity == JG_VALIDITY_ENDED ||
          verdict->validity == JG_VALIDITY_FUTURE || verdict->offer == JG_OFFER_BACKGROUND ||
          rank == LINK_OTHER)
        continue;
      if (!has_employer_line (chosen, measure->employer_line))
        g_ptr_array_add (chosen, verdict);
    }
  return chosen;
}
