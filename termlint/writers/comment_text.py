"""The text of a comment about a finding: the same in a Word comment and in a note of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Finding
    from termlint.writers.base import WriteOptions


def comment_text(
    finding: Finding, options: WriteOptions, *, place: str | None = None, signature: str = "(termlint)"
) -> list[str]:
    """The paragraphs of a comment: message, why, suggestions, source, and the rule with a signature.

    `place` is the sentence that says where the words stand, for a comment that stands elsewhere. By its
    `signature` a later run knows the comment, where the format has no other place for an id.
    """
    return list(_paragraphs(finding, options, place, signature))


def _paragraphs(finding: Finding, options: WriteOptions, place: str | None, signature: str) -> Iterator[str]:
    rule = options.rules.get(finding.rule)
    if place:
        yield place
    yield finding.message
    if rule and rule.why:
        yield " ".join(rule.why.split())
    yield from _suggestions(finding, options)
    if rule and rule.source:
        yield say("fix-source", options.lang, source=rule.source)
    yield f"{say('fix-rule', options.lang, rule=finding.rule)} {signature}"


def _suggestions(finding: Finding, options: WriteOptions) -> Iterator[str]:
    words = [f"‘{each.text}’" for each in finding.suggestions if each.safety != "advice"]
    if words:
        code = "fix-instead" if len(words) == 1 else "fix-instead-of-these"
        yield say(code, options.lang, text=(" or " if options.lang == "en" else " of ").join(words))
    for each in finding.suggestions:
        if each.safety == "advice":
            yield say("fix-advice", options.lang, text=each.text)
