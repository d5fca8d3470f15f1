"""Which Word files are read, which in part, and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.errors import ReadError
from termlint.messages import say
from termlint.readers import READERS, ReadOptions
from tests.builders.docx import (
    dele,
    footnote,
    h,
    ins,
    p,
    table,
    word,
    xml,
    zipped,
)
from tests.raised import raised

if TYPE_CHECKING:
    from termlint.model import Document

pytestmark = pytest.mark.slow


def read(data: bytes, **options: object) -> Document:
    return READERS[".docx"](data, lambda text: True, ReadOptions(**options))  # type: ignore[arg-type]


def texts(data: bytes, **options: object) -> list[tuple[str, str]]:
    return [(block.part, block.text) for block in read(data, **options).blocks]


def test_strict_documents_are_read_like_transitional_ones() -> None:
    nodes = [h(1, "Kop"), p("De ", ins("hoger"), dele("x"), footnote("noot")), table([["cel"]])]
    assert texts(word(*nodes, strict=True)) == texts(word(*nodes))


@pytest.mark.parametrize(
    "kind",
    ["document.macroEnabled", "template", "template.macroEnabledTemplate"],
    ids=["docm", "dotx", "dotm"],
)
def test_macro_files_and_templates_are_read_the_same(kind: str) -> None:
    assert texts(word(p("tekst"), content_type=f"application/vnd.ms-word.{kind}.main+xml")) == [
        ("body", "tekst")
    ]


def test_an_empty_document_says_so() -> None:
    document = read(word(p()))
    assert (document.status, [n.code for n in document.notices]) == ("checked", ["docx-empty"])


def test_a_document_of_pictures_only_is_partial_until_it_is_accepted() -> None:
    import hashlib

    data = word(p(), extra={"word/media/scan.png": b"\x89PNG"})
    document = read(data)
    assert (document.status, [n.code for n in document.notices]) == ("partial", ["docx-pictures-only"])
    accepted = frozenset({hashlib.sha256(data).hexdigest()})
    assert read(data, accepted_scans=accepted).status == "checked"


def test_a_document_drawn_in_from_elsewhere_is_a_notice() -> None:
    document = read(word(p("tekst"), xml('<w:altChunk r:id="rId9"/>')))
    assert (document.status, [n.code for n in document.notices]) == ("partial", ["docx-embedded-document"])


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "docx-empty-file", id="empty"),
        pytest.param(bytes(4096), "docx-empty-file", id="nothing-but-nulls"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "docx-encrypted", id="password"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "docx-old-format", id="old-doc"),
        pytest.param(b"%PDF-1.7\n", "docx-other-format", id="pdf"),
        pytest.param(b"{\\rtf1\\ansi}", "docx-other-format", id="rtf"),
        pytest.param(b"<html><p>x", "docx-other-format", id="html"),
        pytest.param(b"zomaar tekst", "docx-damaged", id="noise"),
        pytest.param(zipped({"xl/workbook.xml": b"<x/>"}), "docx-other-format", id="excel"),
        pytest.param(zipped({"a.txt": b"a"}), "docx-no-document", id="some-zip"),
        pytest.param(zipped({"word/document.xml": b"<x/>"}), "docx-no-document", id="other-xml"),
        pytest.param(zipped({"word/document.xml": b""}), "docx-damaged", id="empty-part"),
        pytest.param(zipped({"word/document.xml": b"<w" + b" " * (70 * 2**20)}), "docx-bomb", id="zip-bomb"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as raised:
        read(data)
    assert raised.value.code == code
    assert say(code, "nl", **raised.value.params) != say(code, "en", **raised.value.params)


def test_a_file_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = word(*[p(f"Alinea {n} gaat over het onderwijs in wijk {n * 7919 % 1000}.") for n in range(3000)])
    document = read(whole[: len(whole) * 2 // 3])
    assert document.status == "partial"
    assert "docx-archive-damaged" in [notice.code for notice in document.notices]
    assert 100 < len(document.blocks) < 3000
    assert document.blocks[99].text == "Alinea 99 gaat over het onderwijs in wijk 981."


def test_broken_xml_is_read_as_far_as_it_makes_sense() -> None:
    root = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    broken = f"<w:document {root}><w:body><w:p><w:r><w:t>hoger onderwijs</w:t></w:r></w:p><w:p><w:r"
    document = read(zipped({"word/document.xml": broken.encode()}))
    assert (document.status, [block.text for block in document.blocks]) == ("partial", ["hoger onderwijs"])


@pytest.mark.parametrize("kind", ["entity", "external"])
def test_a_document_type_is_never_followed(kind: str) -> None:
    declared = {
        "entity": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        "external": '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    }[kind]
    root = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"{declared}<w:document {root}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    with raised(ReadError, "docx-doctype"):
        read(zipped({"word/document.xml": body.encode()}))


def test_nesting_without_end_is_no_crash() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 10_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 10_000
    document = read(word(p("begin"), xml(deep)))
    assert document.status == "partial"
    assert [block.text for block in document.blocks] == ["begin"]


def test_real_documents_are_read_whole_or_say_what_is_missing(corpus) -> None:  # type: ignore[no-untyped-def]
    for path in sorted(corpus.glob("documents/*.docx")):
        document = read(path.read_bytes())
        assert document.status == "checked", path
        assert document.blocks, path


def test_odd_documents_are_read_or_say_what_is_missing(corpus) -> None:  # type: ignore[no-untyped-def]
    failed = []
    for path in sorted([*corpus.glob("weird/*.docx"), *corpus.glob("weird/*.docm")]):
        try:
            document = read(path.read_bytes())
        except ReadError as error:
            failed.append(say(error.code, "nl", **error.params))
        else:
            assert document.status == "checked" or document.notices, path
            assert document.blocks or document.notices, path
    assert len(failed) < 10
