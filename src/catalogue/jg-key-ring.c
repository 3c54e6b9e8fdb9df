/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-key-ring.h"

#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

#include "jg-config.h"
#include "jg-json-gate.h"
#include "text/jg-text-forbidden.h"

#define SUFFIX ".pub"
#define MAX_SIZE 1024
#define MAX_KEYS 1000

struct _JgKeyRing
{
  GObject parent_instance;

  GPtrArray *keys;     /* (element-type JgTrustedKey) */
  GPtrArray *problems; /* (element-type utf8) */
};

G_DEFINE_FINAL_TYPE (JgKeyRing, jg_key_ring, G_TYPE_OBJECT)

static void
key_free (JgTrustedKey *self)
{
  g_free (self->name);
  g_free (self);
}

static void
jg_key_ring_finalize (GObject *object)
{
  JgKeyRing *self = JG_KEY_RING (object);

  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->problems);
  G_OBJECT_CLASS (jg_key_ring_parent_class)->finalize (object);
}

static void
jg_key_ring_class_init (JgKeyRingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_key_ring_finalize;
}

static void
jg_key_ring_init (JgKeyRing *self)
{
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) key_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

/**
 * jg_key_ring_get_default_folder:
 *
 * Returns: (transfer none) (type filename): where the administrator of the computer puts trusted keys
 */
const char *
jg_key_ring_get_default_folder (void)
{
  return SYSCONFDIR "/jobguide/keys";
}

/**
 * jg_key_ring_decode:
 * @line: base64
 * @label: the two letters that name the kind of thing
 * @bytes: (out caller-allocates) (array length=size): the whole, with the letters
 * @size: bytes it must have
 *
 * Decodes a line of minisign's files.
 *
 * Returns: whether it is whole and of that kind
 */
gboolean
jg_key_ring_decode (const char *line, const char *label, guint8 *bytes, gsize size)
{
  gsize length = 0;

  g_return_val_if_fail (line != NULL && label != NULL && bytes != NULL, FALSE);

  return sodium_base642bin (bytes, size, line, strlen (line), NULL, &length, NULL,
                            sodium_base64_VARIANT_ORIGINAL) == 0 &&
         length == size && memcmp (bytes, label, 2) == 0;
}

/**
 * jg_key_ring_dup_key_id:
 * @id: (array fixed-size=8): id of a key
 *
 * Returns: (transfer full): the id as minisign prints it
 */
char *
jg_key_ring_dup_key_id (const guint8 *id)
{
  GString *hex = g_string_new (NULL);

  for (guint i = JG_KEY_ID_BYTES; i > 0; i--)
    g_string_append_printf (hex, "%02X", id[i - 1]);
  return g_string_free (hex, FALSE);
}

/* The second line of a .pub file, or its only one. */
static gboolean
parse_key (const char *data, JgTrustedKey *key)
{
  g_auto (GStrv) lines = g_strsplit (data, "\n", -1);
  guint8 bytes[2 + JG_KEY_ID_BYTES + JG_KEY_BYTES];
  const char *line = NULL;

  for (guint i = 0; lines[i] != NULL && line == NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0' && !g_str_has_prefix (lines[i], "untrusted comment:"))
        line = lines[i];
    }
  if (line == NULL || !jg_key_ring_decode (line, "Ed", bytes, sizeof bytes))
    return FALSE;
  memcpy (key->id, bytes + 2, JG_KEY_ID_BYTES);
  memcpy (key->key, bytes + 2 + JG_KEY_ID_BYTES, JG_KEY_BYTES);
  return TRUE;
}

static gboolean
is_plain (const char *name)
{
  if (!g_utf8_validate (name, -1, NULL))
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (jg_text_get_forbidden (g_utf8_get_char (p)) != NULL)
      return FALSE;
  return TRUE;
}

static void
read_key (JgKeyRing *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  JgTrustedKey *key;
  struct stat info;
  gsize length = 0;

  if (!is_plain (name) || self->keys->len >= MAX_KEYS)
    return;
  /* Whoever may write it could trust themselves. */
  if (stat (path, &info) == 0 && (info.st_mode & S_IWOTH) != 0)
    {
      g_ptr_array_add (
          self->problems,
          g_strdup_printf ("%s：谁都可以改写，没有采用；请管理员改权限（chmod o-w）", shown));
      return;
    }
  data = jg_json_gate_read_file (path, MAX_SIZE, &length, &error);
  if (data == NULL)
    {
      g_ptr_array_add (self->problems, g_strdup_printf ("读不出公钥：%s", error->message));
      return;
    }
  key = g_new0 (JgTrustedKey, 1);
  key->name = g_strndup (name, strlen (name) - strlen (SUFFIX));
  if (strlen (data) == length && parse_key (data, key))
    {
      g_ptr_array_add (self->keys, key);
      return;
    }
  key_free (key);
  g_ptr_array_add (self->problems, g_strdup_printf ("%s：不是 minisign 的公钥", shown));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * jg_key_ring_new:
 * @folder: (type filename): a folder of keys; it need not be there
 *
 * Reads the keys of a folder. A file that others than its owner and group may write is not taken.
 *
 * Returns: (transfer full): the keys
 */
JgKeyRing *
jg_key_ring_new (const char *folder)
{
  JgKeyRing *self;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (JG_TYPE_KEY_RING, NULL);
  if (sodium_init () < 0)
    {
      g_ptr_array_add (self->problems, g_strdup ("加密库不能使用，没有采用任何公钥"));
      return self;
    }
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    read_key (self, folder, g_ptr_array_index (names, i));
  return self;
}

/**
 * jg_key_ring_get_keys:
 * @self: keys
 *
 * Returns: (transfer none) (element-type JgTrustedKey): the keys, by name
 */
GPtrArray *
jg_key_ring_get_keys (JgKeyRing *self)
{
  g_return_val_if_fail (JG_IS_KEY_RING (self), NULL);

  return self->keys;
}

/**
 * jg_key_ring_get_problems:
 * @self: keys
 *
 * Returns: (transfer none) (element-type utf8): which files were not taken, and why
 */
GPtrArray *
jg_key_ring_get_problems (JgKeyRing *self)
{
  g_return_val_if_fail (JG_IS_KEY_RING (self), NULL);

  return self->problems;
}
