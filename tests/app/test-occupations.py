#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the list side of the occupations page as a screen reader and a keyboard see it."""

import sys

from window import _, main
from a11y import act, click, find, focused, key, set_text, states, wait_for


def entry(app):
    return find(app, "entry", _("Search occupations"))


def rows(app):
    return list(find(app, "list", _("Occupations")))


def search(app, text, first):
    """Types all at once and waits for the row that is to come first."""
    set_text(entry(app), text)
    return wait_for(lambda: next((row for row in rows(app)[:1] if row.name.startswith(first)), None),
                    "%s first for %s" % (first, text))


def focus_is(app, wanted):
    return wait_for(lambda: (lambda node: node if node and wanted(node) else None)(focused(app)),
                    "the focus")


def test_rows(app):
    """Rows tell role, name, place in the list and whether their detail is shown."""
    first = search(app, "服务", "在线学习服务师")
    listed = rows(app)
    assert len(listed) > 10, len(listed)
    assert {row.getRoleName() for row in listed} == {"list item"}
    assert [row.getIndexInParent() for row in listed] == list(range(len(listed)))
    assert all(row.name.strip() for row in listed)
    assert "selectable" in states(first) and "selected" not in states(first)
    act(first, "row.open")
    wait_for(lambda: "selected" in states(first), "the selected row")
    assert sum("selected" in states(row) for row in rows(app)) == 1


def test_fewer_rows(app):
    """Rows of a former answer are gone from the list as a screen reader sees it."""
    search(app, "服务", "在线学习服务师")
    search(app, "4-01-02-07", "互联网营销师")
    wait_for(lambda: len(rows(app)) < 3, "few rows")
    search(app, "服务", "在线学习服务师")
    wait_for(lambda: len(rows(app)) > 10, "many rows")


def test_keys_in_list(app):
    """Down, End, Home and Page Down move through the rows, and Enter opens one."""
    search(app, "服务", "在线学习服务师")
    click(entry(app))
    focus_is(app, lambda node: node.name == entry(app).name)
    key("Tab")
    focus_is(app, lambda node: node.getRoleName() == "list item")
    key("Home")
    focus_is(app, lambda node: node == rows(app)[0])
    key("Down")
    focus_is(app, lambda node: node == rows(app)[1])
    key("End")
    focus_is(app, lambda node: node == rows(app)[-1])
    key("Home")
    focus_is(app, lambda node: node == rows(app)[0])
    key("Next")
    page = focus_is(app, lambda node: node.getIndexInParent() > 3)
    key("Return")
    wait_for(lambda: "selected" in states(page), "the opened row")


RUNS = [((), [test_rows, test_fewer_rows, test_keys_in_list])]

sys.exit(main(RUNS))
