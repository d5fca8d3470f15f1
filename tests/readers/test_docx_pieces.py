"""The text of a Word file leads back to its atoms."""

from __future__ import annotations

from termlint.model import RunOrigin
from termlint.readers import READERS, ReadOptions
from termlint.readers.ooxml import Package, drawn_paragraphs, walk
from tests.builders.docx import (
    b,
    element,
    footnote,
    i,
    ins,
    link,
    p,
    table,
    word,
)
from tests.builders.docx_drawn import chart, picture, textbox
from tests.readers.docx_read import read

RICH = word(
    p(
        "De ",
        b("hoog"),
        "opgeleide",
        element("softHyphen"),
        "n",
        element("tab"),
        ins(link("hier")),
        footnote("noot"),
    ),
    table([["a", b("b")]]),
    p(textbox("in ", i("box")), picture("beeld"), chart("titel", ["x"], ["y"])),
    header=["kop", b("tekst")],
)


def test_pieces_cover_the_text_and_lead_back_to_their_atoms() -> None:
    package = Package(RICH)
    for block in read(RICH).blocks:
        assert [piece.start for piece in block.pieces] == [0, *(piece.end for piece in block.pieces[:-1])]
        assert block.pieces[-1].end == len(block.text)
        for piece in block.pieces:
            assert isinstance(piece.origin, RunOrigin)
            root = package.xml(piece.origin.part)
            assert root is not None
            paragraphs = drawn_paragraphs(root) if "charts/" in piece.origin.part else walk(root)
            atoms = {atom.number: atom for paragraph in paragraphs for atom in paragraph.atoms}
            assert atoms[piece.origin.atom].text == block.text[piece.start : piece.end]


def test_without_anything_to_find_the_blocks_are_the_same_but_for_their_origins() -> None:
    screened = READERS[".docx"](RICH, lambda text: False, ReadOptions())
    assert [(n.part, n.text, n.heading) for n in screened.blocks] == [
        (n.part, n.text, n.heading) for n in read(RICH).blocks
    ]


def test_the_text_of_a_document_is_that_of_its_blocks() -> None:
    document = read(RICH)
    assert document.text.split() == " ".join(block.text for block in document.blocks).split()
    assert document.words == len(document.text.split())
