#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk: what a person alone with it sees, that nothing stays of them, and that there is no way out."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from window import BUILD, PROGRAM, SOURCE, WORDS, _

from a11y import act, every, find, key, labels, lint, screenshot, states, type_keys, wait_for

from gi.repository import Gio, GLib
import pyatspi

HOME = os.environ["HOME"]
KIOSK = os.path.join(BUILD, "src", "app", "jobguide-kiosk")
CTL = os.path.join(BUILD, "src", "ctl", "jobguidectl")
COUNTERS = os.path.join(HOME, ".local", "state", "jobguide", "kiosk-counters")
PASSPHRASE = "kaiguan2026"
NAME = "jobguide-kiosk"
MARKER = "qzxmarkerwzq"


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


def fresh(kiosk, other_than=None):
    """The kiosk's window, of a process other than one."""
    def probe():
        pid = session_pid(kiosk)
        if pid is None or pid == other_than:
            return None
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name == NAME and app.get_process_id() == pid and app.childCount:
                return app
        return None

    app = wait_for(probe, "a fresh kiosk", 30)
    app.pid = session_pid(kiosk)
    app.window = wait_for(lambda: windows(), "its window", 10)[0]
    subprocess.check_call(["xdotool", "windowfocus", app.window])
    return app


def windows():
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "jobguide"], capture_output=True, text=True,
                          check=False).stdout.split()


def files():
    """All files of the user but those of the buses."""
    found = set()
    for folder, folders, names in os.walk(HOME):
        folders[:] = [name for name in folders if name not in ("at-spi", "dbus-1", "dconf", "keyring")]
        found.update(os.path.join(folder, name) for name in names)
    return found


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
        process.wait(10)
        log.seek(0)
        complaints = [line for line in log if "CRITICAL" in line or "WARNING" in line]
        assert not complaints, complaints


def button(app, name):
    return find(app, "push button", name)


def touch(app, name):
    act(button(app, name))


def shows(app, text):
    """The page on top has a label with this text; the others are not in the tree."""
    wait_for(lambda: text in labels(app), text)


def title(app):
    shows(app, _("What are you looking for?"))


def test_start(kiosk, app):
    """The first page has the notice board and names for everything."""
    title(app)
    assert "星期一闭馆。" in labels(app), labels(app)
    assert not lint(app), lint(app)
    for node in every(app, lambda n: n.getRoleName() == "push button"):
        area = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        assert area.height >= 56 and area.width >= 56, (node.name, area.width, area.height)
    screenshot("kiosk-start")


def test_faq(kiosk, app):
    """Common questions are a page of their own, and there is a way back."""
    act(find(app, "push button", starts=_("Common Questions")))
    shows(app, _("Is anything kept about me?"))
    touch(app, _("Black and White"))
    touch(app, _("Text Size"))
    screenshot("kiosk-faq-contrast")
    touch(app, _("Back"))
    title(app)
    touch(app, _("Text Size"))
    touch(app, _("Text Size"))
    touch(app, _("Black and White"))


def go(app, *names):
    """Touches one button after the other, each named by its beginning, and waits for the page it leads to."""
    for name in names:
        before = heading(app)
        act(wait_for(lambda: first_button(app, name), name))
        if len(name) > 1 and name not in (_("Take Back"), _("Clear"), _("Finish")):
            wait_for(lambda: heading(app) != before, "the page after " + name)


def heading(app):
    """The title of the page: the first label below the bar."""
    found = labels(app)
    return found[5] if len(found) > 5 else None


def first_button(root, start):
    """The first button whose name begins so; a walk that ends there is much the faster."""
    for i in range(root.childCount):
        child = root.getChildAtIndex(i)
        if child is None:
            continue
        if child.getRoleName() == "push button":
            if child.name.startswith(start):
                return child
            continue
        found = first_button(child, start)
        if found is not None:
            return found
    return None


def go_home(app):
    home = button(app, _("First Page"))
    if "sensitive" in states(home):
        act(home)
    title(app)


def counters():
    with contextlib.suppress(FileNotFoundError):
        with open(COUNTERS, encoding="ascii") as file:
            return dict(line.split() for line in file)
    return {}


def test_find(kiosk, app):
    """An occupation is found by an everyday word, by letters on the pad and on a keyboard, by code and by class."""
    go(app, _("Find an Occupation"), "送外卖", "网约配送员")
    shows(app, _("What one does"))
    shown = labels(app)
    assert any(text.startswith("1. 通过移动智能终端接收") for text in shown), shown
    for text in (_("How to learn it"), _("Have it confirmed at the counter."), "一楼3号窗口"):
        assert text in shown, (text, shown)
    assert not lint(app), lint(app)
    screenshot("kiosk-card")
    go(app, _("First Page"), _("Find an Occupation"), "照顾老人", "健康照护师")
    shows(app, _("Similar occupations"))
    go(app, _("First Page"), _("Find an Occupation"), _("By letters"), "W", "Y", "X", _("Take Back"), "P")
    screenshot("kiosk-letters")
    go(app, _("Look Up"), "网约配送员", _("Back"), _("Back"), _("Clear"))
    find(app, "label", _("What you entered"))
    type_keys("hlwyxs")
    find(app, "label", _("What you entered") + " hlwyxs")
    key("Return")
    go(app, "互联网营销师", _("First Page"), _("Find an Occupation"), _("By code"), "4", "-")
    find(app, "label", _("What you entered") + " 4-")
    screenshot("kiosk-figures")
    type_keys("02-07-10")
    find(app, "label", _("What you entered") + " 4-02-07-10")
    go(app, _("Look Up"), "网约配送员")
    go(app, _("First Page"), _("Find an Occupation"), _("By class"), "社会生产服务和生活服务人员", "网约配送员")
    shows(app, _("What one does"))
    go(app, _("First Page"))


def test_ask(kiosk, app):
    """Touched answers lead to at most three occupations, each with the sentence of the notice that hit."""
    go(app, _("What can I do?"))
    touch(app, "送货、跑腿")
    go(app, _("Next Question"))
    touch(app, "老人")
    wait_for(lambda: "✓ 老人" in labels(app), "the mark")
    go(app, _("See the Result"))
    shown = labels(app)
    assert "健康照护师" in shown and "网约配送员" in shown, shown
    assert _("You said: %s") % "照顾老人" in shown, shown
    assert any(text.startswith("3. 照护老年人生活起居") for text in shown), shown
    assert not lint(app), lint(app)
    screenshot("kiosk-ask")


def likely(facts):
    """How many measures for a person the command line finds likely."""
    path = os.path.join(HOME, "profile.json")
    with open(path, "w", encoding="utf8") as file:
        json.dump({"schema": "jobguide-profile/1", "age": 21, "places": {"residence": "330100"}, "facts": facts}, file)
    out = subprocess.run([CTL, "--json", "measures", path], capture_output=True, text=True, check=True).stdout
    os.unlink(path)
    return sum(measure["offer"] == "likely" and "individual" in measure["beneficiary"] for measure in json.loads(out)["measures"])


def test_money(kiosk, app):
    """Age, group and city lead to the verdicts of the engine; the next question is asked, and its answer counts."""
    go(app, _("What support is there?"), _("%d to %d years") % (21, 60))
    touch(app, "农民工")
    wait_for(lambda: "✓ 农民工" in labels(app), "the mark")
    go(app, _("Next Step"))
    # The cities are asked for by the same question.
    act(button(app, "浙江省"))
    find(app, "push button", "浙江省杭州市")
    screenshot("kiosk-cities")
    act(button(app, "浙江省杭州市"))
    facts = {"migrant-worker": True}
    shows(app, "%s（%d）" % (_("May fit you"), likely(facts)))
    assert _("Have it confirmed at the counter.") in labels(app)
    assert not lint(app), lint(app)
    screenshot("kiosk-money")
    question = labels(app)[labels(app).index(_("One more question")) + 1]
    with open(os.path.join(SOURCE, "data", "packs", "facts.json"), encoding="utf8") as file:
        asked = [fact["key"] for fact in json.load(file)["facts"] if fact["question"] == question and fact["type"] == "boolean"]
    if asked:
        touch(app, WORDS.pgettext("answer", "Yes"))
        facts[asked[0]] = True
        shows(app, "%s（%d）" % (_("May fit you"), likely(facts)))
    measure = next(node for node in every(app, lambda n: n.getRoleName() == "push button") if "（全国）" in node.name
                   or "（浙江）" in node.name)
    act(measure)
    shows(app, _("The words of the text"))
    assert not lint(app), lint(app)
    screenshot("kiosk-measure")


def test_take(kiosk, app):
    """What is taken along by telephone is read off the screen as the text that a screen reader is told."""
    go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Take Along by Telephone"))
    shows(app, _("It holds text only. Nothing goes online."))
    screenshot("kiosk-code")
    picture = os.path.join(os.environ["JOBGUIDE_SCREENSHOTS"], "kiosk-code.png")

    def read():
        screenshot("kiosk-code")
        return subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=False).stdout.strip()

    text = wait_for(read, "the code on the screen")
    assert text.startswith("网约配送员\n4-02-07-10") and text.endswith("请到窗口核实。"), text
    assert any(node.name == text for node in every(app, lambda n: n.name.startswith("网约配送员\n")))
    go(app, _("Back"), _("Print a Page"))
    shows(app, _("This machine has no printer. Use the code."))
    assert "prints" not in counters() or counters()["prints"] == "0"


def test_limit(kiosk, app):
    """After so many prints there are no more, in words and without a dialog."""
    go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Print a Page"))
    shows(app, _("You have printed as much as one person may."))
    assert len(windows()) == 1


def test_print(kiosk, app):
    """That a printer is not there is told in words, and it is not counted as a print."""
    go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Print a Page"))
    wait_for(lambda: any(text in (_("The printer does not answer. Tell the staff."), _("It cannot be printed. Tell the staff."))
                         for text in labels(app)), "the words", 20)
    assert counters().get("prints", "0") == "0"
    assert len(windows()) == 1


def test_marker(kiosk, app):
    """What was searched for is counted, and nowhere else: not in files, in memory, or in what a screen reader is told."""
    had = counters()
    go(app, _("Find an Occupation"), _("By letters"))
    find(app, "label", _("What you entered"))
    type_keys(MARKER)
    find(app, "label", _("What you entered") + " " + MARKER)
    key("ctrl+a", "ctrl+c", "Return")
    shows(app, _("The catalogue does not have these words."))
    wait_for(lambda: counters().get("empty-searches") == str(int(had.get("empty-searches", 0)) + 1), "the counters")
    go(app, _("Finish"))
    app = fresh(kiosk, app.pid)
    title(app)
    for name in files():
        with open(name, "rb") as file:
            assert MARKER.encode() not in file.read(), name
    for node in every(app, lambda n: True):
        assert MARKER not in node.name
    for pid in (kiosk.pid, app.pid):
        with contextlib.suppress(PermissionError):  # who may look into a process at all finds nothing there either
            assert MARKER.encode() not in memory_of(pid)


def memory_of(pid):
    """All memory that the process may write."""
    found = []
    with open("/proc/%d/maps" % pid, encoding="ascii", errors="replace") as maps, open("/proc/%d/mem" % pid, "rb", 0) as mem:
        for line in maps:
            first, last = (int(part, 16) for part in line.split()[0].split("-"))
            if line.split()[1].startswith("rw") and "[v" not in line:
                with contextlib.suppress(OSError, ValueError):
                    mem.seek(first)
                    found.append(mem.read(last - first))
    return b"".join(found)


def test_no_way_out(kiosk, app):
    """Keys that open the inspector, close or quit do nothing; nothing is offered on the session bus."""
    frame = app.getChildAtIndex(0)
    for name in ("ctrl+shift+d", "ctrl+shift+i", "alt+F4", "ctrl+q", "ctrl+w", "ctrl+n", "F10", "Menu", "shift+F10", "Escape",
                 "ctrl+alt+F2", "super", "ctrl+c", "ctrl+v", "Print", "F1", "F11"):
        key(name)
    act(frame, "window.close")
    act(find(app, "push button", starts=_("Common Questions")))
    shows(app, _("Is anything kept about me?"))
    touch(app, _("First Page"))
    assert len(windows()) == 1 and app.childCount == 1
    assert session_pid(kiosk) == app.pid

    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)

    def ask(name, path, interface, method, arguments, kind):
        return bus.call_sync(name, path, interface, method, arguments, GLib.VariantType(kind), 0, 2000, None).unpack()[0]

    mine = set()
    for name in ask("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames", None, "(as)"):
        pid = ask("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                  GLib.Variant("(s)", (name,)), "(u)")
        if pid in (app.pid, kiosk.pid):
            mine.add(name)
    assert all(name.startswith(":") for name in mine), mine
    for name in mine:
        for path in ("/", "/com/example/JobGuide", "/com/example/JobGuide/window/1", "/org/gtk/Actions"):
            with contextlib.suppress(GLib.Error):
                text = ask(name, path, "org.freedesktop.DBus.Introspectable", "Introspect", None, "(s)")
                assert "org.gtk.Actions" not in text and "org.freedesktop.Application" not in text, text


def test_process(kiosk, app):
    """Neither process dumps core, and neither can reach the cases."""
    for pid in (kiosk.pid, app.pid):
        with open("/proc/%d/limits" % pid, encoding="ascii") as file:
            assert re.search(r"^Max core file size +0 +0 ", file.read(), re.M), pid
    symbols = subprocess.run(["nm", KIOSK], capture_output=True, text=True, check=True).stdout
    assert "jg_kiosk_supervise" in symbols
    assert not re.search(r"\bjg_case_", symbols)


def test_crash(kiosk, app):
    """Who falls comes back at the first page."""
    act(find(app, "push button", starts=_("Common Questions")))
    shows(app, _("Is anything kept about me?"))
    os.kill(app.pid, signal.SIGSEGV)
    title(fresh(kiosk, app.pid))


def test_finish(kiosk, app):
    """“Finish” gives the next person a fresh process."""
    act(find(app, "push button", starts=_("Common Questions")))
    touch(app, _("Finish"))
    title(fresh(kiosk, app.pid))


def test_leave(kiosk, app):
    """The passphrase ends the kiosk; a wrong one does not, and it cannot be tried quickly, not even afresh."""
    touch(app, _("Staff"))
    find(app, "label", _("Enter the passphrase that ends the kiosk."))
    touch(app, "A")
    touch(app, _("End the Kiosk"))
    find(app, "label", _("That is not the passphrase."))
    type_keys(PASSPHRASE)
    find(app, "label", starts=_("Passphrase") + " " + "●" * len(PASSPHRASE))
    screenshot("kiosk-leave")
    touch(app, _("End the Kiosk"))
    wait_for(lambda: kiosk.poll() is not None, "the end of the kiosk")
    assert kiosk.returncode == 0
    wait_for(lambda: not os.path.exists("/proc/%d" % app.pid), "the end of the session")


def test_slow(kiosk, app):
    """Three wrong passphrases close the lock for a while, across sessions."""
    for tries in (2, 1):
        touch(app, _("Staff"))
        for _i in range(tries):
            touch(app, "B")
            touch(app, _("End the Kiosk"))
            find(app, "label", starts="口令不对")
        touch(app, _("Finish"))
        app = fresh(kiosk, app.pid)
    touch(app, _("Staff"))
    find(app, "label", _("Enter the passphrase that ends the kiosk."))
    type_keys(PASSPHRASE)
    touch(app, _("End the Kiosk"))
    wait_for(lambda: any("秒后再试" in text for text in labels(app)), "the wait")
    assert kiosk.poll() is None


def test_idle(kiosk, app):
    """When nobody is there it asks, counts down, and starts afresh."""
    act(find(app, "push button", starts=_("Common Questions")))
    key("Shift_L")
    find(app, "label", _("Are you still there?"))
    screenshot("kiosk-countdown")
    touch(app, _("Go On"))
    wait_for(lambda: _("Are you still there?") not in labels(app), "the page again")
    shows(app, _("Is anything kept about me?"))
    title(fresh(kiosk, app.pid))


def main():
    common = {"notice": "星期一闭馆。", "office": "一楼3号窗口", "hours": "9:00—17:00", "passphrase": passphrase_hash()}
    runs = [
        (common, [test_start, test_faq, test_find, test_ask, test_money, test_take, test_no_way_out, test_process, test_crash, test_finish, test_leave]),
        (common, [test_marker, test_slow]),
        (dict(common, idle_seconds=2, countdown_seconds=2, printer="nowhere", max_prints=0), [test_limit, test_idle]),
    ]
    if "JOBGUIDE_TEST_LONG" in os.environ:
        runs.append((dict(common, printer="nowhere"), [test_print]))
    wanted = sys.argv[1:]
    if wanted:
        runs = [(keys, [test for test in tests if test.__name__ in wanted]) for keys, tests in runs]
        runs = [run for run in runs if run[1]]
    number, failed = 0, False
    print("1..%d" % sum(len(tests) + 1 for _keys, tests in runs))
    for keys, tests in runs:
        configure(**keys)
        before = files()
        trouble = None
        try:
            with kiosk_running() as kiosk:
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
                        print("# %s" % str(error).replace("\n", "\n# "))
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


if __name__ == "__main__":
    sys.exit(main())
