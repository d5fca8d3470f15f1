"""What damaged documents brought to light, each with the smallest document that shows it."""

from __future__ import annotations

import re
import signal
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from termlint import engine, rulebook
from termlint.errors import RuleError
from termlint.readers import READERS, ReadOptions
from termlint.writers import WRITERS, WriteOptions
from tests.builders.docx import footnote, p, word, xml
from tests.builders.pdf import field, lines, page, pdf
from tests.builders.pdf_raw import misplaced_xref, raw_pdf
from tests.fuzz.damage_docx import packed as packed_zip
from tests.fuzz.damage_docx import unpacked
from tests.language import found, offers
from tests.rulebook.packs import changed, pack
from tests.writers import marked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from termlint.model import Document
    from termlint.writers import WriteResult

pytestmark = pytest.mark.slow

USE = "Zij wil naar het hoger onderwijs in Utrecht."
SHOWN = f"BT /F1 11 Tf 72 700 Td ({USE}) Tj ET"


def read(data: bytes, suffix: str) -> Document:
    return READERS[suffix](data, lambda text: True, ReadOptions())


def texts(data: bytes, suffix: str) -> list[str]:
    return [block.text for block in read(data, suffix).blocks]


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def fixed(data: bytes, suffix: str) -> WriteResult:
    document, result = engine.examine("x", data, suffix, rulebook.load())
    return WRITERS[document.format](
        data, document, result.findings, WriteOptions(date=datetime(2026, 1, 2, tzinfo=UTC))
    )


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail what takes longer: a test of a hang must end."""

    def late(*_: object) -> None:
        pytest.fail(f"not done in {seconds} s")

    if not hasattr(signal, "SIGALRM"):
        pytest.skip("this system has no alarm")
    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


# --- fix -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("round_", [["10 0 R"], ["11 0 R", "10 0 R"]], ids=["itself", "two of them"])
def test_fix_of_a_pdf_with_an_object_that_refers_to_itself_ends(round_: list[str]) -> None:
    """pdfminer follows such references for ever."""
    data = raw_pdf(SHOWN, objects=round_).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 10 0 R")
    with within(10):
        written = fixed(data, ".pdf")
    assert [deed.done for deed in written.records] == ["commented"]


def test_words_around_an_xml_comment_stay_as_they_are() -> None:
    """Struck out, they stood there twice."""
    data = word(p(xml("<w:r><w:t>het hoger<!-- x --> onderwijs</w:t></w:r>")))
    written = marked.fixed(data, {"hoger onderwijs": "hbo en wo"})
    assert [deed.done for deed in written.records] == ["commented"]
    assert marked.rejected(written.data) == marked.accepted(written.data) == marked.accepted(data)


def test_words_drawn_larger_than_any_number_have_no_angle() -> None:
    """PDFium gives what is no number."""
    grown = "9999 0 0 9999 0 0 cm " * 20 + f"0 0 0 0 0 0 cm BT /F1 11 Tf ({USE}) Tj ET"
    assert any(USE in text for text in texts(raw_pdf(f"q {SHOWN} Q {grown}"), ".pdf"))


# --- words that were missed ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<w:p><w:r><w:t><w:t>{USE}</w:t></w:t></w:r></w:p>", id="text in text"),
        pytest.param(f"<w:p><w:t><w:t>{USE}</w:t></w:t></w:p>", id="text in text outside a run"),
        pytest.param(f"<w:t><w:p><w:r><w:t>{USE}</w:t></w:r></w:p></w:t>", id="a paragraph in text"),
        pytest.param(
            f"<w:p><w:r><w:t><w:p><w:r><w:t>{USE}</w:t></w:r></w:p></w:t></w:r></w:p>", id="in a run"
        ),
        pytest.param(
            "<w:p><w:r><w:t>Zij wil naar het hoger<!-- x --> onderwijs<?x y?> in Utrecht.</w:t></w:r></w:p>",
            id="a comment in text",
        ),
    ],
)
def test_text_in_a_place_where_none_belongs_is_read(body: str) -> None:
    assert texts(word(xml(body)), ".docx") == [USE]


def test_a_relationship_in_a_relationship_counts() -> None:
    parts = unpacked(word(p("Zie de noot", footnote(USE), "."), header=["Nota"]))
    rels = parts["word/_rels/document.xml.rels"]
    note = re.search(rb'<Relationship [^>]*footnotes.xml"/>', rels)
    assert note
    nested = rels.replace(note[0], b"").replace(
        b'header101.xml"/>', b'header101.xml">' + note[0] + b"</Relationship>"
    )
    assert nested.count(b"</Relationship>") == 1
    assert USE in texts(packed_zip({**parts, "word/_rels/document.xml.rels": nested}), ".docx")


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        pytest.param(
            '"Een "mbo-leerling" leert.";x', ['Een "mbo-leerling" leert.', "x"], id="a quote not doubled"
        ),
        pytest.param('"een"jaar";x', ['een"jaar', "x"], id="one inside"),
        pytest.param('"een" ;"twee"', ["een", "twee"], id="a space behind the quotes"),
        pytest.param('"";"a ""b"" c";"d', ['a "b" c', "d"], id="empty, doubled, and never closed"),
    ],
)
def test_a_quote_in_a_cell_costs_no_letter(row: str, cells: list[str]) -> None:
    """The letter behind it was lost: of mbo-leerling, bo-leerling was left."""
    assert texts(row.encode(), ".csv") == cells


def test_a_field_that_the_form_does_not_name_is_read() -> None:
    """Programs that put PDFs together lose the form; its fields still show."""
    data = pdf(page(lines("Een formulier."), field("wens", USE)))
    lost = data.replace(b"/AcroForm", b"/AcroLost")
    assert lost != data
    assert texts(lost, ".pdf") == texts(data, ".pdf") == ["Een formulier.", USE]


@pytest.mark.parametrize("ours", [b"/Ff 8192 /FT /Tx", b"/Ff 0 /FT /Btn"], ids=["a password", "a button"])
def test_but_not_one_that_shows_no_words(ours: bytes) -> None:
    data = pdf(page(lines("Een formulier."), field("wens", USE))).replace(b"/AcroForm", b"/AcroLost")
    assert texts(re.sub(rb"/FT /Tx\s+/Ff 0", ours, data), ".pdf") == ["Een formulier."]


# --- rules ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("message", ["‘{matc}’ kan anders.", "Een } te veel.", "{match", "{match!r}", "{0}"])
def test_a_message_with_other_braces_is_a_mistake_in_its_rule(tmp_path: Path, message: str) -> None:
    """Such a rule loaded, and then failed every document that it found something in."""
    with pytest.raises(RuleError) as raised:
        rulebook.load([pack(tmp_path, changed(("‘{match}’ is een proef.", message)))])
    assert (raised.value.code, raised.value.line) == ("rule-message-braces", 4)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        pytest.param("Studenten die opstroomden.", "doorstroomden", id="past, plural"),
        pytest.param("De student die afstroomde.", "doorstroomde", id="past"),
        pytest.param("Zij stroomden snel op naar het hbo.", "stroomden snel door", id="parted"),
    ],
)
def test_a_verb_in_the_past_is_replaced(text: str, offered: str) -> None:
    """Unparted it was offered itself."""
    assert offers(text, rulebook.load())[0] == offered


@pytest.mark.parametrize("joint", ["danwel", "t/m"])
def test_a_hyphen_at_a_line_end_hangs_before_every_joining_word(joint: str) -> None:
    words = f"midden-\n{joint} hoogopgeleiden"
    assert [place for _, place in found(f"Daar wonen {words} samen.", rulebook.load())] == [words]


# --- damage that PDFium keeps to itself ------------------------------------------------------------


def packed(content: str, spoil: slice = slice(0), *, cut: bool = False) -> bytes:
    """A page whose stream has zeros at `spoil`, or a line end for the last byte of its check sum."""
    data = bytearray(raw_pdf(content))
    start = data.index(b"stream\n") + 7
    end = data.index(b"\nendstream", start)
    inside = data[start:end]
    inside[spoil] = bytes(len(inside[spoil]))
    data[start:end] = inside[:-1] + b"\r" if cut else inside
    return bytes(data)


LONG = " ".join(
    f"BT /F1 11 Tf 72 {800 - n} Td (Regel {n * n * 7919} en {USE}) Tj ET" for n in range(0, 600, 12)
)


def test_a_page_that_can_be_read_in_part_only_is_no_clean_page() -> None:
    document = read(packed(LONG, slice(400, 420)), ".pdf")
    assert (document.status, codes(document)) == ("partial", ["pdf-stream-damaged"])


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(packed(LONG), id="whole"),
        pytest.param(packed(LONG, cut=True), id="with half a check sum, as well-known programs write"),
        pytest.param(pdf(page(lines(USE)), password=""), id="encrypted"),
        pytest.param(pdf(page(lines(USE))), id="in ASCII 85"),
    ],
)
def test_a_sound_page_gives_no_notice(data: bytes) -> None:
    document = read(data, ".pdf")
    assert (document.status, codes(document)) == ("checked", [])


def test_damage_in_a_picture_or_a_font_takes_no_words() -> None:
    stream = zlib.compress(bytes(range(256)) * 20)[:-60]
    shown = "<< /Subtype /Image /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
    data = raw_pdf(SHOWN, objects=[shown % (len(stream), stream.decode("latin-1"))])
    assert codes(read(data, ".pdf")) == []
    assert codes(read(data.replace(b"/Subtype /Image", b"/Subtype /Forms"), ".pdf")) == ["pdf-stream-damaged"]


def test_a_pdf_that_had_to_be_repaired_says_so() -> None:
    document = read(misplaced_xref(pdf(page(lines(USE)))), ".pdf")
    assert (document.status, codes(document)) == ("checked", ["pdf-repaired"])
