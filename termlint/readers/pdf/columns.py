"""From lines to columns: lines that stand under each other, and the order in which a person reads them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from termlint.readers.pdf.pdfium import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.readers.pdf.drawings import Rulings
    from termlint.readers.pdf.lines import Line

_WIDEST_LEADING = 1.15
"""White between two lines of a column, in heights of a line."""
_ALIKE = 0.78
"""Smallest ratio between the heights of lines in one column."""
_MOST_SORTED = 160
"""More parts on a page than this are taken in PDFium's order: comparing them all would take seconds."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines under each other, from top to bottom, with nothing beside or between them.

    `ruled_off`: a ruling as wide as the column stands right under it.
    """

    lines: tuple[Line, ...]
    rect: Rect
    ruled_off: bool = False

    @property
    def first(self) -> int:
        """Where its text begins in PDFium's order."""
        return min(line.words[0].start for line in self.lines)


def columns(lines: Sequence[Line], rulings: Rulings) -> list[Column]:
    """Chains of lines: each the only one under the last, of about the same size, with no ruling between."""
    ordered = sorted(lines, key=lambda line: line.top)
    below = _only_neighbours(ordered, rulings)
    above = {under: over for over, under in below.items()}
    found = []
    for i in range(len(ordered)):
        if i in above:
            continue
        chain = [i]
        while chain[-1] in below:
            chain.append(below[chain[-1]])
        found.append(_column([ordered[j] for j in chain], rulings))
    return found


def _column(lines: list[Line], rulings: Rulings) -> Column:
    rect = Rect(
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )
    low, high = rect.bottom - 0.05 * lines[-1].height, rect.bottom + lines[-1].height
    ruled_off = any(
        low <= (rule.top + rule.bottom) / 2 <= high and rule.x0 <= rect.x0 + 2 and rule.x1 >= rect.x1 - 2
        for rule in rulings.horizontal
    )
    return Column(tuple(lines), rect, ruled_off)


def _only_neighbours(lines: list[Line], rulings: Rulings) -> dict[int, int]:
    """For each line the one line under it, where each is the other's only neighbour."""
    tops = [line.top for line in lines]
    rules = sorted(rulings.horizontal, key=lambda rule: rule.top)
    heights = [rule.top for rule in rules]
    under: dict[int, list[int]] = {}
    over: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        low = bisect_right(tops, line.top + 0.3 * line.height)
        high = bisect_right(tops, line.bottom + _WIDEST_LEADING * max(line.height, 0.1))
        near = [j for j in range(low, high) if _overlap(line, lines[j])]
        under[i] = [j for j in near if lines[j].top < lines[near[0]].top + 0.5 * lines[near[0]].height]
        for j in under[i]:
            over.setdefault(j, []).append(i)
    pairs = {}
    for i, found in under.items():
        if len(found) != 1 or len(over[found[0]]) != 1:
            continue
        a, b = lines[i], lines[found[0]]
        if _alike(a, b) and not _ruled_off(a, b, rules, heights):
            pairs[i] = found[0]
    return pairs


def _overlap(a: Line, b: Line) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > min(1.0, 0.1 * min(a.x1 - a.x0, b.x1 - b.x0))


def _alike(a: Line, b: Line) -> bool:
    low, high = sorted((a.height, b.height))
    white = b.top - a.bottom
    return low >= _ALIKE * high and white <= _WIDEST_LEADING * low


def _ruled_off(a: Line, b: Line, rules: list[Rect], heights: list[float]) -> bool:
    """A ruling between two lines; one that touches the upper line's letters underlines it."""
    low = bisect_left(heights, a.bottom - 0.02 * a.height - 0.3)
    high = bisect_right(heights, max(b.top, a.bottom) + 0.1 * b.height)
    left, right = max(a.x0, b.x0), min(a.x1, b.x1)
    return any(rule.x0 <= left + 1 and rule.x1 >= right - 1 for rule in rules[low:high])


# --- reading order --------------------------------------------------------------------------------


class Placed(Protocol):
    """A part of a page: where it stands, and where its text begins in PDFium's order."""

    @property
    def rect(self) -> Rect:
        """Where it stands."""

    @property
    def first(self) -> int:
        """Where its text begins in PDFium's order."""


P = TypeVar("P", bound=Placed)


def in_reading_order(parts: Sequence[P]) -> list[P]:
    """Parts as a person reads them: down a column, then the next to its right; what spans columns parts them.

    Where geometry leaves it open, PDFium's order (that of the file) decides.
    """
    ordered = sorted(parts, key=lambda part: part.first)
    if len(ordered) < 2:
        return ordered
    if len(ordered) > _MOST_SORTED:
        return ordered
    rects = [part.rect for part in ordered]
    after: list[set[int]] = [set() for _ in ordered]
    for i, a in enumerate(rects):
        for j, b in enumerate(rects):
            if i != j and _before(a, b, rects):
                after[i].add(j)
    return [ordered[i] for i in _sorted(after)]


def _sorted(after: list[set[int]]) -> list[int]:
    """A topological order, the lowest number first where there is a choice or the relation goes round."""
    waiting = [0] * len(after)
    for targets in after:
        for target in targets:
            waiting[target] += 1
    left = set(range(len(after)))
    order: list[int] = []
    while left:
        free = [i for i in left if waiting[i] == 0]
        chosen = min(free) if free else min(left, key=lambda i: (waiting[i], i))
        order.append(chosen)
        left.remove(chosen)
        for target in after[chosen]:
            waiting[target] -= 1
    return order


def _before(a: Rect, b: Rect, rects: Sequence[Rect]) -> bool:
    """Breuel's rules: above it in the same column; or left of it, with nothing spanning both in between."""
    slack = 0.1 * min(a.x1 - a.x0, b.x1 - b.x0)
    if min(a.x1, b.x1) - max(a.x0, b.x0) > slack:
        return (a.top + a.bottom) < (b.top + b.bottom)
    if a.x0 >= b.x0:
        return False
    top, bottom = min(a.top, b.top), max(a.bottom, b.bottom)
    if b.bottom < a.top or a.bottom < b.top:
        top, bottom = (b.bottom, a.top) if b.bottom < a.top else (a.bottom, b.top)
        return not any(
            c is not a and c is not b and _spans(c, a, b) and top - 1 <= (c.top + c.bottom) / 2 <= bottom + 1
            for c in rects
        )
    return True


def _spans(c: Rect, a: Rect, b: Rect) -> bool:
    return c.x0 < a.x1 - 1 and c.x1 > b.x0 + 1
