#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk prints straight to the printer that was set: a print service of the test's own has it."""

import os
import subprocess
import sys

import unroot  # noqa: F401
from window import _

from a11y import screenshot, wait_for
from desk_printer import desk
from kiosk import choose, counters, enter, first_button, fresh, go, main, shows, title, touch, windows

DESK = None
NO_PAPER = _("The printer has no paper. Tell the staff.")
STOPPED = _("The printer has stopped. Tell the staff.")
DONE = _("It is printed. Take your paper.")


def take_steps(app, steps):
    """Touches one thing after the other; how often."""
    for step in steps:
        if isinstance(step, tuple):
            choose(app, step[0])
        elif isinstance(step, list):
            enter(app, step)
        elif step == "浙江省":  # its cities are asked for by the same question
            touch(app, step)
            wait_for(lambda: first_button(app, "浙江省杭州市"), "the cities")
        else:
            go(app, step)
    return sum(len(step) if isinstance(step, list) else 1 for step in steps)


def test_taps(kiosk, app):
    """From the first page to the printed one by each of the three choices it takes at most eight touches."""
    printed = int(counters().get("prints", "0"))
    for steps, words in [
            ([_("Find an Occupation"), "送外卖", "网约配送员"], "网约配送员"),
            ([_("What can I do?"), ("送货、跑腿",), _("See the Result"), "网约配送员"], "网约配送员"),
            ([_("What support is there?"), _("%d to %d years") % (21, 60), ("农民工",), _("Next Step"), "浙江省", "浙江省杭州市",
              "农民工公共就业服务"], "农民工公共就业服务")]:
        touches = take_steps(app, [*steps, _("Print a Page")])
        assert touches <= 8, (touches, steps)
        shows(app, DONE)
        paper = DESK.take_paper()
        assert words in paper.replace("\n", ""), paper
        printed += 1
        wait_for(lambda: counters().get("prints") == str(printed), "the counter")
        assert len(windows()) == 1
        go(app, _("First Page"))
    wait_for(lambda: not DESK.jobs() and not DESK.spooled(), "an empty spool")


def test_other_taps(kiosk, app):
    """By letters, by code and by class it takes no more."""
    for steps in [[_("By letters"), list("swm"), _("Look Up"), "网约配送员"], [_("By code"), list("402"), _("Look Up"), "网约配送员"],
                  [_("By class"), "社会生产服务和生活服务人员", "网约配送员"]]:
        touches = take_steps(app, [_("Find an Occupation"), *steps, _("Print a Page")])
        assert touches <= 8, (touches, steps)
        shows(app, DONE)
        assert "网约配送员" in DESK.take_paper()
        go(app, _("First Page"))
    touch(app, _("Finish"))
    title(fresh(kiosk, app.pid))


def test_hanging(kiosk, app):
    """A print service that takes the call and does not answer is told in words, and holds up neither this person nor the next."""
    DESK.hang(True)
    go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Print a Page"))
    shows(app, _("The printer does not answer. Tell the staff."))
    touch(app, _("Finish"))
    app = fresh(kiosk, app.pid)
    title(app)
    touch(app, _("Finish"))
    title(fresh(kiosk, app.pid))
    DESK.hang(False)


def test_limit(kiosk, app):
    """One person has so many prints; then it is said that there are no more."""
    for wanted in (DONE, DONE, DONE, _("You have printed as much as one person may.")):
        go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Print a Page"))
        shows(app, wanted)
        if wanted == DONE:
            DESK.take_paper()
        go(app, _("First Page"))
    assert not DESK.jobs(), DESK.jobs()
    touch(app, _("Finish"))
    title(fresh(kiosk, app.pid))


def test_paper_out(kiosk, app):
    """A printer without paper is told in words, and what waits there is gone with who sent it."""
    touch(app, _("Finish"))
    app = fresh(kiosk, app.pid)
    DESK.set("empty", True)
    go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Print a Page"))
    shows(app, NO_PAPER)
    screenshot("kiosk-paper-out")
    assert DESK.jobs() and DESK.spooled()
    assert len(windows()) == 1
    touch(app, _("Finish"))
    title(fresh(kiosk, app.pid))
    wait_for(lambda: not DESK.jobs() and not DESK.spooled(), "an empty queue")
    DESK.set("empty", False)


def test_paper_comes(kiosk, app):
    """Who waits until there is paper again is told that it is printed."""
    DESK.set("empty", True)
    go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Print a Page"))
    shows(app, NO_PAPER)
    DESK.set("empty", False)
    shows(app, DONE)
    DESK.take_paper()


def test_stopped(kiosk, app):
    """A printer that was stopped is told in words, and what waits there is gone with who sent it."""
    subprocess.check_call(["cupsdisable", "desk"])
    go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Print a Page"))
    shows(app, STOPPED)
    screenshot("kiosk-stopped")
    touch(app, _("Finish"))
    title(fresh(kiosk, app.pid))
    wait_for(lambda: not DESK.jobs() and not DESK.spooled(), "an empty queue")
    subprocess.check_call(["cupsenable", "desk"])


def runs():
    common = {"idle_seconds": 3600, "printer": "desk", "max_prints": 3, "office": "一楼3号窗口", "hours": "9:00—17:00"}
    yield common, [test_taps, test_paper_out]
    if "JOBGUIDE_TEST_LONG" in os.environ:
        yield common, [test_other_taps, test_limit, test_paper_comes, test_stopped, test_hanging]


if __name__ == "__main__":
    with desk() as DESK:
        sys.exit(main(list(runs())))
