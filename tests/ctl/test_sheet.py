# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session's record becomes: an appointment that tells nothing of the person."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tapcheck import check, finish

CTL = sys.argv[1]
RECORD = {
    'schema': 'jobguide-record/1', 'number': '20261125-482913', 'created': '2026-11-25', 'changed': '2026-11-25',
    'profile': {'schema': 'jobguide-profile/1', 'alias': '王某', 'birth': '1991-03', 'wish': '送外卖',
                'skills': ['会开三轮车', '认路'], 'wants': ['training'],
                'places': {'residence': '440300'}, 'facts': {'registered-unemployed': True, 'migrant-worker': True}},
    'concern': '怕没有社保', 'remarks': '先试做一周', 'follow_up': '2026-12-25',
    'follow_up_way': '电话 13800000000', 'desk': '3号窗口', 'counsellor': '李某',
    'steps': [{'what': '考健康证', 'who': '本人', 'when': '2026-12-05', 'where': '疾控中心', 'bring': '身份证', 'done': True}],
    'contacts': [{'date': '2026-11-26', 'way': '电话', 'note': '已报名'}],
}


def run(*arguments):
    env = {key: os.environ[key] for key in ('PATH', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS')
           if key in os.environ}
    return subprocess.run([CTL, '--as-of', '2026-11-25', *map(str, arguments)], capture_output=True,
                          env=dict(env, HOME='/nonexistent', LANG='C.UTF-8'), timeout=60)


def said_of_person(record):
    """Every word of the record but the number and the day of the follow-up."""
    for key, value in record.items():
        if key in ('schema', 'number', 'created', 'changed', 'follow_up'):
            continue
        values = [value]
        while values:
            one = values.pop()
            if isinstance(one, dict):
                values += one.values()
            elif isinstance(one, list):
                values += one
            elif isinstance(one, str):
                yield one


def test_ics(folder):
    record = folder / 'record.json'
    out = folder / 'follow-up.ics'
    record.write_text(json.dumps(RECORD))
    done = run('sheet', record, '--format', 'ics', '--output', out)
    check('the appointment is written', done.returncode == 0 and out.exists(), done.stderr)
    text = re.sub(r'\r?\n[ \t]', '', out.read_bytes().decode())
    check('it has the day, the number and a reminder',
          'DTSTART;VALUE=DATE:20261225' in text and '20261125-482913' in text and 'BEGIN:VALARM' in text, text)
    told = [words for words in said_of_person(RECORD) if words in text]
    check('and nothing that was said of the person', told == [], told)
    check('nobody else may read it', out.stat().st_mode & 0o77 == 0, oct(out.stat().st_mode))
    again = folder / 'again.ics'
    run('sheet', record, '--format', 'ics', '--output', again)
    uid = re.search(r'UID:(\S+)', text)
    check('it is the same appointment when written again', uid and uid.group(0) in again.read_text(), text)
    record.write_text(json.dumps({key: value for key, value in RECORD.items() if key != 'follow_up'}))
    done = run('sheet', record, '--format', 'ics', '--output', folder / 'none.ics')
    check('without a day there is none', done.returncode == 1 and done.stderr and not (folder / 'none.ics').exists(),
          done.stderr)
    done = run('sheet', record, '--format', 'doc', '--output', folder / 'x')
    check('another format is wrong usage', done.returncode == 2, done.stderr)


with tempfile.TemporaryDirectory() as name:
    test_ics(Path(name))
finish()
