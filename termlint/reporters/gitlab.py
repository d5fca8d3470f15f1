"""GitLab Code Quality: a JSON array with the fields GitLab documents, no byte order mark.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. A document that was not
read is an issue of its own: a merge request must not look clean because of it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from termlint.messages.sanitize import for_json
from termlint.reporters.common import (
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

    from termlint.model import DocumentResult, Finding, Language, Result
    from termlint.reporters.base import ReportOptions

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(result: Result, options: ReportOptions) -> str:
    """The report, ending in a line feed; ASCII, so that no console or redirect can spoil it."""
    lang = options.lang
    issues = [
        *_unread_issues(result, lang),
        *_finding_issues(result, options),
        *_comment_issues(result, lang),
    ]
    return for_json(json.dumps(issues, indent=2)) + "\n"


def _unread_issues(result: Result, lang: Language) -> Iterator[dict[str, object]]:
    for document in unread(result):
        severity = "blocker" if document.status == "failed" else "critical"
        yield _issue(_name(document), why_unread(document, lang), severity, document.path, 1, "")


def _comment_issues(result: Result, lang: Language) -> Iterator[dict[str, object]]:
    for document, notice in about_comments(result):
        text, line = notice_text(notice, lang), line_of(notice) or 1
        yield _issue(f"termlint/{notice.code}", text, "info", document.path, line, f"{notice.params}")


def _name(document: DocumentResult) -> str:
    return f"termlint/{document.status}"


def _finding_issues(result: Result, options: ReportOptions) -> Iterator[dict[str, object]]:
    for finding in result.findings:
        if shown(finding, show_info=options.show_info):
            yield _issue(
                finding.rule,
                _description(finding, options.lang),
                _SEVERITIES[finding.severity],
                finding.path,
                _line(finding),
                finding.fingerprint,
            )


def _description(finding: Finding, lang: Language) -> str:
    where = "" if in_text_file(finding.location) else place(finding.location, lang)
    return f"{advice(finding, lang)} ({where})" if where else advice(finding, lang)


def _line(finding: Finding) -> int:
    """GitLab wants a line; a Word file or PDF has none that it could show."""
    line = finding.location.line
    return line if in_text_file(finding.location) and line is not None else 1


def _issue(name: str, text: str, severity: str, path: str, line: int, mark: str) -> dict[str, object]:
    identity = "\0".join((path, name, mark))
    return {
        "type": "issue",
        "check_name": name,
        "description": text,
        "categories": ["Style"],
        "severity": severity,
        "fingerprint": hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "location": {"path": path.removeprefix("./"), "lines": {"begin": line}},
    }
