# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who a pack is from, held against minisign itself; an old one that comes back; and what one pack says other than another."""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tapcheck import check, finish

CTL = sys.argv[1]
CATALOGUE = Path(os.environ['JOBGUIDE_BUILD_ROOT']) / 'data/catalogue.db'
SOURCES = [{'title': '本局', 'licence': 'CC0-1.0', 'credit': '本局'}]


def run(*arguments, home='/nonexistent'):
    kept = {key: os.environ[key] for key in ('PATH', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS') if key in os.environ}
    return subprocess.run([CTL, '--as-of', '2026-11-25', *map(str, arguments)], capture_output=True, timeout=60, check=False,
                          encoding='utf-8', env=kept | {'HOME': str(home), 'XDG_DATA_HOME': str(home), 'XDG_CACHE_HOME': f'{home}/cache', 'LANG': 'C.UTF-8'})


def run_json(done):
    return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr


def answer(*arguments):
    done = run('--json', *arguments)
    return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr


def pack(version='1', **lists):
    return json.dumps({'schema': 'jobguide-pack/1', 'id': 'office', 'version': version, 'title': '本局', 'date': '2026-01',
                       'provenance': 'local', 'sources': SOURCES} | lists, ensure_ascii=False)


def make_key(folder, name):
    subprocess.run(['minisign', '-G', '-W', '-p', folder / f'{name}.pub', '-s', folder / f'{name}.key'], check=True, capture_output=True)


def sign(folder, key, path, comment, *options):
    subprocess.run(['minisign', '-S', *options, '-s', folder / f'{key}.key', '-m', path, '-t', comment], check=True, capture_output=True)


def test_signatures(folder):
    keys = folder / 'keys'
    keys.mkdir()
    for name in ('office', 'stranger'):
        make_key(folder, name)
    shutil.copy(folder / 'office.pub', keys / 'office.pub')
    path = folder / 'office.json'
    path.write_text(pack(), encoding='utf-8')
    beside = folder / 'office.json.minisig'

    def verify():
        return run('--catalogue', CATALOGUE, 'pack', 'verify', path, '--keys', keys)

    done = verify()
    check('no signature', done.returncode == 1 and 'office.json' in done.stderr and '没有签名' in done.stderr and not done.stdout, done)
    for options in ([], ['-l']):
        sign(folder, 'office', path, 'seq:7 市就业局', *options)
        done = verify()
        check('minisign %s: good' % ('legacy' if options else 'prehashed'), done.returncode == 0 and '签名相符：office' in done.stdout
              and '第 7 号' in done.stdout and '备注：seq:7 市就业局' in done.stdout, done)
        status, shown = answer('--catalogue', CATALOGUE, 'pack', 'verify', path, '--keys', keys)
        # minisign leaves out zeros in front.
        printed = (folder / 'office.pub').read_text().split()[5].zfill(16)
        check('JSON: key id as minisign prints it, comment and number', shown['signature'] == {
            'state': 'good', 'key_id': printed, 'key_name': 'office', 'comment': 'seq:7 市就业局', 'sequence': 7, 'shipped': False}
            and shown['problem'] is None, shown)
        good = beside.read_text(encoding='utf-8')
        lines = good.splitlines()
        raw = bytearray(base64.b64decode(lines[1]))
        raw[40] ^= 1
        other = bytearray(base64.b64decode(lines[3]))
        other[5] ^= 1
        wrong = {
            'the comment': good.replace('seq:7', 'seq:9'),
            'a bit of the signature': '\n'.join([lines[0], base64.b64encode(raw).decode(), *lines[2:], '']),
            'a bit of the second signature': '\n'.join([*lines[:3], base64.b64encode(other).decode(), '']),
            'cut': good[:200], 'empty': '', 'a line too many': good + 'x\n', 'three lines': '\n'.join(lines[:3]),
            'no base64': '\n'.join([lines[0], '!!!', *lines[2:], '']), 'no comment': good.replace('trusted comment: seq', 'comment: seq'),
            'too long': good + '\n' * 5000, 'another kind': '\n'.join([lines[0], 'AA' + lines[1][2:], *lines[2:], '']),
        }
        for name, text in wrong.items():
            beside.write_text(text, encoding='utf-8')
            done = verify()
            check(f'changed: {name}', done.returncode == 1 and not done.stdout and ('签名' in done.stderr or '字节' in done.stderr), done)
        beside.write_bytes(good.encode()[:-20] + b'\0' * 20)
        check('zero bytes', verify().returncode == 1)
        beside.write_text(good, encoding='utf-8')
        path.write_text(pack() + ' ', encoding='utf-8')
        done = verify()
        check('the file was changed by one blank', done.returncode == 1 and '签名与文件不符' in done.stderr, done)
        path.write_text(pack(), encoding='utf-8')
    sign(folder, 'office', path, 'a comment without a number')
    check('no number: good, and that is said', (lambda d: d.returncode == 0 and '没有序号' in d.stdout)(verify()))
    sign(folder, 'office', path, 'seq:7\u202e')
    check('a comment that turns the writing', verify().returncode == 1)
    sign(folder, 'stranger', path, 'seq:99')
    done = verify()
    check('a key that nobody trusts', done.returncode == 1 and '不在管理员信任的公钥里' in done.stderr, done)
    shutil.copy(folder / 'stranger.pub', keys / 'z.pub')
    check('until the administrator does', verify().returncode == 0)
    (keys / 'z.pub').chmod(0o666)
    done = verify()
    check('a key that anybody may write is no key', done.returncode == 1 and 'z.pub' in done.stderr and 'chmod' in done.stderr, done)
    (keys / 'z.pub').write_text('untrusted comment: x\nRWTxxxx\n')
    (keys / 'z.pub').chmod(0o644)
    done = verify()
    check('a broken key is told', 'z.pub' in done.stderr and '不是 minisign 的公钥' in done.stderr, done)
    check('no folder of keys', run('--catalogue', CATALOGUE, 'pack', 'verify', path, '--keys', folder / 'none').returncode == 1)
    path.write_text('{"schema": "jobguide-pack/1"', encoding='utf-8')
    done = verify()
    check('a broken pack: its place, not its signature', done.returncode == 1 and 'office.json:1:' in done.stderr, done)
    for wrong in (['pack', 'verify'], ['pack', 'verify', 'a', 'b'], ['pack', 'diff', 'a'], ['facts', '--keys', keys]):
        check('usage: ' + ' '.join(map(str, wrong[:2])), run(*wrong).returncode == 2)


def test_rollback(folder):
    make_key(folder, 'office')
    keys = folder / 'keys'
    keys.mkdir()
    shutil.copy(folder / 'office.pub', keys)
    place = folder / 'optional'
    place.mkdir()
    shutil.copy(CATALOGUE, folder / 'catalogue.db')
    stands = place / 'office.json'
    stands.write_text(pack('5'), encoding='utf-8')
    sign(folder, 'office', stands, 'seq:5')
    come = folder / 'come.json'
    for version, comment, good in (('6', 'seq:6', True), ('4', 'seq:4', False), ('x', 'seq:5', False), ('y', 'no number', False),
                                   ('5', 'seq:5', True), ('5', 'seq:1', True)):
        come.write_text(pack(version), encoding='utf-8')
        sign(folder, 'office', come, comment)
        done = run('--catalogue', folder / 'catalogue.db', 'pack', 'verify', come, '--keys', keys)
        check(f'{comment} where 5 stands, version {version}', done.returncode == (0 if good else 1) and (good or '号' in done.stderr), done)
    status, shown = answer('--catalogue', folder / 'catalogue.db', 'pack', 'list', '--keys', keys)
    packs = {row['id']: row for row in shown['packs']}
    check('pack list: who it is from', packs['office']['signature']['state'] == 'good' and packs['office']['signature']['sequence'] == 5, packs)
    check('pack list: what came with the program', packs['occupations-2022']['signature']['state'] == 'none'
          and packs['occupations-2022']['signature']['shipped'] and 'signature' not in packs['measures-training'], packs)
    done = run('--catalogue', folder / 'catalogue.db', 'pack', 'list', '--keys', folder / 'none')
    check('pack list, for people: an unknown key', '不在管理员信任的公钥里' in done.stdout and '没有，随程序安装' in done.stdout, done.stdout)
    (place / 'office.json.minisig').unlink()
    done = run('--catalogue', folder / 'catalogue.db', 'pack', 'list', '--keys', keys)
    check('pack list, for people: none', '签名：没有签名，来历没有核对过' in done.stdout, done.stdout)


def document(text, **more):
    return {'key': 'local.a', 'title': '本市通知', 'number': None, 'issuers': ['本局'], 'date': '2026-01-01',
            'region': {'code': '330100', 'name': '杭州'}, 'kind': 'normative', 'relations': [], 'commencement': None, 'end': None,
            'clauses': [{'clause': '一', 'line': 1, 'line_to': 1}], 'note': None, 'text': text} | more


def optional(name):
    return json.loads((Path(os.environ['JOBGUIDE_SOURCE_ROOT']) / name).read_text(encoding='utf-8'))


def test_diff(folder):
    """A bundled pack of measures, and one of occupations, changed by hand."""
    before = optional('data/packs/measures-training.json')
    after = json.loads(json.dumps(before))
    measures = after['measures']
    changed, ended, removed, new = (measures[index]['id'] for index in (0, 1, 2, 3))
    measures[0]['amount'] = '每人每年不超过1500元'
    measures[1]['validity'] = {'basis': 'measure', 'from': None, 'to': '2026-06', 'quote': None, 'line': None}
    del measures[2]
    old = folder / 'old.json'
    old.write_text(json.dumps({**before, 'measures': [row for row in before['measures'] if row['id'] != new]}), encoding='utf-8')
    now = folder / 'new.json'
    now.write_text(json.dumps(after), encoding='utf-8')
    status, shown = answer('pack', 'diff', old, now)
    if status != 0:
        measures[1]['validity']['quote'] = measures[1]['quote'][:10]
        measures[1]['validity']['line'] = measures[1]['line']
        now.write_text(json.dumps(after), encoding='utf-8')
        status, shown = answer('pack', 'diff', old, now)
    rows = {row['id']: row for row in shown['differences']} if status == 0 else {}
    check('diff: exactly the four', set(rows) == {changed, ended, removed, new}, shown)
    check('new, changed, ended, removed', [rows[key]['news'] for key in (new, changed, ended, removed)]
          == ['new', 'changed', 'ended', 'removed'], rows)
    check('what changed, in words', '金额：没有写 → 每人每年不超过1500元' in rows[changed]['words'] and '期限' in rows[ended]['words'], rows)
    done = run('pack', 'diff', old, now)
    check('for people', done.returncode == 0 and '已过期限　政策措施　' in done.stdout and '删去　政策措施　' in done.stdout, done.stdout)
    (folder / 'd1.json').write_text(pack('1', documents=[document('一、给予补贴。')]), encoding='utf-8')
    (folder / 'd2.json').write_text(pack('2', documents=[document('一、给予补贴五百元。', number='杭人社〔2026〕1号')]), encoding='utf-8')
    status, shown = answer('pack', 'diff', folder / 'd1.json', folder / 'd2.json')
    check('a local document: number and text', status == 0 and [(row['news'], row['list'], row['name']) for row in shown['differences']]
          == [('changed', 'documents', '本市通知')] and '文号：没有写 → 杭人社〔2026〕1号' in shown['differences'][0]['words']
          and '文字：一、给予补贴。 → 一、给予补贴五百元。' in shown['differences'][0]['words'], shown)
    done = run('pack', 'diff', old, old)
    check('none', (done.returncode, done.stdout) == (0, '没有不同\n'), done)

    before = optional('data/optional/occupations-2022.json')
    after = json.loads(json.dumps(before))
    row = after['occupations'][7]
    code = row['code']
    row['code'] = '8-88-88-88'
    (folder / 'a.json').write_text(json.dumps(before), encoding='utf-8')
    (folder / 'b.json').write_text(json.dumps(after), encoding='utf-8')
    status, shown = answer('pack', 'diff', folder / 'a.json', folder / 'b.json')
    check('recoded', status == 0 and [(one['news'], one['name'], one['words']) for one in shown['differences']]
          == [('recoded', row['name'], f'编码：{code} → 8-88-88-88')], shown)
    (folder / 'b.json').write_text('{"schema": "jobguide-pack/1"}', encoding='utf-8')
    done = run('pack', 'diff', folder / 'a.json', folder / 'b.json')
    check('a broken one: its name and place', done.returncode == 1 and 'b.json' in done.stderr and '/id' in done.stderr and not done.stdout, done)
    check('one that is not there', run('pack', 'diff', folder / 'a.json', folder / 'no.json').returncode == 1)


def test_import(folder):
    """Kept with its signature, never an older one, never one that lost its signature, and taken back."""
    make_key(folder, 'office')
    make_key(folder, 'stranger')
    keys = folder / 'keys'
    keys.mkdir()
    shutil.copy(folder / 'office.pub', keys)
    home = folder / 'home'
    kept = home / 'jobguide/packs'
    come = folder / 'come.json'
    beside = folder / 'come.json.minisig'

    def ctl(*arguments):
        return run('--catalogue', CATALOGUE, *arguments, home=home)

    def state():
        return {path.relative_to(home): path.read_bytes() for path in sorted(home.rglob('*')) if path.is_file()}

    def write(version, comment, key='office'):
        beside.unlink(missing_ok=True)
        come.write_text(pack(version, documents=[document('一、给予补贴%s元。' % version, key='office.d1')]), encoding='utf-8')
        if comment:
            sign(folder, key, come, comment)

    write('5', 'seq:5')
    done = ctl('pack', 'import', come, '--keys', keys)
    check('imported, with what it brings', done.returncode == 0 and '已导入：本局（office，版本 5）' in done.stdout and '第 5 号' in done.stdout
          and '新增　文件　本市通知' in done.stdout, done)
    check('the signature is kept beside it', (kept / 'office.json').read_bytes() == come.read_bytes()
          and (kept / 'office.json.minisig').read_bytes() == beside.read_bytes())
    done = ctl('--with', 'office', 'document', 'office.d1')
    check('--with uses it', done.returncode == 0 and '给予补贴5元' in done.stdout, done)
    done = ctl('pack', 'list', '--keys', keys)
    check('pack list tells it', 'office　未启用' in done.stdout and '签名相符：office' in done.stdout, done.stdout)
    before = state()
    for name, version, comment, key, words in (('older', '4', 'seq:4', 'office', '第 4 号'), ('the same number', '6', 'seq:5', 'office', '第 5 号'),
                                               ('no number', '6', 'x', 'office', '没有序号'), ('no signature', '6', None, 'office', '没有可信的签名'),
                                               ('a stranger', '6', 'seq:9', 'stranger', '没有可信的签名')):
        write(version, comment, key)
        done = ctl('pack', 'import', come, '--keys', keys)
        check('refused, with what to do: ' + name, done.returncode == 1 and words in done.stderr and 'come.json' in done.stderr
              and '请向发来它的机构要' in done.stderr and 'pack undo office' in done.stderr and not done.stdout, done)
        check('and nothing is changed', {path: data for path, data in state().items() if 'catalogues' not in str(path)}
              == {path: data for path, data in before.items() if 'catalogues' not in str(path)})
    write('6', 'seq:6')
    status, shown = run_json(ctl('--json', 'pack', 'import', come, '--keys', keys))
    check('a newer one', status == 0 and [(one['id'], one['version'], one['replaces'], one['signature']['sequence'], [d['news'] for d in one['differences']])
                                          for one in shown['imported']] == [('office', '6', True, 6, ['changed'])], shown)
    bad = folder / 'bad.json'
    bad.write_text(pack('7')[:-1], encoding='utf-8')
    other = folder / 'other.json'
    other.write_text(pack('1').replace('"office"', '"other"'), encoding='utf-8')
    done = ctl('pack', 'import', other, bad)
    check('of two, none', done.returncode == 1 and 'bad.json:1:' in done.stderr and not (kept / 'other.json').exists(), done)
    other.write_text(pack('1').replace('"office"', '"occupations-2022"'), encoding='utf-8')
    done = ctl('pack', 'import', other)
    check('not in place of an installed one', done.returncode == 1 and '随程序安装' in done.stderr and '/id' in done.stderr, done)
    done = ctl('pack', 'undo', 'office')
    check('the one before is back, with its signature', done.returncode == 0 and '版本 5' in done.stdout and before.items() <= state().items(), done)
    done = ctl('pack', 'undo', 'office')
    check('and then none', done.returncode == 0 and '已经移除' in done.stdout and not any('packs' in str(path) for path in state()), (done, list(state())))
    for name in ('office', '../packs/office', '..', ''):
        done = ctl('pack', 'undo', name)
        check('nothing to take back: %r' % name, done.returncode == 1 and '没有可以撤销的' in done.stderr, done)
    for wrong in (['import'], ['undo'], ['undo', 'a', 'b']):
        check('usage: ' + ' '.join(wrong), run('pack', *wrong).returncode == 2)


MARKS = {'none': '机构补充，未签名', 'unknown': '机构补充，签名人未知', 'good': '机构补充，签名可信'}


def test_marks(folder):
    """What an office's pack says bears everywhere whether somebody trusted signed it: a measure, a document, an occupation, an alias."""
    sys.path.insert(0, str(Path(__file__).parent))
    from broken_packs import ALIAS, GOOD
    for name in ('office', 'stranger'):
        make_key(folder, name)
    keys = folder / 'keys'
    keys.mkdir()
    shutil.copy(folder / 'office.pub', keys)
    profile = folder / 'profile.json'
    profile.write_text('{"schema": "jobguide-profile/1", "sex": "female", "facts": {"office-test.card": true}, "places": {"residence": "330100"},'
                       ' "wish": "想当本市跑单员"}', encoding='utf-8')
    for state, key in (('none', None), ('unknown', 'stranger'), ('good', 'office')):
        home = folder / state
        path = folder / f'{state}.json'
        path.write_text(json.dumps({**GOOD, 'aliases': [*GOOD['aliases'], {**ALIAS, 'occupation': 'occ.wangyue-peisongyuan', 'text': '风里来雨里去'}]}),
                        encoding='utf-8')
        if key:
            sign(folder, key, path, 'seq:1')
        done = run('--catalogue', CATALOGUE, 'pack', 'import', path, '--keys', keys, home=home)
        check(f'{state}: imported', done.returncode == 0, done)

        def ask(*arguments):
            return run('--catalogue', CATALOGUE, '--with', 'office-test', '--keys', keys, *arguments, home=home)

        def origin(one):
            return one['provenance'], one.get('signature')

        want = ('local', state)
        mark = MARKS[state]
        wrong = []
        for name, arguments, text, pick in (
                ('occupation', ('show', '本市跑单员'), f'编码不详（{mark}） 本市跑单员', lambda d: [d]),
                ('search: name', ('search', '本市跑单员'), f'编码不详（{mark}） 本市跑单员', lambda d: d['results'][:1]),
                ('search: alias', ('search', '跑单小哥'), f'跑单小哥（{mark}）', lambda d: [d['results'][0], d['results'][0]['matched']]),
                ('search: alias of an official one', ('search', '风里来雨里去'), f'风里来雨里去（{mark}）', lambda d: [d['results'][0]['matched']]),
                ('search: measure and document', ('search', '稳就业的通知'), f'关于本市稳就业的通知（{mark}）',
                 lambda d: [one for one in d['documents'] if one['key'] == 'office-test.d1']),
                ('document', ('document', 'office-test.d1'), f'关于本市稳就业的通知（{mark}）', lambda d: [d]),
                ('document: measures', ('document', 'office-test.d1', '--measures'), f'一次性补贴（培训期间生活费，{mark}）',
                 lambda d: d['clauses'][0]['measures']),
                ('measures', ('measures', profile), f'一次性补贴（{mark}）', lambda d: [one for one in d['measures'] if one['id'] == 'office-test.m1']),
                ('match', ('match', profile), f'编码不详（{mark}）', lambda d: [one for one in d['matches'] if one['name'] == '本市跑单员']),
                ('compare', ('compare', '本市跑单员', '网约配送员'), f'编码不详（{mark}） 本市跑单员',
                 lambda d: d['occupations'][:1])):
            done = ask(*arguments)
            if text not in done.stdout:
                wrong.append((name, done.stdout[:600], done.stderr))
            shown = json.loads(ask('--json', *arguments).stdout)
            if not pick(shown) or any(origin(one) != want for one in pick(shown)):
                wrong.append((name, 'JSON', pick(shown)))
        check(f'{state}: every answer says “{mark}”', not wrong, wrong)
        out = folder / f'{state}.pdf'
        done = ask('sheet', profile, '--measure', 'office-test.m1', '--output', out)
        text = ''.join(subprocess.run(['pdftotext', out, '-'], capture_output=True, check=True, encoding='utf-8').stdout.split())
        check(f'{state}: so does the sheet, at the measure and at the occupation', done.returncode == 0 and text.count(mark) >= 2
              and not any(other in text for other in MARKS.values() if other != mark), text[:1500])
        done = ask('--json', 'show', '网约配送员')
        check(f'{state}: what is official stays so', json.loads(done.stdout)['provenance'] == 'official' and 'signature' not in json.loads(done.stdout))
    home = folder / 'good'
    kept = home / 'jobguide/packs/office-test.json'
    kept.write_bytes(kept.read_bytes() + b' ')
    done = ask('show', '本市跑单员')
    check('a pack that was changed on the disk says so', '机构补充，签名不符' in done.stdout, done)
    path.write_text(pack(provenance='editorial'), encoding='utf-8')
    done = run('--catalogue', CATALOGUE, 'pack', 'import', path, home=home)
    check('our own words come from nobody else', done.returncode == 1 and '/provenance' in done.stderr and 'editorial' in done.stderr, done)


def test_prevails(folder):
    """An office's document that says it prevails stands beside the official measures, with its sentence, and changes nothing of them."""
    home = folder / 'home'
    says = '二、与国办发〔2019〕38号不一致的，按本通知执行。'
    path = folder / 'office.json'
    path.write_text(pack('1', documents=[document('一、给予补贴。\n' + says, key='office.d1', number='杭人社〔2026〕1号', clauses=[
        {'clause': '一', 'line': 1, 'line_to': 1}, {'clause': '二', 'line': 2, 'line_to': 2}], relations=[
            {'kind': 'prevails-over', 'document': 'gbf-2019-38', 'number': None, 'quote': says, 'line': 2}])]), encoding='utf-8')
    check('prevails: imported', run('--catalogue', CATALOGUE, 'pack', 'import', path, home=home).returncode == 0)
    profile = folder / 'profile.json'
    profile.write_text('{"schema": "jobguide-profile/1", "wants": ["training"], "facts": {"platform-worker": true}}', encoding='utf-8')

    def ask(*arguments):
        return run('--catalogue', CATALOGUE, *arguments, home=home)

    def by_id(done):
        return {one['id']: one for one in json.loads(done.stdout)['measures']}

    plain, now = by_id(ask('--json', 'measures', profile)), by_id(ask('--json', '--with', 'office', 'measures', profile))
    touched = {key for key in plain if plain[key]['document']['key'] == 'gbf-2019-38'}
    wrong = [key for key in plain if {**now[key], 'caveats': None} != {**plain[key], 'caveats': None}
             or (now[key]['caveats'] != plain[key]['caveats']) != (key in touched)]
    check('prevails: the measures themselves are as they were, and only those of that document have the remark', touched and not wrong, wrong)
    words = [text for key in touched for text in now[key]['caveats'] if '杭人社〔2026〕1号' in text]
    check('prevails: with number, date, who signed and the sentence', len(words) == len(touched) and all(
        '本市通知' in text and '2026-01-01' in text and '未签名' in text and says in text and '没有改动' in text for text in words), words[:1])
    out = folder / 'sheet.pdf'
    done = ask('--with', 'office', 'sheet', profile, '--measure', 'gbf-2019-38.03', '--output', out)
    text = ''.join(subprocess.run(['pdftotext', out, '-'], capture_output=True, check=True, encoding='utf-8').stdout.split())
    check('prevails: printed', done.returncode == 0 and '写明它优先于本文件' in text and '杭人社〔2026〕1号' in text, text[:1200])


def main():
    for test in (test_signatures, test_rollback, test_diff, test_import, test_marks, test_prevails):
        with tempfile.TemporaryDirectory() as folder:
            test(Path(folder))
    finish()


main()
