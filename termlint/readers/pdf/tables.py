"""Ruled tables: the cells that ruling lines and boxes draw, and the lines of text in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from termlint.readers.pdf.pdfium import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.readers.pdf.drawings import Rulings
    from termlint.readers.pdf.lines import Line

_MOST_EDGES = 1_500
"""More lines than this draw a picture, once pieces of one line are taken together."""
_MOST_PIECES = 12_000
"""A table may draw four sides of each cell."""
_SHORTEST = 6.0
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell's place in its table, from 1, and its lines."""

    row: int
    column: int
    rect: Rect
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with its cells in reading order; empty cells are left out."""

    rect: Rect
    cells: tuple[TableCell, ...]

    @property
    def first(self) -> int:
        """Where its text begins in PDFium's order."""
        return min(line.words[0].start for cell in self.cells for line in cell.lines)


def tables(lines: Sequence[Line], rulings: Rulings) -> tuple[list[Table], list[Line]]:
    """The ruled tables with two columns or more and text in two cells or more; and the lines in none."""
    left = list(lines)
    found = []
    for grid in _grids(rulings):
        table = _fill(grid, left)
        if table:
            found.append(table)
            taken = {id(line) for cell in table.cells for line in cell.lines}
            left = [line for line in left if id(line) not in taken]
    return found, left


def _fill(grid: list[Rect], lines: Sequence[Line]) -> Table | None:
    tops = _steps([cell.top for cell in grid])
    lefts = _steps([cell.x0 for cell in grid])
    cells = []
    for cell in sorted(grid, key=lambda cell: (_index(tops, cell.top), cell.x0)):
        inside = tuple(line for line in lines if _inside(line, cell))
        if inside:
            cells.append(TableCell(_index(tops, cell.top) + 1, _index(lefts, cell.x0) + 1, cell, inside))
    if len(cells) < 2 or len(lefts) < 2:
        return None
    rect = Rect(
        min(cell.x0 for cell in grid),
        min(cell.top for cell in grid),
        max(cell.x1 for cell in grid),
        max(cell.bottom for cell in grid),
    )
    return Table(rect, tuple(cells))


def _inside(line: Line, cell: Rect) -> bool:
    middle, height = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return cell.x0 - 1 <= middle <= cell.x1 + 1 and cell.top - 1 <= height <= cell.bottom + 1


def _steps(values: list[float]) -> list[float]:
    """Distinct values in order, those that differ by a hair taken as one."""
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > _NEAR:
            steps.append(value)
    return steps


def _index(steps: list[float], value: float) -> int:
    return min(range(len(steps)), key=lambda i: abs(steps[i] - value))


def _grids(rulings: Rulings) -> list[list[Rect]]:
    """The cells of each table, by pdfplumber's cell finder over PDFium's lines.

    pdfplumber is imported only where lines could make a table at all: it costs an eighth of a second.
    """
    edges = _edges(rulings)
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright < 2 or len(edges) - upright < 2 or len(edges) > _MOST_PIECES:
        return []
    from pdfplumber import table as finder

    merged = finder.merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR)
    if len(merged) > _MOST_EDGES:
        return []
    cells = finder.intersections_to_cells(finder.edges_to_intersections(merged, _NEAR, _NEAR))
    return [[Rect(*cell) for cell in grid] for grid in finder.cells_to_tables(cells) if len(grid) > 1]


def _edges(rulings: Rulings) -> list[dict[str, Any]]:
    """Lines, and the sides of boxes, in pdfplumber's terms."""
    edges = [_edge("h", rule.x0, rule.x1, rule.top, rule.top) for rule in rulings.horizontal]
    edges += [_edge("v", rule.x0, rule.x0, rule.top, rule.bottom) for rule in rulings.vertical]
    for box in rulings.boxes:
        edges += [_edge("h", box.x0, box.x1, y, y) for y in (box.top, box.bottom)]
        edges += [_edge("v", x, x, box.top, box.bottom) for x in (box.x0, box.x1)]
    return [edge for edge in edges if max(edge["width"], edge["height"]) >= _SHORTEST]


def _edge(orientation: str, x0: float, x1: float, top: float, bottom: float) -> dict[str, Any]:
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }
