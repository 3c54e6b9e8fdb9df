#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A monkey at the kiosk: whatever is touched, dragged and typed, it stays the kiosk, writes nothing and does not grow.

JOBGUIDE_TEST_LONG=1 makes it 100,000 blows instead of some hundreds; JOBGUIDE_TEST_BLOWS=N makes it N.
"""

import os
import random
import subprocess
import sys
import tempfile

from window import PROGRAM

from a11y import wait_for
from kiosk import COUNTERS, files, give_keyboard, session_pid
from monkey import SEED, at_rest, children, hit, memory, say

BLOWS = int(os.environ.get("JOBGUIDE_TEST_BLOWS") or (100000 if "JOBGUIDE_TEST_LONG" in os.environ else 300))
BATCH = min(BLOWS // 2, 250)
# A session that lived so long has seen all pages and all sizes of text by the half of its life, and what is made once is made.
SETTLED = 20000
SIZE = (1200, 900)
# “Finish” in the bar, and the size of the text that moves it: who touches it gets a fresh process, and then little could be
# said about memory. Enter on it may still end a session.
FINISH = (240, 0, SIZE[0], 140)
# The way to the first page, in all sizes of text: what is weighed is always the same page, and no others below it.
HOME = (180, 48)


def windows():
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "."], capture_output=True, text=True, check=False).stdout.split()


def settle(kiosk):
    """Waits until what was sent has been done, and gives the process that shows the window."""
    def rests():
        pid = session_pid(kiosk)
        return pid if pid is not None and at_rest(pid) else None

    pid = wait_for(rests, "the kiosk to rest", 60)
    wait_for(lambda: give_keyboard(pid), "its window", 60)
    return pid


class Sample:
    """What one process had at the end of each batch."""

    def __init__(self):
        self.kib = []

    def growth(self):
        """(blows, KiB after the half, KiB at the end), or None when it did not live long enough for that."""
        if len(self.kib) * BATCH < SETTLED:
            return None
        half = len(self.kib) // 2
        begin, end = self.kib[half:half + half // 2], self.kib[-half // 2:]
        return len(self.kib) * BATCH, sorted(begin)[len(begin) // 2], sorted(end)[len(end) // 2]


def main():
    chance = random.Random(SEED)
    before = files()
    log = tempfile.TemporaryFile("w+", encoding="utf8")
    kiosk = subprocess.Popen([PROGRAM, "--kiosk"], stdout=log, stderr=log)
    results, samples, watching = [], {}, Sample()
    alone, one_window = True, True
    try:
        wait_for(windows, "the window", 30)
        pid = settle(kiosk)
        for done in range(BATCH, BLOWS + 1, BATCH):
            hit(chance, BATCH, SIZE, FINISH)
            settle(kiosk)
            subprocess.check_call(["xdotool", "mousemove", *map(str, HOME), "click", "1"])
            pid = settle(kiosk)
            samples.setdefault(pid, Sample()).kib.append(memory(pid))
            watching.kib.append(memory(kiosk.pid))
            alone = alone and len(children(kiosk.pid)) == 1 and not children(pid)
            one_window = one_window and len(windows()) == 1
            if done % 1000 == 0:
                print("# %d blows, %d sessions, %d KiB, %d KiB for the watcher" % (done, len(samples), memory(pid), memory(kiosk.pid)),
                      flush=True)
        results.append(("it is still the kiosk", kiosk.poll() is None and session_pid(kiosk) is not None))
        results.append(("it has one window, and nobody else has any", one_window))
        results.append(("no other program was started", alone))
        left = files() - before - {COUNTERS}
        results.append(("it has written nothing but the counters: %s" % left, not left))
        grown = [sample.growth() for sample in [*samples.values(), watching]]
        grown = [growth for growth in grown if growth is not None]
        for blows, begin, end in grown:
            print("# memory from %d to %d KiB (%+.1f %%) in %d blows" % (begin, end, 100 * (end - begin) / begin, blows))
        results.append(("its memory stays what it was", all(end <= 1.05 * begin for _blows, begin, end in grown)))
    finally:
        kiosk.terminate()
        kiosk.wait(30)
    log.seek(0)
    complaints = [line for line in log if "CRITICAL" in line or "WARNING" in line]
    log.seek(0)
    results.append(("no session fell", "fell" not in log.read()))
    results.append(("no complaint in the log: %s" % complaints[:3], not complaints))
    return say(results)


if __name__ == "__main__":
    sys.exit(main())
