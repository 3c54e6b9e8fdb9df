# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random touches, drags and keys, and what is measured while they fall."""

import subprocess
import time

SEED = 20261125
MODIFIERS = ("ctrl", "alt", "shift", "super", "Meta_L", "Hyper_L", "ISO_Level3_Shift")
KEYS = ([chr(c) for c in range(ord("a"), ord("z") + 1)] + [str(n) for n in range(10)] + ["F%d" % n for n in range(1, 25)] + [
    "Return", "Escape", "Tab", "BackSpace", "Delete", "Insert", "Home", "End", "Page_Up", "Page_Down", "Up", "Down", "Left", "Right",
    "space", "period", "semicolon", "Print", "Pause", "Scroll_Lock", "Menu", "Undo", "Find", "Cancel", "Execute", "Henkan_Mode",
    "Muhenkan", "Hiragana_Katakana", "Zenkaku_Hankaku", "Hangul", "Multi_key", "XF86AudioPlay", "XF86AudioMute", "XF86HomePage",
    "XF86Mail", "XF86Search", "XF86Calculator", "XF86Explorer", "XF86Back", "XF86Forward", "XF86Refresh", "XF86Close", "XF86Sleep",
    "XF86Copy", "XF86Paste", "XF86Open", "XF86New", "XF86WWW", "XF86Tools"])


def point(chance, size, spared):
    """Somewhere on a screen of a size, but not in a rectangle."""
    while True:
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        if not (spared[0] <= x <= spared[2] and spared[1] <= y <= spared[3]):
            return x, y


def blow(chance, size, spared):
    """One touch, drag or key, as lines for xdotool."""
    kind = chance.random()
    if kind < 0.6:
        return ["mousemove %d %d click %d" % (*point(chance, size, spared), chance.choice((1, 1, 1, 1, 1, 2, 3, 4, 5, 8)))]
    if kind < 0.7:
        return ["mousemove %d %d mousedown 1" % point(chance, size, spared), "mousemove %d %d" % point(chance, size, spared),
                "mouseup 1"]
    held = chance.sample(MODIFIERS, chance.choice((0, 0, 0, 1, 1, 2, 3)))
    return ["key " + "+".join([*held, chance.choice(KEYS)])]


def hit(chance, number, size, spared):
    lines = [line for _i in range(number) for line in blow(chance, size, spared)]
    subprocess.run(["xdotool", "-"], input="\n".join(lines) + "\n", text=True, check=False, stderr=subprocess.DEVNULL)


def memory(pid):
    """What the process has of its own, in KiB; 0 when it has gone."""
    try:
        with open("/proc/%d/status" % pid, encoding="ascii") as file:
            return next((int(line.split()[1]) for line in file if line.startswith("RssAnon")), 0)
    except (FileNotFoundError, ProcessLookupError):
        return 0


def ticks(pid):
    """How long the process has run."""
    try:
        with open("/proc/%d/stat" % pid, encoding="ascii") as file:
            return sum(int(part) for part in file.read().rpartition(")")[2].split()[11:13])
    except (FileNotFoundError, ProcessLookupError):
        return -1


def at_rest(pid):
    """Whether the process has done what it was sent: it hardly runs for a while."""
    before = ticks(pid)
    time.sleep(0.2)
    return 0 <= ticks(pid) - before <= 1


def children(pid):
    """The names of the programs that a process has started and that still run."""
    return subprocess.run(["ps", "-o", "comm=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout.split()


def say(results):
    """Speaks TAP of (what, whether it is so); the exit status."""
    print("1..%d" % len(results))
    for number, (what, good) in enumerate(results, 1):
        print("%sok %d - %s" % ("" if good else "not ", number, what))
    return 0 if all(good for _what, good in results) else 1
