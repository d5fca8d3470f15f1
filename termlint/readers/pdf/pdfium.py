"""The edge to PDFium: documents, pages, characters and their boxes.

Everything is asked through PDFium's raw functions: the helper objects of pypdfium2 cost more than the
answers. Coordinates leave this module as displayed: points from the top left of the CropBox, the page's
rotation applied.
"""

from __future__ import annotations

import ctypes
import math
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as c

from termlint.errors import ReadError
from termlint.readers.base import Vocabulary
from termlint.readers.pdf.characters import text_of
from termlint.readers.pdf.fonts import NO_FONT, Font, is_bold
from termlint.readers.pdf.matrix import multiply, transform
from termlint.readers.pdf.ocr import restorer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.readers.pdf.matrix import Matrix

_KEPT_OPEN = 2
"""Pages held open behind the current one: PDFium forgets a font with the last page that uses it, and loading
it again for each page costs a sixth of all time."""
_FAR = 1e9
"""Further from a page than anything drawn: PDFium's numbers may be infinite, or none at all."""
_ASCENT, _DESCENT = 0.93, -0.22
"""Above and below the base line, in ems, where a font does not say."""


class Rect(NamedTuple):
    """A rectangle as displayed, in points; `top` < `bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float


class Pdf:
    """An open document. Pages are numbered from 1."""

    def __init__(self, handle: Any, vocabulary: Vocabulary) -> None:
        self.handle = handle
        self.vocabulary = vocabulary
        self.page_count: int = c.FPDF_GetPageCount(handle)
        self._open: deque[Page] = deque()

    def page(self, number: int) -> Page | None:
        """Page `number`, open until `_KEPT_OPEN` others were asked for; None when it cannot be loaded."""
        handle = c.FPDF_LoadPage(self.handle, number - 1)
        if not handle:
            return None
        page = Page(handle, number, self.vocabulary)
        self._open.append(page)
        if len(self._open) > _KEPT_OPEN:
            self._open.popleft().close()
        return page

    @property
    def has_sound_tables(self) -> bool:
        """Whether the file's table of objects was right; else PDFium gathered the objects that it saw."""
        return bool(c.FPDF_DocumentHasValidCrossReferenceTable(self.handle))

    def close(self) -> None:
        """Close the pages still open, then the document."""
        while self._open:
            self._open.popleft().close()
        c.FPDF_CloseDocument(self.handle)


class Page:
    """One page with its text. A character is named by its index in `text`.

    `frame` holds the quarter turns clockwise in which the page is shown, and left, bottom, right and top of
    its visible part in its own space.
    """

    def __init__(self, handle: Any, number: int, vocabulary: Vocabulary) -> None:
        self.handle = handle
        self.number = number
        self.vocabulary = vocabulary
        self._text_page = c.FPDFText_LoadPage(handle)
        self.text = text_of(self._text_page)
        self._rect = c.FS_RECTF()
        self._rect_ref = ctypes.byref(self._rect)
        self.frame = _frame(handle)
        self._fonts: dict[int, Font] = {}
        self._asked: tuple[int, Font] = (-1, NO_FONT)
        self._sound = (0.0, 0.0)
        if self._is_over_picture():
            self.text = restorer(vocabulary.words()).read_through(self.text)

    def _is_over_picture(self) -> bool:
        """Whether the text is not shown: it lies over the picture of a page, as software read it there."""
        item = c.FPDFText_GetTextObject(self._text_page, 0) if self.text else None
        return bool(item and c.FPDFTextObj_GetTextRenderMode(item) == c.FPDF_TEXTRENDERMODE_INVISIBLE)

    def close(self) -> None:
        """Give the page's memory back."""
        if self._text_page:
            c.FPDFText_ClosePage(self._text_page)
        c.FPDF_ClosePage(self.handle)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as displayed."""
        turns, left, bottom, right, top = self.frame
        width, height = right - left, top - bottom
        return (height, width) if turns % 2 else (width, height)

    def box(self, index: int) -> Rect:
        """The box of a character over the full height of its font."""
        rect = self._rect
        if not c.FPDFText_GetLooseCharBox(self._text_page, index, self._rect_ref):
            return Rect(0.0, 0.0, 0.0, 0.0)
        x0, y0, x1, y1 = rect.left, rect.bottom, rect.right, rect.top
        if not -_FAR < x0 + y0 + x1 + y1 < _FAR:
            return Rect(0.0, 0.0, 0.0, 0.0)
        turns, left, _, _, top = self.frame
        return self.displayed(x0, y0, x1, y1) if turns else Rect(x0 - left, top - y1, x1 - left, top - y0)

    def tall(self, index: int) -> Rect:
        """The box of a character; where its font does not say how tall it is, by size and base line."""
        rect = self.box(index)
        if (rect.top, rect.bottom) == self._sound:
            return rect  # on the line of the one before and as tall: asking of its font would cost twice this
        if self._font(index).unmeasured:
            return self._by_size(index, rect)
        self._sound = rect.top, rect.bottom
        return rect

    def _by_size(self, index: int, rect: Rect) -> Rect:
        size = self._size(index)
        if not size:
            return rect
        x, y = ctypes.c_double(), ctypes.c_double()
        c.FPDFText_GetCharOrigin(self._text_page, index, ctypes.byref(x), ctypes.byref(y))
        if not -_FAR < x.value + y.value < _FAR:
            return rect
        line = self.displayed(x.value, y.value + _DESCENT * size, x.value, y.value + _ASCENT * size)
        if self.frame[0] % 2:
            return Rect(line.x0, rect.top, line.x1, rect.bottom)
        return Rect(rect.x0, line.top, rect.x1, line.bottom)

    def _size(self, index: int) -> float:
        """The size of a character's font in points; 0 where its line is not level on the page."""
        matrix = c.FS_MATRIX()
        if not c.FPDFText_GetMatrix(self._text_page, index, ctypes.byref(matrix)) or abs(matrix.b) > 0.01:
            return 0.0
        size = float(c.FPDFText_GetFontSize(self._text_page, index) * abs(matrix.d))
        return size if size < _FAR else 0.0

    def span(self, start: int, end: int) -> Rect:
        """The box around the first and the last character of `text[start:end]`: that of a word."""
        first = self.tall(start)
        if end - start == 1:
            return first
        last = self.box(end - 1)
        if first.x0 <= last.x0 and first.top <= last.bottom and last.top <= first.bottom:
            return Rect(first.x0, first.top, max(first.x1, last.x1), first.bottom)
        return Rect(
            min(first.x0, last.x0),
            min(first.top, last.top),
            max(first.x1, last.x1),
            max(first.bottom, last.bottom),
        )

    def displayed(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """A rectangle of the page's own space (y upwards) as displayed."""
        turns, left, bottom, right, top = self.frame
        if turns == 0:
            return Rect(x0 - left, top - y1, x1 - left, top - y0)
        if turns == 1:
            return Rect(y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        if turns == 2:
            return Rect(right - x1, y0 - bottom, right - x0, y1 - bottom)
        return Rect(top - y1, right - x1, top - y0, right - x0)

    def angle(self, index: int) -> int:
        """Direction of a character's line as displayed, in whole degrees clockwise (0: upright)."""
        radians = c.FPDFText_GetCharAngle(self._text_page, index)
        if not 0 <= radians < _FAR:
            return 0
        return round(math.degrees(radians) + 90 * self.frame[0]) % 360

    def bold(self, index: int) -> bool:
        """Whether a character is set in a bold font, by the font's name or its weight."""
        return self._font(index).bold

    def _font(self, index: int) -> Font:
        if self._asked[0] != index:
            self._asked = (index, self._look_up_font(index))
        return self._asked[1]

    def _look_up_font(self, index: int) -> Font:
        item = c.FPDFText_GetTextObject(self._text_page, index)
        font = c.FPDFTextObj_GetFont(item) if item else None
        if not font:
            return NO_FONT
        address = ctypes.addressof(font.contents)
        facts = self._fonts.get(address)
        if facts is None:
            facts = self._fonts[address] = Font(is_bold(font), self._is_unmeasured(font, index))
        return facts

    def _is_unmeasured(self, font: Any, index: int) -> bool:
        """Whether a font says no sane height, or a character's box has another: that of its ink."""
        size = self._size(index)
        if not size:
            return False
        ascent, descent = ctypes.c_float(), ctypes.c_float()
        c.FPDFFont_GetAscent(font, 1000.0, ctypes.byref(ascent))
        c.FPDFFont_GetDescent(font, 1000.0, ctypes.byref(descent))
        expected = (ascent.value - descent.value) * size / 1000
        rect = self.box(index)
        shown = rect.x1 - rect.x0 if self.frame[0] % 2 else rect.bottom - rect.top
        sane = 0.75 * size <= expected <= 2.5 * size and descent.value < 0
        return not sane or abs(shown - expected) > 0.02 * expected

    def drawn_space(self, index: int) -> bool:
        """Whether the file itself has a space here; PDFium adds others where words stand apart."""
        return not c.FPDFText_IsGenerated(self._text_page, index)

    def drawings(self) -> Iterator[tuple[int, Rect, Any]]:
        """What is drawn besides text: PDFium's object type, box, and handle; also inside form objects."""
        count = c.FPDFPage_CountObjects(self.handle)
        identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        for i in range(count):
            yield from self._drawn(c.FPDFPage_GetObject(self.handle, i), identity, 0)

    def _drawn(self, item: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Rect, Any]]:
        kind = c.FPDFPageObj_GetType(item)
        if kind == c.FPDF_PAGEOBJ_FORM and depth < 4:
            own = c.FS_MATRIX()
            c.FPDFPageObj_GetMatrix(item, ctypes.byref(own))
            inner = multiply((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
            for i in range(c.FPDFFormObj_CountObjects(item)):
                yield from self._drawn(c.FPDFFormObj_GetObject(item, i), inner, depth + 1)
        elif kind in (c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING):
            sides = [ctypes.c_float() for _ in range(4)]
            if c.FPDFPageObj_GetBounds(item, *(ctypes.byref(side) for side in sides)):
                yield kind, self.displayed(*transform(matrix, *(side.value for side in sides))), item


def _frame(handle: Any) -> tuple[int, float, float, float, float]:
    box = c.FS_RECTF()
    c.FPDF_GetPageBoundingBox(handle, ctypes.byref(box))
    return c.FPDFPage_GetRotation(handle) % 4, box.left, box.bottom, box.right, box.top


@contextmanager
def opened(data: bytes, password: str | None, vocabulary: Vocabulary | None = None) -> Iterator[Pdf]:
    """The document in `data`; PDFium repairs what it can.

    Raises ReadError: pdf-password-needed, pdf-password-wrong, pdf-security, pdf-damaged, pdf-no-pages.
    """
    handle = c.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle and c.FPDF_GetLastError() == c.FPDF_ERR_PASSWORD and password:
        handle = _with_password(data, password)
    if not handle:
        raise _refusal(c.FPDF_GetLastError(), tried=bool(password))
    pdf = Pdf(handle, vocabulary or Vocabulary())
    try:
        if pdf.page_count <= 0:
            raise ReadError("pdf-no-pages")
        yield pdf
    finally:
        pdf.close()


def _with_password(data: bytes, password: str) -> Any:
    """PDF 2.0 takes UTF-8, older encryption Latin-1."""
    handle = None
    for encoding in ("utf-8", "latin-1"):
        if not handle:
            handle = c.FPDF_LoadMemDocument64(data, len(data), password.encode(encoding, "replace"))
    return handle


def _refusal(error: int, *, tried: bool) -> ReadError:
    if error == c.FPDF_ERR_PASSWORD:
        return ReadError("pdf-password-wrong" if tried else "pdf-password-needed")
    return ReadError("pdf-security" if error == c.FPDF_ERR_SECURITY else "pdf-damaged")
