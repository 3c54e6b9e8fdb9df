# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session's record becomes: the sheet for another system, and an appointment that tells nothing of the person."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

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


# What the record says must come out so; what the catalogue adds is looked up in the documents.
GOLDEN = {
    'schema': 'jobguide-sheet/1', 'number': '20261125-482913', 'as_of': '2026-11-25',
    'office': {'name': None, 'address': None, 'telephone': None, 'desk': '3号窗口', 'counsellor': '李某'},
    'wish': {'words': '送外卖', 'wants': ['training'], 'concern': '怕没有社保'},
    'abilities': {'skills': ['会开三轮车', '认路'], 'experience': None},
    'not_in_catalogue': False, 'agreed': True,
    'steps': [{'what': '考健康证', 'who': '本人', 'when': '2026-12-05', 'where': '疾控中心', 'bring': '身份证',
               'measure': None, 'done': True}],
    'remarks': '先试做一周',
}
PERSON = {'alias': '王某', 'sex': None, 'age_from': 35, 'age_to': 35, 'education': None,
          'places': [{'kind': 'residence', 'code': '440300', 'name': '广东（440300）'}]}


def squeeze(text):
    return re.sub(r'\s', '', text)


def load_sources():
    folder = Path(os.environ['JOBGUIDE_SOURCE_ROOT']) / 'data' / 'sources'
    index = json.loads((folder / 'documents.json').read_text())
    return {document['key']: squeeze((folder / document['file']).read_text()) for document in index['documents']}


def test_json(folder):
    record = folder / 'record.json'
    record.write_text(json.dumps(RECORD))
    done = run('sheet', record, '--code', '4-02-07-10', '--format', 'json')
    sheet = json.loads(done.stdout)
    schema = Path(os.environ['JOBGUIDE_SOURCE_ROOT']) / 'docs' / 'jobguide-sheet-1.schema.json'
    trouble = [error.message for error in
               jsonschema.Draft202012Validator(json.loads(schema.read_text())).iter_errors(sheet)]
    check('the sheet is as its schema says', trouble == [], trouble)
    wrong = {key: sheet.get(key) for key in GOLDEN if sheet.get(key) != GOLDEN[key]}
    check('it says what the record says', wrong == {}, wrong)
    wrong = {key: sheet['person'].get(key) for key in PERSON if sheet['person'].get(key) != PERSON[key]}
    check('and who the person is', wrong == {}, wrong)
    answers = {fact['fact']: fact['answer'] for fact in sheet['person']['facts']}
    check('with the answers', answers == RECORD['profile']['facts'], answers)
    sources = load_sources()
    untrue = [m['id'] for m in sheet['measures'] + sheet['employer_measures']
              if squeeze(m['quote']) not in sources[m['document']['key']]]
    check('every sentence stands in its document', len(sheet['measures']) > 2 and untrue == [], untrue)
    basis = sheet['follow_up']['basis']
    check('the follow-up with the sentence that asks for it',
          sheet['follow_up']['day'] == '2026-12-25' and basis['clause'] == '六（十九）' and
          squeeze(basis['quote']) in sources['gf-2019-28'], sheet['follow_up'])
    rider = sheet['occupations'][0]
    check('the occupation with edition, reasons and tasks',
          (rider['code'], rider['edition']) == ('4-02-07-10', '2020') and rider['reasons'] and
          {task['state'] for task in rider['tasks']} == {'can', 'not-shown'}, rider)
    empty = folder / 'empty.json'
    empty.write_text('{"schema": "jobguide-profile/1"}')
    sheet = json.loads(run('sheet', empty, '--format', 'json').stdout)
    trouble = [error.message for error in
               jsonschema.Draft202012Validator(json.loads(schema.read_text())).iter_errors(sheet)]
    check('of a person who said nothing too', trouble == [] and sheet['agreed'] is False, trouble)
    out = folder / 'sheet.json'
    done = run('sheet', record, '--format', 'json', '--output', out)
    check('a file of it is for its owner only', done.returncode == 0 and out.stat().st_mode & 0o77 == 0 and
          json.loads(out.read_text())['remarks'] == '先试做一周', done.stderr)


with tempfile.TemporaryDirectory() as name:
    test_ics(Path(name))
    test_json(Path(name))
finish()
