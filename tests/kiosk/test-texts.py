#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kiosk says in words of ours is Chinese, in sentences that who left school early reads at one go.

That is what it translates, what stands in its lists, what the layers below it say, and the questions about a person. What a
text or a notice says stands as printed, however long.
"""

import gettext
import json
import os
import pathlib
import re

SOURCE = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"])
BUILD = os.environ["JOBGUIDE_BUILD_ROOT"]
LONGEST = 25
WORDS = gettext.translation("jobguide", os.path.join(BUILD, "po"), languages=["zh_CN"])
HAN = re.compile("[\u4e00-\u9fff]")
STRING = r'"((?:[^"\\]|\\.)*)"'
# What the kiosk shows of these is in words of ours.
BELOW = ("src/catalogue/jg-search.c", "src/guidance/jg-eligibility-words.c", "src/guidance/jg-eligibility-run.c",
         "src/guidance/jg-profile-words.c", "src/app/jg-ui.c")


def said(text):
    """What a C file says: its texts for translation, in Chinese, and its Chinese literals."""
    joined = re.sub(r'"\s*\n\s*"', "", re.sub(r"/\*.*?\*/", "", text, flags=re.S))
    for match in re.finditer(r"\bngettext \(\s*%s,\s*%s" % (STRING, STRING), joined):
        yield WORDS.ngettext(match[1], match[2], 2)
    for match in re.finditer(r"\bC_ \(\s*%s,\s*%s" % (STRING, STRING), joined):
        yield WORDS.pgettext(match[1], match[2])
    for match in re.finditer(r"\bN?_ \(\s*%s" % STRING, joined):
        yield WORDS.gettext(match[1])
    for match in re.finditer(STRING, re.sub(r"\bN?_ \(\s*" + STRING, "", joined)):
        if HAN.search(match[1]):
            yield match[1].replace("\\n", "\n")


def own_texts():
    """(where, text)"""
    for path in [*sorted((SOURCE / "src/app/kiosk").glob("jg-*.c")), *sorted((SOURCE / "src/kiosk").glob("*.c")),
                 *(SOURCE / name for name in BELOW)]:
        yield from ((path.name, text) for text in said(path.read_text(encoding="utf8")))
    for path in sorted((SOURCE / "ui").glob("kiosk-*.t*")):
        for line in path.read_text(encoding="utf8").splitlines():
            if line and not line.startswith("#"):
                yield from ((path.name, part) for part in line.split("\t") if HAN.search(part))
    for fact in json.loads((SOURCE / "data/packs/facts.json").read_text(encoding="utf8"))["facts"]:
        yield fact["key"], fact["question"]
        yield from ((fact["key"], option["name"]) for option in fact["options"])


def main():
    texts = list(own_texts())
    foreign = ["%s: %s" % text for text in texts if not HAN.search(text[1])]
    long = []
    for name, text in texts:
        for sentence in re.split("[。！？；\\n]", text):
            if len(re.sub(r"%[a-z]|\s", "", sentence)) > LONGEST:
                long.append("%s: %s" % (name, sentence))
    few = [] if len(texts) > 300 else ["only %d" % len(texts)]
    print("1..3")
    for number, (what, problems) in enumerate([("the texts are found", few), ("every text is Chinese", foreign),
                                               ("no sentence is longer than %d characters" % LONGEST, long)], 1):
        print("%sok %d - %s" % ("not " if problems else "", number, what))
        for problem in problems:
            print("#", problem)
    return 1 if foreign or long or few else 0


raise SystemExit(main())
