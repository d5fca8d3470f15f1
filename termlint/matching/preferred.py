"""How often a text says it the way the packs like: the good news that a report shows beside the findings.

Only what is written out counts: of "binnen-, midden- en buitenstad" the last word, as one use. spaCy is not
needed, since a text without findings may hold such words too.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate, product
from typing import TYPE_CHECKING

from ahocorasick_rs import BytesAhoCorasick

from termlint.dutch.tokens import tokenize
from termlint.dutch.view import reading_view
from termlint.rulebook.phrases import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termlint.rulebook.model import Phrase, Ruleset
    from termlint.rulebook.pack_model import Preferred

_LEAST_PART = 3
"""Letters of the second part of a compound."""
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆĳĲ"
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
Written = tuple[str, ...]


class PreferredCounter:
    """Counts the preferred words of a ruleset. `names` are those of all it counts."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._abbreviations = ruleset.abbreviations
        self._ways = {each.name: _ways(each) for each in ruleset.preferred}
        self._literals = {name: _literals(ways) for name, ways in self._ways.items()}
        self.names = tuple(self._ways)

    def count(self, text: str) -> dict[str, int]:
        """Uses in `text` by name; all names are there. A word within a longer phrase counts once."""
        letters = _letters(text) if self.names else b""
        return {
            name: self._count(text, name) if _places(letters, literals) else 0
            for name, literals in self._literals.items()
        }

    def _count(self, text: str, name: str) -> int:
        near = _near(text, self._literals[name])
        views = (reading_view(each, self._abbreviations).text for each in near)
        words = (tuple(map(str.lower, tokenize(view).words)) for view in views)
        return sum(1 for each in words for _ in _uses(each, self._ways[name]))


def _ways(preferred: Preferred) -> dict[str, tuple[Written, ...]]:
    """Every way to write these words, by its first word or the beginning of one; the longest first."""
    by_first: dict[str, set[Written]] = {}
    for phrase in preferred.phrases:
        for way in _written(phrase):
            by_first.setdefault(way[0], set()).add(way)
    return {first: tuple(sorted(ways, key=len, reverse=True)) for first, ways in by_first.items()}


def _written(phrase: Phrase) -> Iterator[Written]:
    choices = [[a.tokens for a in s.alternatives] + ([()] if s.optional else []) for s in phrase.slots]
    for chosen in product(*choices):
        yield tuple(token for tokens in chosen for token in tokens)


def _literals(ways: dict[str, tuple[Written, ...]]) -> BytesAhoCorasick | None:
    """The letters of every way, as they stand among those of a text; None when one has no such letters."""
    folded = {_letters("".join(way)) for ways_of in ways.values() for way in ways_of}
    return None if b"" in folded else BytesAhoCorasick(sorted(folded))


def _letters(text: str) -> bytes:
    """The ASCII letters and digits of `text` in lower case: quick, as this is asked of every document."""
    if not text.isascii() and (
        any(map(text.__contains__, _LIGATURES)) or not unicodedata.is_normalized("NFC", text)
    ):
        text = unicodedata.normalize("NFKC", text)
    return text.encode("ascii", "ignore").lower().translate(None, _SIGNS)


def _near(text: str, literals: BytesAhoCorasick | None) -> Iterator[str]:
    """The lines of `text` that hold a literal, or one that runs on into the next, with a line around it."""
    lines = text.split("\n")
    letters = [_letters(line) for line in lines]
    ends = list(accumulate(map(len, letters)))
    stretches: list[tuple[int, int]] = []
    for start, end in sorted(_places(b"".join(letters), literals)):
        first, last = max(0, bisect_right(ends, start) - 1), bisect_left(ends, end) + 2
        if stretches and first <= stretches[-1][1]:
            first, last = stretches[-1][0], max(last, stretches.pop()[1])
        stretches.append((first, last))
    yield from ("\n".join(lines[first:last]) for first, last in stretches)


def _places(letters: bytes, literals: BytesAhoCorasick | None) -> list[tuple[int, int]]:
    """Where the literals stand among the letters; all of them is one place when there is no telling."""
    if literals is None:
        return [(0, len(letters))]
    found = literals.find_matches_as_indexes(letters, overlapping=True)
    return [(start, end) for _, start, end in found]


def _uses(words: Sequence[str], ways: dict[str, tuple[Written, ...]]) -> Iterator[int]:
    """Where the words are used: each place once, a use behind the one before it."""
    open_firsts = tuple(first.removesuffix(OPEN) for first in ways if first.endswith(OPEN))
    at = 0
    while at < len(words):
        word = words[at]
        tried = list(ways.get(word, ()))
        if open_firsts and word.startswith(open_firsts):
            tried += [way for first in open_firsts if word.startswith(first) for way in ways[first + OPEN]]
        found = next((way for way in tried if _stands(way, words[at : at + len(way)])), None)
        if found:
            yield at
        at += len(found) if found else 1


def _stands(way: Written, words: Sequence[str]) -> bool:
    return len(way) == len(words) and all(map(_is, way, words))


def _is(wanted: str, word: str) -> bool:
    """Whether a word is the wanted one, or begins with it where any second part may follow."""
    if not wanted.endswith(OPEN):
        return word == wanted
    stem = wanted[: -len(OPEN)]
    return word.startswith(stem) and len(word) >= len(stem) + _LEAST_PART
