"""Token boundaries: what counts as one word when phrases are matched.

Hyphen, slash and every other sign is a token of its own; quotation marks, markup signs and brackets
inside a word are no tokens at all, so that ‘hoger’ onderwijs, **hoog**opgeleid and (hoog)opgeleid read
as the words they are. An underscore or a digit stays inside its word, which keeps identifiers
(HoogOpgeleid_3) whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SKIPPED = frozenset("\"'‘’‚‛“”„‟«»‹›`´*~")
_NOTE = "\u00b9\u00b2\u00b3\u2070-\u2079"
_TOKEN = re.compile(
    r"\(\w{1,3}[)y]\w+(?:'\w+)*"  # (v)mbo, and its OCR reading
    rf"|[^\W\d_{_NOTE}]{{5,}}+(?=[{_NOTE}]|\d{{1,2}}(?!\w))"  # hoogopgeleiden1, with the number of a note
    r"|\w+(?:'\w+)*(?:\(\w{1,3}\))?"  # mbo'ers, mbo-leerling(en)
    r"|[^\w\s]"
)
_WORD_BRACKETS = re.compile(
    r"(?<=\w)\((?=\+\))|(?<=\(\+)\)|(?<![\w)])\((?=\w{4,}\)\w)|(?<=\w)\((?=\w{4,}\)(?!\w))|(?<=\w)\)(?=\w)"
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
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text):
        word = found.group()
        start, end = found.span()
        if word in SKIPPED or (brackets and start in brackets):
            continue
        words.append(word)
        starts.append(start)
        ends.append(end)
    return Tokens(words, starts, ends)
