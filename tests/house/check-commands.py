# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two commands and what they rest on: the list of packages, the count of tests, the formatter."""

import json
import os
import pathlib
import re
import shutil
import tempfile

from house import SOURCE, Tap, run

AUX = SOURCE / "build-aux"


def formatting():
    status, text = run(AUX / "check-format")
    return text.splitlines() if status != 0 else []


def formatting_fails_on_a_difference():
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        for name in ("build-aux", "src", "tests"):
            (top / name).mkdir()
        shutil.copy(AUX / "check-format", top / "build-aux")
        shutil.copy(SOURCE / ".clang-format", top)
        (top / "src/a.c").write_text("int main(void) { return 0; }\n")
        return [] if run(top / "build-aux/check-format")[0] != 0 else ["an unformatted file passed"]


def packages():
    problems, names, section = [], [], ""
    for line in (AUX / "packages").read_text(encoding="utf-8").splitlines():
        section = line if line.startswith("[") else section
        # What only --long installs need not be there.
        if line and not line.startswith(("#", "[")) and section != "[long]":
            name, _, purpose = line.partition(" ")
            names.append(name)
            if not purpose.strip():
                problems.append(f"{name}: what is it for?")
    problems += [f"{name} is listed twice" for name in sorted(set(names)) if names.count(name) > 1]
    if shutil.which("dpkg-query"):
        status, text = run("dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names)
        problems += [line for line in text.splitlines() if not line.endswith(" installed")] if status != 0 else []
    if "fonts-noto-cjk" not in names:
        problems.append("fonts-noto-cjk is not declared")
    return problems


def missing_packages_are_named():
    """A package that does not exist: the run leaves, and says which one and what it was for."""
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        shutil.copytree(AUX, top / "build-aux")
        (top / "build-aux/packages").write_text("[build]\njobguide-no-such-package  tells the weather\n[run]\n")
        # Stand-ins, so that nothing is downloaded: apt knows nothing, and there is no sudo to be asked.
        stand_ins = top / "bin"
        stand_ins.mkdir()
        for name in ("apt-get", "apt-cache"):
            (stand_ins / name).write_text(f"#!/bin/sh\necho {name} \"$@\" >> '{top}/called'\nexit 100\n")
            (stand_ins / name).chmod(0o755)
        (stand_ins / "sudo").write_text(f"#!/bin/sh\necho sudo \"$@\" >> '{top}/called'\nexit 1\n")
        (stand_ins / "sudo").chmod(0o755)
        environment = dict(os.environ, PATH=f"{stand_ins}:{os.environ['PATH']}")
        environment.pop("CI", None)
        status, text = run(top / "build-aux/run", env=environment)
        if status == 0:
            return ["it went on as if nothing were missing"]
        wanted = ["jobguide-no-such-package"]
        wanted.append("tells the weather" if os.geteuid() == 0 else "sudo apt-get install")
        return [f"not said: {words}" for words in wanted if words not in text] and [text]


def counting():
    """The last line of the test command, for runs that pass, fail, crash and skip."""
    def entry(name, result, stdout):
        return json.dumps({"name": name, "result": result, "stdout": stdout})

    cases = [
        ("passes", [entry("a", "OK", "TAP version 13\nok 1 /x\nok 2 - y\n1..2\n"), entry("b", "OK", "done")], "3 passed, 0 failed, 0 skipped", 0),
        ("fails", [entry("a", "FAIL", "ok 1 /x\nnot ok 2 /y\n1..2\n")], "1 passed, 1 failed, 0 skipped", 1),
        ("crashes after passing", [entry("a", "ERROR", "ok 1 /x\n")], "1 passed, 1 failed, 0 skipped", 1),
        ("times out", [entry("a", "TIMEOUT", "")], "0 passed, 1 failed, 0 skipped", 1),
        ("skips without leave", [entry("a", "OK", "ok 1 /x # SKIP no reason\n")], "0 passed, 1 failed, 0 skipped", 1),
        ("skips with leave", [entry("jobguide:suite / allowed", "OK", "ok 1 /x # SKIP no reason\n")], "0 passed, 0 failed, 1 skipped", 0),
        ("one of two runs is empty", [], "0 passed, 1 failed, 0 skipped", 1),
    ]
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        shutil.copy(AUX / "count-tests", top)
        (top / "allowed-skips").write_text("# why\nallowed/x  because\n")
        logs = top / "build/meson-logs"
        logs.mkdir(parents=True)
        for name, lines, last, wanted in cases:
            (logs / "testlog.json").write_text("".join(line + "\n" for line in lines))
            status, text = run(top / "count-tests", top / "build")
            if text.splitlines()[-1] != last or status != wanted:
                problems.append(f"{name}: {text!r} with status {status}")
    return problems


def one_command_for_ci():
    words = [line for line in (SOURCE / ".ci/run").read_text().splitlines() if line and not line.startswith("#")]
    if len(words) == 1 and re.fullmatch(r'exec .*/build-aux/test"?', words[0]) and os.access(SOURCE / ".ci/run", os.X_OK):
        return []
    return words


with Tap() as tap:
    tap.check("the C files are formatted", formatting())
    tap.check("a file that is not formatted is found", formatting_fails_on_a_difference())
    tap.check("every package has its purpose and is known", packages())
    tap.check("a package that cannot be installed is named", missing_packages_are_named())
    tap.check("the last line counts passes, failures and skips", counting())
    tap.check("continuous integration runs the same command", one_command_for_ci())
