"""What a run over an archive comes to, in sentences that the page and the workbook share."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from termlint.statistics.summary import is_loud

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def positive_note(summary: Summary, t: Words) -> str:
    """How often it was written well, by name."""
    counts = summary.positive
    return t(
        "positive-note",
        vervolgonderwijs=counts.get("vervolgonderwijs", 0),
        opgeleid=counts.get("mbo-hbo-wo-opgeleid", 0),
    )
