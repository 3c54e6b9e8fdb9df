#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk with forty cases: found again by what one knows of them, and saved by themselves."""

import fcntl
import json
import os
import resource
import shutil
import subprocess
import sys
import time

import pyatspi

from window import BUILD, _, main

from a11y import act, every, find, get_text, key, labels, lint, screenshot, set_text, type_keys, wait_for
from desk import CHANGED, FAILED, HOME, LOCKED, SAVED, STORE, alias, button, cases, choose, click_in_dialog, dialog, fill, gone, kill, menu, other_window, press, processes, row, save_file, status, top_window, unlock

# What tests/casework/make-cases.c makes.
PASSPHRASE = "三只鸭子过河去了"
N = 40
# Words that stand in no file of ours.
MARK = "魑魅戊"


def make_cases(*more):
    shutil.rmtree(os.path.dirname(STORE), ignore_errors=True)
    subprocess.run([os.path.join(BUILD, "tests", "casework", "make-cases"), STORE, str(N), *more], check=True, stdout=subprocess.DEVNULL)


def count(window, number):
    """The line above the list, which says how many are found."""
    wait_for(lambda: any(text.startswith("%d 份个案" % number) for text in labels(window)), "%d cases" % number)


def test_find(app):
    """A case is found by occupation, by its code, by several words, and by the day of the follow-up."""
    press(app, "ctrl+2")
    unlock(app, PASSPHRASE)
    window = cases(app)
    assert not lint(window), lint(window)
    choose(window, _("Which cases"), -1)
    search = find(window, "entry", _("Search cases"))
    count(window, N)
    for text, found in (("4-02-07-10", 10), ("网约 某12", 1), ("网约", 10), ("没有这个人", 0), ("", N)):
        set_text(search, text)
        count(window, found)
    choose(window, _("What the days are about"), 1)
    # Those of make-cases are due on the first of January, the second of February and so on.
    set_text(find(window, "text", _("From this day on (YYYY-MM-DD)")), "2026-02-01")
    set_text(find(window, "text", _("Up to this day (YYYY-MM-DD)")), "2026-02-28")
    count(window, 4)
    rows = every(window, lambda node: node.getRoleName() == "list item" and "回访" in node.name)
    assert len(rows) == 4 and all("回访 2026-02-" in node.name for node in rows), [node.name for node in rows]
    screenshot("desk-list")
    set_text(search, "养老")
    count(window, 0)
    act(window, "window.close")
    gone(app, _("Cases"))


def show_case(app, who):
    """The list of cases, at the one that a search finds."""
    window = cases(app)
    choose(window, _("Which cases"), -1)
    set_text(find(window, "entry", _("Search cases")), who)
    count(window, 1)
    act(row(window, who), "row.open")
    return window


def open_case(app, who):
    """Goes on with a case."""
    window = show_case(app, who)
    act(button(window, _("Open")))
    gone(app, who)
    wait_for(lambda: get_text(alias(app)) == who, "the case")
    status(app, SAVED)


def test_save(app):
    """A case that is open saves itself some seconds after a change, and the window says so."""
    open_case(app, "张某12")
    set_text(alias(app), MARK)
    status(app, CHANGED)
    status(app, SAVED)
    screenshot("desk-saved")
    kill(app)


def test_nothing_lost(app):
    """Killed after that, everything is there again, and nobody is asked about a session that was broken off."""
    press(app, "ctrl+2")
    unlock(app, PASSPHRASE)
    open_case(app, MARK)
    assert app.childCount == 1, "a dialog besides"


def test_lock(app):
    """Locking saves at once; the case comes back as it was."""
    set_text(alias(app), MARK + "改")
    press(app, "ctrl+l")
    status(app, LOCKED)
    wait_for(lambda: get_text(alias(app)) == "", "the form empty")
    unlock(app, PASSPHRASE)
    wait_for(lambda: get_text(alias(app)) == MARK + "改", "the case")
    status(app, SAVED)


def test_lock_from_dialog(app):
    """The key that locks works in a dialog, which goes with what it shows."""
    window = cases(app)
    act(row(window, MARK), "row.open")
    act(button(window, _("Delete…")))
    dialog(app, _("Delete the Case of %s?") % (MARK + "改"))
    subprocess.check_call(["xdotool", "windowfocus", "--sync", top_window(app)])
    key("ctrl+l")
    status(app, LOCKED)
    wait_for(lambda: app.childCount == 1, "no dialog")


def told(app, words):
    """The banner says so."""
    return wait_for(lambda: next((text for text in labels(app) if words in text), None), words)


def untold(app, words):
    wait_for(lambda: not any(words in text for text in labels(app)), "no banner")


def test_full(app):
    """On a full disk the change stays in the window, and is saved as soon as there is room."""
    program = processes()[0]
    room = resource.prlimit(program, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    unlock(app, PASSPHRASE)
    wait_for(lambda: get_text(alias(app)) == MARK + "改", "the case")
    set_text(alias(app), MARK)
    told(app, "磁盘已满")
    status(app, FAILED)
    screenshot("desk-full")
    # Nobody is held by it, and nobody loses anything without being asked.
    press(app, "ctrl+n")
    act(button(dialog(app, _("The case was not saved")), _("Stay")))
    gone(app, _("The case was not saved"))
    assert get_text(alias(app)) == MARK
    resource.prlimit(program, resource.RLIMIT_FSIZE, room)
    act(button(app, _("Try Again")))
    status(app, SAVED)
    untold(app, "磁盘已满")


def test_moved(app):
    """A store that is gone or another one than before is not written to; put back, it is."""
    os.rename(STORE, STORE + ".away")
    for other in (False, True):
        if other:
            shutil.copyfile(STORE + ".away", STORE)
        set_text(alias(app), MARK + "走" + str(other))
        told(app, "被移走、删除或换掉了")
        status(app, FAILED)
    screenshot("desk-moved")
    press(app, "ctrl+n")
    act(button(dialog(app, _("The case was not saved")), _("Stay")))
    gone(app, _("The case was not saved"))
    os.rename(STORE + ".away", STORE)
    act(button(app, _("Try Again")))
    status(app, SAVED)
    untold(app, "换掉了")


def hold():
    """Another program has the store."""
    make_cases()
    hold.lock = open(STORE + ".lock", "w", encoding="utf8")
    fcntl.flock(hold.lock, fcntl.LOCK_EX)


def test_second(app):
    """While another program has the store, that is said, and it can be tried again."""
    press(app, "ctrl+2")
    told(app, "另一个 JobGuide")
    screenshot("desk-second")
    hold.lock.close()
    act(button(app, _("Try Again")))
    status(app, LOCKED)
    untold(app, "另一个 JobGuide")


def test_clock(app):
    """A date before the last use is told, until somebody says that it is right."""
    press(app, "ctrl+2")
    unlock(app, PASSPHRASE)
    told(app, "与上次使用时相差太大")
    screenshot("desk-clock")
    act(button(app, _("The Date Is Right")))
    untold(app, "与上次使用时相差太大")


def test_export(app):
    """Everything held on one person is written where the counsellor says, for the owner only."""
    path = os.path.join(HOME, "one.json")
    window = show_case(app, "李某11")
    act(button(window, _("Export Everything…")))
    assert "李" not in save_file(app, path)
    with open(path, encoding="utf8") as file:
        held = json.load(file)
    assert held["schema"] == "jobguide-case-export/1" and held["record"]["profile"]["alias"] == "李某11", held
    assert os.stat(path).st_mode & 0o777 == 0o600
    wait_for(lambda: every(window, lambda node: node.getRoleName() == "list item" and node.name.startswith("导出")), "the line in the trail")
    act(window, "window.close")


def test_statistics(app):
    """The figures of a period are written as a table, without a name."""
    path = os.path.join(HOME, "figures.csv")
    menu(app, _("Statistics…"))
    window = dialog(app, _("Statistics"))
    fill(window, _("First day (YYYY-MM-DD)"), "2026-01-01")
    fill(window, _("Last day (YYYY-MM-DD)"), "2026-12-31")
    wait_for(lambda: every(window, lambda node: node.name == _("Sessions") + "：%d" % N), "the sessions")
    act(button(window, _("Export CSV…")))
    save_file(app, path)
    with open(path, encoding="utf-8-sig") as file:
        table = file.read()
    assert "网约配送员" in table and "某" not in table, table
    screenshot("desk-statistics")
    act(window, "window.close")


def test_id_number(app):
    """No ID number is asked for before the office says what it is for; then it is masked, and goes when that is turned off."""
    number = "11010519491231002X"

    def entries(root):
        return every(root, lambda node: node.name == _("ID number") and "EditableText" in pyatspi.listInterfaces(node))

    def purpose(text):
        press(app, "ctrl+comma")
        window = dialog(app, _("Preferences"))
        act(find(window, "page tab", _("Cases")))
        title = _("What ID numbers are needed for (empty: none are kept)")
        subprocess.check_call(["xdotool", "windowfocus", "--sync", other_window(app)])
        # The keyboard goes down the page, which brings the row to where it can be clicked.
        for _stop in range(40):
            key("Tab")
        entry = wait_for(lambda: next(iter(every(window, lambda node: node.name == title and "EditableText" in pyatspi.listInterfaces(node))), None), title)
        click_in_dialog(app, entry)
        key("ctrl+a", "BackSpace")
        if text:
            type_keys(text)
        screenshot("desk-id-preferences")
        key("Return")
        return window

    open_case(app, "李某11")
    assert not entries(app)
    act(purpose("training allowance"), "window.close")
    entry = wait_for(lambda: next(iter(entries(app)), None), "the entry")
    screenshot("desk-id-entry")
    set_text(entry, "110105194912310021")
    act(button(app, _("Register")))
    told(app, "身份证号不对")
    set_text(entry, number)
    act(button(app, _("Register")))
    told(app, "1****************X")
    assert number not in labels(app)
    act(button(app, _("Show It")))
    told(app, number)
    press(app, "ctrl+l")
    untold(app, number)
    unlock(app, PASSPHRASE)
    told(app, "1****************X")
    screenshot("desk-id-number")
    window = purpose("")
    act(button(dialog(app, _("Keep No ID Numbers Any More?")), _("Delete")))
    untold(app, "1****************X")
    act(window, "window.close")


if __name__ == "__main__":
    sys.exit(main([
        ((), [test_find, test_save], {"before": make_cases}),
        ((), [test_nothing_lost, test_lock, test_lock_from_dialog, test_full, test_moved]),
        ((), [test_second], {"before": hold}),
        ((), [test_clock, test_export, test_statistics, test_id_number], {"before": lambda: make_cases(str(int(time.time()) + 90 * 24 * 3600))}),
    ]))
