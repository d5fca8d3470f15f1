"""What is new, what was known, what is gone: findings compared by what they say, document by document.

Pure functions over findings. A moved paragraph is not new, a sentence edited outside the finding is not,
an added copy is. The older findings come from a baseline file (`termlint.store.baseline.file`) or from
another version of the documents.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from termlint.matching.fingerprint import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from termlint.model import DocumentResult, Finding, Result

SAME_SENTENCE = 0.8
"""From this similarity (difflib's ratio, on folded sentences) an edited sentence is the one it was."""
SAME_DOCUMENT = 0.5
"""From this share of common fingerprints a new document is one that was moved and edited."""


_MOST_PAIRS = 250_000


@dataclass(frozen=True, slots=True)
class Pairs:
    """One document's outcome: pairs of (index now, index before), and what is left on each side."""

    known: tuple[tuple[int, int], ...]
    new: tuple[int, ...]
    fixed: tuple[int, ...]


def compare(result: Result, before: Mapping[str, Sequence[Finding]]) -> Result:
    """`result` with what `before` knows marked `known`, and what is gone in `fixed`.

    `before` maps a document's path, as in `result`, to its older findings; a document that is not in
    it is left as it is. Of a document that was not wholly read nothing can be called fixed.
    """
    documents, fixed = [], list(result.fixed)
    for document in result.documents:
        older = before.get(document.path, ())
        marked, gone = _compare_document(document, older)
        documents.append(marked)
        fixed += gone
    return replace(result, documents=tuple(documents), fixed=tuple(fixed))


def _compare_document(
    document: DocumentResult, before: Sequence[Finding]
) -> tuple[DocumentResult, list[Finding]]:
    """The document with its known findings marked, and the older findings that are gone."""
    if not before or document.status in ("failed", "skipped"):
        return document, []
    pairs = match(document.findings, before)
    known = {now for now, _ in pairs.known}
    findings = tuple(
        replace(f, status="known") if i in known and f.status == "new" else f
        for i, f in enumerate(document.findings)
    )
    exempt = {_sentence_key(f) for f in document.findings if f.status == "exempt"}
    left = (before[i] for i in pairs.fixed)
    gone = [replace(f, path=document.path) for f in left if counts(f) and _sentence_key(f) not in exempt]
    return replace(document, findings=findings), gone if document.status == "checked" else []


def counts(finding: Finding) -> bool:
    """Whether it is a use that a baseline is about: not exempt, and more than information."""
    return finding.status != "exempt" and finding.severity != "info"


@dataclass(frozen=True)
class _Sides:
    """The findings of two versions of a document."""

    now: Sequence[Finding]
    before: Sequence[Finding]

    @cached_property
    def aligned(self) -> frozenset[tuple[int, int]]:
        """Which findings face each other when the two rows of findings are laid side by side."""
        if _too_many(self.now, self.before):
            return frozenset()
        now, before = ([repr(_sentence_key(each)) for each in side] for side in (self.now, self.before))
        stretches = SequenceMatcher(None, now, before, autojunk=False).get_matching_blocks()
        return frozenset((s.a + offset, s.b + offset) for s in stretches for offset in range(s.size))


def match(now: Sequence[Finding], before: Sequence[Finding]) -> Pairs:
    """Pair off the findings of two versions of one document.

    First by equal sentence, as a multiset, copies told apart by their neighbours; then by equal
    fingerprint (the sentences shown may have been cut off differently); then by similar sentence.
    Exempt findings take no part: when an exemption ends, its finding is new.
    """
    left = {i for i, f in enumerate(now) if f.status != "exempt"}
    older = {j for j, f in enumerate(before) if f.status != "exempt"}
    sides = _Sides(now, before)
    pairs: list[tuple[int, int]] = []
    for key, choose in _STEPS:
        for group in _groups(key, (now, before), (left, older)):
            chosen = choose(sides, *group)
            pairs += chosen
            left -= {i for i, _ in chosen}
            older -= {j for _, j in chosen}
    return Pairs(tuple(sorted(pairs)), tuple(sorted(left)), tuple(sorted(older)))


def _groups(
    key: Callable[[Finding], Hashable], sides: tuple[Sequence[Finding], ...], left: tuple[set[int], ...]
) -> list[tuple[list[int], list[int]]]:
    """The indexes still left of both sides, by `key`, where both sides have any."""
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, findings in enumerate(sides):
        for index in sorted(left[side]):
            groups[key(findings[index])][side].append(index)
    return [group for group in groups.values() if all(group)]


def _words_key(finding: Finding) -> Hashable:
    """Rule and words, and whether it is a use: a mention that loses its quotation marks is a new use."""
    return finding.rule, fold(finding.text), finding.severity == "info"


def _sentence_key(finding: Finding) -> Hashable:
    return _words_key(finding), sentence(finding)


def _fingerprint_key(finding: Finding) -> Hashable:
    return _words_key(finding), finding.fingerprint


def sentence(finding: Finding) -> str:
    """The folded sentence around a finding, as far as the finding carries it."""
    context = finding.context
    return fold(f"{context.before}{context.match}{context.after}")


def _by_neighbours(sides: _Sides, left: list[int], older: list[int]) -> list[tuple[int, int]]:
    """As many as there are on the shorter side; those that stand in the same surroundings go first."""
    if len(left) == len(older) or _too_many(left, older):
        return list(zip(left, older, strict=False))
    near = _best_first(
        (_agreement(sides.now[i], sides.before[j]) + ((i, j) in sides.aligned) / 4, i, j)
        for i in left
        for j in older
    )
    taken_now, taken_before = {i for i, _ in near}, {j for _, j in near}
    rest_now = [i for i in left if i not in taken_now]
    rest_before = [j for j in older if j not in taken_before]
    return [*near, *zip(rest_now, rest_before, strict=False)]


def _too_many(one: Sequence[object], other: Sequence[object]) -> bool:
    """A column of data may hold one word ten thousand times: such copies are only counted."""
    return len(one) * len(other) > _MOST_PAIRS


def _agreement(one: Finding, other: Finding) -> float:
    """How much of what stands around them is the same: the sentences beside theirs, then the heading."""
    beside = sum(a == b != "" for a, b in zip(one.neighbours, other.neighbours, strict=True))
    heading = one.location.heading is not None and one.location.heading == other.location.heading
    return beside + heading / 2


def _by_similarity(sides: _Sides, left: list[int], older: list[int]) -> list[tuple[int, int]]:
    return [] if _too_many(left, older) else _best_first(_similar(sides, left, older))


def _similar(sides: _Sides, left: list[int], older: list[int]) -> Iterator[tuple[float, int, int]]:
    """Every pair of sentences at least `SAME_SENTENCE` alike; cheap upper bounds go first."""
    sentences = [(i, sentence(sides.now[i])) for i in left]
    for j in older:
        matcher = SequenceMatcher(None, "", sentence(sides.before[j]), autojunk=False)
        for i, words in sentences:
            matcher.set_seq1(words)
            bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
            if all(bound() >= SAME_SENTENCE for bound in bounds):
                yield matcher.ratio(), i, j


def _best_first(scored: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The pairs with the highest scores above 0 that share no index; the earlier ones where scores tie."""
    taken_now: set[int] = set()
    taken_before: set[int] = set()
    chosen = []
    for score, i, j in sorted(scored, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if score > 0 and i not in taken_now and j not in taken_before:
            taken_now.add(i)
            taken_before.add(j)
            chosen.append((i, j))
    return chosen


_STEPS = (
    (_sentence_key, _by_neighbours),
    (_fingerprint_key, _by_neighbours),
    (_words_key, _by_similarity),
)


# --- several older versions, moved documents -------------------------------------------------------


def known_in_any(results: Sequence[Result]) -> Result:
    """The same run compared with each parent of a merge: known in any is known, gone from all is fixed."""
    first, *others = results
    documents = []
    for versions in zip(*(r.documents for r in results), strict=True):
        findings = tuple(
            next((f for f in same if f.status == "known"), same[0])
            for same in zip(*(d.findings for d in versions), strict=True)
        )
        documents.append(replace(versions[0], findings=findings))
    gone = [{(f.path, f.fingerprint) for f in other.fixed} for other in others]
    fixed = tuple(f for f in first.fixed if all((f.path, f.fingerprint) in marks for marks in gone))
    return replace(first, documents=tuple(documents), fixed=fixed)


def moved(added: Mapping[str, Sequence[Finding]], gone: Mapping[str, Sequence[Finding]]) -> dict[str, str]:
    """Which gone document each added one was, by the fingerprints they share; path now -> path before.

    A renamed and edited Word file is another file to git; its sentences are still the same ones. The
    share is of the older document's findings. Each gone document is used once.
    """
    scored = []
    for now, findings in added.items():
        marks = {f.fingerprint for f in findings}
        for before, older in gone.items():
            share = len(marks & {f.fingerprint for f in older}) / max(len(older), 1)
            if share >= SAME_DOCUMENT:
                scored.append((-share, now, before))
    pairs: dict[str, str] = {}
    for _, now, before in sorted(scored):
        if now not in pairs and before not in pairs.values():
            pairs[now] = before
    return pairs
