"""A coordination is one finding, in every spelling, with the exact words; what only looks like one is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint import rulebook
from tests.language import found

if TYPE_CHECKING:
    from termlint.rulebook.model import Ruleset

OPGELEID = "hoog-laag-opgeleid"

WHOLE = [
    # TERMINOLOGY of the field: hanging hyphen, no hyphen, conjunctions of all kinds
    "hoog- en laagopgeleiden",
    "hoger- en lageropgeleiden",
    "hoger en lager opgeleiden",
    "hoog of laag opgeleid",
    "hoog- én laagopgeleid",
    "hoog- of laagopgeleide",
    "laag-, midden- en hoogopgeleiden",
    "laag, middelbaar of hoog opgeleid",
    "laag tot middelbaar opgeleid",
    "laag versus hoog opgeleid",
    "laag tegen hoog opgeleid",
    "hoogopgeleid-laagopgeleid",
    "hoogopgeleid en laagopgeleid",
    "hoog dan wel laag opgeleid",
    "hoog- danwel laagopgeleiden",
    "midden en hoogopgeleiden",
    "laag- & hoogopgeleiden",
    "hoog-/laagopgeleiden",
    "laag-, midden-, en hoogopgeleiden",
    "hoog- en/of laagopgeleiden",
    "laag- t/m hoogopgeleiden",
    "laag- plus middenopgeleiden",
    "hoog- noch laagopgeleiden",
    "Hoog- en laagopgeleiden",
    "HOOG- EN LAAGOPGELEIDEN",
    "hoog\u2011 en laagopgeleiden",
    "hoog-\u00a0en laagopgeleiden",
    "hoog-  en\tlaagopgeleiden",
]
OTHER_RULES = [
    ("geschoold", "laag- en hooggeschoolden"),
    ("geschoold", "lager en hoger geschoolden"),
    ("praktisch-theoretisch", "theoretisch en praktisch opgeleiden"),
    ("praktisch-theoretisch", "praktisch en theoretisch onderwijs"),
    ("mbo-en-hoger-onderwijs", "mbo en hoger onderwijs"),
    ("mbo-en-hoger-onderwijs", "mbo en het hoger onderwijs"),
    ("mbo-en-hoger-onderwijs", "mbo, hbo en hoger onderwijs"),
    ("op-en-afstromen", "op- en afstromen"),
    ("werk-en-denkniveau", "hbo- of wo-werk- en denkniveau"),
    ("werk-en-denkniveau", "hbo/wo werk- en denkniveau"),
    ("werk-en-denkniveau", "mbo- of hbo-werk- en -denkniveau"),
]


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rulebook.load()


@pytest.mark.parametrize("words", WHOLE)
def test_a_coordination_is_one_finding_with_its_exact_words(rules: Ruleset, words: str) -> None:
    text = f"Wij telden in deze stad {words}, zegt het studentenpanel."
    assert found(text, rules) == [(OPGELEID, words)]


@pytest.mark.parametrize(("rule", "words"), OTHER_RULES, ids=[words for _, words in OTHER_RULES])
def test_other_heads_coordinate_too(rules: Ruleset, rule: str, words: str) -> None:
    assert found(f"Wij vragen studenten met {words}, zegt het panel.", rules) == [(rule, words)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hoog- en laagwater wisselen elkaar af.", id="water"),
        pytest.param("De hoog- en laagbouw in de wijk.", id="building"),
        pytest.param("De hoog- en laagspanning is eraf.", id="voltage"),
        pytest.param("De hoge en lage inkomens groeien.", id="incomes"),
        pytest.param("De kosten zijn hoog en laag opgegeven.", id="opgegeven"),
        pytest.param("Wij werken op en af met stromen.", id="loose particles"),
        pytest.param("Goed- en vakopgeleiden helpen.", id="other degree"),
    ],
)
def test_what_looks_like_one_is_silent(rules: Ruleset, text: str) -> None:
    assert found(text, rules) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "De druk is hoog en laagopgeleiden wonen daar.", "laagopgeleiden", id="a predicate before"
        ),
        pytest.param("De druk is hoog. Laagopgeleiden wonen daar.", "Laagopgeleiden", id="another sentence"),
        pytest.param("De huren zijn hoog, laagopgeleiden vertrekken.", "laagopgeleiden", id="only a comma"),
        pytest.param("Jong- en hoogopgeleiden wonen daar.", "hoogopgeleiden", id="a member of no rule"),
    ],
)
def test_only_what_belongs_to_it_is_taken(rules: Ruleset, text: str, words: str) -> None:
    assert [place for _, place in found(text, rules)] == [words]


@pytest.mark.parametrize(
    ("words", "rule"),
    [("hoog- en hogeropgeleiden", "hoog-opgeleid"), ("laag- en lageropgeleiden", "laag-opgeleid")],
)
def test_members_of_one_rule_keep_their_rule(rules: Ruleset, words: str, rule: str) -> None:
    assert found(f"Daar wonen {words} samen.", rules) == [(rule, words)]


@pytest.mark.parametrize("end", ["-\n", "-\r\n", "- \n", "-\n  "], ids=repr)
def test_a_hanging_hyphen_at_a_line_end_hangs(rules: Ruleset, end: str) -> None:
    text = f"Wij telden hoog{end}en laagopgeleiden in de stad."
    assert [rule for rule, _ in found(text, rules)] == [OPGELEID]
