#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk in the session that an administrator sets up: cage, as data/kiosk/ starts it, without a screen.

The headless backend of cage 0.1.4 has no pointer and no protocol for one, so there the accessibility bus touches; for real touches
and keys cage shows its one output as a window of Xvfb. JOBGUIDE_TEST_LONG=1 makes it 1,000 of them instead of some.
"""

import configparser
import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import tempfile

import unroot  # noqa: F401
from window import BUILD, SOURCE, _

from a11y import labels, screenshot, wait_for
from kiosk import COUNTERS, configure, files, go, heading, session_pid, the_kiosk, title, touch
from monkey import SEED, at_rest, children, hit, memory, say

LONG = "JOBGUIDE_TEST_LONG" in os.environ
ROUNDS, BLOWS = (20, 50) if LONG else (2, 12)
# Of the output that cage makes in a window; the bar with “Finish” is at its top.
SIZE = (1024, 768)
BAR = (0, 0, SIZE[0], 94)
FINISH = (530, 48)
FINISH_NAME = _("Finish")


def command():
    """What the session files start; both the same."""
    with open(os.path.join(SOURCE, "data", "kiosk", "greetd.toml"), encoding="utf8") as file:
        started = re.search(r'^command = "(.*)"$', file.read(), re.M)[1]
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.optionxform = str
    desktop.read(os.path.join(SOURCE, "data", "kiosk", "jobguide-kiosk.desktop"), encoding="utf8")
    assert desktop["Desktop Entry"]["Exec"] == started, started
    return started


def find_child(pid, name):
    out = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    return next((int(line.split()[0]) for line in out.splitlines() if name in line), None)


class Kiosk:
    """The process that watches, below cage."""

    def __init__(self, pid):
        self.pid = pid


@contextlib.contextmanager
def cage(backend, log):
    env = dict(os.environ, WLR_BACKENDS=backend, WLR_RENDERER="pixman", WLR_LIBINPUT_NO_DEVICES="1", GDK_BACKEND="wayland",
               GSETTINGS_BACKEND="keyfile", PATH=os.path.join(BUILD, "src", "app") + ":" + os.environ["PATH"])
    process = subprocess.Popen(command().split(), env=env, stdout=log, stderr=log)
    try:
        yield process, Kiosk(wait_for(lambda: find_child(process.pid, "jobguide-kiosk"), "the kiosk", 60))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def session(kiosk, other_than=None, timeout=60):
    """The process that shows the window, when there is one and it is another."""
    def probe():
        pid = session_pid(kiosk)
        return pid if pid not in (None, other_than) else None

    return wait_for(probe, "a session", timeout)


def sizes(*pids):
    """The memory of the processes when they have nothing to do."""
    return [wait_for(lambda p=pid: at_rest(p) and memory(p), "a process at rest", 60) for pid in pids]


def check(results, what, process, kiosk, log, before):
    pid = session(kiosk)
    log.seek(0)
    results.append((what + ": no session fell", "fell" not in log.read()))
    results.append((what + ": cage shows the kiosk and nothing else",
                    process.poll() is None and len(children(kiosk.pid)) == 1 and not children(pid)
                    and set(children(process.pid)) <= {"jobguide-kiosk", "Xwayland"}))
    left = files() - before - {COUNTERS}
    results.append(("%s: no file but the counters: %s" % (what, left), not left))


def headless(results, log, before):
    """Start, use, reset, touched through the accessibility bus."""
    with cage("headless", log) as (process, kiosk):
        app = the_kiosk(kiosk)
        title(app)
        go(app, _("Find an Occupation"), "送外卖", "网约配送员")
        results.append(("headless: an occupation is shown", _("What one does") in labels(app)))
        touch(app, FINISH_NAME)
        app = the_kiosk(kiosk, app.pid)
        title(app)
        results.append(("headless: “Finish” leads to the first page of a fresh process", heading(app) is not None))
        check(results, "headless", process, kiosk, log, before)


def shown(pixel=(8, 8)):
    """Whether the bar is on the screen: cage is black before."""
    out = subprocess.run(["import", "-window", "root", "-crop", "1x1+%d+%d" % pixel, "-depth", "8", "txt:-"], capture_output=True,
                         text=True, check=False).stdout
    return "#DCE8F6" in out.upper()


def touched(results, log, before):
    """Rounds of touches, drags and keys, each ended by a touch of “Finish”."""
    chance = random.Random(SEED)
    with cage("x11", log) as (process, kiosk):
        pid = session(kiosk)
        kib = []
        for _round in range(ROUNDS):
            wait_for(shown, "the kiosk on the screen", 60)
            kib.append(sizes(pid, kiosk.pid, process.pid))
            hit(chance, BLOWS, SIZE, BAR)
            subprocess.check_call(["xdotool", "mousemove", *map(str, FINISH), "click", "1"])
            try:
                pid = session(kiosk, pid, 5)
            except AssertionError:  # a key has made the text larger, and “Finish” is elsewhere
                touch(the_kiosk(kiosk), FINISH_NAME)
                pid = session(kiosk, pid)
        wait_for(shown, "the kiosk on the screen", 60)
        kib.append(sizes(pid, kiosk.pid, process.pid))
        screenshot("kiosk-cage")
        check(results, "touched", process, kiosk, log, before)
        # The first round is what is made once; of what comes after, the last is no more than the second.
        grown = [100 * (last - first) / first for first, last in zip(kib[1], kib[-1])]
        results.append(("touched: after %d touches and keys and %d resets the session has %+.1f %%, the watcher %+.1f %%, cage "
                        "%+.1f %% of memory" % (ROUNDS * BLOWS, ROUNDS, *grown), all(growth <= 5 for growth in grown)))


def main():
    configure(idle_seconds=3600)
    results = []
    before = files()
    for run in (headless, touched):
        with tempfile.TemporaryFile("w+", encoding="utf8") as log:
            run(results, log, before)
            log.seek(0)
            complaints = [line for line in log if "CRITICAL" in line or "jobguide-WARNING" in line]
            results.append(("no complaint in the log: %s" % complaints[:3], not complaints))
    return say(results)


if __name__ == "__main__":
    sys.exit(main())
