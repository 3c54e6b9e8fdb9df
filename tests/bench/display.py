# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks of the window share: a display and a session of their own, and rows for the floor programs."""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def server(program, *options):
    """Runs a program that writes its address to the file descriptor given last; yields the address."""
    reader, writer = os.pipe()
    process = subprocess.Popen([program, *options[:-1], options[-1].format(writer)], pass_fds=[writer],
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as stream:
            yield stream.readline().strip()
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def session():
    """A display, a session bus, a home and an empty set of preferences of our own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, \
            server("Xvfb", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset", "-displayfd", "{}") as display, \
            server("dbus-daemon", "--session", "--nofork", "--print-address={}") as bus:
        os.chmod(home, 0o700)
        # A blinking cursor and fading scroll bars would count as a window that is not finished.
        folder = pathlib.Path(home, ".config/gtk-4.0")
        folder.mkdir(parents=True)
        (folder / "settings.ini").write_text("[Settings]\ngtk-cursor-blink=0\ngtk-overlay-scrolling=0\n")
        environment = {key: value for key, value in os.environ.items() if key in ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS")}
        environment.update(HOME=home, XDG_RUNTIME_DIR=home, XDG_CONFIG_HOME=f"{home}/.config", DISPLAY=f":{display}",
                           DBUS_SESSION_BUS_ADDRESS=bus, GDK_BACKEND="x11", GSK_RENDERER="cairo", LIBGL_ALWAYS_SOFTWARE="1",
                           GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0", LANG="C.UTF-8", LANGUAGE="zh_CN")
        yield environment


def write_rows(path):
    """The 28 occupations that are printed in full: name, code, definition."""
    rows = []
    for pack in sorted((SOURCE / "data/packs").glob("*.json")):
        for entry in json.loads(pack.read_text(encoding="utf-8")).get("occupations", []):
            if entry.get("definition"):
                rows.append("\t".join((entry["name"], entry["code"], entry["definition"].replace("\n", ""))))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return len(rows)
