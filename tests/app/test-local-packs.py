#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An office makes a document and a measure of its own by the steps of docs/local-packs.md: it is then found, decided
and printed like a bundled one."""

import glob
import json
import os
import subprocess
import sys

from window import _, main

from a11y import act, click, every, find, get_text, key, labels, lint, screenshot, set_text, states, wait_for

HOME = os.environ["HOME"]
NAME = "西湖区灵活就业补贴"
SENTENCE = "对在本区灵活就业并办理就业登记的劳动者，给予一次性补贴1000元。"
TERM = "本通知自2026年4月1日起施行，有效期至2099年3月31日。"
NOTICE = ("关于发放灵活就业一次性补贴的通知\n\n西人社〔2026〕5号\n\n各街道：\n一、对象和标准\n" + SENTENCE +
          "\n二、期限\n" + TERM + "\n\n西湖区人力资源和社会保障局\n2026年3月20日\n")
TITLE = _("Documents and Measures of This Office")


def pack():
    files = glob.glob(os.path.join(HOME, "jobguide", "own", "*.json"))
    if not files:
        return None
    with open(files[0], encoding="utf8") as file:
        return json.load(file)


def window(app):
    return wait_for(lambda: next((app.getChildAtIndex(i) for i in range(app.childCount)
                                  if app.getChildAtIndex(i).name == TITLE), None), "the window of own measures")


def open_window(app):
    key("F10")
    act(find(app, "menu item", _("Documents and Measures of This Office…")))
    return window(app)


def point_at(text, words):
    """Puts the cursor into words of a text, which stands for the sentence around it."""
    assert text.queryText().setCaretOffset(get_text(text).index(words))


def test_empty(app):
    """The window says how one begins; a measure needs a document first."""
    own = open_window(app)
    find(own, "label", _("None yet. Paste the text of a local notice to begin."))
    assert "sensitive" not in states(find(own, "push button", _("Add a Measure")))
    assert not lint(own), lint(own)
    screenshot("local-empty")


def test_document(app):
    """Title, number, date and clauses are read off the pasted text; what is missing is said at its field."""
    own = window(app)
    act(find(own, "push button", _("Add a Document")))
    set_text(find(own, "text", _("Text of the document")), NOTICE)
    title = find(own, "text", _("Title"))
    wait_for(lambda: get_text(title) == "关于发放灵活就业一次性补贴的通知", "the title")
    assert get_text(find(own, "text", _("Document number"))) == "西人社〔2026〕5号"
    assert get_text(find(own, "text", _("Date of issue"))) == "2026-03-20"
    assert not lint(own), lint(own)
    act(find(own, "push button", _("Keep")))
    wait_for(lambda: any("没有适用地区" in text for text in labels(own)), "what is missing")
    assert pack() is None
    set_text(find(own, "text", _("Code of the region")), "330106")
    set_text(find(own, "text", _("Name of the region")), "西湖区")
    screenshot("local-document")
    act(find(own, "push button", _("Keep")))
    wait_for(lambda: pack() and pack()["documents"], "the document")
    document = pack()["documents"][0]
    assert [c["clause"] for c in document["clauses"]] == ["文首", "一", "二", "落款"], document["clauses"]
    assert document["issuers"] == ["西湖区人力资源和社会保障局"], document
    find(own, "push button", _("Edit “%s”") % "关于发放灵活就业一次性补贴的通知")


def test_measure(app):
    """The sentence is selected, conditions are put together and tried, dates carry their sentence."""
    own = window(app)
    act(find(own, "push button", _("Add a Measure")))
    text = find(own, "text", _("Text of the document"))
    wait_for(lambda: SENTENCE in get_text(text), "the text")
    # Toasts have a button that the toolkit does not name.
    wait_for(lambda: not any("GtkImage" in words for words in lint(own)), "the toast gone")
    assert not lint(own), lint(own)
    act(find(own, "push button", _("Keep")))
    wait_for(lambda: any("没有原句" in words for words in labels(own)), "what is missing")
    point_at(text, "给予一次性补贴")
    act(find(own, "push button", _("Selection Is the Sentence")))
    find(own, "label", SENTENCE)
    set_text(find(own, "text", _("Amount")), "1000元")
    point_at(text, "有效期")
    act(find(own, "push button", _("Selection States the Dates")))
    set_text(find(own, "text", _("From")), "2026-04-01")
    set_text(find(own, "text", _("To, the last day included")), "2099-03-31")
    set_text(find(own, "text", _("Short name")), NAME)
    act(find(own, "push button", _("Add the condition “%s”") % _("Age")))
    set_text(find(own, "text", _("Youngest age")), "16")
    wait_for(lambda: any(words.startswith("符合：") for words in labels(own)), "a verdict on trial")
    screenshot("local-measure")
    act(find(own, "push button", _("Keep")))
    wait_for(lambda: pack()["measures"], "the measure")
    measure = pack()["measures"][0]
    assert measure["quote"] == SENTENCE and measure["clause"] == "一", measure
    assert measure["conditions"] == {"age": {"at_least": 16}}, measure
    assert measure["validity"]["quote"] == TERM and measure["validity"]["to"] == "2099-03-31", measure


def test_remove(app):
    """A measure that is removed comes back."""
    own = window(app)
    before = pack()["measures"]
    act(find(own, "push button", _("Remove “%s”") % NAME))
    wait_for(lambda: not pack()["measures"], "no measure")
    act(find(own, "push button", starts=_("Undo")))
    wait_for(lambda: pack()["measures"] == before, "the measure again")
    screenshot("local-list")
    act(own, "window.close")


def test_used(app):
    """It is found, decided for the jobseeker of the session and printed, marked as unsigned."""
    key("ctrl+2")
    set_text(find(app, "text", _("What to call the person")), "测试甲")
    set_text(find(app, "text", _("Month of birth")), "1991-03")
    key("ctrl+3")
    set_text(find(app, "entry", _("Search policies")), NAME)
    act(find(find(app, "list", _("Measures")), "list item", starts=NAME), "row.open")
    find(app, "label", _("an office’s own, unsigned"))
    wait_for(lambda: any("符合：" in text and "16" in text for text in labels(app)), "the verdict")
    screenshot("local-found")
    check = find(app, "check box", _("Print %s on the guidance sheet") % NAME)
    # What the program puts onto the sheet may be left out where there is no room; what somebody ticks is not.
    wait_for(lambda: "checked" in states(check), "the program's tick")
    click(check)
    wait_for(lambda: "checked" not in states(check), "no tick")
    click(check)
    wait_for(lambda: "checked" in states(check), "the tick")
    key("ctrl+2")
    key("alt+6")
    find(app, "image", _("The sheet as it will be printed"))
    path = os.path.join(HOME, "sheet.pdf")
    act(find(app, "push button", _("Save as PDF…")))
    name = wait_for(lambda: next((n for n in every(app, lambda n: n.getRoleName() == "text")
                                  if get_text(n).endswith(".pdf")), None), "the file name")
    set_text(name, path)
    act(find(app.getChildAtIndex(app.childCount - 1), "push button", starts=_("Save")))
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, "the file")
    flat = "".join(subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                                  check=True).stdout.split())
    for wanted in (NAME, "西人社〔2026〕5号", "未签名", "1000元"):
        assert wanted in flat, (wanted, flat)


sys.exit(main([((), [test_empty, test_document, test_measure, test_remove, test_used])]))
