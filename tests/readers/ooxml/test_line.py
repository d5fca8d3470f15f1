"""Cutting runs: the text and its formatting stay what they were, wherever it is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from termlint.readers.ooxml import Package, walk
from termlint.readers.ooxml.editable import EditableParagraph
from tests.builders.docx import b, element, footnote, i, link, math, p, word, xml

NODES = [
    "De ",
    b("hoog"),
    i("opgeleide"),
    element("noBreakHyphen"),
    xml("<w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t><w:tab/><w:t>bc</w:t><w:br/><w:t> d </w:t></w:r>"),
    link("hier"),
    footnote("noot"),
    math("x+y"),
    "einde",
]
DATA = word(p(*NODES))
LENGTH = len("De hoogopgeleide-a\tbc\ndhierx+yeinde")


def line() -> EditableParagraph:
    (paragraph,) = walk(Package(DATA).document())
    return EditableParagraph(paragraph)


def letters(cut: EditableParagraph) -> list[tuple[str, bytes]]:
    """Each character as a new walk over the XML sees it, with the formatting of its run."""
    root = cut.paragraph.element.getroottree().getroot()
    (paragraph,) = walk(root)
    looks = {
        atom.run: b"".join(etree.tostring(child) for child in atom.run if str(child.tag).endswith("rPr"))
        for atom in paragraph.atoms
        if atom.run is not None
    }
    return [(letter, looks[atom.run]) for atom in paragraph.atoms for letter in atom.text]


@given(st.lists(st.integers(-1, LENGTH + 2), max_size=8))
def test_cutting_changes_neither_text_nor_formatting(offsets: list[int]) -> None:
    before = letters(line())
    cut = line()
    for offset in offsets:
        cut.cut(offset)
    assert letters(cut) == before
    assert "".join(atom.text for atom in cut.atoms) == "".join(letter for letter, _ in before)


@given(st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_the_atoms_between_two_offsets_hold_exactly_that_text(one: int, other: int) -> None:
    start, end = sorted((one, other))
    whole = line()
    text = "".join(atom.text for atom in whole.atoms)
    formula = text.index("x+y")
    found = "".join(atom.text for atom in whole.between(start, end))
    if any(formula < offset < formula + len("x+y") for offset in (start, end)):
        assert text[start:end] in found  # a formula is not ours to cut
    else:
        assert found == text[start:end]


@given(st.integers(0, LENGTH - 1), st.integers(1, LENGTH))
def test_alone_leaves_nothing_but_text_in_the_runs(start: int, length: int) -> None:
    before = letters(line())
    cut = line()
    atoms = [atom for atom in cut.between(start, start + length) if atom.lock is None]
    for stretch in cut.alone(atoms):
        for atom in stretch.atoms:
            assert atom.run is not None
            assert [child for child in atom.run if not str(child.tag).endswith("rPr")] == [atom.element]
    assert letters(cut) == before
