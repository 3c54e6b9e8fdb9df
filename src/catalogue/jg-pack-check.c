/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-set-private.h"

#include <string.h>

#include "jg-code.h"
#include "jg-condition-reach.h"
#include "jg-fact-implied.h"

/* What one pack says about another, and about the text. */

static void G_GNUC_PRINTF (4, 5)
    complain (JgPackSet *self, const char *pointer, const char *field, const char *format, ...)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", pointer, field);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  jg_pack_set_complain (self, place, "%s", message);
}

static JgPackDocument *
require_document (JgPackSet *self, const char *key, const char *pointer, const char *field)
{
  JgPackDocument *document = g_hash_table_lookup (self->document_by_key, key);

  if (document == NULL)
    complain (self, pointer, field, "写了“%s”，没有这份文件；应为文件的 key%s", key,
              self->sources == NULL ? "（官方文件用 --sources 或 --onto 指明）" : "");
  return document;
}

static void
require_occupation (JgPackSet *self, const char *id, const char *pointer, const char *field)
{
  if (!g_hash_table_contains (self->occupation_by_id, id))
    complain (self, pointer, field, "写了“%s”，没有这个职业；应为 occupations 里的 id%s", id,
              g_hash_table_size (self->occupation_by_id) == 0 ? "（已有目录用 --onto 指明）" : "");
}

static void
check_clause (JgPackSet *self,
              const JgPackDocument *document,
              const char *clause,
              guint line,
              const char *pointer)
{
  const JgClause *found = NULL;

  if (line < document->document->first_line || line > document->document->last_line)
    {
      complain (self, pointer, "line", "写了 %u，不在“%s”里；应在第 %u—%u 行之间", line,
                document->document->key, document->document->first_line,
                document->document->last_line);
      return;
    }
  found = jg_pack_document_find_clause (document, clause);
  if (found == NULL)
    complain (self, pointer, "clause", "写了“%s”，“%s”没有这个条款；该行所在的条款是“%s”", clause,
              document->document->key,
              jg_pack_document_clause_at (document, line) != NULL
                  ? jg_pack_document_clause_at (document, line)
                  : "（无）");
  else if (line < found->line || line > found->line_to)
    complain (self, pointer, "clause",
              "写了“%s”（第 %u—%u 行），line 却是 %u；该行所在的条款是“%s”", clause, found->line,
              found->line_to, line,
              jg_pack_document_clause_at (document, line) != NULL
                  ? jg_pack_document_clause_at (document, line)
                  : "（无）");
}

static void
check_condition (JgPackSet *self,
                 const JgCondition *condition,
                 const char *pointer,
                 const char *field)
{
  const JgFact *fact = NULL;

  if (condition == NULL)
    return;
  for (guint i = 0; condition->children != NULL && i < condition->children->len; i++)
    check_condition (self, g_ptr_array_index (condition->children, i), pointer, field);
  if (condition->kind != JG_CONDITION_FACT)
    return;

  fact = g_hash_table_lookup (self->fact_by_key, condition->key);
  if (fact == NULL)
    {
      complain (self, pointer, field, "条件用了事实“%s”，没有这个事实；应为 facts 里的 key",
                condition->key);
      return;
    }

  switch (condition->comparison)
    {
    case JG_COMPARE_TRUE:
      if (strcmp (fact->type, "boolean") != 0)
        complain (self, pointer, field,
                  "事实“%s”的类型是 %s，条件却只问是否；应写比较，如 is、at_least", fact->key,
                  fact->type);
      break;
    case JG_COMPARE_IS:
      if (strcmp (fact->type, "code") != 0)
        complain (self, pointer, field, "事实“%s”的类型是 %s；is 只用于 code", fact->key,
                  fact->type);
      for (guint i = 0; strcmp (fact->type, "code") == 0 && condition->values[i] != NULL; i++)
        if (!g_strv_contains ((const char *const *) fact->option_values, condition->values[i]))
          complain (self, pointer, field, "事实“%s”没有选项“%s”", fact->key, condition->values[i]);
      break;
    case JG_COMPARE_NUMBER:
      if (strcmp (fact->type, "number") != 0)
        complain (self, pointer, field, "事实“%s”的类型是 %s；数的比较只用于 number，日期须写 unit",
                  fact->key, fact->type);
      break;
    case JG_COMPARE_ELAPSED:
    case JG_COMPARE_ON_OR_AFTER:
    case JG_COMPARE_ON_OR_BEFORE:
    case JG_COMPARE_SAME_YEAR:
      if (strcmp (fact->type, "date") != 0)
        complain (self, pointer, field, "事实“%s”的类型是 %s；这种比较只用于 date", fact->key,
                  fact->type);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
check_reach (JgPackSet *self, const JgCondition *condition, const char *pointer, const char *field)
{
  JgConditionReach reach =
      condition != NULL ? jg_condition_get_reach (condition) : JG_CONDITION_CAN_BE_EITHER;

  if (reach == JG_CONDITION_NEVER_MET)
    complain (self, pointer, field, "怎样回答都不能符合；条件自相矛盾");
  else if (reach == JG_CONDITION_NEVER_FAILED)
    complain (self, pointer, field, "怎样回答都不会不符合；这样的条件等于没有写，应改正或写 null");
}

static void
check_measures (JgPackSet *self, JgPack *pack)
{
  for (guint i = 0; i < pack->measures->len; i++)
    {
      const JgPackMeasure *row = g_ptr_array_index (pack->measures, i);
      const JgMeasure *measure = row->measure;
      const JgPackDocument *document =
          require_document (self, measure->document, row->pointer, "document");

      if (document != NULL)
        check_clause (self, document, measure->clause, measure->line, row->pointer);
      check_condition (self, measure->conditions, row->pointer, "conditions");
      check_condition (self, measure->worker, row->pointer, "worker");
      check_reach (self, measure->conditions, row->pointer, "conditions");
      check_reach (self, measure->worker, row->pointer, "worker");
      for (guint k = 0; k < measure->occupations->len; k++)
        {
          const JgOccupationLink *link = g_ptr_array_index (measure->occupations, k);

          g_autofree char *field = g_strdup_printf ("occupations/links/%u/occupation", k);

          require_occupation (self, link->occupation, row->pointer, field);
        }
    }
}

static void
check_operations (JgPackSet *self)
{
  for (guint i = 0; i < self->operations->len; i++)
    {
      const JgOperation *operation = g_ptr_array_index (self->operations, i);
      const JgPackDocument *document =
          require_document (self, operation->document, operation->pointer, "document");

      if (document != NULL)
        check_clause (self, document, operation->clause, operation->line, operation->pointer);
    }
}

/* Two lists may name the same class, so that either may be used without the other; it is kept once. */
static void
check_classes (JgPackSet *self)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->packs->len; i++)
    {
      const JgPack *pack = g_ptr_array_index (self->packs, i);

      for (guint k = pack->classes->len; k > 0; k--)
        {
          JgPackClass *row = g_ptr_array_index (pack->classes, k - 1);
          g_autofree char *key = g_strdup_printf ("%s %s", row->class->edition, row->class->code);
          const JgPackClass *known = g_hash_table_lookup (codes, key);

          if (known == NULL)
            g_hash_table_insert (codes, g_steal_pointer (&key), row);
          else if (strcmp (known->class->name, row->class->name) != 0 ||
                   g_ptr_array_find (pack->classes, known, NULL))
            jg_pack_set_complain (self, row->pointer, "%s版类别 %s 写了两次（“%s”与“%s”）",
                                  row->class->edition, row->class->code, known->class->name,
                                  row->class->name);
          else
            g_ptr_array_remove_index (pack->classes, k - 1);
        }
    }
  for (guint i = 0; i < self->packs->len; i++)
    {
      const JgPack *pack = g_ptr_array_index (self->packs, i);

      for (guint k = 0; k < pack->classes->len; k++)
        {
          const JgPackClass *row = g_ptr_array_index (pack->classes, k);
          g_autofree char *parent = jg_code_get_parent (row->class->code);

          g_autofree char *key =
              parent != NULL ? g_strdup_printf ("%s %s", row->class->edition, parent) : NULL;

          if (key != NULL && !g_hash_table_contains (codes, key))
            jg_pack_set_complain (self, row->pointer, "类别 %s 的上一级 %s 不在%s版的表里",
                                  row->class->code, parent, row->class->edition);
        }
    }
}

/* What makes a fact true by its meaning is another boolean fact, never one it must not be concluded from, over however
 * many steps; a status that is granted is concluded from nothing. */
static void
check_implied (JgPackSet *self, const JgPackFact *row, GHashTable *implied)
{
  char **holders = g_hash_table_lookup (implied, row->fact->key);

  for (guint k = 0; row->fact->implied_by[k] != NULL; k++)
    {
      const JgFact *other = g_hash_table_lookup (self->fact_by_key, row->fact->implied_by[k]);

      if (other == NULL || other == row->fact || strcmp (other->type, "boolean") != 0 ||
          strcmp (row->fact->type, "boolean") != 0)
        complain (self, row->pointer, "implied_by",
                  "写了“%s”；应为另一个是非（boolean）事实的 key，自己也应是 boolean",
                  row->fact->implied_by[k]);
    }
  for (guint k = 0; holders != NULL && holders[k] != NULL; k++)
    if (g_strv_contains ((const char *const *) row->fact->never_from, holders[k]))
      complain (self, row->pointer, "implied_by", "由此可推出自“%s”，而它写在 never_from 里",
                holders[k]);
  if (row->fact->implied_by[0] != NULL && row->fact->granted_by != NULL)
    complain (self, row->pointer, "implied_by",
              "由%s认定的事实不能由别的事实推出；应去掉 implied_by", row->fact->granted_by);
}

static GHashTable *
list_implied (JgPackSet *self)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer fact;

  g_hash_table_iter_init (&iter, self->fact_by_key);
  while (g_hash_table_iter_next (&iter, NULL, &fact))
    g_ptr_array_add (facts, fact);
  return jg_facts_list_implied (facts);
}

static void
check_facts (JgPackSet *self, JgPack *pack, GHashTable *implied)
{
  static const char *const others[] = { "age", "sex", "education", "experience", NULL };

  for (guint i = 0; i < pack->facts->len; i++)
    {
      const JgPackFact *row = g_ptr_array_index (pack->facts, i);

      check_implied (self, row, implied);
      for (guint k = 0; row->fact->never_from[k] != NULL; k++)
        if (!g_hash_table_contains (self->fact_by_key, row->fact->never_from[k]) &&
            !g_strv_contains (others, row->fact->never_from[k]))
          jg_pack_set_complain (self, row->pointer, "never_from 写了“%s”，没有这个事实",
                                row->fact->never_from[k]);
    }
}

static void
check_small_lists (JgPackSet *self,
                   JgPack *pack,
                   GHashTable *aliases,
                   GHashTable *synonyms,
                   GHashTable *elsewhere,
                   GHashTable *codes)
{
  for (guint i = 0; i < pack->aliases->len; i++)
    {
      const JgPackAlias *row = g_ptr_array_index (pack->aliases, i);

      require_occupation (self, row->alias->occupation, row->pointer, "occupation");
      if (!g_hash_table_add (aliases,
                             g_strdup_printf ("%s\n%s", row->alias->occupation, row->alias->text)))
        jg_pack_set_complain (self, row->pointer, "别名“%s”对同一职业写了两次", row->alias->text);
    }
  for (guint i = 0; i < pack->synonyms->len; i++)
    {
      const JgPackSynonym *row = g_ptr_array_index (pack->synonyms, i);

      if (!g_hash_table_add (synonyms, g_strdup (row->synonym->text)))
        jg_pack_set_complain (self, row->pointer, "“%s”写了两次；应合并为一条", row->synonym->text);
      if (row->synonym->means[0] == NULL)
        jg_pack_set_complain (self, row->pointer, "means 是空的；应写出通知里的词");
    }
  for (guint i = 0; i < pack->elsewhere->len; i++)
    {
      const JgPackSynonym *row = g_ptr_array_index (pack->elsewhere, i);

      if (!g_hash_table_add (elsewhere, g_strdup (row->synonym->text)))
        jg_pack_set_complain (self, row->pointer, "“%s”写了两次；应只写一次", row->synonym->text);
    }
  for (guint i = 0; i < pack->codes->len; i++)
    {
      const JgPackCode *row = g_ptr_array_index (pack->codes, i);

      require_occupation (self, row->occupation, row->pointer, "occupation");
      if (!g_hash_table_add (codes, g_strdup_printf ("%s\n%s", row->occupation, row->edition)))
        jg_pack_set_complain (self, row->pointer, "同一职业的 %s 版编码写了两次", row->edition);
      if ((g_strcmp0 (row->relation, "dissolved") == 0) != (row->code == NULL))
        jg_pack_set_complain (self, row->pointer,
                              "relation 为 dissolved 时 code 应为 null，其他情形应写编码");
    }
}

/* jg_pack_set_check_references:
 *
 * Checks that what the packs refer to is there: documents, clauses, occupations, facts, classes. */
void
jg_pack_set_check_references (JgPackSet *self)
{
  g_autoptr (GHashTable) aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) elsewhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) synonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) implied = list_implied (self);

  for (guint i = 0; i < self->documents->len; i++)
    {
      const JgPackDocument *document = g_ptr_array_index (self->documents, i);

      for (guint k = 0; k < document->document->relations->len; k++)
        {
          const JgRelation *relation = g_ptr_array_index (document->document->relations, k);

          if (relation->document != NULL)
            require_document (self, relation->document, document->pointer, "relations");
        }
    }
  for (guint i = 0; i < self->packs->len; i++)
    {
      check_measures (self, g_ptr_array_index (self->packs, i));
      check_small_lists (self, g_ptr_array_index (self->packs, i), aliases, synonyms, elsewhere,
                         codes);
      check_facts (self, g_ptr_array_index (self->packs, i), implied);
    }
  check_operations (self);
  check_classes (self);
}

/* Appends the text of lines @line to @line_to without any white space: page breaks and the spacing
 * of numbers are the only liberties a quote may take. */
static char *
lines_without_space (const JgPackDocument *document, guint line, guint line_to)
{
  g_autoptr (GString) result = g_string_new (NULL);
  guint current = document->document->first_line;

  for (const char *p = document->text; *p != '\0' && current <= line_to; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        current++;
      else if (current >= line && !g_unichar_isspace (c))
        g_string_append_unichar (result, c);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static char *
without_space (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static void
check_quote (JgPackSet *self,
             const char *key,
             guint line,
             guint line_to,
             const char *quote,
             const char *pointer,
             const char *field)
{
  const JgPackDocument *document = g_hash_table_lookup (self->document_by_key, key);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (document == NULL || document->text == NULL || quote == NULL)
    return;
  text = lines_without_space (document, line, line_to);
  words = without_space (quote);
  if (strstr (text, words) == NULL)
    {
      g_autofree char *start = g_utf8_substring (quote, 0, MIN (20, g_utf8_strlen (quote, -1)));

      complain (self, pointer, field,
                "“%s…”在“%s”第 %u—%u 行里找不到；应与原文逐字相同（空白除外）", start, key, line,
                line_to);
    }
}

static void
check_occupation_quotes (JgPackSet *self, const JgPackOccupation *row)
{
  const JgCitation *source = row->source;
  const JgPackDocument *document = NULL;

  if (source == NULL)
    return;
  document = require_document (self, source->document, row->pointer, "source/document");
  if (document == NULL)
    return;
  check_clause (self, document, source->clause, source->line, row->pointer);
  check_quote (self, source->document, source->line, source->line_to, source->quote, row->pointer,
               "source/quote");
  check_quote (self, source->document, source->line, source->line_to, row->definition, row->pointer,
               "definition");
  for (guint k = 0; k < row->tasks->len; k++)
    {
      g_autofree char *field = g_strdup_printf ("tasks/%u", k);

      check_quote (self, source->document, source->line, source->line_to,
                   g_ptr_array_index (row->tasks, k), row->pointer, field);
    }
  for (guint k = 0; k < row->work_types->len; k++)
    {
      const JgPackWorkType *work_type = g_ptr_array_index (row->work_types, k);

      g_autofree char *field = g_strdup_printf ("work_types/%u/name", k);

      check_quote (self, source->document, work_type->line, work_type->line, work_type->name,
                   row->pointer, field);
    }
}

/* jg_pack_set_check_quotes:
 *
 * Holds every quote, definition and task against the lines it is said to stand in. */
void
jg_pack_set_check_quotes (JgPackSet *self)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const JgPackDocument *document = g_ptr_array_index (self->documents, i);
      const char *key = document->document->key;

      for (guint k = 0; k < document->document->relations->len; k++)
        {
          const JgRelation *relation = g_ptr_array_index (document->document->relations, k);

          if (relation->quote != NULL && relation->line > 0)
            check_quote (self, key, relation->line, relation->line + 4, relation->quote,
                         document->pointer, "relations");
        }
      if (document->document->commencement_quote != NULL)
        check_quote (self, key, document->commencement_line, document->commencement_line,
                     document->document->commencement_quote, document->pointer,
                     "commencement/quote");
      if (document->document->end_quote != NULL)
        check_quote (self, key, document->end_line, document->end_line,
                     document->document->end_quote, document->pointer, "end/quote");
    }
  for (guint i = 0; i < self->pack_occupations->len &&
                    jg_pack_set_step (self, i, 2 * self->pack_occupations->len);
       i++)
    check_occupation_quotes (self, g_ptr_array_index (self->pack_occupations, i));
  for (guint i = 0; i < self->operations->len; i++)
    {
      const JgOperation *operation = g_ptr_array_index (self->operations, i);

      check_quote (self, operation->document, operation->line, operation->line, operation->quote,
                   operation->pointer, "quote");
    }
  for (guint i = 0; i < self->packs->len; i++)
    {
      const JgPack *pack = g_ptr_array_index (self->packs, i);

      if (!jg_pack_set_step (self, self->packs->len + i, 2 * self->packs->len))
        return;
      for (guint k = 0; k < pack->measures->len; k++)
        {
          const JgPackMeasure *row = g_ptr_array_index (pack->measures, k);
          const JgMeasure *measure = row->measure;

          check_quote (self, measure->document, measure->line, measure->line_to, measure->quote,
                       row->pointer, "quote");
          check_quote (self, measure->document, measure->line, measure->line_to, measure->amount,
                       row->pointer, "amount");
          if (measure->validity_quote != NULL && measure->validity_line > 0)
            check_quote (self, measure->document, measure->validity_line, measure->validity_line,
                         measure->validity_quote, row->pointer, "validity/quote");
        }
    }
}
