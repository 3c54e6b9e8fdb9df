#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a catalogue of any size out of the words of the notices: gen-catalogue.py N OUT

OUT.tsv holds one occupation a line: code, name, aliases, definition, tasks (lists separated by U+001F). The first are
the real ones. OUT.queries holds 200 queries: 40 each of one, two, three and four characters, 20 of initials and
syllables each, half and half, 15 codes and 5 that stand nowhere. The same N gives the same bytes.
"""

import json
import os
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"])
SEED = 20200225
LIST = "\x1f"
ENDINGS = ["工程技术人员", "管理员", "操作员", "检测员", "测试员", "咨询师", "评估师", "管理师", "运营师", "服务师", "检修工", "维修工",
           "施工员", "助理员", "设计师", "指导员", "工", "员", "师"]
INITIALS = "bpmfdtnlgkhjqxzcsryw"
HAN = re.compile(r"^[\u4e00-\u9fff]+$")


def pack(name):
    return json.loads((ROOT / "data/packs" / name).read_text(encoding="utf-8"))


def real_entries():
    occupations = pack("occupations.json")["occupations"]
    aliases = {}
    for alias in pack("aliases.json")["aliases"]:
        aliases.setdefault(alias["occupation"], []).append(alias["text"])
    for one in occupations:
        yield one["code"], one["name"], aliases.get(one["id"], [])[:4], one["definition"] or "", one["tasks"]


def words_of(entries):
    words = []
    for _, _, _, definition, tasks in entries:
        for part in re.split(r"[、，；。：（）()/“” ]|以及|进行|提供|及|与|和|对|的|在|从事|负责|为|等", definition + "；" + "；".join(tasks)):
            if HAN.match(part) and 2 <= len(part) <= 6:
                words.append(part)
    return words


class Maker:
    def __init__(self, real, n):
        self.random = random.Random(SEED)
        self.words = words_of(real)
        self.characters = sorted(set("".join(self.words)))
        self.n = n

    def word(self):
        # Some words are new, as in a larger text; their number grows with the catalogue.
        if self.random.random() < 0.12:
            return "".join(self.random.choice(self.characters) for _ in range(2))
        return self.random.choice(self.words)

    def phrase(self, n):
        return "、".join(self.word() for _ in range(n))

    def entry(self, number):
        code = f"{1 + number % 8}-{number // 8 % 100:02}-{number // 800 % 100:02}-{number // 80000:02}"
        name = self.word() + (self.word() if self.random.random() < 0.6 else "") + self.random.choice(ENDINGS)
        aliases = [self.word()[:4] + self.random.choice(ENDINGS + ["", "", "的"]) for _ in range(self.random.randint(0, 3))]
        definition = f"从事{self.phrase(3)}，对{self.word()}进行{self.phrase(2)}的人员。"
        tasks = [f"{self.word()}、{self.word()}{self.word()}{self.random.choice(['，并' + self.word(), '', '及' + self.word()])}；"
                 for _ in range(self.random.randint(4, 8))]
        return code, name, aliases, definition, tasks

    def queries(self, entries):
        texts = [e[1] for e in entries] + [t for e in entries for t in [e[3], *e[4]] if t]
        for length in (1, 2, 3, 4):
            for _ in range(40):
                while True:
                    text = self.random.choice(texts)
                    at = self.random.randrange(max(1, len(text) - length + 1))
                    if HAN.match(text[at:at + length]) and len(text[at:at + length]) == length:
                        break
                yield text[at:at + length]
        for i in range(20):
            if i % 2:
                yield "".join(self.random.choice(INITIALS) for _ in range(self.random.randint(2, 4)))
            else:
                yield self.random.choice(["guanli", "weixiu", "jiance", "sheji", "fuwu", "anquan", "jishu", "pinggu", "yingyong", "caozuo"])
        for _ in range(15):
            yield self.random.choice(entries)[0][:self.random.choice([4, 7, 10])]
        for _ in range(5):
            yield "".join(self.random.choice("鹓鶵魍魉饕餮龃龉") for _ in range(self.random.randint(2, 3)))


def main():
    n, out = int(sys.argv[1]), sys.argv[2]
    real = list(real_entries())
    maker = Maker(real, n)
    entries = (real + [maker.entry(i) for i in range(max(0, n - len(real)))])[:n]
    with open(out + ".tsv", "w", encoding="utf-8") as file:
        for code, name, aliases, definition, tasks in entries:
            file.write("\t".join((code, name, LIST.join(aliases), definition, LIST.join(tasks))) + "\n")
    pathlib.Path(out + ".queries").write_text("\n".join(maker.queries(entries)) + "\n", encoding="utf-8")


main()
