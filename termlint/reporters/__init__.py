"""Reporters: a `Result` in, text or bytes out. A new one is one module and one record here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termlint.formats import function_at
from termlint.reporters.base import Reporter, ReportFormat, ReportOptions
from termlint.statistics.model import RuleCard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Result

__all__ = [
    "OUTPUTS",
    "OVERVIEWS",
    "REPORTERS",
    "REPORT_FORMATS",
    "ReportFormat",
    "ReportOptions",
    "Reporter",
    "RuleCard",
    "stream",
]

_HERE = "termlint.reporters"

REPORT_FORMATS: dict[str, ReportFormat] = {
    record.name: record
    for record in (
        ReportFormat("console", f"{_HERE}.console:render", describes_rules=False),
        ReportFormat(
            "json",
            f"{_HERE}.json:render",
            suffixes=(".json",),
            stream=f"{_HERE}.json:stream",
            is_overview=True,
            describes_rules=False,
        ),
        ReportFormat("sarif", f"{_HERE}.sarif:render", suffixes=(".sarif",)),
        ReportFormat("github", f"{_HERE}.github:render"),
        ReportFormat("gitlab", f"{_HERE}.gitlab:render"),
        ReportFormat("junit", f"{_HERE}.junit:render", suffixes=(".xml",)),
        ReportFormat(
            "csv",
            f"{_HERE}.csv:render",
            suffixes=(".csv",),
            stream=f"{_HERE}.csv:stream",
            is_overview=True,
        ),
        ReportFormat(
            "html",
            f"{_HERE}.html:render",
            suffixes=(".html", ".htm"),
            stream=f"{_HERE}.html:stream",
            is_overview=True,
        ),
        ReportFormat("xlsx", f"{_HERE}.xlsx:render", suffixes=(".xlsx",), is_binary=True, is_overview=True),
    )
}
"""By name."""


def _lazy(path: str) -> Reporter:
    """A function by its dotted path, imported when that format is asked for."""

    def render(result: Result, options: ReportOptions) -> str | bytes:
        rendered: str | bytes = function_at(path)(result, options)
        return rendered

    return render


REPORTERS: dict[str, Reporter] = {name: _lazy(record.render) for name, record in REPORT_FORMATS.items()}
OUTPUTS = {suffix: name for name, record in REPORT_FORMATS.items() for suffix in record.suffixes}
"""The name of the reporter for each kind of file that `-o` may name."""
OVERVIEWS = {suffix: name for suffix, name in OUTPUTS.items() if REPORT_FORMATS[name].is_overview}
"""The same, of those that `termlint report` makes."""


def stream(name: str, result: Result, options: ReportOptions) -> Iterator[str | bytes]:
    """A report piece by piece where its format allows that."""
    record = REPORT_FORMATS[name]
    if record.stream:
        yield from function_at(record.stream)(result, options)
    else:
        yield function_at(record.render)(result, options)
