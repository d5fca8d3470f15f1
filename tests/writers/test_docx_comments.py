"""Comments: at exactly the words, in the running text, once."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from termlint.matching.fingerprint import comment_id
from termlint.model import Suggestion
from tests.builders.docx import (
    Node,
    b,
    comment,
    complex_field,
    control,
    endnote,
    footnote,
    h,
    i,
    ins,
    link,
    math,
    p,
    section,
    table,
    word,
    xml,
)
from tests.builders.docx_drawn import chart, diagram, picture, textbox
from tests.builders.docx_package import style
from tests.writers.marked import (
    W,
    accepted,
    commented,
    comments,
    entries,
    find,
    finding,
    fix,
    fixed,
    read,
)

TERM = {"hoger onderwijs": "hbo en wo"}
HERE = comment_id("hoger-onderwijs")
ELSEWHERE_ID = comment_id("hoger-onderwijs", "hoger onderwijs")
SAID = [
    "‘hoger onderwijs’ zet hbo en wo boven het mbo.",
    "Het mbo hoort er ook bij.",
    "Schrijf liever: ‘hbo en wo’",
    "Bron: Mbo-uitvoeringsplan, 1.1",
]

EXACT: dict[str, list[Node]] = {
    "one-run": [p("In het hoger onderwijs.")],
    "split-anywhere": [p("In het ho", b("ger"), " ", i("onder"), "wijs.")],
    "whole-paragraph": [p("hoger onderwijs")],
    "hyperlink": [p("Lees ", link("alles over hoger onderwijs nu"), ".")],
    "half-in-a-hyperlink": [p("Lees ", link("alles over hoger"), " onderwijs.")],
    "heading": [h(1, "Over hoger onderwijs")],
    "cell": [table([["a", "b hoger onderwijs"]])],
    "somebodys-insertion": [p("a ", ins("het hoger onderwijs hier"), " b")],
    "field": [p("a ", complex_field("REF x", "het hoger onderwijs"), " b")],
    "rich-text-control": [p("a ", control("het hoger onderwijs"), " b")],
    "plain-text-control": [p("a ", control("het hoger onderwijs", properties="<w:text/>"), " b")],
    "block-control": [control(p("het hoger onderwijs"))],
    "after-a-note": [p("a", footnote("n"), " hoger onderwijs")],
    "inside-anothers-comment": [p("a ", comment("hm", "het hoger onderwijs"), " b")],
}


@pytest.mark.parametrize("place", EXACT)
def test_a_comment_stands_on_exactly_the_words(place: str) -> None:
    data = word(*EXACT[place])
    marked = fixed(data, TERM, mode="comments")
    assert [deed.done for deed in marked.records] == ["commented"]
    assert commented(marked.data)[-1] == "hoger onderwijs"
    assert comments(marked.data)[-1] == [*SAID, f"Regel: hoger-onderwijs (termlint {HERE})"]
    assert accepted(marked.data) == accepted(data)


AROUND: dict[str, tuple[list[Node], str]] = {
    "formula": ([p("a ", math("het hoger onderwijs"), " b")], ""),
    "bound-control": (
        [p("a ", control("het hoger onderwijs", properties="<w:dataBinding/>"), " b")],
        "het hoger onderwijs",
    ),
}


@pytest.mark.parametrize("place", AROUND)
def test_where_word_fills_in_the_text_the_comment_stands_around_it(place: str) -> None:
    nodes, words = AROUND[place]
    marked = fixed(word(*nodes), TERM, mode="comments")
    assert commented(marked.data) == [words]
    root = ElementTree.fromstring(entries(marked.data)["word/document.xml"])
    assert [child.tag for child in root[0][0]].count(W + "commentRangeStart") == 1


ELSEWHERE: dict[str, tuple[list[Node], str, str]] = {
    "footnote": (
        [p("begin"), p("roep", footnote("het hoger onderwijs"), " af")],
        "",
        "In deze voetnoot staat",
    ),
    "endnote": ([p("roep", endnote("het hoger onderwijs"), " af")], "", "In deze eindnoot staat"),
    "note-called-in-a-box": (
        [p("anker", textbox("roep", footnote("hoger onderwijs")))],
        "ankerroep",
        "In deze voetnoot staat",
    ),
    "text-box": (
        [p("begin"), p("anker ", textbox("hoger onderwijs"))],
        "anker ",
        "In het tekstvak bij deze alinea",
    ),
    "alt-text": ([p("begin"), p("foto ", picture("hoger onderwijs"))], "foto ", "In de alternatieve tekst"),
    "chart": ([p("begin"), p("grafiek ", chart("hoger onderwijs", [], []))], "grafiek ", "In de grafiek"),
    "diagram": (
        [p("begin"), p("schema ", diagram("hoger onderwijs"))],
        "schema ",
        "In de grafiek of het schema",
    ),
    "comment": (
        [p("begin ", comment("hoger onderwijs", "woord"), " eind")],
        "",
        "In de opmerking hier staat",
    ),
    "second-section": (
        [
            p("een"),
            section(header=["a"]),
            p("twee"),
            p("drie"),
            section(header=["hoger onderwijs"]),
            p("vier"),
        ],
        "twee",
        "In de koptekst van deze pagina’s staat",
    ),
}


@pytest.mark.parametrize("place", ELSEWHERE)
def test_words_outside_the_running_text_are_quoted_at_what_leads_to_them(place: str) -> None:
    nodes, words, begins = ELSEWHERE[place]
    data = word(*nodes)
    marked = fixed(data, TERM, mode="comments")
    assert [deed.done for deed in marked.records] == ["commented"]
    assert commented(marked.data)[-1].replace("hoger onderwijs", "").replace("roep" * 2, "roep") == words
    first, *rest = comments(marked.data)[-1]
    assert first.startswith(begins)
    assert "‘hoger onderwijs’" in first
    assert rest == [*SAID, f"Regel: hoger-onderwijs (termlint {ELSEWHERE_ID})"]
    for name, content in entries(marked.data).items():
        if name.startswith(("word/header", "word/footer", "word/footnotes", "word/endnotes")):
            assert content == entries(data)[name]


def test_a_footer_of_the_last_section_is_commented_at_its_first_paragraph() -> None:
    data = word(p("een"), section(), p("twee"), p("drie"), footer=["hoger onderwijs"])
    assert commented(fixed(data, TERM, mode="comments").data) == ["twee"]


@pytest.mark.parametrize("place", [*EXACT, *AROUND, *ELSEWHERE])
def test_a_second_run_knows_its_comments(place: str) -> None:
    nodes = EXACT.get(place) or (AROUND.get(place) or ELSEWHERE[place])[0]
    once = fixed(word(*nodes), TERM, mode="comments", author="Fatima")  # type: ignore[arg-type]
    again = fixed(once.data, TERM, mode="comments")
    assert [deed.done for deed in again.records] == ["present"]
    assert again.data == once.data
    assert [n.text for n in read(once.data).blocks] == [n.text for n in read(word(*nodes)).blocks]  # type: ignore[arg-type]


def test_each_comment_answers_for_one_finding() -> None:
    data = word(p("a", footnote("hoger onderwijs en hoger onderwijs")))
    first, _ = find(read(data), TERM)
    once = fix(data, [first], mode="comments")
    again = fixed(once.data, TERM, mode="comments")
    assert [deed.done for deed in again.records] == ["present", "commented"]
    assert len(comments(again.data)) == 2


def test_another_rule_on_the_same_words_gets_its_own_comment() -> None:
    from dataclasses import replace

    once = fixed(word(p("hoger onderwijs")), TERM, mode="comments")
    other = [replace(found, rule="ander") for found in find(read(once.data), TERM)]
    again = fix(once.data, other, mode="comments")
    assert ([deed.done for deed in again.records], len(comments(again.data))) == (["commented"], 2)


def test_comments_of_others_keep_their_bytes_and_places() -> None:
    data = word(p("a ", comment("van Jan", "hoger onderwijs"), " b"), p("hoger onderwijs"))
    marked = fixed(data, TERM, mode="comments")
    before, after = (entries(each)["word/comments.xml"] for each in (data, marked.data))
    jan = before[before.index(b"<w:comment ") : before.index(b"</w:comment>")]
    assert jan in after
    assert commented(marked.data) == ["hoger onderwijs"] * 3
    assert [said[0] for said in comments(marked.data)][:1] == ["van Jan"]


def test_a_comment_written_by_us_is_not_read_as_text() -> None:
    data = word(p("hoger onderwijs"))
    marked = fixed(data, TERM, mode="comments", author="Fatima")
    assert [(n.part, n.text) for n in read(marked.data).blocks] == [("body", "hoger onderwijs")]


def test_several_suggestions_and_advice_are_all_said() -> None:
    from dataclasses import replace

    data = word(p("hoger onderwijs"))
    found = finding(read(data).blocks[0], 0, 15, "hbo en wo", "choice")
    offered = (
        *found.suggestions,
        Suggestion("vervolgonderwijs", "choice"),
        Suggestion("Noem de niveaus.", "advice"),
    )
    for lang, lines in (
        (
            "nl",
            ["Schrijf liever een van deze: ‘hbo en wo’ of ‘vervolgonderwijs’", "Advies: Noem de niveaus."],
        ),
        ("en", ["Write one of these instead: ‘hbo en wo’ or ‘vervolgonderwijs’", "Advice: Noem de niveaus."]),
    ):
        marked = fix(data, [replace(found, suggestions=offered)], mode="comments", lang=lang)
        assert comments(marked.data)[0][2:4] == lines


def test_comments_wear_the_styles_the_document_has_for_them() -> None:
    styles = style("Tekstopmerking", "annotation text") + style(
        "Verwijzing", "annotation reference", "", "character"
    )
    with_styles = entries(fixed(word(p("hoger onderwijs"), styles=styles), TERM, mode="comments").data)
    without = entries(fixed(word(p("hoger onderwijs")), TERM, mode="comments").data)
    assert b'w:val="Tekstopmerking"' in with_styles["word/comments.xml"]
    assert b'w:val="Verwijzing"' in with_styles["word/document.xml"]
    assert b"Style" not in without["word/comments.xml"]


def test_a_document_without_paragraphs_in_its_body_has_no_place_for_a_comment() -> None:
    data = word(xml(""), header=["hoger onderwijs"])
    marked = fixed(data, TERM, mode="comments")
    assert [(deed.done, deed.reason) for deed in marked.records] == [("impossible", "fix-no-place")]
    assert marked.data == data


@pytest.mark.parametrize("strict", [False, True])
def test_the_comments_part_is_declared_and_related(strict: bool) -> None:
    files = entries(fixed(word(p("hoger onderwijs"), strict=strict), TERM, mode="comments").data)
    assert files["[Content_Types].xml"].count(b'PartName="/word/comments.xml"') == 1
    namespace = b"purl.oclc.org/ooxml" if strict else b"schemas.openxmlformats.org"
    assert namespace + b"/officeDocument/" in files["word/_rels/document.xml.rels"]
    assert files["word/_rels/document.xml.rels"].count(b'Target="comments.xml"') == 1
    assert (b"purl" in files["word/comments.xml"]) == strict
