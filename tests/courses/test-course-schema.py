#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader of jobguide-courses/1 and its JSON Schema say the same of a good file and of its mutations."""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"]) / "tests/guidance"))
from mutations import DROP, check  # noqa: E402

CTL = sys.argv[1]
TASK = {"text": "按照客户需求，取送物品。", "decision": "accepted", "hours": 1.5}
MODULE = {"name": "取送", "hours": 8, "content": "取件\n送件", "tasks": [TASK, {"text": "别的", "decision": "refused"}]}
COURSE = {"id": "course-1", "name": "网约配送", "state": "open", "confirmed": "2026-03-05", "provider": "甲校", "audience": "农民工",
          "occupation": "网约配送员", "code": "4-02-07-10", "edition": "2020", "work_type": "外卖", "level": "五级", "mode": "mixed",
          "hours": 40, "theory": 16.5, "practice": 23.5, "teachers": "王某\n李某", "place": "实训楼", "equipment": "电动车",
          "assessment": "实操", "certificate": "合格证", "fee": "1200元", "start": "2026-04-01", "end": "2026-04-30",
          "schedule": "周末", "capacity": 30, "contact": "0571-00000000", "measures": ["gbf-2020-27.16"], "note": "试讲",
          "modules": [MODULE]}
GOOD = {"schema": "jobguide-courses/1", "provenance": "local",
        "courses": [COURSE, {"id": "course-2", "name": "草稿", "state": "draft"}]}
C = ("courses", 0)
M = C + ("modules", 0)
T = M + ("tasks", 0)
MUTATIONS = [
    ((), []), (("schema",), "jobguide-courses/2"), (("schema",), DROP), (("provenance",), "official"), (("provenance",), DROP),
    (("courses",), DROP), (("courses",), {}), (("courses",), []), (("x",), 1), (("courses", 1), None), (C + ("id",), DROP),
    (C + ("id",), "Course 1"), (C + ("id",), "course-2"), (C + ("id",), "../course"), (C + ("name",), DROP), (C + ("name",), ""),
    (C + ("name",), " 网约"), (C + ("name",), "网约\n"), (C + ("name",), "字" * 100), (C + ("name",), "字" * 101),
    (C + ("name",), "a\u202eb"), (C + ("name",), "<b>网约</b>"), (C + ("state",), DROP), (C + ("state",), "在开"),
    (C + ("confirmed",), "2026-03"), (C + ("confirmed",), "2026-13-01"), (C + ("confirmed",), 20260305),
    (C + ("start",), "2020-02-30"), (C + ("end",), "2026-03-31"), (C + ("end",), DROP), (C + ("code",), "4-02-07"),
    (C + ("code",), "4020710"), (C + ("code",), DROP), (C + ("edition",), "2015"), (C + ("edition",), DROP),
    (C + ("mode",), "线上"), (C + ("hours",), "40"), (C + ("hours",), -1), (C + ("hours",), 10000.5), (C + ("hours",), 40.3),
    (C + ("hours",), 41), (C + ("hours",), None), (C + ("theory",), DROP), (C + ("theory",), 60), (C + ("capacity",), 0),
    (C + ("capacity",), 1.5), (C + ("capacity",), 100000), (C + ("capacity",), 100001), (C + ("measures",), []),
    (C + ("measures",), ["a", "a"]), (C + ("measures",), ["甲"]), (C + ("measures",), "a"), (C + ("measures",), ["a b"]),
    (C + ("modules",), DROP), (C + ("modules",), None), (C + ("modules",), [MODULE] * 101), (M + ("name",), DROP),
    (M + ("name",), None), (M + ("hours",), DROP), (M + ("hours",), "8"), (M + ("content",), "字" * 5001), (M + ("tasks",), DROP),
    (M + ("x",), 1), (T + ("text",), "别的"), (T + ("text",), DROP), (T + ("decision",), "yes"), (T + ("decision",), "refused"),
    (T + ("hours",), DROP), (T + ("hours",), 0.25), (C + ("fee",), 1200), (C + ("url",), "x"), (C + ("note",), "a\tb"),
]
# What a schema cannot say: only the reader refuses these.
READER_ONLY = {(C + ("id",), "course-2"), (C + ("start",), "2020-02-30"), (C + ("end",), "2026-03-31"), (C + ("hours",), 41),
               (C + ("theory",), 60), (T + ("text",), "别的"), (T + ("decision",), "refused")}


def read(folder, file):
    done = subprocess.run([CTL, "course", "list", "--courses", file], capture_output=True, text=True, timeout=60, check=False)
    return (0 if "还没有课程" in done.stderr else done.returncode), done.stderr


check("jobguide-courses-1.schema.json", GOOD, MUTATIONS, READER_ONLY, read)
