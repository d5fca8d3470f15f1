"""Which words a tracked change marks: those that differ, whole, also beyond the finding."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from termlint.model import Edit, Suggestion
from termlint.writers.docx_changes import spread, trim
from tests.builders.docx import (
    b,
    p,
    word,
)
from tests.writers.marked import (
    W,
    accepted,
    entries,
    finding,
    fix,
    fixed,
    read,
    rejected,
)


def test_only_the_words_that_differ_are_marked() -> None:
    data = word(p("Een mbo-leerling uit de stad"))
    marked = fixed(data, {"mbo-leerling uit": "mbo-student uit"})
    root = ElementTree.fromstring(entries(marked.data)["word/document.xml"])
    assert ["".join(d.itertext()) for d in root.iter(W + "del")] == ["leerling"]
    assert ["".join(d.itertext()) for d in root.iter(W + "ins")] == ["student"]


def test_edits_may_reach_beyond_the_words_that_were_found() -> None:
    data = word(p("De laag opgeleide ", b("is"), " hier"))
    block = read(data).blocks[0]
    found = finding(block, 3, 17, "praktisch opgeleiden")
    edits = (Edit(3, 17, "praktisch opgeleiden"), Edit(18, 20, "zijn"))
    both = [Suggestion("praktisch opgeleiden", "safe", edits)]
    marked = fix(data, [_with(found, both)])
    assert accepted(marked.data)["word/document.xml"] == ["De praktisch opgeleiden zijn hier"]
    assert rejected(marked.data) == rejected(data)


@pytest.mark.parametrize(
    ("at", "text", "result"),
    [(0, "Het ", "Het mbo"), (3, " en hbo", "mbo en hbo")],
    ids=["at-the-beginning", "at-the-end"],
)
@pytest.mark.parametrize("mode", ["tracked", "replace"])
def test_an_edit_may_only_insert(at: int, text: str, result: str, mode: str) -> None:
    data = word(p("mbo"))
    found = finding(read(data).blocks[0], 0, 3, "x")
    marked = fix(data, [_with(found, [Suggestion("x", "safe", (Edit(at, at, text),))])], mode=mode)
    assert accepted(marked.data)["word/document.xml"] == [result]


@pytest.mark.parametrize("mode", ["tracked", "replace"])
def test_an_edit_may_only_delete(mode: str) -> None:
    data = word(p("het zeer hoger onderwijs"))
    found = finding(read(data).blocks[0], 4, 9, "")
    assert accepted(fix(data, [found], mode=mode).data)["word/document.xml"] == ["het hoger onderwijs"]


@pytest.mark.parametrize(
    ("old", "new", "result"),
    [
        ("hoger onderwijs", "hbo en wo", (0, 15, "hbo en wo")),
        ("mbo-leerling", "mbo-student", (4, 12, "student")),
        ("laagopgeleide mensen", "praktisch opgeleide mensen", (0, 13, "praktisch opgeleide")),
        ("a", "a b", (1, 1, " b")),
        ("a b", "a", (1, 3, "")),
        ("a a", "a", (1, 3, "")),
        ("x", "x", (1, 1, "")),
    ],
)
def test_trim_keeps_whole_words(old: str, new: str, result: tuple[int, int, str]) -> None:
    start, end, text = trim(old, new)
    assert (start, end, text) == result
    assert old[:start] + text + old[end:] == new


def test_spread_gives_shared_ends_their_own_formatting() -> None:
    old, new = "hoogopgeleide", "hbo-opgeleide"
    places = spread(old, new)
    assert [old[place] for place, letter in zip(places, new, strict=True) if letter == old[place]]
    assert places == sorted(places)
    assert [old[n] for n in places[4:]] == list("opgeleide")


def _with(found, suggestions):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(found, suggestions=tuple(suggestions))
