"""Laws of what is found and offered, over generated sentences: coordinations, and phrases of every rule."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from termlint import rulebook
from termlint.matching.coordination import MAX_MEMBERS, Member, Stems, extend_left
from termlint.rulebook.model import FormOf
from tests.language import applied, findings, uses, words
from tests.rules.test_screen import written

if TYPE_CHECKING:
    from termlint.model import Finding, Suggestion

pytestmark = pytest.mark.slow

RULES = rulebook.load()
MANY = int(os.environ.get("TERMLINT_EXAMPLES", "100"))
thorough = settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# --- coordination ------------------------------------------------------------------------------------

LEVELS = ("laag", "midden", "hoog", "lager", "hoger", "middelbaar")
FULL = ("opgeleid", "opgeleide", "opgeleiden")
JOINTS = (
    "en",
    "of",
    "én",
    "dan wel",
    "danwel",
    "noch",
    "tot",
    "versus",
    "tegen",
    "en/of",
    "t/m",
    "plus",
    "&",
)
TOKENS = (
    *LEVELS,
    *FULL,
    *"-,/&+.(",
    "en",
    "of",
    "dan",
    "wel",
    "t",
    "m",
    "van",
    "voor",
    "naar",
    "is",
    "zeer",
    "De",
    "x",
)
STEMS = Stems.of(
    [
        *(Member("x", (level,), (FormOf((level,), "adjective"),)) for level in LEVELS),
        Member("y", ("t", "-", "m"), (FormOf(("t",), "adjective"), FormOf(("m",), "adjective"))),
    ],
    "x",
)


@settings(max_examples=4 * MANY, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=14), st.data(), st.booleans())
@example(["hoog", "-", ",", "en", "laag"], None, True)
@example([","], None, False)
def test_a_coordination_reaches_left_over_its_members_and_no_further(
    tokens: list[str], data: st.DataObject | None, joined: bool
) -> None:
    first = data.draw(st.integers(0, len(tokens))) if data else len(tokens)
    start, members = extend_left(tokens, first, STEMS, joined=joined)
    assert 0 <= start <= first
    assert len(members) <= MAX_MEMBERS
    assert bool(members) == (start < first)
    at = start
    for member in members:
        inside = [word.lower() for word in tokens[at:first]]
        assert any(
            tuple(inside[skip : skip + len(member.tokens)]) == member.tokens for skip in range(len(inside))
        )
        at += len(member.tokens)
    assert (
        not members
        or tuple(word.lower() for word in tokens[start:])[: len(members[0].tokens)] == members[0].tokens
    )


@st.composite
def coordinations(draw: st.DrawFn) -> str:
    """Two or three levels with a hanging hyphen, and the last one written in full."""
    levels = draw(st.lists(st.sampled_from(LEVELS[:3]), min_size=2, max_size=3, unique=True))
    joint = draw(st.sampled_from(JOINTS))
    space = draw(st.sampled_from([" ", "  ", "\n", "\u00a0"]))
    full = f"{levels[-1]}{draw(st.sampled_from(['', '-', ' ']))}{draw(st.sampled_from(FULL))}"
    return f"{', '.join(f'{level}-' for level in levels[:-1])}{space}{joint} {full}"


@thorough
@given(
    coordinations(),
    st.sampled_from(["Daar wonen {} samen.", "{} wonen daar.", "Wij telden (veel) {}: genoeg."]),
)
def test_a_coordination_is_one_finding_over_all_its_words(coordinated: str, frame: str) -> None:
    text = frame.format(coordinated)
    (use,) = uses(text, RULES)
    assert words(text, use) == coordinated


# --- findings and offers --------------------------------------------------------------------------------

ANY = st.sampled_from([phrase for rule in RULES.rules for phrase in rule.phrases if phrase.slots]).flatmap(
    written
)
BEFORE = st.sampled_from(
    ["Zo staat er ", "De stad telt veel ", "", "Het ", "\u00ad😀 Een\u00a0", "Eerst dit. ", "- "]
)
AFTER = st.sampled_from([" in de tekst.", ".", "", ": hbo", " (mbo)", "\nen meer.", ", zegt zij; klaar!"])
SENTENCES = st.builds(lambda *parts: "".join(parts), BEFORE, ANY, AFTER)


def changed(text: str, finding: Finding, offer: Suggestion) -> tuple[str, int, int]:
    """The text with an offer applied, and the stretch that holds the old words and the new."""
    start = min([finding.location.block_start, *(edit.start for edit in offer.edits)])
    end = max([finding.location.block_end, *(edit.end for edit in offer.edits)])
    grown = sum(len(edit.text) - (edit.end - edit.start) for edit in offer.edits)
    return applied(text, offer.edits), start, end + grown


@thorough
@given(SENTENCES)
def test_findings_lie_in_their_block_in_order_and_say_its_words(text: str) -> None:
    found = findings(text, RULES)
    for one in found:
        assert 0 <= one.location.block_start < one.location.block_end <= len(text)
        assert one.text == " ".join(words(text, one).split())
        assert one.text
    for one, other in pairwise(found):
        assert one.location.block_end <= other.location.block_start


@thorough
@given(SENTENCES)
def test_edits_lie_in_the_block_apart_and_change_something(text: str) -> None:
    for finding in findings(text, RULES):
        for offer in finding.suggestions:
            assert (offer.safety == "advice") == (not offer.edits)
            ordered = sorted(offer.edits, key=lambda edit: edit.start)
            assert all(0 <= edit.start <= edit.end <= len(text) for edit in ordered)
            assert all(one.end <= other.start for one, other in pairwise(ordered))
            if offer.edits:
                assert applied(text, offer.edits) != text


@thorough
@given(SENTENCES)
def test_what_was_corrected_is_not_found_again(text: str) -> None:
    for finding in uses(text, RULES):
        for offer in finding.suggestions[:1]:
            assume(offer.edits)
            after, start, end = changed(text, finding, offer)
            again = [
                use.text
                for use in uses(after, RULES)
                if use.rule == finding.rule
                and use.location.block_start < end
                and start < use.location.block_end
            ]
            assert not again, (finding.text, offer.text, after)
