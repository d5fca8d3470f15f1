"""The comments that `fix` wrote in version 0.1.0, which had no id: known by their sentences."""

from __future__ import annotations

import re

from termlint.matching.fingerprint import comment_id

_ON_THE_WORDS = re.compile(r"(?:Regel|Rule): (?P<rule>\S+) \(termlint\)\s*$")
_ELSEWHERE = re.compile(
    r"[^‘]*‘(?P<words>.+?)’\.\s.*(?:Regel|Rule): (?P<rule>\S+) \(termlint, (?:elders|elsewhere)\)\s*$",
    re.DOTALL,
)


def legacy_id(text: str) -> str | None:
    """The id that a comment of 0.1.0 with this text would have now; None when it says nothing of the kind."""
    elsewhere = _ELSEWHERE.match(text)
    if elsewhere:
        return comment_id(elsewhere["rule"], elsewhere["words"])
    here = _ON_THE_WORDS.search(text)
    return comment_id(here["rule"]) if here else None
