# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: TAP output and how it ends."""

import sys

RESULTS = []


def check(name, ok, why=''):
    RESULTS.append(ok)
    print(('ok' if ok else 'not ok'), len(RESULTS), '-', name)
    if not ok and why:
        print('#', str(why).replace('\n', '\n# '))


def finish():
    print('1..%d' % len(RESULTS))
    sys.exit(not all(RESULTS))
