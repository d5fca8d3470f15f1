"""Is a page's text layer something a person could read? Judged by its characters alone."""

from __future__ import annotations

import re
from typing import Literal

Look = Literal["text", "few", "bare", "garbled"]
"""Readable; hardly a word; nothing at all; there is a layer and it is nonsense."""

_FEW = 40
"""Letters on a page below which its text may be no more than a stamp or a page number on a scan."""
_JUDGED = 150
"""Letters needed to judge a page by its letters."""
_LETTERS = re.compile(r"[^\W\d_]")
_VOWELS = re.compile(r"[aeiouyáàâäéèêëíìîïóòôöúùûüæœ]", re.IGNORECASE)
_LATIN = re.compile(r"[a-zà-ÿ]", re.IGNORECASE)
_NONSENSE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_WORD = re.compile(r"[^\s\ufffe]{2,}")
_OCR_WRECK = re.compile(
    r"[^\W\d_][^\w\s.,;:!?'’‘“”\"()/@&+\-–—_=<>\[\]{}#%*|\\$€°©®·•…]+[^\W\d_]|[^\W\d_][|\\}{~^<>]+[^\W\d_]"
)


_COMMON = (" de ", " van ", " het ", " een ", " en ", " in ")
"""Words that Dutch prose holds every thirty characters or so."""


def look_at(text: str) -> Look:
    """How readable a page's text is. Dutch prose is known by its small words, without counting letters."""
    if len(text) > 10 * _FEW and 120 * sum(map(text.count, _COMMON)) > len(text):
        return "text"
    letters = len(_LETTERS.findall(text))
    nonsense = len(_NONSENSE.findall(text))
    if letters + nonsense == 0:
        return "bare" if not text.strip() else "few"
    if nonsense > max(10, 0.3 * (letters + nonsense)):
        return "garbled"
    if letters < _FEW:
        return "few"
    return "garbled" if letters >= _JUDGED and _unreadable(text, letters) else "text"


def _unreadable(text: str, letters: int) -> bool:
    """Latin letters in no language's proportions, or words broken by signs, as bad OCR breaks them."""
    latin = len(_LATIN.findall(text))
    if latin < 0.8 * letters:
        return False
    vowels = len(_VOWELS.findall(text)) / latin
    if not 0.2 <= vowels <= 0.62:
        return True
    words = _WORD.findall(text)
    return len(words) >= 30 and sum(1 for word in words if _OCR_WRECK.search(word)) > 0.2 * len(words)
