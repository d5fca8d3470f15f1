"""Letters that a scanner's software took for others, read through as a person reads them.

Only for text that is not shown: the words a person sees are those of the picture under it. And only for
words that are looked for: of any other nobody can tell what was meant.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

WHOLE = 4
"""Letters of a word from which it is restored where it stands alone, …"""
INSIDE = 7
"""…and from which it is as a part of a longer word too: shorter ones look like parts of too many."""
_TAKEN_FOR = {
    "l": "[l1iíìI|!]",
    "i": "[i1líìI|!]",
    "j": "[ji]",
    "o": "[o0°]",
    "e": "[ecéèë]",
    "s": "[s5$]",
    "g": "[g9q]",
    "m": "(?:m|rn)",
    "w": "(?:w|vv)",
    "d": "(?:d|cl)",
}
_LOOKALIKES = str.maketrans("l1íì|!j0°céèë5$9q", "iiiiiiiooeeeessgg")
"""Each sign as one that stands for all it is taken for."""
_TWO_FOR_ONE = {"rn": "m", "vv": "w", "cl": "d"}
_FILLER = "\u200b"
"""Keeps the length where two letters were one: a space of no width, that nobody reads."""
_RUN = re.compile(r"\S+")
_MOST_KNOWN = 100_000
"""Words of which is remembered how they are read: a text has few others."""


class Restorer:
    """Restores `words` (lower case) in what software read in a scan."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = sorted((word for word in words if len(word) >= WHOLE and word.isalpha()), key=_rank)
        self._whole = frozenset(self._words)
        self._search = AhoCorasick([_folded(word) for word in self._words]) if self._words else None
        self._known: dict[str, str] = {}

    def read_through(self, text: str) -> str:
        """`text` with the words meant, each as long as what the software read."""
        return _RUN.sub(lambda run: self._read(run[0]), text) if self._search else text

    def _read(self, run: str) -> str:
        known = self._known.get(run)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[run] = self._restored(run)
        return known

    def _restored(self, run: str) -> str:
        lower = run.lower()
        if lower.strip(".,;:!?()'\"") in self._whole:
            return run
        likely = [word for word in self._likely(lower) if word not in lower]
        return _noisy(tuple(likely)).sub(lambda found: _meant(found, likely), run) if likely else run

    def _likely(self, lower: str) -> list[str]:
        """The words that may have been meant in a run of signs, the longest first."""
        readings = {lower, _two_as_one(lower)}
        hits = {
            hit[0]
            for reading in readings
            if self._search
            for hit in self._search.find_matches_as_indexes(_folded(reading), overlapping=True)
        }
        return [self._words[hit] for hit in sorted(hits)]


@lru_cache(4)
def restorer(words: frozenset[str]) -> Restorer:
    """The one of these words, made for the first scan."""
    return Restorer(words)


def _rank(word: str) -> tuple[int, str]:
    return -len(word), word


def _folded(text: str) -> str:
    return text.translate(_LOOKALIKES)


def _two_as_one(text: str) -> str:
    for two, one in _TWO_FOR_ONE.items():
        text = text.replace(two, one)
    return text


@lru_cache(1000)
def _noisy(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words with the letters they may be taken for, each a group."""
    ways = [_pattern(word) for word in words]
    return re.compile("|".join(f"({way})" for way in ways), re.IGNORECASE)


def _pattern(word: str) -> str:
    way = "".join(_TAKEN_FOR.get(letter, letter) for letter in word)
    return way if len(word) >= INSIDE else rf"(?<!\w){way}(?!\w)"


def _meant(found: re.Match[str], words: list[str]) -> str:
    read = found[0]
    word = words[(found.lastindex or 1) - 1]
    letters = [letter for letter in read if letter.isalpha()]
    if sum(map(str.isupper, letters)) > len(letters) / 2:
        word = word.upper()
    elif read[0].isupper() and read[0].lower() == word[0]:
        word = word[0].upper() + word[1:]
    return word + _FILLER * (len(read) - len(word))
