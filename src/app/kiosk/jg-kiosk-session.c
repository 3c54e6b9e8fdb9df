/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-session.h"

#include <string.h>
#include <sys/socket.h>

#include <glib-unix.h>

struct _JgKioskSession
{
  GObject parent_instance;

  JgCatalogue *catalogue;
  JgSearch *search; /* NULL until somebody searches */
  JgProfile *profile;
  JgKioskQuiz *quiz; /* NULL until somebody begins with it */
  guint n_answers;
  guint n_prints; /* begun */
  const JgKioskConfig *config;
  char *as_of;
  int link;
  guint link_source;
};

enum
{
  ANSWERED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JgKioskSession, jg_kiosk_session, G_TYPE_OBJECT)

/* One answer is short enough to come whole. */
static gboolean
link_cb (int fd, GIOCondition condition, gpointer user_data)
{
  JgKioskSession *self = user_data;
  char line[64];
  ssize_t length = recv (fd, line, sizeof line - 1, MSG_DONTWAIT);
  guint seconds = 0;

  if (length <= 0)
    {
      self->link_source = 0;
      return G_SOURCE_REMOVE;
    }
  line[length] = '\0';
  if (strchr (line, ' ') != NULL)
    seconds = (guint) g_ascii_strtoull (strchr (line, ' '), NULL, 10);
  g_signal_emit (self, signals[REFUSED], 0, seconds);
  return G_SOURCE_CONTINUE;
}

static void
jg_kiosk_session_dispose (GObject *object)
{
  JgKioskSession *self = JG_KIOSK_SESSION (object);

  g_clear_handle_id (&self->link_source, g_source_remove);
  g_clear_object (&self->search);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->quiz, jg_kiosk_quiz_free);
  g_clear_pointer (&self->as_of, g_free);

  G_OBJECT_CLASS (jg_kiosk_session_parent_class)->dispose (object);
}

static void
jg_kiosk_session_class_init (JgKioskSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_kiosk_session_dispose;

  /**
   * JgKioskSession::answered:
   *
   * A question was answered; what is decided by it may be another.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * JgKioskSession::refused:
   * @seconds: before the next try counts
   *
   * The passphrase that was to end the kiosk is not the right one.
   */
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
jg_kiosk_session_init (JgKioskSession *self)
{
  self->profile = jg_profile_new ();
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%F");
}

/**
 * jg_kiosk_session_new:
 * @catalogue: the catalogue
 * @config: what the administrator set; must outlive the session
 * @as_of: (nullable): the date to judge as of; today when %NULL
 * @link: socket to the process that watches over this one
 *
 * Makes the session of one person.
 *
 * Returns: (transfer full): the session
 */
JgKioskSession *
jg_kiosk_session_new (JgCatalogue *catalogue,
                      const JgKioskConfig *config,
                      const char *as_of,
                      int link)
{
  JgKioskSession *self;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (config != NULL, NULL);

  self = g_object_new (JG_TYPE_KIOSK_SESSION, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->config = config;
  self->as_of = as_of != NULL ? g_strdup (as_of) : dup_today ();
  self->link = link;
  self->link_source = g_unix_fd_add (link, G_IO_IN | G_IO_HUP, link_cb, self);
  return self;
}

/**
 * jg_kiosk_session_get_catalogue:
 * @self: a session
 *
 * Returns: (transfer none): the catalogue
 */
JgCatalogue *
jg_kiosk_session_get_catalogue (JgKioskSession *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), NULL);

  return self->catalogue;
}

/**
 * jg_kiosk_session_get_search:
 * @self: a session
 *
 * Returns: (transfer none): the search in the catalogue
 */
JgSearch *
jg_kiosk_session_get_search (JgKioskSession *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), NULL);

  if (self->search == NULL)
    self->search = jg_search_new (self->catalogue);
  return self->search;
}

/**
 * jg_kiosk_session_get_profile:
 * @self: a session
 *
 * Returns: (transfer none): what the person answered
 */
JgProfile *
jg_kiosk_session_get_profile (JgKioskSession *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), NULL);

  return self->profile;
}

/**
 * jg_kiosk_session_has_answers:
 * @self: a session
 *
 * Returns: whether the person answered anything that a measure may depend on
 */
gboolean
jg_kiosk_session_has_answers (JgKioskSession *self)
{
  g_autoptr (GPtrArray) facts = NULL;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), FALSE);

  facts = jg_profile_list_facts (self->profile);
  return facts->len > 0 || jg_profile_get_age (self->profile) >= 0 ||
         jg_profile_get_place (self->profile, JG_PLACE_RESIDENCE) != NULL;
}

/**
 * jg_kiosk_session_get_n_answers:
 * @self: a session
 *
 * Returns: how often something was answered; another number means that something may be decided otherwise
 */
guint
jg_kiosk_session_get_n_answers (JgKioskSession *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), 0);

  return self->n_answers;
}

static void
note_answer (JgKioskSession *self)
{
  self->n_answers++;
  g_signal_emit (self, signals[ANSWERED], 0);
}

/**
 * jg_kiosk_session_answer:
 * @self: a session
 * @key: key of a #JgQuestion
 * @answer: what was said
 * @text: (nullable): the words of %JG_ANSWER_TEXT
 *
 * Keeps an answer in memory.
 *
 * Returns: %FALSE when @text is no answer to the question
 */
gboolean
jg_kiosk_session_answer (JgKioskSession *self, const char *key, JgAnswer answer, const char *text)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), FALSE);

  if (!jg_profile_answer (self->profile, self->catalogue, key, answer, text))
    return FALSE;
  note_answer (self);
  return TRUE;
}

/**
 * jg_kiosk_session_answer_place:
 * @self: a session
 * @key: “place:” and a place of the profile
 * @code: (nullable): its code, or %NULL when the person does not say
 *
 * Keeps a place in memory.
 */
void
jg_kiosk_session_answer_place (JgKioskSession *self, const char *key, const char *code)
{
  g_return_if_fail (JG_IS_KIOSK_SESSION (self));
  g_return_if_fail (key != NULL && g_str_has_prefix (key, "place:"));

  if (code == NULL)
    jg_profile_set_fact_unknown (self->profile, key);
  for (int place = 0; place < JG_N_PLACES; place++)
    if (g_str_equal (key + strlen ("place:"), jg_place_nick ((JgPlace) place)))
      jg_profile_set_place (self->profile, (JgPlace) place, code);
  note_answer (self);
}

/**
 * jg_kiosk_session_get_quiz:
 * @self: a session
 *
 * Returns: (transfer none): the questions of what somebody can do, with what was answered
 */
JgKioskQuiz *
jg_kiosk_session_get_quiz (JgKioskSession *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), NULL);

  if (self->quiz == NULL)
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (
          "/com/example/JobGuide/kiosk/kiosk-quiz.tsv", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      self->quiz =
          jg_kiosk_quiz_new (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }
  return self->quiz;
}

/**
 * jg_kiosk_session_get_config:
 * @self: a session
 *
 * Returns: (transfer none): what the administrator set
 */
const JgKioskConfig *
jg_kiosk_session_get_config (JgKioskSession *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), NULL);

  return self->config;
}

/**
 * jg_kiosk_session_get_as_of:
 * @self: a session
 *
 * Returns: (transfer none): the date everything is judged as of, YYYY-MM-DD
 */
const char *
jg_kiosk_session_get_as_of (JgKioskSession *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), NULL);

  return self->as_of;
}

static void
tell (JgKioskSession *self, const char *line)
{
  if (send (self->link, line, strlen (line), MSG_NOSIGNAL) < 0)
    g_debug ("Nobody watches over this session");
}

/**
 * jg_kiosk_session_count:
 * @self: a session
 * @counter: what happened
 *
 * Has it counted; what was searched or printed is not told.
 */
void
jg_kiosk_session_count (JgKioskSession *self, JgKioskCounter counter)
{
  g_autofree char *line = NULL;

  g_return_if_fail (JG_IS_KIOSK_SESSION (self));

  line = g_strdup_printf ("count %s\n", jg_kiosk_counter_nick (counter));
  tell (self, line);
}

/**
 * jg_kiosk_session_may_print:
 * @self: a session
 *
 * Takes one of the prints that a person has.
 *
 * Returns: whether one was left
 */
gboolean
jg_kiosk_session_may_print (JgKioskSession *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_SESSION (self), FALSE);

  if (self->n_prints >= self->config->max_prints)
    return FALSE;
  self->n_prints++;
  return TRUE;
}

/**
 * jg_kiosk_session_leave:
 * @self: a session
 * @passphrase: what was entered
 *
 * Asks for the end of the kiosk. The right passphrase ends the process; otherwise “refused” is emitted.
 */
void
jg_kiosk_session_leave (JgKioskSession *self, const char *passphrase)
{
  g_autofree char *line = NULL;

  g_return_if_fail (JG_IS_KIOSK_SESSION (self));
  g_return_if_fail (passphrase != NULL);

  line = g_strdup_printf ("leave %s\n", passphrase);
  tell (self, line);
  memset (line, 0, strlen (line));
}
