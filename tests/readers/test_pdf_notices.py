"""What could not be read is said, and what can be opened is opened."""

from __future__ import annotations

import hashlib

import pytest

from termlint.errors import ReadError
from termlint.messages import say
from termlint.readers import ReadOptions
from tests.builders.pdf import columns, field, lines, note, page, pdf
from tests.builders.pdf_drawn import outlines, picture
from tests.builders.pdf_raw import misplaced_xref, raw_pdf
from tests.raised import raised
from tests.readers.pdf_read import LOREM, block_with, read, texts

TEXT = lines(LOREM + "Zij volgden hoger onderwijs.")
SCAN = page(picture())


def codes(data: bytes, **options: object) -> list[tuple[str, int | None]]:
    return [(notice.code, notice.page) for notice in read(data, options=ReadOptions(**options)).notices]  # type: ignore[arg-type]


# --- pages that cannot be read --------------------------------------------------------------------


def test_a_scan_is_a_notice_with_its_page() -> None:
    assert codes(pdf(page(TEXT), SCAN)) == [("scan-without-text", 2)]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(page(picture(), TEXT), id="text over a picture"),
        pytest.param(page(picture(50, 50, 100, 60), TEXT), id="a picture in the text"),
        pytest.param(page(), id="a blank page"),
    ],
)
def test_a_page_that_is_read_or_blank_is_no_scan(items: object) -> None:
    assert codes(pdf(page(TEXT), items)) == []  # type: ignore[arg-type]


def test_a_scan_with_a_stamp_is_a_scan() -> None:
    assert codes(pdf(page(TEXT), page(picture(), lines("Ingekomen 12")))) == [("scan-without-text", 2)]


def test_letters_drawn_as_outlines_have_their_own_notice() -> None:
    assert codes(pdf(page(TEXT), page(outlines()))) == [("outlines-without-text", 2)]


def test_a_text_layer_without_unicode_is_noticed() -> None:
    codes_of = {code: chr(0xE000 + code) for code in range(32, 127)}
    shown = "".join(f"BT /F1 10 Tf 72 {700 - 14 * i} Td ({LOREM[:80]}) Tj ET\n" for i in range(8))
    assert codes(raw_pdf(shown, to_unicode=codes_of)) == [("garbled-text", 1)]
    assert codes(raw_pdf(shown)) == []


@pytest.mark.parametrize(("scans", "status"), [(1, "checked"), (2, "partial")])
def test_partial_from_more_than_a_fifth(scans: int, status: str) -> None:
    pages = [page(TEXT)] * (5 - scans) + [SCAN] * scans
    assert read(pdf(*pages)).status == status


def test_strict_scans_makes_any_scan_partial_and_accepted_ones_none() -> None:
    data = pdf(*[page(TEXT)] * 9, SCAN)
    assert read(data).status == "checked"
    assert read(data, options=ReadOptions(strict_scans=True)).status == "partial"
    accepted = ReadOptions(strict_scans=True, accepted_scans=frozenset({hashlib.sha256(data).hexdigest()}))
    assert read(data, options=accepted).status == "checked"
    assert [notice.code for notice in read(data, options=accepted).notices] == ["scans-accepted"]
    other = ReadOptions(strict_scans=True, accepted_scans=frozenset({"0" * 64}))
    assert read(data, options=other).status == "partial"


def test_a_document_without_text_says_so() -> None:
    assert codes(pdf(page())) == [("pdf-empty", None)]


# --- files that open, or not ----------------------------------------------------------------------


def test_an_empty_user_password_opens() -> None:
    assert block_with(read(pdf(page(TEXT), password="")), "hoger onderwijs")


def test_a_password_is_asked_for_and_tried() -> None:
    data = pdf(page(TEXT), password="geheim")
    with raised(ReadError, "pdf-password-needed"):
        read(data)
    with raised(ReadError, "pdf-password-wrong"):
        read(data, options=ReadOptions(password="fout"))
    assert block_with(read(data, options=ReadOptions(password="geheim")), "hoger onderwijs")


def test_damage_that_can_be_repaired_is_repaired() -> None:
    assert block_with(read(misplaced_xref(pdf(page(TEXT)))), "hoger onderwijs")


@pytest.mark.parametrize(
    "data", [b"", b"geen pdf", b"%PDF-1.7\n", pdf(page(TEXT))[:300]], ids=["empty", "text", "head", "cut"]
)
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with raised(ReadError, "pdf-damaged", "pdf-no-pages"):
        read(data)


@pytest.mark.parametrize(
    "code",
    [
        "pdf-damaged",
        "pdf-no-pages",
        "pdf-password-needed",
        "pdf-password-wrong",
        "pdf-security",
        "pdf-empty",
        "xfa-not-read",
    ],
)
def test_every_message_stands_in_both_languages(code: str) -> None:
    assert say(code, "nl") != say(code, "en")


# --- text that is not in the text -----------------------------------------------------------------


def test_values_of_fields_and_annotations_are_read() -> None:
    document = read(pdf(page(TEXT, field("eis", "Hbo werk- en denkniveau"), note("Liever: mbo-leerling"))))
    assert texts(document, "textbox") == ["Hbo werk- en denkniveau"]
    assert texts(document, "comment") == ["Liever: mbo-leerling"]
    assert "denkniveau" in document.text
    piece = block_with(document, "denkniveau").pieces[0]
    assert (piece.origin.boxes[0].x0, piece.origin.boxes[0].x1) == (72, 372)  # type: ignore[union-attr]


def test_attachments_are_named() -> None:
    embedded = [
        "<< /Type /Filespec /F (begroting.xlsx) /UF (begroting.xlsx) /EF << /F 11 0 R >> >>",
        "<< /Type /EmbeddedFile /Length 3 >>\nstream\nabc\nendstream",
    ]
    data = raw_pdf(
        "BT /F1 10 Tf 72 700 Td (Zie de bijlage bij deze brief.) Tj ET",
        objects=embedded,
        catalog="/Names << /EmbeddedFiles << /Names [(begroting.xlsx) 10 0 R] >> >>",
    )
    document = read(data)
    assert [(n.code, n.params["names"]) for n in document.notices] == [
        ("attachments-not-read", "begroting.xlsx")
    ]


def test_page_labels_are_the_printed_numbers() -> None:
    assert read(pdf(page(TEXT), page(TEXT), labels="roman")).page_labels == ("i", "ii")
    assert read(pdf(page(TEXT), page(TEXT))).page_labels == ()


def test_words_and_pages_are_counted() -> None:
    document = read(pdf(page(lines("een twee drie")), page(columns("vier vijf mbo-\nstudenten", 1))))
    assert (document.words, document.pages, document.format) == (6, 2, "pdf")
