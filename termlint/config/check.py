"""From a settings file to `Settings`: every key known, every value of its kind, or an error with its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from termlint.config.locate import NAMES, user_folder
from termlint.config.model import Exempt, Limits, Settings
from termlint.config.source import Located, Source, Trust, load
from termlint.files.regular import boundary, is_inside
from termlint.model import SEVERITIES

if TYPE_CHECKING:
    from pathlib import Path

MOST_FILES = 20
"""Settings files that may build on one another; one that is named twice is read twice."""
MOST_ITEMS = 5_000
"""Items of one list: each pattern is held against each document."""
MOST_JOBS = 64
HIGHEST = Limits(time=600, pages=50_000, size=2_000, memory=8_000, unpacked=1_500, text=200)
"""What settings that were found beside documents may allow one document; the user may allow more."""

Check = Callable[[Source, str, Located], Any]
_HASH = re.compile(r"[0-9a-f]{64}")


def read(path: Path, *, named: bool = False, below: Settings | None = None) -> Settings:
    """The settings of a file, on top of those it extends, on top of `below`.

    `named` says that the user named the file, or that it is the user's own: then it may point anywhere and
    choose a model. Raises ConfigError with the place of what is wrong.
    """
    trust = Trust(None if named else boundary(path.absolute().parent))
    return _Reading(trust).of(path, (), below or Settings())


@dataclass(slots=True)
class _Reading:
    """One settings file and those it extends, all trusted as far as the first."""

    trust: Trust
    files: int = 0

    def of(self, path: Path, above: tuple[Path, ...], base: Settings) -> Settings:
        """The settings of a file on top of `base`; `above` are the files that extend it."""
        source = load(path, self.trust)
        entries = _mapping(source, "termlint", source.tree)
        if "extends" in entries:
            base = self._extended(source, entries.pop("extends"), above, base)
        values: dict[str, Any] = {}
        for key, entry in entries.items():
            known(source, key, entry.line, _KEYS)
            values.update(_KEYS[key](source, key, entry))
        origins = {name: f"{path}:{_line(entries, name)}" for name in values}
        return replace(_laid_over(base, values, origins), folder=path.absolute().parent)

    def _extended(self, source: Source, entry: Located, above: tuple[Path, ...], base: Settings) -> Settings:
        """The settings of the files that a file extends, the last one on top."""
        above = (*above, source.path.absolute())
        for name in _names(source, "extends", entry):
            path = _inside(source, "extends", entry, name).absolute()
            if path in above:
                source.fail("config-circle", entry.line, name=name)
            if not path.is_file():
                source.fail("config-no-file", entry.line, key="extends", name=name)
            self.files += 1
            if self.files > MOST_FILES:
                source.fail("config-too-many-files", entry.line, most=MOST_FILES)
            other = self.of(path, above, Settings())
            values = {name: getattr(other, name) for name in other.origins}
            base = _laid_over(base, values, other.origins)
        return base


def _laid_over(base: Settings, values: dict[str, Any], origins: dict[str, str]) -> Settings:
    merged = {name: _merged(getattr(base, name), value) for name, value in values.items()}
    return replace(base, **merged, origins={**base.origins, **origins})


def _merged(below: Any, above: Any) -> Any:
    """Lists and tables grow, anything else is replaced."""
    if isinstance(above, tuple):
        return (*below, *(each for each in above if each not in below))
    if isinstance(above, frozenset):
        return below | above
    if isinstance(above, dict):
        return {**below, **above}
    return above


def _line(entries: dict[str, Located], name: str) -> int:
    key = "rules" if name in ("select", "ignore", "severity") else name.replace("_", "-")
    return entries[key].line


def known(source: Source, key: str, line: int, keys: Any) -> None:
    """ConfigError for a key that does not exist, with the one that was probably meant."""
    if key in keys:
        return
    near = get_close_matches(key.replace("_", "-").lower(), list(keys), 1, 0.6)
    if near:
        source.fail("config-unknown-key-near", line, key=key, near=near[0])
    source.fail("config-unknown-key", line, key=key, known=", ".join(sorted(keys)))


# --- kinds of value -------------------------------------------------------------------------------


def _mapping(source: Source, key: str, entry: Located) -> dict[str, Located]:
    if entry.value is None:
        return {}
    if not isinstance(entry.value, dict):
        source.fail("config-wants-mapping", entry.line, key=key)
    return dict(entry.value)


def _word(source: Source, key: str, entry: Located) -> str:
    if not isinstance(entry.value, str) or not entry.value.strip() or "\0" in entry.value:
        source.fail("config-wants-text", entry.line, key=key)
    return entry.value.strip()


def _names(source: Source, key: str, entry: Located) -> tuple[str, ...]:
    """A list of texts; one text alone will do."""
    if isinstance(entry.value, str):
        return (_word(source, key, entry),)
    if not isinstance(entry.value, list):
        source.fail("config-wants-list", entry.line, key=key)
    if len(entry.value) > MOST_ITEMS:
        source.fail("config-too-many", entry.line, key=key, most=MOST_ITEMS)
    return tuple(_word(source, key, each) for each in entry.value)


def _flag(source: Source, key: str, entry: Located) -> bool:
    if not isinstance(entry.value, bool):
        source.fail("config-wants-flag", entry.line, key=key)
    return entry.value


def _number(source: Source, key: str, entry: Located) -> float:
    value = entry.value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
        source.fail("config-wants-number", entry.line, key=key)
    return float(value)


def _count(source: Source, key: str, entry: Located) -> int:
    if not isinstance(entry.value, int):
        source.fail("config-wants-count", entry.line, key=key)
    return int(_number(source, key, entry))


def _jobs(source: Source, key: str, entry: Located) -> int:
    return int(_at_most(source, key, entry, _count(source, key, entry), MOST_JOBS))


def _at_most(source: Source, key: str, entry: Located, value: float, most: float) -> float:
    """The value, which settings that were found may not set higher than this."""
    if source.trust.within is not None and value > most:
        source.fail("config-too-high", entry.line, key=key, most=f"{most:g}")
    return value


def _day(source: Source, key: str, entry: Located) -> date:
    value = entry.value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            source.fail("config-wants-date", entry.line, key=key)
    if isinstance(value, datetime) or not isinstance(value, date):
        source.fail("config-wants-date", entry.line, key=key)
    return value


def _one_of(*allowed: str) -> Check:
    def check(source: Source, key: str, entry: Located) -> str:
        if entry.value not in allowed:
            source.fail(
                "config-wants-one-of", entry.line, key=key, value=entry.value, allowed=", ".join(allowed)
            )
        return str(entry.value)

    return check


# --- keys -----------------------------------------------------------------------------------------


def _plain(check: Check) -> Check:
    """A key that fills the field of the same name."""
    return lambda source, key, entry: {key.replace("-", "_"): check(source, key, entry)}


def _rules(source: Source, key: str, entry: Located) -> dict[str, Any]:
    parts: dict[str, Check] = {"select": _names, "ignore": _names, "severity": _severities}
    made: dict[str, Any] = {}
    for name, value in _mapping(source, key, entry).items():
        known(source, name, value.line, parts)
        made[name] = parts[name](source, name, value)
    return made


def _severities(source: Source, key: str, entry: Located) -> dict[str, str]:
    check = _one_of(*SEVERITIES)
    return {rule: check(source, rule, value) for rule, value in _mapping(source, key, entry).items()}


def _profiles(source: Source, key: str, entry: Located) -> dict[str, tuple[str, ...]]:
    return {name: _names(source, name, value) for name, value in _mapping(source, key, entry).items()}


def _limits(source: Source, key: str, entry: Located) -> Limits:
    parts: dict[str, Check] = {
        "time": _number,
        "pages": _count,
        "size": _number,
        "memory": _number,
        "unpacked": _number,
        "text": _number,
    }
    made: dict[str, Any] = {}
    for name, value in _mapping(source, key, entry).items():
        known(source, name, value.line, parts)
        given = parts[name](source, name, value)
        made[name] = _at_most(source, name, value, given, getattr(HIGHEST, name))
    return Limits(**made)


def _exempts(source: Source, key: str, entry: Located) -> tuple[Exempt, ...]:
    if not isinstance(entry.value, list):
        source.fail("config-wants-list", entry.line, key=key)
    if len(entry.value) > MOST_ITEMS:
        source.fail("config-too-many", entry.line, key=key, most=MOST_ITEMS)
    return tuple(_exempt(source, each) for each in entry.value)


def _exempt(source: Source, entry: Located) -> Exempt:
    parts: dict[str, Check] = {
        "words": _names,
        "rule": _word,
        "paths": _names,
        "reason": _word,
        "by": _word,
        "until": _day,
    }
    made: dict[str, Any] = {}
    for name, value in _mapping(source, "exempt", entry).items():
        known(source, name, value.line, parts)
        made[name] = parts[name](source, name, value)
    if "reason" not in made:
        source.fail("config-exempt-reason", entry.line)
    if not made.keys() & {"words", "rule"}:
        source.fail("config-exempt-what", entry.line)
    return Exempt(line=entry.line, **made)


def _scans(source: Source, key: str, entry: Located) -> frozenset[str]:
    hashes = frozenset(name.lower() for name in _names(source, key, entry))
    if wrong := sorted(each for each in hashes if not _HASH.fullmatch(each)):
        source.fail("config-wants-hash", entry.line, key=key, value=wrong[0])
    return hashes


def _inside(source: Source, key: str, entry: Located, name: str) -> Path:
    """A path as seen from the settings file; where that may not point anywhere, it stays inside."""
    path = source.path.parent / name
    if source.trust.within is not None and not is_inside(path, source.trust.within):
        source.fail("config-outside", entry.line, key=key, name=name, folder=source.trust.within.as_posix())
    return path


def _folders(source: Source, key: str, entry: Located) -> tuple[Path, ...]:
    """Paths beside the settings file; each must be there."""
    paths = tuple(_inside(source, key, entry, name) for name in _names(source, key, entry))
    if missing := [path for path in paths if not path.exists()]:
        source.fail("config-no-file", entry.line, key=key, name=str(missing[0]))
    return paths


def _model(source: Source, key: str, entry: Located) -> str:
    """A spaCy pipeline, a package that is installed or a folder beside the settings.

    Loading one runs what its makers put in it, so only the user chooses it.
    """
    name = _word(source, key, entry)
    if source.trust.within is not None:
        own = user_folder()
        source.fail("config-model-found", entry.line, file=str(own / NAMES[0]) if own else NAMES[0])
    folder = source.path.parent / name
    if (folder / "config.cfg").is_file():
        return str(folder)
    if not (name.isidentifier() and find_spec(name)):
        source.fail("config-no-model", entry.line, name=name)
    return name


def _beside(source: Source, key: str, entry: Located) -> Path:
    return _inside(source, key, entry, _word(source, key, entry))


_KEYS: dict[str, Check] = {
    "lang": _plain(_one_of("nl", "en")),
    "packs": _plain(_folders),
    "rules": _rules,
    "profiles": _plain(_profiles),
    "exclude": _plain(_names),
    "exempt": _plain(_exempts),
    "fail-on": _plain(_one_of(*SEVERITIES, "never")),
    "jobs": _plain(_jobs),
    "limits": _plain(_limits),
    "accepted-scans": _plain(_scans),
    "strict-scans": _plain(_flag),
    "baseline": _plain(_beside),
    "model": _plain(_model),
}
"""Every key of a settings file (besides `extends`), and what it may hold."""
