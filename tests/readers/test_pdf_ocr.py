"""Scans with a text layer: letters taken for others are read through."""

from __future__ import annotations

import pytest

from termlint.dutch.view import reading_view
from termlint.readers.pdf.ocr import read_through
from tests.builders.pdf import line, page, pdf
from tests.builders.pdf_drawn import picture
from tests.readers.pdf_read import boxes_of, read


@pytest.mark.parametrize(
    ("read_as", "meant"),
    [
        ("hoogopge1eide ouders", "hoogopgeleide ouders"),
        ("h0ger onderwljs", "hoger onderwijs"),
        ("HOGER 0NDERWlJS", "HOGER ONDERWIJS"),
        ("Mbo-Ieerlingen", "Mbo-leerlingen"),
        ("rniddelbaar beroepsondervvijs", "middelbaar beroepsonderwijs"),
        ("werk- en denknlveau", "werk- en denkniveau"),
        ("Iaag opgcleid", "laag opgeleid"),
    ],
)
def test_words_are_read_as_they_were_printed(read_as: str, meant: str) -> None:
    text = read_through(read_as)
    assert len(text) == len(read_as)
    assert reading_view(text).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "Hoger onderwijs, hoogopgeleid en laag opgeleide leerlingen met een diploma.",
        "Een boog van 10 meter; pagina 1 van 10, niveau 0.",
        "De ijslaag, het logies, de lagune, een hogere plaag, Hoogerheide.",
        "HOGER ONDERWIJS",
    ],
)
def test_words_read_right_stay(text: str) -> None:
    assert read_through(text) == text


def test_only_text_that_is_not_shown_is_read_through() -> None:
    words = "Zij volgden h0ger onderwljs in de stad"
    hidden = read(pdf(page(picture(), line(words, mode=3))))
    assert [block.text for block in hidden.blocks] == ["Zij volgden hoger onderwijs in de stad"]
    assert len(boxes_of(hidden.blocks[0], "hoger onderwijs")) == len("hoger onderwijs")
    assert [block.text for block in read(pdf(page(line(words)))).blocks] == [words]


def test_the_screen_sees_what_is_read() -> None:
    assert read(pdf(page(picture(), line("Zij volgden h0ger onderwljs", mode=3))), screened=True).blocks
