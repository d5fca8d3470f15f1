"""Where words stand: page, line in the column, boxes, heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.builders.pdf import (
    HEIGHT,
    bookmark,
    columns,
    cropped,
    doubled,
    heading,
    line,
    lines,
    page,
    pdf,
    spaced_out,
    turned,
)
from tests.readers.pdf_read import LOREM, block_with, boxes_of, read

if TYPE_CHECKING:
    from termlint.model import Document

WORDS = "hoger onderwijs"
WIDE = stringWidth(WORDS, "Helvetica", 10)


def around(boxes: list) -> tuple[float, float, float, float]:  # type: ignore[type-arg]
    return (
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def check_pieces(document: Document) -> None:
    """The law of pieces: in order, apart, no line end inside, a box for each character, on one page."""
    for block in document.blocks:
        end = -1
        for piece in block.pieces:
            assert end < piece.start < piece.end <= len(block.text)
            assert "\n" not in block.text[piece.start : piece.end]
            assert len(piece.origin.boxes) == piece.end - piece.start  # type: ignore[union-attr]
            assert {box.page for box in piece.origin.boxes} == {piece.origin.page}  # type: ignore[union-attr]
            end = piece.end
        assert block.text.count("\n") == max(0, len(block.pieces) - 1)


@pytest.mark.parametrize(
    "items",
    [
        page(columns(LOREM * 5, 2, row_by_row=True)),
        page(spaced_out("HOGER ONDERWIJS"), lines(LOREM, top=120)),
        page(doubled("Mensen met hoger onderwijs")),
        page(lines("Wij vragen hoog-\nopgeleid personeel met hoger\nonderwijs")),
    ],
    ids=["columns", "spaced out", "doubled", "hyphen"],
)
def test_a_box_for_each_character(items: tuple) -> None:  # type: ignore[type-arg]
    check_pieces(read(pdf(items)))


def test_boxes_cover_the_words_where_they_are_printed() -> None:
    document = read(pdf(page(line(f"Wij noemen {WORDS} hier.", 72, 100))))
    x0, top, x1, bottom = around(boxes_of(block_with(document, WORDS), WORDS))
    assert x0 == pytest.approx(72 + stringWidth("Wij noemen ", "Helvetica", 10), abs=1)
    assert x1 == pytest.approx(x0 + WIDE, abs=1)
    assert top < 93 < 100 < bottom
    assert bottom - top < 14


def test_boxes_count_from_the_visible_part_of_the_page() -> None:
    document = read(pdf(page(cropped(50, 60, 500, 700), line(WORDS, 72, 100))))
    x0, top, _, bottom = around(boxes_of(block_with(document, WORDS), WORDS))
    assert x0 == pytest.approx(22, abs=1)
    assert top < 40 < bottom


def test_boxes_follow_the_rotation_of_the_page() -> None:
    """On a page shown turned clockwise, text written upwards on the left edge reads along the top."""
    document = read(pdf(page(turned(90), line(WORDS, 40, HEIGHT - 100, turn=90))))
    x0, top, x1, bottom = around(boxes_of(block_with(document, WORDS), WORDS))
    assert x0 == pytest.approx(100, abs=1)
    assert x1 == pytest.approx(100 + WIDE, abs=1)
    assert top < 40 < bottom
    assert bottom - top < 14


def test_lines_count_in_their_column() -> None:
    document = read(pdf(page(columns(LOREM * 2 + f"Dan volgt {WORDS}. " + LOREM * 2, 2))))
    numbers = [piece.origin.line for piece in document.blocks[0].pieces]  # type: ignore[union-attr]
    half = len(numbers) // 2 + len(numbers) % 2
    assert numbers == [*range(1, half + 1), *range(1, len(numbers) - half + 1)]


# --- headings -------------------------------------------------------------------------------------


def test_the_nearest_heading_is_known_by_its_size() -> None:
    data = pdf(
        page(heading("2.1 Onderwijs in de stad"), lines(LOREM + WORDS, top=90)), page(lines(f"Meer {WORDS}."))
    )
    headings = [(block.part, block.heading) for block in read(data).blocks]
    assert headings == [
        ("heading", None),
        ("body", "2.1 Onderwijs in de stad"),
        ("body", "2.1 Onderwijs in de stad"),
    ]


def test_a_bookmark_names_a_heading_that_looks_like_body_text() -> None:
    data = pdf(page(bookmark("Werk en inkomen"), lines("Werk en inkomen\n\n" + LOREM + WORDS)))
    assert [(block.part, block.heading) for block in read(data).blocks] == [
        ("heading", None),
        ("body", "Werk en inkomen"),
    ]


def test_a_bold_line_alone_is_a_heading_and_a_bold_paragraph_is_none() -> None:
    data = pdf(
        page(line("Onderwijs", top=72, bold=True), lines(LOREM * 3, top=90), lines(LOREM, top=300, bold=True))
    )
    assert [block.part for block in read(data).blocks] == ["heading", "body", "body"]


@pytest.mark.parametrize(
    ("numbered", "heading_of_words"),
    [
        pytest.param(
            "2.1.1 Wie studeert er in de stad", "2.1.1 Wie studeert er in de stad", id="under a known one"
        ),
        pytest.param("3.1.1 Wie studeert er in de stad", "2.1 Onderwijs", id="under none"),
        pytest.param("2.1.1 Miljoen euro gaat naar 2024", "2.1 Onderwijs", id="figures"),
    ],
)
def test_a_numbered_line_under_a_heading_is_one_in_whatever_type(
    numbered: str, heading_of_words: str
) -> None:
    data = pdf(
        page(heading("2.1 Onderwijs"), lines(LOREM, top=90), lines(f"{numbered}\n\n{LOREM}{WORDS}", top=200))
    )
    assert block_with(read(data), WORDS).heading == heading_of_words


def test_a_contents_list_tells_which_lines_are_headings() -> None:
    titles = ("Over deze nota", "Werk en inkomen", "Wat het kost", "Hoe het verder gaat")
    listed = [line(f"{title} {'.' * 60} {n + 4}", 72, 100 + 20 * n) for n, title in enumerate(titles)]
    chapters = [
        page(heading(title) if n != 1 else lines(title, top=60), lines(LOREM, top=90))
        for n, title in enumerate(titles)
    ]
    chapters[1] += (lines(f"{LOREM} {WORDS}.", top=300),)
    assert block_with(read(pdf(page(*listed), *chapters)), WORDS).heading == "Werk en inkomen"


def test_a_large_bullet_makes_no_heading() -> None:
    bullet = page(
        heading("Onderwijs"),
        line("•", 72, 92, size=16),
        lines(LOREM + WORDS, 84, top=90),
        lines(LOREM, top=200),
    )
    assert [block.heading for block in read(pdf(bullet)).blocks if WORDS in block.text] == ["Onderwijs"]
    assert sum(block.part == "heading" for block in read(pdf(bullet)).blocks) == 1


def test_headings_are_the_same_with_and_without_the_screen() -> None:
    pages = [
        page(heading(f"Hoofdstuk {n}", bookmark=n % 2 == 0), lines(f"{n} " + LOREM * 3, top=90))
        for n in range(8)
    ]
    pages[5] = page(lines(LOREM + f" Zij volgden {WORDS}. " + LOREM))
    whole, screened = read(pdf(*pages)), read(pdf(*pages), screened=True)
    assert len(screened.blocks) < len(whole.blocks)
    assert block_with(screened, WORDS) == block_with(whole, WORDS)
    assert block_with(screened, WORDS).heading == "Hoofdstuk 4"
