"""Offsets count in the raw text, whatever stands between the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint import engine, rulebook
from tests.builders.docx import b, element, p, word
from tests.builders.pdf import line, page, pdf
from tests.checked import check
from tests.language import applied, document, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from termlint.rulebook.model import Ruleset


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rulebook.load()


TEXTS = [
    pytest.param("Daar wonen hoogopgeleiden.", id="plain"),
    pytest.param("Een regel.\r\n\r\nDaar wonen hoogopgeleiden.\r\n", id="CR LF"),
    pytest.param("Een regel.\rDaar wonen hoogopgeleiden.\r", id="CR"),
    pytest.param("\ufeffDaar wonen hoogopgeleiden.", id="byte order mark"),
    pytest.param("😀🎉 Daar wonen hoogopgeleiden.", id="astral characters"),
    pytest.param(
        "Een cafe\u0301 en nog e\u0301e\u0301n. Daar wonen hoogopgeleiden.", id="decomposed accents"
    ),
    pytest.param("Daar\u00a0wonen\u202f hoog\u00adopgeleiden.", id="soft hyphen and no-break spaces"),
    pytest.param("Daar wonen hoog-\r\nopgeleiden.", id="line-end hyphen"),
    pytest.param("Daar wonen hoog\r\nopgeleiden.", id="line end"),
    pytest.param("Daar wonen hoog\u200bopgeleiden in de ﬁjne stad.", id="zero-width space, ligature"),
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_start_and_end_count_in_the_decoded_text_after_a_mark(rules: Ruleset, text: str, suffix: str) -> None:
    (finding,) = check(text, rules, suffix).findings
    decoded = text.removeprefix("\ufeff")
    place = finding.location
    assert place.start is not None
    raw = decoded[place.start : place.end]
    assert raw[0] == "h"
    assert raw[-1] == "n"
    assert "".join(sign for sign in raw if sign.isalpha()) == "hoogopgeleiden"
    assert finding.text == " ".join(raw.split())
    lines = decoded[: place.start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (place.line, place.column) == (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_changes_no_offset(rules: Ruleset, encoding: str) -> None:
    text = "Één café. Daar wonen hoogopgeleiden."
    (finding,) = check(text.encode(encoding), rules).findings
    assert (finding.location.start, finding.location.end) == (text.index("hoog"), len(text) - 1)


@pytest.mark.parametrize("text", TEXTS)
def test_block_offsets_and_edits_count_in_the_raw_block(rules: Ruleset, text: str) -> None:
    (finding,) = engine.find(document(text), rules)
    raw = words(text, finding)
    assert "".join(sign for sign in raw if sign.isalpha()) == "hoogopgeleiden"
    (edit,) = finding.suggestions[0].edits
    assert (edit.start, edit.end) == (finding.location.block_start, finding.location.block_end)
    after = applied(text, finding.suggestions[0].edits)
    assert after == text.replace(raw, "hbo- en wo-opgeleiden")
    assert engine.find(document(after), rules) == ()


BOUNDARIES = [
    pytest.param(("hoger", "\n", "onderwijs"), id="line"),
    pytest.param(("hoger ", "onder-\n", "wijs"), id="hyphen"),
    pytest.param(("hoger ", "onder\u00ad\n", "wijs"), id="soft hyphen at a line end"),
    pytest.param(("hoger", "\u00a0", "onderwijs"), id="no-break space"),
    pytest.param(("hoger", "  ", "onderwijs"), id="two spaces"),
]


@pytest.mark.parametrize("parts", BOUNDARIES)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx", ".pdf"])
def test_a_phrase_over_a_boundary_is_found_where_it_stands(
    rules: Ruleset, suffix: str, parts: tuple[str, ...]
) -> None:
    before, after = "Wij kennen het ", " in deze stad."
    text = before + "".join(parts) + after
    (finding,) = check(BUILT[suffix](text), rules, suffix).findings
    assert finding.rule == "hoger-onderwijs"
    place = finding.location
    assert place.block_start == len(before)
    assert finding.context.match.replace("\n", " ") == "hoger onderwijs"
    if suffix in (".txt", ".md"):
        assert (place.start, place.end) == (len(before), len(text) - len(after))
    if suffix == ".pdf":
        assert [box.page for box in place.boxes] == [1] * (1 + ("\n" in text))


def _word_breaks(text: str) -> bytes:
    nodes = [
        piece
        for at, part in enumerate(text.split("\n"))
        for piece in ((element("br"), part) if at else (part,))
    ]
    return word(p(*nodes))


def _printed(text: str) -> bytes:
    rows = text.split("\n")
    return pdf(page(*(line(row, 72, 100 + 12 * at) for at, row in enumerate(rows))))


BUILT: dict[str, Callable[[str], bytes]] = {
    ".txt": str.encode,
    ".md": str.encode,
    ".docx": _word_breaks,
    ".pdf": _printed,
}


@pytest.mark.parametrize(
    "inside", ["hoog\u00adopgeleiden", "hoog\u200bopgeleiden", "hoogopge\u00adlei\u00adden"], ids=ascii
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx"])
def test_an_invisible_sign_in_a_word_is_part_of_the_finding(rules: Ruleset, suffix: str, inside: str) -> None:
    (finding,) = check(BUILT[suffix](f"Daar wonen {inside} samen."), rules, suffix).findings
    assert (finding.location.block_start, finding.location.block_end) == (11, 11 + len(inside))


def test_bold_parts_no_word_in_word(rules: Ruleset) -> None:
    data = word(p("Daar wonen ", b("hoog"), "opge", b("leiden"), "."))
    (finding,) = check(data, rules, ".docx").findings
    assert (finding.text, finding.location.block_start, finding.location.block_end) == (
        "hoogopgeleiden",
        11,
        25,
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Daar wonen **hoog**opgeleiden.", "hoog**opgeleiden", id="bold"),
        pytest.param("Daar wonen *hoogopgeleiden*.", "hoogopgeleiden", id="around"),
        pytest.param("Daar wonen [hoogopgeleiden](x.md).", "hoogopgeleiden", id="link"),
        pytest.param("Daar is hoog_opgeleiden_totaal.", None, id="a name is no word"),
    ],
)
def test_markup_parts_no_word_in_markdown(rules: Ruleset, text: str, place: str | None) -> None:
    found = [finding for finding in check(text, rules, ".md").findings if finding.status == "new"]
    assert [text[f.location.start : f.location.end] for f in found] == ([place] if place else [])
