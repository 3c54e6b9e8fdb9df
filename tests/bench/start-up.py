# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up of the JobGuide window against bare Adw windows, in alternating rounds on one virtual display.

usage: start-up.py BUILD [--rounds N] [--tap]

Prints the medians and, what counts, the median of the ratios taken within each round. With --tap it fails only when a
program shows no window: on a shared machine a time proves nothing by itself.
"""

import argparse
import contextlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def server(program, *options):
    """Runs a program that writes its address to the file descriptor given last; yields the address."""
    reader, writer = os.pipe()
    process = subprocess.Popen([program, *options[:-1], options[-1].format(writer)], pass_fds=[writer],
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as stream:
            yield stream.readline().strip()
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def session():
    """A display, a session bus, a home and an empty set of preferences of our own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, \
            server("Xvfb", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset", "-displayfd", "{}") as display, \
            server("dbus-daemon", "--session", "--nofork", "--print-address={}") as bus:
        os.chmod(home, 0o700)
        # A blinking cursor and fading scroll bars would count as a window that is not finished.
        folder = pathlib.Path(home, ".config/gtk-4.0")
        folder.mkdir(parents=True)
        (folder / "settings.ini").write_text("[Settings]\ngtk-cursor-blink=0\ngtk-overlay-scrolling=0\n")
        environment = {key: value for key, value in os.environ.items() if key in ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS")}
        environment.update(HOME=home, XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=f"{home}/.config", DISPLAY=f":{display}",
                           DBUS_SESSION_BUS_ADDRESS=bus, GDK_BACKEND="x11", GSK_RENDERER="cairo", LIBGL_ALWAYS_SOFTWARE="1",
                           GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0", LANG="C.UTF-8", LANGUAGE="zh_CN")
        yield environment


def write_rows(path):
    """The 28 occupations that are printed in full: name, code, definition."""
    rows = []
    for pack in sorted((SOURCE / "data/packs").glob("*.json")):
        for entry in json.loads(pack.read_text(encoding="utf-8")).get("occupations", []):
            if entry.get("definition"):
                rows.append("\t".join((entry["name"], entry["code"], entry["definition"].replace("\n", ""))))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return len(rows)


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
