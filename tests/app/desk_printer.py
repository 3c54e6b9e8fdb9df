# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A print service of the test's own with one printer, “desk”, that puts the paper into a file, and may run out of it."""

import contextlib
import os
import signal
import subprocess
import tempfile

from a11y import wait_for

# What CUPS runs for each job. It tells that the paper is out as the programs for real printers do.
BACKEND = """#!/bin/sh
[ $# = 0 ] && { echo 'direct desk:/ "Desk" "Desk"'; exit 0; }
folder=${DEVICE_URI#desk:}
while [ -e "$folder/empty" ]; do echo "STATE: +media-empty-error" >&2; sleep 0.2; done
echo "STATE: -media-empty-error" >&2
[ -e "$folder/broken" ] && exit 1
cat ${6:+"$6"} > "$folder/new" && mv "$folder/new" "$folder/paper.pdf"
"""
SCHEDULER = """Listen %(folder)s/socket
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobFiles No
PreserveJobHistory No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""
FILES = """ServerRoot %(folder)s
ServerBin %(folder)s/bin
DataDir /usr/share/cups
RequestRoot %(folder)s/spool
TempDir %(folder)s/spool/tmp
StateDir %(folder)s/state
CacheDir %(folder)s/cache
AccessLog %(folder)s/log/access
ErrorLog %(folder)s/log/error
PageLog %(folder)s/log/page
Sandboxing relaxed
"""


def write(path, text, mode=0o644):
    with open(path, "w", encoding="utf8") as file:
        file.write(text)
    os.chmod(path, mode)


class Desk:
    """The printer."""

    def __init__(self, folder, process):
        self.folder = folder
        self.process = process

    def path(self, name):
        return os.path.join(self.folder, name)

    def set(self, what, on):
        """Makes it “empty” of paper, or “broken”, or not."""
        if on:
            write(self.path(what), "")
        else:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.path(what))

    def hang(self, on):
        """Makes the print service take calls and answer none, or go on."""
        self.process.send_signal(signal.SIGSTOP if on else signal.SIGCONT)

    def take_paper(self):
        """The text on the paper that comes out."""
        wait_for(lambda: os.path.exists(self.path("paper.pdf")), "the paper", 60)
        text = subprocess.run(["pdftotext", self.path("paper.pdf"), "-"], capture_output=True, text=True, check=True).stdout
        os.unlink(self.path("paper.pdf"))
        return text

    def jobs(self):
        return subprocess.run(["lpstat", "-o", "desk"], capture_output=True, text=True, check=False).stdout.split("\n")[:-1]

    def spooled(self):
        """The files of the spool that hold what is printed."""
        return [name for name in os.listdir(self.path("spool")) if name.startswith("d")]


@contextlib.contextmanager
def desk():
    """Starts it; CUPS_SERVER leads to it."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("spool/tmp", "state", "cache", "log", "bin/backend"):
            os.makedirs(os.path.join(folder, name))
        for name in os.listdir("/usr/lib/cups"):
            if name != "backend":
                os.symlink(os.path.join("/usr/lib/cups", name), os.path.join(folder, "bin", name))
        write(os.path.join(folder, "bin", "backend", "desk"), BACKEND, 0o755)
        write(os.path.join(folder, "cupsd.conf"), SCHEDULER % {"folder": folder})
        write(os.path.join(folder, "cups-files.conf"), FILES % {"folder": folder})
        process = subprocess.Popen(["/usr/sbin/cupsd", "-f", "-c", os.path.join(folder, "cupsd.conf"),
                                    "-s", os.path.join(folder, "cups-files.conf")])
        try:
            os.environ["CUPS_SERVER"] = os.path.join(folder, "socket")
            wait_for(lambda: subprocess.run(["lpadmin", "-p", "desk", "-E", "-v", "desk:" + folder, "-m", "raw"], check=False,
                                            capture_output=True).returncode == 0, "the print service", 60)
            yield Desk(folder, process)
        finally:
            process.send_signal(signal.SIGCONT)
            process.terminate()
            process.wait(30)
