#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A data pack is switched on and off in the preferences; it takes effect at once, and nothing entered is lost."""

import fcntl
import json
import os
import shutil
import subprocess
import sys

from window import SOURCE, _, main

from a11y import act, every, find, get_text, key, labels, lint, screenshot, set_text, states, wait_for

HOME = os.environ["HOME"]
CACHE = os.path.join(os.environ["XDG_CACHE_HOME"], "jobguide")
KEPT = os.path.join(CACHE, "catalogues")
STORED = os.path.join(HOME, "glib-2.0", "settings", "keyfile")
with open(os.path.join(SOURCE, "data", "optional", "occupations-2022.json"), encoding="utf8") as file:
    PACK = json.load(file)
NOT_IN_USE = _("The data pack is not in use; everything else works as before. %s").split("%s", maxsplit=1)[0]


def search(app, text):
    set_text(find(app, "entry", _("Search occupations")), text)


def is_listed(app, name):
    return any(True for _item in every(app, lambda node: node.getRoleName() == "list item" and node.name.startswith(name)))


def expect(app, text, name):
    search(app, text)
    find(app, "list item", starts=name)


def expect_not(app, text, name):
    """The catalogue says so, and the rows, drawn with a later frame, agree."""
    search(app, text)
    wait_for(lambda: any(label.startswith("目录未收录“%s”" % text) for label in labels(app)), "the answer")
    wait_for(lambda: not is_listed(app, name), "no row of " + name)


def dialog(app):
    # Without a window manager nobody gives the keyboard back when a dialog closes.
    subprocess.check_call(["xdotool", "windowfocus", app.window])
    key("ctrl+comma")
    window = wait_for(lambda: next((app.getChildAtIndex(i) for i in range(app.childCount)
                                    if app.getChildAtIndex(i).name == _("Preferences")), None), "the preferences")
    act(find(window, "page tab", _("Data Packs")))
    return window


def switch(app, on):
    window = dialog(app)
    check = find(window, "check box", PACK["title"])
    assert ("checked" in states(check)) != on
    act(check, "toggle")
    return window, check


def test_cancel(app):
    """While it is being put on, the progress is shown and can be stopped: then nothing has changed."""
    os.makedirs(KEPT)
    with open(os.path.join(KEPT, "lock"), "w", encoding="utf8") as lock:
        # Another program is at it.
        fcntl.flock(lock, fcntl.LOCK_EX)
        window, check = switch(app, True)
        wait_for(lambda: _("Putting the data pack onto the catalogue…") in labels(window), "the remark")
        bar = find(window, "progress bar", _("Progress of the data pack"))
        screenshot("packs-progress")
        while not every(bar, lambda node: node.getRoleName() == "push button"):
            bar = bar.parent
        act(find(bar, "push button", _("Cancel")))
        wait_for(lambda: "checked" not in states(check), "the switch off")
        act(window, "window.close")
    assert os.listdir(KEPT) == ["lock"]
    expect_not(app, "会计", "会计专业人员")


def test_on(app):
    """Switched on, the list is found, browsed and marked; the jobseeker's answers are as they were."""
    key("ctrl+2")
    set_text(find(app, "text", _("What to call the person")), "测试甲")
    key("ctrl+1")
    expect_not(app, "会计", "会计专业人员")
    window, check = switch(app, True)
    shown = labels(window)
    assert PACK["title"] in shown, shown
    for source in PACK["sources"]:
        assert any(source["title"] in text and source["licence"] in text and source["credit"] in text for text in shown), shown
    assert any("待核" in text for text in shown), shown
    wait_for(lambda: os.path.isdir(KEPT) and any(name.endswith(".made-from") for name in os.listdir(KEPT)), "the catalogue", 60)
    wait_for(lambda: "checked" in states(check), "the switch on")
    # Of what the toolkit puts around it we are not the masters.
    assert not lint(check.parent.parent), lint(check.parent.parent)
    screenshot("packs-preferences")
    act(window, "window.close")
    row = find(app, "list item", starts="会计专业人员")
    assert "待核" in row.name and "2-06-03-00" in row.name and "2022" in row.name, row.name
    screenshot("packs-search")
    act(row, "row.open")
    wait_for(lambda: any("2-06-03-00" in text for text in labels(app)), "the entry")
    assert "待核" in labels(app)
    screenshot("packs-entry")
    key("ctrl+2")
    assert get_text(find(app, "text", _("What to call the person"))) == "测试甲"


def rows(app):
    listed = find(app, "list", _("Occupations"))
    return [listed.getChildAtIndex(i) for i in range(listed.childCount)]


def test_browse(app):
    """The classes of the 2022 edition are a tree of their own; an occupation of both stands in both."""
    key("ctrl+1")
    search(app, "")
    for start in ("4 社会生产服务和生活服务人员", "4-10 ", "4-10-08 "):
        row = wait_for(lambda: next((row for row in rows(app) if row.name.startswith(start) and "2022" in row.name), None), start)
        act(row, "row.open")
    row = find(app, "list item", starts="网约配送员")
    assert "4-10-08-01" in row.name, row.name
    screenshot("packs-class")


def test_sheet(app):
    """An entry of the list goes onto the sheet, which says that it is to be verified."""
    search(app, "会计专业人员")
    act(find(app, "list item", starts="会计专业人员"), "row.open")
    act(find(app, "push button", _("Add to the Guidance Sheet")))
    find(app, "push button", _("Take Off the Guidance Sheet"))
    key("ctrl+2", "alt+3")
    link = find(app, "push button", starts="会计专业人员")
    assert "待核" in link.name, link.name
    screenshot("packs-match")


def test_off(app):
    """Switched off, it is gone from lists and sheet, and nothing else is."""
    window, check = switch(app, False)
    wait_for(lambda: "checked" not in states(check), "the switch off")
    act(window, "window.close")
    key("ctrl+1")
    expect_not(app, "会计", "会计专业人员")
    expect(app, "带货", "互联网营销师")
    wait_for(lambda: not any("2-06-03-00" in text for text in labels(app)), "the entry gone")
    key("ctrl+2", "alt+1")
    assert get_text(find(app, "text", _("What to call the person"))) == "测试甲"


def test_no_room(app):
    """Where it cannot be written, the switch goes back and the reason is said; the shipped catalogue works."""
    spoil()
    key("ctrl+1")
    window, check = switch(app, True)
    wait_for(lambda: any(text.startswith(NOT_IN_USE) for text in labels(window)), "the reason")
    assert "checked" not in states(check)
    screenshot("packs-trouble")
    act(window, "window.close")
    expect(app, "带货", "互联网营销师")
    bar = next(iter(every(app, lambda node: node.name.startswith(NOT_IN_USE))))
    assert CACHE in bar.name, bar.name
    # The window has a button of the same name.
    while not every(bar, lambda node: node.getRoleName() == "push button"):
        bar = bar.parent
    act(find(bar, "push button", _("Close")))
    wait_for(lambda: not any(text.startswith(NOT_IN_USE) for text in labels(app)), "no bar")
    mend()


def test_narrow(app):
    """The preferences fit 360 px."""
    window = dialog(app)
    shown = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "jobguide"], capture_output=True, text=True, check=True)
    number = next(number for number in shown.stdout.split() if number != app.window)
    subprocess.check_call(["xdotool", "windowsize", number, "360", "640"])
    wait_for(lambda: window.queryComponent().getExtents(1).width <= 380, "the narrow window")
    check = find(window, "check box", PACK["title"])
    wait_for(lambda: check.queryComponent().getExtents(1).x + check.queryComponent().getExtents(1).width <= 360, "the switch inside")
    screenshot("packs-narrow")
    act(window, "window.close")


def spoil():
    shutil.rmtree(CACHE, ignore_errors=True)
    os.makedirs(os.path.dirname(CACHE), exist_ok=True)
    with open(CACHE, "w", encoding="utf8"):
        pass


def mend():
    if os.path.isfile(CACHE):
        os.remove(CACHE)


def store():
    """The pack was on when the program was left."""
    mend()
    os.makedirs(os.path.dirname(STORED), exist_ok=True)
    with open(STORED, "w", encoding="utf8") as settings:
        settings.write("[com/example/JobGuide]\npacks=['%s']\n" % PACK["id"])


def test_start(app):
    """What was on is on again: built when it is not there."""
    search(app, "会计")
    find(app, "list item", starts="会计专业人员", timeout=60)
    assert len([name for name in os.listdir(KEPT) if name.endswith(".db")]) == 1


def damage():
    for name in os.listdir(KEPT):
        if name.endswith(".db"):
            with open(os.path.join(KEPT, name), "r+b") as catalogue:
                catalogue.seek(3000000)
                catalogue.write(b"damage")


def test_start_without_room(app):
    """Nor does a full disk keep the window from opening: it says so and uses the shipped catalogue."""
    wait_for(lambda: any(text.startswith(NOT_IN_USE) for text in labels(app)), "the reason")
    expect(app, "带货", "互联网营销师")
    screenshot("packs-start-trouble")
    with open(STORED, encoding="utf8") as settings:
        assert PACK["id"] in settings.read()


KEYFILE = {"GSETTINGS_BACKEND": "keyfile"}
sys.exit(main([
    ((), [test_cancel, test_on, test_browse, test_sheet, test_off, test_no_room, test_narrow]),
    ((), [test_start], KEYFILE | {"before": store}),
    ((), [test_start], KEYFILE | {"before": damage}),
    ((), [test_start_without_room], KEYFILE | {"before": spoil}),
]))
