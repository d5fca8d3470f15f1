"""A highlight with its note, as the objects of a PDF file.

Places come as displayed (points from the top left, rotation applied) and go into the page's own space.
The appearance is drawn here too: not every viewer draws a highlight that has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pdfminer.psparser import LIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from pdfminer.pdftypes import PDFObjRef

    from termlint.model import Box
    from termlint.writers.pdf_file import PdfFile

NAME = "termlint:"
"""By this beginning of its name (/NM) a mark is known as ours, whoever signed it."""
_YELLOW = [1.0, 0.86, 0.3]
_NOTE_WIDTH, _NOTE_HEIGHT = 240.0, 180.0
_PRINT = 4
_NOTE_FLAGS = 4 | 8 | 16
"""A note is printed with the page, and is neither turned nor enlarged with it."""

Frame = tuple[int, float, float, float, float]
"""Quarter turns clockwise, then left, bottom, right and top of what is visible, in the page's own space."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """What is put on one page about one finding."""

    name: str
    text: str
    boxes: tuple[Box, ...]


def add_highlight(
    file: PdfFile, mark: Highlight, page: PDFObjRef, frame: Frame, author: str, date: datetime
) -> list[PDFObjRef]:
    """The highlight and its pop-up note, for the page's list of annotations."""
    quads = [_corners(box, frame) for box in mark.boxes]
    bounds = _bounds(point for quad in quads for point in quad)
    highlight: dict[str, Any] = {
        "Type": LIT("Annot"),
        "Subtype": LIT("Highlight"),
        "Rect": bounds,
        "QuadPoints": [number for quad in quads for point in quad for number in point],
        "C": _YELLOW,
        "F": _PRINT,
        "P": page,
        "T": author,
        "Contents": mark.text,
        "NM": mark.name,
        "M": stamp(date),
        "CreationDate": stamp(date),
        "AP": {"N": _appearance(file, quads, bounds)},
    }
    reference = file.add(highlight)
    note = {
        "Type": LIT("Annot"),
        "Subtype": LIT("Popup"),
        "Rect": _beside(mark.boxes[0], frame),
        "F": _NOTE_FLAGS,
        "P": page,
        "Parent": reference,
        "Open": False,
    }
    highlight["Popup"] = file.add(note)
    return [reference, highlight["Popup"]]


def stamp(date: datetime) -> bytes:
    """A moment as PDF writes it, with its distance from UTC."""
    zone = date.strftime("%z") or "+0000"
    return f"D:{date:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'".encode()


def _appearance(file: PdfFile, quads: Sequence[list[tuple[float, float]]], bounds: list[float]) -> PDFObjRef:
    """The strokes of a marker pen: they colour the page and leave the letters dark."""
    shapes = []
    for top_left, top_right, low_left, low_right in quads:
        corners = (top_left, top_right, low_right, low_left)
        path = " ".join(f"{x:.3f} {y:.3f} {'l' if i else 'm'}" for i, (x, y) in enumerate(corners))
        shapes.append(f"{path} h f")
    color = " ".join(f"{part:g}" for part in _YELLOW)
    content = f"/Marker gs {color} rg\n" + "\n".join(shapes)
    entry = {
        "Type": LIT("XObject"),
        "Subtype": LIT("Form"),
        "BBox": bounds,
        "Resources": {"ExtGState": {"Marker": {"Type": LIT("ExtGState"), "BM": LIT("Multiply")}}},
    }
    return file.add(entry, content.encode())


def _corners(box: Box, frame: Frame) -> list[tuple[float, float]]:
    """Top left, top right, bottom left, bottom right as displayed: the order in which viewers read them."""
    places = ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom))
    return [own(x, y, frame) for x, y in places]


def own(x: float, y: float, frame: Frame) -> tuple[float, float]:
    """A displayed place in the page's own space, y upwards."""
    turns, left, bottom, right, top = frame
    if turns == 0:
        return x + left, top - y
    if turns == 1:
        return y + left, x + bottom
    if turns == 2:
        return right - x, y + bottom
    return right - y, top - x


def _bounds(points: Iterable[tuple[float, float]]) -> list[float]:
    xs, ys = zip(*points, strict=True)
    return [min(xs), min(ys), max(xs), max(ys)]


def _beside(box: Box, frame: Frame) -> list[float]:
    """Where the note opens: at the right side of the page, level with the words."""
    turns, left, bottom, right, top = frame
    width, height = (top - bottom, right - left) if turns % 2 else (right - left, top - bottom)
    x, y = max(0.0, width - _NOTE_WIDTH), max(0.0, min(box.top, height - _NOTE_HEIGHT))
    return _bounds([own(x, y, frame), own(min(x + _NOTE_WIDTH, width), min(y + _NOTE_HEIGHT, height), frame)])
