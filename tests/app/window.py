# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test of the window stands on: a display, a session bus and a home of its own, the program, and TAP.

Importing this module runs the script that imports it once more inside that display. Names of tests as arguments of
the script run those only.
"""

import contextlib
import gettext
import os
import subprocess
import sys
import tempfile

SOURCE = os.environ["JOBGUIDE_SOURCE_ROOT"]
BUILD = os.environ["JOBGUIDE_BUILD_ROOT"]
PROGRAM = os.path.join(BUILD, "src", "app", "jobguide")


def start_display():
    """Runs the script again inside an X server and a session bus of its own; a script may ask for another screen beforehand."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-r", "-displayfd", str(write), "-screen", "0",
                               os.environ.get("JOBGUIDE_TEST_SCREEN", "1200x900") + "x24",
                               "-noreset", "-nolisten", "tcp"], pass_fds=[write],
                              stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    try:
        with tempfile.TemporaryDirectory() as home:
            os.chmod(home, 0o700)
            env = dict(os.environ, DISPLAY=":" + number, HOME=home, XDG_RUNTIME_DIR=home,
                       XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=os.path.join(home, "cache"),
                       JOBGUIDE_TEST_INNER="1",
                       GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_A11Y="atspi",
                       GSETTINGS_BACKEND="memory", NO_AT_BRIDGE="0", ADW_DISABLE_PORTAL="1",
                       JOBGUIDE_SCREENSHOTS=os.path.join(BUILD, "tests", "app", "screenshots"))
            # fatal-warnings would fall over what the toolkit says about a missing portal.
            env.pop("G_DEBUG", None)
            env.pop("LC_ALL", None)
            env.update(LANG="zh_CN.UTF-8", LANGUAGE="")
            # What the bus starts writes to the bus's own output, which is not to land among the lines of TAP.
            sys.stdout.flush()
            out = os.dup(sys.stdout.fileno())
            return subprocess.call(["dbus-run-session", "--", "sh", "-c", 'out=$0; exec "$@" >&"$out"', str(out), sys.executable, *sys.argv],
                                   env=env, stdout=sys.stderr, pass_fds=[out])
    finally:
        server.terminate()
        server.wait()


if "JOBGUIDE_TEST_INNER" not in os.environ:
    sys.exit(start_display())

from a11y import application, screenshot  # noqa: E402

WORDS = gettext.translation("jobguide", os.path.join(BUILD, "po"), languages=["zh_CN"])
_ = WORDS.gettext


def place_window(app):
    """Without a window manager nobody places the window or gives it the keyboard."""
    window = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "jobguide"],
                            capture_output=True, text=True, check=True).stdout.split()[0]
    subprocess.check_call(["xdotool", "windowmove", window, "0", "0"])
    subprocess.check_call(["xdotool", "windowsize", window, "1100", "880"])
    subprocess.check_call(["xdotool", "windowfocus", window])
    app.window = window


@contextlib.contextmanager
def running(*arguments, windowed=True, before=None, **environment):
    """The program, with its window if it shows one at once; what it complains of is a failure.

    before() is called first; the other keywords are variables of its environment.
    """
    if before is not None:
        before()
    # Both stay, so that a test may look whether anything leaked into them.
    folder = os.path.join(os.environ["HOME"], "tmp")
    os.makedirs(folder, exist_ok=True)
    log = tempfile.NamedTemporaryFile("w+", encoding="utf8", dir=folder, suffix=".log", delete=False)
    process = subprocess.Popen([PROGRAM, *arguments], stdout=log, stderr=log, env=dict(os.environ, TMPDIR=folder, **environment))
    try:
        app = None
        if windowed:
            app = application("jobguide")
            place_window(app)
        yield app
    finally:
        process.terminate()
        process.wait(10)
        log.seek(0)
        complaints = [line for line in log if "CRITICAL" in line or "JobGuide-WARNING" in line]
        assert not complaints, complaints


def main(runs):
    """Runs (arguments of the program, tests) one after the other and speaks TAP; the exit status.

    A run may name keywords of running() in a third place.
    """
    number = 0
    failed = False
    wanted = sys.argv[1:]
    if wanted:
        runs = [(run[0], [test for test in run[1] if test.__name__ in wanted], *run[2:]) for run in runs]
        runs = [run for run in runs if run[1]]
    print("1..%d" % (sum(len(run[1]) for run in runs) + len(runs)))
    for arguments, tests, *options in runs:
        try:
            with running(*arguments, **(options[0] if options else {})) as app:
                for test in tests:
                    number += 1
                    try:
                        test(app)
                        print("ok %d - %s" % (number, test.__doc__), flush=True)
                    except Exception as error:
                        failed = True
                        with contextlib.suppress(Exception):
                            screenshot("failed-" + test.__name__)
                        print("not ok %d - %s" % (number, test.__doc__))
                        print("# %s" % str(error).replace("\n", "\n# "), flush=True)
            number += 1
            print("ok %d - no complaint in the log with %s" % (number, " ".join(arguments) or "-"))
        except AssertionError as error:
            failed = True
            number += 1
            print("not ok %d - no complaint in the log" % number)
            print("# %s" % error, flush=True)
    return 1 if failed else 0
