"""The way through for one document: blocks, screen, reading view, phrases, exemptions, suggestions,
findings.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from termlint.analysis import Analyser
from termlint.dutch import positive
from termlint.dutch.quotes import Quote, quotes
from termlint.dutch.sentences import sentence_around, sentence_starts
from termlint.dutch.view import View, reading_view
from termlint.errors import ReadError
from termlint.exemptions import Surroundings, Verdict, exempt
from termlint.fingerprint import fingerprint, fold, neighbour
from termlint.location import locate
from termlint.matches import Analysis, Match, longest, neighbours
from termlint.messages import CATALOG, say
from termlint.model import Block, Context, Document, DocumentResult, Finding, Notice, Severity, Suggestion
from termlint.readers import READERS, ReadOptions
from termlint.rulebook.patterns import necessary
from termlint.screen import Screen
from termlint.screen import fold as screen_fold
from termlint.suggestions import Place, suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from termlint.model import FindingStatus, Silence
    from termlint.rulebook.model import Context as RuleContext
    from termlint.rulebook.model import Phrase, Ruleset

CONTEXT = 160
"""How many characters of the sentence a report may hold on each side of a finding."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to check one document.

    `profile` is the kind of text ("vacature"), for which a rule may have another severity; `severities`
    overrides per rule; `model` names an installed spaCy pipeline; `screened` False looks at every block,
    which costs time and changes nothing (a test holds that).
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    profile: str | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    model: str | None = None
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
        form = suffix.lstrip(".").lower() or None
        sha = hashlib.sha256(data).hexdigest()
        return DocumentResult(path, form, "failed", sha256=sha, notices=(Notice(error.code, error.params),))


def examine(
    path: str, data: bytes, suffix: str, ruleset: Ruleset, options: Options | None = None
) -> tuple[Document, DocumentResult]:
    """The document as read and what is in it, for whoever writes in it; raises ReadError."""
    options = options or Options()
    checker = _checker(ruleset, options)
    if suffix not in READERS:
        raise ReadError("unsupported-format", suffix=suffix)
    document = READERS[suffix](data, checker.candidate, options.read)
    return document, DocumentResult(
        path=path,
        format=document.format,
        status=document.status,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=document.pages,
        words=document.words,
        notices=document.notices,
        findings=checker.find(document, path, options),
        positive=positive.count(document.text),
    )


def find(
    document: Document, ruleset: Ruleset, path: str = "", options: Options | None = None
) -> tuple[Finding, ...]:
    """All findings of a document, in the order of its blocks; a pure function of its arguments."""
    options = options or Options()
    return _checker(ruleset, options).find(document, path, options)


class Checker:
    """A ruleset at work: its screen and its compiled phrases, used again for every document."""

    def __init__(self, ruleset: Ruleset, model: str | None = None, *, screened: bool = True) -> None:
        self._ruleset = ruleset
        self._all = frozenset(rule.id for rule in ruleset.rules if rule.phrases)
        self._screened = screened
        self._screen = Screen(
            (rule.id, necessary(phrase)) for rule in ruleset.rules for phrase in rule.phrases
        )
        self._analyser = Analyser(ruleset, model)

    def candidate(self, text: str) -> bool:
        """Whether `text` can hold a finding at all."""
        return not self._screened or self._screen.candidate(text)

    def find(self, document: Document, path: str, options: Options) -> tuple[Finding, ...]:
        """All findings of a document."""
        seen: dict[tuple[str, str, str], int] = {}
        folded: list[str] = []
        found: list[Finding] = []
        for block in document.blocks:
            rules = self._screen.rules(block.text) if self._screened else self._all
            if not rules:
                continue
            if not folded:
                folded.append(screen_fold(document.text))
            hits = self._hits(block, rules)
            found += [self._finding(hit, document, path, options, seen, folded[0]) for hit in hits]
        return tuple(found)

    def _hits(self, block: Block, rules: Iterable[str]) -> Iterator[_Hit]:
        view = reading_view(block.text)
        analysis = self._analyser.analyse(view.text, rules)
        if not analysis.matches:
            return
        starts = sentence_starts(view.text)
        marks = quotes(view.text)
        around = {
            (m.start, m.end): sentence_around(starts, len(view.text), m.start, m.end)
            for m in analysis.matches
        }
        for match in longest(
            m
            for m in analysis.matches
            if all(_holds(c, m, block, analysis, around[m.start, m.end]) for c in _unstated(m))
        ):
            sentence = around[match.start, match.end]
            verdict = _verdict(match, analysis, block, view, sentence, marks)
            yield _Hit(match, block, view, sentence, verdict, Place(analysis, view, block.text, ""))

    def _finding(
        self,
        hit: _Hit,
        document: Document,
        path: str,
        options: Options,
        seen: dict[tuple[str, str, str], int],
        folded: str,
    ) -> Finding:
        rule, view = hit.match.rule, hit.view
        start, end = view.raw_span(*_with_marks(view.text, hit.match))
        words = " ".join(hit.block.text[start:end].split())
        sentence = view.text[slice(*hit.sentence)]
        key = (rule.id, fold(words), fold(sentence))
        seen[key] = seen.get(key, -1) + 1
        severity = options.severities.get(rule.id) or rule.profiles.get(options.profile or "", rule.severity)
        verdict = hit.verdict
        return Finding(
            path=path,
            rule=rule.id,
            pack=rule.pack,
            severity="info" if verdict and verdict.outcome == "info" else severity,
            rule_severity=severity,
            status=_status(hit, start, end),
            message=rule.message.format(match=view.text[hit.match.start : hit.match.end]),
            text=words,
            location=locate(document, hit.block, start, end),
            context=_context(view.text, hit.sentence, hit.match),
            suggestions=_suggestions(hit, folded),
            fingerprint=fingerprint(rule.id, words, sentence, seen[key]),
            reason=_reason(verdict, self._ruleset.lang),
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


_CHECKERS: list[tuple[Ruleset, str | None, bool, Checker]] = []


def _checker(ruleset: Ruleset, options: Options) -> Checker:
    """The checker of a ruleset, made once per process for the few rulesets of a run."""
    for known, model, screened, checker in _CHECKERS:
        if known is ruleset and model == options.model and screened == options.screened:
            return checker
    made = Checker(ruleset, options.model, screened=options.screened)
    _CHECKERS.append((ruleset, options.model, options.screened, made))
    del _CHECKERS[:-4]
    return made


# --- outcomes -------------------------------------------------------------------------------------


def _unstated(match: Match) -> Iterator[RuleContext]:
    """The conditions without which a match is none at all: those that state no reason."""
    if match.phrase.context:
        yield match.phrase.context
    yield from (context for context in match.rule.contexts if not context.reason)


def _verdict(
    match: Match, analysis: Analysis, block: Block, view: View, sentence: tuple[int, int], marks: list[Quote]
) -> Verdict | None:
    """Why a match is not simply a use; None when it is."""
    start, end = view.raw_span(match.start, match.end)
    for silence in block.silenced:
        if not silence.known and _covers(silence, start, end, match.rule.id):
            return Verdict("silent", "reason-accepted", {"reason": silence.reason})
    for exception in analysis.exceptions:
        if (
            exception.rule.id == match.rule.id
            and exception.start <= match.start
            and match.end <= exception.end
        ):
            return _stated(exception.phrase)
    for context in match.rule.contexts:
        if context.reason and not _holds(context, match, block, analysis, sentence):
            return _softened(context)
    line = _line(block, start, end)
    heading = block.heading or ""
    hit = Surroundings(view.text, match.start, match.end, sentence, marks, block.part, heading, line)
    return exempt(hit) or (_stated(match.phrase) if match.phrase.outcome != "flag" else None)


def _covers(silence: Silence, start: int, end: int, rule: str) -> bool:
    """Whether what an author (or an earlier `fix`) said in the document is about this finding."""
    return silence.start < end and start < silence.end and silence.rule in (None, rule)


def _status(hit: _Hit, start: int, end: int) -> FindingStatus:
    if hit.verdict and hit.verdict.outcome == "silent":
        return "exempt"
    remarked = any(s.known and _covers(s, start, end, hit.match.rule.id) for s in hit.block.silenced)
    return "known" if remarked else "new"


def _stated(phrase: Phrase) -> Verdict:
    """The outcome that a rule file gives a phrase."""
    code = f"reason-{phrase.reason or 'established'}"
    return Verdict(
        "info" if phrase.outcome == "info" else "silent", code if code in CATALOG else phrase.reason
    )


def _softened(context: RuleContext) -> Verdict:
    code = f"reason-{context.reason}"
    return Verdict(
        "info" if context.outcome == "info" else "silent", code if code in CATALOG else context.reason
    )


def _holds(
    context: RuleContext, match: Match, block: Block, analysis: Analysis, sentence: tuple[int, int]
) -> bool:
    """Whether the words around a match are what the rule asks of them."""
    beside = neighbours(match, analysis)
    if (context.after and not beside.follows(context.after)) or beside.follows(context.not_after):
        return False
    if (context.before and not beside.precedes(context.before)) or beside.precedes(context.not_before):
        return False
    text = analysis.text
    scope = text[slice(*sentence)] if context.scope == "sentence" else f"{block.heading or ''} {text}"
    scope = scope.lower()
    needed = any(word in scope for word in context.needs)
    if context.unless:
        return needed or not any(word in scope for word in context.unless)
    return needed or not context.needs


def _line(block: Block, start: int, end: int) -> tuple[str, int, int] | None:
    """The line of the raw text that the match stands on, with its place in it; None over a line end."""
    begin = block.text.rfind("\n", 0, start) + 1
    finish = block.text.find("\n", start)
    finish = len(block.text) if finish < 0 else finish
    return (block.text[begin:finish], start - begin, end - begin) if end <= finish else None


def _reason(verdict: Verdict | None, lang: str) -> str | None:
    if verdict is None:
        return None
    return say(verdict.reason, lang, **verdict.params) if verdict.reason in CATALOG else verdict.reason  # type: ignore[arg-type]


# --- the finding's parts --------------------------------------------------------------------------

_CLOSING = re.compile(r"[’”\"'»](?!\w)")
_OPENING = frozenset("‘“„\"'«‚")


def _with_marks(text: str, match: Match) -> tuple[int, int]:
    """The match with the opening mark or bracket that closes inside it: ‘hoger’ onderwijs,
    (hoog)opgeleide.
    """
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
    before = " ".join(text[sentence[0] : match.start].split())
    after = " ".join(text[match.end : sentence[1]].split())
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


def _suggestions(hit: _Hit, folded: str) -> tuple[Suggestion, ...]:
    """Offers for a use; none for what is quoted, named or accepted: those words are not the author's to
    change.
    """
    if hit.verdict:
        return ()
    return suggest(hit.match, replace(hit.place, document=folded))
