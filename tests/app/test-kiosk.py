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
import xml.etree.ElementTree

from window import SOURCE, WORDS, _

from a11y import act, every, find, key, labels, screenshot, states, type_keys, wait_for
from kiosk import (CTL, HOME, KIOSK, PASSPHRASE, check_names, choose, counters, enter, entered, files, first_button, fresh, go,
                   heading, main, passphrase_hash, session_pid, shows, title, touch, windows)

from gi.repository import Gio, GLib
import pyatspi

MARKER = "qzxmarkerwzq"
# What opens the inspector, loads code or changes the looks when the toolkit finds it.
LOUD = {"GTK_DEBUG": "interactive", "GTK_MODULES": "gail", "GTK_PATH": "/tmp", "GTK_THEME": "HighContrast", "GTK_IM_MODULE": "xim",
        "GIO_EXTRA_MODULES": "/tmp", "GTK_EXE_PREFIX": "/tmp", "GDK_SCALE": "3"}


def test_start(kiosk, app):
    """The first page has the notice board and names for everything."""
    assert "星期一闭馆。" in labels(app), labels(app)
    check_names(app, heading(app))
    for node in every(app, lambda n: n.getRoleName() == "push button"):
        area = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        assert area.height >= 56 and area.width >= 56, (node.name, area.width, area.height)
    screenshot("kiosk-start")


def test_faq(kiosk, app):
    """Common questions are a page of their own, in three sizes and in black and white, and there is a way back."""
    def height():
        return find(app, "label", _("Is anything kept about me?")).queryComponent().getExtents(pyatspi.WINDOW_COORDS).height

    def contrast():
        return "pressed" in states(first_button(app, _("Black and White")))

    go(app, _("Common Questions"))
    shows(app, _("Is anything kept about me?"))
    touch(app, _("Black and White"))
    wait_for(contrast, "black and white")
    sizes = [height()]
    for _i in range(2):
        touch(app, _("Text Size"))
        wait_for(lambda: height() > sizes[-1], "larger text than %s" % sizes)
        sizes.append(height())
        screenshot("kiosk-faq-contrast")
    touch(app, _("Text Size"))
    wait_for(lambda: height() == sizes[0], "the first size of the text again")
    touch(app, _("Black and White"))
    wait_for(lambda: not contrast(), "the colours again")
    go(app, _("Back"))
    title(app)


def test_find(kiosk, app):
    """An occupation is found by an everyday word, by letters on the pad and on a keyboard, by code and by class."""
    go(app, _("Find an Occupation"), "送外卖", "网约配送员")
    shown = labels(app)
    assert any(text.startswith("1. 通过移动智能终端接收") for text in shown), shown
    for text in (_("What one does"), _("How to learn it"), _("Have it confirmed at the counter."), "一楼3号窗口"):
        assert text in shown, (text, shown)
    screenshot("kiosk-card")
    go(app, _("First Page"), _("Find an Occupation"), "照顾老人", "健康照护师")
    shows(app, _("Similar occupations"))
    go(app, _("First Page"), _("Find an Occupation"), _("By letters"))
    enter(app, "wyx")
    touch(app, _("Take Back"))
    entered(app, "wy")
    enter(app, "p", "wy")
    screenshot("kiosk-letters")
    go(app, _("Look Up"), "网约配送员", _("Back"), _("Back"))
    touch(app, _("Clear"))
    entered(app, "")
    type_keys("hlwyxs")
    entered(app, "hlwyxs")
    key("Return")
    wait_for(lambda: heading(app) == _("Found for “%s”") % "hlwyxs", "what the keyboard found")
    go(app, "互联网营销师", _("First Page"), _("Find an Occupation"), _("By code"))
    enter(app, "4-")
    screenshot("kiosk-figures")
    type_keys("02-07-10")
    entered(app, "4-02-07-10")
    go(app, _("Look Up"), "网约配送员")
    go(app, _("First Page"), _("Find an Occupation"), _("By class"), "社会生产服务和生活服务人员", "网约配送员")
    shows(app, _("What one does"))


def test_ask(kiosk, app):
    """Touched answers lead to at most three occupations, each with the sentence of the notice that hit."""
    go(app, _("What can I do?"))
    choose(app, "送货、跑腿")
    go(app, _("Next Question"))
    choose(app, "老人")
    go(app, _("See the Result"))
    shown = labels(app)
    assert "健康照护师" in shown and "网约配送员" in shown, shown
    assert _("You said: %s") % "照顾老人" in shown, shown
    assert any(text.startswith("3. 照护老年人生活起居") for text in shown), shown
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
    choose(app, "农民工")
    go(app, _("Next Step"))
    # The cities are asked for by the same question.
    touch(app, "浙江省")
    wait_for(lambda: first_button(app, "浙江省杭州市"), "the cities")
    check_names(app, "the cities")
    screenshot("kiosk-cities")
    go(app, "浙江省杭州市")
    facts = {"migrant-worker": True}
    shows(app, "%s（%d）" % (_("May fit you"), likely(facts)))
    assert _("Have it confirmed at the counter.") in labels(app)
    screenshot("kiosk-money")
    question = labels(app)[labels(app).index(_("One more question")) + 1]
    with open(os.path.join(SOURCE, "data", "packs", "facts.json"), encoding="utf8") as file:
        asked = [fact["key"] for fact in json.load(file)["facts"] if fact["question"] == question and fact["type"] == "boolean"]
    if asked:
        touch(app, WORDS.pgettext("answer", "Yes"))
        facts[asked[0]] = True
        wait_for(lambda: question not in labels(app), "another question")
        shows(app, "%s（%d）" % (_("May fit you"), likely(facts)))
    measure = next(node.name for node in every(app, lambda n: n.getRoleName() == "push button") if "（全国）" in node.name
                   or "（浙江）" in node.name)
    go(app, measure)
    shows(app, _("The words of the text"))
    screenshot("kiosk-measure")


def test_take(kiosk, app):
    """What is taken along by telephone is read off the screen as the text that a screen reader is told."""
    go(app, _("Find an Occupation"), "送外卖", "网约配送员", _("Take Along by Telephone"))
    shows(app, _("It holds text only. Nothing goes online."))
    picture = os.path.join(os.environ["JOBGUIDE_SCREENSHOTS"], "kiosk-code.png")

    def read():
        screenshot("kiosk-code")
        return subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=False).stdout.strip()

    text = wait_for(read, "the code on the screen", 60)
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
    wait_for(lambda: _("The printer does not answer. Tell the staff.") in labels(app), "the words", 40)
    assert counters().get("prints", "0") == "0"
    assert len(windows()) == 1


def selections():
    """What the clipboard and the primary selection hold."""
    return [subprocess.run(["xclip", "-o", "-selection", name], capture_output=True, text=True, check=False).stdout
            for name in ("clipboard", "primary")]


def holds(pid):
    """Whether the marker is in the memory of a process, in any way that text is kept there; None when it cannot be looked into."""
    try:
        found = memory_of(pid)
    except PermissionError:
        return None
    return any(MARKER.encode(coding) in found for coding in ("utf-8", "utf-16-le", "utf-32-le"))


def test_marker(kiosk, app):
    """What was searched for is counted, and nowhere else: not in files, memory, selections, or in what a screen reader is told."""
    had = counters()
    go(app, _("Find an Occupation"), _("By letters"))
    entered(app, "")
    type_keys(MARKER)
    entered(app, MARKER)
    subprocess.check_call(["xdotool", "mousemove", "60", "220", "click", "--repeat", "3", "1", "mousedown", "1", "mousemove", "600", "300",
                           "mouseup", "1"])
    key("ctrl+a", "ctrl+c", "ctrl+Insert", "Return")
    shows(app, _("The catalogue does not have these words."))
    wait_for(lambda: counters().get("empty-searches") == str(int(had.get("empty-searches", 0)) + 1), "the counters")
    assert selections() == ["", ""], selections()
    # What this looks for can be found: it is there now. And what another program leaves in the selections goes too.
    assert holds(app.pid) in (True, None)
    assert any(MARKER in node.name for node in every(app, lambda n: True))
    for name in ("clipboard", "primary"):
        subprocess.run(["xclip", "-i", "-selection", name], input=MARKER, text=True, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    assert selections() == [MARKER, MARKER], selections()
    old = app.pid
    touch(app, _("Finish"))
    app = fresh(kiosk, old)
    title(app)
    assert selections() == ["", ""], selections()
    assert not os.path.exists("/proc/%d" % old)
    for name in files():
        with contextlib.suppress(FileNotFoundError), open(name, "rb") as file:
            assert MARKER.encode() not in file.read(), name
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None:
            assert all(MARKER not in node.name for node in every(program, lambda n: True))
    for pid in (kiosk.pid, app.pid):
        # Who may look into a process at all finds nothing there either.
        assert not holds(pid), pid


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


def owned_names(pids):
    """The names that the processes have on the session bus, and a way to ask there."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)

    def ask(name, path, interface, method, arguments, kind):
        return bus.call_sync(name, path, interface, method, arguments, GLib.VariantType(kind), 0, 20000, None).unpack()[0]

    mine = set()
    for name in ask("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames", None, "(as)"):
        with contextlib.suppress(GLib.Error):  # who has gone in the meantime
            if ask("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                   GLib.Variant("(s)", (name,)), "(u)") in pids:
                mine.add(name)
    return mine, ask


WAYS_OUT = ("ctrl+shift+d", "ctrl+shift+i", "F12", "alt+F4", "ctrl+q", "ctrl+w", "ctrl+F4", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+s",
            "ctrl+f", "F10", "Menu", "shift+F10", "Escape", "alt+space", "alt+Tab", "alt+F2", "ctrl+alt+F2", "ctrl+alt+Delete",
            "ctrl+alt+BackSpace", "super", "ctrl+c", "ctrl+v", "ctrl+period", "ctrl+semicolon", "ctrl+shift+e", "ctrl+question",
            "Print", "F1", "F11", "ctrl+plus", "alt+Left", "shift+Insert", "Multi_key")


def test_no_way_out(kiosk, app):
    """Keys that open the inspector, a menu or the emoji, that close or quit, and the menu of the mouse do nothing."""
    go(app, _("Find an Occupation"), _("By letters"))
    entered(app, "")
    before = labels(app)
    key(*WAYS_OUT)
    for x, y in ((60, 120), (60, 220), (60, 320), (400, 500)):
        subprocess.check_call(["xdotool", "mousemove", str(x), str(y), "click", "3", "click", "2"])
    act(app.getChildAtIndex(0), "window.close")
    # Keys come one after the other: when these have, those before have done what they do.
    type_keys("abc")
    entered(app, "abc")
    assert [text for text in labels(app) if text not in before] == [_("What you entered") + " abc"], labels(app)
    # Hexadecimal figures do not make a letter.
    key("ctrl+shift+u", "6", "1")
    type_keys("d")
    entered(app, "abcd")
    assert len(windows()) == 1 and app.childCount == 1
    assert not every(app, lambda n: n.getRoleName() in ("popup menu", "menu", "dialog", "alert", "tool tip", "text", "entry", "link"))
    assert session_pid(kiosk) == app.pid


def interfaces(ask, name, path="/"):
    """What a program offers on the session bus, at a path and below."""
    with contextlib.suppress(GLib.Error):
        node = xml.etree.ElementTree.fromstring(ask(name, path, "org.freedesktop.DBus.Introspectable", "Introspect", None, "(s)"))
        for child in node:
            if child.tag == "interface":
                yield child.get("name")
            elif child.get("name"):
                yield from interfaces(ask, name, path.rstrip("/") + "/" + child.get("name"))


def test_bus(kiosk, app):
    """Nothing is offered on the session bus: no name, no object, no action, no quitting."""
    mine, ask = owned_names((app.pid, kiosk.pid))
    assert all(name.startswith(":") for name in mine), mine
    for name in mine:
        offered = {interface for interface in interfaces(ask, name) if not interface.startswith("org.freedesktop.DBus")}
        assert not offered, offered
        for path in ("/", "/com/example/JobGuide", "/com/example/JobGuide/window/1", "/org/gtk/Actions"):
            for interface, method, arguments in [
                    ("org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", ("quit", [], {}))),
                    ("org.gtk.Actions", "List", None),
                    ("org.freedesktop.Application", "ActivateAction", GLib.Variant("(sava{sv})", ("quit", [], {}))),
                    ("org.freedesktop.Application", "Open", GLib.Variant("(asa{sv})", (["file:///"], {})))]:
                try:
                    ask(name, path, interface, method, arguments, "*")
                except GLib.Error:
                    continue
                raise AssertionError("%s answers %s at %s" % (name, method, path))
    title(app)
    assert session_pid(kiosk) == app.pid


def test_environment(kiosk, app):
    """What the environment asks of the toolkit does not reach the session: no inspector, no module, no look of somebody’s own."""
    assert len(windows()) == 1 and app.childCount == 1, windows()
    with open("/proc/%d/environ" % app.pid, "rb") as file:
        entries = file.read().decode().split("\0")
    assert not [name for name, value in LOUD.items() if "%s=%s" % (name, value) in entries], entries


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
    go(app, _("Common Questions"))
    folder = os.readlink("/proc/%d/cwd" % app.pid)
    before = set(os.listdir(folder))
    os.kill(app.pid, signal.SIGSEGV)
    title(fresh(kiosk, app.pid))
    assert not [name for name in set(os.listdir(folder)) - before if name.startswith("core")]


def test_finish(kiosk, app):
    """“Finish” gives the next person a fresh process."""
    go(app, _("Common Questions"))
    touch(app, _("Finish"))
    title(fresh(kiosk, app.pid))


def try_wrongly(app):
    """One wrong passphrase, on a page of its own, so that its refusal is not taken for that of another."""
    go(app, _("Staff"))
    shows(app, _("Enter the passphrase that ends the kiosk."))
    touch(app, "B")
    entered(app, "●", _("Passphrase"))
    touch(app, _("End the Kiosk"))
    find(app, "label", starts="口令不对")
    go(app, _("First Page"))


def test_leave(kiosk, app):
    """The passphrase ends the kiosk; a wrong one does not, and it cannot be tried quickly, not even afresh."""
    try_wrongly(app)
    assert kiosk.poll() is None
    go(app, _("Staff"))
    entered(app, "", _("Passphrase"))
    type_keys(PASSPHRASE)
    entered(app, "●" * len(PASSPHRASE), _("Passphrase"))
    screenshot("kiosk-leave")
    touch(app, _("End the Kiosk"))
    wait_for(lambda: kiosk.poll() is not None, "the end of the kiosk")
    assert kiosk.returncode == 0
    wait_for(lambda: not os.path.exists("/proc/%d" % app.pid), "the end of the session")


def test_slow(kiosk, app):
    """Three wrong passphrases close the lock for a while, across sessions."""
    try_wrongly(app)
    try_wrongly(app)
    touch(app, _("Finish"))
    app = fresh(kiosk, app.pid)
    try_wrongly(app)
    go(app, _("Staff"))
    entered(app, "", _("Passphrase"))
    type_keys(PASSPHRASE)
    entered(app, "●" * len(PASSPHRASE), _("Passphrase"))
    touch(app, _("End the Kiosk"))
    wait_for(lambda: any("秒后再试" in text for text in labels(app)), "the wait")
    assert kiosk.poll() is None


def test_idle(kiosk, app):
    """When nobody is there it asks, counts down, and starts afresh."""
    go(app, _("Common Questions"))
    key("Shift_L")
    find(app, "label", _("Are you still there?"))
    check_names(app, "the countdown")
    touch(app, _("Go On"))
    wait_for(lambda: _("Are you still there?") not in labels(app), "the page again")
    shows(app, _("Is anything kept about me?"))
    find(app, "label", _("Are you still there?"))
    screenshot("kiosk-countdown")
    title(fresh(kiosk, app.pid))


def runs():
    # What the accessibility bus touches is not taken for somebody who is there.
    common = {"notice": "星期一闭馆。", "office": "一楼3号窗口", "hours": "9:00—17:00", "passphrase": passphrase_hash(),
              "idle_seconds": 3600}
    yield common, [test_start, test_faq, test_find, test_ask, test_money, test_take, test_no_way_out, test_bus, test_process,
                   test_crash, test_finish, test_leave]
    yield dict(common, printer="nowhere", max_prints=0), [test_limit, test_marker, test_slow]
    # Long enough for a busy machine to find the button while it counts down.
    yield dict(common, idle_seconds=2, countdown_seconds=7), [test_idle]
    yield dict(common, printer="nowhere"), [test_environment, test_print], LOUD


if __name__ == "__main__":
    sys.exit(main(list(runs())))
