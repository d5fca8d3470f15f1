"""Runs the examples of rules in a process of their own, with limits of time and memory for each rule.

No rule that loads should need them: the limits of loading are the first line, and these are the second.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from termlint.errors import RuleError
from termlint.execution import rule_test
from termlint.execution.executor import Budget, Lost, Work
from termlint.execution.pool import Pool
from termlint.execution.rule_test import Failure
from termlint.matching.matcher import Analyser
from termlint.rulebook import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from termlint.rulebook import Rule, Ruleset

LOST = "rule-test-lost-"
"""How the code of a failure begins that says that a rule passed a limit."""


def failures(rules: Sequence[Rule], ruleset: Ruleset) -> Iterator[Failure]:
    """As `rule_test.failures`; a rule that passes a limit is a failure too, and the next one is tested."""
    by_id = ruleset.by_id()
    work = Work(_prepare, ruleset, lambda name: _budget(by_id[name]))
    for number, answer in Pool(1).run(work, [rule.id for rule in rules]):
        if isinstance(answer, RuleError):
            raise answer
        if isinstance(answer, Lost):
            yield _lost(rules[number], answer)
        else:
            yield from answer


def _prepare(ruleset: Ruleset) -> Callable[[str], list[Failure] | RuleError]:
    """In the worker: what tests one rule, by its id: a copy of it would be a stranger to the ruleset."""
    analyser, rules = Analyser(ruleset), ruleset.by_id()

    def test(name: str) -> list[Failure] | RuleError:
        try:
            return list(rule_test.rule_failures(rules[name], ruleset, analyser))
        except RuleError as error:
            return error

    return test


def _budget(rule: Rule) -> Budget:
    if os.environ.get("TERMLINT_DEBUG"):
        return Budget()
    seconds = limits.TEST_SECONDS + limits.EXAMPLE_SECONDS * len(rule_test.examples(rule))
    return Budget(seconds, limits.TEST_MEGABYTES)


def _lost(rule: Rule, lost: Lost) -> Failure:
    why = lost.why if lost.why in ("time", "memory") else "died"
    most = limits.TEST_MEGABYTES if why == "memory" else _budget(rule).seconds or 0
    return Failure(rule.id, rule.path, 1, LOST + why, {"most": f"{most:.0f}"})
