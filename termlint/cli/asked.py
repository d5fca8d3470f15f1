"""Options of a command line as the API takes them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termlint.api.checking import given
from termlint.api.options import LintOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termlint.files.discover import Found

_PATHS = ("config", "baseline")
_NAMES = ("select", "ignore")


def lint_options(params: dict[str, Any]) -> LintOptions:
    """Take what is about checking out of what click parsed."""
    taken = {name: params.pop(name) for name in LintOptions.__dataclass_fields__ if name in params}
    taken |= {name: Path(taken[name]) for name in _PATHS if taken.get(name)}
    taken |= {name: names(taken[name]) for name in _NAMES if name in taken}
    if "no_cache" in params:
        taken["cache"] = not params.pop("no_cache")
    return LintOptions(**taken, lang=click.get_current_context().obj)


def names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Names given apart or with commas between them."""
    return tuple(name for value in values for name in value.replace(",", " ").split())


def documents(paths: Sequence[str], stdin_filename: str | None = None) -> list[str | Found]:
    """The paths of a command line; `-` is what stands on standard input, called `stdin_filename`."""
    return [_standard_input(stdin_filename) if path == "-" else path for path in paths]


def _standard_input(name: str | None) -> Found:
    if name is None:
        return given("-", sys.stdin.buffer, ".txt")
    return given(name, sys.stdin.buffer)
