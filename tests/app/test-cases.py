#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The store of cases in the window: made, kept, locked, killed and found again; no word of it in any file."""

import glob
import os
import subprocess
import sys

from window import _, main

from a11y import act, every, find, get_text, key, labels, lint, screenshot, set_text, states, wait_for
from desk import (CHANGED, DECLINED, HOME, LOCKED, SAVED, UNLOCKED, UNSAVED, alias, button, cases, click_in_dialog, dialog, fill,
                  gone, kill, menu, open_files, other_window, press, row, save_file, status, tick, unlock)

STORED = os.path.join(HOME, "glib-2.0", "settings", "keyfile")
CHOSEN = os.path.join(HOME, "chosen.pdf")
PASSPHRASE = "雨天 三轮车 相册"
# Words that stand in no file of ours, so that finding one means that it leaked.
MARKS = ["魑魅甲", "饕餮乙", "貔貅丙"]


def test_set_up(app):
    """A store is made: passphrase twice, the recovery key once, the notice."""
    press(app, "ctrl+2", "ctrl+u")
    window = dialog(app, _("Begin to Keep Cases"))
    assert not lint(window), lint(window)
    fill(window, _("Counsellor’s name"), "赵指导")
    fill(window, _("New passphrase, at least 8 characters"), PASSPHRASE)
    fill(window, _("The same passphrase again"), PASSPHRASE + "吗")
    act(button(window, _("Begin")))
    wait_for(lambda: _("The two passphrases are not the same.") in labels(window), "the remark")
    fill(window, _("The same passphrase again"), PASSPHRASE)
    fill(window, _("Name of the office, for the notice"), "江岸区公共就业服务中心")
    screenshot("cases-set-up")
    act(button(window, _("Begin")))
    window = dialog(app, _("Recovery Key"))
    screenshot("cases-recovery")
    keys = [text for text in labels(window) if text.count("-") == 7 or text.count(" ") == 7]
    assert len(keys) == 1, labels(window)
    # Nobody sees it again, so it does not go by itself.
    act(window, "window.close")
    wait_for(lambda: _("Print the key or write it down first, and say so here.") in labels(window), "the remark")
    check = find(window, "check box", _("It is printed or written down, and locked away"))
    tick(app, check)
    act(button(window, _("Go On")))
    window = dialog(app, _("Notice to Jobseekers"))
    wait_for(lambda: "江岸区公共就业服务中心" in get_text(find(window, "text", _("Notice to jobseekers"))), "the notice")
    screenshot("cases-notice")
    act(button(window, _("Done")))
    gone(app, _("Notice to Jobseekers"))
    status(app, UNLOCKED)


def test_lock(app):
    """Locked, nothing of the sitting is shown; a wrong passphrase says so; the right one brings it back."""
    set_text(alias(app), MARKS[0])
    status(app, UNSAVED)
    press(app, "ctrl+l")
    status(app, LOCKED)
    wait_for(lambda: get_text(alias(app)) == "", "the form empty")
    press(app, "ctrl+u")
    window = dialog(app, _("Unlock the Cases"))
    fill(window, _("Passphrase"), "不是这一句口令")
    act(button(window, _("Unlock")))
    wait_for(lambda: any("口令或姓名不对" in text for text in labels(window)), "the answer")
    screenshot("cases-unlock")
    act(window, "window.close")
    gone(app, _("Unlock the Cases"))
    unlock(app, PASSPHRASE)
    wait_for(lambda: get_text(alias(app)) == MARKS[0], "the sitting again")
    status(app, UNSAVED)


def test_desktop_lock(app):
    """With the screen of the desktop the cases are locked, whatever dialog shows them."""
    subprocess.check_call(["gdbus", "emit", "--session", "--object-path", "/org/gnome/ScreenSaver",
                           "--signal", "org.gnome.ScreenSaver.ActiveChanged", "true"])
    status(app, LOCKED)
    wait_for(lambda: get_text(alias(app)) == "", "the form empty")
    unlock(app, PASSPHRASE)
    wait_for(lambda: get_text(alias(app)) == MARKS[0], "the sitting again")


def test_draft(app):
    """What is entered is sealed some seconds later."""
    before = os.path.getmtime(glob.glob(HOME + "/jobguide/cases/cases.db-wal")[0])
    key("alt+2")
    set_text(find(app, "text", _("What the person is looking for")), MARKS[1])
    wait_for(lambda: os.path.getmtime(HOME + "/jobguide/cases/cases.db-wal") > before, "the draft")


def test_kill(app):
    """The machine loses power."""
    kill(app)


def test_found(app):
    """Started and unlocked again, the sitting is offered back."""
    press(app, "ctrl+2")
    status(app, LOCKED)
    unlock(app, PASSPHRASE)
    window = dialog(app, _("A Session Was Broken Off"))
    screenshot("cases-found")
    act(button(window, _("Go On with It")))
    wait_for(lambda: get_text(alias(app)) == MARKS[0], "the sitting again")
    status(app, UNSAVED)


def test_stay(app):
    """A sitting that is not kept asks before it goes."""
    press(app, "ctrl+n")
    window = dialog(app, _("This Session Is Not Kept"))
    screenshot("cases-stay")
    act(button(window, _("Stay")))
    gone(app, _("This Session Is Not Kept"))
    assert get_text(alias(app)) == MARKS[0]


def test_keep(app):
    """With the notice read and the consent ticked, and not before, the sitting becomes a case."""
    press(app, "ctrl+k")
    window = dialog(app, _("Keep as a Case"))
    assert not lint(window), lint(window)
    assert "sensitive" not in states(button(window, _("Keep")))
    assert "江岸区公共就业服务中心" in get_text(find(window, "text", _("Notice to jobseekers")))
    tick(app, find(window, "check box", starts=_("The person was told and agrees to be kept (%s)").split("%s", maxsplit=1)[0]))
    screenshot("cases-keep")
    act(button(window, _("Keep")))
    gone(app, _("Keep as a Case"))
    status(app, SAVED)
    screenshot("cases-kept")


def test_cases(app):
    """The case is found, its contact written down with one key, and who did what is told."""
    window = cases(app)
    assert not lint(window), lint(window)
    search = find(window, "entry", _("Search cases"))
    set_text(search, "没有这个人")
    wait_for(lambda: _("No Such Case") in labels(window), "no case")
    set_text(search, MARKS[0])
    act(row(window, MARKS[0]), "row.open")
    wait_for(lambda: _("Who Did What") in labels(window), "the audit trail")
    before = len(every(window, lambda node: node.getRoleName() == "list item"))
    subprocess.check_call(["xdotool", "windowfocus", other_window(app)])
    key("ctrl+r")
    wait_for(lambda: any(text.startswith(_("Reached today")) for text in labels(window)), "the remark")
    wait_for(lambda: len(every(window, lambda node: node.getRoleName() == "list item")) > before, "the line of the trail")
    screenshot("cases-case")
    act(button(window, _("Back")))
    wait_for(lambda: window.name == _("Cases"), "the list")
    screenshot("cases-list")
    act(window, "window.close")
    gone(app, _("Cases"))


def test_change(app):
    """A case that was changed is saved when the next jobseeker comes, and opened again from the list."""
    set_text(alias(app), MARKS[2])
    status(app, CHANGED)
    press(app, "ctrl+n")
    wait_for(lambda: get_text(alias(app)) == "", "the form empty")
    window = cases(app)
    act(row(window, MARKS[2]), "row.open")
    act(button(window, _("Open")))
    gone(app, MARKS[2])
    wait_for(lambda: get_text(alias(app)) == MARKS[2], "the case")
    status(app, SAVED)


def test_pdf(app):
    """The sheet of the case goes where the counsellor says."""
    press(app, "ctrl+s")
    assert MARKS[2] not in save_file(app, CHOSEN)
    text = wait_for(lambda: subprocess.run(["pdftotext", CHOSEN, "-"], capture_output=True, text=True, check=False).stdout, "the sheet")
    assert MARKS[2] in "".join(text.split()), text


def test_decline(app):
    """Not to be kept is one press; locked, it waits in memory only."""
    press(app, "ctrl+n")
    wait_for(lambda: get_text(alias(app)) == "", "the form empty")
    set_text(alias(app), MARKS[1] + "不留")
    act(button(app, _("Do Not Keep")))
    status(app, DECLINED)
    press(app, "ctrl+l")
    wait_for(lambda: get_text(alias(app)) == "", "the form empty")
    unlock(app, PASSPHRASE)
    wait_for(lambda: get_text(alias(app)) == MARKS[1] + "不留", "the sitting again")
    press(app, "ctrl+n")
    wait_for(lambda: get_text(alias(app)) == "", "no question")


def test_no_word(app):
    """Locked, no file that the program wrote has a word of a case: store, journal, backups, settings, recent files, temporary files,
    what it said on its standard error; none but the sheet that was asked for."""
    press(app, "ctrl+l")
    status(app, LOCKED)
    seen = {}
    leaks = []
    for folder, _folders, names in os.walk(HOME):
        for path in (os.path.join(folder, name) for name in names):
            if not os.path.isfile(path) or path == CHOSEN:
                continue
            with open(path, "rb") as file:
                content = file.read()
            seen[os.path.relpath(path, HOME)] = len(content)
            leaks += [path for mark in MARKS for form in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
                      if mark.encode(form) in content or mark.encode(form) in path.encode()]
    for wanted in ("cases.db", "cases.db-wal", ".backup", ".log"):
        assert any(name.endswith(wanted) for name in seen), (wanted, seen)
    assert not leaks, leaks
    unlock(app, PASSPHRASE)


def test_delete(app):
    """A case is deleted after a question that tells until when backups hold it."""
    window = cases(app)
    act(row(window, MARKS[2]), "row.open")
    act(button(window, _("Delete…")))
    question = dialog(app, _("Delete the Case of %s?") % MARKS[2])
    screenshot("cases-delete")
    act(button(question, _("Delete")))
    wait_for(lambda: _("No Cases Yet") in labels(window), "no case")
    act(window, "window.close")
    gone(app, _("Cases"))


def test_backup(app):
    """Unlocking made the backup of the day; it does not bring back what was deleted since."""
    kept = os.path.join(HOME, "jobguide", "cases", "backups")
    wait_for(lambda: os.path.isdir(kept) and any(name.endswith(".backup") for name in os.listdir(kept)), "the backup")
    menu(app, _("Backups…"))
    window = dialog(app, _("Backups of the Cases"))
    screenshot("cases-backups")
    made = wait_for(lambda: next(iter(every(window, lambda node: node.getRoleName() == "list item" and node.name.startswith("20"))), None), "the row")
    click_in_dialog(app, made)
    wait_for(lambda: _("This backup has nothing that the store has not.") in labels(window), "the preview")
    screenshot("cases-preview")
    act(window, "window.close")
    gone(app, _("Backups of the Cases"))


def test_statistics(app):
    """What was done is counted without names, with bars that a screen reader can tell."""
    menu(app, _("Statistics…"))
    window = dialog(app, _("Statistics"))
    assert not lint(window), lint(window)
    wait_for(lambda: every(window, lambda node: node.name == _("Sessions") + "：1"), "one session")
    assert not any(mark in text for text in labels(window) for mark in MARKS)
    screenshot("cases-statistics")
    act(window, "window.close")
    gone(app, _("Statistics"))


def test_preferences(app):
    """The office decides how long cases are kept; what cannot be is refused."""
    press(app, "ctrl+comma")
    window = dialog(app, _("Preferences"))
    act(find(window, "page tab", _("Cases")))
    wait_for(lambda: "赵指导" in labels(window), "the counsellor")
    screenshot("cases-preferences")
    act(window, "window.close")
    gone(app, _("Preferences"))


def test_quit(app):
    """A sitting that is not kept asks before the program ends, and is wiped only then."""
    set_text(alias(app), MARKS[1])
    assert any("/cases/" in path for path in open_files())
    press(app, "ctrl+q")
    act(button(dialog(app, _("This Session Is Not Kept")), _("Wipe")))
    # The process may wait for the next search of the desktop; the store is free at once.
    wait_for(lambda: app.childCount == 0, "no window")
    wait_for(lambda: not any("/cases/" in path for path in open_files()), "the store free")


def damage():
    """One page of the file is overwritten by something else."""
    with open(HOME + "/jobguide/cases/cases.db", "r+b") as file:
        file.seek(-4096, os.SEEK_END)
        file.write(b"\xff" * 64)


def test_damaged(app):
    """A damaged store is said to be, left as it is, and saved record by record when somebody asks for it."""
    act(button(app, _("Save What Can Be Read…")))
    window = dialog(app, _("Save What Can Be Read"))
    fill(window, _("Passphrase"), PASSPHRASE)
    screenshot("cases-damaged")
    act(button(window, _("Rescue")))
    find(window, "push button", _("Done"), timeout=30)
    screenshot("cases-saved")
    assert any("damaged-" in text for text in labels(window)), labels(window)
    act(window, "window.close")
    status(app, "")
    assert glob.glob(HOME + "/jobguide/cases/damaged-*/*")


def short_lock():
    """Three seconds without a touch, instead of five minutes."""
    os.makedirs(os.path.dirname(STORED), exist_ok=True)
    with open(STORED, "w", encoding="utf8") as settings:
        settings.write("[com/example/JobGuide]\nlock-minutes=0.05\nlast-page='jobseeker'\n")


def test_idle(app):
    """Nobody at the desk: the cases lock themselves, and what was entered is sealed."""
    # The page is there with the first frame, before the store is opened.
    wait_for(lambda: any(text.startswith(LOCKED) for text in labels(app)), "what the page says")
    unlock(app, PASSPHRASE)
    set_text(alias(app), MARKS[0])
    wait_for(lambda: get_text(alias(app)) == "", "the form empty")
    status(app, LOCKED)


if __name__ == "__main__":
    sys.exit(main([
        ((), [test_set_up, test_lock, test_desktop_lock, test_draft, test_kill]),
        ((), [test_found, test_stay, test_keep, test_cases, test_change, test_pdf, test_decline, test_statistics,
              test_preferences, test_no_word, test_delete, test_backup]),
        ((), [test_idle, test_quit], {"GSETTINGS_BACKEND": "keyfile", "before": short_lock}),
        ((), [test_damaged], {"before": damage}),
    ]))
