# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence that a pack calls official stands in its document, at its line and in its clause."""

import os

from taptext import SOURCES, Document, Tap, load, official_documents, packs, squeeze

tap = Tap()
official = official_documents()
repairs = load(os.path.join(SOURCES, "repairs.json"))["repairs"]
all_packs = packs()
local = {d["key"]: Document(d, d["text"]) for pack in all_packs.values() for d in pack.get("documents", [])}
documents = {**official, **local}
checked = {"quote": 0, "definition": 0, "task": 0}


def statements(pack, name):
    """Every occupation's source, operation and measure of a pack with its JSON pointer."""
    for i, occupation in enumerate(pack.get("occupations", [])):
        yield f"{name}#/occupations/{i}/source", occupation["source"]
    for kind in ("operations", "measures"):
        for i, item in enumerate(pack.get(kind, [])):
            yield f"{name}#/{kind}/{i}", item


def packs_present():
    if not any(pack.get("occupations") for pack in all_packs.values()):
        yield "no pack in data/packs has occupations"
    if not any(pack.get("measures") for pack in all_packs.values()):
        yield "no pack in data/packs has measures"


def places():
    for name, pack in all_packs.items():
        for place, item in statements(pack, name):
            document, line, line_to = documents.get(item["document"]), item["line"], item.get("line_to", item["line"])
            if document is None:
                yield f"{place}: no document {item['document']}"
                continue
            where = document.clauses.get(item["clause"])
            if where is None:
                yield f"{place}: {item['document']} has no clause {item['clause']}"
            elif not where[0] <= line <= line_to <= where[1]:
                yield f"{place}: lines {line}–{line_to} are not in clause {item['clause']} ({where[0]}–{where[1]})"
            if not document.has(item["quote"], line, line_to):
                yield f"{place}: “{item['quote']}” is not in {item['document']} {line}–{line_to}"
            # The range may be no wider than the quote needs, so that a click lands on the sentence.
            elif "/source" not in place and line_to > line and (
                document.has(item["quote"], line + 1, line_to) or document.has(item["quote"], line, line_to - 1)
            ):
                yield f"{place}: lines {line}–{line_to} are more than the quote needs"
            checked["quote"] += 1


def occupations():
    for name, pack in all_packs.items():
        for i, occupation in enumerate(pack.get("occupations", [])):
            place, source = f"{name}#/occupations/{i} {occupation['name']}", occupation["source"]
            document, line, line_to = documents[source["document"]], source["line"], source["line_to"]
            text = document.between(line, line_to)
            if occupation["definition"] is not None:
                checked["definition"] += 1
                if f"定义：{squeeze(occupation['definition'])}主要工作任务：" not in text:
                    yield f"{place}: the definition is not what stands between “定义：” and “主要工作任务：”"
            after = text.find("主要工作任务：")
            for number, task in enumerate(occupation["tasks"], 1):
                checked["task"] += 1
                words = squeeze(task)
                found = [text.find(f"{mark}{words}", max(after, 0)) for mark in (f"{number}.", f"({number})", f"（{number}）")]
                if not words or after < 0 or max(found) < 0:
                    yield f"{place}: task {number} “{task}” does not follow in the list"
                    break
                after = max(found) + len(words)
                if words[-1] not in "；。":
                    yield f"{place}: task {number} has lost its closing mark"
            for work_type in occupation["work_types"]:
                # An existing work type may be known from a notice after the one that names its occupation.
                if not any(d.has(work_type["name"], work_type["line"], work_type["line"]) for d in documents.values()):
                    yield f"{place}: work type {work_type['name']} is not on line {work_type['line']}"
            if not document.has(occupation["code"], line, line) or not document.has(occupation["name"], line, line):
                yield f"{place}: line {line} names neither code {occupation['code']} nor name"


def operations():
    for name, pack in all_packs.items():
        for i, item in enumerate(pack.get("operations", [])):
            words = [item["work_type"]["name"]] if "work_type" in item else []
            words += [item["from"], item["to"]] if item["kind"] in ("rename", "recode") else []
            for word in words:
                if squeeze(word) not in squeeze(item["quote"]):
                    yield f"{name}#/operations/{i}: “{word}” is not in its quote"


def quotes_below(node, place):
    """Quotes of a condition tree, with their pointers."""
    if isinstance(node, dict):
        if isinstance(node.get("quote"), str):
            yield place, node["quote"]
        for key, value in node.items():
            yield from quotes_below(value, f"{place}/{key}")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from quotes_below(value, f"{place}/{i}")


def measures():
    for name, pack in all_packs.items():
        for i, item in enumerate(pack.get("measures", [])):
            place, document = f"{name}#/measures/{i} {item['id']}", documents[item["document"]]
            clause = document.between(*document.clauses[item["clause"]])
            for key in ("conditions", "worker"):
                for where, quote in quotes_below(item.get(key), key):
                    checked["quote"] += 1
                    # A definition in another clause of the document may supply the words (第二条 and the like).
                    if not squeeze(quote) or squeeze(quote) not in document.everything():
                        yield f"{place}/{where}: “{quote}” is not in {item['document']}"
            validity = item["validity"]
            if validity.get("quote") is not None:
                checked["quote"] += 1
                if not document.has(validity["quote"], validity["line"], validity["line"]) and not document.has(
                    validity["quote"], item["line"], item["line_to"]
                ):
                    yield f"{place}/validity: “{validity['quote']}” is not on line {validity['line']}"
            elif validity["from"] is not None or validity["to"] is not None:
                yield f"{place}/validity: a date without the words that state it"
            if item.get("amount") is not None and squeeze(item["amount"]) not in clause:
                yield f"{place}/amount: “{item['amount']}” is not in clause {item['clause']}"
            for link in item["occupations"].get("links", []):
                if squeeze(link["words"]) not in squeeze(item["quote"]):
                    yield f"{place}/occupations: “{link['words']}” is not in the quote"


def readings():
    """A reading is the quote after the certain repairs of its lines, and nothing else."""
    for name, pack in all_packs.items():
        for i, item in enumerate(pack.get("measures", [])):
            reading = item.get("reading")
            if reading is None:
                continue
            document, place = documents[item["document"]], f"{name}#/measures/{i} {item['id']}/reading"
            text = document.between(item["line"], item["line_to"])
            for repair in repairs:
                if repair["document"] == document.key and repair["after"] and item["line"] <= repair["line"] and repair["line_to"] <= item["line_to"]:
                    text = text.replace(squeeze(repair["before"]), squeeze(repair["after"]))
            if squeeze(reading) not in text:
                yield f"{place}: no certain repair makes “{reading}” of the text"
            if squeeze(reading) == squeeze(item["quote"]):
                yield f"{place}: says nothing that the quote does not"


def everything_checked():
    """The checks above saw as many definitions and tasks as the packs hold, and no quote hides elsewhere."""
    held = {"quote": 0, "definition": 0, "task": 0}
    for name, pack in all_packs.items():
        for key, value in pack.items():
            held["quote"] += sum(1 for _ in quotes_below(value, key)) if key != "documents" else 0
        for occupation in pack.get("occupations", []):
            held["definition"] += occupation["definition"] is not None
            held["task"] += len(occupation["tasks"])
    if held != checked or not all(held.values()):
        yield f"the packs hold {held}, {checked} were checked"


tap.check("a pack with occupations and a pack with measures are there", packs_present())
tap.check("quotes stand at their lines and in their clauses", places())
tap.check("definitions, tasks and work types stand in their entries", occupations())
tap.check("operations quote what they change", operations())
tap.check("conditions, validity and amounts of measures are quoted from their document", measures())
tap.check("readings are quotes after certain repairs", readings())
tap.check("no quote was left out", everything_checked())
tap.done()
