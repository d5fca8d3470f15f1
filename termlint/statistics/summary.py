"""The numbers behind the reports over an archive: by group, by rule, by document. Pure.

A *use* is a finding of severity error or warning that is not exempt, known ones included: words that
stand in the text and can be replaced. Documents with the same content count once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termlint.statistics.grouping import grouping
from termlint.statistics.model import RuleCard

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from termlint.model import DocumentResult, Finding, Result, Severity

RATE_BASE = 10_000
"""Findings are compared per this many words."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Findings by outcome. `known` is part of `uses`; `exempt` is apart from all others."""

    error: int = 0
    warning: int = 0
    info: int = 0
    known: int = 0
    exempt: int = 0

    @property
    def uses(self) -> int:
        """Words that can be replaced."""
        return self.error + self.warning

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.error + other.error,
            self.warning + other.warning,
            self.info + other.info,
            self.known + other.known,
            self.exempt + other.exempt,
        )


_NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document that was read, wholly or in part. `twins` are paths with the same content."""

    result: DocumentResult
    group: str
    counts: Counts
    twins: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Words of the document, 0 where it has none."""
        return self.result.words or 0

    @property
    def rate(self) -> float | None:
        """Uses per 10,000 words."""
        return rate(self.counts.uses, self.words)

    @property
    def positive(self) -> int:
        """Uses of the words we like to see."""
        return sum(self.result.positive.values())


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """The documents of one group. `affected` counts those with a use."""

    name: str
    documents: int
    affected: int
    words: int
    counts: Counts
    positive: int

    @property
    def rate(self) -> float | None:
        """Uses per 10,000 words."""
        return rate(self.counts.uses, self.words)


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """What one rule found. `forms` are the words as they stood, the most frequent first."""

    card: RuleCard
    counts: Counts
    documents: int
    forms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ExemptSummary:
    """Findings that were softened or silenced for the same reason."""

    reason: str
    rule: str
    silent: bool
    count: int
    example: Finding


@dataclass(frozen=True, slots=True)
class Summary:
    """A run in numbers. `documents` are unique, in the order of discovery; groups and rules worst first.

    `failed` could not be read at all; `partial` were read in part and are in `documents` too;
    `skipped` counts files left alone, by reason code and kind.
    """

    documents: tuple[DocumentSummary, ...]
    groups: tuple[GroupSummary, ...]
    rules: tuple[RuleSummary, ...]
    exempted: tuple[ExemptSummary, ...]
    failed: tuple[DocumentResult, ...]
    partial: tuple[DocumentSummary, ...]
    skipped: tuple[DocumentResult, ...]
    counts: Counts
    words: int
    twins: int
    positive: dict[str, int] = field(default_factory=dict)

    @property
    def rate(self) -> float | None:
        """Uses per 10,000 words."""
        return rate(self.counts.uses, self.words)

    @property
    def affected(self) -> int:
        """Documents with a use."""
        return sum(1 for d in self.documents if d.counts.uses)


def summarise(
    result: Result, *, group_by: str = "folder", rules: Mapping[str, RuleCard] | None = None
) -> Summary:
    """The numbers of `result`; ConfigError for a `group_by` that is no folder spec and no expression."""
    readable = [d for d in result.documents if d.status in ("checked", "partial")]
    group_of = grouping([d.path for d in readable], group_by)
    documents = tuple(_unique(readable, group_of))
    return Summary(
        documents=documents,
        groups=_by_group(documents),
        rules=_by_rule(documents, rules or {}),
        exempted=_exempted(documents),
        failed=tuple(d for d in result.documents if d.status == "failed"),
        partial=tuple(d for d in documents if d.result.status == "partial"),
        skipped=tuple(d for d in result.documents if d.status == "skipped"),
        counts=_total(d.counts for d in documents),
        words=sum(d.words for d in documents),
        twins=len(readable) - len(documents),
        positive=_positive(documents),
    )


def rate(uses: int, words: int) -> float | None:
    """Uses per 10,000 words; None without words."""
    return RATE_BASE * uses / words if words else None


def count(findings: Collection[Finding]) -> Counts:
    """Findings by outcome."""
    if not findings:
        return _NOTHING
    kinds = Counter(_kinds(findings))
    return Counts(**{kind: kinds[kind] for kind in ("error", "warning", "info", "known", "exempt")})


def _kinds(findings: Iterable[Finding]) -> Iterable[str]:
    for finding in findings:
        if finding.status == "exempt":
            yield "exempt"
            continue
        yield finding.severity
        if finding.status == "known" and finding.severity != "info":
            yield "known"


def is_use(finding: Finding) -> bool:
    """Whether these words can be replaced (see the module)."""
    return finding.status != "exempt" and finding.severity != "info"


def is_loud(document: DocumentResult) -> bool:
    """Whether a skipped file is of a kind that a person would expect to be read (.doc, .odt…)."""
    return any(notice.code == "unread-format" for notice in document.notices)


def unread(summary: Summary) -> Iterator[DocumentResult]:
    """What the reports list as not read: failed, read in part, kinds that ought to be read, and pages."""
    yield from summary.failed
    yield from (document.result for document in summary.partial)
    yield from filter(is_loud, summary.skipped)
    yield from (d.result for d in summary.documents if d.result.status == "checked" and d.result.notices)


# --- documents ------------------------------------------------------------------------------------


def _unique(readable: Sequence[DocumentResult], group_of: Callable[[str], str]) -> Iterable[DocumentSummary]:
    """One summary for each content, under the path that was met first."""
    twins: dict[str, list[str]] = defaultdict(list)
    for document in readable:
        twins[document.sha256 or document.path].append(document.path)
    for document in readable:
        first, *others = twins[document.sha256 or document.path]
        if document.path == first:
            yield DocumentSummary(document, group_of(first), count(document.findings), tuple(others))


# --- groups ---------------------------------------------------------------------------------------


def _by_group(documents: Sequence[DocumentSummary]) -> tuple[GroupSummary, ...]:
    members: dict[str, list[DocumentSummary]] = defaultdict(list)
    for document in documents:
        members[document.group].append(document)
    groups = [_group(name, inside) for name, inside in members.items()]
    return tuple(sorted(groups, key=lambda g: (-(g.rate or 0), -g.counts.uses, g.name)))


def _group(name: str, documents: Sequence[DocumentSummary]) -> GroupSummary:
    return GroupSummary(
        name=name,
        documents=len(documents),
        affected=sum(1 for d in documents if d.counts.uses),
        words=sum(d.words for d in documents),
        counts=_total(d.counts for d in documents),
        positive=sum(d.positive for d in documents),
    )


def _total(counts: Iterable[Counts]) -> Counts:
    return sum((each for each in counts if each is not _NOTHING), _NOTHING)


def _positive(documents: Sequence[DocumentSummary]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for document in documents:
        total.update(document.result.positive)
    return dict(sorted(total.items()))


# --- rules and exemptions -------------------------------------------------------------------------


def _by_rule(documents: Sequence[DocumentSummary], cards: Mapping[str, RuleCard]) -> tuple[RuleSummary, ...]:
    hits: dict[str, list[Finding]] = defaultdict(list)
    places: Counter[str] = Counter()
    for document in documents:
        for finding in document.result.findings:
            hits[finding.rule].append(finding)
        places.update({f.rule for f in document.result.findings if is_use(f)})
    rules = [_rule(cards.get(rule) or _card(found[0]), found, places[rule]) for rule, found in hits.items()]
    return tuple(sorted(rules, key=lambda r: (-r.counts.uses, -r.counts.info, r.card.id)))


def _rule(card: RuleCard, findings: Sequence[Finding], documents: int) -> RuleSummary:
    forms = Counter(f.text.lower() for f in findings if is_use(f))
    frequent = sorted(forms.items(), key=lambda form: (-form[1], form[0]))[:5]
    return RuleSummary(card, count(findings), documents, tuple(frequent))


def _card(finding: Finding) -> RuleCard:
    """What a finding itself says of a rule that is not among the rules at hand (an older run)."""
    severity: Severity = finding.rule_severity
    return RuleCard(finding.rule, finding.pack, severity, title=finding.rule, why="", source="")


def _exempted(documents: Sequence[DocumentSummary]) -> tuple[ExemptSummary, ...]:
    alike: dict[tuple[str, str, bool], list[Finding]] = defaultdict(list)
    for document in documents:
        for finding in document.result.findings:
            if finding.reason is not None:
                alike[finding.reason, finding.rule, finding.status == "exempt"].append(finding)
    rows = [ExemptSummary(*key, len(found), found[0]) for key, found in alike.items()]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.reason, row.rule)))
