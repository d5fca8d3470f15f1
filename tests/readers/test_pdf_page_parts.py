"""What stands beside the running text of a page is read apart: boxes, cells, notes, running heads."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.builders.pdf import (
    HEIGHT,
    WIDTH,
    footer,
    footnotes,
    header,
    line,
    lines,
    page,
    pdf,
    raised,
    turned,
)
from tests.builders.pdf_drawn import boxed, rule, table
from tests.readers.pdf_read import LOREM, block_with, read, texts


def test_a_sidebar_is_apart_from_the_text_around_it() -> None:
    data = pdf(
        page(
            lines(LOREM + "Zij volgden hoger", 60, 90, 300),
            lines("onderwijs in de stad. " + LOREM, 60, 260, 300),
            boxed("In het kort: wij werken aan werk.", 390, 90, 150, 80),
        )
    )
    document = read(data)
    assert texts(document, "textbox") == ["In het kort: wij werken aan werk."]
    assert "Zij volgden hoger onderwijs in de stad" in block_with(document, "hoger onderwijs").text.replace(
        "\n", " "
    )


def test_the_text_of_a_cell_is_a_block_and_never_runs_into_the_next() -> None:
    document = read(pdf(page(table([["Groep", "Hoger"], ["mensen met hoger onderwijs", "onderwijs"]]))))
    found = [(b.cell.row, b.cell.column, b.text.replace("\n", " ")) for b in document.blocks if b.cell]
    assert found == [
        (1, 1, "Groep"),
        (1, 2, "Hoger"),
        (2, 1, "mensen met hoger onderwijs"),
        (2, 2, "onderwijs"),
    ]
    assert {block.part for block in document.blocks} == {"table"}


def test_the_stroke_of_a_marker_is_neither_box_nor_cell() -> None:
    text = "Wij vragen mensen met hoger\nonderwijs voor dit werk in\nonze stad."
    strokes = [
        boxed("", 72, 62.5 + 12.5 * i, stringWidth(part, "Helvetica", 10), 12.5)
        for i, part in enumerate(text.split("\n"))
    ]
    document = read(pdf(page(*strokes, lines(text))))
    assert [(block.part, block.text) for block in document.blocks] == [("body", text)]


def test_notes_at_the_foot_are_not_read_into_the_text() -> None:
    start, end = LOREM + "Veel mensen volgden hoger", "onderwijs in Utrecht. " + LOREM
    data = pdf(page(lines(start, top=640), footnotes("Bron: CBS, 2020.", "Zie bijlage 2.")), page(lines(end)))
    document = read(data)
    assert texts(document, "footnote") == ["1 Bron: CBS, 2020.", "2 Zie bijlage 2."]
    assert block_with(document, "hoger onderwijs").part == "body"


def test_a_raised_note_mark_is_not_part_of_the_word() -> None:
    document = read(pdf(page(raised("Veel mensen zijn hoogopgeleid", "12", " in de stad."))))
    assert texts(document) == ["Veel mensen zijn hoogopgeleid 12 in de stad."]


def test_a_caption_is_a_caption() -> None:
    document = read(pdf(page(lines(LOREM), line("Figuur 3: Hoogopgeleiden in de stad", top=300, size=9))))
    assert texts(document, "caption") == ["Figuur 3: Hoogopgeleiden in de stad"]


@pytest.mark.parametrize("turn", [90, 270])
def test_turned_text_is_read_in_its_own_direction(turn: int) -> None:
    left, top = (30, 500) if turn == 90 else (30, 100)
    document = read(pdf(page(lines(LOREM), line("Mensen met hoger onderwijs", left, top, turn=turn))))
    assert texts(document, "textbox") == ["Mensen met hoger onderwijs"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_shown_turned_reads_the_same(turn: int) -> None:
    """The text is drawn so that it stands upright once the page is shown turned."""
    place = {90: (40, HEIGHT - 40), 180: (WIDTH - 40, HEIGHT - 40), 270: (WIDTH - 40, 40)}[turn]
    drawn = line("Mensen met hoger onderwijs", *place, turn={90: 90, 180: 180, 270: 270}[turn])
    document = read(pdf(page(turned(turn), drawn)))
    assert [(block.part, block.text) for block in document.blocks] == [("body", "Mensen met hoger onderwijs")]


def test_a_rule_between_lines_parts_them_and_an_underline_does_not() -> None:
    apart = read(pdf(page(lines("Naam van de hoger\nonderwijs"), rule(60, 75.2, 400))))
    assert len(texts(apart)) == 2
    underlined = read(pdf(page(lines("Naam van de hoger\nonderwijs"), rule(72, 73.5, 150))))
    assert len(texts(underlined)) == 1


def test_running_heads_are_read_once_with_their_pages() -> None:
    pages = [
        page(
            header("Nota hoger onderwijs"),
            lines(f"Deel {n}. " + LOREM * 3),
            footer(f"Gemeente Utrecht | {n}"),
        )
        for n in (1, 2, 3)
    ]
    document = read(pdf(*pages))
    heads = [(block.part, block.text, block.page, block.pages) for block in document.blocks if block.pages]
    assert heads == [
        ("header", "Nota hoger onderwijs", 1, (1, 2, 3)),
        ("footer", "Gemeente Utrecht | 1", 1, (1, 2, 3)),
    ]
    assert document.text.count("Nota hoger onderwijs") == 1


def test_a_line_on_one_page_only_is_no_running_head() -> None:
    document = read(pdf(page(header("Nota hoger onderwijs"), lines(LOREM * 3)), page(lines(LOREM * 3))))
    assert not [block for block in document.blocks if block.pages]
