-- SPDX-FileCopyrightText: 2026 The JobGuide authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1: keys, cases, drafts, what was deleted. Every BLOB but uid, tag and salt is sealed.

CREATE TABLE store (id INTEGER PRIMARY KEY, uid BLOB NOT NULL) STRICT;
CREATE TABLE counsellor (id INTEGER PRIMARY KEY, tag BLOB NOT NULL, name BLOB NOT NULL) STRICT;
CREATE TABLE slot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  counsellor INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  salt BLOB NOT NULL,
  operations INTEGER NOT NULL,
  memory INTEGER NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;
-- Two tables, so that the summaries of all cases are read without passing over their contents.
CREATE TABLE summary (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE content (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE draft (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
CREATE TABLE tombstone (id INTEGER PRIMARY KEY AUTOINCREMENT, sealed BLOB NOT NULL) STRICT;
