-- SPDX-FileCopyrightText: 2026 The JobGuide authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: the audit trail, the notice, settings, figures for statistics, ID numbers. Every BLOB but link is sealed.

CREATE TABLE audit (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL, link BLOB NOT NULL) STRICT;
-- One row: how long the trail is and which cases there are, so that what is cut off is missed.
CREATE TABLE head (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
CREATE TABLE notice (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
CREATE TABLE setting (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
CREATE TABLE figures (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE TABLE id_number (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
