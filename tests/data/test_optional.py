# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The packs that can be switched on: they name what the catalogue has not, and invent nothing."""

import os
import re
from collections import Counter

from taptext import ROOT, Tap, load, packs

FOLDER = os.path.join(ROOT, "data", "optional")
CODE = re.compile(r"[1-8]-\d\d-\d\d-\d\d")
# Of the list of 2022: the occupations of each major class, those of the catalogue among them, and the classes of each level.
# The union of both lists has 1,647 codes, 10 of them for a name that stands under another code too.
STATED_2022 = {"1": 25, "2": 493, "3": 36, "4": 358, "5": 54, "6": 671}
STATED_CLASSES = {"major": 8, "middle": 72, "minor": 422}


def optional_packs():
    return {name: load(os.path.join(FOLDER, name)) for name in sorted(os.listdir(FOLDER)) if name.endswith(".json")}


def ours():
    """Names and ids of the catalogue's own occupations, and their codes in the 2022 edition."""
    names, ids, codes = set(), set(), {}
    for pack in packs().values():
        for occupation in pack.get("occupations", []):
            ids.add(occupation["id"])
            names.add(occupation["name"])
        for operation in pack.get("operations", []):
            if operation["kind"] == "rename":
                names |= {operation["from"], operation["to"]}
        codes.update({code["code"]: code["name"] for code in pack.get("codes", []) if code["code"]})
    return names, ids, codes


def heads(found):
    for name, pack in found.items():
        if name != pack["id"] + ".json":
            yield f"{name} holds the pack {pack['id']}"
        if pack["provenance"] != "secondary" or "待核" not in pack["title"]:
            yield f"{name} does not say that it is to be verified"
        if not all(source["licence"] and source["credit"] for source in pack["sources"]):
            yield f"{name}: a source without licence or credit"


def nothing_invented(found):
    for name, pack in found.items():
        for occupation in pack["occupations"]:
            if occupation["definition"] or occupation["tasks"] or occupation.get("work_types") or occupation.get("source"):
                yield f"{name}: {occupation['name']} says more than a name and a code"
        for lists in ("documents", "facts", "operations", "measures", "synonyms"):
            if pack.get(lists):
                yield f"{name} holds {lists}"


def no_doubles(found):
    names, ids, codes = ours()
    for name, pack in found.items():
        for occupation in pack["occupations"]:
            if occupation["code"] in codes:
                yield f"{name}: {occupation['code']} {occupation['name']} is {codes[occupation['code']]} of the catalogue"
            if occupation["name"] in names or occupation["id"] in ids:
                yield f"{name}: {occupation['name']} is in the catalogue"
        for key in ("id", "name", "code"):
            seen = Counter(occupation[key] for occupation in pack["occupations"] if occupation[key])
            yield from (f"{name}: {key} {value} twice" for value, n in seen.items() if n > 1)


def well_formed(found):
    for name, pack in found.items():
        classes = {one["code"] for one in pack.get("classes", [])}
        for code in classes:
            if "-" in code and code[:-3] not in classes:
                yield f"{name}: class {code} hangs in the air"
        if any(one["edition"] != "2022" for one in pack.get("classes", [])):
            yield f"{name}: a class of another edition"
        for occupation in pack["occupations"]:
            code = occupation["code"]
            if code is not None and (not CODE.fullmatch(code) or occupation["edition"] != "2022"):
                yield f"{name}: {occupation['name']} {code}"
            if code is not None and classes and not {code[:1], code[:4]} <= classes:
                yield f"{name}: {code} without its classes"
            if not re.fullmatch(r"[\u4e00-\u9fff、（）]+", occupation["name"]):
                yield f"{name}: {occupation['name']} is no clean name"


def same_as_2022(pack, list_2022):
    """What both packs name is one occupation: one id, one code; and each names what the other has not."""
    by_id = {o["id"]: o for o in list_2022["occupations"]}
    by_name = {o["name"]: o for o in list_2022["occupations"]}
    for occupation in pack["occupations"]:
        other = by_id.get(occupation["id"])
        if other != by_name.get(occupation["name"]):
            yield f"{occupation['name']} has another id"
        elif other and (other["code"], other["marks"]) != (occupation["code"], occupation["marks"]):
            yield f"{occupation['name']} {occupation['code']}, {other['code']}"
        elif not other and occupation["code"]:
            yield f"{occupation['name']} has a code that the list does not know"
    new = sum(o["id"] not in by_id for o in pack["occupations"])
    if new != 34:
        yield f"{new} are not in the list of 2022"


def batches(pack):
    """Batches 2 and 3 are the catalogue's own notices; of batch 1, 电子竞技员 is in the catalogue; batch 8 was never published."""
    found = Counter(re.match(r"第(\d)批新职业，", o["note"])[1] for o in pack["occupations"])
    if found != {"1": 12, "4": 18, "5": 18, "6": 19, "7": 17}:
        yield dict(found)
    for occupation in pack["occupations"]:
        if not re.search(r"，\d{4}-\d\d(-\d\d)?[。；]", occupation["note"]):
            yield f"{occupation['name']}: {occupation['note']}"


def counts_2022(pack):
    _names, _ids, codes = ours()
    found = Counter(code[0] for code in [o["code"] for o in pack["occupations"]] + list(codes))
    if found != STATED_2022:
        yield f"occupations {dict(found)}, stated {STATED_2022}"
    if len(pack["occupations"]) != 1594 or len(codes) != 43:
        yield f"{len(pack['occupations'])} and {len(codes)} of the catalogue"
    levels = Counter(one["level"] for one in pack["classes"])
    if levels != STATED_CLASSES:
        yield f"classes {dict(levels)}"
    # 25 of the first major class stand in one list only, and 43 are not alike in both.
    noted = sum(o["note"] is not None for o in pack["occupations"])
    if noted != 68:
        yield f"{noted} notes"


tap = Tap()
found = optional_packs()
tap.check("each says what it is and where it is from", heads(found))
tap.check("nothing but names, codes and marks", nothing_invented(found))
tap.check("no occupation of the catalogue is listed again", no_doubles(found))
tap.check("codes, classes and names are well formed", well_formed(found))
tap.check("counts of the 2022 list", counts_2022(found["occupations-2022.json"]))
tap.check("batches of new occupations, each with number and date", batches(found["new-occupations.json"]))
tap.check("an occupation of both lists is the same", same_as_2022(found["new-occupations.json"], found["occupations-2022.json"]))
tap.done()
