# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""课程说明, 教学计划表 and the catalogue of courses, read back from the PDF."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(os.environ['JOBGUIDE_SOURCE_ROOT']) / 'tests/ctl'))
from tapcheck import check, finish  # noqa: E402

CTL = sys.argv[1]
COURSE = {'id': 'course-a', 'name': '网约配送员岗前培训', 'state': 'open', 'confirmed': '2026-03-05', 'provider': '甲培训学校',
          'audience': '登记失业人员', 'occupation': '网约配送员', 'level': '五级', 'mode': 'mixed', 'theory': 16, 'practice': 24,
          'teachers': '王某\n李某', 'fee': '<b>1200</b>元 & 教材', 'start': '2026-04-01', 'capacity': 30,
          'measures': ['gbf-2020-27.16', 'gf-2019-28.23'], 'modules': []}


def run(*arguments):
    return subprocess.run([CTL, '--as-of', '2026-11-25', *map(str, arguments)], capture_output=True, timeout=60, check=False,
                          encoding='utf-8')


def read_pages(path):
    """Each page's words without white space."""
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True, encoding='utf-8').stdout
    return [re.sub(r'\s', '', page) for page in text.split('\f')[:-1]]


def squeeze(text):
    return re.sub(r'\s', '', text)


def write(folder, courses):
    book = folder / 'courses.json'
    book.write_text(json.dumps({'schema': 'jobguide-courses/1', 'provenance': 'local', 'courses': courses}), encoding='utf-8')
    return book


def main():
    shown = json.loads(run('--json', 'show', '网约配送员').stdout)
    tasks = shown['tasks']
    course = COURSE | {'modules': [
        {'name': '订单', 'hours': 10, 'content': '接收订单\n核对', 'tasks': [{'text': tasks[0], 'decision': 'accepted', 'hours': 8}]},
        {'name': '路线', 'hours': 15, 'tasks': [{'text': tasks[1], 'decision': 'accepted'}, {'text': tasks[2], 'decision': 'accepted'},
                                              {'text': tasks[3], 'decision': 'refused'}]},
        {'name': '班会', 'content': '点名'}]}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = write(folder, [course, {'id': 'course-b', 'name': '未定的课', 'state': 'draft'}])
        out = folder / 'out.pdf'
        done = run('course', 'sheet', 'course-a', '--output', out, '--courses', book)
        pages = read_pages(out)
        text = ''.join(pages)
        check('课程说明 is one page', done.returncode == 0 and done.stdout == f'课程说明，共 1 页：{out}\n' and len(pages) == 1, done)
        check('what the provider wrote, and nothing of it is markup', all(squeeze(words) in text for words in (
            '甲培训学校', '登记失业人员', '线上线下结合', '<b>1200</b>元 & 教材', '王某', '40（理论 16，实操 24）', '2026-04-01 至 未写')), text)
        check('what nobody wrote is 未写', '场地未写' in text and '班会未写' in text, text)
        check('every published task, to the letter', all(squeeze(task) in text for task in tasks), text)
        check('hours and gaps', squeeze('5 项任务中 3 项有课时（60%）') in text and squeeze(tasks[0]) + '8.0课时' in text
              and squeeze(tasks[3]) + '没有课时' in text and squeeze(tasks[1]) + '7.5课时' in text, text)
        check('measures with number, clause and dates', '国办发〔2020〕27号，四（八）' in text and '已过文中期限' in text
              and '以经办机构审核为准' in text, text)
        done = run('course', 'plan', 'course-a', '--output', out, '--courses', book)
        text = ''.join(read_pages(out))
        size = subprocess.run(['pdfinfo', out], capture_output=True, check=True, encoding='utf-8').stdout
        check('教学计划表 lies across', done.returncode == 0 and re.search(r'Page size:\s+841', size), size)
        check('its rows', all(words in text for words in ('1订单', '2路线', '3班会', '没有对应的任务', '均摊', '合计')), text)
        done = run('course', 'catalogue', '--output', out, '--courses', book)
        pages = read_pages(out)
        check('the catalogue: contents with pages', done.returncode == 0 and len(pages) == 3 and '网约配送员岗前培训甲培训学校在开403/52' in pages[0]
              and '未定的课未写草稿未写—3' in pages[0] and '未定的课' in pages[2] and '订单' in pages[1], pages)
        done = run('--json', 'course', 'sheet', 'course-b', '--output', out, '--large-print', '--courses', book)
        check('an empty course, large, JSON', json.loads(done.stdout)['pages'] == 1 and '没有核实过' in ''.join(read_pages(out)), done)

        sentences = [f'第{number}句的内容很长。' for number in range(450)]
        long = course | {'note': '长' * 2000, 'teachers': '师' * 2000, 'modules': [
            {'name': f'模块{number}', 'hours': 1, 'content': ''.join(sentences) if number == 3 else '内容'} for number in range(100)]}
        book = write(folder, [long] + [COURSE | {'id': f'course-{number}', 'name': f'课程{number}'} for number in range(60)])
        for verb, large in (('sheet', []), ('plan', ['--large-print'])):
            done = run('course', verb, 'course-a', '--output', out, '--courses', book, *large)
            text = ''.join(read_pages(out))
            check(f'a course as long as can be: {verb} {large}', done.returncode == 0 and '模块99' in text
                  and all(sentence in re.sub(r'第\d+/\d+页|课程说明|教学计划表|网约配送员岗前培训', '', text)
                          for sentence in sentences[::50]), done)
        done = run('course', 'catalogue', '--output', out, '--courses', book)
        pages = read_pages(out)
        lines = subprocess.run(['pdftotext', '-layout', out, '-'], capture_output=True, check=True, encoding='utf-8').stdout
        listed = re.findall(r'^\s*(课程\d+)\s+甲培训学校\s+在开\s+40\s+0/5\s+(\d+)\s*$', lines, re.M)
        wrong = [row for row in listed if row[0] + '课程说明' not in pages[int(row[1]) - 1]]
        check('sixty courses: each on the page of the contents', done.returncode == 0 and len(listed) == 60 and not wrong, (len(listed), wrong))
        done = run('course', 'sheet', 'course-a', '--output', folder / 'none' / 'x.pdf', '--courses', book)
        check('nothing can be written: it says so', done.returncode == 1 and 'x.pdf' in done.stderr, done)
        check('usage', run('course', 'sheet', 'course-a', '--courses', book).returncode == 2
              and run('course', 'catalogue', '--courses', book).returncode == 2)
    finish()


main()
