"""The package of a marked copy: what is not marked keeps its bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from termlint.errors import WriteError
from tests.builders.docx import b, comment, footnote, p, table, word
from tests.builders.docx_package import zipped
from tests.raised import raised
from tests.writers.marked import entries, fixed, read

TERM = {"hoger onderwijs": "hbo en wo"}
EXTRA = {
    "word/media/image1.png": bytes(range(256)) * 40,
    "customXml/item1.xml": b'<?xml version="1.0"?>\r\n<a   b = "c"></a>',
    "docProps/app.xml": b"<Properties/>",
}
MARKED = {
    "tracked": {"word/document.xml"},
    "comments": {
        "word/document.xml",
        "word/comments.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    },
}


@pytest.mark.parametrize("mode", MARKED)
def test_only_parts_with_marks_are_written_anew(mode: str) -> None:
    data = word(p("hoger ", b("onderwijs"), footnote("n")), table([["x"]]), header=["kop"], extra=EXTRA)
    before, after = entries(data), entries(fixed(data, TERM, mode=mode).data)
    assert {name for name in after if after[name] != before.get(name)} == MARKED[mode]
    assert set(before) <= set(after)
    assert list(after)[: len(before)] == list(before)


def test_with_a_comments_part_there_types_and_relationships_stay_too() -> None:
    data = word(p("hoger onderwijs ", comment("van Jan", "x")))
    before, after = entries(data), entries(fixed(data, TERM, mode="comments").data)
    assert {name for name in after if after[name] != before[name]} == {
        "word/document.xml",
        "word/comments.xml",
    }


def test_other_entries_are_copied_as_they_are_packed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in entries(word(p("hoger onderwijs"), extra=EXTRA)).items():
            kind = zipfile.ZIP_STORED if "media" in name else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6))
            archive.writestr(info, content, kind, compresslevel=1)
        archive.comment = b"groet"
    data = stream.getvalue()
    marked = fixed(data, TERM).data
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(marked)) as new:
        assert new.comment == old.comment
        for info in old.infolist():
            copied = new.getinfo(info.filename)
            assert copied.date_time == info.date_time
            if info.filename != "word/document.xml":
                assert (copied.compress_type, copied.compress_size, copied.CRC) == (
                    info.compress_type,
                    info.compress_size,
                    info.CRC,
                )


def test_entries_written_in_a_stream_are_copied_too() -> None:
    class Unseekable(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *args: object) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    stream = Unseekable()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries(word(p("hoger onderwijs"), extra=EXTRA)).items():
            archive.writestr(name, content)
    data = stream.getvalue()
    before, after = entries(data), entries(fixed(data, TERM).data)
    assert {name for name in after if after[name] != before[name]} == {"word/document.xml"}


def test_without_findings_the_original_comes_back() -> None:
    data = word(p("niets"))
    assert fixed(data, TERM).data == data


@pytest.mark.parametrize("mode", MARKED)
def test_a_signature_goes_with_the_change_and_that_is_said(mode: str) -> None:
    data = signed(word(p("hoger onderwijs")))
    marked = fixed(data, TERM, mode=mode)
    assert marked.signed
    assert [notice.code for notice in marked.notices] == ["fix-signature-gone"]
    assert not [name for name in entries(marked.data) if name.startswith("_xmlsignatures/")]
    assert b"digital-signature" not in entries(marked.data)["_rels/.rels"]
    assert b"_xmlsignatures" not in entries(marked.data)["[Content_Types].xml"]


def test_a_signed_document_without_findings_stays_signed() -> None:
    data = signed(word(p("niets")))
    marked = fixed(data, TERM)
    assert (marked.signed, marked.notices, marked.data) == (True, (), data)


def test_an_unsigned_document_is_not_called_signed() -> None:
    assert not fixed(word(p("hoger onderwijs")), TERM).signed


def test_a_damaged_document_is_not_marked() -> None:
    whole = word(p("hoger onderwijs"))
    cut = whole[: whole.index(b"PK\x01\x02") + 10]
    assert [block.text for block in read(cut).blocks] == ["hoger onderwijs"]
    with raised(WriteError, "fix-docx-damaged"):
        fixed(cut, TERM)


def signed(data: bytes) -> bytes:
    files = entries(data)
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    relation = f'<Relationship Id="rId9" Type="{kind}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    override = '<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/x-sig"/></Types>'
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", override.encode())
    return zipped({**files, "_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"})
