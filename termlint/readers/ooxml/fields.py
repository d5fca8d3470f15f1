"""Word fields: which results Word computes anew, so that a change in them is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint.readers.ooxml.names import w_attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPEN_RESULTS = frozenset({"HYPERLINK", "FORMTEXT", "QUOTE"})
"""Fields whose result an author types; any other result Word computes anew."""


def is_computed(instruction: str) -> bool:
    """Whether Word will overwrite the result of a field with this instruction."""
    words = instruction.split(maxsplit=1)
    return bool(words) and words[0].upper() not in _OPEN_RESULTS


@dataclass(slots=True)
class _Open:
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    computed: bool = False


class Fields:
    """The fields open at one point of a story."""

    def __init__(self, unclosed: frozenset[_Element]) -> None:
        self._unclosed = unclosed
        self._open: list[_Open] = []
        self.hides = False
        self.computed = False

    def char(self, element: _Element) -> None:
        """Pass a `w:fldChar`."""
        kind = w_attribute(element, "fldCharType")
        if kind == "begin":
            if element not in self._unclosed:
                self._open.append(_Open())
        elif self._open:
            self._advance(kind)
        self.hides = any(not each.in_result for each in self._open)
        self.computed = any(each.computed for each in self._open)

    def _advance(self, kind: str | None) -> None:
        innermost = self._open[-1]
        if kind == "separate":
            innermost.in_result = True
            innermost.computed = is_computed("".join(innermost.instruction))
        elif kind == "end":
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Pass the text of a `w:instrText`."""
        if self._open:
            self._open[-1].instruction.append(text)
