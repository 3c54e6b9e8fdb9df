# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""For what does not run as root: importing this first runs the script of who is root once more as somebody else, with the same files."""

import os
import subprocess
import sys

NAMESPACE = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

if os.getuid() == 0 and "JOBGUIDE_TEST_UNROOTED" not in os.environ:
    os.environ["JOBGUIDE_TEST_UNROOTED"] = "1"
    command = NAMESPACE
    # A namespace of its own leaves all files its own too; in a chroot the kernel gives none.
    if subprocess.run([*NAMESPACE, "true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        command = NOBODY
        pictures = os.path.join(os.environ["JOBGUIDE_BUILD_ROOT"], "tests", "app", "screenshots")
        os.makedirs(pictures, exist_ok=True)
        os.chmod(pictures, 0o1777)
    os.execvp(command[0], [*command, sys.executable, *sys.argv])
