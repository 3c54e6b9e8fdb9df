#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches that find nothing are counted for the office, which makes its own everyday words of them."""

import json
import os
import sys

from window import _, main

from a11y import act, every, find, key, labels, lint, screenshot, set_text, states, wait_for

HOME = os.environ["HOME"]
DESK = os.path.join(HOME, "jobguide", "desk.json")


def desk(part):
    if not os.path.exists(DESK):
        return []
    with open(DESK, encoding="utf8") as file:
        return json.load(file)[part]


def search(app, text):
    set_text(find(app, "entry", _("Search occupations")), text)


def dialog(app):
    key("F10")
    act(find(app, "menu item", _("Words of This Office…")))
    return wait_for(lambda: next((app.getChildAtIndex(i) for i in range(app.childCount)
                                  if app.getChildAtIndex(i).name == _("Words of This Office")), None),
                    "the window of words")


def test_counted(app):
    """What the catalogue has not is counted once the search is left; what it has, and numbers, are not."""
    for text in ("月嫂", "", "带货", "", "王某13800000000", "", "我叫王某住在人民路想找个事做", "", "月嫂", ""):
        search(app, text)
    wait_for(lambda: desk("missed"), "the count")
    assert [(m["text"], m["count"]) for m in desk("missed")] == [("月嫂", 2)], desk("missed")


def test_candidate(app):
    """The office sees it as a candidate and makes a word of it for an occupation."""
    window = dialog(app)
    wait_for(lambda: "月嫂" in labels(window), "the candidate")
    assert not lint(window), lint(window)
    screenshot("office-words")
    act(find(window, "push button", _("Add “%s” as a word") % "月嫂"))
    set_text(find(window, "text", _("Find the occupation it means")), "健康照护师")
    act(find(window, "push button", starts="健康照护师"))
    # A button acts a moment after it was told to.
    find(window, "label", starts=_("Means: %s") % "健康照护师")
    set_text(find(window, "text", _("Name of who adds it")), "李某")
    act(find(window, "push button", _("Keep the Word")))
    wait_for(lambda: desk("aliases"), "the word")
    word = desk("aliases")[0]
    assert word["text"] == "月嫂" and word["by"] == "李某" and desk("missed") == [], word
    find(window, "push button", _("Remove the word “%s”") % "月嫂")


def test_searched(app):
    """Search finds the new word at once, by its characters and by pinyin."""
    window = next(app.getChildAtIndex(i) for i in range(app.childCount)
                  if app.getChildAtIndex(i).name == _("Words of This Office"))
    act(window, "window.close")

    def listed(node):
        return node.getRoleName() == "list item" and node.name.startswith("健康照护师") and "月嫂" in node.name

    # Once: the list is drawn anew when the word has been put onto the catalogue.
    search(app, "月嫂")
    wait_for(lambda: every(app, listed), "the word in the list")
    search(app, "yuesao")
    wait_for(lambda: every(app, listed), "the word by pinyin")
    search(app, "")
    dialog(app)


def test_undo(app):
    """A removed word comes back whole."""
    window = next(app.getChildAtIndex(i) for i in range(app.childCount)
                  if app.getChildAtIndex(i).name == _("Words of This Office"))
    before = desk("aliases")
    act(find(window, "push button", _("Remove the word “%s”") % "月嫂"))
    wait_for(lambda: not desk("aliases"), "no word")
    act(find(window, "push button", starts=_("Undo")))
    wait_for(lambda: desk("aliases") == before, "the word again")


def test_switched_off(app):
    """Nothing is counted once the office does not want it."""
    window = next(app.getChildAtIndex(i) for i in range(app.childCount)
                  if app.getChildAtIndex(i).name == _("Words of This Office"))
    switch = find(window, "check box", _("Count searches that find nothing"))
    act(switch, "toggle")
    wait_for(lambda: "checked" not in states(switch), "the switch off")
    act(window, "window.close")
    search(app, "厨师")
    search(app, "")
    search(app, "瓦工")
    search(app, "")
    window = dialog(app)
    find(window, "label", _("Nothing so far"))
    assert desk("missed") == []


# What is freed or not yet written is not zero: what reads past an end is seen to.
RUNS = [((), [test_counted, test_candidate, test_searched, test_undo, test_switched_off], {"MALLOC_PERTURB_": "170"})]

sys.exit(main(RUNS))
