# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Follows docs/add-a-measure.md: writes its files, runs its commands, and looks for the output it shows.

A fenced block says what it is: “json NAME” is a file, “sh” is run and must succeed, “sh fails” must exit with 1,
and every line of a “text” block must be in the output of the command before it.
"""

import os
import pathlib
import re
import subprocess
import tempfile

from house import BUILD, SOURCE, Tap

PAGE = SOURCE / "docs/add-a-measure.md"
BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.M | re.S)


def follow(kind, note, text, folder, last_output):
    """Does one block; returns (problems, what the command printed)."""
    if kind == "json":
        (folder / note).write_text(text, encoding="utf-8")
        return [], last_output
    if kind == "text":
        missing = [f"not printed: {line}" for line in text.splitlines() if line not in last_output]
        return missing + last_output.splitlines()[:20] if missing else [], last_output
    environment = dict(os.environ, PATH=f"{BUILD}/src/ctl:/usr/bin:/bin", LC_ALL="C.UTF-8")
    done = subprocess.run(["bash", "-euc", text], cwd=folder, env=environment, stdin=subprocess.DEVNULL, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    wanted = 1 if note == "fails" else 0
    problems = [f"exit status {done.returncode}", *done.stdout.splitlines()[:20]] if done.returncode != wanted else []
    return problems, done.stdout


with Tap() as tap, tempfile.TemporaryDirectory() as scratch:
    top = pathlib.Path(scratch)
    (top / "data").symlink_to(SOURCE / "data")
    output = ""
    for number, match in enumerate(BLOCK.finditer(PAGE.read_text(encoding="utf-8")), 1):
        trouble, output = follow(*match.groups(), top, output)
        tap.check(f"block {number}: {' '.join(part for part in match.groups()[:2] if part)}", trouble)
    tap.check("the page has its blocks", [] if tap.count >= 10 else [f"only {tap.count}"])
