"""The way through for one document: blocks, screen, reading view, phrases, exemptions, suggestions,
findings.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from termlint.dutch.quotes import quotes
from termlint.dutch.sentences import sentence_around, sentence_starts
from termlint.errors import ReadError
from termlint.exemptions.outcome import conditions, holds, is_marked, reason_text, status_of, verdict_on
from termlint.formats import BY_SUFFIX
from termlint.matching.fingerprint import fingerprint, fold, neighbour
from termlint.matching.location import TableHeads, locate
from termlint.matching.match import Match, longest
from termlint.matching.matcher import Analyser
from termlint.matching.preferred import PreferredCounter
from termlint.matching.prefilter import Screen
from termlint.matching.prefilter import fold as screen_fold
from termlint.model import Block, Context, Document, DocumentResult, Finding, Notice, Severity, Suggestion
from termlint.readers import READERS, ReadOptions
from termlint.readers.base import Vocabulary
from termlint.rulebook.patterns import necessary, vocabulary
from termlint.suggestions import Place, Whole, suggest
from termlint.suppression.commented import suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from termlint.dutch.view import View
    from termlint.exemptions import Verdict
    from termlint.rulebook.model import Ruleset

CONTEXT = 160
"""How many characters of the sentence a report may hold on each side of a finding."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to check one document.

    `profile` is the kind of text ("vacature"), for which a rule may have another severity; `severities`
    overrides per rule; `screened` False looks at every block, which costs time and changes nothing (a test
    holds that).
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    profile: str | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    screened: bool = True


def check(
    path: str, data: bytes, suffix: str, ruleset: Ruleset, options: Options | None = None
) -> DocumentResult:
    """Read a document of the format that `suffix` names and find what is in it.

    A document that cannot be read becomes a `failed` result with a notice; ReadError never leaves here.
    """
    try:
        return examine(path, data, suffix, ruleset, options)[1]
    except ReadError as error:
        form = BY_SUFFIX[suffix].name if suffix in BY_SUFFIX else suffix.lstrip(".").lower() or None
        sha = hashlib.sha256(data).hexdigest()
        return DocumentResult(path, form, "failed", sha256=sha, notices=(Notice(error.code, error.params),))


def examine(
    path: str, data: bytes, suffix: str, ruleset: Ruleset, options: Options | None = None
) -> tuple[Document, DocumentResult]:
    """The document as read and what is in it, for whoever writes in it; raises ReadError."""
    options = options or Options()
    checker = _checker(ruleset, options)
    if suffix not in READERS:
        raise ReadError("unknown-format", suffix=suffix, known=" ".join(READERS))
    asked = replace(options.read, vocabulary=checker.vocabulary)
    read = _within(READERS[suffix](data, checker.candidate, asked), options.read.limits.text)
    accepted = suppressed(read, ruleset.names)
    document = accepted.document
    findings = checker.find(document, path, options)
    return document, DocumentResult(
        path=path,
        format=document.format,
        status=document.status,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=document.pages,
        words=document.words,
        notices=(*document.notices, *accepted.notices(findings, ruleset)),
        findings=findings,
        positive=checker.preferred.count(document.text),
    )


def _within(document: Document, millions: float) -> Document:
    """The document with the blocks that fit in so many millions of characters; a notice says so of others."""
    most = int(millions * 1_000_000)
    if len(document.text) <= most:
        return document
    ends = accumulate(len(block.text) for block in document.blocks)
    kept = tuple(block for block, end in zip(document.blocks, ends, strict=True) if end <= most)
    if len(kept) == len(document.blocks):
        return document
    notices = (*document.notices, Notice("text-limit", {"limit": f"{millions:g}"}))
    return replace(document, blocks=kept, status="partial", notices=notices)


def find(
    document: Document, ruleset: Ruleset, path: str = "", options: Options | None = None
) -> tuple[Finding, ...]:
    """All findings of a document, in the order of its blocks; a pure function of its arguments."""
    options = options or Options()
    return _checker(ruleset, options).find(suppressed(document, ruleset.names).document, path, options)


class Checker:
    """A ruleset at work: its screen and its compiled phrases, used again for every document."""

    def __init__(self, ruleset: Ruleset, *, screened: bool = True) -> None:
        self._ruleset = ruleset
        self._all = frozenset(rule.id for rule in ruleset.rules if rule.phrases)
        self._screened = screened
        self._screen = Screen(
            (rule.id, necessary(phrase)) for rule in ruleset.rules for phrase in rule.phrases
        )
        self._analyser = Analyser(ruleset)
        self.preferred = PreferredCounter(ruleset)
        self.vocabulary = Vocabulary(ruleset.abbreviations, cache(lambda: vocabulary(ruleset.rules)))

    def candidate(self, text: str) -> bool:
        """Whether `text` can hold a finding at all."""
        return not self._screened or self._screen.candidate(text)

    def find(self, document: Document, path: str, options: Options) -> tuple[Finding, ...]:
        """All findings of a document."""
        seen: dict[tuple[str, str, str], int] = {}
        whole: Whole | None = None
        heads = TableHeads(document.blocks)
        found: list[Finding] = []
        for block in document.blocks:
            rules = self._screen.rules(block.text) if self._screened else self._all
            if not rules:
                continue
            whole = whole or Whole(screen_fold(document.text))
            hits = self._hits(block, rules, whole, heads)
            found += [self._finding(hit, document, path, options, seen) for hit in hits]
        return tuple(found)

    def _hits(self, block: Block, rules: Iterable[str], whole: Whole, heads: TableHeads) -> Iterator[_Hit]:
        view = self._analyser.view(block.text)
        analysis = self._analyser.analyse(view.text, rules)
        if not analysis.matches:
            return
        starts = sentence_starts(view.text)
        marks = quotes(view.text)
        place = Place(analysis, view, block.text, whole)
        around = {
            (m.start, m.end): sentence_around(starts, len(view.text), m.start, m.end)
            for m in analysis.matches
        }
        for match in longest(
            m
            for m in analysis.matches
            if all(holds(c, m, block, analysis, around[m.start, m.end]) for c in conditions(m))
        ):
            sentence = around[match.start, match.end]
            verdict = verdict_on(match, analysis, block, view, sentence, marks, heads.of(block))
            yield _Hit(match, block, view, sentence, verdict, place)

    def _finding(
        self,
        hit: _Hit,
        document: Document,
        path: str,
        options: Options,
        seen: dict[tuple[str, str, str], int],
    ) -> Finding:
        rule, view = hit.match.rule, hit.view
        start, end = view.raw_span(*_with_marks(view.text, hit.match))
        words = " ".join(hit.block.text[start:end].split())
        sentence = view.text[slice(*hit.sentence)]
        key = (rule.id, fold(words), fold(sentence))
        seen[key] = seen.get(key, -1) + 1
        severity = options.severities.get(rule.id) or rule.profiles.get(options.profile or "", rule.severity)
        verdict = hit.verdict
        mark = fingerprint(rule.id, words, sentence, seen[key])
        marked = is_marked(document.marked, hit.block, rule.id, words, mark)
        return Finding(
            path=path,
            rule=rule.id,
            pack=rule.pack,
            severity="info" if verdict and verdict.outcome == "info" else severity,
            rule_severity=severity,
            status="known" if marked else status_of(verdict, hit.block, rule.id, start, end),
            message=rule.message.format(match=view.text[hit.match.start : hit.match.end]),
            text=words,
            location=locate(document, hit.block, start, end),
            context=_context(view.text, hit.sentence, hit.match),
            suggestions=_suggestions(hit),
            fingerprint=mark,
            reason=reason_text(verdict, self._ruleset.lang),
            neighbours=_neighbours(view.text, hit.sentence),
        )


@dataclass(frozen=True, slots=True)
class _Hit:
    """A match with everything that is known of its place."""

    match: Match
    block: Block
    view: View
    sentence: tuple[int, int]
    verdict: Verdict | None
    place: Place


_CHECKERS: list[tuple[Ruleset, bool, Checker]] = []


def _checker(ruleset: Ruleset, options: Options) -> Checker:
    """The checker of a ruleset, made once per process for the few rulesets of a run."""
    for known, screened, checker in _CHECKERS:
        if known is ruleset and screened == options.screened:
            return checker
    made = Checker(ruleset, screened=options.screened)
    _CHECKERS.append((ruleset, options.screened, made))
    del _CHECKERS[:-4]
    return made


# --- the finding's parts --------------------------------------------------------------------------

_NEAR = 3 * CONTEXT
"""How much of a sentence is looked at for its context: some of it may be white space."""
_CLOSING = re.compile(r"[’”\"'»](?!\w)")
_OPENING = frozenset("‘“„\"'«‚")


def _with_marks(text: str, match: Match) -> tuple[int, int]:
    """The match with the opening mark or bracket that closes inside it: ‘kwetsbare’ wijk, (achter)buurt."""
    inside = text[match.start : match.end]
    opener = text[match.start - 1 : match.start]
    if opener == "(" and ")" in inside and "(" not in inside:
        return match.start - 1, match.end
    if text[match.end : match.end + 1] == ")" and "(" in inside and ")" not in inside:
        return match.start, match.end + 1
    closes = _CLOSING.search(inside)
    if opener in _OPENING and closes and not any(sign in _OPENING for sign in inside[: closes.start()]):
        return match.start - 1, match.end
    return match.start, match.end


def _context(text: str, sentence: tuple[int, int], match: Match) -> Context:
    before = " ".join(text[max(sentence[0], match.start - _NEAR) : match.start].split())
    after = " ".join(text[match.end : min(sentence[1], match.end + _NEAR)].split())
    space_before = " " if text[match.start - 1 : match.start].isspace() and before else ""
    space_after = " " if text[match.end : match.end + 1].isspace() and after else ""
    return Context(
        _cut_left(before) + space_before, text[match.start : match.end], space_after + _cut_right(after)
    )


def _cut_left(text: str) -> str:
    return text if len(text) <= CONTEXT else "…" + text[-CONTEXT:].partition(" ")[2]


def _cut_right(text: str) -> str:
    return text if len(text) <= CONTEXT else text[:CONTEXT].rpartition(" ")[0] + "…"


def _neighbours(text: str, sentence: tuple[int, int]) -> tuple[str, str]:
    """Marks of the text right before and after the sentence."""
    return neighbour(text[: sentence[0]][-200:]), neighbour(text[sentence[1] :][:200])


def _suggestions(hit: _Hit) -> tuple[Suggestion, ...]:
    """Offers for a use; none for what is quoted, named or accepted: those words are not the author's to
    change.
    """
    return () if hit.verdict else suggest(hit.match, hit.place)
