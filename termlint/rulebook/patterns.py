"""What a compiled phrase needs and what it can look like: literals for the screen, token sequences
for spaCy.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from termlint.dutch.words import ARTICLES, CONJUNCTIONS, ZIJN_WORDEN
from termlint.rulebook.model import Alternative, Phrase, Reading, Rule, Slot
from termlint.rulebook.phrases import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CLAUSES = [
    "als",
    "dat",
    "die",
    "doordat",
    "en",
    "hoewel",
    "maar",
    "of",
    "om",
    "omdat",
    "op",
    "over",
    "toen",
    "uit",
    "want",
    "wanneer",
    "zodat",
    "terwijl",
]
_STOPS = [*".,;:!?()|•…", *_CLAUSES]
"""Signs, and words that begin another clause or phrase: no gap reaches over them."""
_EMPTY = Alternative(())
_WEAK = ARTICLES | CONJUNCTIONS | ZIJN_WORDEN | {"in", "op", "aan", "naar", "van", "met", "te", "-", ","}
"""Words that stand in every text and so screen nothing."""


def fold(text: str) -> str:
    """Letters and digits only, lower case: what the screen compares."""
    return "".join(filter(str.isalnum, text.lower()))


def necessary(phrase: Phrase) -> tuple[frozenset[str], ...]:
    """What a text must hold for `phrase` to stand in it: of each set at least one folded literal."""
    if phrase.tokens:
        return tuple(frozenset({fold(literal)}) for literal in phrase.literals)
    required = [slot for slot in phrase.slots if not slot.optional and not slot.gap]
    sets = [literals for slot in required for literals in _slot_literals(slot)]
    if (
        phrase.context
        and phrase.context.scope == "sentence"
        and not phrase.context.unless
        and phrase.context.needs
        and all(map(fold, phrase.context.needs))
    ):
        sets.append(frozenset(fold(need) for need in phrase.context.needs))
    strong = [literals for literals in sets if not _WEAK & {literal.strip() for literal in literals}]
    return tuple(strong or sets)


def is_screened(phrase: Phrase) -> bool:
    """Whether a phrase needs something that does not stand in every text, so that the screen can keep it
    back.
    """
    return any(
        "" not in literals and not _WEAK & {a.strip() for a in literals} for literals in necessary(phrase)
    )


SHORT = 3
"""Words up to this length stand inside so many others that the screen looks for them as words."""


def _slot_literals(slot: Slot) -> Iterator[frozenset[str]]:
    """One set of literals for each part of a slot.

    A space before a literal says that it begins a word, one behind it that it ends one: short words only.
    """
    joined = len(slot.parts) > 1
    for alternatives in slot.parts or (slot.alternatives,):
        literals = {fold("".join(a.tokens).replace(OPEN, "")) for a in alternatives}
        if literals and "" not in literals:
            yield frozenset(_as_word(a, joined) for a in _least(literals))


_FEW = 200


def _least(literals: set[str]) -> set[str]:
    """The literals that hold no other one of more than `SHORT` letters."""
    if len(literals) <= _FEW:
        return {a for a in literals if not any(b != a and b in a and len(b) > SHORT for b in literals)}
    from ahocorasick_rs import AhoCorasick  # to compare each with each would take seconds

    search = AhoCorasick([literal for literal in literals if len(literal) > SHORT])

    def holds(text: str) -> bool:
        return bool(search.find_matches_as_indexes(text))

    return {a for a in literals if not (holds(a[1:]) or holds(a[:-1]))}


def _as_word(literal: str, joined: bool) -> str:
    if len(literal) > SHORT:
        return literal
    return f" {literal}" if joined else f" {literal} "


@dataclass(frozen=True, slots=True)
class Written:
    """One way a phrase can be written out: its tokens and what they are forms of."""

    tokens: tuple[str, ...]
    readings: tuple[Reading, ...]


def opens_with_list(phrase: Phrase) -> bool:
    """Whether a phrase begins with an item of a list, which is looked for from the phrase's head and not
    written out.
    """
    return bool(phrase.slots) and phrase.slots[0].is_list


def is_finite(phrase: Phrase) -> bool:
    """Whether a phrase is written out in full: no raw pattern, no gap, and no list but at its beginning."""
    return not phrase.tokens and not any(slot.gap or slot.is_list for slot in phrase.slots[1:])


def written(phrase: Phrase) -> Iterator[Written]:
    """Every way to write a finite phrase, without the list that it opens with."""
    slots = phrase.slots[1:] if opens_with_list(phrase) else phrase.slots
    ways = [(*slot.alternatives, _EMPTY) if slot.optional else slot.alternatives for slot in slots]
    for chosen in product(*ways):
        tokens = tuple(token for alternative in chosen for token in alternative.tokens)
        yield Written(tokens, tuple(r for alternative in chosen for r in alternative.readings))


def needed_words(phrase: Phrase) -> tuple[frozenset[str], ...]:
    """Of each set one word must be in a text for a phrase with gaps to stand in it (empty for a raw
    pattern).
    """
    required = [slot for slot in phrase.slots if not (slot.optional or slot.gap)]
    return tuple(frozenset(a.tokens[0] for a in slot.alternatives) for slot in required)


def pattern_words(phrase: Phrase) -> frozenset[str]:
    """The words that a phrase with gaps tells apart; to it, all others are alike."""
    return frozenset(_STOPS).union(
        token for slot in phrase.slots for a in slot.alternatives for token in a.tokens
    )


def token_patterns(phrase: Phrase) -> list[list[dict[str, object]]]:
    """The spaCy Matcher patterns of a phrase with gaps, for words in lower case."""
    choices = [_slot_patterns(slot) for slot in phrase.slots]
    return [[token for part in chosen for token in part] for chosen in product(*choices)]


def _slot_patterns(slot: Slot) -> list[list[dict[str, object]]]:
    """The ways to match a slot: single words together in one set, longer ones each on their own."""
    if slot.gap:
        return [[{"ORTH": {"NOT_IN": _STOPS}, "OP": f"{{0,{slot.gap}}}"}]]
    single = sorted({a.tokens[0] for a in slot.alternatives if len(a.tokens) == 1})
    ways: list[list[dict[str, object]]] = [
        [_one(token) for token in a.tokens] for a in slot.alternatives if len(a.tokens) > 1
    ]
    if single:
        ways.append([{"ORTH": {"IN": single}}])
    if slot.optional:
        ways.append([])
    return ways


def _one(token: str) -> dict[str, object]:
    return {"ORTH": token}


def vocabulary(rules: Iterable[Rule]) -> frozenset[str]:
    """Every word of the phrases of `rules`, in lower case; of an open compound its beginning."""
    tokens = {
        token.removesuffix(OPEN)
        for rule in rules
        for phrase in rule.phrases
        for slot in phrase.slots
        for alternatives in (slot.alternatives, *slot.parts, slot.stems)
        for alternative in alternatives
        for token in alternative.tokens
    }
    raw = {each.lower() for rule in rules for phrase in rule.phrases for each in phrase.literals}
    return frozenset(tokens | raw)


def lexicon(phrase: Phrase) -> dict[str, tuple[Reading, ...]]:
    """What each single word of a phrase with gaps is a form of."""
    return {a.tokens[0]: a.readings for slot in phrase.slots for a in slot.alternatives if len(a.tokens) == 1}


def open_stems(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The beginnings of compounds that may take any second part, longest first."""
    stems = {
        token[: -len(OPEN)]
        for rule in rules
        for phrase in (*rule.phrases, *rule.exceptions)
        for slot in phrase.slots
        for alternative in slot.alternatives
        for token in alternative.tokens
        if token.endswith(OPEN)
    }
    return tuple(sorted(stems, key=len, reverse=True))
