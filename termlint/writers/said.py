"""What a comment or a note says about a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Finding
    from termlint.writers.base import WriteOptions


def said(finding: Finding, options: WriteOptions) -> Iterator[str]:
    """A paragraph each: the message, why, the suggestions, the source, and the rule."""
    rule = options.rules.get(finding.rule)
    yield finding.message
    if rule and rule.why:
        yield " ".join(rule.why.split())
    yield from _suggestions(finding, options)
    if rule and rule.source:
        yield say("fix-source", options.lang, source=rule.source)
    yield say("fix-rule", options.lang, rule=finding.rule)


def _suggestions(finding: Finding, options: WriteOptions) -> Iterator[str]:
    words = [f"‘{each.text}’" for each in finding.suggestions if each.safety != "advice"]
    if words:
        code = "fix-instead" if len(words) == 1 else "fix-instead-of-these"
        yield say(code, options.lang, text=(" or " if options.lang == "en" else " of ").join(words))
    for each in finding.suggestions:
        if each.safety == "advice":
            yield say("fix-advice", options.lang, text=each.text)
