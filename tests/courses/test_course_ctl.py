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


TRAINER = '''课程名称,培训机构,对应职业,状态,总课时,模块,模块课时,教学内容
骑手班,甲校,送外卖,在开,20,路线,8,熟悉城区；按智能规划的配送路线送达
,,,,,投诉,10,处理客户投诉
,,,,,班会,2,
外卖员提高班,乙校,网约配送员,在开,10,投诉,10,处理客户投诉
'''
GOLDEN = '''骑手班　→　4-02-07-10（2020版） 网约配送员
有课时的任务：2 / 5（40.0%）；对应到任务的课时：15.0 / 20.0
1. 通过移动智能终端接收、验视、核对客户订单，包括但不限于数量、尺寸、规格、颜色、保质期、价格、地址；
     没有课时
2. 分类整理订单物品，编排递送顺序；
     没有课时
3. 按照客户要求及网络平台智能规划的配送路线，在一定时间内将订单物品递送至指定地点；
     5.0 课时　模块 1 路线
4. 处理无人接收、拒收、破损等递送异常情况；
     没有课时
5. 处理客户投诉及其他递送诉求。
     10.0 课时（均摊）　模块 2 投诉
没有对应任务的课时：3.0　模块 1 路线
没有对应任务的课时：2.0　模块 3 班会
'''


def test_coverage(folder):
    book = folder / 'trainer.json'
    write(folder, 'trainer.csv', TRAINER)
    done = run('course', 'import', folder / 'trainer.csv', '--courses', book)
    check('a trainer\'s table, no code typed', done.returncode == 0, done)
    status, shown = answer('course', 'coverage', '骑手班', '--courses', book)
    check('before anything is decided nothing is covered', status == 0 and shown['percent'] == 0 and shown['free_hours'] == 20
          and shown['basis'] == 'alias' and shown['occupation']['code'] == '4-02-07-10', shown)
    found = {(row['module'], row['task']): row for row in shown['suggestions']}
    row = found.get((1, 3), {})
    check('a suggestion with both sentences and the words in them', row and row['from'] == '按智能规划的配送路线送达'
          and row['text'] == shown['tasks'][2]['text'] and all(
              row['text'].encode()[start:end].decode() == words['words'] for words in row['words'] for start, end in words['other_bytes']),
          shown['suggestions'])
    check('and nothing for a class meeting', not [key for key in found if key[0] == 3], found)
    for arguments in (['1', '3', 'accept', '5'], ['2', '5', 'accept'], ['2', '4', 'refuse']):
        done = run('course', 'decide', '骑手班', *arguments, '--courses', book)
        check('decide ' + ' '.join(arguments), done.returncode == 0 and done.stdout.startswith('骑手班　→'), done)
    done = run('course', 'coverage', '骑手班', '--courses', book)
    check('coverage, whole', done.stdout == GOLDEN, done.stdout)
    status, shown = answer('course', 'coverage', '骑手班', '--courses', book)
    check('coverage, JSON', (shown['covered'], shown['tasks_published'], shown['percent'], shown['tied_hours'], shown['free_hours'])
          == (2, 5, 40, 15, 5) and shown['modules'][0]['cells'] == [{'task': 3, 'decision': 'accepted', 'hours': 5.0, 'shared': False}]
          and shown['modules'][1]['cells'][0]['decision'] == 'refused' and shown['suggestions'] == [], shown)
    run('course', 'import', folder / 'trainer.csv', '--courses', book)
    check('the same table again: decisions stay', answer('course', 'coverage', '骑手班', '--courses', book)[1]['percent'] == 40)
    before = book.read_bytes()
    for arguments in (['1', '6', 'accept'], ['4', '1', 'accept'], ['0', '1', 'refuse']):
        done = run('course', 'decide', '骑手班', *arguments, '--courses', book)
        check('no such module or task: ' + ' '.join(arguments), done.returncode == 1 and book.read_bytes() == before, done)
    for arguments in (['1', '3', 'maybe'], ['1', '3', 'accept', 'x'], ['1', '3', 'refuse', '5'], ['1', '3']):
        check('usage: ' + ' '.join(arguments), run('course', 'decide', '骑手班', *arguments, '--courses', book).returncode == 2)
    done = run('course', 'decide', '骑手班', '2', '5', 'forget', '--courses', book)
    check('forget: suggested again', done.returncode == 0 and '≈ 任务 5' in done.stdout, done)
    status, shown = answer('course', 'coverage', '--code', '网约配送员', '--courses', book)
    check('compare', status == 0 and [(row['name'], row['covered'], row['task_hours'][2]) for row in shown['courses']]
          == [('骑手班', 1, 5), ('外卖员提高班', 0, 0)], shown)
    done = run('course', 'coverage', '--code', '4-02-07-10', '--courses', book)
    check('compare, for people', 'A 骑手班（甲校）' in done.stdout and 'A：5.0　B：0.0' in done.stdout, done.stdout)
    check('none of an occupation', run('course', 'coverage', '--code', '防疫员', '--courses', book).returncode == 1)
    check('usage: neither or both', run('course', 'coverage', '--courses', book).returncode == 2
          and run('course', 'coverage', '骑手班', '--code', '防疫员', '--courses', book).returncode == 2)


def test_check(folder):
    book = write(folder, 'check.json', FILE | {'courses': [COURSE | {'code': '4-01-02-07', 'measures': ['gf-2019-28.23']}]})
    status, shown = answer('course', 'check', '--courses', book)
    warnings = shown['courses'][0]['warnings']
    kinds = {row['kind'] for row in warnings}
    check('check', status == 0 and {'occupation', 'recoded', 'measure', 'hours', 'missing'} <= kinds and 'unconfirmed' not in kinds, warnings)
    check('an ended measure with number, clause and date', [row for row in warnings if row['kind'] == 'measure'
          and '国发〔2019〕28号' in row['text'] and '2020年12月31日' in row['text'] and row['field'] == 'measures'], warnings)
    done = run('course', 'check', 'course-a', '--courses', book)
    check('check, for people', done.returncode == 0 and '不是“网约配送员”的编码，是互联网营销师' in done.stdout, done.stdout)
    status, shown = answer('course', 'measures', 'course-a', '--courses', book)
    rows = {row['id']: row for row in shown['measures']}
    check('measures that may pay, with clause and sentence', status == 0 and rows['gbf-2020-27.16']['clause'] == '四（八）'
          and rows['gbf-2020-27.16']['beneficiary'] == ['individual', 'training-provider', 'platform']
          and rows['gbf-2020-27.16']['mode_words'] == '推进线上线下结合' and rows['gbf-2020-27.16']['amount'] is None
          and all(row['quote'] and row['clause'] and row['dates'] for row in rows.values()), shown)
    check('lists only where the sentence names one', rows['gf-2017-28.48']['list_words'] == '对指导目录内的职业培训和技能鉴定'
          and rows['gbf-2020-27.16']['list_words'] is None, rows)
    check('those it counts on are marked', rows['gf-2019-28.23']['chosen'] and rows['gf-2019-28.23']['validity'] == 'ended', rows)
    done = run('course', 'measures', 'course-a', '--courses', book)
    check('measures, for people', '目录条件：文中未写' in done.stdout and '以经办机构审核为准' in done.stdout, done.stdout)


def test_broken(folder):
    book = write(folder, 'broken.json', FILE | {'courses': [COURSE, COURSE]})
    before = book.read_bytes()
    done = run('course', 'list', '--courses', book)
    check('a broken file: its name, the place and why', done.returncode == 1 and 'broken.json' in done.stderr
          and '/courses/1/id' in done.stderr and not done.stdout and book.read_bytes() == before, done)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for test in (test_list, test_coverage, test_check, test_broken):
            test(Path(folder))
    finish()


main()
