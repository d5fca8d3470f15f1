"""Path patterns as people write them: `*` within a name, `**` over folders, a bare name at any depth."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether `path` (with forward slashes) or a folder it lies in fits one of `patterns`."""
    return any(_compiled(pattern).fullmatch(path) for pattern in patterns)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    pattern = pattern.replace("\\", "/").removeprefix("./")
    anchored = "/" in pattern.rstrip("/")
    body = _expression(pattern.strip("/"))
    return re.compile(("" if anchored else "(?:.*/)?") + body + "(?:/.*)?", re.DOTALL | re.IGNORECASE)


def _expression(pattern: str) -> str:
    made: list[str] = []
    at = 0
    while at < len(pattern):
        for sign, expression in (("**/", "(?:.*/)?"), ("**", ".*"), ("*", "[^/]*"), ("?", "[^/]")):
            if pattern.startswith(sign, at):
                made.append(expression)
                at += len(sign)
                break
        else:
            made.append(re.escape(pattern[at]))
            at += 1
    return "".join(made)
