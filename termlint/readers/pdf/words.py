"""From characters to words with their boxes."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.readers.pdf.pdfium import Page, Rect

HYPHEN = "\ufffe"
"""PDFium's mark for a hyphen at a line end, with no line break after it."""
_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_NOTE_MARK = re.compile(r"[^\W\d_]{2}[.,;:!?)’”\"']*(\d{1,3})$")
_BAND = 8.0
"""Height in points of the bands in which a word drawn twice is looked for."""


class PdfWord(NamedTuple):
    """`text[start:end]` of a page, with its box."""

    start: int
    end: int
    x0: float
    top: float
    x1: float
    bottom: float


def words_by_turn(page: Page, skip: Sequence[tuple[int, int]]) -> dict[int, list[PdfWord]]:
    """The words of a page by the direction they run in, in the order PDFium gives; those in `skip` left out.

    The boxes of turned text are turned upright, about the page's top left corner.
    """
    found: dict[int, list[PdfWord]] = defaultdict(list)
    seen: dict[tuple[str, int], list[PdfWord]] = defaultdict(list)
    turn, last_end = 0, -9
    last: Rect | None = None
    for start, end, text in _words(page.text, skip):
        rect = page.span(start, end)
        if start - last_end > 1 or last is None or not _level(last, rect):
            turn = page.angle(start)
        last, last_end = rect, end
        word = PdfWord(start, end, *rect) if turn == 0 else _upright(start, end, rect, turn)
        for part in _split_note_mark(page, text, word) if text[-1].isdigit() and not turn else (word,):
            if not _drawn_twice(seen, page.text[part.start : part.end], part):
                found[turn].append(part)
    return found


def _words(text: str, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and text of each word outside `skip`, which is in order."""
    at = 0
    for start, end in [*skip, (len(text), len(text))]:
        for match in _WORD.finditer(text, at, start):
            yield match.start(), match.end(), match[0]
        at = end


def _level(a: Rect, b: Rect) -> bool:
    return min(a.bottom, b.bottom) - max(a.top, b.top) > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def _upright(start: int, end: int, rect: Rect, turn: int) -> PdfWord:
    """A turned word as it stands when the page is turned to read it."""
    x0, top, x1, bottom = rect
    if 45 <= turn < 135:
        return PdfWord(start, end, top, -x1, bottom, -x0)
    if 225 <= turn < 315:
        return PdfWord(start, end, -bottom, x0, -top, x1)
    if 135 <= turn < 225:
        return PdfWord(start, end, -x1, -bottom, -x0, -top)
    return PdfWord(start, end, x0, top, x1, bottom)


def _split_note_mark(page: Page, text: str, word: PdfWord) -> tuple[PdfWord, ...]:
    """A raised number after a word is the mark of a note and no part of the word."""
    mark = _NOTE_MARK.search(text)
    if not mark:
        return (word,)
    cut = word.start + mark.start(1)
    small, large = page.tall(cut), page.tall(word.start)
    if small.bottom - small.top > 0.85 * (large.bottom - large.top):
        return (word,)
    before = page.box(cut - 1)
    return (
        PdfWord(word.start, cut, word.x0, large.top, before.x1, large.bottom),
        PdfWord(cut, word.end, small.x0, small.top, word.x1, small.bottom),
    )


def _drawn_twice(seen: dict[tuple[str, int], list[PdfWord]], text: str, word: PdfWord) -> bool:
    """Bold made by drawing twice, or a text layer over the text: the same word in the same place.

    `seen` holds the words before it by their text and the band of the page they stand in.
    """
    limit = 0.15 * (word.bottom - word.top) + 0.5
    band = int(word.top // _BAND)
    for near in {int((word.top - limit) // _BAND), int((word.top + limit) // _BAND)}:
        for other in seen.get((text, near), ()):
            same = abs(other.x0 - word.x0) < limit and abs(other.top - word.top) < limit
            if same and abs(other.x1 - word.x1) < 2 * limit:
                return True
    seen[text, band].append(word)
    return False
