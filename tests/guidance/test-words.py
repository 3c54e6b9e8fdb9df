#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The editorial words keep their promises: a synonym means words that are printed, an alias belongs to one occupation."""

import collections
import json
import os
import pathlib

ROOT = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"])


def pack(name):
    return json.loads((ROOT / "data/packs" / name).read_text(encoding="utf-8"))


def squeeze(text):
    return "".join(text.split())


occupations = pack("occupations.json")
aliases = pack("aliases.json")["aliases"]
synonyms = pack("synonyms.json")["synonyms"]
sentences = [squeeze(s) for o in occupations["occupations"] for s in [o["definition"] or "", *o["tasks"]]]
names = {o["name"]: o["id"] for o in occupations["occupations"]}
for operation in occupations["operations"]:
    if operation["kind"] == "rename":
        names[operation["to"]] = operation["occupation"]
cancelled = {op["occupation"] for op in occupations["operations"] if op["kind"] == "occupation-cancel"}
full = [o for o in occupations["occupations"] if o["tasks"]]

checks = []


def check(title, problems):
    checks.append((title, list(problems)))


check("every word a synonym means is printed in a definition or a task",
      (f"{s['text']} → {m}" for s in synonyms for m in s["means"] if not any(squeeze(m) in t for t in sentences)))
check("no synonym is given twice",
      (t for t, n in collections.Counter(s["text"] for s in synonyms).items() if n > 1))
check("no alias belongs to two occupations",
      (t for t, n in collections.Counter(a["text"].lower() for a in aliases).items() if n > 1))
check("no alias is an official name", (a["text"] for a in aliases if a["text"] in names))
check("no alias leads to a cancelled occupation", (a["text"] for a in aliases if a["occupation"] in cancelled))
check("every alias of ours has a reason",
      (a["text"] for a in aliases if a["source"] == "编辑整理" and not a["reason"]))
check("no alias of grade c", (a["text"] for a in aliases if a["grade"] not in ("a", "b")))
count = collections.Counter(a["occupation"] for a in aliases)
check("each of the 28 has at least eight aliases",
      (f"{o['name']}: {count[o['id']]}" for o in full if count[o["id"]] < 8))
# Words of other occupations, which these must not be mistaken for.
others = ["快递员", "无人机驾驶员", "飞手", "月嫂", "保姆", "育儿嫂", "养老护理员", "健康管理师", "厨师", "律师", "会计", "电工",
          "网约车司机", "收废品", "剪辑师", "客服", "采购员"]
check("no alias is the word of another occupation", (a["text"] for a in aliases if a["text"] in others))
elsewhere = [e["text"] for e in pack("elsewhere.json")["elsewhere"]]
check("what is said to be elsewhere is no name and no alias",
      (t for t in elsewhere if t in names or t.lower() in {a["text"].lower() for a in aliases}))

print(f"1..{len(checks)}")
for number, (title, problems) in enumerate(checks, 1):
    for problem in problems:
        print(f"# {problem}")
    print(f"{'not ok' if problems else 'ok'} {number} - {title}")
