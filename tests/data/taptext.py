# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the data tests share: TAP output and the official texts, read without any of the program's code."""

import json
import os
import re
import sys

ROOT = os.environ.get("JOBGUIDE_SOURCE_ROOT") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
SOURCES = os.path.join(ROOT, "data", "sources")
PACKS = os.path.join(ROOT, "data", "packs")


class Tap:
    """Runs named checks; a check is a function that yields one message per fault."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, faults):
        self.count += 1
        try:
            faults = list(faults)
        except Exception as error:  # a broken file must fail this check, not hide the others
            faults = [f"{type(error).__name__}: {error}"]
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults[:20]:
            print(f"# {fault}")
        if len(faults) > 20:
            print(f"# … {len(faults) - 20} more")
        self.failed += bool(faults)

    def done(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)


def squeeze(text):
    """The text without white space, as quotes are compared."""
    return re.sub(r"\s+", "", text)


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"duplicate keys in {keys}")
    return dict(pairs)


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=unique_keys)


class Document:
    """A document with its lines under the numbers that it is quoted by."""

    def __init__(self, entry, text):
        self.entry = entry
        self.key = entry["key"]
        self.first = entry.get("first_line", 1)
        self.lines = text.split("\n")
        self.last = entry.get("last_line", len(self.lines))
        self.clauses = {c["clause"]: (c["line"], c["line_to"]) for c in entry.get("clauses") or []}

    def between(self, line, line_to):
        """Lines line..line_to without white space; empty when they are not all in the document."""
        if not self.first <= line <= line_to <= self.last:
            return ""
        return squeeze("".join(self.lines[line - self.first : line_to - self.first + 1]))

    def has(self, words, line, line_to):
        words = squeeze(words)
        return bool(words) and words in self.between(line, line_to)

    def everything(self):
        return self.between(self.first, self.last)


def read_text(entry):
    with open(os.path.join(SOURCES, entry["file"]), encoding="utf-8", newline="") as file:
        return file.read()


def official_documents():
    """key → Document, in the order of documents.json."""
    root = load(os.path.join(SOURCES, "documents.json"))
    return {entry["key"]: Document(entry, read_text(entry)) for entry in root["documents"]}


def packs():
    """file name → pack, of every pack in data/packs/."""
    names = sorted(name for name in os.listdir(PACKS) if name.endswith(".json"))
    return {name: load(os.path.join(PACKS, name)) for name in names}
