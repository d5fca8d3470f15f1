"""GitHub Actions annotations: workflow commands on standard output.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions. GitHub shows at most ten
errors, ten warnings and ten notices a step, so unread documents come first, then the gravest findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.messages import say
from termlint.messages.sanitize import inert
from termlint.reporters.common import (
    RANK,
    about_comments,
    advice,
    in_text_file,
    line_of,
    notice_text,
    place,
    shown,
    unread,
    why_unread,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import DocumentResult, Finding, Language, Notice, Result
    from termlint.reporters.base import ReportOptions

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(result: Result, options: ReportOptions) -> str:
    """One command a line; empty when there is nothing to say."""
    findings = [f for f in result.findings if shown(f, show_info=options.show_info)]
    findings.sort(key=lambda finding: -RANK[finding.severity])
    lines = [_unread(document, options.lang) for document in unread(result)]
    lines += [_finding(finding, options.lang) for finding in findings]
    lines += [_comment(document, notice, options.lang) for document, notice in about_comments(result)]
    return "".join(f"{line}\n" for line in lines)


def _unread(document: DocumentResult, lang: Language) -> str:
    level = "error" if document.status == "failed" else "warning"
    return _command(level, {"file": document.path}, why_unread(document, lang))


def _comment(document: DocumentResult, notice: Notice, lang: Language) -> str:
    line = line_of(notice)
    properties = {"file": document.path, **({"line": str(line)} if line else {})}
    return _command("notice", properties, notice_text(notice, lang))


def _finding(finding: Finding, lang: Language) -> str:
    title = say("formats-rule-title", lang, rule=finding.rule)
    properties = {"file": finding.path, **dict(_lines(finding)), "title": title}
    words = advice(finding, lang)
    if not in_text_file(finding.location) and (where := place(finding.location, lang)):
        words = f"{words} {say('formats-where', lang, place=where)}"
    return _command(_LEVELS[finding.severity], properties, words)


def _lines(finding: Finding) -> Iterator[tuple[str, str]]:
    """Line and column for a text file only; columns only within one line, as GitHub wants."""
    where = finding.location
    if not in_text_file(where):
        return
    yield "line", str(where.line)
    if where.end_line is not None:
        yield "endLine", str(where.end_line)
    if where.end_line == where.line and where.column is not None and where.end_column is not None:
        yield "col", str(where.column)
        yield "endColumn", str(where.end_column)


def _command(level: str, properties: dict[str, str], message: str) -> str:
    values = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{level} {values}::{_escape(message)}"


def _escape(text: str) -> str:
    """So that no text of a document can end its line and start a command of its own."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return inert(escaped)


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
