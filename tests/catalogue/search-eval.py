#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the search by tests/data/search-queries.tsv and speaks TAP.

search-eval.py [--misses tune] prints the queries of a half that were missed. The half "held" is for scoring only:
look at its misses and it no longer measures anything.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FIRST = 0.85
TOP_THREE = 0.95
TOP = 3


def read_queries(path):
    lines = [line for line in path.read_text(encoding='utf-8').splitlines() if not line.startswith('#')]
    assert lines[0] == 'query\twanted\thalf\tkind'
    for line in lines[1:]:
        query, wanted, half, kind = line.split('\t')
        yield query, wanted.split(','), half, kind


def search(ctl, query):
    run = subprocess.run([ctl, '--json', 'search', '--', query], capture_output=True, check=False)
    return json.loads(run.stdout)['results']


def judge(results, wanted):
    """Returns (first, in the top three, nothing exact where nothing is)."""
    if wanted == ['-']:
        return None, None, all(result['certainty'] == 'near' for result in results)
    codes = [result['code'] for result in results[:TOP]]
    return bool(codes) and codes[0] in wanted, any(code in wanted for code in codes), None


def main():
    build = Path(os.environ['JOBGUIDE_BUILD_ROOT'])
    source = Path(os.environ['JOBGUIDE_SOURCE_ROOT'])
    shown = sys.argv[2] if len(sys.argv) > 2 and sys.argv[1] == '--misses' else None
    ctl = str(build / 'src/ctl/jobguidectl')
    rows = list(read_queries(source / 'tests/data/search-queries.tsv'))
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda row: search(ctl, row[0]), rows))

    number = 0
    print('TAP version 13')
    for half in ('tune', 'held'):
        verdicts = [judge(results, row[1]) for row, results in zip(rows, answers) if row[2] == half]
        inside = [verdict for verdict in verdicts if verdict[0] is not None]
        outside = [verdict[2] for verdict in verdicts if verdict[0] is None]
        first = sum(verdict[0] for verdict in inside)
        top = sum(verdict[1] for verdict in inside)
        print(f'# {half}: first {first}/{len(inside)} = {first / len(inside):.1%}, '
              f'top three {top}/{len(inside)} = {top / len(inside):.1%}, '
              f'nothing exact outside {sum(outside)}/{len(outside)}')
        for ok, what in ((first >= FIRST * len(inside), f'{half}: the wanted code is first'),
                         (top >= TOP_THREE * len(inside), f'{half}: a wanted code is among three'),
                         (all(outside), f'{half}: nothing exact for what is outside')):
            number += 1
            print('ok' if ok else 'not ok', number, '-', what)
        if half != shown:
            continue
        for row, results in zip(rows, answers):
            verdict = judge(results, row[1])
            if row[2] == half and False in verdict:
                found = [f"{r['name']}/{r['certainty'][0]}/{r['matched']['field']}:{r['matched']['text'][:12]}"
                         for r in results[:4]]
                print(f"# {row[0]} ({','.join(row[1])}): {found or 'nothing'}")
    print(f'1..{number}')


if __name__ == '__main__':
    main()
