"""What differs between two trees, as git lists it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two trees: paths in the repository, with forward slashes.

    `before` maps each added, changed or renamed path to what it was called (None: it is new); `gone`
    are paths that are no longer there under any name.
    """

    before: Mapping[str, str | None]
    gone: tuple[str, ...] = ()


def paths(listed: bytes) -> list[str]:
    """Names with a zero byte behind each."""
    return [os.fsdecode(path) for path in listed.split(b"\0") if path]


def parse(listed: bytes) -> Changes:
    """`--name-status -z`: a status, then one path, or two after a rename or copy."""
    before: dict[str, str | None] = {}
    gone = []
    words = iter(paths(listed))
    for status in words:
        path = next(words)
        if status[0] in "RC":
            now = next(words)
            before[now] = path
        elif status[0] == "D":
            gone.append(path)
        elif status[0] != "U":
            before[path] = None if status[0] == "A" else path
    return Changes(before, tuple(gone))
