"""Token boundaries: what counts as one word when phrases are matched.

Hyphen, slash and every other sign is a token of its own; quotation marks, markup signs and brackets
inside a word are no tokens at all, so that ‘kwetsbare’ wijk, **achter**buurt and (achter)buurt read
as the words they are. An underscore or a digit stays inside its word, which keeps identifiers
(AchterBuurt_3) whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import add

SKIPPED = frozenset("\"'‘’‚‛“”„‟«»‹›`´*~")
_NOTE = "\u00b9\u00b2\u00b3\u2070-\u2079"
_BRACKETED = r"\(\w{1,3}[)y]\w+(?:'\w+)*"  # (z)zp, and its OCR reading
_SIGN = rf"[^\w\s{re.escape(''.join(sorted(SKIPPED)))}]"
_WORD = rf"\w+(?:'\w+)*(?:\(\w{{1,3}}\))?|{_SIGN}"  # zzp'ers, ov-reiziger(s), a sign
_TOKEN = re.compile(f"{_BRACKETED}|{_WORD}")
_NOTE_NUMBER = re.compile(rf"[\d{_NOTE}](?<=[^\W\d_].)")
_TOKEN_BEFORE_NOTE = re.compile(  # nieuwkomers1, with the number of a note: half as fast
    rf"{_BRACKETED}|[^\W\d_{_NOTE}]{{5,}}(?=[{_NOTE}]|\d{{1,2}}(?!\w))|{_WORD}"
)
_WORD_BRACKETS = re.compile(
    r"[()](?:(?<=\w\()(?=\+\))|(?<=\(\+\))|(?<=\()(?<![\w)]\()(?=\w{4,}\)\w)"
    r"|(?<=\w\()(?=\w{4,}\)(?!\w))|(?<=\w\))(?=\w))"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text and where each begins and ends."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokenize(text: str) -> Tokens:
    """The tokens of a reading view, with their offsets."""
    brackets = {found.start() for found in _WORD_BRACKETS.finditer(text)} if "(" in text else set()
    pattern = _TOKEN_BEFORE_NOTE if _NOTE_NUMBER.search(text) else _TOKEN
    found = list(pattern.finditer(text))
    if brackets:
        found = [token for token in found if token.start() not in brackets]
    words = [token[0] for token in found]
    starts = [token.start() for token in found]
    return Tokens(words, starts, list(map(add, starts, map(len, words))))
