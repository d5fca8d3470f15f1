"""Where a hit stands says what it is: under a heading, in a list, in the column of a table."""

from __future__ import annotations

import pytest

from termlint import engine, rulebook
from tests.builders.docx import table, word
from tests.exemptions.judging import outcome


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Literatuur", ("silent", "reason-bibliography"), id="sources"),
        pytest.param("5.2 Bronvermelding", ("silent", "reason-bibliography"), id="numbered"),
        pytest.param("B. Bronnen", ("silent", "reason-bibliography"), id="lettered"),
        pytest.param("Bijlage 2: Literatuur", ("silent", "reason-bibliography"), id="appendix"),
        pytest.param("Resultaten", None, id="results"),
        pytest.param("", None, id="none"),
    ],
)
def test_under_the_heading_of_the_sources(heading: str, expected: tuple[str, str] | None) -> None:
    assert outcome("Over |laagopgeleiden| en werk.", heading=heading) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Liever niet", ("info", "reason-mention"), id="rather not"),
        pytest.param("3.1 Woorden die wij niet meer gebruiken", ("info", "reason-mention"), id="words"),
        pytest.param("Wat wij niet meer doen", None, id="something else"),
        pytest.param("Liever wel", None, id="rather so"),
    ],
)
def test_in_a_list_under_the_heading_of_the_wrong_words(
    heading: str, expected: tuple[str, str] | None
) -> None:
    assert outcome("|laagopgeleid|", part="list", heading=heading) == expected
    assert outcome("|laagopgeleid|" + " en meer dan dat" * 20, heading=heading) is None


WORD_LIST = [
    ["Oude term", "Nieuwe term"],
    ["hoger onderwijs", "hbo en wo"],
    ["thuis", "in het hoger onderwijs"],
]


@pytest.mark.parametrize("suffix", [".md", ".html", ".csv", ".docx"])
def test_the_column_of_old_terms_is_no_use_in_any_format(suffix: str) -> None:
    data, rules = _table(WORD_LIST, suffix), rulebook.load()
    found = engine.check(f"woordenlijst{suffix}", data, suffix, rules).findings
    assert [(f.text, f.severity) for f in found] == [
        ("hoger onderwijs", "info"),
        ("hoger onderwijs", "error"),
    ]


def _table(rows: list[list[str]], suffix: str) -> bytes:
    if suffix == ".docx":
        return word(table(rows))
    if suffix == ".html":
        cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        return ("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>").encode()
    if suffix == ".csv":
        return "\n".join(";".join(row) for row in rows).encode()
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---|---|", *lines[1:]]).encode()
