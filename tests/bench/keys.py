# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a key press to the painted answer in the real window, against floor programs, in alternating rounds.

usage: keys.py BUILD [--rounds N] [--catalogue NAME=FILE.db]… [--tap]

Keys go through XTEST, answers are told by XDamage: "first" is the first change of the window (the letter in the entry),
"answer" the last change of a twentieth of it or more. Prints medians, the 95th percentile of the answers, and the median
ratios to the floors taken key by key. With --tap it fails only when a window does not answer: on a shared machine a
time proves nothing by itself.
"""

import argparse
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from display import session, write_rows

# Letters of a word that finds more and less with each, and the way back.
KEYS = "y<s<g<yingxiao<<<<<<<<"
FLOORS = ("echo", "light list of 50")


def run(build, environment, keys, command):
    done = subprocess.run([str(build / "tests/bench/first-frame"), "--keys", keys, *command], env=environment, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} showed no window")
    return [tuple(map(float, line.split("\t")[1:])) for line in done.stdout.splitlines()]


def measure(build, rounds, catalogues):
    """{program: [(first ms, answer ms) per key and round]}"""
    with session() as environment, tempfile.TemporaryDirectory() as folder:
        rows = pathlib.Path(folder, "rows.tsv")
        write_rows(rows)
        environment["GSETTINGS_SCHEMA_DIR"] = str(build / "data")
        floor = ["env", "GDK_DEBUG=gl-disable", str(build / "tests/bench/key-floor")]
        window = str(build / "src/app/jobguide")
        programs = {
            "echo": [*floor, "echo", str(rows)],
            "painted rows": [*floor, "painted", str(rows)],
            "light list of 50": [*floor, "light", "50", str(rows)],
            "JobGuide": [window],
            **{f"JobGuide, {name}": [window, "--catalogue", path] for name, path in catalogues},
        }
        found = {name: [] for name in programs}
        for _ in range(rounds):
            for name, command in programs.items():
                if command[0] == window:
                    answers = run(build, environment, f"^f{KEYS}", command)[1:]
                else:
                    answers = run(build, environment, KEYS, command)
                if len(answers) != len(KEYS) or not all(first > 0 for first, _last in answers):
                    raise SystemExit(f"{name} did not answer every key: {answers}")
                found[name] += answers
        return found


def percentile(values, share):
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def report(found):
    lines = [f"key to painted answer, {len(found['echo'])} keys each; ratios key by key, median",
             f"{'program':28} {'first':>9} {'answer':>9} {'95 %':>9} {'worst':>9}"
             + "".join(f"  to {name}" for name in FLOORS)]
    for name, answers in found.items():
        lasts = [last for _first, last in answers]
        ratios = [statistics.median(last / floor[1] for last, floor in zip(lasts, found[floor_name])) for floor_name in FLOORS]
        lines.append(f"{name:28} {statistics.median(first for first, _last in answers):6.1f} ms {statistics.median(lasts):6.1f} ms "
                     f"{percentile(lasts, 0.95):6.1f} ms {max(lasts):6.1f} ms"
                     + "".join(f"  {ratio:{len(floor_name) + 3}.2f}" for ratio, floor_name in zip(ratios, FLOORS)))
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--catalogue", action="append", default=[], type=lambda text: text.split("=", 1))
    parser.add_argument("--tap", action="store_true")
    options = parser.parse_args()
    build = options.build.resolve()

    if not options.tap:
        print("\n".join(report(measure(build, options.rounds, options.catalogue))))
        return
    if os.environ.get("JOBGUIDE_TEST_LONG"):
        options.rounds = 5
    print("TAP version 13\n1..1", flush=True)
    try:
        for line in report(measure(build, options.rounds, options.catalogue)):
            print(f"# {line}")
        print("ok 1 - the window answers every key")
    except SystemExit as trouble:
        print(f"not ok 1 - the window answers every key\n# {trouble}")
        sys.exit(1)


main()
