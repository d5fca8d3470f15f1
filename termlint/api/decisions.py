"""What a person, or a program for them, decides about one finding of a document that is fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from termlint.model import Edit, Suggestion

if TYPE_CHECKING:
    from termlint.model import Finding


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done about a finding.

    "change" writes `suggestion`, or else the finding's own safe one; where the format or the mode cannot
    change words, or there is no such suggestion, it becomes a comment. "comment" changes nothing; "skip"
    leaves the document as it is there.
    """

    action: Literal["change", "comment", "skip"] = "change"
    suggestion: Suggestion | None = None

    @classmethod
    def write(cls, finding: Finding, words: str) -> Decision:
        """Write other words in the place of those found."""
        edit = Edit(finding.location.block_start, finding.location.block_end, words)
        return cls("change", Suggestion(words, "safe", (edit,)))

    def applied(self, finding: Finding) -> Finding | None:
        """The finding as a writer takes it: with one suggestion to carry out, or none; None to skip it."""
        if self.action == "skip":
            return None
        if self.action == "comment":
            offers = (replace(s, safety="choice") if s.safety == "safe" else s for s in finding.suggestions)
            return replace(finding, suggestions=tuple(offers))
        if self.suggestion:
            return replace(finding, suggestions=(replace(self.suggestion, safety="safe"),))
        return finding
