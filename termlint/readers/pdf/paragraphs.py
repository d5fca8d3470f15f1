"""From a column's lines to its paragraphs, list items, headings, notes and captions."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from termlint.readers.pdf.lines import Line, is_marker
from termlint.readers.pdf.words import HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.model import Part
    from termlint.readers.pdf.columns import Column
    from termlint.readers.pdf.headings import Heading

_CAPTION = re.compile(
    r"(?:figuur|tabel|afbeelding|grafiek|foto|bron|kaart|schema|diagram|figure|table|source)\b[\s.:]*(?:\d|[A-Z(©])",
    re.I,
)
_SENTENCE_END = (".", "!", "?", ":", ";", "…")
_CLOSERS = "”’\"')]»"
_NOTE_NUMBER = re.compile(r"\(?\[?(\d{1,3})(?!\d)[\])]?")


@dataclass(frozen=True, slots=True)
class PdfParagraph:
    """Lines that read on, what they are, and the column they stand in."""

    lines: tuple[Line, ...]
    part: Part
    column: Column


class PageContext:
    """What splitting needs to know of the page: its text, its headings, the size of body text."""

    def __init__(
        self, text: str, headings: Sequence[Heading], body_height: float, page_height: float
    ) -> None:
        self.text = text
        self.body_height = body_height
        self.page_height = page_height
        self._headings = headings
        self._starts = [heading.start for heading in headings]

    def without_headings(self) -> PageContext:
        """The same page where nothing is a heading: inside a table."""
        return PageContext(self.text, (), self.body_height, self.page_height)

    def heading(self, line: Line) -> int | None:
        """The number of the heading on this page that `line` belongs to."""
        start = line.words[0].start
        i = bisect_right(self._starts, start) - 1
        return i if i >= 0 and start < self._headings[i].end else None

    def first_word(self, line: Line) -> str:
        """The first word of a line."""
        word = line.words[0]
        return self.text[word.start : word.end]

    def last_word(self, line: Line) -> str:
        """The last word of a line, with PDFium's hyphen mark if it has one."""
        word = line.words[-1]
        return self.text[word.start : word.end]

    def ends_sentence(self, line: Line) -> bool:
        """Whether a sentence, or the lead of a list, can end with this line."""
        return self.last_word(line).rstrip(_CLOSERS).endswith(_SENTENCE_END)


def paragraphs(column: Column, reading: PageContext) -> list[PdfParagraph]:
    """The paragraphs of a column in order."""
    split = _Splitter(column, reading)
    groups: list[list[Line]] = [[column.lines[0]]]
    for i, (a, b) in enumerate(pairwise(column.lines)):
        after = column.lines[i + 2] if i + 2 < len(column.lines) else None
        if split.between(a, b, after):
            groups.append([b])
        else:
            groups[-1].append(b)
    return [PdfParagraph(tuple(group), _part(group, split.notes, reading), column) for group in groups]


class _Splitter:
    """Decides where a column's paragraphs begin; knows what is usual in the column."""

    def __init__(self, column: Column, reading: PageContext) -> None:
        self._reading = reading
        self._column = column.rect
        self._usual_white = median([b.top - a.bottom for a, b in pairwise(column.lines)] or [0.0])
        self._entries = _is_enumeration(column, reading)
        self.notes = _holds_notes(column, reading)
        self._note = 0 if not self.notes else _number(reading.first_word(column.lines[0]))

    def between(self, a: Line, b: Line, after: Line | None) -> bool:
        """Whether a new paragraph begins at line `b`, under line `a` and above line `after`."""
        reading = self._reading
        if reading.heading(a) != reading.heading(b):
            return True
        if reading.heading(a) is not None or reading.last_word(a).endswith((HYPHEN, "\xad")):
            return False
        if abs(a.height - b.height) > 0.13 * max(a.height, b.height) and not self._mid_sentence(a, b):
            return True
        if b.top - a.bottom > self._usual_white + 0.35 * b.height or is_marker(reading.first_word(b)):
            return True
        if self.notes:
            return self._next_note(b)
        if self._entries and not reading.first_word(b)[0].islower():
            return True
        return _has_leader(reading, a) or self._ended_early(a, b) or self._indented(a, b, after)

    def _mid_sentence(self, a: Line, b: Line) -> bool:
        return self._reading.first_word(b)[0].islower() and not self._reading.ends_sentence(a)

    def _next_note(self, line: Line) -> bool:
        if _number(self._reading.first_word(line)) != self._note + 1:
            return False
        self._note += 1
        return True

    def _ended_early(self, a: Line, b: Line) -> bool:
        """The next word would have fitted on the line above, and that line closes: the writer began anew."""
        left, right = self._column.x0, self._column.x1
        if not _has_room(a, b, right):
            return False
        if self._reading.ends_sentence(a):
            return True
        return right - a.x1 > 0.42 * (right - left) and not self._reading.first_word(b)[0].islower()

    def _indented(self, a: Line, b: Line, after: Line | None) -> bool:
        """A first line set in by an em or more, between lines that are not."""
        shift = b.x0 - a.x0
        if not 0.7 * b.em < shift < 5 * b.em or not self._reading.ends_sentence(a):
            return False
        hangs = is_marker(self._reading.first_word(a))
        return not hangs and (after is None or abs(b.x0 - after.x0) > 0.5 * b.em)


def _is_enumeration(column: Column, reading: PageContext) -> bool:
    """Entries one to a line, as in a contents list or an address.

    Most lines begin with a capital, few close a sentence, and most leave room for the first word of the next.
    """
    lines = column.lines
    if len(lines) < 4:
        return False
    capital = sum(reading.first_word(line)[0].isupper() for line in lines)
    closed = sum(reading.ends_sentence(line) for line in lines)
    roomy = sum(_has_room(a, b, column.rect.x1) for a, b in pairwise(lines))
    return capital > 0.65 * len(lines) and closed < 0.2 * len(lines) and roomy > 0.6 * (len(lines) - 1)


def _has_room(a: Line, b: Line, right: float) -> bool:
    """Whether the first word of `b` would have fitted at the end of `a`."""
    return right - a.x1 > b.words[0].x1 - b.words[0].x0 + 0.6 * a.em


def _has_leader(reading: PageContext, line: Line) -> bool:
    """A line of a contents list: dots that lead to a page number."""
    return "...." in "".join(reading.text[word.start : word.end] for word in line.words)


def _part(lines: list[Line], notes: bool, reading: PageContext) -> Part:
    if reading.heading(lines[0]) is not None:
        return "heading"
    if notes:
        return "footnote"
    start = reading.text[lines[0].words[0].start : lines[0].words[-1].end]
    if len(lines) <= 6 and _CAPTION.match(start):
        return "caption"
    return "list" if is_marker(reading.first_word(lines[0])) else "body"


def _holds_notes(column: Column, reading: PageContext) -> bool:
    """Small print in the lower part of a page that begins with the mark of a note."""
    first = column.lines[0]
    word = reading.first_word(first)
    small = first.height < 0.93 * reading.body_height
    return small and first.top > 0.5 * reading.page_height and (_number(word) > 0 or word[0] in "*†‡")


def _number(word: str) -> int:
    """The number of a note, 0 for any other word."""
    digits = _NOTE_NUMBER.match(word)
    return int(digits[1]) if digits else 0
