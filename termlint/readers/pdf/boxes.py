"""The boxes of a line's characters, four numbers each: a page of `Box` objects weighs half a megabyte."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from termlint.model import Box

if TYPE_CHECKING:
    from termlint.readers.pdf.pdfium import Rect


class Boxes(Sequence[Box]):
    """An immutable sequence of boxes on one page, made when asked for."""

    __slots__ = ("_page", "_sides")

    def __init__(self, page: int, rects: Iterable[Rect]) -> None:
        self._page = page
        self._sides = array("f", [side for rect in rects for side in rect])

    def __len__(self) -> int:
        return len(self._sides) // 4

    @overload
    def __getitem__(self, at: int) -> Box: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Box, ...]: ...
    def __getitem__(self, at: int | slice) -> Box | tuple[Box, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        at = range(len(self))[at]
        x0, top, x1, bottom = self._sides[4 * at : 4 * at + 4]
        return Box(self._page, x0, top, x1, bottom)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Boxes) and (self._page, self._sides) == (other._page, other._sides)

    def __hash__(self) -> int:
        return hash((self._page, self._sides.tobytes()))
