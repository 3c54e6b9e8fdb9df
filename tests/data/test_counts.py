# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Occupations and changes counted three times: from the notices' text, from the packs, and as the survey of the text stated."""

import re
from collections import Counter

from taptext import Tap, official_documents, packs, squeeze

NOTICES = ("rst-2020-17", "rst-2020-73")
DIGIT = "一二三四五六七八九十"
CODE = r"\d-\d\d-\d\d-\d\d"
# What the survey of the two notices found: first notice, second notice.
STATED = {
    "new occupations": (16, 9),
    "promoted occupations": (0, 3),
    "occupations with code, definition and tasks": (16, 12),
    "change items": (11, 7),
    "tasks of new occupations": (106, 57),
    "tasks of promoted occupations": (0, 17),
    "all tasks": (106, 74),
    "work types listed with a new occupation": (5, 1),
    "items that add work types": (9, 5),
    "worktype-add": (11, 5),
    "worktype-move": (1, 0),
    "worktype-cancel": (2, 0),
    "worktype-promote": (0, 3),
    "recode": (1, 1),
    "rename": (1, 0),
    "occupation-cancel": (0, 1),
    "operations in the changes": (16, 10),
    "existing occupations touched": (11, 6),
    "L marks": (1, 1),
}
STATED_TOTAL = {
    "existing occupations touched": 16,
    "work types added and not listed before": 15,
    "work type names": 26,
    "work types after both notices": 21,
    "existing occupations cancelled": 1,
    "distinct codes": 46,
    "occupations": 44,
    "codes that are no longer used": 2,
    "occupations with a definition": 28,
}
STATED_MAJOR = {"2": 4, "3": 1, "4": 19, "6": 4}


class Notice:
    """One notice read line by line, knowing nothing but how it is printed."""

    def __init__(self, document):
        self.occupations = []  # code, name, marks, definition, tasks, work types, promoted
        self.items = []
        part = None
        block = None
        state = None
        for line in document.lines:
            text = re.sub(r"^- ", "", line.strip())
            part_heading = re.match(rf"^([{DIGIT}])、(\S+)$", text)
            entry = re.match(rf"^(?:[（(][{DIGIT}]+[）)]|(\d+)\.) ?({CODE}) (\S+?)(?: (L))?$", text)
            if part_heading:
                part, block = part_heading[1], None
            elif part and entry:
                block = {"code": entry[2], "name": entry[3], "marks": [entry[4]] if entry[4] else [], "promoted": entry[1] is not None}
                block.update(definition=None, tasks=[], work_types=[])
                self.occupations.append(block)
                state = None
            elif part == "二" and re.match(rf"^[（(][{DIGIT}]+[）)]", text):
                self.items.append(squeeze(text).replace("(", "（").replace(")", "）"))
                block = None
            elif block and text.startswith("定义："):
                block["definition"] = text[3:]
            elif block and text == "主要工作任务：":
                state = "tasks"
            elif block and text == "本职业包含但不限于下列工种：":
                state = "work_types"
            elif block and text and state == "tasks":
                task = re.match(r"^(?:(\d+)\.|[（(](\d+)[）)]) ?(.+)$", text)
                if int(task[1] or task[2]) != len(block["tasks"]) + 1:
                    raise ValueError(f"the task list breaks at “{text}”")
                block["tasks"].append(task[3])
            elif block and text and state == "work_types":
                block["work_types"] += text.split()
        self.preamble = re.search(r"等(\d+)个新职业信息，调整变更了(\d+)个职业信息", document.everything())

    def operations(self):
        """(kind, subject) of every change, from the verbs of the items."""
        for item in self.items:
            subject = re.search(rf"[“]([^“”（]+)（{CODE}）[”]", item)[1]
            for clause in re.split(r"[，；](?=同时)", item):
                names = lambda text: [n for n in re.findall(r"“([^“”]+)”", text)]
                if "增设" in clause:
                    yield from (("worktype-add", subject, name) for name in names(clause.split("增设")[1]))
                elif "工种" in clause and "取消" in clause:
                    yield from (("worktype-cancel", subject, name) for name in names(clause.split("取消")[1]))
                elif "工种调整为" in clause:
                    yield "worktype-move", subject, names(clause.split("工种调整为")[0])[0]
                elif "上升为职业" in clause:
                    yield from (("worktype-promote", subject, name) for name in names(clause))
                elif "职业编码更改为" in clause:
                    yield "recode", subject, names(clause.split("更改为")[1])[0]
                elif "职业名称变更为" in clause:
                    yield "rename", subject, names(clause.split("变更为")[1])[0]
                elif "职业取消" in clause:
                    subject = re.search(rf"小类下“([^“”（]+)（{CODE}）”职业取消", clause)[1]
                    yield "occupation-cancel", subject, subject
                else:
                    raise ValueError(f"a change that is not understood: {clause}")


def count_text(notices):
    table, total = {}, Counter()
    touched, codes = set(), set()
    work_types = {}  # name → state
    for place, notice in enumerate(notices):
        operations = list(notice.operations())
        kinds = Counter(kind for kind, _, _ in operations)
        new = [o for o in notice.occupations if not o["promoted"]]
        promoted = [o for o in notice.occupations if o["promoted"]]
        here = {subject for _, subject, _ in operations} - {o["name"] for n in notices for o in n.occupations}
        touched |= here
        row = {
            "new occupations": len(new),
            "promoted occupations": len(promoted),
            "occupations with code, definition and tasks": sum(bool(o["definition"] and o["tasks"]) for o in notice.occupations),
            "change items": len(notice.items),
            "tasks of new occupations": sum(len(o["tasks"]) for o in new),
            "tasks of promoted occupations": sum(len(o["tasks"]) for o in promoted),
            "all tasks": sum(len(o["tasks"]) for o in notice.occupations),
            "work types listed with a new occupation": sum(len(o["work_types"]) for o in new),
            "items that add work types": sum("增设" in item for item in notice.items),
            "operations in the changes": len(operations),
            "existing occupations touched": len(here),
            "L marks": sum("L" in o["marks"] for o in notice.occupations),
        }
        for kind in ("worktype-add", "worktype-move", "worktype-cancel", "worktype-promote", "recode", "rename", "occupation-cancel"):
            row[kind] = kinds[kind]
        for name, value in row.items():
            table.setdefault(name, [0, 0])[place] = value
        listed = {name for o in notice.occupations for name in o["work_types"]}
        work_types.update({name: "live" for name in listed})
        for kind, _, name in operations:
            if kind == "worktype-add":
                total["work types added and not listed before"] += name not in work_types
                work_types[name] = "live"
            elif kind.startswith("worktype-"):
                work_types[name] = {"worktype-move": "live"}.get(kind, "gone")
        codes |= {o["code"] for o in notice.occupations}
        codes |= {code for item in notice.items for code in re.findall(CODE, item)}
        total["existing occupations cancelled"] += kinds["occupation-cancel"]
    old = sum(kind == "recode" for n in notices for kind, _, _ in n.operations())
    total.update(
        {
            "existing occupations touched": len(touched),
            "work type names": len(work_types),
            "work types after both notices": sum(state == "live" for state in work_types.values()),
            "distinct codes": len(codes),
            "occupations": len(codes) - old,
            "codes that are no longer used": old,
            "occupations with a definition": sum(bool(o["definition"]) for n in notices for o in n.occupations),
        }
    )
    major = Counter(o["code"][0] for n in notices for o in n.occupations)
    return {name: tuple(row) for name, row in table.items()}, dict(total), dict(major)


def count_packs(occupations, operations):
    by_id = {o["id"]: o for o in occupations}
    changes = [o for o in operations if o["kind"] != "new-occupation"]
    table, total = {}, Counter()

    def row(name, values):
        table[name] = tuple(values)

    def each(condition, of):
        return [sum(bool(condition(x)) for x in of if notice(x) == key) for key in NOTICES]

    def notice(x):
        return x["source"]["document"] if "source" in x else x["document"]

    def tasks(*origins):
        return [sum(len(o["tasks"]) for o in occupations if notice(o) == key and o["origin"] in origins) for key in NOTICES]

    def item(operation):
        return re.match(r"^二（[^）]+）", operation["clause"])[0]

    row("new occupations", each(lambda o: o["origin"] == "new", occupations))
    row("promoted occupations", each(lambda o: o["origin"] == "promoted", occupations))
    row("occupations with code, definition and tasks", each(lambda o: o["code"] and o["definition"] and o["tasks"], occupations))
    row("change items", [len({item(o) for o in changes if notice(o) == key}) for key in NOTICES])
    row("tasks of new occupations", tasks("new"))
    row("tasks of promoted occupations", tasks("promoted"))
    row("all tasks", tasks("new", "promoted", "existing"))
    listed = {key: [w for o in occupations if notice(o) == key and o["origin"] == "new" for w in o["work_types"] if w["stated"] == "listed"] for key in NOTICES}
    row("work types listed with a new occupation", [len(listed[key]) for key in NOTICES])
    adds = [o for o in changes if o["kind"] == "worktype-add"]
    row("items that add work types", [len({item(o) for o in adds if notice(o) == key}) for key in NOTICES])
    for kind in ("worktype-add", "worktype-move", "worktype-cancel", "worktype-promote", "recode", "rename", "occupation-cancel"):
        row(kind, each(lambda o: o["kind"] == kind, changes))
    row("operations in the changes", each(lambda o: True, changes))
    touched = [{o["occupation"] for o in changes if notice(o) == key and by_id[o["occupation"]]["origin"] == "existing"} for key in NOTICES]
    row("existing occupations touched", [len(ids) for ids in touched])
    row("L marks", each(lambda o: "L" in o["marks"], occupations))

    # Replay the operations in order; a work type is one thing, whatever says so and wherever it hangs.
    names, live, states, codes = set(), set(), {}, {o["code"] for o in occupations}
    for occupation in occupations:
        for work_type in occupation["work_types"]:
            names.add(work_type["name"])
            if work_type["stated"] == "existing":
                live.add(work_type["name"])
    for operation in operations:
        kind = operation["kind"]
        name = operation["work_type"]["name"] if "work_type" in operation else None
        if kind == "new-occupation":
            live |= {w["name"] for w in by_id[operation["occupation"]]["work_types"]}
        elif kind == "worktype-add":
            total["work types added and not listed before"] += name not in live
            live.add(name)
        elif kind in ("worktype-cancel", "worktype-promote"):
            live.remove(name)
        elif kind == "recode":
            codes |= {operation["from"], operation["to"]}
        elif kind == "occupation-cancel":
            states[operation["occupation"]] = "cancelled"
        names |= {name} if name else set()
    total.update(
        {
            "existing occupations touched": len(touched[0] | touched[1]),
            "work type names": len(names),
            "work types after both notices": len(live),
            "existing occupations cancelled": len(states),
            "distinct codes": len(codes),
            "occupations": len(occupations),
            "codes that are no longer used": sum(o["kind"] == "recode" for o in changes),
            "occupations with a definition": sum(bool(o["definition"]) for o in occupations),
        }
    )
    major = Counter(o["code"][0] for o in occupations if o["definition"])
    return table, dict(total), dict(major)


def compare(text, packed, stated):
    for name in sorted(set(text) | set(packed) | set(stated)):
        values = (text.get(name), packed.get(name), stated.get(name))
        if len(set(values)) != 1:
            yield f"{name}: text {values[0]}, packs {values[1]}, stated {values[2]}"


def preambles(notices):
    """The notices say how many occupations they publish and how many they adjust."""
    for key, notice in zip(NOTICES, notices):
        said = tuple(int(n) for n in notice.preamble.groups())
        found = (sum(not o["promoted"] for o in notice.occupations), len(notice.items))
        if said != found:
            yield f"{key} says {said}, holds {found}"


def every_entry(notices, occupations):
    """Code, name, marks, definition, tasks and listed work types, entry by entry."""
    packed = {o["code"]: o for o in occupations if o["definition"] is not None}
    printed = {o["code"]: o for n in notices for o in n.occupations}
    for code in sorted(set(packed) ^ set(printed)):
        yield f"{code} is only in the {'packs' if code in packed else 'text'}"
    for code in sorted(set(packed) & set(printed)):
        a, b = printed[code], packed[code]
        pairs = {
            "name": (a["name"], b["name"]),
            "marks": (a["marks"], b["marks"]),
            "definition": (squeeze(a["definition"]), squeeze(b["definition"])),
            "tasks": ([squeeze(t) for t in a["tasks"]], [squeeze(t) for t in b["tasks"]]),
            "work types": (a["work_types"], [w["name"] for w in b["work_types"] if w["stated"] == "listed"]),
            "promoted": (a["promoted"], b["origin"] == "promoted"),
        }
        yield from (f"{code} {name}: text {x}, packs {y}" for name, (x, y) in pairs.items() if x != y)


def every_change(notices, occupations, operations):
    """Kind, occupation and object of each operation, in the order of the notices."""
    names = {o["id"]: o["name"] for o in occupations}
    printed = [(key, *operation) for key, notice in zip(NOTICES, notices) for operation in notice.operations()]
    packed = []
    for o in operations:
        if o["kind"] == "new-occupation":
            continue
        target = o["work_type"]["name"] if "work_type" in o else names[o["occupation"]] if o["kind"] == "occupation-cancel" else o["to"]
        packed.append((o["document"], o["kind"], names[o["occupation"]], target))
    for x, y in zip(printed, packed):
        if x != y:
            yield f"text {x}, packs {y}"
    if len(printed) != len(packed):
        yield f"{len(printed)} in the text, {len(packed)} in the packs"


tap = Tap()
documents = official_documents()
notices = [Notice(documents[key]) for key in NOTICES]
all_packs = packs().values()
occupations = [o for pack in all_packs if pack["provenance"] == "official" for o in pack.get("occupations", [])]
operations = [o for pack in all_packs if pack["provenance"] == "official" for o in pack.get("operations", [])]
text = count_text(notices)
packed = count_packs(occupations, operations)
tap.check("each notice holds as many occupations and changes as it says", preambles(notices))
tap.check("counts by notice agree in text, packs and survey", compare(text[0], packed[0], STATED))
tap.check("counts over both notices agree", compare(text[1], packed[1], STATED_TOTAL))
tap.check("major classes of the described occupations agree", compare(text[2], packed[2], STATED_MAJOR))
tap.check("every entry agrees with the text", every_entry(notices, occupations))
tap.check("every change agrees with the text, in order", every_change(notices, occupations, operations))
tap.done()
