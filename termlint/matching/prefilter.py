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

_COMPOSED = re.compile("[\u0300-\u036fﬀ-ﬆĳĲ]")
_UNSEEN = "\u0000\u00ad\u200b-\u200d\u2060\ufeff\ufffe"
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_LINE_END = re.compile(rf"[-\u00ad\u2010\u2011\ufe63\uff0d][{_UNSEEN}]*[^\S\n]*\n\s*")
_OTHER_SIGNS = re.compile("[^\\w\x00-\x7f]+")
"""Separators that are not ASCII; those that are, one pass over the bytes takes out."""
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_SPACES = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))


def fold(text: str) -> str:
    """`text` in lower case, letters and digits only, ligatures taken apart and letters composed."""
    return _squeezed(_lower(text))


def _lower(text: str) -> str:
    if text.isascii():
        return text.replace("\0", "").lower()
    if _COMPOSED.search(text):
        text = unicodedata.normalize("NFKC", text)
    return _INVISIBLE.sub("", text).lower()


def _squeezed(text: str) -> str:
    """The letters and digits of `text`."""
    if not text.isascii():
        text = _OTHER_SIGNS.sub("", text)
    return text.encode("utf-8", "surrogatepass").translate(None, _SIGNS).decode("utf-8", "surrogatepass")


def _apart(text: str) -> str:
    """`text` with spaces for all that is no letter or digit, and one at either end."""
    if not text.isascii():
        text = _OTHER_SIGNS.sub(" ", text)
    raw = f" {text} ".encode("utf-8", "surrogatepass")
    return raw.translate(_SPACES).decode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class _Need:
    """One set of literals: bits of those searched in the folded text, and those that stand beside a space."""

    mask: int
    words: tuple[str, ...]


class Prefilter:
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
            self._clauses.append((rule, tuple(sorted(needs_of, key=lambda need: bool(need.words)))))
        self._search = AhoCorasick(list(literals))

    def rules(self, text: str) -> frozenset[str]:
        """The ids of the rules that may match in `text`."""
        lower = _lower(text)
        hits = self._search.find_matches_as_indexes(_squeezed(lower), overlapping=True)
        present = {hit[0] for hit in hits}
        opened = {clause for literal in present for clause in self._opened_by.get(literal, ())}
        if not opened:
            return frozenset()
        found = sum(1 << literal for literal in present)
        words = _apart(lower)
        if "\n" in text and _LINE_END.search(text):  # a line end may divide a word
            words += _apart(_lower(_LINE_END.sub("", text)))
        met: set[str] = set()
        for rule, needs in map(self._clauses.__getitem__, opened):
            if rule not in met and _met(needs, found, words):
                met.add(rule)
        return frozenset(met)

    def candidate(self, text: str) -> bool:
        """Whether any rule may match in `text`."""
        return bool(self.rules(text))


def _least(needs: Iterable[tuple[str, Conjunction]]) -> Iterator[tuple[str, Conjunction]]:
    """The needs without those that ask for all that another of the same rule asks, and more."""
    by_rule: dict[str, set[frozenset[frozenset[str]]]] = {}
    for rule, conjunction in needs:
        by_rule.setdefault(rule, set()).add(frozenset(conjunction))
    for rule, clauses in by_rule.items():
        by_group: dict[frozenset[str], list[frozenset[frozenset[str]]]] = {}
        for clause in clauses:  # each under one of its groups, which any clause that asks for more has too
            by_group.setdefault(next(iter(clause)), []).append(clause)
        for clause in sorted(clauses, key=lambda c: sorted(map(sorted, c))):
            if not any(other < clause for group in clause for other in by_group.get(group, ())):
                yield rule, tuple(clause)


def _met(needs: tuple[_Need, ...], found: int, words: str) -> bool:
    for need in needs:  # noqa: SIM110 - asked twenty times a paragraph, and a loop is twice as fast
        if not need.mask & found and not any(map(words.__contains__, need.words)):
            return False
    return True


def _frequency(group: frozenset[str]) -> int:
    """How common a set of literals is, roughly: short ones stand in every text."""
    return -min(len(literal.strip()) for literal in group)


def _need(literals: dict[str, int], group: frozenset[str]) -> _Need:
    mask = 0
    for literal in sorted(group):
        if " " not in literal:
            mask |= 1 << literals.setdefault(literal, len(literals))
    return _Need(mask, tuple(sorted(literal for literal in group if " " in literal)))
