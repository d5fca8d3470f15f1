"""One self-contained page over a whole archive: no request to anywhere, and no more than a browser needed.

The page is complete without its script; the script sorts, filters and opens what a link points at.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from termlint.messages.sanitize import CONTROLS, DIRECTIONS
from termlint.reporters import charts, headline
from termlint.reporters.html_rows import badge, document_rows
from termlint.reporters.wording import Words
from termlint.statistics.summary import (
    RATE_BASE,
    GroupSummary,
    Summary,
    is_loud,
    rate,
    summarise,
    unread,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from termlint.model import DocumentResult, Result
    from termlint.reporters.base import Overview, ReportOptions
    from termlint.statistics.model import RunTotals

_TEMPLATES = Path(__file__).parent / "html_templates"
_BUFFER = 500  # bits of the template that are written together: some thirty documents
_BARS = 12
_RUNS = 24
_EARLY = 'document.documentElement.classList.add("js")'
# What HTML forbids, what turns words round, and lone surrogates: a document may hold any of them.
_UNPRINTABLE = re.compile(f"[{CONTROLS}{DIRECTIONS}\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def render(result: Result, options: ReportOptions) -> str:
    """The page as text."""
    return "".join(stream(result, options))


def stream(result: Result, options: ReportOptions) -> Iterator[str]:
    """The page piece by piece."""
    overview = options.overview
    t = Words(options.lang)
    summary = overview.summary or summarise(result, group_by=overview.group_by, rules=options.rules)
    environment = _environment()
    values = _top(summary, overview, t) | _sections(summary, overview, t) | _shell(environment, overview, t)
    page = environment.get_template("page.html.j2").generate(
        t=t,
        result=result,
        summary=summary,
        title=overview.title or t("title"),
        date=t.date(result.started),
        introduction=headline.introduction(overview, t.date(result.started), t),
        badge=lambda severity: badge(severity, t),
        group_name=lambda name: name or t("group-none"),
        quote=_quote(t),
        **values,
    )
    while some := list(islice(page, _BUFFER)):
        yield _UNPRINTABLE.sub("\ufffd", "".join(some))


def _environment() -> Environment:
    # Imported here: of all commands only this report needs Jinja2.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # An address of a filter names a group as the page shows it; Jinja's own fails on half a character.
    environment.filters["urlencode"] = lambda text: quote(_UNPRINTABLE.sub("\ufffd", text))
    return environment


# --- what the page is made of -----------------------------------------------------------------------


def _shell(environment: Environment, overview: Overview, t: Words) -> dict[str, Any]:
    """Style, script, and the policy that lets the browser run these and nothing else."""
    style = environment.get_template("style.css.j2").render()
    script = (_TEMPLATES / "page.js").read_text("utf-8")
    theme = overview.theme.replace("</", "<\\/")
    return {
        "style": style,
        "script": script,
        "early": _EARLY,
        "theme": theme,
        # A theme that knows one kind of light would give dark letters on a dark page, or the other way round.
        "two_sided": "prefers-color-scheme" in theme,
        "themes": " ".join(sorted(set(re.findall(r"\.([\w-]+-theme)\b", theme)))),
        "policy": _policy(styles=[style, theme], scripts=[_EARLY, script]),
        "sections": [
            (anchor, t(code))
            for anchor, code in (
                ("stand", "verdict"),
                ("afdelingen", "groups"),
                ("regels", "rules"),
                ("documenten", "documents"),
                ("niet-gelezen", "unread"),
                ("niet-meegeteld", "exempted"),
            )
        ],
    }


def _policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    def allowed(texts: Iterable[str]) -> str:
        return " ".join(f"'sha256-{_digest(text)}'" for text in texts)

    return (
        f"default-src 'none'; style-src {allowed(styles)}; script-src {allowed(scripts)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _quote(t: Words) -> Any:
    """The language of quoted Dutch in a page of another language (WCAG 3.1.2)."""
    from markupsafe import Markup

    return Markup("") if t.lang == "nl" else Markup(' lang="nl"')


# --- the top: verdict, figures, trend ---------------------------------------------------------------


def _top(summary: Summary, overview: Overview, t: Words) -> dict[str, Any]:
    trend = [
        {"totals": run, "date": t.date(run.started), "rate": _run_rate(run)}
        for run in overview.trend[-_RUNS:]
    ]
    return {
        "interrupted": overview.interrupted,
        "verdict": headline.verdict(summary, t),
        "since": headline.since(overview.trend, t),
        "unread_line": headline.unread_line(summary, t),
        "figures": list(_figures(summary, overview, t)),
        "positive_note": headline.positive_note(summary, overview, t),
        "trend": trend,
        "trend_chart": charts.columns([_trend_value(run, t) for run in overview.trend[-_RUNS:]]),
        "rules_changed": any(run.rules_changed for run in overview.trend[-_RUNS:]),
    }


def _figures(summary: Summary, overview: Overview, t: Words) -> Iterator[dict[str, str]]:
    uses, documents = summary.counts.uses, len(summary.documents)
    unread_ = len(summary.failed) + sum(map(is_loud, summary.skipped))
    of = t("of", n=documents)
    yield {"key": t("figure-uses"), "value": t.number(uses), "of": "", "kind": "error" if uses else "good"}
    yield {"key": t("figure-affected"), "value": t.number(summary.affected), "of": of, "kind": "info"}
    yield {"key": t("figure-rate"), "value": t.rate(summary.rate), "of": "", "kind": "info"}
    if headline.counts_preferred(summary, overview):
        positive = t.number(sum(summary.positive.values()))
        yield {"key": t("figure-positive"), "value": positive, "of": "", "kind": "good"}
    kind = "warning" if unread_ else "good"
    yield {"key": t("figure-failed"), "value": t.number(unread_), "of": "", "kind": kind}


def _run_rate(run: RunTotals) -> float | None:
    return rate(run.errors + run.warnings, run.words)


def _trend_value(run: RunTotals, t: Words) -> charts.Value:
    parts = _per_base(run.errors, run.warnings, run.words)
    return charts.Value(t.short_date(run.started), t.rate(_run_rate(run)), parts)


def _per_base(errors: int, warnings: int, words: int) -> tuple[tuple[str, float], ...]:
    scale = RATE_BASE / words if words else 0.0
    return ("error", errors * scale), ("warning", warnings * scale)


# --- the sections -----------------------------------------------------------------------------------


def _sections(summary: Summary, overview: Overview, t: Words) -> dict[str, Any]:
    titles = {rule.card.id: rule.card.title for rule in summary.rules}
    documents = document_rows(summary.documents, overview, titles, t)
    shown = sum(len(d.findings) for d in documents)
    everything = sum(len(d.result.findings) for d in summary.documents)
    truncated = []
    if shown < everything:
        truncated.append(t("truncated", shown=shown, all=everything))
    if len(documents) < len(summary.documents):
        truncated.append(t("truncated-documents", shown=len(documents), all=len(summary.documents)))
    return {
        "groups": summary.groups,
        "group_names": sorted(group.name for group in summary.groups),
        "group_chart": charts.bars([_group_value(group, t) for group in _charted(summary.groups)]),
        "documents": documents,
        "truncated": " ".join(truncated),
        "unread": [_unread(d, overview, t) for d in unread(summary)],
        "skipped": _skipped(summary.skipped, t),
        "exempted": [_exempted(row, titles, t) for row in summary.exempted],
    }


def _charted(groups: Sequence[GroupSummary]) -> list[GroupSummary]:
    """The groups worth a bar: those with uses, where there is more than one group to compare."""
    return [group for group in groups if group.rate][:_BARS] if len(groups) > 1 else []


def _group_value(group: GroupSummary, t: Words) -> charts.Value:
    parts = _per_base(group.counts.error, group.counts.warning, group.words)
    return charts.Value(group.name or t("group-none"), t.rate(group.rate), parts)


def _unread(document: DocumentResult, overview: Overview, t: Words) -> dict[str, str | None]:
    return {
        "path": document.path,
        "href": overview.links.get(document.path),
        "status": t.reading(document),
        "why": t.why(document),
    }


def _skipped(documents: Iterable[DocumentResult], t: Words) -> list[tuple[str, int]]:
    """Files left alone on purpose, counted by why, or by suffix when their kind is the reason."""
    kinds = Counter(_kind(d, t) for d in documents if not is_loud(d))
    return sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))


def _kind(document: DocumentResult, t: Words) -> str:
    if any("suffix" not in notice.params for notice in document.notices):
        return t.why(document).rstrip(".")
    return PurePosixPath(document.path).suffix.lower() or t("skipped-other")


def _exempted(row: Any, titles: Mapping[str, str], t: Words) -> dict[str, Any]:
    context = row.example.context
    return {
        "reason": row.reason,
        "title": titles.get(row.rule, row.rule),
        "kind": t.status("exempt") if row.silent else t.severity("info"),
        "count": row.count,
        "before": _tail(context.before),
        "match": context.match,
        "after": _head(context.after),
    }


def _tail(text: str, room: int = 60) -> str:
    return text if len(text) <= room else "…" + text[-room:].partition(" ")[2]


def _head(text: str, room: int = 60) -> str:
    return text if len(text) <= room else text[:room].rpartition(" ")[0] + "…"
