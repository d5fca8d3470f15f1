"""Word files that mean harm cost only themselves: a status, a sentence on what to do, the rest done."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from termlint.errors import ReadError
from termlint.readers import READERS, ReadOptions
from termlint.readers.ooxml.archive import Archive
from tests.builders import docx
from tests.builders import hostile as h
from tests.robustness.together import SOUND, USE, Together, check_together, quoted

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

WHOLE = docx.word(*[docx.p(f"Alinea {n * 7919}. {USE}") for n in range(400)])
CHECKED, PARTIAL, FAILED = "checked", "partial", "failed"
EXPECTED: dict[str, tuple[bytes, str, str | None, int | None]] = {
    "zipbom.docx": (h.huge_part(9, tightly=True), FAILED, "docx-bomb", 0),
    "gigabyte.docx": (h.huge_part(1024), FAILED, "docx-too-large", 0),
    "gigabyte-strak.docx": (h.huge_part(1024, tightly=True), FAILED, "docx-bomb", 0),
    "gigabyte-gelogen.docx": (h.huge_part(1024, declared=1000), FAILED, "docx-too-large", 0),
    "gigabyte-strak-gelogen.docx": (h.huge_part(1024, declared=9, tightly=True), FAILED, "docx-too-large", 0),
    "miljard-keer-lachen.docx": (h.billion_laughs(), FAILED, "docx-doctype", 0),
    "entiteit.docx": (h.external_entity("file:///etc/hostname"), FAILED, "docx-doctype", 0),
    "dtd.docx": (h.external_dtd("http://127.0.0.1:9/x.dtd"), FAILED, "docx-doctype", 0),
    "dtd-in-voetnoten.docx": (h.dtd_in_footnotes(), PARTIAL, "docx-part-doctype", 1),
    "diep.docx": (h.nested_tables(10_000), PARTIAL, "docx-part-excessive", 1),
    "lang-woord.docx": (h.one_word(11_000_000), PARTIAL, "docx-part-excessive", 1),
    "afgekapt.docx": (WHOLE[: len(WHOLE) // 2], PARTIAL, "docx-archive-damaged", None),
    "zonder-begin.docx": (WHOLE[len(WHOLE) // 2 :], FAILED, "docx-damaged", 0),
    "vreemde-namen.docx": (
        h.strangely_named({"/etc/x": b"", "../../x": b"", "C:\\x": b"", "x" * 60_000: b""}),
        CHECKED,
        None,
        1,
    ),
    "dubbele-naam.docx": (h.twice_named("Niets.", USE), CHECKED, None, 1),
    "stijl-in-rondte.docx": (h.circular_styles(), CHECKED, None, 1),
    "deel-in-zichzelf.docx": (h.part_in_itself(), CHECKED, None, 2),
    "veertig-vakken-diep.docx": (h.nested_boxes(40), CHECKED, None, 1),
    "tweehonderdduizend-kenmerken.docx": (h.with_attributes(200_000), CHECKED, None, 1),
}
"""By name: the document, its status, the code of a notice, and how many findings it holds (None: some)."""


def watch_for(name: str, touched: list[str]) -> None:
    """From now on, note what this process does with a file of that name."""
    sys.addaudithook(lambda event, arguments: touched.append(event) if name in str(arguments) else None)


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Together:
    hostile = {name: expected[0] for name, expected in EXPECTED.items()}
    return check_together(tmp_path_factory.mktemp("word"), hostile, "time: 30, memory: 500")


@pytest.mark.parametrize("name", EXPECTED)
def test_each_has_its_outcome(name: str, together: Together) -> None:
    _, status, code, found = EXPECTED[name]
    outcome, codes, count = together.outcome(name)
    assert (outcome, code in codes if code else not codes) == (status, True), codes
    assert count == found if found is not None else count


@pytest.mark.parametrize("name", [name for name, each in EXPECTED.items() if each[2]])
def test_each_says_what_to_do(name: str, together: Together) -> None:
    for notice in together.documents[name]["notices"]:
        assert notice["message"] in quoted(notice)


@pytest.mark.parametrize("name", SOUND)
def test_the_others_are_checked(name: str, together: Together) -> None:
    assert together.outcome(name) == (CHECKED, [], 1)


def test_the_run_says_that_not_all_was_done(together: Together) -> None:
    assert together.code == 2
    assert "Traceback" not in together.said


def test_a_file_cut_off_anywhere_is_never_clean_without_a_word() -> None:
    for cut in range(0, len(WHOLE) - 1, 199):
        try:
            document = READERS[".docx"](WHOLE[:cut], lambda text: False, ReadOptions())
        except ReadError:
            continue
        assert (document.status, bool(document.notices)) == (PARTIAL, True), cut


PARTS = {
    "word/vbaProject.bin": b"Sub AutoOpen()",
    "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0",
    "word/embeddings/tabel.xlsx": b"PK",
    "word/media/image1.emf": b"\x01\0\0\0",
    "word/activeX/activeX1.bin": b"x",
    "customXml/item1.xml": b"<x/>",
    "word/webSettings.xml": b"<x/>",
    "attachedToolbars.bin": b"x",
}


class TestNothingInsideIsOpened:
    def test_no_macro_object_picture_or_other_part_is_even_unpacked(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        unpacked: list[str] = []
        read = Archive.read

        def seen(self: Archive, name: str) -> tuple[bytes, bool] | None:
            unpacked.append(name)
            return read(self, name)

        monkeypatch.setattr(Archive, "read", seen)
        document = READERS[".docx"](docx.word(USE, extra=PARTS), lambda text: True, ReadOptions())
        assert [block.text for block in document.blocks] == [USE]
        assert "word/document.xml" in unpacked
        assert not PARTS.keys() & set(unpacked)

    def test_no_address_is_followed(self, tmp_path: Path) -> None:
        """Links, pictures, templates, frames and fields that lead elsewhere: nothing outside is touched."""
        lure = tmp_path / "lokaas.txt"
        lure.write_text("hoogopgeleiden")
        touched: list[str] = []
        sys.addaudithook(
            lambda event, arguments: touched.append(event) if str(lure) in str(arguments) else None
        )
        document = READERS[".docx"](h.with_links(lure.as_uri()), lambda text: True, ReadOptions())
        assert USE in document.text
        assert "hoogopgeleiden" not in document.text
        assert touched == []
