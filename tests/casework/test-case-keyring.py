# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs test-case-keyring without a session bus, and in a session with an open keyring of its own."""

import os
import re
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
IN_SESSION = """
printf %s open-for-the-test | gnome-keyring-daemon --unlock --components=secrets > /dev/null || exit 1
exec "$0" -k --tap > "$HOME/tap"
"""


def run(command, environment):
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8", errors="replace", check=False, timeout=80)
    return done.returncode, done.stdout


def run_in_session(environment):
    """The program's own words go to a file: the bus starts a keyring that writes half a line among them."""
    status, text = run(["dbus-run-session", "--", "sh", "-c", IN_SESSION, PROGRAM], environment)
    try:
        with open(f"{environment['HOME']}/tap", encoding="utf-8") as tap:
            return status, tap.read() + text
    except FileNotFoundError:
        return status, text


with tempfile.TemporaryDirectory() as home:
    os.chmod(home, 0o700)
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    environment.update(HOME=home, XDG_RUNTIME_DIR=home, XDG_DATA_HOME=f"{home}/data", XDG_CONFIG_HOME=f"{home}/config")
    runs = [("absent", run([PROGRAM, "-k", "--tap"], environment)),
            ("present", run_in_session(environment))]

print("TAP version 13")
for number, (name, (status, text)) in enumerate(runs, 1):
    passed = status == 0 and re.search(rf"^ok 1 /case-keyring/{name}$", text, re.M)
    print(f"{'ok' if passed else 'not ok'} {number} - {name}")
    if not passed:
        print("".join(f"# {line}\n" for line in text.splitlines()[-20:]), end="")
print(f"1..{len(runs)}")
