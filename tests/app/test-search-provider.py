#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds occupations from the desktop, as GNOME Shell asks, and opens what was found in the window."""

import configparser
import json
import os
import sys

from window import SOURCE, _, main, place_window

import gi

from a11y import application, find, get_text, labels, wait_for

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "com.example.JobGuide"


def provider():
    """What the file that the shell reads says of where to ask."""
    parser = configparser.ConfigParser()
    parser.read(os.path.join(SOURCE, "data", NAME + ".search-provider.ini"), encoding="utf8")
    return parser["Shell Search Provider"]


def ask(method, kind, *arguments, answer=None):
    """Calls the interface of version 2 at the place the file names."""
    place = provider()
    assert place["Version"] == "2" and place["DesktopId"] == NAME + ".desktop"
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    found = bus.call_sync(place["BusName"], place["ObjectPath"], "org.gnome.Shell.SearchProvider2",
                          method, GLib.Variant(kind, arguments),
                          GLib.VariantType(answer) if answer else None,
                          Gio.DBusCallFlags.NO_AUTO_START, 10000)
    return found.unpack()


def results(*terms):
    return ask("GetInitialResultSet", "(as)", list(terms), answer="(as)")[0]


def metas(ids):
    return ask("GetResultMetas", "(as)", ids, answer="(aa{sv})")[0]


def entry(code):
    with open(os.path.join(SOURCE, "data", "packs", "occupations.json"), encoding="utf8") as file:
        return next(o for o in json.load(file)["occupations"] if o["code"] == code)


def test_ready(_app):
    """Without a window the service answers on the bus."""
    wait_for(lambda: results("带货"), "an answer")


def test_found(_app):
    """Everyday words, pinyin and codes find the occupation; the first one is the wanted one."""
    for terms in (("带货",), ("daihuo",), ("4-01-02-07",), ("直播", "卖货")):
        names = [meta["name"] for meta in metas(results(*terms))]
        assert names and names[0] == "互联网营销师", (terms, names)


def test_described(_app):
    """A result says its code with the edition and how the definition begins, word for word."""
    meta = metas(results("带货"))[0]
    assert meta["id"] and "icon" in meta, meta
    wanted = "4-01-02-07（2020 版） " + entry("4-01-02-07")["definition"]
    assert len(meta["description"]) > 40 and wanted.startswith(meta["description"].rstrip("…")), meta


def test_narrowed(_app):
    """A longer query is answered by itself, not only out of the former results."""
    ids = ask("GetSubsearchResultSet", "(asas)", results("送"), ["送外卖"], answer="(as)")[0]
    assert metas(ids)[0]["name"] == "网约配送员"


def test_nothing(_app):
    """What the catalogue has not, and what is only similar, is no result; nor is an unknown id."""
    assert results("宇航员") == [] and results("月嫂") == [] and results("") == []
    assert metas(["no-such-occupation"]) == []


def test_activate(_app):
    """Opening a result shows the occupation in the window."""
    ask("ActivateResult", "(sasu)", results("送外卖")[0], ["送外卖"], 0)
    app = application("jobguide")
    place_window(app)
    wait_for(lambda: entry("4-02-07-10")["definition"] in labels(app), "the occupation")


def test_launch(_app):
    """“Show more” puts the words into the search box of the window."""
    ask("LaunchSearch", "(asu)", ["直播", "卖货"], 0)
    app = application("jobguide")
    box = find(app, "entry", _("Search occupations"))
    wait_for(lambda: get_text(box) == "直播 卖货", "the words")
    find(app, "list item", starts="互联网营销师")


sys.exit(main([(("--gapplication-service",),
                [test_ready, test_found, test_described, test_narrowed, test_nothing, test_activate,
                 test_launch], {"windowed": False})]))
