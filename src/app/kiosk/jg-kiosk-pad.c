/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-pad.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-ui.h"
#include "jg-kiosk-ui.h"

/* There is no GtkEntry: it would bring a menu, the clipboard, undoing, and input methods that learn. */
struct _JgKioskPad
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *shown;
  char *name;
  GString *text;
  JgKioskPadFlags flags;
  guint max_length;
  gboolean typing; /* the last key was a letter, not one that moves about the page */
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JgKioskPad, jg_kiosk_pad, GTK_TYPE_WIDGET)

static void
show_text (JgKioskPad *self)
{
  g_autofree char *dots = NULL;
  g_autofree char *said = NULL;
  const char *text = self->text->str;

  if ((self->flags & JG_KIOSK_PAD_HIDDEN) != 0)
    {
      GString *made = g_string_new (NULL);

      for (gsize i = 0; i < self->text->len; i++)
        g_string_append (made, "●");
      text = dots = g_string_free (made, FALSE);
    }
  gtk_label_set_text (GTK_LABEL (self->shown), *text != '\0' ? text : " ");
  said = *text != '\0' ? g_strdup_printf ("%s %s", self->name, text) : g_strdup (self->name);
  jg_ui_set_name (self->shown, said);
}

static void
changed (JgKioskPad *self)
{
  show_text (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
takes (JgKioskPad *self, char letter)
{
  if (self->text->len >= self->max_length)
    return FALSE;
  /* A passphrase may be anything a keyboard writes. */
  if ((self->flags & JG_KIOSK_PAD_HIDDEN) != 0)
    return TRUE;
  if (g_ascii_isdigit (letter))
    return (self->flags & JG_KIOSK_PAD_FIGURES) != 0;
  if (letter == '-')
    return (self->flags & JG_KIOSK_PAD_HYPHEN) != 0;
  return g_ascii_isalpha (letter) && (self->flags & JG_KIOSK_PAD_LETTERS) != 0;
}

static void
add (JgKioskPad *self, char letter)
{
  if (!takes (self, letter))
    return;
  g_string_append_c (self->text, letter);
  changed (self);
}

static void
key_touched_cb (JgKioskPad *self, GtkWidget *button)
{
  add (self, (char) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "letter")));
}

static void
take_back (JgKioskPad *self)
{
  if (self->text->len == 0)
    return;
  g_string_truncate (self->text, self->text->len - 1);
  changed (self);
}

static gboolean
moves_focus (guint value)
{
  return value == GDK_KEY_Tab || value == GDK_KEY_ISO_Left_Tab ||
         (value >= GDK_KEY_Home && value <= GDK_KEY_End);
}

static gboolean
key_pressed_cb (JgKioskPad *self, guint value, guint code, GdkModifierType state)
{
  guint32 letter = gdk_keyval_to_unicode (value);

  if ((value == GDK_KEY_Return || value == GDK_KEY_KP_Enter) && self->typing)
    {
      g_signal_emit (self, signals[ACTIVATED], 0);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (value == GDK_KEY_BackSpace)
    {
      take_back (self);
      return GDK_EVENT_STOP;
    }
  if (letter <= ' ' || letter > '~' || !takes (self, (char) letter))
    {
      self->typing = self->typing && !moves_focus (value);
      return GDK_EVENT_PROPAGATE;
    }
  self->typing = TRUE;
  add (self, (char) letter);
  return GDK_EVENT_STOP;
}

static void
jg_kiosk_pad_dispose (GObject *object)
{
  JgKioskPad *self = JG_KIOSK_PAD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (jg_kiosk_pad_parent_class)->dispose (object);
}

static void
jg_kiosk_pad_finalize (GObject *object)
{
  JgKioskPad *self = JG_KIOSK_PAD (object);

  memset (self->text->str, 0, self->text->allocated_len);
  g_string_free (self->text, TRUE);
  g_free (self->name);

  G_OBJECT_CLASS (jg_kiosk_pad_parent_class)->finalize (object);
}

static void
jg_kiosk_pad_class_init (JgKioskPadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_kiosk_pad_dispose;
  G_OBJECT_CLASS (klass)->finalize = jg_kiosk_pad_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * JgKioskPad::changed:
   *
   * Another text stands there.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * JgKioskPad::activated:
   *
   * Enter was pressed after typing.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_kiosk_pad_init (JgKioskPad *self)
{
  self->text = g_string_sized_new (256);
}

static void
add_key (JgKioskPad *self, GtkWidget *keys, char letter)
{
  char text[2] = { g_ascii_toupper (letter), '\0' };
  GtkWidget *button = jg_kiosk_ui_button (text, "key");

  g_object_set_data (G_OBJECT (button), "letter", GINT_TO_POINTER ((int) letter));
  jg_kiosk_ui_on_click (button, G_CALLBACK (key_touched_cb), self);
  gtk_box_append (GTK_BOX (keys), button);
}

static void
add_keys (JgKioskPad *self)
{
  GtkWidget *keys = jg_kiosk_ui_wrap (GTK_BOX (self->box));
  GtkWidget *button;

  for (char letter = 'a'; letter <= 'z' && (self->flags & JG_KIOSK_PAD_LETTERS) != 0; letter++)
    add_key (self, keys, letter);
  for (char letter = '0'; letter <= '9' && (self->flags & JG_KIOSK_PAD_FIGURES) != 0; letter++)
    add_key (self, keys, letter);
  if ((self->flags & JG_KIOSK_PAD_HYPHEN) != 0)
    add_key (self, keys, '-');
  button = jg_kiosk_ui_button (_ ("Take Back"), "key");
  jg_kiosk_ui_on_click (button, G_CALLBACK (take_back), self);
  gtk_box_append (GTK_BOX (keys), button);
  button = jg_kiosk_ui_button (_ ("Clear"), "key");
  jg_kiosk_ui_on_click (button, G_CALLBACK (jg_kiosk_pad_clear), self);
  gtk_box_append (GTK_BOX (keys), button);
}

/**
 * jg_kiosk_pad_new:
 * @name: what is entered
 * @flags: what may be entered
 * @max_length: characters at most
 *
 * Makes a pad.
 *
 * Returns: (transfer floating): the pad
 */
GtkWidget *
jg_kiosk_pad_new (const char *name, JgKioskPadFlags flags, guint max_length)
{
  JgKioskPad *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (JG_TYPE_KIOSK_PAD, NULL);
  self->name = g_strdup (name);
  self->flags = flags;
  self->max_length = MIN (max_length, 200);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->shown = jg_kiosk_ui_text (GTK_BOX (self->box), " ", "entered");
  add_keys (self);
  show_text (self);
  return GTK_WIDGET (self);
}

/**
 * jg_kiosk_pad_get_text:
 * @self: a pad
 *
 * Returns: (transfer none): what was entered
 */
const char *
jg_kiosk_pad_get_text (JgKioskPad *self)
{
  g_return_val_if_fail (JG_IS_KIOSK_PAD (self), NULL);

  return self->text->str;
}

/**
 * jg_kiosk_pad_clear:
 * @self: a pad
 *
 * Empties it.
 */
void
jg_kiosk_pad_clear (JgKioskPad *self)
{
  g_return_if_fail (JG_IS_KIOSK_PAD (self));

  memset (self->text->str, 0, self->text->len);
  g_string_truncate (self->text, 0);
  changed (self);
}

/**
 * jg_kiosk_pad_listen:
 * @self: a pad
 * @page: the page it stands on
 *
 * Takes what is typed on a keyboard while @page has the focus, wherever on it.
 */
void
jg_kiosk_pad_listen (JgKioskPad *self, GtkWidget *page)
{
  GtkEventController *controller;

  g_return_if_fail (JG_IS_KIOSK_PAD (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (page, controller);
}
