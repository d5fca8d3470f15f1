"""What a walk must know beforehand: rare things, gathered from a part in one sweep."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from termlint.readers.ooxml.names import clark, is_on, w_attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW_PROPERTIES = frozenset(clark("w:trPr"))
_RUN_PROPERTIES = frozenset(clark("w:rPr"))
_PARAGRAPH_PROPERTIES = frozenset(clark("w:pPr"))


class Survey:
    """Of one part: runs that say whether they are hidden, tracked deletions of rows, cells and paragraph
    marks, cells that span columns, rows that begin further on, and fields that never end.
    """

    def __init__(self, root: _Element, hidden_styles: frozenset[str]) -> None:
        self._hidden_styles = hidden_styles
        self.hidden_paragraphs: set[_Element] = set()
        self.hidden_runs: dict[_Element, bool] = {}
        self.deleted: set[_Element] = set()
        self.joined: set[_Element] = set()
        self.span: dict[_Element, int] = {}
        self.before: dict[_Element, int] = {}
        self._begun: list[_Element] = []
        sought = {**_NOTEWORTHY, **_STYLED} if hidden_styles else _NOTEWORTHY
        for element in root.iter(*sought):
            sought[element.tag](self, element)
        self.unclosed = frozenset(self._begun)

    def vanish(self, element: _Element) -> None:
        """A property that hides a run, or says that it does not."""
        run = _up(element, 2)
        if run is not None:
            self.hidden_runs[run] = is_on(element)

    def paragraph_style(self, element: _Element) -> None:
        """A paragraph in a style that hides."""
        paragraph = _up(element, 2)
        if paragraph is not None and w_attribute(element, "val") in self._hidden_styles:
            self.hidden_paragraphs.add(paragraph)

    def run_style(self, element: _Element) -> None:
        """A run in a style that hides, unless it says of itself that it shows: that comes after its style."""
        run = _up(element, 2)
        if run is not None and w_attribute(element, "val") in self._hidden_styles:
            self.hidden_runs[run] = True

    def deletion(self, element: _Element) -> None:
        """A tracked deletion of a row or of a paragraph's mark is a property; of runs, not our concern."""
        parent = element.getparent()
        if parent is None:
            return
        owner = parent.getparent()
        if parent.tag in _ROW_PROPERTIES and owner is not None:
            self.deleted.add(owner)
        elif parent.tag in _RUN_PROPERTIES and owner is not None and owner.tag in _PARAGRAPH_PROPERTIES:
            paragraph = owner.getparent()
            if paragraph is not None:
                self.joined.add(paragraph)

    def cell_deletion(self, element: _Element) -> None:
        """A tracked deletion of a cell."""
        cell = _up(element, 2)
        if cell is not None:
            self.deleted.add(cell)

    def grid_span(self, element: _Element) -> None:
        """A cell over several columns."""
        cell = _up(element, 2)
        if cell is not None:
            self.span[cell] = max(1, _number(element))

    def grid_before(self, element: _Element) -> None:
        """A row that begins some columns from the left."""
        row = _up(element, 2)
        if row is not None:
            self.before[row] = max(0, _number(element))

    def field_char(self, element: _Element) -> None:
        """A field begun and not ended would hide all text after it: a silent miss."""
        kind = w_attribute(element, "fldCharType")
        if kind == "begin":
            self._begun.append(element)
        elif kind == "end" and self._begun:
            self._begun.pop()


Noter = Callable[[Survey, "_Element"], None]


def _table(handlers: dict[tuple[str, ...], Noter]) -> dict[str, Noter]:
    return {tag: handler for tags, handler in handlers.items() for tag in tags}


_NOTEWORTHY = _table(
    {
        clark("w:vanish"): Survey.vanish,
        clark("w:del", "w:moveFrom"): Survey.deletion,
        clark("w:cellDel"): Survey.cell_deletion,
        clark("w:gridSpan"): Survey.grid_span,
        clark("w:gridBefore"): Survey.grid_before,
        clark("w:fldChar"): Survey.field_char,
    }
)
_STYLED = _table({clark("w:pStyle"): Survey.paragraph_style, clark("w:rStyle"): Survey.run_style})


def _up(element: _Element, levels: int) -> _Element | None:
    found: _Element | None = element
    for _ in range(levels):
        found = found.getparent() if found is not None else None
    return found


def _number(element: _Element) -> int:
    try:
        return int(w_attribute(element, "val") or "")
    except ValueError:
        return 0
