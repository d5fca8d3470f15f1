"""A heading that a contents list shows again is one heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.readers import READERS, ReadOptions
from termlint.readers.toc import letters, toc_entry
from tests.builders.docx import complex_field, h, p, word, xml
from tests.builders.pdf import bookmark, heading, line, lines, page, pdf
from tests.readers.pdf_read import LOREM, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.builders.pdf import Item

TITLES = ("Inleiding van dit plan", "Meer hoger onderwijs", "Geld")
TAB = xml("<w:r><w:tab/></w:r>")


@pytest.mark.parametrize(
    ("text", "title", "printed"),
    [
        ("1.2 Hoger onderwijs ........ 12", "Hoger onderwijs", "12"),
        ("1.2\tHoger onderwijs\t12", "Hoger onderwijs", "12"),
        ("1.4 Onderwijs29", "Onderwijs", "29"),
        ("Werk en\ninkomen . . . . . iv", "Werk en inkomen", "iv"),
    ],
)
def test_an_entry_is_a_title_and_a_page(text: str, title: str, printed: str) -> None:
    found = toc_entry(text)
    assert found
    assert (found.title, found.page) == (letters(title), printed)


@pytest.mark.parametrize("text", ["Hoger onderwijs", "12", "......", "In 2024 volgt meer."])
def test_what_names_no_page_is_no_entry(text: str) -> None:
    assert toc_entry(text) is None


# --- PDF ------------------------------------------------------------------------------------------


def contents(entries: Sequence[str]) -> Item:
    def draw(canvas) -> None:  # type: ignore[no-untyped-def]
        for i, text in enumerate(entries):
            line(text, 72, 120 + 24 * i)(canvas)

    return draw


def chapters() -> list[tuple[Item, ...]]:
    return [page(heading(title, top=80), lines(f"{LOREM} {title[:4]}. {LOREM}", top=120)) for title in TITLES]


def found(data: bytes, *, screened: bool = False) -> list[tuple[str, int | None, tuple[int, ...]]]:
    """Part, page and pages of the blocks that hold the title with a phrase."""
    blocks = read(data, screened=screened).blocks
    return [(b.part, b.page, b.pages) for b in blocks if letters(TITLES[1]) in letters(b.text)]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([f"{t} {'.' * 40} {n}" for n, t in enumerate(TITLES, 2)], id="dots"),
        pytest.param([f"{n - 1}.1 {t}  {n}" for n, t in enumerate(TITLES, 2)], id="numbered"),
        pytest.param([f"{t} {n + 10}" for n, t in enumerate(TITLES, 2)], id="pages counted from elsewhere"),
        pytest.param([f"{TITLES[1]} ........ 3"], id="one entry with dots"),
    ],
)
@pytest.mark.parametrize("screened", [False, True], ids=["whole", "screened"])
def test_an_entry_of_a_contents_page_is_left_to_its_heading(entries: list[str], screened: bool) -> None:
    data = pdf(page(contents(entries)), *chapters())
    assert found(data, screened=screened) == [("heading", 3, (1, 3))]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([f"{TITLES[1]} 14", f"{TITLES[2]} 45"], id="numbers that name no page"),
        pytest.param(list(TITLES), id="no pages"),
    ],
)
def test_words_that_may_be_no_entry_stay(entries: list[str]) -> None:
    data = pdf(page(contents(entries)), *chapters())
    assert found(data) == [("body", 1, ()), ("heading", 3, ())]


def test_an_entry_without_its_heading_stays() -> None:
    pages = [page(lines(LOREM * 3)) for _ in TITLES]
    data = pdf(page(contents([f"{t} ..... {n}" for n, t in enumerate(TITLES, 2)])), *pages)
    assert found(data) == [("body", 1, ())]


def test_a_heading_known_by_its_bookmark_counts() -> None:
    plain = page(bookmark(TITLES[1]), lines(f"{TITLES[1]}\n\n{LOREM}"))
    data = pdf(page(contents([f"{TITLES[1]} ........ 2"])), plain)
    assert found(data) == [("heading", 2, (1, 2))]


# --- Word -----------------------------------------------------------------------------------------


def word_texts(*nodes: object) -> list[tuple[str, str]]:
    document = READERS[".docx"](word(*nodes), lambda text: True, ReadOptions())  # type: ignore[arg-type]
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))  # as writers need
    return [(block.part, block.text) for block in document.blocks]


def test_an_entry_that_word_computes_is_left_to_its_heading() -> None:
    listed = p(complex_field("TOC \\o", "1.1 Hoger onderwijs", TAB, "3"))
    assert word_texts(listed, h(1, "Hoger onderwijs")) == [("heading", "Hoger onderwijs")]


@pytest.mark.parametrize(
    "nodes",
    [
        pytest.param([p("Hoger onderwijs", TAB, "3"), h(1, "Hoger onderwijs")], id="typed by hand"),
        pytest.param(
            [p(complex_field("TOC \\o", "Hoger onderwijs", TAB, "3")), h(1, "Geld")], id="no heading"
        ),
    ],
)
def test_other_entries_of_a_word_file_stay(nodes: list[object]) -> None:
    assert ("body", "Hoger onderwijs\t3") in word_texts(*nodes)
