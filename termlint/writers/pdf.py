"""Highlights with notes in a PDF: the pages keep their content, the file its bytes, the marks come behind.

A file whose tables are broken is written anew by PDFium first, which repairs what it can. Every copy is
read again before it is handed over: the same text on each page, and the marks on it.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as c

from termlint.errors import WriteError
from termlint.model import Notice
from termlint.readers.pdf.outline import wide
from termlint.readers.pdf.pdfium import opened
from termlint.readers.pdf.soundness import written_anew
from termlint.writers.base import FixRecord, WriteOptions, WriteResult
from termlint.writers.comment_text import comment_text
from termlint.writers.pdf_highlights import NAME, Highlight, add_highlight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from termlint.model import Document, Finding
    from termlint.readers.pdf.pdfium import Page
    from termlint.writers.pdf_highlights import Frame

_Marks = dict[int, list[Highlight]]
"""By page number."""


@dataclass(frozen=True, slots=True)
class _PageFacts:
    """A page as it is: how it is shown, what it says, and the names of its annotations."""

    frame: Frame
    text: str
    names: tuple[str, ...]


def write(data: bytes, document: Document, findings: Sequence[Finding], options: WriteOptions) -> WriteResult:  # noqa: ARG001
    """The copy with a highlight and a note for each finding, in every mode.

    Raises WriteError for a file that cannot be added to, even after repair.
    """
    numbers = {box.page for finding in findings for box in finding.location.boxes}
    facts = _facts(data, numbers, options.password)
    marks: _Marks = defaultdict(list)
    records = [_decide(finding, facts, marks, options) for finding in findings]
    if not marks:
        return WriteResult(data, tuple(records))
    copy, signed = _marked(data, facts, marks, options)
    notices = (Notice("fix-pdf-signed"),) if signed else ()
    return WriteResult(copy, tuple(records), notices, signed)


def _facts(data: bytes, numbers: Iterable[int], password: str | None) -> dict[int, _PageFacts]:
    with opened(data, password) as pdf:
        pages = ((number, pdf.page(number)) for number in sorted(numbers))
        return {number: _PageFacts(page.frame, page.text, _names(page)) for number, page in pages if page}


def _names(page: Page) -> tuple[str, ...]:
    """The name of each annotation of a page, empty for one without."""
    found = []
    for index in range(c.FPDFPage_GetAnnotCount(page.handle)):
        handle = c.FPDFPage_GetAnnot(page.handle, index)
        found.append(_name(handle))
        if handle:
            c.FPDFPage_CloseAnnot(handle)
    return tuple(found)


def _name(handle: Any) -> str:
    def ask(buffer: Any, size: int) -> int:
        units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)) if buffer else None
        return int(c.FPDFAnnot_GetStringValue(handle, b"NM", units, size))

    return wide(ask) if handle else ""


def _decide(
    finding: Finding, facts: dict[int, _PageFacts], marks: _Marks, options: WriteOptions
) -> FixRecord:
    """What becomes of a finding; what is to be written goes into `marks`."""
    boxes = [box for box in finding.location.boxes if box.page in facts]
    if not boxes:
        return FixRecord(finding, "impossible", "fix-no-place")
    name = NAME + finding.fingerprint
    if any(name in facts[box.page].names for box in boxes):
        return FixRecord(finding, "present")
    text = "\n\n".join(comment_text(finding, options))
    for number in dict.fromkeys(box.page for box in boxes):
        marks[number].append(Highlight(name, text, tuple(box for box in boxes if box.page == number)))
    return FixRecord(finding, "commented")


# --- writing --------------------------------------------------------------------------------------


def _marked(
    data: bytes, facts: dict[int, _PageFacts], marks: _Marks, options: WriteOptions
) -> tuple[bytes, bool]:
    """The marked file, and whether it says that it is signed: added to as it is, or else once repaired."""
    for repair in (False, True):
        base = _repaired(data, options.password) if repair else data
        found = _added(base, facts, marks, options) if base else None
        if found and _is_sound(found[0], facts, marks, options.password):
            return found
    raise WriteError("fix-pdf-damaged")


def _added(
    data: bytes, facts: dict[int, _PageFacts], marks: _Marks, options: WriteOptions
) -> tuple[bytes, bool] | None:
    """None when the file's structure does not allow it."""
    from termlint.writers.pdf_file import PdfFile  # pdfminer: only for a file that is written

    try:
        file = PdfFile(data, options.password)
        for number, new in sorted(marks.items()):
            own = file.pages[number - 1]
            page = file.reference(own)
            made = [
                each
                for mark in new
                for each in add_highlight(file, mark, page, facts[number].frame, options.author, options.date)
            ]
            file.annotate(own, made)
        return file.saved(), file.is_signed
    except Exception:  # pdfminer raises whatever it likes on broken files: those are repaired, or refused
        return None


def _is_sound(data: bytes, before: dict[int, _PageFacts], marks: _Marks, password: str | None) -> bool:
    """Whether every marked page says what it said, and has its marks behind the annotations that it had."""
    after = _facts(data, marks, password)
    return all(
        number in after
        and after[number].text == before[number].text
        and after[number].frame == before[number].frame
        and {mark.name for mark in new} <= set(after[number].names)
        and after[number].names[: len(before[number].names)] == before[number].names
        for number, new in marks.items()
    )


def _repaired(data: bytes, password: str | None) -> bytes:
    """The document as PDFium saves it, whole; empty when it cannot."""
    with opened(data, password) as pdf:
        return written_anew(pdf, c.FPDF_NO_INCREMENTAL)
