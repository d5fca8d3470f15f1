"""`--show-config`: the settings that hold, and where each came from."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termlint.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termlint.model import Language
    from termlint.settings import Settings

_NOT_SHOWN = frozenset({"folder", "origins"})


def shown(settings: Settings, lang: Language) -> str:
    """One setting a line: its key, its value and its source."""
    return "\n".join(_rows(settings, lang)) + "\n"


def _rows(settings: Settings, lang: Language) -> Iterator[str]:
    if settings.folder:
        files = sorted({origin.rpartition(":")[0] for origin in settings.origins.values() if ":" in origin})
        yield say("settings-file", lang, path=", ".join(files) or settings.folder)
    else:
        yield say("settings-no-file", lang)
    yield ""
    for field in fields(settings):
        if field.name not in _NOT_SHOWN:
            origin = settings.origins.get(field.name)
            source = origin if origin and ":" in origin else say(f"settings-{origin or 'default'}", lang)
            yield f"{field.name.replace('_', '-')}: {_plain(getattr(settings, field.name))}  ({source})"


def _plain(value: object) -> str:
    """A value as it might stand in YAML, on one line."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, frozenset)):
        return (
            "["
            + ", ".join(sorted(map(_plain, value)) if isinstance(value, frozenset) else map(_plain, value))
            + "]"
        )
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_plain(each)}" for key, each in value.items()) + "}"
    if is_dataclass(value):
        given = {f.name: getattr(value, f.name) for f in fields(value) if f.name != "line"}
        return _plain({name: each for name, each in given.items() if each not in (None, ())})
    if isinstance(value, Path):
        return value.as_posix()
    return f"{value:g}" if isinstance(value, float) else str(value)
