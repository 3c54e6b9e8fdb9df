#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kiosk says in words of its own is Chinese, in sentences that who left school early reads at one go."""

import gettext
import os
import pathlib
import re

SOURCE = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"])
BUILD = os.environ["JOBGUIDE_BUILD_ROOT"]
LONGEST = 25
WORDS = gettext.translation("jobguide", os.path.join(BUILD, "po"), languages=["zh_CN"])
HAN = re.compile("[\u4e00-\u9fff]")


def msgids(text):
    """(id, plural or None) of every text that is translated."""
    joined = re.sub(r'"\s*\n\s*"', "", text)
    for match in re.finditer(r'\bngettext \(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"', joined):
        yield match[1], match[2]
    for match in re.finditer(r'\bN?_ \(\s*"((?:[^"\\]|\\.)*)"', joined):
        yield match[1], None


def own_texts():
    """(file, text): what is translated, and what stands in the lists."""
    for path in sorted((SOURCE / "src/app/kiosk").glob("*.c")):
        for msgid, plural in msgids(path.read_text(encoding="utf8")):
            yield path.name, WORDS.ngettext(msgid, plural, 2) if plural else WORDS.gettext(msgid)
    for path in sorted((SOURCE / "ui").glob("kiosk-*.t*")):
        for line in path.read_text(encoding="utf8").splitlines():
            if line and not line.startswith("#"):
                yield from ((path.name, part) for part in line.split("\t") if HAN.search(part))


def main():
    texts = list(own_texts())
    foreign = ["%s: %s" % text for text in texts if not HAN.search(text[1])]
    long = []
    for name, said in texts:
        for sentence in re.split("[。！？；\\n]", said):
            if len(re.sub(r"%[a-z]|\s", "", sentence)) > LONGEST:
                long.append("%s: %s" % (name, sentence))
    few = [] if len(texts) > 60 else ["only %d" % len(texts)]
    print("1..3")
    for number, (what, problems) in enumerate([("the texts are found", few), ("every text is Chinese", foreign),
                                               ("no sentence is longer than %d characters" % LONGEST, long)], 1):
        print("%sok %d - %s" % ("not " if problems else "", number, what))
        for problem in problems:
            print("#", problem)
    return 1 if foreign or long or few else 0


raise SystemExit(main())
