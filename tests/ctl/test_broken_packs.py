# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Broken packs: each is refused with file, place and reason, in a second and a hundred megabytes, and nothing is changed."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import broken_packs
from tapcheck import check, finish

CTL = sys.argv[1]
CATALOGUE = Path(os.environ['JOBGUIDE_BUILD_ROOT']) / 'data/catalogue.db'
SANITIZED = b'__asan_init' in Path(CTL).read_bytes()

# A small program of its own, since a process counts the memory of the one it was forked from. One for all: each line of its input
# is a command, each line of its output an exit code, seconds of the processor, megabytes; the words go to a file.
MEASURE = """
import os, sys
for line in sys.stdin:
    command, out = line.rstrip('\\n').split('\\t')[1:], line.split('\\t')[0]
    words = [(os.POSIX_SPAWN_OPEN, fd, out, os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fd == 1 else os.O_APPEND), 0o600) for fd in (1, 2)]
    usage = os.wait4(os.posix_spawn(command[0], command, os.environ, file_actions=words), 0)
    print(os.waitstatus_to_exitcode(usage[1]), usage[2].ru_utime + usage[2].ru_stime, usage[2].ru_maxrss / 1024, flush=True)
"""


class Meter:
    def __init__(self, folder):
        kept = {key: os.environ[key] for key in ('PATH', 'ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS') if key in os.environ}
        self.words = folder / 'words'
        self.process = subprocess.Popen([sys.executable, '-S', '-E', '-c', MEASURE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding='utf-8',
                                        env=kept | {'HOME': str(folder / 'home'), 'LANG': 'C.UTF-8'})
        self.slow = []

    def run(self, name, *arguments):
        self.process.stdin.write('\t'.join(map(str, (self.words, CTL, *arguments))) + '\n')
        self.process.stdin.flush()
        status, seconds, megabytes = self.process.stdout.readline().split()
        if not SANITIZED and (float(seconds) > 1 or float(megabytes) > 100):
            self.slow.append((name, seconds, megabytes))
        return int(status), self.words.read_text(encoding='utf-8', errors='replace')

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def everything(folder):
    """What lies in a folder: names, kinds and bytes."""
    return {path.relative_to(folder): path.read_bytes() if path.is_file() and not path.is_symlink() else path.lstat().st_mode for path in sorted(folder.rglob('*'))}


def test_files(meter, top):
    """What is no plain file is refused at once, whatever its name says; a link to one is followed, and to none is not."""
    place = top / 'files'
    place.mkdir()
    good = place / 'good.json'
    good.write_bytes(broken_packs.dump(broken_packs.GOOD))
    (place / 'folder.json').mkdir()
    os.mkfifo(place / 'pipe.json')
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(place / 'socket.json'))
    for name, target in (('link.json', 'good.json'), ('away.json', 'nothing'), ('circle.json', 'circle.json'), ('up.json', '../..'), ('zero.json', '/dev/zero'),
                         ('pipe-link.json', 'pipe.json'), ('endless.json', '/proc/self/mem')):
        (place / name).symlink_to(target)
    (place / 'closed.json').write_bytes(good.read_bytes())
    before = everything(place)
    check('a link to a good pack', meter.run('link', 'pack', 'check', place / 'link.json')[0] == 0)
    for name in ('folder', 'pipe', 'socket', 'away', 'circle', 'up', 'zero', 'pipe-link', 'none', 'endless'):
        status, said = meter.run(name, 'pack', 'check', place / f'{name}.json')
        check(f'no pack: {name}', status == 1 and f'{name}.json' in said and '没有写入任何文件' in said, said)
    for name in ('/dev/zero', '/dev/stdin', '', 'x' * 5000, '\x1b[31m', '\u202e.json', '../../x'):
        status, said = meter.run(name, 'pack', 'check', name)
        check(f'no pack: {name[:20]!r}', status == 1 and '\u202e' not in said and '\x1b' not in said, said[:200])
    check('nothing was changed', everything(place) == before)


def test_kinds(meter, top):
    place = top / 'kinds'
    place.mkdir()
    old = place / 'out.db'
    old.write_bytes(b'the one before')
    good = place / 'good.json'
    good.write_bytes(broken_packs.dump(broken_packs.GOOD))
    for onto in ([], ['--onto', CATALOGUE]):
        check('the good one is good', meter.run('good', 'pack', 'check', *onto, good)[0] == 0, meter.words.read_text())
    kinds = [(*kind, []) for kind in broken_packs.kinds()] + [(*kind, ['--onto', CATALOGUE]) for kind in broken_packs.against_the_catalogue()]
    check('no kind is named twice, and there are many', len({kind[0] for kind in kinds}) == len(kinds) > 150,
          sorted(kind[0] for kind in kinds))
    for number, (name, data, words, onto) in enumerate(kinds):
        path = place / f'{name}.json'
        path.write_bytes(data)
        before = everything(place)
        verb = ['pack', 'build', old] if number % 2 else ['pack', 'check']
        status, said = meter.run(name, *verb, *onto, path)
        lines = said.split('\n')
        check(f'broken: {name}', status == 1 and path.name in lines[0] and words in lines[0] and '没有写入任何文件' in said
              and everything(place) == before, (status, lines[:3]))
        path.unlink()


def entries(number):
    """A good pack with as many occupations and as many aliases."""
    occupation, alias = broken_packs.OCCUPATION, broken_packs.ALIAS
    return broken_packs.dump({**broken_packs.GOOD, 'measures': [], 'documents': [], 'facts': [], 'synonyms': [],
                              'occupations': [{**occupation, 'id': f'office-test.o{n}', 'name': f'跑单员{n}号'} for n in range(number)],
                              'aliases': [{**alias, 'occupation': f'office-test.o{n}', 'text': f'小哥{n}'} for n in range(number)]})


def test_large(top):
    """Progress where it is asked for; the key that stops leaves nothing half-written, and what was there."""
    place = top / 'large'
    place.mkdir()
    pack = place / 'large.json'
    pack.write_bytes(entries(12000))
    out = place / 'out.db'
    out.write_bytes(b'the one before')
    done = subprocess.run([CTL, 'pack', 'check', '--progress', pack], capture_output=True, check=False, encoding='utf-8', timeout=120)
    shown = [int(line[:-1]) for line in done.stderr.split()]
    check('progress, step by step', done.returncode == 0 and shown == sorted(set(shown)) and len(shown) >= 3 and shown[-1] <= 100, done)
    done = subprocess.run([CTL, 'pack', 'check', pack], capture_output=True, check=False, encoding='utf-8', timeout=120)
    check('none where standard error is no terminal', done.returncode == 0 and done.stderr == '', done)
    with subprocess.Popen([CTL, 'pack', 'build', '--progress', out, pack], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8') as build:
        for line in build.stderr:
            if int(line.rstrip().rstrip('%')) >= 45:
                break
        build.send_signal(signal.SIGINT)
        said = build.stderr.read()
        output = build.stdout.read()
    check('Ctrl+C', build.returncode == 1 and '已停止，没有写入任何文件' in said and output == '' and out.read_bytes() == b'the one before'
          and sorted(file.name for file in place.iterdir()) == ['large.json', 'out.db'], (build.returncode, said, output))
    pack.write_bytes(entries(100001))
    status = subprocess.run([CTL, 'pack', 'check', pack], capture_output=True, check=False, encoding='utf-8', timeout=120)
    check('more than 200,000 entries are for two files', status.returncode == 1 and '200000' in status.stderr and 'large.json' in status.stderr, status)


def main():
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        meter = Meter(top)
        test_files(meter, top)
        test_kinds(meter, top)
        test_large(top)
        meter.end()
        check('each in a second and a hundred megabytes', not meter.slow, meter.slow)
        check('nothing was written at home', not (top / 'home').exists())
    finish()


main()
