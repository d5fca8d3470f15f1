"""Where text came from: a place in a text file, in a Word package or on a page.

Offsets are code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """A place in a text file: `offset` into the decoded text after a BOM (CR LF counts two)."""

    offset: int


@dataclass(frozen=True, slots=True)
class RunOrigin:
    """A place in a Word package: text atom number `atom` of the walk over part `part`, from `offset` in it.

    The numbering is that of `ooxml.walk`, which readers and writers share, so that a finding's run
    is the writer's run.
    """

    part: str
    atom: int
    offset: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page as displayed (CropBox, rotation applied), in points from its top left."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageOrigin:
    """A stretch of one printed line: `page` and `line` (in its column) count from 1.

    `boxes` holds one box for each character of the piece (any sequence: a page of tuples weighs too much).
    """

    page: int
    line: int
    boxes: Sequence[Box]


Origin = TextOrigin | RunOrigin | PageOrigin


@dataclass(frozen=True, slots=True)
class Piece:
    """`Block.text[start:end]` stands at `origin`, character for character.

    Characters of a block that lie in no piece (a line end, a tab made from a Word element) have no
    origin of their own.
    """

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; all count from 1, tables over the whole document (in a PDF over the page)."""

    table: int
    row: int
    column: int
