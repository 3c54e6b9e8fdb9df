# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a compiler does not know: headers, layers, loops, lengths, docstrings, wording."""

import json
import pathlib
import re

from house import BUILD, SOURCE, Tap, inside, our_files, run

# The rows of docs/architecture.md: what each folder of src/ may use of the others, and from outside.
LAYERS = {
    "text": [],
    "catalogue": ["text"],
    "guidance": ["catalogue", "text"],
    "casework": ["guidance", "catalogue", "text"],
    "courses": ["guidance", "catalogue", "text"],
    "paper": ["courses", "guidance", "catalogue", "text"],
    "kiosk": ["guidance", "catalogue", "text"],
}
OUTSIDE = {
    r"(gtk|gdk|gsk|adw)_": [],
    r"(pango|cairo)_": ["paper"],
    r"sqlite3_": ["catalogue", "casework"],
    r"(sodium|crypto|randombytes)_": ["catalogue", "casework", "kiosk"],
    r"(cups[A-Z]|http[A-Z]|ipp[A-Z])\w+": ["kiosk"],
    r"QRcode_": ["paper"],
    r"secret_": ["casework"],
    r"ical": ["casework"],
    r"(workbook|worksheet|format|lxw)_": ["courses"],
    r"json_": ["catalogue", "guidance", "casework", "courses", "paper"],
    r"(u|ucol|utrans|ubrk|ucnv|unorm2|uset)_\w+_\d+$": ["text", "catalogue", "guidance", "paper"],
}
NO_SPDX = (".json", ".txt", ".tsv", ".png", ".pdf", ".po", ".md", ".pyc", ".mo")
NO_SPDX_NAMES = {"COPYING", "LINGUAS", "allowed-skips", "lsan.supp", ".gitignore", "com.example.JobGuide.service.in"}
# Words that only a text or a counsellor's signed note may say of a measure.
FORBIDDEN = re.compile(r"现行有效|仍然有效|继续有效|仍执行|仍在执行|目前有效|正在执行")


def text_of(path):
    return path.read_text(encoding="utf-8")


def code_files(below="src"):
    return our_files(".c", ".h", below=below)


def layer_of(path):
    return path.relative_to(SOURCE / "src").parts[0]


def spdx():
    problems = []
    for path in our_files():
        if path.name in NO_SPDX_NAMES or path.name.endswith(NO_SPDX):
            continue
        head = "".join(path.open(encoding="utf-8").readlines()[:8])
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in head or "SPDX-FileCopyrightText:" not in head:
            problems.append(inside(path))
    return problems


def lengths():
    problems = []
    for path in our_files(".c", ".h", ".py", ".ui", ".css"):
        lines = len(text_of(path).splitlines())
        if lines > 900:
            problems.append(f"{inside(path)}: {lines} lines, past 900: split by concern")
    return problems


def includes(path):
    """The headers a file includes: (those of src/ as paths, the others as names)."""
    ours, others = [], []
    for name in re.findall(r'^\s*#\s*include\s+["<]([^">]+)[">]', text_of(path), re.M):
        near = path.parent / name
        below = SOURCE / "src" / name
        found = [p for p in (near, below) if p.is_file()] or list((SOURCE / "src").glob(f"*/{name}"))
        if found:
            ours.append(found[0].resolve())
        else:
            others.append(name)
    return ours, others


def only_app_has_gtk():
    problems = []
    for path in code_files():
        if layer_of(path) != "app":
            for name in includes(path)[1]:
                if re.match(r"(gtk|gdk|gsk|adwaita|adw)\b", name):
                    problems.append(f"{inside(path)} includes <{name}>")
    return problems


def arrows_point_up():
    problems = []
    for path in code_files():
        layer = layer_of(path)
        allowed = LAYERS.get(layer, list(LAYERS)) + [layer]
        for header in includes(path)[0]:
            if layer_of(header) not in allowed:
                problems.append(f"{inside(path)} includes {inside(header)}")
    return problems


def include_loops():
    graph = {path.resolve(): includes(path)[0] for path in code_files() if path.suffix == ".h"}
    problems, done = [], set()

    def walk(path, trail):
        if path in trail:
            problems.append(" → ".join(inside(p) for p in trail[trail.index(path):] + [path]))
        elif path not in done:
            for header in graph.get(path, []):
                walk(header, trail + [path])
            done.add(path)

    for path in graph:
        walk(path, [])
    return problems


def symbols(library):
    """(defined, undefined) symbols of a static library."""
    status, text = run("nm", "-P", "-g", library)
    assert status == 0, text
    defined, undefined = set(), set()
    for line in text.splitlines():
        parts = line.split()
        if len(parts) >= 2 and not line.endswith(":"):
            (undefined if parts[1] in "Uwv" else defined).add(parts[0])
    return defined, undefined - defined


def link_table():
    """Each static library uses only what its row names: looked up in the compiled symbols."""
    problems, defined, undefined = [], {}, {}
    targets = json.loads(run("meson", "introspect", "--targets", BUILD)[1])
    for target in targets:
        match = re.fullmatch(r"jobguide-(\w+)", target["name"])
        if match and target["type"] == "static library":
            layer = match[1]
            folder = pathlib.Path(target["defined_in"]).parent.name
            if layer in LAYERS and folder != layer:
                problems.append(f"{target['name']} is defined in src/{folder}")
            defined[layer], undefined[layer] = symbols(target["filename"][0])
    for layer, allowed in LAYERS.items():
        if layer not in defined:
            problems.append(f"there is no static library jobguide-{layer}")
            continue
        reachable = set().union(defined[layer], *(defined.get(other, set()) for other in allowed))
        for symbol in sorted(undefined[layer]):
            if symbol.startswith("jg_") and symbol not in reachable:
                problems.append(f"jobguide-{layer} uses {symbol}, which is not in {', '.join(allowed) or 'itself'}")
            for pattern, layers in OUTSIDE.items():
                if re.match(pattern, symbol) and layer not in layers:
                    problems.append(f"jobguide-{layer} uses {symbol}")
    return problems


def command_line_has_no_gtk():
    status, text = run("ldd", BUILD / "src/ctl/jobguidectl")
    if status != 0 or "libglib-2.0" not in text:
        return [f"ldd failed: {text}"]
    return [line.strip() for line in text.splitlines() if re.search(r"libgtk|libgdk-[34x]|libadwaita|libwayland", line)]


def docstrings():
    """Every function of a header of ours carries a comment directly above its definition."""
    problems = []
    for header in code_files():
        if header.suffix != ".h":
            continue
        text = re.sub(r"/\*.*?\*/", "", text_of(header), flags=re.S)
        names = set(re.findall(r"^[A-Za-z][\w \t\*]*?\b(jg_\w+)\s*\([^;{]*\)\s*(?:G_\w+[^;]*)?;", text, re.M))
        sources = [text_of(path) for path in header.parent.glob("*.c")]
        for name in sorted(names):
            if name.endswith(("_get_type", "_error_quark")):
                continue
            pattern = re.compile(rf"(\*/\s*\n)?^[^\s#/][^\n;]*\n{name} \(", re.M)
            hits = [match for source in sources for match in pattern.finditer(source)]
            if hits and not any(match[1] for match in hits):
                problems.append(f"{name} ({inside(header)})")
            elif not hits and not any(re.search(rf"\b{name}\b", source) for source in sources):
                problems.append(f"{name} is declared in {inside(header)} and defined nowhere beside it")
    return problems


def wording():
    problems = []
    for path in our_files(".c", ".h", ".ui", ".po", ".md", ".1", ".desktop", ".in"):
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if FORBIDDEN.search(line):
                problems.append(f"{inside(path)}:{number}: {line.strip()[:80]}")
    return problems


def machine_paths():
    problems = []
    for path in our_files():
        if path.suffix in (".png", ".pdf", ".txt", ".pyc"):
            continue
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if re.search(r"(?<![\w.])/(?:work|home/\w+|root)/", line) and path.name != "check-sources.py":
                problems.append(f"{inside(path)}:{number}: {line.strip()[:80]}")
    return problems


with Tap() as tap:
    tap.check("every source file carries its SPDX header", spdx())
    tap.check("no file is longer than 900 lines", lengths())
    tap.check("only src/app includes GTK or Adwaita", only_app_has_gtk())
    tap.check("includes point up the list of layers, never down", arrows_point_up())
    tap.check("no two headers include each other in a loop", include_loops())
    tap.check("each static library uses only what its row names", link_table())
    tap.check("jobguidectl has no GTK in ldd", command_line_has_no_gtk())
    tap.check("every public function has a docstring", docstrings())
    tap.check("nothing of ours says that a measure is in force", wording())
    tap.check("no path of a developer's machine", machine_paths())
