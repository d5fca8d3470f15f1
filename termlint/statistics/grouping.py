"""Which group of a report a document is in, by its path."""

from __future__ import annotations

import posixpath
import re
from itertools import takewhile
from typing import TYPE_CHECKING

from termlint.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def grouping(paths: Sequence[str], spec: str) -> Callable[[str], str]:
    """The group of a path: its folder below what all `paths` share, or what an expression captures.

    "folder" is the first level, "folder:2" two levels. An expression gives its first group, else the
    whole match; a path without a match falls in "". ConfigError when `spec` is neither.
    """
    folder = re.fullmatch(r"folder(?::([1-9]\d?))?", spec)
    if folder:
        return _by_folder(paths, int(folder[1] or 1))
    try:
        pattern = re.compile(spec)
    except re.error as error:
        raise ConfigError("report-group-by", spec=spec, problem=str(error)) from error
    return lambda path: _captured(pattern.search(path))


def _by_folder(paths: Sequence[str], depth: int) -> Callable[[str], str]:
    shared = _shared_folder(paths)

    def group(path: str) -> str:
        below = _folders(path)[len(shared) :][:depth]
        return "/".join(below or shared[-1:])

    return group


def _shared_folder(paths: Sequence[str]) -> list[str]:
    """The folders that every path begins with."""
    if not paths:
        return []
    folders = [_folders(path) for path in paths]
    low, high = min(folders), max(folders)
    return [a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False))]


def _folders(path: str) -> list[str]:
    return [part for part in posixpath.dirname(path).split("/") if part not in ("", ".")]


def _captured(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    return next((part for part in match.groups() if part), match[0])
