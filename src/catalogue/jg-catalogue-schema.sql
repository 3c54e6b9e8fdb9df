-- SPDX-FileCopyrightText: 2026 The JobGuide authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The catalogue: written once by "jobguidectl pack build", then only read.
-- A list in one column is separated by U+001F, which no pack may contain.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE pack (id TEXT PRIMARY KEY, position INTEGER NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL,
  provenance TEXT NOT NULL, sha256 TEXT NOT NULL, name TEXT, content BLOB) WITHOUT ROWID;
CREATE TABLE pack_source (pack TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, licence TEXT NOT NULL, credit TEXT NOT NULL,
  PRIMARY KEY (pack, position)) WITHOUT ROWID;
CREATE TABLE source_file (name TEXT PRIMARY KEY, position INTEGER NOT NULL, content BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE document (key TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, number TEXT, issuers TEXT NOT NULL, date TEXT,
  region_code TEXT NOT NULL, region_name TEXT NOT NULL, kind TEXT NOT NULL, provenance TEXT NOT NULL,
  commencement TEXT, commencement_quote TEXT, ending TEXT, ending_quote TEXT,
  first_line INTEGER NOT NULL, last_line INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE relation (document TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, target TEXT, number TEXT, quote TEXT, line INTEGER,
  PRIMARY KEY (document, position)) WITHOUT ROWID;
CREATE TABLE paragraph (document TEXT NOT NULL, line INTEGER NOT NULL, clause TEXT, text TEXT NOT NULL, joined INTEGER NOT NULL,
  PRIMARY KEY (document, line)) WITHOUT ROWID;
CREATE TABLE repair (document TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, line INTEGER NOT NULL, line_to INTEGER NOT NULL,
  before TEXT NOT NULL, after TEXT, reason TEXT NOT NULL, PRIMARY KEY (document, position)) WITHOUT ROWID;

CREATE TABLE class (edition TEXT NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL, name TEXT NOT NULL, provenance TEXT NOT NULL,
  n_occupations INTEGER NOT NULL, PRIMARY KEY (edition, code)) WITHOUT ROWID;
CREATE INDEX class_by_level ON class (level, edition, code);
-- One that was announced without a code has neither code nor edition.
CREATE TABLE occupation (id TEXT PRIMARY KEY, position INTEGER NOT NULL, code TEXT, edition TEXT, name TEXT NOT NULL,
  status TEXT NOT NULL, provenance TEXT NOT NULL, origin TEXT NOT NULL, marks TEXT NOT NULL, definition TEXT,
  former_names TEXT NOT NULL, successors TEXT NOT NULL, note TEXT) WITHOUT ROWID;
CREATE INDEX occupation_by_code ON occupation (code);
CREATE TABLE task (occupation TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (occupation, number)) WITHOUT ROWID;
CREATE TABLE occupation_code (occupation TEXT NOT NULL, position INTEGER NOT NULL, code TEXT NOT NULL, edition TEXT NOT NULL, name TEXT,
  provenance TEXT NOT NULL, status TEXT NOT NULL, marks TEXT NOT NULL, relation TEXT, note TEXT,
  PRIMARY KEY (occupation, position)) WITHOUT ROWID;
CREATE INDEX occupation_code_by_code ON occupation_code (code, edition, status);
-- What a code of one edition means in another when that is not the same occupation.
CREATE TABLE reused_code (code TEXT NOT NULL, edition TEXT NOT NULL, name TEXT NOT NULL, provenance TEXT NOT NULL,
  PRIMARY KEY (code, edition)) WITHOUT ROWID;
CREATE TABLE work_type (occupation TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, other TEXT,
  PRIMARY KEY (occupation, position)) WITHOUT ROWID;
-- Where a statement about an occupation (work_type = -1) or about one of its work types stands.
CREATE TABLE citation (occupation TEXT NOT NULL, work_type INTEGER NOT NULL, position INTEGER NOT NULL, document TEXT NOT NULL, clause TEXT,
  line INTEGER NOT NULL, line_to INTEGER NOT NULL, quote TEXT, PRIMARY KEY (occupation, work_type, position)) WITHOUT ROWID;
CREATE TABLE change (occupation TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL, clause TEXT,
  line INTEGER NOT NULL, quote TEXT NOT NULL, summary TEXT NOT NULL, PRIMARY KEY (occupation, position)) WITHOUT ROWID;

CREATE TABLE measure (id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, tier TEXT NOT NULL, force TEXT NOT NULL,
  beneficiaries TEXT NOT NULL, region_code TEXT NOT NULL, region_name TEXT NOT NULL, region_anchor TEXT, provenance TEXT NOT NULL,
  document TEXT NOT NULL, clause TEXT NOT NULL, line INTEGER NOT NULL, line_to INTEGER NOT NULL, quote TEXT NOT NULL, reading TEXT,
  conditions TEXT, worker TEXT, employer_line TEXT, amount TEXT, validity_basis TEXT NOT NULL, valid_from TEXT, valid_to TEXT,
  validity_quote TEXT, validity_line INTEGER, family TEXT, occupation_basis TEXT NOT NULL, people TEXT NOT NULL,
  caveats TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE measure_link (measure TEXT NOT NULL, position INTEGER NOT NULL, occupation TEXT NOT NULL, basis TEXT NOT NULL, words TEXT,
  PRIMARY KEY (measure, position)) WITHOUT ROWID;
CREATE INDEX measure_link_by_occupation ON measure_link (occupation);
CREATE TABLE fact (key TEXT PRIMARY KEY, position INTEGER NOT NULL, type TEXT NOT NULL, question TEXT NOT NULL, heading TEXT NOT NULL, unit TEXT,
  granted_by TEXT, hint TEXT, never_from TEXT NOT NULL, implied_by TEXT NOT NULL, people TEXT NOT NULL, option_values TEXT NOT NULL, option_names TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE alias (occupation TEXT NOT NULL, text TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, grade TEXT NOT NULL,
  provenance TEXT NOT NULL, PRIMARY KEY (occupation, text)) WITHOUT ROWID;
-- What is the work of no occupation of the catalogue, though the words of one stand in it.
CREATE TABLE elsewhere (text TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE synonym (text TEXT PRIMARY KEY, position INTEGER NOT NULL, means TEXT NOT NULL, wish INTEGER NOT NULL) WITHOUT ROWID;

-- What a search may find (docs/search.md): the occupations in the order of an answer, with what is shown of them; one row for each text, numbered tier by
-- tier (the numbers of JgSearchTier); and for each character, pair of characters, syllable and initial the rows that hold it,
-- in pieces by their first row. norm is NULL where it is made anew from text: in definitions and tasks.
CREATE TABLE search_entry (number INTEGER PRIMARY KEY, occupation TEXT NOT NULL UNIQUE, code TEXT, edition TEXT,
  name TEXT NOT NULL, status TEXT NOT NULL, provenance TEXT NOT NULL, definition TEXT, successors TEXT NOT NULL);
CREATE TABLE search_field (id INTEGER PRIMARY KEY, tier INTEGER NOT NULL, entry INTEGER NOT NULL, text TEXT NOT NULL, norm TEXT,
  pinyin TEXT, borders BLOB);
CREATE INDEX search_code ON search_field (tier, norm) WHERE tier < 3;
CREATE INDEX search_title ON search_field (norm) WHERE tier BETWEEN 3 AND 6;
CREATE TABLE search_gram (gram INTEGER NOT NULL, first INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (gram, first)) WITHOUT ROWID;
CREATE TABLE search_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- Only while the catalogue is written; field is the number of JgSearchField.
CREATE TEMP TABLE search_raw (occupation TEXT NOT NULL, field INTEGER NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL, norm TEXT NOT NULL,
  pinyin TEXT);
