"""The phrase notation of rule files, compiled to slots.

kwetsbare wijk           two words; each stands for all its forms when `words` says what it is
probleem-wijk            one word, two words or with a hyphen: probleemwijk, probleem wijk, probleem-wijk
woon- en -leefsfeer      a hyphen at the edge of a word may be there or not
en|of                    one of these words
(het|in het)             may be left out; [x|y z] must be there
<herkomst>               one word of a list; its items coordinate when it comes first: stads- of dorpswijk
ontheemd:en              only this form of a word
opstromen:finite         the forms of a separable verb that part from their particle: stroomt
...                      up to four other words (...2: up to two)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from termlint.dutch.tokens import tokenize
from termlint.rulebook import limits, ways
from termlint.rulebook.limits import LimitError, Tally
from termlint.rulebook.model import Alternative, FormOf, Slot, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DEFAULT_GAP = 4
_ELEMENT = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]|(\S+)")
_JOIN = re.compile(r"(?<=.)-(?=.)(?![^<>]*>)")
_LIST = re.compile(r"<([^<>]*)>")
_HYPHEN = Alternative(("-",))


class PhraseError(LimitError):
    """A phrase that does not follow the notation; the argument is a message code of `messages.phrases`."""


@dataclass(slots=True)
class Lists:
    """Word lists, of which the items are written out once for all phrases that name them.

    A list may name other lists, but no words of a rule.
    """

    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    _items: dict[str, list[Alternative]] = field(default_factory=dict)
    _heights: dict[str, int] = field(default_factory=dict)

    def items(self, name: str) -> list[Alternative]:
        """Every way to write an item of a list; PhraseError for one that does not exist or names itself."""
        if name not in self._items:
            self._height(name, ())
            self._items[name] = self._written(name)
            self.tally.add("alternatives", len(self._items[name]), limits.ALL_ALTERNATIVES)
        return self._items[name]

    def _written(self, name: str) -> list[Alternative]:
        vocabulary = PhraseWords({}, self)
        items: list[Alternative] = []
        for item in self.given[name]:
            ways_of_item = _sequence(item, vocabulary)
            items += (Alternative(a.tokens, (FormOf(" ".join(a.tokens), "item"),)) for a in ways_of_item)
            limits.require("limit-list", len(items), limits.PHRASE_FORMS, list=name)
        return items

    def _height(self, name: str, within: tuple[str, ...]) -> int:
        """How many lists stand inside each other in a list, itself among them."""
        if name not in self.given:
            raise PhraseError("phrase-unknown-list", list=name, known=", ".join(sorted(self.given)))
        if name in within:
            raise PhraseError("phrase-list-loop", list=name)
        within = (*within, name)
        depth = len(within) + self._heights.get(name, 1) - 1
        limits.require("limit-nested-lists", depth, limits.NESTED_LISTS, list=within[0])
        if name not in self._heights:
            named = {inner for item in self.given[name] for inner in _LIST.findall(item)}
            self._heights[name] = 1 + max((self._height(each, within) for each in named), default=0)
        return self._heights[name]


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The words and lists that a phrase may name."""

    words: Mapping[str, Word]
    lists: Lists
    _forms: dict[str, list[Alternative]] = field(default_factory=dict, compare=False, repr=False)

    def forms(self, text: str) -> list[Alternative]:
        """All forms of a word, or all items of a list; one that `words` does not name is itself."""
        if text not in self._forms:
            self._forms[text] = _forms(text, self)
        return self._forms[text]


def compile_phrase(text: str, vocabulary: PhraseWords) -> tuple[Slot, ...]:
    """The slots of a phrase; PhraseError when it is empty or names something unknown."""
    if not text.strip():
        raise PhraseError("phrase-empty")
    limits.require("limit-phrase-text", len(text), limits.PHRASE_TEXT, phrase=limits.shortened(text))
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
        ways.require_few(text, slots)
    if all(slot.optional or slot.gap for slot in slots):
        raise PhraseError("phrase-all-optional", phrase=text)
    return tuple(slots)


def _group(text: str, vocabulary: PhraseWords) -> tuple[Alternative, ...]:
    """The alternatives of a bracketed group, each a phrase of plain words."""
    alternatives: list[Alternative] = []
    for choice in text.split("|"):
        alternatives += _sequence(choice, vocabulary)
        limits.require("phrase-too-wide", len(alternatives), limits.PHRASE_FORMS, phrase=text)
    return tuple(alternatives)


def _sequence(text: str, vocabulary: PhraseWords) -> list[Alternative]:
    """All ways to write a phrase without gaps."""
    slots = compile_phrase(text, vocabulary)
    limits.require("phrase-too-wide", ways.of_sequence(slots), limits.PHRASE_FORMS, phrase=text)
    choices = [(*slot.alternatives, *((Alternative(()),) if slot.optional else ())) for slot in slots]
    return [
        Alternative(
            tuple(t for part in parts for t in part.tokens), tuple(r for part in parts for r in part.readings)
        )
        for parts in product(*choices)
    ]


def _plain(text: str, vocabulary: PhraseWords) -> list[Slot]:
    """The slots of an element without brackets."""
    if text.startswith("..."):
        return [Slot(gap=_gap(text))]
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


def _gap(text: str) -> int:
    """How many words a gap may hold."""
    number = text[3:] or str(DEFAULT_GAP)
    if not (number.isascii() and number.isdigit()):
        raise PhraseError("phrase-bad-gap", gap=text)
    limits.require("limit-gap", int(number[:9]), limits.GAP, gap=text)
    return int(number)


def _word_slot(text: str, vocabulary: PhraseWords) -> Slot:
    """The slot of a word; one with a hyphen inside, or a list, can leave a hanging hyphen in a
    coordination.
    """
    choices = text.split("|")
    alternatives: tuple[Alternative, ...] = ()
    for choice in choices:
        alternatives += tuple(_spellings(choice, vocabulary))
        limits.require("phrase-too-wide", len(alternatives), limits.PHRASE_FORMS, phrase=text)
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


def _spellings(text: str, vocabulary: PhraseWords) -> list[Alternative]:
    """One word, or the parts of a hyphenated one in each of its three spellings."""
    parts = [vocabulary.forms(part) for part in _JOIN.split(text)]
    if len(parts) == 1:
        return parts[0]
    count = 3 * prod(map(len, parts))
    limits.require("phrase-too-wide", count, limits.PHRASE_FORMS, phrase=text)
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


def _forms(text: str, vocabulary: PhraseWords) -> list[Alternative]:
    """As `PhraseWords.forms`, worked out."""
    if text.startswith("<") and text.endswith(">"):
        return vocabulary.lists.items(text[1:-1])
    base, _, wanted = text.partition(":")
    word = vocabulary.words.get(base)
    if word is None:
        if wanted:
            raise PhraseError("phrase-unknown-word", word=base, known=", ".join(sorted(vocabulary.words)))
        return [Alternative(_tokens(base))]
    if wanted == "finite":
        return [Alternative((surface,), (FormOf(base, form),)) for surface, form in word.finite.items()]
    chosen = _chooser(wanted)
    forms = [
        Alternative(_tokens(surface), (FormOf(base, form),))
        for surface, form in word.forms.items()
        if chosen(form)
    ]
    if wanted in ("", "compound"):
        forms += [
            Alternative((prefix + OPEN,), (FormOf(base, "compound"),)) for prefix in word.open_compounds
        ]
    if not forms:
        raise PhraseError(
            "phrase-unknown-form", form=wanted, word=base, known=", ".join(sorted(set(word.forms.values())))
        )
    return forms


OPEN = "…"
"""Stands in a compiled token for any second part of a compound: nieuwkomers… is nieuwkomersstraat."""


def _chooser(wanted: str) -> Callable[[str], bool]:
    if not wanted:
        return lambda _form: True
    forms = set(wanted.split(","))
    return lambda form: form in forms


def _tokens(surface: str) -> tuple[str, ...]:
    if surface.isalpha():
        return (surface.lower(),)  # most are: no need to look for boundaries
    return tuple(word.lower() for word in tokenize(surface).words)
