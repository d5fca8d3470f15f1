"""From a settings file to `Settings`: every key known, every value of its kind, or an error with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from termlint.files.regular import boundary, is_inside
from termlint.model import SEVERITIES
from termlint.settings import example_packs
from termlint.settings.locate import NAMES, user_folder
from termlint.settings.model import Exempt, Limits, Settings
from termlint.settings.source import Located, SettingsFile, Trust, load
from termlint.settings.values import (
    Check,
    at_most,
    count,
    day,
    flag,
    items,
    known,
    mapping,
    names,
    number,
    one_of,
    word,
)

if TYPE_CHECKING:
    from pathlib import Path

MOST_FILES = 20
"""Settings files that may build on one another; one that is named twice is read twice."""
MOST_JOBS = 64
HIGHEST = Limits(time=600, pages=50_000, size=2_000, memory=8_000, unpacked=1_500, text=200)
"""What settings that were found beside documents may allow one document; the user may allow more."""

_HASH = re.compile(r"[0-9a-f]{64}")


def read(path: Path, *, named: bool = False, below: Settings | None = None) -> Settings:
    """The settings of a file, on top of those it extends, on top of `below`.

    `named` says that the user named the file, or that it is the user's own: then it may point anywhere and
    choose a model. Raises ConfigError with the place of what is wrong.
    """
    trust = Trust(None if named else boundary(path.absolute().parent))
    return _SettingsReader(trust).of(path, (), below or Settings())


@dataclass(slots=True)
class _SettingsReader:
    """One settings file and those it extends, all trusted as far as the first."""

    trust: Trust
    files: int = 0

    def of(self, path: Path, above: tuple[Path, ...], base: Settings) -> Settings:
        """The settings of a file on top of `base`; `above` are the files that extend it."""
        source = load(path, self.trust)
        entries = mapping(source, "termlint", source.tree)
        if "extends" in entries:
            base = self._extended(source, entries.pop("extends"), above, base)
        values: dict[str, Any] = {}
        for key, entry in entries.items():
            known(source, key, entry.line, _KEYS)
            values.update(_KEYS[key](source, key, entry))
        origins = {name: f"{path}:{_line(entries, name)}" for name in values}
        return replace(_laid_over(base, values, origins), folder=path.absolute().parent)

    def _extended(
        self, source: SettingsFile, entry: Located, above: tuple[Path, ...], base: Settings
    ) -> Settings:
        """The settings of the files that a file extends, the last one on top."""
        above = (*above, source.path.absolute())
        for name in names(source, "extends", entry):
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
        return tuple(dict.fromkeys((*below, *above)))
    if isinstance(above, frozenset):
        return below | above
    if isinstance(above, dict):
        return {**below, **above}
    return above


def _line(entries: dict[str, Located], name: str) -> int:
    key = "rules" if name in ("select", "ignore", "severity") else name.replace("_", "-")
    return entries[key].line


# --- keys -----------------------------------------------------------------------------------------


def _plain(check: Check) -> Check:
    """A key that fills the field of the same name."""
    return lambda source, key, entry: {key.replace("-", "_"): check(source, key, entry)}


def _rules(source: SettingsFile, key: str, entry: Located) -> dict[str, Any]:
    parts: dict[str, Check] = {"select": names, "ignore": names, "severity": _severities}
    made: dict[str, Any] = {}
    for name, value in mapping(source, key, entry).items():
        known(source, name, value.line, parts)
        made[name] = parts[name](source, name, value)
    return made


def _severities(source: SettingsFile, key: str, entry: Located) -> dict[str, str]:
    check = one_of(*SEVERITIES)
    return {rule: check(source, rule, value) for rule, value in mapping(source, key, entry).items()}


def _profiles(source: SettingsFile, key: str, entry: Located) -> dict[str, tuple[str, ...]]:
    return {name: names(source, name, value) for name, value in mapping(source, key, entry).items()}


def _jobs(source: SettingsFile, key: str, entry: Located) -> int:
    return int(at_most(source, key, entry, count(source, key, entry), MOST_JOBS))


def _limits(source: SettingsFile, key: str, entry: Located) -> Limits:
    parts: dict[str, Check] = {
        "time": number,
        "pages": count,
        "size": number,
        "memory": number,
        "unpacked": number,
        "text": number,
    }
    made: dict[str, Any] = {}
    for name, value in mapping(source, key, entry).items():
        known(source, name, value.line, parts)
        given = parts[name](source, name, value)
        made[name] = at_most(source, name, value, given, getattr(HIGHEST, name))
    return Limits(**made)


def _exempts(source: SettingsFile, key: str, entry: Located) -> tuple[Exempt, ...]:
    return tuple(_exempt(source, each) for each in items(source, key, entry))


def _exempt(source: SettingsFile, entry: Located) -> Exempt:
    parts: dict[str, Check] = {
        "words": names,
        "rule": word,
        "paths": names,
        "reason": word,
        "by": word,
        "until": day,
    }
    made: dict[str, Any] = {}
    for name, value in mapping(source, "exempt", entry).items():
        known(source, name, value.line, parts)
        made[name] = parts[name](source, name, value)
    if "reason" not in made:
        source.fail("config-exempt-reason", entry.line)
    if not made.keys() & {"words", "rule"}:
        source.fail("config-exempt-what", entry.line)
    return Exempt(line=entry.line, **made)


def _scans(source: SettingsFile, key: str, entry: Located) -> frozenset[str]:
    hashes = frozenset(name.lower() for name in names(source, key, entry))
    if wrong := sorted(each for each in hashes if not _HASH.fullmatch(each)):
        source.fail("config-wants-hash", entry.line, key=key, value=wrong[0])
    return hashes


def _inside(source: SettingsFile, key: str, entry: Located, name: str) -> Path:
    """A path as seen from the settings file; where that may not point anywhere, it stays inside."""
    path = source.path.parent / name
    if source.trust.within is not None and not is_inside(path, source.trust.within):
        source.fail("config-outside", entry.line, key=key, name=name, folder=source.trust.within.as_posix())
    return path


def _packs(source: SettingsFile, key: str, entry: Located) -> tuple[Path, ...]:
    """Folders beside the settings file; a name that none of them has may be that of an example pack."""
    return tuple(_pack(source, key, entry, name) for name in names(source, key, entry))


def _pack(source: SettingsFile, key: str, entry: Located, name: str) -> Path:
    path = _inside(source, key, entry, name)
    found = path if path.exists() else example_packs.find(name)
    if found is None:
        known = ", ".join(example_packs.names())
        source.fail("config-no-pack", entry.line, key=key, name=name, known=known)
    return found


def _model(source: SettingsFile, key: str, entry: Located) -> str:
    """A spaCy pipeline, a package that is installed or a folder beside the settings.

    Loading one runs what its makers put in it, so only the user chooses it.
    """
    name = word(source, key, entry)
    if source.trust.within is not None:
        own = user_folder()
        source.fail("config-model-found", entry.line, file=str(own / NAMES[0]) if own else NAMES[0])
    folder = source.path.parent / name
    if (folder / "config.cfg").is_file():
        return str(folder)
    if not (name.isidentifier() and find_spec(name)):
        source.fail("config-no-model", entry.line, name=name)
    return name


def _beside(source: SettingsFile, key: str, entry: Located) -> Path:
    return _inside(source, key, entry, word(source, key, entry))


_KEYS: dict[str, Check] = {
    "lang": _plain(one_of("nl", "en")),
    "packs": _plain(_packs),
    "rules": _rules,
    "profiles": _plain(_profiles),
    "exclude": _plain(names),
    "exempt": _plain(_exempts),
    "fail-on": _plain(one_of(*SEVERITIES, "never")),
    "jobs": _plain(_jobs),
    "limits": _plain(_limits),
    "accepted-scans": _plain(_scans),
    "strict-scans": _plain(flag),
    "baseline": _plain(_beside),
    "model": _plain(_model),
}
"""Every key of a settings file (besides `extends`), and what it may hold."""
