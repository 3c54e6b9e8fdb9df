#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window under Xvfb: the main job from a spoken word to the PDF."""

import glob
import json
import os
import subprocess
import sys

from window import SOURCE, WORDS, _, main

from a11y import (act, click, every, find, focused, get_text, key, labels, lint, screenshot,
                  set_text, states, wait_for)
from desk import choose, save_file

# Measure gbf-2020-27.23: its text speaks of 2020 only.
ENDED = "养老保险自愿暂缓缴费"


def entry_of_pack(code):
    with open(os.path.join(SOURCE, "data", "packs", "occupations.json"), encoding="utf8") as file:
        return next(o for o in json.load(file)["occupations"] if o["code"] == code)


def frame(app):
    return app.getChildAtIndex(0)


def test_search(app):
    """带货 leads to 互联网营销师 with its definition and eight tasks."""
    wanted = entry_of_pack("4-01-02-07")
    assert len(wanted["tasks"]) == 8
    entry = find(app, "entry", _("Search occupations"))
    set_text(entry, "带货")
    row = find(app, "list item", starts="互联网营销师")
    assert "带货" in row.name, row.name
    act(row, "row.open")
    wait_for(lambda: wanted["definition"] in labels(app), "the definition")
    shown = labels(app)
    assert [t for t in shown if t in wanted["tasks"]] == wanted["tasks"], shown
    assert any("4-01-02-07" in text and "2020" in text for text in shown)
    screenshot("occupation")


def test_code(app):
    """A code finds the same entry."""
    set_text(find(app, "entry", _("Search occupations")), "4-01-02-07")
    find(app, "list item", starts="互联网营销师")


def test_not_there(app):
    """What the catalogue does not have is said to be missing."""
    set_text(find(app, "entry", _("Search occupations")), "宇航员")
    wait_for(lambda: any("宇航员" in text for text in labels(app)), "the remark")
    set_text(find(app, "entry", _("Search occupations")), "")


def test_notice(app):
    """The source button opens the notice with the sentence lit; Back returns."""
    act(find(app, "push button", starts="人社厅发〔2020〕73号，一（三）"))
    text = find(app, "text", _("Text of the document"))
    wait_for(lambda: "（三）4-01-02-07 互联网营销师" in get_text(text), "the notice")
    wait_for(lambda: _("The quoted words are lit.") in labels(app), "the lit words")
    screenshot("document")
    act(find(app, "push button", _("Back")))
    wait_for(lambda: entry_of_pack("4-01-02-07")["definition"] in labels(app), "the entry again")


def test_tab_leaves_list(app):
    """Tab does not walk through the rows of a list."""
    entry = find(app, "entry", _("Search occupations"))
    click(entry)
    wait_for(lambda: (lambda f: f and f.name == entry.name)(focused(app)), "focus in the entry")
    seen = []
    for _unused in range(4):
        before = focused(app).name
        key("Tab")
        wait_for(lambda: (lambda f: f and f.name != before)(focused(app)), "the next stop")
        seen.append(focused(app).getRoleName())
    assert seen.count("list item") <= 1, seen


def test_profile(app):
    """A short profile is entered and matched, with the sentence of the notice as its reason."""
    key("ctrl+2")
    set_text(find(app, "text", _("What to call the person")), "测试甲")
    set_text(find(app, "text", _("Month of birth")), "1991-03")
    screenshot("basics")
    key("alt+2")
    set_text(find(app, "text", _("What the person is looking for")), "直播带货")
    skill = find(app, "text", _("What the person can do"))
    set_text(skill, "直播卖货、拍短视频")
    act(find(app, "push button", _("Add")))
    find(app, "push button", _("Remove “%s”") % "拍短视频")
    key("alt+3")
    check = find(app, "check box", _("%s on the guidance sheet") % "互联网营销师")
    wait_for(lambda: any("直播" in text for text in labels(app)), "a reason")
    click(check)
    wait_for(lambda: "checked" in states(check), "the tick")
    screenshot("matches")


def test_measures(app):
    """Measures stand with their verdict; answering the first question changes them."""
    key("alt+4")
    listed = find(app, "list", _("Measures by verdict"))
    wait_for(lambda: listed.childCount > 5, "the measures")
    question = find(app, "label", _("Ask this next")).parent

    def asked():
        return [text for text in labels(question) if text.endswith("？")]

    before = asked()
    assert before
    act(find(question, "push button", starts=WORDS.pgettext("answer", "Not known")))
    wait_for(lambda: asked() and asked() != before, "the next one")
    screenshot("measures")
    act(find(question, "push button", _("Take the Last Answer Back")))
    wait_for(lambda: asked() == before, "the first one again")
    act(find(question, "push button", _("Stop Asking")))
    find(question, "push button", _("Go On Asking"))
    wait_for(lambda: not asked(), "no question on screen")
    act(find(question, "push button", _("Go On Asking")))


def test_tick(app):
    """A measure that is over is ticked for the sheet."""
    key("ctrl+3")
    act(find(app, "push button", _("Measures")))
    set_text(find(app, "entry", _("Search policies")), ENDED)
    act(find(find(app, "list", _("Measures")), "list item", starts=ENDED), "row.open")
    check = find(app, "check box", _("Print %s on the guidance sheet") % ENDED)
    assert "focusable" in states(check) and "checked" not in states(check)
    click(check)
    wait_for(lambda: "checked" in states(check), "the tick")
    screenshot("tick")
    set_text(find(app, "entry", _("Search policies")), "")
    key("ctrl+2")


def test_pdf(app):
    """The sheet is saved as PDF through the file chooser and says what was entered."""
    path = os.path.join(os.environ["HOME"], "sheet.pdf")
    key("alt+6")
    find(app, "image", _("The sheet as it will be printed"))
    screenshot("sheet")
    act(find(app, "push button", _("Save as PDF…")))
    # The chooser suggests a name that says nothing about the person.
    assert "测试甲" not in save_file(app, path)
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, "the file")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                          check=True).stdout
    flat = "".join(text.split())
    for wanted in ("职业指导单", "测试甲", "互联网营销师", "4-01-02-07", "人社厅发〔2020〕73号",
                   ENDED, "已过期"):
        assert wanted in flat, (wanted, text)


def test_new_session(app):
    """A new jobseeker clears everything; undo brings it back."""
    key("ctrl+n")
    alias = find(app, "text", _("What to call the person"))
    wait_for(lambda: get_text(alias) == "", "the empty form")
    act(find(app, "push button", starts=_("Undo")))
    wait_for(lambda: get_text(alias) == "测试甲", "the former form")


def test_policies(app):
    """A measure shows its words, its dates and where it stands."""
    key("ctrl+3")
    act(find(app, "push button", _("Measures")))
    set_text(find(app, "entry", _("Search policies")), "职业培训补贴")
    row = wait_for(lambda: next(iter(every(find(app, "list", _("Measures")),
                                           lambda n: n.getRoleName() == "list item" and
                                           "补贴" in n.name)), None), "a measure")
    act(row, "row.open")
    find(app, "label", _("Dates, as the text states them"))
    screenshot("measure")
    today = WORDS.pgettext("date", "today")
    wait_for(lambda: any(text.startswith("▶ ") and text.endswith(today) for text in labels(app)),
             "today among the dates")


def measures_of_packs():
    for path in glob.glob(os.path.join(SOURCE, "data", "packs", "measures-*.json")):
        with open(path, encoding="utf8") as file:
            yield from json.load(file)["measures"]


def asked_facts(node, asked=True):
    """The facts a tree asks for, not those it shuts out."""
    if node is None:
        return
    if "fact" in node and asked:
        yield node["fact"]
    for child in node.get("all", []) + node.get("any", []):
        yield from asked_facts(child, asked)
    if "not" in node:
        yield from asked_facts(node["not"], not asked)


def test_filters(app):
    """Filters stand on the page while they are on, combine, and go one by one or all at once."""
    with open(os.path.join(SOURCE, "data", "packs", "facts.json"), encoding="utf8") as file:
        people = {fact["key"]: fact.get("people", []) for fact in json.load(file)["facts"]}
    named = {}
    for measure in measures_of_packs():
        tree = measure["conditions" if "individual" in measure["beneficiary"] else "worker"]
        named[measure["id"]] = {name for fact in asked_facts(tree) for name in people[fact]}
    used = set().union(*named.values())
    order = list(dict.fromkeys(name for names in people.values() for name in names if name in used))
    veterans = {id for id in named if "退役军人" in named[id]}
    dated = {m["id"] for m in measures_of_packs() if m["validity"]["from"] or m["validity"]["to"]}
    assert veterans and veterans & dated != veterans

    def shown(n):
        wait_for(lambda: (WORDS.ngettext("%u measure", "%u measures", n) % n) in labels(app), "%d measures" % n)

    def button(n):
        """That of the page of policies: the page of occupations before it has one too."""
        name = _("Filter (%u)") % n if n else _("Filter")
        return wait_for(lambda: every(app, lambda node: node.getRoleName() == "push button"
                                      and node.name == name)[1 - bool(n):][-1:], name)[0]

    key("ctrl+3")
    set_text(find(app, "entry", _("Search policies")), "")
    shown(len(named))
    act(button(0))
    choose(app, _("Group of people"), order.index("退役军人") + 1)
    chip = _("Clear the filter “%s”") % (_("Group of people") + "：退役军人")
    find(app, "push button", chip)
    shown(len(veterans))
    for _again in range(20):
        if focused(app).name == _("Only with a stated date"):
            break
        key("Tab")
    key("space")
    find(app, "push button", _("Clear the filter “%s”") % _("Only with a stated date"))
    shown(len(veterans & dated))
    key("Escape")
    screenshot("filters")
    act(find(app, "push button", chip))
    shown(len(dated))
    button(1)
    act(button(1))
    choose(app, _("Group of people"), order.index("农民工") + 1)
    key("Escape")
    button(2)
    act(find(app, "push button", _("Clear all filters")))
    shown(len(named))
    button(0)


def test_copy(app):
    """What is copied is the sentence with its source behind it, ready to be pasted."""
    entry = find(app, "entry", _("Search policies"))
    set_text(entry, "gbf-2020-27.15")
    measure = next(m for m in measures_of_packs() if m["id"] == "gbf-2020-27.15")
    act(find(app, "list item", starts=measure["name"]), "row.open")
    wait_for(lambda: measure["quote"] in labels(app), "the words")
    click(find(app, "push button", _("Copy With Source")))
    click(entry)
    key("ctrl+a", "ctrl+v")
    wanted = "%s（国办发〔2020〕27号，%s）" % (measure["quote"], measure["clause"])
    wait_for(lambda: get_text(entry) == wanted, wanted)
    set_text(entry, "")


def test_office(app):
    """A note of the office is kept with its date and name; it can be removed and brought back."""
    act(find(app, "push button", _("Add a Note")))
    set_text(find(app, "text", _("Note")), "电话核实：需带身份证")
    set_text(find(app, "text", _("Date of the note")), "2026-05")
    set_text(find(app, "text", _("Name of who says so")), "李某")
    act(find(app, "push button", _("Keep the Note")))
    said = "2026-05 电话核实：需带身份证（李某）"
    wait_for(lambda: said in labels(app), "the note")
    path = os.path.join(os.environ["HOME"], "jobguide", "desk.json")
    with open(path, encoding="utf8") as file:
        assert "电话核实：需带身份证" in file.read()
    act(find(app, "push button", _("Remove the note “%s”") % said))
    wait_for(lambda: said not in labels(app), "the note gone")
    row = find(app, "label", _("The note is removed.")).parent
    act(find(row, "push button", _("Undo")))
    wait_for(lambda: said in labels(app), "the note again")


def test_guide(app):
    """The office's 办事指南 is kept, shown, changed and, once emptied, gone; what is shown stays alive meanwhile."""
    for telephone in ("0571-00000000", "0571-11111111", ""):
        act(find(app, "push button", _("Edit the Guide")))
        set_text(find(app, "text", "电话"), telephone)
        set_text(find(app, "text", _("Name of who confirmed it")), "王某")
        act(find(app, "push button", _("Keep the Guide")))
        if telephone:
            wait_for(lambda: "电话：" + telephone in labels(app), "the guide")
        else:
            wait_for(lambda: _("Nothing is written down; the sheet says to ring 12333.") in labels(app), "no guide")
        # Leaving the measure and coming back draws the guide anew from what the desk holds.
        key("ctrl+1")
        key("ctrl+3")


def test_names(app):
    """Every place the focus can reach, on all pages built so far, has a name a person wrote."""
    bad = lint(app)
    assert not bad, bad


def test_narrow(app):
    """At 360 px the list gives way to the detail and Back returns to it."""
    subprocess.check_call(["xdotool", "windowsize", app.window, "360", "720"])
    key("ctrl+1")
    wait_for(lambda: frame(app).queryComponent().getExtents(1).width <= 380, "the narrow window")
    set_text(find(app, "entry", _("Search occupations")), "送外卖")
    act(find(app, "list item", starts="网约配送员"), "row.open")
    wait_for(lambda: entry_of_pack("4-02-07-10")["definition"] in labels(app), "the entry")
    screenshot("narrow")
    act(find(app, "push button", _("Back")))


def test_practice(app):
    """A practice date is announced on every page."""
    wait_for(lambda: (_("Practice date: everything is judged as of %s, not today.") %
                      "2020-12-01") in labels(app), "the notice of practice")
    screenshot("practice")
    act(find(app, "push button", _("Back to Today")))


def test_no_catalogue(app):
    """Without a catalogue the window says what is wrong and what to do."""
    find(app, "label", _("The catalogue cannot be opened"))
    wait_for(lambda: any("--catalogue" in text for text in labels(app)), "what to do")
    screenshot("no-catalogue")


RUNS = [
    ((), [test_search, test_code, test_not_there, test_notice, test_tab_leaves_list, test_profile,
          test_measures, test_tick, test_pdf, test_new_session, test_policies, test_filters, test_copy,
          test_office, test_guide, test_names, test_narrow]),
    (("--as-of", "2020-12-01"), [test_practice]),
    (("--catalogue", "/nonexistent/catalogue.db"), [test_no_catalogue]),
]


sys.exit(main(RUNS))
