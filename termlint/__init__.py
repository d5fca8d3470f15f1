"""termlint: a terminology linter for Dutch municipal documents.

From Python:

    from termlint import Linter, LintOptions

    linter = Linter(LintOptions(ignore=("ladder",)))
    for document in linter.check(["rapporten"]).documents:
        for finding in document.findings:
            print(document.path, finding.rule, finding.text)

What is in `__all__` is the public interface, described in docs/python.md; everything else may change.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termlint.api.decisions import Decision
    from termlint.api.linter import Linter
    from termlint.api.options import LintOptions
    from termlint.errors import ConfigError, ReadError, RuleError, TermlintError, UsageError, WriteError
    from termlint.execution.fix import FixOptions, Marked
    from termlint.model import DocumentResult, Edit, Finding, Location, Notice, Result, Suggestion
    from termlint.settings import Exempt, Limits, Settings

__version__ = "0.1.0"

_HOMES = {
    "termlint.api.decisions": ("Decision",),
    "termlint.api.linter": ("Linter",),
    "termlint.api.options": ("LintOptions",),
    "termlint.errors": (
        *("ConfigError", "ReadError", "RuleError", "TermlintError", "UsageError", "WriteError"),
    ),
    "termlint.execution.fix": ("FixOptions", "Marked"),
    "termlint.model": (*("DocumentResult", "Edit", "Finding", "Location", "Notice", "Result", "Suggestion"),),
    "termlint.settings": ("Exempt", "Limits", "Settings"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "ConfigError",
    "Decision",
    "DocumentResult",
    "Edit",
    "Exempt",
    "Finding",
    "FixOptions",
    "Limits",
    "LintOptions",
    "Linter",
    "Location",
    "Marked",
    "Notice",
    "ReadError",
    "Result",
    "RuleError",
    "Settings",
    "Suggestion",
    "TermlintError",
    "UsageError",
    "WriteError",
    "__version__",
]


def __getattr__(name: str) -> object:
    """A name of the interface, imported when it is asked for: a command that needs none does without."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
