#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Related occupations and occupations side by side, as a keyboard and a screen reader see them, and their paper."""

import json
import os
import subprocess
import sys

from window import BUILD, SOURCE, _, main
from a11y import (act, click, every, find, focused, get_text, key, labels, lint, screenshot, set_text, states, wait_for,
                  walk)

CTL = os.path.join(BUILD, "src", "ctl", "jobguidectl")
CATALOGUE = os.path.join(BUILD, "data", "catalogue.db")
CARER, BREATHING, HELPER, ASSESSOR, RIDER = "健康照护师", "呼吸治疗师", "社群健康助理员", "老年人能力评估师", "网约配送员"


def ask(*arguments):
    """What the command line says of the same catalogue."""
    done = subprocess.run([CTL, "--catalogue", CATALOGUE, "--json", *arguments], capture_output=True, check=True)
    return json.loads(done.stdout)


def rows(app):
    return list(find(app, "list", _("Occupations")))


def row_of(app, name):
    set_text(find(app, "entry", _("Search occupations")), name)
    return wait_for(lambda: next((row for row in rows(app)[:1] if row.name.startswith(name)), None), "row of " + name)


def show(app, name):
    act(row_of(app, name), "row.open")
    find(app, "label", ask("show", name)["definition"])


def point_at_box(row, *then):
    """The pointer on the box, which is at the right of the row."""
    area = row.queryComponent().getExtents(1)
    subprocess.check_call(["xdotool", "mousemove", str(area.x + area.width - 20), str(area.y + 18), *then])


def counts(app, n, *names):
    """The bar counts and names what is chosen. It is found once: it comes last in the tree."""
    text = _("Comparison %u of %d: %s") % (n, 4, "、".join(names))
    if not hasattr(app, "bar"):
        app.bar = find(app, None, text)
    wait_for(lambda: app.bar.name == text, "%d in the bar" % n)


def view(app):
    """The comparison; it is found anew when it was out of sight."""
    try:
        alive = app.view.childCount > 0
    except Exception:
        alive = False
    if not alive:
        app.view = find(app, None, _("Occupations side by side"))
    return app.view


def top(app):
    """What stands above the columns, down to the way back: the rest takes long to look through."""
    for node in walk(view(app), lambda node: node.getRoleName() in ("label", "push button")):
        yield node
        if node.name == _("Back to the List"):
            return


def title(app, n):
    """Whether the comparison of n occupations is in sight."""
    text = _("Comparison of occupations (%u of %d)") % (n, 4)
    return any(node.name == text for node in top(app))


def columns(app):
    """The names of the chosen occupations in their order: what can be taken out."""
    before, after = _("Take %s out of the comparison").split("%s")
    return [node.name[len(before):-len(after)] for node in top(app) if node.name.startswith(before) and node.name.endswith(after)]


def test_can_do(app):
    """What the person can do is said first; it comes again beside the tasks."""
    key("alt+2")
    set_text(find(app, "text", _("What the person can do")), "照顾过老人")
    act(find(app, "push button", _("Add")))
    find(app, "push button", _("Remove “%s”") % "照顾过老人")
    key("ctrl+1")


def test_related(app):
    """The detail lists the occupations with tasks alike, sentence against sentence, and leads to them."""
    shown = ask("show", CARER)
    show(app, CARER)
    find(app, "label", _("Related occupations"))
    said = labels(app)
    for entry in shown["related"]:
        find(app, "push button", starts=entry["name"] + " · ")
        for pair in entry["pairs"]:
            assert _("%s, task %u") % (entry["name"], pair["other_task"]) + "：" + pair["other_text"] in said, pair
            assert _("Task %u of this occupation") % pair["task"] + "：" + pair["text"] in said, pair
    assert _("Words in common: %s") % "患者、治疗" in said
    screenshot("related")
    act(find(app, "push button", starts=BREATHING + " · "))
    find(app, "label", ask("show", BREATHING)["definition"])
    act(find(app, "push button", _("Back")))
    find(app, "label", shown["definition"])


def test_nothing_alike(app):
    """Where nothing is alike it says so."""
    show(app, RIDER)
    find(app, "label", _("No other occupation has tasks like these."))


def test_choose(app):
    """Detail, box in the list and key each add an occupation; the bar counts, and five are too many."""
    show(app, CARER)
    act(find(app, "push button", _("Add to the Comparison")))
    counts(app, 1, CARER)
    find(app, "push button", _("Take Out of the Comparison (%u of %d)") % (1, 4))
    act(row_of(app, BREATHING), "row.check")
    counts(app, 2, CARER, BREATHING)
    assert "checked" in states(rows(app)[0]) and rows(app)[0].name.endswith(_("In the comparison"))
    row_of(app, HELPER)
    click(find(app, "entry", _("Search occupations")))
    wait_for(lambda: focused(app) and focused(app).getRoleName() in ("entry", "text"), "the focus in the entry")
    key("Down")
    wait_for(lambda: focused(app) and focused(app).getRoleName() == "list item", "the focus on the row")
    key("ctrl+d")
    counts(app, 3, CARER, BREATHING, HELPER)
    row = row_of(app, ASSESSOR)
    point_at_box(row)
    find(app, "label", _("Compare (Ctrl+D)"))
    point_at_box(row, "click", "1")
    counts(app, 4, CARER, BREATHING, HELPER, ASSESSOR)
    screenshot("compare-list")
    act(row_of(app, RIDER), "row.check")
    find(app, "label", _("The comparison already holds %d occupations. Take one out first.") % 4)
    counts(app, 4, CARER, BREATHING, HELPER, ASSESSOR)
    assert "checked" not in states(rows(app)[0])


def test_side_by_side(app):
    """Every task of every column is there, in the rows that the command line gives, and the others are marked."""
    found = ask("compare", CARER, BREATHING, HELPER, ASSESSOR)
    act(find(app, "push button", _("Compare")))
    wait_for(lambda: title(app, 4), "the comparison of 4")
    said = labels(view(app))
    names = [one["name"] for one in found["occupations"]]
    assert columns(app) == names
    for one in found["occupations"]:
        assert one["definition"] in said, one["name"]
        for own in one["own_tasks"]:
            assert _("%s, task %u, only here") % (one["name"], own["task"]) + "：" + own["text"] in said, own
    for row in found["alike"]:
        wanted = [_("%s, task %u") % (names[i], cell["task"]) + "：" + cell["text"] for i, cell in enumerate(row) if cell]
        places = [said.index(text) for text in wanted]
        assert places == sorted(places) and places[-1] - places[0] <= 3 * len(names), (wanted, places)
    assert _("✓ The person said “%s”") % "照顾过老人" in said
    assert said.count(_("Only here")) == sum(len(one["own_tasks"]) for one in found["occupations"])
    screenshot("compare")
    bad = lint(view(app))
    assert not bad, bad


def test_order(app):
    """Columns move and leave by keyboard, and the keyboard stays where it was."""
    button = find(view(app), "push button", _("Move %s forward") % ASSESSOR)
    act(button)
    wait_for(lambda: columns(app) == [CARER, BREATHING, ASSESSOR, HELPER], "the other order")
    wait_for(lambda: any(node.name == _("Move %s forward") % ASSESSOR and "focused" in states(node) for node in top(app)),
             "the focus on the same button")
    key("space")
    wait_for(lambda: columns(app) == [CARER, ASSESSOR, BREATHING, HELPER], "the other order")
    act(find(view(app), "push button", _("Take %s out of the comparison") % BREATHING))
    wait_for(lambda: columns(app) == [CARER, ASSESSOR, HELPER], "three columns")


def save(app, button, path):
    act(find(view(app) if button == _("Save the comparison as PDF") else app, "push button", button))
    wait_for(lambda: app.childCount > 1, "the file chooser")
    chooser = app.getChildAtIndex(app.childCount - 1)
    name = wait_for(lambda: next(walk(chooser, lambda n: n.getRoleName() == "text" and get_text(n).endswith(".pdf")), None),
                    "the file name")
    suggested = get_text(name)
    set_text(name, path)
    act(find(chooser, "push button", starts=_("Save")))
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, "the file")
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return suggested, "".join(text.split())


def test_compare_pdf(app):
    """The comparison is saved as PDF with every sentence, and what the person can do."""
    suggested, text = save(app, _("Save the comparison as PDF"), os.path.join(os.environ["HOME"], "compare.pdf"))
    assert suggested == _("comparison-of-occupations") + ".pdf", suggested
    for name in (CARER, ASSESSOR, HELPER):
        shown = ask("show", name)
        lost = [words for words in [shown["definition"], *shown["tasks"]] if "".join(words.split()) not in text]
        assert not lost, lost
    assert "√本人说“照顾过老人”" in text and "资料截至" in text


def test_occupation_pdf(app):
    """One occupation is saved as PDF from its detail; Back leads from the comparison to where one was."""
    act(find(view(app), "push button", ASSESSOR))
    shown = ask("show", ASSESSOR)
    find(app, "label", shown["definition"])
    suggested, text = save(app, _("Save %s as PDF") % ASSESSOR, os.path.join(os.environ["HOME"], "one.pdf"))
    assert suggested == ASSESSOR + ".pdf", suggested
    assert all("".join(words.split()) in text for words in [shown["definition"], *shown["tasks"]])
    act(find(app, "push button", _("Back")))
    wait_for(lambda: title(app, 3), "the comparison again")


def test_narrow(app):
    """At 360 px the columns stand one below the other, each sentence under its name, and nothing is wider."""
    subprocess.check_call(["xdotool", "windowsize", app.window, "360", "720"])
    wait_for(lambda: app.getChildAtIndex(0).queryComponent().getExtents(1).width <= 380, "the narrow window")
    key("ctrl+shift+d")
    wait_for(lambda: title(app, 3), "the comparison of 3")
    shown = ask("show", CARER)

    def place(words):
        return find(view(app), "label", words).queryComponent().getExtents(1)

    wait_for(lambda: place(shown["definition"]).width <= 360, "a narrow column")
    assert place(shown["definition"]).y < place(ask("show", ASSESSOR)["definition"]).y
    screenshot("compare-narrow")
    # The list was not there while there was a comparison: it takes the place of the detail, not one beside it.
    key("ctrl+f")
    wait_for(lambda: focused(app) and focused(app).name == _("Search occupations"), "the search")
    point_at_box(row_of(app, RIDER), "click", "1")
    counts(app, 4, CARER, ASSESSOR, HELPER, RIDER)
    screenshot("compare-narrow-list")
    key("ctrl+shift+d")
    act(find(view(app), "push button", _("Take %s out of the comparison") % RIDER))
    wait_for(lambda: title(app, 3), "the comparison of 3")
    subprocess.check_call(["xdotool", "windowsize", app.window, "1100", "880"])


def test_empty(app):
    """A new jobseeker leaves no comparison behind, and the page says how to choose."""
    key("ctrl+n")
    act(find(app, "push button", starts=_("Undo")))
    key("ctrl+shift+d")
    wait_for(lambda: title(app, 3), "the comparison of 3")
    key("ctrl+n")
    key("ctrl+shift+d")
    wait_for(lambda: title(app, 0), "the comparison of 0")
    assert columns(app) == []
    act(find(view(app), "push button", _("Back to the List")))
    wait_for(lambda: focused(app) and focused(app).name == _("Search occupations"), "the list and its search")


RUNS = [((), [test_can_do, test_related, test_nothing_alike, test_choose, test_side_by_side, test_order,
              test_compare_pdf, test_occupation_pdf, test_narrow, test_empty])]

sys.exit(main(RUNS))
