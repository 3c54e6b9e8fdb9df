/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Suggests which tasks a module teaches, sentence against sentence, as related occupations are found. The trainer decides:
 * what was accepted or refused is not suggested again, and nothing that is only suggested counts as taught. */

#include "jg-course-suggest.h"

#include <string.h>

/**
 * jg_course_suggestion_free:
 * @self: (nullable) (transfer full): a suggestion
 *
 * Frees a suggestion.
 */
void
jg_course_suggestion_free (JgCourseSuggestion *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->text);
  g_ptr_array_unref (self->shared);
  g_free (self);
}

static void
sentence_free (JgMatchSentence *self)
{
  jg_match_text_free (self->text);
  g_free (self);
}

static void
add_sentence (GPtrArray *sentences, GPtrArray *texts, char *words)
{
  JgMatchSentence *sentence;

  g_strstrip (words);
  if (*words == '\0')
    {
      g_free (words);
      return;
    }
  g_ptr_array_add (texts, words);
  sentence = g_new0 (JgMatchSentence, 1);
  sentence->printed = words;
  sentence->text = jg_match_text_new (words);
  g_ptr_array_add (sentences, sentence);
}

/* The name of a module and the sentences of its content. */
static void
cut_module (const JgCourseModule *module, GPtrArray *sentences, GPtrArray *texts)
{
  const char *start = module->content != NULL ? module->content : "";
  const char *p;

  add_sentence (sentences, texts, g_strdup (module->name));
  for (p = start; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_strchr ("。；;\n！？", -1, g_utf8_get_char (p)) != NULL)
      {
        add_sentence (sentences, texts, g_strndup (start, (gsize) (p - start)));
        start = g_utf8_next_char (p);
      }
  add_sentence (sentences, texts, g_strdup (start));
}

/* In how many of the tasks a word stands. */
static guint
count_tasks (const JgMatchSentence *const *tasks, guint n_tasks, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < n_tasks; i++)
    n += strstr (tasks[i]->printed, words) != NULL;
  return n;
}

/* What stands in most tasks of the occupation tells none of them apart. */
static int
drop_common (GPtrArray *shared, const JgMatchSentence *const *tasks, guint n_tasks)
{
  int strength = 0;

  for (guint i = shared->len; i > 0; i--)
    {
      const JgSharedWords *words = g_ptr_array_index (shared, i - 1);

      if (n_tasks >= 3 && count_tasks (tasks, n_tasks, words->words) * 2 > n_tasks)
        g_ptr_array_remove_index (shared, i - 1);
      else
        strength += jg_shared_words_get_strength (words);
    }
  return strength;
}

/* The sentence of the module that says most for the task. */
static JgCourseSuggestion *
suggest_task (JgSharedWordsFinder *finder,
              GPtrArray *sentences,
              const JgMatchSentence *const *tasks,
              guint n_tasks,
              guint task)
{
  JgCourseSuggestion *best = NULL;
  guint best_common = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const JgMatchSentence *sentence = g_ptr_array_index (sentences, i);
      int strength;
      guint common;
      GPtrArray *shared = jg_shared_words_find (finder, sentence, tasks[task], &strength, &common);

      strength = drop_common (shared, tasks, n_tasks);
      if (strength == 0 ||
          (best != NULL &&
           (strength < best->strength || (strength == best->strength && common <= best_common))))
        {
          g_ptr_array_unref (shared);
          continue;
        }
      jg_course_suggestion_free (best);
      best = g_new0 (JgCourseSuggestion, 1);
      best->from = g_strdup (sentence->printed);
      best->text = g_strdup (tasks[task]->printed);
      best->task = task;
      best->shared = shared;
      best->strength = strength;
      best_common = common;
    }
  return best;
}

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const JgCourseSuggestion *x = *(const JgCourseSuggestion *const *) a;
  const JgCourseSuggestion *y = *(const JgCourseSuggestion *const *) b;

  if (x->module != y->module)
    return x->module < y->module ? -1 : 1;
  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  return x->task < y->task ? -1 : x->task > y->task;
}

/**
 * jg_course_suggest:
 * @catalogue: a catalogue
 * @coverage: the coverage of a course
 *
 * Suggests tasks to the modules of a course, by words that tell something and stand in both texts. What the trainer has
 * decided on is left out.
 *
 * Returns: (transfer full) (element-type JgCourseSuggestion): the suggestions, module by module, in each the strongest first
 */
GPtrArray *
jg_course_suggest (JgCatalogue *catalogue, const JgCourseCoverage *coverage)
{
  const JgMatchIndex *index;
  g_autoptr (JgSharedWordsFinder) finder = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  const JgMatchSentence *const *tasks;
  GPtrArray *suggestions;
  guint position, n_tasks;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (coverage != NULL, NULL);

  suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_suggestion_free);
  index = jg_match_index_get (catalogue);
  if (!jg_match_index_find (index, coverage->occupation->id, &position))
    return suggestions;
  finder = jg_shared_words_finder_new (index);
  tasks = jg_shared_words_finder_get_tasks (finder, position, &n_tasks);
  /* The finder knows sentences by where they are: they stay as long as it does. */
  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint module = 0; module < coverage->n_modules; module++)
    {
      GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
      GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) sentence_free);

      g_ptr_array_add (kept, texts);
      g_ptr_array_add (kept, sentences);
      cut_module (g_ptr_array_index (coverage->course->modules, module), sentences, texts);
      for (guint task = 0; task < MIN (n_tasks, coverage->n_tasks); task++)
        {
          const JgCourseCell *cell = jg_course_coverage_get_cell (coverage, module, task);
          JgCourseSuggestion *suggestion = NULL;

          if (!cell->accepted && !cell->refused)
            suggestion = suggest_task (finder, sentences, tasks, n_tasks, task);
          if (suggestion == NULL)
            continue;
          suggestion->module = module;
          g_ptr_array_add (suggestions, suggestion);
        }
    }
  g_ptr_array_sort (suggestions, compare_suggestions);
  return suggestions;
}
