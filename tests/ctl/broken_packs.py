# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs that nobody may get past: a good one, and what can be wrong with one."""

import copy
import io
import json
import zipfile

TEXT = '关于本市稳就业的通知\n一、对登记失业人员给予一次性补贴500元。\n二、本通知自2026年1月1日起施行，有效期至2027年12月31日。'

GOOD = {
    'schema': 'jobguide-pack/1', 'id': 'office-test', 'version': '1', 'title': '本局的文件与措施', 'date': '2026-03-01', 'provenance': 'local',
    'sources': [{'title': '本局', 'licence': 'CC0-1.0', 'credit': '本局'}],
    'documents': [{'key': 'office-test.d1', 'title': '关于本市稳就业的通知', 'number': '杭人社〔2026〕1号', 'issuers': ['本局'],
                   'date': '2026-01-01', 'region': {'code': '330100', 'name': '杭州'}, 'kind': 'normative', 'relations': [],
                   'commencement': {'date': '2026-01-01', 'quote': '本通知自2026年1月1日起施行', 'line': 3}, 'end': None,
                   'clauses': [{'clause': '一', 'line': 2, 'line_to': 2}, {'clause': '二', 'line': 3, 'line_to': 3}], 'note': None,
                   'text': TEXT}],
    'facts': [{'key': 'office-test.card', 'type': 'boolean', 'question': '有没有本市的就业卡？', 'group': '本市', 'unit': None, 'options': [],
               'granted_by': None, 'never_from': [], 'hint': None}],
    'measures': [{'id': 'office-test.m1', 'name': '一次性补贴', 'kind': 'living-allowance', 'tier': 'A', 'force': 'grants',
                  'beneficiary': ['individual'], 'region': {'code': '330100', 'name': '杭州', 'anchor': 'residence'},
                  'document': 'office-test.d1', 'clause': '一', 'line': 2, 'line_to': 2,
                  'quote': '对登记失业人员给予一次性补贴500元。', 'reading': None,
                  'conditions': {'all': [{'fact': 'office-test.card'}, {'sex': 'female'}]}, 'worker': None,
                  'employer_line': None, 'amount': '500元',
                  'validity': {'basis': 'document-clause', 'from': '2026-01-01', 'to': '2027-12-31',
                               'quote': '有效期至2027年12月31日', 'line': 3},
                  'family': None, 'occupations': {'basis': 'all'}, 'caveats': [], 'note': None}],
    'occupations': [{'id': 'office-test.o1', 'name': '本市跑单员', 'code': None, 'edition': None, 'origin': 'existing', 'marks': [],
                     'definition': None, 'tasks': [], 'work_types': [], 'source': None, 'note': None}],
    'aliases': [{'occupation': 'office-test.o1', 'text': '跑单小哥', 'kind': 'spoken', 'source': '本局', 'grade': 'b', 'reason': None}],
    'synonyms': [],
}
DOCUMENT, MEASURE, FACT, OCCUPATION, ALIAS = (GOOD[name][0] for name in ('documents', 'measures', 'facts', 'occupations', 'aliases'))
LISTS = ['documents', 'facts', 'measures', 'occupations', 'aliases']


def dump(pack):
    return json.dumps(pack, ensure_ascii=False).encode()


def but(place, value):
    """The good pack with another value at a JSON pointer; None … takes it away."""
    pack = copy.deepcopy(GOOD)
    *way, last = place.strip('/').split('/')
    at = pack
    for key in way:
        at = at[int(key)] if isinstance(at, list) else at[key]
    if isinstance(at, list):
        at[int(last)] = value
    elif value is ...:
        del at[last]
    else:
        at[last] = value
    return dump(pack)


def more(name, row, times=1):
    """The good pack with a row put to one of its lists, more than once."""
    return dump({**GOOD, name: GOOD[name] + [row] * times})


def raw(old, new):
    """The good pack with its bytes changed by hand."""
    data = dump(GOOD)
    assert old in data
    return data.replace(old, new, 1)


def nested(depth, leaf):
    return b'{"not": ' * depth + leaf + b'}' * depth


def archive():
    data = io.BytesIO()
    with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as made:
        made.writestr('pack.json', dump(GOOD))
        made.writestr('../../x', b'0' * 1000000)
    return data.getvalue()


def kinds():
    """(name, bytes, what the message says beside the file's name)"""
    whole = dump(GOOD)
    far = '0123456789' * 100
    return [
        # Files that are no such file.
        ('empty', b'', '空'), ('blank', b' \n\t\n', '空'), ('one-zero', b'\0', 'NUL'), ('zeros', b'\0' * 5000000, 'NUL'),
        ('zip', archive(), 'NUL'), ('bom', b'\xef\xbb\xbf' + whole, 'BOM'), ('utf16-le', '\ufeff'.encode('utf-16-le') + whole.decode().encode('utf-16-le'), 'UTF-16'),
        ('utf16-be', '\ufeff'.encode('utf-16-be') + whole.decode().encode('utf-16-be'), 'UTF-16'), ('utf16-bare', whole.decode().encode('utf-16-le'), 'NUL'),
        ('utf32', whole.decode().encode('utf-32'), 'UTF'), ('gbk', whole.decode().encode('gb18030'), 'UTF-8'),
        ('sqlite', b'SQLite format 3\0' + b'\0' * 84, 'NUL'), ('elf', b'\x7fELF\x02\x01\x01', '{'), ('html', b'<html>' * 100000, '{'),
        ('array', b'[' + whole + b']', '{'), ('text', b'"jobguide-pack/1"', '{'), ('null', b'null', '{'), ('two', whole + whole, '只有一个根对象'),
        ('tail', whole + b'\n,', '多余'), ('cut-1', whole[:1], '断'), ('cut-half', whole[:whole.index(b'"quote"') + 3], '收尾'), ('cut-last', whole[:-1], '断'),
        ('cut-letter', whole[:whole.index('本'.encode()) + 1], 'UTF-8'), ('jsonl', whole + b'\n{}\n', '根对象'),
        ('big', b' ' * (65 * 1024 * 1024), '字节'), ('spaces', b' ' * (30 * 1024 * 1024), '空'),
        # Bytes.
        ('utf8-lone', raw('本局'.encode(), b'\x80\x80'), 'UTF-8'), ('utf8-long', raw('本局'.encode(), b'\xc0\xaf'), 'UTF-8'),
        ('utf8-surrogate', raw('本局'.encode(), b'\xed\xa0\x80'), 'UTF-8'), ('utf8-beyond', raw('本局'.encode(), b'\xf4\x90\x80\x80'), 'UTF-8'),
        ('escaped-surrogate', raw('本局'.encode(), b'\\ud800'), 'U+D800'), ('escaped-nul', raw('本局'.encode(), b'\\u0000'), 'U+0000'),
        ('raw-control', raw('本局'.encode(), b'\x01'), 'U+0001'), ('tab', raw('本局'.encode(), b'a\tb'), 'U+0009'),
        ('noncharacter', raw('本局'.encode(), '\ufffe'.encode()), 'U+FFFE'), ('private', raw('本局'.encode(), '\ue000'.encode()), 'U+E000'),
        *((f'bidi-{ord(c):x}', but('/title', f'本局{c}的文件'), f'U+{ord(c):04X}') for c in '\u202e\u202d\u2066\u2069\u200f\u061c'),
        *((f'hidden-{ord(c):x}', but('/measures/0/name', f'补{c}贴'), f'U+{ord(c):04X}') for c in '\u200b\u200d\u2060\ufeff\u00ad\U000e0041'),
        ('bidi-key', raw(b'"title": ', '"tit\u202ele": '.encode()), 'U+202E'), ('bidi-escaped', raw('本局的'.encode(), b'\\u202e'), 'U+202E'),
        ('title-newline', but('/title', '本局\n的'), '/title'), ('name-newline', but('/measures/0/name', '补\n贴'), '/measures/0/name'),
        *((f'markup-{number}', but(place, name), place) for number, (place, name) in enumerate((
            ('/title', '<b>本局</b>'), ('/measures/0/name', '补贴<script>alert(1)</script>'), ('/measures/0/name', '补贴&amp;奖励'), ('/documents/0/title', '<!-- x -->通知'),
            ('/occupations/0/name', '跑单员<span foreground="red">'), ('/aliases/0/text', '跑单</a>'), ('/measures/0/region/name', '杭州&#x202e;'), ('/version', '<?xml?>')))),
        # What is JSON in some readers only.
        ('comment', whole[:-1] + b'/* x */}', '注释'), ('hash', b'# x\n' + whole, '注释'), ('comma', whole[:-1] + b',}', '逗号'),
        ('nan', raw(b'"line": 2', b'"line": NaN'), '应是一个值'), ('infinity', raw(b'"line": 2', b'"line": Infinity'), '值'),
        ('minus-infinity', raw(b'"line": 2', b'"line": -Infinity'), '/'), ('hex', raw(b'"line": 2', b'"line": 0x10'), '/'),
        ('plus', raw(b'"line": 2', b'"line": +2'), '/'), ('leading-zero', raw(b'"line": 2', b'"line": 02'), '/'),
        ('exponent', raw(b'"line": 2', b'"line": 1e400'), '指数'), ('many-digits', raw(b'"line": 2', b'"line": ' + b'9' * 100000), '位'),
        ('half', raw(b'"line": 2', b'"line": 2.5'), '/line'), ('single-quotes', whole.replace(b'"', b"'"), '引号'),
        ('full-width', whole.decode().replace(',', '，').encode(), '全角'), ('no-quotes', raw(b'"title"', b'title'), '键名'),
        ('true-upper', raw(b'null', b'None'), '值'),
        ('same-key', raw(b'"title": ', b'"title": "x", "title": '), '重复'), ('same-key-escaped', raw(b'"title": ', b'"titl\\u0065": "x", "title": '), '重复'),
        ('unknown-key', but('/color', '红'), '/color'), ('unknown-key-deep', but('/measures/0/validity/until', '2026'), '/measures/0/validity/until'),
        ('proto-key', but('/__proto__', {}), '__proto__'),
        # Too much of something.
        ('deep-arrays', b'{"note": {"x": ' + b'[' * 100000, '层'), ('deep-rows', b'{"documents": ' + b'[' * 100000, '对象'), ('deep-objects', b'{"a":' * 100000, '层'),
        ('deep-conditions', dump({**GOOD, 'measures': [{**MEASURE, 'conditions': 'X'}]}).replace(b'"X"', nested(100000, b'{"fact": "x"}')), '层'),
        ('many-keys', b'{' + b','.join(b'"k%d": 1' % n for n in range(200000)) + b'}', '键名太多'),
        ('many-values', b'{"documents": [{"clauses": [' + b'1,' * 5000000 + b'1]}]}', '值'), ('many-scalars', b'{"documents": [' + b'1,' * 5000000 + b'1]}', '对象'), ('long-key', b'{"' + b'a' * 10000000 + b'": 1}', '字'),
        ('long-title', but('/title', '长' * 201), '/title'), ('long-string', but('/measures/0/quote', '长' * 100000), '/measures/0/quote'),
        ('long-text', but('/documents/0/text', '长' * 1000001), '/documents/0/text'), ('long-line', but('/sources/0/credit', far * 100), '/sources/0/credit'),
        ('many-sources', more('sources', GOOD['sources'][0], 300), '/sources'), ('many-rows', more('aliases', 7, 400000), '/aliases/1'),
        ('many-empty-rows', more('aliases', {}, 250000), '项'),
        ('many-clauses', but('/documents/0/clauses', [{'clause': '一', 'line': 2, 'line_to': 2}] * 50000), '/documents/0/clauses'),
        ('rows-claimed', but('/documents/0/clauses/0/line_to', 1000000000), '/documents/0/clauses/0'),
        ('line-claimed', but('/measures/0/line_to', 999999999999999), '/measures/0'), ('line-minus', but('/measures/0/line', -1), '/measures/0/line'),
        ('line-zero', but('/measures/0/line', 0), '/measures/0/line'),
        # Wrong types, and what is not there.
        *((f'type-{key}', but(f'/{key}', 1), f'/{key}') for key in ('schema', 'id', 'version', 'title', 'date', 'provenance', 'sources', *LISTS)),
        *((f'list-of-{key}', but(f'/{key}', ['x', None, [], {}]), f'/{key}/0') for key in LISTS),
        *((f'object-{key}', but(f'/{key}', {'0': {}}), f'/{key}') for key in LISTS),
        *((f'without-{key}', but(f'/{key}', ...), f'/{key}') for key in ('schema', 'id', 'version', 'title', 'date', 'provenance', 'sources')),
        *((f'without-measure-{key}', but(f'/measures/0/{key}', ...), f'/measures/0/{key}') for key in ('id', 'name', 'quote', 'document', 'validity', 'region')),
        *((f'null-{key}', but(f'/measures/0/{key}', None), f'/measures/0/{key}') for key in ('id', 'name', 'kind', 'beneficiary', 'quote', 'clause')),
        ('no-sources', but('/sources', []), '/sources'), ('text-number', but('/documents/0/text', 5), '/documents/0/text'),
        ('other-schema', but('/schema', 'jobguide-pack/2'), '/schema'), ('courses', but('/schema', 'jobguide-courses/1'), '/schema'),
        ('provenance', but('/provenance', '官方'), '/provenance'),
        ('kind', but('/measures/0/kind', 'gift'), '/measures/0/kind'), ('force', but('/measures/0/force', '有效'), '/measures/0/force'),
        # Days that cannot be.
        *((f'day-{number}', but('/documents/0/date', day), '/documents/0/date') for number, day in enumerate((
              '2020-02-30', '2019-02-29', '1900-02-29', '2026-13', '2026-00-10', '2026-04-31', '0000-00-00', '2026-1-1', '2026/01/01', '26-01-01', '2026-01-01T00:00', '２０２６-01-01', ''))),
        ('day-of-pack', but('/date', '2026-02-30'), '/date'), ('day-validity', but('/measures/0/validity/to', '2027-06-31'), '/measures/0/validity/to'),
        ('days-crossed', but('/measures/0/validity/from', '2028-01-01'), '/measures/0/validity'),
        # Ids.
        *((f'id-{number}', but('/id', name), '/id') for number, name in enumerate(
            ('../../x', '/etc/passwd', '..', '.hidden', 'a/b', 'a\\b', 'A', '包', 'a b', 'a\n', '-rf', '', 'x' * 65, 'C:x', '%2e%2e'))),
        ('measure-id-path', but('/measures/0/id', '../m1'), '/measures/0/id'), ('key-path', but('/documents/0/key', '../../d'), '/documents/0/key'),
        ('same-measure', more('measures', MEASURE), '已'), ('same-document', more('documents', DOCUMENT), '已'), ('same-fact', more('facts', FACT), '已'),
        ('same-occupation', more('occupations', OCCUPATION), '已'), ('same-id', but('/measures/0/id', 'office-test.o1'), '已'),
        # What is pointed at and is not there, or not so.
        ('no-document', but('/measures/0/document', 'nowhere'), '/measures/0'), ('no-clause', but('/measures/0/clause', '九十九'), '/measures/0'),
        ('no-occupation', but('/aliases/0/occupation', 'occ.nobody'), '/aliases/0'), ('no-fact', but('/measures/0/conditions', {'fact': 'nothing'}), '/measures/0/conditions'),
        ('no-link', but('/measures/0/occupations', {'basis': 'explicit', 'links': [{'occupation': 'occ.nobody', 'basis': 'explicit', 'words': '补贴'}]}), '/measures/0/occupations'),
        ('no-relation', but('/documents/0/relations', [{'kind': 'prevails-over', 'document': 'nowhere', 'number': None, 'quote': '一', 'line': 2}]), '/documents/0/relations'),
        ('no-family', but('/facts/0/never_from', ['nothing']), '/facts/0'), ('quote-invented', but('/measures/0/quote', '给予一千元。'), '/measures/0'),
        ('amount-invented', but('/measures/0/amount', '5000元'), '/measures/0/amount'),
        ('quote-elsewhere', but('/measures/0/line', 3), '/measures/0'), ('line-outside', but('/documents/0/clauses/1/line_to', 99), '/documents/0/clauses/1'),
        ('conditions-empty', but('/measures/0/conditions', {}), '/measures/0/conditions'), ('conditions-two', but('/measures/0/conditions', {'fact': 'x', 'sex': 'male'}), '/measures/0/conditions'),
        ('conditions-none-of', but('/measures/0/conditions', {'any': []}), '/measures/0/conditions'), ('conditions-list', but('/measures/0/conditions', []), '/measures/0/conditions'),
        ('conditions-wide', but('/measures/0/conditions', {'any': [{'fact': 'office-test.card'}] * 5000}), '/measures/0/conditions'),
        ('age-crossed', but('/measures/0/conditions', {'age': {'at_least': 60, 'at_most': 16}}), '/measures/0/conditions'),
        ('age-huge', but('/measures/0/conditions', {'age': {'at_least': 999999999999999}}), '/measures/0/conditions'),
        ('place-path', but('/measures/0/conditions', {'place': 'residence', 'in': ['../..']}), '/measures/0/conditions'),
        ('region-code', but('/documents/0/region/code', '99'), '/documents/0/region'), ('implied-circle', dump({**GOOD, 'facts': [{**FACT, 'implied_by': ['office-test.card']}]}), '/facts/0'),
        ('code-wrong', dump({**GOOD, 'codes': [{'occupation': 'office-test.o1', 'edition': '2022', 'code': '4/../1', 'name': None, 'marks': [],
                                                'relation': 'recoded', 'now_means': None, 'note': None}]}), '/codes/0'),
    ]


def against_the_catalogue():
    """The same, of what can only be known with the catalogue: nothing official is said again or otherwise."""
    other = {**OCCUPATION, 'id': 'occ.wangyue-peisongyuan', 'name': '网约配送员', 'code': '4-02-07-10', 'edition': '2020', 'definition': None}
    return [
        ('official-measure', but('/measures/0/id', 'gbf-2019-38.03'), 'gbf-2019-38.03'), ('official-document', but('/documents/0/key', 'gbf-2019-38'), 'gbf-2019-38'),
        ('official-fact', but('/facts/0/key', 'registered-unemployed'), 'registered-unemployed'), ('official-occupation', more('occupations', other), '/occupations/1'),
        ('official-code', more('occupations', {**other, 'id': 'office-test.o2'}), '4-02-07-10'), ('official-pack', but('/id', 'occupations-2020'), 'occupations-2020'),
        ('official', but('/provenance', 'official'), '/provenance'), ('editorial', but('/provenance', 'editorial'), '/provenance'),
        ('official-quote', but('/measures/0/document', 'gbf-2019-38'), '/measures/0'),
    ]
