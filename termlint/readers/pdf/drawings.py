"""What is drawn on a page besides text: pictures, outlines, ruling lines and boxes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

import pypdfium2.raw as c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.readers.pdf.pdfium import Page, Rect

_MOST = 20_000
"""Objects looked at: a map or a plan may draw a million, and then its lines are no table."""
_THIN = 2.0
"""Points up to which a drawn rectangle is a line."""
_OUTLINE_PATHS = 60
"""Paths on a page without text that make us say it may be lettering drawn as outlines."""
_OUTLINE_SEGMENTS = 600


def ink_besides_text(page: Page) -> Literal["scan", "outlines", "blank"]:
    """A picture, many curved paths, or nothing that could hold words; asked of pages with hardly any text."""
    width, height = page.size
    paths = segments = 0
    pictured = 0.0
    for kind, rect, item in islice(page.drawings(), _MOST):
        if kind == c.FPDF_PAGEOBJ_IMAGE:
            pictured += max(0.0, rect.x1 - rect.x0) * max(0.0, rect.bottom - rect.top)
        elif kind == c.FPDF_PAGEOBJ_PATH:
            paths += 1
            segments += c.FPDFPath_CountSegments(item)
    if pictured > 0.25 * width * height:
        return "scan"
    if paths >= _OUTLINE_PATHS and segments >= _OUTLINE_SEGMENTS:
        return "outlines"
    return "scan" if pictured > 0.01 * width * height else "blank"


@dataclass(frozen=True, slots=True)
class Rulings:
    """Straight lines and boxes as displayed. A line is a rectangle without thickness; a box has an inside."""

    horizontal: tuple[Rect, ...]
    vertical: tuple[Rect, ...]
    boxes: tuple[Rect, ...]


def rulings(page: Page) -> Rulings:
    """The ruling lines of a page, and the filled or framed rectangles that may set text apart."""
    horizontal: list[Rect] = []
    vertical: list[Rect] = []
    boxes: list[Rect] = []
    for kind, rect, item in islice(page.drawings(), _MOST):
        if kind != c.FPDF_PAGEOBJ_PATH:
            continue
        for part in _straight(rect, item):
            wide, high = part.x1 - part.x0, part.bottom - part.top
            if high <= _THIN < wide:
                horizontal.append(part)
            elif wide <= _THIN < high:
                vertical.append(part)
            elif wide > _THIN and high > _THIN:
                boxes.append(part)
    return Rulings(tuple(horizontal), tuple(vertical), tuple(boxes))


def _straight(rect: Rect, item: Any) -> Iterator[Rect]:
    """A path's own box, when the path is a line or a rectangle; nothing for curves and drawings."""
    count = c.FPDFPath_CountSegments(item)
    if count <= 6 and not any(_curved(item, i) for i in range(count)):
        yield rect


def _curved(item: Any, index: int) -> bool:
    return bool(c.FPDFPathSegment_GetType(c.FPDFPath_GetPathSegment(item, index)) == c.FPDF_SEGMENT_BEZIERTO)
