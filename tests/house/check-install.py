# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed, and that it works from where it was put."""

import json
import os
import pathlib
import shutil
import tempfile

from house import BUILD, Tap, run

ID = "com.example.JobGuide"
# Below the prefix. The first part of each is what a machine of another kind needs anew.
PROGRAMS = ["bin/jobguide", "bin/jobguide-kiosk", "bin/jobguidectl"]
DATA = [
    "share/jobguide/catalogue.db",
    "share/jobguide/optional/new-occupations.json",
    "share/jobguide/optional/occupations-2022.json",
    f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/dbus-1/services/{ID}.service",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/jobguide/kiosk/greetd.toml",
    "share/jobguide/kiosk/jobguide-kiosk.desktop",
    "share/jobguide/kiosk/jobguide-kiosk.service",
    "share/jobguide/kiosk/dconf/locks/jobguide-kiosk",
    "share/bash-completion/completions/jobguidectl",
    "share/man/man1/jobguide.1",
    "share/man/man1/jobguidectl.1",
    "share/locale/zh_CN/LC_MESSAGES/jobguide.mo",
]


def prefix():
    options = json.loads(run("meson", "introspect", "--buildoptions", BUILD)[1])
    return next(option["value"] for option in options if option["name"] == "prefix")


def install(target, *options):
    """Installs below a folder and returns (its prefix there, what went wrong)."""
    status, text = run("meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", target, *options)
    return pathlib.Path(f"{target}{prefix()}"), [] if status == 0 else text.splitlines()


def files_below(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def everything_is_installed(top):
    root, problems = install(top / "all")
    present = files_below(root)
    problems += [f"not installed: {name}" for name in PROGRAMS + DATA if name not in present]
    problems += [f"not a program: {name}" for name in PROGRAMS if name in present and not os.access(root / name, os.X_OK)]
    return problems


def data_alone(top):
    """--tags data,i18n,man,bash-completion is the part that is the same on every kind of machine."""
    root, problems = install(top / "data", "--tags", "data,i18n,man")
    present = files_below(root)
    problems += [f"not in the data part: {name}" for name in DATA if name not in present]
    for name in sorted(present):
        if (root / name).read_bytes()[:4] == b"\x7fELF":
            problems.append(f"depends on the kind of machine: {name}")
    return problems


def works_anywhere(top):
    """Moved to a folder with blanks and Chinese letters, the program finds its own catalogue from its prefix."""
    root = top / "all" / prefix().lstrip("/")
    moved = top / "就业 服务大厅" / "职业 指南"
    moved.parent.mkdir()
    shutil.copytree(root, moved)
    status, text = run(moved / "bin/jobguidectl", "--json", "search", "带货", cwd=moved.parent,
                       env={"PATH": "/usr/bin:/bin", "HOME": str(top)})
    if status != 0:
        return text.splitlines() or [f"exit status {status}"]
    codes = [result["code"] for result in json.loads(text)["results"]]
    problems = [] if "4-01-02-07" in codes else [text]
    # The packs that can be switched on lie beside the catalogue, and the cache need not be where they are.
    status, text = run(moved / "bin/jobguidectl", "--json", "--with", "occupations-2022", "search", "会计", cwd=moved.parent,
                       env={"PATH": "/usr/bin:/bin", "HOME": str(top), "XDG_CACHE_HOME": str(top / "缓存 一")})
    if status != 0 or "会计专业人员" not in text or not list(top.glob("缓存 一/jobguide/catalogues/*.db")):
        problems += [f"exit status {status}", text]
    return problems


def catalogue_by_name(top):
    """--catalogue with such a path, and a sheet written to one, in a plain C locale."""
    folder = top / "就业 服务大厅"
    catalogue = folder / "目录 一.db"
    shutil.copy(BUILD / "data/catalogue.db", catalogue)
    profile = folder / "求职者 一.json"
    profile.write_text('{"schema": "jobguide-profile/1", "skills": ["会直播带货"]}', encoding="utf-8")
    sheet = folder / "指导单 一.pdf"
    status, text = run(BUILD / "src/ctl/jobguidectl", "--catalogue", catalogue, "sheet", profile, "--output", sheet,
                       env={"PATH": "/usr/bin:/bin", "HOME": str(top), "LC_ALL": "C"})
    if status != 0:
        return text.splitlines() or [f"exit status {status}"]
    return [] if sheet.read_bytes().startswith(b"%PDF-") else ["no PDF was written"]


with Tap() as tap, tempfile.TemporaryDirectory() as scratch:
    top = pathlib.Path(scratch)
    tap.check("everything is installed", everything_is_installed(top))
    tap.check("the data installs alone, the same for every kind of machine", data_alone(top))
    tap.check("the program works wherever its prefix is moved", works_anywhere(top))
    tap.check("files with blanks and Chinese letters in their names", catalogue_by_name(top))
