"""The phrase notation of rule files, compiled to slots.

hoger onderwijs          two words; each stands for all its forms when `words` says what it is
hoog-opgeleid            one word, two words or with a hyphen: hoogopgeleid, hoog opgeleid, hoog-opgeleid
werk- en -denkniveau     a hyphen at the edge of a word may be there or not
en|of                    one of these words
(het|in het)             may be left out; [x|y z] must be there
<niveau>                 one word of a list; its items coordinate when it comes first: hbo- of wo-denkniveau
opgeleid:en              only this form of a word
opstromen:finite         the forms of a separable verb that part from their particle: stroomt
...                      up to four other words (...2: up to two)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from termlint.dutch.tokens import tokenize
from termlint.rulebook.model import Alternative, Reading, Slot, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DEFAULT_GAP = 4
_ELEMENT = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]|(\S+)")
_JOIN = re.compile(r"(?<=.)-(?=.)(?![^<>]*>)")
_HYPHEN = Alternative(("-",))
MAX_ALTERNATIVES = 20_000


class PhraseError(ValueError):
    """A phrase that does not follow the notation; the argument is a message code of `messages.rules`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words and lists that a phrase may name."""

    words: Mapping[str, Word]
    lists: Mapping[str, tuple[str, ...]]
    _forms: dict[str, list[Alternative]] = field(default_factory=dict, compare=False, repr=False)

    def forms(self, text: str) -> list[Alternative]:
        """All forms of a word, or all items of a list; one that `words` does not name is itself."""
        if text not in self._forms:
            self._forms[text] = _forms(text, self)
        return self._forms[text]


def compile_phrase(text: str, vocabulary: Vocabulary) -> tuple[Slot, ...]:
    """The slots of a phrase; PhraseError when it is empty or names something unknown."""
    if not text.strip():
        raise PhraseError("phrase-empty")
    if (
        text.count("(") != text.count(")")
        or text.count("[") != text.count("]")
        or text.count("<") != text.count(">")
    ):
        raise PhraseError("phrase-brackets", phrase=text)
    slots: list[Slot] = []
    for optional, required, plain in _ELEMENT.findall(text):
        if optional:
            slots.append(Slot(_group(optional, vocabulary), optional=True))
        elif required:
            slots.append(Slot(_group(required, vocabulary)))
        else:
            slots.extend(_plain(plain, vocabulary))
    if all(slot.optional or slot.gap for slot in slots):
        raise PhraseError("phrase-all-optional", phrase=text)
    count = prod(len(slot.alternatives) + slot.optional for slot in slots if not (slot.gap or slot.is_list))
    if count > MAX_ALTERNATIVES:
        raise PhraseError("phrase-too-wide", phrase=text, count=count)
    return tuple(slots)


def _group(text: str, vocabulary: Vocabulary) -> tuple[Alternative, ...]:
    """The alternatives of a bracketed group, each a phrase of plain words."""
    return tuple(
        alternative
        for choice in text.split("|")
        for alternative in _sequence(compile_phrase(choice, vocabulary))
    )


def _sequence(slots: tuple[Slot, ...]) -> list[Alternative]:
    """All ways to write a sequence of slots without gaps."""
    ways = [(*slot.alternatives, *((Alternative(()),) if slot.optional else ())) for slot in slots]
    return [
        Alternative(
            tuple(t for part in parts for t in part.tokens), tuple(r for part in parts for r in part.readings)
        )
        for parts in product(*ways)
    ]


def _plain(text: str, vocabulary: Vocabulary) -> list[Slot]:
    """The slots of an element without brackets."""
    if text.startswith("..."):
        return [Slot(gap=int(text[3:] or DEFAULT_GAP))]
    if text == "-":
        return [Slot((_HYPHEN,))]
    slots = []
    if text.startswith("-"):
        slots.append(Slot((_HYPHEN,), optional=True))
    core = text.strip("-")
    if core:
        slots.append(_word_slot(core, vocabulary))
    if text.endswith("-") and core:
        slots.append(Slot((_HYPHEN,), optional=True))
    return slots


def _word_slot(text: str, vocabulary: Vocabulary) -> Slot:
    """The slot of a word; one with a hyphen inside, or a list, can leave a hanging hyphen in a
    coordination.
    """
    choices = text.split("|")
    alternatives = tuple(a for choice in choices for a in _spellings(choice, vocabulary))
    if len(choices) > 1:
        return Slot(alternatives)
    names = _JOIN.split(text)
    parts = tuple(tuple(vocabulary.forms(part)) for part in names)
    first = vocabulary.words.get(names[0].partition(":")[0])
    if text.startswith("<"):
        stems = parts[0]
    elif first and first.coordinates:
        stems = (*parts[0], *(alternatives if len(parts) > 1 else ()))
    else:
        stems = ()
    return Slot(alternatives, parts=parts, stems=stems, is_list=text.startswith("<") and len(names) == 1)


def list_items(name: str, vocabulary: Vocabulary) -> tuple[Alternative, ...]:
    """Every way to write an item of a list; a list may name other lists, but no words of a rule."""
    if name not in vocabulary.lists:
        raise PhraseError("phrase-unknown-list", list=name, known=", ".join(sorted(vocabulary.lists)))
    return _items(name, frozenset(vocabulary.lists.items()))


@lru_cache(maxsize=256)
def _items(name: str, lists: frozenset[tuple[str, tuple[str, ...]]]) -> tuple[Alternative, ...]:
    """The items of a list, written out once for all phrases that name it."""
    vocabulary = Vocabulary({}, dict(lists))
    return tuple(
        Alternative(a.tokens, (Reading(" ".join(a.tokens), "item"),))
        for item in vocabulary.lists[name]
        for a in _sequence(compile_phrase(item, vocabulary))
    )


def _spellings(text: str, vocabulary: Vocabulary) -> list[Alternative]:
    """One word, or the parts of a hyphenated one in each of its three spellings."""
    parts = [vocabulary.forms(part) for part in _JOIN.split(text)]
    if len(parts) == 1:
        return parts[0]
    spelled: list[Alternative] = []
    for chosen in product(*parts):
        readings = tuple(r for part in chosen for r in part.readings)
        tokens = [part.tokens for part in chosen]
        spelled += [Alternative(_glued(tokens, glue), readings) for glue in ((), ("-",))]
        if all(len(part.tokens) == 1 for part in chosen):
            spelled.append(Alternative(("".join(part.tokens[0] for part in chosen),), readings))
    return spelled


def _glued(parts: list[tuple[str, ...]], glue: tuple[str, ...]) -> tuple[str, ...]:
    tokens = parts[0]
    for part in parts[1:]:
        tokens = (*tokens, *glue, *part)
    return tokens


def _forms(text: str, vocabulary: Vocabulary) -> list[Alternative]:
    """As `Vocabulary.forms`, worked out."""
    if text.startswith("<") and text.endswith(">"):
        return list(list_items(text[1:-1], vocabulary))
    base, _, wanted = text.partition(":")
    word = vocabulary.words.get(base)
    if word is None:
        if wanted:
            raise PhraseError("phrase-unknown-word", word=base, known=", ".join(sorted(vocabulary.words)))
        return [Alternative(_tokens(base))]
    if wanted == "finite":
        return [Alternative((surface,), (Reading(base, form),)) for surface, form in word.finite.items()]
    chosen = _chooser(wanted)
    forms = [
        Alternative(_tokens(surface), (Reading(base, form),))
        for surface, form in word.forms.items()
        if chosen(form)
    ]
    if wanted in ("", "compound"):
        forms += [
            Alternative((prefix + OPEN,), (Reading(base, "compound"),)) for prefix in word.open_compounds
        ]
    if not forms:
        raise PhraseError(
            "phrase-unknown-form", form=wanted, word=base, known=", ".join(sorted(set(word.forms.values())))
        )
    return forms


OPEN = "…"
"""Stands in a compiled token for any second part of a compound: hoogopgeleiden… is hoogopgeleidenbuurt."""


def _chooser(wanted: str) -> Callable[[str], bool]:
    if not wanted:
        return lambda _form: True
    forms = set(wanted.split(","))
    return lambda form: form in forms


def _tokens(surface: str) -> tuple[str, ...]:
    if surface.isalpha():
        return (surface.lower(),)  # most are: no need to look for boundaries
    return tuple(word.lower() for word in tokenize(surface).words)
