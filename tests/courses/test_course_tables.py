# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of courses in and out: nothing is lost on the way round, and a bad file is refused with its place, soon and small."""

import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(os.environ['JOBGUIDE_SOURCE_ROOT']) / 'tests/ctl'))
from tapcheck import check, finish  # noqa: E402

CTL = sys.argv[1]
SANITIZED = b'__asan_init' in Path(CTL).read_bytes()

# As a provider writes it: a title, its own headers, cells that belong to the row above, days as Excel and WPS write them.
TRAINER = '''2026年上半年培训课程表,,,,,,,,,,,,,,,
培训机构名称,培训课程,职业(工种),级别,培训对象,理论学时,实操学时,开班日期,结束日期,人数,收费（元）,模块,学时,教学内容,对应任务,序号
示范培训学校,网约配送员岗前培训,网约配送员,五级,农民工,16,24,2026/3/5,2026年3月20日,30人,1200,订单与路线,8,"接收、验视客户订单
规划配送路线","1、2",1
,,,,,,,,,,,安全配送,20,交通安全；按时送达,,
,,,,,,,,,,,异常处理,12课时,处理客户投诉,"5",
示范培训学校,直播带货,互联网营销师,四级,大学生,20,20.5,46086,,50,免费,直播,40,搭建直播间,,2
合计,,,,,,,,,,,,,,,
'''


def environment():
    kept = {key: os.environ[key] for key in ('PATH', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS') if key in os.environ}
    return kept | {'HOME': '/nonexistent', 'LANG': 'C.UTF-8'}


def run(*arguments):
    return subprocess.run([CTL, *map(str, arguments)], capture_output=True, timeout=60, check=False, encoding='utf-8', env=environment())


def answer(*arguments):
    done = run('--json', *arguments)
    return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr


def courses(book):
    return json.loads(book.read_text(encoding='utf-8'))['courses']


def test_trainer(folder):
    text = TRAINER.replace('\n', '\r\n').replace('订单\r\n', '订单\n')
    books = []
    for name, data in (('gbk', text.encode('gbk')), ('utf8', text.encode()), ('bom', text.encode('utf-8-sig')),
                       ('utf16', text.replace(',', '\t').encode('utf-16'))):
        table = folder / f'{name}.csv'
        table.write_bytes(data)
        book = folder / f'{name}.json'
        status, shown = answer('course', 'import', table, '--preview', '--courses', book)
        check(f'{name}: the preview', status == 0 and shown['new'] == 2 and not shown['imported'] and not book.exists()
              and shown['courses'][0]['modules'] == 3 and shown['errors'] == [], shown)
        status, shown = answer('course', 'import', table, '--courses', book)
        check(f'{name}: imported', status == 0 and shown['imported'] and shown['new'] == 2, shown)
        books.append(book.read_bytes())
    check('all encodings: the same courses', len(set(books)) == 1)
    first, second = courses(folder / 'gbk.json')
    check('days, hours, people and money as they were meant',
          (first['start'], first['end'], first['theory'], first['capacity'], first['fee'], second['start'], second['practice'])
          == ('2026-03-05', '2026-03-20', 16, 30, '1200元', '2026-03-05', 20.5), first)
    tasks = first['modules'][0]['tasks']
    status, shown = answer('show', '网约配送员')
    check('tasks by number: the sentences as published', [task['text'] for task in tasks] == shown['tasks'][:2]
          and all(task['decision'] == 'accepted' for task in tasks), tasks)
    before = (folder / 'gbk.json').read_bytes()
    status, shown = answer('course', 'import', folder / 'utf8.csv', '--courses', folder / 'gbk.json')
    check('a second time: nothing is new', status == 0 and shown['same'] == 2 and (folder / 'gbk.json').read_bytes() == before, shown)


TASKS = ['接收、验视客户订单……', '分类、分拣客户订单货品；', '“=加”；〔2020〕号。']


def make_course(number):
    """Every field filled, with what a table may lose: formulas, zeros in front, line feeds, quotes, numbers that are texts."""
    pick = random.Random(number)
    words = ['=1+1', '+86 571-0000', '-5℃', '@全体', '007', '1e5', '2026-03-05', '3/5', "'=x", "'甲'", 'a,b;c\td'.replace('\t', ' '),
             '“引号”"双"', '一\n二\n\n四', 'TRUE', '1,200.50', '4-02-07-10', '　全角 空格'.strip(), '<b>粗</b>&amp;', '𠮷', '0', '#N/A',
             'é', '合计x', '=HYPERLINK("x")']
    course = {'id': f'course-{number}', 'name': f'{pick.choice(words)}课{number}', 'state': pick.choice(['draft', 'open', 'stopped'])}
    course['confirmed'] = '2026-02-28'
    for key in ('provider', 'audience', 'occupation', 'work_type', 'level', 'teachers', 'place', 'equipment', 'assessment', 'certificate',
                'fee', 'schedule', 'contact', 'note'):
        if pick.random() < 0.8:
            course[key] = pick.choice(words)
    course |= {'code': '4-02-07-10', 'edition': '2022', 'mode': 'mixed', 'theory': 16.5, 'practice': 23.5, 'hours': 40, 'start': '2026-03-05',
               'end': '2100-12-31', 'capacity': 30, 'measures': ['gbf-2020-27.16', 'zzb-2020-19.42']}
    course['modules'] = []
    for index in range(pick.randrange(4)):
        module = {'name': f'{pick.choice(words)}模块{index}', 'hours': pick.choice([0, 8, 12.5]), 'content': pick.choice(words)}
        module['tasks'] = [{'text': TASKS[0], 'decision': 'accepted', 'hours': 1.5}, {'text': TASKS[1], 'decision': 'accepted'},
                           {'text': TASKS[2], 'decision': 'refused'}][:pick.randrange(4)]
        if not module['tasks']:
            del module['tasks']
        course['modules'].append(module)
    return course


def test_round(folder):
    book = folder / 'all.json'
    wanted = [make_course(number) for number in range(60)]
    book.write_text(json.dumps({'schema': 'jobguide-courses/1', 'provenance': 'local', 'courses': wanted}), encoding='utf-8')
    done = run('course', 'import', book, '--courses', folder / 'first.json')
    check('the courses are good', done.returncode == 0, done.stderr)
    for steps in (['csv'], ['xlsx'], ['json'], ['csv', 'xlsx', 'json', 'xlsx', 'csv']):
        last = folder / 'first.json'
        for number, step in enumerate(steps):
            table = folder / f'table{number}.{step}'
            done = run('course', 'export', '--output', table, '--courses', last)
            last = folder / f'book{number}-{"".join(steps)}.json'
            came = run('course', 'import', table, '--courses', last)
            if done.returncode or came.returncode:
                break
        same = last.exists() and last.read_bytes() == (folder / 'first.json').read_bytes()
        lost = [] if not last.exists() else [(a, b) for a, b in zip(wanted, courses(last)) if a != b][:1]
        check('nothing is lost: ' + ' → '.join(steps), same, (done.stderr, came.stderr, lost))
    done = run('course', 'export', '--output', folder / 'one.csv', 'course-7', 'course-9', '--courses', folder / 'first.json')
    check('only some', done.returncode == 0 and (folder / 'one.csv').read_text(encoding='utf-8-sig').count('\ncourse-9,') > 0
          and 'course-8' not in (folder / 'one.csv').read_text(encoding='utf-8'), done)
    done = run('course', 'export', '--output', folder / 'x.pdf', '--courses', folder / 'first.json')
    check('no such format', done.returncode == 1 and '.xlsx' in done.stderr and not (folder / 'x.pdf').exists(), done)
    done = run('course', 'export', '--output', folder / 'none' / 'x.xlsx', '--courses', folder / 'first.json')
    check('no such folder', done.returncode == 1 and 'x.xlsx' in done.stderr, done)


def test_sheet(folder):
    """What stands in the workbook: days with a format of days, codes and formulas as shared texts."""
    book = folder / 'sheet.json'
    book.write_text(json.dumps({'schema': 'jobguide-courses/1', 'provenance': 'local', 'courses': [
        {'id': 'course-1', 'name': '=1+1', 'state': 'open', 'code': '4-02-07-10', 'start': '2026-03-05', 'hours': 40.5}]}))
    run('course', 'export', '--output', folder / 'sheet.xlsx', '--courses', book)
    with zipfile.ZipFile(folder / 'sheet.xlsx') as archive:
        sheet = archive.read('xl/worksheets/sheet1.xml').decode()
        strings = archive.read('xl/sharedStrings.xml').decode()
        styles = archive.read('xl/styles.xml').decode()
    check('a day is a number with a format of days', '<v>46086</v>' in sheet and 'formatCode="yyyy-mm-dd"' in styles, sheet)
    check('hours are a number', '<v>40.5</v>' in sheet, sheet)
    check('code and formula are texts', '<t>4-02-07-10</t>' in strings and '<t>=1+1</t>' in strings and '<f>' not in sheet, strings)


def soffice(folder, kind, path):
    """What LibreOffice makes of a workbook."""
    out = folder / 'libreoffice'
    subprocess.run(['soffice', f'-env:UserInstallation={(folder / "profile").as_uri()}', '--headless', '--convert-to', kind, '--outdir', out,
                    path], capture_output=True, timeout=300, check=True)
    return out / path.with_suffix('.' + kind.split(':')[0]).name


def test_libreoffice(folder):
    """Only a long run has LibreOffice: days are days there, codes and formulas texts, and what it saves is read as it was."""
    book = folder / 'first.json'
    book.write_text(json.dumps({'schema': 'jobguide-courses/1', 'provenance': 'local', 'courses': [make_course(number) for number in range(60)]
                                + [{'id': 'course-f', 'name': '=1+1', 'state': 'open', 'start': '2026-03-05', 'code': '4-02-07-10'}]}))
    run('course', 'import', book, '--courses', folder / 'kept.json')
    table = folder / 'table.xlsx'
    run('course', 'export', '--output', table, '--courses', folder / 'kept.json')
    cells = re.findall(r'<table:table-cell[^>]*>.*?</table:table-cell>', soffice(folder, 'fods', table).read_text(encoding='utf-8'), re.S)
    texts = [(re.search(r'office:value-type="(\w+)"', cell), cell) for cell in cells]
    check('LibreOffice: a day is a day', any(kind and kind[1] == 'date' and 'date-value="2026-03-05"' in cell for kind, cell in texts))
    check('LibreOffice: codes and formulas are texts', all(kind and kind[1] == 'string' and 'table:formula' not in cell
          for kind, cell in texts if '<text:p>4-02-07-10<' in cell or '<text:p>=1+1<' in cell))
    saved = soffice(folder, 'xlsx:Calc MS Excel 2007 XML', table)
    done = run('course', 'import', saved, '--courses', folder / 'again.json')
    lost = [pair for pair in zip(courses(folder / 'kept.json'), courses(folder / 'again.json')) if pair[0] != pair[1]] if not done.returncode else []
    check('LibreOffice saves it: nothing is lost', done.returncode == 0 and not lost, (done.stderr, lost[:1]))


def workbook(rows, dimension='A1:B2', extra=''):
    """A workbook by hand."""
    cells = ''.join('<row r="%d">%s</row>' % (number, ''.join('<c t="inlineStr"><is><t>%s</t></is></c>' % cell for cell in row))
                    for number, row in rows)
    parts = {
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
                               'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
                               'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml"'
                               ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        'xl/workbook.xml': extra + '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
                           'openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/>'
                           '</sheets></workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                                      'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
                                      'Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="%s"/>'
                                    '<sheetData>%s</sheetData></worksheet>' % (dimension, cells),
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


# A small program of its own, since a process counts the memory of the one it was forked from.
MEASURE = """
import os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
usage = os.wait4(pid, 0)
print(os.waitstatus_to_exitcode(usage[1]), usage[2].ru_utime + usage[2].ru_stime, usage[2].ru_maxrss / 1024)
"""


def measured(*arguments):
    """The exit code, the words, the seconds of the processor and the megabytes of the biggest process."""
    done = subprocess.run([sys.executable, '-S', '-E', '-c', MEASURE, CTL, *map(str, arguments)], capture_output=True, timeout=60,
                          check=False, encoding='utf-8', env=environment())
    status, seconds, megabytes = done.stdout.split()[-3:]
    return int(status), done.stderr, float(seconds), float(megabytes)


GOOD_ROWS = [(1, ['课程名称', '总课时']), (2, ['甲', '40'])]
BOMB = '<!DOCTYPE w [<!ENTITY a "%s">%s]>' % ('x' * 1000, ''.join('<!ENTITY %s "%s">' % (b, f'&{a};' * 20)
                                                                  for a, b in zip('abcdefg', 'bcdefgh')))
HEAD = '课程名称,开课日期,总课时,模块名称\n'


def broken(good):
    """(file name, bytes, what the message names)"""
    deep = b'{"schema": "jobguide-courses/1", "provenance": "local", "courses": ' + b'[' * 100000
    return [
        ('good-cut.xlsx', good[:len(good) // 2], 'good-cut.xlsx'),
        ('no-zip.xlsx', '课程名称,总课时\n甲,40\n'.encode(), 'no-zip.xlsx'),
        ('empty.xlsx', b'', 'empty.xlsx'),
        ('entities.xlsx', workbook(GOOD_ROWS, extra=BOMB), 'entities.xlsx'),
        ('day.xlsx', workbook([(1, ['课程名称', '开课日期']), (2, ['甲', '2020-02-30'])]), '第 2 行 B 列'),
        ('bidi.xlsx', workbook([(1, ['课程名称', '开课日期']), (2, ['甲\u202e', ''])]), '第 2 行 A 列'),
        ('far-row.xlsx', workbook([(1, ['课程名称', '总课时']), (1000000000, ['甲', 'x'])], 'A1:XFD1000000000'), 'far-row.xlsx'),
        ('zip-bomb.xlsx', workbook([(number, ['课' * 3000] * 5) for number in range(1, 1500)]), 'zip-bomb.xlsx'),
        ('old.xls', b'\xd0\xcf\x11\xe0', '.xlsx'),
        ('cut.csv', (HEAD + '甲,2026-03-05,"40').encode(), '第 2 行 C 列'),
        ('cut-letter.csv', ('课程名称,开课日期,总课时\n示范培训课程一'.encode())[:-1], '第 2 行'),
        ('zero.csv', (HEAD + '甲,\0,,\n').encode(), '零字节'),
        ('day.csv', (HEAD + '甲,2020-02-30,,\n').encode('gbk'), '第 2 行 B 列'),
        ('wide.csv', ('课程名称,' + ',' * 100000 + '总课时\n甲,4\n').encode(), '200 列'),
        ('tall.csv', (HEAD + '甲,,,\n' * 1000000).encode(), '20000 行'),
        ('rows.csv', (HEAD + ''.join(f'课{number},x,y,\n' for number in range(19000))).encode(), '第 2 行 B 列'),
        ('same.csv', (HEAD + '甲,,,一\n乙,,,\n甲,,,二\n').encode(), '第 4 行'),
        ('path.csv', ('课程编号,课程名称,总课时\n../../甲,甲,4\n').encode(), '第 2 行 A 列'),
        ('long.csv', (HEAD + '甲' * 300000 + ',,,\n').encode(), '第 2 行 A 列'),
        ('quotes.csv', (HEAD + '"' * 300001).encode(), 'quotes.csv'),
        ('huge.csv', b'a' * (9 * 1024 * 1024), 'huge.csv'),
        ('no-head.csv', '甲,乙\n1,2\n'.encode(), '表头'),
        ('none.csv', None, 'none.csv'),
        ('deep.json', deep, 'deep.json'),
        ('cut.json', deep[:40], 'cut.json'),
        ('bytes.json', b'{"schema": "\xff"}', 'bytes.json'),
        ('pack.json', b'{"schema": "jobguide-pack/1", "provenance": "local", "courses": []}', '/schema'),
    ]


def test_broken(folder):
    book = folder / 'kept.json'
    (folder / 'good.csv').write_text('课程名称,总课时\n甲,40\n', encoding='utf-8')
    run('course', 'import', folder / 'good.csv', '--courses', book)
    run('course', 'export', '--output', folder / 'good.xlsx', '--courses', book)
    before = book.read_bytes()
    good = folder / 'by-hand.xlsx'
    good.write_bytes(workbook(GOOD_ROWS))
    check('the workbook by hand is read when it is whole', run('course', 'import', good, '--preview', '--courses', book).returncode == 0)
    slow = []
    for name, data, words in broken((folder / 'good.xlsx').read_bytes()):
        path = folder / 'in' / name
        path.parent.mkdir(exist_ok=True)
        if data is not None:
            path.write_bytes(data)
        status, said, seconds, megabytes = measured('course', 'import', path, '--courses', book)
        left = sorted(file.name for file in folder.iterdir() if file.is_file())
        check(f'{name} is refused with its place', status == 1 and words in said and name in said and book.read_bytes() == before,
              (status, said[:300]))
        if not SANITIZED and (seconds > 1 or megabytes > 100):
            slow.append((name, round(seconds, 2), round(megabytes)))
        if data is not None:
            path.unlink()
    check('each in a second and a hundred megabytes', not slow, slow)
    check('nothing is left behind', left == ['by-hand.xlsx', 'good.csv', 'good.xlsx', 'kept.json'], left)


def main():
    for test in (test_trainer, test_round, test_sheet, test_broken) + ((test_libreoffice,) if os.environ.get('JOBGUIDE_TEST_LONG') else ()):
        with tempfile.TemporaryDirectory() as folder:
            test(Path(folder))
    finish()


main()
