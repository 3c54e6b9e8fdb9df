# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test of the kiosk stands on: its settings, its two processes, and touches whose effect is waited for.

A touch through the accessibility bus takes effect a quarter of a second after the call, is lost when its button goes away before
that, and is not taken a second time within it. So whoever touches waits for what the touch does, each time.
"""

import contextlib
import itertools
import os
import subprocess
import sys
import tempfile
import time

from window import BUILD, PROGRAM, _

from a11y import act, find, labels, lint, screenshot, states, wait_for, walk

from gi.repository import GLib
import pyatspi

HOME = os.environ["HOME"]
KIOSK = os.path.join(BUILD, "src", "app", "jobguide-kiosk")
CTL = os.path.join(BUILD, "src", "ctl", "jobguidectl")
COUNTERS = os.path.join(HOME, ".local", "state", "jobguide", "kiosk-counters")
PASSPHRASE = "kaiguan2026"
NAME = "jobguide-kiosk"
BAR = 5  # labels of the bar, before those of the page


def passphrase_hash():
    read, write = os.pipe()
    os.write(write, PASSPHRASE.encode())
    os.close(write)
    return subprocess.run([CTL, "kiosk", "hash", "--passphrase-fd", str(read)], pass_fds=[read], check=True,
                          capture_output=True, text=True).stdout.strip()


def configure(**keys):
    folder = os.path.join(HOME, "glib-2.0", "settings")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "keyfile"), "w", encoding="utf8") as file:
        file.write("[com/example/JobGuide/kiosk]\n")
        for name, value in keys.items():
            file.write("%s=%s\n" % (name.replace("_", "-"), GLib.Variant("s", value).print_(False)
                                    if isinstance(value, str) else "uint32 %d" % value))


def session_pid(kiosk):
    """The process that shows the window."""
    out = subprocess.run(["ps", "-o", "pid=", "--ppid", str(kiosk.pid)], capture_output=True, text=True, check=False).stdout
    return int(out.split()[0]) if out.split() else None


def windows():
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "jobguide"], capture_output=True, text=True,
                          check=False).stdout.split()


def give_keyboard(pid):
    """Without a window manager nobody gives the window of a process the keyboard."""
    for window in windows():
        owner = subprocess.run(["xdotool", "getwindowpid", window], capture_output=True, text=True, check=False).stdout.strip()
        if owner == str(pid):
            return subprocess.run(["xdotool", "windowfocus", "--sync", window], stderr=subprocess.DEVNULL, check=False,
                                  timeout=20).returncode == 0
    return False


def the_kiosk(kiosk, other_than=None):
    """What the accessibility bus knows of the window, of a process other than one."""
    def probe():
        pid = session_pid(kiosk)
        if pid is None or pid == other_than:
            return None
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name == NAME and app.get_process_id() == pid and app.childCount:
                return app
        return None

    app = wait_for(probe, "a fresh kiosk", 60)
    app.pid = app.get_process_id()
    return app


def fresh(kiosk, other_than=None):
    """The same, and the window has the keyboard."""
    app = the_kiosk(kiosk, other_than)
    wait_for(lambda: give_keyboard(app.pid), "its window", 60)
    return app


def files():
    """All files of the user but those of the buses and of the compositor."""
    found = set()
    for folder, folders, names in os.walk(HOME):
        folders[:] = [name for name in folders if name not in ("at-spi", "dbus-1", "dconf", "keyring")]
        found.update(os.path.join(folder, name) for name in names if not name.startswith("wayland-"))
    return found


def counters():
    with contextlib.suppress(FileNotFoundError):
        with open(COUNTERS, encoding="ascii") as file:
            return dict(line.split() for line in file)
    return {}


@contextlib.contextmanager
def kiosk_running(*arguments, **environment):
    log = tempfile.TemporaryFile("w+", encoding="utf8")
    process = subprocess.Popen([PROGRAM, "--kiosk", *arguments], stdout=log, stderr=log,
                               env=dict(os.environ, GSETTINGS_BACKEND="keyfile", **environment))
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(30)
        log.seek(0)
        complaints = [line for line in log if "CRITICAL" in line or "WARNING" in line]
        assert not complaints, complaints


def heading(app):
    """The title of the page: the first label below the bar."""
    shown = walk(app, lambda n: n.getRoleName() == "label")
    return next((node.name for node in itertools.islice(shown, BAR, None)), None)


def shows(app, text):
    """The page on top has a label with this text; the others are not in the tree."""
    wait_for(lambda: text in labels(app), text)


def title(app):
    """The first page is there."""
    wait_for(lambda: heading(app) == _("What are you looking for?"), "the first page")


def first_button(root, start):
    """The first button whose name begins so; a walk that ends there is much the faster."""
    for i in range(root.childCount):
        child = root.getChildAtIndex(i)
        if child is None:
            continue
        if child.getRoleName() in ("push button", "toggle button"):
            if child.name.startswith(start):
                return child
            continue
        found = first_button(child, start)
        if found is not None:
            return found
    return None


def touch(app, name):
    """Touches the button whose name begins so. The caller waits for what it does."""
    act(wait_for(lambda: first_button(app, name), name))


LINTED = set()


def check_names(app, page):
    """Whatever can be reached on a page has a name for a screen reader; each page is looked at once."""
    if page not in LINTED:
        LINTED.add(page)
        assert not lint(app), (page, lint(app))


def go(app, *names):
    """Touches one button after the other, each named by its beginning, and waits for the page it leads to."""
    for name in names:
        before = heading(app)
        touch(app, name)
        check_names(app, wait_for(lambda: heading(app) if heading(app) != before else None, "the page after " + name))


def go_home(app):
    home = wait_for(lambda: first_button(app, _("First Page")), "the way home")
    if "sensitive" in states(home):
        act(home)
    title(app)


def choose(app, name):
    """Touches a tile and waits for its mark."""
    touch(app, name)
    shows(app, "✓ " + name)


def entered(app, text, what=None):
    """The pad shows a text."""
    find(app, "label", ((what or _("What you entered")) + " " + text).rstrip())


def enter(app, letters, so_far=""):
    """Touches letters on the pad, one after the other."""
    for letter in letters:
        touch(app, letter.upper())
        so_far += letter
        entered(app, so_far)


def main(runs):
    """Runs (settings, tests) one after the other and speaks TAP; the exit status. A run may have an environment in a third place."""
    wanted = sys.argv[1:]
    if wanted:
        runs = [(run[0], [test for test in run[1] if test.__name__ in wanted], *run[2:]) for run in runs]
        runs = [run for run in runs if run[1]]
    number, failed = 0, False
    print("1..%d" % sum(len(run[1]) + 1 for run in runs))
    for keys, tests, *environment in runs:
        configure(**keys)
        before = files()
        trouble = None
        try:
            with kiosk_running(**(environment[0] if environment else {})) as kiosk:
                for test in tests:
                    number += 1
                    begun = time.monotonic()
                    try:
                        app = fresh(kiosk)
                        go_home(app)
                        test(kiosk, app)
                        print("ok %d - %s" % (number, test.__doc__))
                    except Exception as error:
                        failed = True
                        with contextlib.suppress(Exception):
                            screenshot("failed-kiosk-" + test.__name__)
                        print("not ok %d - %s" % (number, test.__doc__))
                        print("# %s: %s" % (test.__name__, str(error).replace("\n", "\n# ")))
                    print("# %.1f s" % (time.monotonic() - begun), flush=True)
            left = files() - before - {COUNTERS}
            assert not left, left
        except AssertionError as error:
            trouble = error
        number += 1
        failed = failed or trouble is not None
        print("%sok %d - no complaint, and no file but the counters" % ("" if trouble is None else "not ", number))
        if trouble is not None:
            print("# %s" % trouble)
        sys.stdout.flush()
    return 1 if failed else 0
