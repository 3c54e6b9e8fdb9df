#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader of jobguide-record/1 and its JSON Schema say the same of a good file and of its mutations."""
import subprocess
import sys

from mutations import DROP, check

CTL = sys.argv[1]
GOOD = {
    "schema": "jobguide-record/1", "number": "20261123-012345", "created": "2026-11-23", "changed": "2026-11-24",
    "profile": {"schema": "jobguide-profile/1", "alias": "王某", "wish": "送外卖", "facts": {"registered-unemployed": True}},
    "concern": "怕年纪大\n没人要", "remarks": "下次带孩子来", "desk": "1 号窗口", "counsellor": "李某",
    "follow_up": "2026-12-23", "follow_up_way": "电话", "large_print": True,
    "answers": {"outdoor": "yes", "shift": "no"}, "chosen": ["occ.wangyue-peisongyuan"],
    "tasks": [{"occupation": "occ.wangyue-peisongyuan", "task": 1, "state": "can"},
              {"occupation": "occ.wangyue-peisongyuan", "task": 2, "state": "learn"}],
    "struck": [{"occupation": "occ.xiaoduyuan", "reason": "对消毒水过敏"}], "ticked": ["gbf-2020-27.16"],
    "taken_off": ["zzb-2020-19.42"],
    "steps": [{"what": "报名培训", "who": "本人", "when": "12 月 1 日前", "where": "一楼", "bring": "身份证",
               "measure": "gbf-2020-27.16", "done": True}, {"what": "打电话", "measure": None}, {}],
    "contacts": [{"date": "2026-12-23", "way": "电话", "note": "已报名"}, {"date": "2026-12-24"}],
}
TASK = {"occupation": "occ.wangyue-peisongyuan", "task": 1, "state": "learn"}
TWICE = [GOOD["tasks"][0], TASK]
STRUCK_TWICE = GOOD["struck"] * 2
STRUCK_CHOSEN = [{"occupation": "occ.wangyue-peisongyuan", "reason": "太远"}]
TICKED_TOO = ["gbf-2020-27.16"]
NO_DAY = "2026-02-30"
MUTATIONS = [
    ((), {}), ((), []), (("schema",), "jobguide-record/2"), (("schema",), DROP), (("more",), 1),
    (("number",), DROP), (("number",), "20261123"), (("number",), "20261123-01234五"), (("number",), 20261123),
    (("created",), DROP), (("created",), "2026-11"), (("created",), NO_DAY), (("changed",), "今天"), (("changed",), None),
    (("profile",), DROP), (("profile",), None), (("profile",), {}), (("profile", "schema"), "jobguide-profile/2"),
    (("profile", "name"), "王小明"), (("profile", "wish"), "字" * 2001), (("profile", "sex"), "男"),
    (("profile", "facts", "registered-unemployed"), []), (("profile", "skills"), ["", "x"]),
    (("concern",), DROP), (("concern",), ""), (("concern",), "字" * 500), (("concern",), "字" * 501), (("concern",), None),
    (("concern",), "a\u202eb"), (("remarks",), "字" * 1001), (("desk",), "字" * 101), (("counsellor",), "字" * 41),
    (("follow_up",), "2026-12"), (("follow_up",), ""), (("follow_up",), DROP), (("follow_up_way",), "字" * 41),
    (("large_print",), "yes"), (("large_print",), False), (("answers",), {}), (("answers",), []),
    (("answers", "outdoor"), None), (("answers", "outdoor"), "Yes"), (("answers", "Out door"), "yes"),
    (("answers",), {f"q{i}": "yes" for i in range(101)}),
    (("chosen",), []), (("chosen",), ["a", "b", "c"]), (("chosen",), ["a", "b", "c", "d"]), (("chosen",), ["a", "a"]),
    (("chosen", 0), "网约配送员"), (("chosen", 0), 1), (("chosen",), "a"),
    (("tasks", 0, "task"), 0), (("tasks", 0, "task"), 99), (("tasks", 0, "task"), 100), (("tasks", 0, "task"), 1.5),
    (("tasks", 0, "state"), "已会"), (("tasks", 0, "state"), DROP), (("tasks", 0, "occupation"), DROP),
    (("tasks", 0, "text"), "x"), (("tasks",), TWICE), (("struck", 0, "reason"), DROP), (("struck", 0, "reason"), " "),
    (("struck", 0, "reason"), "字" * 101), (("struck", 0, "occupation"), "X"), (("struck",), STRUCK_TWICE),
    (("struck",), STRUCK_CHOSEN), (("ticked",), ["X"]), (("ticked",), ["a", "a"]), (("ticked",), None),
    (("taken_off",), TICKED_TOO), (("taken_off",), DROP),
    (("steps", 0, "what"), "字" * 200), (("steps", 0, "what"), "字" * 201), (("steps", 0, "what"), DROP),
    (("steps", 0, "who"), "字" * 41), (("steps", 0, "when"), ""), (("steps", 0, "where"), "字" * 201),
    (("steps", 0, "bring"), "字" * 301), (("steps", 0, "measure"), "X"), (("steps", 0, "done"), None),
    (("steps", 0, "place"), "x"), (("steps",), [{}] * 20), (("steps",), [{}] * 21), (("steps",), [None]),
    (("contacts", 0, "date"), DROP), (("contacts", 0, "date"), NO_DAY), (("contacts", 0, "way"), "字" * 41),
    (("contacts", 0, "note"), "字" * 501), (("contacts", 0, "by"), "x"), (("contacts",), [{"date": "2026-01-01"}] * 201),
]
# What a schema cannot say: only the reader refuses these.
READER_ONLY = [(("tasks",), TWICE), (("struck",), STRUCK_TWICE), (("struck",), STRUCK_CHOSEN),
                     (("taken_off",), TICKED_TOO), (("created",), NO_DAY), (("contacts", 0, "date"), NO_DAY)]


def read(folder, file):
    run = subprocess.run([CTL, "measures", file], capture_output=True, text=True, timeout=60)
    return run.returncode, run.stderr


check("jobguide-record-1.schema.json", GOOD, MUTATIONS, READER_ONLY, read)
