"""The text reader: decoding, blocks, and origins that point at exactly the right characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.errors import ReadError
from termlint.model import Document, TextOrigin
from termlint.readers import READERS, ReadOptions
from termlint.readers.text import read


def document(data: bytes | str) -> Document:
    return read(data.encode() if isinstance(data, str) else data, lambda text: True, ReadOptions())


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.part, block.text) for block in document(text).blocks]


def assert_origins_exact(found: Document) -> None:
    assert found.source is not None
    for block in found.blocks:
        for piece in block.pieces:
            assert isinstance(piece.origin, TextOrigin)
            there = found.source[piece.origin.offset : piece.origin.offset + piece.end - piece.start]
            assert block.text[piece.start : piece.end] == there


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("café".encode(), "café", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + "café".encode(), "café", id="utf-8 with a mark"),
        pytest.param("café".encode("cp1252"), "café", id="windows-1252"),
        pytest.param("‘hoog’ – €".encode("cp1252"), "‘hoog’ – €", id="curly quotes of windows"),
        pytest.param(b"\xff\xfe" + "café".encode("utf-16-le"), "café", id="utf-16 little end first"),
        pytest.param(b"\xfe\xff" + "café".encode("utf-16-be"), "café", id="utf-16 big end first"),
        pytest.param(
            b"\xff\xfe\0\0" + "café".encode("utf-32-le"), "café", id="utf-32, not mistaken for utf-16"
        ),
    ],
)
def test_encodings_are_told_apart(data: bytes, text: str) -> None:
    assert document(data).source == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"\x00\x01\x02", "text-binary", id="null characters"),
        pytest.param(b"\xff\xfea", "text-encoding", id="half a character after the mark"),
    ],
)
def test_what_is_no_text_says_so(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        document(data)
    assert caught.value.code == code


def test_bytes_without_a_meaning_are_counted_in_a_notice() -> None:
    found = document(b"caf\xe9 \x81 hoog")
    assert [(n.code, n.params) for n in found.notices] == [("text-unreadable-characters", {"count": 1})]


def test_an_empty_file_is_checked_and_says_that_it_is_empty() -> None:
    found = document(b"")
    assert found.status == "checked"
    assert [notice.code for notice in found.notices] == ["text-empty"]
    assert found.blocks == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "een\ntwee\n\ndrie", [("body", "een\ntwee"), ("body", "drie")], id="blank line parts paragraphs"
        ),
        pytest.param("een\n  \ndrie", [("body", "een"), ("body", "drie")], id="white space is blank"),
        pytest.param("hoog-\nopgeleid", [("body", "hoog-\nopgeleid")], id="a line end stays, raw"),
        pytest.param("een\r\ntwee", [("body", "een\ntwee")], id="CR LF is one line end in the block"),
        pytest.param("een\rtwee", [("body", "een\ntwee")], id="CR alone is a line end"),
        pytest.param("een\u2028twee", [("body", "een\u2028twee")], id="a line separator is none"),
        pytest.param("• een\n• twee", [("list", "een"), ("list", "twee")], id="bullets"),
        pytest.param(
            "- een\n  vervolg\n- twee", [("list", "een\nvervolg"), ("list", "twee")], id="wrapped item"
        ),
        pytest.param("1. een\n2) twee", [("list", "een"), ("list", "twee")], id="numbers"),
        pytest.param("a) een\nb) twee", [("list", "een"), ("list", "twee")], id="letters"),
        pytest.param("e een\n+ twee", [("list", "een"), ("list", "twee")], id="bullets as OCR reads them"),
        pytest.param("en een\ntwee", [("body", "en een\ntwee")], id="a word that begins with e is no bullet"),
        pytest.param("hoog -\nen laag", [("body", "hoog -\nen laag")], id="a dash at the end is no bullet"),
        pytest.param(
            "| a | b |\n|---|---|\n| c | d |", [("table", x) for x in "abcd"], id="table with rulers"
        ),
        pytest.param(
            "Tabel | Man |\nx | 54% |", [("table", x) for x in ("Tabel", "Man", "x", "54%")], id="loose table"
        ),
        pytest.param("if (a || b) c", [("body", "if (a || b) c")], id="or is no column"),
        pytest.param("df |> filter(x)", [("body", "df |> filter(x)")], id="a pipe of R is no column"),
        pytest.param("de |eerlingen", [("body", "de |eerlingen")], id="an l that OCR read as a bar"),
        pytest.param("Jan | Gemeente", [("table", "Jan"), ("table", "Gemeente")], id="a signature is cut"),
        pytest.param(
            "Niveau: hbo\nUren: 36", [("body", "Niveau: hbo"), ("body", "Uren: 36")], id="labels part"
        ),
        pytest.param(
            "Let op: dit is\nlang", [("body", "Let op: dit is\nlang")], id="one colon is no row of labels"
        ),
        pytest.param("## Kop {#sec-a}", [("heading", "Kop")], id="heading with attributes"),
        pytest.param(
            "Kop\n\nDe tekst.", [("heading", "Kop"), ("body", "De tekst.")], id="short line before text"
        ),
        pytest.param(
            "Een zin.\n\nDe tekst.",
            [("body", "Een zin."), ("body", "De tekst.")],
            id="a sentence is no heading",
        ),
        pytest.param(
            "De tekst.\n\nSlot", [("body", "De tekst."), ("body", "Slot")], id="the last line heads nothing"
        ),
        pytest.param(
            "a\n```r\nx <- 1\n\ny\n```\nb", [("body", "a"), ("code", "x <- 1\n\ny"), ("body", "b")], id="code"
        ),
        pytest.param(
            "```\nnooit gesloten", [("body", "```\nnooit gesloten")], id="a fence that never closes is text"
        ),
        pytest.param(
            '---\ntitle: "Een titel"\nauthor: Jan\n---\ntekst',
            [("title", "Een titel"), ("code", "author: Jan"), ("body", "tekst")],
            id="front matter",
        ),
        pytest.param("---\ntekst", [("body", "tekst")], id="a ruler is no front matter"),
        pytest.param(
            "2.3 Er is\nmeer\n2.4 Nog iets",
            [("body", "2.3 Er is\nmeer"), ("body", "2.4 Nog iets")],
            id="numbered",
        ),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text) == expected


def test_a_cell_knows_its_place() -> None:
    cells = [block.cell for block in document("| a | b |\n| c | d |\n\n| e | f |").blocks]
    assert [(c.table, c.row, c.column) for c in cells if c] == [
        (1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2), (2, 1, 1), (2, 1, 2),
    ]  # fmt: skip


def test_a_block_knows_the_heading_above_it() -> None:
    found = document("# Een\n\ntekst\n\n# Twee\n\nmeer tekst.")
    assert [block.heading for block in found.blocks] == [None, "Een", "Een", "Twee"]


def test_blocks_and_paragraphs_are_numbered_in_order() -> None:
    found = document("a.\n\nb.\n\nc.")
    assert [block.index for block in found.blocks] == [0, 1, 2]
    assert [block.paragraph for block in found.blocks] == [1, 2, 3]


def test_offsets_count_code_points_and_both_of_cr_lf() -> None:
    found = document("🎉 één\r\nhoog\r\n\r\nlaag\r\n")
    assert [p.origin for b in found.blocks for p in b.pieces] == [
        TextOrigin(0),
        TextOrigin(7),
        TextOrigin(15),
    ]
    assert_origins_exact(found)


def test_the_mark_at_the_beginning_does_not_count() -> None:
    found = document(b"\xef\xbb\xbfhoog")
    assert found.blocks[0].pieces[0].origin == TextOrigin(0)


def test_without_a_candidate_there_is_text_but_no_block() -> None:
    found = read(b"niets bijzonders", lambda text: False, ReadOptions())
    assert (found.blocks, found.words) == ((), 2)


@given(st.text(alphabet="aé🎉 -|•:.#`\t\r\n\u00a0\u2028", max_size=60))
def test_every_origin_is_exact_and_in_order(text: str) -> None:
    found = document(text.encode())
    assert_origins_exact(found)
    offsets = [p.origin.offset for b in found.blocks for p in b.pieces if isinstance(p.origin, TextOrigin)]
    assert offsets == sorted(set(offsets))


@given(st.text(alphabet="ab -|•:.#\r\n", max_size=60))
def test_no_letter_is_lost_or_read_twice(text: str) -> None:
    """Only what marks structure (bullets, rulers, bars, a lettered item) may be left out."""
    kept = "".join(block.text for block in document(text).blocks)
    marks = {"a", "b"}
    lost = sum(text.count(c) for c in marks) - sum(kept.count(c) for c in marks)
    lettered = sum(
        1 for line in text.splitlines() if line.strip()[:2] in ("a.", "b.") or line.strip()[:1] in "ab"
    )
    assert 0 <= lost <= lettered


def test_the_registry_reads_txt() -> None:
    assert READERS[".txt"](b"hoog", lambda text: True, ReadOptions()).format == "text"
