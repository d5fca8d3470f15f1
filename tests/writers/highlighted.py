"""PDFs with findings, marked, and what then stands in them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as c

from termlint.engine import Options, examine
from termlint.readers import ReadOptions
from termlint.readers.pdf.pdfium import opened
from termlint.rulebook import load
from termlint.writers import WRITERS, RuleText, WriteOptions, WriteResult
from tests.builders.pdf import HEIGHT, columns, cropped, field, line, note, page, pdf, turned

if TYPE_CHECKING:
    from termlint.model import Finding


WORDS = "De mbo-leerling gaat naar het hoger onderwijs"


TEXT = "De gemeente Utrecht zoekt hoogopgeleide mensen uit het hoger onderwijs in de hele stad. " * 6


DATE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


DOCUMENTS = {
    "two columns": pdf(page(columns(TEXT, 2))),
    "turned": pdf(page(turned(90), line(WORDS, 40, HEIGHT - 100, turn=90))),
    "upside down": pdf(page(turned(180), line(WORDS, 400, HEIGHT - 300, turn=180))),
    "cropped": pdf(page(cropped(50, 60, 560, 600), columns(TEXT, 2))),
    "encrypted": pdf(page(columns(TEXT, 2)), password=""),
    "noted": pdf(page(columns(TEXT, 2), note("een mooie noot"), field("naam", "hoger onderwijs"))),
    "two pages": pdf(page(columns(TEXT, 1)), page(columns(TEXT, 3))),
}


RULES = load()


def found(data: bytes, password: str | None = None) -> tuple[Any, list[Finding]]:
    document, result = examine(
        "a.pdf", data, ".pdf", RULES, Options(read=ReadOptions(password=password), screened=False)
    )
    return document, [finding for finding in result.findings if finding.status != "exempt"]


def options(**values: Any) -> WriteOptions:
    rules = {rule.id: RuleText(rule.why, "Bron van de regel") for rule in RULES.rules}
    return WriteOptions(**{"date": DATE, "rules": rules, **values})


def marked(data: bytes, password: str | None = None, **values: Any) -> WriteResult:
    return WRITERS["pdf"](data, *found(data, password), options(password=password, **values))


def done(written: WriteResult) -> set[str]:
    return {deed.done for deed in written.records}


def annotations(data: bytes, kind: int = c.FPDF_ANNOT_HIGHLIGHT) -> list[tuple[Any, dict[str, str]]]:
    """The annotations of a kind on page 1: their rectangle, and what they say."""
    document = pypdfium2.PdfDocument(data)
    here = document[0]
    made = []
    for index in range(c.FPDFPage_GetAnnotCount(here)):
        handle = c.FPDFPage_GetAnnot(here, index)
        if c.FPDFAnnot_GetSubtype(handle) == kind:
            made.append((index, {key: _string(handle, key) for key in ("T", "Contents", "NM", "M")}))
        c.FPDFPage_CloseAnnot(handle)
    here.close()
    document.close()
    return made


def _string(handle: Any, key: str) -> str:
    import ctypes

    size = c.FPDFAnnot_GetStringValue(handle, key.encode(), None, 0)
    buffer = ctypes.create_string_buffer(size)
    c.FPDFAnnot_GetStringValue(
        handle, key.encode(), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
    )
    return buffer.raw[: size - 2].decode("utf-16-le")


def text_of(data: bytes, password: str | None = None) -> list[str]:
    with opened(data, password) as document:
        pages = (document.page(number + 1) for number in range(document.page_count))
        return [each.text for each in pages if each]
