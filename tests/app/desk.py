# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts about cases share: dialogs, the button in the header, unlocking."""

import glob
import os
import signal
import subprocess

import pyatspi

from window import _

from a11y import act, click, every, find, focused, get_text, key, set_text, states, wait_for

HOME = os.environ["HOME"]
STORE = os.path.join(HOME, "jobguide", "cases", "cases.db")


def focus(app):
    # Without a window manager nobody gives the keyboard back when a dialog closes.
    subprocess.check_call(["xdotool", "windowfocus", app.window])


def press(app, *names):
    focus(app)
    key(*names)


def dialog(app, title):
    return wait_for(lambda: next((app.getChildAtIndex(i) for i in range(app.childCount)
                                  if app.getChildAtIndex(i).name == title), None), "the dialog " + title)


def gone(app, title):
    wait_for(lambda: all(app.getChildAtIndex(i).name != title for i in range(app.childCount)), "no dialog " + title)


def button(root, name):
    return find(root, "push button", name)


def other_windows(app):
    """The X windows of the dialogs that are shown, the newest last."""
    shown = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "jobguide"], capture_output=True, text=True, check=True).stdout.split()
    return sorted((number for number in shown if number != app.window), key=int)


def other_window(app):
    """The X window of the dialog that is shown."""
    return other_windows(app)[0]


def top_window(app):
    """The X window of the dialog that was shown last."""
    return other_windows(app)[-1]


def click_in_dialog(app, node):
    """A real click in a dialog, which nobody placed."""
    subprocess.check_call(["xdotool", "windowmove", "--sync", other_window(app), "0", "0"], stderr=subprocess.DEVNULL)
    click(node)


def tick(app, node):
    """GTK 4.8 gives check buttons no action."""
    click_in_dialog(app, node)
    wait_for(lambda: "checked" in states(node), "the tick")


def status(app, starts):
    """What the button in the header says of the sitting."""
    mark = _("Cases: %s") % ""
    if getattr(app, "keeping", None) is None:
        app.keeping = wait_for(lambda: next(iter(every(app, lambda node: node.name.startswith(mark))), None), "the button")
    wait_for(lambda: app.keeping.name.startswith(mark + starts), "the status " + starts)


def status_of(text):
    return _(text).split("%s", maxsplit=1)[0].split("。", maxsplit=1)[0]


LOCKED = status_of("The cases are locked. What is entered is only in memory, and gone when the window closes.")
UNLOCKED = status_of("The cases are unlocked. Nothing is kept before the person agrees.")
UNSAVED = status_of("Not kept yet. A sealed draft guards against power cuts until you decide.")
DECLINED = status_of("Not to be kept: nothing of it is written. It is gone with the next jobseeker.")
CHANGED = status_of("Case %s has changes, which are saved in a moment.")
FAILED = status_of("Case %s has changes that could not be saved yet.")
SAVED = status_of("Saved as case %s.")


def alias(app):
    return find(app, "text", _("What to call the person"))


def fill(window, name, text):
    set_text(wait_for(lambda: next(iter(every(window, lambda n: n.name == name and "EditableText" in pyatspi.listInterfaces(n))), None),
                      name), text)


def unlock(app, passphrase):
    press(app, "ctrl+u")
    window = dialog(app, _("Unlock the Cases"))
    fill(window, _("Passphrase"), passphrase)
    act(button(window, _("Unlock")))
    gone(app, _("Unlock the Cases"))


def processes():
    """Those of this display: no other has this home."""
    found = []
    for number in os.listdir("/proc"):
        try:
            with open("/proc/%s/environ" % int(number), "rb") as environment:
                if os.readlink("/proc/%s/exe" % number).endswith("/src/app/jobguide") and ("HOME=" + HOME).encode() in environment.read().split(b"\0"):
                    found.append(int(number))
        except (ValueError, OSError):
            continue
    return found


def open_files():
    return [os.readlink(path) for number in processes() for path in glob.glob("/proc/%d/fd/*" % number) if os.path.exists(path)]


def kill(_app):
    """The machine loses power."""
    for number in processes():
        os.kill(number, signal.SIGKILL)
    wait_for(lambda: not [app for app in pyatspi.Registry.getDesktop(0) if app is not None and app.name == "jobguide"], "the end")


def cases(app):
    press(app, "ctrl+j")
    return dialog(app, _("Cases"))


def row(window, starts):
    return find(window, "list item", starts=starts)


def menu(app, name):
    """Something from the menu of the button in the header."""
    status(app, "")
    focus(app)
    click(app.keeping)
    act(wait_for(lambda: next(iter(every(app, lambda node: node.getRoleName() == "menu item" and node.name == name)), None), name))


def choose(root, field, position):
    """Takes the choice some places below the one that is taken, or above; the pointer is out of the way of its list."""
    subprocess.check_call(["xdotool", "mousemove", "5", "500"])
    combo = find(root, "combo box", field)
    act(combo.getChildAtIndex(0))
    wait_for(lambda: focused(root).getRoleName() == "list item", "the choices")
    key(*["Down"] * position, *["Up"] * -position, "Return")
    wait_for(lambda: focused(root).getRoleName() != "list item", "the choice taken")


def save_file(app, path):
    """Answers the file chooser, which is the dialog shown last."""
    suffix = os.path.splitext(path)[1]
    name = wait_for(lambda: next((n for n in every(app, lambda n: n.getRoleName() == "text") if get_text(n).endswith(suffix)), None), "the file name")
    suggested = get_text(name)
    set_text(name, path)
    # The toolkit reads its own mnemonic button twice, so it is found by how it begins.
    act(find(app.getChildAtIndex(app.childCount - 1), "push button", starts=_("Save")))
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 0, path)
    return suggested
