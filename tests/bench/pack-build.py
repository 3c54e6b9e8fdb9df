# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack of 100,000 entries: how long its check and its build take, against sqlite3 importing the same rows with an FTS5 index.

usage: pack-build.py BUILD [--rounds N] [--entries N] [--tap]

Half of the entries are occupations with a note, half are aliases, made of words of the notices; the same N gives the same
bytes. sqlite3 imports them from tab-separated files into two tables and puts names and aliases into one FTS5 table,
once with the default tokenizer, which takes a run of Chinese for one word, and once with trigram, which finds what stands inside.
Medians over alternating rounds; the ratio is taken within each round. With --tap it fails only when one of them fails.
"""

import argparse
import json
import pathlib
import random
import resource
import statistics
import subprocess
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SEED = 20260301
SQL = """.mode tabs
PRAGMA journal_mode=off;
CREATE TABLE occupation (id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE alias (occupation TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (occupation, text)) WITHOUT ROWID;
.import occupations.tsv occupation
.import aliases.tsv alias
CREATE VIRTUAL TABLE found USING fts5(owner UNINDEXED, text{tokenizer});
INSERT INTO found SELECT id, name FROM occupation;
INSERT INTO found SELECT occupation, text FROM alias;
SELECT count(*) FROM found;
"""


def make(folder, entries):
    """office.json for us, two tables for sqlite3."""
    pick = random.Random(SEED)
    shipped = json.loads((SOURCE / "data/packs/occupations.json").read_text(encoding="utf-8"))["occupations"]
    text = "".join(one["definition"] or "" for one in shipped)
    letters = [c for c in text if "\u4e00" <= c <= "\u9fff"]

    def words(length):
        start = pick.randrange(len(letters) - length)
        return "".join(letters[start:start + length])

    occupations, aliases = [], []
    for number in range(entries // 2):
        occupations.append({"id": f"big.o{number}", "name": f"{words(5)}{number}员", "code": None, "edition": None, "origin": "existing",
                            "marks": [], "definition": None, "tasks": [], "work_types": [], "source": None, "note": words(24)})
    for number in range(entries - entries // 2):
        aliases.append({"occupation": f"big.o{number % (entries // 2)}", "text": f"{words(4)}{number}", "kind": "spoken", "source": "本局",
                        "grade": "b", "reason": None})
    pack = {"schema": "jobguide-pack/1", "id": "big", "version": "1", "title": "十万项", "date": "2026-03", "provenance": "local",
            "sources": [{"title": "本局", "licence": "CC0-1.0", "credit": "本局"}],
            "occupations": occupations, "aliases": aliases}
    (folder / "big.json").write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
    (folder / "occupations.tsv").write_text("".join(f"{one['id']}\t{one['name']}\t{one['note']}\n" for one in occupations), encoding="utf-8")
    (folder / "aliases.tsv").write_text("".join(f"{one['occupation']}\t{one['text']}\n" for one in aliases), encoding="utf-8")


def timed(command, folder, **more):
    start = time.perf_counter()
    output = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", **more).stdout
    return time.perf_counter() - start, output


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--entries", type=int, default=100000)
    parser.add_argument("--tap", action="store_true")
    options = parser.parse_args()
    ctl = options.build.resolve() / "src/ctl/jobguidectl"
    times = {name: [] for name in ("check", "build", "default", "trigram")}
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        make(folder, options.entries)
        for _ in range(options.rounds):
            for name in times:
                for old in folder.glob("*.db"):
                    old.unlink()
                if name in ("check", "build"):
                    seconds, output = timed([ctl, "pack", name, *(["out.db"] if name == "build" else []), "big.json"], folder)
                    good = f"{options.entries // 2} 个职业" in output
                else:
                    tokenizer = ", tokenize='trigram'" if name == "trigram" else ""
                    seconds, output = timed(["sqlite3", "peer.db"], folder, input=SQL.replace("{tokenizer}", tokenizer))
                    good = str(options.entries) in output
                assert good, (name, output)
                times[name].append(seconds)
        size = (folder / "big.json").stat().st_size
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"# {options.entries} entries, {size / 1e6:.1f} MB, {options.rounds} rounds; the biggest process had {peak:.0f} MB")
    for name, label in (("check", "pack check"), ("build", "pack build"), ("default", "sqlite3, FTS5"), ("trigram", "sqlite3, FTS5 trigram")):
        print(f"# {label}: {statistics.median(times[name]):.2f} s")
    for peer in ("default", "trigram"):
        ratio = statistics.median(one / other for one, other in zip(times["build"], times[peer]))
        print(f"# pack build / sqlite3 FTS5 {peer}: {ratio:.2f}")
    if options.tap:
        print("ok 1 - pack and peer are built\n1..1")


main()
