"""What counts as one word: signs stand apart, markup and quotation marks are none, identifiers stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.dutch.tokens import SKIPPED, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("hoog-opgeleid", ["hoog", "-", "opgeleid"], id="hyphen"),
        pytest.param("hbo/wo", ["hbo", "/", "wo"], id="slash"),
        pytest.param("hoger onderwijs.", ["hoger", "onderwijs", "."], id="stop"),
        pytest.param("mbo'ers", ["mbo'ers"], id="apostrophe"),
        pytest.param("‘hoger’ onderwijs", ["hoger", "onderwijs"], id="quotation marks"),
        pytest.param("**hoog**opgeleid", ["hoog", "opgeleid"], id="bold marks"),
        pytest.param("(hoog)opgeleide", ["hoog", "opgeleide"], id="bracketed beginning"),
        pytest.param("opgeleid(e)", ["opgeleid(e)"], id="bracketed ending"),
        pytest.param("leerling(en)", ["leerling(en)"], id="bracketed plural"),
        pytest.param("(v)mbo", ["(v)mbo"], id="(v)mbo is one word"),
        pytest.param(
            "hoog (of laag)", ["hoog", "(", "of", "laag", ")"], id="brackets around words are signs"
        ),
        pytest.param("HoogOpgeleid_3", ["HoogOpgeleid_3"], id="identifier"),
        pytest.param("laagopgeleid_2CAT", ["laagopgeleid_2CAT"], id="column name"),
        pytest.param("hoogopgeleiden1 wonen", ["hoogopgeleiden", "1", "wonen"], id="note number"),
        pytest.param("hoogopgeleiden¹ wonen", ["hoogopgeleiden", "¹", "wonen"], id="raised note number"),
        pytest.param("mbo4 en hr21", ["mbo4", "en", "hr21"], id="a figure of its own"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


@given(st.text(alphabet="abé1_-/'\"‘’*~`()[].,: \n😀", max_size=60))
def test_tokens_are_the_text_in_order_and_what_is_left_out_is_space_or_a_mark(text: str) -> None:
    tokens = tokenize(text)
    end, left_out = 0, ""
    for word, begin, finish in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert text[begin:finish] == word
        assert begin >= end
        left_out += text[end:begin]
        end = finish
    left_out += text[end:]
    assert all(sign.isspace() or sign in SKIPPED or sign in "()" for sign in left_out)


@given(st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=8), max_size=6))
def test_plain_words_are_the_words_between_spaces(words: list[str]) -> None:
    assert tokenize(" ".join(words)).words == words
