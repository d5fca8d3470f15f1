"""`ruletest` sees each thing that can be wrong with a rule, and nothing in one that is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.errors import RuleError
from termlint.execution import rule_test
from termlint.rulebook import load
from tests.rulebook.packs import RULE, changed, pack

if TYPE_CHECKING:
    from pathlib import Path

    from termlint.execution.rule_test import Failure

pytestmark = pytest.mark.slow

FLAG = "- Hier staat een [proefwoord] in de zin."
PASS = "- Hier staat niets."
ADVICE = "- {text: schrijf iets anders, safety: advice}"


def failures(folder: Path, text: str) -> list[Failure]:
    ruleset = load([pack(folder, text)])
    return list(rule_test.failures([ruleset.by_id()["proef"]], ruleset))


def test_a_rule_that_does_what_it_says(tmp_path: Path) -> None:
    assert failures(tmp_path, RULE) == []


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        pytest.param(
            changed((FLAG, "- Hier staat een [proefwoordje] in de zin.")),
            "rule-test-missing",
            "[proefwoordje]",
            id="missing",
        ),
        pytest.param(
            changed((FLAG, "- Hier staat [een proefwoord] in de zin.")),
            "rule-test-span",
            "[een proefwoord]",
            id="another span",
        ),
        pytest.param(
            changed((FLAG, "- Hier staat het woord ‘[proefwoord]’ in de zin.")),
            "rule-test-softer",
            "‘[proefwoord]’",
            id="softer",
        ),
        pytest.param(
            changed((PASS, "- Hier staat ook een proefwoord.")),
            "rule-test-noisy",
            "ook een proefwoord",
            id="noisy",
        ),
        pytest.param(
            changed((PASS, "- {text: 'Hier staat [proefwoord].', outcome: info}")),
            "rule-test-noisy",
            "outcome: info",
            id="firmer than it should be",
        ),
        pytest.param(
            changed((FLAG, FLAG.replace(" in de zin", " bij een proefwoord"))),
            "rule-test-noisy",
            "bij een proefwoord",
            id="noisy beside the marked words",
        ),
        pytest.param(
            changed((PASS, "- {text: Hier staat niets., outcome: info}")),
            "rule-test-no-info",
            "outcome: info",
            id="nothing as information",
        ),
        pytest.param(
            changed((FLAG, "- {text: 'Hier staat een [proefwoord].', suggest: iets}")),
            "rule-test-offer",
            "suggest: iets",
            id="another suggestion",
        ),
        pytest.param(
            changed((ADVICE, "- {text: proefwoord, safety: choice}")),
            "rule-test-corrected",
            FLAG,
            id="the correction is reported again",
        ),
        pytest.param(
            changed((ADVICE, "- {text: hoogopgeleide, safety: choice}")),
            "rule-test-offer-flagged",
            FLAG,
            id="another rule reports the correction",
        ),
        pytest.param(
            RULE + "except:\n  - naam van een proefwoord\n",
            "rule-test-exception",
            "naam van een proefwoord",
            id="idle exception",
        ),
        pytest.param(
            changed(("match:\n  - proefwoord\n", "match:\n  - proefwoord\n  - de het\n")),
            "rule-test-literals",
            "- de het",
            id="no literals",
        ),
        pytest.param(
            changed(
                (
                    "match:\n  - proefwoord\n",
                    "match:\n  - {tokens: [{LOWER: proefwoord}], literals: [elders]}\n",
                )
            ),
            "rule-test-missing",
            FLAG,
            id="literals that are not necessary",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, text: str, code: str, at: str) -> None:
    found = failures(tmp_path, text)
    assert code in [failure.code for failure in found]
    failure = next(each for each in found if each.code == code)
    assert (failure.rule, failure.path) == ("proef", tmp_path / "proef.yaml")
    assert at in text.splitlines()[failure.line - 1]


def test_without_a_suggestion_the_expected_one_is_missed(tmp_path: Path) -> None:
    text = changed(
        (f"suggest:\n  {ADVICE}\n", ""), (FLAG, "- {text: 'Hier staat een [proefwoord].', suggest: iets}")
    )
    assert [failure.code for failure in failures(tmp_path, text)] == ["rule-test-no-offer"]


def test_an_exception_that_counts_in_a_pass_example_is_fine(tmp_path: Path) -> None:
    text = changed((PASS, "- Dit is de naam van een proefwoord.")) + "except:\n  - naam van een proefwoord\n"
    assert failures(tmp_path, text) == []


def test_the_profile_of_an_example_counts(tmp_path: Path) -> None:
    text = (
        changed((FLAG, "- {text: 'Een [proefwoord].', profile: vacature}")) + "profiles: {vacature: error}\n"
    )
    assert failures(tmp_path, text) == []


def test_a_pattern_that_spacy_does_not_take_is_a_mistake_in_the_file(tmp_path: Path) -> None:
    tokens = "{tokens: [{LOWER: {FUZZY: {REGEX: 3}}}], literals: [proef]}"
    ruleset = load([pack(tmp_path, changed(("  - proefwoord\nsuggest", f"  - {tokens}\nsuggest")))])
    with pytest.raises(RuleError) as raised:
        list(rule_test.failures([ruleset.by_id()["proef"]], ruleset))
    assert (raised.value.code, raised.value.path) == ("rule-bad-tokens", tmp_path / "proef.yaml")
    assert raised.value.line == 10


def test_corrections_come_one_for_each_suggestion() -> None:
    text = "Er is werk voor laagopgeleiden."
    ruleset = load()
    found = list(rule_test.findings(text, ruleset))
    made = [corrected for corrected, _offers, _places in rule_test.corrections(text, found)]
    offers = [suggestion for suggestion in found[0].suggestions if suggestion.edits]
    assert len(made) == len(offers) > 1
    assert made == [text.replace("laagopgeleiden", offer.text) for offer in offers]
