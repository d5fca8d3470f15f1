"""Can this text hold a finding at all? Asked of every page and paragraph before anything costly is done.

A phrase cannot stand where its necessary literals do not. They are searched all at once (Aho-Corasick) in
the text folded to letters and digits, so that no line end, hyphen, column or spacing can hide one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

Conjunction = Sequence[frozenset[str]]
"""Of each set one literal must be in the text."""

_SEPARATORS = re.compile(r"[\W_]+")
_COMPOSED = re.compile("[\u0300-\u036fﬀ-ﬆĳĲ]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffe]")
_LINE_END = re.compile(r"-[^\S\n]*\n\s*")


def fold(text: str) -> str:
    """`text` in lower case, letters and digits only, ligatures taken apart and letters composed."""
    if _COMPOSED.search(text):
        text = unicodedata.normalize("NFKC", text)
    return _SEPARATORS.sub("", text.lower())


@dataclass(frozen=True, slots=True)
class _Need:
    """One set of literals: bits of those searched in the folded text, a pattern for those that are words."""

    mask: int
    words: re.Pattern[str] | None


class Screen:
    """Says of a text which rules may match in it; never no where one does."""

    def __init__(self, needs: Iterable[tuple[str, Conjunction]]) -> None:
        """`needs` names, for each phrase of each rule, the rule and the phrase's necessary literals.

        A space before or behind a literal says that it begins or ends a word.
        """
        literals: dict[str, int] = {}
        self._clauses: list[tuple[str, tuple[_Need, ...]]] = []
        self._opened_by: dict[int, list[int]] = {}
        for rule, conjunction in _least(needs):
            for literal in min(conjunction, key=_frequency):
                bit = literals.setdefault(literal.strip(), len(literals))
                self._opened_by.setdefault(bit, []).append(len(self._clauses))
            needs_of = [_need(literals, group) for group in conjunction]
            self._clauses.append((rule, tuple(sorted(needs_of, key=lambda need: need.words is not None))))
        self._search = AhoCorasick(list(literals))

    def rules(self, text: str) -> frozenset[str]:
        """The ids of the rules that may match in `text`."""
        present = {hit[0] for hit in self._search.find_matches_as_indexes(fold(text), overlapping=True)}
        opened = {clause for literal in present for clause in self._opened_by.get(literal, ())}
        if not opened:
            return frozenset()
        found = sum(1 << literal for literal in present)
        plain = _INVISIBLE.sub("", text)
        return frozenset(
            rule for rule, needs in map(self._clauses.__getitem__, opened) if _met(needs, found, plain)
        )

    def candidate(self, text: str) -> bool:
        """Whether any rule may match in `text`."""
        return bool(self.rules(text))


def _least(needs: Iterable[tuple[str, Conjunction]]) -> Iterator[tuple[str, Conjunction]]:
    """The needs without those that ask for all that another of the same rule asks, and more."""
    by_rule: dict[str, set[frozenset[frozenset[str]]]] = {}
    for rule, conjunction in needs:
        by_rule.setdefault(rule, set()).add(frozenset(conjunction))
    for rule, clauses in by_rule.items():
        for clause in sorted(clauses, key=lambda c: sorted(map(sorted, c))):
            if not any(other < clause for other in clauses):
                yield rule, tuple(clause)


def _met(needs: tuple[_Need, ...], found: int, text: str) -> bool:
    return all(need.mask & found or (need.words is not None and _stands(need.words, text)) for need in needs)


def _stands(words: re.Pattern[str], text: str) -> bool:
    """Whether one of the words is in the text, also when a line end divides it."""
    return bool(words.search(text)) or ("-\n" in text and bool(words.search(_LINE_END.sub("", text))))


def _frequency(group: frozenset[str]) -> int:
    """How common a set of literals is, roughly: short ones stand in every text."""
    return -min(len(literal.strip()) for literal in group)


def _need(literals: dict[str, int], group: frozenset[str]) -> _Need:
    mask = 0
    for literal in sorted(group):
        if " " not in literal:
            mask |= 1 << literals.setdefault(literal, len(literals))
    words = sorted(literal for literal in group if " " in literal)
    pattern = "|".join(
        rf"(?<![^\W_]){re.escape(w.strip())}" + (r"(?![^\W_])" if w[-1] == " " else "") for w in words
    )
    return _Need(mask, re.compile(pattern, re.IGNORECASE) if words else None)
