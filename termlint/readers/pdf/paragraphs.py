"""From a column's lines to its paragraphs, list items, headings, notes and captions."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from termlint.readers.pdf.lines import HYPHEN, Line, is_marker

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
_LEADERS = re.compile(r"[.…_ ]{6,}\s*\d*$|\t")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read on, what they are, and the column they stand in."""

    lines: tuple[Line, ...]
    part: Part
    column: Column


class Reading:
    """What splitting needs to know of the page: its text, its headings, the size of body text."""

    def __init__(
        self, text: str, headings: Sequence[Heading], body_height: float, page_height: float
    ) -> None:
        self.text = text
        self.body_height = body_height
        self.page_height = page_height
        self._headings = headings
        self._starts = [heading.start for heading in headings]

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


def paragraphs(column: Column, reading: Reading) -> list[Paragraph]:
    """The paragraphs of a column in order."""
    groups: list[list[Line]] = [[column.lines[0]]]
    usual = _usual_white(column)
    entries = _is_enumeration(column, reading)
    for i, (a, b) in enumerate(zip(column.lines, column.lines[1:], strict=False)):
        after = column.lines[i + 2] if i + 2 < len(column.lines) else None
        if _breaks(a, b, after, column, reading, usual) or (entries and _new_entry(a, b, column, reading)):
            groups.append([b])
        else:
            groups[-1].append(b)
    return [Paragraph(tuple(group), _part(group, column, reading), column) for group in groups]


def _is_enumeration(column: Column, reading: Reading) -> bool:
    """Entries one to a line, as in a contents list or an address: most lines begin with a capital, few close a sentence."""
    lines = column.lines
    if len(lines) < 4:
        return False
    capital = sum(not reading.first_word(line)[0].islower() for line in lines)
    closed = sum(reading.ends_sentence(line) for line in lines)
    return capital > 0.65 * len(lines) and closed < 0.2 * len(lines)


def _new_entry(a: Line, b: Line, column: Column, reading: Reading) -> bool:
    if reading.heading(a) is not None or reading.last_word(a).endswith((HYPHEN, "\xad")):
        return False
    fits = column.rect.x1 - a.x1 > b.words[0].x1 - b.words[0].x0 + 0.3 * a.em
    return fits and not reading.first_word(b)[0].islower()


def _usual_white(column: Column) -> float:
    whites = [b.top - a.bottom for a, b in zip(column.lines, column.lines[1:], strict=False)]
    return median(whites) if whites else 0.0


def _breaks(a: Line, b: Line, after: Line | None, column: Column, reading: Reading, usual: float) -> bool:
    """Whether a new paragraph begins at line `b`, under line `a`."""
    if reading.heading(a) != reading.heading(b):
        return True
    if reading.last_word(a).endswith((HYPHEN, "\xad")):
        return False
    if reading.heading(a) is not None:
        return False
    if (
        abs(a.height - b.height) > 0.13 * max(a.height, b.height)
        and abs(b.top + b.bottom - a.top - a.bottom) > 0
    ):
        return True
    if b.top - a.bottom > usual + 0.35 * b.height or is_marker(reading.first_word(b)):
        return True
    if _is_leader(reading, a):
        return True
    return _ended_early(a, b, column, reading) or _indented(a, b, after, column, reading)


def _is_leader(reading: Reading, line: Line) -> bool:
    """A line of a contents list: dots that lead to a page number."""
    return bool(
        _LEADERS.search(reading.text[line.words[0].start : line.words[-1].end].replace("\r\n", " "))
    ) and "...." in "".join(reading.text[word.start : word.end] for word in line.words)


def _ended_early(a: Line, b: Line, column: Column, reading: Reading) -> bool:
    """The next word would have fitted on the line above, and that line closes: the writer began anew."""
    space = column.rect.x1 - a.x1
    first = b.words[0]
    if space < first.x1 - first.x0 + 0.6 * a.em:
        return False
    if reading.ends_sentence(a):
        return True
    word = reading.first_word(b)
    return space > 0.42 * (column.rect.x1 - column.rect.x0) and (word[0].isupper() or word[0].isdigit())


def _indented(a: Line, b: Line, after: Line | None, column: Column, reading: Reading) -> bool:
    """A first line set in by an em or more, between lines that are not."""
    shift = b.x0 - a.x0
    if not 0.7 * b.em < shift < 5 * b.em or not reading.ends_sentence(a) or is_marker(reading.first_word(a)):
        return False
    return after is None or b.x0 - after.x0 > 0.5 * b.em or after.x0 - b.x0 > 0.5 * b.em


def _part(lines: list[Line], column: Column, reading: Reading) -> Part:
    if reading.heading(lines[0]) is not None:
        return "heading"
    if _is_note(lines, column, reading):
        return "footnote"
    start = reading.text[lines[0].words[0].start : lines[0].words[-1].end]
    if len(lines) <= 6 and _CAPTION.match(start):
        return "caption"
    return "list" if is_marker(reading.first_word(lines[0])) else "body"


def _is_note(lines: list[Line], column: Column, reading: Reading) -> bool:
    """Small print in the lower part of a page, under a mark: the first note, or one after it in its column."""
    first = column.lines[0]
    small = lines[0].height < 0.93 * reading.body_height
    low = first.top > 0.5 * reading.page_height
    word = reading.first_word(first).rstrip(".)")
    return small and low and (word[:1].isdigit() or word[:1] in "*†‡") and len(word) <= 8
