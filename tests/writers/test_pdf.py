"""Highlights in a PDF: on the words, with a note, and nothing else about the file changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as c
import pytest

from termlint.engine import Options, examine
from termlint.errors import WriteError
from termlint.readers import ReadOptions
from termlint.readers.pdf.annotations import annotation_reader
from termlint.readers.pdf.pdfium import opened
from termlint.rulebook import load
from termlint.writers import WRITERS, FixRecord, RuleText, WriteOptions, WriteResult
from termlint.writers.pdf_highlights import own
from tests.builders.pdf import (
    HEIGHT,
    columns,
    cropped,
    field,
    line,
    misplaced_xref,
    note,
    page,
    pdf,
    picture,
    raw_pdf,
    turned,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from termlint.model import Box, Finding

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


@pytest.mark.parametrize("data", DOCUMENTS.values(), ids=list(DOCUMENTS))
class TestEveryDocument:
    def test_all_findings_are_commented_and_the_file_stays_as_it_was(self, data: bytes) -> None:
        written = marked(data)
        assert len(written.records) >= 1
        assert done(written) == {"commented"}
        assert written.data.startswith(data)
        assert text_of(written.data) == text_of(data)

    def test_a_second_run_adds_nothing(self, data: bytes) -> None:
        once = marked(data).data
        again = marked(once)
        assert again.data == once
        assert done(again) == {"present"}

    def test_what_we_wrote_is_not_read(self, data: bytes) -> None:
        before = found(data)[1]
        for author in ("termlint", "Els de Vries"):
            after = found(marked(data, author=author).data)[1]
            assert [f.fingerprint for f in after] == [f.fingerprint for f in before]
            assert [f.location.boxes for f in after] == [f.location.boxes for f in before]

    def test_the_same_run_gives_the_same_bytes(self, data: bytes) -> None:
        assert marked(data).data == marked(data).data

    def test_the_colour_is_on_the_words_and_nowhere_else(self, data: bytes) -> None:
        """Rendered before and after: changes lie in the boxes, which are coloured; letters stay dark."""
        boxes = [box for finding in found(data)[1] for box in finding.location.boxes if box.page == 1]
        before, after = _picture(data), _picture(marked(data).data)
        assert before.size == after.size
        for box in boxes:
            assert _share(after, box, _is_marker) > 0.5, box
            assert _share(after, box, _is_dark) == pytest.approx(_share(before, box, _is_dark), abs=0.03)
        outside = after.copy()
        for box in boxes:
            outside.paste(before.crop(_pixels(box, 1)), _pixels(box, 1)[:2])
        assert outside.tobytes() == before.tobytes()

    def test_poppler_opens_it_and_reads_the_same(
        self, data: bytes, tmp_path: Path, needs: Callable[[str], str]
    ) -> None:
        tool = needs("pdftotext")
        texts = []
        for name, each in (("voor", data), ("na", marked(data).data)):
            (tmp_path / name).write_bytes(each)
            ran = subprocess.run([tool, tmp_path / name, "-"], capture_output=True, check=True)
            assert ran.stderr == b""
            texts.append(ran.stdout)
        assert texts[0] == texts[1]


SCALE = 2


def _picture(data: bytes) -> Any:
    return pypdfium2.PdfDocument(data)[0].render(scale=SCALE).to_pil().convert("RGB")


def _pixels(box: Box, more: int = 0) -> tuple[int, int, int, int]:
    """The pixels of a box, with `more` around it for its soft edge."""
    return (
        max(0, int(box.x0 * SCALE) - more),
        max(0, int(box.top * SCALE) - more),
        int(box.x1 * SCALE) + 1 + more,
        int(box.bottom * SCALE) + 1 + more,
    )


def _share(image: Any, box: Box, holds: Callable[[tuple[int, int, int]], bool]) -> float:
    part = image.crop(_pixels(box))
    data = part.tobytes()
    pixels = [tuple(data[at : at + 3]) for at in range(0, len(data), 3)]
    return sum(holds(pixel) for pixel in pixels) / len(pixels)  # type: ignore[arg-type]


def _is_marker(pixel: tuple[int, int, int]) -> bool:
    return pixel[0] > 240 and 200 < pixel[1] < 235 and pixel[2] < 120


def _is_dark(pixel: tuple[int, int, int]) -> bool:
    return max(pixel) < 100


class TestTheNote:
    def test_says_message_why_suggestions_source_and_rule(self) -> None:
        data = pdf(page(columns("Wij zoeken iemand uit het hoger onderwijs.", 1)))
        ((_, said),) = annotations(marked(data).data)
        (finding,) = found(data)[1]
        assert said["T"] == "termlint"
        assert said["M"] == "D:20261122093000+00'00'"
        assert said["NM"] == f"termlint:{finding.fingerprint}"
        paragraphs = said["Contents"].split("\n\n")
        assert paragraphs[0] == finding.message == "‘hoger onderwijs’ zet hbo en wo boven het mbo."
        assert "‘hbo en wo’ of ‘vervolgonderwijs’" in said["Contents"]
        assert paragraphs[-2:] == ["Bron: Bron van de regel", "Regel: hoger-onderwijs (termlint)"]

    def test_has_a_pop_up_of_its_own(self) -> None:
        data = marked(DOCUMENTS["two columns"]).data
        popups = annotations(data, c.FPDF_ANNOT_POPUP)
        assert len(popups) == len(annotations(data)) == 12

    def test_crosses_lines_with_a_stroke_for_each(self) -> None:
        data = marked(pdf(page(line("in het hoger", 60, 100), line("onderwijs van nu", 60, 112)))).data
        document = pypdfium2.PdfDocument(data)
        here = document[0]
        handle = c.FPDFPage_GetAnnot(here, 0)
        assert c.FPDFAnnot_CountAttachmentPoints(handle) == 2

    def test_annotations_of_others_stay(self) -> None:
        before = annotations(DOCUMENTS["noted"], c.FPDF_ANNOT_TEXT)
        assert before
        assert annotations(marked(DOCUMENTS["noted"]).data, c.FPDF_ANNOT_TEXT) == before

    def test_is_read_by_no_reader_of_notes(self) -> None:
        with opened(marked(DOCUMENTS["two columns"], author="Els").data, None) as document:
            first = document.page(1)
            assert first
            with annotation_reader(document) as reading:
                assert reading.of(first) == ()


class TestOddFiles:
    def test_a_password(self) -> None:
        data = pdf(page(columns(TEXT, 2)), password="geheim")
        written = marked(data, "geheim")
        assert written.data.startswith(data)
        assert done(written) == {"commented"}
        assert text_of(written.data, "geheim") == text_of(data, "geheim")
        assert b"hoger onderwijs" not in written.data  # the notes are as secret as the text

    def test_a_broken_table_is_repaired(self) -> None:
        data = misplaced_xref(DOCUMENTS["two columns"])
        written = marked(data)
        assert done(written) == {"commented"}
        assert text_of(written.data) == text_of(data)
        assert len(annotations(written.data)) == len(written.records)

    def test_nothing_is_muttered_about_a_broken_table(self, tmp_path: Path, root: Path) -> None:
        """In a process of its own: the test runner catches what programs log."""
        data = DOCUMENTS["two columns"]
        place = data.index(b"0000000", data.index(b"xref") + 30)
        (tmp_path / "a.pdf").write_bytes(data[:place] + b"00x" + data[place + 3 :])
        command = [sys.executable, "-m", "termlint", "fix", tmp_path / "a.pdf"]
        environment = {**os.environ, "PYTHONPATH": str(root)}
        ran = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment, check=False)
        assert (ran.returncode, ran.stderr) == (0, b"")

    def test_a_signed_document_says_so(self) -> None:
        content = "BT /F1 12 Tf 72 700 Td (In het hoger onderwijs) Tj ET"
        data = raw_pdf(content, catalog="/AcroForm << /Fields [] /SigFlags 3 >>")
        written = marked(data)
        assert written.signed
        assert [notice.code for notice in written.notices] == ["fix-pdf-signed"]
        assert not marked(raw_pdf(content)).signed

    def test_a_finding_without_a_place_is_left(self) -> None:
        from dataclasses import replace

        document, (first, *_) = found(DOCUMENTS["two columns"])
        lost = replace(first, location=replace(first.location, boxes=()))
        written = WRITERS["pdf"](DOCUMENTS["two columns"], document, [lost], options())
        assert written == WriteResult(
            DOCUMENTS["two columns"], (FixRecord(lost, "impossible", "fix-no-place"),)
        )

    def test_what_cannot_be_marked_is_an_error_and_no_half_file(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("termlint.writers.pdf_file.PdfFile.annotate", lambda *_: None)
        with pytest.raises(WriteError) as caught:
            marked(DOCUMENTS["two columns"])
        assert caught.value.code == "fix-pdf-damaged"

    def test_pages_without_findings_are_not_touched(self) -> None:
        data = pdf(page(columns("Een schone straat.", 1)), page(columns(TEXT, 1)), page(picture()))
        added = marked(data).data[len(data) :]
        assert len(re.findall(rb"/Type /Page[ >]", added)) == 1


@pytest.mark.parametrize("turns", range(4))
def test_a_displayed_place_is_found_back(turns: int) -> None:
    """`own` is the inverse of `Page.displayed`."""
    from termlint.readers.pdf.pdfium import Page

    frame = (turns, 10.0, 20.0, 500.0, 700.0)
    there = Page.__new__(Page)
    there.frame = frame
    rect = there.displayed(100, 200, 130, 215)
    corners = [own(rect.x0, rect.top, frame), own(rect.x1, rect.bottom, frame)]
    xs, ys = zip(*corners, strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == (100, 200, 130, 215)


def test_real_documents_take_a_mark(corpus: Path) -> None:
    """A mark on the first words of real files: the text stays, a second run adds nothing, few need repair."""
    from tests.writers.pdf_corpus import first_words

    repaired, tried = 0, 0
    for path in sorted(corpus.rglob("*.pdf")):
        data = path.read_bytes()
        finding = first_words(data) if len(data) < 300_000 else None
        if finding is None:
            continue
        written = WRITERS["pdf"](data, found_nothing(), [finding], options())
        assert done(written) == {"commented"}, path
        assert WRITERS["pdf"](written.data, found_nothing(), [finding], options()).data == written.data, path
        tried += 1
        repaired += not written.data.startswith(data)
    assert tried > 50
    assert repaired < tried / 20


def found_nothing() -> Any:
    """The PDF writer goes by the boxes alone."""
    from termlint.model import Document

    return Document("pdf", (), "", 0)
