"""The reading view reads as a reader does, and every letter of it can be shown in the raw text."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termlint.dutch.view import View, reading_view

SIGNS = "-\u00ad\u2010\u2011\u00a0\u202f\u2009\u200b\u200d\ufeff’‘ʼ`´ﬁﬄĳ\u0301\u0308 \t\n\r"
LETTERS = "abeghilnoHO1é.,('😀"
RAW = st.text(st.sampled_from(SIGNS + LETTERS), max_size=60)
PLAIN = st.text(
    st.sampled_from(string.ascii_letters + string.digits + ".,;:!?()/&+'\"-"), min_size=1, max_size=12
)


def spans(view: View) -> list[tuple[int, int]]:
    """Where each character of the view stands in the raw text."""
    return [view.raw_span(at, at + 1) for at in range(len(view.text))]


@given(RAW)
@example("hoog-\nopgeleid")
@example("mbo-\r\n  opgeleide")
@example("H O G E R onderwijs")
@example("cafe\u0301 ﬁets")
@example("\u00ad\n")
def test_every_letter_of_the_view_stands_in_the_raw_text_in_order(raw: str) -> None:
    end = 0
    for begin, finish in spans(reading_view(raw)):
        assert 0 <= begin < finish <= len(raw)
        assert end <= finish
        assert begin >= end or finish == end, (
            "two letters share a place only when it is one sign (a ligature)"
        )
        end = finish


@given(RAW)
@example("mbo-\nen hbo")
def test_a_letter_of_the_view_is_the_letter_it_points_at(raw: str) -> None:
    view = reading_view(raw)
    for sign, (begin, finish) in zip(view.text, spans(view), strict=True):
        if sign.isalnum():
            assert sign in unicodedata.normalize("NFC", unicodedata.normalize("NFKC", raw[begin:finish]))


@given(RAW, st.data())
def test_a_span_runs_from_its_first_letter_to_its_last(raw: str, data: st.DataObject) -> None:
    view = reading_view(raw)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    each = spans(view)
    assert view.raw_span(start, end) == (each[start][0], each[end - 1][1])


@given(RAW)
def test_no_letter_is_lost_and_none_is_made(raw: str) -> None:
    def letters(text: str) -> str:
        bare = unicodedata.normalize("NFKD", text)
        return "".join(sign for sign in bare if sign.isalpha() and sign != "ʼ")

    assert letters(reading_view(raw).text) == letters(raw)


@given(st.lists(PLAIN, max_size=8).filter(lambda words: not any(len(w) == 1 and w.isalpha() for w in words)))
def test_plain_text_is_its_own_view(words: list[str]) -> None:
    text = " ".join(words)
    view = reading_view(text)
    assert view.text == text
    assert spans(view) == [(at, at + 1) for at in range(len(text))]


WORDS = st.sampled_from(
    ["hoog", "opgeleid", "mbo", "hbo", "en", "Noord", "Holland", "mbo’ers", "caf\u0065\u0301", "ﬁets"]
)
GLUE = st.sampled_from(
    [" ", "  ", "\n", "-\n", "-\r\n ", "\u00ad\n", "\u00ad", "-", "\u2011", "\u00a0", ", "]
)


@given(st.lists(st.tuples(WORDS, GLUE), max_size=8))
@example([("mbo", "-\n"), ("en", " "), ("hbo", "")])
def test_the_view_of_a_view_is_that_view(pairs: list[tuple[str, str]]) -> None:
    once = reading_view("".join(word + glue for word, glue in pairs)).text
    assert reading_view(once).text == once


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        pytest.param("hoog\u00adopgeleid", "hoogopgeleid", id="soft hyphen"),
        pytest.param("hoog\u200bopgeleid", "hoogopgeleid", id="zero-width space"),
        pytest.param("hoger\u00a0onderwijs", "hoger onderwijs", id="no-break space"),
        pytest.param("hoger\u202fonderwijs", "hoger onderwijs", id="narrow no-break space"),
        pytest.param("hoger  \t onderwijs", "hoger onderwijs", id="run of spaces"),
        pytest.param("hoger\nonderwijs", "hoger onderwijs", id="line end"),
        pytest.param("hoger\r\nonderwijs", "hoger onderwijs", id="CR LF"),
        pytest.param("mbo\u2011opgeleid", "mbo-opgeleid", id="no-break hyphen"),
        pytest.param("mbo\u2010opgeleid", "mbo-opgeleid", id="typographic hyphen"),
        pytest.param("laag–hoog", "laag–hoog", id="a dash is no hyphen"),
        pytest.param("mbo’ers", "mbo'ers", id="apostrophe in a word"),
        pytest.param("‘mbo’ en", "‘mbo’ en", id="quotation marks stay"),
        pytest.param("ﬁnancieel", "financieel", id="ligature"),
        pytest.param("cafe\u0301", "café", id="decomposed letter"),
        pytest.param("H O G E R onderwijs", "HOGER onderwijs", id="letters spaced for show"),
        pytest.param("wijk A B C", "wijk A B C", id="three letters in a row are letters"),
        pytest.param("hoog-\nopgeleid", "hoogopgeleid", id="hyphen of the printer"),
        pytest.param("mbo-\nopgeleid", "mbo-opgeleid", id="hyphen of the word"),
        pytest.param("hbo-\nen wo-opgeleid", "hbo- en wo-opgeleid", id="hanging hyphen"),
        pytest.param("mbo\u00ad\nleerling", "mboleerling", id="a soft hyphen always joins"),
        pytest.param("hoog - \nlaag", "hoog - laag", id="a hyphen apart is no line-end hyphen"),
    ],
)
def test_what_a_reader_sees(raw: str, seen: str) -> None:
    assert reading_view(raw, frozenset({"mbo"})).text == seen


@pytest.mark.parametrize(
    ("raw", "words", "place"),
    [
        pytest.param("zeer hoog-\nopgeleid.", "hoogopgeleid", "hoog-\nopgeleid", id="over a line-end hyphen"),
        pytest.param(
            "naar hoger \n onderwijs.", "hoger onderwijs", "hoger \n onderwijs", id="over a line end"
        ),
        pytest.param(
            "\u00adhoog\u00adopgeleid\u00ad", "hoogopgeleid", "hoog\u00adopgeleid", id="soft hyphens"
        ),
        pytest.param("😀 ﬁets", "fi", "ﬁ", id="a ligature after an astral sign"),
        pytest.param("ee\u0301n mbo", "één"[1:], "e\u0301n", id="decomposed"),
        pytest.param("het mbo", "mbo", "mbo", id="plain"),
    ],
)
def test_a_span_covers_what_it_says_and_no_more(raw: str, words: str, place: str) -> None:
    view = reading_view(raw)
    start = view.text.index(words)
    begin, end = view.raw_span(start, start + len(words))
    assert raw[begin:end] == place
