"""Paths as the system takes them: on Windows, what a long path and a name must be like."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LONG = 200
"""Characters from which a path is given in full: Windows takes 260, a file beside it has a longer name, and a
new folder may have 247."""
_WHOLE = "\\\\?\\"
_PORTS = (f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³")
_DEVICES = frozenset(("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS))


def reachable(path: Path) -> Path:
    """`path` for the system, which on Windows takes a long one only as `\\\\?\\C:\\…`. Never shown."""
    if sys.platform == "win32":
        full = os.path.abspath(path)  # noqa: PTH100 - in full, Windows resolves nothing by itself
        if len(full) >= _LONG:
            return type(path)(in_full(full))
    return path


def is_handle(path: Path) -> bool:
    """Whether this names what the process has open, or a device: `/dev/stdout`, `/dev/fd/63`."""
    return path.absolute().as_posix().startswith(("/dev/", "/proc/"))


def in_full(path: str) -> str:
    """An absolute path of Windows in the form that has no limit of 260 characters."""
    if path.startswith((_WHOLE, "\\\\.\\")):
        return path
    return f"{_WHOLE}UNC{path[1:]}" if path.startswith("\\\\") else _WHOLE + path


def is_device(name: str) -> bool:
    """Whether a file of this name cannot be on Windows, which says it wrote `nul.json` and kept nothing."""
    return name.partition(".")[0].rstrip().upper() in _DEVICES
