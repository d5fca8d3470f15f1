"""The fingerprint's laws: what never changes it, and what always does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termlint.matching.fingerprint import fingerprint, fold, neighbour, version_of

SENTENCE = "De stad telt veel hoogopgeleide inwoners."


def _mark(
    sentence: str = SENTENCE, *, rule: str = "hoogopgeleid", words: str = "hoogopgeleide", nth: int = 0
) -> str:
    return fingerprint(rule, words, sentence, nth)


def test_it_is_versioned_and_stable_over_releases() -> None:
    assert _mark() == "s1:543cf6ed49b44b188bca"
    assert version_of(_mark()) == "s1"


@pytest.mark.parametrize(
    "same",
    [
        pytest.param("De stad telt veel\n   hoogopgeleide inwoners.", id="wrapped"),
        pytest.param("De stad telt veel hoog-\nopgeleide inwoners.", id="line-end hyphen"),
        pytest.param(
            "De stad telt veel hoog\u00adopgeleide in\ufffewoners.", id="soft hyphen, PDFium's mark"
        ),
        pytest.param("De stad telt veel **hoogopgeleide** inwoners", id="bold in Markdown"),
        pytest.param("De stad telt ‘veel’ hoogopgeleide\u00a0inwoners…", id="quotes, no-break space"),
        pytest.param("DE STAD TELT VEEL HOOGOPGELEIDE INWONERS.", id="capitals"),
    ],
)
def test_typography_does_not_change_it(same: str) -> None:
    assert _mark(same) == _mark()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(_mark("De stad telde veel hoogopgeleide inwoners."), id="another sentence"),
        pytest.param(_mark(rule="ladder"), id="another rule"),
        pytest.param(_mark(words="hoogopgeleid"), id="other words"),
        pytest.param(_mark(nth=1), id="the second copy"),
    ],
)
def test_what_is_said_changes_it(other: str) -> None:
    assert other != _mark()


def test_composed_and_decomposed_letters_are_one() -> None:
    assert fold("cafe\u0301 ﬁets") == fold("café fiets") == "caféfiets"


def test_no_text_has_no_neighbour_mark() -> None:
    assert neighbour(" – \n") == ""
    assert re.fullmatch(r"[0-9a-f]{8}", neighbour("Een zin."))


LATIN = st.text(st.characters(max_codepoint=0x24F))


@given(LATIN, LATIN)
def test_folding_is_idempotent_and_splits_nowhere(left: str, right: str) -> None:
    assert fold(fold(left)) == fold(left)
    assert fold(f"{left}- \n{right}") == fold(left) + fold(right)


@given(st.text(), st.text(), st.integers(0, 99))
def test_any_text_has_a_fingerprint(words: str, sentence: str, nth: int) -> None:
    assert re.fullmatch(r"s1:[0-9a-f]{20}", fingerprint("r", words, sentence, nth))
