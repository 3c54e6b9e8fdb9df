#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that is found by pinyin stands in the reviewed list of readings.

check-readings.py --texts prints them, for test-readings --read.
"""

import json
import os
import pathlib
import sys

ROOT = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"])


def pack(name):
    return json.loads((ROOT / "data/packs" / name).read_text(encoding="utf-8"))


def optional():
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "data/optional").glob("*.json"))]


def texts():
    occupations = pack("occupations.json")
    found = set()
    for occupation in occupations["occupations"]:
        found.add(occupation["name"])
        found.update(work_type["name"] for work_type in occupation["work_types"])
    for operation in occupations["operations"]:
        if operation["kind"] == "rename":
            found.update((operation["from"], operation["to"]))
        if "work_type" in operation:
            found.add(operation["work_type"]["name"])
    found.update(alias["text"] for alias in pack("aliases.json")["aliases"])
    found.update(one["name"] for one in pack("classes.json")["classes"])
    for more in optional():
        found.update(one["name"] for one in more.get("occupations", []) + more.get("classes", []))
        found.update(alias["text"] for alias in more.get("aliases", []))
    return sorted(found)


if sys.argv[1:] == ["--texts"]:
    print("\n".join(texts()))
    sys.exit()

listed = {line.split("\t")[0] for line in (ROOT / "tests/text/data/readings.tsv").read_text(encoding="utf-8").splitlines()
          if line and not line.startswith("#")}
missing = [text for text in texts() if text not in listed]
gone = sorted(listed - set(texts()))
print("1..2")
for number, (title, problems) in enumerate((("every text has reviewed readings", missing),
                                            ("no readings of texts that are gone", gone)), 1):
    print("not ok" if problems else "ok", number, "-", title)
    for problem in problems:
        print("#", problem)
