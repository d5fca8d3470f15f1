"""What the comments of a document suppress, and what their authors must know of them.

Readers hand over the comments with their places; here they meet the rules, and afterwards the findings.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from termlint.model import Document, Notice, Suppression
from termlint.suppression.directives import Directive, Problem, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from termlint.model import Block, Comment, Finding
    from termlint.rulebook.model import Ruleset

MOST = 20
"""Notices about comments in one document; of the others only the number is told."""

BlockSpan = tuple[int, int, int]
"""Block, start and end."""


@dataclass(slots=True)
class _AppliedDirective:
    """A comment, what it asks, where that holds, and what is wrong with it."""

    comment: Comment
    directive: Directive | None
    problems: list[Problem]
    covers: list[tuple[BlockSpan, str | None]] = field(default_factory=list)

    def cover(self, stretch: BlockSpan, rule: str | None) -> None:
        """Note where it holds; without a reason nothing is kept quiet."""
        if stretch[1] < stretch[2] and self.directive and self.directive.reason:
            self.covers.append((stretch, rule))


@dataclass(frozen=True, slots=True)
class SuppressedDocument:
    """A document with its suppressed stretches marked in its blocks."""

    document: Document
    applied: tuple[_AppliedDirective, ...] = ()

    def notices(self, findings: Sequence[Finding], ruleset: Ruleset) -> tuple[Notice, ...]:
        """What the authors of the comments must know, once all findings of the document are there."""
        if not self.applied:
            return ()
        found = _by_block(findings)
        judged = _DirectiveReview(ruleset, whole=self.document.status == "checked")
        pairs = [
            (applied, problem) for applied in self.applied for problem in judged.problems(applied, found)
        ]
        told = [_notice(applied.comment, problem) for applied, problem in islice(pairs, MOST)]
        if len(pairs) > MOST:
            told.append(Notice("suppression-more", {"count": len(pairs) - MOST}))
        return tuple(told)


def suppressed(document: Document, known: frozenset[str]) -> SuppressedDocument:
    """Apply the comments of a document; `known` are the ids of all rules, switched off or not."""
    if not document.comments:
        return SuppressedDocument(document)
    applied = []
    for comment in document.comments:
        directive, problems = parse(comment, known)
        applied.append(_AppliedDirective(comment, directive, list(problems)))
    _laid_out(applied, document.blocks)
    suppressions: dict[int, list[Suppression]] = {}
    for each in applied:
        for (block, start, end), rule in each.covers:
            assert each.directive
            suppressions.setdefault(block, []).append(Suppression(start, end, rule, each.directive.reason))
    blocks = tuple(
        replace(block, suppressions=(*suppressions[number], *block.suppressions))
        if number in suppressions
        else block
        for number, block in enumerate(document.blocks)
    )
    return SuppressedDocument(replace(document, blocks=blocks), tuple(applied))


# --- where each holds -----------------------------------------------------------------------------


def _laid_out(applied: Iterable[_AppliedDirective], blocks: Sequence[Block]) -> None:
    """Note for each comment where it holds: "off" from its block up to the "on" that ends it, or the end."""
    running: dict[str | None, _AppliedDirective] = {}
    for each in applied:
        directive = each.directive
        if directive is None:
            continue
        if directive.verb == "ignore":
            for stretch in each.comment.covers:
                for rule in _rules(directive):
                    each.cover(stretch, rule)
        elif directive.verb == "off":
            for rule in _rules(directive):
                running.setdefault(rule, each)
        else:
            _ended(running, each, directive, blocks)
    for rule, each in running.items():
        _cover_between(each, rule, (len(blocks), 0), blocks)
        assert each.directive
        problem = Problem("not-ended", {"said": each.directive.said})
        each.problems += [problem] * (problem not in each.problems)


def _ended(
    running: dict[str | None, _AppliedDirective],
    on: _AppliedDirective,
    directive: Directive,
    blocks: Sequence[Block],
) -> None:
    """End what runs for the rules that an "on" names; for every rule when it names none."""
    ended = [rule for rule in running if directive.rules is None or rule in directive.rules]
    for rule in ended:
        _cover_between(running.pop(rule), rule, (on.comment.block, on.comment.offset), blocks)
    if not ended:
        on.problems.append(Problem("not-begun", {"said": directive.said}))


def _cover_between(
    each: _AppliedDirective, rule: str | None, until: tuple[int, int], blocks: Sequence[Block]
) -> None:
    last, before = until
    for number in range(each.comment.block, min(last + 1, len(blocks))):
        each.cover((number, 0, before if number == last else len(blocks[number].text)), rule)


def _rules(directive: Directive) -> Iterable[str | None]:
    return (None,) if directive.rules is None else sorted(directive.rules)


# --- what is told ---------------------------------------------------------------------------------

_Found = dict[int, list["Finding"]]


def _by_block(findings: Iterable[Finding]) -> _Found:
    found: _Found = {}
    for finding in findings:
        found.setdefault(finding.location.block, []).append(finding)
    return found


@dataclass(frozen=True, slots=True)
class _DirectiveReview:
    """What is to be said of each comment. `whole`: the document was read to its end."""

    ruleset: Ruleset
    whole: bool

    def problems(self, applied: _AppliedDirective, found: _Found) -> Iterator[Problem]:
        """Its problems; of one that suppresses nothing only that, besides what was read otherwise."""
        directive = applied.directive
        judged = directive is not None and directive.verb != "on" and directive.reason
        if directive is None or not judged or not self._is_unused(applied, directive, found):
            yield from applied.problems
            return
        yield from (each for each in applied.problems if each.code != "not-ended")
        yield Problem("unused", {"said": directive.said})

    def _is_unused(self, applied: _AppliedDirective, directive: Directive, found: _Found) -> bool:
        """Whether it suppressed nothing although all was looked at that it is about."""
        active = {rule.id for rule in self.ruleset.rules}
        asked = self.ruleset.names if directive.rules is None else directive.rules
        return self.whole and asked <= active and not any(_is_used(*each, found) for each in applied.covers)


def _is_used(stretch: BlockSpan, rule: str | None, found: _Found) -> bool:
    block, start, end = stretch
    return any(
        finding.location.block_start < end and start < finding.location.block_end
        for finding in found.get(block, ())
        if rule in (None, finding.rule)
    )


def _notice(comment: Comment, problem: Problem) -> Notice:
    params: dict[str, object] = {**problem.params}
    kind = "line" if comment.line is not None else "paragraph" if comment.paragraph is not None else "loose"
    if kind != "loose":
        params[kind] = comment.line if kind == "line" else comment.paragraph
    return Notice(f"suppression-{problem.code}-{kind}", params)
