"""A location says where a stretch of a block stands, in the terms of its document's format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.matching.location import locate
from termlint.model import Block, Box, Cell, Document, PageOrigin, Piece, RunOrigin, TextOrigin


def in_file(source: str, begin: int, text: str) -> Document:
    block = Block(4, text, "body", (Piece(0, len(text), TextOrigin(begin)),), paragraph=2, heading="Kop")
    return Document("text", (block,), source, 1, source=source)


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        pytest.param("woord", 1, 1, id="first"),
        pytest.param("een woord", 1, 5, id="in a line"),
        pytest.param("een\nwoord", 2, 1, id="LF"),
        pytest.param("een\r\nwoord", 2, 1, id="CR LF is one end"),
        pytest.param("een\rwoord", 2, 1, id="CR"),
        pytest.param("een\n\r\n woord", 3, 2, id="mixed"),
        pytest.param("😀e\u0301 woord", 1, 5, id="code points"),
        pytest.param("een\u2028een\x0c woord", 1, 10, id="other separators end no line"),
    ],
)
def test_lines_and_columns_count_from_one_in_code_points(source: str, line: int, column: int) -> None:
    start = source.index("woord")
    document = in_file(source, 0, source)
    place = locate(document, document.blocks[0], start, start + 5)
    assert (place.start, place.end) == (start, start + 5)
    assert (place.line, place.column, place.end_line, place.end_column) == (line, column, line, column + 5)


@given(st.text(alphabet="ab\n\r 😀", min_size=1, max_size=40), st.data())
def test_the_place_in_a_file_leads_back_to_the_words(source: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(source) - 1))
    text = source[begin:]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = in_file(source, begin, text)
    place = locate(document, document.blocks[0], start, end)
    assert place.start is not None
    assert source[place.start : place.end] == text[start:end]
    lines = source.replace("\r\n", "\n\x00").replace("\r", "\n").replace("\x00", "").split("\n")
    assert place.line is not None
    assert 1 <= place.line <= len(lines)
    assert (place.line, place.column) <= (place.end_line, place.end_column)


def test_words_over_two_pieces_run_from_the_first_to_the_last() -> None:
    source = "> hoger\n> onderwijs"
    pieces = (Piece(0, 5, TextOrigin(2)), Piece(6, 15, TextOrigin(10)))
    block = Block(0, "hoger\nonderwijs", "body", pieces)
    place = locate(Document("text", (block,), source, 2, source=source), block, 0, 15)
    assert (place.start, place.end) == (2, 19)
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 3, 2, 12)


def printed(*rows: str, page: int = 3) -> Block:
    """A block of printed lines; each character is 5 wide and 10 high, a line 12 below the last."""
    pieces, at = [], 0
    for number, row in enumerate(rows):
        top = 100.0 + 12 * number
        boxes = tuple(Box(page, 5.0 * i, top, 5.0 * (i + 1), top + 10) for i in range(len(row)))
        pieces.append(Piece(at, at + len(row), PageOrigin(page, number + 1, boxes)))
        at += len(row) + 1
    return Block(0, "\n".join(rows), "body", tuple(pieces), page=page)


@pytest.mark.parametrize(
    ("words", "boxes", "lines"),
    [
        pytest.param("hoger", [(3, 10, 100, 35, 110)], (1, 1), id="in a line"),
        pytest.param(
            "hoger\nonderwijs", [(3, 10, 100, 35, 110), (3, 0, 112, 45, 122)], (1, 2), id="over lines"
        ),
        pytest.param("wijs", [(3, 25, 112, 45, 122)], (2, 2), id="in the second"),
    ],
)
def test_a_box_for_each_printed_line(
    words: str, boxes: list[tuple[float, ...]], lines: tuple[int, int]
) -> None:
    block = printed("x hoger", "onderwijs.")
    document = Document("pdf", (block,), block.text, 3, pages=9, page_labels=("i", "ii", "iii"))
    start = block.text.index(words)
    place = locate(document, block, start, start + len(words))
    assert [(b.page, b.x0, b.top, b.x1, b.bottom) for b in place.boxes] == boxes
    assert (place.line, place.end_line) == lines
    assert (place.page, place.page_label) == (3, "iii")
    assert (place.start, place.end, place.column) == (None, None, None)


def test_a_block_without_a_printed_label_has_none() -> None:
    block = printed("hoger", page=3)
    for labels in ((), ("i", "ii")):
        document = Document("pdf", (block,), block.text, 1, pages=9, page_labels=labels)
        assert locate(document, block, 0, 5).page_label is None


def test_in_word_a_location_has_its_block_and_cell_and_no_line() -> None:
    block = Block(
        7,
        "hoger onderwijs",
        "table",
        (Piece(0, 15, RunOrigin("document", 2, 0)),),
        paragraph=9,
        heading="Kop",
        cell=Cell(1, 2, 3),
    )
    place = locate(Document("docx", (block,), block.text, 2), block, 6, 15)
    assert (place.part, place.block, place.block_start, place.block_end) == ("table", 7, 6, 15)
    assert (place.paragraph, place.heading, place.cell) == (9, "Kop", Cell(1, 2, 3))
    assert (place.start, place.line, place.column, place.page, place.boxes) == (None, None, None, None, ())
