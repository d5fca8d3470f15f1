"""Passages: paragraphs as text with their boxes, joined where they go on in a next column or page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termlint.model import Block, Box, Cell, PageOrigin, Part, Piece
from termlint.readers.pdf.boxes import CharacterBoxes
from termlint.readers.pdf.lines import Line, is_marker, joiners
from termlint.readers.pdf.pdfium import Rect
from termlint.readers.pdf.words import HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.readers.pdf.paragraphs import PageContext, PdfParagraph
    from termlint.readers.pdf.pdfium import Page

_FLOW: frozenset[Part] = frozenset(("body", "list", "heading"))
_ALIKE = 0.08
_SHUT = "«»\"“”‘’'()[]"


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line as text. `boxes` is empty, or has one for each character."""

    text: str
    page: int
    number: int
    boxes: Sequence[Box] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or several that turned out to be one.

    What decides whether another goes on with it: `open` (its last sentence is not over), `full` (its last
    line is), `goes_on` (it begins in the middle of a sentence), `begins` (it is set in, or marked), the page
    and place of the columns it begins and ends in, and whether a ruling stands under it.
    """

    index: int
    part: Part
    lines: tuple[PrintedLine, ...]
    height: float
    open: bool
    hyphen: bool
    full: bool
    goes_on: bool
    begins: bool
    column: tuple[int, Rect] | None = None
    last_column: tuple[int, Rect] | None = None
    ruled_off: bool = False
    heading: str | None = None
    cell: Cell | None = None
    pages: tuple[int, ...] = ()
    author: str | None = None

    @property
    def text(self) -> str:
        """Its lines, each on its own."""
        return "\n".join(line.text for line in self.lines)

    @property
    def in_flow(self) -> bool:
        """Part of the running text, not of a table, a note, a box or a margin."""
        return self.part in _FLOW

    @property
    def may_follow(self) -> bool:
        """Whether it may go on with a paragraph before it."""
        return self.part == "body" and (self.goes_on or not self.begins)

    @property
    def may_lead(self) -> bool:
        """Whether a paragraph after it may go on with it."""
        return self.part in ("body", "list") and (self.open or self.hyphen)


def passage(
    page: Page,
    paragraph: PdfParagraph,
    reading: PageContext,
    numbers: Sequence[int],
    part: Part,
    cell: Cell | None,
) -> Passage:
    """A paragraph of a page as text, without boxes yet."""
    lines = paragraph.lines
    printed = tuple(
        PrintedLine(line_text(page.text, line), page.number, number)
        for line, number in zip(lines, numbers, strict=True)
    )
    first, last, column = lines[0], lines[-1], paragraph.column
    start = printed[0].text.lstrip(_SHUT)[:1]
    return Passage(
        index=-1,
        part=part,
        lines=printed,
        height=first.height,
        open=not reading.ends_sentence(last),
        hyphen=reading.last_word(last).endswith((HYPHEN, "-", "\xad")),
        full=column.rect.x1 - last.x1 < 0.12 * (column.rect.x1 - column.rect.x0),
        goes_on=start.islower(),
        begins=is_marker(reading.first_word(first)) or first.x0 - column.rect.x0 > 0.7 * first.em,
        column=(page.number, column.rect),
        last_column=(page.number, column.rect),
        ruled_off=column.ruled_off and last is column.lines[-1],
        cell=cell,
    )


def apart(
    lines: tuple[PrintedLine, ...],
    part: Part,
    index: int,
    *,
    pages: tuple[int, ...] = (),
    author: str | None = None,
) -> Passage:
    """A passage that stands by itself: a running head, the value of a field, an annotation."""
    return Passage(
        index=index,
        part=part,
        lines=lines,
        height=0.0,
        open=False,
        hyphen=False,
        full=False,
        goes_on=False,
        begins=True,
        pages=pages,
        author=author,
    )


def follows(a: Passage, b: Passage) -> bool:
    """Whether `b`, the next in the running text, goes on with the paragraph `a`."""
    if not a.may_lead or not b.may_follow or abs(a.height - b.height) > _ALIKE * max(a.height, b.height):
        return False
    if a.last_column == b.column or (a.ruled_off and _under(a, b)):
        return False
    return b.goes_on or (a.full and not b.begins)


def _under(a: Passage, b: Passage) -> bool:
    """Whether `b` stands under `a` on one page."""
    if a.last_column is None or b.column is None or a.last_column[0] != b.column[0]:
        return False
    over, under = a.last_column[1], b.column[1]
    return under.top >= over.bottom - 2 and min(over.x1, under.x1) > max(over.x0, under.x0)


def join(a: Passage, b: Passage) -> Passage:
    """Both as one paragraph, in the place of the first."""
    return replace(
        a,
        lines=a.lines + b.lines,
        open=b.open,
        hyphen=b.hyphen,
        full=b.full,
        last_column=b.last_column,
        ruled_off=b.ruled_off,
    )


# --- text and boxes -------------------------------------------------------------------------------


def line_text(text: str, line: Line) -> str:
    """The words of a line with what stands between them; PDFium's hyphen mark is a hyphen."""
    words = [text[word.start : word.end].replace(HYPHEN, "-") for word in line.words]
    return words[0] + "".join(
        gap + word for gap, word in zip(joiners(text, line.words), words[1:], strict=True)
    )


def line_boxes(page: Page, line: Line) -> CharacterBoxes:
    """The box of each character of `line_text`; a space has the white between two words."""
    rects: list[Rect] = []
    for gap, word in zip(["", *joiners(page.text, line.words)], line.words, strict=True):
        found = [page.box(index) for index in range(word.start, word.end)]
        if not line.turn:
            found = [Rect(rect.x0, word.top, rect.x1, word.bottom) for rect in found]
        if gap:
            rects.append(_between(rects[-1], found[0]))
        rects.extend(found)
    return CharacterBoxes(page.number, rects)


def _between(a: Rect, b: Rect) -> Rect:
    """From one box to the next along the line, whichever way it runs."""
    if min(a.bottom, b.bottom) > max(a.top, b.top):
        left, right = sorted((min(a.x1, b.x1), max(a.x0, b.x0)))
        return Rect(left, min(a.top, b.top), right, max(a.bottom, b.bottom))
    top, bottom = sorted((min(a.bottom, b.bottom), max(a.top, b.top)))
    return Rect(min(a.x0, b.x0), top, max(a.x1, b.x1), bottom)


def block(item: Passage) -> Block:
    """A passage as a block; lines without boxes give no pieces."""
    pieces = []
    at = 0
    for line in item.lines:
        if line.boxes:
            pieces.append(Piece(at, at + len(line.text), PageOrigin(line.page, line.number, line.boxes)))
        at += len(line.text) + 1
    return Block(
        index=item.index,
        text=item.text,
        part=item.part,
        pieces=tuple(pieces),
        heading=item.heading,
        page=item.lines[0].page,
        pages=item.pages,
        cell=item.cell,
        author=item.author,
    )
