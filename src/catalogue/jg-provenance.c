/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-provenance.h"

/* By JgSignatureState. */
static const struct
{
  const char *provenance;
  const char *mark;
} locals[] = {
  { "local", "机构补充，未签名" },
  { "local-unknown", "机构补充，签名人未知" },
  { "local-bad", "机构补充，签名不符" },
  { "local-good", "机构补充，签名可信" },
};

static int
find_state (const char *provenance)
{
  for (guint i = 0; i < G_N_ELEMENTS (locals); i++)
    if (g_strcmp0 (provenance, locals[i].provenance) == 0)
      return (int) i;
  return -1;
}

/**
 * jg_provenance_of_local:
 * @state: what the signature of an office's pack says
 *
 * Gets the provenance of what stands in the pack.
 *
 * Returns: (transfer none): the provenance
 */
const char *
jg_provenance_of_local (JgSignatureState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (locals), locals[0].provenance);

  return locals[state].provenance;
}

/**
 * jg_provenance_is_local:
 * @provenance: (nullable): provenance of a statement
 *
 * Tells whether an office's pack says it, whoever signed that.
 *
 * Returns: %TRUE when one does
 */
gboolean
jg_provenance_is_local (const char *provenance)
{
  return find_state (provenance) >= 0;
}

/**
 * jg_provenance_get_plain:
 * @provenance: (nullable): provenance of a statement
 *
 * Gets the word of the contract (design.md §5).
 *
 * Returns: (transfer none) (nullable): official, secondary, editorial or local
 */
const char *
jg_provenance_get_plain (const char *provenance)
{
  return jg_provenance_is_local (provenance) ? locals[0].provenance : provenance;
}

/**
 * jg_provenance_get_signature:
 * @provenance: (nullable): provenance of a statement
 *
 * Gets what the signature of the pack says.
 *
 * Returns: (transfer none) (nullable): none, unknown, bad or good; %NULL of what is in no office's pack
 */
const char *
jg_provenance_get_signature (const char *provenance)
{
  const int state = find_state (provenance);

  return state >= 0 ? jg_signature_state_nick ((JgSignatureState) state) : NULL;
}

/**
 * jg_provenance_get_mark:
 * @provenance: (nullable): provenance of a statement
 *
 * Gets the mark that stands beside a statement on paper and at the command line.
 *
 * Returns: (transfer none) (nullable): the mark in Chinese; %NULL of what is official, or our own words
 */
const char *
jg_provenance_get_mark (const char *provenance)
{
  const int state = find_state (provenance);

  if (state >= 0)
    return locals[state].mark;
  return g_strcmp0 (provenance, "secondary") == 0 ? "待核" : NULL;
}
