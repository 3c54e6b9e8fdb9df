# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads: desktop file, metainfo, settings schema, icons, translation, templates, manual pages."""

import configparser
import pathlib
import re
import struct
import tempfile
import xml.etree.ElementTree as ElementTree

from house import BUILD, SOURCE, Tap, inside, our_files, run

ID = "com.example.JobGuide"


def failed(*command, **options):
    status, text = run(*command, **options)
    return (text or f"{command[0]} ended with {status}") if status != 0 else ""


def desktop_file():
    path = BUILD / "data" / f"{ID}.desktop"
    problems = failed("desktop-file-validate", path).splitlines()
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    entry = parser["Desktop Entry"]
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        if not entry.get(f"{key}[zh_CN]"):
            problems.append(f"{key} has no Chinese text")
    if entry["Icon"] != ID or entry["DBusActivatable"] != "true":
        problems.append("Icon or DBusActivatable is not as it should be")
    service = (BUILD / "data" / f"{ID}.service").read_text(encoding="utf-8")
    if f"Name={ID}\n" not in service or "--gapplication-service" not in service or "@" in service:
        problems.append(f"{ID}.service is not as it should be: {service}")
    return problems


def metainfo():
    path = BUILD / "data" / f"{ID}.metainfo.xml"
    problems = failed("appstreamcli", "validate", "--no-net", path).splitlines()
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    root = ElementTree.parse(path).getroot()
    for tag in ("name", "summary", "description/p"):
        if not any(node.get(language) == "zh_CN" for node in root.iterfind(tag)):
            problems.append(f"<{tag}> has no Chinese text")
    if any(node.tag in ("url", "image") for node in root.iter()):
        problems.append("a web address is named; none exists")
    return problems


def schema():
    with tempfile.TemporaryDirectory() as empty:
        problems = failed("glib-compile-schemas", "--strict", "--dry-run", f"--targetdir={empty}", SOURCE / "data")
    keys = {key.get("name") for key in ElementTree.parse(SOURCE / "data" / f"{ID}.gschema.xml").iter("key")}
    used = set()
    for path in our_files(".c", below="src/app"):
        text = path.read_text(encoding="utf-8")
        used.update(re.findall(r'g_settings_(?:get|set|bind|reset|create_action)\w* \([^,()]+(?:\([^()]*\))?[^,()]*,\s*"([\w-]+)"', text))
    return problems.splitlines() + [f"the window uses {key}, which the schema lacks" for key in sorted(used - keys)]


def icons():
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for kind, name, sizes in (("scalable", f"{ID}.svg", (16, 48, 128, 512)), ("symbolic", f"{ID}-symbolic.svg", (16, 32))):
            path = SOURCE / "data/icons/hicolor" / kind / "apps" / name
            for size in sizes:
                out = pathlib.Path(folder, "icon.png")
                trouble = failed("rsvg-convert", "-w", size, "-h", size, "-o", out, path)
                if trouble:
                    problems.append(trouble)
                elif struct.unpack(">II", out.read_bytes()[16:24]) != (size, size):
                    problems.append(f"{name} is not square")
            if re.search(r"<image|xlink:href|<text", path.read_text(encoding="utf-8")):
                problems.append(f"{name} embeds a picture or text")
        if "fill=\"#2e3436\"" not in path.read_text(encoding="utf-8"):
            problems.append("the symbolic icon is not of the one colour that themes replace")
    return problems


def translation():
    """Complete, nothing fuzzy, and made from the sources as they are now."""
    status, text = run("msgfmt", "--check", "--statistics", "-o", "/dev/null", SOURCE / "po/zh_CN.po",
                       env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    problems = text.splitlines() if status != 0 or re.search(r"fuzzy|untranslated", text) else []
    listed = [line for line in (SOURCE / "po/POTFILES").read_text(encoding="utf-8").split("\n")
              if line and not line.startswith("#")]
    marked = re.compile(r"\b[NC]?_ \(|\bngettext \(|translatable=\"(?:yes|true)\"")
    for path in our_files(".c", below="src") + our_files(".ui", below="ui"):
        if marked.search(path.read_text(encoding="utf-8")) and inside(path) not in listed:
            problems.append(f"po/POTFILES lacks {inside(path)}")
    problems += [f"po/POTFILES names {name}, which is gone" for name in listed if not (SOURCE / name).is_file()]
    if problems:
        return problems

    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder, "jobguide.pot")
        trouble = failed("xgettext", "--from-code=UTF-8", "-k_", "-kN_", "-kC_:1c,2", "-kNC_:1c,2", "-o", pot, *listed, cwd=SOURCE)
        if trouble:
            return [trouble]
        status, text = run("msgcmp", SOURCE / "po/zh_CN.po", pot, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    # Texts that only the translation still has are harmless warnings.
    return [line for line in text.splitlines() if "not defined" in line or "used but" in line] if status != 0 else []


def templates():
    problems = []
    resources = "".join(path.read_text(encoding="utf-8") for path in our_files(".gresource.xml"))
    for path in our_files(".ui", below="ui"):
        try:
            root = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            problems.append(f"{inside(path)}: {error}")
            continue
        if path.name not in resources:
            problems.append(f"{inside(path)} is in no resource bundle")
        template = root.find("template")
        if template is not None:
            stem = re.sub(r"(?<!^)(?=[A-Z])", "-", template.get("class")).lower()
            if stem != path.stem:
                problems.append(f"{inside(path)} holds the template of {template.get('class')}")
            if not (SOURCE / "src/app" / f"{stem}.c").is_file() and not list((SOURCE / "src/app").glob(f"*/{stem}.c")):
                problems.append(f"{inside(path)}: there is no {stem}.c in src/app")
    if not resources:
        problems.append("there is no resource bundle")
    return problems


def manual_pages():
    problems = []
    for path in our_files(".1", below="docs"):
        status, text = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", path, env={
            "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80", "PATH": "/usr/bin:/bin"})
        if status != 0 or "warning" in text:
            problems += [f"{inside(path)}: {line}" for line in text.splitlines() if "warning" in line] or [text]
    return problems


with Tap() as tap:
    tap.check("the desktop file and the D-Bus service are sound", desktop_file())
    tap.check("the metainfo is sound, in both languages, and invents no address", metainfo())
    tap.check("the settings schema is sound and has every key that is used", schema())
    tap.check("the icons draw at every size", icons())
    tap.check("the Chinese translation is complete and up to date", translation())
    tap.check("every template is well-formed, bundled and has its type", templates())
    tap.check("the manual pages are sound", manual_pages())
