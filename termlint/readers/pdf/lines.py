"""From words to printed lines: the stretches of words that read on.

A `Line` is one line of one column or cell. What PDFium calls a line may run through two columns, and one
line may come in several pieces; here geometry decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from termlint.readers.pdf.rulings import EM, ONE_WORD_SPACE, VerticalRulings
from termlint.readers.pdf.words import HYPHEN, PdfWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from termlint.readers.pdf.drawings import Rulings
    from termlint.readers.pdf.pdfium import Page

_MARKER = re.compile(
    r"(?:[•●▪■◦○‣⁃∙–—\-*·>»✓✔➢❖\uf000-\uf0ff]|o|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[ivx]{1,4}[.)]|\d+(?:\.\d+)+\.?)$"
)
_COLUMN_GAP = 0.95
"""Ems between words from which a gap may be a gutter."""
_COMMON_GAP = 0.8
"""Ems of white that lines under each other have in common where they stand in two columns."""
_WIDEST_SPACE = 3.0
_WIDEST_TAB = 6.0
_CROWDED = 400
"""Pieces near a gap above which they are specks of a drawing, and asking each would take minutes."""
_REACH = 4.5
"""Heights of a line, up and down, in which other lines tell a gutter from a wide space."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that read on, from left to right. `turn` is the direction of the text, in degrees clockwise."""

    words: tuple[PdfWord, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    turn: int = 0

    @property
    def height(self) -> float:
        """The height of its box: about 1.2 times the font's size."""
        return self.bottom - self.top

    @property
    def em(self) -> float:
        """About the width of an m."""
        return EM * self.height


def line_of(words: Sequence[PdfWord], turn: int = 0) -> Line:
    """A line from its words; its height is that of most of them, so that no raised mark stretches it."""
    ordered = sorted(words, key=lambda word: word.x0)
    if len(ordered) == 1:
        word = ordered[0]
        return Line((word,), word.x0, word.top, word.x1, word.bottom, turn)
    top = median(word.top for word in ordered)
    bottom = median(word.bottom for word in ordered)
    return Line(
        tuple(ordered), ordered[0].x0, top, max(word.x1 for word in ordered), max(bottom, top + 0.1), turn
    )


def is_marker(text: str) -> bool:
    """Whether a line's first word is a bullet or a number of a list or a heading."""
    return bool(_MARKER.match(text))


# --- lines ----------------------------------------------------------------------------------------


def lines(page: Page, words: Sequence[PdfWord], turn: int, rulings: Rulings) -> list[Line]:
    """The lines of a page's words, in the order of their first words in PDFium's text."""
    verticals = VerticalRulings(rulings)
    parts = _runs(page, words, verticals)
    joined = _join(page.text, [line_of(part, turn) for part in parts], verticals)
    return sorted(joined, key=lambda line: min(word.start for word in line.words))


def _runs(page: Page, words: Sequence[PdfWord], verticals: VerticalRulings) -> list[list[PdfWord]]:
    """Words in PDFium's order, cut where the line ends or a gap might be a gutter."""
    runs: list[list[PdfWord]] = []
    last: PdfWord | None = None
    for word in words:
        if last is not None and _reads_on(page, last, word) and not verticals.between(last, word):
            runs[-1].append(word)
        else:
            runs.append([word])
        last = word
    return runs


def _reads_on(page: Page, last: PdfWord, word: PdfWord) -> bool:
    """Whether two words stand on one line, close together or with one space of the file between them."""
    text = page.text
    if text[last.end - 1] == HYPHEN or "\n" in text[last.end : word.start]:
        return False
    lower = min(last.bottom - last.top, word.bottom - word.top)
    overlap = min(last.bottom, word.bottom) - max(last.top, word.top)
    em = EM * max(last.bottom - last.top, word.bottom - word.top)
    gap = word.x0 - last.x1
    if overlap <= 0.4 * lower or gap <= -0.5 * em:
        return False
    if gap < _COLUMN_GAP * em:
        return True
    return gap < _WIDEST_SPACE * em and word.start - last.end == 1 and page.drawn_space(last.end)


def _join(text: str, parts: list[Line], verticals: VerticalRulings) -> list[Line]:
    """Bring together the pieces of one printed line; a gap that other lines run across is no gutter."""
    parts = sorted(parts, key=lambda line: (line.top, line.x0))
    tops = [line.top for line in parts]
    tallest = max((line.height for line in parts), default=0.0)
    groups: list[list[Line]] = []
    taken: set[int] = set()
    for i, line in enumerate(parts):
        if i in taken:
            continue
        row = [
            j
            for j in range(bisect_left(tops, line.top - tallest), bisect_left(tops, line.bottom))
            if j not in taken and _same_row(line, parts[j])
        ]
        row.sort(key=lambda j: parts[j].x0)
        taken.update(row)
        for j in row:
            if (
                groups
                and groups[-1]
                and j != row[0]
                and _one_line(text, groups[-1][-1], parts[j], parts, tops, verticals)
            ):
                groups[-1].append(parts[j])
            else:
                groups.append([parts[j]])
    return [
        group[0] if len(group) == 1 else line_of([w for part in group for w in part.words], group[0].turn)
        for group in groups
    ]


def _same_row(a: Line, b: Line) -> bool:
    return min(a.bottom, b.bottom) - max(a.top, b.top) > 0.6 * min(a.height, b.height)


def _one_line(
    text: str, left: Line, right: Line, parts: list[Line], tops: list[float], verticals: VerticalRulings
) -> bool:
    em = max(left.em, right.em)
    gap = right.x0 - left.x1
    if gap < -em or verticals.between(left, right):
        return False
    if gap < ONE_WORD_SPACE * em:
        return True
    if len(left.words) == 1 and is_marker(text[left.words[0].start : left.words[0].end]):
        return gap < _WIDEST_TAB * em
    return gap < _WIDEST_SPACE * em and _read_across(left, right, parts, tops, verticals)


def _read_across(
    left: Line, right: Line, parts: list[Line], tops: list[float], verticals: VerticalRulings
) -> bool:
    """Whether no line near, above or below and between the same rulings, says that the gap is a gutter."""
    low, high = left.top - _REACH * left.height, left.top - 0.5 * left.height
    above = parts[bisect_left(tops, low) : bisect_left(tops, high)]
    low, high = left.top + 0.5 * left.height, left.top + _REACH * left.height
    below = parts[bisect_left(tops, low) : bisect_left(tops, high)]
    gap = (left.x1, right.x0)
    x0, x1 = verticals.around(left, right)
    above, below = ([line for line in near if x0 < line.x1 and line.x0 < x1] for near in (above, below))
    if len(above) + len(below) > _CROWDED:
        return True
    return not _keep_clear(above[::-1], gap, left.height) and not _keep_clear(below, gap, left.height)


def _keep_clear(near: list[Line], gap: tuple[float, float], height: float) -> bool:
    """Whether, in the nearest three rows, one has text on both sides of the gap and none runs across it.

    White that all have in common is as wide as a gutter: words of a justified text stand apart by chance.
    """
    middle = (gap[0] + gap[1]) / 2
    left, right = gap
    rows = 0
    top = float("inf")
    sides: set[bool] = set()
    clear = False
    for line in near:
        if abs(line.top - top) > 0.5 * height:
            rows, top, sides = rows + 1, line.top, set()
            if rows > 3:
                break
        if line.x0 < middle - 1.0 and line.x1 > middle + 1.0:
            return False
        left, right = (left, min(right, line.x0)) if line.x0 > middle - 1.0 else (max(left, line.x1), right)
        sides.add(line.x0 > middle)
        clear = clear or len(sides) == 2
    return clear and right - left > _COMMON_GAP * EM * height


# --- the text of a line ---------------------------------------------------------------------------


def joiners(text: str, words: Iterable[PdfWord]) -> list[str]:
    """What stands between each two words: a space, or nothing inside a spaced-out word."""
    ordered = list(words)
    gaps = [b.x0 - a.x1 for a, b in pairwise(ordered)]
    between = [
        "" if text[a.end - 1] == HYPHEN and gap < 0.1 * (a.bottom - a.top) else " "
        for a, gap in zip(ordered, gaps, strict=False)
    ]
    for start, end in _spaced_out(text, ordered):
        usual = median(gaps[start : end - 1])
        for i in range(start, end - 1):
            if gaps[i] <= 1.6 * usual:
                between[i] = ""
    return between


def _spaced_out(text: str, words: Sequence[PdfWord]) -> list[tuple[int, int]]:
    """Runs of four single letters or more."""
    runs: list[tuple[int, int]] = []
    start = 0
    for i in range(len(words) + 1):
        if i < len(words) and words[i].end - words[i].start == 1 and text[words[i].start].isalpha():
            continue
        if i - start >= 4:
            runs.append((start, i))
        start = i + 1
    return runs
