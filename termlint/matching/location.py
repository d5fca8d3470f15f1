"""Where a finding stands, in the terms of its document's format."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from termlint.model import Block, Box, Document, Location, PageOrigin, Piece, TextOrigin

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")


def locate(document: Document, block: Block, start: int, end: int) -> Location:
    """The location of `block.text[start:end]` (not empty)."""
    pieces = [piece for piece in block.pieces if piece.start < end and start < piece.end]
    common = {
        "part": block.part,
        "block": block.index,
        "block_start": start,
        "block_end": end,
        "paragraph": block.paragraph,
        "heading": block.heading,
        "cell": block.cell,
    }
    if pieces and isinstance(pieces[0].origin, PageOrigin):
        return Location(**common, **_on_page(document, block, pieces, start, end))  # type: ignore[arg-type]
    if document.source is not None and pieces and isinstance(pieces[0].origin, TextOrigin):
        return Location(**common, **_in_text(document.source, pieces, start, end))  # type: ignore[arg-type]
    return Location(**common, page=block.page, pages=block.pages)  # type: ignore[arg-type]


def _on_page(
    document: Document, block: Block, pieces: list[Piece], start: int, end: int
) -> dict[str, object]:
    boxes = tuple(box for piece in pieces for box in _boxes(piece, start, end))
    first, last = pieces[0].origin, pieces[-1].origin
    page = first.page if isinstance(first, PageOrigin) else block.page
    label = document.page_labels[page - 1] if page and page <= len(document.page_labels) else None
    return {
        "page": page,
        "pages": block.pages,
        "page_label": label,
        "line": first.line if isinstance(first, PageOrigin) else None,
        "end_line": last.line if isinstance(last, PageOrigin) else None,
        "boxes": boxes,
    }


def _boxes(piece: Piece, start: int, end: int) -> list[Box]:
    """One box around the characters of a printed line that lie in `start:end`."""
    origin = piece.origin
    if not isinstance(origin, PageOrigin):
        return []
    part = [b for b in origin.boxes[max(0, start - piece.start) : end - piece.start] if b.x1 > b.x0]
    if not part:
        return []
    return [
        Box(
            origin.page,
            round(min(b.x0 for b in part), 2),
            round(min(b.top for b in part), 2),
            round(max(b.x1 for b in part), 2),
            round(max(b.bottom for b in part), 2),
        )
    ]


def _in_text(source: str, pieces: list[Piece], start: int, end: int) -> dict[str, object]:
    first, last = pieces[0], pieces[-1]
    begin = _offset(first, max(start, first.start))
    finish = _offset(last, min(end, last.end) - 1) + 1
    line, column = _line_and_column(source, begin)
    end_line, end_column = _line_and_column(source, finish)
    return {
        "start": begin,
        "end": finish,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def _offset(piece: Piece, at: int) -> int:
    assert isinstance(piece.origin, TextOrigin)
    return piece.origin.offset + at - piece.start


@lru_cache(maxsize=2)
def _line_starts(source: str) -> list[int]:
    return [0, *(found.end() for found in _LINE_END.finditer(source))]


def _line_and_column(source: str, offset: int) -> tuple[int, int]:
    starts = _line_starts(source)
    line = bisect_right(starts, offset) - 1
    return line + 1, offset - starts[line] + 1


class TableHeads:
    """What stands at the head of the columns and rows of a document's tables, found when first asked for."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._columns: dict[tuple[object, ...], str] = {}
        self._rows: dict[tuple[object, ...], str] = {}
        self._looked = False

    def of(self, block: Block) -> tuple[str, ...]:
        """The heads of the column and the row of a cell, without the cell itself; empty outside a table."""
        cell = block.cell
        if cell is None:
            return ()
        self._look()
        heads = []
        if cell.row > 1:
            heads.append(self._columns.get((block.page, cell.table, cell.column), ""))
        if cell.column > 1:
            heads.append(self._rows.get((block.page, cell.table, cell.row), ""))
        return tuple(filter(None, heads))

    def _look(self) -> None:
        if self._looked:
            return
        self._looked = True
        for block in self._blocks:
            if (cell := block.cell) is None:
                continue
            if cell.row == 1:
                self._columns.setdefault((block.page, cell.table, cell.column), block.text)
            if cell.column == 1:
                self._rows.setdefault((block.page, cell.table, cell.row), block.text)
