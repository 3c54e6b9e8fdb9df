#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader of jobguide-desk/1 and its JSON Schema say the same of a good file and of its mutations."""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"])
CTL = sys.argv[1]
SCHEMA = json.loads((ROOT / "docs/jobguide-desk-1.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
NOTE = {"number": 1, "measure": "gbf-2020-27.16", "date": "2026-05", "text": "电话核实\n已确认", "by": "李某"}
GUIDE = {"measure": "zzb-2020-19.42", "counter": "3 号", "address": "示范路", "hours": "9–17", "telephone": "12333",
         "materials": "身份证", "date": "2026-06-01", "by": "王某"}
GOOD = {"schema": "jobguide-desk/1", "provenance": "local", "notes": [NOTE, NOTE | {"number": 2}],
        "guides": [GUIDE, {"telephone": "12333", "date": "2026", "by": "王某"}],
        "aliases": [{"text": "跑单的", "occupation": "occ.wangyue-peisongyuan", "date": "2026-05", "by": "李某"}],
        "missed": [{"text": "月嫂", "count": 3, "last": "2026-06-01"}, {"text": "waiter job", "count": 1, "last": "2026-06-02"}]}
DROP = object()
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


def mutate(way, value):
    root = copy.deepcopy(GOOD)
    if not way:
        return value
    place = root
    for step in way[:-1]:
        place = place[step]
    if value is DROP:
        del place[way[-1]]
    else:
        place[way[-1]] = value
    return root


def main():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    n = 0
    print(f"1..{len(MUTATIONS) + 1}")
    with tempfile.TemporaryDirectory() as folder:
        desk = pathlib.Path(folder, "desk.json")
        profile = pathlib.Path(folder, "profile.json")
        profile.write_text('{"schema": "jobguide-profile/1"}')
        for way, value, wanted in [(("schema",), GOOD["schema"], True)] + [(*m, None) for m in MUTATIONS]:
            root = mutate(way, value)
            text = json.dumps(root, ensure_ascii=False)
            desk.write_text(text)
            says = VALIDATOR.is_valid(root)
            if any(way == w and value is v for w, v in READER_ONLY):
                says = False
            run = subprocess.run([CTL, "sheet", profile, "--output", pathlib.Path(folder, "o.pdf"), "--desk", desk],
                                 capture_output=True, text=True, timeout=60)
            good = run.returncode == (0 if says else 1) and wanted in (None, says) and desk.read_text() == text
            n += 1
            print(f"{'ok' if good else 'not ok'} {n} - {'/'.join(map(str, way))} {str(value)[:20]!r}")
            if not good:
                print(f"# schema: {says}, reader: {run.returncode} {run.stderr}")


main()
