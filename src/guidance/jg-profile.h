/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define JG_PROFILE_ERROR (jg_profile_error_quark ())
#define JG_PROFILE_MAX_AGE 120
#define JG_PROFILE_MAX_ALIAS 100 /* characters */
#define JG_PROFILE_MAX_WORDS 2000
#define JG_PROFILE_MAX_SKILL 200
#define JG_PROFILE_MAX_SKILLS 200

typedef enum
{
  JG_PROFILE_ERROR_READ, /* the file cannot be read */
  JG_PROFILE_ERROR_INVALID, /* the content is not a profile; the message names file, JSON pointer and what to write */
} JgProfileError;

GQuark jg_profile_error_quark (void);

typedef enum
{
  JG_FACT_ABSENT,  /* not yet asked */
  JG_FACT_UNKNOWN, /* asked and not known (null); never asked again */
  JG_FACT_BOOLEAN,
  JG_FACT_NUMBER,
  JG_FACT_STRING, /* a date or a code */
} JgFactState;

typedef struct
{
  JgFactState state;
  gboolean boolean;
  double number;
  char *string;
} JgFactValue;

typedef enum
{
  JG_PLACE_HOUSEHOLD,
  JG_PLACE_RESIDENCE,
  JG_PLACE_WORK,
  JG_PLACE_INSURED,
  JG_PLACE_TRAINING,
  JG_PLACE_SCHOOL,
  JG_PLACE_BUSINESS,
  JG_N_PLACES
} JgPlace;

/* A jobseeker's answers (jobguide-profile/1). Nothing in it is required; strings are NULL when not given. */
#define JG_TYPE_PROFILE (jg_profile_get_type ())
G_DECLARE_FINAL_TYPE (JgProfile, jg_profile, JG, PROFILE, GObject)

JgProfile *jg_profile_new (void);
JgProfile *jg_profile_new_from_file (const char *path, GError **error);
JgProfile *
jg_profile_new_from_data (const char *data, gssize length, const char *name, GError **error);
char *jg_profile_to_data (JgProfile *self);

const char *jg_profile_get_alias (JgProfile *self);
void jg_profile_set_alias (JgProfile *self, const char *alias);
const char *jg_profile_get_sex (JgProfile *self); /* male, female, NULL */
void jg_profile_set_sex (JgProfile *self, const char *sex);
const char *jg_profile_get_birth (JgProfile *self); /* YYYY-MM-DD, YYYY-MM, YYYY, NULL */
void jg_profile_set_birth (JgProfile *self, const char *birth);
int jg_profile_get_age (JgProfile *self); /* as given; -1 when not */
void jg_profile_set_age (JgProfile *self, int age);
gboolean jg_profile_get_age_at (JgProfile *self, const char *as_of, int *age_min, int *age_max);
const char *jg_profile_get_education (JgProfile *self);
void jg_profile_set_education (JgProfile *self, const char *education);
const char *jg_profile_get_place (JgProfile *self, JgPlace place);
void jg_profile_set_place (JgProfile *self, JgPlace place, const char *code);
const char *jg_profile_get_experience (JgProfile *self);
void jg_profile_set_experience (JgProfile *self, const char *experience);
const char *jg_profile_get_wish (JgProfile *self);
void jg_profile_set_wish (JgProfile *self, const char *wish);
const char *const *jg_profile_get_skills (JgProfile *self);
void jg_profile_set_skills (JgProfile *self, const char *const *skills);
const char *const *jg_profile_get_wants (JgProfile *self);
gboolean jg_profile_wants (JgProfile *self, const char *what);
void jg_profile_set_wants (JgProfile *self, const char *what, gboolean wanted);
const JgFactValue *jg_profile_get_fact (JgProfile *self, const char *key); /* never NULL */
void jg_profile_set_fact_absent (JgProfile *self, const char *key);
void jg_profile_set_fact_unknown (JgProfile *self, const char *key);
void jg_profile_set_fact_boolean (JgProfile *self, const char *key, gboolean value);
void jg_profile_set_fact_number (JgProfile *self, const char *key, double value);
void jg_profile_set_fact_string (JgProfile *self, const char *key, const char *value);
GPtrArray *jg_profile_list_facts (
    JgProfile *self); /* (element-type utf8) (transfer full), sorted keys that are not absent */

gboolean jg_profile_read_date (const char *text, GDate *first, GDate *last);
gboolean jg_profile_birth_is_valid (const char *birth); /* a day, month or year that can be */
gboolean jg_place_code_is_valid (const char *code);     /* six digits of GB/T 2260 */
const char *const *jg_place_nicks (void);
const char *const *jg_education_nicks (void); /* lowest first */
const char *const *jg_wants_nicks (void);
const char *jg_place_nick (JgPlace place);
const char *jg_place_label (JgPlace place); /* 户籍地 … */
const char *jg_education_label (const char *education);
int jg_education_rank (const char *education); /* -1 when not one */
const char *jg_wants_label (const char *wants);

G_END_DECLS
