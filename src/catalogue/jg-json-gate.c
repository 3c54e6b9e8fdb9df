/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-json-gate-private.h"

#include <string.h>

#include "jg-text-forbidden.h"

/* json-glib 1.6 recurses without limit, accepts comments, and bends numbers, strings and duplicate
 * keys without a word. No byte from outside reaches it that has not passed this scanner, which never
 * recurses and looks at each byte a bounded number of times. */

#define MAX_KEY_CHARACTERS 256
#define MAX_DIGITS 15
#define MAX_POINTER_KEY 64

const JgJsonLimits jg_json_limits_default = {
  .max_size = 16 * 1024 * 1024,
  .max_depth = JG_JSON_MAX_DEPTH,
  .max_values = 500000,
  .max_keys = 1000,
  .max_string = 20000,
  .max_document_text = 1000000,
  .max_errors = JG_JSON_MAX_ERRORS,
};

typedef struct
{
  gboolean is_array;
  guint index;      /* of the current element */
  char *key;        /* of the current member, decoded; owned by keys */
  GHashTable *keys; /* of an object */
} Frame;

typedef struct
{
  const char *start;
  const char *end;
  const char *at;
  const char *line_start;
  guint line;
  const char *column_mark; /* the last place whose column was counted: a file may be one line */
  glong column;
  const char *name;
  const JgJsonLimits *limits;
  GPtrArray *errors;
  guint n_errors; /* ours; the array may hold those of other files */
  guint n_values;
  guint n_rows;
  guint depth;
  Frame frames[JG_JSON_MAX_DEPTH];
} Scanner;

static char *
get_pointer (Scanner *self)
{
  g_autoptr (GString) pointer = g_string_new (NULL);

  for (guint i = 0; i < self->depth; i++)
    {
      const Frame *frame = &self->frames[i];

      if (frame->is_array)
        g_string_append_printf (pointer, "/%u", frame->index);
      else if (frame->key != NULL)
        {
          g_string_append_c (pointer, '/');
          jg_json_gate_append_shown (pointer, frame->key, MAX_POINTER_KEY);
        }
    }
  if (pointer->len == 0)
    g_string_append_c (pointer, '/');

  return g_string_free (g_steal_pointer (&pointer), FALSE);
}

static void G_GNUC_PRINTF (3, 4) report (Scanner *self, const char *where, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *pointer = NULL;
  va_list args;

  if (self->n_errors >= self->limits->max_errors)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  pointer = get_pointer (self);
  if (self->column_mark == NULL || self->column_mark < self->line_start ||
      self->column_mark > where)
    {
      self->column_mark = self->line_start;
      self->column = 1;
    }
  self->column += g_utf8_pointer_to_offset (self->column_mark, where);
  self->column_mark = where;
  g_ptr_array_add (self->errors, g_strdup_printf ("%s:%u:%ld %s：%s", self->name, self->line,
                                                  self->column, pointer, message));
  self->n_errors++;
}

static void
skip_space (Scanner *self)
{
  while (self->at < self->end)
    {
      switch (*self->at)
        {
        case '\n':
          self->at++;
          self->line++;
          self->line_start = self->at;
          break;
        case ' ':
        case '\t':
        case '\r':
          self->at++;
          break;
        default:
          return;
        }
    }
}

static int
peek (Scanner *self)
{
  return self->at < self->end ? (guchar) *self->at : -1;
}

/* Says what stands at the cursor where `expected` should; the text is valid UTF-8. */
static gboolean
unexpected (Scanner *self, const char *expected)
{
  g_autofree char *words = jg_json_gate_dup_unexpected (self->at, self->end, expected);

  report (self, self->at, "%s", words);
  return FALSE;
}

static gboolean
scan_hex (Scanner *self, gunichar *value)
{
  gunichar c = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = peek (self);

      if (digit < 0 || !g_ascii_isxdigit (digit))
        {
          report (self, self->at, "\\u 后面的写法不对，应是四位十六进制数");
          return FALSE;
        }
      c = c * 16 + (gunichar) g_ascii_xdigit_value ((char) digit);
      self->at++;
    }

  *value = c;
  return TRUE;
}

/* The cursor stands behind the backslash. A lone surrogate is returned as it is and judged with the
 * other characters. */
static gboolean
scan_escape (Scanner *self, gunichar *value)
{
  static const char names[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  int c = peek (self);
  const char *name = c > 0 ? strchr (names, c) : NULL;

  if (name != NULL)
    {
      *value = (gunichar) meant[name - names];
      self->at++;
      return TRUE;
    }
  if (c != 'u')
    {
      report (self, self->at, "反斜杠后面的写法不对，应是 \\\" \\\\ \\/ \\n 或 \\uXXXX");
      return FALSE;
    }

  self->at++;
  if (!scan_hex (self, value))
    return FALSE;

  if (*value >= 0xd800 && *value <= 0xdbff && self->end - self->at >= 6 && self->at[0] == '\\' &&
      self->at[1] == 'u')
    {
      const char *back = self->at;
      gunichar low;

      self->at += 2;
      if (!scan_hex (self, &low))
        return FALSE;
      if (low >= 0xdc00 && low <= 0xdfff)
        *value = 0x10000 + ((*value - 0xd800) << 10) + (low - 0xdc00);
      else
        self->at = back;
    }

  return TRUE;
}

/* Reads a string; the cursor stands on its opening quote. Fills `decoded` when given: forbidden
 * characters, which have been reported, are left out. */
static gboolean
scan_string (Scanner *self, guint max_characters, gboolean allow_newline, GString *decoded)
{
  const char *opening = self->at++;
  guint n_characters = 0;
  gboolean reported = FALSE;

  for (;;)
    {
      const char *where = self->at;
      const char *forbidden;
      gunichar c;

      if (self->at >= self->end || *self->at == '\n')
        {
          report (self, opening, "这个字符串没有收尾，应在同一行以 \" 结束（换行写作 \\n）");
          return FALSE;
        }
      if (*self->at == '"')
        {
          self->at++;
          break;
        }

      if (*self->at == '\\')
        {
          self->at++;
          if (!scan_escape (self, &c))
            return FALSE;
        }
      else
        {
          c = g_utf8_get_char (self->at);
          self->at = g_utf8_next_char (self->at);
        }

      n_characters++;
      forbidden = jg_text_get_forbidden (c);
      if (forbidden != NULL && !(c == '\n' && allow_newline))
        {
          /* One report a string: a file of nothing else must not fill the list. */
          if (!reported)
            report (self, where, "字符串里有%s U+%04X，应删去", forbidden, c);
          reported = TRUE;
        }
      else if (decoded != NULL)
        g_string_append_unichar (decoded, c);
    }

  if (n_characters > max_characters)
    report (self, opening, "字符串有 %u 个字，应不超过 %u 个", n_characters, max_characters);

  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  const char *start = self->at;
  const char *wrong = NULL;
  gboolean exponent;
  guint n_digits;

  self->at = jg_json_gate_scan_number (self->at, self->end, &n_digits, &exponent, &wrong);
  if (wrong != NULL)
    {
      report (self, start, "%s", wrong);
      return FALSE;
    }

  if (exponent)
    report (self, start, "数字用了指数写法，应写成普通的十进制数");
  else if (n_digits > MAX_DIGITS)
    report (self, start, "数字有 %u 位，应不超过 %d 位", n_digits, MAX_DIGITS);

  return TRUE;
}

static gboolean
scan_literal (Scanner *self)
{
  static const char *const literals[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (literals); i++)
    {
      gsize n = strlen (literals[i]);

      if ((gsize) (self->end - self->at) >= n && memcmp (self->at, literals[i], n) == 0)
        {
          self->at += n;
          return TRUE;
        }
    }

  return unexpected (self, "一个值（\"文字\"、数字、true、false、null、{ 或 [）");
}

static gboolean
push (Scanner *self, gboolean is_array)
{
  Frame *frame;

  if (self->depth >= MIN (self->limits->max_depth, JG_JSON_MAX_DEPTH))
    {
      report (self, self->at, "嵌套太深，应不超过 %u 层", self->depth);
      return FALSE;
    }

  frame = &self->frames[self->depth];
  frame->is_array = is_array;
  frame->index = 0;
  frame->key = NULL;
  frame->keys = is_array ? NULL : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->depth++;
  self->at++;
  return TRUE;
}

static void
pop (Scanner *self)
{
  g_assert (self->depth > 0);

  self->depth--;
  g_clear_pointer (&self->frames[self->depth].keys, g_hash_table_unref);
}

/* The one string that may be a whole document: /documents/N/text. */
static gboolean
is_document_text (Scanner *self)
{
  return self->depth == 3 && self->frames[1].is_array &&
         g_strcmp0 (self->frames[0].key, "documents") == 0 &&
         g_strcmp0 (self->frames[2].key, "text") == 0;
}

/* Reads the key of a member and the colon behind it. */
static gboolean
scan_key (Scanner *self)
{
  Frame *frame = &self->frames[self->depth - 1];
  g_autoptr (GString) key = g_string_new (NULL);
  const char *where = self->at;

  if (peek (self) != '"')
    return unexpected (self, "加双引号的键名");

  frame->key = NULL;
  if (!scan_string (self, MAX_KEY_CHARACTERS, FALSE, key))
    return FALSE;

  if (g_hash_table_lookup_extended (frame->keys, key->str, (gpointer *) &frame->key, NULL))
    report (self, where, "键名重复，应只写一次");
  else if (g_hash_table_size (frame->keys) >= self->limits->max_keys)
    {
      report (self, where, "一个对象的键名太多，应不超过 %u 个", self->limits->max_keys);
      return FALSE;
    }
  else
    {
      frame->key = g_strdup (key->str);
      g_hash_table_add (frame->keys, frame->key);
    }

  skip_space (self);
  if (peek (self) != ':')
    return unexpected (self, "冒号 :");
  self->at++;
  return TRUE;
}

/* An entry of a list of the root. */
static gboolean
is_row (Scanner *self)
{
  return self->limits->max_rows > 0 && self->depth == 2 && self->frames[1].is_array;
}

/* json-glib needs a hundred bytes and more for each value: rows that cannot be any are not given to it. */
static gboolean
count_row (Scanner *self, int c)
{
  if (c != '{')
    return unexpected (self, "{（这个列表的每一项都是一个对象）");
  if (++self->n_rows <= self->limits->max_rows)
    return TRUE;
  report (self, self->at, "各列表的项一共太多，应不超过 %u 项，请分成几个文件",
          self->limits->max_rows);
  return FALSE;
}

/* Reads a value; `opened` says that it is a container whose first member comes next. */
static gboolean
scan_value (Scanner *self, gboolean *opened)
{
  int c = peek (self);

  *opened = FALSE;
  if (++self->n_values > self->limits->max_values)
    {
      report (self, self->at, "文件里的值太多，应不超过 %u 个，请分成几个文件",
              self->limits->max_values);
      return FALSE;
    }

  if (is_row (self) && !count_row (self, c))
    return FALSE;
  if (c == '{' || c == '[')
    {
      *opened = TRUE;
      return push (self, c == '[');
    }
  if (c == '"')
    return scan_string (
        self, is_document_text (self) ? self->limits->max_document_text : self->limits->max_string,
        TRUE, NULL);
  if (c == '-' || (c >= '0' && c <= '9'))
    return scan_number (self);
  return scan_literal (self);
}

static gboolean
scan_root (Scanner *self)
{
  gboolean opened;

  skip_space (self);
  if (self->at == self->end)
    {
      report (self, self->at, "文件是空的，应是一个 { … } 对象");
      return FALSE;
    }
  if (peek (self) != '{')
    return unexpected (self, "整个文件的 {（根必须是一个对象）");
  if (!scan_value (self, &opened))
    return FALSE;

  while (self->depth > 0)
    {
      Frame *frame = &self->frames[self->depth - 1];
      int closing = frame->is_array ? ']' : '}';

      skip_space (self);
      if (!opened)
        {
          if (peek (self) == ',')
            {
              const char *comma = self->at++;
              guint line = self->line;
              const char *line_start = self->line_start;

              frame->index++;
              skip_space (self);
              if (peek (self) == '}' || peek (self) == ']')
                {
                  self->line = line;
                  self->line_start = line_start;
                  report (self, comma, "最后一项后面多了逗号，应删去");
                  return FALSE;
                }
            }
          else if (peek (self) != closing)
            return unexpected (self, frame->is_array ? "逗号 , 或 ]" : "逗号 , 或 }");
        }

      if (peek (self) == closing)
        {
          self->at++;
          pop (self);
          opened = FALSE;
          continue;
        }

      if (!frame->is_array)
        {
          if (!scan_key (self))
            return FALSE;
          skip_space (self);
        }
      if (!scan_value (self, &opened))
        return FALSE;
    }

  skip_space (self);
  if (self->at < self->end)
    {
      report (self, self->at, "文件在根对象之后还有内容，应只有一个根对象，请删去多余部分");
      return FALSE;
    }

  return TRUE;
}

/* json-glib, g_utf8_* and the messages all need valid UTF-8, so this comes before anything else. */
static gboolean
check_encoding (Scanner *self, gsize length)
{
  const char *bad;

  if (length >= 2 &&
      (memcmp (self->start, "\xff\xfe", 2) == 0 || memcmp (self->start, "\xfe\xff", 2) == 0))
    {
      report (self, self->start, "文件是 UTF-16 编码，应另存为不带 BOM 的 UTF-8");
      return FALSE;
    }
  if (length >= 3 && memcmp (self->start, "\xef\xbb\xbf", 3) == 0)
    {
      report (self, self->start, "文件开头有 BOM，应另存为不带 BOM 的 UTF-8");
      return FALSE;
    }
  if (g_utf8_validate_len (self->start, length, &bad))
    return TRUE;

  for (const char *p = self->start; p < bad; p++)
    if (*p == '\n')
      {
        self->line++;
        self->line_start = p + 1;
      }
  if (*bad == '\0')
    report (self, bad, "文件里有 NUL 字节，应是纯文本的 JSON");
  else
    report (self, bad, "这里不是有效的 UTF-8（字节 0x%02X），应另存为不带 BOM 的 UTF-8",
            (guchar) *bad);
  return FALSE;
}

/**
 * jg_json_gate_check:
 * @data: the bytes of a JSON file; need not be NUL-terminated
 * @length: their number
 * @name: name of the file as it shall stand in the messages
 * @limits: (nullable): limits, or %NULL for jg_json_limits_default
 * @errors: (element-type utf8): array with g_free() as its free function; messages are appended
 *
 * Checks that the bytes are strict RFC 8259 JSON inside the rules of docs/pack-format.md, so that
 * json-glib reads from them exactly what is written. Stops at the first error of syntax; wrong
 * characters, numbers, lengths and duplicate keys are collected up to the limit. Each message is
 * “NAME:LINE:COLUMN /json/pointer：说明，应…” in Chinese; columns count characters from 1.
 *
 * Returns: %TRUE when nothing was found
 */
gboolean
jg_json_gate_check (const char *data,
                    gsize length,
                    const char *name,
                    const JgJsonLimits *limits,
                    GPtrArray *errors)
{
  g_autofree char *shown_name = NULL;
  Scanner self = { .line = 1 };

  g_return_val_if_fail (data != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (errors != NULL, FALSE);

  shown_name = g_utf8_make_valid (name, -1);
  self.start = self.at = self.line_start = data;
  self.end = data + length;
  self.name = shown_name;
  self.limits = limits != NULL ? limits : &jg_json_limits_default;
  self.errors = errors;

  if (length > self.limits->max_size)
    report (&self, data, "文件有 %" G_GSIZE_FORMAT " 字节，应不超过 %" G_GSIZE_FORMAT " 字节",
            length, self.limits->max_size);
  else if (check_encoding (&self, length))
    scan_root (&self);

  while (self.depth > 0)
    pop (&self);

  return self.n_errors == 0;
}
