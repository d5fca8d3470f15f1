"""A hyphen at a line end: the printer's, the word's, or left hanging."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.dutch.hyphens import resolve
from termlint.rulebook import load

ABBREVIATIONS = load().abbreviations


@pytest.mark.parametrize(
    ("before", "after", "meaning"),
    [
        pytest.param("zeer hoog", "opgeleid", "join", id="a broken word"),
        pytest.param("het onder", "wijs van", "join", id="a broken syllable"),
        pytest.param("in Over", "vecht", "join", id="a broken name"),
        pytest.param("de mbo", "opgeleide", "keep", id="abbreviation"),
        pytest.param("de MBO", "studenten", "keep", id="abbreviation in capitals"),
        pytest.param("de VVD", "fractie", "keep", id="any word in capitals"),
        pytest.param("in Noord", "Holland", "keep", id="a name goes on with a capital"),
        pytest.param("mbo 4", "diploma", "keep", id="a figure before"),
        pytest.param("Covid", "19", "keep", id="a figure after"),
        pytest.param("hbo+", "niveau", "keep", id="a sign before"),
        pytest.param("de hbo", "en wo-opgeleiden", "hang", id="en"),
        pytest.param("hoog", "of laagopgeleid", "hang", id="of"),
        pytest.param("hoog", "én laagopgeleid", "hang", id="én"),
        pytest.param("gemeente", "ontwikkeling", "join", id="no conjunction, though it begins like one"),
        pytest.param("de onder", "neming", "join", id="a syllable"),
    ],
)
def test_what_a_line_end_hyphen_stands_for(before: str, after: str, meaning: str) -> None:
    assert resolve(before, after, ABBREVIATIONS) == meaning


@given(st.sampled_from(sorted(ABBREVIATIONS)), st.sampled_from(["student", "opgeleid", "beleid"]))
def test_an_abbreviation_keeps_its_hyphen_and_its_capitals_change_nothing(short: str, head: str) -> None:
    assert resolve(short, head, ABBREVIATIONS) == resolve(short.upper(), head, ABBREVIATIONS) == "keep"
    assert resolve(short, head, ABBREVIATIONS - {short}) == ("keep" if short[-1].isdigit() else "join")


@given(st.text(max_size=20), st.text(max_size=20))
def test_there_is_always_an_answer(before: str, after: str) -> None:
    assert resolve(before, after) in ("join", "keep", "hang")


@given(
    st.text(alphabet="abcde \n", max_size=12),
    st.sampled_from(["hoog", "mbo", "Noord"]),
    st.sampled_from(["en", "op", "Ho"]),
)
def test_only_the_words_beside_the_hyphen_count(far: str, left: str, right: str) -> None:
    assert resolve(f"{far} {left}", f"{right} {far}") == resolve(left, right)
