/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The only file that encrypts. XChaCha20-Poly1305 with a random nonce for every sealing; the address of
 * the bytes and the store they belong to are authenticated with them. */

#include "jg-case-seal.h"

#include <sodium.h>
#include <string.h>

#include "jg-case-error.h"

/* The first byte of everything sealed; a later way of sealing takes another. */
#define WAY 1
#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG crypto_aead_xchacha20poly1305_ietf_ABYTES
#define OVERHEAD (1 + NONCE + TAG)
#define CONTEXT "jgcase01"
#define MAGIC "JGC1"
#define NO_MEMORY "内存不足，无法存放密钥。请关闭其他程序后再试。"
#define AD_BYTES (4 + JG_CASE_UID_BYTES + 1 + 8 + 8)

G_STATIC_ASSERT (JG_CASE_KEY_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
G_STATIC_ASSERT (JG_CASE_KEY_BYTES == crypto_kdf_KEYBYTES);
G_STATIC_ASSERT (JG_CASE_LINK_BYTES == crypto_generichash_BYTES);

struct _JgCaseKey
{
  guint8 data[JG_CASE_KEY_BYTES]; /* from which the others come; what the slots wrap */
  guint8 record[JG_CASE_KEY_BYTES];
  guint8 audit[JG_CASE_KEY_BYTES];
  guint8 uid[JG_CASE_UID_BYTES];
};

/* jg_case_seal_init:
 *
 * Makes the cipher library ready; may be called again.
 *
 * Returns: whether there is one that works; otherwise JG_CASE_ERROR_MEMORY */
gboolean
jg_case_seal_init (GError **error)
{
  if (sodium_init () >= 0)
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MEMORY,
               "加密组件无法启动，服务档案没有打开。请重新启动电脑；仍不行请联系管理员。");
  return FALSE;
}

/* jg_case_key_new:
 * @uid: the JG_CASE_UID_BYTES that name the store
 * @data: (nullable): the JG_CASE_KEY_BYTES of the store's key, or %NULL for a new one
 *
 * Returns: (transfer full): the key, or %NULL with JG_CASE_ERROR_MEMORY */
JgCaseKey *
jg_case_key_new (const guint8 *uid, const guint8 *data, GError **error)
{
  JgCaseKey *self = NULL;

  g_return_val_if_fail (uid != NULL, NULL);

  if (!jg_case_seal_init (error))
    return NULL;
  self = sodium_malloc (sizeof *self);
  if (self == NULL)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MEMORY, NO_MEMORY);
      return NULL;
    }
  memcpy (self->uid, uid, JG_CASE_UID_BYTES);
  if (data != NULL)
    memcpy (self->data, data, JG_CASE_KEY_BYTES);
  else
    crypto_kdf_keygen (self->data);
  crypto_kdf_derive_from_key (self->record, JG_CASE_KEY_BYTES, 1, CONTEXT, self->data);
  crypto_kdf_derive_from_key (self->audit, JG_CASE_KEY_BYTES, 2, CONTEXT, self->data);
  sodium_mprotect_readonly (self);
  return self;
}

/* jg_case_key_free:
 *
 * Wipes the key. */
void
jg_case_key_free (JgCaseKey *self)
{
  sodium_free (self);
}

/* jg_case_key_get_uid:
 *
 * Returns: (transfer none): the JG_CASE_UID_BYTES that name the store */
const guint8 *
jg_case_key_get_uid (const JgCaseKey *self)
{
  return self->uid;
}

/* jg_case_key_get_data:
 *
 * Returns: (transfer none): the JG_CASE_KEY_BYTES of the key, for wrapping them */
const guint8 *
jg_case_key_get_data (const JgCaseKey *self)
{
  return self->data;
}

static guint8 *
put_int (guint8 *p, gint64 value)
{
  guint64 bits = GUINT64_TO_LE ((guint64) value);

  memcpy (p, &bits, 8);
  return p + 8;
}

static void
write_ad (guint8 ad[AD_BYTES], const guint8 *uid, const JgCaseAddress *address)
{
  guint8 *p = ad;

  memcpy (p, MAGIC, 4);
  memcpy (p + 4, uid, JG_CASE_UID_BYTES);
  p += 4 + JG_CASE_UID_BYTES;
  *p++ = (guint8) address->place;
  p = put_int (p, address->id);
  put_int (p, address->revision);
}

static void
seal (const guint8 *key,
      const guint8 *uid,
      const JgCaseAddress *address,
      const guint8 *plain,
      gsize length,
      guint8 *out)
{
  guint8 ad[AD_BYTES];

  write_ad (ad, uid, address);
  out[0] = WAY;
  randombytes_buf (out + 1, NONCE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (out + 1 + NONCE, NULL, plain, length, ad, sizeof ad,
                                              NULL, out + 1, key);
}

static gboolean
unseal (const guint8 *key,
        const guint8 *uid,
        const JgCaseAddress *address,
        const guint8 *sealed,
        gsize length,
        guint8 *out)
{
  guint8 ad[AD_BYTES];

  if (length < OVERHEAD || sealed[0] != WAY)
    return FALSE;
  write_ad (ad, uid, address);
  return crypto_aead_xchacha20poly1305_ietf_decrypt (out, NULL, NULL, sealed + 1 + NONCE,
                                                     length - 1 - NONCE, ad, sizeof ad, sealed + 1,
                                                     key) == 0;
}

/* jg_case_key_seal:
 * @address: where the bytes will stand
 * @plain: what to seal
 * @length: its bytes
 * @block: the length is filled up to a multiple of this, so that it says little about the content
 *
 * Returns: (transfer full): the sealed bytes */
GBytes *
jg_case_key_seal (const JgCaseKey *self,
                  const JgCaseAddress *address,
                  const void *plain,
                  gsize length,
                  gsize block)
{
  gsize padded = (length / block + 1) * block;
  guint8 *buffer = g_malloc (padded);
  guint8 *sealed = g_malloc (padded + OVERHEAD);

  if (length > 0)
    memcpy (buffer, plain, length);
  sodium_pad (&padded, buffer, length, block, padded);
  seal (self->record, self->uid, address, buffer, padded, sealed);
  jg_case_wipe_free (buffer, padded);
  return g_bytes_new_take (sealed, padded + OVERHEAD);
}

/* jg_case_key_open:
 * @address: where the bytes stood
 * @block: as it was for jg_case_key_seal()
 * @length: (out): the bytes of the result
 *
 * Opens what jg_case_key_seal() made for the same address.
 *
 * Returns: (transfer full) (nullable): what was sealed with a zero byte behind it, @sealed_length bytes
 *   allocated: wipe it with jg_case_wipe_free(). %NULL when one bit is not as it was */
guint8 *
jg_case_key_open (const JgCaseKey *self,
                  const JgCaseAddress *address,
                  const void *sealed,
                  gsize sealed_length,
                  gsize block,
                  gsize *length)
{
  guint8 *plain = NULL;

  if (sealed == NULL || sealed_length < OVERHEAD)
    return NULL;
  plain = g_malloc (sealed_length);
  if (!unseal (self->record, self->uid, address, sealed, sealed_length, plain) ||
      sodium_unpad (length, plain, sealed_length - OVERHEAD, block) != 0)
    {
      jg_case_wipe_free (plain, sealed_length);
      return NULL;
    }
  plain[*length] = '\0';
  return plain;
}

/* jg_case_key_link:
 * @previous: (nullable): the link of the entry before, %NULL for the first
 * @number: the number of the entry
 * @entry: the sealed entry
 * @link: (out): JG_CASE_LINK_BYTES
 *
 * Computes the link of an entry of the audit trail: a keyed BLAKE2b over the link before, the number
 * and the sealed entry. Without the key nobody can make one that fits. */
void
jg_case_key_link (const JgCaseKey *self,
                  const guint8 *previous,
                  gint64 number,
                  const void *entry,
                  gsize length,
                  guint8 *link)
{
  static const guint8 none[JG_CASE_LINK_BYTES];
  crypto_generichash_state state;
  guint8 bits[8];

  put_int (bits, number);
  crypto_generichash_init (&state, self->audit, JG_CASE_KEY_BYTES, JG_CASE_LINK_BYTES);
  crypto_generichash_update (&state, self->uid, JG_CASE_UID_BYTES);
  crypto_generichash_update (&state, previous != NULL ? previous : none, JG_CASE_LINK_BYTES);
  crypto_generichash_update (&state, bits, sizeof bits);
  crypto_generichash_update (&state, entry, length);
  crypto_generichash_final (&state, link, JG_CASE_LINK_BYTES);
}

/* jg_case_seal_wrap:
 * @key: JG_CASE_KEY_BYTES that come from a passphrase or a recovery key
 * @uid: the store
 * @address: of the slot
 * @data: the key of the store
 *
 * Returns: (transfer full): the key of the store, sealed under @key */
GBytes *
jg_case_seal_wrap (const guint8 *key,
                   const guint8 *uid,
                   const JgCaseAddress *address,
                   const guint8 *data)
{
  guint8 *sealed = g_malloc (JG_CASE_KEY_BYTES + OVERHEAD);

  seal (key, uid, address, data, JG_CASE_KEY_BYTES, sealed);
  return g_bytes_new_take (sealed, JG_CASE_KEY_BYTES + OVERHEAD);
}

/* jg_case_seal_unwrap:
 * @data: (out): JG_CASE_KEY_BYTES, in memory of sodium_malloc()
 *
 * Returns: whether @key was the one the slot was wrapped with */
gboolean
jg_case_seal_unwrap (const guint8 *key,
                     const guint8 *uid,
                     const JgCaseAddress *address,
                     const void *wrapped,
                     gsize length,
                     guint8 *data)
{
  return wrapped != NULL && length == JG_CASE_KEY_BYTES + OVERHEAD &&
         unseal (key, uid, address, wrapped, length, data);
}

/* jg_case_seal_random:
 *
 * Fills memory with what nobody can guess. */
void
jg_case_seal_random (void *bytes, gsize length)
{
  randombytes_buf (bytes, length);
}

/* jg_case_seal_new_guarded:
 *
 * Returns: (transfer full): memory that is never swapped or dumped; otherwise JG_CASE_ERROR_MEMORY */
guint8 *
jg_case_seal_new_guarded (gsize length, GError **error)
{
  guint8 *bytes = sodium_malloc (length);

  if (bytes == NULL)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MEMORY, NO_MEMORY);
  return bytes;
}

/* jg_case_seal_free_guarded:
 * @bytes: (nullable): memory of jg_case_seal_new_guarded(), which is wiped */
void
jg_case_seal_free_guarded (guint8 *bytes)
{
  sodium_free (bytes);
}

/* jg_case_seal_tag:
 * @uid: the store
 * @text: a name
 * @tag: (out): JG_CASE_TAG_BYTES
 *
 * Makes a mark by which a name that is typed finds its row before anything can be opened. It hides the
 * name from readers of the file, not from somebody who tries names. */
void
jg_case_seal_tag (const guint8 *uid, const char *text, guint8 *tag)
{
  crypto_generichash (tag, JG_CASE_TAG_BYTES, (const guint8 *) text, strlen (text), uid,
                      JG_CASE_UID_BYTES);
}

/* jg_case_wipe:
 *
 * Overwrites memory; the compiler cannot leave it out. */
void
jg_case_wipe (void *block, gsize length)
{
  if (block != NULL)
    sodium_memzero (block, length);
}

/* jg_case_wipe_free:
 * @block: (nullable): memory of g_malloc()
 *
 * Overwrites and frees memory. */
void
jg_case_wipe_free (void *block, gsize length)
{
  jg_case_wipe (block, length);
  g_free (block);
}

/* jg_case_wipe_text:
 * @text: (nullable) (transfer full): a secret
 *
 * Overwrites a text and frees it. */
void
jg_case_wipe_text (char *text)
{
  if (text != NULL)
    jg_case_wipe_free (text, strlen (text));
}

typedef struct
{
  void *block;
  gsize length;
} Wiping;

static void
wiping_free (Wiping *wiping)
{
  jg_case_wipe_free (wiping->block, wiping->length);
  g_free (wiping);
}

/* jg_case_wiping_bytes:
 * @block: (transfer full): memory of g_malloc()
 * @allocated: its bytes
 * @length: the bytes that are shown
 *
 * Returns: (transfer full): bytes that are overwritten when the last reference goes */
GBytes *
jg_case_wiping_bytes (void *block, gsize allocated, gsize length)
{
  Wiping *wiping = g_new (Wiping, 1);

  g_return_val_if_fail (length <= allocated, NULL);

  wiping->block = block;
  wiping->length = allocated;
  return g_bytes_new_with_free_func (block, length, (GDestroyNotify) wiping_free, wiping);
}
