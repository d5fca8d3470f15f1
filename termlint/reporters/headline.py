"""What a run over an archive comes to, in sentences that the page and the workbook share."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from termlint.statistics.summary import is_loud

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.reporters.base import Overview
    from termlint.reporters.wording import Words
    from termlint.statistics.model import RunTotals
    from termlint.statistics.summary import Summary


def verdict(summary: Summary, t: Words) -> str:
    """Where the archive stands, in a sentence."""
    documents = len(summary.documents)
    if not documents:
        return t("verdict-none")
    if not summary.counts.uses:
        return t.count("verdict-clean", documents)
    said = _uses(summary, t)
    known = summary.counts.known
    return f"{said} {t.count('verdict-known', known)}" if known else said


def _uses(summary: Summary, t: Words) -> str:
    uses, documents = summary.counts.uses, len(summary.documents)
    if documents == 1:
        return t.count("verdict-uses-one", uses)
    read = t.count("read-documents", documents)
    return t.count("verdict-uses", uses, affected=summary.affected, documents=read)


def since(trend: Sequence[RunTotals], t: Words) -> str:
    """What changed since the run before; empty when there was none."""
    if len(trend) < 2 or trend[-1].new is None:
        return ""
    now, before = trend[-1], trend[-2]
    said = t(
        "verdict-trend", date=t.date(before.started), new=now.new, fixed=now.fixed, remaining=now.remaining
    )
    return f"{said} {t.count('verdict-gone', now.gone)}" if now.gone else said


def unread_line(summary: Summary, t: Words) -> str:
    """How many documents were not read, or not wholly; empty when all were."""
    parts = []
    if summary.failed:
        parts.append(t.count("verdict-failed", len(summary.failed)))
    if summary.partial:
        parts.append(t.count("verdict-partial", len(summary.partial)))
    if loud := [d for d in summary.skipped if is_loud(d)]:
        kinds = sorted({PurePosixPath(document.path).suffix.lower() for document in loud})
        parts.append(t.count("verdict-kinds", len(loud), kinds=", ".join(kinds)))
    return " ".join(parts)


def introduction(overview: Overview, date: str, t: Words) -> str:
    """What a report is about: when it was measured, what the packs say of their subject, what it shows."""
    return " ".join(filter(None, (t("measured", date=date), overview.introduction, t("intro"))))


def counts_preferred(summary: Summary, overview: Overview) -> bool:
    """Whether there are words that were counted as written well."""
    return bool(_preferred(summary, overview))


def positive_note(summary: Summary, overview: Overview, t: Words) -> str:
    """How often it was written well, by name; empty when the packs say of no words that they are."""
    uses = [
        t("positive-uses", n=summary.positive.get(name, 0), words=overview.preferred.get(name, name))
        for name in _preferred(summary, overview)
    ]
    return t("positive-note", uses=t.listed(uses)) if uses else ""


def _preferred(summary: Summary, overview: Overview) -> tuple[str, ...]:
    """The names of the words that count: those of the packs, then others that results know of."""
    return tuple(dict.fromkeys((*overview.preferred, *summary.positive)))
