"""Phrases found in a text: where they stand, what their words are, and which of them count."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termlint.dutch.tokens import Tokens
    from termlint.rulebook.model import Phrase, Reading, Rule


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: `start` and `end` in the reading view, `first` and `last` tokens of it (end exclusive).

    `exception` says that the phrase is one of the rule's exceptions.
    """

    rule: Rule
    phrase: Phrase
    start: int
    end: int
    first: int
    last: int
    readings: tuple[Reading, ...] = ()
    exception: bool = False

    def forms(self) -> frozenset[str]:
        """The names of all forms in the match."""
        return frozenset(reading.form for reading in self.readings)

    def bases(self) -> frozenset[str]:
        """The base words in the match, list items and second parts of compounds included."""
        return frozenset(name for reading in self.readings for name in (reading.base, reading.part) if name)


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its tokens, the phrases found in it and the exceptions that cover some of them.

    `abbreviations` are those of the ruleset, in lower case.
    """

    text: str
    tokens: Tokens
    matches: tuple[Match, ...]
    exceptions: tuple[Match, ...]
    abbreviations: frozenset[str] = frozenset()


def longest(matches: Iterable[Match]) -> list[Match]:
    """Of overlapping matches the longest, at equal length that of the graver rule; in the order of
    the text.
    """
    grave = {"error": 0, "warning": 1, "info": 2}
    kept: list[Match] = []  # in order and apart, so that only the neighbours can overlap
    for match in sorted(matches, key=lambda m: (m.start - m.end, grave[m.rule.severity], m.start)):
        at = bisect(kept, match.start, key=lambda m: m.start)
        after_previous = at == 0 or kept[at - 1].end <= match.start
        if after_previous and (at == len(kept) or match.end <= kept[at].start):
            kept.insert(at, match)
    return kept


@dataclass(frozen=True, slots=True)
class Beside:
    """The words and signs right before and after a match, lower case, joined by spaces; empty at the ends of
    the text.
    """

    before: str
    after: str

    def follows(self, words: Iterable[str]) -> bool:
        """Whether the match comes right after one of `words` (one word or several; "^" is the beginning)."""
        return any(
            f" {self.before}".endswith(f" {word}") if word != "^" else not self.before for word in words
        )

    def precedes(self, words: Iterable[str]) -> bool:
        """Whether the match comes right before one of `words` ("$" is the end)."""
        return any(
            f"{self.after} ".startswith(f"{word} ") if word != "$" else not self.after for word in words
        )


def neighbours(match: Match, analysis: Analysis) -> Beside:
    """What stands beside a match: up to three words on either side."""
    words = analysis.tokens.words
    before = words[max(0, match.first - 3) : match.first]
    return Beside(" ".join(before).lower(), " ".join(words[match.last : match.last + 3]).lower())
