#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the list side of the occupations page as a screen reader and a keyboard see it."""

import json
import os
import sys

from window import SOURCE, WORDS, _, main
from a11y import (act, every, find, focused, get_text, key, labels, lint, screenshot, set_text, states,
                  wait_for)

SEARCH = _("Search occupations")


def occupations():
    with open(os.path.join(SOURCE, "data", "packs", "occupations.json"), encoding="utf8") as file:
        return json.load(file)["occupations"]


def entry(app):
    return find(app, "entry", SEARCH)


def rows(app):
    return list(find(app, "list", _("Occupations")))


def names(app):
    return [row.name for row in rows(app)]


def row(app, starts):
    return find(find(app, "list", _("Occupations")), "list item", starts=starts)


def search(app, text, first):
    """Types all at once and waits for the row that is to come first."""
    set_text(entry(app), text)
    return wait_for(lambda: next((one for one in rows(app)[:1] if one.name.startswith(first)), None),
                    "%s first for %s" % (first, text))


def focus_is(app, wanted):
    return wait_for(lambda: (lambda node: node if node and wanted(node) else None)(focused(app)),
                    "the focus")


def in_entry(node):
    return node.name == SEARCH


def in_row(app, index):
    return lambda node: node.getRoleName() == "list item" and node.getIndexInParent() == index


def test_rows(app):
    """Rows tell role, name, place in the list and whether their detail is shown."""
    first = search(app, "服务", "在线学习服务师")
    listed = rows(app)
    assert len(listed) > 10, len(listed)
    assert {one.getRoleName() for one in listed} == {"list item"}
    assert [one.getIndexInParent() for one in listed] == list(range(len(listed)))
    assert all(one.name.strip() for one in listed)
    assert "selectable" in states(first) and "selected" not in states(first)
    act(first, "row.open")
    wait_for(lambda: "selected" in states(first), "the selected row")
    assert sum("selected" in states(one) for one in rows(app)) == 1


def test_fewer_rows(app):
    """Rows of a former answer are gone from the list as a screen reader sees it."""
    search(app, "服务", "在线学习服务师")
    search(app, "送外卖", "网约配送员")
    wait_for(lambda: len(rows(app)) < 3, "few rows")
    search(app, "服务", "在线学习服务师")
    wait_for(lambda: len(rows(app)) > 10, "many rows")


def test_fields(app):
    """Every row names the field that hit; an alias is never the title."""
    search(app, "服务", "在线学习服务师")
    listed = names(app)
    assert any("，" + "职业名称" in name for name in listed), listed
    for field in ("原名称：", "工种：", "别名：", "定义：", "工作任务："):
        assert any(field in name for name in listed), (field, listed)
    assert "网约配送员" in names(app)[-1] or any(name.startswith("网约配送员，") for name in listed)
    first = search(app, "带货", "互联网营销师")
    assert "别名：带货" in first.name and "2020" in first.name, first.name


def test_near(app):
    """What is only similar stands under its own heading, says so itself, and the catalogue is said not to have it."""
    set_text(entry(app), "互连网营消师")
    wait_for(lambda: any(text.startswith("目录未收录“互连网营消师”") for text in labels(app)), "the remark")
    listed = names(app)
    assert listed[0] == _("Similar results"), listed
    assert listed[1].startswith("互联网营销师") and "，" + WORDS.pgettext("search", "similar") in listed[1], listed


def test_nothing(app):
    """Where nothing is found, the list says what to do."""
    set_text(entry(app), "宇航员")
    wait_for(lambda: "目录未收录“宇航员”。" in labels(app), "the remark")
    act(row(app, _("Browse by class")), "row.open")
    wait_for(lambda: get_text(entry(app)) == "", "the empty entry")
    row(app, "4 ")


def test_texts(app):
    """Measures and documents stand in sections of their own, and open at the sentence."""
    set_text(entry(app), "小店")
    heading = row(app, _("Measures that speak of it (%u)").split("（")[0])
    assert "focusable" not in states(heading)
    act(find(app, "push button", starts=_("Documents") + " "))
    find(app, "push button", _("All results"))
    listed = wait_for(lambda: (lambda all: all if len(all) > 3 else None)(rows(app)), "all documents")
    inside = next(one for one in listed if "：" in one.name)
    screenshot("documents-found")
    act(inside, "row.open")
    text = find(app, "text", _("Text of the document"))
    wait_for(lambda: "小店" in get_text(text), "the document")
    wait_for(lambda: _("The quoted words are lit.") in labels(app), "the lit words")
    act(find(app, "push button", _("Back")))
    act(find(app, "push button", _("All results")))
    wait_for(lambda: any(name.startswith(_("Measures that speak of it (%u)").split("（")[0]) for name in names(app)),
             "the sections again")


def test_keys(app):
    """Down goes from the entry into the rows, Up comes back, Enter opens, Escape clears."""
    search(app, "服务", "在线学习服务师")
    key("ctrl+f")
    focus_is(app, in_entry)
    key("Down")
    focus_is(app, in_row(app, 0))
    key("Down")
    focus_is(app, in_row(app, 1))
    key("End")
    focus_is(app, in_row(app, len(rows(app)) - 1))
    key("Home")
    focus_is(app, in_row(app, 0))
    key("Next")
    page = focus_is(app, lambda node: node.getIndexInParent() > 3)
    key("Return")
    wait_for(lambda: "selected" in states(page), "the opened row")
    key("Home", "Up")
    focus_is(app, in_entry)
    key("Return")
    wait_for(lambda: "selected" in states(rows(app)[0]), "the first row opened from the entry")
    key("Escape")
    wait_for(lambda: get_text(entry(app)) == "", "the empty entry")


def test_search_from_anywhere(app):
    """Ctrl+F comes from another page and replaces what stands there; a letter typed on a row goes into the entry."""
    search(app, "服务", "在线学习服务师")
    key("ctrl+2")
    find(app, "text", _("What to call the person"))
    key("ctrl+f")
    focus_is(app, in_entry)
    key("d", "h")
    wait_for(lambda: get_text(entry(app)) == "dh", "what was typed in place of the former query")
    row(app, "互联网营销师")
    key("Down")
    focus_is(app, in_row(app, 0))
    key("z", "b")
    focus_is(app, in_entry)
    wait_for(lambda: get_text(entry(app)) == "dhzb", "what was typed on the row")
    key("Down")
    key("Escape")
    focus_is(app, in_entry)
    wait_for(lambda: get_text(entry(app)) == "", "the empty entry")


def test_input_method(app):
    """What an input method has not committed is not searched for; its Enter and Escape are its own."""
    key("ctrl+f")
    focus_is(app, in_entry)
    key("ctrl+shift+u", "5", "e", "2", "6")
    listed = names(app)
    key("Return")  # commits U+5E26
    wait_for(lambda: get_text(entry(app)) == "带", "the committed character")
    wait_for(lambda: names(app) != listed, "an answer")
    answer = names(app)
    key("ctrl+shift+u", "8", "d", "2")
    assert names(app) == answer
    key("Escape")  # gives up what was being composed, and nothing else
    key("ctrl+shift+u", "8", "d", "2", "7", "space")
    wait_for(lambda: get_text(entry(app)) == "带货", "both characters")
    row(app, "互联网营销师")
    key("Escape")
    wait_for(lambda: get_text(entry(app)) == "", "the empty entry")


def test_classes(app):
    """Classes lead down to the occupations in them, with counts, and the crumbs lead back."""
    wanted = [one for one in occupations() if one["code"].startswith("4-14-01-")]
    act(row(app, "4 "), "row.open")
    middle = row(app, "4-14 ")
    assert middle.name.split("，")[1].strip("› ").isdigit(), middle.name
    act(middle, "row.open")
    act(row(app, "4-14-01 "), "row.open")
    wait_for(lambda: all(any(name.startswith(one["name"] + "，") for name in names(app)) for one in wanted),
             "the occupations")
    wait_for(lambda: WORDS.ngettext("%u occupation", "%u occupations", 9) % len(wanted) in labels(app), "the count")
    screenshot("class")
    act(find(app, "push button", starts="4 "))
    row(app, "4-14 ")
    key("ctrl+f")
    focus_is(app, in_entry)
    key("Escape")
    row(app, "2 ")


def test_pins(app):
    """An occupation is pinned with a key and with a button; pinned and recent ones stand at the top and can be cleared."""
    act(search(app, "带货", "互联网营销师"), "row.open")
    act(search(app, "送外卖", "网约配送员"), "row.open")
    act(find(app, "push button", _("Pin")))
    find(app, "push button", _("Unpin"))
    key("ctrl+f", "Escape")
    listed = wait_for(lambda: (lambda all: all if all[0] == _("Pinned occupations") else None)(names(app)), "the pin")
    assert listed[1].startswith("网约配送员") and listed[3] == _("Shown lately"), listed
    assert listed[4].startswith("网约配送员") and listed[5].startswith("互联网营销师"), listed
    screenshot("pinned")
    key("Down", "Down", "Down", "Down")
    focus_is(app, lambda node: node.name.startswith("互联网营销师"))
    key("ctrl+b")
    wait_for(lambda: names(app)[1].startswith("互联网营销师"), "the other pin, newest first")
    assert focused(app).name.startswith("互联网营销师")
    wait_for(lambda: _("%s is pinned") % "互联网营销师" in labels(app), "the remark")
    act(row(app, _("Take out every pin")), "row.open")
    wait_for(lambda: names(app)[0] == _("Shown lately"), "no pins")
    act(row(app, _("Forget what was shown")), "row.open")
    wait_for(lambda: names(app)[0] == _("Browse by class"), "nothing remembered")


def tick(app, name):
    """Goes to a check box of the open popover and ticks it; its place on the screen is not told."""
    box = find(app, "check box", name)
    for _unused in range(8):
        if "focused" in states(box):
            break
        before = focused(app)
        key("Tab")
        wait_for(lambda: focused(app) != before, "the next stop")
    key("space")
    wait_for(lambda: "checked" in states(box), "the tick")


def test_filters(app):
    """Filters narrow the classes and the results, show that they are on, and are cleared one by one or at once."""
    count = WORDS.ngettext("%u occupation", "%u occupations", 9)
    defined = sum(1 for one in occupations() if one.get("definition"))
    act(find(app, "push button", _("Filter")))
    tick(app, _("Only with a printed definition"))
    wait_for(lambda: count % defined in labels(app), "the filtered list")
    tick(app, _("Only with linked measures"))
    find(app, "push button", _("Filter (%u)") % 2)
    key("Escape")
    screenshot("filtered")
    assert not any("（2020 版）" in name and "原名称" in name for name in names(app))
    act(find(app, "push button", _("Clear the filter “%s”") % _("Only with linked measures")))
    wait_for(lambda: count % defined in labels(app), "one filter less")
    # An occupation without a definition is kept out, and the list says so.
    set_text(entry(app), "医疗临床辅助服务员")
    wait_for(lambda: _("The filters keep out everything that was found.") in labels(app), "the remark")
    act(row(app, _("Clear all filters")), "row.open")
    row(app, "医疗临床辅助服务员")
    assert not every(app, lambda n: n.getRoleName() == "push button" and n.name == _("Clear All Filters"))
    set_text(entry(app), "")


def test_ready(app):
    """What is typed right after the start goes into the search."""
    key("4")
    wait_for(lambda: get_text(entry(app)) == "4", "the figure in the search")
    set_text(entry(app), "")


def test_names(app):
    """Every place the focus can reach has a name a person wrote."""
    bad = lint(app)
    assert not bad, bad


RUNS = [((), [test_ready, test_rows, test_fewer_rows, test_fields, test_near, test_nothing, test_texts, test_keys,
              test_search_from_anywhere, test_input_method, test_classes, test_pins, test_filters,
              test_names])]

sys.exit(main(RUNS))
