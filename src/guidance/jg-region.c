/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-region.h"

#include <string.h>

/* The provincial level of GB/T 2260, in the short names of everyday use. */
static const struct
{
  const char *prefix;
  const char *name;
} provinces[] = {
  { "11", "北京" }, { "12", "天津" }, { "13", "河北" },   { "14", "山西" }, { "15", "内蒙古" },
  { "21", "辽宁" }, { "22", "吉林" }, { "23", "黑龙江" }, { "31", "上海" }, { "32", "江苏" },
  { "33", "浙江" }, { "34", "安徽" }, { "35", "福建" },   { "36", "江西" }, { "37", "山东" },
  { "41", "河南" }, { "42", "湖北" }, { "43", "湖南" },   { "44", "广东" }, { "45", "广西" },
  { "46", "海南" }, { "50", "重庆" }, { "51", "四川" },   { "52", "贵州" }, { "53", "云南" },
  { "54", "西藏" }, { "61", "陕西" }, { "62", "甘肃" },   { "63", "青海" }, { "64", "宁夏" },
  { "65", "新疆" }, { "71", "台湾" }, { "81", "香港" },   { "82", "澳门" },
};

/* jg_region_get_province:
 * @code: a code of GB/T 2260, e.g. "420100"
 *
 * Returns: (transfer none) (nullable): the short name of the provincial-level unit the code lies
 *   in, e.g. 湖北, or %NULL when there is none */
const char *
jg_region_get_province (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (provinces); i++)
    if (strncmp (code, provinces[i].prefix, 2) == 0)
      return provinces[i].name;
  return NULL;
}
