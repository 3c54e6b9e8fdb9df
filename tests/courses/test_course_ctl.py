# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""“course” on the command line: what it prints, what it refuses, and that nothing changes then."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(os.environ['JOBGUIDE_SOURCE_ROOT']) / 'tests/ctl'))
from tapcheck import check, finish  # noqa: E402

CTL = sys.argv[1]
COURSE = {'id': 'course-a', 'name': '网约配送入门', 'state': 'open', 'confirmed': '2026-03-05', 'provider': '甲培训学校',
          'occupation': '网约配送员', 'theory': 16, 'practice': 24.5, 'measures': ['gbf-2020-27.16'],
          'modules': [{'name': '取送', 'hours': 8, 'content': '取件\n送件'}]}
FILE = {'schema': 'jobguide-courses/1', 'provenance': 'local',
        'courses': [COURSE, {'id': 'course-b', 'name': '未定', 'state': 'draft'}]}


def run(*arguments, stdin=None):
    return subprocess.run([CTL, '--as-of', '2026-11-25', *map(str, arguments)], capture_output=True, timeout=60, check=False,
                          encoding='utf-8', input=stdin)


def answer(*arguments):
    done = run('--json', *arguments)
    return done.returncode, json.loads(done.stdout) if done.stdout else None


def write(folder, name, value):
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding='utf-8')
    return path


def test_list(folder):
    book = write(folder, 'courses.json', FILE)
    done = run('course', 'list', '--courses', book)
    check('list', (done.returncode, done.stdout) == (0, 'course-a　在开　网约配送入门（甲培训学校，核实日期：2026-03-05）\n'
                                                        'course-b　草稿　未定（未写培训机构，核实日期：未写）\n'), done)
    status, shown = answer('course', 'list', '--courses', book)
    check('list, JSON', status == 0 and shown['as_of'] == '2026-11-25' and shown['courses'][0] == {
        'id': 'course-a', 'name': '网约配送入门', 'state': 'open', 'confirmed': '2026-03-05', 'provider': '甲培训学校',
        'occupation': '网约配送员', 'code': None, 'edition': None, 'hours': 40.5}, shown)
    done = run('course', 'list', '--courses', folder / 'none.json')
    check('no file: no course', done.returncode == 1 and '还没有课程' in done.stderr and not (folder / 'none.json').exists(), done)
    done = run('course', 'show', '网约配送入门', '--courses', book)
    check('show', done.returncode == 0 and '实操课时：24.5\n' in done.stdout and '模块 1：取送（8 课时）\n  取件\n  送件\n' in done.stdout, done)
    status, shown = answer('course', 'show', 'course-a', '--courses', book)
    check('show, JSON', status == 0 and shown['modules'] == [{'name': '取送', 'hours': 8, 'content': '取件\n送件', 'tasks': []}]
          and shown['hours'] == 40.5 and shown['measures'] == ['gbf-2020-27.16'] and shown['fee'] is None, shown)
    done = run('course', 'show', '没有', '--courses', book)
    check('no such course', done.returncode == 1 and '没有' in done.stderr and not done.stdout, done)
    for wrong in (['course'], ['course', 'fly'], ['course', 'list', 'x'], ['course', 'list', '--output', 'x'], ['course', 'show'],
                  ['course', 'list', '--limit', '3'], ['facts', '--courses', book]):
        check('usage: ' + ' '.join(map(str, wrong[:3])), run(*wrong).returncode == 2)


def test_broken(folder):
    book = write(folder, 'broken.json', FILE | {'courses': [COURSE, COURSE]})
    before = book.read_bytes()
    done = run('course', 'list', '--courses', book)
    check('a broken file: its name, the place and why', done.returncode == 1 and 'broken.json' in done.stderr
          and '/courses/1/id' in done.stderr and not done.stdout and book.read_bytes() == before, done)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for test in (test_list, test_broken):
            test(Path(folder))
    finish()


main()
