# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The official documents: the text is whole, and documents.json and repairs.json say only what it says."""

import hashlib
import os
import re

from taptext import SOURCES, Tap, load, official_documents, squeeze

SHA256 = "92fd404856bb853a49d2af2964c2e9c3205c5fd0e7f701d5a1c5718672dda40c"
LAST_LINE = 3058
NUMBER = re.compile(r"^[^\s〔〕]+〔(?:19|20)\d\d〕\d+号$|^\S+令第\d+号$")
DATE = re.compile(r"^\d{4}(-\d\d(-\d\d)?)?$")
DIGIT = "一二三四五六七八九十"
LABEL = re.compile(
    rf"^(?:(?:通知·|附件·)?(?:[{DIGIT}]+(?:（[{DIGIT}]+）)?\d*|（[{DIGIT}]+）\d*"
    rf"|第[{DIGIT}百]+条(?:第[{DIGIT}]+款)?(?:（[{DIGIT}]+）)?)"
    r"|封面|摘要|编者|目录[一二]?|注|文末|落款|附件|联系方式|网页残留)$"
)
ROOT_KEYS = {"schema", "title", "date", "sha256", "sources", "documents"}
DOCUMENT_KEYS = {
    "key", "file", "first_line", "last_line", "title", "number", "issuers", "date", "date_note", "region",
    "kind", "relations", "commencement", "end", "clauses", "note",
}  # fmt: skip
KINDS = {"normative", "interpretation", "duplicate", "occupation-notice", "front-matter"}
RELATIONS = {"issues", "explains", "same-text", "implements", "prevails-over", "cites"}
REPAIR_KEYS = {"class", "document", "line", "line_to", "before", "after", "certainty", "reason"}
REGIONS = {"000000": "全国", "440000": "广东", "330000": "浙江", "320500": "苏州", "330800": "衢州"}

tap = Tap()
root = load(os.path.join(SOURCES, "documents.json"))
entries = root["documents"]
documents = official_documents()
repairs = load(os.path.join(SOURCES, "repairs.json"))


def file_bytes(entry):
    with open(os.path.join(SOURCES, entry["file"]), "rb") as file:
        return file.read()


def whole():
    data = b"".join(file_bytes(entry) for entry in entries)
    digest = hashlib.sha256(data).hexdigest()
    if digest != SHA256:
        yield f"the files in order have SHA-256 {digest}"
    if root["sha256"] != SHA256:
        yield f"documents.json states {root['sha256']}"
    listed = {entry["file"] for entry in entries} | {"documents.json", "repairs.json"}
    if len(entries) != 34 or listed != set(os.listdir(SOURCES)):
        yield f"{len(entries)} documents; not listed or not there: {sorted(listed ^ set(os.listdir(SOURCES)))}"


def covered():
    line = 1
    for place, entry in enumerate(entries):
        if not re.fullmatch(rf"{place:02d}-{re.escape(entry['key'])}\.txt", entry["file"]):
            yield f"{entry['file']} does not name place and key"
        data = file_bytes(entry)
        count = data.count(b"\n") + (not data.endswith(b"\n"))
        if entry["first_line"] != line or entry["last_line"] != line + count - 1:
            yield f"{entry['key']}: {entry['first_line']}–{entry['last_line']}, the file holds {line}–{line + count - 1}"
        line += count
    if line - 1 != LAST_LINE:
        yield f"the last line is {line - 1}"


def last_line():
    data = file_bytes(entries[-1])
    if data.endswith(b"\n"):
        yield "a newline was added at the end"
    text = documents["rst-2020-73"].between(LAST_LINE, LAST_LINE)
    if not text.startswith("（七）在“壁画制作工") or not text.endswith("工种。"):
        yield f"line {LAST_LINE} is “{text}”"
    if documents["rst-2020-73"].clauses.get("二（七）") != (LAST_LINE, LAST_LINE):
        yield "clause 二（七） does not stand there"


def keys():
    if set(root) != ROOT_KEYS or root["schema"] != "jobguide-sources/1" or not DATE.match(root["date"]):
        yield f"root: {sorted(set(root) ^ ROOT_KEYS)}"
    for source in root["sources"]:
        if set(source) != {"title", "licence", "credit"} or not all(source.values()):
            yield f"sources: {source}"
    if not root["sources"] or len({entry["key"] for entry in entries}) != len(entries):
        yield "no sources, or a key that comes twice"
    for entry in entries:
        name = entry["key"]
        if set(entry) != DOCUMENT_KEYS:
            yield f"{name}: {sorted(set(entry) ^ DOCUMENT_KEYS)}"
        if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,63}", name) or entry["kind"] not in KINDS:
            yield f"{name}: key or kind {entry['kind']}"
        if set(entry["region"]) != {"code", "name"} or REGIONS.get(entry["region"]["code"]) != entry["region"]["name"]:
            yield f"{name}: region {entry['region']}"
        if entry["date"] is not None and not DATE.match(entry["date"]):
            yield f"{name}: date {entry['date']}"
        for term in (entry["commencement"], entry["end"]):
            if term is not None and (set(term) != {"date", "quote", "line"} or (term["date"] and not DATE.match(term["date"]))):
                yield f"{name}: {term}"
        for relation in entry["relations"]:
            if set(relation) != {"kind", "document", "number", "quote", "line"} or relation["kind"] not in RELATIONS:
                yield f"{name}: {relation}"
        for clause in entry["clauses"]:
            if set(clause) != {"clause", "line", "line_to"}:
                yield f"{name}: {clause}"


def clauses():
    for entry in entries:
        name, document, labels, end = entry["key"], documents[entry["key"]], set(), entry["first_line"] - 1
        if not entry["clauses"]:
            yield f"{name}: no clause"
            continue
        for clause in entry["clauses"]:
            label, line, line_to = clause["clause"], clause["line"], clause["line_to"]
            if not LABEL.match(label) or label in labels:
                yield f"{name}: label {label} is ill-formed or comes twice"
            labels.add(label)
            if not end < line <= line_to <= entry["last_line"]:
                yield f"{name} {label}: {line}–{line_to} overlaps, is out of order or out of the document"
            for missed in range(end + 1, line):
                if end >= entry["clauses"][0]["line"] and document.between(missed, missed):
                    yield f"{name}: line {missed} belongs to no clause"
            if not document.between(line, line) or not document.between(line_to, line_to):
                yield f"{name} {label}: starts or ends with a blank line"
            end = line_to
        for missed in range(end + 1, entry["last_line"] + 1):
            if document.between(missed, missed):
                yield f"{name}: line {missed} belongs to no clause"


def printed_number(text):
    """The number that a clause's first line opens with, as it ends a label; None for unnumbered text."""
    text = text.strip().removeprefix("- ")
    for pattern, shape in (
        (rf"^第([{DIGIT}百]+)条\s", "第{}条"),
        (rf"^[（(]([{DIGIT}]+)[）)]", "（{}）"),
        (rf"^([{DIGIT}]+)、", "{}"),
        (r"^(\d+)\.\s", "{}"),
    ):
        match = re.match(pattern, text)
        if match:
            return shape.format(match[1])
    return None


def numbers_printed():
    """A label ends with the number that stands in the text, and the parts it begins with are labels above it."""
    for entry in entries:
        if entry["kind"] == "front-matter":
            continue
        document, above = documents[entry["key"]], set()
        for clause in entry["clauses"]:
            label = clause["clause"]
            printed = printed_number(document.lines[clause["line"] - document.first])
            if re.fullmatch(r"文末|落款|附件|联系方式|网页残留", label) or re.search(r"款$", label):
                wrong = printed is not None
            else:
                wrong = printed is None or not label.endswith(printed)
            if wrong:
                yield f"{entry['key']} {label}: line {clause['line']} prints {printed}"
            parent = re.sub(r"(?:\d+|（[^）]+）|第[^第]+款)$", "", label)
            if parent and parent != label and parent not in above:
                yield f"{entry['key']} {label}: no clause {parent} before it"
            above.add(label)


def headings_found():
    """Every numbered heading at the start of a line begins a clause; in the occupation notices task lists do not."""
    for entry in entries:
        if entry["kind"] == "front-matter":
            continue
        document, starts = documents[entry["key"]], {clause["line"] for clause in entry["clauses"]}
        for line, text in enumerate(document.lines, entry["first_line"]):
            number = printed_number(text)
            task = number is not None and number.isdigit() and entry["kind"] == "occupation-notice"
            if task:
                task = not re.match(r"^\d+\. \d-\d\d-\d\d-\d\d ", text)
            if number is not None and (line in starts) == task:
                yield f"{entry['key']}: line {line} “{text[:12]}” {'begins a' if task else 'begins no'} clause"


def terms():
    for entry in entries:
        document = documents[entry["key"]]
        for name in ("commencement", "end"):
            term = entry[name]
            if term is None:
                continue
            if not document.has(term["quote"], term["line"], term["line"]):
                yield f"{entry['key']} {name}: “{term['quote']}” is not on line {term['line']}"
            if term["date"] is None:
                continue
            year, month, day = (int(part) for part in term["date"].split("-"))
            if f"{year}年{month}月{day}日" in squeeze(term["quote"]):
                continue
            # 自公布之日: the day is read elsewhere in the document, and the entry says so.
            stated = f"{year}年{month}月{day}日" in document.everything() or term["date"] in document.everything()
            if "公布之日" not in term["quote"] or not stated or "公布之日" not in (entry["date_note"] or "") + (entry["note"] or ""):
                yield f"{entry['key']} {name}: {term['date']} is not what the quote states"


def relations():
    for entry in entries:
        document = documents[entry["key"]]
        for relation in entry["relations"]:
            place = f"{entry['key']} {relation['kind']} {relation['document'] or relation['number']}"
            if not document.has(relation["quote"], relation["line"], relation["line"]):
                yield f"{place}: “{relation['quote']}” is not on line {relation['line']}"
            other = documents.get(relation["document"]) if relation["document"] else None
            if relation["document"] and (other is None or relation["document"] == entry["key"]):
                yield f"{place}: no such document"
            number = relation["number"]
            if number is None:
                continue
            if not NUMBER.match(number):
                yield f"{place}: {number} is no number"
            if other is not None and other.entry["number"] != number:
                yield f"{place}: that document's number is {other.entry['number']}"
            if other is None and any(e["number"] == number for e in entries):
                yield f"{place}: {number} is among the documents"
            words = squeeze(relation["quote"]).replace("【", "〔").replace("】", "〕")
            if number not in words and relation["kind"] != "same-text":
                yield f"{place}: {number} is not in the quote"


def known_relations():
    """The relations that the documents are known to state; others may be added."""
    stated = {(e["key"], r["kind"], r["document"], r["line"]) for e in entries for r in e["relations"]}
    for wanted in (
        ("gd-2020-lhjy-jd", "explains", "gd-2020-lhjy", 1848),
        ("qz-2020-jd", "explains", "qz-2020", 1990),
        ("sz-2020-web", "same-text", "sz-rbg-2020-6", 1872),
        ("sz-rbg-2020-6", "same-text", "sz-2020-web", 1908),
        ("zzb-2020-19", "implements", "gf-2019-28", 2056),
        ("zzb-2020-19", "implements", "gbf-2020-6", 2056),
        ("qz-2020", "implements", "zzb-2020-19", 1944),
        ("qz-2020", "implements", "zrsf-2019-63", 1944),
        ("zzb-2020-19", "prevails-over", None, 2122),
    ):
        if wanted not in stated:
            yield f"missing: {wanted}"
    absent = {r["number"] for e in entries for r in e["relations"] if r["document"] is None}
    yield from (f"not cited: {n}" for n in ("工信部联产业〔2016〕231号", "粤府〔2020〕12号", "苏人社规〔2016〕3号") if n not in absent)


def same_text():
    """The relation same-text is only for documents whose clauses agree word for word."""
    for entry in entries:
        for relation in entry["relations"]:
            if relation["kind"] != "same-text":
                continue
            pair = (documents[entry["key"]], documents[relation["document"]])
            texts = [{label: d.between(*where) for label, where in d.clauses.items() if label != "附件"} for d in pair]
            if texts[0] != texts[1]:
                yield f"{entry['key']} and {relation['document']} differ"


def heads():
    """Title, number, issuers and date are printed in the document, or the entry says where they come from."""
    for entry in entries:
        document, name, note = documents[entry["key"]], entry["key"], entry["note"] or ""
        text = document.everything()
        plain = text.replace("**", "")
        if squeeze(entry["title"]) not in plain and "标题" not in note:
            yield f"{name}: title “{entry['title']}” is not in the text"
        if entry["number"] is not None and (not NUMBER.match(entry["number"]) or entry["number"] not in text):
            yield f"{name}: number {entry['number']} is not in the text"
        if entry["number"] is None:
            numbers = {squeeze(line) for line in document.lines if NUMBER.match(squeeze(line))}
            if entry["kind"] != "front-matter" and numbers:
                yield f"{name}: the text prints {numbers}"
        for issuer in entry["issuers"]:
            if squeeze(issuer) not in text:
                yield f"{name}: issuer {issuer} is not in the text"
        if not entry["issuers"] and "未署名" not in note:
            yield f"{name}: no issuer and no note"
        if entry["date"] is None:
            if not entry["date_note"]:
                yield f"{name}: no date and no date_note"
            continue
        parts = [int(part) for part in entry["date"].split("-")]
        spoken = "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日"))
        if spoken in text:
            signed = any(squeeze(line) == spoken for line in document.lines)
            if not signed and not entry["date_note"]:
                yield f"{name}: {entry['date']} is not a signing date and date_note is empty"
        elif entry["date"] not in text or not entry["date_note"]:
            yield f"{name}: date {entry['date']} is not in the text"


def contents_agree():
    """The compilation's own table of contents names each number that an entry states."""
    contents = documents["front"].everything()
    for entry in entries[1:]:
        if entry["number"] and entry["number"] not in contents:
            yield f"{entry['key']}: {entry['number']} is not in the table of contents"
    listed = set(re.findall(r"[^\d〔〕《》]{2,8}〔20\d\d〕\d+?号", contents))
    stated = {entry["number"] for entry in entries if entry["number"]}
    for number in listed:
        if not any(number.endswith(n) for n in stated):
            yield f"the contents list {number}, no entry states it"


def repairs_checked():
    if set(repairs) != {"schema", "repairs"} or repairs["schema"] != "jobguide-repairs/1":
        yield "root of repairs.json"
    seen = set()
    for repair in repairs["repairs"]:
        place = f"{repair.get('class')} {repair.get('line')}"
        if set(repair) != REPAIR_KEYS:
            yield f"{place}: {sorted(set(repair) ^ REPAIR_KEYS)}"
            continue
        document = documents.get(repair["document"])
        if document is None or not document.has(repair["before"], repair["line"], repair["line_to"]):
            yield f"{place}: “{repair['before']}” is not in {repair['document']} {repair['line']}–{repair['line_to']}"
        if repair["certainty"] not in ("certain", "uncertain") or (repair["certainty"] == "uncertain" and repair["after"] is not None):
            yield f"{place}: certainty {repair['certainty']}"
        if repair["after"] is not None and repair["after"] == repair["before"]:
            yield f"{place}: repairs nothing"
        if not repair["reason"]:
            yield f"{place}: no reason"
        one = (repair["class"], repair["line"], repair["before"])
        if one in seen:
            yield f"{place}: comes twice"
        seen.add(one)


def joins():
    """Every recorded page break joins two paragraphs; nothing but a doubled character is lost."""
    count = 0
    for repair in repairs["repairs"]:
        if not repair["class"].startswith("page-break-split"):
            continue
        count += 1
        document, line, line_to = documents[repair["document"]], repair["line"], repair["line_to"]
        ends, starts = document.between(line, line), document.between(line_to, line_to)
        if not ends or not starts or line_to - line != 2 or document.between(line + 1, line + 1):
            yield f"{line}: {line_to} is not the next paragraph"
            continue
        before, after = squeeze(repair["before"]), squeeze(repair["after"] or "")
        if not any(ends.endswith(before[:n]) and starts.startswith(before[n:]) for n in range(1, len(before))):
            yield f"{line}: “{before}” does not span the break"
        doubled = ends[-1] == starts[0]
        if doubled != (before != after) or len(before) - len(after) != int(doubled):
            yield f"{line}: “{before}” becomes “{after}”"
        if document.clauses and line >= document.entry["clauses"][0]["line"]:
            if sum(first <= line and line_to <= last for first, last in document.clauses.values()) != 1:
                yield f"{line}: the two halves are not in one clause"
    if count != 56:
        yield f"{count} page breaks"
    for entry in entries:
        for line, text in enumerate(documents[entry["key"]].lines, entry["first_line"]):
            if re.search(r"[\u4e00-\u9fff] and [\u4e00-\u9fff]", text):
                n = sum(r["class"] == "english-and" and r["line"] == line for r in repairs["repairs"])
                if n != len(re.findall(r"[\u4e00-\u9fff] and [\u4e00-\u9fff]", text)):
                    yield f"{line}: {n} repairs of “and”"


tap.check("the files in order are the compilation byte for byte", whole())
tap.check("line ranges cover 1–3058 without gaps", covered())
tap.check("line 3058, which has no newline, is there", last_line())
tap.check("documents.json has exactly the keys of the format", keys())
tap.check("clauses are sorted, unique, inside their document and leave nothing out", clauses())
tap.check("a clause label ends with the number printed at its line", numbers_printed())
tap.check("every numbered heading begins a clause", headings_found())
tap.check("commencement and end are quoted from their lines", terms())
tap.check("relations are quoted from their lines", relations())
tap.check("the stated relations are recorded", known_relations())
tap.check("documents called the same text are", same_text())
tap.check("titles, numbers, issuers and dates are printed or explained", heads())
tap.check("the numbers agree with the table of contents", contents_agree())
tap.check("repairs are found in the text", repairs_checked())
tap.check("page breaks and English words are all repaired", joins())
tap.done()
