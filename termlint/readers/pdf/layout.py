"""The second pass: a page laid out as its passages in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termlint.model import Cell, Part
from termlint.readers.pdf.columns import Column, columns, in_reading_order
from termlint.readers.pdf.drawings import Rulings, rulings
from termlint.readers.pdf.headings import Heading, heading_text
from termlint.readers.pdf.lines import Line, lines
from termlint.readers.pdf.paragraphs import Paragraph, Reading, paragraphs
from termlint.readers.pdf.passages import Passage, follows, join, line_boxes, passage
from termlint.readers.pdf.tables import Table, tables
from termlint.readers.pdf.terms import TermList, term_list
from termlint.readers.pdf.words import words_by_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from termlint.readers.pdf.pdfium import Page, Rect

PER_PAGE = 100_000
"""A block's index is its page times this, plus its place on it, whichever other pages are laid out."""
PASSAGES = 1_000
"""Where the places of a page's passages begin; running heads come before them."""
_NO_RULINGS = Rulings((), (), ())
_MOST_BOXES = 400
_SIDEBAR = 0.4
"""A box that holds more of a page's lines than this is the page's own background, not a sidebar."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines inside a drawn box, apart from the text around it."""

    rect: Rect
    inside: tuple[Column, ...]

    @property
    def first(self) -> int:
        """Where its text begins in PDFium's order."""
        return min(column.first for column in self.inside)


@dataclass(frozen=True, slots=True)
class _Drafted:
    """A paragraph on its way to a passage."""

    paragraph: Paragraph
    numbers: tuple[int, ...]
    part: Part
    cell: Cell | None


def lay_out(
    page: Page,
    *,
    skip: Sequence[tuple[int, int]],
    headings: Sequence[Heading],
    in_force: str | None,
    body_height: float,
    wanted: Callable[[str], bool],
) -> list[Passage]:
    """The passages of a page in reading order, those in `skip` (running heads) left out.

    Boxes are measured for passages whose text is `wanted`, and for the first and last of the running text
    where they may go on from or on another page.
    """
    reading = Reading(page.text, headings, body_height, page.size[1])
    drafts = list(_drafts(page, skip, reading))
    groups = _joined(
        [
            (draft, passage(page, draft.paragraph, reading, draft.numbers, draft.part, draft.cell))
            for draft in drafts
        ]
    )
    flow = [i for i, (_, item) in enumerate(groups) if item.in_flow]
    first, last = (flow[0], flow[-1]) if flow else (-1, -1)
    made = []
    for i, (group, item) in enumerate(groups):
        over = (i == first and item.may_follow) or (i == last and item.may_lead)
        if over or wanted(item.text):
            item = _with_boxes(page, group, item)
        made.append(replace(item, index=page.number * PER_PAGE + PASSAGES + i, heading=in_force))
        place = reading.heading(group[0].paragraph.lines[0]) if item.part == "heading" else None
        if place is not None:
            in_force = heading_text(page.text, headings[place], page.vocabulary.abbreviations)
    return made


def _joined(items: list[tuple[_Drafted, Passage]]) -> list[tuple[list[_Drafted], Passage]]:
    """Passages that read on made one; notes, tables and boxes in between do not part them."""
    done: list[tuple[list[_Drafted], Passage]] = []
    last: int | None = None
    for draft, item in items:
        if item.in_flow and last is not None and follows(done[last][1], item):
            done[last] = ([*done[last][0], draft], join(done[last][1], item))
            continue
        done.append(([draft], item))
        if item.in_flow:
            last = len(done) - 1
    return done


def _with_boxes(page: Page, drafts: Sequence[_Drafted], item: Passage) -> Passage:
    drawn = [line for draft in drafts for line in draft.paragraph.lines]
    printed = tuple(
        replace(shown, boxes=line_boxes(page, line)) for shown, line in zip(item.lines, drawn, strict=True)
    )
    return replace(item, lines=printed)


# --- the parts of a page --------------------------------------------------------------------------


def _drafts(page: Page, skip: Sequence[tuple[int, int]], reading: Reading) -> Iterator[_Drafted]:
    by_turn = words_by_turn(page, skip)
    if 0 in by_turn:
        ruled = rulings(page)
        yield from _upright(lines(page, by_turn.pop(0), 0, ruled), ruled, page, reading)
    for turn, words in sorted(by_turn.items()):
        for column in in_reading_order(columns(lines(page, words, turn, _NO_RULINGS), _NO_RULINGS)):
            yield from _in_column(column, reading, 0, "textbox")


def _upright(found: list[Line], ruled: Rulings, page: Page, reading: Reading) -> Iterator[_Drafted]:
    ruled = _without_strokes(ruled, found)
    ruled_tables, rest = tables(found, ruled)
    regions, rest = _regions(rest, ruled, page)
    terms, rest = term_list(rest)
    parts: list[Table | Region | TermList | Column] = [*ruled_tables, *regions, *columns(rest, ruled)]
    if terms:
        parts.append(terms)
    number = 0
    last_bottom = float("inf")
    tables_seen = 0
    for part in in_reading_order(parts):
        if isinstance(part, Table):
            tables_seen += 1
            yield from _in_table(part, tables_seen, reading.without_headings())
        elif isinstance(part, Region):
            for column in part.inside:
                yield from _in_column(column, reading, 0, "textbox")
        elif isinstance(part, TermList):
            yield from _in_terms(part)
        else:
            number = number if part.rect.top >= last_bottom - 2 else 0
            yield from _in_column(part, reading, number, None)
            number += len(part.lines)
            last_bottom = part.rect.bottom


def _without_strokes(ruled: Rulings, found: list[Line]) -> Rulings:
    """Rulings less the strokes of a marker: boxes no higher and no wider than a line of text they lie on."""
    if len(ruled.boxes) > _MOST_BOXES:
        return ruled
    kept = tuple(box for box in ruled.boxes if not any(_marks(box, line) for line in found))
    return Rulings(ruled.horizontal, ruled.vertical, kept)


def _in_column(column: Column, reading: Reading, number: int, part: Part | None) -> Iterator[_Drafted]:
    """A column's paragraphs; in a box, what would be body text or a list is `part`."""
    for paragraph in paragraphs(column, reading):
        numbers = tuple(range(number + 1, number + 1 + len(paragraph.lines)))
        number += len(paragraph.lines)
        own = part if part and paragraph.part in ("body", "list") else paragraph.part
        yield _Drafted(paragraph, numbers, own, None)


def _in_terms(terms: TermList) -> Iterator[_Drafted]:
    number = 0
    for entry in terms.entries:
        numbers = tuple(range(number + 1, number + 1 + len(entry)))
        number += len(entry)
        yield _Drafted(Paragraph(entry, "list", Column(entry, terms.rect)), numbers, "list", None)


def _in_table(table: Table, number: int, reading: Reading) -> Iterator[_Drafted]:
    for cell in table.cells:
        place = Cell(number, cell.row, cell.column)
        count = 0
        for column in in_reading_order(columns(cell.lines, _NO_RULINGS)):
            for paragraph in paragraphs(column, reading):
                numbers = tuple(range(count + 1, count + 1 + len(paragraph.lines)))
                count += len(paragraph.lines)
                yield _Drafted(paragraph, numbers, "table", place)


def _regions(found: list[Line], ruled: Rulings, page: Page) -> tuple[list[Region], list[Line]]:
    """Sidebars and other boxed text, each in the smallest box around it; and the lines that stand in none."""
    width, height = page.size
    boxes = sorted(
        (
            box
            for box in ruled.boxes
            if 30 < box.x1 - box.x0 < 0.97 * width and 12 < box.bottom - box.top < 0.9 * height
        ),
        key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top),
    )
    held: dict[Rect, list[Line]] = {}
    rest: list[Line] = []
    for line in found:
        box = next((box for box in boxes if _holds(box, line)), None)
        if box is None:
            rest.append(line)
        else:
            held.setdefault(box, []).append(line)
    regions = []
    for box, inside in held.items():
        if len(inside) > _SIDEBAR * len(found):
            rest.extend(inside)
        else:
            regions.append(Region(box, tuple(in_reading_order(columns(inside, ruled)))))
    return regions, rest


def _marks(box: Rect, line: Line) -> bool:
    """Whether a box is a marker's stroke over words of a line."""
    return (
        line.x0 - 2 <= box.x0
        and box.x1 <= line.x1 + 2
        and box.top < (line.top + line.bottom) / 2 < box.bottom
        and box.bottom - box.top < 1.7 * line.height
    )


def _holds(box: Rect, line: Line) -> bool:
    return (
        box.x0 - 2 <= line.x0
        and line.x1 <= box.x1 + 2
        and box.top - 2 <= (line.top + line.bottom) / 2 <= box.bottom + 2
    )
