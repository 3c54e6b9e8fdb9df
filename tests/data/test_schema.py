#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every data file against the JSON Schemas in docs/, and mutations that the schemas must refuse.

A mutation changes one place of a file that is valid as it stands, so the change alone can be what
is refused. Where jobguidectl has been built, its reader must say of each what the schema says."""

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(os.environ.get("JOBGUIDE_SOURCE_ROOT", pathlib.Path(__file__).parents[2]))
DELETE = object()
failures = 0
number = 0


def report(good, name, *notes):
    global failures, number
    number += 1
    failures += not good
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    for note in notes if not good else ():
        print(f"# {note}"[:400])


def load(path):
    return json.loads((ROOT / path).read_text("utf-8"))


SCHEMAS = {n: load(f"docs/jobguide-{n}-1.schema.json") for n in ("pack", "sources", "profile", "questionnaire")}
# repairs.json is the neighbour of documents.json and shares its definitions.
SCHEMAS["repairs"] = {k: SCHEMAS["sources"][k] for k in ("$schema", "$defs")} | {"$ref": "#/$defs/repairs"}
VALIDATORS = {n: jsonschema.Draft202012Validator(s) for n, s in SCHEMAS.items()}


def problems(kind, data):
    for error in VALIDATORS[kind].iter_errors(data):
        yield "/" + "/".join(map(str, error.absolute_path)) + ": " + error.message.replace("\n", " ")


def check_file(kind, path):
    try:
        found = list(problems(kind, load(path)))
    except (OSError, ValueError) as error:
        found = [str(error)]
    report(not found, f"{path} keeps the {kind} schema", *found[:5])


# A small pack with one of everything, complete in itself, so that the mutations do not depend on the
# shipped files.
CONDITIONS = {
    "any": [
        {"all": [{"fact": "registered", "quote": "登记失业人员"}, {"sex": "female"}]},
        {"fact": "months-insured", "at_least": 12},
        {"fact": "registered-since", "unit": "months", "at_least": 6, "at_most": 12},
        {"fact": "graduation", "is": ["this-year"]},
        {"fact": "registered-since", "same_year": True},
        {"fact": "registered-since", "on_or_after": "2020-01-01"},
        {"not": {"age": {"more_than": 60}}},
        {"education": {"is": ["junior-secondary"]}},
        {"place": "household", "in": ["440000"]},
        {"wants": "training"},
        {"occupation": "linked"},
        {"ask": "当地是否已经开展试点？"},
        {"fact": "months-insured", "at_least": 3, "inclusive": True},
    ],
    "open": True,
}
NOTICE = "一、示例员：从事示例的人员。做示例；工种：示例工。\n二、登记失业人员参加培训的，给予补贴。自2026年2月起施行。"
HERE = {"document": "office-notice", "clause": "一", "line": 1, "quote": "示例员"}
PACK = {
    "schema": "jobguide-pack/1",
    "id": "office-2026",
    "version": "1",
    "title": "示例",
    "date": "2026-11",
    "provenance": "local",
    "sources": [{"title": "示例", "licence": "自有", "credit": "示例"}],
    "documents": [
        {
            "key": "office-notice", "text": NOTICE, "title": "示例通知", "number": None, "issuers": ["示例局"],
            "date": "2026-01-05", "region": {"code": "330100", "name": "杭州"}, "kind": "normative",
            "relations": [{"kind": "implements", "document": None, "number": "示例〔2020〕27号", "quote": "培训", "line": 2}],
            "commencement": {"date": "2026-02", "quote": "自2026年2月起施行", "line": 2}, "end": None,
            "clauses": [{"clause": "一", "line": 1, "line_to": 1}, {"clause": "二", "line": 2, "line_to": 2}], "note": None,
        }
    ],
    "facts": [
        {"key": "graduation", "type": "code", "question": "哪年毕业？", "group": "毕业", "unit": None,
         "options": [{"value": "this-year", "name": "今年"}], "granted_by": None, "never_from": ["age"], "hint": None},
        {"key": "registered", "type": "boolean", "question": "登记失业了吗？", "group": "失业", "unit": None,
         "granted_by": "公共就业服务机构", "never_from": ["registered-since"], "hint": None},
        {"key": "registered-since", "type": "date", "question": "哪天登记的？", "group": "失业", "unit": None,
         "granted_by": None, "never_from": [], "hint": None},
        {"key": "months-insured", "type": "number", "question": "缴费几个月？", "group": "社保", "unit": "月",
         "granted_by": None, "never_from": [], "hint": None},
    ],
    "classes": [{"code": "4-01", "level": "middle", "name": "批发与零售服务人员"},
                {"code": "4", "level": "major", "name": "社会生产服务和生活服务人员"},
                {"code": "4", "edition": "2022", "level": "major", "name": "社会生产服务和生活服务人员"}],
    "occupations": [
        {
            "id": "occ.shili", "name": "示例员", "code": "4-01-02-98", "edition": "2020", "origin": "new", "marks": ["L"],
            "definition": "从事示例的人员。", "tasks": ["做示例；"],
            "work_types": [{"id": "wt.shili", "name": "示例工", "stated": "listed", "line": 1}],
            "source": HERE | {"line_to": 1}, "note": None,
        },
        {"id": "occ.mingdan", "name": "名单员", "code": "4-01-02-96", "edition": "2022", "origin": "existing", "definition": None,
         "tasks": [], "note": "两份名单不一致。"},
        {"id": "occ.wuma", "name": "无码员", "code": None, "edition": None, "origin": "existing", "definition": None, "tasks": []},
    ],
    "operations": [
        HERE | {"id": "op.1", "kind": "new-occupation", "occupation": "occ.shili"},
        HERE | {"id": "op.2", "kind": "recode", "occupation": "occ.shili", "from": "4-01-02-98", "to": "4-01-02-97"},
        HERE | {"id": "op.3", "kind": "worktype-add", "occupation": "occ.shili",
                "work_type": {"id": "wt.shili-2", "name": "另一示例工"}},
    ],
    "codes": [
        {"occupation": "occ.shili", "edition": "2022", "code": "4-01-06-98", "name": "示例师", "marks": ["S"],
         "relation": "recoded", "now_means": None, "note": None}
    ],
    "measures": [
        {
            "id": "office-notice.01", "name": "示例补贴", "kind": "training", "tier": "A", "force": "grants",
            "beneficiary": ["individual"], "region": {"code": "330100", "name": "杭州", "anchor": None},
            "document": "office-notice", "clause": "二", "line": 2, "line_to": 2, "reading": None,
            "quote": "登记失业人员参加培训的，给予补贴。", "conditions": CONDITIONS, "worker": None, "employer_line": None,
            "amount": None, "family": None, "caveats": ["须确认。"], "note": None,
            "validity": {"basis": "document-commencement", "from": "2026-02", "to": None, "quote": "自2026年2月起施行", "line": 2},
            "occupations": {"basis": "explicit",
                            "links": [{"occupation": "occ.shili", "basis": "explicit", "words": "培训"}]},
        }
    ],
    "aliases": [{"occupation": "occ.shili", "text": "示例", "kind": "spoken", "source": "自有", "grade": "a", "reason": None}],
    "synonyms": [{"text": "做例子", "means": ["做示例"], "wish": "ability", "source": "自有", "reason": None}],
    "elsewhere": [{"text": "做例外", "source": "自有", "reason": None}],
}
SOURCES = {
    "schema": "jobguide-sources/1", "title": "示例", "date": "2020-10", "sha256": "0" * 64, "sources": PACK["sources"],
    "documents": [{k: v for k, v in PACK["documents"][0].items() if k != "text"}
                  | {"file": "00-front.txt", "first_line": 1, "last_line": 2}],
}
REPAIRS = {
    "schema": "jobguide-repairs/1",
    "repairs": [{"class": "english-and", "document": "gbf-2020-27", "line": 3, "line_to": 3, "before": "规则 and 标准",
                 "after": "规则和标准", "certainty": "certain", "reason": "示例"}],
}
PROFILE = {
    "schema": "jobguide-profile/1", "alias": "王某", "sex": "male", "birth": "1991-03", "education": "senior-secondary",
    "places": {"household": "420100", "work": None},
    "facts": {"registered-unemployed": True, "registered-unemployed-since": "2026-06-01", "hardship-certified": None},
    "skills": ["认路"], "experience": "仓库分拣4年", "wish": "", "wants": ["loan"],
}
BASES = {"pack": PACK, "sources": SOURCES, "repairs": REPAIRS, "profile": PROFILE}

# (what is wrong, which file, JSON pointer, the new value)
MUTATIONS = [
    ("wrong schema word", "pack", "/schema", "jobguide-pack/2"),
    ("missing version", "pack", "/version", DELETE),
    ("no source at all", "pack", "/sources", []),
    ("source without licence", "pack", "/sources/0/licence", DELETE),
    ("unknown key at the root", "pack", "/path", "x"),
    ("id with a capital", "pack", "/id", "Office-2026"),
    ("id that is a path", "pack", "/id", "../office"),
    ("id of 65 characters", "pack", "/occupations/0/id", "a" * 65),
    ("thirteenth month", "pack", "/date", "2026-13"),
    ("date with slashes", "pack", "/date", "2026/11/23"),
    ("provenance of its own", "pack", "/provenance", "trusted"),
    ("blank title", "pack", "/title", "  "),
    ("title of 201 characters", "pack", "/title", "长" * 201),
    ("bidirectional control", "pack", "/title", "示\u202e例"),
    ("zero-width space", "pack", "/occupations/0/name", "示\u200b例员"),
    ("document that names a file", "pack", "/documents/0/file", "a.txt"),
    ("document without text", "pack", "/documents/0/text", DELETE),
    ("document without a number key", "pack", "/documents/0/number", DELETE),
    ("region code of five digits", "pack", "/documents/0/region/code", "33010"),
    ("clause at line zero", "pack", "/documents/0/clauses/0/line", 0),
    ("relation of no kind we know", "pack", "/documents/0/relations/0/kind", "repeals"),
    ("code fact without options", "pack", "/facts/0/options", DELETE),
    ("options on a boolean fact", "pack", "/facts/1/options", [{"value": "yes", "name": "是"}]),
    ("class level that does not fit the code", "pack", "/classes/0/level", "minor"),
    ("code of an unknown major class", "pack", "/occupations/0/code", "9-01-02-98"),
    ("code without hyphens", "pack", "/occupations/0/code", "4010298"),
    ("full-width code", "pack", "/occupations/0/code", "４-01-02-98"),
    ("class of an edition we do not know", "pack", "/classes/2/edition", "2015"),
    ("code without its edition", "pack", "/occupations/1/edition", None),
    ("edition of no code", "pack", "/occupations/2/edition", "2022"),
    ("occupation without the key of a code", "pack", "/occupations/2/code", DELETE),
    ("blank note", "pack", "/occupations/1/note", " "),
    ("alias of no kind we know", "pack", "/aliases/0/kind", "slang"),
    ("mark that does not exist", "pack", "/occupations/0/marks", ["X"]),
    ("blank task", "pack", "/occupations/0/tasks/0", ""),
    ("definition without a source", "pack", "/occupations/0/source", None),
    ("line written as text", "pack", "/occupations/0/source/line", "1"),
    ("unknown operation", "pack", "/operations/0/kind", "merge"),
    ("recode to a name", "pack", "/operations/1/to", "示例师"),
    ("key of another kind of operation", "pack", "/operations/2/successors", ["occ.shili"]),
    ("operation without quote", "pack", "/operations/1/quote", DELETE),
    ("2020 code in the list of other editions", "pack", "/codes/0/edition", "2020"),
    ("relation that does not exist", "pack", "/codes/0/relation", "merged"),
    ("dissolved with a code", "pack", "/codes/0/relation", "dissolved"),
    ("tier D", "pack", "/measures/0/tier", "D"),
    ("no beneficiary", "pack", "/measures/0/beneficiary", []),
    ("unknown anchor", "pack", "/measures/0/region/anchor", "birthplace"),
    ("validity date without words", "pack", "/measures/0/validity/quote", None),
    ("links under basis all", "pack", "/measures/0/occupations/basis", "all"),
    ("grade c alias", "pack", "/aliases/0/grade", "c"),
    ("synonym without means", "pack", "/synonyms/0/means", []),
    ("means of what is elsewhere", "pack", "/elsewhere/0/means", ["做示例"]),
    ("synonym whose wish is a truth value", "pack", "/synonyms/0/wish", False),
    ("two operators in one condition", "pack", "/measures/0/conditions/all", [{"sex": "male"}]),
    ("condition without operator", "pack", "/measures/0/conditions/any/0/all/1", {"text": "女"}),
    ("empty any", "pack", "/measures/0/conditions/any", []),
    ("wrong operator deep in the tree", "pack", "/measures/0/conditions/any/6/not", {"or": [{"sex": "male"}]}),
    ("open on something else than any", "pack", "/measures/0/conditions/any/0/open", True),
    ("unit without a bound", "pack", "/measures/0/conditions/any/3", {"fact": "registered-since", "unit": "years"}),
    ("at_least and more_than together", "pack", "/measures/0/conditions/any/1/more_than", 11),
    ("half a month", "pack", "/measures/0/conditions/any/2/at_least", 6.5),
    ("inclusive false", "pack", "/measures/0/conditions/any/12/inclusive", False),
    ("inclusive without a bound to include", "pack", "/measures/0/conditions/any/12",
     {"fact": "months-insured", "less_than": 3, "inclusive": True}),
    ("same_year false", "pack", "/measures/0/conditions/any/4/same_year", False),
    ("education out of the list", "pack", "/measures/0/conditions/any/7/education/is", ["high-school"]),
    ("place by name", "pack", "/measures/0/conditions/any/8/in", ["广东"]),
    ("short checksum", "sources", "/sha256", "0" * 63),
    ("file outside the folder", "sources", "/documents/0/file", "../00-front.txt"),
    ("text in the list of sources", "sources", "/documents/0/text", "示例"),
    ("missing last line", "sources", "/documents/0/last_line", DELETE),
    ("uncertain repair with a reading", "repairs", "/repairs/0/certainty", "uncertain"),
    ("birth and age", "profile", "/age", 35),
    ("place without a province", "profile", "/places/household", "990000"),
    ("fact with an impossible date", "profile", "/facts/registered-unemployed-since", "2026-13-01"),
    ("fact that is a list", "profile", "/facts/hardship-certified", []),
    ("unknown wish", "profile", "/wants/0", "pension"),
    ("name in place of alias", "profile", "/name", "王小明"),
]


def mutate(base, pointer, value):
    data = copy.deepcopy(base)
    *way, last = pointer.split("/")[1:]
    place = data
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    key = int(last) if isinstance(place, list) else last
    if value is DELETE:
        del place[key]
    else:
        place[key] = value
    return data


def lax_objects(schema, way=""):
    """Objects of a schema that would let an unknown key pass."""
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") in ("object", ["object", "null"]):
            if schema.get("additionalProperties") is not False:
                yield way
        for key, value in schema.items():
            yield from lax_objects(value, f"{way}/{key}")
    elif isinstance(schema, list):
        for i, value in enumerate(schema):
            yield from lax_objects(value, f"{way}/{i}")


for name in ("pack", "sources", "profile"):
    try:
        jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
        found = [f"unknown keys pass at {way}" for way in lax_objects(SCHEMAS[name])]
    except jsonschema.SchemaError as error:
        found = [error.message]
    report(not found, f"the {name} schema is a strict schema", *found)

shared = set(SCHEMAS["pack"]["$defs"]) & set(SCHEMAS["sources"]["$defs"]) - {"document"}
different = [n for n in shared if SCHEMAS["pack"]["$defs"][n] != SCHEMAS["sources"]["$defs"][n]]
report(shared and not different, "pack and sources share their definitions", *different)

for folder, kind in (("data/packs", "pack"), ("data/optional", "pack"), ("data/samples", "profile")):
    files = sorted((ROOT / folder).glob("*.json"))
    report(bool(files), f"{folder} holds files")
    for file in files:
        check_file(kind, f"{folder}/{file.name}")
check_file("sources", "data/sources/documents.json")
check_file("repairs", "data/sources/repairs.json")
check_file("questionnaire", "data/questionnaire.json")

for kind, base in BASES.items():
    found = list(problems(kind, base))
    report(not found, f"the {kind} that is mutated is valid", *found)
for name, kind, pointer, value in MUTATIONS:
    report(bool(list(problems(kind, mutate(BASES[kind], pointer, value)))), f"refused: {name} ({kind} {pointer})")
# The command that reads each kind of file; data/sources/ is read by the build itself.
CTL = pathlib.Path(os.environ.get("JOBGUIDE_BUILD_ROOT", "/nonexistent")) / "src/ctl/jobguidectl"
COMMANDS = {"pack": ["pack", "check"], "profile": ["measures"]}


def read_by_ctl(kind, data, folder):
    file = pathlib.Path(folder, f"{kind}.json")
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    run = subprocess.run([CTL, *COMMANDS[kind], file], capture_output=True, encoding="utf-8", timeout=60)
    return run.returncode, run.stderr.strip()


if CTL.exists():
    with tempfile.TemporaryDirectory() as folder:
        for kind in COMMANDS:
            code, message = read_by_ctl(kind, BASES[kind], folder)
            report(code == 0, f"the reader takes the {kind} that is mutated", f"exit {code}", message)
        for name, kind, pointer, value in MUTATIONS:
            if kind not in COMMANDS:
                continue
            code, message = read_by_ctl(kind, mutate(BASES[kind], pointer, value), folder)
            report(code == 1 and f"{kind}.json" in message, f"the reader refuses: {name}", f"exit {code}", message)
else:
    number += 1
    print(f"ok {number} - the reader says the same # SKIP jobguidectl is not built")

print(f"1..{number}")
sys.exit(failures > 0)
