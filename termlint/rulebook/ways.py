"""In how many ways something can be written, counted without writing any of them."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from termlint.rulebook import limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.rulebook.model import Slot


def of_sequence(slots: Sequence[Slot]) -> int:
    """How many sequences `slots` make when each is written out, gaps aside."""
    return prod(len(slot.alternatives) + slot.optional for slot in slots if not slot.gap)


def is_written_out(slots: Sequence[Slot]) -> bool:
    """Whether a phrase is looked up in full: no gap, and no list but at its beginning."""
    return not any(slot.gap or slot.is_list for slot in slots[1:])


def of_phrase(slots: Sequence[Slot]) -> int:
    """How many forms or patterns the matcher gets for a phrase."""
    if is_written_out(slots):
        return of_sequence(slots[1:] if slots and slots[0].is_list else slots)
    return prod(_patterns(slot) for slot in slots)


def _patterns(slot: Slot) -> int:
    """Single words stand together in one pattern, longer ones each in their own."""
    if slot.gap:
        return 1
    longer = sum(len(alternative.tokens) > 1 for alternative in slot.alternatives)
    return longer + (longer < len(slot.alternatives)) + slot.optional


def _size(slot: Slot) -> int:
    """How many words all patterns of a slot tell apart together."""
    return sum(len(alternative.tokens) for alternative in slot.alternatives)


def require_few(text: str, slots: Sequence[Slot]) -> None:
    """Raise LimitError for a phrase that makes more forms, patterns or gaps than can be looked for."""
    limits.require("limit-places", len(slots), limits.PLACES, phrase=text)
    plain = [slot for slot in slots if not slot.is_list]
    limits.require("phrase-too-wide", of_sequence(plain), limits.PHRASE_FORMS, phrase=text)
    choices = prod(slot.gap + 1 for slot in slots if slot.gap)
    limits.require("limit-gaps", choices, limits.GAP_CHOICES, phrase=text)
    count = of_phrase(slots)
    if is_written_out(slots):
        limits.require("phrase-too-wide", count, limits.PHRASE_FORMS, phrase=text)
    else:
        limits.require("phrase-too-wide", count, limits.PATTERNS, phrase=text)
        work = sum(count * _size(slot) // _patterns(slot) for slot in slots)
        limits.require("phrase-too-wide", work, limits.PATTERN_WORK, phrase=text)
