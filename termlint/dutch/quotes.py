"""Quotation marks: which stretches of a text are between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LOW = ",,"  # a low quotation mark as a typewriter has it
_PAIRS = {_LOW: "”\"’'", "“": "”“", "„": "”“", "«": "»", "‘": "’", "‚": "’‘", "»": "«", "‹": "›", "”": "”"}
_STRAIGHT = "\"'`´"
_OPENS_AFTER = re.compile(r"[\s(\[{/<>=,;:“„‘«\"'–—*_-]")
_APOSTROPHE_WORD = re.compile(r"['’](?:s|t|n|k|m|r|ie|em|er|ns)\b", re.IGNORECASE)
_MARK = re.compile(rf"(?<![\w,]){_LOW}(?=\w)|[" + re.escape("".join(_PAIRS)[2:] + _STRAIGHT + "’›") + "]")
MAX_QUOTE = 1500
"""A quotation longer than this, in characters, is a mark that was never closed."""
_MAX_OPEN = 50
"""No more quotations than this are open at a time: of more marks the oldest were never closed."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The text between `start` and `end` (marks not included); `mark` is the opening sign."""

    start: int
    end: int
    mark: str


def quotes(text: str) -> list[Quote]:
    """All quotations of a reading view, outer and inner, in the order of their beginnings.

    An opening curly mark at the very beginning that is never closed runs to the end: a quotation of
    several paragraphs repeats its opening mark and closes only at the last.
    """
    found: list[Quote] = []
    opened: list[tuple[str, int]] = []
    for mark_found in _MARK.finditer(text):
        at, sign = mark_found.start(), mark_found.group()
        closing = next((k for k in range(len(opened) - 1, -1, -1) if _closes(opened[k][0], sign)), None)
        if closing is not None and _can_close(text, at, sign):
            mark, begin = opened[closing]
            del opened[closing:]
            if at - begin <= MAX_QUOTE:
                found.append(Quote(begin, at, mark))
        elif _can_open(text, at, sign):
            del opened[: 1 - _MAX_OPEN]
            opened.append((sign, at + len(sign)))
    if opened and opened[0][1] == 1 and opened[0][0] in "“„" and len(text) <= MAX_QUOTE:
        found.append(Quote(1, len(text), opened[0][0]))
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _closes(opening: str, sign: str) -> bool:
    return sign in _PAIRS.get(opening, opening) or (opening in "`´" and sign in "'´")


def _can_open(text: str, at: int, sign: str) -> bool:
    """An opening mark follows a space or an opening sign and is followed by a word; 's and 't are words."""
    after = text[at + 1 : at + 2]
    if sign == _LOW:
        return True
    if not after or sign in "’›" or (at and not _OPENS_AFTER.match(text[at - 1])):
        return False
    if sign in "'‘" and _APOSTROPHE_WORD.match("'" + text[at + 1 : at + 4]):
        last = at + MAX_QUOTE
        return sign == "‘" and (text.find("’", at + 1, last) >= 0 or text.find("'", at + 4, last) >= 0)
    return not after.isspace() or sign in "‘“„"


def _can_close(text: str, at: int, sign: str) -> bool:
    """A closing mark stands at the end of a word: no letter follows (zzp'ers, foto's)."""
    after = text[at + 1 : at + 2]
    if sign in "'’‘" and after.isalnum():
        return False
    return at > 0 and not (sign in _STRAIGHT and text[at - 1].isspace() and after.isalnum())
