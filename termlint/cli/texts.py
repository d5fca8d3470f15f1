"""Texts that a user names on the command line: a list of paths, a theme, a saved run."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from termlint.cli.base import UserError
from termlint.files.paths import reachable


def listed(name: str | None) -> list[str]:
    """The paths in a list: one on each line, or NUL between them as `find -print0` writes it."""
    if name is None:
        return []
    text = sys.stdin.read() if name == "-" else text_of(name)
    return [path for path in (text.split("\0") if "\0" in text else text.splitlines()) if path.strip()]


def text_of(name: str) -> str:
    """The text of a file; UserError when it cannot be read."""
    try:
        return _decoded(reachable(Path(name)).read_bytes())
    except OSError as error:
        raise UserError("report-unreadable", path=name, problem=error.strerror or str(error)) from error


def _decoded(data: bytes) -> str:
    """UTF-8, also of a name that is no Unicode, or UTF-16, which `>` in PowerShell writes."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape")
