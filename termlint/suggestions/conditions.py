"""When an offer fits: the words that were found, those beside and near them, and what the place is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from termlint.dutch.view import View
    from termlint.matching.match import Beside, Match
    from termlint.rulebook.model import When
    from termlint.suggestions.place import Place

_LABEL_AFTER = re.compile(r"\s*(?::(?!\S)|\||$)")
_LABEL_BEFORE = re.compile(r"(?:^|[|•●▪;:]|(?:^|\n)\s*(?:[-*+e]|\d+[.)]))\s*$")


@dataclass(frozen=True, slots=True)
class Known:
    """What every offer asks of a match."""

    forms: frozenset[str]
    bases: frozenset[str]
    beside: Beside


def fits_words(when: When, known: Known) -> bool:
    """Whether the found words are those that the offer is for."""
    return (
        (not when.form or not known.forms.isdisjoint(when.form))
        and known.forms.isdisjoint(when.not_form)
        and (not when.contains or not known.bases.isdisjoint(when.contains))
        and known.bases.isdisjoint(when.lacks)
    )


def fits_place(when: When, known: Known, match: Match, place: Place) -> bool:
    """Whether the words around it, the document and the kind of place are those that the offer is for."""
    if not _fits_beside(when, known.beside):
        return False
    if when.near or when.not_near:
        text = place.analysis.text.lower()
        if (when.near and not _holds_any(text, when.near)) or _holds_any(text, when.not_near):
            return False
    if (when.document and not _holds_any(place.document, when.document)) or _holds_any(
        place.document, when.not_document
    ):
        return False
    return when.label is None or when.label == is_label(match, place.raw, place.view)


def _fits_beside(when: When, beside: Beside) -> bool:
    if (when.after and not beside.follows(when.after)) or (when.not_after and beside.follows(when.not_after)):
        return False
    if when.before and not beside.precedes(when.before):
        return False
    return not (when.not_before and beside.precedes(when.not_before))


def _holds_any(text: Container[str], words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def is_label(match: Match, raw: str, view: View) -> bool:
    """Whether the match names a field: followed by a colon, or alone in its cell or line."""
    start, end = view.raw_span(match.start, match.end)
    line_start = raw.rfind("\n", 0, start) + 1
    line_end = raw.find("\n", end)
    rest = raw[end : line_end if line_end >= 0 else len(raw)]
    return bool(_LABEL_BEFORE.search(raw[line_start:start])) and bool(_LABEL_AFTER.match(rest))
