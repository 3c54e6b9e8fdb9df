# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house's checks share: where the trees are, which files are ours, and TAP."""

import os
import pathlib
import subprocess

SOURCE = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"])
BUILD = pathlib.Path(os.environ["JOBGUIDE_BUILD_ROOT"])
LONG = bool(os.environ.get("JOBGUIDE_TEST_LONG"))


def our_files(*suffixes, below="."):
    """The files of the source tree with one of the suffixes, without build folders, hidden ones and the bytes of a corpus."""
    found = []
    for folder, folders, names in os.walk(SOURCE / below):
        folders[:] = sorted(name for name in folders
                            if name not in ("__pycache__", "corpus") and (not name.startswith(".") or name == ".ci")
                            and not (pathlib.Path(folder, name, "meson-private").is_dir()))
        for name in sorted(names):
            path = pathlib.Path(folder, name)
            # A linked work tree has a file of that name in place of the folder.
            if name == ".git":
                continue
            if not suffixes or name.endswith(suffixes):
                found.append(path)
    return found


def inside(path):
    """The path as seen from the top of the source tree."""
    return str(pathlib.Path(path).relative_to(SOURCE))


def run(*command, **options):
    """Runs a command and returns (exit status, everything it printed)."""
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False, **options)
    return done.returncode, done.stdout


class Tap:
    """Prints one TAP line per check; leaving the block prints the plan."""

    def __init__(self):
        self.count = 0

    def __enter__(self):
        print("TAP version 13", flush=True)
        return self

    def check(self, name, problems):
        """Passes when there are no problems: a list of lines, or text."""
        lines = problems.splitlines() if isinstance(problems, str) else [str(line) for line in problems]
        self.count += 1
        print(f"{'not ok' if lines else 'ok'} {self.count} - {name}")
        for line in lines[:60]:
            print(f"# {line}")
        if len(lines) > 60:
            print(f"# … and {len(lines) - 60} more")
        print(end="", flush=True)

    def __exit__(self, kind, error, trace):
        if kind is None:
            print(f"1..{self.count}", flush=True)
