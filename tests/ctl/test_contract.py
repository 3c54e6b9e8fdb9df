# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line against its contract: keys, exit codes, what stands on which stream.

What is expected of the answers is read from data/sources and from the table below, not from the packs.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tapcheck import check, finish

CTL = sys.argv[1]
ROOT = Path(os.environ['JOBGUIDE_SOURCE_ROOT'])
SAMPLES = ROOT / 'data' / 'samples'


def run(*arguments, **more):
    # No display and an empty environment: the command needs neither.
    env = {'PATH': os.environ['PATH'], 'HOME': '/nonexistent', 'LANG': more.pop('lang', 'C.UTF-8')}
    for key in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS'):
        if key in os.environ:
            env[key] = os.environ[key]
    return subprocess.run([CTL, *map(str, arguments)], capture_output=True, env=env, timeout=60, **more)


def answer(*arguments):
    done = run('--json', '--as-of', '2026-11-23', *arguments)
    try:
        return done.returncode, json.loads(done.stdout.decode())
    except ValueError:
        return done.returncode, None


def squeeze(text):
    return re.sub(r'\s', '', text)


def load_documents():
    index = json.loads((ROOT / 'data/sources/documents.json').read_text())
    texts = {}
    for document in index['documents']:
        text = (ROOT / 'data/sources' / document['file']).read_bytes().decode()
        texts[document['key']] = (document, text.split('\n'))
    return texts


TEXTS = load_documents()


def in_document(key, quote):
    return squeeze(quote) in squeeze(''.join(TEXTS[key][1]))


def clause_text(measure):
    document, lines = TEXTS[measure['document']['key']]
    clause = next(c for c in document['clauses'] if c['clause'] == measure['clause'])
    first = document['first_line']
    return squeeze(''.join(lines[clause['line'] - first:clause['line_to'] - first + 1]))


# What the texts call the people of a group whose members no text lists elsewhere.
PEOPLE = {'退役军人': '退役|转业|军转', '农民工': '农民工|农村转移', '高校毕业生': '毕业生', '贫困劳动力': '贫困|建档立卡', '残疾人': '残疾',
          '零就业家庭': '零就业', '就业困难人员': '就业困难', '低保家庭': '低保|最低生活', '返乡入乡人员': '返乡|入乡|下乡',
          '去产能企业职工': '去产能|过剩', '未继续升学的初高中毕业生': '未继续升学', '下岗失业人员': '下岗', '留学回国人员': '留学'}

# Every code of the two notices: current, former and cancelled, with the name it has after both.
CODES = {
    '2-02-07-13': '智能制造工程技术人员', '2-02-10-13': '工业互联网工程技术人员', '2-02-10-14': '虚拟现实工程技术人员',
    '4-01-02-06': '连锁经营管理师', '4-02-06-05': '供应链管理师', '4-02-07-10': '网约配送员', '4-04-05-05': '人工智能训练师',
    '4-08-05-07': '电气电子产品环保检测员', '4-13-05-04': '全媒体运营师', '4-14-01-02': '健康照护师', '4-14-01-03': '呼吸治疗师',
    '4-14-02-04': '出生缺陷防控咨询师', '4-14-03-06': '康复辅助技术咨询师', '6-23-03-15': '无人机装调检修工',
    '6-29-02-16': '铁路综合维修工', '6-29-99-00': '装配式建筑施工员', '2-02-10-15': '区块链工程技术人员',
    '3-01-01-06': '城市管理网格员', '4-01-02-07': '互联网营销师', '4-04-04-04': '信息安全测试员', '4-04-05-06': '区块链应用操作员',
    '4-13-99-02': '在线学习服务师', '4-14-01-04': '社群健康助理员', '4-14-02-05': '老年人能力评估师',
    '6-20-99-00': '增材制造设备操作员', '4-14-04-01': '防疫员', '4-14-04-02': '消毒员', '4-14-04-03': '公共场所卫生管理员',
    '3-01-01-01': '行政办事员', '3-01-02-02': '秘书', '4-01-02-02': '电子商务师', '4-02-01-01': '轨道列车司机',
    '4-07-03-01': '职业指导员', '4-07-03-04': '企业人力资源管理师', '4-08-08-11': '首饰设计师', '4-14-01-01': '医疗临床辅助服务员',
    '6-11-01-06': '腐蚀控制工', '6-27-01-00': '废旧物资加工处理工', '6-29-02-01': '铁路自轮运转设备工',
    '4-04-04-02': '网络与信息安全管理员', '4-05-01-02': '银行信贷员', '4-13-99-01': '电子竞技员', '6-09-03-07': '壁画制作工',
}
FORMER = {'4-14-01-00': '医疗临床辅助服务员', '4-13-99-00': '电子竞技员'}
NAMES = {'防腐蚀工': '6-11-01-06', '公共卫生辅助服务员': '4-14-04-00', '防疫员': '4-14-04-01', '直播销售员': '4-01-02-07'}
SHOW_KEYS = {'as_of', 'code', 'edition', 'name', 'status', 'provenance', 'marks', 'classes', 'definition', 'tasks', 'work_types',
             'changes', 'codes', 'sources', 'measures', 'related', 'also_this_code'}


def test_show():
    tasks = 0
    full = 0
    for code, name in CODES.items():
        status, shown = answer('show', code)
        why = None
        if status != 0 or shown is None:
            why = 'exit %d' % status
        elif not SHOW_KEYS <= set(shown):
            why = 'missing %s' % (SHOW_KEYS - set(shown))
        elif (shown['name'], shown['code'], shown['edition'], shown['status']) != (name, code, '2020', 'current'):
            why = (shown['name'], shown['code'], shown['edition'], shown['status'])
        else:
            keys = {source['document'] for source in shown['sources']}
            words = [shown['definition'] or ''] + shown['tasks']
            lost = [word for word in words if not any(in_document(key, word) for key in keys)]
            lost += [change['quote'] for change in shown['changes'] if not in_document(change['document'], change['quote'])]
            if lost:
                why = lost
            elif not shown['changes']:
                why = 'no change recorded'
            elif len(shown['classes']) != 3:
                why = shown['classes']
            elif (shown['definition'] is None) != (not shown['tasks']):
                why = 'definition and tasks go together'
            tasks += len(shown['tasks'])
            full += shown['definition'] is not None
        check('show %s %s' % (code, name), why is None, why)
    check('180 tasks in 28 full entries', (tasks, full) == (180, 28), (tasks, full))

    for code, name in FORMER.items():
        status, shown = answer('show', code)
        codes = {row['code']: row for row in shown['codes']}
        check('former code %s' % code, status == 0 and shown['name'] == name and codes[code]['status'] == 'former', shown['codes'])
    for name, code in NAMES.items():
        status, shown = answer('show', name)
        check('show %s' % name, status == 0 and shown['code'] == code, shown)

    status, shown = answer('show', '4-14-04-00')
    check('the cancelled one', status == 0 and shown['status'] == 'cancelled' and shown['definition'] is None
          and {one['status'] for one in shown['work_types']} == {'promoted'} and len(shown['successors']) == 3, shown)
    status, shown = answer('show', '防疫员')
    check('防疫员 is an occupation', shown['tasks'] and shown['provenance'] == 'official', shown)
    status, shown = answer('show', '4-14-01-03', '--edition', '2022')
    check('the same digits in 2022', shown['name'] == '健康照护师' and shown['edition'] == '2022'
          and shown['also_this_code'] == [{'edition': '2020', 'name': '呼吸治疗师', 'provenance': 'official'}], shown['also_this_code'])
    status, shown = answer('show', '4-14-01-03')
    check('the same digits in 2020', shown['name'] == '呼吸治疗师' and shown['also_this_code'][0]['name'] == '健康照护师', shown)
    done = run('show', '2-02-07-13', '--edition', '2022')
    check('a code of another edition that is not here', done.returncode == 1 and '铸造工程技术人员' in done.stderr.decode(), done.stderr)
    status, shown = answer('show', '4-08-05-07')
    check('the L mark is a mark and not part of the name', shown['marks'] == ['L'] and not shown['name'].endswith('L'), shown['name'])


def test_related():
    related = {}
    bad = []
    entries = {code: answer('show', code)[1] for code in CODES}
    for code, name in CODES.items():
        shown = entries[code]
        related[name] = [entry['name'] for entry in shown['related']]
        counts = [len(entry['pairs']) for entry in shown['related']]
        if counts != sorted(counts, reverse=True):
            bad.append((name, counts))
        for entry in shown['related']:
            there = entries[entry['code']]
            if (entry['name'], entry['edition'], entry['provenance']) != (there['name'], '2020', 'official'):
                bad.append((name, entry['name']))
            for pair in entry['pairs']:
                if shown['tasks'][pair['task'] - 1] != pair['text'] or there['tasks'][pair['other_task'] - 1] != pair['other_text']:
                    bad.append((name, pair))
                for word in pair['words']:
                    here = [pair['text'].encode()[a:b].decode() for a, b in word['bytes']]
                    other = [pair['other_text'].encode()[a:b].decode() for a, b in word['other_bytes']]
                    if not here or not other or (word['via'] == 'task' and {squeeze(w) for w in here + other} != {word['words']}):
                        bad.append((name, word))
    check('related: the printed sentences with the bytes of the shared words', not bad, bad[:3])
    for name, others in (('区块链工程技术人员', ['区块链应用操作员']), ('健康照护师', ['呼吸治疗师', '社群健康助理员', '老年人能力评估师']),
                         ('防疫员', ['消毒员'])):
        check('related to %s' % name, set(others) <= set(related[name]), related[name])
    check('nothing is like 网约配送员, and what has no tasks is like nothing',
          related['网约配送员'] == [] and related['秘书'] == [], (related['网约配送员'], related['秘书']))
    said = run('show', '防疫员').stdout.decode()
    check('show says what is alike and why', '相近职业' in said and '≈ 3. 从事环境、场所、物品的消毒工作；' in said
          and '相同的词：场所、物品' in said, said)
    said = run('show', '网约配送员').stdout.decode()
    check('show says that nothing is alike', '没有与它任务相近的职业' in said, said)


def printed(path):
    return squeeze(subprocess.run(['pdftotext', '-raw', path, '-'], capture_output=True, check=True).stdout.decode())


def test_occupation_papers():
    date = json.loads((ROOT / 'data/sources/documents.json').read_text())
    dates = max(document['date'] for document in date['documents'] if document.get('date'))[:7]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'one.pdf'
        for code in ('4-14-01-02', '4-07-03-04', '4-08-05-07'):
            name = CODES[code]
            status, shown = answer('show', code, '--output', path)
            if status != 0 or not path.exists():
                check('show --output %s' % name, False, (status, shown))
                continue
            text = printed(path)
            wanted = [name, code + '（2020版', '资料截至' + dates, *shown['tasks'], shown['definition'] or '没有印出这个职业的定义']
            wanted += [one['name'] for one in shown['work_types']] + [change['quote'] for change in shown['changes']]
            wanted += [TEXTS[source['document']][0]['number'] + '，' + source['clause'] for source in shown['sources']]
            wanted += [entry['name'] for entry in shown['related']]
            lost = [words for words in wanted if squeeze(words) not in text]
            check('%s on paper, every sentence as printed' % name, not lost and shown['pages'] >= 1, lost)
            path.unlink()
        check('a folder that is not there', run('show', '防疫员', '--output', '/nonexistent/x.pdf').returncode == 1)


def test_compare():
    rows = (('区块链工程技术人员', '区块链应用操作员'), ('4-14-01-02', '4-14-01-03', '4-14-01-04', '4-14-02-05'),
            ('防疫员', '消毒员', '公共场所卫生管理员'), ('网约配送员', '秘书', '4-14-04-00'))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'compare.pdf'
        for names in rows:
            entries = [answer('show', name)[1] for name in names]
            status, found = answer('compare', *names, '--output', path)
            if status != 0:
                check('compare %s' % names[0], False, found)
                continue
            taken = [[row[i]['task'] for row in found['alike'] if row[i] is not None] +
                     [own['task'] for own in one['own_tasks']] for i, one in enumerate(found['occupations'])]
            check('compare %s: each task once' % names[0], [one['name'] for one in found['occupations']] == [one['name'] for one in entries]
                  and [sorted(one) for one in taken] == [list(range(1, len(one['tasks']) + 1)) for one in entries], taken)
            bad = [cell for row in found['alike'] for i, cell in enumerate(row)
                   if cell and (cell['text'] != entries[i]['tasks'][cell['task'] - 1] or not cell['bytes']
                                or any(not squeeze(cell['text'].encode()[a:b].decode()) for a, b in cell['bytes']))]
            bad += [row for row in found['alike'] if len(row) != len(names) or sum(cell is not None for cell in row) < 2]
            check('compare %s: what is alike stands in one row' % names[0], not bad and bool(found['alike']) == (names[0] != '网约配送员'), bad)
            text = printed(path)
            lost = [words for one in entries for words in [one['name'], one['code'] + '（2020版', one['definition'] or one['name'], *one['tasks']]
                    if squeeze(words) not in text]
            lost += [one['name'] for one in entries if TEXTS[one['sources'][0]['document']][0]['number'] + '，' + one['sources'][0]['clause']
                     not in text]
            check('compare %s on paper, every sentence as printed' % names[0], not lost and '资料截至' in text, lost)
            size = re.search(r'Page size:\s+([\d.]+) x ([\d.]+)', subprocess.run(['pdfinfo', path], capture_output=True).stdout.decode())
            check('compare %s lies on A4' % names[0], round(float(size[1])) == 842 and round(float(size[2])) == 595, size)
        two = answer('compare', '防疫员', '消毒员')[1]
        pair = [entry for entry in answer('show', '防疫员')[1]['related'] if entry['name'] == '消毒员'][0]['pairs']
        check('compare lines up what show calls related', [[row[0]['task'], row[1]['task']] for row in two['alike']]
              == [[one['task'], one['other_task']] for one in pair], two['alike'])
        said = run('compare', '防疫员', '消毒员').stdout.decode()
        check('compare speaks to a person', '相近的任务' in said and '各自的任务' in said and '防疫员 3. 消除环境' in said, said)
        for arguments in (['防疫员'], ['防疫员', '消毒员', '秘书', '消毒员', '健康照护师'], ['防疫员', '消毒员', '--large-print']):
            check('compare %s is wrong usage' % ' '.join(arguments), run('compare', *arguments).returncode == 2)
        for arguments in (['防疫员', '防疫员'], ['防疫员', '4-14-04-01'], ['防疫员', '宇航员'],
                          ['防疫员', '消毒员', '--output', '/nonexistent/x.pdf']):
            done = run('compare', *arguments)
            check('compare %s gives nothing' % ' '.join(arguments), done.returncode == 1 and done.stderr and not done.stdout, done)


def test_search():
    for query, code, field in (('4-01-02-07', '4-01-02-07', 'code'), ('4010207', '4-01-02-07', 'code'), ('带货', '4-01-02-07', 'alias'),
                               ('互联网营销师', '4-01-02-07', 'name'), ('防腐蚀工', '6-11-01-06', 'former-name'),
                               ('4-13-99-00', '4-13-99-01', 'former-code'), ('直播销售员', '4-01-02-07', 'work-type'),
                               ('hulianwang', '4-01-02-07', 'pinyin'), ('hlwyxs', '4-01-02-07', 'initials'),
                               ('佣金结算', '4-01-02-07', 'task')):
        status, found = answer('search', query)
        rows = found['results'] if found else []
        hits = [row for row in rows if row['code'] == code]
        check('search %s' % query, status == 0 and hits and hits[0]['matched']['field'] == field
              and hits[0]['certainty'] == 'exact' and hits[0]['edition'] == '2020', rows[:3])
    status, found = answer('search', '4-14-04-00')
    order = [row['code'] for row in found['results']]
    check('a cancelled code lists its successors first', order[:4] == ['4-14-04-01', '4-14-04-02', '4-14-04-03', '4-14-04-00'], order)
    done = run('--json', 'search', '潜艇艇长')
    check('nothing found is said, with exit 1', done.returncode == 1 and '目录未收录' in done.stderr.decode()
          and all(row['certainty'] == 'near' for row in json.loads(done.stdout)['results']), done)
    status, found = answer('search', '师', '--limit', '3')
    check('--limit', status == 0 and len(found['results']) == 3)


def test_document():
    for key, (document, lines) in TEXTS.items():
        status, shown = answer('document', key)
        printed = ''.join(line['text'] for clause in shown['clauses'] for line in clause['lines'])
        check('document %s whole' % key, status == 0 and squeeze(printed) == squeeze(''.join(lines)) and shown['number'] == document['number'])
    check('by number', answer('document', '国发〔2017〕28号')[1]['key'] == 'gf-2017-28')
    check('no such document', run('document', '国发〔2018〕28号').returncode == 1)


def test_measures():
    profile = SAMPLES / 'livestream-seller.json'
    status, shown = answer('measures', profile)
    check('measures answers', status == 0 and len(shown['measures']) == 359, status)
    lost = [m['id'] for m in shown['measures'] if not in_document(m['document']['key'], m['quote'])]
    check('every quote is in its document', not lost, lost)
    labels = {(key, clause['clause']) for key, (document, lines) in TEXTS.items() for clause in document['clauses']}
    lost = [m['id'] for m in shown['measures'] if (m['document']['key'], m['clause']) not in labels]
    check('every clause is one of its document', not lost, lost)
    allowed = {'conditions': {'met', 'unknown', 'failed'}, 'validity': {'open', 'unstated', 'unclear', 'ended', 'future'},
               'offer': {'background', 'ended', 'future', 'no', 'ask', 'likely'}, 'tier': set('ABC'),
               'force': {'grants', 'by-rule', 'local-option', 'encourage', 'explore'}}
    wrong = [(m['id'], key, m[key]) for m in shown['measures'] for key in allowed if m[key] not in allowed[key]]
    check('words of the contract', not wrong, wrong)
    keys = {'id', 'name', 'document', 'clause', 'quote', 'beneficiary', 'conditions', 'validity', 'force', 'tier', 'offer', 'provenance',
            'caveats', 'reasons', 'ask'}
    check('keys of the contract', all(keys <= set(m) for m in shown['measures']))
    over = [m['id'] for m in shown['measures'] if m['valid_to'] and m['valid_to'] < '2026-11-23' and m['offer'] in ('likely', 'ask')
            and m['validity'] != 'unclear']
    check('nothing ended is offered', not over, over)
    check('tier C is never offered', all(m['offer'] == 'background' for m in shown['measures'] if m['tier'] == 'C'))
    claims = [m['id'] for m in shown['measures'] for text in m['caveats'] if re.search('现行有效|仍执行|(?<!是否)有效(?!期)', text)]
    check('never said to be in force', not claims, claims)
    named = {name: [m for m in shown['measures'] if name in m['people']] for name in PEOPLE}
    check('groups of people', all(named.values()), [name for name in named if not named[name]])
    lost = [(m['id'], name) for name in PEOPLE for m in named[name] if not re.search(PEOPLE[name], clause_text(m))]
    check('a group of people stands in the clause', not lost, lost)
    seen = [q['fact'] for q in shown['questions']]
    decides = [q['decides'] for q in shown['questions']]
    check('questions once each', len(seen) == len(set(seen)) and all(q['question'] and q['decides'] > 0 for q in shown['questions']), decides)
    facts = {f['key'] for f in answer('facts')[1]['facts']}
    check('questions come from the vocabulary', all(fact in facts or re.match('(place|wants):', fact) or
                                                    fact in ('age', 'sex', 'education') for fact in seen), set(seen) - facts)
    early = answer('--as-of', '2020-10-15', 'measures', profile)[1]
    check('--as-of carries', early['as_of'] == '2020-10-15')


def test_match():
    for path in sorted(SAMPLES.glob('*.json')):
        status, shown = answer('match', path)
        why = None
        for match in shown['matches']:
            entry = answer('show', match['code'])[1]
            named = {r['task'] for r in match['reasons'] if r['task']}
            if not match['reasons']:
                why = 'no reason for %s' % match['name']
            tasks = {t['task']: t for t in match['tasks']}
            if [t['text'] for t in match['tasks']] != entry['tasks']:
                why = 'tasks of %s are not those printed' % match['name']
            for number, task in tasks.items():
                can = any(r['task'] == number and r['field'] != 'wish' for r in match['reasons'])
                if task['state'] not in ('can', 'learn', 'not-shown') or can != (task['state'] == 'can'):
                    why = '%s %d is %s' % (match['name'], number, task['state'])
                if (task['like'] is None) != (task['like_words'] is None) or task['like'] and tasks[task['like']]['state'] != 'can':
                    why = '%s %d is like %s' % (match['name'], number, task['like'])
            if any(t['offer'] not in ('likely', 'ask') for t in match['training']):
                why = 'training of %s that is not offered' % match['name']
            if named | set(match['open_tasks']) != set(range(1, len(entry['tasks']) + 1)) or named & set(match['open_tasks']):
                why = 'tasks of %s are not all told' % match['name']
            for reason in match['reasons']:
                if reason['task'] and entry['tasks'][reason['task'] - 1] != reason['text']:
                    why = reason
        if shown['refused'] or shown['struck']:
            why = 'something is left out'
        check('match %s' % path.name, status == 0 and why is None and shown['not_in_catalogue'] == (not shown['matches']), why)


def test_nothing_said():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'silent.json'
        path.write_text('{"schema": "jobguide-profile/1"}')
        status, shown = answer('match', path)
        check('who said nothing is not “not in the catalogue”', status == 0 and shown['matches'] == [] and not shown['not_in_catalogue'], shown)
        out = Path(folder) / 'silent.pdf'
        run('sheet', path, '--output', out)
        text = subprocess.run(['pdftotext', str(out), '-'], capture_output=True, check=True).stdout.decode()
        check('nor does the sheet say so', '目录未收录' not in text and '还没有比对' in text, text[:400])


def test_sheet():
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / '指导单.pdf'
        status, shown = answer('sheet', SAMPLES / 'livestream-seller.json', '--output', out)
        check('sheet', status == 0 and out.read_bytes().startswith(b'%PDF') and shown['pages'] == 1, shown)
        done = run('sheet', SAMPLES / 'livestream-seller.json', '--output', Path(folder) / 'no' / 'x.pdf')
        check('a sheet that cannot be written', done.returncode == 1 and done.stderr and not (Path(folder) / 'no').exists(), done.stderr)
        done = run('sheet', SAMPLES / 'livestream-seller.json', '--output', out, '--code', '4-99-99-99')
        check('a sheet for a code that is not here', done.returncode == 1 and b'4-99-99-99' in done.stderr, done.stderr)


def test_usage():
    for arguments in ((), ('dance',), ('search',), ('show',), ('show', 'x', '--edition', '1999'), ('show', 'x', '--limit', '3'),
                      ('--as-of', '2020-02-30', 'search', 'x'), ('--as-of', 'today', 'search', 'x'), ('--nonsense',), ('pack',),
                      ('pack', 'dance'), ('pack', 'build', 'x.db'), ('pack', 'build', 'x.json', 'y.json'), ('sheet', 'x.json'),
                      ('facts', 'x'), ('match',), ('search', 'x', '--limit', '-1')):
        done = run(*arguments)
        check('usage: %s' % ' '.join(arguments), done.returncode == 2 and done.stderr and not done.stdout, done)
    done = run('--catalogue', '/nonexistent/c.db', 'search', 'x')
    check('a missing catalogue', done.returncode == 1 and b'/nonexistent/c.db' in done.stderr, done)
    done = run('--with', 'nothing', 'search', 'x')
    check('a pack that is not here', done.returncode == 1 and b'nothing' in done.stderr, done)
    done = run('show', '4-01-02-07', lang='C')
    check('Chinese also without a locale', '互联网营销师' in done.stdout.decode('utf-8', 'replace'), done.stdout[:80])


def test_bad_profiles():
    bad = {'empty': b'', 'array': b'[]', 'no-schema': b'{}', 'unknown-key': b'{"schema": "jobguide-profile/1", "colour": 1}',
           'both': b'{"schema": "jobguide-profile/1", "age": 20, "birth": "1990"}', 'deep': b'[' * 100000,
           'date': b'{"schema": "jobguide-profile/1", "birth": "1990-13"}', 'utf8': b'{"schema": "\xff"}'}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in bad.items():
            path = Path(folder) / (name + '.json')
            path.write_bytes(content)
            for command in ('match', 'measures'):
                done = run(command, path)
                check('%s with a bad profile: %s' % (command, name), done.returncode == 1 and path.name.encode() in done.stderr
                      and not done.stdout, done)


def test_pack():
    packs = sorted((ROOT / 'data/packs').glob('*.json'))
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder) / '1.db', Path(folder) / '2.db'
        first = run('pack', 'build', '--sources', ROOT / 'data/sources', one, *packs)
        second = run('pack', 'build', '--sources', ROOT / 'data/sources', two, *reversed(packs))
        check('build, in any order, the same bytes', first.returncode == second.returncode == 0 and one.read_bytes() == two.read_bytes(),
              first.stderr)
        check('check', run('pack', 'check', '--sources', ROOT / 'data/sources', *packs).returncode == 0)
        status, shown = answer('pack', 'show', packs[-1])
        check('show', status == 0 and shown['id'] and shown['sources'] and 'counts' in shown, shown)
        before = one.read_bytes()
        bad = Path(folder) / 'bad.json'
        bad.write_bytes(packs[0].read_bytes()[:-100])
        done = run('pack', 'build', '--sources', ROOT / 'data/sources', one, bad)
        check('a bad pack leaves the old catalogue alone', done.returncode == 1 and b'bad.json' in done.stderr
              and one.read_bytes() == before and sorted(p.name for p in Path(folder).iterdir()) == ['1.db', '2.db', 'bad.json'], done)


for test in (test_show, test_related, test_occupation_papers, test_compare, test_search, test_document, test_measures, test_match, test_nothing_said, test_sheet, test_usage, test_bad_profiles, test_pack):
    test()
finish()
