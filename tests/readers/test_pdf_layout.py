"""A page is read like a person reads it."""

from __future__ import annotations

import pytest

from termlint.dutch.view import reading_view
from tests.builders.pdf import columns, doubled, footer, heading, line, lines, page, pdf, spaced_out, wrap
from tests.builders.pdf_raw import raw_pdf
from tests.readers.pdf_read import LOREM, folded, read, texts

LONG = LOREM * 4 + "Wie hoog opgeleid is, volgde vaak hoger onderwijs. " + LOREM * 4


# --- columns --------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("row_by_row", [False, True], ids=["column by column", "row by row"])
def test_columns_are_read_down_and_not_across(count: int, row_by_row: bool) -> None:
    document = read(pdf(page(columns(LONG, count, row_by_row=row_by_row))))
    assert [folded(text) for text in texts(document)] == [folded(LONG)]


def test_columns_of_unequal_width() -> None:
    document = read(pdf(page(columns(LONG, 2, shares=(0.35, 0.65), row_by_row=True))))
    assert [folded(text) for text in texts(document)] == [folded(LONG)]


def test_a_narrow_gutter_is_a_gutter() -> None:
    document = read(pdf(page(columns(LONG, 3, gutter=11, row_by_row=True))))
    assert [folded(text) for text in texts(document)] == [folded(LONG)]


def test_a_heading_over_columns_comes_first_and_parts_them_from_those_above() -> None:
    above, below = "Eerst dit. " + LOREM, "Daarna dat. " + LOREM
    data = pdf(
        page(
            columns(below, 2, top=420),
            heading("Mensen die hoger onderwijs volgden in de stad Utrecht", top=380),
            columns(above, 2, top=90),
        )
    )
    document = read(data)
    assert [folded(text)[:8] for text in texts(document)] == ["eerstdit", "mensendi", "daarnada"]
    assert document.blocks[1].part == "heading"
    assert [block.heading for block in document.blocks] == [
        None,
        None,
        "Mensen die hoger onderwijs volgden in de stad Utrecht",
    ]


def test_words_wide_apart_on_one_line_of_a_paragraph_stay_together() -> None:
    rows = wrap(LOREM, 300)
    stretched = rows[2].split()
    items = [lines("\n".join(rows[:2]), 72, 72), lines("\n".join(rows[3:]), 72, 72 + 3 * 12.5)]
    items += [
        line(" ".join(stretched[:2]), 72, 72 + 2 * 12.5),
        line(" ".join(stretched[2:]), 160, 72 + 2 * 12.5),
    ]
    assert texts(read(pdf(page(*items)))) == [LOREM.strip()]


# --- paragraphs -----------------------------------------------------------------------------------


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first, second = LONG[: len(LONG) // 2], LONG[len(LONG) // 2 :]
    assert not first.rstrip().endswith(".")
    document = read(
        pdf(page(columns(first.rstrip(), 2), footer("Nota 1")), page(columns(second, 2), footer("Nota 2")))
    )
    assert [folded(text) for text in texts(document, "body")] == [folded(LONG)]
    assert {piece.origin.page for piece in document.blocks[0].pieces} == {1, 2}


def test_a_paragraph_that_is_over_does_not_go_on() -> None:
    document = read(pdf(page(lines(LOREM * 3)), page(lines(LOREM * 3))))
    assert len(texts(document)) == 2


@pytest.mark.parametrize(
    "text",
    ["Eerste alinea.\n\nTweede alinea van deze brief.", f"{LOREM}\nTweede alinea. {LOREM}"],
    ids=["white line", "next word would have fitted"],
)
def test_paragraphs_are_told_apart(text: str) -> None:
    assert len(texts(read(pdf(page(lines(text)))))) == 2


def test_a_short_line_before_a_capital_ends_a_paragraph() -> None:
    document = read(pdf(page(lines(f"{LOREM}\nAan de raad\nUtrecht, 3 mei 2024\n{LOREM}"))))
    assert [text[:11] for text in texts(document)] == [
        "De gemeente",
        "Aan de raad",
        "Utrecht, 3 ",
        "De gemeente",
    ]


def test_lines_in_capitals_that_fill_their_column_are_one_paragraph() -> None:
    names = (
        "(VNG Realisatie), Mickel Langeveld (Kadaster), Friso Penninga (Geonovum), Lancelot Schellevis " * 3
    )
    assert len(texts(read(pdf(page(lines(names, width=260)))))) == 1


def test_a_first_line_set_in_begins_a_paragraph() -> None:
    rows = wrap(LOREM.strip(), 300)
    second = wrap("Daarna volgt " + LOREM, 300)
    items = [lines("\n".join(rows), 72, 72), line(second[0], 90, 72 + len(rows) * 12.5)]
    items.append(lines("\n".join(second[1:]), 72, 72 + (len(rows) + 1) * 12.5))
    assert [text[:6] for text in texts(read(pdf(page(*items))))] == ["De gem", "Daarna"]


def test_line_ends_and_hyphens_are_kept_as_they_stand() -> None:
    document = read(
        pdf(
            page(
                lines(
                    "Wij vragen om hoog-\nopgeleid personeel, ook mbo-\nopgeleiden en mensen met\nervaring."
                )
            )
        )
    )
    assert [block.text for block in document.blocks] == [
        "Wij vragen om hoog-\nopgeleid personeel, ook mbo-\nopgeleiden en mensen met\nervaring."
    ]


def test_list_items_are_blocks() -> None:
    document = read(
        pdf(page(lines("Wij willen:\n• meer plek in het hoger\nonderwijs\n• minder druk\n2. geld")))
    )
    assert texts(document, "list") == ["• meer plek in het hoger onderwijs", "• minder druk", "2. geld"]


def test_a_contents_list_is_not_one_paragraph() -> None:
    entries = (
        "Inleiding van het plan\nWerken aan middelbaar beroepsonderwijs\nHoger onderwijs\nFinanciën\nBijlagen"
    )
    assert len(texts(read(pdf(page(lines(entries)))))) == 5


def test_a_list_of_terms_is_read_a_term_at_a_time() -> None:
    terms = {
        "AOW": "Algemene ouderdomswet, voor wie\nniet meer hoeft te werken",
        "HBO": "Hoger beroepsonderwijs",
        "HUB": "Punt in een netwerk waar veel\ngegevens samenkomen",
        "NAVO": "Noord-Atlantische\nVerdragsorganisatie",
        "WW": "Werkloosheidswet",
    }
    items, top = [lines(LOREM, top=60)], 130.0
    for term, meaning in terms.items():
        items += [line(term, 72, top, bold=True), lines(meaning, 220, top)]
        top += 12.5 * (1 + meaning.count("\n"))
    shown = [f"{term}\n{meaning}" for term, meaning in terms.items()]
    assert [block.text for block in read(pdf(page(*items))).blocks if block.part == "list"] == shown


def test_short_lines_in_two_columns_are_no_list_of_terms() -> None:
    names = "Aan de raad\nVan het college\nOver het mbo\nIn Utrecht\nVoor het plan"
    document = read(pdf(page(lines(names, 72, 100), lines(names, 320, 100))))
    assert not [text for text in texts(document) if text.count("raad") > 1 or "raad Aan" in text]


# --- letters --------------------------------------------------------------------------------------


def test_a_spaced_out_heading_reads_as_words() -> None:
    document = read(pdf(page(spaced_out("HOGER ONDERWIJS"), lines(LOREM, top=120))))
    assert texts(document)[0] == "HOGER ONDERWIJS"


def test_bold_made_by_drawing_twice_is_read_once() -> None:
    assert texts(read(pdf(page(doubled("Mensen met hoger onderwijs"))))) == ["Mensen met hoger onderwijs"]


def test_ligatures_and_soft_hyphens_reach_the_text_as_they_are() -> None:
    content = "BT /F1 10 Tf 72 700 Td (o\x8ece en hoger onder\xadwijs) Tj ET"
    document = read(
        raw_pdf(content, to_unicode={0x8E: "ﬃ", **{code: chr(code) for code in range(32, 127)}, 0xAD: "\xad"})
    )
    assert "hoger onder\xadwijs" in document.blocks[0].text
    assert folded(document.blocks[0].text) in (
        "ofﬁceenhogeronderwijs",
        "oﬃceenhogeronderwijs",
        "officeenhogeronderwijs",
    )


def test_a_soft_hyphen_inside_a_printed_line_parts_nothing() -> None:
    codes = {**{code: chr(code) for code in range(32, 127)}, 0xAD: "\xad"}
    data = raw_pdf(
        "BT /F1 10 Tf 72 700 Td (Wie hoog op\xadgeleid is, volgt hoger onder\xadwijs.) Tj ET",
        to_unicode=codes,
    )
    assert reading_view(read(data).blocks[0].text).text == "Wie hoog opgeleid is, volgt hoger onderwijs."


def test_an_invisible_text_layer_is_read() -> None:
    assert texts(read(pdf(page(line("Mensen met hoger onderwijs", mode=3))))) == [
        "Mensen met hoger onderwijs"
    ]
