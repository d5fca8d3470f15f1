"""The signs and words that part or forbid the members of a coordination, and how many there may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint import rulebook
from tests.language import found

if TYPE_CHECKING:
    from termlint.rulebook.model import Ruleset


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return rulebook.load()


def words(text: str, rules: Ruleset) -> list[str]:
    return [words for _, words in found(text, rules)]


@pytest.mark.parametrize("sign", ["/", "&", "+", "–", "—"])
def test_each_sign_joins_two_words(rules: Ruleset, sign: str) -> None:
    assert words(f"Wij telden hoog {sign} laag opgeleiden hier.", rules) == [f"hoog {sign} laag opgeleiden"]


@pytest.mark.parametrize("sign", [";", ":", "=", "*", "·"])
def test_another_sign_parts_them(rules: Ruleset, sign: str) -> None:
    assert words(f"Wij telden hoog {sign} laag opgeleiden hier.", rules) == ["laag opgeleiden"]


PREPOSITIONS = ["voor", "van", "met", "bij", "naar", "onder", "door", "over", "aan", "in"]


@pytest.mark.parametrize("word", PREPOSITIONS)
def test_each_preposition_may_be_repeated_behind_a_hanging_hyphen(rules: Ruleset, word: str) -> None:
    assert words(f"Het telt voor hoog- en {word} laagopgeleiden.", rules) == [
        f"hoog- en {word} laagopgeleiden"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            pytest.param(
                f"Het telt hoog en {word} laagopgeleiden.", ["laagopgeleiden"], id=f"no hyphen, {word}"
            )
            for word in PREPOSITIONS
        ),
        pytest.param(
            "Het telt voor hoog- en uit laagopgeleiden.", ["laagopgeleiden"], id="no such preposition"
        ),
    ],
)
def test_elsewhere_a_preposition_ends_it(rules: Ruleset, text: str, expected: list[str]) -> None:
    assert words(text, rules) == expected


@pytest.mark.parametrize(
    "word",
    [
        *(
            "is",
            "zijn",
            "was",
            "wordt",
            "te",
            "zo",
            "heel",
            "erg",
            "zeer",
            "hoe",
            "vrij",
            "blijft",
            "blijven",
        ),
        *("ligt", "liggen", "staat", "even"),
    ],
)
def test_a_bare_word_behind_each_of_these_says_how_much(rules: Ruleset, word: str) -> None:
    assert words(f"De druk {word} hoog en laagopgeleiden wonen daar.", rules) == ["laagopgeleiden"]
    hanging = f"De druk {word} hoog- en laagopgeleiden wonen daar."
    assert words(hanging, rules) == ["hoog- en laagopgeleiden"]


def test_behind_another_word_it_is_a_member(rules: Ruleset) -> None:
    assert words("De stad telt nu hoog en laagopgeleiden.", rules) == ["hoog en laagopgeleiden"]


@pytest.mark.parametrize(
    ("before", "taken"),
    [
        pytest.param(5, 5, id="below the limit"),
        pytest.param(6, 6, id="at the limit"),
        pytest.param(7, 6, id="past it the first is left out"),
    ],
)
def test_a_coordination_has_at_most_six_members_before_the_last(
    rules: Ruleset, before: int, taken: int
) -> None:
    members = ["laag-" if n % 2 else "hoog-" for n in range(before)]
    told = f"{', '.join(members[before - taken :])} en middenopgeleiden"
    assert words(f"Wij telden {', '.join(members)} en middenopgeleiden.", rules) == [told]
