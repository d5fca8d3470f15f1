"""Rules that ask for parts of speech: only a trained pipeline knows those."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from termlint.errors import RuleError

if TYPE_CHECKING:
    from termlint.rulebook.model import Ruleset

_TAGS = frozenset({"POS", "TAG", "LEMMA", "DEP", "MORPH", "ENT_TYPE", "ENT_IOB", "ENT_ID", "ENT_KB_ID"})
"""What of a token only a trained pipeline knows; source: spaCy, rule-based matching, token attributes."""


def with_model(ruleset: Ruleset, model: str | None) -> Ruleset:
    """The ruleset at work with a pipeline; RuleError for a rule that needs one when there is none."""
    for rule in ruleset.rules if model is None else ():
        for phrase in (*rule.phrases, *rule.exceptions):
            asked = {name.upper() for token in phrase.tokens for name in token} & _TAGS
            if asked:
                path = phrase.path or rule.path
                raise RuleError(
                    "rule-needs-model",
                    path=path,
                    line=phrase.line,
                    excerpt=phrase.text,
                    attributes=", ".join(sorted(asked)),
                )
    return replace(ruleset, model=model)
