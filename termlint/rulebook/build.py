"""From the checked data of a rule file to a `Rule`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from termlint.rulebook.model import Context, Example, Offer, Phrase, Rule, Source, When
from termlint.rulebook.phrases import PhraseError, Vocabulary, compile_phrase
from termlint.rulebook.words import build_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from termlint.errors import RuleError
    from termlint.model import Language
    from termlint.rulebook.source import Key, YamlSource


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


def build_rule(raw: RawRule, lang: Language) -> Rule:
    """The rule that a file describes; RuleError with the line when a phrase or an example is wrong."""
    data = raw.data
    _check_messages(raw)
    texts = {**data, **data.get("en", {})} if lang == "en" else data
    words = {base: build_word(base, spec) for base, spec in data.get("words", {}).items()}
    lists = {**raw.lists, **{name: tuple(map(str, items)) for name, items in data.get("lists", {}).items()}}
    vocabulary = Vocabulary(words, lists)
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
        flag_examples=_examples(raw, "flag"),
        pass_examples=_examples(raw, "pass"),
        path=raw.source.path,
        coordinates=tuple(data.get("coordinate", ())),
        contexts=tuple(_context(given) for given in data.get("context", ())),
        profiles=dict(data.get("profiles", {})),
        levels=_levels(data.get("levels", {})),
    )


_BRACES = re.compile(r"(?!\{match\})\{[^{}]*\}?|(?<!\{match)\}")


def _check_messages(raw: RawRule) -> None:
    """Raise RuleError for a message with braces around anything but `match`."""
    for key, texts in (((), raw.data), (("en",), raw.data.get("en", {}))):
        odd = _BRACES.search(texts.get("message", ""))
        if odd:
            raise raw.error("rule-message-braces", (*key, "message"), text=odd[0])


def _sources(given: dict[str, str] | list[dict[str, str]]) -> tuple[Source, ...]:
    return tuple(Source(**one) for one in (given if isinstance(given, list) else [given]))


def _phrases(raw: RawRule, key: str, vocabulary: Vocabulary, default: str) -> tuple[Phrase, ...]:
    return tuple(
        _phrase(raw, (key, at), given, vocabulary, default) for at, given in enumerate(raw.data.get(key, ()))
    )


def _phrase(
    raw: RawRule, key: Key, given: str | dict[str, Any], vocabulary: Vocabulary, default: str
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
        _check_expressions(raw, (*key, "tokens"), entry["tokens"])
        literals = tuple(str(literal) for literal in entry["literals"])
        return Phrase(str(entry["tokens"]), line, tokens=tuple(entry["tokens"]), literals=literals, **common)
    try:
        return Phrase(entry["phrase"], line, slots=compile_phrase(entry["phrase"], vocabulary), **common)
    except PhraseError as error:
        raise raw.error(error.code, key, **error.params) from error


def _check_expressions(raw: RawRule, key: Key, given: object) -> None:
    """Raise RuleError for a regular expression in a token pattern that Python cannot compile."""
    parts = given.items() if isinstance(given, dict) else enumerate(given) if isinstance(given, list) else ()
    for name, value in parts:
        if name == "REGEX" and isinstance(value, str):
            try:
                re.compile(value)
            except re.error as error:
                raise raw.error("rule-bad-regex", (*key, name), regex=value, problem=error.msg) from error
        _check_expressions(raw, (*key, name), value)


_CONDITIONS = ("needs", "unless", "after", "not_after", "before", "not_before")


def _context(given: dict[str, Any]) -> Context:
    words = {name: tuple(map(str, given.get(name, ()))) for name in _CONDITIONS}
    return Context(
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


def _examples(raw: RawRule, kind: str) -> tuple[Example, ...]:
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
