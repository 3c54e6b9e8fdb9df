# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds a JSON Schema of docs/ and a reader together: both say the same of a good file and of its mutations."""
import copy
import json
import os
import pathlib
import tempfile

import jsonschema

DOCS = pathlib.Path(os.environ["JOBGUIDE_SOURCE_ROOT"]) / "docs"
DROP = object()


def mutate(good, way, value):
    """The file with one place changed; an empty way replaces the whole."""
    root = copy.deepcopy(good)
    if not way:
        return value
    place = root
    for step in way[:-1]:
        place = place[step]
    if value is DROP:
        del place[way[-1]]
    else:
        place[way[-1]] = value
    return root


def make_validator(name):
    """A validator for docs/NAME, which may refer to the other schemas there."""
    schemas = [json.loads(file.read_text()) for file in DOCS.glob("*.schema.json")]
    schema = json.loads((DOCS / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver.from_schema(schema, store={s["$id"]: s for s in schemas})
    return jsonschema.Draft202012Validator(schema, resolver=resolver)


def check(name, good, mutations, reader_only, read):
    """One TAP line for the good file and one for each mutation (way, value).

    `read (folder, file)` runs the reader on the file: its exit code, 0 or 1, and what it said. Of `reader_only` (way,
    value) the reader says no though a schema cannot."""
    validator = make_validator(name)
    print(f"1..{len(mutations) + 1}")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "file.json")
        for n, (way, value, wanted) in enumerate(
                [(("schema",), good["schema"], True)] + [(*m, None) for m in mutations], 1):
            root = mutate(good, way, value)
            text = json.dumps(root, ensure_ascii=False)
            file.write_text(text)
            says = validator.is_valid(root)
            if any(way == w and value is v for w, v in reader_only):
                says = False
            code, words = read(folder, file)
            fine = code == (0 if says else 1) and wanted in (None, says) and file.read_text() == text
            print(f"{'ok' if fine else 'not ok'} {n} - {'/'.join(map(str, way))} {str(value)[:20]!r}")
            if not fine:
                print(f"# schema: {says}, reader: {code} {words}")
