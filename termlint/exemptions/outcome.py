"""What becomes of a match: a use, information, exempt, or no match at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.exemptions import Surroundings, Verdict, exempt
from termlint.matching.fingerprint import comment_id
from termlint.matching.match import neighbours
from termlint.messages import CATALOG, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.dutch.quotes import Quote
    from termlint.dutch.view import View
    from termlint.matching.match import Analysis, Match
    from termlint.model import Block, FindingStatus, Suppression
    from termlint.rulebook.model import ContextCondition, Phrase


def conditions(match: Match) -> Iterator[ContextCondition]:
    """The conditions without which a match is none at all: those that state no reason."""
    if match.phrase.context:
        yield match.phrase.context
    yield from (context for context in match.rule.contexts if not context.reason)


def verdict_on(
    match: Match,
    analysis: Analysis,
    block: Block,
    view: View,
    sentence: tuple[int, int],
    marks: list[Quote],
    heads: tuple[str, ...] = (),
) -> Verdict | None:
    """Why a match is not simply a use; None when it is. `heads`: as in `Surroundings`."""
    start, end = view.raw_span(match.start, match.end)
    for suppression in block.suppressions:
        if _covers(suppression, start, end, match.rule.id):
            return Verdict("silent", "reason-accepted", {"reason": suppression.reason})
    for exception in analysis.exceptions:
        inside = exception.start <= match.start and match.end <= exception.end
        given = exception.phrase.context
        applies = given is None or holds(given, exception, block, analysis, sentence)
        if inside and applies and exception.rule.id == match.rule.id:
            return _stated(exception.phrase)
    for context in match.rule.contexts:
        if context.reason and not holds(context, match, block, analysis, sentence):
            return _softened(context)
    line = _line(block, start, end)
    heading = block.heading or ""
    hit = Surroundings(view.text, match.start, match.end, sentence, marks, block.part, heading, line, heads)
    return exempt(hit) or (_stated(match.phrase) if match.phrase.outcome != "flag" else None)


def _covers(suppression: Suppression, start: int, end: int, rule: str) -> bool:
    """Whether what an author said in the document is about this finding."""
    return suppression.start < end and start < suppression.end and suppression.rule in (None, rule)


def status_of(verdict: Verdict | None, block: Block, rule: str, start: int, end: int) -> FindingStatus:
    """Exempt by its verdict, known by a comment of an earlier `fix`, else new."""
    if verdict and verdict.outcome == "silent":
        return "exempt"
    commented = (each.ident for each in block.commented if each.start < end and start < each.end)
    return "known" if comment_id(rule) in commented else "new"


_BESIDE_THE_STORY = frozenset(
    {"header", "footer", "footnote", "endnote", "textbox", "comment", "alt-text", "chart"}
)


def is_marked(marked: frozenset[str], block: Block, rule: str, words: str, mark: str) -> bool:
    """Whether an earlier `fix` marked this finding beside its words (see `Document.marked`)."""
    if not marked:
        return False
    return mark in marked or (block.part in _BESIDE_THE_STORY and comment_id(rule, words) in marked)


def _stated(phrase: Phrase) -> Verdict:
    """The outcome that a rule file gives a phrase."""
    code = f"reason-{phrase.reason or 'established'}"
    return Verdict(
        "info" if phrase.outcome == "info" else "silent", code if code in CATALOG else phrase.reason
    )


def _softened(context: ContextCondition) -> Verdict:
    code = f"reason-{context.reason}"
    return Verdict(
        "info" if context.outcome == "info" else "silent", code if code in CATALOG else context.reason
    )


def holds(
    context: ContextCondition, match: Match, block: Block, analysis: Analysis, sentence: tuple[int, int]
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


def reason_text(verdict: Verdict | None, lang: str) -> str | None:
    """The verdict's reason in a language; a reason of a rule file that is no code of ours as it stands."""
    if verdict is None:
        return None
    return say(verdict.reason, lang, **verdict.params) if verdict.reason in CATALOG else verdict.reason  # type: ignore[arg-type]
