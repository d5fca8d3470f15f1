"""Coordination: members before a full last one, joined by conjunctions, commas, slashes and hanging hyphens.

"binnen- en buitenstad", "niet, slecht of goed bereikbaar", "ov-/auto-gebruik". Only the last member is
written in full; those before it leave out what they share, mostly with a hyphen. Source: Leidraad 6.12,
vlaanderen.be/taaladvies (weglatingsstreepje).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.dutch.words import CONJUNCTION_PHRASES, CONJUNCTIONS, ZIJN_WORDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from termlint.rulebook.model import Reading

_SIGNS = frozenset({"/", "&", "+", "–", "—"})
_DEGREE_WORDS = ZIJN_WORDEN | {
    "te",
    "zo",
    "heel",
    "erg",
    "zeer",
    "hoe",
    "vrij",
    "blijft",
    "blijven",
    "ligt",
    "liggen",
    "staat",
    "even",
}
_PREPOSITIONS = frozenset({"voor", "van", "met", "bij", "naar", "onder", "door", "over", "aan", "in"})
_PARTING = CONJUNCTIONS | _SIGNS | _PREPOSITIONS | {"-", ","} | {phrase[-1] for phrase in CONJUNCTION_PHRASES}
"""What can stand right before a coordinated member."""
MAX_MEMBERS = 6


@dataclass(frozen=True, slots=True)
class Member:
    """A left member of a coordination: the words it is written with, and of which rule."""

    rule: str
    tokens: tuple[str, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Stems:
    """All possible left members by their words, and by a last word how long they may be, longest first.

    `coordinator` is the rule that reports mixed ones.
    """

    members: dict[tuple[str, ...], Member]
    lengths: dict[str, tuple[int, ...]]
    coordinator: str = ""

    @classmethod
    def of(cls, members: Iterable[Member], coordinator: str) -> Stems:
        """The stems of `members`; of several written alike the last counts."""
        by_words = {member.tokens: member for member in members}
        lengths: dict[str, set[int]] = {}
        for words in by_words:
            lengths.setdefault(words[-1], set()).add(len(words))
        longest_first = {last: tuple(sorted(known, reverse=True)) for last, known in lengths.items()}
        return cls(by_words, longest_first, coordinator)

    def ending(self, words: Sequence[str], end: int) -> Member | None:
        """The longest member that ends right before token `end`."""
        for length in self.lengths.get(words[end - 1].lower(), ()) if end > 0 else ():
            member = self.members.get(tuple(map(str.lower, words[max(0, end - length) : end])))
            if member:
                return member
        return None


def extend_left(words: Sequence[str], first: int, stems: Stems, *, joined: bool) -> tuple[int, list[Member]]:
    """Where a coordination that ends in the match at `first` begins, and the members before the match.

    `joined` says that the match is written as one word, which makes a bare word before it ("is jong en
    nieuwkomers…") less likely to be a member.
    """
    members: list[Member] = []
    start, real = first, False
    while len(members) < MAX_MEMBERS:
        before, sign = _separator(words, start)
        if before == start:
            break
        hanging = before > 0 and words[before - 1] == "-"
        member = stems.ending(words, before - hanging)
        if member is None:
            break
        begin = before - hanging - len(member.tokens)
        if (
            not hanging
            and joined
            and len(member.tokens) == len(member.readings) == 1
            and begin
            and words[begin - 1].lower() in _DEGREE_WORDS
        ):
            break
        start, real = begin, real or sign != "," or hanging
        members.insert(0, member)
    return (start, members) if real else (first, [])


CORRELATIVE = "zowel"
"""Opens a coordination that goes on with "als", and belongs to it: zowel binnen- als buitenstad."""


def opened(words: Sequence[str], start: int, last: int) -> bool:
    """Whether the coordination from `start` to the member that begins at `last` is opened by "zowel"."""
    between = (word.lower() for word in words[start:last])
    return start > 0 and words[start - 1].lower() == CORRELATIVE and "als" in between


def _separator(words: Sequence[str], end: int) -> tuple[int, str]:
    """Where the words that part two members begin, going left from `end`, and the sign or word that
    does it.
    """
    if end < 1 or words[end - 1].lower() not in _PARTING:
        return end, ""
    if end > 1 and words[end - 1].lower() in _PREPOSITIONS:
        before, sign = _separator(words, end - 1) if words[end - 2] != "-" else (end - 1, "naar")
        return (before, sign) if sign and before and words[before - 1] == "-" else (end, "")
    for phrase in CONJUNCTION_PHRASES:
        begin = end - len(phrase)
        if begin > 0 and tuple(word.lower() for word in words[begin:end]) == phrase:
            return _without_comma(words, begin), phrase[0]
    if end > 0 and (words[end - 1].lower() in CONJUNCTIONS or words[end - 1] in _SIGNS):
        return _without_comma(words, end - 1), words[end - 1]
    if end > 1 and words[end - 1] == "-" and words[end - 2] not in ",-":
        return end - 1, "-"
    if end > 0 and words[end - 1] == ",":
        return end - 1, ","
    return end, ""


def _without_comma(words: Sequence[str], end: int) -> int:
    return end - 1 if end > 0 and words[end - 1] == "," else end
