"""Which stretches of a text are between quotation marks, and which signs are apostrophes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.dutch.quotes import quotes

PAIRS = ["“”", "„”", "„“", "‘’", "‚’", "«»", "»«", '""', "''"]


def told(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes(text)]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(
    "inside", ["hoog", "hoger onderwijs", "de mbo'ers", "foto's", "hoog- en laagopgeleid"], ids=str
)
def test_every_pair_of_marks_quotes_what_is_between(pair: str, inside: str) -> None:
    for text in (
        f"Zij zegt {pair[0]}{inside}{pair[1]} en lacht.",
        f"{pair[0]}{inside}{pair[1]}",
        f"({pair[0]}{inside}{pair[1]}).",
    ):
        assert told(text) == [inside]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("“De ‘hoge’ opleiding” is oud.", ["De ‘hoge’ opleiding", "hoge"], id="nested"),
        pytest.param("\"Zeg niet 'hoog'\", zei hij.", ["Zeg niet 'hoog'", "hoog"], id="nested straight"),
        pytest.param("‘hoog’ en ‘laag’", ["hoog", "laag"], id="two in a row"),
        pytest.param("‘hoger’ onderwijs en “lager” onderwijs", ["hoger", "lager"], id="two kinds"),
        pytest.param("wij zien ‘hoog’, niet ‘laag’.", ["hoog", "laag"], id="before signs"),
        pytest.param(
            "“Een alinea die niet sluit.", ["Een alinea die niet sluit."], id="goes on in the next paragraph"
        ),
        pytest.param("‘s ochtends is ‘hoog’ laag", ["hoog"], id="a wrong ‘s opens nothing"),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De mbo'ers en hbo'ers maken foto's.", id="straight apostrophes"),
        pytest.param("De mbo’ers en hbo’ers maken foto’s.", id="curly apostrophes"),
        pytest.param("'s Morgens en 's avonds.", id="’s before a word"),
        pytest.param("’s Ochtends om 8 uur, ’t kan.", id="curly ’s and ’t"),
        pytest.param("In 's-Hertogenbosch en 's-Gravenhage.", id="place names"),
        pytest.param('Er staat een "open mark en verder niets.', id="never closed"),
        pytest.param("Hij zei “dit en meer niet.", id="never closed, not at the beginning"),
        pytest.param('Een plank van 5" en een van 6 duim.', id="inches"),
        pytest.param("Niets.", id="none"),
        pytest.param("", id="empty"),
    ],
)
def test_apostrophes_and_open_marks_quote_nothing(text: str) -> None:
    assert told(text) == []


def test_a_quotation_of_many_lines_is_a_mark_that_was_never_closed() -> None:
    assert told(f"Zij zegt “{'a' * 1500}” hier.")
    assert not told(f"Zij zegt “{'a' * 1501}” hier.")


def test_a_quotation_that_a_later_paragraph_closes_is_no_longer_either() -> None:
    assert told("“" + "a" * 1499)
    assert not told("“" + "a" * 1500)


@given(st.text(alphabet="ab 'e\"“”‘’„«».,s-", max_size=60))
def test_quotations_lie_in_the_text_in_order_and_never_cross(text: str) -> None:
    found = quotes(text)
    assert found == sorted(found, key=lambda quote: (quote.start, -quote.end))
    for quote in found:
        assert 0 < quote.start <= quote.end <= len(text)
        assert text[quote.start - len(quote.mark) : quote.start] == quote.mark
    for one in found:
        for other in found:
            assert not one.start < other.start <= one.end < other.end


@pytest.mark.parametrize("word", ["s", "t", "n", "k", "m", "r", "ie", "em", "er", "ns"])
def test_each_word_with_an_apostrophe_opens_nothing(word: str) -> None:
    assert told(f"Dat is '{word} dag' hier.") == []
    assert told(f"Dat is '{word}x dag' hier.") == [f"{word}x dag"]


@pytest.mark.parametrize("marks", ["“”", "„”", "„“", "«»", "»«", "‹›", "‘’", "‚’", "‚‘", "””", '""', "''"])
def test_each_pair_of_marks(marks: str) -> None:
    assert told(f"Zij zegt {marks[0]}dit en meer{marks[1]} hier.") == ["dit en meer"]


@pytest.mark.parametrize(
    ("inside", "kept"),
    [
        pytest.param(49, True, id="fifty at a time"),
        pytest.param(50, False, id="the oldest is given up"),
    ],
)
def test_of_many_marks_that_are_never_closed_the_oldest_are_given_up(inside: int, kept: bool) -> None:
    assert bool(told("Zij zegt “a" + " «a" * inside + "” hier.")) == kept
