"""Vertical rulings, to ask what they part and what they shut in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from termlint.readers.pdf.drawings import Rulings

ONE_WORD_SPACE = 0.5
"""Ems between words up to which there is no more than a space."""
EM = 0.8
"""An em, as part of the height of a line's box."""


class HasBox(Protocol):
    """A word or a line."""

    @property
    def x0(self) -> float:
        """Its left side."""

    @property
    def top(self) -> float:
        """Its upper side."""

    @property
    def x1(self) -> float:
        """Its right side."""

    @property
    def bottom(self) -> float:
        """Its lower side."""


class VerticalRulings:
    """Drawn lines, and the sides of boxes, in order from the left."""

    def __init__(self, rulings: Rulings) -> None:
        sides = [(x, box.top, box.bottom, False) for box in rulings.boxes for x in (box.x0, box.x1)]
        self._verticals = sorted(
            [*sides, *((ruling.x0, ruling.top, ruling.bottom, True) for ruling in rulings.vertical)]
        )
        self._places = [ruling[0] for ruling in self._verticals]

    def between(self, a: HasBox, b: HasBox) -> bool:
        """A line parts two words always, the side of a box only where they are more than a space apart."""
        height = (a.top + a.bottom) / 2
        close = b.x0 - a.x1 < ONE_WORD_SPACE * EM * (a.bottom - a.top)
        first = bisect_left(self._places, a.x1 - 1.0)
        for place, top, bottom, drawn in self._verticals[first:]:
            if place > b.x0 + 1.0:
                return False
            if top <= height <= bottom and (drawn or not close):
                return True
        return False

    def around(self, a: HasBox, b: HasBox) -> tuple[float, float]:
        """The nearest rulings to the left of `a` and to the right of `b`: no text beyond is beside them."""
        height = (a.top + a.bottom) / 2
        low = bisect_right(self._places, a.x0 + 1.0)
        high = bisect_left(self._places, b.x1 - 1.0)
        left = (ruling[0] for ruling in reversed(self._verticals[:low]) if ruling[1] <= height <= ruling[2])
        right = (ruling[0] for ruling in self._verticals[high:] if ruling[1] <= height <= ruling[2])
        return next(left, float("-inf")), next(right, float("inf"))
