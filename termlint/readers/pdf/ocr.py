"""Letters that a scanner's software took for others, read through as a person reads them.

Only for text that is not shown: the words a person sees are those of the picture under it. And only in
words of schooling, which these letters cannot turn into another word.
"""

from __future__ import annotations

import re
from functools import cache

_WORDS = (
    *(
        "beroepsonderwijs",
        "gekwalificeerd",
        "theoretisch",
        "denkniveau",
        "middelbaar",
        "geschoold",
        "onderwijs",
    ),
    *("opleiding", "praktisch", "leerling", "opgeleid", "diploma", "niveau"),
)
"""Words that may be part of a longer one, the longest first."""
_WHOLE_WORDS = ("hoog", "hoger", "hoogst", "hoge", "laag", "lager", "laagst", "lage", "student", "studenten")
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
_FILLER = "\u200b"
"""Keeps the length where two letters were one: a space of no width, that nobody reads."""


def read_through(text: str) -> str:
    """`text` with the words meant, each as long as what the software read."""
    return _noisy().sub(_meant, text)


@cache
def _noisy() -> re.Pattern[str]:
    """The words with the letters they may be taken for, each a group; compiled for the first scan."""
    inside = [f"({_pattern(word)})" for word in _WORDS]
    whole = [rf"(?<!\w)({_pattern(word)})(?!\w)" for word in _WHOLE_WORDS]
    return re.compile("|".join([*inside, *whole]), re.IGNORECASE)


def _pattern(word: str) -> str:
    return "".join(_TAKEN_FOR.get(letter, letter) for letter in word)


def _meant(found: re.Match[str]) -> str:
    read = found[0]
    word = (*_WORDS, *_WHOLE_WORDS)[(found.lastindex or 1) - 1]
    if read.lower() == word:
        return read
    letters = [letter for letter in read if letter.isalpha()]
    if sum(map(str.isupper, letters)) > len(letters) / 2:
        word = word.upper()
    elif read[0].isupper() and read[0].lower() == word[0]:
        word = word[0].upper() + word[1:]
    return word + _FILLER * (len(read) - len(word))
