// SPDX-FileCopyrightText: 2026 The JobGuide authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The same queries through Xapian with CJK n-grams: the best 40 occupations by its own weights. The only file in
// C++, for Xapian has no other interface; it is built for the benchmark alone.

#include <xapian.h>

#include "search-bench.h"

namespace
{

struct Peer
{
  Xapian::WritableDatabase db;
  Xapian::TermGenerator generator;
  Xapian::QueryParser parser;
};

}

gboolean
xapian_is_built ()
{
  return TRUE;
}

gpointer
xapian_new (const char *folder)
{
  auto *self = new Peer;

  self->db = Xapian::WritableDatabase (folder, Xapian::DB_CREATE_OR_OVERWRITE);
  self->generator.set_flags (Xapian::TermGenerator::FLAG_CJK_NGRAM);
  return self;
}

void
xapian_add (gpointer data, const char *code, const char *name, const char *aliases, const char *definition,
            const char *tasks)
{
  auto *self = static_cast<Peer *> (data);
  const struct
  {
    const char *text;
    unsigned weight;
  } fields[] = { { name, 20 }, { aliases, 15 }, { code, 1 }, { definition, 3 }, { tasks, 1 } };
  Xapian::Document document;

  self->generator.set_document (document);
  self->generator.set_termpos (0);
  for (const auto &field : fields)
    {
      self->generator.index_text (field.text, field.weight);
      self->generator.increase_termpos ();
    }
  self->db.add_document (document);
}

void
xapian_finish (gpointer data)
{
  auto *self = static_cast<Peer *> (data);

  self->db.commit ();
  self->parser.set_database (self->db);
  self->parser.set_default_op (Xapian::Query::OP_AND);
}

void
xapian_run (gpointer data, const char *query)
{
  auto *self = static_cast<Peer *> (data);
  const std::string text = g_str_is_ascii (query) ? std::string (query) + "*" : query;
  Xapian::Enquire enquire (self->db);

  enquire.set_query (
      self->parser.parse_query (text, Xapian::QueryParser::FLAG_CJK_NGRAM | Xapian::QueryParser::FLAG_WILDCARD));
  for (auto i : enquire.get_mset (0, FIRST))
    (void) i;
}

void
xapian_free (gpointer data)
{
  delete static_cast<Peer *> (data);
}
