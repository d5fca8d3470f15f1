"""What a Word file says, block by block."""

from __future__ import annotations

import pytest

from termlint.model import Cell
from tests.builders.docx import (
    Node,
    b,
    bullet,
    comment,
    complex_field,
    control,
    dele,
    element,
    endnote,
    footnote,
    h,
    hidden,
    i,
    ins,
    link,
    math,
    moved_from,
    moved_to,
    p,
    ruby,
    run,
    section,
    simple_field,
    smart,
    table,
    word,
    xml,
)
from tests.builders.docx_drawn import chart, diagram, picture, textbox
from tests.builders.docx_package import style
from tests.readers.docx_read import only, read, texts


@pytest.mark.parametrize(
    ("nodes", "text"),
    [
        pytest.param(["De ", b("hoog"), i("opgeleide")], "De hoogopgeleide", id="runs-join"),
        pytest.param(["hoog", ins("opge"), "leid"], "hoogopgeleid", id="insertion"),
        pytest.param(["hoog", dele("laag"), "opgeleid"], "hoogopgeleid", id="deletion"),
        pytest.param(["a", moved_to("b"), moved_from("c")], "ab", id="move"),
        pytest.param(["naar ", link("hoger ", b("onderwijs"))], "naar hoger onderwijs", id="hyperlink"),
        pytest.param(["in ", smart("Utrecht")], "in Utrecht", id="smart-tag"),
        pytest.param(["hoger ", control("onderwijs")], "hoger onderwijs", id="content-control"),
        pytest.param(["zie ", complex_field("REF hoger", "bijlage")], "zie bijlage", id="complex-field"),
        pytest.param(["blz. ", simple_field("PAGE", "3")], "blz. 3", id="simple-field"),
        pytest.param(
            [complex_field("IF ", complex_field("DATE", "x"), "ja")],
            "xja",
            id="field-in-the-result-of-a-field",
        ),
        pytest.param(["hoger", element("tab"), "onderwijs"], "hoger\tonderwijs", id="tab"),
        pytest.param(["hoger", element("br"), "onderwijs"], "hoger\nonderwijs", id="break"),
        pytest.param(["mbo", element("noBreakHyphen"), "er"], "mbo\u2011er", id="no-break-hyphen"),
        pytest.param(["hoog", element("softHyphen"), "opgeleid"], "hoog\u00adopgeleid", id="soft-hyphen"),
        pytest.param([xml('<w:r><w:sym w:font="Symbol" w:char="F02D"/></w:r>')], "-", id="symbol"),
        pytest.param([xml('<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>')], "é", id="symbol-plain-font"),
        pytest.param(
            [xml("<w:r><w:t> rand </w:t></w:r>"), "en"], "randen", id="unpreserved-space-is-trimmed"
        ),
        pytest.param([xml("<w:r><w:t>ho<!-- x -->ger</w:t></w:r>")], "hoger", id="xml-comment-in-a-word"),
        pytest.param([math("x"), " telt"], "x telt", id="formula"),
        pytest.param(["hoger ", hidden("geheim"), "onderwijs"], "hoger onderwijs", id="hidden"),
        pytest.param(
            [run("geheim", '<w:rStyle w:val="Verborgen"/>'), "x"], "x", id="hidden-by-a-character-style"
        ),
        pytest.param(
            [run("toch", '<w:rStyle w:val="Verborgen"/><w:vanish w:val="0"/>')],
            "toch",
            id="shown-despite-style",
        ),
        pytest.param(
            [xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), "hoger"],
            "hoger",
            id="field-that-never-ends",
        ),
    ],
)
def test_the_text_of_a_paragraph_is_what_a_reader_sees(nodes: list[Node], text: str) -> None:
    assert only(*nodes).text == text


def test_hidden_text_is_read_when_asked() -> None:
    assert only("hoger ", hidden("geheim"), hidden_text=True).text == "hoger geheim"


def test_what_stands_above_ruby_text_is_apart() -> None:
    assert texts(word(p("a", ruby("basis", "boven"), "z"))) == [("body", "abasisz"), ("body", "boven")]


def test_paragraphs_joined_by_a_tracked_deletion_of_the_mark_are_one_block() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="Jan"/></w:rPr>'
    assert texts(word(p("hoger ", properties=mark), p("onderwijs"), p("los"))) == [
        ("body", "hoger onderwijs"),
        ("body", "los"),
    ]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    assert texts(word(p("voor ", textbox("hoger onderwijs"), "na"), p("verder"))) == [
        ("body", "voor na"),
        ("textbox", "hoger onderwijs"),
        ("body", "verder"),
    ]


def test_every_part_of_a_document_is_read_in_order() -> None:
    data = word(
        p("Nota", style="Titel"),
        h(1, "Kop"),
        p("Tekst", footnote("voetnoot"), endnote("eindnoot")),
        bullet("punt"),
        p("Tabel 1", style="Bijschrift"),
        table([["cel"]]),
        p(picture("foto van een klas")),
        p(chart("Leerlingen", ["mbo", "hbo"], ["2024", "2025"]), diagram("stap")),
        p(comment("opmerking", "woord")),
        header=["kop van de pagina"],
        footer=["voet van de pagina"],
    )
    assert texts(data) == [
        ("title", "Nota"),
        ("heading", "Kop"),
        ("body", "Tekst"),
        ("list", "punt"),
        ("caption", "Tabel 1"),
        ("table", "cel"),
        ("alt-text", "foto van een klas"),
        ("chart", "Leerlingen"),
        ("chart", "2024"),
        ("chart", "mbo"),
        ("chart", "hbo"),
        ("chart", "2025"),
        ("chart", "stap"),
        ("body", "woord"),
        ("header", "kop van de pagina"),
        ("footer", "voet van de pagina"),
        ("footnote", "voetnoot"),
        ("endnote", "eindnoot"),
        ("comment", "opmerking"),
    ]


def test_a_running_head_that_sections_repeat_is_read_once() -> None:
    data = word(p("a"), section(header=["Gemeente"]), p("b"), section(header=["Gemeente"]), header=["Wijk"])
    assert [text for part, text in texts(data) if part == "header"] == ["Gemeente", "Wijk"]


def test_notes_stand_in_the_order_of_their_calls_and_under_the_heading_of_the_call() -> None:
    data = word(h(1, "Een"), p("a", footnote("bij een")), h(1, "Twee"), p("b", footnote("bij twee")))
    assert [(n.text, n.heading) for n in read(data).blocks if n.part == "footnote"] == [
        ("bij een", "Een"),
        ("bij twee", "Twee"),
    ]


def test_a_note_whose_call_was_deleted_is_not_read() -> None:
    gone = xml('<w:del w:id="9" w:author="Jan"><w:r><w:footnoteReference w:id="1"/></w:r></w:del>')

    def noted(parts: object) -> str:
        footnote("weg")(parts)  # type: ignore[operator,arg-type]
        return gone(parts)  # type: ignore[operator,arg-type]

    assert texts(word(p("a", noted))) == [("body", "a")]


def test_cells_count_tables_rows_and_columns_of_the_grid() -> None:
    wide = xml('<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>breed</w:t></w:r></w:p></w:tc>')
    last = xml("<w:tc><w:p><w:r><w:t>rechts</w:t></w:r></w:p></w:tc>")
    wide_table = xml("<w:tbl><w:tr>" + wide(None) + last(None) + "</w:tr></w:tbl>")  # type: ignore[operator]
    data = word(table([["a", "b"], ["c", [table([["d"]])]]]), wide_table, header=[table([["e"]])])
    assert {block.text: block.cell for block in read(data).blocks} == {
        "a": Cell(1, 1, 1),
        "b": Cell(1, 1, 2),
        "c": Cell(1, 2, 1),
        "d": Cell(2, 1, 1),
        "breed": Cell(3, 1, 1),
        "rechts": Cell(3, 1, 3),
        "e": Cell(4, 1, 1),
    }


def test_a_deleted_row_is_not_read() -> None:
    mark = '<w:trPr><w:del w:id="1" w:author="J"/></w:trPr>'
    row = f"<w:tr>{mark}<w:tc><w:p><w:r><w:t>weg</w:t></w:r></w:p></w:tc></w:tr>"
    kept = "<w:tr><w:tc><w:p><w:r><w:t>blijft</w:t></w:r></w:p></w:tc></w:tr>"
    (block,) = read(word(xml(f"<w:tbl>{row}{kept}</w:tbl>"))).blocks
    assert (block.text, block.cell) == ("blijft", Cell(1, 1, 1))


def test_paragraphs_count_what_a_person_sees() -> None:
    assert [block.paragraph for block in read(word(p("a"), p(), p("b"))).blocks] == [1, 2]


@pytest.mark.parametrize(
    ("heading", "styles"),
    [
        pytest.param(p("Kop", style="Kop2"), "", id="built-in-in-dutch"),
        pytest.param(
            p("Kop", style="X"), style("X", "Hoofdstuk", '<w:basedOn w:val="Kop1"/>'), id="based-on-a-heading"
        ),
        pytest.param(p("Kop", style="X"), style("X", "Kop 1"), id="name-translated-by-another-program"),
        pytest.param(p("Kop", style="Heading3"), "", id="style-missing"),
        pytest.param(p("Kop", properties='<w:outlineLvl w:val="0"/>'), "", id="outline-level-of-its-own"),
    ],
)
def test_a_heading_is_known_by_its_style(heading: Node, styles: str) -> None:
    first, second = read(word(heading, p("tekst"), styles=styles)).blocks
    assert (first.part, second.heading) == ("heading", "Kop")


@pytest.mark.parametrize(
    ("paragraph", "styles"),
    [
        pytest.param(p("Kop", style="X"), style("X", "Koptekst"), id="header-style"),
        pytest.param(
            p("Kop", style="Kop1", properties='<w:outlineLvl w:val="9"/>'), "", id="level-taken-away"
        ),
        pytest.param(
            p("Kop", style="X"),
            style("X", "X", '<w:basedOn w:val="Y"/>') + style("Y", "Y", '<w:basedOn w:val="X"/>'),
            id="styles-based-on-each-other",
        ),
    ],
)
def test_a_paragraph_is_no_heading_without_reason(paragraph: Node, styles: str) -> None:
    (block,) = read(word(paragraph, styles=styles)).blocks
    assert block.part == "body"


def test_a_heading_stands_under_the_heading_above_it_in_rank() -> None:
    data = word(
        h(1, "Een"), h(2, "Een punt een"), h(3, "Diep"), h(2, "Een punt twee"), p("tekst"), h(1, "Twee")
    )
    assert [(block.text, block.heading) for block in read(data).blocks] == [
        ("Een", None),
        ("Een punt een", "Een"),
        ("Diep", "Een punt een"),
        ("Een punt twee", "Een"),
        ("tekst", "Een punt twee"),
        ("Twee", None),
    ]


def test_numbering_of_a_style_makes_a_list_and_number_nought_ends_it() -> None:
    listed = style("L", "Opsomming", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>')
    data = word(
        p("a", style="L"),
        p("b", style="L", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles=listed,
    )
    assert [block.part for block in read(data).blocks] == ["list", "body"]
