"""Path patterns as people write them: `*` within a name, `**` over folders, a bare name at any depth.

Patterns come with settings that anybody may have written, so a match takes time in proportion to pattern and
path, whatever they are: no search ever goes back over what it has tried.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ANYTHING = "**"


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether `path` (with forward slashes) or a folder it lies in fits one of `patterns`."""
    names = path.casefold().split("/")
    return any(_fits(names, _compiled(pattern)) for pattern in patterns)


Runs = tuple[tuple["re.Pattern[str] | str", ...], ...]
"""The names of a pattern between its `**`, each as it stands, or as an expression if it holds `*` or `?`."""


@lru_cache(maxsize=8_192)
def _compiled(pattern: str) -> Runs:
    """The runs of a pattern. The first begins where the path does; one that is empty begins anywhere."""
    pattern = pattern.replace("\\", "/").removeprefix("./").casefold()
    names = pattern.strip("/").split("/")
    if "/" not in pattern.rstrip("/"):
        names.insert(0, _ANYTHING)
    runs: list[list[re.Pattern[str] | str]] = [[]]
    for name in names:
        if name == _ANYTHING:
            runs.append([])
        else:
            runs[-1].append(_name(name))
    return tuple(map(tuple, runs))


def _fits(names: Sequence[str], runs: Runs) -> bool:
    """Whether the runs stand in the path in this order; what lies below the last is its folder's."""
    first, *others = runs
    if not _stands(names, 0, first):
        return False
    at = len(first)
    for run in others:
        found = next((n for n in range(at, len(names) - len(run) + 1) if _stands(names, n, run)), None)
        if found is None:
            return False
        at = found + len(run)
    return at < len(names) if not runs[-1] else True


def _stands(names: Sequence[str], at: int, run: tuple[re.Pattern[str] | str, ...]) -> bool:
    """Whether a run stands in the path at this name."""
    return at + len(run) <= len(names) and all(
        name == wanted if isinstance(wanted, str) else wanted.fullmatch(name) is not None
        for name, wanted in zip(names[at:], run, strict=False)
    )


def _name(pattern: str) -> re.Pattern[str] | str:
    """One name of a pattern. Each star but the last takes the first place where what follows it fits.

    That suffices, since what is between two stars has a fixed length; the lookahead keeps what it took.
    """
    parts = re.sub(r"\*+", "*", pattern).split("*")
    if len(parts) == 1 and "?" not in pattern:
        return pattern
    first, *others = ["".join("." if sign == "?" else re.escape(sign) for sign in part) for part in parts]
    middle = "".join(f"(?=(?P<star{n}>.*?{part}))(?P=star{n})" for n, part in enumerate(others[:-1]))
    return re.compile(first + middle + (f".*{others[-1]}" if others else ""), re.DOTALL)
