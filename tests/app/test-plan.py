#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The action plan by keyboard: what the texts propose, what both agree on, when to ask again, and undo."""

import datetime
import os
import sys

from window import SOURCE, WORDS, _, main

from a11y import (act, click, every, find, focused, get_text, key, labels, lint, screenshot, set_text, states,
                  wait_for)

PLAN = WORDS.pgettext("step", "Action Plan")
NOT_IN_TEXT = "文中未写"


def tab_to(app, name, limit=60):
    """Goes on with Tab until the focus is on what has this name."""
    for _again in range(limit):
        node = focused(app)
        if node and node.name == name:
            return node
        before = node.name if node else None
        key("Tab")
        wait_for(lambda: (lambda f: f and f.name != before)(focused(app)), "the next stop after %r" % before, 3)
    raise AssertionError("Tab never comes to %r" % name)


def step_entry(app, number, what):
    return find(app, "text", _("Step %u: %s") % (number, _(what)))


def proposals(app):
    start = _("Take over: %s") % ""
    return [node.name[len(start):] for node in every(app, lambda n: n.getRoleName() == "push button" and
                                                     n.name.startswith(start))]


def test_words(app):
    """The wish and the worry of the person are entered in their own words."""
    key("alt+2")
    wish = find(app, "text", _("What the person is looking for"))
    set_text(wish, "送外卖，时间自由")
    worry = find(app, "text", _("What the person is worried about"))
    click(worry)
    wait_for(lambda: (lambda f: f and f.name == worry.name)(focused(app)), "the focus")
    set_text(worry, "怕没有社保")
    screenshot("plan-worry")


def test_proposals(app):
    """Alt+5 shows what the texts propose; where they say nothing that is said."""
    key("alt+5")
    find(app, "push button", _("Add a Step"))
    wait_for(lambda: len(proposals(app)) > 2, "the proposals")
    wait_for(lambda: any(text.endswith(NOT_IN_TEXT) for text in labels(app)), "what no text says")
    assert not lint(app), lint(app)
    screenshot("plan-proposals")


def test_keyboard(app):
    """A step of one's own is written by keyboard alone; a proposal is taken over as it stands."""
    tab_to(app, _("Add a Step"))
    key("space")
    what = step_entry(app, 1, "What will be done")
    wait_for(lambda: "focused" in states(what), "the focus in the new step")
    key("1", "2", "3")
    wait_for(lambda: get_text(what) == "123", "what was typed")
    for field in ("Who does it", "By when", "Where", "What to bring"):
        key("Tab")
        entry = step_entry(app, 1, field)
        wait_for(lambda: "focused" in states(entry), "the focus in the next field")
    wanted = proposals(app)[0]
    act(find(app, "push button", _("Take over: %s") % wanted))
    second = step_entry(app, 2, "What will be done")
    wait_for(lambda: get_text(second) == wanted, "the step")
    wait_for(lambda: wanted not in proposals(app), "the proposal gone")
    assert get_text(step_entry(app, 2, "Where")), "a step of a measure says where, or that the text does not"


def test_undo(app):
    """Ctrl+Z takes back what the entry with the focus cannot; Ctrl+Shift+Z makes it again."""
    taken = get_text(step_entry(app, 2, "What will be done"))
    wait_for(lambda: (lambda f: f and f.getRoleName() == "push button")(focused(app)), "a button with the focus")
    key("ctrl+z")
    wait_for(lambda: taken in proposals(app), "the proposal again")
    key("ctrl+shift+z")
    wait_for(lambda: taken not in proposals(app), "the step again")
    # In an entry with something typed it is the entry's own.
    first = step_entry(app, 1, "What will be done")
    click(first)
    wait_for(lambda: "focused" in states(first), "the focus")
    key("End", "4")
    wait_for(lambda: get_text(first) == "1234", "one more figure")
    key("ctrl+z")
    wait_for(lambda: get_text(step_entry(app, 1, "What will be done")) == "123", "it taken back")
    assert get_text(step_entry(app, 2, "What will be done")) == taken


def test_follow_up(app):
    """A month on is one click; the sentence of the notice stands beside it and leads there."""
    button = find(app, "push button", starts=_("In a month: %s") % "")
    day = button.name[-10:]
    today = datetime.date.today()
    assert 28 <= (datetime.date.fromisoformat(day) - today).days <= 31, day
    act(button)
    entry = find(app, "text", _("Day of the follow-up"))
    wait_for(lambda: get_text(entry) == day, "the day")
    with open(os.path.join(SOURCE, "data", "sources", "28-gf-2019-28.txt"), encoding="utf8") as file:
        source = file.read()
    quote = next(text for text in labels(app) if "每月至少进行" in text)
    assert quote in source
    find(app, "push button", starts="国发〔2019〕28号，六（十九）")
    act(find(app, "push button", WORDS.pgettext("way", "By phone")))
    way = find(app, "text", _("Way of the follow-up"))
    wait_for(lambda: get_text(way) == WORDS.pgettext("way", "By phone"), "the way")
    set_text(entry, "2026-13-01")
    find(app, "label", _("This is no day. Write it like 2026-12-25."))
    set_text(entry, day)
    screenshot("plan-follow-up")


def save_as(app, button, ending):
    """Presses a button that asks for a file, and saves where the test can look."""
    path = os.path.join(os.environ["HOME"], "saved" + ending)
    act(find(app, "push button", button))
    # The chooser suggests a name that says nothing about the person.
    name = wait_for(lambda: next((n for n in every(app, lambda n: n.getRoleName() == "text")
                                  if get_text(n).endswith(ending)), None), "the file name")
    set_text(name, path)
    chooser = app.getChildAtIndex(app.childCount - 1)
    act(find(chooser, "push button", starts=_("Save")))
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 100, "the file")
    with open(path, encoding="utf8") as file:
        return file.read()


def test_calendar(app):
    """The follow-up goes to a calendar with its day and nothing of the person."""
    day = get_text(find(app, "text", _("Day of the follow-up")))
    text = save_as(app, _("Save for a Calendar…"), ".ics")
    assert "DTSTART;VALUE=DATE:" + day.replace("-", "") in text, text
    assert "社保" not in text and "送外卖" not in text and "电话" not in text, text


def test_contact(app):
    """A contact is recorded with one press, and can be removed."""
    set_text(find(app, "text", _("What came of the contact")), "已报名培训")
    act(find(app, "push button", _("Record Today’s Contact")))
    today = datetime.date.today().isoformat()
    wait_for(lambda: any(text.startswith(today) and text.endswith("已报名培训") for text in labels(app)), "the contact")
    act(find(app, "push button", _("Remove the contact of %s") % today))
    wait_for(lambda: not any("已报名培训" in text for text in labels(app)), "no contact")


def test_sheet_near(app):
    """The sheet is one key or one click away from everywhere."""
    key("alt+6")
    find(app, "image", _("The sheet as it will be printed"))
    key("ctrl+3")
    act(find(app, "push button", _("Guidance sheet")))
    find(app, "image", _("The sheet as it will be printed"))
    screenshot("plan-sheet")


sys.exit(main([((), [test_words, test_proposals, test_keyboard, test_undo, test_follow_up, test_calendar,
                     test_contact, test_sheet_near])]))
