"""Texts that a user names on the command line: a list of paths, a theme, a saved run."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from termlint.cli.base import UserError
from termlint.files.regular import MEGABYTE, RefusedFileError, boundary, read_pipe, read_regular

MOST = 50.0
"""Megabytes of a text: a list of some hundred thousand paths."""


def listed(name: str | None) -> list[str]:
    """The paths in a list: one on each line, or NUL between them as `find -print0` writes it."""
    if name is None:
        return []
    text = _standard_input() if name == "-" else text_of(name)
    return [path for path in (text.split("\0") if "\0" in text else text.splitlines()) if path.strip()]


def _standard_input() -> str:
    """All that standard input brings, in the system's encoding; UserError over `MOST` million characters."""
    most = int(MOST * MEGABYTE)
    text = sys.stdin.read(most + 1)
    if len(text) > most:
        raise UserError("text-too-large", path="-", limit=f"{MOST:g}")
    return text


def text_of(name: str) -> str:
    """The text of a file or a pipe of at most `MOST` megabytes; UserError when it cannot be read.

    The file may be a link within its repository or folder, and not out of it: its text goes into a report.
    """
    path = Path(name)
    try:
        if path.is_fifo():
            return _decoded(read_pipe(path, MOST))
        return _decoded(read_regular(path, MOST, boundary(path.absolute().parent)))
    except RefusedFileError as error:
        raise UserError(f"text-{error.why}", path=name, **error.details) from error
    except OSError as error:
        raise UserError("report-unreadable", path=name, problem=error.strerror or str(error)) from error


def _decoded(data: bytes) -> str:
    """UTF-8, also of a name that is no Unicode, or UTF-16, which `>` in PowerShell writes."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape")
