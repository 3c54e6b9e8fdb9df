#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A trainer's hour in the window: a course is made, set against the published tasks, and what is kept is what jobguidectl reads."""

import json
import os
import subprocess
import sys

from window import BUILD, _, main

from a11y import act, find, get_text, key, labels, lint, screenshot, set_text, wait_for

CTL = os.path.join(BUILD, "src", "ctl", "jobguidectl")
HOME = os.environ["HOME"]
BOOK = os.path.join(HOME, "jobguide", "courses.json")
COURSE = "网约配送员岗前培训"


def book():
    if not os.path.exists(BOOK):
        return []
    with open(BOOK, encoding="utf8") as file:
        return json.load(file)["courses"]


def course(name=COURSE):
    return next((c for c in book() if c["name"] == name), {})


def ctl(*arguments):
    return json.loads(subprocess.run([CTL, "course", *arguments, "--json"], capture_output=True, text=True,
                                     check=True).stdout)


def line(app, name):
    return find(find(app, "list", _("Courses")), "list item", starts=name)


def test_empty(app):
    """The page says how one begins."""
    key("ctrl+4")
    find(app, "push button", _("New Course"))
    wait_for(lambda: _("No courses yet.") in labels(app), "the empty list")
    assert not lint(app), lint(app)
    screenshot("courses-empty")


def test_new(app):
    """A new course is on the disk at once, and so is what is written of it; a bad value is said at its field."""
    act(find(app, "push button", _("New Course")))
    wait_for(lambda: [c["state"] for c in book()] == ["draft"], "the draft")
    set_text(find(app, "text", "课程名称"), COURSE)
    wait_for(lambda: course(), "the name")
    set_text(find(app, "text", "开课日期"), "2026-02-30")
    wait_for(lambda: any("2026-02-30" in words for words in labels(app)), "what is wrong with the day")
    wait_for(lambda: _("Not kept: see what is said at the fields.") in labels(app), "that it is not kept")
    set_text(find(app, "text", "开课日期"), "2026年3月5日")
    wait_for(lambda: course().get("start") == "2026-03-05", "the day")
    set_text(find(app, "text", "总课时"), "40课时")
    set_text(find(app, "entry", _("Find the occupation of the course")), "外卖小哥")
    act(find(app, "push button", starts="网约配送员"))
    wait_for(lambda: (course().get("occupation"), course().get("code")) == ("网约配送员", "4-02-07-10"),
             "the occupation")
    wait_for(lambda: course().get("hours") == 40, "the hours")
    assert not lint(app), lint(app)


def test_modules(app):
    """Modules are rows; one that is removed comes back."""
    act(find(app, "push button", _("Add a Module")))
    set_text(find(app, "text", _("Name of module %u") % 1), "订单与路线")
    set_text(find(app, "text", _("Hours of module %u") % 1), "16")
    set_text(find(app, "text", _("Content of module %u") % 1), "接收、验视客户订单；规划配送路线")
    wait_for(lambda: course().get("modules") == [{"name": "订单与路线", "hours": 16,
                                                  "content": "接收、验视客户订单；规划配送路线"}], "the module")
    act(find(app, "push button", _("Remove module %u") % 1))
    wait_for(lambda: not course().get("modules"), "no module")
    act(find(app, "push button", _("Looked at Today")))
    wait_for(lambda: course().get("confirmed"), "the day it was looked at")
    key("ctrl+z")
    wait_for(lambda: not course().get("confirmed"), "the day taken back")
    key("ctrl+z")
    wait_for(lambda: course().get("modules"), "the module again")


def test_delete(app):
    """What is deleted comes back by the button that says so."""
    act(find(app, "push button", _("Duplicate")))
    wait_for(lambda: [c["name"] for c in book()] == [COURSE, COURSE + " 2"], "the copy")
    act(find(app, "push button", _("Delete")))
    wait_for(lambda: [c["name"] for c in book()] == [COURSE], "no copy")
    act(find(app, "push button", starts=_("Undo")))
    wait_for(lambda: [c["name"] for c in book()] == [COURSE, COURSE + " 2"], "the copy again")
    screenshot("courses-list")


def test_read_back(app):
    """jobguidectl sees the same courses."""
    listed = ctl("list")["courses"]
    assert [c["name"] for c in listed] == [COURSE, COURSE + " 2"], listed
    assert get_text(find(app, "text", "课程名称"))


sys.exit(main([((), [test_empty, test_new, test_modules, test_delete, test_read_back])]))
