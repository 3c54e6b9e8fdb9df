# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many questions in a row: jobguidectl never crashes, always answers in JSON, and answers the same twice.

A short run asks a hundred or so; with JOBGUIDE_TEST_LONG set it goes on for minutes. The questions are made from the packs' own words,
cut, joined and spoilt by a fixed sequence of random numbers, and from the sample profiles with facts taken out or turned round.
"""

import json
import os
import pathlib
import random
import subprocess
import tempfile

from house import BUILD, LONG, SOURCE, Tap, run

CTL = BUILD / "src/ctl/jobguidectl"
ENVIRONMENT = {key: value for key, value in os.environ.items() if "SAN_OPTIONS" in key} | {
    "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "G_DEBUG": "fatal-warnings"}
SPOILERS = ["", " ", "　", "-", "－", "%", "_", "'", "\"", "*", "NOT", "(", "𠀀", "🙂", "ａ", "\u202e", "\u200b", "0", "x" * 3000]


def words():
    found = []
    for path in sorted((SOURCE / "data/packs").glob("*.json")):
        pack = json.loads(path.read_text(encoding="utf-8"))
        found += [entry["name"] for entry in pack.get("occupations", [])]
        found += [entry["code"] for entry in pack.get("occupations", [])]
        found += [entry["text"] for entry in pack.get("aliases", []) + pack.get("synonyms", [])]
    return found


def call(*arguments):
    """(exit status, standard output, standard error) of one call."""
    done = subprocess.run([CTL, "--as-of", "2026-06-01", "--json", *arguments], env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                          capture_output=True, encoding="utf-8", errors="strict", check=False)
    return done.returncode, done.stdout, done.stderr


def ask(*arguments):
    """Problems with one call made twice."""
    status, answer, said = call(*arguments)
    if status not in (0, 1):
        return [f"{arguments}: exit status {status}: {said[-300:]}"]
    if (status, answer, said) != call(*arguments):
        return [f"{arguments}: two answers"]
    if status == 1 and not answer and not said:
        return [f"{arguments}: it failed and did not say why"]
    if answer:
        try:
            if json.loads(answer)["as_of"] != "2026-06-01":
                return [f"{arguments}: as_of is not as asked"]
        except (ValueError, KeyError) as error:
            return [f"{arguments}: {error}: {answer[:200]}"]
    return []


def searches(chance, count):
    known, problems = words(), []
    for _ in range(count):
        word = chance.choice(known)
        cut = chance.randrange(len(word)) if word else 0
        query = chance.choice([word, word[cut:], word[:cut], word + chance.choice(SPOILERS),
                               word[:cut] + chance.choice(SPOILERS) + word[cut:], chance.choice(known) + word])
        problems += ask(chance.choice(["search", "show"]), "--", query)
    return problems


def spoil(profile, chance):
    """The same person with something not asked, not known, or the other way round."""
    changed = json.loads(json.dumps(profile))
    facts = changed.get("facts", {})
    for key in list(facts):
        turn = chance.random()
        if turn < 0.2:
            del facts[key]
        elif turn < 0.4:
            facts[key] = None
        elif turn < 0.6 and isinstance(facts[key], bool):
            facts[key] = not facts[key]
    for key in [key for key in changed if key != "schema" and chance.random() < 0.25]:
        del changed[key]
    return changed


def profiles(chance, rounds, folder):
    samples, problems = sorted((SOURCE / "data/samples").glob("*.json")), []
    if not samples:
        return ["there are no sample profiles"]
    path = pathlib.Path(folder, "profile.json")
    for _ in range(rounds):
        sample = chance.choice(samples)
        path.write_text(json.dumps(spoil(json.loads(sample.read_text(encoding="utf-8")), chance), ensure_ascii=False), encoding="utf-8")
        for command in ("match", "measures"):
            problems += [f"{sample.name}: {line}" for line in ask(command, path)]
    return problems


def sheets(chance, rounds, folder):
    samples, problems = sorted((SOURCE / "data/samples").glob("*.json")), []
    for sample in (samples if not LONG else chance.choices(samples, k=rounds)):
        out = pathlib.Path(folder, "sheet.pdf")
        out.unlink(missing_ok=True)
        status, text = run(CTL, "--as-of", "2026-06-01", "sheet", sample, "--output", out, env=ENVIRONMENT)
        if status != 0 or not out.exists():
            problems.append(f"{sample.name}: {status}: {text[-300:]}")
    return problems if samples else ["there are no sample profiles"]


with Tap() as tap, tempfile.TemporaryDirectory() as scratch:
    dice = random.Random(20201015)
    tap.check("searches and entries", searches(dice, 3000 if LONG else 40))
    tap.check("matches and measures", profiles(dice, 1000 if LONG else 12, scratch))
    tap.check("a sheet for every sample", sheets(dice, 500, scratch))
