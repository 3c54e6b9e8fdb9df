# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way in that the search promises (docs/search.md), asked on the command line.

A row: what is typed, the 2020 code that must come first, the field that must have hit, exact or near.
"""

import json
import os
import subprocess
import sys

from tapcheck import check, finish

CTL = sys.argv[1]
ENVIRONMENT = {'PATH': os.environ['PATH'], 'HOME': '/nonexistent', 'LANG': 'C.UTF-8'}

WAYS = {
    'codes': [
        ('4-02-07-10', '4-02-07-10', 'code', 'exact'),
        ('4020710', '4-02-07-10', 'code', 'exact'),
        ('4.02.07.10', '4-02-07-10', 'code', 'exact'),
        ('4 02 07 10', '4-02-07-10', 'code', 'exact'),
        ('4—02－07–10', '4-02-07-10', 'code', 'exact'),
        ('４－０２－０７－１０', '4-02-07-10', 'code', 'exact'),
        ('４０２０７１０', '4-02-07-10', 'code', 'exact'),
        ('4-13-99-00', '4-13-99-01', 'former-code', 'exact'),
        ('4-14-01-00', '4-14-01-01', 'former-code', 'exact'),
        ('4-10-08-01', '4-02-07-10', 'code', 'exact'),  # of the 2022 edition
        ('41008 01', '4-02-07-10', 'code', 'exact'),
    ],
    'names': [
        ('网约配送员', '4-02-07-10', 'name', 'exact'),
        ('网约配送', '4-02-07-10', 'name', 'exact'),
        ('配送员', '4-02-07-10', 'name', 'exact'),
        ('防腐蚀工', '6-11-01-06', 'former-name', 'exact'),
        ('公共卫生辅助服务员', '4-14-04-01', 'former-name', 'exact'),
        ('再生物资加工处理工', '6-27-01-00', 'alias', 'exact'),  # in the 2022 edition
        ('轨道交通列车司机', '4-02-01-01', 'alias', 'exact'),
        ('电子电气产品检验员', '4-08-05-07', 'alias', 'exact'),
        ('职业指导师', '4-07-03-01', 'alias', 'exact'),
    ],
    'work types': [
        ('直播销售员', '4-01-02-07', 'work-type', 'exact'),  # added
        ('医疗护理员', '4-14-01-02', 'work-type', 'exact'),  # moved here
        ('轨道车司机', '6-29-02-01', 'work-type', 'exact'),  # cancelled
        ('防疫员', '4-14-04-01', 'name', 'exact'),           # promoted
        ('泥板画创作员', '6-09-03-07', 'work-type', 'exact'),
        ('小微信贷员', '4-05-01-02', 'work-type', 'exact'),
    ],
    'pinyin': [
        ('wangyuepeisongyuan', '4-02-07-10', 'pinyin', 'exact'),
        ('wang yue pei song yuan', '4-02-07-10', 'pinyin', 'exact'),
        ("wang'yue'pei'song'yuan", '4-02-07-10', 'pinyin', 'exact'),
        ('WangYue', '4-02-07-10', 'pinyin', 'exact'),
        ('wǎng yuē pèi sòng', '4-02-07-10', 'pinyin', 'exact'),
        ('ｗａｎｇｙｕｅ', '4-02-07-10', 'pinyin', 'exact'),
        ('wypsy', '4-02-07-10', 'initials', 'exact'),
        ('hlwyxs', '4-01-02-07', 'initials', 'exact'),
        ('hulwyxs', '4-01-02-07', 'pinyin', 'exact'),
        ('wangyps', '4-02-07-10', 'pinyin', 'exact'),
        ('yhxdy', '4-05-01-02', 'initials', 'exact'),  # 行 of two readings
        ('zhuangtiao', '6-23-03-15', 'pinyin', 'exact'),
        ('zhuangdiao', '6-23-03-15', 'pinyin', 'exact'),
        ('songwaimai', '4-02-07-10', 'pinyin', 'exact'),
        ('wangyuepeisingyuan', '4-02-07-10', 'name', 'near'),  # one wrong key
        ('wangyuepeisogyuan', '4-02-07-10', 'name', 'near'),   # one missing
        ('wangyuepeisongyaun', '4-02-07-10', 'name', 'near'),  # two swapped
        ('hlwyxa', '4-01-02-07', 'name', 'near'),
    ],
    'slips of the pen': [
        ('互连网营销师', '4-01-02-07', 'name', 'near'),
        ('网约配员', '4-02-07-10', 'name', 'near'),
        ('网约配送送员', '4-02-07-10', 'name', 'near'),
        ('网约陪送员', '4-02-07-10', 'name', 'near'),
        ('健康照护是', '4-14-01-02', 'name', 'near'),
        ('呼吸冶疗师', '4-14-01-03', 'name', 'near'),
        ('无人机装调捡修工', '6-23-03-15', 'name', 'near'),
    ],
    'other writings': [
        ('網約配送員', '4-02-07-10', 'name', 'exact'),
        ('直播銷售員', '4-01-02-07', 'work-type', 'exact'),
        ('電子競技', '4-13-99-01', 'name', 'exact'),
        ('ＶＲ', '2-02-10-14', 'alias', 'exact'),
        ('vr', '2-02-10-14', 'alias', 'exact'),
        ('３Ｄ打印', '6-20-99-00', 'alias', 'exact'),
        ('網 約　配送員', '4-02-07-10', 'name', 'exact'),
    ],
    'sentences': [
        ('我想在家带孩子的时候做点直播卖东西', '4-01-02-07', 'alias', 'exact'),
        ('有没有送外卖的活，我有电动车', '4-02-07-10', 'alias', 'exact'),
        ('听说现在可以去医院当护工，要什么证', '4-14-01-02', 'alias', 'exact'),
        ('儿子会玩航拍，想学修无人机', '6-23-03-15', 'alias', 'exact'),
    ],
    'what the notices say': [
        ('递送至指定地点', '4-02-07-10', 'definition', 'exact'),
        ('定位放线', '6-29-99-00', 'task', 'exact'),
        ('佣金结算', '4-01-02-07', 'task', 'exact'),
        ('照护老年人生活起居、清洁卫生', '4-14-01-02', 'task', 'exact'),
        ('分析研究在区块链应用场景下的用户需求', '4-04-05-06', 'task', 'exact'),
    ],
}


def ask(query):
    done = subprocess.run([CTL, '--json', '--as-of', '2026-11-23', 'search', '--', query], capture_output=True, env=ENVIRONMENT | {
        key: os.environ[key] for key in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS') if key in os.environ}, timeout=60, check=False)
    return done.returncode, json.loads(done.stdout), done.stderr.decode()


def every_way():
    for way, rows in WAYS.items():
        for query, code, field, certainty in rows:
            status, found, _ = ask(query)
            first = found['results'][0] if found['results'] else {}
            got = (first.get('code'), first.get('matched', {}).get('field'), first.get('certainty'), status)
            check(f'{way}: {query}', got == (code, field, certainty, 0 if certainty == 'exact' else 1), got)


def codes_that_begin_so():
    status, found, _ = ask('4-14')
    codes = [row['code'] for row in found['results'] if row['matched']['text'] == row['code']]
    current = [row['code'] for row in found['results'] if row['status'] == 'current' and row['code'] in codes]
    check('4-14 gives the codes that begin so, in their order, and a cancelled one behind its successors', status == 0
          and len(codes) >= 10 and all(code.startswith('4-14-') for code in codes) and current == sorted(current)
          and codes[-1] == '4-14-04-00', codes)
    status, found, _ = ask('4-14-01-03')
    shown = [(row['code'], row['matched']['text']) for row in found['results'][:2]]
    check('a number that means something else in 2022 shows both', status == 0
          and shown == [('4-14-01-03', '4-14-01-03'), ('4-14-01-02', '4-14-01-03')], shown)
    for query in ('8-99', '4-14-99', '9-01', '0'):
        status, found, _ = ask(query)
        check(f'{query} is no code of the catalogue', status == 1 and not any(
            row['matched']['field'] == 'code' for row in found['results']), found['results'][:2])


def documents_and_measures():
    for query, part, key in (('人社厅发〔2020〕73号', 'documents', 'rst-2020-73'), ('人社厅发[2020]17号', 'documents', 'rst-2020-17'),
                             ('以工代训', 'documents', None), ('職業培訓補貼', 'measures', None), ('创业担保贷款', 'measures', None)):
        _, found, _ = ask(query)
        keys = [row.get('key') or row.get('id') for row in found[part]]
        check(f'{part}: {query}', bool(keys) and key in (None, keys[0]), keys[:3])
    status, found, said = ask('职业培训补贴')
    check('that no occupation is called so is said beside them', status == 1 and found['documents'] and found['measures']
          and '目录未收录' in said, said)


every_way()
codes_that_begin_so()
documents_and_measures()
finish()
