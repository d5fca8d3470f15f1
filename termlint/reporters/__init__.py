"""Reporters: a `Result` in, text or bytes out. A new format is one module and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from termlint.reporters.base import Reporter, ReportOptions
from termlint.statistics.model import RuleCard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Result

__all__ = ["REPORTERS", "ReportOptions", "Reporter", "RuleCard", "stream"]


def _lazy(module: str) -> Reporter:
    """The `render` of a module, imported when that format is asked for."""

    def render(result: Result, options: ReportOptions) -> str | bytes:
        rendered: str | bytes = import_module(f"termlint.reporters.{module}").render(result, options)
        return rendered

    return render


def stream(name: str, result: Result, options: ReportOptions) -> Iterator[str | bytes]:
    """A report piece by piece where its format allows that, so that a long one is never there as a whole."""
    module = import_module(f"termlint.reporters.{name}")
    if hasattr(module, "stream"):
        yield from module.stream(result, options)
    else:
        yield module.render(result, options)


REPORTERS: dict[str, Reporter] = {
    "console": _lazy("console"),
    "json": _lazy("json"),
    "sarif": _lazy("sarif"),
    "github": _lazy("github"),
    "gitlab": _lazy("gitlab"),
    "junit": _lazy("junit"),
    "csv": _lazy("csv"),
    "html": _lazy("html"),
    "xlsx": _lazy("xlsx"),
}
