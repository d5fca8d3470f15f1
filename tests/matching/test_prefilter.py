"""The screen never keeps back what holds a finding, and keeps back what does not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from termlint import engine, rulebook
from termlint.dutch.view import reading_view
from termlint.matching.prefilter import Prefilter, fold
from tests.language import document

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.rulebook.model import Ruleset

SETS = {
    "onderwijs": (frozenset({"hoger", "lager"}), frozenset({"onderwijs"})),
    "mbo": (frozenset({" mbo"}), frozenset({"leerling"})),
}


@pytest.fixture(scope="module")
def prefilter() -> Prefilter:
    return Prefilter(SETS.items())


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rulebook.load()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("hoger onderwijs", {"onderwijs"}, id="all there"),
        pytest.param("HOGER\nONDER-\nWIJS", {"onderwijs"}, id="capitals, line ends, hyphen"),
        pytest.param("onderwijs, lager", {"onderwijs"}, id="in any order"),
        pytest.param("ho\u00adger\u200b onder\u00adwijs", {"onderwijs"}, id="invisible signs"),
        pytest.param("h o g e r onderwijs", {"onderwijs"}, id="spaced out"),
        pytest.param("hoger o**nder**wijs", {"onderwijs"}, id="markup"),
        pytest.param("hoger loon", set(), id="one of two"),
        pytest.param("het onderwijs", set(), id="the other of two"),
        pytest.param("mbo-leerling", {"mbo"}, id="a short word"),
        pytest.param("vmbo-leerling", set(), id="a short word must begin a word"),
        pytest.param("m\u2011\nbo-leerling", {"mbo"}, id="a no-break hyphen at a line end"),
        pytest.param("m\u00ad\u200b \nbo-leerling", {"mbo"}, id="a soft hyphen at a line end"),
        pytest.param("m\0bo-leerling", {"mbo"}, id="a null in a short word"),
        pytest.param("leerling op het mbo en hoger onderwijs", {"mbo", "onderwijs"}, id="two rules"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_a_rule_is_kept_where_each_of_its_sets_has_a_word(
    prefilter: Prefilter, text: str, kept: set[str]
) -> None:
    assert prefilter.rules(text) == kept
    assert prefilter.candidate(text) == bool(kept)


@given(st.text(max_size=60))
@example("ﬁets-\n\u00ad én cafe\u0301 ĳs")
def test_folding_knows_letters_and_digits_only_and_is_its_own_fold(text: str) -> None:
    assert all(sign.isalnum() for sign in fold(text))
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abhoger -\n\u00ad\u00a0’'MBO", max_size=40))
def test_the_reading_view_folds_as_its_raw_text(text: str) -> None:
    assert fold(reading_view(text).text) == fold(text)


@given(
    st.text(alphabet="hoger ondwijslamb-\n", max_size=30),
    st.text(alphabet="hoger ondwijslamb-\n", max_size=30),
)
def test_more_text_never_loses_a_rule_with_long_words(one: str, more: str) -> None:
    prefilter = Prefilter([("onderwijs", SETS["onderwijs"])])
    assert prefilter.rules(f"{one} hoger onderwijs {more}") == {"onderwijs"}


# --- with it and without it -------------------------------------------------------------------------

GLUE = st.sampled_from(
    [" ", "  ", "\n", "-\n", "\u00ad", "\u00a0", "-", "- en ", ", ", " of ", "/", "**", "’ ", "(", ". "]
)
WORDS = (
    "hoog laag hoger opgeleid opgeleiden midden onderwijs mbo vmbo hbo wo leerling leerlingen "
    "student werk denkniveau niveau op af stromen stroomt te in het de een zijn praktisch geschoold "
    "opleiding beroeps ho instelling"
)
PARTS = st.sampled_from(WORDS.split())
TEXTS = st.lists(st.tuples(PARTS, GLUE), min_size=1, max_size=9).map(
    lambda pairs: "".join(part + glue for part, glue in pairs)
)


def both_ways(text: str, rules: Ruleset) -> tuple[object, object]:
    made = document(text)
    return engine.find(made, rules), engine.find(made, rules, options=engine.Options(screened=False))


_RULES: list[Ruleset] = []


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("H O G E R onderwijs")
@example("hoger onder-\nwijs")
@example("(hoog)opgeleid en mbo-leerlin\u00adgen")
def test_screened_and_unscreened_agree_on_generated_text(text: str) -> None:
    if not _RULES:
        _RULES.append(rulebook.load())
    with_it, without_it = both_ways(text, _RULES[0])
    assert with_it == without_it


def test_they_agree_on_every_example_of_every_rule(rules: Ruleset) -> None:
    found = 0
    for rule in rules.rules:
        for shown in (*rule.flag_examples, *rule.pass_examples):
            with_it, without_it = both_ways(shown.text, rules)
            assert with_it == without_it, shown.text
            found += bool(with_it)
    assert found > len(rules.rules)


def test_they_agree_on_the_labelled_sentences(gold: Path, rules: Ruleset) -> None:
    rows = [json.loads(row) for row in (gold / "dev.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        with_it, without_it = both_ways(row["text"], rules)
        assert with_it == without_it, row["text"]


def test_every_rule_can_be_kept_back(rules: Ruleset) -> None:
    """A rule that any text may hold would make the screen useless."""
    plain = "De gemeente werkt aan veilige fietspaden, en de raad besluit daar in mei over. Het is mooi weer."
    assert engine.Checker(rules).candidate(plain) is False
