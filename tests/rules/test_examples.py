"""The examples in every shipped rule: exact span, first suggestion, outcome, and a correction that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termlint.execution import rule_test
from termlint.matching.matcher import Analyser
from termlint.rulebook import load
from termlint.rulebook.patterns import is_screened

if TYPE_CHECKING:
    from termlint.model import Finding
    from termlint.rulebook import Rule
    from termlint.rulebook.model import Example

RULES = load(check=True)
FLAGGED = [
    pytest.param(rule, example, id=f"{rule.id}:{example.line}")
    for rule in RULES.rules
    for example in rule.flag_examples
]
PASSED = [
    pytest.param(rule, example, id=f"{rule.id}:{example.line}")
    for rule in RULES.rules
    for example in rule.pass_examples
]
each_rule = pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)


def of_rule(rule: Rule, text: str, profile: str | None = None) -> list[Finding]:
    return [f for f in rule_test.findings(text, RULES, profile) if f.rule == rule.id]


def uses(rule: Rule, example: Example) -> list[Finding]:
    return [f for f in of_rule(rule, example.text, example.profile) if rule_test.outcome(f) == "flag"]


def span(finding: Finding) -> tuple[int, int]:
    return finding.location.block_start, finding.location.block_end


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_a_flag_example_is_found_just_where_it_is_marked(rule: Rule, example: Example) -> None:
    found = of_rule(rule, example.text, example.profile)
    assert [span(f) for f in found if rule_test.outcome(f) == example.outcome] == list(example.spans)


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_the_first_suggestion_is_the_one_that_is_offered(rule: Rule, example: Example) -> None:
    found = uses(rule, example)
    if example.suggest:
        assert found[0].suggestions[0].text == example.suggest
    else:
        assert example.outcome != "flag" or all(f.suggestions for f in found)


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_the_corrected_sentence_no_longer_triggers_the_rule(rule: Rule, example: Example) -> None:
    for corrected, offers, _places in rule_test.corrections(example.text, uses(rule, example)):
        again = [f for f in of_rule(rule, corrected, example.profile) if rule_test.outcome(f) == "flag"]
        assert not again, (offers, corrected)


@pytest.mark.parametrize(("rule", "example"), PASSED)
def test_a_pass_example_is_no_use(rule: Rule, example: Example) -> None:
    outcomes = {rule_test.outcome(f) for f in of_rule(rule, example.text, example.profile)}
    assert outcomes <= {example.outcome, "silent"}
    assert example.outcome == "silent" or example.outcome in outcomes


@each_rule
def test_rules_test_agrees(rule: Rule) -> None:
    assert [f for e in rule_test.examples(rule) for f in rule_test.example_failures(rule, e, RULES)] == []


@each_rule
def test_every_exception_does_something_in_an_example(rule: Rule, analyser: Analyser) -> None:
    assert [phrase.text for phrase in rule_test.idle_exceptions(rule, analyser)] == []


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(RULES)


@each_rule
def test_every_phrase_needs_words_that_the_screen_can_look_for(rule: Rule) -> None:
    assert [phrase.text for phrase in rule.phrases if not is_screened(phrase)] == []


@each_rule
def test_there_are_enough_examples_of_both_kinds(rule: Rule) -> None:
    least = 8 if rule.severity == "error" else 1
    assert len(rule.flag_examples) >= least
    assert len(rule.pass_examples) >= least


def test_no_two_examples_of_a_kind_are_the_same_sentence() -> None:
    for rule in RULES.rules:
        texts = [example.text for example in rule_test.examples(rule)]
        assert len(texts) == len(set(texts)), rule.id
