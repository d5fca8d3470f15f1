"""The JSON report, version 1: everything of a run, whatever is shown or failed on.

Fields may be added, never renamed. One document and one finding stand on a line, so that two runs can be
compared by their lines. `termlint.reporters.load` reads it back.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from termlint.messages import CATALOG, say
from termlint.messages.sanitize import for_json
from termlint.model import (
    SEVERITIES,
    DocumentResult,
    Finding,
    Language,
    Location,
    Notice,
    Result,
    Suggestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termlint.reporters.base import ReportOptions

SCHEMA = "termlint-report/1"


def render(result: Result, options: ReportOptions) -> str:
    """The report as text; to be written as UTF-8."""
    return "".join(stream(result, options))


def stream(result: Result, options: ReportOptions) -> Iterator[str]:
    """The report piece by piece."""
    run = {"started": result.started, "ruleset": result.ruleset, "settings": result.settings}
    yield "{" + f'"schema": "{SCHEMA}", "version": {_line(result.version)},\n"run": {_line(run)},\n'
    yield from _list("documents", (_document(document, options.lang) for document in result.documents))
    yield from _list("findings", map(finding_json, result.findings))
    yield from _list("fixed", map(finding_json, result.fixed))
    yield f'"summary": {_line(summary(result))}' + "}\n"


def _line(value: object) -> str:
    return for_json(json.dumps(value, ensure_ascii=False))


def _list(name: str, values: Iterable[object]) -> Iterator[str]:
    yield f'"{name}": ['
    between = "\n"
    for value in values:
        yield between + _line(value)
        between = ",\n"
    yield "],\n" if between == "\n" else "\n],\n"


def summary(result: Result) -> dict[str, int]:
    """How many documents by status, new findings by severity, and findings known and exempt."""
    statuses = Counter(document.status for document in result.documents)
    outcomes: Counter[str] = Counter(f.severity if f.status == "new" else f.status for f in result.findings)
    return {
        "documents": len(result.documents),
        **{status: statuses[status] for status in ("checked", "partial", "failed", "skipped")},
        **{outcome: outcomes[outcome] for outcome in (*SEVERITIES, "known", "exempt")},
    }


def _document(document: DocumentResult, lang: Language) -> dict[str, Any]:
    return {
        "path": document.path,
        "format": document.format,
        "sha256": document.sha256,
        "status": document.status,
        "pages": document.pages,
        "words": document.words,
        "notices": [_notice(notice, lang) for notice in document.notices],
        "positive": document.positive,
    }


def _notice(notice: Notice, lang: Language) -> dict[str, Any]:
    message = say(notice.code, lang, **notice.params) if notice.code in CATALOG else notice.code
    return {"code": notice.code, "message": message, "page": notice.page, "params": _plain(notice.params)}


def _plain(params: dict[str, object]) -> dict[str, object]:
    """Parameters as JSON has them; anything but text, numbers and truth is written out."""
    return {k: v if v is None or isinstance(v, (str, int, float)) else str(v) for k, v in params.items()}


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as the contract names its fields."""
    context = finding.context
    return {
        "path": finding.path,
        "rule": finding.rule,
        "pack": finding.pack,
        "severity": finding.severity,
        "rule_severity": finding.rule_severity,
        "status": finding.status,
        "reason": finding.reason,
        "message": finding.message,
        "text": finding.text,
        "location": _location(finding.location),
        "context": {"before": context.before, "match": context.match, "after": context.after},
        "suggestions": [_suggestion(suggestion) for suggestion in finding.suggestions],
        "fingerprint": finding.fingerprint,
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in suggestion.edits]
    return {"text": suggestion.text, "safety": suggestion.safety, "edits": edits}


def _location(where: Location) -> dict[str, Any]:
    boxes = [
        {"page": b.page, **{side: round(getattr(b, side), 3) for side in ("x0", "top", "x1", "bottom")}}
        for b in where.boxes
    ]
    cell = where.cell
    return {
        "page": where.page,
        "pages": list(where.pages),
        "page_label": where.page_label,
        "part": where.part,
        "paragraph": where.paragraph,
        "heading": where.heading,
        "cell": cell and {"table": cell.table, "row": cell.row, "column": cell.column},
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
        "start": where.start,
        "end": where.end,
        "block": where.block,
        "block_start": where.block_start,
        "block_end": where.block_end,
        "bbox": [boxes[0][side] for side in ("x0", "top", "x1", "bottom")] if boxes else None,
        "boxes": boxes,
    }
