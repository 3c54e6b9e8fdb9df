/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-profile.h"

#include <math.h>
#include <string.h>

#include "jg-text-forbidden.h"
#include "jg-text-wipe.h"

struct _JgProfile
{
  GObject parent_instance;

  char *alias;
  char *sex;
  char *birth;
  int age;
  char *education;
  char *places[JG_N_PLACES];
  char *experience;
  char *wish;
  char **skills;
  GPtrArray *wants; /* (element-type utf8), NULL-terminated */
  GHashTable *facts;
};

G_DEFINE_FINAL_TYPE (JgProfile, jg_profile, G_TYPE_OBJECT)

G_DEFINE_QUARK (jg - profile - error - quark, jg_profile_error)

static const JgFactValue absent_fact = { .state = JG_FACT_ABSENT };

static void
fact_value_free (gpointer data)
{
  JgFactValue *value = data;

  jg_text_wipe_free (value->string);
  g_free (value);
}

/* An empty answer is no answer. */
static void
take_text (char **field, const char *text)
{
  char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  jg_text_wipe_free (*field);
  *field = copy;
}

/* What was typed or pasted, as far as a file of ours takes it. */
static void
take_words (char **field, const char *text, guint max)
{
  jg_text_wipe_free (*field);
  *field = jg_text_dup_tidy (text, max);
}

static void
jg_profile_finalize (GObject *object)
{
  JgProfile *self = JG_PROFILE (object);

  jg_text_wipe_free (self->alias);
  jg_text_wipe_free (self->sex);
  jg_text_wipe_free (self->birth);
  jg_text_wipe_free (self->education);
  for (guint i = 0; i < JG_N_PLACES; i++)
    jg_text_wipe_free (self->places[i]);
  jg_text_wipe_free (self->experience);
  jg_text_wipe_free (self->wish);
  jg_text_wipe_strv (self->skills);
  g_ptr_array_unref (self->wants);
  g_hash_table_unref (self->facts);

  G_OBJECT_CLASS (jg_profile_parent_class)->finalize (object);
}

static void
jg_profile_class_init (JgProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_profile_finalize;
}

static void
jg_profile_init (JgProfile *self)
{
  self->age = -1;
  self->skills = g_new0 (char *, 1);
  self->wants = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->wants, NULL);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, fact_value_free);
}

/**
 * jg_profile_new:
 *
 * Makes a profile in which nothing has been answered.
 *
 * Returns: (transfer full): the profile
 */
JgProfile *
jg_profile_new (void)
{
  return g_object_new (JG_TYPE_PROFILE, NULL);
}

/**
 * jg_profile_get_alias:
 *
 * Gets what the jobseeker is called on the sheet; never needs to be a real name.
 *
 * Returns: (transfer none) (nullable): the alias
 */
const char *
jg_profile_get_alias (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  return self->alias;
}

/**
 * jg_profile_set_alias:
 * @alias: (nullable): the alias; empty is the same as %NULL
 *
 * Sets what the jobseeker is called on the sheet. Signs nobody sees are left out, and what is longer than
 * %JG_PROFILE_MAX_ALIAS characters is cut: what is set can always be written and read again.
 */
void
jg_profile_set_alias (JgProfile *self, const char *alias)
{
  g_return_if_fail (JG_IS_PROFILE (self));

  take_words (&self->alias, alias, JG_PROFILE_MAX_ALIAS);
}

/**
 * jg_profile_get_sex:
 *
 * Gets the sex.
 *
 * Returns: (transfer none) (nullable): male or female
 */
const char *
jg_profile_get_sex (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  return self->sex;
}

/**
 * jg_profile_set_sex:
 * @sex: (nullable): male, female, or %NULL when not given
 *
 * Sets the sex.
 */
void
jg_profile_set_sex (JgProfile *self, const char *sex)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (sex == NULL || g_str_equal (sex, "male") || g_str_equal (sex, "female"));

  take_text (&self->sex, sex);
}

/**
 * jg_profile_get_birth:
 *
 * Gets the date of birth as it was given.
 *
 * Returns: (transfer none) (nullable): YYYY-MM-DD, YYYY-MM or YYYY
 */
const char *
jg_profile_get_birth (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  return self->birth;
}

/**
 * jg_profile_set_birth:
 * @birth: (nullable): a date that passes jg_profile_birth_is_valid()
 *
 * Sets the date of birth and forgets a stated age: the two are never kept together.
 */
void
jg_profile_set_birth (JgProfile *self, const char *birth)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (birth == NULL || jg_profile_birth_is_valid (birth));

  take_text (&self->birth, birth);
  if (self->birth != NULL)
    self->age = -1;
}

/**
 * jg_profile_get_age:
 *
 * Gets the age as it was stated, in full years at the as-of date.
 *
 * Returns: the age, or -1 when none was stated
 */
int
jg_profile_get_age (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), -1);

  return self->age;
}

/**
 * jg_profile_set_age:
 * @age: full years, 0 to %JG_PROFILE_MAX_AGE, or -1 when not given
 *
 * Sets the stated age and forgets a date of birth: the two are never kept together.
 */
void
jg_profile_set_age (JgProfile *self, int age)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (age >= -1 && age <= JG_PROFILE_MAX_AGE);

  self->age = age;
  if (age >= 0)
    g_clear_pointer (&self->birth, jg_text_wipe_free);
}

/**
 * jg_profile_get_education:
 *
 * Gets the level of education (GB/T 4658 in words).
 *
 * Returns: (transfer none) (nullable): the level's nick
 */
const char *
jg_profile_get_education (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  return self->education;
}

/**
 * jg_profile_set_education:
 * @education: (nullable): a nick that jg_education_rank() knows
 *
 * Sets the level of education.
 */
void
jg_profile_set_education (JgProfile *self, const char *education)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (education == NULL || jg_education_rank (education) >= 0);

  take_text (&self->education, education);
}

/**
 * jg_profile_get_place:
 *
 * Gets one of the jobseeker's places.
 *
 * Returns: (transfer none) (nullable): six digits of GB/T 2260
 */
const char *
jg_profile_get_place (JgProfile *self, JgPlace place)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);
  g_return_val_if_fail ((guint) place < JG_N_PLACES, NULL);

  return self->places[place];
}

/**
 * jg_profile_set_place:
 * @code: (nullable): a code that passes jg_place_code_is_valid()
 *
 * Sets one of the jobseeker's places.
 */
void
jg_profile_set_place (JgProfile *self, JgPlace place, const char *code)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail ((guint) place < JG_N_PLACES);
  g_return_if_fail (code == NULL || jg_place_code_is_valid (code));

  take_text (&self->places[place], code);
}

/**
 * jg_profile_get_experience:
 *
 * Gets what the jobseeker has worked as, in free words.
 *
 * Returns: (transfer none) (nullable): the words
 */
const char *
jg_profile_get_experience (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  return self->experience;
}

/**
 * jg_profile_set_experience:
 * @experience: (nullable): free words; empty is the same as %NULL
 *
 * Sets what the jobseeker has worked as, tidied as the alias is, up to %JG_PROFILE_MAX_WORDS characters.
 */
void
jg_profile_set_experience (JgProfile *self, const char *experience)
{
  g_return_if_fail (JG_IS_PROFILE (self));

  take_words (&self->experience, experience, JG_PROFILE_MAX_WORDS);
}

/**
 * jg_profile_get_wish:
 *
 * Gets what the jobseeker would like to do, in free words.
 *
 * Returns: (transfer none) (nullable): the words
 */
const char *
jg_profile_get_wish (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  return self->wish;
}

/**
 * jg_profile_set_wish:
 * @wish: (nullable): free words; empty is the same as %NULL
 *
 * Sets what the jobseeker would like to do, tidied as the alias is, up to %JG_PROFILE_MAX_WORDS characters.
 */
void
jg_profile_set_wish (JgProfile *self, const char *wish)
{
  g_return_if_fail (JG_IS_PROFILE (self));

  take_words (&self->wish, wish, JG_PROFILE_MAX_WORDS);
}

/**
 * jg_profile_get_skills:
 *
 * Gets what the jobseeker can do.
 *
 * Returns: (transfer none) (array zero-terminated=1): free words, one skill a string; never %NULL
 */
const char *const *
jg_profile_get_skills (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  return (const char *const *) self->skills;
}

/**
 * jg_profile_set_skills:
 * @skills: (nullable) (array zero-terminated=1): free words; empty strings are dropped
 *
 * Sets what the jobseeker can do, at most %JG_PROFILE_MAX_SKILLS skills, each tidied as the alias is.
 */
void
jg_profile_set_skills (JgProfile *self, const char *const *skills)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  g_return_if_fail (JG_IS_PROFILE (self));

  for (gsize i = 0; skills != NULL && skills[i] != NULL && n < JG_PROFILE_MAX_SKILLS; i++)
    {
      g_autofree char *skill = jg_text_dup_tidy (skills[i], JG_PROFILE_MAX_SKILL);

      if (skill == NULL)
        continue;
      g_strv_builder_add (builder, skill);
      n++;
    }
  jg_text_wipe_strv (self->skills);
  self->skills = g_strv_builder_end (builder);
}

/**
 * jg_profile_get_wants:
 *
 * Gets what the jobseeker wants to take up, in the order of the vocabulary.
 *
 * Returns: (transfer none) (array zero-terminated=1): nicks; never %NULL
 */
const char *const *
jg_profile_get_wants (JgProfile *self)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  return (const char *const *) self->wants->pdata;
}

/**
 * jg_profile_wants:
 * @what: a nick, e.g. training
 *
 * Tells whether the jobseeker wants to take something up.
 *
 * Returns: %TRUE when wanted
 */
gboolean
jg_profile_wants (JgProfile *self, const char *what)
{
  g_return_val_if_fail (JG_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->wants->pdata, what);
}

/**
 * jg_profile_set_wants:
 * @what: a nick that jg_wants_label() knows
 * @wanted: whether it is wanted
 *
 * Records or withdraws one thing that the jobseeker wants to take up.
 */
void
jg_profile_set_wants (JgProfile *self, const char *what, gboolean wanted)
{
  g_autoptr (GPtrArray) wants = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (what != NULL && jg_wants_label (what) != NULL);

  /* Rebuilt in the order of the vocabulary, so that the written file does not depend on the order of clicks. */
  for (gsize i = 0; jg_wants_nicks ()[i] != NULL; i++)
    {
      const char *nick = jg_wants_nicks ()[i];

      if (g_str_equal (nick, what) ? wanted : jg_profile_wants (self, nick))
        g_ptr_array_add (wants, g_strdup (nick));
    }
  g_ptr_array_add (wants, NULL);
  g_ptr_array_unref (self->wants);
  self->wants = g_steal_pointer (&wants);
}

/**
 * jg_profile_get_fact:
 * @key: a fact key, known to the vocabulary or not
 *
 * Gets the answer about one fact.
 *
 * Returns: (transfer none): the answer; its state is %JG_FACT_ABSENT when it was not asked
 */
const JgFactValue *
jg_profile_get_fact (JgProfile *self, const char *key)
{
  const JgFactValue *value;

  g_return_val_if_fail (JG_IS_PROFILE (self), &absent_fact);
  g_return_val_if_fail (key != NULL, &absent_fact);

  value = g_hash_table_lookup (self->facts, key);
  return value != NULL ? value : &absent_fact;
}

static JgFactValue *
put_fact (JgProfile *self, const char *key, JgFactState state)
{
  JgFactValue *value = g_new0 (JgFactValue, 1);

  value->state = state;
  g_hash_table_replace (self->facts, g_strdup (key), value);
  return value;
}

/**
 * jg_profile_set_fact_absent:
 * @key: a fact key
 *
 * Makes a fact not yet asked.
 */
void
jg_profile_set_fact_absent (JgProfile *self, const char *key)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (key != NULL);

  g_hash_table_remove (self->facts, key);
}

/**
 * jg_profile_set_fact_unknown:
 * @key: a fact key
 *
 * Records that a fact was asked and is not known, so that it is never asked again.
 */
void
jg_profile_set_fact_unknown (JgProfile *self, const char *key)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (key != NULL);

  put_fact (self, key, JG_FACT_UNKNOWN);
}

/**
 * jg_profile_set_fact_boolean:
 * @key: a fact key
 * @value: yes or no
 *
 * Records a yes or a no.
 */
void
jg_profile_set_fact_boolean (JgProfile *self, const char *key, gboolean value)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (key != NULL);

  put_fact (self, key, JG_FACT_BOOLEAN)->boolean = !!value;
}

/**
 * jg_profile_set_fact_number:
 * @key: a fact key
 * @value: a finite number in the unit of the fact
 *
 * Records a number.
 */
void
jg_profile_set_fact_number (JgProfile *self, const char *key, double value)
{
  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (isfinite (value));

  put_fact (self, key, JG_FACT_NUMBER)->number = value;
}

/**
 * jg_profile_set_fact_string:
 * @key: a fact key
 * @value: a date or a code
 *
 * Records a date or a code, tidied as the alias is; when nothing is left of it the fact is not yet asked.
 */
void
jg_profile_set_fact_string (JgProfile *self, const char *key, const char *value)
{
  g_autofree char *tidy = NULL;

  g_return_if_fail (JG_IS_PROFILE (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (value != NULL);

  tidy = jg_text_dup_tidy (value, JG_PROFILE_MAX_WORDS);
  if (tidy == NULL)
    g_hash_table_remove (self->facts, key);
  else
    put_fact (self, key, JG_FACT_STRING)->string = g_steal_pointer (&tidy);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * jg_profile_list_facts:
 *
 * Lists the facts that were asked, in the order of their keys.
 *
 * Returns: (transfer full) (element-type utf8): the keys
 */
GPtrArray *
jg_profile_list_facts (JgProfile *self)
{
  GPtrArray *keys;
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (JG_IS_PROFILE (self), NULL);

  keys = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}
