"""Text boxes stand in a file twice, for Word and for old readers: what changes in one, changes in both."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from termlint.readers.ooxml.names import clark

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALTERNATIVES = clark("mc:AlternateContent")
_CHOICE, _FALLBACK = clark("mc:Choice"), clark("mc:Fallback")
_BOX = clark("w:txbxContent")
_TEXT = clark("w:t")


class FallbackBoxes:
    """The pairs of boxes that say the same before anything is changed."""

    def __init__(self) -> None:
        self._pairs: dict[_Element, _Element] = {}

    def watch(self, paragraph: _Element) -> None:
        """Remember the fallback of the box in which a paragraph stands, if it has one."""
        for box in paragraph.iterancestors(*_BOX):
            alternatives = next(box.iterancestors(*_ALTERNATIVES), None)
            if alternatives is not None:
                self._pair(alternatives)

    def _pair(self, alternatives: _Element) -> None:
        choice = next(alternatives.iterchildren(*_CHOICE), None)
        fallback = next(alternatives.iterchildren(*_FALLBACK), None)
        if choice is None or fallback is None:
            return
        for first, second in zip(choice.iter(*_BOX), fallback.iter(*_BOX), strict=False):
            if first not in self._pairs and _text(first) == _text(second):
                self._pairs[first] = second

    def mirror(self) -> None:
        """Give every remembered fallback what its box says now."""
        for box, fallback in self._pairs.items():
            for child in list(fallback):
                fallback.remove(child)
            fallback.extend(deepcopy(child) for child in box)


def _text(box: _Element) -> str:
    return "".join(each.text or "" for each in box.iter(*_TEXT))
