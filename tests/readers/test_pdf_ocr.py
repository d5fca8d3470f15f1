"""Scans with a text layer: letters taken for others are read through."""

from __future__ import annotations

import pytest

from termlint.dutch.view import reading_view
from termlint.readers import ReadOptions
from termlint.readers.base import Vocabulary
from termlint.readers.pdf.ocr import INSIDE, WHOLE, Restorer
from termlint.rulebook import load
from termlint.rulebook.patterns import vocabulary
from tests.builders.pdf import line, page, pdf, picture
from tests.readers.pdf_helpers import boxes_of, read

WORDS = vocabulary(load().rules)
OPTIONS = ReadOptions(vocabulary=Vocabulary(words=lambda: WORDS))


def read_through(text: str, words: frozenset[str] = WORDS) -> str:
    return Restorer(words).read_through(text)


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
    hidden = read(pdf(page(picture(), line(words, mode=3))), options=OPTIONS)
    assert [block.text for block in hidden.blocks] == ["Zij volgden hoger onderwijs in de stad"]
    assert len(boxes_of(hidden.blocks[0], "hoger onderwijs")) == len("hoger onderwijs")
    assert [block.text for block in read(pdf(page(line(words))), options=OPTIONS).blocks] == [words]


def test_the_screen_sees_what_is_read() -> None:
    assert read(
        pdf(page(picture(), line("Zij volgden h0ger onderwljs", mode=3))), screened=True, options=OPTIONS
    ).blocks


def test_the_words_are_those_of_the_ruleset() -> None:
    wijken = frozenset({"kwetsbare", "wijk"})
    assert (
        read_through("de kwetsbar\u00e8 wljk, h0ger onderwljs", wijken)
        == "de kwetsbare wijk, h0ger onderwljs"
    )
    assert read_through("de kwetsbar\u00e8 wljk", frozenset()) == "de kwetsbar\u00e8 wljk"
    pages = pdf(page(picture(), line("Zij volgden h0ger onderwljs", mode=3)))
    assert [block.text for block in read(pages).blocks] == ["Zij volgden h0ger onderwljs"]


@pytest.mark.parametrize("word", sorted(word for word in WORDS if word.isalpha()))
def test_no_word_of_the_rules_becomes_another(word: str) -> None:
    """Not even where it stands in a longer word, or in capitals."""
    for text in (word, word.upper(), word.capitalize(), f"x{word}x"):
        assert read_through(text) == text


@pytest.mark.parametrize(
    ("word", "read_as", "restored"),
    [
        pytest.param("z" * (WHOLE - 2) + "ol", "z" * (WHOLE - 2) + "0l", True, id="whole"),
        pytest.param("z" * (WHOLE - 3) + "ol", "z" * (WHOLE - 3) + "0l", False, id="too short"),
        pytest.param("z" * (INSIDE - 2) + "ol", "x" + "z" * (INSIDE - 2) + "0lx", True, id="inside"),
        pytest.param("z" * (INSIDE - 3) + "ol", "x" + "z" * (INSIDE - 3) + "0lx", False, id="part"),
    ],
)
def test_how_long_a_word_must_be(word: str, read_as: str, restored: bool) -> None:
    assert (read_through(read_as, frozenset({word})) != read_as) is restored


@pytest.mark.parametrize(
    ("word", "signs"),
    [
        *(("zzzlzzz", sign) for sign in "1i\u00ed\u00ecI|!"),
        *(("zzzizzz", sign) for sign in "1l\u00ed\u00ec|!"),
        *(("zzzjzzz", sign) for sign in "i"),
        *(("zzzozzz", sign) for sign in "0\u00b0"),
        *(("zzzezzz", sign) for sign in "c\u00e9\u00e8\u00eb"),
        *(("zzzszzz", sign) for sign in "5$"),
        *(("zzzgzzz", sign) for sign in "9q"),
        *(("zzzmzzz", sign) for sign in ("rn",)),
        *(("zzzwzzz", sign) for sign in ("vv",)),
        *(("zzzdzzz", sign) for sign in ("cl",)),
    ],
)
def test_each_sign_that_is_taken_for_a_letter(word: str, signs: str) -> None:
    read_as = word.replace(word[3], signs)
    assert reading_view(read_through(read_as, frozenset({word}))).text == word
    assert read_through(word.replace(word[3], "x"), frozenset({word})) == word.replace(word[3], "x")
