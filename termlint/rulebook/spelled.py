"""Phrases written out for people: the forms that a rule finds, as text."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from termlint.dutch.words import CONJUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from termlint.rulebook.model import Alternative, Phrase, Slot, Word

GAP = "..."


def spell(tokens: Sequence[str]) -> str:
    """Tokens as one writes them: niet-westers, woon- en leefsfeer, jong/oud, fase (3)."""
    text = ""
    for at, token in enumerate(tokens):
        glued = at == 0 or token in "-/),;:" or tokens[at - 1] in ("/", "(")
        hanging = at > 0 and tokens[at - 1] == "-" and token in CONJUNCTIONS
        joined = at > 1 and tokens[at - 1] == "-" and not hanging
        text += token if glued or joined else f" {token}"
    return text


def count(phrase: Phrase) -> int:
    """In how many ways a phrase can be written, gaps aside."""
    total = 1
    for slot in phrase.slots:
        total *= 1 if slot.gap else len(slot.alternatives) + slot.optional
    return total


def forms(phrase: Phrase) -> Iterator[str]:
    """Every way to write a phrase, each once; a gap is three dots."""
    ways = [_ways(slot) for slot in phrase.slots]
    seen: set[str] = set()
    for chosen in product(*ways):
        form = spell([token for tokens in chosen for token in tokens])
        if form not in seen:
            seen.add(form)
            yield form


def _ways(slot: Slot) -> list[tuple[str, ...]]:
    if slot.gap:
        return [(GAP,)]
    return [alternative.tokens for alternative in slot.alternatives] + [()] * slot.optional


def spelled(alternatives: Iterable[Alternative]) -> list[str]:
    """The alternatives of a slot, each once."""
    return list(dict.fromkeys(spell(alternative.tokens) for alternative in alternatives))


def by_form(word: Word) -> dict[str, list[str]]:
    """The surfaces of a word under the names of their forms, those that part from their particle last."""
    table: dict[str, list[str]] = {}
    for surface, form in word.forms.items():
        table.setdefault(form, []).append(surface)
    if word.finite:
        table["finite"] = [f"{surface} … {word.particle}" for surface in word.finite]
    if word.open_compounds:
        table["compound"] = [f"{stem}…" for stem in word.open_compounds]
    return table
