# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up of the JobGuide window against bare Adw windows, in alternating rounds on one virtual display.

usage: start-up.py BUILD [--rounds N] [--tap]

Prints the medians and, what counts, the median of the ratios taken within each round. With --tap it fails only when a
program shows no window: on a shared machine a time proves nothing by itself.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from display import session, write_rows


def measure(build, rounds):
    """{program: [(first ms, filled ms, PSS KiB) per round]}; the first round only warms the caches."""
    with session() as environment, tempfile.TemporaryDirectory() as folder:
        rows = pathlib.Path(folder, "rows.tsv")
        count = write_rows(rows)
        if count != 28:
            raise SystemExit(f"expected 28 occupations with a definition, found {count}")
        environment["GSETTINGS_SCHEMA_DIR"] = str(build / "data")
        floor = str(build / "tests/bench/adw-floor")
        no_gl = ["env", "GDK_DEBUG=gl-disable"]
        programs = {
            "JobGuide": [str(build / "src/app/jobguide")],
            "adw-list": [floor, str(rows)],
            "adw-empty": [floor],
            "adw-list, GL off": [*no_gl, floor, str(rows)],
        }
        found = {name: [] for name in programs}
        for number in range(rounds + 1):
            for name, command in programs.items():
                done = subprocess.run([str(build / "tests/bench/first-frame"), *command], env=environment, check=False,
                                      stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8")
                if done.returncode != 0:
                    raise SystemExit(f"{name} did not start")
                if number > 0:
                    first, filled, pss, _pictures = done.stdout.split()
                    found[name].append((float(first), float(filled), float(pss)))
        return found


def report(found, floor="adw-list"):
    lines = [f"start-up, {len(found[floor])} rounds, median; in brackets the median ratio to {floor} within a round",
             f"{'program':18} {'first frame':>18} {'filled':>18} {'PSS':>20}"]
    for name, rounds in found.items():
        cells = []
        for column, unit, scale in ((0, "ms", 1), (1, "ms", 1), (2, "MiB", 1024)):
            middle = statistics.median(entry[column] for entry in rounds) / scale
            ratio = statistics.median(entry[column] / base[column] for entry, base in zip(rounds, found[floor]))
            cells.append(f"{middle:7.1f} {unit} ({ratio:4.2f})")
        lines.append(f"{name:18} {cells[0]:>18} {cells[1]:>18} {cells[2]:>20}")
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--tap", action="store_true")
    options = parser.parse_args()
    if options.tap and os.environ.get("JOBGUIDE_TEST_LONG"):
        options.rounds = 11

    if not options.tap:
        print("\n".join(report(measure(options.build.resolve(), options.rounds))))
        return
    print("TAP version 13\n1..1", flush=True)
    try:
        for line in report(measure(options.build.resolve(), options.rounds)):
            print(f"# {line}")
        print("ok 1 - every program of the start-up benchmark shows its window")
    except SystemExit as trouble:
        print(f"not ok 1 - every program of the start-up benchmark shows its window\n# {trouble}")
        sys.exit(1)


main()
