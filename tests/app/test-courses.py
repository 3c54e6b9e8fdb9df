#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A trainer's hour in the window: a course is made, set against the published tasks, and what is kept is what jobguidectl reads."""

import json
import os
import subprocess
import sys

from window import BUILD, _, main

from a11y import act, click, every, find, get_text, key, labels, lint, screenshot, set_text, states, type_keys, wait_for

CTL = os.path.join(BUILD, "src", "ctl", "jobguidectl")
HOME = os.environ["HOME"]
BOOK = os.path.join(HOME, "jobguide", "courses.json")
COURSE = "网约配送员岗前培训"
TABLE = """\
培训课程表
课程名称,培训机构,职业(工种),级别,总课时,理论学时,实操学时,状态,开班日期,人数,联系电话,模块名称,模块课时,模块内容
外卖配送员岗前培训班,示范培训学校,外卖小哥,岗前培训,40课时,16,24,招生中,%s,30人,0571-1234,订单与路线,16,接收、验视、核对客户订单；编排递送顺序
,,,,,,,,,,,取送与服务,24,处理无人接收、拒收的订单；处理客户投诉
"""
IMPORTED = "外卖配送员岗前培训班"


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


def top(app, name):
    """Another window of the program."""
    return wait_for(lambda: next((app.getChildAtIndex(i) for i in range(app.childCount)
                                  if app.getChildAtIndex(i).name == name), None), "the window " + name)


def choose(app, title, path, button):
    """Names a file in the chooser."""
    dialog = top(app, title)
    number = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title],
                            capture_output=True, text=True, check=True).stdout.split()[-1]
    subprocess.check_call(["xdotool", "windowfocus", "--sync", number])
    if button == _("Open"):
        key("ctrl+l")
    entry = wait_for(lambda: next((n for n in every(dialog, lambda n: n.getRoleName() == "text")
                                   if n.name == "GtkFileChooserEntry" or get_text(n).endswith((".xlsx", ".pdf"))), None),
                     "where the name goes")
    set_text(entry, path)
    act(find(dialog, "push button", starts=button))


def begin_import(app, day):
    path = os.path.join(HOME, "课程表.csv")
    with open(path, "w", encoding="gb18030") as file:
        file.write(TABLE % day)
    act(find(app, "push button", _("Import a Table…")))
    choose(app, _("Import Courses"), path, _("Open"))


def test_broken(app):
    """A table with a wrong cell is told by file, row, column and reason, and nothing of it is imported."""
    begin_import(app, "2026-02-30")
    wait_for(lambda: any("课程表.csv 第 3 行 I 列" in n.name and "2026-02-30" in n.name
                         for n in every(app, lambda n: True)), "the cell")
    screenshot("courses-broken")
    act(find(app, "push button", _("Cancel")))
    wait_for(lambda: app.childCount == 1, "the window gone")
    assert book() == []


def test_import(app):
    """A trainer's table is looked at, then imported whole; no code is typed by anybody."""
    begin_import(app, "2026年3月5日")
    agree = find(app, "push button", _("Import"))
    wait_for(lambda: any(n.name.startswith(IMPORTED) for n in every(app, lambda n: n.getRoleName() == "list item")),
             "the preview")
    screenshot("courses-preview")
    assert book() == []
    act(agree)
    wait_for(lambda: [c["name"] for c in book()] == [IMPORTED], "the course")
    wait_for(lambda: app.childCount == 1, "the window gone")
    find(app, "text", "课程名称")


def test_coverage(app):
    """Coverage and gaps are seen; a suggestion is accepted with its sentence in sight, another refused, a cell is written."""
    act(find(app, "push button", _("Tasks Covered")))
    wait_for(lambda: any(words.startswith("有课时的任务：0 / 5") for words in labels(app)), "no coverage yet")
    wait_for(lambda: labels(app).count(_("no hours")) == 5, "the gaps")
    screenshot("courses-suggestions")
    act(find(app, "push button", _("Accept: module %u teaches task %u") % (1, 1)))
    wait_for(lambda: len(course(IMPORTED)["modules"][0].get("tasks", [])) == 1, "the decision")
    assert course(IMPORTED)["modules"][0]["tasks"][0]["decision"] == "accepted"
    wait_for(lambda: any(words.startswith("有课时的任务：1 / 5") for words in labels(app)), "the coverage")
    act(find(app, "push button", starts=_("Refuse: module %u does not teach task %u").split("%")[0]))
    wait_for(lambda: [t["decision"] for m in course(IMPORTED)["modules"] for t in m.get("tasks", [])].count("refused")
             == 1, "the refusal")
    hours = find(app, "text", _("Hours of module %u for task %u") % (2, 5))
    set_text(hours, "viele")
    wait_for(lambda: any("viele" in words for words in labels(app)), "what is wrong with the hours")
    set_text(hours, "8")
    wait_for(lambda: any(t.get("hours") == 8 for t in course(IMPORTED)["modules"][1].get("tasks", [])), "the hours")
    wait_for(lambda: any(words.startswith("有课时的任务：2 / 5") for words in labels(app)), "the coverage")

    screenshot("courses-tasks")


def test_money(app):
    """The measures that may pay stand with clause and dates, and the course may count on one."""
    act(find(app, "push button", _("Who May Pay")))
    check = find(app, "check box", starts=_("The course counts on %s") % "")
    screenshot("courses-money")
    click(check)
    wait_for(lambda: course(IMPORTED).get("measures"), "the measure")
    assert not any("有效" in words for words in labels(app))


def test_export(app):
    """The courses go out as XLSX, which comes in again at the command line as the same."""
    path = os.path.join(HOME, "out.xlsx")
    act(find(app, "push button", _("Course")))
    find(app, "text", "课程名称")
    # Toasts have a button that the toolkit does not name.
    wait_for(lambda: not lint(app), "names for all")
    click(find(app, "push button", _("Import, export, print and compare")))
    act(find(app, "menu item", _("Export All Courses…")))
    choose(app, _("Export Courses"), path, _("Export"))
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, "the table")
    wait_for(lambda: app.childCount == 1, "the chooser gone")
    told = ctl("import", path, "--preview")
    assert (told["new"], told["changed"], told["same"]) == (0, 0, 1), told


def test_paper(app):
    """The description of the course is saved as PDF by the painter of the command line."""
    path = os.path.join(HOME, "out.pdf")
    click(find(app, "push button", _("Print and Export")))
    act(find(app, "menu item", _("Save the Course Description as PDF…")))
    choose(app, _("Save Courses as PDF"), path, _("Save"))
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, "the file")
    wait_for(lambda: app.childCount == 1, "the chooser gone")
    flat = "".join(subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                                  check=True).stdout.split())
    assert IMPORTED in flat and "订单与路线" in flat, flat


def refusal(app):
    """The button that refuses the first suggestion, if there is one."""
    return next(iter(every(app, lambda n: n.getRoleName() == "push button" and
                           n.name.startswith(_("Refuse: module %u does not teach task %u").split("%")[0]))), None)


def test_keyboard(app):
    """With the last suggestion answered the keyboard is at the cells, and goes from one to the next."""
    subprocess.check_call(["xdotool", "windowfocus", "--sync", app.window])
    act(find(app, "push button", _("Tasks Covered")))
    find(app, "text", _("Hours of module %u for task %u") % (2, 1))
    button = refusal(app)
    while button is not None:
        name = button.name
        act(button)
        wait_for(lambda: refusal(app) is None or refusal(app).name != name, "the next suggestion")
        button = refusal(app)
    key("Tab", "Tab", "Tab", "Tab")
    wait_for(lambda: "focused" in states(find(app, "text", _("Hours of module %u for task %u") % (2, 1))), "the cell")
    type_keys("6")
    wait_for(lambda: any(t.get("hours") == 6 for t in course(IMPORTED)["modules"][1]["tasks"]), "the hours")
    screenshot("courses-cells")


def test_remove_imported(app):
    """The imported course goes, for the rest begins without one."""
    act(find(app, "push button", _("Delete")))
    wait_for(lambda: book() == [], "an empty book")


def test_new(app):
    """A new course is on the disk at once, and so is what is written of it; a bad value is said at its field."""
    act(find(app, "push button", _("Make a Course")))
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


sys.exit(main([((), [test_empty, test_broken, test_import, test_coverage, test_money, test_export, test_paper, test_keyboard,
                     test_remove_imported, test_new, test_modules, test_delete, test_read_back])]))
