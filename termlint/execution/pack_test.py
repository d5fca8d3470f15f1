"""Tests what packs say besides their rules: preferred words against their examples."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from termlint.execution.rule_test import Failure, bracketed
from termlint.matching.preferred import PreferredCounter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termlint.rulebook import Ruleset
    from termlint.rulebook.pack_model import Pack, Preferred


def failures(packs: Iterable[Pack], ruleset: Ruleset) -> Iterator[Failure]:
    """What is wrong with the preferred words of `packs`, which are of this ruleset."""
    for pack in packs:
        for preferred in pack.preferred:
            yield from _wrong(preferred, ruleset)


def _wrong(preferred: Preferred, ruleset: Ruleset) -> Iterator[Failure]:
    counter = PreferredCounter(replace(ruleset, preferred=(preferred,)))
    for example in (*preferred.flag_examples, *preferred.pass_examples):
        found, wanted = counter.count(example.text)[preferred.name], len(example.spans)
        if found != wanted:
            params: dict[str, object] = {"found": found, "wanted": wanted}
            code = "rule-test-preferred"
            yield Failure(preferred.name, preferred.path, example.line, code, params, bracketed(example))
    yield from _idle(preferred, ruleset)


def _idle(preferred: Preferred, ruleset: Ruleset) -> Iterator[Failure]:
    """The phrases that stand in none of the flag examples."""
    for phrase in preferred.phrases:
        alone = replace(preferred, phrases=(phrase,))
        counter = PreferredCounter(replace(ruleset, preferred=(alone,)))
        if not any(counter.count(example.text)[alone.name] for example in preferred.flag_examples):
            params: dict[str, object] = {"phrase": phrase.text}
            yield Failure(preferred.name, preferred.path, phrase.line, "rule-test-preferred-idle", params)
