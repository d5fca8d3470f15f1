"""Hyphens at the end of a printed line: part of the word, left hanging, or put there by the printer."""

from __future__ import annotations

import re
from typing import Literal

from termlint.dutch.words import ABBREVIATIONS, CONJUNCTIONS

Resolution = Literal["join", "keep", "hang"]

_HANGS_BEFORE = CONJUNCTIONS | {"maar", "dan", "danwel", "zowel", "respectievelijk", "resp"}
_LAST_WORD = re.compile(r"[\w'’+]+$")
_FIRST_WORD = re.compile(r"[\w'’]+")


def resolve(before: str, after: str, abbreviations: frozenset[str] = ABBREVIATIONS) -> Resolution:
    """What a line-end hyphen between `before` and `after` (texts of the two lines) stands for.

    join: the printer broke a word (gemeen-/te, buurt-/bewoners).
    keep: the hyphen belongs to the word (ov-/kaart, Noord-/Holland).
    hang: a part of a word is left out (voor-/en nadelen).
    `abbreviations`, in lower case, keep theirs.
    Source: Leidraad 6.8 and 6.12 (woordlijst.org), weglatingsstreepje and samenstelling met afkorting.
    """
    left = _LAST_WORD.search(before)
    right = _FIRST_WORD.match(after)
    if not left or not right:
        return "keep"
    fragment, head = left.group(), right.group()
    if head.lower() in _HANGS_BEFORE or after.startswith("t/m"):
        return "hang"
    if fragment.isupper() and head.isupper() and len(head) > 1 and fragment.lower() not in abbreviations:
        return "join"  # a heading in capitals: GEMEEN-/TE
    if (
        _keeps_hyphen(fragment, abbreviations)
        or (head[0].isupper() and not fragment.isupper())
        or head[0].isdigit()
    ):
        return "keep"
    return "join"


def _keeps_hyphen(fragment: str, abbreviations: frozenset[str]) -> bool:
    """Whether a compound beginning with `fragment` is written with a hyphen: abbreviations, figures,
    signs.
    """
    return (
        fragment.lower() in abbreviations
        or not fragment[-1].isalpha()
        or (len(fragment) > 1 and fragment.isupper())
    )
