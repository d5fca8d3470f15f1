"""Highlights in a PDF: on the words, with a note, and nothing else about the file changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as c
import pytest

from termlint.errors import WriteError
from termlint.readers.pdf.annotations import annotation_reader
from termlint.readers.pdf.pdfium import opened
from termlint.writers import WRITERS, FixRecord, WriteResult
from termlint.writers.pdf_highlights import own
from tests.builders.pdf import columns, line, page, pdf
from tests.builders.pdf_drawn import picture
from tests.builders.pdf_raw import misplaced_xref, raw_pdf
from tests.writers.highlighted import DOCUMENTS, TEXT, annotations, done, found, marked, options, text_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


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
