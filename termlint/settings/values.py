"""The kinds of value that a settings file holds: each checked, or an error with its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from termlint.settings.source import Located, SettingsFile

MOST_ITEMS = 5_000
"""Items of one list: each pattern is held against each document."""

Check = Callable[[SettingsFile, str, Located], Any]
"""From a key and what stands there to its value; ConfigError when that is not what belongs there."""


def known(source: SettingsFile, key: str, line: int, keys: Any) -> None:
    """ConfigError for a key that does not exist, with the one that was probably meant."""
    if key in keys:
        return
    near = get_close_matches(key.replace("_", "-").lower(), list(keys), 1, 0.6)
    if near:
        source.fail("config-unknown-key-near", line, key=key, near=near[0])
    source.fail("config-unknown-key", line, key=key, known=", ".join(sorted(keys)))


def mapping(source: SettingsFile, key: str, entry: Located) -> dict[str, Located]:
    """Values by name; nothing at all is an empty one."""
    if entry.value is None:
        return {}
    if not isinstance(entry.value, dict):
        source.fail("config-wants-mapping", entry.line, key=key)
    return dict(entry.value)


def word(source: SettingsFile, key: str, entry: Located) -> str:
    """A text that says something."""
    if not isinstance(entry.value, str) or not entry.value.strip() or "\0" in entry.value:
        source.fail("config-wants-text", entry.line, key=key)
    return entry.value.strip()


def names(source: SettingsFile, key: str, entry: Located) -> tuple[str, ...]:
    """A list of texts; one text alone will do."""
    if isinstance(entry.value, str):
        return (word(source, key, entry),)
    return tuple(word(source, key, each) for each in items(source, key, entry))


def items(source: SettingsFile, key: str, entry: Located) -> list[Located]:
    """A list of at most MOST_ITEMS."""
    if not isinstance(entry.value, list):
        source.fail("config-wants-list", entry.line, key=key)
    if len(entry.value) > MOST_ITEMS:
        source.fail("config-too-many", entry.line, key=key, most=MOST_ITEMS)
    return list(entry.value)


def flag(source: SettingsFile, key: str, entry: Located) -> bool:
    """Yes or no."""
    if not isinstance(entry.value, bool):
        source.fail("config-wants-flag", entry.line, key=key)
    return entry.value


def number(source: SettingsFile, key: str, entry: Located) -> float:
    """A number above 0."""
    value = entry.value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:  # nan is none
        source.fail("config-wants-number", entry.line, key=key)
    return float(value)


def count(source: SettingsFile, key: str, entry: Located) -> int:
    """A whole number from 1."""
    if not isinstance(entry.value, int):
        source.fail("config-wants-count", entry.line, key=key)
    return int(number(source, key, entry))


def at_most(source: SettingsFile, key: str, entry: Located, value: float, most: float) -> float:
    """The value, which settings that were found may not set higher than this."""
    if source.trust.within is not None and value > most:
        source.fail("config-too-high", entry.line, key=key, most=f"{most:g}")
    return value


def day(source: SettingsFile, key: str, entry: Located) -> date:
    """A date."""
    value = entry.value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            source.fail("config-wants-date", entry.line, key=key)
    if isinstance(value, datetime) or not isinstance(value, date):
        source.fail("config-wants-date", entry.line, key=key)
    return value


def one_of(*allowed: str) -> Check:
    """One of these words."""

    def check(source: SettingsFile, key: str, entry: Located) -> str:
        if entry.value not in allowed:
            source.fail(
                "config-wants-one-of", entry.line, key=key, value=entry.value, allowed=", ".join(allowed)
            )
        return str(entry.value)

    return check
