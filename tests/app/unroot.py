# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""For what does not run as root: importing this first runs the script of who is root once more as somebody else, with the same files."""

import os
import sys

if os.getuid() == 0 and "JOBGUIDE_TEST_UNROOTED" not in os.environ:
    os.environ["JOBGUIDE_TEST_UNROOTED"] = "1"
    os.execvp("unshare", ["unshare", "--user", "--map-user=1000", "--map-group=1000", sys.executable, *sys.argv])
