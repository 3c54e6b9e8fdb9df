#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader of jobguide-desk/1 and its JSON Schema say the same of a good file and of its mutations."""
import pathlib
import subprocess
import sys

from mutations import DROP, check

CTL = sys.argv[1]
NOTE = {"number": 1, "measure": "gbf-2020-27.16", "date": "2026-05", "text": "电话核实\n已确认", "by": "李某"}
GUIDE = {"measure": "zzb-2020-19.42", "counter": "3 号", "address": "示范路", "hours": "9–17", "telephone": "12333",
         "materials": "身份证", "date": "2026-06-01", "by": "王某"}
GOOD = {"schema": "jobguide-desk/1", "provenance": "local", "notes": [NOTE, NOTE | {"number": 2}],
        "guides": [GUIDE, {"telephone": "12333", "date": "2026", "by": "王某"}],
        "aliases": [{"text": "跑单的", "occupation": "occ.wangyue-peisongyuan", "date": "2026-05", "by": "李某"}],
        "missed": [{"text": "月嫂", "count": 3, "last": "2026-06-01"}, {"text": "waiter job", "count": 1, "last": "2026-06-02"}]}
MUTATIONS = [
    ((), {}), (("schema",), "jobguide-desk/2"), (("schema",), DROP), (("provenance",), "official"),
    (("provenance",), DROP), (("notes",), DROP), (("guides",), DROP), (("notes",), None), (("guides",), []),
    (("more",), 1), (("notes", 0, "number"), 0), (("notes", 0, "number"), "1"), (("notes", 0, "number"), 2147483647),
    (("notes", 0, "number"), 7), (("notes", 0, "measure"), "A b"), (("notes", 0, "measure"), DROP),
    (("notes", 0, "date"), "2026-5"), (("notes", 0, "date"), "2026-13"), (("notes", 0, "date"), "2026-12-31"),
    (("notes", 0, "date"), 2026), (("notes", 0, "text"), ""), (("notes", 0, "text"), " \n "),
    (("notes", 0, "text"), "字" * 300), (("notes", 0, "text"), "字" * 301), (("notes", 0, "text"), "a\u202eb"),
    (("notes", 0, "text"), "a\tb"), (("notes", 0, "by"), DROP), (("notes", 0, "by"), "王" * 41),
    (("notes", 0, "extra"), "x"), (("guides", 0, "measure"), DROP), (("guides", 0, "measure"), None),
    (("guides", 1, "telephone"), DROP), (("guides", 0, "counter"), "x" * 101), (("guides", 0, "address"), "x" * 201),
    (("guides", 0, "hours"), "x" * 200), (("guides", 0, "materials"), "x" * 501), (("guides", 0, "materials"), ["x"]),
    (("guides", 0, "date"), DROP), (("guides", 0, "by"), ""), (("guides", 0, "url"), "x"),
    (("aliases",), DROP), (("missed",), DROP), (("missed",), {}), (("aliases", 0, "text"), ""),
    (("aliases", 0, "text"), "字" * 20), (("aliases", 0, "text"), "字" * 21), (("aliases", 0, "occupation"), "网约配送员"),
    (("aliases", 0, "date"), DROP), (("aliases", 0, "by"), None), (("aliases", 0, "kind"), "口语"),
    (("missed", 0, "text"), "字" * 12), (("missed", 0, "text"), "字" * 13), (("missed", 0, "text"), "字"),
    (("missed", 0, "text"), "刘某 138"), (("missed", 0, "text"), "waiter job"), (("missed", 0, "text"), "Waiter"),
    (("missed", 0, "count"), 0), (("missed", 0, "count"), 1000001), (("missed", 0, "count"), "1"),
    (("missed", 0, "last"), "昨天"), (("missed", 0, "who"), "x"),
]
# What a schema cannot say: only the reader refuses these.
READER_ONLY = {(("guides", 0, "measure"), DROP), (("missed", 0, "text"), "刘某 138"), (("missed", 0, "text"), "waiter job"),
               (("missed", 0, "text"), "Waiter")}


def read(folder, file):
    profile = pathlib.Path(folder, "profile.json")
    profile.write_text('{"schema": "jobguide-profile/1"}')
    run = subprocess.run([CTL, "sheet", profile, "--output", pathlib.Path(folder, "o.pdf"), "--desk", file],
                         capture_output=True, text=True, timeout=60)
    return run.returncode, run.stderr


check("jobguide-desk-1.schema.json", GOOD, MUTATIONS, READER_ONLY, read)
