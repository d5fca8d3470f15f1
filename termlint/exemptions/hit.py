"""A hit in its surroundings, and a verdict on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from termlint.dutch.quotes import Quote

Outcome = Literal["info", "silent"]
_REACH = 240
"""How many characters before and after a hit can soften it: more than a sentence seldom has."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A hit in its block: `text` is the block's reading view, in which all offsets count.

    `sentence` is the span of the sentence that holds the hit; `heading` the nearest heading, `part` the
    block's. `line` is the printed line that the hit stands on, with where the hit begins and ends in it
    (None when it runs over a line end). `heads` are those of its column and its row in a table.
    """

    text: str
    start: int
    end: int
    sentence: tuple[int, int]
    quotes: Sequence[Quote]
    part: str
    heading: str
    line: tuple[str, int, int] | None = None
    heads: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words of the hit."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The sentence up to the hit, as far as it can matter."""
        return self.text[self.begin : self.start]

    @property
    def begin(self) -> int:
        """Where `before` begins in the text."""
        return max(self.sentence[0], self.start - _REACH)

    @property
    def after(self) -> str:
        """The sentence after the hit, as far as it can matter."""
        return self.text[self.end : min(self.sentence[1], self.end + _REACH)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A softer outcome, and the message code that says why."""

    outcome: Outcome
    reason: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, and the literals (lower case) of which one must be in a text for the pattern to be in it.

    Looking for a literal takes a tenth of the time that a pattern takes to say no.
    """

    pattern: re.Pattern[str]
    literals: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.pattern.search(text) if any(map(text.lower().__contains__, self.literals)) else None

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.pattern.match(text) if any(map(text.lower().__contains__, self.literals)) else None


def either(words: str) -> str:
    """A pattern for any of `words`, which are parted by white space; each may itself be a pattern."""
    return "(?:" + "|".join(words.split()) + ")"
