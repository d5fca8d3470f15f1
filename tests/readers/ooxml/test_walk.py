"""The walk that reader and writers share: the same atoms, whoever walks."""

from __future__ import annotations

import pytest

from termlint.readers.ooxml import Package, Paragraph, walk
from termlint.readers.ooxml.stories import stories
from tests.builders.docx import (
    b,
    comment,
    complex_field,
    control,
    element,
    footnote,
    hidden,
    ins,
    link,
    p,
    run,
    simple_field,
    table,
    word,
    xml,
)
from tests.builders.docx_drawn import picture, textbox

RICH = word(
    p("De ", b("hoog"), "opgeleide", element("softHyphen"), hidden("x"), ins(link("hier")), footnote("noot")),
    table([["a", [p(textbox("in box", picture("beeld")))]]]),
    control(p(complex_field("REF x", "veld"))),
)


def walked(data: bytes, **options: object) -> list[Paragraph]:
    return list(walk(Package(data).document(), **options))  # type: ignore[arg-type]


def test_atoms_are_numbered_without_gaps_in_the_order_of_the_document() -> None:
    numbers = [atom.number for paragraph in walked(RICH) for atom in paragraph.atoms]
    assert sorted(numbers) == list(range(len(numbers)))


def test_numbers_do_not_depend_on_what_is_hidden_or_thrown_away() -> None:
    def of(**options: object) -> list[list[tuple[int, str]]]:
        return [[(atom.number, atom.text) for atom in each.atoms] for each in walked(RICH, **options)]

    assert of() == of(hidden_styles=frozenset({"Verborgen"})) == of(spent=True)


def test_an_atom_says_what_its_element_says() -> None:
    for paragraph in walked(RICH):
        for atom in paragraph.atoms:
            said = atom.element.get(atom.attribute) if atom.attribute else atom.element.text
            assert atom.text in (said, "\u00ad")


@pytest.mark.parametrize(
    ("node", "lock"),
    [
        pytest.param("vrij", None, id="plain"),
        pytest.param(link("vrij"), None, id="hyperlink"),
        pytest.param(ins("vrij"), None, id="insertion"),
        pytest.param(complex_field("HYPERLINK x", "vrij"), None, id="link-field"),
        pytest.param(complex_field(" page ", "vast"), "field", id="computed-field"),
        pytest.param(simple_field("PAGE", "vast"), "field", id="simple-field"),
        pytest.param(simple_field("HYPERLINK x", "vrij"), None, id="simple-link-field"),
        pytest.param(control("vrij"), None, id="rich-text-control"),
        pytest.param(control("vrij", properties=""), None, id="control-of-no-kind"),
        pytest.param(
            control("vrij", properties='<w:lock w:val="sdtLocked"/>'), None, id="undeletable-control"
        ),
        pytest.param(control("vast", properties="<w:date/>"), "control", id="date-control"),
        pytest.param(control(link("vast"), properties="<w:text/>"), "control", id="inside-a-plain-control"),
        pytest.param(picture("vast"), "attribute", id="alt-text"),
    ],
)
def test_what_may_be_changed_where_it_stands(node: object, lock: str | None) -> None:
    locks = {atom.lock for paragraph in walked(word(p(node))) for atom in paragraph.atoms}  # type: ignore[arg-type]
    assert locks == {lock}


def test_marks_between_paragraphs_belong_to_the_beginning_of_the_next() -> None:
    start, end = xml('<w:commentRangeStart w:id="7"/>'), xml('<w:commentRangeEnd w:id="7"/>')
    first, second, third = walked(word(p("a"), start, p("b"), end, p("c")))
    assert [[(mark.kind, mark.ident, mark.at) for mark in each.marks] for each in (first, second, third)] == [
        [],
        [("start", "7", 0)],
        [("end", "7", 0)],
    ]


def test_marks_count_the_atoms_before_them() -> None:
    (paragraph,) = walked(word(p("a", "b", comment("x", "c", "d"), "e")))
    assert [(mark.kind, mark.at) for mark in paragraph.marks] == [("start", 2), ("end", 4), ("reference", 4)]


def test_a_field_that_spans_paragraphs_hides_its_instruction_and_shows_its_result() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    begin = xml(char("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + char("separate"))
    paragraphs = walked(word(p(begin, "een"), p("twee", xml(char("end"))), p("drie")))
    assert [(each.text(), each.in_field, each.atoms[0].lock) for each in paragraphs] == [
        ("een", True, "field"),
        ("twee", False, "field"),
        ("drie", False, None),
    ]


def test_stories_come_once_each_with_the_body_first() -> None:
    data = word(p("a", footnote("n"), run("b")), header=["kop"], footer=["voet"])
    assert [story.kind for story in stories(Package(data))] == ["body", "header", "footer", "footnote"]
