# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guidance sheet against a minimal Pango/Cairo program that draws the same text in the same faces.

usage: sheet.py BUILD [--rounds N] [--tap]

Three times, each the median over alternating rounds, with the ratio taken within each round:
  process  a whole process, from its start to its end: for JobGuide the command line with catalogue, matching and policies
  cold     the first sheet of a process
  warm     the median of the sheets after it
With --tap it fails only when a program writes no sheet: on a shared machine a time proves nothing by itself.
"""

import argparse
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROFILE = SOURCE / "data/samples/livestream-seller.json"
WARM = 8


def run(command):
    start = time.perf_counter()
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return output, (time.perf_counter() - start) * 1000


def write_text(pdf, path):
    """The words of the sheet; title, headings and names are the bold lines."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, stdout=subprocess.PIPE, text=True).stdout
    lines = [re.sub(r"\s+", "　", line.strip()) for line in text.replace("\f", "").split("\n") if line.strip()]
    bold = re.compile(r"职业指导单|\d[.　]|先问清|本单是|可向用人单位")
    path.write_text("".join(f"{'b' if bold.match(line) else 'r'}\t{line}\n" for line in lines), encoding="utf-8")
    return sum(map(len, lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--tap", action="store_true")
    options = parser.parse_args()
    bench = options.build / "tests/bench"
    times = {key: ([], []) for key in ("process", "cold", "warm")}
    with tempfile.TemporaryDirectory() as folder:
        pdf, floor_pdf = f"{folder}/sheet.pdf", f"{folder}/floor.pdf"
        text = pathlib.Path(folder, "text.tsv")
        catalogue = options.build / "data/catalogue.db"
        command = [options.build / "src/ctl/jobguidectl", "--catalogue", catalogue, "sheet", PROFILE, "--output", pdf]
        run(command)
        characters = write_text(pdf, text)
        for _ in range(options.rounds):
            for index, program in enumerate(([bench / "sheet-own", catalogue, PROFILE, pdf],
                                             [bench / "sheet-floor", text, floor_pdf])):
                first, warm = run([*program, str(WARM)])[0].split()
                times["cold"][index].append(float(first))
                times["warm"][index].append(float(warm))
            times["process"][0].append(run(command)[1])
            times["process"][1].append(run([bench / "sheet-floor", text, floor_pdf, "1"])[1])
        sizes = [pathlib.Path(name).stat().st_size for name in (pdf, floor_pdf)]
    mark = "# " if options.tap else ""
    print(f"{mark}{characters} characters, {options.rounds} rounds; {sizes[0]} bytes against {sizes[1]}")
    for key, (own, floor) in times.items():
        ratio = statistics.median(a / b for a, b in zip(own, floor))
        print(f"{mark}{key:8} JobGuide {statistics.median(own):6.1f} ms   floor {statistics.median(floor):6.1f} ms   "
              f"ratio {ratio:.2f}")
    if options.tap:
        print("1..1\nok 1 - both programs write the sheet")


main()
