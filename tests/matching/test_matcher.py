"""Phrases are found in every form and spelling that Dutch allows, and nowhere else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termlint import rulebook
from termlint.matching.match import longest, neighbours
from termlint.matching.matcher import Analyser
from tests.language import found, uses

if TYPE_CHECKING:
    from termlint.rulebook.model import Ruleset


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rulebook.load()


FORMS = {
    "hoog-opgeleid": [
        "hoogopgeleid", "hoogopgeleide", "hoogopgeleiden", "hoog opgeleid", "hoog opgeleiden",
        "hoog-opgeleiden", "hoger opgeleide", "hogeropgeleiden", "hoogst opgeleide", "(hoog)opgeleide",
        "hoogopgeleidenbuurt", "HOOGOPGELEIDEN", "Hoogopgeleiden", "hoog\u00adopgeleid",
        "hoog\u2011opgeleid", "hoog\u202fopgeleid", "hoog-\nopgeleid", "hoog\nopgeleid",
        "hoog\u200bopgeleid", "hoog  opgeleid",
    ],
    "laag-opgeleid": [
        "laagopgeleid", "lageropgeleid", "laagst opgeleiden", "laagopgeleidenwijken", "lager opgeleide",
    ],
    "midden-opgeleid": ["middenopgeleiden", "middelbaaropgeleid", "middelbaar opgeleide"],
    "geschoold": ["laaggeschoold", "laaggeschoolden", "hoger geschoold", "lager geschoolde"],
    "hoger-onderwijs": [
        "hoger onderwijs", "hoger\nonderwijs", "hoger onder-\nwijs", "hoger onder\u00adwijs",
    ],
    "mbo-leerling": [
        "mbo-leerling", "mbo-leerlingen", "MBO leerlingen", "mbo-leerling(en)", "mbo-scholieren",
        "mbo-deelnemer", "mbo-cursisten", "bbl-leerling", "bol-leerlingen", "roc-leerling",
        "mbo-leerlingenraad", "mbo-\nleerlingen",
    ],
    "werk-en-denkniveau": [
        "hbo werk- en denkniveau", "HBO werk en denkniveau", "hbo-werk- en -denkniveau",
        "mbo 4 werk- en denkniveau", "wo denk- en werkniveau", "hbo/wo werk- en denkniveau",
        "academisch werk- & denkniveau", "mbo+ denkniveau",
    ],
    "hbo-voluit": ["hoger beroepsonderwijs"],
    "op-en-afstromen": [
        "opstromen", "afstromen", "opgestroomd", "afgestroomd", "afstroom", "opstroommogelijkheden",
        "opstromers",
    ],
    "lager-onderwijs": ["lager onderwijs"],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule, each in FORMS.items() for words in each])
def test_every_form_is_found_with_its_exact_words(rules: Ruleset, rule: str, words: str) -> None:
    text = f"Studenten zien daar {words} in Utrecht."
    assert found(text, rules) == [(rule, words)]


SILENT = [
    "Hij ging in hoger beroep.", "De hoogleraar werkt aan de hogeschool.", "Zij is goed opgeleid.",
    "Zij is vakopgeleid tot kok.", "De kosten zijn hoog opgelopen.",
    "Het ligt hoger; onderwijs is er niet.",
    "De hogere opleidingskosten stijgen.", "Een hoger onderwijsbudget is nodig.",
    "De vmbo-leerling komt.",
    "Zij volgt de theoretische leerweg.", "Zij is omgeschoold tot kok.",
    "Het afstromend hemelwater loopt weg.",
    "De verkoopstromen nemen toe.", "De instroom en doorstroom van studenten.",
    "Zij komen op wo 12 mei.",
    "Ho Chi Minhstad is groot.", "De echo-instellingen van het toestel.",
    "Het denkniveau van kinderen groeit.",
    "Zij heeft mbo niveau 4 gedaan.", "Een mbo 4-diploma is genoeg.",
    "De leerlingen die naar het mbo gaan.",
    "Praktijkgericht onderwijs is goed.", "De middelbare school is dicht.",
    "Zij doet wetenschappelijk onderwijs.",
    "Slechts 12 mbo-plekken zijn vrij.", "Het hoogwater daalt, opgeleid personeel helpt.",
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_it_is_silent(rules: Ruleset, text: str) -> None:
    assert found(text, rules) == []


SPLIT = [
    ("Wie hoger is opgeleid, komt.", "hoger is opgeleid"),
    ("Zij stroomt vaker af naar het vmbo.", "stroomt vaker af"),
    ("Studenten stromen na een jaar op naar het hbo.", "stromen na een jaar op"),
    ("Studenten willen op te stromen.", "op te stromen"),
]


@pytest.mark.parametrize(("text", "words"), SPLIT)
def test_what_may_part_is_found_parted(rules: Ruleset, text: str, words: str) -> None:
    assert [place for _, place in found(text, rules)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wie hoger springt, is soms goed opgeleid.", id="a comma between"),
        pytest.param("Zij stroomt. Af en toe komt een student.", id="a stop between"),
        pytest.param(
            "Zij stromen met heel veel andere mensen samen in de grote zaal naar het hbo op.", id="too far"
        ),
    ],
)
def test_parts_that_do_not_belong_together_are_not_found(rules: Ruleset, text: str) -> None:
    assert found(text, rules) == []


def test_matches_that_stay_do_not_overlap_and_cover_every_match(rules: Ruleset) -> None:
    analyser = Analyser(rules)
    ids = [rule.id for rule in rules.rules if rule.phrases]
    text = "Studenten in het mbo en hoger onderwijs, hoog- en laagopgeleiden met hbo werk- en denkniveau."
    analysis = analyser.analyse(text, ids)
    kept = longest(analysis.matches)
    assert len(kept) == 3
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for match in analysis.matches:
        over = [other for other in kept if other.start < match.end and match.start < other.end]
        assert any(other.end - other.start >= match.end - match.start for other in over)
        assert text[match.start : match.end] == text[match.start : match.end].strip()
        assert analysis.tokens.starts[match.first] == match.start
        assert analysis.tokens.ends[match.last - 1] == match.end


def test_neighbours_are_the_words_beside_a_match(rules: Ruleset) -> None:
    analysis = Analyser(rules).analyse("Zij volgt het Hoger onderwijs, en dan werk.", ["hoger-onderwijs"])
    (match,) = longest(analysis.matches)
    beside = neighbours(match, analysis)
    assert (beside.before, beside.after) == ("zij volgt het", ", en dan")
    assert beside.follows(["het"])
    assert beside.follows(["volgt het"])
    assert not beside.follows(["et", "volgt", "^"])
    assert beside.precedes([", en"])
    assert not beside.precedes(["en", "$"])


WORDS = st.sampled_from(
    [
        "hoog",
        "laag",
        "-",
        "en",
        "of",
        "opgeleid",
        "opgeleiden",
        "hoger",
        "onderwijs",
        "mbo",
        "leerling",
        ",",
        ".",
        "(",
        ")",
        "‘",
        "’",
        ":",
        "x",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=10))
def test_findings_of_any_text_lie_in_it_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for use in uses(text, _rules()):
        assert end <= use.location.block_start < use.location.block_end <= len(text)
        end = use.location.block_end
        assert text[use.location.block_start] != " "
        assert text[end - 1] != " "


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=8), st.sampled_from(["Een gewone zin.", "Iets anders, zonder meer."]))
def test_a_sentence_before_changes_no_finding(words: list[str], other: str) -> None:
    text = " ".join(words).capitalize()
    places = [
        [(use.rule, use.location.block_start - len(first)) for use in uses(f"{first}{text}", _rules())]
        for first in ("Zo. ", f"{other} ")
    ]
    assert places[0] == places[1]


_LOADED: list[Ruleset] = []


def _rules() -> Ruleset:
    if not _LOADED:
        _LOADED.append(rulebook.load())
    return _LOADED[0]
