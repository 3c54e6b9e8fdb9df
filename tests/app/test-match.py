#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the matching step under Xvfb by keyboard and accessibility bus: tasks, striking out, 目录未收录."""

import subprocess
import sys

from window import WORDS, _, main

from a11y import act, find, focused, key, labels, lint, screenshot, set_text, states, wait_for

RIDER = "网约配送员"


def say(app, wish, skill=None):
    key("alt+2")
    set_text(find(app, "text", _("What the person is looking for")), wish)
    if skill is not None:
        set_text(find(app, "text", _("What the person can do")), skill)
        act(find(app, "push button", _("Add")))
        find(app, "push button", _("Remove “%s”") % skill)
    key("alt+3")


def task(n, state):
    return _("Task %u: %s") % (n, state)


def reach(app, wanted):
    """Tab until the focus is there."""
    passed = []
    for _again in range(60):
        node = focused(app)
        passed.append(node.name if node is not None else None)
        if node is not None and wanted(node):
            return node
        key("Tab")
    raise AssertionError("the keyboard does not get there but to %s" % passed)


def checked(app, n, state):
    return "pressed" in states(find(app, "push button", task(n, state)))


def test_tasks(app):
    """Each task is 已会, 可学 or 未体现 with the person's words; one key sets it, another takes it back, so does undo."""
    key("ctrl+2")
    say(app, "想送外卖", "会骑电动车")
    find(app, "list", _("Tasks of %s") % RIDER)
    wait_for(lambda: checked(app, 3, "已会"), "what the skill shows")
    row = find(app, "list item", starts=task(3, "已会"))
    assert (_("The person: %s") % "会骑电动车") in row.name, row.name
    assert "在一定时间内将订单物品递送至指定地点" in row.name, row.name
    wait_for(lambda: checked(app, 1, "未体现"), "what nothing shows")
    title = WORDS.ngettext("Training gap: %u of %u task", "Training gap: %u of %u tasks", 5)

    def gap(n):
        wait_for(lambda: title.replace("%1$u", str(n)).replace("%2$u", "5") in labels(app), "a gap of %d" % n)

    gap(4)
    reach(app, lambda node: node.name.startswith(task(1, "未体现")))
    key("1")
    wait_for(lambda: checked(app, 1, "已会"), "the first task set")
    gap(3)
    assert _("Set by the counsellor") in find(app, "list item", starts=task(1, "已会")).name
    key("Down")
    wait_for(lambda: focused(app).name.startswith(task(2, "未体现")), "the second task")
    key("2")
    wait_for(lambda: checked(app, 2, "可学"), "the second task set")
    screenshot("match-tasks")
    key("ctrl+z")
    wait_for(lambda: checked(app, 2, "未体现"), "the second task as it was")
    key("Up")
    wait_for(lambda: focused(app).name.startswith(task(1, "已会")), "the first task")
    key("0")
    wait_for(lambda: checked(app, 1, "未体现"), "the proposal")
    gap(4)


def test_pointer(app):
    """The same by pointer or by what a screen reader can press."""
    act(find(app, "push button", task(4, "可学")))
    wait_for(lambda: checked(app, 4, "可学"), "the fourth task set")
    find(app, "list item", starts=task(4, "可学"))


def test_gap(app):
    """What is missing leads to the training measures of the occupation."""
    reach(app, lambda node: "（" in node.name and "训" in node.name and node.getRoleName() == "push button")
    assert not lint(app), lint(app)


def test_strike(app):
    """An occupation is struck out with a reason and brought back, by keyboard."""
    key("alt+2", "alt+3")
    reach(app, lambda node: node.name.startswith(_("Strike out %s") % RIDER))
    key("space")
    common = find(app, "push button", _("Too far or at the wrong hours"))
    wait_for(lambda: "focused" in states(find(app, "push button", _("The person does not want it"))), "the reasons")
    screenshot("match-strike")
    key("Tab", "Tab")
    wait_for(lambda: "focused" in states(common), "the reason")
    key("space")
    back = find(app, "push button", _("Bring back %s") % RIDER)
    wait_for(lambda: (_("%s · reason: %s") % (RIDER, _("Too far or at the wrong hours"))) in labels(app), "the reason")
    screenshot("match-struck")
    reach(app, lambda node: node.name == back.name)
    key("space")
    find(app, "list", _("Tasks of %s") % RIDER)
    wait_for(lambda: checked(app, 4, "可学"), "what was said of it before")


def test_nothing(app):
    """目录未收录 is a result that speaks of the packs too; what is refused is named."""
    key("alt+2")
    act(find(app, "push button", _("Remove “%s”") % "会骑电动车"))
    say(app, "想开货车，不想送外卖")
    wait_for(lambda: any(text.startswith("目录未收录") and "数据包" in text for text in labels(app)), "the result")
    wait_for(lambda: (_("%s · the person: %s") % (RIDER, "不想送外卖")) in labels(app), "the refusal")
    screenshot("match-nothing")


def test_questionnaire(app):
    """An answer to the questionnaire is kept, is undone like any other, and is shown as a reason that is for orientation only."""
    say(app, "想送外卖", "会骑电动车")
    key("alt+2")
    fold = find(app, "push button", starts="兴趣与条件小问卷")
    act(fold, "activate")
    act(find(app, "combo box", starts="愿意在哪里干活").getChildAtIndex(0))
    wait_for(lambda: focused(app).getRoleName() == "list item", "the choices")
    key("Down", "Down", "Return")
    wait_for(lambda: focused(app).getRoleName() != "list item", "the choice taken")
    key("alt+3")
    reason = _("Questionnaire, for orientation only: %s") % "户外"
    wait_for(lambda: reason in labels(app), "the reason")
    screenshot("match-questionnaire")
    key("ctrl+z")
    wait_for(lambda: reason not in labels(app), "the reason gone")


def test_narrow(app):
    """At 360 px the tasks and their buttons are whole."""
    say(app, "想送外卖", "会骑电动车")
    find(app, "list", _("Tasks of %s") % RIDER)
    subprocess.check_call(["xdotool", "windowsize", app.window, "360", "720"])
    find(app, "push button", starts=_("Strike out %s") % RIDER)
    wait_for(lambda: app.getChildAtIndex(0).queryComponent().getExtents(1).width <= 380, "the narrow window")
    screenshot("match-narrow")


sys.exit(main([([], [test_tasks, test_pointer, test_gap, test_strike, test_nothing, test_questionnaire, test_narrow])]))
