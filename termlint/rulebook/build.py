"""From the checked data of a rule file to a `Rule`."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from termlint.rulebook import limits, ways
from termlint.rulebook.limits import LimitError, Tally
from termlint.rulebook.model import ContextCondition, Example, Offer, Phrase, Rule, RuleSource, When
from termlint.rulebook.pack_model import Scale
from termlint.rulebook.phrases import Lists, PhraseWords, compile_phrase
from termlint.rulebook.words import build_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from termlint.errors import RuleError
    from termlint.files.yaml_tree import Key
    from termlint.model import Language
    from termlint.rulebook.model import Slot, Word
    from termlint.rulebook.source import YamlSource


@dataclass(frozen=True, slots=True)
class RawRule:
    """A rule file as parsed, with the pack it belongs to; overlays work on `data`.

    `restated` says of each key path of `data` that an overlay changed in which file it now stands, and where.
    """

    source: YamlSource
    pack: str
    data: dict[str, Any]
    lists: Mapping[str, tuple[str, ...]]
    restated: Mapping[Key, tuple[YamlSource, Key]] = field(default_factory=dict)

    def place(self, key: Key) -> tuple[YamlSource, Key]:
        """The file in which the value under `key` was written, and its key path there."""
        for size in range(len(key), 0, -1):
            if key[:size] in self.restated:
                source, at = self.restated[key[:size]]
                return source, (*at, *key[size:])
        return self.source, key

    def error(self, code: str, key: Key, /, **params: object) -> RuleError:
        """A RuleError at the value under `key`, wherever that was written."""
        source, at = self.place(key)
        return source.error(code, at, **params)

    def where(self, key: Key) -> tuple[int, Path | None]:
        """The line of the value under `key`, and its file when that is not the rule's own."""
        source, at = self.place(key)
        return source.line(at), None if source is self.source else source.path


@dataclass(slots=True)
class Shared:
    """What the rules of one load have in common: what they ask for together, lists written out once, and the
    scale of their packs.
    """

    tally: Tally = field(default_factory=Tally)
    scale: Scale = field(default_factory=Scale)
    _lists: dict[int, Lists] = field(default_factory=dict)

    def lists(self, raw: RawRule) -> Lists:
        """The lists that a rule may name: those of its packs, unless it has its own."""
        own = raw.data.get("lists")
        if own:
            named = {name: tuple(map(str, items)) for name, items in own.items()}
            return Lists({**raw.lists, **named}, self.tally)
        return self._lists.setdefault(id(raw.lists), Lists(raw.lists, self.tally))


def build_rule(raw: RawRule, lang: Language, shared: Shared | None = None) -> Rule:
    """The rule that a file describes; RuleError with the line when a phrase or an example is wrong.

    `shared` is that of the rules it is loaded with, whose limits they pass together.
    """
    shared = shared or Shared()
    data = raw.data
    _check_texts(raw)
    texts = {**data, **data.get("en", {})} if lang == "en" else data
    words = _words(raw, shared)
    vocabulary = PhraseWords(words, shared.lists(raw))
    return Rule(
        id=data["id"],
        pack=raw.pack,
        severity=data["severity"],
        title=texts["title"],
        message=texts["message"],
        why=" ".join(texts["why"].split()),
        sources=_sources(data["source"]),
        phrases=_phrases(raw, "match", vocabulary, "flag"),
        exceptions=_phrases(raw, "except", vocabulary, "silent"),
        words=words,
        offers=tuple(_offer(given) for given in data.get("suggest", ())),
        flag_examples=examples_of(raw, "flag"),
        pass_examples=examples_of(raw, "pass"),
        path=raw.source.path,
        coordinates=tuple(data.get("coordinate", ())),
        contexts=tuple(_context(given) for given in data.get("context", ())),
        profiles=dict(data.get("profiles", {})),
        levels=_levels(data.get("levels", {})),
        scale=shared.scale,
    )


def compiled_phrases(raw: RawRule, shared: Shared) -> tuple[Phrase, ...]:
    """The phrases under `match` alone; RuleError as `build_rule`."""
    return _phrases(raw, "match", PhraseWords(_words(raw, shared), shared.lists(raw)), "flag")


@contextmanager
def _told_at(raw: RawRule, key: Key) -> Iterator[None]:
    """A LimitError in the body as a RuleError at the value under `key`."""
    try:
        yield
    except LimitError as error:
        raise raw.error(error.code, key, **error.params) from error


def _words(raw: RawRule, shared: Shared) -> dict[str, Word]:
    words: dict[str, Word] = {}
    for base, spec in raw.data.get("words", {}).items():
        with _told_at(raw, ("words", base)):
            shared.tally.add("words", 1, limits.ALL_WORDS)
            words[base] = build_word(base, spec)
    return words


_BRACES = re.compile(r"(?!\{match\})\{[^{}]*\}?|(?<!\{match)\}")
_INSIDE = re.compile(r"\{([^{}]+)\}")


def _check_texts(raw: RawRule) -> None:
    """Raise RuleError for a message with braces around anything but `match`, and for texts that could grow
    without end where they are filled in.
    """
    for key, texts in (((), raw.data), (("en",), raw.data.get("en", {}))):
        message = texts.get("message", "")
        odd = _BRACES.search(message)
        if odd:
            raise raw.error("rule-message-braces", (*key, "message"), text=odd[0])
        _check_filled(raw, (*key, "message"), message)
    for at, offer in enumerate(raw.data.get("suggest", ())):
        _check_filled(raw, ("suggest", at), offer["text"])


def _check_filled(raw: RawRule, key: Key, text: str) -> None:
    """Raise RuleError for a text that is too long, or in which too much is filled in."""
    with _told_at(raw, key):
        limits.require("limit-message-text", len(text), limits.MESSAGE_TEXT)
        limits.require("limit-braces", text.count("{"), limits.BRACES)
        for inside in _INSIDE.findall(text):
            limits.require(
                "limit-word-text", len(inside), limits.WORD_TEXT, word=limits.shortened(inside, 50)
            )


def _sources(given: dict[str, str] | list[dict[str, str]]) -> tuple[RuleSource, ...]:
    return tuple(RuleSource(**one) for one in (given if isinstance(given, list) else [given]))


def _phrases(raw: RawRule, key: str, vocabulary: PhraseWords, default: str) -> tuple[Phrase, ...]:
    phrases: list[Phrase] = []
    tally = vocabulary.lists.tally
    for at, given in enumerate(raw.data.get(key, ())):
        with _told_at(raw, (key, at)):
            phrase = _phrase(raw, (key, at), given, vocabulary, default)
            text = limits.shortened(phrase.text)
            tally.add("phrases", 1, limits.ALL_PHRASES, phrase=text)
            tally.add("forms", ways.of_phrase(phrase.slots), limits.ALL_FORMS, phrase=text)
            width = sum(len(slot.alternatives) for slot in phrase.slots)
            tally.add("alternatives", width, limits.ALL_ALTERNATIVES, phrase=text)
            phrases.append(phrase)
    return tuple(phrases)


def _phrase(
    raw: RawRule, key: Key, given: str | dict[str, Any], vocabulary: PhraseWords, default: str
) -> Phrase:
    entry: dict[str, Any] = given if isinstance(given, dict) else {"phrase": given}
    conditions = _context(entry) if any(name in entry for name in _CONDITIONS) else None
    common = {
        "outcome": entry.get("outcome", default),
        "reason": entry.get("reason", ""),
        "context": conditions,
    }
    line, common["path"] = raw.where(key)
    if "tokens" in entry:
        _check_tokens(raw, (*key, "tokens"), entry["tokens"])
        literals = tuple(str(literal) for literal in entry["literals"])
        for literal in literals:
            if not any(map(str.isalnum, literal)):
                raise LimitError("phrase-no-word", phrase=literal)
        return Phrase(str(entry["tokens"]), line, tokens=tuple(entry["tokens"]), literals=literals, **common)
    slots = compile_phrase(entry["phrase"], vocabulary)
    if not any(map(_stands_out, slots)):
        raise LimitError("phrase-no-word", phrase=entry["phrase"])
    return Phrase(entry["phrase"], line, slots=slots, **common)


def _stands_out(slot: Slot) -> bool:
    """Whether a word must stand in a slot, and no sign: only words can be looked for in a whole text."""
    return (
        not slot.optional
        and bool(slot.alternatives)
        and all(any(map(str.isalnum, "".join(each.tokens))) for each in slot.alternatives)
    )


def _check_tokens(raw: RawRule, key: Key, given: list[dict[str, Any]]) -> None:
    """Raise RuleError for a token pattern, or a regular expression in it, that is wrong or has no end."""
    from termlint.rulebook.expressions import check_regex, check_tokens, expressions  # few rules have any

    with _told_at(raw, key):
        check_tokens(given)
    for at, text in expressions(given):
        with _told_at(raw, (*key, *at)):
            check_regex(text)


_CONDITIONS = ("needs", "unless", "after", "not_after", "before", "not_before")


def _context(given: dict[str, Any]) -> ContextCondition:
    words = {name: tuple(map(str, given.get(name, ()))) for name in _CONDITIONS}
    return ContextCondition(
        **words,
        scope=given.get("scope", "sentence"),
        outcome=given.get("outcome", "silent"),
        reason=given.get("reason", ""),
    )


def _offer(given: dict[str, Any]) -> Offer:
    asked: dict[str, Any] = given.get("when", {})
    when: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in asked.items()}
    return Offer(
        given["text"],
        given["safety"],
        When(**when),
        given.get("article", ""),
        _levels(given.get("levels", {})),
    )


def _levels(given: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {base: tuple(items) for base, items in given.items()}


def examples_of(raw: RawRule, kind: str) -> tuple[Example, ...]:
    """The "flag" or the "pass" examples; RuleError for brackets that are wrong or missing."""
    given: Sequence[str | dict[str, Any]] = raw.data["examples"][kind]
    return tuple(_example(raw, ("examples", kind, at), one, kind) for at, one in enumerate(given))


_MARK = re.compile(r"\\([\[\]])|([\[\]])")


def _example(raw: RawRule, key: Key, given: str | dict[str, Any], kind: str) -> Example:
    entry: dict[str, Any] = given if isinstance(given, dict) else {"text": given}
    text, spans = _marked(entry["text"], raw, key)
    if kind == "flag" and not spans:
        raise raw.error("rule-example-unmarked", key)
    outcome = entry.get("outcome", "flag" if kind == "flag" else "silent")
    line, path = raw.where(key)
    return Example(text, spans, entry.get("suggest"), outcome, line, entry.get("profile"), path)


def _marked(marked: str, raw: RawRule, key: Key) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The plain text of an example and the spans between its brackets; a backslash keeps a bracket."""
    text, at, opened = "", 0, -1
    spans: list[tuple[int, int]] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group(1):
            text += mark.group(1)
        elif (mark.group() == "[") != (opened < 0):
            raise raw.error("rule-example-brackets", key)
        elif opened < 0:
            opened = len(text)
        else:
            spans.append((opened, len(text)))
            opened = -1
    if opened >= 0:
        raise raw.error("rule-example-brackets", key)
    return text + marked[at:], tuple(spans)
