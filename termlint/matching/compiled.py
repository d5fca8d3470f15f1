"""A rule's phrases as the matchers know them, and where in a text they can stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from termlint.matching.spacy_matcher import Find
    from termlint.rulebook.model import FormOf, Phrase, Rule


Look = tuple["Phrase", "tuple[FormOf, ...]", bool]
"""A phrase, what its words are forms of, and whether it is an exception."""


@dataclass(slots=True)
class Compiled:
    """A rule's phrases as the matchers know them.

    `anchors` holds a word of every finite phrase, its longest: without one of them none can stand, and
    none reaches further from one than `reach` words.
    """

    rule: Rule
    looks: dict[tuple[str, ...], list[Look]] = field(default_factory=dict)
    patterns: list[tuple[Find, Phrase, bool]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    reach: int = 0

    def add(
        self, tokens: tuple[str, ...], phrase: Phrase, readings: tuple[FormOf, ...], exception: bool
    ) -> None:
        """Look for `tokens` too."""
        self.looks.setdefault(tokens, []).append((phrase, readings, exception))
        self.anchors.add(max(tokens, key=len))
        self.reach = max(self.reach, len(tokens))


def near_anchors(words: list[str], asked: list[Compiled]) -> list[int]:
    """The positions of `words` near an anchor of one of the rules; -1 stands between stretches."""
    present = set(words)
    anchors = {word for compiled in asked for word in present & compiled.anchors}
    if not anchors:
        return []
    return stretches(words, anchors, max(compiled.reach for compiled in asked))


def stretches(words: list[str], anchors: Collection[str], reach: int) -> list[int]:
    """The positions within `reach` of an anchor; -1 stands between stretches."""
    found: list[int] = []
    done = 0
    for at, word in enumerate(words):
        if word in anchors:
            begin, end = max(done, at - reach), min(len(words), at + reach + 1)
            if found and begin > done:
                found.append(-1)
            found.extend(range(begin, end))
            done = max(done, end)
    return found
