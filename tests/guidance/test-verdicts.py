#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobseekers with the verdicts that a reader of the documents expects, at two dates.

Every verdicts-*.json beside this file holds people, invented: a profile, and by as-of date the measures by offer.
`no` maps a measure to what must fail: a fact key, a field of the profile (age, place:…, wants:…), or `beneficiary`
where the money is someone else's, or words of the condition. `verdicts` maps a measure to all three verdicts in full,
“conditions validity offer”, for `no` followed by “: ” and what must fail. `warns` is what must be warned about. What is
not listed is free, but for the rules that hold for every measure.
Usage: test-verdicts.py JOBGUIDECTL
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PACKS = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"]) / "data" / "packs"
OFFERS = ("likely", "ask", "no", "ended", "future", "background")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def check_measures(ctl, profile, as_of):
    """id → measure, as the command line answers."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "profile.json"
        path.write_text(json.dumps({"schema": "jobguide-profile/1", **profile}, ensure_ascii=False), encoding="utf-8")
        answer = subprocess.run([ctl, "--as-of", as_of, "--json", "measures", str(path)],
                                capture_output=True, check=False, encoding="utf-8")
    if answer.returncode != 0:
        raise RuntimeError(answer.stderr.strip())
    if answer.stderr.strip():
        yield None, answer.stderr.strip()
    for measure in json.loads(answer.stdout)["measures"]:
        yield measure["id"], measure


def failed_keys(measure):
    """What failed, in the words of the expectations."""
    for reason in measure["reasons"]:
        if reason["state"] == "failed":
            yield reason["condition"]
            yield reason["fact"] or ("beneficiary" if "individual" not in measure["beneficiary"] else reason["condition"])


def is_named(wanted, failed):
    """A key as it stands, a field without its part, or, in Chinese, words of the condition."""
    return any(wanted == name or name.startswith(f"{wanted}:") or (not wanted.isascii() and wanted in name)
               for name in failed)


def faults_of_verdicts(found, expected):
    for key, words in expected.items():
        wanted, _, why = words.partition(": ")
        measure = found.get(key)
        if measure is None:
            yield f"{key} is not a measure"
            continue
        verdict = f"{measure['conditions']} {measure['validity']} {measure['offer']}"
        failed = list(failed_keys(measure))
        if verdict != wanted:
            yield f"{key} is “{verdict}”, not “{wanted}” ({failed})"
        elif measure["offer"] == "no" and not is_named(why, failed):
            yield f"{key} fails for {failed}, not for {why}"
        elif measure["offer"] == "ask" and not measure["ask"] and not measure["caveats"]:
            yield f"{key} does not say what to ask"


def faults_of_expectations(found, expected):
    yield from faults_of_verdicts(found, expected.get("verdicts", {}))
    for offer, ids in expected.items():
        if offer in ("verdicts", "warns"):
            continue
        if offer not in OFFERS:
            yield f"unknown offer {offer}"
        for key in ids:
            measure = found.get(key)
            if measure is None:
                yield f"{key} is not a measure"
                continue
            if measure["offer"] != offer:
                states = "; ".join(f"{r['condition']}={r['state']}" for r in measure["reasons"])
                yield f"{key} is {measure['offer']}, not {offer} ({measure['validity']}: {states})"
            elif offer == "no":
                failed = list(failed_keys(measure))
                if not is_named(ids[key], failed):
                    yield f"{key} fails for {failed}, not for {ids[key]}"
            elif offer == "ask" and not measure["ask"] and not measure["caveats"]:
                yield f"{key} does not say what to ask"


def faults_of_rules(found, printed, as_of):
    """What must never happen, whoever the person is."""
    for key, measure in found.items():
        for caveat in measure["caveats"]:
            if "有效" in caveat or "仍执行" in caveat:
                yield f"{key} claims to be in force: {caveat}"
        if measure["offer"] == "likely" and any(reason["state"] == "failed" for reason in measure["reasons"]):
            yield f"{key} is likely with a failed reason"
        if measure["offer"] == "no" and all(reason["state"] != "failed" for reason in measure["reasons"]):
            yield f"{key} does not say why not"
        if measure["offer"] not in ("likely", "ask"):
            continue
        row = printed[key]
        end = row["validity"]["to"]
        doubtful = row["validity"]["basis"] in ("document-clause-ambiguous", "target-date")
        if "individual" not in row["beneficiary"]:
            yield f"{key} offers the money of {row['beneficiary']}"
        if row["tier"] == "C" or row["force"] == "explore":
            yield f"{key} is background and offered"
        if end and not doubtful and end < as_of:
            yield f"{key} ended on {end} and is offered"
        if end and doubtful and end < as_of and measure["offer"] == "likely" and row["validity"]["basis"] != "target-date":
            yield f"{key} may have ended on {end} and is likely"
        if any(reason["state"] == "failed" and (reason["fact"] or "").startswith("place:") and "适用地区" in reason["condition"]
               for reason in measure["reasons"]):
            yield f"{key} is of another region and offered"


def faults_of_person(ctl, printed, profile, as_of, expected):
    try:
        answer = list(check_measures(ctl, profile, as_of))
        found = {key: measure for key, measure in answer if key is not None}
        warnings = [text for key, text in answer if key is None]
        if "warns" in expected:
            faults = [] if any(expected["warns"] in text for text in warnings) else ["does not warn"]
        else:
            faults = [f"warned: {text}" for text in warnings]
        if set(found) != set(printed):
            faults.append("the answer does not hold every measure once")
        faults += faults_of_expectations(found, expected)
        faults += faults_of_rules(found, printed, as_of)
    except (RuntimeError, KeyError, ValueError) as error:
        faults = [f"{type(error).__name__}: {error}"]
    return faults


def main():
    ctl = sys.argv[1]
    printed = {m["id"]: m for path in sorted(PACKS.glob("measures-*.json")) for m in read(path)["measures"]}
    number = bad = 0
    people = [(person["who"], person["profile"], as_of, expected)
              for path in sorted(HERE.glob("verdicts-*.json"))
              for person in read(path)["people"]
              for as_of, expected in person["expected"].items()]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        results = pool.map(lambda row: faults_of_person(ctl, printed, *row[1:]), people)
        for (who, _, as_of, _), faults in zip(people, results):
            number += 1
            bad += bool(faults)
            print(f"{'not ok' if faults else 'ok'} {number} - {who}, {as_of}")
            for fault in faults:
                print(f"# {fault}")
    print(f"1..{number}")
    if number == 0:
        print("# no people found")
    sys.exit(1 if bad or number == 0 else 0)


main()
