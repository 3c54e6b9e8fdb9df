/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Signatures in minisign's format: Ed25519 over the file (Ed) or over its BLAKE2b hash (ED), and over the signature and the
 * trusted comment together. The trusted comment carries “seq:NUMBER”; a file with a smaller number than the one before is an
 * old one that somebody brings back. */

#include "jg-signature.h"

#include <sodium.h>
#include <string.h>

#include "jg-catalogue.h"
#include "jg-json-gate.h"
#include "text/jg-text-forbidden.h"

#define TRUSTED "trusted comment: "
#define UNTRUSTED "untrusted comment:"
#define HEAD_BYTES (2 + JG_KEY_ID_BYTES)
#define MAX_SEQUENCE G_GUINT64_CONSTANT (9007199254740991)

typedef struct
{
  guint8 line[HEAD_BYTES + crypto_sign_BYTES];
  guint8 both[crypto_sign_BYTES]; /* over the signature and the comment */
  char *comment;
  gboolean hashed;
} Parts;

/**
 * jg_signature_free:
 * @self: (nullable) (transfer full): a signature
 *
 * Frees a signature.
 */
void
jg_signature_free (JgSignature *self)
{
  if (self == NULL)
    return;
  g_free (self->key_id);
  g_free (self->key_name);
  g_free (self->comment);
  g_free (self->problem);
  g_free (self);
}

static JgSignature *
make_signature (JgSignatureState state, const char *problem)
{
  JgSignature *self = g_new0 (JgSignature, 1);

  self->state = state;
  self->problem = g_strdup (problem);
  return self;
}

static gboolean
decode_whole (const char *line, guint8 *bytes, gsize size)
{
  gsize length = 0;

  return sodium_base642bin (bytes, size, line, strlen (line), NULL, &length, NULL,
                            sodium_base64_VARIANT_ORIGINAL) == 0 &&
         length == size;
}

static gboolean
parse (const char *text, Parts *parts)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const guint n = g_strv_length (lines);

  for (guint i = 0; i < n; i++)
    if (g_str_has_suffix (lines[i], "\r"))
      lines[i][strlen (lines[i]) - 1] = '\0';
  /* Four lines, the last with or without its end. */
  if (n < 4 || n > 5 || (n == 5 && *lines[4] != '\0') || !g_str_has_prefix (lines[0], UNTRUSTED) ||
      !g_str_has_prefix (lines[2], TRUSTED))
    return FALSE;
  parts->hashed = jg_key_ring_decode (lines[1], "ED", parts->line, sizeof parts->line);
  if (!parts->hashed && !jg_key_ring_decode (lines[1], "Ed", parts->line, sizeof parts->line))
    return FALSE;
  if (!decode_whole (lines[3], parts->both, sizeof parts->both))
    return FALSE;
  parts->comment = g_strdup (lines[2] + strlen (TRUSTED));
  return TRUE;
}

static gboolean
verify_comment (const Parts *parts, const JgTrustedKey *key)
{
  const gsize length = strlen (parts->comment);
  g_autofree guint8 *both = g_malloc (crypto_sign_BYTES + length);

  memcpy (both, parts->line + HEAD_BYTES, crypto_sign_BYTES);
  memcpy (both + crypto_sign_BYTES, parts->comment, length);
  return crypto_sign_verify_detached (parts->both, both, crypto_sign_BYTES + length, key->key) == 0;
}

static gboolean
verify (const Parts *parts, const JgTrustedKey *key, GBytes *data)
{
  guint8 hash[crypto_generichash_BYTES_MAX];
  gsize size = 0;
  const guint8 *bytes = g_bytes_get_data (data, &size);

  if (parts->hashed)
    {
      crypto_generichash (hash, sizeof hash, bytes, size, NULL, 0);
      bytes = hash;
      size = sizeof hash;
    }
  return crypto_sign_verify_detached (parts->line + HEAD_BYTES, bytes, size, key->key) == 0 &&
         verify_comment (parts, key);
}

static gboolean
is_plain (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) != '\t' && jg_text_get_forbidden (g_utf8_get_char (p)) != NULL)
      return FALSE;
  return TRUE;
}

/* “seq:7” as a word of its own; minisign puts tabs between its own words. */
static guint64
find_sequence (const char *comment)
{
  g_auto (GStrv) words = g_strsplit_set (comment, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 sequence;

      if (g_str_has_prefix (words[i], "seq:") &&
          g_ascii_string_to_unsigned (words[i] + strlen ("seq:"), 10, 1, MAX_SEQUENCE, &sequence,
                                      NULL))
        return sequence;
    }
  return 0;
}

static JgSignature *
check_parts (const Parts *parts, GBytes *data, JgKeyRing *keys)
{
  GPtrArray *all = jg_key_ring_get_keys (keys);
  JgSignature *self = make_signature (JG_SIGNATURE_UNKNOWN, NULL);

  self->key_id = jg_key_ring_dup_key_id (parts->line + 2);
  for (guint i = 0; i < all->len && self->state != JG_SIGNATURE_GOOD; i++)
    {
      const JgTrustedKey *key = g_ptr_array_index (all, i);

      if (memcmp (key->id, parts->line + 2, JG_KEY_ID_BYTES) != 0)
        continue;
      self->state = verify (parts, key, data) && is_plain (parts->comment) ? JG_SIGNATURE_GOOD
                                                                           : JG_SIGNATURE_BAD;
      g_free (self->key_name);
      self->key_name = g_strdup (key->name);
    }
  if (self->state == JG_SIGNATURE_GOOD)
    {
      self->comment = g_strdup (parts->comment);
      self->sequence = find_sequence (parts->comment);
    }
  else if (self->state == JG_SIGNATURE_BAD)
    self->problem = g_strdup ("签名与文件不符：文件或签名被改动过，或不是同一份");
  else
    self->problem = g_strdup ("签名用的公钥不在管理员信任的公钥里，不能证明来历");
  return self;
}

/**
 * jg_signature_check:
 * @data: what was signed
 * @text: (array length=length): a signature of minisign
 * @length: bytes of it
 * @keys: the trusted keys
 *
 * Checks a signature.
 *
 * Returns: (transfer full): what it says
 */
JgSignature *
jg_signature_check (GBytes *data, const char *text, gsize length, JgKeyRing *keys)
{
  g_autofree char *copy = NULL;
  JgSignature *self;
  Parts parts = { { 0 }, { 0 }, NULL, FALSE };

  g_return_val_if_fail (data != NULL && text != NULL, NULL);
  g_return_val_if_fail (JG_IS_KEY_RING (keys), NULL);

  copy = g_strndup (text, length);
  if (length > JG_SIGNATURE_MAX_SIZE || strlen (copy) != length || !parse (copy, &parts))
    return make_signature (JG_SIGNATURE_BAD, "签名文件不是 minisign 的格式，或不完整");
  self = check_parts (&parts, data, keys);
  g_free (parts.comment);
  return self;
}

/**
 * jg_signature_check_file:
 * @path: (type filename): a file
 * @data: what it holds
 * @keys: the trusted keys
 *
 * Checks the signature that lies beside a file under its name with .minisig behind it.
 *
 * Returns: (transfer full): what it says
 */
JgSignature *
jg_signature_check_file (const char *path, GBytes *data, JgKeyRing *keys)
{
  g_autofree char *beside = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL && data != NULL, NULL);
  g_return_val_if_fail (JG_IS_KEY_RING (keys), NULL);

  beside = g_strconcat (path, JG_SIGNATURE_SUFFIX, NULL);
  text = jg_json_gate_read_file (beside, JG_SIGNATURE_MAX_SIZE, &length, &error);
  if (text != NULL)
    return jg_signature_check (data, text, length, keys);
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return make_signature (JG_SIGNATURE_NONE, "没有签名，来历没有核对过");
  return make_signature (JG_SIGNATURE_BAD, error->message);
}

/**
 * jg_signature_check_newer:
 * @self: a good signature of a file
 * @before: the signature of the file that it would replace
 * @same_bytes: whether both files are the same
 * @error: return location
 *
 * Keeps an old version from coming back: the number of the trusted comment must grow. Where the file before has no good
 * signature or no number, there is nothing to hold it against.
 *
 * Returns: %TRUE when it may replace the other; otherwise %FALSE with JG_CATALOGUE_ERROR_PACK
 */
gboolean
jg_signature_check_newer (const JgSignature *self,
                          const JgSignature *before,
                          gboolean same_bytes,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && before != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (same_bytes || before->state != JG_SIGNATURE_GOOD || before->sequence == 0 ||
      self->sequence > before->sequence)
    return TRUE;
  if (self->sequence == 0)
    g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_PACK,
                 "签名里没有序号，已有的是第 %" G_GUINT64_FORMAT " 号；不能确定哪一份新",
                 before->sequence);
  else
    g_set_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_PACK,
                 "是第 %" G_GUINT64_FORMAT " 号，已有的是第 %" G_GUINT64_FORMAT
                 " 号；旧版本不能替换新版本",
                 self->sequence, before->sequence);
  return FALSE;
}

/**
 * jg_signature_state_nick:
 * @state: a state
 *
 * Names a state as the command line does.
 *
 * Returns: (transfer none): none, unknown, bad or good
 */
const char *
jg_signature_state_nick (JgSignatureState state)
{
  static const char *const nicks[] = { "none", "unknown", "bad", "good" };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (nicks), NULL);

  return nicks[state];
}

/**
 * jg_signature_dup_words:
 * @self: a signature
 *
 * Puts a signature into words.
 *
 * Returns: (transfer full): who signed it and its number, or what is wrong
 */
char *
jg_signature_dup_words (const JgSignature *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->state == JG_SIGNATURE_GOOD && self->sequence > 0)
    return g_strdup_printf ("签名相符：%s（公钥 %s），第 %" G_GUINT64_FORMAT " 号", self->key_name,
                            self->key_id, self->sequence);
  if (self->state == JG_SIGNATURE_GOOD)
    return g_strdup_printf ("签名相符：%s（公钥 %s），没有序号，防不了换回旧版本", self->key_name,
                            self->key_id);
  if (self->key_id != NULL)
    return g_strdup_printf ("%s（公钥 %s）", self->problem, self->key_id);
  return g_strdup (self->problem);
}
