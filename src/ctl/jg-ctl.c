/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-ctl.h"

#include <stdio.h>
#include <string.h>

#include "catalogue/jg-provenance.h"

/* jg_ctl_usage:
 *
 * Says on standard error that the command line is wrong.
 *
 * Returns: the exit code for it */
int
jg_ctl_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("jobguidectl：%s\n用法见 jobguidectl --help\n", message);
  return JG_EXIT_USAGE;
}

/* jg_ctl_fail:
 *
 * Says on standard error why nothing came of it.
 *
 * Returns: the exit code for it */
int
jg_ctl_fail (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("jobguidectl：%s\n", message);
  return JG_EXIT_NOTHING;
}

/* jg_ctl_read_record:
 * @path: a file with what is held of a jobseeker (jobguide-record/1), or a profile (jobguide-profile/1)
 *
 * Reads a record. What goes wrong is said on standard error. A profile becomes a record of the as-of date.
 *
 * Returns: (transfer full) (nullable): the record */
JgRecord *
jg_ctl_read_record (JgCtl *ctl, const char *path)
{
  g_autoptr (GError) error = NULL;
  JgRecord *record = jg_record_new_from_file (path, ctl->as_of, &error);

  if (record == NULL)
    jg_ctl_fail ("%s", error->message);
  return record;
}

/* jg_ctl_read_profile:
 * @path: as for jg_ctl_read_record()
 *
 * Reads the answers of a jobseeker. What goes wrong is said on standard error.
 *
 * Returns: (transfer full) (nullable): the profile */
JgProfile *
jg_ctl_read_profile (JgCtl *ctl, const char *path)
{
  g_autoptr (JgRecord) record = jg_ctl_read_record (ctl, path);

  return record != NULL ? g_object_ref (jg_record_get_profile (record)) : NULL;
}

/* jg_ctl_begin:
 *
 * Begins a JSON answer; every answer carries the date it is given as of, and with --with the packs
 * that it was given with.
 *
 * Returns: (transfer full): a builder inside an open object */
JsonBuilder *
jg_ctl_begin (JgCtl *ctl)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  jg_ctl_put (builder, "as_of", ctl->as_of);
  if (ctl->with != NULL)
    jg_ctl_put_list (builder, "with", ctl->in_use);
  return builder;
}

/* jg_ctl_end:
 * @builder: (transfer full): a builder from jg_ctl_begin()
 *
 * Closes the answer and prints it. */
void
jg_ctl_end (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
  fputc ('\n', stdout);
  g_object_unref (builder);
}

/* jg_ctl_put:
 * @value: (nullable): a text; %NULL is written as null
 *
 * Writes one member. */
void
jg_ctl_put (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/* jg_ctl_put_provenance:
 * @provenance: (nullable): provenance of what is told
 *
 * Writes where a statement is from; of one in an office's pack also what the signature of the pack says. */
void
jg_ctl_put_provenance (JsonBuilder *builder, const char *provenance)
{
  jg_ctl_put (builder, "provenance", jg_provenance_get_plain (provenance));
  if (jg_provenance_is_local (provenance))
    jg_ctl_put (builder, "signature", jg_provenance_get_signature (provenance));
}

/* jg_ctl_dup_marked:
 * @name: a title or a name
 * @provenance: (nullable): where it is from
 *
 * Writes a name with the mark of what is not official.
 *
 * Returns: (transfer full): the words */
char *
jg_ctl_dup_marked (const char *name, const char *provenance)
{
  const char *mark = jg_provenance_get_mark (provenance);

  return mark != NULL ? g_strdup_printf ("%s（%s）", name, mark) : g_strdup (name);
}

/* jg_ctl_put_list:
 * @values: (nullable): texts
 *
 * Writes one member that is a list of texts. */
void
jg_ctl_put_list (JsonBuilder *builder, const char *key, char **values)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/* jg_ctl_put_paper:
 * @paper: what was written to --output
 *
 * Writes the members that say where a paper went and how many pages it has. */
void
jg_ctl_put_paper (JgCtl *ctl, JsonBuilder *builder, JgPaper *paper)
{
  jg_ctl_put (builder, "output", ctl->output);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, jg_paper_get_n_pages (paper));
}
