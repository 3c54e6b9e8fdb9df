# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs that are switched on by --with: what ships, what is on, what the answers say, and what happens without room."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tapcheck import check, finish

CTL = sys.argv[1]
LIST = 'occupations-2022'
BATCHES = 'new-occupations'


def environment(cache):
    kept = {key: os.environ[key] for key in ('PATH', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS') if key in os.environ}
    return kept | {'HOME': '/nonexistent', 'XDG_CACHE_HOME': str(cache), 'LANG': 'C.UTF-8'}


def run(cache, *arguments):
    return subprocess.run([CTL, *map(str, arguments)], capture_output=True, env=environment(cache), timeout=120, check=False,
                          encoding='utf-8')


def answer(cache, *arguments):
    done = run(cache, '--json', '--as-of', '2026-11-23', *arguments)
    try:
        return done.returncode, json.loads(done.stdout)
    except ValueError:
        return done.returncode, None


def with_list(cache, *arguments):
    return answer(cache, '--with', LIST, *arguments)


# What show prints of an entry of the list: nothing but its name, its codes, its classes and where it is from.
GOLDEN = {
    'as_of': '2026-11-23', 'with': [LIST], 'code': '2-06-03-00', 'edition': '2022', 'name': '会计专业人员', 'status': 'current',
    'provenance': 'secondary', 'origin': 'existing', 'marks': [], 'former_names': [],
    'classes': [
        {'code': '2', 'edition': '2022', 'name': '专业技术人员', 'level': 'major', 'provenance': 'secondary'},
        {'code': '2-06', 'edition': '2022', 'name': '经济和金融专业人员', 'level': 'middle', 'provenance': 'secondary'},
        {'code': '2-06-03', 'edition': '2022', 'name': '会计专业人员', 'level': 'minor', 'provenance': 'secondary'},
    ],
    'definition': None, 'tasks': [], 'work_types': [], 'changes': [],
    'codes': [{'code': '2-06-03-00', 'edition': '2022', 'provenance': 'secondary', 'status': 'current', 'marks': []}],
    'successors': [], 'sources': [], 'also_this_code': [],
}
GOLDEN_TEXT = """2-06-03-00（2022版，待核） 会计专业人员
2 专业技术人员 › 2-06 经济和金融专业人员 › 2-06-03 会计专业人员（2022版类别，待核）

定义：没有；只从名单取了名称和编码

编码：
  2-06-03-00（2022版，待核）
"""


def test_off(cache):
    done = run(cache, 'search', '会计')
    check('without --with it is not there', done.returncode == 1 and '会计专业人员' not in done.stdout, done.stdout)
    check('and nothing is written', not list(cache.iterdir()), list(cache.iterdir()))
    status, shown = answer(cache, 'pack', 'list')
    states = {pack['id']: pack['state'] for pack in shown['packs']}
    check('pack list: it is off', status == 0 and {states.pop(LIST), states.pop(BATCHES)} == {'off'} and set(states.values()) == {'built-in'},
          states)
    done = run(cache, 'pack', 'list')
    check('and says so to people, with source and licence', done.returncode == 0 and f'{LIST}　未启用' in done.stdout
          and '待核' in done.stdout and '许可：' in done.stdout, done.stdout)
    done = run(cache, '--with', 'no-such-pack', 'search', '会计')
    check('an unknown pack: those that exist are named', done.returncode == 1 and 'no-such-pack' in done.stderr and LIST in done.stderr
          and not done.stdout, done.stderr)
    done = run(cache, '--with', '../optional/' + LIST, 'search', '会计')
    check('an id is not a path', done.returncode == 1 and not done.stdout, done.stderr)


def test_on(cache):
    status, shown = with_list(cache, 'show', '会计专业人员')
    rest = {key: value for key, value in shown.items() if not key.startswith('measure') and key != 'related'}
    check('show, whole', status == 0 and rest == GOLDEN, {key: value for key, value in rest.items() if GOLDEN.get(key) != value})
    done = run(cache, '--with', LIST, 'show', '2-06-03-00', '--edition', '2022')
    check('show, for people', done.stdout.startswith(GOLDEN_TEXT), done.stdout)
    done = run(cache, '--with', LIST, 'show', '2-06-03-00')
    check('a code without an edition is read as 2020', done.returncode == 1 and '会计专业人员' in done.stderr and '2022' in done.stderr, done)
    status, shown = with_list(cache, 'search', '4-02-07-10')
    rows = [(row['name'], row['edition'], row['provenance'], row['matched'].get('edition')) for row in shown['results']]
    check('a code of two meanings: both, the official one first',
          rows == [('网约配送员', '2020', 'official', '2020'), ('国际快递业务师', '2022', 'secondary', '2022')], rows)
    status, shown = with_list(cache, 'show', '4-02-07-10')
    check('also_this_code says whose word it is', shown['name'] == '网约配送员' and shown['also_this_code'] ==
          [{'edition': '2022', 'name': '国际快递业务师', 'provenance': 'secondary'}], shown['also_this_code'])
    status, shown = with_list(cache, 'show', '4-10-08-01', '--edition', '2022')
    check('an occupation of both is one', shown['name'] == '网约配送员' and shown['provenance'] == 'official' and len(shown['tasks']) == 5, shown)
    status, shown = with_list(cache, 'show', '研学旅行指导师')
    check('where the lists disagree, the entry says so', '研学旅游指导师' in shown['note'], shown.get('note'))
    for letters in ('lvshi', 'lushi', 'lü shi', 'lu:shi', 'LVSHI'):
        status, shown = with_list(cache, 'search', letters)
        rows = [(row['name'], row['matched']['field']) for row in shown['results'][:3]]
        check('ü as %s' % letters, status == 0 and ('律师', 'pinyin') in rows, rows)
    status, shown = with_list(cache, 'search', '送外卖')
    check('everyday words lead where they led', shown['results'][0]['code'] == '4-02-07-10' and shown['with'] == [LIST], shown)
    done = run(cache, '--with', LIST, 'search', '保安')
    check('待核 stands beside every one', '（2022版，待核） 保安员' in done.stdout, done.stdout)
    status, shown = with_list(cache, 'pack', 'list')
    check('pack list: it is on', {pack['id']: pack['state'] for pack in shown['packs']}[LIST] == 'on', shown)
    check('--with twice is once', with_list(cache, '--with', LIST, 'search', '会计')[0] == 0)

    files = sorted(path.suffix for path in (cache / 'jobguide/catalogues').iterdir())
    check('one catalogue was built', files == ['', '.db', '.made-from'], files)


def test_two(cache):
    """An occupation of two lists is one, and says what both say; one announced without a code has none."""
    for packs in ((LIST, BATCHES), (BATCHES, LIST)):
        status, shown = answer(cache, '--with', packs[0], '--with', packs[1], 'show', '研学旅行指导师')
        check('both: %s first' % packs[0], status == 0 and shown['code'] == '4-13-04-04' and '第5批' in shown['note']
              and '研学旅游指导师' in shown['note'] and len(shown['classes']) == 3 and shown['with'] == list(packs), shown)
    status, shown = answer(cache, '--with', BATCHES, 'show', '网络主播')
    check('one without a code', status == 0 and shown['code'] is None and shown['edition'] is None and shown['codes'] == []
          and shown['provenance'] == 'secondary' and '人社厅发〔2024〕36号' in shown['note'], shown)
    done = run(cache, '--with', BATCHES, 'show', '网络主播')
    check('one without a code, for people', done.stdout.startswith('编码不详（待核） 网络主播\n第6批新职业，'), done.stdout)
    done = run(cache, '--with', BATCHES, 'search', 'wangluozhubo')
    check('it is found', done.returncode == 0 and '编码不详（待核） 网络主播' in done.stdout, done.stdout)
    profile = cache / 'profile.json'
    profile.write_text('{"schema": "jobguide-profile/1", "wish": "想当网络主播"}', encoding='utf-8')
    out = cache / 'sheet.pdf'
    done = run(cache, '--with', BATCHES, 'sheet', profile, '--output', out)
    text = subprocess.run(['pdftotext', str(out), '-'], capture_output=True, check=True, encoding='utf-8').stdout
    check('and printed', done.returncode == 0 and '网络主播' in text and '编码不详（待核）' in ''.join(text.split()), text[:600])


def test_every_entry(cache):
    """Every row of the list is found under its code, and says that it is to be verified."""
    pack = json.loads((Path(os.environ['JOBGUIDE_SOURCE_ROOT']) / 'data/optional' / (LIST + '.json')).read_text())
    wrong = []
    for row in pack['occupations'][::160]:
        status, shown = with_list(cache, 'show', row['code'], '--edition', '2022')
        if status != 0 or (shown['name'], shown['edition'], shown['provenance']) != (row['name'], '2022', 'secondary'):
            wrong.append(row['code'])
    check('show --edition 2022', not wrong, wrong)


def test_match(cache):
    profile = cache / 'profile.json'
    profile.write_text('{"schema": "jobguide-profile/1", "wish": "想当保安员"}', encoding='utf-8')
    plain = answer(cache, 'match', profile)[1]
    shown = with_list(cache, 'match', profile)[1]
    check('match', plain['matches'] == [] and plain['not_in_catalogue'] and shown['matches'][0]['name'] == '保安员'
          and shown['matches'][0]['provenance'] == 'secondary' and shown['matches'][0]['edition'] == '2022', shown)
    out = cache / 'sheet.pdf'
    done = run(cache, '--with', LIST, 'sheet', profile, '--output', out)
    text = subprocess.run(['pdftotext', str(out), '-'], capture_output=True, check=True, encoding='utf-8').stdout
    check('the sheet prints 待核', done.returncode == 0 and '4-07-05-01（2022版，待核' in ''.join(text.split()), text[:600])


def test_no_room(cache):
    file = cache / 'file'
    file.write_text('')
    done = run(file, '--json', '--with', LIST, 'search', '带货')
    shown = json.loads(done.stdout)
    check('no folder: the catalogue alone answers, with a warning', done.returncode == 0 and '数据包没有用上' in done.stderr
          and shown['results'][0]['name'] == '互联网营销师' and shown['with'] == [], done)


def test_at_once(cache):
    command = [CTL, '--with', LIST, 'search', '会计']
    several = [subprocess.Popen(command, env=environment(cache), stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    outputs = [process.communicate(timeout=120) for process in several]
    files = sorted(path.suffix for path in (cache / 'jobguide/catalogues').iterdir())
    check('three programs at once', len(set(outputs)) == 1 and all(process.returncode == 0 for process in several)
          and files == ['', '.db', '.made-from'], (outputs, files))


with tempfile.TemporaryDirectory() as top:
    for test, folder in ((test_off, 'off'), (test_on, 'on'), (test_two, 'two'), (test_every_entry, 'on'), (test_match, 'on'), (test_no_room, 'no-room'),
                         (test_at_once, 'at-once')):
        cache = Path(top, folder)
        cache.mkdir(exist_ok=True)
        test(cache)
finish()
