"""TOML that anybody may have written: parsed in bounded time, to values that TOML has."""

from __future__ import annotations

import re
from typing import Any

_MOST_PARTS = 40
"""Parts of a dotted key, or of the name of a table: the parser takes quadratic time for them."""
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*"""
_LONG_KEY = re.compile(rf"(?<![\w-]){_PART}(?:\.[ \t]*{_PART}){{{_MOST_PARTS}}}")
_INTEGERS = range(-(2**63), 2**63)


def parsed(content: str) -> dict[str, Any]:
    """The tables of a TOML file; ValueError when it is none, or asks for more than a person writes."""
    import tomllib  # only where there is such a file

    if found := _LONG_KEY.search(content):
        line = content.count("\n", 0, found.start()) + 1
        raise ValueError(f"Key of more than {_MOST_PARTS} parts (at line {line}, column 1)")
    try:
        table = tomllib.loads(content)
        _require_integers(table.get("tool"))
    except RecursionError as error:
        raise ValueError("Too many values inside each other") from error
    return table


def ours(content: str) -> Any:
    """What a pyproject.toml holds for termlint, however it spells the table; None when it holds nothing.

    ValueError as for `parsed`.
    """
    if "termlint" not in content:
        return None
    tool = parsed(content).get("tool")
    return tool.get("termlint") if isinstance(tool, dict) else None


def _require_integers(value: Any) -> None:
    """ValueError for an integer of more than 64 bits, which TOML does not have and Python will not write."""
    if isinstance(value, dict):
        for each in value.values():
            _require_integers(each)
    elif isinstance(value, list):
        for each in value:
            _require_integers(each)
    elif isinstance(value, int) and value not in _INTEGERS:
        raise ValueError("Integer of more than 64 bits")
