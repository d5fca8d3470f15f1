"""Finds the phrases of rules in a reading view, with spaCy, which is imported at the first candidate.

Everything a phrase can look like is written out and looked up; phrases with gaps and raw token patterns are
matched as patterns. Coordinations (binnen- en buitenstad) are grown to the
left from their last member, which is the only one written in full.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from termlint.dutch.tokens import Tokens, tokenize
from termlint.dutch.view import View, reading_view
from termlint.matching.compiled import Compiled, near_anchors, stretches
from termlint.matching.coordination import CORRELATIVE, Member, Stems, extend_left, opened
from termlint.matching.match import Analysis, Match
from termlint.matching.prefilter import fold
from termlint.rulebook.limits import REGEX_WORD
from termlint.rulebook.model import Reading
from termlint.rulebook.patterns import (
    is_finite,
    lexicon,
    needed_words,
    open_stems,
    opens_with_list,
    pattern_words,
    token_patterns,
    written,
)
from termlint.rulebook.phrases import OPEN

_GAP = "\n"
"""A token that no phrase has: it stands for unknown words and between stretches of text."""
_OTHER = "_"
"""Any word that a phrase with gaps does not name."""
_LONG = 8
_LONG_WORD = re.compile(rf"\w{{{_LONG + 1}}}")
"""A compound is a long word."""

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termlint.matching.spacy_matcher import Find, Lookup
    from termlint.rulebook.model import Phrase, Rule, Ruleset


class Analyser:
    """Finds the phrases of a ruleset. Rules are compiled when a text first calls for them."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._rules = ruleset.by_id()
        stems = open_stems(ruleset.rules)
        self._letters = min((3, *map(len, stems)))
        self._open = _by_start(stems, self._letters)
        self._stems = {rule.id: _stems(rule, self._rules) for rule in ruleset.rules}
        self._model = ruleset.model
        self._abbreviations = ruleset.abbreviations
        self._compiled: dict[str, Compiled] = {}
        self._known: set[str] = set()
        self._lookup: Lookup | None = None

    def view(self, raw: str) -> View:
        """The reading view of a block's raw text, in which the rules are looked for."""
        return reading_view(raw, self._abbreviations)

    def analyse(self, text: str, rules: Iterable[str]) -> Analysis:
        """All matches of `rules` in `text`, overlapping ones too; see `longest`."""
        asked = [self._compiled.get(rule) or self._compile(self._rules[rule]) for rule in rules]
        tokens = tokenize(text)
        words = tokens.words
        lower = list(map(str.lower, words))
        found = [*self._finite(lower, asked, tokens), *self._patterned(lower, asked, tokens)]
        if self._open and _LONG_WORD.search(text):
            folded = [self._folded(word) if len(word) > _LONG else word for word in lower]
            if folded != lower:
                found += [
                    match
                    for match in self._finite(folded, asked, tokens)
                    if any(r.part for r in match.readings)
                ]
        headed = [match for each in found if (match := self._headed(each, words, tokens))]
        exceptions = tuple(match for match in headed if match.exception)
        matches = [self._grown(match, words, tokens) for match in headed if not match.exception]
        whole = tuple(match for match in matches if _is_whole(match, tokens, self._abbreviations))
        return Analysis(text, tokens, whole, exceptions, self._abbreviations)

    # --- compiling -------------------------------------------------------------------------------

    def _compile(self, rule: Rule) -> Compiled:
        lookup = self._start()
        compiled = Compiled(rule)
        for phrase, exception in [*((p, True) for p in rule.exceptions), *((p, False) for p in rule.phrases)]:
            if is_finite(phrase):
                for way in written(phrase):
                    compiled.add(way.tokens, phrase, way.readings, exception)
            elif phrase.tokens:
                find = lookup.raw_pattern(list(phrase.tokens), REGEX_WORD)
                compiled.patterns.append((find, phrase, exception))
            else:
                compiled.patterns.append((lookup.pattern(token_patterns(phrase)), phrase, exception))
        self._known.update(token for tokens in compiled.looks for token in tokens)
        lookup.add(rule.id, compiled.looks)
        self._compiled[rule.id] = compiled
        return compiled

    def _start(self) -> Lookup:
        if self._lookup is None:
            from termlint.matching.spacy_matcher import Lookup  # spaCy takes a second to import

            self._lookup = Lookup(self._model)
        return self._lookup

    # --- matching --------------------------------------------------------------------------------

    def _folded(self, word: str) -> str:
        """A compound with a free second part as its first part and an ellipsis; another word as it stands."""
        for stem in self._open.get(word[: self._letters], ()):
            if word.startswith(stem) and len(word) > len(stem) + 2:
                return stem + OPEN
        return word

    def _finite(self, words: list[str], asked: list[Compiled], tokens: Tokens) -> Iterable[Match]:
        """What the PhraseMatcher finds in `words` (lower case), near the words that the rules hang on."""
        near = near_anchors(words, asked)
        if not near:
            return
        wanted = {compiled.rule.id for compiled in asked}
        known = self._known  # spaCy keeps every word it sees: what no phrase has need not be one
        told_apart = [words[at] if at >= 0 and words[at] in known else _GAP for at in near]
        for rule, begin, end in self._start().phrases(told_apart):
            first, last = near[begin], near[end - 1] + 1
            for phrase, readings, exception in self._compiled[rule].looks[tuple(words[first:last])]:
                if rule in wanted:
                    named = self._with_parts(readings, tokens, first, last)
                    yield _match(self._compiled[rule].rule, phrase, tokens, first, last, named, exception)

    def _patterned(self, words: list[str], asked: list[Compiled], tokens: Tokens) -> Iterable[Match]:
        for compiled in asked:
            for find, phrase, exception in compiled.patterns:
                forms = lexicon(phrase)
                found = (_raw if phrase.tokens else _with_gaps)(find, phrase, words, tokens)
                for first, last in found:
                    readings = tuple(r for word in words[first:last] for r in forms.get(word, ()))
                    yield _match(compiled.rule, phrase, tokens, first, last, readings, exception)

    def _with_parts(
        self, readings: tuple[Reading, ...], tokens: Tokens, first: int, last: int
    ) -> tuple[Reading, ...]:
        """The readings with the second part of an open compound filled in."""
        if not any(reading.form == "compound" for reading in readings):
            return readings
        for word in tokens.words[first:last]:
            folded = self._folded(word.lower())
            if folded.endswith(OPEN):
                part = word[len(folded) - 1 :]
                return tuple(replace(r, part=part) if r.form == "compound" else r for r in readings)
        return readings

    def _headed(self, match: Match, words: list[str], tokens: Tokens) -> Match | None:
        """The match with the list item that its phrase opens with; None when no item stands there."""
        if not opens_with_list(match.phrase) or match.phrase.tokens:
            return match
        member = self._stems[match.rule.id].ending(words, match.first)
        if member is None:
            return None
        first = match.first - len(member.tokens)
        return replace(
            match, first=first, start=tokens.starts[first], readings=(*member.readings, *match.readings)
        )

    def _grown(self, match: Match, words: list[str], tokens: Tokens) -> Match:
        """The match with the coordinated members before it, under the rule that coordinates them."""
        stems = self._stems[match.rule.id]
        if not match.phrase.slots or not match.phrase.slots[0].stems or not stems.members:
            return match
        first, members = extend_left(
            words, match.first, stems, joined=" " not in _gaps(tokens, match.first, match.last)
        )
        if not members:
            return match
        readings = (*(r for member in members for r in member.readings), *match.readings)
        ids = {match.rule.id, *(member.rule for member in members)}
        rule = match.rule
        if len(ids) > 1 and stems.coordinator:
            rule = self._rules[stems.coordinator]
            if opened(words, first, match.first):
                first, readings = first - 1, (Reading(CORRELATIVE, "opening"), *readings)
        return replace(match, rule=rule, first=first, start=tokens.starts[first], readings=readings)


def _by_start(stems: Iterable[str], letters: int) -> dict[str, tuple[str, ...]]:
    """The beginnings of compounds by their first `letters`, in the same order."""
    by_start: dict[str, tuple[str, ...]] = {}
    for stem in stems:
        by_start[stem[:letters]] = (*by_start.get(stem[:letters], ()), stem)
    return by_start


def _raw(find: Find, phrase: Phrase, words: list[str], tokens: Tokens) -> list[tuple[int, int]]:
    """Where a raw pattern stands: never without its literals, which are what the screen knows of it."""
    run = fold("".join(words))
    return find(tokens.words) if all(fold(each) in run for each in phrase.literals) else []


def _with_gaps(find: Find, phrase: Phrase, words: list[str], _: Tokens) -> list[tuple[int, int]]:
    """Where a phrase with gaps stands, looked for only around the rarest of the words it needs."""
    needs = needed_words(phrase)
    present = frozenset(words)
    if any(map(present.isdisjoint, needs)):
        return []
    rarest = min(needs, key=lambda need: sum(word in need for word in words))
    near = stretches(words, rarest, sum(max(slot.gap, 3) for slot in phrase.slots))
    known = pattern_words(phrase)
    told_apart = [words[at] if at >= 0 and words[at] in known else _OTHER if at >= 0 else "." for at in near]
    return [(near[first], near[last - 1] + 1) for first, last in find(told_apart)]


def _gaps(tokens: Tokens, first: int, last: int) -> str:
    """A space for every place within a match where white space parts two tokens."""
    return "".join(" " for at in range(first, last - 1) if tokens.ends[at] < tokens.starts[at + 1])


def _is_whole(match: Match, tokens: Tokens, abbreviations: frozenset[str]) -> bool:
    """Whether the match ends where a word ends: "het ov" does not in "het ov-plein", an abbreviation joins
    what follows.
    """
    if match.last + 1 >= len(tokens.words) or tokens.words[match.last] != "-":
        return True
    glued = tokens.ends[match.last - 1] == tokens.starts[match.last]
    ends = (
        tokens.ends[match.last] == tokens.starts[match.last + 1] and tokens.words[match.last + 1][0].isalnum()
    )
    return not (glued and ends and tokens.words[match.last - 1].lower() in abbreviations)


def _match(
    rule: Rule,
    phrase: Phrase,
    tokens: Tokens,
    first: int,
    last: int,
    readings: tuple[Reading, ...],
    exception: bool,
) -> Match:
    return Match(rule, phrase, tokens.starts[first], tokens.ends[last - 1], first, last, readings, exception)


def _stems(rule: Rule, rules: dict[str, Rule]) -> Stems:
    """What may stand as a left member before a match of `rule`, by its own phrases and those it coordinates
    with.
    """
    coordinator = next((r.id for r in rules.values() if rule.id in r.coordinates), "")
    partners = [rules[i] for i in rules[coordinator].coordinates if i in rules] if coordinator else [rule]
    members = [
        Member(partner.id, stem.tokens, stem.readings)
        for partner in partners
        for phrase in partner.phrases
        if phrase.slots
        for stem in phrase.slots[0].stems
    ]
    return Stems.of(members, coordinator)
