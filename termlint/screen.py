"""Can this text hold a finding at all? Asked of every page and paragraph before anything costly is done.

A phrase cannot stand where its necessary literals do not. They are searched all at once (Aho-Corasick) in
the text folded to letters and digits, so that no line end, hyphen, column or spacing can hide one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick

Conjunction = Sequence[frozenset[str]]
"""Of each set one literal must be in the text."""

_SEPARATORS = re.compile(r"[\W_]+")
_COMPOSED = re.compile("[\u0300-\u036fﬀ-ﬆĳĲ]")
_SHORT = 3


def fold(text: str) -> str:
    """`text` in lower case, letters and digits only, ligatures taken apart and letters composed."""
    if _COMPOSED.search(text):
        text = unicodedata.normalize("NFKC", text)
    return _SEPARATORS.sub("", text.lower())


class Screen:
    """Says of a text which rules may match in it; never no where one does."""

    def __init__(self, needs: Iterable[tuple[str, Conjunction]]) -> None:
        """`needs` names, for each phrase of each rule, the rule and the phrase's necessary literals."""
        literals: dict[str, int] = {}
        self._clauses: list[tuple[str, tuple[int, ...], re.Pattern[str] | None]] = []
        self._opened_by: dict[int, list[int]] = {}
        for rule, conjunction in needs:
            masks = tuple(_mask(literals, group) for group in conjunction)
            for literal in min(conjunction, key=len):
                self._opened_by.setdefault(literals[literal], []).append(len(self._clauses))
            self._clauses.append((rule, masks, _beginnings(conjunction)))
        self._search = AhoCorasick(list(literals))

    def rules(self, text: str) -> frozenset[str]:
        """The ids of the rules that may match in `text`."""
        present = {hit[0] for hit in self._search.find_matches_as_indexes(fold(text), overlapping=True)}
        found = sum(1 << literal for literal in present)
        opened = {clause for literal in present for clause in self._opened_by.get(literal, ())}
        return frozenset(
            rule
            for rule, masks, beginnings in map(self._clauses.__getitem__, opened)
            if all(found & mask for mask in masks) and (beginnings is None or beginnings.search(text))
        )

    def candidate(self, text: str) -> bool:
        """Whether any rule may match in `text`."""
        return bool(self.rules(text))


def _mask(literals: dict[str, int], group: frozenset[str]) -> int:
    mask = 0
    for literal in sorted(group):
        mask |= 1 << literals.setdefault(literal, len(literals))
    return mask


def _beginnings(conjunction: Conjunction) -> re.Pattern[str] | None:
    """For a set of very short words: they must begin a word of the text, which folding cannot see (mbo, not
    vmbo).
    """
    short = [group for group in conjunction if all(len(literal) <= _SHORT for literal in group)]
    if not short:
        return None
    return re.compile(r"(?<![^\W_])(?:" + "|".join(sorted(map(re.escape, short[0]))) + ")", re.IGNORECASE)
