"""The boxes of a line's characters, two to four numbers each: `Box` objects weigh half a megabyte a page."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from termlint.model import Box

if TYPE_CHECKING:
    from termlint.readers.pdf.pdfium import Rect


class CharacterBoxes(Sequence[Box]):
    """An immutable sequence of boxes on one page, made when asked for."""

    __slots__ = ("_across", "_down", "_page")

    def __init__(self, page: int, rects: Sequence[Rect]) -> None:
        self._page = page
        self._across = array("f", [side for rect in rects for side in (rect.x0, rect.x1)])
        down = [side for rect in rects for side in (rect.top, rect.bottom)]
        if len({(rect.top, rect.bottom) for rect in rects}) == 1:
            down = down[:2]  # the characters of most lines are all as high
        self._down = array("f", down)

    def __len__(self) -> int:
        return len(self._across) // 2

    @overload
    def __getitem__(self, at: int) -> Box: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Box, ...]: ...
    def __getitem__(self, at: int | slice) -> Box | tuple[Box, ...]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        at = range(len(self))[at]
        x0, x1 = self._across[2 * at : 2 * at + 2]
        row = 2 * at if len(self._down) > 2 else 0
        top, bottom = self._down[row : row + 2]
        return Box(self._page, x0, top, x1, bottom)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CharacterBoxes) and (
            (self._page, self._across, self._down) == (other._page, other._across, other._down)
        )

    def __hash__(self) -> int:
        return hash((self._page, self._across.tobytes(), self._down.tobytes()))
