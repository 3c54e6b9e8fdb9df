# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""jobguidectl case: what it prints, what it refuses, and what it never lets out."""

import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile

CTL, MAKE = sys.argv[1:3]
PASSPHRASE = "三只鸭子过河去了"
RESULTS = []


def check(name, ok, why=""):
    RESULTS.append(ok)
    print("ok" if ok else "not ok", len(RESULTS), "-", name, flush=True)
    if not ok and why:
        print("#", str(why).replace("\n", "\n# "))


def environment():
    kept = {key: value for key, value in os.environ.items() if key in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")}
    return kept | {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C.UTF-8", "G_DEBUG": "fatal-warnings"}


def run(store, *arguments, secret=PASSPHRASE, json_=False, more=()):
    """(exit status, standard output, standard error); the passphrase goes through a descriptor."""
    read, write = os.pipe()
    os.write(write, (secret + "\n").encode())
    os.close(write)
    command = [CTL, *(["--json"] if json_ else []), "--as-of", "2026-06-15", "case", *map(str, arguments),
               "--store", str(store), "--passphrase-fd", str(read), *more]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, pass_fds=[read], env=environment(), timeout=60,
                          check=False, start_new_session=True)
    os.close(read)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def answer(store, *arguments, **options):
    status, out, _said = run(store, *arguments, json_=True, **options)
    try:
        return status, json.loads(out)
    except ValueError:
        return status, None


def run_on_terminal(store, answers):
    """What a terminal shows when somebody types the answers to what is asked."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(CTL, [CTL, "case", "list", "--store", str(store)], environment())
    shown = b""
    for asked, typed in answers:
        while asked.encode() not in shown:
            shown += os.read(terminal, 4096)
        os.write(terminal, typed.encode() + b"\n")
    while True:
        try:
            more = os.read(terminal, 4096)
        except OSError:
            break
        if not more:
            break
        shown += more
    os.waitpid(pid, 0)
    os.close(terminal)
    return shown.decode()


def main(folder):
    store = folder / "cases" / "cases.db"

    status, made = answer(folder / "new" / "cases.db", "create", "--counsellor", "李某")
    check("create makes a store and shows the recovery key once", status == 0 and len(made["recovery_key"].split("-")) == 8, made)
    status, out, said = run(folder / "new" / "cases.db", "create", "--counsellor", "李某")
    check("create refuses to make a second one", (status, out) == (1, "") and "已经有" in said, said)
    status, out, said = run(folder / "new" / "cases.db", "list", secret=made["recovery_key"], more=["--recovery"])
    check("the recovery key opens it", status == 1 and "没有符合" in said, said)

    done = subprocess.run([MAKE, store, "40"], capture_output=True, env=environment(), check=True, timeout=60)
    recovery = done.stdout.decode().strip()

    status, listed = answer(store, "list")
    cases = listed["cases"]
    check("list gives every case", status == 0 and len(cases) == 40 and listed["damaged"] == [] and listed["missing"] == 0, listed)
    check("list carries what its contract says", set(cases[0]) == {"number", "alias", "status", "changed", "counsellor", "follow_up",
                                                                  "retain_until", "occupations"}, cases[0])
    status, found = answer(store, "list", "网约配送")
    check("list finds by occupation", status == 0 and len(found["cases"]) == 10, found)
    status, found = answer(store, "list", cases[7]["number"].lower())
    check("list finds by number", status == 0 and [case["number"] for case in found["cases"]] == [cases[7]["number"]], found)
    status, found = answer(store, "list", "--due")
    due = [case["follow_up"] for case in found["cases"]]
    check("list --due is what is due on the day, in order", due and due == sorted(due) and due[-1] <= "2026-06-15", due)
    span = [case["follow_up"] for case in answer(store, "list", "--due", "--from", due[1], "--to", "2099-01-01")[1]["cases"]]
    check("list --due --from --to is a span of follow-ups", span == sorted(span) and span[0] == due[1] and span[-1] > "2026-06-15", span)
    status, found = answer(store, "list", "网约", cases[7]["alias"])
    check("list finds by several words, all of which must fit", all(case["alias"] == cases[7]["alias"] for case in found["cases"]) if found else status == 1, found)
    status, found = answer(store, "list", "4-02-07-10")
    check("list finds by the code of an occupation", status == 0 and len(found["cases"]) == 10, found)
    check("list wants days", run(store, "list", "--from", "2026-13-01")[0] == 2)
    status, out, said = run(store, "list", "没有这个人")
    check("nothing found is exit status 1 and said", status == 1 and out == "" and "没有符合" in said, said)

    status, out, said = run(store, "list", secret="不是这一句口令")
    check("a wrong passphrase lists nothing", status == 1 and out == "" and "口令" in said, out)
    shown = run_on_terminal(store, [("口令：", PASSPHRASE)])
    check("on a terminal it asks, and shows nothing of what is typed", cases[0]["number"] in shown and "鸭子" not in shown, shown)
    done = subprocess.run([CTL, "case", "list", "--store", store], stdin=subprocess.DEVNULL, capture_output=True, env=environment(),
                          timeout=60, check=False, start_new_session=True)
    check("without a terminal or descriptor the passphrase is not guessed", done.returncode == 1 and done.stdout == b"", done.stderr)
    done = subprocess.run([CTL, "case", "list", "--passphrase", PASSPHRASE], stdin=subprocess.DEVNULL, capture_output=True,
                          env=environment(), timeout=60, check=False)
    check("a passphrase on the command line is refused", done.returncode == 2, done.stderr)
    status, out, said = run(store, "list", "--yes")
    check("an option of another verb is refused", status == 2 and "--yes" in said, said)
    check("an unknown verb is refused", run(store, "burn")[0] == 2)

    number = cases[3]["number"]
    status, shown = answer(store, "show", number)
    check("show gives the record", status == 0 and json.loads(shown["content"])["schema"] == "jobguide-record/1", shown)
    check("show refuses a number copied wrongly", run(store, "show", number[:-1] + ("A" if number[-1] != "A" else "B"))[0] == 1)
    check("show wants one number", run(store, "show")[0] == 2)

    export = folder / "out.json"
    status, out, said = run(store, "export", number, "--output", export)
    held = json.loads(export.read_text(encoding="utf-8"))
    check("export writes everything held on one person", status == 0 and held["schema"] == "jobguide-case-export/1"
          and held["case"]["number"] == number and held["record"]["schema"] == "jobguide-record/1"
          and [entry["act"] for entry in held["audit"]] == ["新建档案", "查看档案", "导出本人资料"], held)
    check("the export can be read by its owner only", export.stat().st_mode & 0o777 == 0o600, oct(export.stat().st_mode))

    status, backed = answer(store, "backup")
    backup = backed["backup"]
    check("backup makes one", status == 0 and backed["cases"] == 40 and pathlib.Path(backup).is_file(), backed)
    status, out, said = run(store, "delete", number)
    check("delete asks, and without an answer deletes nothing", status == 1 and "没有删除" in said, said)
    status, deleted = answer(store, "delete", number, "--yes")
    check("delete --yes deletes and says until when backups hold it", status == 0 and deleted["backups_until"], deleted)
    check("what is deleted is gone", run(store, "show", number)[0] == 1)
    status, preview = answer(store, "restore", backup, "--preview")
    check("the preview keeps deleted cases out", status == 0 and preview["deleted"] == 1 and preview["missing"] == [] and preview["same"] == 39,
          preview)
    status, restored = answer(store, "restore", backup)
    check("restore brings nothing deleted back", status == 0 and restored["restored"] == 0, restored)

    csv = folder / "out.csv"
    status, out, said = run(store, "stats", "--from", "2026-01-01", "--to", "2026-12-31", "--output", csv)
    text = csv.read_bytes().decode("utf-8")
    check("stats is a table without names", status == 0 and "接待,接待人数,39\r\n" in text and "某" not in text, text)
    status, counted = answer(store, "stats", "--from", "2026-01-01", "--to", "2026-03-31")
    check("stats counts a period", status == 0 and 0 < counted["sessions"] < 39 and
          sum(month["count"] for month in counted["months"]) == counted["sessions"], counted)
    check("stats wants both dates", run(store, "stats", "--from", "2026-01-01")[0] == 2)

    status, verdict = answer(store, "verify")
    check("verify finds nothing wrong", status == 0 and verdict["problems"] == [] and verdict["cases"] == 39, verdict)
    status, trail = answer(store, "audit", number)
    check("the audit trail of a deleted case stays", status == 0 and trail["entries"][-1]["act"] == "删除档案", trail)

    # Damage: told, left alone, rescued, and the rest brought back.
    spoilt = bytearray(store.read_bytes())
    spoilt[0:100] = b"x" * 100
    for page in range(20, len(spoilt) // 4096, 9):
        spoilt[page * 4096:(page + 1) * 4096] = b"x" * 4096
    store.write_bytes(spoilt)
    status, out, said = run(store, "list")
    check("a damaged store says so", status == 1 and "损坏" in said and store.read_bytes() == bytes(spoilt), said)
    status, rescued = answer(store, "rescue")
    check("rescue saves what it can and tells the rest", status == 0 and 0 < rescued["saved"] < 39
          and (not rescued["whole"] or rescued["saved"] + len(rescued["lost"]) == 39), rescued)
    aside = pathlib.Path(rescued["set_aside"]) / "cases.db"
    check("the damaged file is kept", aside.read_bytes() == bytes(spoilt))
    status, restored = answer(store, "restore", backup)
    check("the backup has the rest", status == 0 and restored["restored"] == 39 - rescued["saved"], restored)
    check("all are there again", len(answer(store, "list")[1]["cases"]) == 39)
    check("a store that is well is not rescued", run(store, "rescue")[0] == 1)

    # The whole store gone.
    shutil.move(backup, folder / "kept.backup")
    store.unlink()
    status, out, said = run(store, "list")
    check("a store that is gone is missed", status == 1 and "不见了" in said, said)
    shutil.rmtree(store.parent)
    status, restored = answer(store, "restore", folder / "kept.backup")
    check("a backup takes its place", status == 0 and restored["restored"] == 40, restored)
    status, out, said = run(store, "list", secret=recovery, more=["--recovery"])
    check("its recovery key is that of its day", status == 0, said)


with tempfile.TemporaryDirectory() as top:
    main(pathlib.Path(top))
print(f"1..{len(RESULTS)}")
