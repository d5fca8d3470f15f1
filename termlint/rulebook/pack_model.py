"""A pack as the rulebook holds it: what it says of its subject besides its rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from termlint.rulebook.model import Example, Phrase


@dataclass(frozen=True, slots=True)
class Scale:
    """Words that have an order.

    `steps` are in the order in which a list names them. A step that is `numbered` keeps the number written
    behind it ("fase 2"); one of `number_words` may stand between the two, and is left out.
    """

    steps: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    number_words: tuple[str, ...] = ()

    def in_order(self, steps: Iterable[str]) -> list[str]:
        """`steps` once each, in the order of the scale; those that it does not know come last."""
        rank = {step: at for at, step in enumerate(self.steps)}
        return sorted(dict.fromkeys(steps), key=lambda step: rank.get(step.split()[0], len(rank)))

    def step_of(self, item: str) -> str:
        """The step that an item of a list names: its first word, with the number of a numbered step."""
        found = _item(self.numbered, self.number_words).match(item)
        if not found:
            return ""
        step, number, word = found.groups()
        return word or (f"{step} {number}".replace(" / ", "/") if number else step)


@lru_cache(16)
def _item(numbered: tuple[str, ...], number_words: tuple[str, ...]) -> re.Pattern[str]:
    """An item of a list: a numbered step with its number, or any word."""
    steps, between = _either(numbered), _either(number_words)
    return re.compile(rf"({steps})\s*-?\s*(?:{between}\s*)?(\d(?:\s*/\s*\d)?)?|(\w+)")


def _either(words: tuple[str, ...]) -> str:
    """An expression for one of `words`, the longest first; for none of them, one that matches nothing."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if words else "(?!)"


def joined(scales: Iterable[Scale]) -> Scale:
    """Several scales as one, each behind those before it."""
    known = tuple(scales)
    return Scale(
        tuple(step for scale in known for step in scale.steps),
        tuple(step for scale in known for step in scale.numbered),
        tuple(word for scale in known for word in scale.number_words),
    )


@dataclass(frozen=True, slots=True)
class Preferred:
    """Words that a pack likes to see, which a report counts.

    `name` is what results call them, `label` what a reader sees. `phrases` are written out in full.
    """

    name: str
    label: str
    phrases: tuple[Phrase, ...]
    flag_examples: tuple[Example, ...]
    pass_examples: tuple[Example, ...]
    line: int
    path: Path


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack says besides its rules. `extends` are the packs that it names itself."""

    id: str
    path: Path
    extends: tuple[str, ...] = ()
    introduction: str = ""
    abbreviations: frozenset[str] = frozenset()
    scales: dict[str, Scale] = field(default_factory=dict)
    preferred: tuple[Preferred, ...] = ()
