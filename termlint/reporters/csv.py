"""A spreadsheet row for each finding, as Dutch Excel opens it: semicolons, UTF-8 with a byte order mark.

It holds every finding of the run, exempt and known ones too (Excel can filter), and a row for each
document that was not read.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from typing import TYPE_CHECKING

from termlint.messages import say
from termlint.messages.sanitize import CONTROLS, DIRECTIONS
from termlint.reporters.common import in_text_file, place, unread, why_unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import DocumentResult, Finding, FindingStatus, Language, Result
    from termlint.reporters.base import ReportOptions

# fmt: off
_COLUMNS = (
    "path", "place", "page", "paragraph", "line", "heading", "part", "severity", "status", "reason",
    "rule", "pack", "text", "suggestion", "sentence", "message", "fingerprint",
)
# fmt: on

_FORMULA = re.compile(r"\s*[=+\-@|＝＋－＠\t\r\x00]")
_CONTROL = re.compile(f"[{CONTROLS}{DIRECTIONS}]")

Row = dict[str, object]


def render(result: Result, options: ReportOptions) -> bytes:
    """The file's bytes; lines end in CR LF."""
    return b"".join(stream(result, options))


def stream(result: Result, options: ReportOptions) -> Iterator[bytes]:
    """The file's bytes piece by piece."""
    return codecs.iterencode(_lines(result, options.lang), "utf-8-sig", "replace")


def _lines(result: Result, lang: Language) -> Iterator[str]:
    line = io.StringIO(newline="")
    writer = csv.DictWriter(line, _COLUMNS, restval="", delimiter=";", lineterminator="\r\n")
    heads: Row = {column: say(f"formats-csv-{column}", lang) for column in _COLUMNS}
    rows = ({column: _cell(value) for column, value in row.items()} for row in _rows(result, lang))
    for row in itertools.chain((heads,), rows):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _rows(result: Result, lang: Language) -> Iterator[Row]:
    yield from (_unread(document, lang) for document in unread(result))
    yield from (_finding(finding, finding.status, lang) for finding in result.findings)
    yield from (_finding(finding, "fixed", lang) for finding in result.fixed)


def _unread(document: DocumentResult, lang: Language) -> Row:
    status = say(f"formats-status-{document.status}", lang)
    return {"path": document.path, "status": status, "message": why_unread(document, lang)}


def _finding(finding: Finding, status: FindingStatus | str, lang: Language) -> Row:
    where = finding.location
    context = finding.context
    return {
        "path": finding.path,
        "place": place(where, lang),
        "page": where.page,
        "paragraph": where.paragraph,
        "line": where.line if in_text_file(where) else None,
        "heading": where.heading,
        "part": where.part,
        "severity": say(f"formats-severity-{finding.severity}", lang),
        "status": say(f"formats-status-{status}", lang),
        "reason": finding.reason,
        "rule": finding.rule,
        "pack": finding.pack,
        "text": finding.text,
        "suggestion": say("formats-or", lang).join(s.text for s in finding.suggestions),
        "sentence": f"{context.before}{context.match}{context.after}",
        "message": finding.message,
        "fingerprint": finding.fingerprint,
    }


def _cell(value: object) -> object:
    """A number as it is; text that Excel would take for a formula behind an apostrophe (OWASP's advice)."""
    if value is None or isinstance(value, int):
        return "" if value is None else value
    text = str(value)
    shown = _CONTROL.sub(" ", text)
    return ("'" if _FORMULA.match(text) or _FORMULA.match(shown) else "") + shown
