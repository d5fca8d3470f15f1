"""Packages: found by relationship, read within limits, rescued where they are broken."""

from __future__ import annotations

import zlib

import pytest

from termlint.errors import ReadError
from termlint.readers.ooxml import Package
from termlint.readers.ooxml.archive import Archive
from tests.builders.docx import p, word
from tests.builders.docx_package import zipped
from tests.raised import raised
from tests.writers.marked import entries


def test_parts_are_found_by_relationship_whatever_they_are_called() -> None:
    files = {name.replace("document.xml", "tekst.xml"): data for name, data in entries(word(p("a"))).items()}
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"word/document.xml", b"/WORD\\Tekst.xml")
    package = Package(zipped(files))
    assert package.main.lower() == "word/tekst.xml"
    assert package.document() is not None


def test_without_relationships_the_usual_place_is_tried() -> None:
    files = entries(word(p("a")))
    del files["_rels/.rels"]
    assert Package(zipped(files)).main == "word/document.xml"


def test_a_relationship_leads_from_the_folder_of_its_part() -> None:
    package = Package(word(p("a"), header=["kop"]))
    (header,) = package.related(package.main, "header")
    assert header.startswith("word/header")
    assert package.related(package.main, "footer") == []


def test_names_compare_without_case() -> None:
    archive = Archive(zipped({"Word/Document.XML": b"x"}))
    assert archive.read("word/document.xml") == (b"x", True)
    assert archive.read("word/other.xml") is None


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_of_a_file_cut_off_what_unpacks_is_read(cut: float) -> None:
    content = bytes((n * n) % 251 for n in range(100_000))
    whole = zipped({"a": content, "b": b"b"})
    archive = Archive(whole[: int(len(whole) * cut)])
    assert archive.lost
    found = archive.read("a")
    assert found is not None
    part, is_whole = found
    assert content.startswith(part)
    assert is_whole == (part == content)


def test_a_broken_checksum_is_noticed_and_the_text_still_read() -> None:
    whole = bytearray(zipped({"a": b"hoger onderwijs"}))
    checksum = zlib.crc32(b"hoger onderwijs").to_bytes(4, "little")
    for at in (whole.index(checksum), whole.rindex(checksum)):
        whole[at] ^= 0xFF
    assert Archive(bytes(whole)).read("a") == (b"hoger onderwijs", True)


@pytest.mark.parametrize(
    ("size", "code"),
    [
        pytest.param(9 * 2**20, "docx-bomb", id="packed-too-well"),
        pytest.param(1_000_001, "docx-too-large", id="one part too large"),
    ],
)
def test_a_part_larger_than_any_document_needs_is_refused(size: int, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        Archive(zipped({"a": bytes(size)}), 3_000_000).read("a")
    assert (caught.value.code, caught.value.params["part"]) == (code, "a")


def test_all_parts_together_have_a_limit() -> None:
    archive = Archive(zipped({name: bytes(900_000) for name in "abcd"}), 3_000_000)
    for name in "abc":
        assert archive.read(name)
    with raised(ReadError, "docx-too-large"):
        archive.read("d")


def test_an_entry_that_says_the_impossible_is_damaged_and_not_a_bomb() -> None:
    whole = bytearray(zipped({"a": b"hoger onderwijs"}))
    at = whole.index(b"PK\x01\x02") + 24
    whole[at : at + 4] = (2**31).to_bytes(4, "little")
    assert Archive(bytes(whole)).read("a") == (b"hoger onderwijs", True)


def test_an_entry_that_lies_about_its_size_unpacks_no_further_than_the_limit() -> None:
    whole = bytearray(zipped({"a": bytes(2**21)}))
    size = (2**21).to_bytes(4, "little")
    while (at := whole.find(size)) >= 0:
        whole[at : at + 4] = (100).to_bytes(4, "little")
    try:
        found = Archive(bytes(whole), 3_000_000).read("a")
    except ReadError as error:
        assert error.code == "docx-too-large"  # noqa: PT017 - either is right: it must not unpack
    else:
        assert found is not None
        assert len(found[0]) <= 1_000_000
