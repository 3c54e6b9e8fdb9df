#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the kiosk on an upright and on a low screen, in all sizes of text and in both sets of colours, is whole.

JOBGUIDE_PICTURES=FOLDER keeps a picture of each; JOBGUIDE_PAGE=NAME looks at one page only.
"""

import os
import subprocess
import sys

# Large enough for both.
os.environ["JOBGUIDE_TEST_SCREEN"] = "1366x1920"

from window import BUILD  # noqa: E402

from monkey import say  # noqa: E402

SCREENS = ("1080x1920", "1366x768")


def main():
    program = os.path.join(BUILD, "tests", "app", "test-kiosk-pages")
    env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="zh_CN")
    results = []
    for screen in SCREENS:
        run = subprocess.run([program, screen], env=env, capture_output=True, text=True, check=False)
        for line in (run.stdout + run.stderr).splitlines():
            print("# " + line)
        results.append(("no text is cut off, and nothing is outside of what it is in, on %s" % screen, run.returncode == 0))
        complaints = [line for line in run.stderr.splitlines() if "CRITICAL" in line or "WARNING" in line]
        results.append(("no complaint on %s" % screen, not complaints))
    return say(results)


if __name__ == "__main__":
    sys.exit(main())
