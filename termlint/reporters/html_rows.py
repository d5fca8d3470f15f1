"""Documents and findings as rows of the page: every text, number, address and anchor, ready to be written."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termlint.reporters.common import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from termlint.model import Finding
    from termlint.reporters.base import Overview
    from termlint.reporters.wording import Words
    from termlint.statistics.summary import DocumentSummary

MOST_FINDINGS = 10_000
"""More would make the page slow to open; the spreadsheet holds them all."""
MOST_DOCUMENTS = 20_000

_BADGES = {"error": "danger", "warning": "warning", "info": "neutral"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as the page shows it; `kind` is e, w, i or x, `href` opens a PDF at its page."""

    id: str
    rule: str
    title: str
    kind: str
    known: bool
    badge: str
    before: str
    match: str
    after: str
    message: str
    choices: tuple[str, ...]
    advice: tuple[str, ...]
    place: str
    href: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as the page shows it; `values` are its figures to sort on, `cells` the same in words."""

    key: str
    name: str
    folder: str
    group: str
    values: str
    cells: tuple[str, ...]
    line: str
    href: str | None
    copy: str | None
    twins: tuple[str, ...]
    findings: tuple[FindingRow, ...]


def document_rows(
    documents: Sequence[DocumentSummary], overview: Overview, titles: Mapping[str, str], t: Words
) -> tuple[DocumentRow, ...]:
    """The documents, worst first, as far as there is room on the page."""
    ordered = sorted(documents, key=lambda d: (-d.counts.uses, -len(d.result.findings), d.result.path))
    shown = ordered[:MOST_DOCUMENTS]
    badges = {severity: badge(severity, t) for severity in (*_BADGES, "exempt")}
    rows, room = [], MOST_FINDINGS
    for key, document in zip(_keys(d.result.path for d in shown), shown, strict=True):
        findings = document.result.findings[:room]
        room -= len(findings)
        href = overview.links.get(document.result.path)
        made = tuple(_findings(findings, key, href, titles, badges, t))
        rows.append(_document(document, key, href, overview.copies.get(document.result.path), made, t))
    return tuple(rows)


def _keys(paths: Iterable[str]) -> Iterator[str]:
    """A short name for each path that stays the same from run to run, so that links to it keep working."""
    return _unique(hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8] for path in paths)


def _unique(names: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}.{seen[name]}"


def _document(
    document: DocumentSummary,
    key: str,
    href: str | None,
    copy: str | None,
    findings: tuple[FindingRow, ...],
    t: Words,
) -> DocumentRow:
    folder, _, name = document.result.path.rpartition("/")
    counts, per_base = document.counts, document.rate
    figures = (counts.uses, counts.error, counts.warning, per_base, document.words, document.positive)
    return DocumentRow(
        key=key,
        name=name,
        folder=folder,
        group=document.group,
        values=" ".join(f"{-1 if figure is None else round(figure, 3)}" for figure in figures),
        cells=tuple(t.rate(f) if isinstance(f, float) else t.number(f) for f in figures),
        line=_line(document, t),
        href=href,
        copy=copy,
        twins=document.twins,
        findings=findings,
    )


def _line(document: DocumentSummary, t: Words) -> str:
    counts = document.counts
    numbers = {"uses": counts.uses, "info": counts.info, "exempt": counts.exempt}
    return " · ".join(t.count(f"line-{kind}", n) for kind, n in numbers.items() if n)


def _findings(
    findings: Sequence[Finding],
    key: str,
    href: str | None,
    titles: Mapping[str, str],
    badges: Mapping[str, str],
    t: Words,
) -> Iterator[FindingRow]:
    ids = _unique(f"d-{key}-{finding.fingerprint.partition(':')[2][:8]}" for finding in findings)
    for finding, name in zip(findings, ids, strict=True):
        where, exempt = finding.location, finding.status == "exempt"
        yield FindingRow(
            id=name,
            rule=finding.rule,
            title=titles.get(finding.rule, finding.rule),
            kind="x" if exempt else finding.severity[0],
            known=finding.status == "known",
            badge=badges["exempt" if exempt else finding.severity],
            before=finding.context.before,
            match=finding.context.match,
            after=finding.context.after,
            message=finding.message,
            choices=tuple(s.text for s in finding.suggestions if s.safety != "advice"),
            advice=tuple(s.text for s in finding.suggestions if s.safety == "advice"),
            place=place(where, t.lang),
            href=f"{href}#page={where.page}" if href and where.boxes else None,
            reason=finding.reason,
        )


def badge(severity: str, t: Words) -> str:
    """The name of a severity in its colour, as markup."""
    from markupsafe import Markup

    name = t.status("exempt") if severity == "exempt" else t.severity(severity)
    look = _BADGES.get(severity, "neutral")
    return Markup('<span class="utrecht-badge-status utrecht-badge-status--{}">{}</span>').format(look, name)
