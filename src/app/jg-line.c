/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line.h"

struct _JgLine
{
  GObject parent_instance;

  JgLineKind kind;
  char *id;
  char *title;
  char *subtitle;
  char *badge;
  int title_start, title_end;
  int subtitle_start, subtitle_end;
  char *action; /* or NULL */
  GVariant *target;
  gboolean current;
  char *check; /* what a tick on the line means; NULL without a box to tick */
  char *check_tip;
  gboolean checked;
};

G_DEFINE_FINAL_TYPE (JgLine, jg_line, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CURRENT,
  PROP_CHECKED,
  LAST_PROP,
};

static GParamSpec *props[LAST_PROP];

static void
jg_line_finalize (GObject *object)
{
  JgLine *self = JG_LINE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->badge);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self->check);
  g_free (self->check_tip);

  G_OBJECT_CLASS (jg_line_parent_class)->finalize (object);
}

static void
jg_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CURRENT)
    g_value_set_boolean (value, JG_LINE (object)->current);
  else if (prop_id == PROP_CHECKED)
    g_value_set_boolean (value, JG_LINE (object)->checked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
jg_line_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CURRENT)
    jg_line_set_current (JG_LINE (object), g_value_get_boolean (value));
  else if (prop_id == PROP_CHECKED)
    jg_line_set_checked (JG_LINE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
jg_line_class_init (JgLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jg_line_finalize;
  object_class->get_property = jg_line_get_property;
  object_class->set_property = jg_line_set_property;

  props[PROP_CURRENT] =
      g_param_spec_boolean ("current", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_CHECKED] =
      g_param_spec_boolean ("checked", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, LAST_PROP, props);
}

static void
jg_line_init (JgLine *self)
{
  self->title_start = self->title_end = -1;
  self->subtitle_start = self->subtitle_end = -1;
}

/**
 * jg_line_new:
 * @kind: what the line is
 * @id: (nullable): what it stands for
 * @title: first line
 * @subtitle: (nullable): second line
 * @badge: (nullable): short text at the end
 *
 * Makes a line of a list.
 *
 * Returns: (transfer full): the line
 */
JgLine *
jg_line_new (JgLineKind kind,
             const char *id,
             const char *title,
             const char *subtitle,
             const char *badge)
{
  JgLine *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (JG_TYPE_LINE, NULL);
  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->badge = g_strdup (badge);
  return self;
}

/**
 * jg_line_get_kind:
 * @self: a line
 *
 * Gets what the line is.
 *
 * Returns: the kind
 */
JgLineKind
jg_line_get_kind (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), JG_LINE_ITEM);

  return self->kind;
}

/**
 * jg_line_get_id:
 * @self: a line
 *
 * Gets what the line stands for.
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *
jg_line_get_id (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), NULL);

  return self->id;
}

/**
 * jg_line_get_title:
 * @self: a line
 *
 * Gets the first line.
 *
 * Returns: (transfer none): the title
 */
const char *
jg_line_get_title (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), NULL);

  return self->title;
}

/**
 * jg_line_get_subtitle:
 * @self: a line
 *
 * Gets the second line.
 *
 * Returns: (transfer none) (nullable): the subtitle
 */
const char *
jg_line_get_subtitle (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), NULL);

  return self->subtitle;
}

/**
 * jg_line_get_badge:
 * @self: a line
 *
 * Gets the short text at the end.
 *
 * Returns: (transfer none) (nullable): the badge
 */
const char *
jg_line_get_badge (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), NULL);

  return self->badge;
}

/**
 * jg_line_mark_title:
 * @self: a line
 * @start: first byte of the hit, or -1 for none
 * @end: byte after it
 *
 * Marks the words of the title that were searched for.
 */
void
jg_line_mark_title (JgLine *self, int start, int end)
{
  g_return_if_fail (JG_IS_LINE (self));

  self->title_start = start;
  self->title_end = end;
}

/**
 * jg_line_mark_subtitle:
 * @self: a line
 * @start: first byte of the hit, or -1 for none
 * @end: byte after it
 *
 * Marks the words of the subtitle that were searched for.
 */
void
jg_line_mark_subtitle (JgLine *self, int start, int end)
{
  g_return_if_fail (JG_IS_LINE (self));

  self->subtitle_start = start;
  self->subtitle_end = end;
}

/**
 * jg_line_get_title_mark:
 * @self: a line
 * @start: (out): first byte
 * @end: (out): byte after the last
 *
 * Gets the marked words of the title.
 *
 * Returns: %FALSE when nothing is marked
 */
gboolean
jg_line_get_title_mark (JgLine *self, guint *start, guint *end)
{
  g_return_val_if_fail (JG_IS_LINE (self), FALSE);

  *start = (guint) MAX (self->title_start, 0);
  *end = (guint) MAX (self->title_end, 0);
  return self->title_start >= 0 && self->title_end > self->title_start;
}

/**
 * jg_line_get_subtitle_mark:
 * @self: a line
 * @start: (out): first byte
 * @end: (out): byte after the last
 *
 * Gets the marked words of the subtitle.
 *
 * Returns: %FALSE when nothing is marked
 */
gboolean
jg_line_get_subtitle_mark (JgLine *self, guint *start, guint *end)
{
  g_return_val_if_fail (JG_IS_LINE (self), FALSE);

  *start = (guint) MAX (self->subtitle_start, 0);
  *end = (guint) MAX (self->subtitle_end, 0);
  return self->subtitle_start >= 0 && self->subtitle_end > self->subtitle_start;
}

/**
 * jg_line_set_action:
 * @self: a line
 * @name: name of an action
 * @target: (transfer floating) (nullable): its target
 *
 * Sets what opening the line does, where that is not up to the page.
 */
void
jg_line_set_action (JgLine *self, const char *name, GVariant *target)
{
  g_return_if_fail (JG_IS_LINE (self));
  g_return_if_fail (self->action == NULL);

  self->action = g_strdup (name);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
}

/**
 * jg_line_get_action:
 * @self: a line
 * @target: (out) (transfer none) (nullable): its target
 *
 * Gets what opening the line does.
 *
 * Returns: (transfer none) (nullable): the action, or %NULL when it is up to the page
 */
const char *
jg_line_get_action (JgLine *self, GVariant **target)
{
  g_return_val_if_fail (JG_IS_LINE (self), NULL);

  *target = self->target;
  return self->action;
}

/**
 * jg_line_get_current:
 * @self: a line
 *
 * Tells whether the line's detail is the one shown.
 *
 * Returns: %TRUE when it is
 */
gboolean
jg_line_get_current (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), FALSE);

  return self->current;
}

/**
 * jg_line_set_current:
 * @self: a line
 * @current: on or off
 *
 * Sets whether the line's detail is the one shown.
 */
void
jg_line_set_current (JgLine *self, gboolean current)
{
  g_return_if_fail (JG_IS_LINE (self));

  if (self->current == !!current)
    return;
  self->current = !!current;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT]);
}

/**
 * jg_line_set_check:
 * @self: a line
 * @name: what a tick on the line means
 * @tip: what the box is for, shown under the pointer
 *
 * Gives the line a box to tick.
 */
void
jg_line_set_check (JgLine *self, const char *name, const char *tip)
{
  g_return_if_fail (JG_IS_LINE (self));
  g_return_if_fail (name != NULL && tip != NULL);

  g_free (self->check);
  self->check = g_strdup (name);
  g_free (self->check_tip);
  self->check_tip = g_strdup (tip);
}

/**
 * jg_line_get_check:
 * @self: a line
 *
 * Gets what a tick on the line means.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL for a line without a box to tick
 */
const char *
jg_line_get_check (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), NULL);

  return self->check;
}

/**
 * jg_line_get_check_tip:
 * @self: a line
 *
 * Gets what the box is for.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL for a line without a box to tick
 */
const char *
jg_line_get_check_tip (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), NULL);

  return self->check_tip;
}

/**
 * jg_line_get_checked:
 * @self: a line
 *
 * Tells whether the line is ticked.
 *
 * Returns: %TRUE when it is
 */
gboolean
jg_line_get_checked (JgLine *self)
{
  g_return_val_if_fail (JG_IS_LINE (self), FALSE);

  return self->checked;
}

/**
 * jg_line_set_checked:
 * @self: a line
 * @checked: on or off
 *
 * Sets whether the line is ticked.
 */
void
jg_line_set_checked (JgLine *self, gboolean checked)
{
  g_return_if_fail (JG_IS_LINE (self));

  if (self->checked == !!checked)
    return;
  self->checked = !!checked;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHECKED]);
}

/**
 * jg_line_dup_spoken:
 * @self: a line
 *
 * Puts the line's texts together for a screen reader.
 *
 * Returns: (transfer full): the text
 */
char *
jg_line_dup_spoken (JgLine *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (JG_IS_LINE (self), NULL);

  text = g_string_new (self->title);
  if (self->badge != NULL)
    g_string_append_printf (text, "，%s", self->badge);
  if (self->subtitle != NULL)
    g_string_append_printf (text, "，%s", self->subtitle);
  if (self->checked && self->check != NULL)
    g_string_append_printf (text, "，%s", self->check);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
