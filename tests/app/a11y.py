# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small polling driver over AT-SPI: no sleeps, no toolkit, only what a screen reader is told."""

import os
import subprocess
import time

import pyatspi


def wait_for(probe, what, timeout=20.0):
    """Polls until probe() gives something true, and returns it."""
    end = time.monotonic() + timeout
    trouble = None
    while time.monotonic() < end:
        try:
            found = probe()
            if found:
                return found
            trouble = None
        except Exception as error:  # the tree changes under our feet
            trouble = error
        time.sleep(0.05)
    raise AssertionError("timed out waiting for %s (%s)" % (what, trouble))


def application(name):
    def probe():
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name == name and app.childCount:
                return app
        return None

    return wait_for(probe, "application " + name, 20)


def walk(root, wanted):
    """The descendants for which wanted() holds, one after the other in the order of the tree."""
    stack = [root]
    while stack:
        node = stack.pop()
        children = []
        if node is not root:
            try:
                fits = wanted(node)
            except Exception:
                continue
            if fits:
                yield node
        for i in range(node.childCount):
            child = node.getChildAtIndex(i)
            if child is not None:
                children.append(child)
        stack.extend(reversed(children))


def every(root, wanted):
    """All descendants for which wanted() holds, in the order of the tree."""
    return list(walk(root, wanted))


def find(root, role, name=None, starts=None, timeout=20.0):
    def wanted(node):
        if role is not None and node.getRoleName() != role:
            return False
        if name is not None:
            return node.name == name
        return starts is None or node.name.startswith(starts)

    return wait_for(lambda: next(walk(root, wanted), None),
                    "%s %r" % (role, name or starts), timeout)


def labels(root):
    return [node.name for node in every(root, lambda n: n.getRoleName() in ("label", "status bar",
                                                                            "statusbar"))]


def act(node, name="click"):
    actions = node.queryAction()
    names = [actions.getName(i) for i in range(actions.nActions)]
    assert name in names, "%s has no action %s but %s" % (node.name, name, names)
    assert actions.doAction(names.index(name))


def set_text(node, text):
    assert node.queryEditableText().setTextContents(text)


def get_text(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


def states(node):
    return {pyatspi.stateToString(s) for s in node.getState().getStates()}


def focused(root):
    return next(walk(root, lambda n: n.getState().contains(pyatspi.STATE_FOCUSED)), None)


def click(node):
    """A real click: the only way to give the focus, as GTK 4.8 refuses Component.grabFocus()."""
    area = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    subprocess.check_call(["xdotool", "mousemove", str(area.x + min(40, area.width // 2)),
                           str(area.y + area.height // 2), "click", "1"])


def key(*names):
    subprocess.check_call(["xdotool", "key", *names])


def type_keys(text):
    """Slowly enough for a busy machine to tell one key from the next."""
    subprocess.check_call(["xdotool", "type", "--delay", "50", text])


def screenshot(name):
    folder = os.environ["JOBGUIDE_SCREENSHOTS"]
    os.makedirs(folder, exist_ok=True)
    subprocess.check_call(["import", "-window", "root", os.path.join(folder, name + ".png")])


def lint(root):
    """What a screen reader could not name: each focusable node needs words a person wrote."""
    bad = []
    for node in every(root, lambda n: n.getState().contains(pyatspi.STATE_FOCUSABLE)):
        name = node.name.strip()
        words = name.split(" ")
        half = len(words) // 2
        where = node.getRoleName()
        if not name:
            bad.append("%s without a name (in %s)" % (where, node.parent.name or
                                                     node.parent.getRoleName()))
        elif name.startswith(("Gtk", "Adw", "Jg")):
            bad.append("%s named by its type: %s" % (where, name))
        elif len(words) % 2 == 0 and words[:half] == words[half:]:
            bad.append("%s said twice: %s" % (where, name))
        elif "_" in name:
            bad.append("%s with a mnemonic: %s" % (where, name))
    return bad
