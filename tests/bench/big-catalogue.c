/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* big-catalogue OUT.db CATALOGUE.tsv SOURCES PACK…: builds the shipped packs as "pack build" does, with
 * the made-up occupations of gen-catalogue.py added, for the window to open. */

#include <stdio.h>
#include <string.h>

#include "jg-catalogue-writer.h"
#include "jg-pack-set-private.h"

typedef struct
{
  JgPackSet *set;
  JgPack *pack; /* takes the aliases and the classes */
  GHashTable *codes;
  GHashTable *classes;
} Maker;

static void
add_class (Maker *self, const char *code)
{
  JgPackClass *row;

  if (!g_hash_table_add (self->classes, g_strdup (code)))
    return;
  row = g_new0 (JgPackClass, 1);
  row->class = g_new0 (JgOccupationClass, 1);
  row->class->code = g_strdup (code);
  row->class->name = g_strdup_printf ("模拟类%s", code);
  row->class->level = g_strdup (strlen (code) == 1   ? "major"
                                : strlen (code) == 4 ? "middle"
                                                     : "minor");
  row->class->edition = g_strdup ("2020");
  row->class->provenance = g_strdup ("editorial");
  g_ptr_array_add (self->pack->classes, row);
}

static void
add_classes (Maker *self, const char *code)
{
  static const int lengths[] = { 1, 4, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *class_code = g_strndup (code, (gsize) lengths[i]);

      add_class (self, class_code);
    }
}

static void
add_alias (Maker *self, const char *id, const char *text)
{
  JgPackAlias *row = g_new0 (JgPackAlias, 1);

  row->alias = g_new0 (JgAlias, 1);
  row->alias->text = g_strdup (text);
  row->alias->occupation = g_strdup (id);
  row->alias->kind = g_strdup ("colloquial");
  row->alias->source = g_strdup ("gen-catalogue.py");
  row->alias->provenance = g_strdup ("editorial");
  row->grade = g_strdup ("C");
  g_ptr_array_add (self->pack->aliases, row);
}

static void
add_occupation (Maker *self, guint number, char **columns)
{
  g_auto (GStrv) aliases = g_strsplit (columns[2], "\x1f", -1);
  g_auto (GStrv) tasks = g_strsplit (columns[4], "\x1f", -1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  JgOccupation *occupation;
  JgOccupationCode *code;

  if (!g_hash_table_add (self->codes, g_strdup (columns[0])))
    return;
  occupation = jg_occupation_new ();
  occupation->id = g_strdup_printf ("made.%u", number);
  occupation->code = g_strdup (columns[0]);
  occupation->edition = g_strdup ("2020");
  occupation->name = g_strdup (columns[1]);
  occupation->status = g_strdup ("current");
  occupation->provenance = g_strdup ("editorial");
  occupation->origin = g_strdup ("existing");
  occupation->marks = g_new0 (char *, 1);
  occupation->definition = g_strdup (columns[3]);
  occupation->former_names = g_new0 (char *, 1);
  occupation->successors = g_new0 (char *, 1);
  for (int i = 0; tasks[i] != NULL; i++)
    g_ptr_array_add (occupation->tasks, g_strdup (tasks[i]));
  code = g_new0 (JgOccupationCode, 1);
  code->code = g_strdup (columns[0]);
  code->edition = g_strdup ("2020");
  code->provenance = g_strdup ("editorial");
  code->status = g_strdup ("current");
  code->marks = g_new0 (char *, 1);
  g_ptr_array_add (occupation->codes, code);
  g_ptr_array_add (self->set->occupations, occupation);
  add_classes (self, columns[0]);
  for (int i = 0; aliases[i] != NULL; i++)
    if (*aliases[i] != '\0' && g_hash_table_add (known, aliases[i]))
      add_alias (self, occupation->id, aliases[i]);
}

static void
read_known (Maker *self)
{
  for (guint i = 0; i < self->set->occupations->len; i++)
    {
      const JgOccupation *occupation = g_ptr_array_index (self->set->occupations, i);

      for (guint c = 0; c < occupation->codes->len; c++)
        {
          const JgOccupationCode *code = g_ptr_array_index (occupation->codes, c);

          if (code->code != NULL)
            g_hash_table_add (self->codes, g_strdup (code->code));
        }
    }
  for (guint i = 0; i < self->set->packs->len; i++)
    {
      JgPack *pack = g_ptr_array_index (self->set->packs, i);

      for (guint c = 0; c < pack->classes->len; c++)
        g_hash_table_add (
            self->classes,
            g_strdup (((JgPackClass *) g_ptr_array_index (pack->classes, c))->class->code));
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  Maker maker = { .set = set };

  if (argc < 5)
    {
      fprintf (stderr, "usage: big-catalogue OUT.db CATALOGUE.tsv SOURCES PACK…\n");
      return 2;
    }
  jg_pack_set_add_sources (set, argv[3]);
  for (int i = 4; i < argc; i++)
    jg_pack_set_add_file (set, argv[i]);
  if (!jg_pack_set_check (set))
    {
      fprintf (stderr, "big-catalogue: %s\n",
               (char *) g_ptr_array_index (jg_pack_set_get_errors (set), 0));
      return 1;
    }
  if (!g_file_get_contents (argv[2], &content, NULL, &error))
    {
      fprintf (stderr, "big-catalogue: %s\n", error->message);
      return 1;
    }

  maker.pack = g_ptr_array_index (set->packs, 0);
  maker.codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  maker.classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_known (&maker);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      add_occupation (&maker, i, columns);
    }
  g_hash_table_unref (maker.codes);
  g_hash_table_unref (maker.classes);
  if (!jg_catalogue_write (set, argv[1], &error))
    {
      fprintf (stderr, "big-catalogue: %s\n", error->message);
      return 1;
    }
  printf ("%u occupations\n", set->occupations->len);
  return 0;
}
