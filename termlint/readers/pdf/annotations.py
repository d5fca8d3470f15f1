"""Text that is on a page and not in its text: values of form fields, and annotations."""

from __future__ import annotations

import ctypes
import math
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as c

from termlint.readers.pdf.outline import wide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Part
    from termlint.readers.pdf.pdfium import Page, Pdf, Rect

_MOST = 2_000
"""Annotations read of one page."""
_UNREAD = {c.FPDF_ANNOT_LINK, c.FPDF_ANNOT_POPUP, c.FPDF_ANNOT_FILEATTACHMENT, c.FPDF_ANNOT_UNKNOWN}
_TYPED = {c.FPDF_FORMFIELD_TEXTFIELD, c.FPDF_FORMFIELD_COMBOBOX, c.FPDF_FORMFIELD_LISTBOX}
_OWN_AUTHOR = "termlint"
_OWN_NAME = "termlint:"
"""How the names of termlint's own marks begin, whoever signed them."""
_PASSWORD = 1 << 13
"""The flag of a text field whose value is not to be shown."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a field or an annotation says, and where. `author` is the annotation's, as its maker gave it."""

    page: int
    rect: Rect
    text: str
    part: Part
    author: str | None = None


class AnnotationReader:
    """Reads the notes of the pages of one document."""

    def __init__(self, form: Any) -> None:
        self._form = form
        self._fields: set[tuple[str, str]] = set()
        self.marked: set[str] = set()
        """The fingerprints of findings that carry a mark of ours."""

    def of(self, page: Page) -> tuple[Annotation, ...]:
        """The fields and annotations of a page that say something, but for hidden ones and our own.

        A field shown in several places is read once.
        """
        count = c.FPDFPage_GetAnnotCount(page.handle)
        return tuple(self._notes(page, min(count, _MOST))) if count > 0 else ()

    def _notes(self, page: Page, count: int) -> Iterator[Annotation]:
        for index in range(count):
            handle = c.FPDFPage_GetAnnot(page.handle, index)
            if not handle:
                continue
            try:
                note = self._note(page, handle)
            finally:
                c.FPDFPage_CloseAnnot(handle)
            if note and note.text.strip():
                yield note

    def _note(self, page: Page, handle: Any) -> Annotation | None:
        kind = c.FPDFAnnot_GetSubtype(handle)
        if kind in _UNREAD or c.FPDFAnnot_GetFlags(handle) & (
            c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW
        ):
            return None
        if kind == c.FPDF_ANNOT_WIDGET:
            return self._field(page, handle)
        author = _string(handle, b"T")
        name = _string(handle, b"NM")
        if name.startswith(_OWN_NAME):
            self.marked.add(name.removeprefix(_OWN_NAME))
            return None
        if author == _OWN_AUTHOR:
            return None
        part: Part = "textbox" if kind == c.FPDF_ANNOT_FREETEXT else "comment"
        return Annotation(
            page.number, _rect(page, handle), _string(handle, b"Contents"), part, author or None
        )

    def _field(self, page: Page, handle: Any) -> Annotation | None:
        said = self._in_form(handle) if self._form else None
        if said is None:
            said = _outside_form(handle)
        if said is None or said in self._fields:
            return None
        self._fields.add(said)
        return Annotation(page.number, _rect(page, handle), said[1], "textbox")

    def _in_form(self, handle: Any) -> tuple[str, str] | None:
        """The name and the value of a field, empty where it is not to be shown. None: not in the form."""
        kind = c.FPDFAnnot_GetFormFieldType(self._form, handle)
        if kind in (-1, c.FPDF_FORMFIELD_UNKNOWN):
            return None
        name = wide(_asking(c.FPDFAnnot_GetFormFieldName, self._form, handle))
        if kind not in _TYPED or c.FPDFAnnot_GetFormFieldFlags(self._form, handle) & _PASSWORD:
            return name, ""
        return name, wide(_asking(c.FPDFAnnot_GetFormFieldValue, self._form, handle))


def _outside_form(handle: Any) -> tuple[str, str] | None:
    """The same of a field that the form does not name, as in files put together: it still shows."""
    flags = ctypes.c_float()
    c.FPDFAnnot_GetNumberValue(handle, b"Ff", ctypes.byref(flags))
    shown = math.isfinite(flags.value) and not int(flags.value) & _PASSWORD
    if not shown or _string(handle, b"FT") not in ("Tx", "Ch"):
        return None
    return _string(handle, b"T"), _string(handle, b"V")


def _rect(page: Page, handle: Any) -> Rect:
    rect = c.FS_RECTF()
    c.FPDFAnnot_GetRect(handle, ctypes.byref(rect))
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    return page.displayed(left, bottom, right, top)


def _string(handle: Any, key: bytes) -> str:
    return wide(_asking(c.FPDFAnnot_GetStringValue, handle, key))


def _asking(function: Any, *arguments: Any) -> Any:
    """One of PDFium's questions as `wide` asks it: with a buffer of UTF-16 units and its size in bytes."""

    def ask(buffer: Any, size: int) -> int:
        units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if buffer else None
        return int(function(*arguments, units, size))

    return ask


@contextmanager
def annotation_reader(pdf: Pdf) -> Iterator[AnnotationReader]:
    """The reader of a document's notes; PDFium's form environment lives as long."""
    if c.FPDF_GetFormType(pdf.handle) == c.FORMTYPE_NONE:
        yield AnnotationReader(None)
        return
    information = c.FPDF_FORMFILLINFO(version=2)
    form = c.FPDFDOC_InitFormFillEnvironment(pdf.handle, ctypes.byref(information))
    try:
        yield AnnotationReader(form)
    finally:
        if form:
            c.FPDFDOC_ExitFormFillEnvironment(form)


def is_xfa(pdf: Pdf) -> bool:
    """Whether the document is an XFA form, whose pages are drawn by a program we do not run."""
    return bool(c.FPDF_GetFormType(pdf.handle) == c.FORMTYPE_XFA_FULL)
